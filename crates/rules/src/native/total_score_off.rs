//! A printed total that is not the sum of its parts.

use jibiao_model::Line;

use crate::{prelude::*, restore};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("total-score-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("total-score-tolerance")],
    messages: &[("total-score-off", &["printed", "sum"]), ("total-score-off-recomputed", &["printed", "computed"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.score' = '10'\ntotal-score = '100'\n[[rows]]\nlevel-3 = '道路长度'\nscore = '100'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.score' = '10'\ntotal-score = '96'\n[[rows]]\nlevel-3 = '道路长度'\nscore = '86'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\n'fund.total.score' = '10'\ntotal-score = '96'\n[[rows]]\nlevel-3 = '道路长度'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(printed) = view.reading.number(Concept::TotalScore) else { return Ok(()) };
    if !view.reading.is_whole() {
        return Ok(());
    }
    if let Some(sum) = differing_sum(view, printed)? {
        let args = [("printed", Arg::Number(printed)), ("sum", Arg::Number(sum))];
        let fix = view.form.cell_of(Concept::TotalScore).filter(|_| is_sound(view)).map(|cell| Fix {
            message: "fix-score".to_owned(),
            args: vec![("computed".to_owned(), Arg::Number(sum))],
            edit: Edit::SetCell { cell: cell.clone(), text: sum.to_string() },
        });
        sink.report_with_fixes(view.at(Concept::TotalScore), "total-score-off", args, fix.into_iter().collect());
    } else if let Some(card) = view.card().filter(|card| card.total_differs)
        && let Some(computed) = card.total.rounded()
    {
        let args = [("printed", Arg::Number(printed)), ("computed", Arg::Number(computed))];
        sink.report(view.at(Concept::TotalScore), "total-score-off-recomputed", args);
    }
    Ok(())
}

/// Whether nothing is wrong with the parts, so that their sum may be offered.
fn is_sound(view: &View<'_>) -> bool {
    let within = |line: &Line| match (line.printed, line.weight) {
        (Some(printed), Some(weight)) => printed <= weight && !printed.is_negative(),
        _ => true,
    };
    let rows = view.form.indicators().is_none_or(|table| !restore::lacks_rows(view, table));
    rows && view.card().is_none_or(|card| card.lines.iter().all(|line| !line.differs && within(line)))
}

/// Whether the printed total is told to be wrong, so that nothing follows from it.
pub(super) fn is_wrong(view: &View<'_>, printed: Number) -> Result<bool, Halt> {
    let beyond = printed > Number::HUNDRED || printed.is_negative();
    Ok(beyond || (view.reading.is_whole() && differing_sum(view, printed)?.is_some()))
}

/// The sum of the points where the printed total is another number.
fn differing_sum(view: &View<'_>, printed: Number) -> Result<Option<Number>, Halt> {
    let tolerance = view.number("total-score-tolerance")?;
    let Some(sum) = sum(view)? else { return Ok(None) };
    Ok((printed.minus(sum)?.magnitude() > tolerance).then_some(sum))
}

/// The sum of the points that stand in the rows and beside the execution rate; `None` while some are missing.
fn sum(view: &View<'_>) -> Result<Option<Number>, Halt> {
    let mut sum = match view.reading.number(Concept::Fund(FundSource::Total, FundMoment::Score)) {
        Known::Answered(score) => score,
        // A form without points for the execution rate.
        Known::NotApplicable => Number::ZERO,
        Known::NotYet | Known::Unreadable => return Ok(None),
    };
    for indicator in view.indicators() {
        let Known::Answered(score) = indicator.score else { return Ok(None) };
        sum = sum.plus(score)?;
    }
    Ok((!view.rows().is_empty()).then_some(sum))
}
