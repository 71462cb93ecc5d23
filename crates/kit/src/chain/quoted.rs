//! Whether a document's account of what it took over is what the other files say: everything is taken anew.

use jibiao_model::{Carried, CellId, Document, Origin, RowId, TableId};

use super::Change;
use crate::{Draft, Kit, carry::again};

/// A place of an account, and what stands there.
type Said<'c> = (Option<(&'c TableId, &'c RowId)>, &'c CellId, &'c str);

impl Kit {
    /// For each origin whose file is given, where the account says something else; `None` where the form takes nothing
    /// over from such a file in this way.
    pub(super) fn quoted(&self, draft: &Draft, sources: &[Option<&Draft>]) -> Vec<Option<Vec<Change>>> {
        let document = draft.document();
        let blank = || Some(self.blank_of(&document.pack, document.form.as_str(), "").ok()?.into_document());
        // One after another, as they were taken: sums grow with each project, a row has one name for two years.
        let mut whole = blank();
        let mut quoted = Vec::new();
        for (origin, source) in document.origins.iter().zip(sources) {
            let in_turn = whole.as_mut().and_then(|whole| again(draft.form(), origin, *source, whole));
            // An account may also have come along with the sheet of the period before, and was made alone.
            let alone = || blank().and_then(|mut blank| again(draft.form(), origin, *source, &mut blank));
            quoted.push(in_turn.map(|in_turn| {
                let misquotes = differences(document, origin, &in_turn);
                match misquotes.is_empty() {
                    true => misquotes,
                    false => alone()
                        .map(|alone| differences(document, origin, &alone))
                        .filter(Vec::is_empty)
                        .unwrap_or(misquotes),
                }
            }));
            if let Some(whole) = &mut whole {
                whole.origins.push(origin.clone());
            }
        }
        quoted
    }
}

/// Where the account of an origin differs from what is taken now.
fn differences(document: &Document, origin: &Origin, (frozen, before): &(Carried, Carried)) -> Vec<Change> {
    // With the pack that it was begun with each word has to be there. Another may freeze more, take less.
    let exact = document.pack == origin.pack;
    let mut changes = Vec::new();
    for (source, account) in [(frozen, &origin.frozen), (before, &origin.before)] {
        for (row, cell, said) in all(source) {
            match text(account, row, cell) {
                Some(claimed) if claimed != said => changes.push(misquote(origin, row, cell, said, claimed)),
                None if exact && !said.is_empty() => changes.push(misquote(origin, row, cell, said, "")),
                _ => {}
            }
        }
        for (row, cell, claimed) in all(account) {
            if exact && !claimed.is_empty() && text(source, row, cell).is_none() {
                changes.push(misquote(origin, row, cell, "", claimed));
            }
        }
    }
    changes
}

fn misquote(origin: &Origin, row: Option<(&TableId, &RowId)>, cell: &CellId, said: &str, claimed: &str) -> Change {
    Change {
        relation: origin.relation,
        table: row.map(|(table, _)| table.clone()),
        row: row.map(|(_, row)| row.clone()),
        cell: Some(cell.clone()),
        before: said.to_owned(),
        now: claimed.to_owned(),
        broken: true,
    }
}

fn all(carried: &Carried) -> impl Iterator<Item = Said<'_>> {
    let cells = carried.cells.iter().map(|(cell, text)| (None, cell, text.as_str()));
    let rows = carried.tables.iter().flat_map(|(table, rows)| {
        let cells = rows.iter().flat_map(|(row, cells)| cells.iter().map(move |(cell, text)| (row, cell, text)));
        cells.map(move |(row, cell, text)| (Some((table, row)), cell, text.as_str()))
    });
    cells.chain(rows)
}

fn text<'c>(carried: &'c Carried, row: Option<(&TableId, &RowId)>, cell: &CellId) -> Option<&'c str> {
    let cells = match row {
        None => &carried.cells,
        Some((table, row)) => carried.tables.get(table)?.get(row)?,
    };
    cells.get(cell).map(String::as_str)
}
