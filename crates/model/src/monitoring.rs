//! 运行监控: how far money and goals are, and the lights that a pack's bounds give.

use serde::{Deserialize, Serialize};

use crate::{Number, Place, Points, ScoreInput};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeasureName {
    /// 序时进度: how much of the year is over.
    TimeShare,
    /// 预算执行率 up to the day that is looked at.
    ExecutionRate,
    /// 全年预计执行率.
    ExpectedRate,
    /// 序时进度 less 执行率: how far execution lags; below zero when it leads.
    BehindTime,
    /// 目标完成率: the mean of the rows' progress.
    GoalCompletion,
    /// 全年预计目标完成率.
    ExpectedCompletion,
    /// 双监控: the distance between execution and goal completion.
    Apart,
    /// 监控得分.
    Score,
    /// 监控得分 of the period before.
    ScoreBefore,
    /// 可收回金额: what low execution would leave.
    Release,
}

impl MeasureName {
    /// All measures, in the order of a card.
    pub const ALL: [Self; 10] = [
        Self::TimeShare,
        Self::ExecutionRate,
        Self::ExpectedRate,
        Self::BehindTime,
        Self::GoalCompletion,
        Self::ExpectedCompletion,
        Self::Apart,
        Self::Score,
        Self::ScoreBefore,
        Self::Release,
    ];

    /// The name used in packs and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::TimeShare => "time-share",
            Self::ExecutionRate => "execution-rate",
            Self::ExpectedRate => "expected-rate",
            Self::BehindTime => "behind-time",
            Self::GoalCompletion => "goal-completion",
            Self::ExpectedCompletion => "expected-completion",
            Self::Apart => "apart",
            Self::Score => "score",
            Self::ScoreBefore => "score-before",
            Self::Release => "release",
        }
    }
}

/// 红黄绿灯, the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    Red,
    Yellow,
    Green,
}

impl Light {
    /// The name used in packs and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
        }
    }
}

/// A day of any year, for bounds that grow with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearDay {
    pub month: u8,
    pub day: u8,
}

/// A bound of a pack: beyond it a light comes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LightBound {
    pub light: Light,
    pub measure: MeasureName,
    /// On where the measure is larger than this.
    pub above: Option<Number>,
    /// On where the measure is smaller than this.
    pub below: Option<Number>,
    /// Applies from this day on, until a bound of a later day takes its place.
    pub by: Option<YearDay>,
    /// Document number and clause.
    pub basis: Option<String>,
}

/// One figure of a monitoring sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    pub name: MeasureName,
    /// `%`, 分 or the document's unit of money.
    pub unit: String,
    /// `None` where there is nothing to measure: no budget, no date, no row with a number.
    pub value: Option<Points>,
    pub inputs: Vec<ScoreInput>,
    /// The figure that stands in the document.
    pub printed: Option<Number>,
    pub differs: bool,
    /// `None` where the pack states no bound for it, or the value is open.
    pub light: Option<Light>,
    /// The bound that brought the light on.
    pub bound: Option<LightBound>,
}

/// How far one indicator is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowProgress {
    pub name: String,
    pub place: Place,
    pub weight: Option<Number>,
    /// 完成进度 in per cent of the target, at most 100; `None` where it can't be measured, or is still to come.
    pub so_far: Option<Number>,
    /// 全年预计 in per cent of the target, at most 100.
    pub expected: Option<Number>,
}

/// What a monitoring sheet comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonitoringCard {
    pub measures: Vec<Measure>,
    pub rows: Vec<RowProgress>,
    /// The most serious light; `None` where no measure has any.
    pub light: Option<Light>,
    /// Whether this score and the one before are both below the pack's bound; `None` where that is not known.
    pub twice_below: Option<bool>,
    pub basis: Vec<String>,
    /// Decimals of the rounded figures.
    pub scale: u32,
}

impl MonitoringCard {
    /// A figure by its name.
    pub fn measure(&self, name: MeasureName) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.name == name)
    }
}
