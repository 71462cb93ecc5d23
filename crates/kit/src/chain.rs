//! Whether a document's origins are what they say, with the other files at hand; and what changed since.

use jibiao_model::{Carried, CarriedRows, CellId, Document, Origin, Relation, RowId, TableId};
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
    /// The file belongs to another project.
    OtherProject,
    /// The file was made from this document in turn.
    Circle,
}

impl LinkState {
    /// All states.
    pub const ALL: [Self; 7] =
        [Self::Matches, Self::Absent, Self::Newer, Self::Changed, Self::Misquoted, Self::OtherProject, Self::Circle];

    /// The name used in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Matches => "matches",
            Self::Absent => "absent",
            Self::Newer => "newer",
            Self::Changed => "changed",
            Self::Misquoted => "misquoted",
            Self::OtherProject => "other-project",
            Self::Circle => "circle",
        }
    }

    /// Whether something is wrong. A file that is not at hand is no fault.
    pub fn is_trouble(self) -> bool {
        !matches!(self, Self::Matches | Self::Absent)
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
}

impl Kit {
    /// Holds the origins of a document against other documents: each is looked for by its id.
    pub fn trace(&self, draft: &Draft, others: &[&Draft]) -> Vec<Link> {
        let link = |origin: &Origin| Link {
            relation: origin.relation,
            id: origin.id.clone(),
            revision: origin.revision,
            state: self.state(draft, origin, others),
        };
        draft.document().origins.iter().map(link).collect()
    }

    fn state(&self, draft: &Draft, origin: &Origin, others: &[&Draft]) -> LinkState {
        if leads_to(&draft.document().id, &origin.id, others) {
            return LinkState::Circle;
        }
        let Some(other) = others.iter().find(|other| other.document().id == origin.id) else {
            return LinkState::Absent;
        };
        if origin.relation != Relation::Part && other_project(draft, other).is_some() {
            return LinkState::OtherProject;
        }
        // A file that was opened with another edition of its pack since is the same file.
        let pinned = Document { pack: origin.pack.clone(), ..other.document().clone() };
        if digest(&pinned) != origin.sha256 {
            return if other.document().revision > origin.revision { LinkState::Newer } else { LinkState::Changed };
        }
        // Sums of several parts are nobody's own text.
        if origin.relation == Relation::Part {
            return LinkState::Matches;
        }
        let document = draft.document();
        let again = self.carry(&document.pack, document.form.as_str(), Some(origin.relation), &[other], "");
        match again.as_ref().map(|again| again.document().origin(origin.relation)) {
            // The pack that it was begun with: each word has to be there. Another may freeze more, or less.
            Ok(Some(again)) if document.pack == origin.pack && again.frozen != origin.frozen => LinkState::Misquoted,
            Ok(Some(again)) if contradicts(&again.frozen, &origin.frozen) => LinkState::Misquoted,
            _ => LinkState::Matches,
        }
    }
}

/// Whether both hold a text for one place, and not the same.
fn contradicts(one: &Carried, other: &Carried) -> bool {
    let cells = one.cells.iter().any(|(cell, text)| other.cells.get(cell).is_some_and(|said| said != text));
    let rows = |rows: &CarriedRows, others: &CarriedRows| {
        rows.iter().any(|(row, cells)| {
            let said = |cell: &CellId| others.get(row)?.get(cell);
            cells.iter().any(|(cell, text)| said(cell).is_some_and(|said| said != text))
        })
    };
    cells || one.tables.iter().any(|(table, held)| other.tables.get(table).is_some_and(|others| rows(held, others)))
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

impl Draft {
    /// What differs from what was taken over: in the order of the origins, cells before rows.
    pub fn changes(&self) -> Vec<Change> {
        let document = self.document();
        let mut changes = Vec::new();
        for origin in &document.origins {
            for carried in [&origin.frozen, &origin.before] {
                // Sums of several parts grow with every part; another period has other figures.
                if matches!(origin.relation, Relation::Part | Relation::Previous) {
                    continue;
                }
                // What was only remembered has no cell here that could differ from it.
                let asked = carried.cells.iter().filter(|(cell, _)| self.form().cell(cell.as_str()).is_some());
                for (cell, before) in asked {
                    let now = document.text(cell.as_str());
                    changes.extend(change(origin.relation, None, Some(cell), before, now));
                }
                for (table, rows) in &carried.tables {
                    for (row, cells) in rows {
                        let there = document.row(table.as_str(), row.as_str()).map(|(_, row)| row);
                        let at = Some((table, row));
                        let Some(there) = there else {
                            let before = self.named(table, |cell| cells.get(cell).map_or("", String::as_str));
                            changes.extend(change(origin.relation, at, None, before, ""));
                            continue;
                        };
                        for (cell, before) in cells {
                            changes.extend(change(origin.relation, at, Some(cell), before, there.text(cell.as_str())));
                        }
                    }
                }
            }
            if origin.relation == Relation::Adjusted {
                changes.extend(self.added(origin));
            }
        }
        changes
    }

    /// What a row of a table is called.
    fn named<'t>(&self, table: &TableId, text: impl Fn(&str) -> &'t str) -> &'t str {
        self.form().table(table.as_str()).map_or("", |shape| shape.row_name(text))
    }

    /// Cells and rows that were not there before an adjustment.
    fn added<'d>(&'d self, origin: &'d Origin) -> impl Iterator<Item = Change> + use<'d> {
        let document = self.document();
        let cells = document.cells.iter().filter(|(cell, _)| !origin.before.cells.contains_key(cell.as_str()));
        let cells = cells.filter_map(|(cell, now)| change(origin.relation, None, Some(cell), "", now));
        let rows = document.tables.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
        let known = |table: &TableId, row: &RowId| {
            origin.before.tables.get(table.as_str()).is_some_and(|rows| rows.contains_key(row.as_str()))
        };
        let rows = rows.filter(move |(table, row)| !known(table, &row.id)).filter_map(|(table, row)| {
            let now = self.named(table, |cell| row.text(cell));
            change(origin.relation, Some((table, &row.id)), None, "", now)
        });
        cells.chain(rows)
    }
}

fn change(
    relation: Relation,
    row: Option<(&TableId, &RowId)>,
    cell: Option<&CellId>,
    before: &str,
    now: &str,
) -> Option<Change> {
    (before.trim() != now.trim()).then(|| Change {
        relation,
        table: row.map(|(table, _)| table.clone()),
        row: row.map(|(_, row)| row.clone()),
        cell: cell.cloned(),
        before: before.to_owned(),
        now: now.to_owned(),
    })
}
