//! A sheet as it is drawn, row by row, on columns that all parts of the form share.

use jibiao_sheet::{Area, Cell, Choices, Column, Name, Row, Sheet, Style};

/// How wide the paper is, in hundredths of a digit.
const PORTRAIT: u32 = 9_000;
const LANDSCAPE: u32 = 13_400;

/// The height of one line and what stands around it, in tenths of a point.
const LINE: usize = 150;
const AROUND: usize = 60;
/// The most that a spreadsheet gives a row.
const TALLEST: usize = 4_090;

/// A sheet in work.
#[derive(Debug)]
pub(super) struct Paper {
    pub(super) sheet: Sheet,
    pub(super) names: Vec<Name>,
    /// Where each column begins and where the last one ends, in hundredths of a digit.
    edges: Vec<u32>,
    at: usize,
    row: Row,
    /// Lines that the tallest cell of the row needs.
    lines: usize,
}

/// Columns that a cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) left: u32,
    pub(super) right: u32,
}

impl Paper {
    /// A sheet whose columns have these shares of the paper; behind them stands the hidden one for marks.
    pub(super) fn new(at: usize, name: &str, landscape: bool, shares: &[u32]) -> Self {
        let total: u32 = shares.iter().sum::<u32>().max(1);
        let paper = if landscape { LANDSCAPE } else { PORTRAIT };
        let mut edges = vec![0];
        let mut end: u32 = 0;
        let mut columns = Vec::new();
        for share in shares {
            let width = paper.saturating_mul(*share).checked_div(total).unwrap_or(0).max(300);
            end = end.saturating_add(width);
            edges.push(end);
            columns.push(Column { width, hidden: false });
        }
        columns.push(Column { width: 200, hidden: true });
        let sheet = Sheet { name: name.to_owned(), columns, protected: true, ..Sheet::default() };
        Self { sheet, names: Vec::new(), edges, at, row: Row::default(), lines: 1 }
    }

    /// The last column that is seen.
    pub(super) fn last(&self) -> u32 {
        self.mark().saturating_sub(1)
    }

    /// The hidden column.
    pub(super) fn mark(&self) -> u32 {
        u32::try_from(self.edges.len()).unwrap_or(1).saturating_sub(1)
    }

    pub(super) fn row(&self) -> u32 {
        self.row.at
    }

    /// Columns from `first` on for parts with these shares: each the nearest to where it would stand, and none without one.
    pub(super) fn spans(&self, first: u32, shares: &[u32]) -> Vec<Span> {
        let edge = |column: u32| {
            usize::try_from(column).ok().and_then(|column| self.edges.get(column)).copied().unwrap_or_default()
        };
        let (begin, end) = (edge(first), edge(self.mark()));
        let total = u64::from(shares.iter().sum::<u32>().max(1));
        let mut spans = Vec::new();
        let (mut left, mut share) = (first, 0_u32);
        for (index, own) in shares.iter().enumerate() {
            share = share.saturating_add(*own);
            let after = u32::try_from(shares.len().saturating_sub(index).saturating_sub(1)).unwrap_or(0);
            let width = u64::from(end.saturating_sub(begin));
            let wanted =
                u64::from(begin).saturating_add(width.saturating_mul(u64::from(share)).checked_div(total).unwrap_or(0));
            let most = self.mark().saturating_sub(after).max(left.saturating_add(1));
            let least = left.saturating_add(1);
            let nearest =
                (least..=most).min_by_key(|column| u64::from(edge(*column)).abs_diff(wanted)).unwrap_or(least);
            let right = if after == 0 { self.mark().max(least) } else { nearest };
            spans.push(Span { left, right: right.saturating_sub(1) });
            left = right;
        }
        spans
    }

    /// All columns from one on.
    pub(super) fn from(&self, first: u32) -> Span {
        Span { left: first, right: self.last() }
    }

    /// A cell over some columns of the row; those beneath it look the same, so that its frame is whole.
    pub(super) fn put(&mut self, span: Span, cell: Cell) {
        self.merge(Area { top: self.row.at, left: span.left, bottom: self.row.at, right: span.right });
        self.lines = self.lines.max(self.lines_of(span, &cell.text));
        self.place(span, cell);
    }

    /// A cell that is merged with those below it: its row does not grow with its text.
    pub(super) fn put_tall(&mut self, span: Span, cell: Cell) {
        self.place(span, cell);
    }

    fn place(&mut self, span: Span, cell: Cell) {
        let style = cell.style;
        self.row.cells.push(Cell { column: span.left, ..cell });
        for column in span.left.saturating_add(1)..=span.right {
            self.row.cells.push(Cell { column, style, ..Cell::default() });
        }
    }

    /// A mark that moves along with the row.
    pub(super) fn put_mark(&mut self, text: &str) {
        let (column, text) = (self.mark(), text.to_owned());
        self.row.cells.push(Cell { column, style: Style::Mark, text, ..Cell::default() });
    }

    pub(super) fn merge(&mut self, area: Area) {
        if !area.is_cell() {
            self.sheet.merges.push(area);
        }
    }

    /// The name of a section, beside all its rows.
    pub(super) fn label_left(&mut self, top: u32, bottom: u32, text: &str) {
        self.merge(Area { top, left: 0, bottom, right: 0 });
        for row in self.sheet.rows.iter_mut().filter(|row| (top..=bottom).contains(&row.at)) {
            let text = if row.at == top { text.to_owned() } else { String::new() };
            row.cells.insert(0, Cell { column: 0, style: Style::Label, text, ..Cell::default() });
        }
    }

    /// The cells of a column in the rows below one.
    pub(super) fn cells_below(&mut self, top: u32, bottom: u32, column: u32) -> impl Iterator<Item = &mut Cell> {
        // Every row is drawn, so each stands at its own number.
        let place = |row: u32| usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        let rows = self.sheet.rows.get_mut(place(top)..place(bottom)).unwrap_or_default();
        rows.iter_mut().flat_map(move |row| row.cells.iter_mut().filter(move |cell| cell.column == column))
    }

    pub(super) fn offer(&mut self, area: Area, answers: &[String]) {
        if !answers.is_empty() {
            self.sheet.choices.push(Choices { area, answers: answers.to_vec() });
        }
    }

    pub(super) fn name(&mut self, name: &str, area: Area) {
        self.names.push(Name { name: name.to_owned(), sheet: self.at, local: true, area });
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        let next = self.row.at.saturating_add(1);
        let mut row = std::mem::replace(&mut self.row, Row { at: next, ..Row::default() });
        row.cells.sort_by_key(|cell| cell.column);
        let height = self.lines.saturating_mul(LINE).saturating_add(AROUND).min(TALLEST);
        row.height = row.height.or(u32::try_from(height).ok());
        self.lines = 1;
        self.sheet.rows.push(row);
    }

    /// How high the row is, whatever stands in it, in tenths of a point.
    pub(super) fn height(&mut self, height: u32) {
        self.row.height = Some(height);
    }

    /// Spreadsheets do not make room for merged cells: how many lines a text takes is reckoned here. A Chinese sign is as
    /// wide as two digits.
    fn lines_of(&self, span: Span, text: &str) -> usize {
        let edge = |column: u32| {
            usize::try_from(column).ok().and_then(|column| self.edges.get(column)).copied().unwrap_or_default()
        };
        let width = edge(span.right.saturating_add(1)).saturating_sub(edge(span.left)) / 100;
        let width = usize::try_from(width).unwrap_or(1).saturating_sub(1).max(1);
        let lines = text.lines().map(|line| {
            let signs: usize = line.chars().map(|sign| if sign.is_ascii() { 1_usize } else { 2 }).sum();
            signs.div_ceil(width).max(1)
        });
        lines.sum::<usize>().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(first: u32, shares: &[u32]) -> Vec<(u32, u32)> {
        let paper = Paper::new(0, "x", false, &[10, 20, 20, 20, 10, 20]);
        paper.spans(first, shares).iter().map(|span| (span.left, span.right)).collect()
    }

    #[test]
    fn parts_take_the_columns_that_lie_nearest() {
        assert_eq!(spans(0, &[1, 1]), [(0, 2), (3, 5)]);
        assert_eq!(spans(1, &[1, 2]), [(1, 1), (2, 5)]);
        assert_eq!(spans(0, &[10, 20, 20, 20, 10, 20]), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]);
        assert_eq!(spans(0, &[1, 1000, 1]), [(0, 0), (1, 4), (5, 5)], "none is without a column");
    }

    #[test]
    fn a_row_is_as_high_as_its_longest_text_needs() {
        let mut paper = Paper::new(0, "x", false, &[1]);
        paper.put(Span { left: 0, right: 0 }, Cell { text: "字".repeat(100), ..Cell::default() });
        paper.end_row();
        paper.put(Span { left: 0, right: 0 }, Cell { text: "a\nb".into(), ..Cell::default() });
        paper.end_row();
        let heights: Vec<Option<u32>> = paper.sheet.rows.iter().map(|row| row.height).collect();
        // 200 digits' width on lines of 89: three of them.
        assert_eq!(heights, [Some(510), Some(360)]);
    }
}
