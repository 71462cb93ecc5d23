//! Rows of one level brought together, in the order of the form.

use std::cmp::Ordering;

use jibiao_model::{
    Concept, Edit, Frame, Row, RowId, Table, TableId,
    order::{arranged, order},
};
use jibiao_reading::Vocabulary;

use crate::Draft;

/// Where a row belongs: positions of its 一级指标 and of its 二级指标 under that.
type Rank = (usize, usize);

impl Draft {
    /// Brings the rows of each 一级指标 together, and under it those of each 二级指标, in the order of the frame, as
    /// one step. A text that the frame does not have comes after those it has, in the order in which it first appears;
    /// a row that leaves its level blank goes with the row above it, as under a merged cell. Rows of one level stay in
    /// the order they are in.
    ///
    /// `None` where the rows stand like that, the table has no levels, or the form prints its rows.
    pub fn rows_by_level(&self, table: &TableId) -> Option<Edit> {
        let (_, spec) = self.form().tables().find(|(_, spec)| spec.id == *table)?;
        if !spec.printed.is_empty() {
            return None;
        }
        let rows = self.document().rows(table.as_str());
        let ranks = Ranks::of(spec, &self.form().frame, &self.pack().book.vocabulary)?.all(rows);
        let compare = |a: usize, b: usize| ranks.get(a).zip(ranks.get(b)).map_or(Ordering::Equal, |(a, b)| a.cmp(b));
        let wanted = arranged(rows.iter().map(|row| &row.id).collect(), &order(ranks.len(), &compare));
        let mut now: Vec<&RowId> = rows.iter().map(|row| &row.id).collect();
        let mut edits = Vec::new();
        for (to, row) in wanted.into_iter().enumerate() {
            if now.get(to) == Some(&row) {
                continue;
            }
            now.retain(|other| *other != row);
            now.insert(to.min(now.len()), row);
            edits.push(Edit::MoveRow { table: table.clone(), row: row.clone(), to });
        }
        (!edits.is_empty()).then_some(Edit::All { edits })
    }
}

/// What says where rows belong, and the texts met so far that the frame does not have.
struct Ranks<'a> {
    one: &'a str,
    two: Option<&'a str>,
    frame: &'a Frame,
    vocabulary: &'a Vocabulary,
    strange: Vec<String>,
}

impl<'a> Ranks<'a> {
    fn of(table: &'a Table, frame: &'a Frame, vocabulary: &'a Vocabulary) -> Option<Self> {
        let column = |concept| table.column(concept).map(|column| column.id.as_str());
        let two = column(Concept::LevelTwo).or(column(Concept::WholeLevelTwo));
        Some(Self { one: column(Concept::LevelOne)?, two, frame, vocabulary, strange: Vec::new() })
    }

    fn all(mut self, rows: &[Row]) -> Vec<Rank> {
        let mut before: Rank = (0, 0);
        let mut ranks = Vec::new();
        for row in rows {
            let one_text = row.text(self.one).trim();
            let two_text = self.two.map(|two| row.text(two).trim()).unwrap_or_default();
            let one = self.one(one_text, two_text).unwrap_or(before.0);
            let inherited = if one == before.0 { before.1 } else { 0 };
            before = (one, self.two(one, two_text).unwrap_or(inherited));
            ranks.push(before);
        }
        ranks
    }

    /// By its own text, else by the only 一级指标 that the 二级指标 stands under.
    fn one(&mut self, text: &str, two: &str) -> Option<usize> {
        let level = match self.vocabulary.level_one(text) {
            None if text.is_empty() => self.vocabulary.level_two(two).and_then(|two| self.frame.parent(two)),
            level => level,
        };
        let at = level.and_then(|level| self.frame.levels.iter().position(|spec| spec.level == level));
        at.or_else(|| (!text.is_empty()).then(|| self.frame.levels.len().saturating_add(self.place(text))))
    }

    fn two(&mut self, one: usize, text: &str) -> Option<usize> {
        let known = self.frame.levels.get(one).map(|spec| spec.twos.as_slice()).unwrap_or_default();
        let level = self.vocabulary.level_two(text);
        let at = level.and_then(|level| known.iter().position(|spec| spec.level == level));
        at.or_else(|| (!text.is_empty()).then(|| known.len().saturating_add(self.place(text))))
    }

    /// The position of a text among those that the frame does not have.
    fn place(&mut self, text: &str) -> usize {
        self.strange.iter().position(|known| known == text).unwrap_or_else(|| {
            self.strange.push(text.to_owned());
            self.strange.len().saturating_sub(1)
        })
    }
}
