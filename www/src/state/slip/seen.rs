//! A return slip made ready for drawing.

use jibiao_kit::{
    Draft, RowId, Severity, Words,
    model::TableId,
    slip::{Anchor, Changed, Gone, SlipEntry, State, Was},
};
use yew::AttrValue;

use crate::state::Shared;

/// A slip as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    pub(crate) key: AttrValue,
    /// Who wrote it and when, and the save that was looked at.
    pub(crate) reviewer: String,
    pub(crate) revision: String,
    /// How many entries are in each state, in the order of [`State::ALL`].
    pub(crate) counts: [usize; 3],
    /// The save that it was answered with last, and by whom.
    pub(crate) answered: Option<(String, String)>,
    /// How that answer stands to the document, while nothing was typed since.
    pub(crate) held: Option<Held>,
    pub(crate) lines: Vec<Shared<Line>>,
    /// Whether they are listed to the end.
    pub(crate) whole: bool,
}

/// How an answer stands to the document that is here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Held {
    Same,
    /// The document was changed since, but nowhere that is asked about.
    Later,
    /// These entries say something else than the document.
    Differing(String),
}

/// What changed at the place of an entry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// Label, text before and text now.
    Cell(String, String, String),
    /// A row of a table that is asked about as a whole, by its name.
    RowGone(String),
    RowNew(String),
}

/// An entry as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) key: AttrValue,
    pub(crate) n: u32,
    pub(crate) state: State,
    pub(crate) place: String,
    pub(crate) comment: String,
    pub(crate) found: Option<FoundLine>,
    /// What stood there, where it still does.
    pub(crate) was: Option<String>,
    pub(crate) changes: Vec<Change>,
    /// Whether nothing changed but the order of rows.
    pub(crate) moved: bool,
    pub(crate) gone: Option<Gone>,
    /// Whether the check finds it still, although something was done.
    pub(crate) still: bool,
    /// Whether it does not any more, since something was done there or in another cell.
    pub(crate) mended: bool,
    pub(crate) reason: String,
    /// What is said in answer.
    pub(crate) note: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FoundLine {
    pub(crate) rule: String,
    /// In the words of the pack that is here.
    pub(crate) title: String,
    pub(crate) severity: Severity,
    pub(crate) what: String,
    pub(crate) advice: String,
}

/// An entry as it stands to the document, and as it came.
pub(super) fn line(
    entry: &SlipEntry,
    said: &str,
    key: &AttrValue,
    draft: &Draft,
    words: &Words<'_>,
    note: Option<&String>,
) -> Line {
    let place = words.anchored(&entry.at, draft.document());
    let was = match &entry.was {
        Was::Text(text) if entry.changes.is_empty() && entry.gone.is_none() => Some(text.clone()),
        _ => None,
    };
    Line {
        key: key.clone(),
        n: entry.n,
        state: entry.state,
        place: if entry.name.is_empty() { place } else { [place.as_str(), " · ", &entry.name].concat() },
        comment: entry.comment.clone(),
        found: entry.finding.as_ref().map(|found| FoundLine {
            rule: found.rule.to_string(),
            title: words.rule(found.rule.as_str()),
            severity: found.severity,
            what: found.what.clone(),
            advice: found.advice.clone(),
        }),
        was,
        changes: changes(entry, draft, words),
        moved: entry.stood.is_some()
            && entry.state == State::Changed
            && entry.changes.is_empty()
            && entry.gone.is_none()
            && entry.still != Some(false),
        gone: entry.gone,
        mended: entry.still == Some(false) && entry.state == State::Changed,
        still: entry.still == Some(true) && entry.state != State::Open,
        reason: entry.reason.clone(),
        note: note.map_or(said, String::as_str).to_owned().into(),
    }
}

/// Changes cell by cell; a row that came or went is one.
fn changes(entry: &SlipEntry, draft: &Draft, words: &Words<'_>) -> Vec<Change> {
    let mut told = Vec::new();
    for changed in &entry.changes {
        let cell = words.cell(changed.cell.as_str());
        let change = match (&changed.table, &changed.row) {
            (Some(table), Some(row)) => {
                let there = draft.document().row(table.as_str(), row.as_str()).is_some();
                let stood = entry.stood.as_ref();
                let known = stood.is_some_and(|stood| stood.rows.iter().any(|s| s.row == *row && s.table == *table));
                let name = || row_name(changed, table, row, draft, words);
                match (known, there) {
                    (true, false) => Change::RowGone(name()),
                    (false, true) => Change::RowNew(name()),
                    _ => {
                        let label = [name().as_str(), " · ", &cell].concat();
                        Change::Cell(label, changed.before.clone(), changed.now.clone())
                    }
                }
            }
            _ => Change::Cell(cell, changed.before.clone(), changed.now.clone()),
        };
        if matches!(change, Change::Cell(..)) || told.last() != Some(&change) {
            told.push(change);
        }
    }
    told
}

/// What a row is called; its place where it has no name.
fn row_name(changed: &Changed, table: &TableId, row: &RowId, draft: &Draft, words: &Words<'_>) -> String {
    if !changed.name.is_empty() {
        return changed.name.clone();
    }
    let at = Anchor { table: Some(table.clone()), row: Some(row.clone()), ..Anchor::default() };
    let name = at.name(draft);
    if name.is_empty() { words.anchored(&at, draft.document()) } else { name }
}
