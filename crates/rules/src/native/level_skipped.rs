//! A level without a row in a table of which only a part was read, where the rows that were read show that none is
//! missing at that place: later levels follow, or the points make 100.

use crate::{levels, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("level-skipped"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[INDICATORS, GUIDE],
    needs: &[Need::Number("weight-sum-tolerance")],
    messages: &[
        ("level-skipped", &["level"]),
        ("level-skipped-cost", &["level"]),
        ("level-skipped-weighted", &["level"]),
    ],
    examples: examples![
        Example::finds(
            2,
            "extent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益人口'",
        ),
        Example::finds(
            3,
            "form = 'project-declaration-2015'\nextent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '路面完好率'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '沿线群众满意度'",
        ),
        Example::finds(
            4,
            "form = 'project-self-evaluation-2015'\nextent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\nweight = '50'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '每公里造价'\nweight = '40'",
        ),
        Example::clean(
            "extent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'",
        ),
        // Rows in no order: what follows may be among those that were not read.
        Example::clean(
            "extent = 'excerpt'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益人口'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2015'\nextent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\nweight = '50'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '成本指标'\nlevel-3 = '每公里造价'\nweight = '10'",
        ),
        Example::clean(
            "extent = 'excerpt'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-3 = '养护里程'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-3 = '受益人口'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let rows = view.rows();
    if view.reading.is_whole() || rows.is_empty() {
        return Ok(());
    }
    // Levels of the table's own making can't be held against the frame.
    let unknown = |row: &Indicator<'_>| match row::level_one(view, row) {
        Some(LevelOne::Output | LevelOne::Cost) => row.level_two.answered().is_none(),
        one => one.is_none(),
    };
    if rows.iter().any(unknown) {
        return Ok(());
    }
    let whole = makes_100(view)?;
    let ones: Vec<LevelOne> = rows.iter().filter_map(|indicator| row::level_one(view, indicator)).collect();
    let place = || view.at_indicators();
    for one in &view.form.frame.levels {
        let last = ones.iter().rposition(|level| *level == one.level);
        let cost = one.level == LevelOne::Cost;
        let term = |level: &str| [("level", Arg::Term(level.to_owned()))];
        match last {
            None if whole && !cost => sink.report(place(), "level-skipped-weighted", term(levels::one(one.level))),
            None if whole => sink.report(place(), "level-skipped-cost", term(levels::one(one.level))),
            // Rows above and below where the level should be.
            None if !cost && is_passed(view, &ones, one.level) => {
                sink.report(place(), "level-skipped", term(levels::one(one.level)));
            }
            // The block is closed where rows of another level stand below it.
            Some(last) if whole || last.saturating_add(1) < ones.len() => {
                let expected = one.twos.iter().filter(|two| two.expected || two.level == LevelTwo::Cost);
                for two in expected.filter(|two| !rows.iter().any(|row| same(row, two.level))) {
                    let key = match two.level {
                        LevelTwo::Cost => "level-skipped-cost",
                        _ if whole => "level-skipped-weighted",
                        _ => "level-skipped",
                    };
                    sink.report(place(), key, term(levels::two(two.level)));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether rows of an earlier level and of a later one were read.
fn is_passed(view: &View<'_>, ones: &[LevelOne], own: LevelOne) -> bool {
    let levels = || view.form.frame.levels.iter().map(|spec| spec.level);
    let read = |level: LevelOne| ones.contains(&level);
    levels().take_while(|level| *level != own).any(read) && levels().skip_while(|level| *level != own).any(read)
}

/// Cost has a level of its own in one frame and stands under output in another.
fn same(indicator: &Indicator<'_>, expected: LevelTwo) -> bool {
    indicator
        .level_two
        .answered()
        .is_some_and(|two| *two == expected || (expected == LevelTwo::Cost && levels::is_cost(*two)))
}

/// Whether the points of the rows, with those of the execution rate, make 100, so that no row is missing.
fn makes_100(view: &View<'_>) -> Result<bool, Halt> {
    let mut sum = Number::ZERO;
    for indicator in view.indicators() {
        let Known::Answered(weight) = indicator.weight else { return Ok(false) };
        sum = sum.plus(weight)?;
    }
    let execution = view.reading.number(Concept::Fund(FundSource::Total, FundMoment::Weight));
    let execution = execution.answered().copied().unwrap_or(view.form.frame.execution_weight);
    let tolerance = view.number("weight-sum-tolerance")?;
    Ok(sum.plus(execution)?.minus(Number::HUNDRED)?.magnitude() <= tolerance)
}
