//! 结果应用: what a pack advises for what a document comes to.

use jibiao_model::{FormPurpose, Light, MeasureName, Number, Said};

/// One advice of a pack, with what it follows from.
#[derive(Clone, Debug)]
pub struct AdviceEntry {
    /// The steps of the year that it belongs to.
    pub purposes: Vec<FormPurpose>,
    /// All that has to hold.
    pub when: When,
    pub says: Said,
    /// By how many per cent money is cut; `None` where the source gives no number.
    pub reduction: Option<Number>,
    pub basis: Vec<String>,
}

/// What an advice follows from: all that is stated here.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// One of these grades.
    pub grades: Vec<String>,
    /// One of these lights.
    pub lights: Vec<Light>,
    /// A figure beyond a bound: above, below.
    pub measure: Option<(MeasureName, Option<Number>, Option<Number>)>,
    /// 连续两次 below the pack's bound.
    pub twice_below: bool,
}
