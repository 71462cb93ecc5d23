//! 结果应用: what a pack advises for what a document comes to.

use serde::{Deserialize, Serialize};

use crate::{Light, MeasureName, Number};

/// What an advice follows from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Because {
    /// The grade of the document's score.
    Grade { name: String },
    /// The light of a monitoring sheet.
    Light { light: Light },
    /// A figure beyond a bound.
    Measure { measure: MeasureName },
    /// 连续两次 below the bound.
    TwiceBelow,
}

/// A text in the two languages of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub zh: String,
    pub en: String,
}

/// One advice on a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    pub because: Vec<Because>,
    pub says: Said,
    /// By how many per cent money is cut; `None` where the source gives no number: then none is advised.
    pub reduction: Option<Number>,
    /// Document number and clause.
    pub basis: Vec<String>,
}
