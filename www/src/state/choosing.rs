//! Choosing rows from the indicator library: what is asked for, and what was found.

use jibiao_kit::{
    Concept, Draft,
    library::{self, Category, Entry, Library, OtherRows, Query},
    model::{LevelTwo, TableId},
};

use super::Shared;
use crate::words::Text;

/// What a person does in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Choose rows for a table.
    Open(TableId),
    Close,
    Text(String),
    /// The id of a 二级指标; blank for all.
    Level(String),
    /// The id of a type or sector; blank for all.
    Category(String),
    /// Take a row of the list, by its position.
    Take(usize),
    More,
    /// Take a row of another draft, by its position, with its value or without.
    TakeOther(usize, bool),
    MoreOthers,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    pub(crate) entry: &'static Entry,
    /// What its 二级指标 is called on this form.
    pub(crate) level: String,
    /// Whether the table has an indicator of this name.
    pub(crate) there: bool,
}

/// A row of another draft.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Similar {
    pub(crate) entry: Entry,
    pub(crate) project: String,
    pub(crate) year: String,
    pub(crate) level: String,
    pub(crate) there: bool,
}

/// Where the list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// From the project's name and goals.
    Suggested,
    /// Rows in common use, because name and goals tell nothing.
    Common,
    Sought,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choosing {
    pub(crate) table: TableId,
    pub(crate) text: String,
    pub(crate) level: String,
    pub(crate) category: String,
    pub(crate) found: Found,
    pub(crate) choices: Shared<Vec<Choice>>,
    /// How many rows are listed at most.
    pub(crate) most: usize,
    /// The rows of other drafts, once these were read.
    pub(crate) others: Shared<OtherRows>,
    /// Those that are like what is sought, or fit the project.
    pub(crate) similar: Shared<Vec<Similar>>,
    pub(crate) most_others: usize,
}

/// A screenful and a little more.
const SHOWN: usize = 24;
/// Few enough that the library stays in sight below them.
const OTHERS_SHOWN: usize = 3;

impl Choosing {
    pub(crate) fn of(table: TableId) -> Self {
        Self {
            table,
            text: String::new(),
            level: String::new(),
            category: String::new(),
            found: Found::Sought,
            choices: Shared::default(),
            most: SHOWN,
            others: Shared::default(),
            similar: Shared::default(),
            most_others: OTHERS_SHOWN,
        }
    }

    pub(crate) fn begin_again(&mut self) {
        self.most = SHOWN;
        self.most_others = OTHERS_SHOWN;
    }

    pub(crate) fn more(&mut self) {
        self.most = self.most.saturating_mul(2);
    }

    pub(crate) fn more_others(&mut self) {
        self.most_others = self.most_others.saturating_mul(4);
    }

    pub(crate) fn has_more_others(&self) -> bool {
        self.similar.len() >= self.most_others
    }

    pub(crate) fn is_full(&self) -> bool {
        self.choices.len() >= self.most
    }

    /// Looks the rows up that fit a document.
    pub(crate) fn look(&mut self, library: &'static Library, draft: &Draft) {
        let levels = levels(draft);
        let level = levels.iter().find(|(id, ..)| *id == self.level).map(|(_, level, _)| *level);
        let category = (!self.category.is_empty()).then_some(self.category.as_str());
        let entries: Vec<&'static Entry> = if self.text.trim().is_empty() && category.is_none() {
            self.found = Found::Suggested;
            let hits = draft.suggest(library, level, self.most);
            let mut entries: Vec<&Entry> = hits.into_iter().map(|hit| hit.entry).collect();
            if entries.is_empty() {
                self.found = Found::Common;
                let fits = |entry: &&Entry| entry.common && level.is_none_or(|level| entry.belongs_to(level));
                entries = library.entries().iter().filter(fits).take(self.most).collect();
            }
            entries
        } else {
            self.found = Found::Sought;
            let hits = library.search(Query { text: self.text.trim(), level, category }, self.most);
            hits.into_iter().map(|hit| hit.entry).collect()
        };
        let frame = &draft.form().frame;
        let names: Vec<&str> = {
            let column =
                draft.form().tables().find(|(_, table)| table.id == self.table).and_then(|(_, table)| {
                    table.columns.iter().find(|column| column.concept == Some(Concept::LevelThree))
                });
            let rows = draft.document().rows(self.table.as_str());
            column.map_or_else(Vec::new, |column| rows.iter().map(|row| row.text(column.id.as_str()).trim()).collect())
        };
        let mut choices = Vec::new();
        for entry in entries {
            let Some((_, two)) = library::place_in(frame, entry) else { continue };
            let level = levels.iter().find(|(_, level, _)| *level == two).map(|(.., label)| label.clone());
            let there = names.contains(&entry.name.as_str());
            choices.push(Choice { entry, level: level.unwrap_or_default(), there });
        }
        let mut similar = Vec::new();
        for row in self.others.find(draft, &self.text, level, self.most_others) {
            let Some((_, two)) = library::place_in(frame, row.entry) else { continue };
            let label = levels.iter().find(|(_, level, _)| *level == two).map(|(.., label)| label.clone());
            similar.push(Similar {
                entry: row.entry.clone(),
                project: row.project.to_owned(),
                year: row.year.to_owned(),
                level: label.unwrap_or_default(),
                there: names.contains(&row.entry.name.as_str()),
            });
        }
        self.similar = Shared::new(similar);
        self.choices = Shared::new(choices);
    }
}

/// The 二级指标 of a form: id, level, and what the form calls it.
pub(crate) fn levels(draft: &Draft) -> Vec<(&'static str, LevelTwo, String)> {
    let twos = draft.form().frame.levels.iter().flat_map(|one| &one.twos);
    twos.map(|two| (library::id(two.level), two.level, two.label.zh.clone())).collect()
}

/// What a category is called.
pub(crate) fn category_name(category: &Category, t: Text) -> String {
    t.label(&category.label).to_owned()
}
