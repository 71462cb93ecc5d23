//! The list of drafts: what of it is shown, in which order, and which of it is chosen.

use std::{cmp::Ordering, rc::Rc};

use jibiao_kit::{
    Form, FormPurpose,
    model::order::{arranged, order},
    reading::fold,
};

use crate::store::{Card, Kept};

/// The steps of the year, each with the purposes that belong to it.
pub(crate) const PARTS: [&[FormPurpose]; 6] = [
    &[FormPurpose::ExAnte],
    &[FormPurpose::Declaration],
    &[FormPurpose::TargetReview],
    &[FormPurpose::Monitoring],
    &[FormPurpose::SelfEvaluation],
    &[FormPurpose::ReEvaluation, FormPurpose::ReportRating],
];

/// So many drafts have to be there before the list can be searched: fewer are seen at once.
const MANY: usize = 6;
/// So many are drawn at first, and so many more each time.
pub(crate) const SCREENFUL: usize = 40;

/// How far a draft is; each is one of the first four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    Trouble,
    Filling,
    Untouched,
    Done,
    /// Holds changes that no file has.
    Unsaved,
    /// A return slip waits: for answers, or to be written to its end.
    Slip,
    /// Was put away.
    Archived,
}

impl Stand {
    pub(crate) const ALL: [Self; 7] =
        [Self::Trouble, Self::Filling, Self::Untouched, Self::Done, Self::Unsaved, Self::Slip, Self::Archived];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Trouble => "trouble",
            Self::Filling => "filling",
            Self::Untouched => "untouched",
            Self::Done => "done",
            Self::Unsaved => "unsaved",
            Self::Slip => "slip",
            Self::Archived => "archived",
        }
    }

    /// How far a draft is, whatever its file holds.
    pub(crate) fn of(card: &Card) -> Self {
        if card.problems.is_some_and(|problems| problems > 0) {
            Self::Trouble
        } else if card.sections > 0 && card.done >= card.sections {
            Self::Done
        } else if !card.begun {
            Self::Untouched
        } else {
            Self::Filling
        }
    }

    fn holds(self, card: &Card) -> bool {
        match self {
            Self::Archived => card.archived,
            Self::Unsaved => card.file.behind && !card.archived,
            Self::Slip => (card.returning || card.asked.is_some_and(|open| open > 0)) && !card.archived,
            _ => Self::of(card) == self && !card.archived,
        }
    }
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum By {
    Project,
    Form,
    Year,
    Stand,
    #[default]
    Changed,
}

/// What is done with drafts of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Export,
    Archive,
    /// Out of the archive again.
    Return,
    Delete,
    /// They were made from a list.
    Make,
}

/// What the person says about the list.
#[derive(Debug)]
pub(crate) enum Step {
    Search(String),
    Year(String),
    /// A step of the year, by its position.
    Part(String),
    Stand(Option<Stand>),
    /// Everything again.
    Unfilter,
    Sort(By),
    More,
    /// Shows the forms to begin with, or folds them away.
    Begin,
    Choose(String),
    /// All that the filters let through, or none.
    ChooseAll,
    ChooseNone,
    /// With what is chosen.
    Do(Deed),
    Delete(String),
    ExportAll,
    Done(Deed, Vec<Kept>),
    Undo,
    /// Asks whether everything is to be forgotten, and asks again.
    Clear(bool),
    ClearNow,
    Cleared(Result<(), String>),
    /// How many files were offered in one.
    Exported(Result<usize, String>),
    /// One bundle of what is chosen.
    Bundle,
}

/// What was done last and can be taken back.
#[derive(Clone, Debug)]
pub(crate) struct Last {
    pub(crate) deed: Deed,
    /// The drafts as they were before; those that were made as they are.
    pub(crate) kept: Rc<Vec<Kept>>,
}

#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) search: String,
    pub(crate) year: String,
    pub(crate) part: String,
    pub(crate) stand: Option<Stand>,
    pub(crate) by: By,
    /// Whether the order is the other way round than usual.
    pub(crate) turned: bool,
    /// Screenfuls beyond the first.
    pub(crate) more: usize,
    pub(crate) chosen: Vec<String>,
    /// Whether the forms to begin with are unfolded.
    pub(crate) begin: bool,
    pub(crate) last: Option<Last>,
    /// The element that gets the focus when the page has been drawn.
    pub(crate) focus: Option<String>,
    /// The same for when the list has come anew.
    pub(crate) next_focus: Option<String>,
}

/// The list as it is shown.
#[derive(Debug, Default)]
pub(crate) struct Shown<'a> {
    pub(crate) cards: Vec<&'a Card>,
    /// How many drafts each state has, of those that the other filters let through; at last how many there are.
    pub(crate) counts: [usize; 8],
    pub(crate) years: Vec<&'a str>,
    /// Steps of the year, by position.
    pub(crate) parts: Vec<usize>,
    /// Whether there are so many that looking for one is work.
    pub(crate) many: bool,
    /// Done, trouble, filling and untouched ones of a year and a department.
    pub(crate) groups: Vec<(&'a str, &'a str, [usize; 4])>,
}

impl Shown<'_> {
    /// How many drafts are in a state.
    pub(crate) fn count(&self, stand: Stand) -> usize {
        Stand::ALL.iter().zip(self.counts).find(|(known, _)| **known == stand).map_or(0, |(_, count)| count)
    }
}

impl List {
    pub(crate) fn is_filtered(&self) -> bool {
        !(self.search.is_empty() && self.year.is_empty() && self.part.is_empty() && self.stand.is_none())
    }

    /// What of the drafts is shown. `title` gives the title of a form.
    pub(crate) fn shown<'a>(
        &self,
        cards: &'a [Card],
        form: impl Fn(&str) -> Option<&'a Form>,
        title: impl Fn(&'a Form) -> &'a str,
    ) -> Shown<'a> {
        let mut shown = Shown { many: cards.len() >= MANY, ..Shown::default() };
        let wanted = folded(&self.search);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let mut keyed: Vec<(String, &Card)> = Vec::new();
        for card in cards {
            let form = form(&card.form);
            let title = form.map_or(card.form.as_str(), &title);
            let part = form.and_then(|form| PARTS.iter().position(|part| part.contains(&form.purpose)));
            if !shown.years.contains(&card.year.as_str()) {
                shown.years.push(&card.year);
            }
            if let Some(part) = part.filter(|part| !shown.parts.contains(part)) {
                shown.parts.push(part);
            }
            let file = card.file.name.as_deref().unwrap_or_default();
            let texts = [&card.project, &card.code, &card.department, &card.unit, &card.year, title, file];
            let all = if wanted.is_empty() { String::new() } else { folded(&texts.join("\n")) };
            let fits = wanted.iter().all(|word| all.contains(word))
                && (self.year.is_empty() || self.year == card.year)
                && (self.part.is_empty() || part.is_some_and(|part| self.part == part.to_string()));
            if !fits {
                continue;
            }
            for (stand, count) in Stand::ALL.into_iter().zip(&mut shown.counts) {
                *count = count.saturating_add(usize::from(stand.holds(card)));
            }
            if !card.archived {
                if let Some(all) = shown.counts.last_mut() {
                    *all = all.saturating_add(1);
                }
                group(&mut shown.groups, card);
            }
            if self.stand.map_or(!card.archived, |stand| stand.holds(card)) {
                let key = match self.by {
                    By::Project => card.project.clone(),
                    By::Form => title.to_owned(),
                    By::Year => card.year.clone(),
                    By::Stand | By::Changed => String::new(),
                };
                keyed.push((key, card));
            }
        }
        shown.years.sort_unstable_by(|a, b| b.cmp(a));
        shown.parts.sort_unstable();
        shown.groups.sort_unstable_by(|a, b| b.0.cmp(a.0).then_with(|| a.1.cmp(b.1)));
        // They come the latest first, and stay so among equals.
        let rank = |card: &Card| Stand::ALL.into_iter().position(|stand| stand == Stand::of(card));
        match self.by {
            By::Changed => {}
            By::Stand | By::Project | By::Form | By::Year => {
                let pair = |a: usize, b: usize| keyed.get(a).zip(keyed.get(b));
                let order = order(keyed.len(), &|a, b| match (pair(a, b), self.by) {
                    (None, _) => Ordering::Equal,
                    (Some((a, b)), By::Stand) => rank(a.1).cmp(&rank(b.1)),
                    (Some((a, b)), By::Year) => b.0.cmp(&a.0),
                    (Some((a, b)), _) => crate::browser::dom::compare(&a.0, &b.0),
                });
                keyed = arranged(keyed, &order);
            }
        }
        if self.turned {
            keyed.reverse();
        }
        shown.cards = keyed.into_iter().map(|(_, card)| card).collect();
        shown
    }
}

fn folded(text: &str) -> String {
    fold(text).as_str().to_lowercase()
}

fn group<'a>(groups: &mut Vec<(&'a str, &'a str, [usize; 4])>, card: &'a Card) {
    let department = if card.department.is_empty() { &card.unit } else { &card.department };
    let key = (card.year.as_str(), department.as_str());
    let found = groups.iter().position(|(year, department, _)| (*year, *department) == key);
    let at = found.unwrap_or_else(|| {
        groups.push((key.0, key.1, [0; 4]));
        groups.len().saturating_sub(1)
    });
    let of = match Stand::of(card) {
        Stand::Done => 0,
        Stand::Trouble => 1,
        Stand::Filling => 2,
        _ => 3,
    };
    if let Some(count) = groups.get_mut(at).and_then(|(.., counts)| counts.get_mut(of)) {
        *count = count.saturating_add(1);
    }
}
