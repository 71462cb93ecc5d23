//! 三级分值＝二级分值÷三级指标个数: points of rows that have none of their own.

use jibiao_model::{Known, Number, ScoreInput};
use jibiao_reading::{Horizon, Indicator};

use crate::{Method, Split};

/// The points of a row, and how they were shared.
#[derive(Clone, Debug)]
pub(crate) struct Share {
    pub(crate) weight: Number,
    pub(crate) said: ScoreInput,
}

/// A level 2: what its rows share, and how many they are.
#[derive(Default)]
struct Group {
    points: Option<Number>,
    /// Whether its points can't be read, or are said to be several.
    unclear: bool,
    rows: u32,
}

/// What a row is due of the points that its level 2 shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The points of the level 2, and how many rows share them.
    pub whole: Number,
    pub rows: u32,
    /// The share, rounded as the pack rounds it.
    pub weight: Number,
    /// Whether points of its own are this share, be it rounded up or down: shares are made to add up by hand.
    pub is_given: bool,
}

/// What each indicator is due, in their order, whether it has points of its own or not; `None` where nothing is shared.
pub fn due(indicators: &[Indicator<'_>], method: &Method) -> Vec<Option<Due>> {
    let Some(split) = &method.split else { return Vec::new() };
    let (groups, of_row) = groups(indicators);
    let of = |(indicator, group): (&Indicator<'_>, Option<usize>)| {
        let group = groups.get(group?)?;
        let (whole, share) = (group.points?, share(split, group)?);
        let exact = whole.over(Number::whole(i64::from(group.rows))).ok()?;
        let gap = indicator.weight.answered()?.minus(exact).ok()?.magnitude();
        let is_given = gap.rounded(split.scale, jibiao_model::Rounding::Down).is_zero();
        Some(Due { whole, rows: group.rows, weight: share.weight, is_given })
    };
    indicators.iter().zip(of_row).map(of).collect()
}

/// The share of each indicator, in their order; `None` where nothing is shared, or it is not clear what.
pub(crate) fn shares(indicators: &[Indicator<'_>], method: &Method) -> Vec<Option<Share>> {
    let Some(split) = &method.split else { return Vec::new() };
    let (groups, of_row) = groups(indicators);
    let rows = indicators.iter().zip(of_row);
    rows.map(|(indicator, group)| {
        let blank = matches!(indicator.weight, Known::NotYet | Known::NotApplicable);
        group.filter(|_| blank).and_then(|group| share(split, groups.get(group)?))
    })
    .collect()
}

/// Rows of one level 2 stand below one another: their cells say the same, or are merged with those above.
fn groups(indicators: &[Indicator<'_>]) -> (Vec<Group>, Vec<Option<usize>>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut last = ("", "");
    let mut of_row = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        let (one, two) = (indicator.level_one_text.trim(), indicator.level_two_text.trim());
        if indicator.horizon != Horizon::Year || (two.is_empty() && groups.is_empty()) {
            of_row.push(None);
            continue;
        }
        if (!one.is_empty() && one != last.0) || (!two.is_empty() && two != last.1) {
            last = (if one.is_empty() { last.0 } else { one }, two);
            groups.push(Group::default());
        }
        if let Some(group) = groups.last_mut() {
            group.take(indicator);
        }
        of_row.push(groups.len().checked_sub(1));
    }
    (groups, of_row)
}

impl Group {
    fn take(&mut self, indicator: &Indicator<'_>) {
        self.rows = self.rows.saturating_add(1);
        match indicator.level_two_weight {
            Known::NotYet | Known::NotApplicable => {}
            Known::Answered(said) if !said.is_negative() && self.points.is_none_or(|points| points == said) => {
                self.points = Some(said);
            }
            _ => self.unclear = true,
        }
    }
}

fn share(split: &Split, group: &Group) -> Option<Share> {
    let points = group.points.filter(|_| !group.unclear)?;
    let weight = points.over(Number::whole(i64::from(group.rows))).ok()?.rounded(split.scale, split.rounding);
    let read = format!("{points} ÷ {}", group.rows);
    Some(Share { weight, said: ScoreInput { name: "split".to_owned(), read } })
}
