//! Two copies of one document, edited apart, brought together by field.

use std::{cmp::Reverse, fmt};

use jibiao_model::{Answer, CellId, Document, Edit, Row, RowId, TableId, Waiver, order::by_key};
use serde::Serialize;

use crate::Draft;

/// How a place differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parting {
    /// Only the other copy was changed here, or here nothing stands: its text can be taken without a loss.
    Theirs,
    /// Both were changed, or nobody knows which: a person has to choose.
    Both,
}

/// A place where the other copy says something else. Where only this one was changed, nothing is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parted {
    pub parting: Parting,
    pub table: Option<TableId>,
    /// A row of this copy; of the other one where this has it not.
    pub row: Option<RowId>,
    /// `None` for a whole row, or a reason.
    pub cell: Option<CellId>,
    /// Blank for what is not there. Of a whole row, its texts, one a line.
    pub mine: String,
    pub theirs: String,
    /// What takes the other's text over.
    #[serde(skip)]
    edit: Edit,
}

/// Why two documents can't be brought together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeError {
    /// Another document, by its id.
    OtherDocument { id: String },
    /// The same document, on another form.
    OtherForm { form: String },
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherDocument { id } => write!(f, "the file is another document: `{id}`"),
            Self::OtherForm { form } => write!(f, "the file is on another form: `{form}`"),
        }
    }
}

impl std::error::Error for MergeError {}

impl Draft {
    /// Where another copy of this document says something else, and needs a look: cells first, then tables row by row,
    /// then reasons. `base` is the state that both began with, where it is known; without it, nobody can tell who
    /// changed what, so only what is blank on one side is taken without asking.
    ///
    /// Rows are the same where their id is; rows that both sides put in under one id since are two.
    ///
    /// # Errors
    /// [`MergeError`] where the other is no copy of this document.
    pub fn part(&self, base: Option<&Document>, theirs: &Document) -> Result<Vec<Parted>, MergeError> {
        let mine = self.document();
        if theirs.id != mine.id {
            return Err(MergeError::OtherDocument { id: theirs.id.clone() });
        }
        if theirs.form != mine.form {
            return Err(MergeError::OtherForm { form: theirs.form.to_string() });
        }
        let base = base.filter(|base| base.id == mine.id);
        let mut parted = Vec::new();
        let cells = mine.cells.keys().chain(theirs.cells.keys().filter(|cell| !mine.cells.contains_key(*cell)));
        for cell in cells {
            let id = cell.as_str();
            let texts = [mine.text(id), theirs.text(id)];
            let Some(parting) = parting(base.map(|base| base.text(id)), texts) else { continue };
            parted.push(Parted {
                parting,
                table: None,
                row: None,
                cell: Some(cell.clone()),
                mine: texts[0].to_owned(),
                theirs: texts[1].to_owned(),
                edit: Edit::SetCell { cell: cell.clone(), text: texts[1].to_owned() },
            });
        }
        // Rows that get a new id differ from all that either copy has, and from each other.
        let mut ids = mine.clone();
        ids.tables.insert(TableId::new(""), theirs.tables.values().flatten().cloned().collect());
        let tables = mine.tables.keys().chain(theirs.tables.keys().filter(|table| !mine.tables.contains_key(*table)));
        for table in tables {
            let mut rows = Rows { table, mine, base, theirs, ids: &mut ids };
            rows.part(&mut parted);
        }
        reasons(mine, base, theirs, &mut parted);
        Ok(parted)
    }

    /// What takes over the other copy's text at these places, as one step.
    pub fn joined<'p>(&self, taken: impl IntoIterator<Item = &'p Parted>) -> Edit {
        let (mut sets, mut inserts, mut rest) = (Vec::new(), Vec::new(), Vec::new());
        for parted in taken {
            match &parted.edit {
                edit @ Edit::InsertRow { at, .. } => inserts.push((*at, edit.clone())),
                edit @ (Edit::SetCell { .. } | Edit::SetRowCell { .. }) => sets.push(edit.clone()),
                edit => rest.push(edit.clone()),
            }
        }
        // From the end to the beginning, so that the places of those before stay what they were; rows for one place in
        // their order, which putting them in one before the other turns round.
        inserts.reverse();
        let inserts = by_key(inserts, |(at, _)| Reverse(*at));
        let edits = sets.into_iter().chain(inserts.into_iter().map(|(_, edit)| edit)).chain(rest).collect();
        Edit::All { edits }
    }
}

/// Whether a text has to be looked at: the other copy's differs, and not because only this one was changed.
fn parting(base: Option<&str>, [mine, theirs]: [&str; 2]) -> Option<Parting> {
    if mine == theirs {
        return None;
    }
    match base {
        Some(base) if base == theirs => None,
        Some(base) if base == mine => Some(Parting::Theirs),
        Some(_) => Some(Parting::Both),
        None if theirs.trim().is_empty() => None,
        None if mine.trim().is_empty() => Some(Parting::Theirs),
        None => Some(Parting::Both),
    }
}

/// One table in both copies.
struct Rows<'d> {
    table: &'d TableId,
    mine: &'d Document,
    base: Option<&'d Document>,
    theirs: &'d Document,
    /// Rows of every id that is in use.
    ids: &'d mut Document,
}

impl Rows<'_> {
    fn part(&mut self, parted: &mut Vec<Parted>) {
        // Behind which row of this copy the next one of theirs belongs.
        let mut at = 0_usize;
        for row in self.theirs.rows(self.table.as_str()) {
            let was = of(self.base, self.table, &row.id);
            let twin = self.mine.row(self.table.as_str(), row.id.as_str());
            match twin.filter(|(_, twin)| was.is_some() || is_one(twin, row)) {
                Some((place, twin)) => {
                    at = place.saturating_add(1);
                    self.cells(was, twin, row, parted);
                }
                None => self.missing(was, row, at, parted),
            }
        }
        for row in self.mine.rows(self.table.as_str()) {
            let gone = self.theirs.row(self.table.as_str(), row.id.as_str()).is_none();
            // A row that the other copy never had was put in here.
            let Some(was) = of(self.base, self.table, &row.id).filter(|_| gone) else { continue };
            let parting = if was.cells == row.cells { Parting::Theirs } else { Parting::Both };
            let edit = Edit::RemoveRow { table: self.table.clone(), row: row.id.clone() };
            parted.push(self.whole(parting, &row.id, [lines(row), String::new()], edit));
        }
    }

    fn cells(&self, was: Option<&Row>, mine: &Row, theirs: &Row, parted: &mut Vec<Parted>) {
        let cells = mine.cells.keys().chain(theirs.cells.keys().filter(|cell| !mine.cells.contains_key(*cell)));
        for cell in cells {
            let texts = [mine.text(cell.as_str()), theirs.text(cell.as_str())];
            let Some(parting) = parting(was.map(|was| was.text(cell.as_str())), texts) else { continue };
            parted.push(Parted {
                parting,
                table: Some(self.table.clone()),
                row: Some(mine.id.clone()),
                cell: Some(cell.clone()),
                mine: texts[0].to_owned(),
                theirs: texts[1].to_owned(),
                edit: Edit::SetRowCell {
                    table: self.table.clone(),
                    row: mine.id.clone(),
                    cell: cell.clone(),
                    text: texts[1].to_owned(),
                },
            });
        }
    }

    /// A row that only the other copy has: put in there, or taken out here.
    fn missing(&mut self, was: Option<&Row>, row: &Row, at: usize, parted: &mut Vec<Parted>) {
        let parting = match was {
            Some(was) if was.cells == row.cells => return,
            Some(_) => Parting::Both,
            None => Parting::Theirs,
        };
        let mut row = row.clone();
        if self.mine.row(self.table.as_str(), row.id.as_str()).is_some() {
            row.id = self.ids.fresh_row_id();
            if let Some(rows) = self.ids.tables.get_mut(self.table) {
                rows.push(Row::new(row.id.clone()));
            }
        }
        let (id, theirs) = (row.id.clone(), lines(&row));
        let edit = Edit::InsertRow { table: self.table.clone(), at, row };
        parted.push(self.whole(parting, &id, [String::new(), theirs], edit));
    }

    fn whole(&self, parting: Parting, row: &RowId, [mine, theirs]: [String; 2], edit: Edit) -> Parted {
        Parted { parting, table: Some(self.table.clone()), row: Some(row.clone()), cell: None, mine, theirs, edit }
    }
}

fn of<'d>(document: Option<&'d Document>, table: &TableId, row: &RowId) -> Option<&'d Row> {
    document?.row(table.as_str(), row.as_str()).map(|(_, row)| row)
}

/// Whether two rows of one id that nobody knows the beginning of are one: they agree in at least half of what both say.
fn is_one(mine: &Row, theirs: &Row) -> bool {
    let (mut alike, mut unlike) = (0_u32, 0_u32);
    for (cell, text) in mine.cells.iter().filter(|(_, text)| !text.trim().is_empty()) {
        match theirs.text(cell.as_str()) {
            "" => {}
            other if other == text => alike = alike.saturating_add(1),
            _ => unlike = unlike.saturating_add(1),
        }
    }
    alike >= unlike
}

/// The texts of a row, one a line.
fn lines(row: &Row) -> String {
    let texts: Vec<&str> = row.cells.values().map(String::as_str).filter(|text| !text.trim().is_empty()).collect();
    texts.join("\n")
}

/// Reasons that the other copy gives.
fn reasons(mine: &Document, base: Option<&Document>, theirs: &Document, parted: &mut Vec<Parted>) {
    let said = |document: &Document, about: &Waiver| {
        let same = document.waivers.iter().find(|waiver| waiver.order(about).is_eq());
        same.map_or_else(String::new, |waiver| reason(&waiver.answer).to_owned())
    };
    for waiver in &theirs.waivers {
        let texts = [said(mine, waiver), reason(&waiver.answer).to_owned()];
        let was = base.map(|base| said(base, waiver));
        let Some(parting) = parting(was.as_deref(), [&texts[0], &texts[1]]) else { continue };
        let [mine, theirs] = texts;
        parted.push(Parted {
            parting,
            table: waiver.table.clone(),
            row: waiver.row.clone(),
            cell: waiver.cell.clone(),
            mine,
            theirs,
            edit: Edit::SetWaiver { waiver: Box::new(waiver.clone()) },
        });
    }
}

fn reason(answer: &Answer) -> &str {
    &answer.reason
}
