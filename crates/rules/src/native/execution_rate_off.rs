//! The execution rate: its points, its printed figure, and a rate that needs a word of explanation.

use jibiao_model::{Amount, LineSubject};

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("execution-rate-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Number("execution-rate-explained-below"),
        Need::Number("execution-rate-rounding"),
        Need::Number("execution-rate-error"),
    ],
    messages: &[
        ("execution-rate-off-points", &["printed", "computed", "rate"]),
        ("execution-rate-off-printed", &["printed", "rate"]),
        ("execution-rate-off-rounded", &["printed", "rate"]),
        ("execution-rate-off-above", &["rate"]),
        ("execution-rate-off-low", &["rate", "least"]),
        ("execution-rate-off-zero", &[]),
    ],
    examples: &[
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
    ],
    check,
};

const RATE: Concept = Concept::Fund(FundSource::Total, FundMoment::Rate);
const SCORE: Concept = Concept::Fund(FundSource::Total, FundMoment::Score);
const EXECUTED: Concept = Concept::Fund(FundSource::Total, FundMoment::Executed);

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let amount = |moment| view.reading.amount(FundSource::Total, moment);
    let (Known::Answered(annual), Known::Answered(executed)) =
        (amount(FundMoment::Annual), amount(FundMoment::Executed))
    else {
        return Ok(());
    };
    if annual.yuan().is_zero() || annual.yuan().is_negative() {
        // 0 of 0 is for the sum of the sources to question.
        if executed > Amount::ZERO {
            sink.report(view.at(EXECUTED), "execution-rate-off-zero", []);
        }
        return Ok(());
    }
    let rate = executed.yuan().times(Number::HUNDRED)?.over(annual.yuan())?;
    let shown = rate.rounded(2, jibiao_model::Rounding::HalfUp);
    printed_rate(view, rate, shown, sink)?;
    points(view, shown, sink);
    if rate > Number::HUNDRED {
        sink.report(view.at(EXECUTED), "execution-rate-off-above", [("rate", Arg::Number(shown))]);
    }
    let least = view.number("execution-rate-explained-below")?;
    if rate < least && view.reading.text(Concept::OtherNotes).trim().is_empty() {
        let args = [("rate", Arg::Number(shown)), ("least", Arg::Number(least))];
        sink.report(view.at(RATE), "execution-rate-off-low", args);
    }
    Ok(())
}

fn printed_rate(view: &View<'_>, rate: Number, shown: Number, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(printed) = view.reading.percent(RATE) else { return Ok(()) };
    let written = view.reading.text(RATE);
    // 1 or 0.95 without a sign is the ratio itself.
    let bare = !written.contains(['%', '％']) && printed <= Number::ONE;
    let printed = if bare { printed.times(Number::HUNDRED)? } else { printed };
    let difference = printed.minus(rate)?.magnitude();
    if difference <= view.number("execution-rate-rounding")? {
        return Ok(());
    }
    let wrong = difference > view.number("execution-rate-error")?;
    let key = if wrong { "execution-rate-off-printed" } else { "execution-rate-off-rounded" };
    let fix = view.form.cell_of(RATE).map(|cell| Fix {
        message: "fix-rate".to_owned(),
        args: vec![("rate".to_owned(), Arg::Number(shown))],
        edit: Edit::SetCell { cell: cell.clone(), text: format!("{shown}%") },
    });
    let args = [("printed", Arg::Number(printed)), ("rate", Arg::Number(shown))];
    sink.report_with_fixes(view.at(RATE), key, args, fix.into_iter().collect());
    Ok(())
}

fn points(view: &View<'_>, rate: Number, sink: &mut Sink<'_>) {
    let line = view.card.and_then(|card| card.lines.iter().find(|line| line.subject == LineSubject::Execution));
    let Some(line) = line.filter(|line| line.differs) else { return };
    let (Some(printed), Some(computed)) = (line.printed, line.points.rounded()) else { return };
    let args = [("printed", Arg::Number(printed)), ("computed", Arg::Number(computed)), ("rate", Arg::Number(rate))];
    let fix = view.form.cell_of(SCORE).map(|cell| Fix {
        message: "fix-score".to_owned(),
        args: vec![("computed".to_owned(), Arg::Number(computed))],
        edit: Edit::SetCell { cell: cell.clone(), text: computed.to_string() },
    });
    sink.report_with_fixes(view.at(SCORE), "execution-rate-off-points", args, fix.into_iter().collect());
}
