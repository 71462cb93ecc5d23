//! The kinds of statements that a rule can make: one file for each.

mod allowed;
mod compare;
mod coverage;
mod length;
mod limit;
mod range;
mod required;
mod same_text;
mod shape;
mod subtotal;
mod total;
mod words;

use jibiao_model::Arg;

pub(super) use coverage::Coverage;
pub(super) use limit::Limit;
pub(super) use required::Required;
pub(super) use subtotal::Subtotal;
pub(super) use total::Total;

use super::{Fields, case::Shared, fix::Way, item::Item, look::Look, names::Names};
use crate::Halt;

/// A message of a rule: its ending, and the arguments that come with it.
pub(super) type Saying = (&'static str, &'static [&'static str]);

/// Where something was found; the arguments that name the place differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A cell outside tables: `cell`.
    Cell,
    /// A row of indicators: `indicator` and `cell`.
    Indicator,
    /// A row of another table: `row` and `cell`.
    Row,
}

/// The arguments of a message, by place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Args([&'static [&'static str]; 3]);

impl Args {
    pub(super) fn of(self, place: Of) -> &'static [&'static str] {
        let [cell, indicator, row] = self.0;
        match place {
            Of::Cell => cell,
            Of::Indicator => indicator,
            Of::Row => row,
        }
    }
}

/// The arguments of a message that is said of a cell, beside those that name the place.
macro_rules! args {
    ($($name:literal),*) => {
        crate::data::kind::Args([
            &["cell", $($name),*],
            &["indicator", "cell", $($name),*],
            &["row", "cell", $($name),*],
        ])
    };
}
pub(super) use args;

/// What a statement found in a cell.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Ending of the message.
    pub(super) saying: &'static str,
    pub(super) args: Vec<(&'static str, Arg)>,
    /// What the cell should say instead, where that is computed.
    pub(super) instead: Option<String>,
}

/// A statement about single cells.
#[derive(Clone, Debug)]
pub(super) enum Ask {
    Required(Required),
    Words(words::Unwanted),
    Allowed(allowed::Listed),
    Pattern(shape::Shape),
    Length(length::Length),
    SameText(same_text::SameText),
    Range(Box<range::Range>),
    Compare(Box<compare::Compare>),
    /// There is nothing to ask: where the conditions hold, something is wrong.
    Never,
}

/// Kinds by name.
const NAMES: [&str; 15] = [
    "required",
    "words",
    "allowed",
    "pattern",
    "length",
    "limit",
    "same-text",
    "other-text",
    "range",
    "compare",
    "sum",
    "count",
    "subtotal",
    "coverage",
    "never",
];

/// All kinds, for people.
pub(super) fn names() -> String {
    NAMES.join("`, `")
}

pub(super) fn is_known(kind: &str) -> bool {
    NAMES.contains(&kind)
}

impl Ask {
    /// Reads what a kind asks of the cells that are looked at; `None` for the name of no such kind.
    pub(super) fn read(
        kind: &str,
        fields: &mut Fields<'_>,
        look: &Look,
        names: &mut Names<'_>,
        shared: Shared,
    ) -> Option<Self> {
        Some(match kind {
            "required" => Self::Required(Required::read(fields, look, names)),
            "words" => Self::Words(words::Unwanted::read(fields, names)),
            "allowed" => Self::Allowed(allowed::Listed::read(fields, names)),
            "pattern" => Self::Pattern(shape::Shape::read(fields)),
            "length" => Self::Length(length::Length::read(fields, names)),
            "same-text" => Self::SameText(same_text::SameText::read(fields, look, names, true)),
            "other-text" => Self::SameText(same_text::SameText::read(fields, look, names, false)),
            "range" => Self::Range(Box::new(range::Range::read(fields, look, names))),
            "compare" => Self::Compare(Box::new(compare::Compare::read(fields, look, names, shared))),
            "never" => Self::Never,
            _ => return None,
        })
    }

    /// What is wrong with a cell.
    pub(super) fn find(&self, item: &Item<'_, '_>) -> Result<Option<Found>, Halt> {
        Ok(match self {
            Self::Required(ask) => ask.find(item),
            Self::Words(ask) => ask.find(item),
            Self::Allowed(ask) => ask.find(item),
            Self::Pattern(ask) => ask.find(item),
            Self::Length(ask) => ask.find(item),
            Self::SameText(ask) => ask.find(item),
            Self::Range(ask) => ask.find(item)?,
            Self::Compare(ask) => ask.find(item)?,
            Self::Never => Some(Found { args: vec![text(item)], ..Found::default() }),
        })
    }

    /// Everything that can be said of a place.
    pub(super) fn sayings(&self, place: Of) -> Vec<Saying> {
        match self {
            Self::Required(ask) => ask.sayings(place),
            Self::Words(_) => vec![("", args!("words").of(place))],
            Self::Length(ask) => ask.sayings(place),
            Self::SameText(_) => vec![("", args!("other").of(place))],
            Self::Range(ask) => vec![("", ask.args().of(place))],
            Self::Compare(ask) => vec![("", ask.args().of(place))],
            Self::Allowed(_) | Self::Pattern(_) | Self::Never => vec![("", args!("text").of(place))],
        }
    }

    /// The ways in which a finding can be mended.
    pub(super) fn ways(&self) -> &'static [Way] {
        match self {
            Self::Required(_) => &[Way::Set],
            Self::Words(_) => &[Way::Set, Way::Clear, Way::Replace],
            Self::Allowed(_) | Self::Pattern(_) | Self::Never => &[Way::Set, Way::Clear],
            Self::SameText(ask) => ask.ways(),
            Self::Range(_) => &[Way::Clear],
            Self::Compare(ask) => ask.ways(),
            Self::Length(_) => &[],
        }
    }

    /// Whether a text that a rule sets would itself be found, as far as that can be told without a document.
    pub(super) fn refuses(&self, text: &str) -> bool {
        match self {
            Self::Required(ask) => ask.refuses(text),
            Self::Words(ask) => ask.refuses(text),
            Self::Allowed(ask) => ask.refuses(text),
            Self::Pattern(ask) => ask.refuses(text),
            Self::Length(_) | Self::SameText(_) | Self::Range(_) | Self::Compare(_) | Self::Never => false,
        }
    }

    /// The text with its unwanted words replaced, where words are what was found.
    pub(super) fn replaced(&self, text: &str, by: &str) -> Option<String> {
        match self {
            Self::Words(ask) => ask.replaced(text, by),
            _ => None,
        }
    }

    /// Whether a cell is reported by the first case that fits and no other.
    pub(super) fn is_exclusive(&self) -> bool {
        matches!(self, Self::Words(_))
    }

    /// Whether something can be found in a form.
    pub(super) fn binds(&self, bound: &super::names::Bound) -> bool {
        match self {
            Self::SameText(ask) => ask.binds(bound),
            Self::Compare(ask) => ask.binds(bound),
            _ => true,
        }
    }
}

/// The text as typed, for a message.
pub(super) fn text(item: &Item<'_, '_>) -> (&'static str, Arg) {
    ("text", Arg::Text(item.text.trim().to_owned()))
}
