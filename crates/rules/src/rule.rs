//! What a rule is: a record card, read from top to bottom.

use jibiao_model::{Dimension, FormPurpose, Overflow, RuleId};

use crate::{Sink, View};

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Document number: 财预〔2021〕101号.
    pub document: std::borrow::Cow<'static, str>,
    /// The part of it, in words; never a quotation of a text that was not read.
    pub clause: std::borrow::Cow<'static, str>,
}

impl Basis {
    /// A basis known when the program was written.
    pub const fn fixed(document: &'static str, clause: &'static str) -> Self {
        Self { document: std::borrow::Cow::Borrowed(document), clause: std::borrow::Cow::Borrowed(clause) }
    }
}

/// A small document in TOML and how often the rule finds something in it.
///
/// `form = "…"` names the form (default: the 2021 declaration); `cells` are texts by cell id; `rows` are rows of
/// the indicator table, texts by column id. Everything else is blank. Examples run as tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    pub finds: usize,
    pub document: &'static str,
}

impl Example {
    /// The rule finds its defect `count` times.
    pub const fn finds(count: usize, document: &'static str) -> Self {
        Self { finds: count, document }
    }

    /// The nearest clean neighbour: the rule finds nothing.
    pub const fn clean(document: &'static str) -> Self {
        Self { finds: 0, document }
    }
}

/// The examples of a rule: all of them for authors and tests. Without the `every-example` feature only the first of
/// either kind, which is what the page of a rule shows; the others then do not stand in the program.
#[cfg(feature = "every-example")]
macro_rules! examples {
    ($($example:expr),+ $(,)?) => { &[$($example),+] };
}
#[cfg(not(feature = "every-example"))]
macro_rules! examples {
    ($($example:expr),+ $(,)?) => {{
        const SHOWN: [Example; 2] = crate::rule::first_of_each(&[$($example),+]);
        &SHOWN
    }};
}
pub(crate) use examples;

/// The first example that finds and the first that does not. Every rule has both; a test says so.
#[cfg(not(feature = "every-example"))]
pub(crate) const fn first_of_each(mut all: &[Example]) -> [Example; 2] {
    let mut first = [Example::clean(""); 2];
    let [finds, clean] = &mut first;
    while let [rest @ .., last] = all {
        if last.finds > 0 {
            *finds = *last;
        } else {
            *clean = *last;
        }
        all = rest;
    }
    first
}

/// Something a rule needs from every pack that uses it; a pack without it is refused at load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A word list of the vocabulary.
    Words(&'static str),
    /// A threshold of the policy.
    Number(&'static str),
}

/// Why a rule could not run to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halt(pub String);

impl From<Overflow> for Halt {
    fn from(overflow: Overflow) -> Self {
        Self(overflow.to_string())
    }
}

/// A native rule.
///
/// Its wording lives in the pack: `rule-<id>` (title, `.why`, `.do`) and one message per key in `messages`.
#[derive(Debug)]
pub struct Rule {
    /// Named after the defect.
    pub id: RuleId,
    pub dimension: Dimension,
    /// Forms of these purposes are looked at.
    pub purposes: &'static [FormPurpose],
    pub basis: &'static [Basis],
    pub needs: &'static [Need],
    /// Every message this rule sends, with exactly the arguments it sends.
    pub messages: &'static [(&'static str, &'static [&'static str])],
    pub examples: &'static [Example],
    pub check: fn(&View<'_>, &mut Sink<'_>) -> Result<(), Halt>,
}
