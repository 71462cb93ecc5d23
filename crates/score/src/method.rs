//! How points are computed: the choices and numbers of a pack, whole for each form.

use jibiao_model::{LightBound, MeasureName, Number, Rounding};
use jibiao_reading::WordSet;

use crate::Grade;

/// How points are computed.
#[derive(Clone, Debug)]
pub struct Method {
    /// Decimals of every rounded line.
    pub scale: u32,
    pub rounding: Rounding,
    /// Decimals and rounding of the total.
    pub total: (u32, Rounding),
    /// A printed figure this close to the computed one is taken as equal (rounding by hand).
    pub tolerance: Number,
    /// Grades, best first.
    pub grades: Vec<Grade>,
    /// Document number and clause of the rules.
    pub basis: Vec<String>,
    pub execution: ExecutionMethod,
    pub equal: EqualMethod,
    pub lower: LowerMethod,
    /// 正向 rows of counted things: points that each missing one takes off, in the place of the ratio.
    pub step: Option<Number>,
    /// 及格门槛: a completion below this many per cent gives nothing.
    pub pass: Option<Number>,
    /// What a result far above its target takes off; `None` where it is only told.
    pub over: Option<OverTarget>,
    /// 定性三档, best first.
    pub tiers: Vec<Tier>,
    /// What is left where a date was missed; `None` where no share is stated: the points given, and they can't be full.
    pub late: Option<Late>,
    /// 满意度 by bands, best first.
    pub gates: Vec<Gate>,
    pub inapplicable: Inapplicable,
    /// Points of a level 2 shared alike among its rows; `None` where rows have their own only.
    pub split: Option<Split>,
    pub rating: RatingMethod,
    pub monitoring: MonitoringMethod,
}

impl Default for Method {
    fn default() -> Self {
        Self {
            scale: 2,
            rounding: Rounding::HalfUp,
            total: (2, Rounding::HalfUp),
            tolerance: Number::ZERO,
            grades: Vec::new(),
            basis: Vec::new(),
            execution: ExecutionMethod::default(),
            equal: EqualMethod::default(),
            lower: LowerMethod::default(),
            step: None,
            pass: None,
            over: None,
            tiers: Vec::new(),
            late: None,
            gates: Vec::new(),
            inapplicable: Inapplicable::default(),
            split: None,
            rating: RatingMethod::default(),
            monitoring: MonitoringMethod::default(),
        }
    }
}

/// Which budget a rate is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Denominator {
    /// 全年（调整后）预算数.
    #[default]
    Annual,
    /// 年初预算数.
    Initial,
}

/// 预算执行率 as points.
#[derive(Clone, Debug)]
pub struct ExecutionMethod {
    /// Whether there are points for it at all.
    pub scored: bool,
    /// Points where the sheet has none of its own; `None`: those of the frame.
    pub weight: Option<Number>,
    pub denominator: Denominator,
    pub basis: Option<String>,
}

impl Default for ExecutionMethod {
    fn default() -> Self {
        Self { scored: true, weight: None, denominator: Denominator::Annual, basis: None }
    }
}

/// A target with `=`.
#[derive(Clone, Debug, Default)]
pub struct EqualMethod {
    /// A miss by this many per cent of the target still is a hit.
    pub within: Number,
    /// Whether a miss gives nothing, in the place of the ratio of the smaller to the larger.
    pub all_or_nothing: bool,
    pub basis: Option<String>,
}

/// 反向.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LowerMethod {
    /// target ÷ result.
    #[default]
    Ratio,
    /// 1 − (result − target) ÷ target.
    Excess,
}

/// What a 正向 result far above its target takes off.
#[derive(Clone, Debug)]
pub struct OverTarget {
    /// Nothing is taken off up to this many per cent above the target.
    pub beyond: Number,
    /// Per cent of the weight for each per cent beyond that.
    pub rate: Number,
    /// At most this many per cent of the weight.
    pub most: Number,
    /// Whether a row with a reason keeps its points.
    pub unless_explained: bool,
    pub basis: Option<String>,
}

/// A band of points that words, or a grade, stand for; in per cent of the weight, both ends included.
#[derive(Clone, Debug)]
pub struct Tier {
    /// Name of the list in the vocabulary.
    pub list: String,
    /// The words that results of this band begin with.
    pub words: WordSet,
    pub from: Number,
    pub to: Number,
    pub basis: Option<String>,
}

/// The band of points, in per cent, that a missed date keeps to.
#[derive(Clone, Debug)]
pub struct Late {
    pub from: Number,
    pub to: Number,
    pub basis: Option<String>,
}

/// A band of 满意度.
#[derive(Clone, Debug)]
pub struct Gate {
    /// Results from here on, in per cent.
    pub from: Number,
    /// Per cent of the weight.
    pub gives: Number,
    pub basis: Option<String>,
}

/// 三级分值＝二级分值÷个数: how a share is rounded. Rounded shares need not make up the points that were shared.
#[derive(Clone, Debug)]
pub struct Split {
    pub scale: u32,
    pub rounding: Rounding,
}

/// Rows that are said not to apply (不适用, —).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Inapplicable {
    /// Not foreseen: the points given stand within the weight.
    #[default]
    Given,
    /// Left out, and the rest is scaled to the same sum.
    Rescaled,
    /// Left out.
    Dropped,
}

/// How rated items become points or a grade.
#[derive(Clone, Debug, Default)]
pub struct RatingMethod {
    /// Grades of items with the share of points that they stand for.
    pub items: Vec<ItemGrade>,
    /// How items without points make a grade.
    pub overall: Overall,
}

/// A grade of an item, in per cent of its weight, both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemGrade {
    pub name: String,
    pub from: Number,
    pub to: Number,
}

/// How items that have grades and no points make one grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Overall {
    /// The source does not say.
    #[default]
    None,
    /// The worst one.
    Worst,
    /// The commonest one; of several the worst.
    Commonest,
}

/// How a year passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Clock {
    /// Days that are over of all days of the year.
    #[default]
    Days,
    /// Months that have begun of twelve.
    Months,
}

/// How the rows of a monitoring sheet make one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mean {
    /// Every row counts alike.
    #[default]
    Plain,
    /// Every row counts by its points.
    Weighted,
}

/// 运行监控.
#[derive(Clone, Debug, Default)]
pub struct MonitoringMethod {
    pub denominator: Denominator,
    pub clock: Clock,
    pub mean: Mean,
    /// Bounds; the national rules state none.
    pub lights: Vec<LightBound>,
    /// The points of a monitoring score: measures with their weights.
    pub score: Vec<(MeasureName, Number)>,
    /// 连续两次低于: the score below which two periods in a row count.
    pub twice_below: Option<Number>,
    /// 可收回金额 only where the execution rate is below this; `None`: wherever something would be left.
    pub release_below: Option<Number>,
    pub basis: Vec<String>,
}
