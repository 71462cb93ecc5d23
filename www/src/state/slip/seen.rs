//! A return slip made ready for drawing.

use jibiao_kit::{
    Draft, Severity, Words,
    slip::{Changed, Gone, SlipEntry, State, Was},
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
    /// Label, text before and text now.
    pub(crate) changes: Vec<(String, String, String)>,
    pub(crate) gone: Option<Gone>,
    /// Whether the check finds it still, although something was done.
    pub(crate) still: bool,
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
    let change = |changed: &Changed| (words.cell(changed.cell.as_str()), changed.before.clone(), changed.now.clone());
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
        changes: entry.changes.iter().map(change).collect(),
        gone: entry.gone,
        still: entry.still == Some(true) && entry.state != State::Open,
        reason: entry.reason.clone(),
        note: note.map_or(said, String::as_str).to_owned().into(),
    }
}
