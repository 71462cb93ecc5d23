//! One case of a rule: when it applies, what it states, and what it can say.

use jibiao_model::{Number, RuleId};

use super::{
    Fields,
    at::At,
    condition::{Condition, Scope, all},
    fix::Offer,
    kind::{Ask, Coverage, Limit, Of, Required, Saying, Subtotal, Total},
    look::Look,
    names::{Bound, Names},
};
use crate::Halt;

/// When a rule or a case applies.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// All of these hold.
    when: Vec<Condition>,
    /// Not all of these are known to hold.
    unless: Vec<Condition>,
}

impl When {
    pub(super) fn read(fields: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        Self {
            when: Condition::list(fields, "when", names, Scope::DOCUMENT),
            unless: Condition::list(fields, "unless", names, Scope::DOCUMENT),
        }
    }

    pub(super) fn holds(&self, at: &At<'_>) -> Result<bool, Halt> {
        let excused = !self.unless.is_empty() && all(&self.unless, |c| c.holds(at, None))? == Some(true);
        Ok(!excused && all(&self.when, |condition| condition.holds(at, None))? == Some(true))
    }

    pub(super) fn binds(&self, bound: &Bound) -> bool {
        self.when.iter().all(|condition| condition.binds(bound))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Ending of its messages; blank for the rule's own.
    name: String,
    pub(super) when: Option<When>,
    pub(super) statement: Statement,
}

#[derive(Clone, Debug)]
pub(super) enum Statement {
    /// About single cells, one by one.
    Cells(Box<Cells>),
    Total(Box<Total>),
    Subtotal(Box<Subtotal>),
    Coverage,
    Limit,
}

/// What is asked of which cells, and how a finding is mended.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    pub(super) look: Look,
    pub(super) ask: Ask,
    pub(super) fix: Option<Offer>,
}

/// What holds for all cases of a rule.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shared {
    pub(super) tolerance: Number,
    pub(super) close: Option<Number>,
}

impl Shared {
    pub(super) fn read(kind: &str, rule: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let tolerance = matches!(kind, "sum" | "count" | "subtotal" | "compare");
        let tolerance = if tolerance { names.optional_number(rule, "tolerance") } else { None };
        let close = if kind == "sum" { names.optional_number(rule, "close") } else { None };
        Self { tolerance: tolerance.unwrap_or_default(), close }
    }
}

impl Case {
    /// Reads a case of a rule of a kind. `own` is a case beside others, with conditions of its own.
    pub(super) fn read(
        kind: &str,
        fields: &mut Fields<'_>,
        names: &mut Names<'_>,
        shared: Shared,
        own: bool,
    ) -> Option<Self> {
        let name = fields.optional_text("message").unwrap_or_default();
        let statement = match kind {
            "sum" => Statement::Total(Box::new(Total::read(fields, names, shared))),
            "count" => Statement::Subtotal(Box::new(Subtotal::read(fields, names, false, shared.tolerance))),
            "subtotal" => Statement::Subtotal(Box::new(Subtotal::read(fields, names, true, shared.tolerance))),
            "coverage" => Statement::Coverage,
            "limit" => Statement::Limit,
            kind => {
                let look = Look::read(fields, names);
                let ask = Ask::read(kind, fields, &look, names, shared)?;
                let fix = Offer::read(fields, ask.ways());
                if let Some(fix) = &fix {
                    fix.examine(&ask, fields);
                }
                if !name.is_empty() && look.places().len() > 1 {
                    fields.tell(["a case with a `message` of its own looks at `cells` or at `columns`, not at both"]);
                }
                Statement::Cells(Box::new(Cells { look, ask, fix }))
            }
        };
        let when = own.then(|| When::read(fields, names));
        Some(Self { name, when, statement })
    }

    /// Everything that the case can say, and the words of its fix.
    pub(super) fn sayings(&self) -> (Vec<(String, &'static [&'static str])>, Option<Saying>) {
        let whole = |sayings: Vec<Saying>| -> Vec<_> {
            sayings.into_iter().map(|(saying, args)| (self.ending(false, saying), args)).collect()
        };
        match &self.statement {
            Statement::Cells(cells) => {
                let Cells { look, ask, fix } = &**cells;
                let mut sayings = Vec::new();
                for place in look.places() {
                    let in_row = place != Of::Cell;
                    let said = ask.sayings(place).into_iter();
                    sayings.extend(said.map(|(saying, args)| (self.ending(in_row, saying), args)));
                }
                if let Ask::Required(required) = ask
                    && !required.together.is_empty()
                {
                    sayings.extend(whole(vec![Required::COLUMN]));
                }
                (sayings, fix.as_ref().map(Offer::saying))
            }
            Statement::Total(total) => (whole(total.sayings()), total.fix().map(Offer::saying)),
            Statement::Subtotal(subtotal) => (whole(subtotal.sayings()), None),
            Statement::Coverage => (whole(Coverage::sayings()), None),
            Statement::Limit => (whole(Limit::sayings()), None),
        }
    }

    /// The ending of a message: the case's own name, else `row` for rows; then what the kind adds.
    pub(super) fn ending(&self, in_row: bool, saying: &str) -> String {
        let first = if self.name.is_empty() && in_row { "row" } else { self.name.as_str() };
        let parts = [first, saying];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// Whether it looks at every table with its columns.
    pub(super) fn is_of_every_table(&self) -> bool {
        matches!(&self.statement, Statement::Cells(cells) if cells.look.every)
    }

    /// Whether it can find anything in a form.
    pub(super) fn binds(&self, bound: &Bound) -> bool {
        self.when.as_ref().is_none_or(|when| when.binds(bound))
            && match &self.statement {
                Statement::Cells(cells) => cells.look.binds(bound) && cells.ask.binds(bound),
                Statement::Total(total) => total.binds(bound),
                Statement::Subtotal(subtotal) => subtotal.binds(bound),
                Statement::Coverage | Statement::Limit => true,
            }
    }
}

/// The key of a message of a rule.
pub(super) fn message(rule: &RuleId, ending: &str) -> String {
    if ending.is_empty() { rule.to_string() } else { [rule.as_str(), "-", ending].concat() }
}
