//! A row whose name and value are those of another category, where no single word gives it away.

use jibiao_reading::WordSet;

use crate::{exemplar, prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("category-unlike"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[INDICATORS, GUIDE],
    needs: &[
        Need::Words("time-words"),
        Need::Words("count-names"),
        Need::Words("duration-names"),
        Need::Words("lower-is-better"),
        Need::Words("good-when-zero"),
        Need::Words("quality-counts"),
        Need::Words("statement-starts"),
        Need::Words("statement-ends"),
        Need::Words("effects"),
        Need::Words("burdens"),
        Need::Words("benefit-words"),
        Need::Words("fund-handling"),
        Need::Words("satisfaction-names"),
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
        Need::Words(exemplar::LIST),
    ],
    messages: &[
        ("category-unlike-timeless", &["indicator", "target", "example"]),
        ("category-unlike-count", &["indicator", "target", "level"]),
        ("category-unlike-date", &["indicator", "target", "level"]),
        ("category-unlike-effect", &["indicator", "level"]),
        ("category-unlike-duty", &["indicator", "example"]),
        ("category-unlike-burden", &["indicator", "level", "example"]),
        ("category-unlike-satisfaction", &["indicator", "target"]),
    ],
    examples: examples![
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '占道经营整治率'\ntarget = '=100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '培训教师人数'\ntarget = '≥120人'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '慰问老党员人数'\ntarget = '≥60人'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '促进农民收入增长'\ntarget = '显著'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '带动当地经济发展'\ntarget = '≥90%'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '保障机关正常运转'\ntarget = '100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '按标准发放临聘人员工资'\ntarget = '≥95%'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '生态环境成本指标'\nlevel-3 = '工地围挡整洁情况'\ntarget = '良好'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '政策宣传普及'\ntarget = '到位'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '主体工程'\ntarget = '2026年10月底前完成'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '日常维护'\ntarget = '全年'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '学员就业率'\ntarget = '≥80%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '应急物资调运率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '工单处理'\ntarget = '≤3天'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '工作按计划推进率'\ntarget = '100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '安全事故起数'\ntarget = '≤1起'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '提高教学质量'\ntarget = '优良'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '带动农户数量'\ntarget = '≥20户'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '完成年度维护计划'\ntarget = '100%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '生态环境成本指标'\nlevel-3 = '施工扬尘浓度'\ntarget = '≤0.5毫克/立方米'\n[[rows]]\nlevel-1 = '成本指标'\nlevel-2 = '社会成本指标'\nlevel-3 = '单次围挡时长'\ntarget = '≤4小时'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '参训学员好评率'\ntarget = '≥90%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '有效投诉次数'\ntarget = '≤3次'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let lists = Lists::of(view);
    view.each(sink, |indicator, sink| {
        let (Known::Answered(level), name) = (&indicator.level_two, row::bare(indicator.name)) else { return Ok(()) };
        if !name.contains(row::is_letter) {
            return Ok(());
        }
        let Some(unlike) = Unlike::of(&lists, indicator, *level, name).filter(|_| !lists.fund_handling.is_in(name))
        else {
            return Ok(());
        };
        let said = ("indicator", view.name(indicator));
        let target = || ("target", row::target_said(view, indicator));
        let written = || ("level", Arg::Text(indicator.level_two_text.trim().to_owned()));
        let example = || ("example", exemplar::of(view, indicator));
        let place = || view.at_row_cell(indicator, Concept::LevelTwo);
        match unlike {
            Unlike::Timeless => {
                sink.report(place(), "category-unlike-timeless", [said, target(), example()]);
            }
            Unlike::Count => sink.report(place(), "category-unlike-count", [said, target(), written()]),
            Unlike::Date => sink.report(place(), "category-unlike-date", [said, target(), written()]),
            Unlike::Effect => sink.report(place(), "category-unlike-effect", [said, written()]),
            Unlike::Duty => sink.report(place(), "category-unlike-duty", [said, example()]),
            Unlike::Burden => sink.report(place(), "category-unlike-burden", [said, written(), example()]),
            Unlike::Satisfaction => sink.report(place(), "category-unlike-satisfaction", [said, target()]),
        }
        Ok(())
    })
}

/// The word lists of this rule, looked up once for all rows.
struct Lists<'v> {
    view: &'v View<'v>,
    fund_handling: &'v WordSet,
    time_words: &'v WordSet,
    count_names: &'v WordSet,
    duration_names: &'v WordSet,
    lower_is_better: &'v WordSet,
    good_when_zero: &'v WordSet,
    quality_counts: &'v WordSet,
    statement_starts: &'v WordSet,
    statement_ends: &'v WordSet,
    effects: &'v WordSet,
    burdens: &'v WordSet,
    benefit_words: &'v WordSet,
    satisfaction_names: &'v WordSet,
}

impl<'v> Lists<'v> {
    fn of(view: &'v View<'v>) -> Self {
        Self {
            view,
            fund_handling: view.words("fund-handling"),
            time_words: view.words("time-words"),
            count_names: view.words("count-names"),
            duration_names: view.words("duration-names"),
            lower_is_better: view.words("lower-is-better"),
            good_when_zero: view.words("good-when-zero"),
            quality_counts: view.words("quality-counts"),
            statement_starts: view.words("statement-starts"),
            statement_ends: view.words("statement-ends"),
            effects: view.words("effects"),
            burdens: view.words("burdens"),
            benefit_words: view.words("benefit-words"),
            satisfaction_names: view.words("satisfaction-names"),
        }
    }
}

/// What the row is not.
enum Unlike {
    /// A share or a count without any time under 时效.
    Timeless,
    /// A count of things under 质量 or 时效.
    Count,
    /// A date or a period under 数量 or 质量.
    Date,
    /// An effect on people or places under an output.
    Effect,
    /// A duty under 数量.
    Duty,
    /// Something under 社会成本 or 生态环境成本 that burdens nobody.
    Burden,
    /// Something under 满意度 that asks nobody.
    Satisfaction,
}

impl Unlike {
    fn of(lists: &Lists<'_>, indicator: &Indicator<'_>, level: LevelTwo, name: &str) -> Option<Self> {
        let family = row::target(indicator).and_then(row::family);
        let dated = || matches!(indicator.target.answered().map(|value| &value.meaning), Some(Meaning::Date(_)));
        match level {
            LevelTwo::Quantity | LevelTwo::Quality if dated() => Some(Self::Date),
            LevelTwo::Timeliness if is_counted(lists, name, family) => Some(Self::Count),
            LevelTwo::Timeliness => is_timeless(lists, name, family).then_some(Self::Timeless),
            LevelTwo::Quantity if is_effect(lists, indicator, name) => Some(Self::Effect),
            LevelTwo::Quantity => is_duty(lists, name, family).then_some(Self::Duty),
            LevelTwo::Quality if is_counted(lists, name, family) => Some(Self::Count),
            LevelTwo::Quality => is_effect(lists, indicator, name).then_some(Self::Effect),
            LevelTwo::SocialCost | LevelTwo::EcologicalCost => {
                is_no_burden(lists, indicator, name, family).then_some(Self::Burden)
            }
            LevelTwo::ServiceSatisfaction => asks_nobody(lists, indicator, name).then_some(Self::Satisfaction),
            _ => None,
        }
    }
}

/// A rate in whose name nothing says when.
fn is_timeless(lists: &Lists<'_>, name: &str, family: Option<UnitFamily>) -> bool {
    family == Some(UnitFamily::Ratio)
        && row::is_rate_name(lists.view, name)
        && !lists.time_words.is_in(name)
        && !lists.satisfaction_names.is_in(name)
}

/// A number of people or things; of bad ones, it says how good the work is.
fn is_counted(lists: &Lists<'_>, name: &str, family: Option<UnitFamily>) -> bool {
    matches!(family, Some(UnitFamily::Count | UnitFamily::Area | UnitFamily::Length))
        && row::ends(lists.count_names, name)
        && !row::ends(lists.duration_names, name)
        && !lists.lower_is_better.is_in(name)
        && !lists.good_when_zero.is_in(name)
        && !lists.quality_counts.is_in(name)
}

/// 促进经济发展, 提升社会形象: a direction and the noun of an effect, measured by nothing.
fn is_effect(lists: &Lists<'_>, indicator: &Indicator<'_>, name: &str) -> bool {
    let unmeasured = row::is_worded(indicator)
        || row::target(indicator).is_some_and(|quantity| row::family(quantity) == Some(UnitFamily::Ratio));
    unmeasured && starts(lists, name) && !row::is_measured(name) && lists.effects.is_in(name)
}

/// 确保…正常运行, 按…发放: something to be done, with a share of a hundred as its number.
fn is_duty(lists: &Lists<'_>, name: &str, family: Option<UnitFamily>) -> bool {
    const DONE: [&str; 3] = ["完成", "计划", "任务"];
    let duty = starts(lists, name) || row::ends(lists.statement_ends, name) || name.starts_with(['按', '依']);
    family == Some(UnitFamily::Ratio) && duty && !row::is_measured(name) && !DONE.iter().any(|word| name.contains(word))
}

fn is_no_burden(lists: &Lists<'_>, indicator: &Indicator<'_>, name: &str, family: Option<UnitFamily>) -> bool {
    // What is kept small is a burden, whatever it is called.
    let operator = indicator.target.answered().and_then(|value| value.operator);
    let ceiling = matches!(operator, Some(Operator::AtMost | Operator::Below)) && family != Some(UnitFamily::Ratio);
    // Effects under 成本 are another rule's finding.
    !ceiling
        && !matches!(family, Some(UnitFamily::Money | UnitFamily::MoneyPer))
        && !lists.burdens.is_in(name)
        && !lists.benefit_words.is_in(name)
        && !lists.satisfaction_names.is_in(name)
}

/// A rate or a count that is no opinion. Complaints are one.
fn asks_nobody(lists: &Lists<'_>, indicator: &Indicator<'_>, name: &str) -> bool {
    const OPINIONS: [&str; 14] = [
        "满意",
        "认可",
        "好评",
        "评价",
        "评议",
        "评分",
        "测评",
        "获得感",
        "幸福感",
        "安全感",
        "投诉",
        "信任",
        "支持",
        "口碑",
    ];
    const EVENTS: [&str; 4] = ["知晓", "事故", "事件", "投诉处理"];
    let counted = row::ends(lists.count_names, name) || row::is_rate_name(lists.view, name);
    let event = || EVENTS.iter().any(|word| name.contains(word));
    let asked = OPINIONS.iter().any(|word| name.contains(word)) && !name.contains("投诉处理");
    (counted || event()) && row::target(indicator).is_some() && !asked
}

fn starts(lists: &Lists<'_>, name: &str) -> bool {
    lists.statement_starts.find(name).is_some_and(|(at, _)| at == 0)
}
