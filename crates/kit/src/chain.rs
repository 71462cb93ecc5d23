//! Whether a document's origins are what they say, with the other files at hand; and what changed since.

mod changes;
mod quoted;

use jibiao_model::{CellId, Document, FormPurpose, Origin, Relation, RowId, TableId};
use serde::Serialize;

use crate::{Draft, Kit, carry::other_project, digest};

/// What can be said about one origin of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkState {
    /// The file is at hand and is the one that was taken from.
    Matches,
    /// The file is not at hand: nothing can be said.
    Absent,
    /// The file was saved again since: it may say something else now.
    Newer,
    /// The file has the same revision and another content, or an older one.
    Changed,
    /// The file is as it was, and does not say what this document claims to have taken from it.
    Misquoted,
    /// The file is as it was, and the form takes nothing over from such a file in this way: nothing can be held against it.
    NotTaken,
    /// The file belongs to another project.
    OtherProject,
    /// The file was made from this document in turn.
    Circle,
}

impl LinkState {
    /// All states.
    pub const ALL: [Self; 8] = [
        Self::Matches,
        Self::Absent,
        Self::Newer,
        Self::Changed,
        Self::Misquoted,
        Self::NotTaken,
        Self::OtherProject,
        Self::Circle,
    ];

    /// The name used in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Matches => "matches",
            Self::Absent => "absent",
            Self::Newer => "newer",
            Self::Changed => "changed",
            Self::Misquoted => "misquoted",
            Self::NotTaken => "not-taken",
            Self::OtherProject => "other-project",
            Self::Circle => "circle",
        }
    }

    /// Whether something is wrong. A file that is not at hand is no fault.
    pub fn is_trouble(self) -> bool {
        !matches!(self, Self::Matches) && !self.is_open()
    }

    /// Whether nothing can be said.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Absent | Self::NotTaken)
    }
}

/// One origin of a document, held against the files at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    pub relation: Relation,
    /// Id of the other document.
    pub id: String,
    pub revision: u64,
    pub state: LinkState,
    /// Where the document claims something else than the file says: `before` is what the file says, `now` what this
    /// document has written down as taken from it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misquotes: Vec<Change>,
    /// Which of the documents at hand it was held against.
    #[serde(skip)]
    pub at: Option<usize>,
}

/// What another file with the id of a document is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Namesake {
    /// The same content.
    Same,
    /// An earlier or later revision.
    Revision,
    /// The same revision with another content: nobody can tell which one is the document.
    Other,
}

/// A text that differs from what was taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub relation: Relation,
    pub table: Option<TableId>,
    pub row: Option<RowId>,
    /// `None` for a row that is new, or gone.
    pub cell: Option<CellId>,
    /// Blank for what was not there.
    pub before: String,
    /// Blank for what is gone.
    pub now: String,
    /// Whether it had to stay: what was approved, and what names the project and its money. A text that says the same
    /// in other words is still there.
    pub broken: bool,
}

impl Kit {
    /// Holds the origins of a document against other documents: each is looked for by its id, and what it gave is taken
    /// anew.
    pub fn trace(&self, draft: &Draft, others: &[&Draft]) -> Vec<Link> {
        let document = draft.document();
        let mut found: Vec<(LinkState, Option<usize>)> = Vec::new();
        for origin in &document.origins {
            found.push(state(draft, origin, others));
        }
        // Only of a file that is as it was can be said what it gives.
        let source = |(state, at): &(LinkState, Option<usize>)| {
            at.filter(|_| *state == LinkState::Matches).and_then(|at| others.get(at).copied())
        };
        let sources: Vec<Option<&Draft>> = found.iter().map(source).collect();
        let quoted = self.quoted(draft, &sources);
        let links = document.origins.iter().zip(found).zip(quoted);
        let link = links.map(|((origin, (state, at)), quoted)| {
            let (state, misquotes) = match (state, quoted) {
                (LinkState::Matches, None) => (LinkState::NotTaken, Vec::new()),
                (LinkState::Matches, Some(misquotes)) if !misquotes.is_empty() => (LinkState::Misquoted, misquotes),
                _ => (state, Vec::new()),
            };
            Link { relation: origin.relation, id: origin.id.clone(), revision: origin.revision, state, misquotes, at }
        });
        link.collect()
    }
}

impl Draft {
    /// What another file is to this one; `None` where it is another document. With which edition of a pack they were
    /// opened makes no difference.
    pub fn namesake(&self, other: &Draft) -> Option<Namesake> {
        let (one, other) = (self.document(), other.document());
        if one.id != other.id {
            return None;
        }
        let pinned = Document { pack: one.pack.clone(), ..other.clone() };
        Some(match one.revision == other.revision {
            _ if digest(&pinned) == digest(one) => Namesake::Same,
            true => Namesake::Other,
            false => Namesake::Revision,
        })
    }

    /// Whether a form that answers for another document names none: whether it was ever made from one can't be told.
    pub fn lacks_origin(&self) -> bool {
        let answers = !matches!(self.form().purpose, FormPurpose::ExAnte | FormPurpose::Declaration);
        let mut carries = self.form().carries.iter();
        answers && self.document().origins.is_empty() && carries.any(|carry| carry.relation != Relation::Part)
    }
}

/// What can be said of an origin before its words are compared; and which of the files it was held against.
fn state(draft: &Draft, origin: &Origin, others: &[&Draft]) -> (LinkState, Option<usize>) {
    // A file that was opened with another edition of its pack since is the same file.
    let is_it = |other: &Draft| {
        let pinned = Document { pack: origin.pack.clone(), ..other.document().clone() };
        digest(&pinned) == origin.sha256
    };
    let named = || others.iter().enumerate().filter(|(_, other)| other.document().id == origin.id);
    // Of several files the one that was meant; else the one that comes nearest.
    let of_revision = || named().find(|(_, other)| other.document().revision == origin.revision);
    let found = named().find(|(_, other)| is_it(other)).or_else(of_revision).or_else(|| named().next());
    let at = found.map(|(at, _)| at);
    if leads_to(&draft.document().id, &origin.id, others) {
        return (LinkState::Circle, at);
    }
    let Some((_, other)) = found else {
        return (LinkState::Absent, None);
    };
    if origin.relation != Relation::Part && other_project(draft, other).is_some() {
        return (LinkState::OtherProject, at);
    }
    if !is_it(other) {
        let newer = other.document().revision > origin.revision;
        return (if newer { LinkState::Newer } else { LinkState::Changed }, at);
    }
    (LinkState::Matches, at)
}

/// Whether a chain of origins leads from a document (by id) back to another.
fn leads_to(wanted: &str, from: &str, others: &[&Draft]) -> bool {
    let (mut open, mut seen) = (vec![from], Vec::new());
    while let Some(id) = open.pop() {
        if id == wanted {
            return true;
        }
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let other = others.iter().find(|other| other.document().id == id);
        open.extend(other.into_iter().flat_map(|other| &other.document().origins).map(|origin| origin.id.as_str()));
    }
    false
}
