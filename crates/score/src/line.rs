//! One line of a scorecard: what is read, which formula applies, how many points it gives.

use jibiao_model::{
    Direction, Formula, Known, LevelOne, LevelTwo, Line, LineSubject, Meaning, Number, Place, Points, Quantity,
    ScoreInput, UnitFamily, Value,
};
use jibiao_reading::{Indicator, comparable, echo, factor, in_time};

use crate::{
    Inapplicable, Method, Tier,
    place::Rows,
    ratio::{self, Compared},
    split::Share,
};

/// A line before its points are rounded.
pub(crate) struct Open {
    pub(crate) subject: LineSubject,
    pub(crate) place: Place,
    pub(crate) weight: Number,
    pub(crate) formula: Formula,
    pub(crate) inputs: Vec<ScoreInput>,
    pub(crate) worth: Worth,
    pub(crate) printed: Option<Number>,
    pub(crate) basis: Option<String>,
}

/// Points before they are rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    Exactly(Number),
    /// Some input is missing: anything between these.
    Between(Number, Number),
}

impl Worth {
    /// What is known, or anything up to the weight.
    pub(crate) fn or_open(exact: Option<Number>, weight: Number) -> Self {
        exact.map_or(Self::Between(Number::ZERO, weight), Self::Exactly)
    }

    pub(crate) fn close(self, weight: Number, method: &Method) -> Points {
        match self {
            Self::Exactly(exact) => {
                // 得分不得突破分值: nor by rounding.
                let rounded = exact.rounded(method.scale, method.rounding).min(weight);
                Points::Determined { exact, rounded }
            }
            Self::Between(low, high) => Points::Undetermined { low, high },
        }
    }
}

impl Open {
    /// Rounds the points and compares them with the printed ones.
    pub(crate) fn close(self, method: &Method) -> Line {
        let points = self.worth.close(self.weight, method);
        let differs = self.printed.is_some_and(|printed| outside(&points, printed, method.tolerance));
        Line {
            subject: self.subject,
            place: self.place,
            weight: Some(self.weight),
            formula: self.formula,
            inputs: self.inputs,
            points,
            printed: self.printed,
            differs,
            basis: self.basis,
        }
    }
}

/// Whether a printed figure is further from the computed points, or from their bounds, than the tolerance.
pub(crate) fn outside(points: &Points, printed: Number, tolerance: Number) -> bool {
    let (low, high) = match points {
        Points::Determined { rounded, .. } => (*rounded, *rounded),
        Points::Undetermined { low, high } => (*low, *high),
    };
    let beyond = |larger: Number, smaller: Number| larger.minus(smaller).is_ok_and(|gap| gap > tolerance);
    beyond(low, printed) || beyond(printed, high)
}

/// Points that the person gave, kept between 0 and the weight.
pub(crate) fn given(printed: Option<Number>, weight: Number) -> (Formula, Option<Number>) {
    match printed {
        Some(points) => (Formula::Given, Some(points.max(Number::ZERO).min(weight))),
        None => (Formula::Given, None),
    }
}

/// The line of an indicator; none for a row without points of its own. `asks_results`: whether the form has a column
/// for results, so that one that does not apply was said to. `share`: the points of a row that has none of its own. `year`: of
/// dates that name none.
pub(crate) fn of_indicator(
    rows: &Rows<'_>,
    indicator: &Indicator<'_>,
    method: &Method,
    asks_results: bool,
    share: Option<Share>,
    year: Option<u16>,
) -> Option<Line> {
    if share.is_none() && matches!(indicator.weight, Known::NotYet | Known::NotApplicable) {
        return None;
    }
    let printed = indicator.score.answered().copied();
    let subject = LineSubject::Indicator { name: indicator.name.trim().to_owned() };
    let place = rows.place(indicator);
    let mut inputs = inputs(indicator);
    let shared = share.as_ref().map(|share| share.weight);
    inputs.extend(share.map(|share| share.said));
    let weight = match shared.map_or_else(|| indicator.weight.clone(), Known::Answered) {
        Known::Answered(weight) if !weight.is_negative() => weight,
        // Points that can't be read lie somewhere between nothing and all there is to give.
        _ => {
            let points = Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED };
            return Some(Line {
                subject,
                place,
                weight: None,
                formula: Formula::Open,
                inputs,
                points,
                printed,
                differs: false,
                basis: None,
            });
        }
    };
    let rule = if method.inapplicable != Inapplicable::Given && is_inapplicable(indicator, asks_results) {
        Rule::of(Formula::Inapplicable, Worth::Exactly(Number::ZERO))
    } else {
        points(indicator, weight, printed, method, year)
    };
    let Rule { formula, worth, basis, said } = rule;
    inputs.extend(said);
    Some(Open { subject, place, weight, formula, inputs, worth, printed, basis }.close(method))
}

/// Whether a row is said not to apply.
fn is_inapplicable(indicator: &Indicator<'_>, asks_results: bool) -> bool {
    indicator.target == Known::NotApplicable || (asks_results && indicator.actual == Known::NotApplicable)
}

/// A formula with what it gave.
struct Rule {
    formula: Formula,
    worth: Worth,
    basis: Option<String>,
    /// Numbers of the pack that it used.
    said: Vec<ScoreInput>,
}

impl Rule {
    fn of(formula: Formula, worth: Worth) -> Self {
        Self { formula, worth, basis: None, said: Vec::new() }
    }

    fn with(mut self, name: &str, read: String) -> Self {
        self.said.push(ScoreInput { name: name.to_owned(), read });
        self
    }
}

/// The points that the person gave.
fn as_given(printed: Option<Number>, weight: Number) -> Rule {
    let (formula, exact) = given(printed, weight);
    Rule::of(formula, Worth::or_open(exact, weight))
}

fn points(
    indicator: &Indicator<'_>,
    weight: Number,
    printed: Option<Number>,
    method: &Method,
    year: Option<u16>,
) -> Rule {
    let target = indicator.target.answered().and_then(Value::quantity).zip(indicator.direction);
    let actual = match &indicator.actual {
        Known::Answered(value) => value,
        // The result is still to come: nothing to compute with, and nothing to believe either.
        Known::NotYet | Known::Unreadable if target.is_some() || is_dated(indicator) => {
            return Rule::of(Formula::Open, Worth::or_open(None, weight));
        }
        Known::NotYet | Known::NotApplicable | Known::Unreadable => return as_given(printed, weight),
    };
    if let Some(rule) = gate(indicator, actual, weight, method) {
        return rule;
    }
    if let (Some((target, direction)), Meaning::Quantity(actual)) = (target, &actual.meaning)
        && let Some((target, actual, counted)) = on_one_scale(target, actual)
    {
        let direction = direction_of_zero(direction, indicator.target.answered(), target);
        // Nothing costs less than nothing, and nothing is counted below it: such a result is no great success.
        if direction == Direction::Lower
            && actual.is_negative()
            && !target.is_negative()
            && is_never_negative(indicator)
        {
            return Rule::of(Formula::Open, Worth::or_open(None, weight));
        }
        let explained = !indicator.reason.trim().is_empty();
        let row = Compared { direction, target, actual, counted, explained };
        if let Some((formula, exact)) = ratio::by_method(method, weight, row) {
            return stated(Rule::of(formula, Worth::Exactly(exact)), method);
        }
    }
    if let Some(kept) = indicator.target.answered().and_then(|target| in_time(target, actual, year)) {
        return dated(kept, weight, printed, method);
    }
    let tier = actual.is_words().then(|| indicator.actual_text.trim());
    let tier = tier.and_then(|text| method.tiers.iter().find(|tier| tier.words.starts(text).is_some()));
    tier.map_or_else(|| as_given(printed, weight), |tier| in_tier(tier, weight, printed, method.tolerance))
}

/// Whether the row is about money, or counts, or weighs: a rate may be one of change, a temperature below zero.
fn is_never_negative(indicator: &Indicator<'_>) -> bool {
    use UnitFamily::{Area, Count, Mass, Money, MoneyPer};
    let unit = |value: &'_ Known<Value>| value.answered()?.quantity()?.unit.clone();
    let unit = unit(&indicator.actual).or_else(|| unit(&indicator.target));
    unit.is_some_and(|unit| {
        matches!(unit.family, Area | Count | Mass | Money | MoneyPer)
            && !matches!(unit.text.as_str(), "℃" | "°C" | "度")
    })
}

fn is_dated(indicator: &Indicator<'_>) -> bool {
    matches!(indicator.target.answered().map(|target| &target.meaning), Some(Meaning::Date(_)))
}

/// A date has no ratio. Late, the points keep to the pack's band; where it states none they are those given, as long as they
/// are not full: then nobody knows what is left of them.
fn dated(kept: bool, weight: Number, printed: Option<Number>, method: &Method) -> Rule {
    match &method.late {
        _ if kept => Rule::of(Formula::Deadline, Worth::Exactly(weight)),
        Some(late) => {
            let worth = match in_band((late.from, late.to), weight, printed, method.tolerance) {
                Worth::Between(low, high) if low == high => Worth::Exactly(low),
                worth => worth,
            };
            let rule = Rule::of(Formula::Deadline, worth);
            let rule = rule.with("low", per_cent(late.from)).with("high", per_cent(late.to));
            Rule { basis: late.basis.clone(), ..rule }
        }
        None => {
            let less = printed.filter(|printed| *printed < weight).map(|printed| printed.max(Number::ZERO));
            Rule::of(Formula::Deadline, Worth::or_open(less, weight))
        }
    }
}

/// The numbers of the pack that a formula used.
fn stated(mut rule: Rule, method: &Method) -> Rule {
    match rule.formula {
        Formula::Exact | Formula::ExactOnly => {
            rule.basis.clone_from(&method.equal.basis);
            if !method.equal.within.is_zero() {
                rule = rule.with("within", per_cent(method.equal.within));
            }
        }
        Formula::OverTarget => {
            if let Some(over) = &method.over {
                rule.basis.clone_from(&over.basis);
                rule = rule.with("beyond", per_cent(over.beyond));
            }
        }
        Formula::Step => {
            if let Some(step) = method.step {
                rule = rule.with("step", step.to_string());
            }
        }
        _ => {}
    }
    match method.pass {
        Some(pass)
            if matches!(rule.formula, Formula::Higher | Formula::Lower | Formula::LowerExcess | Formula::Exact) =>
        {
            rule.with("pass", per_cent(pass))
        }
        _ => rule,
    }
}

fn per_cent(number: Number) -> String {
    format!("{number} %")
}

/// 满意度 in bands, where the pack states them: how satisfied people are counts, not how far that is from the target.
fn gate(indicator: &Indicator<'_>, actual: &Value, weight: Number, method: &Method) -> Option<Rule> {
    let satisfaction = matches!(indicator.level_two, Known::Answered(LevelTwo::ServiceSatisfaction))
        || matches!(indicator.level_one, Known::Answered(LevelOne::Satisfaction));
    if method.gates.is_empty() || !satisfaction {
        return None;
    }
    let quantity = actual.quantity()?;
    if quantity.unit.as_ref().is_some_and(|unit| unit.text != "%") || quantity.number.is_negative() {
        return None;
    }
    let gate = method.gates.iter().find(|gate| quantity.number >= gate.from)?;
    let exact = ratio::share(weight, gate.gives, Number::HUNDRED).ok()?;
    let rule = Rule::of(Formula::Gate, Worth::Exactly(exact)).with("gate", per_cent(gate.gives));
    Some(Rule { basis: gate.basis.clone(), ..rule })
}

/// Points given for words, which name their band. Beyond it they are not taken: the band is what is known.
fn in_tier(tier: &Tier, weight: Number, printed: Option<Number>, tolerance: Number) -> Rule {
    let band = (tier.from, tier.to);
    let rule = Rule::of(Formula::Tier, in_band(band, weight, printed, tolerance));
    let rule = rule.with("low", per_cent(tier.from)).with("high", per_cent(tier.to));
    Rule { basis: tier.basis.clone(), ..rule }
}

/// Points given, where they stand within a band (in per cent of the weight); else the band.
pub(crate) fn in_band(band: (Number, Number), weight: Number, printed: Option<Number>, tolerance: Number) -> Worth {
    let end = |share| ratio::share(weight, share, Number::HUNDRED);
    let (Ok(low), Ok(high)) = (end(band.0), end(band.1)) else { return Worth::or_open(None, weight) };
    let known = printed.filter(|printed| !outside(&Points::Undetermined { low, high }, *printed, tolerance));
    known.map_or(Worth::Between(low, high), |printed| Worth::Exactly(printed.max(low).min(high)))
}

/// A target of 0 without a sign can only mean “none of it”: anything would reach “at least 0”.
pub(crate) fn direction_of_zero(direction: Direction, target: Option<&Value>, number: Number) -> Direction {
    let unsigned = target.is_some_and(|value| value.operator.is_none());
    if unsigned && number.is_zero() && direction == Direction::Higher { Direction::Lower } else { direction }
}

/// Target and actual in one unit, and how much one counted thing of the target is there. A number without a unit is
/// taken in the unit of the other.
pub(crate) fn on_one_scale(target: &Quantity, actual: &Quantity) -> Option<(Number, Number, Option<Number>)> {
    let counted = |one| target.unit.as_ref().filter(|unit| unit.family == UnitFamily::Count).map(|_| one);
    match (&target.unit, &actual.unit) {
        (Some(a), Some(b)) if a != b => {
            if !comparable(a, b) {
                return None;
            }
            let (of_target, of_actual) = (factor(a)?, factor(b)?);
            let numbers = (target.number.times(of_target).ok()?, actual.number.times(of_actual).ok()?);
            Some((numbers.0, numbers.1, counted(of_target)))
        }
        _ => Some((target.number, actual.number, counted(Number::ONE))),
    }
}

fn inputs(indicator: &Indicator<'_>) -> Vec<ScoreInput> {
    let known =
        [("target", &indicator.target, indicator.target_text), ("actual", &indicator.actual, indicator.actual_text)];
    let input = |(name, value, text): (&str, &Known<Value>, &str)| {
        // Words are their own reading.
        let read = value.answered().map(echo).filter(|echo| !echo.is_empty());
        let read = read.unwrap_or_else(|| text.trim().to_owned());
        (!read.is_empty()).then(|| ScoreInput { name: name.to_owned(), read })
    };
    known.into_iter().filter_map(input).collect()
}
