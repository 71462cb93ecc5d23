//! A goal that speaks of earlier years only, or of later ones only.

use crate::{
    dates::{Years, years},
    prelude::*,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-of-another-year"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Words("year-as-reference-before"), Need::Words("year-as-reference-after")],
    messages: &[
        ("goal-of-another-year", &["cell", "found", "year"]),
        ("goal-of-another-year-later", &["cell", "found", "year"]),
    ],
    examples: examples![
        Example::finds(1, "[cells]\nyear = '2023'\nyear-goal = '2022年12月31日前完成全县农户收支抽样调查，上报数据。'"),
        Example::finds(1, "[cells]\nyear = '2023'\nyear-goal = '2022年工作目标是全面运用无人机巡查，提高发现率。'"),
        Example::finds(1, "[cells]\nyear = '2023'\nwhole-goal = '2021年至2022年完成管网改造12公里。'"),
        Example::finds(1, "[cells]\nyear = '2023'\nyear-goal = '2024年6月前完成县道大修3条。'"),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '2023年12月31日前完成调查，样本量较2022年增加120户。'"),
        // Money of last year, paid this year.
        Example::clean("[cells]\nyear = '2026'\nyear-goal = '兑付2025年度奖补资金，惠及养殖户320户。'"),
        Example::clean("[cells]\nyear-goal = '2022年12月31日前完成调查'"),
        // Earlier years that the goal only refers to.
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '补助人数较2022年增加120户，满意度达到95%。'"),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '按照2021年印发的《管理办法》，资助学生230人。'"),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '支付2022年县道大修工程尾款，完成竣工结算3个。'"),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '自2019年起连续开展，本年培训村医60人。'"),
        Example::clean(
            "[cells]\nyear = '2023'\nproject-name = '2022年第二批农村公路项目'\nyear-goal = '完成2022年第二批农村公路12公里。'",
        ),
        Example::clean("[cells]\nyear = '2023'\nyear-goal = '到2025年建成体育强县，本年新建健身点12个。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Known::Answered(year) = view.reading.year else { return Ok(()) };
    let name = view.reading.text(Concept::ProjectName);
    for concept in [Concept::YearGoal, Concept::WholeGoal] {
        let Some(cell) = view.form.cell_of(concept) else { continue };
        let text = view.reading.text(concept);
        let mut named = years(text);
        // The name of a project keeps the year in which its money was given.
        let kept = years(name);
        named.retain(|found| kept.iter().all(|kept| kept.to != found.to && kept.from != found.to));
        let meant = |found: &&Years| !is_reference(view, text, found);
        let (key, found) = match (named.iter().map(|years| years.to).max(), named.iter().find(meant)) {
            (Some(latest), Some(_)) if latest < year => ("goal-of-another-year", latest),
            (Some(_), Some(first)) if is_later(text, &named, year) && concept == Concept::YearGoal => {
                ("goal-of-another-year-later", first.from)
            }
            _ => continue,
        };
        let args = [
            ("cell", Arg::Cell(cell.clone())),
            ("found", Arg::Text(found.to_string())),
            ("year", Arg::Text(year.to_string())),
        ];
        sink.report(view.at(concept), key, args);
    }
    Ok(())
}

/// Whether every year named lies after the form's, and is a date rather than a vision: `2024年6月前`, `2024年度`.
fn is_later(text: &str, named: &[Years], year: u16) -> bool {
    named.iter().all(|found| {
        let after = text.get(found.end..).unwrap_or_default();
        let dated = after.trim_start_matches(['年', ' ']).starts_with(|c: char| c.is_ascii_digit() || c == '度');
        found.from > year && dated
    })
}

/// Whether the year is only what something is compared with, based on, or left over from.
fn is_reference(view: &View<'_>, text: &str, found: &Years) -> bool {
    const STOPS: [char; 6] = ['。', '；', ';', '\n', '，', ','];
    let before = text.get(..found.start).unwrap_or_default().trim_end();
    let after = text.get(found.end..).unwrap_or_default().split(STOPS).next().unwrap_or_default();
    let clause = before.rsplit(STOPS).next().unwrap_or(before);
    // 《关于2022年……的通知》 is the title of a paper.
    let titled = clause.rfind('《').is_some_and(|open| clause.rfind('》').is_none_or(|close| close < open));
    titled
        || view.words("year-as-reference-before").iter().any(|word| before.ends_with(word))
        || view.words("year-as-reference-after").is_in(after)
}
