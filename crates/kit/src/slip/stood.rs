//! The texts of a table or a section, and what of them changed.

use jibiao_model::{Block, CellId, Row, RowId, SortedMap, SortedSet, TableId};

use super::{Anchor, Changed, Stood, StoodRow, answer::cells};
use crate::Draft;

impl Stood {
    /// What stands at a place now, where that is a table or a section.
    pub(super) fn at(at: &Anchor, draft: &Draft) -> Option<Self> {
        let mut stood = Self::default();
        match at {
            Anchor { table: Some(table), row: None, .. } => stood.take_table(table, draft),
            Anchor { table: None, cell: None, section: Some(section), .. } => {
                let section = draft.form().sections.iter().find(|known| known.id == *section)?;
                for block in &section.blocks {
                    match block {
                        Block::Cells(cells) | Block::Matrix { cells, .. } => {
                            let texts = cells.iter().map(|cell| (&cell.id, draft.document().text(cell.id.as_str())));
                            stood.cells.extend(filled(texts));
                        }
                        Block::Table(table) => stood.take_table(&table.id, draft),
                        Block::Note(_) => {}
                    }
                }
            }
            _ => return None,
        }
        Some(stood)
    }

    fn take_table(&mut self, table: &TableId, draft: &Draft) {
        let rows = draft.document().rows(table.as_str()).iter();
        self.rows.extend(rows.map(|row| StoodRow {
            table: table.clone(),
            row: row.id.clone(),
            name: name(table, row, draft),
            cells: texts(row),
        }));
    }

    pub(super) fn bytes(&self) -> usize {
        let rows = self.rows.iter().flat_map(|row| row.cells.iter());
        self.cells.iter().chain(rows).map(|(cell, text)| cell.as_str().len().saturating_add(text.len())).sum()
    }

    /// What of it says something else now, cell by cell; of rows that are gone and rows that are new each cell with a text.
    pub(super) fn changes(&self, at: &Anchor, draft: &Draft) -> Vec<Changed> {
        let document = draft.document();
        let now = Self::at(at, draft).unwrap_or_default();
        // A cell may stand in another section by now.
        let here = self.cells.keys().map(|cell| (cell, document.text(cell.as_str())));
        let mut outside = now.cells.clone();
        outside.extend(filled(here));
        let mut changes: Vec<Changed> = cells(&self.cells, &outside).collect();
        let (there, none) = (self.rows_now(draft), SortedMap::new());
        for row in &self.rows {
            let texts = there.get(&(&row.table, &row.row)).map_or_else(SortedMap::new, |(_, there)| texts(there));
            changes.extend(row.told(&row.cells, &texts));
        }
        let known: SortedSet<_> = self.rows.iter().map(|row| (&row.table, &row.row)).collect();
        for row in now.rows.iter().filter(|row| !known.contains(&(&row.table, &row.row))) {
            changes.extend(row.told(&none, &row.cells));
        }
        changes
    }

    /// Whether rows that were there and still are stand in another order.
    pub(super) fn is_moved(&self, draft: &Draft) -> bool {
        let there = self.rows_now(draft);
        let places = self.rows.iter().filter_map(|row| {
            let (at, _) = there.get(&(&row.table, &row.row))?;
            Some((&row.table, *at))
        });
        let places: Vec<_> = places.collect();
        places.windows(2).any(|pair| matches!(pair, [(one, before), (other, after)] if one == other && before > after))
    }

    /// The rows of its tables as they are now, with their positions.
    fn rows_now<'d>(&'d self, draft: &'d Draft) -> SortedMap<(&'d TableId, &'d RowId), (usize, &'d Row)> {
        let tables: SortedSet<&TableId> = self.rows.iter().map(|row| &row.table).collect();
        let rows = tables.iter().flat_map(|table| {
            let rows = draft.document().rows(table.as_str()).iter().enumerate();
            rows.map(|(at, row)| ((*table, &row.id), (at, row)))
        });
        rows.collect()
    }
}

impl StoodRow {
    /// Changes of the row, with its name.
    fn told<'c>(
        &'c self,
        before: &'c SortedMap<CellId, String>,
        now: &'c SortedMap<CellId, String>,
    ) -> impl Iterator<Item = Changed> + 'c {
        cells(before, now).map(|changed| Changed {
            table: Some(self.table.clone()),
            row: Some(self.row.clone()),
            name: self.name.clone(),
            ..changed
        })
    }
}

/// What a row is called; blank where it has no name.
fn name(table: &TableId, row: &Row, draft: &Draft) -> String {
    let shape = draft.form().table(table.as_str());
    shape.map(|shape| shape.row_name(|cell| row.text(cell)).to_owned()).unwrap_or_default()
}

fn texts(row: &Row) -> SortedMap<CellId, String> {
    filled(row.cells.iter().map(|(cell, text)| (cell, text.as_str()))).collect()
}

fn filled<'t>(texts: impl Iterator<Item = (&'t CellId, &'t str)>) -> impl Iterator<Item = (CellId, String)> {
    texts.filter(|(_, text)| !text.is_empty()).map(|(cell, text)| (cell.clone(), text.to_owned()))
}
