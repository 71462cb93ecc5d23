//! 从清单新建: a list of projects on its way to become a document of each.

use jibiao_kit::{
    Concept, FormPurpose, Kit, Listed, Pack, Roster, Subject,
    model::{CellId, order::by_key},
    table::{Doubt, Fate, Grid, Mapping, Use},
};

use super::list::PARTS;
use crate::{store::Card, words::Text};

/// What the person says while a list is on its way.
#[derive(Debug)]
pub(crate) enum Batch {
    Ask,
    PickFile,
    FileChosen(web_sys::File),
    Came(Box<Grid>),
    /// Another form, by its id.
    Form(String),
    /// The headers stand in another row than was thought, or nowhere.
    Head(Option<usize>),
    Column(usize, Option<usize>),
    /// A row is left out, or taken again.
    Row(usize),
    /// The year and the department of all projects whose row has none.
    Year(String),
    Department(String),
    Make,
    Made(Result<(), String>),
}

/// A list of projects on its way.
#[derive(Debug)]
pub(crate) struct Batching {
    pub(crate) roster: Roster,
    /// Ids and titles of the forms that it may become.
    pub(crate) forms: Vec<(String, String)>,
    pub(crate) listed: Option<Listed>,
    pub(crate) year: String,
    pub(crate) department: String,
    /// Rows whose project has a draft of this form and year.
    pub(crate) there: Vec<usize>,
}

/// The form that a list usually becomes, and all that it may become.
pub(crate) fn forms(pack: &Pack, t: Text) -> Vec<(String, String)> {
    let mut forms = Vec::new();
    let rank = |purpose: FormPurpose| match purpose {
        FormPurpose::Declaration => 0,
        other => PARTS.iter().position(|part| part.contains(&other)).unwrap_or_default().saturating_add(1),
    };
    for form in by_key(pack.forms.iter().collect(), |form| (form.subject != Subject::Project, rank(form.purpose))) {
        let title = [t.label(&form.title), "　", &form.basis.join("　")].concat();
        forms.push((form.id.to_string(), title));
    }
    forms
}

impl Batching {
    pub(crate) fn form(&self) -> &str {
        self.roster.draft().form().id.as_str()
    }

    /// Another form takes the list.
    pub(crate) fn turn_to(&mut self, kit: &Kit, form: &str, cards: &[Card]) {
        let pack = self.roster.draft().pack().reference.clone();
        let Ok(roster) = kit.roster(&pack, form) else { return };
        self.roster = roster;
        if let Some(listed) = self.listed.take() {
            self.read(listed.grid, cards);
        }
    }

    /// Takes a list up. What has a draft already is left out until the person takes it.
    pub(crate) fn read(&mut self, grid: Grid, cards: &[Card]) {
        self.listed = Some(self.roster.read(grid));
        self.take_up(cards);
    }

    /// Understands the list anew, with its headers in this row or without any.
    pub(crate) fn read_under(&mut self, head: Option<usize>, cards: &[Card]) {
        let Some(listed) = self.listed.take() else { return };
        self.listed = Some(self.roster.read_under(listed.grid, head));
        self.take_up(cards);
    }

    fn take_up(&mut self, cards: &[Card]) {
        if self.year.is_empty() {
            self.year = self.year_above().unwrap_or_default();
        }
        self.look_around(cards);
        let there = self.there.clone();
        self.change(|mapping| mapping.left_out = there);
    }

    /// Changes how the list is understood.
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut Mapping)) {
        if let Some(Listed { grid, mut mapping, .. }) = self.listed.take() {
            change(&mut mapping);
            self.listed = Some(self.roster.again(grid, mapping));
        }
    }

    /// The year that the title of the list names: `2026年预算项目清单`.
    fn year_above(&self) -> Option<String> {
        let Listed { grid, mapping, .. } = self.listed.as_ref()?;
        for row in 0..mapping.head.end {
            for column in 0..grid.width() {
                let Some((before, _)) = grid.own(row, column).split_once('年') else { continue };
                let year: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
                if year.len() == 4 {
                    return Some(year.chars().rev().collect());
                }
            }
        }
        None
    }

    fn look_around(&mut self, cards: &[Card]) {
        self.there.clear();
        let (Some(listed), Some(naming)) = (&self.listed, self.roster.naming()) else { return };
        let year = self.roster.position(Concept::Year);
        for row in 0..listed.plan.rows.len() {
            let name = self.roster.text(listed, row, naming);
            let year = year.map_or("", |year| self.roster.text(listed, row, year));
            let same = |card: &Card| {
                card.project == name && card.form == self.form() && (year.is_empty() || card.year == year)
            };
            if !name.is_empty() && cards.iter().any(same) {
                self.there.push(row);
            }
        }
    }

    /// How many documents it becomes.
    pub(crate) fn count(&self) -> usize {
        let Some(listed) = &self.listed else { return 0 };
        (0..listed.plan.rows.len()).filter(|row| self.roster.becomes(listed, *row)).count()
    }

    /// Whether a column of the list is the one of a concept.
    pub(crate) fn has(&self, concept: Concept) -> bool {
        let at = self.roster.position(concept);
        let columns = self.listed.as_ref().map(|listed| listed.mapping.columns.as_slice()).unwrap_or_default();
        at.is_none() || columns.contains(&at)
    }

    /// What goes into every document whose row says nothing of it.
    pub(crate) fn also(&self) -> Vec<(CellId, String)> {
        let mut also = Vec::new();
        for (concept, text) in [(Concept::Year, &self.year), (Concept::Department, &self.department)] {
            let column = self.roster.position(concept).and_then(|at| self.roster.columns().get(at));
            if let Some(column) = column.filter(|_| !text.trim().is_empty()) {
                also.push((column.id.clone(), text.trim().to_owned()));
            }
        }
        also
    }

    /// What did not go into a document, row by row.
    pub(crate) fn left(&self, t: Text) -> Vec<String> {
        let Some(listed) = &self.listed else { return Vec::new() };
        let Listed { grid, mapping, plan, .. } = listed;
        let (mut lines, unplaced) = (Vec::new(), self.roster.unplaced(listed));
        for (row, planned) in plan.rows.iter().enumerate() {
            if matches!(planned.fate, Fate::Above | Fate::Head | Fate::Blank) || grid.is_blank(row) {
                continue;
            }
            let becomes = self.roster.becomes(listed, row);
            let mut texts = Vec::new();
            for column in 0..grid.width() {
                let cell = planned.cells.iter().find(|cell| cell.from == column);
                let text = grid.own(row, column);
                let placed = cell.map_or(!unplaced.contains(&column), |cell| cell.used == Use::Fills);
                if text.is_empty() || becomes && placed {
                    continue;
                }
                texts.push(match becomes {
                    true => [&title(grid, mapping, column), t.colon(), text].concat(),
                    false => text.to_owned(),
                });
            }
            if !texts.is_empty() {
                let number = row.saturating_add(1).to_string();
                let texts = texts.join("　");
                let name = self.roster.naming().map_or("", |naming| self.roster.text(listed, row, naming));
                lines.push(if becomes {
                    t.batch_left_of(name, &number, &texts)
                } else {
                    t.batch_left_row(&number, &texts)
                });
            }
        }
        lines
    }

    /// How many texts may not be what stood in the spreadsheet.
    pub(crate) fn doubts(&self) -> usize {
        let doubts = |doubt: &Option<Doubt>| usize::from(doubt.is_some());
        let rows = self.listed.iter().flat_map(|listed| &listed.plan.rows);
        rows.flat_map(|row| &row.cells).map(|cell| doubts(&cell.doubt)).sum()
    }
}

/// What a column of a grid is called: its header, else the letter that spreadsheets give it.
pub(crate) fn title(grid: &Grid, mapping: &Mapping, column: usize) -> String {
    let head = mapping.head.clone().rev().map(|row| grid.text(row, column)).find(|text| !text.is_empty());
    head.map_or_else(|| letter(column), |text| text.replace('\n', ""))
}

fn letter(column: usize) -> String {
    let sign = |at: usize| u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at)).map(char::from).unwrap_or('?');
    let (first, last) = (column / 26, column % 26);
    first.checked_sub(1).map(sign).into_iter().chain([sign(last)]).collect()
}
