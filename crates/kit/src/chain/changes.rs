//! What differs from what a document took over.

use jibiao_model::{Carried, CellId, Origin, Relation, RowId, TableId};
use jibiao_rules::still_says;

use super::Change;
use crate::Draft;

impl Draft {
    /// What differs from what was taken over: in the order of the origins, cells before rows.
    pub fn changes(&self) -> Vec<Change> {
        let document = self.document();
        let mut changes = Vec::new();
        let last_part = document.origins.iter().rposition(|origin| origin.relation == Relation::Part);
        for (at, origin) in document.origins.iter().enumerate() {
            match origin.relation {
                // Another period has other figures.
                Relation::Previous => {}
                // Sums grow with every part: what they came to stands with the last one.
                Relation::Part if last_part == Some(at) => {
                    self.compared(origin, &self.parts(|part| &part.frozen), true, &mut changes);
                    self.compared(origin, &self.parts(|part| &part.before), false, &mut changes);
                }
                Relation::Part => {}
                _ => {
                    self.compared(origin, &origin.frozen, true, &mut changes);
                    self.compared(origin, &origin.before, false, &mut changes);
                }
            }
            if origin.relation == Relation::Adjusted {
                changes.extend(self.added(origin));
            }
            changes.extend(self.beside(origin));
        }
        changes
    }

    /// What all parts together gave.
    fn parts(&self, account: impl Fn(&Origin) -> &Carried) -> Carried {
        let mut whole = Carried::default();
        for part in self.document().origins.iter().filter(|origin| origin.relation == Relation::Part) {
            let account = account(part);
            for (cell, text) in &account.cells {
                whole.cells.insert(cell.clone(), text.clone());
            }
            for (table, rows) in &account.tables {
                let into = whole.tables.get_or_default(table.clone());
                for (row, cells) in rows {
                    into.insert(row.clone(), cells.clone());
                }
            }
        }
        whole
    }

    /// What differs from an account.
    fn compared(&self, origin: &Origin, carried: &Carried, frozen: bool, changes: &mut Vec<Change>) {
        let document = self.document();
        // What was only remembered has no cell here that could differ from it.
        let asked = carried.cells.iter().filter(|(cell, _)| self.form().cell(cell.as_str()).is_some());
        for (cell, before) in asked {
            let now = document.text(cell.as_str());
            let concept = self.form().cell(cell.as_str()).and_then(|cell| cell.concept);
            let held = frozen || concept.is_some_and(|concept| origin.relation.holds(concept));
            let broken = held && !still_says(self.form(), document, origin, concept, [before, now]);
            changes.extend(change(origin.relation, None, Some(cell), [before, now], broken));
        }
        // What was approved is answered for, also where its words were only a beginning.
        let stays = frozen || origin.relation == Relation::Approved;
        for (table, rows) in &carried.tables {
            for (row, cells) in rows {
                let there = document.row(table.as_str(), row.as_str()).map(|(_, row)| row);
                let at = Some((table, row));
                let Some(there) = there else {
                    let before = self.named(table, |cell| cells.get(cell).map_or("", String::as_str));
                    changes.extend(change(origin.relation, at, None, [before, ""], stays));
                    continue;
                };
                for (cell, before) in cells {
                    let now = there.text(cell.as_str());
                    let broken = frozen && !still_says(self.form(), document, origin, None, [before, now]);
                    changes.extend(change(origin.relation, at, Some(cell), [before, now], broken));
                }
            }
        }
    }

    /// What a row of a table is called.
    fn named<'t>(&self, table: &TableId, text: impl Fn(&str) -> &'t str) -> &'t str {
        self.form().table(table.as_str()).map_or("", |shape| shape.row_name(text))
    }

    /// Cells and rows that were not there before an adjustment.
    fn added<'d>(&'d self, origin: &'d Origin) -> impl Iterator<Item = Change> + use<'d> {
        let document = self.document();
        let cells = document.cells.iter().filter(|(cell, _)| !origin.before.cells.contains_key(cell.as_str()));
        let cells = cells.filter_map(|(cell, now)| change(origin.relation, None, Some(cell), ["", now], false));
        let rows = document.tables.iter().flat_map(|(table, rows)| rows.iter().map(move |row| (table, row)));
        let known = |table: &TableId, row: &RowId| {
            origin.before.tables.get(table.as_str()).is_some_and(|rows| rows.contains_key(row.as_str()))
        };
        let rows = rows.filter(move |(table, row)| !known(table, &row.id)).filter_map(|(table, row)| {
            let now = self.named(table, |cell| row.text(cell));
            change(origin.relation, Some((table, &row.id)), None, ["", now], false)
        });
        cells.chain(rows)
    }

    /// Rows that stand beside those that had to stay as they were.
    fn beside<'d>(&'d self, origin: &'d Origin) -> impl Iterator<Item = Change> + use<'d> {
        origin.frozen.tables.iter().flat_map(move |(table, held)| {
            let rows = self.document().rows(table.as_str()).iter();
            let new = rows.filter(|row| !row.is_blank() && !held.contains_key(row.id.as_str()));
            new.filter_map(move |row| {
                let now = self.named(table, |cell| row.text(cell));
                change(origin.relation, Some((table, &row.id)), None, ["", now], true)
            })
        })
    }
}

fn change(
    relation: Relation,
    row: Option<(&TableId, &RowId)>,
    cell: Option<&CellId>,
    [before, now]: [&str; 2],
    broken: bool,
) -> Option<Change> {
    (before.trim() != now.trim()).then(|| Change {
        relation,
        table: row.map(|(table, _)| table.clone()),
        row: row.map(|(_, row)| row.clone()),
        cell: cell.cloned(),
        before: before.to_owned(),
        now: now.to_owned(),
        broken,
    })
}
