//! One row of a library.

use jibiao_model::{Direction, LevelTwo, Operator};

/// What kind of target a row asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sought {
    /// A number that the result is compared with; `None` where the library does not say how.
    Number(Option<Operator>),
    /// A date by which something is done.
    Date,
    /// A grade, class or standard.
    Grade,
}

/// One row of a library: how an indicator is named, counted, proved and written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 二级指标 of the 2021 frame; never [`LevelTwo::Cost`]. [`crate::place_in`] finds the place in any frame.
    pub level: LevelTwo,
    /// 三级指标.
    pub name: String,
    pub sought: Sought,
    /// 计量单位; blank for dates, grades and numbers without unit.
    pub unit: String,
    /// How the target is written, with [`crate::BLANK`] where the number belongs: `≥__人次`, `__月底前`.
    pub pattern: String,
    /// 口径: what is counted, or the formula.
    pub counts: String,
    /// 佐证资料, separated by 、.
    pub evidence: String,
    /// Other words people look for, separated by 、.
    pub keywords: String,
    /// A value that the library's owner states for reference, as typed. Blank in the rows of this project.
    pub reference: String,
    /// Among the rows that most projects of the category use.
    pub common: bool,
    /// Positions of its types and sectors in [`crate::Library::categories`]; none for a row that fits all.
    pub(crate) categories: Vec<u16>,
    /// From a library that somebody loaded, not from this project.
    pub own: bool,
}

impl Entry {
    /// Name and pattern as one would type them, for use inside a message: `培训人次 ≥__人次`.
    pub fn wording(&self) -> String {
        [self.name.as_str(), self.pattern.as_str()].join(" ").trim_end().to_owned()
    }

    /// The direction in which a result is better, where the row says.
    pub fn direction(&self) -> Option<Direction> {
        match self.sought {
            Sought::Number(Some(Operator::AtLeast | Operator::Above)) => Some(Direction::Higher),
            Sought::Number(Some(Operator::AtMost | Operator::Below)) => Some(Direction::Lower),
            Sought::Number(Some(Operator::Equal)) => Some(Direction::Exact),
            Sought::Number(None) | Sought::Date | Sought::Grade => None,
        }
    }

    /// Whether the pattern shows how a result can be checked: with a sign, a date or a grade.
    pub fn shows_how(&self) -> bool {
        !self.pattern.is_empty() && self.sought != Sought::Number(None)
    }

    /// Whether this row belongs to a level; [`LevelTwo::Cost`], the one cost of the 2015 frame, is 经济成本.
    pub fn belongs_to(&self, level: LevelTwo) -> bool {
        self.level == level || (level == LevelTwo::Cost && self.level == LevelTwo::EconomicCost)
    }
}
