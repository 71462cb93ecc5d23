//! The closed catalogue of what cells can mean. Forms are data and bind their cells to these; rules and scores
//! know only these.

use std::{fmt, str::FromStr};

/// The kind of text a cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Prose,
    /// An amount of money in the form's unit.
    Money,
    /// A plain number: points, weights.
    Number,
    /// A percentage: `98.5%`.
    Percent,
    /// A year: `2026`.
    Year,
    /// A day: `2026-01-31`.
    Date,
    /// A stretch of time: `2026年1月—2027年12月`.
    Period,
    /// One of the form's choices, or other text.
    Choice,
    /// A target or result: operator, number, unit, date or words.
    Value,
}

impl Kind {
    /// The name used in forms: `prose`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Prose => "prose",
            Self::Money => "money",
            Self::Number => "number",
            Self::Percent => "percent",
            Self::Year => "year",
            Self::Date => "date",
            Self::Period => "period",
            Self::Choice => "choice",
            Self::Value => "value",
        }
    }
}

/// Where money comes from. 其中 rows of the funds block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FundSource {
    /// 资金总额.
    Total,
    /// 财政拨款 / 财政资金.
    Fiscal,
    /// 上年结转资金.
    Carryover,
    /// 其他资金.
    Other,
    /// 财政专户管理资金.
    Account,
    /// 单位资金.
    Own,
    /// 中央资金 of a transfer.
    Central,
    /// 省级资金 of a transfer.
    Provincial,
    /// 市县资金 of a transfer.
    Local,
    /// 基本支出 of a department.
    Basic,
    /// 项目支出 of a department.
    Projects,
}

/// Which amount (or figure derived from amounts) of the funds block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FundMoment {
    /// The whole period of the project (中期资金总额, 项目资金总额).
    Whole,
    /// The year applied for, of a declaration (年度资金总额).
    Year,
    /// 年初预算数 of a self-evaluation.
    Initial,
    /// 全年预算数 (A).
    Annual,
    /// 全年执行数 (B).
    Executed,
    /// 1—7月执行数 of a monitoring sheet: paid up to the day that is looked at.
    SoFar,
    /// 1—7月执行率.
    SoFarRate,
    /// 全年预计执行数 of a monitoring sheet.
    Expected,
    /// 分值 of the execution rate.
    Weight,
    /// 执行率 (B/A).
    Rate,
    /// 得分 of the execution rate.
    Score,
}

impl FundSource {
    /// All sources, in the order printed.
    pub const ALL: [Self; 11] = [
        Self::Total,
        Self::Fiscal,
        Self::Carryover,
        Self::Other,
        Self::Account,
        Self::Own,
        Self::Central,
        Self::Provincial,
        Self::Local,
        Self::Basic,
        Self::Projects,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Fiscal => "fiscal",
            Self::Carryover => "carryover",
            Self::Other => "other",
            Self::Account => "account",
            Self::Own => "own",
            Self::Central => "central",
            Self::Provincial => "provincial",
            Self::Local => "local",
            Self::Basic => "basic",
            Self::Projects => "projects",
        }
    }
}

impl FundMoment {
    /// All moments.
    pub const ALL: [Self; 11] = [
        Self::Whole,
        Self::Year,
        Self::Initial,
        Self::Annual,
        Self::Executed,
        Self::SoFar,
        Self::SoFarRate,
        Self::Expected,
        Self::Weight,
        Self::Rate,
        Self::Score,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Year => "year",
            Self::Initial => "initial",
            Self::Annual => "annual",
            Self::Executed => "executed",
            Self::SoFar => "so-far",
            Self::SoFarRate => "so-far-rate",
            Self::Expected => "expected",
            Self::Weight => "weight",
            Self::Rate => "rate",
            Self::Score => "score",
        }
    }
}

macro_rules! concepts {
    ($($(#[$doc:meta])* $variant:ident = $name:literal : $kind:ident,)*) => {
        /// What a cell means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Concept {
            $($(#[$doc])* $variant,)*
            /// `fund.<source>.<moment>`: one cell of the funds block.
            Fund(FundSource, FundMoment),
        }

        impl Concept {
            /// Every concept but the cells of the funds block.
            pub const PLAIN: &'static [Concept] = &[$(Concept::$variant,)*];

            /// What the cell's text is.
            pub fn kind(self) -> Kind {
                match self {
                    $(Self::$variant => Kind::$kind,)*
                    Self::Fund(_, FundMoment::Rate | FundMoment::SoFarRate) => Kind::Percent,
                    Self::Fund(_, FundMoment::Weight | FundMoment::Score) => Kind::Number,
                    Self::Fund(..) => Kind::Money,
                }
            }

            fn plain_name(self) -> Option<&'static str> {
                match self {
                    $(Self::$variant => Some($name),)*
                    Self::Fund(..) => None,
                }
            }
        }
    };
}

concepts! {
    /// 年度.
    Year = "year": Year,
    /// 项目名称.
    ProjectName = "project-name": Line,
    /// 项目代码.
    ProjectCode = "project-code": Line,
    /// 主管部门.
    Department = "department": Line,
    /// 主管部门代码.
    DepartmentCode = "department-code": Line,
    /// 实施单位.
    ImplementingUnit = "implementing-unit": Line,
    /// 项目属性: 新增项目, 延续项目.
    ProjectAttribute = "project-attribute": Choice,
    /// 项目性质: 一次性, 阶段性, 经常性.
    ProjectNature = "project-nature": Choice,
    /// 项目类别: 人员类, 运转类, 特定目标类.
    ProjectClass = "project-class": Choice,
    /// 项目期.
    ProjectPeriod = "project-period": Period,
    /// 计划开始日期.
    StartDate = "start-date": Date,
    /// 计划完成日期.
    EndDate = "end-date": Date,
    /// 预算类型: 一般公共预算, 政府性基金预算, 国有资本经营预算, 社会保险基金预算.
    BudgetType = "budget-type": Choice,
    /// 实施方式: 政府采购, 政府购买服务, PPP, 政府债务, 政府投资基金; decides which rules apply beside.
    Instrument = "instrument": Choice,
    /// 资金类别: 直达资金, 参照直达, 专项转移支付 … of a monitoring sheet.
    FundClass = "fund-class": Choice,
    /// 监控截止日期: the day up to which a monitoring sheet tells what was done.
    MonitoredTo = "monitored-to": Date,
    /// The unit of all amounts of this document: 元 or 万元.
    MoneyUnit = "money-unit": Choice,
    /// 项目概况.
    Overview = "overview": Prose,
    /// 立项依据.
    Grounds = "grounds": Prose,
    /// 立项必要性.
    Necessity = "necessity": Prose,
    /// 实施计划, 进度安排.
    Schedule = "schedule": Prose,
    /// 保障措施.
    Safeguards = "safeguards": Prose,
    /// 部门职责.
    Duties = "duties": Prose,
    /// 资金用途, 年度预算安排.
    UseOfFunds = "use-of-funds": Prose,
    /// 总体目标 of the whole period (中期目标, 项目总体目标).
    WholeGoal = "whole-goal": Prose,
    /// 年度目标.
    YearGoal = "year-goal": Prose,
    /// 年度总体目标实际完成情况.
    GoalResult = "goal-result": Prose,
    /// 总分 of the weights.
    TotalWeight = "total-weight": Number,
    /// 总分 of the scores.
    TotalScore = "total-score": Number,
    /// 自评总分, on a sheet that goes through a self-evaluation again.
    SelfTotal = "self-total": Number,
    /// 预算执行率复核得分.
    ReviewExecution = "review-execution": Number,
    /// 偏离度 between a self-evaluation and whoever goes through it again.
    Deviation = "deviation": Percent,
    /// 评价等级.
    Grade = "grade": Choice,
    /// 评价结论, 审核意见, 评估结论: what a rating sheet comes to.
    Conclusion = "conclusion": Choice,
    /// 具体意见 of somebody who rates or reviews.
    Opinion = "opinion": Prose,
    /// 核减金额: by how much a review cuts the money.
    AmountCut = "amount-cut": Money,
    /// 调整原因: why approved targets or amounts change within the year.
    AdjustmentReason = "adjustment-reason": Prose,
    /// 整改措施: what is done about a deviation.
    Remedy = "remedy": Prose,
    /// 其他需要说明事项.
    OtherNotes = "other-notes": Prose,
    /// 填报人.
    PreparedBy = "prepared-by": Line,
    /// 联系电话.
    Phone = "phone": Line,
    /// 填报日期.
    PreparedOn = "prepared-on": Date,
    /// 复核人.
    CheckedBy = "checked-by": Line,
    /// 复核日期.
    CheckedOn = "checked-on": Date,
    /// 批准人, 单位负责人.
    ApprovedBy = "approved-by": Line,
    /// 批准日期.
    ApprovedOn = "approved-on": Date,
    /// 一级指标 (column).
    LevelOne = "level-1": Choice,
    /// 二级指标 (column).
    LevelTwo = "level-2": Choice,
    /// 三级指标 (column).
    LevelThree = "level-3": Line,
    /// 指标性质, the operator in a column of its own (column).
    Operator = "operator": Choice,
    /// 指标值 (column).
    Target = "target": Value,
    /// 度量单位, in a column of its own (column).
    Unit = "unit": Line,
    /// 中期二级指标, where whole-period indicators stand beside the annual ones (column).
    WholeLevelTwo = "whole-level-2": Choice,
    /// 中期三级指标 (column).
    WholeLevelThree = "whole-level-3": Line,
    /// 中期指标值 (column).
    WholeTarget = "whole-target": Value,
    /// 上年指标值 (column).
    LastTarget = "last-target": Value,
    /// 上年完成值 (column).
    LastActual = "last-actual": Value,
    /// 1—7月执行情况: what was done up to the day that is looked at (column).
    SoFar = "so-far": Value,
    /// 全年预计完成情况 (column).
    Expected = "expected": Value,
    /// 完成目标可能性: 确定能, 有可能, 完全不可能 (column).
    Likelihood = "likelihood": Choice,
    /// 偏差原因: 经费保障, a box to tick (column).
    CauseFunds = "cause-funds": Choice,
    /// 偏差原因: 制度保障 (column).
    CauseRules = "cause-rules": Choice,
    /// 偏差原因: 人员保障 (column).
    CauseStaff = "cause-staff": Choice,
    /// 偏差原因: 硬件条件保障 (column).
    CauseEquipment = "cause-equipment": Choice,
    /// 偏差原因: 其他 (column).
    CauseOther = "cause-other": Choice,
    /// 实际完成值 (column).
    Actual = "actual": Value,
    /// 分值 (column).
    Weight = "weight": Number,
    /// 二级指标分值: points that the rows of a level 2 share, said on the first of them (column).
    LevelTwoWeight = "level-2-weight": Number,
    /// 得分 (column).
    Score = "score": Number,
    /// 复核得分 beside the row's own (column).
    ReviewScore = "review-score": Number,
    /// 偏差原因分析及改进措施 (column).
    Reason = "reason": Prose,
    /// 指标解释, 备注: what a row says about itself beside its target (column).
    Note = "note": Prose,
    /// 审核内容, 评价指标 of a rating sheet: the part that an item belongs to (column).
    RatingPart = "rating-part": Line,
    /// 审核要点, 三级指标 of a rating sheet: what is rated; its rows are printed (column).
    RatingItem = "rating-item": Line,
    /// 评分标准 of an item (column).
    RatingCriteria = "rating-criteria": Prose,
    /// 评定等次 of an item: 优, 良, 中, 差 (column).
    RatingGrade = "rating-grade": Choice,
    /// 年度主要任务 of a department (column).
    Task = "main-task": Line,
    /// 主要内容 of a task (column).
    TaskContent = "main-task-content": Prose,
    /// 完成情况 of a task (column).
    TaskResult = "main-task-result": Prose,
    /// 其中：财政拨款 of a task or line (column).
    LineFiscal = "line-fiscal": Money,
    /// 其中：其他资金 of a task or line (column).
    LineOther = "line-other": Money,
    /// What a line of a composition of funds is for, or where its money comes from (column).
    LineItem = "line-item": Line,
    /// 测算依据, 测算公式 of a line (column).
    LineGrounds = "line-grounds": Prose,
    /// 数量 of a line (column).
    LineQuantity = "line-quantity": Value,
    /// 单价 of a line, with the unit of money (column).
    LinePrice = "line-price": Money,
    /// Amount of a line for the whole period (column).
    LineWhole = "line-whole": Money,
    /// 年初预算数 of a line (column).
    LineInitial = "line-initial": Money,
    /// Amount of a line for the year: applied for on a declaration, 全年预算数 on a self-evaluation (column).
    LineAmount = "line-amount": Money,
    /// 执行数 of a line (column).
    LineExecuted = "line-executed": Money,
    /// 上年执行数 of a line (column).
    LineLastYear = "line-last-year": Money,
    /// 前年执行数 of a line (column).
    LineYearBefore = "line-year-before": Money,
}

impl fmt::Display for Concept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fund(source, moment) => write!(f, "fund.{}.{}", source.name(), moment.name()),
            plain => f.write_str(plain.plain_name().unwrap_or_default()),
        }
    }
}

/// A name that stands for no concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownConcept;

impl fmt::Display for UnknownConcept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no concept has this name")
    }
}

impl std::error::Error for UnknownConcept {}

impl FromStr for Concept {
    type Err = UnknownConcept;

    fn from_str(name: &str) -> Result<Self, UnknownConcept> {
        if let Some(rest) = name.strip_prefix("fund.") {
            let (source, moment) = rest.split_once('.').ok_or(UnknownConcept)?;
            let source = FundSource::ALL.into_iter().find(|s| s.name() == source).ok_or(UnknownConcept)?;
            let moment = FundMoment::ALL.into_iter().find(|m| m.name() == moment).ok_or(UnknownConcept)?;
            return Ok(Self::Fund(source, moment));
        }
        Self::PLAIN.iter().copied().find(|c| c.plain_name() == Some(name)).ok_or(UnknownConcept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_is_found_by_its_own_name() {
        let funds =
            FundSource::ALL.into_iter().flat_map(|s| FundMoment::ALL.into_iter().map(move |m| Concept::Fund(s, m)));
        for concept in Concept::PLAIN.iter().copied().chain(funds) {
            assert_eq!(concept.to_string().parse(), Ok(concept));
        }
    }

    #[test]
    fn an_unknown_name_is_refused() {
        for name in ["", "fund", "fund.total", "fund.total.", "project"] {
            assert_eq!(name.parse::<Concept>(), Err(UnknownConcept), "{name}");
        }
    }
}
