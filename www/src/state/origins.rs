//! What a document was made from, and what differs from that, in words.

use jibiao_kit::{
    Change, Draft, LinkState, Origin, Relation, RowId, Words,
    model::{CellId, TableId},
};

use super::{Field, spec::Spec};
use crate::words::Text;

/// Where a document comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chain {
    pub(crate) origins: Vec<Source>,
    /// Changes against an earlier revision of the same form: they are printed.
    pub(crate) adjusted: Vec<Difference>,
    /// What differs from other origins: of use while filling.
    pub(crate) others: Vec<Difference>,
}

/// A document that this one was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// 批复的目标, 上年.
    pub(crate) relation: String,
    /// Title of its form, where the pack has it.
    pub(crate) form: String,
    pub(crate) revision: String,
    /// The beginning of the digest, enough to compare two prints by eye.
    pub(crate) digest: String,
    /// What is wrong with it, where it is at hand.
    pub(crate) trouble: Option<String>,
    /// Whether it is at hand and is what was taken from.
    pub(crate) matches: bool,
}

/// A text that differs from what was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) place: String,
    /// Where to go; `None` for what is gone.
    pub(crate) field: Option<Field>,
    pub(crate) before: String,
    pub(crate) now: String,
}

/// How many characters of a digest people compare by eye.
const SHORT: usize = 8;

pub(crate) fn of(draft: &Draft, spec: &Spec, links: &[LinkState], t: Text) -> Chain {
    let origins = &draft.document().origins;
    let mut chain = Chain::default();
    if origins.is_empty() {
        return chain;
    }
    for (at, origin) in origins.iter().enumerate() {
        chain.origins.push(from(draft, origin, links.get(at).copied(), t));
    }
    let words = Words::new(draft.pack(), draft.form(), t.0);
    for change in draft.changes() {
        let into = if change.relation == Relation::Adjusted { &mut chain.adjusted } else { &mut chain.others };
        into.push(difference(draft, spec, &words, change));
    }
    chain
}

fn from(draft: &Draft, origin: &Origin, link: Option<LinkState>, t: Text) -> Source {
    let form = draft.pack().form(origin.form.as_str());
    Source {
        relation: t.kit(&format!("relation-{}", origin.relation.name())),
        form: form.map_or(origin.form.as_str(), |form| t.label(&form.title)).to_owned(),
        revision: origin.revision.to_string(),
        digest: origin.sha256.chars().take(SHORT).collect(),
        trouble: link.filter(|link| link.is_trouble()).map(|link| t.kit(&format!("link-{}", link.name()))),
        matches: link == Some(LinkState::Matches),
    }
}

fn difference(draft: &Draft, spec: &Spec, words: &Words<'_>, change: Change) -> Difference {
    let Change { table, row, cell, before, now, .. } = change;
    let document = draft.document();
    let mut place = words.spot(document, table.as_ref(), row.as_ref(), cell.as_ref());
    let name = table.as_ref().zip(row.as_ref()).and_then(|(table, row)| {
        let name = spec.table(table)?.naming()?.field.id.as_str();
        let (_, row) = document.row(table.as_str(), row.as_str())?;
        Some(row.text(name).trim().to_owned())
    });
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        place = format!("{place}（{name}）");
    }
    Difference { place, field: field(spec, table, row, cell), before, now }
}

/// The cell that changed; of a new row its name.
fn field(spec: &Spec, table: Option<TableId>, row: Option<RowId>, cell: Option<CellId>) -> Option<Field> {
    match (table, row, cell) {
        (Some(table), Some(row), Some(column)) => Some(Field::Row { table, row, column }),
        (Some(table), Some(row), None) => {
            let column = spec.table(&table)?.naming()?.field.id.clone();
            Some(Field::Row { table, row, column })
        }
        (_, _, Some(cell)) => Some(Field::Cell(cell)),
        _ => None,
    }
}
