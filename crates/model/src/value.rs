//! What one value cell says: operator, number and unit, a date, a yes or no, or words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::Number;

/// How the actual result is compared with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Operator {
    #[serde(rename = "≥")]
    AtLeast,
    #[serde(rename = "≤")]
    AtMost,
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = ">")]
    Above,
    #[serde(rename = "<")]
    Below,
}

impl Operator {
    /// The sign as printed.
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::AtMost => "≤",
            Self::Equal => "=",
            Self::Above => ">",
            Self::Below => "<",
        }
    }
}

/// The kind of thing a unit counts. Two values are comparable only within one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitFamily {
    /// 个, 人, 次, 户, 台 … and any other counted thing.
    Count,
    Length,
    Area,
    Volume,
    Mass,
    Time,
    /// 元, 万元, 亿元, 万美元.
    Money,
    /// 元/人, 元/平方米, 万元/月: money for one of something.
    MoneyPer,
    /// %, ‰, 个百分点.
    Ratio,
    /// A rate other than money: 人次/天, 吨/年.
    Per,
}

/// A unit, spelled one way: `百分比` and `％` are `%`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// The normalised spelling.
    pub text: String,
    pub family: UnitFamily,
}

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    pub number: Number,
    pub unit: Option<Unit>,
}

/// A date of which parts may be unsaid: `9月` has no year, `2026年` no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

/// A calendar day; only real days exist (checked when read).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl PartialDate {
    /// The first day this date can mean; `year` is used where the text names none.
    pub fn earliest(self, year: Option<u16>) -> Option<Day> {
        Some(Day { year: self.year.or(year)?, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) })
    }

    /// The last day this date can mean; `year` is used where the text names none.
    pub fn latest(self, year: Option<u16>) -> Option<Day> {
        let year = self.year.or(year)?;
        let month = self.month.unwrap_or(12);
        Some(Day { year, month, day: self.day.unwrap_or_else(|| days_in_month(year, month)) })
    }
}

/// The number of days of a month in the Gregorian calendar; 0 for a month that does not exist.
pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl Day {
    /// The day, if it exists in the calendar.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        (day >= 1 && day <= days_in_month(year, month)).then_some(Self { year, month, day })
    }
}

/// A stretch of time: a deadline has only `to`, a period both, a single date the same in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TimeSpan {
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
}

/// The meaning of a value cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Meaning {
    /// A number, with its unit where one is written.
    Quantity(Quantity),
    /// `80-90%`: both ends, one unit.
    Range { low: Number, high: Number, unit: Option<Unit> },
    /// A date, deadline or period.
    Date(TimeSpan),
    /// `是`, `已完成`; `None` where the cell asks whether (`是否…`) and gives no answer.
    YesNo(Option<bool>),
    /// Prose, praise, a direction, a grade word: a qualitative value.
    Words,
    /// A unit and no number: `%`, `人次`.
    Unit(Unit),
}

/// What one value cell says, and which part of its text says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// The sign or the words of comparison, where there are any.
    pub operator: Option<Operator>,
    pub meaning: Meaning,
    /// `约`, `左右`: the number is said to be approximate.
    pub approximate: bool,
    /// Bytes of the original text that carry operator, number and unit. The rest is prose around them.
    pub span: Range<usize>,
}

impl Value {
    /// The number and unit of a quantity.
    pub fn quantity(&self) -> Option<&Quantity> {
        match &self.meaning {
            Meaning::Quantity(quantity) => Some(quantity),
            _ => None,
        }
    }

    /// Whether the value is stated in words only.
    pub fn is_words(&self) -> bool {
        matches!(self.meaning, Meaning::Words)
    }
}
