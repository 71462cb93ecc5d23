//! The line of the execution rate.

use jibiao_model::{Amount, Concept, Formula, FundMoment, FundSource, Known, Line, LineSubject, Number, ScoreInput};
use jibiao_reading::Reading;

use crate::{
    Denominator, Method,
    line::{Open, Worth, given},
    place, ratio,
};

/// The line of the execution rate; none where the form has no such cells, or where the points of the indicators
/// leave nothing for it. `of_rows` is the sum of their points.
pub(crate) fn line(reading: &Reading<'_>, method: &Method, of_rows: Number) -> Option<Line> {
    if !method.execution.scored {
        return None;
    }
    let cell = reading.form.cell_of(Concept::Fund(FundSource::Total, FundMoment::Executed))?;
    let weight = match reading.number(Concept::Fund(FundSource::Total, FundMoment::Weight)) {
        Known::Answered(weight) if !weight.is_negative() => weight,
        // Forms that do not score the execution rate give all hundred points to the indicators.
        _ if of_rows >= Number::HUNDRED => return None,
        _ => method.execution.weight.unwrap_or(reading.form.frame.execution_weight),
    };
    let printed = reading.number(Concept::Fund(FundSource::Total, FundMoment::Score)).answered().copied();
    let moment = match method.execution.denominator {
        Denominator::Annual => FundMoment::Annual,
        Denominator::Initial => FundMoment::Initial,
    };
    let (annual, executed) = amounts(reading, moment);
    let (formula, exact) = match (annual, executed) {
        // 执行率 of no budget is no number: the points are a matter of judgement.
        (Some(annual), Some(_)) if annual == Amount::ZERO => given(printed, weight),
        (Some(annual), Some(executed)) => (Formula::Execution, points(weight, annual, executed)),
        _ => (Formula::Execution, None),
    };
    let inputs = [("executed", executed), (if moment == FundMoment::Annual { "annual" } else { "initial" }, annual)];
    let inputs = inputs
        .into_iter()
        .filter_map(|(name, amount)| Some(ScoreInput { name: name.to_owned(), read: shown(amount?, reading) }));
    let line = Open {
        subject: LineSubject::Execution,
        place: place::of_cell(reading, cell),
        weight,
        formula,
        inputs: inputs.collect(),
        worth: Worth::or_open(exact, weight),
        printed,
        basis: method.execution.basis.clone(),
    };
    Some(line.close(method))
}

fn points(weight: Number, annual: Amount, executed: Amount) -> Option<Number> {
    let (annual, executed) = (annual.yuan(), executed.yuan());
    if annual.is_negative() {
        return None;
    }
    if executed >= annual {
        return Some(weight);
    }
    ratio::share(weight, executed.max(Number::ZERO), annual).ok()
}

/// Budget and executed amounts of the total. A total of 0 above sources that are not 0 was left unfilled: the
/// sources say what it is.
fn amounts(reading: &Reading<'_>, budget: FundMoment) -> (Option<Amount>, Option<Amount>) {
    let total = |moment| reading.amount(FundSource::Total, moment).answered().copied();
    let (annual, executed) = (total(budget), total(FundMoment::Executed));
    if annual != Some(Amount::ZERO) || executed.is_some_and(|executed| executed != Amount::ZERO) {
        return (annual, executed);
    }
    match of_sources(reading, budget) {
        Some(sum) if sum > Amount::ZERO => (Some(sum), of_sources(reading, FundMoment::Executed)),
        _ => (annual, executed),
    }
}

/// The sum of the sources that have an amount; `None` where none has one.
fn of_sources(reading: &Reading<'_>, moment: FundMoment) -> Option<Amount> {
    let sources = [FundSource::Fiscal, FundSource::Carryover, FundSource::Other];
    let mut known = sources.into_iter().filter_map(|source| reading.amount(source, moment).answered().copied());
    let first = known.next()?;
    known.try_fold(first, Amount::plus).ok()
}

/// An amount in the document's own unit: `213.5 万元`.
pub(crate) fn shown(amount: Amount, reading: &Reading<'_>) -> String {
    let unit = reading.money_unit;
    amount.in_unit(unit).map_or_else(|_| amount.to_string(), |number| format!("{number} {}", unit.label()))
}
