//! The execution rate: its points, its printed figure, and a rate that needs a word of explanation.

use jibiao_model::{Amount, LineSubject};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("execution-rate-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Number("execution-rate-explained-below"),
        Need::Number("execution-rate-rounding"),
        Need::Number("execution-rate-error"),
        Need::Words("execution-names"),
        Need::Words("delay-causes"),
        Need::Words("spending-words"),
    ],
    messages: &[
        ("execution-rate-off-points", &["printed", "computed", "rate"]),
        ("execution-rate-off-printed", &["printed", "rate"]),
        ("execution-rate-off-rounded", &["printed", "rate"]),
        ("execution-rate-off-above", &["rate"]),
        ("execution-rate-off-low", &["rate", "least"]),
        ("execution-rate-off-told", &["rate", "least", "cell"]),
        ("execution-rate-off-row", &["indicator", "actual", "rate"]),
        ("execution-rate-off-source", &["cell", "printed", "rate"]),
        ("execution-rate-off-zero", &[]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '50'\n'fund.total.executed' = '10'\n'fund.total.rate' = '20%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '250'\n'fund.total.executed' = '255'\n'fund.total.rate' = '102%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '100'\n'fund.total.executed' = '95'\n'fund.total.weight' = '10'\n'fund.total.score' = '10'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '0'\n'fund.total.executed' = '12'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '50'\n'fund.total.executed' = '10'\nother-notes = '工程跨年实施，余款按合同于次年支付。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '100'\n'fund.total.executed' = '95'\n'fund.total.rate' = '95%'\n'fund.total.weight' = '10'\n'fund.total.score' = '9.5'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '50'\n'fund.total.executed' = '50'\n'fund.total.rate' = '1'",
        ),
        Example::clean("form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '100'"),
        // Only the rate is printed.
        Example::finds(1, "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.rate' = '45.2%'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.fiscal.annual' = '80'\n'fund.fiscal.executed' = '72'\n'fund.fiscal.rate' = '98%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '200'\n'fund.total.executed' = '190'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '预算执行率'\ntarget = '≥90%'\nactual = '100%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '200'\n'fund.total.executed' = '190'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '预算执行率'\ntarget = '≥90%'\nactual = '95%'",
        ),
        // Overspent: the amount is told, and nobody is advised to take the full points for it.
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '200'\n'fund.total.executed' = '400'\n'fund.total.rate' = '200%'\n'fund.total.weight' = '10'\n'fund.total.score' = '8'",
        ),
        // Less than nothing was spent: the amounts are in question, and no rate can be right.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '550'\n'fund.total.executed' = '-540'\n'fund.total.rate' = '98.18%'\n'fund.fiscal.annual' = '550'\n'fund.fiscal.executed' = '-540'\n'fund.fiscal.rate' = '98.18%'",
        ),
        // The reason stands beside the row of the rate, or in what is told of the result: a reviewer is shown where.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '50'\n'fund.total.executed' = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '资金支出率'\ntarget = '≥90%'\nactual = '20%'\nreason = '工程款按合同于次年支付'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.annual' = '50'\n'fund.total.executed' = '10'\ngoal-result = '由于工程审计尚未完成，资金未能全部支付。'",
        ),
    ],
    check,
};

const RATE: Concept = Concept::Fund(FundSource::Total, FundMoment::Rate);
const SCORE: Concept = Concept::Fund(FundSource::Total, FundMoment::Score);
const EXECUTED: Concept = Concept::Fund(FundSource::Total, FundMoment::Executed);

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    sources(view, sink)?;
    let amount = |moment| view.reading.amount(FundSource::Total, moment);
    let (Known::Answered(annual), Known::Answered(executed)) =
        (amount(FundMoment::Annual), amount(FundMoment::Executed))
    else {
        // Without the amounts, the printed rate is all there is.
        if let Known::Answered(rate) = view.reading.percent(RATE) {
            low(view, in_percent(view.reading.text(RATE), rate)?, sink)?;
        }
        return Ok(());
    };
    if annual.yuan().is_zero() || annual.yuan().is_negative() {
        // 0 of 0 is for the sum of the sources to question.
        if executed > Amount::ZERO {
            sink.report(view.at(EXECUTED), "execution-rate-off-zero", []);
        }
        return Ok(());
    }
    // Less than nothing was spent: that amount is told, and no rate follows from it.
    if executed < Amount::ZERO {
        return Ok(());
    }
    let rate = executed.yuan().times(Number::HUNDRED)?.over(annual.yuan())?;
    let shown = rate.rounded(2, jibiao_model::Rounding::HalfUp);
    printed_rate(view, rate, shown, sink)?;
    points(view, shown, sink);
    rows(view, rate, shown, sink)?;
    if rate > Number::HUNDRED {
        sink.report(view.at(EXECUTED), "execution-rate-off-above", [("rate", Arg::Number(shown))]);
    }
    low(view, rate, sink)
}

/// A rate that needs a word of explanation.
fn low(view: &View<'_>, rate: Number, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let least = view.number("execution-rate-explained-below")?;
    if rate >= least || !view.reading.text(Concept::OtherNotes).trim().is_empty() {
        return Ok(());
    }
    let names = view.words("execution-names");
    if view.indicators().any(|indicator| names.is_in(indicator.name) && !row::is_unexplained(indicator)) {
        return Ok(());
    }
    let shown = ("rate", Arg::Number(rate.rounded(2, jibiao_model::Rounding::HalfUp)));
    let bound = ("least", Arg::Number(least));
    match view.texts().find(|(_, text)| tells_why(view, text)) {
        Some((cell, _)) => {
            let cell = ("cell", Arg::Cell(cell.id.clone()));
            sink.report(view.at(RATE), "execution-rate-off-told", [shown, bound, cell]);
        }
        None => sink.report(view.at(RATE), "execution-rate-off-low", [shown, bound]),
    }
    Ok(())
}

/// Whether a sentence says why money was not spent.
fn tells_why(view: &View<'_>, text: &str) -> bool {
    let (causes, spending) = (view.words("delay-causes"), view.words("spending-words"));
    causes.is_in(text)
        && text.split(['。', '；', ';', '\n']).any(|sentence| causes.is_in(sentence) && spending.is_in(sentence))
}

/// A row that measures the execution, against the amounts.
fn rows(view: &View<'_>, rate: Number, shown: Number, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let names = view.words("execution-names");
    view.each(sink, |indicator, sink| {
        if !names.has(row::bare(indicator.name)) {
            return Ok(());
        }
        let Some(actual) = row::actual(indicator).filter(|actual| row::family(actual) == Some(UnitFamily::Ratio))
        else {
            return Ok(());
        };
        // Rates are printed with few digits.
        if actual.number.minus(rate)?.magnitude() > Number::ONE {
            let args = [
                ("indicator", view.name(indicator)),
                ("actual", Arg::Text(indicator.actual_text.trim().to_owned())),
                ("rate", Arg::Number(shown)),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "execution-rate-off-row", args);
        }
        Ok(())
    })
}

/// The printed rates of the sources.
fn sources(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for source in [FundSource::Fiscal, FundSource::Carryover, FundSource::Other] {
        let cell = Concept::Fund(source, FundMoment::Rate);
        let amount = |moment| view.reading.amount(source, moment).answered().copied();
        let (Some(annual), Some(executed)) = (amount(FundMoment::Annual), amount(FundMoment::Executed)) else {
            continue;
        };
        let (Known::Answered(printed), Some(id)) = (view.reading.percent(cell), view.form.cell_of(cell)) else {
            continue;
        };
        if annual <= Amount::ZERO || executed < Amount::ZERO {
            continue;
        }
        let rate = executed.yuan().times(Number::HUNDRED)?.over(annual.yuan())?;
        let printed = in_percent(view.reading.text(cell), printed)?;
        if printed.minus(rate)?.magnitude() > view.number("execution-rate-error")? {
            let args = [
                ("cell", Arg::Cell(id.clone())),
                ("printed", Arg::Number(printed)),
                ("rate", Arg::Number(rate.rounded(2, jibiao_model::Rounding::HalfUp))),
            ];
            sink.report(view.at(cell), "execution-rate-off-source", args);
        }
    }
    Ok(())
}

/// 1 or 0.95 without a sign is the ratio itself.
pub(super) fn in_percent(written: &str, printed: Number) -> Result<Number, Halt> {
    let bare = !written.contains(['%', '％']) && printed <= Number::ONE;
    Ok(if bare { printed.times(Number::HUNDRED)? } else { printed })
}

/// Whether a rate may be offered: below nothing or above the whole, an amount is in question and not the rate.
pub(super) fn is_offered(rate: Number) -> bool {
    !rate.is_negative() && rate <= Number::HUNDRED
}

fn printed_rate(view: &View<'_>, rate: Number, shown: Number, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(printed) = view.reading.percent(RATE) else { return Ok(()) };
    let printed = in_percent(view.reading.text(RATE), printed)?;
    let difference = printed.minus(rate)?.magnitude();
    if difference <= view.number("execution-rate-rounding")? {
        return Ok(());
    }
    let wrong = difference > view.number("execution-rate-error")?;
    let key = if wrong { "execution-rate-off-printed" } else { "execution-rate-off-rounded" };
    let fix = view.form.cell_of(RATE).filter(|_| is_offered(rate)).map(|cell| Fix {
        message: "fix-rate".to_owned(),
        args: vec![("rate".to_owned(), Arg::Number(shown))],
        edit: Edit::SetCell { cell: cell.clone(), text: format!("{shown}%") },
    });
    let args = [("printed", Arg::Number(printed)), ("rate", Arg::Number(shown))];
    sink.report_with_fixes(view.at(RATE), key, args, fix.into_iter().collect());
    Ok(())
}

fn points(view: &View<'_>, rate: Number, sink: &mut Sink<'_>) {
    let line = view.card().and_then(|card| card.lines.iter().find(|line| line.subject == LineSubject::Execution));
    let Some(line) = line.filter(|line| line.differs) else { return };
    let (Some(printed), Some(computed)) = (line.printed, line.points.rounded()) else { return };
    // Points held back where more was spent than there was: the formula would give them all.
    if rate > Number::HUNDRED && printed < computed {
        return;
    }
    let args = [("printed", Arg::Number(printed)), ("computed", Arg::Number(computed)), ("rate", Arg::Number(rate))];
    let fix = view.form.cell_of(SCORE).filter(|_| is_offered(rate)).map(|cell| Fix {
        message: "fix-score".to_owned(),
        args: vec![("computed".to_owned(), Arg::Number(computed))],
        edit: Edit::SetCell { cell: cell.clone(), text: computed.to_string() },
    });
    sink.report_with_fixes(view.at(SCORE), "execution-rate-off-points", args, fix.into_iter().collect());
}
