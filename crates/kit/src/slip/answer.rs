//! Answering a slip: what changed since, what is said to the rest.

use jibiao_model::{CellId, Report, SortedMap};
use serde_json::Map;

use super::{Anchor, Answered, Changed, Gone, Slip, SlipEntry, SlipError, SlipErrorCode, State, Was, make::is_found};
use crate::{Draft, digest};

/// What is said in answer to a slip.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    pub notes: Vec<Note>,
    pub by: String,
    /// As the caller says: the engine has no clock.
    pub date: String,
}

/// What is said to one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The number of the entry.
    pub n: u32,
    /// Nothing takes back what was said before.
    pub text: String,
}

impl Note {
    /// `n: text`; a colon of full width will do.
    pub fn typed(typed: &str) -> Option<Self> {
        let (n, text) = typed.split_once([':', '：'])?;
        Some(Self { n: n.trim().parse().ok()?, text: text.trim().to_owned() })
    }
}

impl Slip {
    /// This slip answered with a document: states are computed anew from what stood there when the slip was written and
    /// what stands there now. Notes of an answer before stay, unless there is another to the same entry.
    ///
    /// # Errors
    /// [`SlipError`] where the slip is of another document or form, or of a later revision of this one, and where a note is
    /// for no entry.
    pub fn answered_with(&self, draft: &Draft, reply: &Reply) -> Result<Self, SlipError> {
        let document = draft.document();
        if self.document != document.id {
            return Err(SlipError::new(SlipErrorCode::OtherDocument, self.document.as_str()));
        }
        if self.form != document.form {
            return Err(SlipError::new(SlipErrorCode::OtherForm, self.form.as_str()));
        }
        if self.revision > document.revision {
            return Err(SlipError::new(SlipErrorCode::OlderDocument, self.revision.to_string()));
        }
        let mut notes = SortedMap::new();
        for note in &reply.notes {
            let detail = note.n.to_string();
            if !self.entries.iter().any(|entry| entry.n == note.n) {
                return Err(SlipError::new(SlipErrorCode::NoEntry, detail));
            }
            if notes.insert(note.n, note.text.trim()).is_some() {
                return Err(SlipError::new(SlipErrorCode::TwoNotes, detail));
            }
        }
        let report = draft.check(self.stage);
        let digest = digest(document);
        let edited = digest != self.digest;
        let mut slip = self.clone();
        for entry in &mut slip.entries {
            if let Some(note) = notes.get(&entry.n) {
                entry.note = (*note).to_owned();
            }
            entry.look(draft, &report, edited);
        }
        slip.answered = Some(Answered {
            revision: document.revision,
            digest,
            pack: document.pack.clone(),
            by: reply.by.clone(),
            date: reply.date.clone(),
            rest: self.answered.as_ref().map_or_else(Map::new, |answered| answered.rest.clone()),
        });
        Ok(slip)
    }

    /// Whether the answer says of the document what the document itself shows, and the numbers of the entries where it does
    /// not. Somebody may have written states by hand, or changed the document afterwards.
    ///
    /// # Errors
    /// As [`Slip::answered_with`].
    pub fn held_against(&self, draft: &Draft) -> Result<Vec<u32>, SlipError> {
        let anew = self.answered_with(draft, &Reply::default())?;
        let same = |(told, shown): &(&SlipEntry, &SlipEntry)| {
            told.state == shown.state
                && told.changes == shown.changes
                && (told.gone, told.still) == (shown.gone, shown.still)
                && told.reason == shown.reason
        };
        let both = self.entries.iter().zip(&anew.entries);
        Ok(both.filter(|pair| !same(pair)).map(|(told, _)| told.n).collect())
    }
}

impl SlipEntry {
    /// Looks at what stands there now. `edited`: whether anything of the document is another than it was.
    fn look(&mut self, draft: &Draft, report: &Report, edited: bool) {
        self.gone = gone(&self.at, draft);
        let now = self.at.stands(draft);
        self.changes = match &self.stood {
            Some(stood) if self.gone.is_none() => stood.changes(&self.at, draft),
            _ if self.gone == Some(Gone::Row) => Vec::new(),
            _ => changes(&self.at, &self.was, &now),
        };
        let found = self.finding.as_ref().map(|finding| {
            let there = report.entries.iter().find(|entry| is_found(entry, &self.at, &finding.rule));
            (there, finding.reason.as_str())
        });
        self.still = found.map(|(there, _)| there.is_some());
        // A sum is put right in another cell than the one that it was found at. Without any edit it is the check that says
        // something else, and that is no answer.
        let mended = edited && self.still == Some(false);
        // A blank cell and one that nobody touched are the same. Where the texts are known, they tell.
        let differs = match &self.stood {
            Some(stood) => stood.is_moved(draft),
            None => matches!(self.was, Was::Digest(_)) && self.was != now,
        };
        let other = !self.changes.is_empty() || differs;
        let reason = found.and_then(|(there, before)| {
            let answer = there?.waiver.as_ref()?;
            (answer.reason != before).then(|| answer.reason.clone())
        });
        self.reason = reason.unwrap_or_default();
        self.state = if other || mended || self.gone.is_some() {
            State::Changed
        } else if self.note.is_empty() && self.reason.is_empty() {
            State::Open
        } else {
            State::Explained
        };
    }
}

fn gone(at: &Anchor, draft: &Draft) -> Option<Gone> {
    let (document, form) = (draft.document(), draft.form());
    match (&at.table, &at.row, &at.cell, &at.section) {
        (Some(table), row, cell, _) => {
            let Some(shape) = form.table(table.as_str()) else { return Some(Gone::Cell) };
            if row.as_ref().is_some_and(|row| document.row(table.as_str(), row.as_str()).is_none()) {
                return Some(Gone::Row);
            }
            let known = |cell: &_| shape.columns.iter().any(|column| column.id == *cell);
            cell.as_ref().filter(|cell| !known(*cell)).map(|_| Gone::Cell)
        }
        (None, _, Some(cell), _) => form.cell(cell.as_str()).is_none().then_some(Gone::Cell),
        (None, _, None, Some(section)) => {
            (!form.sections.iter().any(|known| known.id == *section)).then_some(Gone::Cell)
        }
        (None, _, None, None) => None,
    }
}

/// The cells that differ, in their order.
fn changes(at: &Anchor, was: &Was, now: &Was) -> Vec<Changed> {
    match (was, now, &at.cell) {
        (Was::Text(before), Was::Text(now), Some(cell)) if before != now => {
            vec![Changed::cell(cell, before, now)]
        }
        (Was::Cells(before), Was::Cells(now), _) => cells(before, now).collect(),
        _ => Vec::new(),
    }
}

/// The cells whose texts differ: those that were there in their order, then new ones.
pub(super) fn cells<'c>(
    before: &'c SortedMap<CellId, String>,
    now: &'c SortedMap<CellId, String>,
) -> impl Iterator<Item = Changed> + 'c {
    let new = now.keys().filter(|cell| !before.contains_key(*cell));
    let text = |cells: &'c SortedMap<CellId, String>, cell| cells.get(cell).map_or("", String::as_str);
    let both = before.keys().chain(new).map(move |cell| Changed::cell(cell, text(before, cell), text(now, cell)));
    both.filter(|changed| changed.before != changed.now)
}

impl Changed {
    pub(super) fn cell(cell: &CellId, before: &str, now: &str) -> Self {
        let (before, now) = (before.to_owned(), now.to_owned());
        Self { table: None, row: None, name: String::new(), cell: cell.clone(), before, now }
    }
}
