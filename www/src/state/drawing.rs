//! How far a long table is drawn. A document that was just opened shows what a screen holds at once; the rows below follow in
//! pieces, between which the page listens. Whoever prints, goes to a row or shows rows one at a time has all of them first.

use super::Desk;

/// Rows in the first picture: more than the highest screens show.
const FIRST: usize = 60;
/// Rows in each piece after it.
const PIECE: usize = 110;

/// How many rows of a table are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Drawn(usize);

impl Drawn {
    pub(crate) const ALL: Self = Self(usize::MAX);

    /// Whether the rows that begin at a position are drawn. Rows are drawn in runs, and always whole runs: a run that grows
    /// is drawn again when the browser has had its turn, which is too late for whoever prints; a new one never waits.
    pub(crate) fn reaches(self, at: usize) -> bool {
        at < self.0
    }

    /// What is drawn first of tables of which the longest has so many rows. A few more rows are not worth a second picture.
    fn first(longest: usize) -> Self {
        if longest > FIRST.saturating_add(PIECE) { Self(FIRST) } else { Self::ALL }
    }

    fn next(self, longest: usize) -> Self {
        let next = self.0.saturating_add(PIECE);
        if next < longest { Self(next) } else { Self::ALL }
    }
}

impl Desk {
    fn longest_table(&self) -> usize {
        self.sheet.tables.values().map(|table| table.rows.len()).max().unwrap_or_default()
    }

    /// The sheet is about to be drawn for the first time.
    pub(crate) fn draw_first(&mut self) {
        self.drawn = if self.cards { Drawn::ALL } else { Drawn::first(self.longest_table()) };
    }

    /// Another piece; whether there was one left.
    pub(crate) fn draw_more(&mut self) -> bool {
        let before = self.drawn;
        if before != Drawn::ALL {
            self.drawn = before.next(self.longest_table());
        }
        self.drawn != before
    }

    /// All that is left; whether there was something.
    pub(crate) fn draw_all(&mut self) -> bool {
        std::mem::replace(&mut self.drawn, Drawn::ALL) != Drawn::ALL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rows each picture shows until all of them are there.
    fn pictures(rows: usize) -> Vec<usize> {
        let mut drawn = Drawn::first(rows);
        let shown = |drawn: Drawn| (0..rows).filter(|at| drawn.reaches(*at)).count();
        let mut all = vec![shown(drawn)];
        while drawn != Drawn::ALL {
            drawn = drawn.next(rows);
            all.push(shown(drawn));
        }
        all
    }

    #[test]
    fn a_short_table_is_drawn_at_once() {
        assert_eq!(pictures(0), [0]);
        assert_eq!(pictures(170), [170]);
    }

    #[test]
    fn a_long_table_is_drawn_in_pieces_to_its_last_row() {
        assert_eq!(pictures(171), [60, 170, 171]);
        assert_eq!(pictures(500), [60, 170, 280, 390, 500]);
    }
}
