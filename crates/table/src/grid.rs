//! Cells in rows and columns, as they came.

/// How much is read of a table from elsewhere. What stands beyond is not read, and [`Grid::is_cut`] says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Most {
    pub rows: usize,
    pub columns: usize,
    /// Cells altogether, those under merged ones included.
    pub cells: usize,
}

impl Most {
    /// More than any table that fits into a document.
    pub const USUAL: Self = Self { rows: 6_000, columns: 2_048, cells: 1_000_000 };
}

/// A text, and where its cell begins.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    text: String,
    row: usize,
    column: usize,
}

/// A text and the cells that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub text: String,
    pub row: usize,
    pub column: usize,
    /// How many columns and rows it takes; at least one each.
    pub across: usize,
    pub down: usize,
}

/// Cells in rows and columns. A merged cell stands at each of its places and begins at one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    pieces: Vec<Piece>,
    /// For each place the number of its piece, counted from 1; 0 for a blank one. Rows end with their last text.
    rows: Vec<Vec<u32>>,
    width: usize,
    cut: bool,
    hidden: usize,
}

impl Grid {
    /// A grid of cells whose places are known, as those of a workbook. Of cells that lie over each other the first stays.
    pub fn of(cells: impl IntoIterator<Item = Placed>, most: Most) -> Self {
        let mut grid = Self::default();
        let mut count = 0_usize;
        for Placed { text, row, column, across, down } in cells {
            let text = crate::text::tidy(&text);
            if text.is_empty() {
                continue;
            }
            if row >= most.rows || column >= most.columns || count >= most.cells {
                grid.cut = true;
                continue;
            }
            grid.pieces.push(Piece { text, row, column });
            let number = u32::try_from(grid.pieces.len()).unwrap_or_default();
            let (right, bottom) = (column.saturating_add(across.max(1)), row.saturating_add(down.max(1)));
            for at in row..bottom.min(most.rows) {
                if grid.rows.len() <= at {
                    grid.rows.resize(at.saturating_add(1), Vec::new());
                }
                let Some(places) = grid.rows.get_mut(at) else { continue };
                let end = right.min(most.columns);
                if places.len() < end {
                    places.resize(end, 0);
                }
                for place in places.iter_mut().take(end).skip(column).filter(|place| **place == 0) {
                    *place = number;
                }
                count = count.saturating_add(end.saturating_sub(column));
                if count >= most.cells {
                    break;
                }
            }
        }
        grid.width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        grid
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many columns the longest row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether there is one cell and no more.
    pub fn is_single(&self) -> bool {
        self.height() == 1 && self.width == 1
    }

    /// Whether there was more than is read.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// How many rows and columns with text were hidden where they came from, and are not here.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    fn piece(&self, row: usize, column: usize) -> Option<&Piece> {
        let number = self.rows.get(row)?.get(column)?;
        self.pieces.get(usize::try_from(*number).ok()?.checked_sub(1)?)
    }

    /// The text at a place, be it of a merged cell that begins elsewhere; blank where nothing stands.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.piece(row, column).map_or("", |piece| piece.text.as_str())
    }

    /// The text of the cell that begins here; blank where none does.
    pub fn own(&self, row: usize, column: usize) -> &str {
        let own = self.piece(row, column).filter(|piece| piece.row == row && piece.column == column);
        own.map_or("", |piece| piece.text.as_str())
    }

    /// The text of a merged cell that begins in a row above; blank where there is none.
    pub fn from_above(&self, row: usize, column: usize) -> &str {
        let above = self.piece(row, column).filter(|piece| piece.row < row && piece.column == column);
        above.map_or("", |piece| piece.text.as_str())
    }

    /// The same cells, but those that were merged over several rows from `from` on begin in each of them.
    #[must_use]
    pub fn spread(mut self, from: usize) -> Self {
        for row in from..self.height() {
            for column in 0..self.width {
                let text = self.from_above(row, column).to_owned();
                if text.is_empty() {
                    continue;
                }
                self.pieces.push(Piece { text, row, column });
                let number = u32::try_from(self.pieces.len()).unwrap_or_default();
                if let Some(place) = self.rows.get_mut(row).and_then(|row| row.get_mut(column)) {
                    *place = number;
                }
            }
        }
        self
    }

    /// The same cells with other texts.
    #[must_use]
    pub fn mapped(mut self, text: impl Fn(&str) -> String) -> Self {
        for piece in &mut self.pieces {
            piece.text = text(&piece.text);
        }
        self
    }

    /// Whether nothing begins in a row.
    pub fn is_blank(&self, row: usize) -> bool {
        (0..self.width).all(|column| self.own(row, column).is_empty())
    }
}

/// Takes cells in the order in which they are written.
#[derive(Debug)]
pub(crate) struct Builder {
    grid: Grid,
    most: Most,
    cells: usize,
    /// For each column how many rows a merged cell from above still takes, and which piece it is.
    above: Vec<(usize, u32)>,
    row: Option<Vec<u32>>,
    /// How many pieces there were before the row.
    before: usize,
    /// Columns that are hidden.
    hidden: Vec<bool>,
    /// How many columns the writer spoke of before the rows.
    columns: usize,
}

impl Builder {
    pub(crate) fn new(most: Most) -> Self {
        Self {
            grid: Grid::default(),
            most,
            cells: 0,
            above: Vec::new(),
            row: None,
            before: 0,
            hidden: Vec::new(),
            columns: 0,
        }
    }

    /// Whether no more is read.
    pub(crate) fn is_full(&self) -> bool {
        self.grid.cut
    }

    /// Columns before the rows of a table.
    pub(crate) fn columns(&mut self, count: usize, hidden: bool) {
        let end = self.columns.saturating_add(count).min(self.most.columns);
        if hidden {
            self.hidden.resize(self.hidden.len().max(end), false);
            self.hidden.iter_mut().take(end).skip(self.columns).for_each(|column| *column = true);
        }
        self.columns = end;
    }

    pub(crate) fn begin_row(&mut self) {
        self.end_row(false);
        if self.grid.rows.len() >= self.most.rows {
            self.grid.cut = true;
            return;
        }
        self.row = Some(Vec::new());
        self.before = self.grid.pieces.len();
    }

    /// A cell; outside a row it begins one. `filled` says whether a merged cell's text stands at all its columns.
    pub(crate) fn cell(&mut self, text: String, across: usize, down: usize, filled: bool) {
        if self.row.is_none() {
            self.begin_row();
        }
        self.under_merged();
        let Some(row) = &mut self.row else { return };
        let column = row.len();
        if column >= self.most.columns || self.cells >= self.most.cells {
            // Blank cells beyond the end are no loss: a whole row of a spreadsheet has sixteen thousand.
            self.grid.cut |= !text.is_empty();
            return;
        }
        let number = if text.is_empty() {
            0
        } else {
            self.grid.pieces.push(Piece { text, row: self.grid.rows.len(), column });
            u32::try_from(self.grid.pieces.len()).unwrap_or(0)
        };
        let across = across.clamp(1, self.most.columns.saturating_sub(column).max(1));
        for step in 0..across {
            let number = if filled || step == 0 { number } else { 0 };
            row.push(number);
            self.cells = self.cells.saturating_add(1);
            let at = column.saturating_add(step);
            if down > 1 {
                self.above.resize(self.above.len().max(at.saturating_add(1)), (0, 0));
                if let Some(above) = self.above.get_mut(at) {
                    *above = (down, number);
                }
            }
        }
    }

    /// Passes over the columns that a merged cell from above takes.
    fn under_merged(&mut self) {
        let Some(row) = &mut self.row else { return };
        while let Some((left, number)) = self.above.get(row.len()).copied().filter(|(left, _)| *left > 0) {
            // A cell of this very row is no cell from above, so `left` counts this row only once it ends.
            if left == 0 || self.cells >= self.most.cells {
                break;
            }
            row.push(number);
            self.cells = self.cells.saturating_add(1);
        }
    }

    /// Ends the row; a hidden one leaves only its merged cells behind.
    pub(crate) fn end_row(&mut self, hidden: bool) {
        if self.row.is_none() {
            return;
        }
        // A merged cell may stand behind columns that this row does not reach.
        let last = self.above.iter().rposition(|(left, _)| *left > 0);
        while self.row.as_ref().zip(last).is_some_and(|(row, last)| row.len() <= last) && self.cells < self.most.cells {
            let before = self.row.as_ref().map_or(0, Vec::len);
            self.under_merged();
            if let Some(row) = self.row.as_mut().filter(|row| row.len() == before) {
                row.push(0);
                self.cells = self.cells.saturating_add(1);
            }
        }
        for (left, _) in &mut self.above {
            *left = left.saturating_sub(1);
        }
        let Some(row) = self.row.take() else { return };
        if hidden {
            let begins = self.grid.pieces.len() > self.before;
            self.grid.hidden = self.grid.hidden.saturating_add(usize::from(begins));
        } else {
            self.grid.rows.push(row);
        }
    }

    /// Ends a table: merged cells reach no further.
    pub(crate) fn end_table(&mut self) {
        self.end_row(false);
        self.above.clear();
        self.columns = 0;
    }

    /// The cells, without blank rows and columns at the end and without hidden columns.
    pub(crate) fn finish(mut self) -> Grid {
        self.end_row(false);
        self.take_hidden_columns();
        let mut grid = self.grid;
        for row in &mut grid.rows {
            let end = row.iter().rposition(|number| *number > 0).map_or(0, |last| last.saturating_add(1));
            row.truncate(end);
        }
        // Below the last row that something begins in there are only the ends of merged cells.
        grid.width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        let last = (0..grid.rows.len()).rev().find(|at| !grid.is_blank(*at));
        grid.rows.truncate(last.map_or(0, |last| last.saturating_add(1)));
        grid
    }

    fn take_hidden_columns(&mut self) {
        let mut hidden: Vec<usize> = Vec::new();
        for (column, _) in self.hidden.iter().enumerate().filter(|(_, hidden)| **hidden) {
            hidden.push(column);
        }
        for column in hidden.into_iter().rev() {
            let mut held = false;
            for row in &mut self.grid.rows {
                if column < row.len() {
                    held |= row.remove(column) > 0;
                }
            }
            // A merged cell that began in the hidden column now begins beside it.
            for piece in self.grid.pieces.iter_mut().filter(|piece| piece.column > column) {
                piece.column = piece.column.saturating_sub(1);
            }
            self.grid.hidden = self.grid.hidden.saturating_add(usize::from(held));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(most: Most, build: impl FnOnce(&mut Builder)) -> Grid {
        let mut builder = Builder::new(most);
        build(&mut builder);
        builder.finish()
    }

    #[test]
    fn a_merged_cell_stands_at_each_of_its_places_and_begins_at_one() {
        let grid = built(Most::USUAL, |builder| {
            builder.begin_row();
            builder.cell("a".into(), 1, 2, true);
            builder.cell("b".into(), 2, 1, true);
            builder.begin_row();
            builder.cell("c".into(), 1, 1, true);
        });
        assert_eq!((grid.height(), grid.width()), (2, 3));
        assert_eq!([grid.text(0, 0), grid.text(0, 1), grid.text(0, 2)], ["a", "b", "b"]);
        assert_eq!([grid.text(1, 0), grid.text(1, 1), grid.text(1, 2)], ["a", "c", ""]);
        assert_eq!([grid.own(0, 2), grid.own(1, 0), grid.own(1, 1)], ["", "", "c"]);
        assert_eq!([grid.from_above(1, 0), grid.from_above(0, 2)], ["a", ""]);
    }

    #[test]
    fn cells_of_known_places_make_a_grid() {
        let placed = |text: &str, row, column, across, down| Placed { text: text.into(), row, column, across, down };
        let cells =
            [placed("a", 0, 0, 2, 2), placed("b", 1, 1, 1, 1), placed(" ", 5, 5, 1, 1), placed("c", 2, 3, 1, 1)];
        let grid = Grid::of(cells, Most::USUAL);
        assert_eq!((grid.height(), grid.width(), grid.is_cut()), (3, 4, false));
        assert_eq!([grid.text(0, 1), grid.text(1, 0), grid.text(1, 1), grid.own(1, 1)], ["a", "a", "a", ""]);
        assert_eq!([grid.own(0, 0), grid.own(2, 3), grid.text(2, 0)], ["a", "c", ""]);
        let endless = Grid::of([placed("a", 0, 0, usize::MAX, usize::MAX)], Most { rows: 3, columns: 3, cells: 100 });
        assert_eq!((endless.height(), endless.width()), (3, 3));
        assert!(Grid::of([placed("a", 9, 0, 1, 1)], Most { rows: 3, columns: 3, cells: 100 }).is_cut());
    }

    #[test]
    fn a_cell_that_says_it_is_endless_ends_with_the_table() {
        let grid = built(Most::USUAL, |builder| {
            builder.begin_row();
            builder.cell("a".into(), 1, usize::MAX, true);
            builder.cell("b".into(), usize::MAX, 1, true);
            builder.begin_row();
            builder.cell("c".into(), 1, 1, true);
            builder.end_table();
            builder.begin_row();
            builder.cell("d".into(), 1, 1, true);
        });
        assert_eq!((grid.height(), grid.width()), (3, 2048));
        assert_eq!([grid.text(1, 0), grid.text(1, 1), grid.text(2, 0)], ["a", "c", "d"]);
    }

    #[test]
    fn what_is_beyond_the_limit_is_said_to_be_missing() {
        let most = Most { rows: 2, columns: 2, cells: 100 };
        let row = |builder: &mut Builder, texts: &[&str]| {
            builder.begin_row();
            texts.iter().for_each(|text| builder.cell((*text).into(), 1, 1, true));
        };
        assert!(!built(most, |builder| row(builder, &["a", "b", "", ""])).is_cut());
        assert!(built(most, |builder| row(builder, &["a", "b", "c"])).is_cut());
        let grid = built(most, |builder| ["a", "b", "c"].iter().for_each(|text| row(builder, &[text])));
        assert!(grid.is_cut() && grid.height() == 2);
    }

    #[test]
    fn a_cell_merged_over_rows_is_spread_to_each_of_them() {
        let grid = built(Most::USUAL, |builder| {
            builder.begin_row();
            builder.cell("a".into(), 1, 2, true);
            builder.cell("b".into(), 2, 1, true);
            builder.begin_row();
            builder.cell("c".into(), 1, 1, true);
        });
        assert_eq!([grid.own(1, 0), grid.own(1, 1)], ["", "c"]);
        let grid = grid.spread(0);
        assert_eq!([grid.own(0, 0), grid.own(0, 1), grid.own(0, 2)], ["a", "b", ""]);
        assert_eq!([grid.own(1, 0), grid.own(1, 1)], ["a", "c"]);
    }

    #[test]
    fn a_hidden_row_is_gone_and_its_merged_cell_goes_on() {
        let grid = built(Most::USUAL, |builder| {
            builder.begin_row();
            builder.cell("a".into(), 1, 2, true);
            builder.cell("b".into(), 1, 1, true);
            builder.end_row(true);
            builder.begin_row();
            builder.cell("c".into(), 1, 1, true);
        });
        assert_eq!((grid.height(), grid.hidden()), (1, 1));
        assert_eq!([grid.own(0, 0), grid.own(0, 1)], ["a", "c"]);
    }
}
