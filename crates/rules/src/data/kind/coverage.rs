//! `coverage`: a whole table that has a row for each level that its frame expects.

use jibiao_model::{Arg, Known, LevelOne, LevelTwo};

use super::Saying;
use crate::{View, data::run::Out, levels, row};

/// The frame says what is expected; there is nothing more to state.
#[derive(Clone, Debug)]
pub(in crate::data) struct Coverage;

impl Coverage {
    pub(in crate::data) fn sayings() -> Vec<Saying> {
        vec![("", &["level"]), ("cost", &["level"]), ("all", &[])]
    }

    pub(in crate::data) fn check(view: &View<'_>, out: &mut Out<'_, '_>) {
        let indicators = view.rows();
        if !view.reading.is_whole() || view.reading.table.is_none() {
            return;
        }
        if indicators.is_empty() {
            out.report(view.at_indicators(), "all", Vec::new(), None);
            return;
        }
        // A table with levels of its own making, or none, can't be held against the frame.
        if indicators.iter().any(|i| !matches!(i.level_one, Known::Answered(one) if one != LevelOne::Process)) {
            return;
        }
        let twos_known = indicators.iter().all(|i| i.level_two.answered().is_some());
        for one in &view.form.frame.levels {
            // Earlier forms print satisfaction as a 二级指标 of 效益.
            if !indicators
                .iter()
                .any(|i| i.level_one == Known::Answered(one.level) || row::level_one(view, i) == Some(one.level))
            {
                report(view, out, one.level == LevelOne::Cost, levels::one(one.level));
                continue;
            }
            let expected = one.twos.iter().filter(|two| two.expected || two.level == LevelTwo::Cost);
            for two in expected.filter(|_| twos_known) {
                if !indicators.iter().any(|i| i.level_two.answered().is_some_and(|l| same(*l, two.level))) {
                    report(view, out, two.level == LevelTwo::Cost, levels::two(two.level));
                }
            }
        }
    }
}

/// Cost has a level of its own in one frame and stands under output in another.
fn same(found: LevelTwo, expected: LevelTwo) -> bool {
    found == expected || (expected == LevelTwo::Cost && levels::is_cost(found))
}

fn report(view: &View<'_>, out: &mut Out<'_, '_>, cost: bool, level: &str) {
    let args = vec![("level", Arg::Term(level.to_owned()))];
    out.report(view.at_indicators(), if cost { "cost" } else { "" }, args, None);
}
