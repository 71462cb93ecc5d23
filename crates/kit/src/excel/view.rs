//! A sheet from elsewhere as a person sees it: hidden rows and columns are left out, merged cells stand at all their places.

use jibiao_sheet::{Area, Sheet};
use jibiao_table::{Grid, Most, Placed};

/// A sheet as a grid, and where each of its rows and columns stands on the sheet.
#[derive(Clone, Debug)]
pub(super) struct View {
    pub(super) grid: Grid,
    rows: Vec<u32>,
    columns: Vec<u32>,
}

impl View {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let hidden = |column: u32| {
            let column = usize::try_from(column).ok().and_then(|column| sheet.columns.get(column));
            column.is_some_and(|column| column.hidden)
        };
        let shown = || sheet.rows.iter().filter(|row| !row.hidden);
        let texts = |row: &&jibiao_sheet::Row| row.cells.iter().any(|cell| !cell.text.trim().is_empty());
        let rows: Vec<u32> = shown().filter(texts).map(|row| row.at).take(Most::USUAL.rows).collect();
        let mut columns: Vec<u32> = shown()
            .flat_map(|row| &row.cells)
            .filter(|cell| !cell.text.trim().is_empty() && !hidden(cell.column))
            .map(|cell| cell.column)
            .collect();
        columns.sort_unstable();
        columns.dedup();
        columns.truncate(Most::USUAL.columns);
        // By their corner, so that each cell finds its own without looking through all.
        let mut merges: Vec<Area> = sheet.merges.clone();
        merges.sort_unstable();
        let count = |places: &[u32], from: u32, to: u32| {
            let begin = places.partition_point(|place| *place < from);
            places.partition_point(|place| *place <= to).saturating_sub(begin)
        };
        let mut placed = Vec::new();
        for row in shown() {
            let Ok(at) = rows.binary_search(&row.at) else { continue };
            for cell in &row.cells {
                let Ok(column) = columns.binary_search(&cell.column) else { continue };
                let found = merges.binary_search_by_key(&(row.at, cell.column), |area| (area.top, area.left));
                let area = found.ok().and_then(|found| merges.get(found)).copied();
                let area = area.unwrap_or_else(|| Area::cell(row.at, cell.column));
                placed.push(Placed {
                    text: cell.text.clone(),
                    row: at,
                    column,
                    across: count(&columns, area.left, area.right),
                    down: count(&rows, area.top, area.bottom),
                });
            }
        }
        Self { grid: Grid::of(placed, Most::USUAL), rows, columns }
    }

    /// A grid that did not come from a workbook.
    pub(super) fn plain(grid: Grid) -> Self {
        let count = |most: usize| (0..u32::try_from(most).unwrap_or(u32::MAX)).collect();
        let (rows, columns) = (count(grid.height()), count(grid.width()));
        Self { grid, rows, columns }
    }

    /// Where a cell of the grid stands on the sheet.
    pub(super) fn at(&self, row: usize, column: usize) -> (u32, u32) {
        let of = |places: &[u32], at: usize| places.get(at).copied().unwrap_or_default();
        (of(&self.rows, row), of(&self.columns, column))
    }

    /// The cells that begin somewhere, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        let all = (0..self.grid.height()).flat_map(|row| (0..self.grid.width()).map(move |column| (row, column)));
        let own = all.map(|(row, column)| (row, column, self.grid.own(row, column)));
        own.filter(|(_, _, text)| !text.is_empty())
    }

    /// The first column behind a cell in its row.
    pub(super) fn behind(&self, row: usize, column: usize) -> usize {
        let text = self.grid.own(row, column);
        let same = |at: &usize| self.grid.text(row, *at) == text && self.grid.own(row, *at).is_empty();
        (column.saturating_add(1)..self.grid.width()).find(|at| !same(at)).unwrap_or(self.grid.width())
    }

    /// The first row below a cell in its column.
    pub(super) fn below(&self, row: usize, column: usize) -> usize {
        let text = self.grid.own(row, column);
        let same = |at: &usize| self.grid.from_above(*at, column) == text;
        (row.saturating_add(1)..self.grid.height()).find(|at| !same(at)).unwrap_or(self.grid.height())
    }
}

#[cfg(test)]
mod tests {
    use jibiao_sheet::{Cell, Column, Row};

    use super::*;

    #[test]
    fn a_person_sees_neither_hidden_rows_nor_hidden_columns() {
        let cell = |column: u32, text: &str| Cell { column, text: text.into(), ..Cell::default() };
        let row = |at: u32, hidden: bool, cells: Vec<Cell>| Row { at, hidden, cells, ..Row::default() };
        let sheet = Sheet {
            columns: vec![Column { width: 0, hidden: false }, Column { width: 0, hidden: true }],
            rows: vec![
                row(2, false, vec![cell(0, "a"), cell(1, "x"), cell(4, "b")]),
                row(3, true, vec![cell(0, "y")]),
                row(9, false, vec![cell(4, "c")]),
            ],
            merges: vec![Area { top: 2, left: 0, bottom: 9, right: 3 }],
            ..Sheet::default()
        };
        let view = View::of(&sheet);
        let grid = &view.grid;
        assert_eq!((grid.height(), grid.width()), (2, 2));
        assert_eq!([grid.own(0, 0), grid.own(0, 1), grid.from_above(1, 0), grid.own(1, 1)], ["a", "b", "a", "c"]);
        assert_eq!((view.at(1, 1), view.behind(0, 0), view.below(0, 0)), ((9, 4), 1, 2));
    }
}
