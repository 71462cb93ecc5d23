//! Points of the 一级指标 that are split otherwise than the frame says.

use jibiao_model::LevelOneSpec;
use jibiao_score::due;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("weight-split-off"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[Need::Number("weight-sum-tolerance")],
    messages: &[
        ("weight-split-off", &["found", "usual"]),
        ("weight-split-off-share", &["indicator", "printed", "due", "whole", "rows"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '道路长度'\nweight = '40'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '受益人口'\nweight = '30'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-3 = '群众满意度'\nweight = '20'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2015'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '道路长度'\nweight = '50'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '受益人口'\nweight = '30'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-3 = '群众满意度'\nweight = '10'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2015'\n[cells]\n'fund.total.weight' = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '道路长度'\nweight = '40'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '受益人口'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    shares(view, sink);
    let levels = &view.form.frame.levels;
    // Points that make 100 show by themselves that no row is missing.
    if view.rows().is_empty() {
        return Ok(());
    }
    let mut sums = vec![Number::ZERO; levels.len()];
    let mut all = Number::ZERO;
    for indicator in view.indicators() {
        // One row without points or with a level of its own making: the split is not known.
        let (Known::Answered(weight), Known::Answered(one)) = (&indicator.weight, &indicator.level_one) else {
            return Ok(());
        };
        let Some(sum) = levels.iter().position(|spec| spec.level == *one).and_then(|at| sums.get_mut(at)) else {
            return Ok(());
        };
        *sum = sum.plus(*weight)?;
        all = all.plus(*weight)?;
    }
    // A sum that is off is another rule's finding, and would make every level look off.
    let execution = view.reading.number(Concept::Fund(FundSource::Total, FundMoment::Weight));
    let execution = execution.answered().copied();
    let tolerance = view.number("weight-sum-tolerance")?;
    let near = |sum: Number| Ok::<bool, Halt>(sum.minus(Number::HUNDRED)?.magnitude() <= tolerance);
    let whole = all.plus(execution.unwrap_or(Number::ZERO))?;
    let makes_100 = near(whole)? || (execution.is_none() && near(all.plus(view.form.frame.execution_weight)?)?);
    if !makes_100 {
        return Ok(());
    }
    let differs = |(spec, sum): (&LevelOneSpec, &Number)| spec.weight.is_some_and(|weight| weight != *sum);
    if levels.iter().zip(&sums).any(differs) {
        let found = levels.iter().zip(&sums).map(|(spec, sum)| format!("{} {sum}", spec.label.zh));
        let usual = levels.iter().filter_map(|spec| Some(format!("{} {}", spec.label.zh, spec.weight?)));
        let args = [("found", Arg::Words(found.collect())), ("usual", Arg::Words(usual.collect()))];
        sink.report(view.at_indicators(), "weight-split-off", args);
    }
    Ok(())
}

/// Points of a row that are not its share of those of its level 2, where the pack shares them.
fn shares(view: &View<'_>, sink: &mut Sink<'_>) {
    let due = due(view.rows(), view.book.scoring.of(view.form));
    for (indicator, due) in view.indicators().zip(due) {
        let (Some(due), Known::Answered(weight)) = (due.filter(|due| !due.is_given), &indicator.weight) else {
            continue;
        };
        let args = [
            ("indicator", view.name(indicator)),
            ("printed", Arg::Number(*weight)),
            ("due", Arg::Number(due.weight)),
            ("whole", Arg::Number(due.whole)),
            ("rows", Arg::Number(Number::whole(i64::from(due.rows)))),
        ];
        let fix = view.column(Concept::Weight).zip(view.reading.table).map(|(column, table)| Fix {
            message: "fix-set".to_owned(),
            args: vec![("text".to_owned(), Arg::Text(due.weight.to_string()))],
            edit: Edit::SetRowCell {
                table: table.clone(),
                row: indicator.row.clone(),
                cell: column.clone(),
                text: due.weight.to_string(),
            },
        });
        let place = view.at_row_cell(indicator, Concept::Weight);
        sink.report_with_fixes(place, "weight-split-off-share", args, fix.into_iter().collect());
    }
}
