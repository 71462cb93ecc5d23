//! What a text states in figures: each quantity with the words that say what it counts, and how quantities belong
//! together as a whole and its parts.

mod account;
mod aspect;
mod likeness;
mod listing;
mod ratio;
mod scan;
mod sum;

use std::ops::Range;

use jibiao_model::{Number, Operator, TimeSpan, Unit};

use crate::unit::factor;

pub use self::{
    account::Account,
    aspect::{Aspect, Aspects},
    likeness::{Likeness, Name, core, same_kin},
    listing::{Listing, ListingForm},
    ratio::RatioOff,
    sum::{Sum, grain},
};

/// One quantity that a text states.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub number: Number,
    pub unit: Option<Unit>,
    pub operator: Option<Operator>,
    /// 约, 余, 左右.
    pub approximate: bool,
    /// Digits after the decimal point, as written.
    pub decimals: u32,
    /// The number with its unit and the words of comparison beside it, in bytes of the text.
    pub span: Range<usize>,
    /// The words before it that say what is counted, back to a stop or to the quantity before: empty where it stands
    /// right after another quantity (`126户471.8万元`).
    pub label: Range<usize>,
    /// The words after it, up to a stop or to the next quantity.
    pub tail: Range<usize>,
    /// What the words around it say of its part in the matter: planned, spent, a share, …
    pub aspects: Aspects,
    /// The last date or period that the sentence names before it.
    pub time: Option<TimeSpan>,
    /// Sentences and clauses of the text are counted from 0.
    pub sentence: usize,
    pub clause: usize,
    /// How many brackets it stands in.
    pub depth: usize,
    /// Whether another quantity stands before it in the same clause.
    pub follows: bool,
}

/// What a text states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    pub items: Vec<Statement>,
    /// Wholes with their parts, as indices of `items`.
    pub listings: Vec<Listing>,
}

/// Reads what a text states in figures. Any text is read; most state nothing.
///
/// Cost grows with the length of the text, and with nothing else.
pub fn statements(text: &str) -> Statements {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) && !scan::has_wide_digit(text) {
        return Statements::default();
    }
    let items = scan::items(text);
    let listings = listing::listings(text, &items);
    Statements { items, listings }
}

/// The number in the base of its unit: 万元 in 元, 亩 in square metres.
pub fn value(statement: &Statement) -> Option<Number> {
    match &statement.unit {
        Some(unit) => statement.number.times(factor(unit)?).ok(),
        None => Some(statement.number),
    }
}
