//! Points that nobody has given out yet, spread over the rows that wait for them.

use jibiao_model::{Concept, Edit, LevelOne, Number, Rounding, Row, TableId};
use jibiao_reading::read_number;

use crate::Draft;

impl Draft {
    /// What a level has left of the points that the frame gives it, in equal parts over its rows without points, as
    /// one step. Parts are whole where that is possible, else have as few decimals as it takes; what does not come out
    /// even goes to some rows more than to others. Points that stand are not touched.
    ///
    /// `None` where nothing is left, no row waits, a part would be smaller than a hundredth, or the level or its
    /// points are not known.
    pub fn spread_points(&self, table: &TableId, level: LevelOne) -> Option<Edit> {
        let (_, spec) = self.form().tables().find(|(_, spec)| spec.id == *table)?;
        let (weight, one) = (&spec.column(Concept::Weight)?.id, &spec.column(Concept::LevelOne)?.id);
        let vocabulary = &self.pack().book.vocabulary;
        let of_level = |row: &&Row| vocabulary.level_one(row.text(one.as_str())) == Some(level);
        let mut left = self.form().frame.one(level)?.weight?;
        let mut waiting = Vec::new();
        for row in self.document().rows(table.as_str()).iter().filter(of_level) {
            let text = row.text(weight.as_str());
            if !text.trim().is_empty() {
                left = left.minus(read_number(text).answered().copied()?).ok()?;
            } else if !self.document().is_frozen(Some(table.as_str()), Some(row.id.as_str()), weight.as_str()) {
                waiting.push(row.id.clone());
            }
        }
        let parts = parts(left, waiting.len())?;
        let set = |(row, part): (_, Number)| Edit::SetRowCell {
            table: table.clone(),
            row,
            cell: weight.clone(),
            text: part.to_string(),
        };
        Some(Edit::All { edits: waiting.into_iter().zip(parts).map(set).collect() })
    }
}

/// A sum in so many parts that differ by one in their last decimal at most, and come to the sum exactly.
fn parts(sum: Number, count: usize) -> Option<Vec<Number>> {
    const DECIMALS: u32 = 2;
    let many = Number::whole(i64::try_from(count).ok()?);
    if count == 0 || sum.is_zero() || sum.is_negative() {
        return None;
    }
    let mut smallest = Number::ONE;
    let mut decimals = 0;
    while sum.decimals() > decimals || sum.minus(smallest.times(many).ok()?).ok()?.is_negative() {
        decimals = decimals.checked_add(1).filter(|decimals| *decimals <= DECIMALS)?;
        smallest = smallest.over(Number::whole(10)).ok()?;
    }
    let mut before = Number::ZERO;
    let mut parts = Vec::new();
    for at in 1..=count {
        let upto = sum.times(Number::whole(i64::try_from(at).ok()?)).ok()?.over(many).ok()?;
        let upto = upto.rounded(decimals, Rounding::HalfUp);
        parts.push(upto.minus(before).ok()?);
        before = upto;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sum: &str, count: usize) -> String {
        let sum = read_number(sum).answered().copied().unwrap_or(Number::ZERO);
        let parts = parts(sum, count).unwrap_or_default();
        parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn points_are_spread_in_whole_parts_where_that_is_possible() {
        assert_eq!(said("50", 5), "10 10 10 10 10");
        assert_eq!(said("50", 3), "17 16 17");
        assert_eq!(said("3", 3), "1 1 1");
    }

    #[test]
    fn what_is_too_little_for_whole_parts_is_spread_in_decimals() {
        assert_eq!(said("2", 4), "0.5 0.5 0.5 0.5");
        assert_eq!(said("7.5", 2), "3.8 3.7");
        assert_eq!(said("0.1", 20), "");
    }

    #[test]
    fn nothing_is_spread_where_nothing_is_left_or_nobody_waits() {
        assert_eq!(said("0", 3), "");
        assert_eq!(said("-5", 3), "");
        assert_eq!(said("5", 0), "");
    }
}
