//! What the printed labels beside the table mean.
//!
//! Places print the same cell under many names. A label that is not listed here is kept in the document without
//! a meaning.

use jibiao_kit::Concept;
use jibiao_kit::model::{FundMoment, FundSource};

/// A cell that a printed label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Cell(Concept),
    /// 总体目标: the goal of the whole period, unless the form prints no other goal.
    OnlyGoal,
    /// 目标1, 目标2: parts of the goal of the year.
    GoalPart,
    /// A total; the sources that follow belong to it.
    Total(FundMoment),
    /// A source of the total before it.
    Source(FundSource),
}

use Named::{Cell, GoalPart, OnlyGoal, Source, Total};

const LABELS: &[(&str, Named)] = &[
    // Goals.
    ("年度目标", Cell(Concept::YearGoal)),
    ("年度总体目标", Cell(Concept::YearGoal)),
    ("年度绩效目标", Cell(Concept::YearGoal)),
    ("年度总体绩效目标", Cell(Concept::YearGoal)),
    ("年度预期目标", Cell(Concept::YearGoal)),
    ("本年度绩效目标", Cell(Concept::YearGoal)),
    ("绩效年度目标", Cell(Concept::YearGoal)),
    ("项目年度目标", Cell(Concept::YearGoal)),
    ("年初设定目标", Cell(Concept::YearGoal)),
    ("年度目标任务", Cell(Concept::YearGoal)),
    ("预期目标", Cell(Concept::YearGoal)),
    ("总体目标/年度目标", Cell(Concept::YearGoal)),
    ("中期目标", Cell(Concept::WholeGoal)),
    ("长期目标", Cell(Concept::WholeGoal)),
    ("项目总体目标", Cell(Concept::WholeGoal)),
    ("项目总目标", Cell(Concept::WholeGoal)),
    ("实施期绩效目标", Cell(Concept::WholeGoal)),
    ("总体目标", OnlyGoal),
    ("总体绩效目标", OnlyGoal),
    ("绩效目标", OnlyGoal),
    ("项目绩效目标", OnlyGoal),
    ("项目绩效总目标", OnlyGoal),
    ("部门整体支出绩效目标", OnlyGoal),
    ("目标1", GoalPart),
    ("目标2", GoalPart),
    ("目标3", GoalPart),
    ("目标4", GoalPart),
    ("目标5", GoalPart),
    ("实际完成情况", Cell(Concept::GoalResult)),
    ("实际完成", Cell(Concept::GoalResult)),
    ("全年实际完成情况", Cell(Concept::GoalResult)),
    ("目标实际完成情况", Cell(Concept::GoalResult)),
    ("总体目标完成情况", Cell(Concept::GoalResult)),
    ("总体绩效目标完成情况", Cell(Concept::GoalResult)),
    ("绩效目标实现情况", Cell(Concept::GoalResult)),
    ("年度总体目标完成情况综述", Cell(Concept::GoalResult)),
    ("当年年度目标完成情况", Cell(Concept::GoalResult)),
    ("目标完成情况", Cell(Concept::GoalResult)),
    ("具体完成情况", Cell(Concept::GoalResult)),
    ("完成的绩效目标", Cell(Concept::GoalResult)),
    ("完成情况", Cell(Concept::GoalResult)),
    ("完成", Cell(Concept::GoalResult)),
    // About the project.
    ("项目概况", Cell(Concept::Overview)),
    ("项目概述", Cell(Concept::Overview)),
    ("基本情况", Cell(Concept::Overview)),
    ("项目基本情况", Cell(Concept::Overview)),
    ("项目概况及立项依据", Cell(Concept::Overview)),
    ("立项依据", Cell(Concept::Grounds)),
    ("政策依据", Cell(Concept::Grounds)),
    ("立项必要性", Cell(Concept::Necessity)),
    ("实施计划", Cell(Concept::Schedule)),
    ("实施进度计划", Cell(Concept::Schedule)),
    ("时间进度", Cell(Concept::Schedule)),
    ("保障措施", Cell(Concept::Safeguards)),
    ("保证项目实施的制度措施", Cell(Concept::Safeguards)),
    ("资金用途", Cell(Concept::UseOfFunds)),
    ("年度预算安排", Cell(Concept::UseOfFunds)),
    // Project and time.
    ("项目属性", Cell(Concept::ProjectAttribute)),
    ("项目类型", Cell(Concept::ProjectAttribute)),
    ("项目性质", Cell(Concept::ProjectNature)),
    ("项目类别", Cell(Concept::ProjectClass)),
    ("部门预算编码", Cell(Concept::DepartmentCode)),
    ("主管部门", Cell(Concept::Department)),
    ("项目期", Cell(Concept::ProjectPeriod)),
    ("起止时间", Cell(Concept::ProjectPeriod)),
    ("项目起止时间", Cell(Concept::ProjectPeriod)),
    ("实施周期", Cell(Concept::ProjectPeriod)),
    ("建设周期", Cell(Concept::ProjectPeriod)),
    ("建设期限", Cell(Concept::ProjectPeriod)),
    ("实施期限", Cell(Concept::ProjectPeriod)),
    ("项目支出实施期", Cell(Concept::ProjectPeriod)),
    ("计划开始日期", Cell(Concept::StartDate)),
    ("项目开始日期", Cell(Concept::StartDate)),
    ("计划完成日期", Cell(Concept::EndDate)),
    ("项目完成日期", Cell(Concept::EndDate)),
    ("等级", Cell(Concept::Grade)),
    ("评价等级", Cell(Concept::Grade)),
    ("自评等级", Cell(Concept::Grade)),
    ("其他需要说明事项", Cell(Concept::OtherNotes)),
    ("其他需要说明的事项", Cell(Concept::OtherNotes)),
    ("报告日期", Cell(Concept::PreparedOn)),
    // Money.
    ("项目资金总额", Total(FundMoment::Whole)),
    ("中期资金总额", Total(FundMoment::Whole)),
    ("资金总额", Total(FundMoment::Whole)),
    ("项目总投资", Total(FundMoment::Whole)),
    ("项目总预算", Total(FundMoment::Whole)),
    ("年度资金申请总额", Total(FundMoment::Year)),
    ("年度资金总额", Total(FundMoment::Year)),
    ("当年资金总额", Total(FundMoment::Year)),
    ("当年年度预算", Total(FundMoment::Year)),
    ("预算申报数", Total(FundMoment::Year)),
    ("财政拨款", Source(FundSource::Fiscal)),
    ("财政资金", Source(FundSource::Fiscal)),
    ("当年财政拨款", Source(FundSource::Fiscal)),
    ("上年结转资金", Source(FundSource::Carryover)),
    ("上年结转", Source(FundSource::Carryover)),
    ("其他资金", Source(FundSource::Other)),
    ("其它资金", Source(FundSource::Other)),
    ("其他", Source(FundSource::Other)),
];

/// What a printed label names. 其中, numbers and years in brackets do not change it.
pub(super) fn named(label: &str) -> Option<Named> {
    let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    let label = label.strip_prefix("其中").map_or(label.as_str(), |rest| rest.trim_start_matches([':', '：']));
    let label = label.split(['(', '（']).next().unwrap_or(label);
    let listed = LABELS.iter().find(|(known, _)| *known == label).map(|(_, named)| *named);
    listed.or_else(|| goal_of_someone(label))
}

/// 中央年度总体目标, 全省绩效目标: whose goal it is stands before the name of the cell.
fn goal_of_someone(label: &str) -> Option<Named> {
    let ends = |ends: &[&str]| ends.iter().any(|end| label.ends_with(end)) && !label.starts_with('未');
    if ends(&["年度目标", "年度总体目标", "年度绩效目标"]) {
        Some(Cell(Concept::YearGoal))
    } else {
        ends(&["总体目标", "绩效目标"]).then_some(OnlyGoal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_其中_do_not_change_the_meaning() {
        assert_eq!(named("中期目标(2023年—2025年)"), Some(Cell(Concept::WholeGoal)));
        assert_eq!(named("其中：当年财政拨款"), Some(Source(FundSource::Fiscal)));
        assert_eq!(named("其他资金（年）"), Some(Source(FundSource::Other)));
        assert_eq!(named("全省年度总体目标"), Some(Cell(Concept::YearGoal)));
        assert_eq!(named("公示地点"), None);
        assert_eq!(named("未完成的绩效目标"), None);
    }

    #[test]
    fn no_label_is_listed_twice() {
        let mut labels: Vec<&str> = LABELS.iter().map(|(label, _)| *label).collect();
        labels.sort_unstable();
        let count = labels.len();
        labels.dedup();
        assert_eq!(labels.len(), count);
    }
}
