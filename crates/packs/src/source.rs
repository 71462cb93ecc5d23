//! The shape of a pack's files. Unknown fields are refused: a misspelt field would otherwise be a silent default.

use std::collections::BTreeMap;

use jibiao_model::{Dimension, FormPurpose, Label, LevelOne, LevelTwo, MoneyUnit, Number, Rounding, Severity};
use jibiao_rules::DataRuleSource;
use serde::Deserialize;

use jibiao_wording::Messages;

/// A whole pack as the build assembles it from the files of its folder.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PackSource {
    pub(crate) pack: Head,
    pub(crate) vocabulary: VocabularySource,
    pub(crate) policy: PolicySource,
    pub(crate) scoring: ScoringSource,
    pub(crate) frames: BTreeMap<String, FrameSource>,
    pub(crate) forms: BTreeMap<String, FormSource>,
    pub(crate) rules: BTreeMap<String, DataRuleSource>,
    pub(crate) messages: Messages,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) edition: String,
    pub(crate) name: LabelSource,
    #[serde(default)]
    pub(crate) valid_from: String,
    #[serde(default)]
    pub(crate) valid_to: String,
    #[serde(default)]
    pub(crate) sources: Vec<SourceSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceSource {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) state: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LabelSource {
    pub(crate) zh: String,
    pub(crate) en: String,
}

impl From<LabelSource> for Label {
    fn from(label: LabelSource) -> Self {
        Self { zh: label.zh, en: label.en }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct VocabularySource {
    pub(crate) level_one: Vec<LevelOneWords>,
    pub(crate) level_two: Vec<LevelTwoWords>,
    pub(crate) lists: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelOneWords {
    #[serde(with = "LevelOneName")]
    pub(crate) level: LevelOne,
    pub(crate) words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelTwoWords {
    #[serde(with = "LevelTwoName")]
    pub(crate) level: LevelTwo,
    pub(crate) words: Vec<String>,
}

/// The names of the levels in packs.
#[derive(Deserialize)]
#[serde(remote = "LevelOne", rename_all = "kebab-case")]
enum LevelOneName {
    Cost,
    Output,
    Benefit,
    Satisfaction,
    Process,
}

#[derive(Deserialize)]
#[serde(remote = "LevelTwo", rename_all = "kebab-case")]
enum LevelTwoName {
    Quantity,
    Quality,
    Timeliness,
    Cost,
    EconomicCost,
    SocialCost,
    EcologicalCost,
    EconomicBenefit,
    SocialBenefit,
    EcologicalBenefit,
    Sustainability,
    ServiceSatisfaction,
}

#[derive(Deserialize)]
#[serde(remote = "FormPurpose", rename_all = "kebab-case")]
enum PurposeName {
    Declaration,
    SelfEvaluation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PolicySource {
    #[serde(default)]
    pub(crate) numbers: BTreeMap<String, Number>,
    pub(crate) rules: BTreeMap<String, PolicyEntrySource>,
    #[serde(default)]
    pub(crate) messages: BTreeMap<String, BTreeMap<String, PolicyEntrySource>>,
}

/// One severity for all stages, or one for each.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum PolicyEntrySource {
    Always(Judgement),
    ByStage { drafting: Judgement, submission: Judgement, review: Judgement },
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Judgement {
    Blocks,
    Warns,
    Advises,
    Off,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScoringSource {
    pub(crate) scale: u32,
    pub(crate) rounding: Rounding,
    pub(crate) tolerance: Number,
    pub(crate) grades: Vec<GradeSource>,
    pub(crate) basis: Vec<String>,
    pub(crate) quality: QualitySource,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GradeSource {
    pub(crate) name: String,
    pub(crate) from: Number,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct QualitySource {
    pub(crate) dimensions: Vec<QualityDimensionSource>,
    pub(crate) by_severity: BTreeMap<Severity, DeductionSource>,
    #[serde(default)]
    pub(crate) by_rule: BTreeMap<String, DeductionSource>,
    pub(crate) grades: Vec<GradeSource>,
    pub(crate) basis: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QualityDimensionSource {
    pub(crate) dimension: Dimension,
    pub(crate) weight: Number,
    pub(crate) counts: Vec<Dimension>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeductionSource {
    pub(crate) each: Number,
    pub(crate) most: Number,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FrameSource {
    pub(crate) execution_weight: Number,
    pub(crate) basis: String,
    pub(crate) levels: Vec<LevelOneSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelOneSource {
    #[serde(with = "LevelOneName")]
    pub(crate) level: LevelOne,
    pub(crate) label: LabelSource,
    #[serde(default)]
    pub(crate) weight: Option<Number>,
    pub(crate) twos: Vec<LevelTwoSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LevelTwoSource {
    #[serde(with = "LevelTwoName")]
    pub(crate) level: LevelTwo,
    pub(crate) label: LabelSource,
    #[serde(default)]
    pub(crate) expected: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FormSource {
    pub(crate) title: LabelSource,
    pub(crate) summary: LabelSource,
    #[serde(with = "PurposeName")]
    pub(crate) purpose: FormPurpose,
    pub(crate) frame: String,
    pub(crate) money_unit: MoneyUnit,
    pub(crate) basis: Vec<String>,
    #[serde(default)]
    pub(crate) landscape: bool,
    pub(crate) sections: Vec<SectionSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionSource {
    pub(crate) id: String,
    pub(crate) label: LabelSource,
    #[serde(default)]
    pub(crate) help: LabelSource,
    pub(crate) blocks: Vec<BlockSource>,
}

/// Exactly one of the fields.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct BlockSource {
    pub(crate) cells: Option<Vec<CellSource>>,
    pub(crate) matrix: Option<MatrixSource>,
    pub(crate) table: Option<TableSource>,
    pub(crate) note: Option<LabelSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CellSource {
    /// Blank for a cell that is named after its concept.
    #[serde(default)]
    pub(crate) id: Option<String>,
    #[serde(default)]
    pub(crate) concept: Option<String>,
    pub(crate) label: LabelSource,
    #[serde(default)]
    pub(crate) help: LabelSource,
    #[serde(default)]
    pub(crate) example: LabelSource,
    #[serde(default)]
    pub(crate) choices: Vec<String>,
    #[serde(default)]
    pub(crate) limit: Option<u32>,
    #[serde(default)]
    pub(crate) wide: bool,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MatrixSource {
    pub(crate) label: LabelSource,
    pub(crate) columns: Vec<LabelSource>,
    pub(crate) rows: Vec<MatrixRowSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MatrixRowSource {
    pub(crate) label: LabelSource,
    /// Concept of each column's cell; blank is printed as —.
    pub(crate) cells: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TableSource {
    pub(crate) id: String,
    pub(crate) label: LabelSource,
    pub(crate) columns: Vec<ColumnSource>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ColumnSource {
    #[serde(default)]
    pub(crate) id: Option<String>,
    #[serde(default)]
    pub(crate) concept: Option<String>,
    pub(crate) label: LabelSource,
    #[serde(default)]
    pub(crate) group: Option<LabelSource>,
    #[serde(default)]
    pub(crate) help: LabelSource,
    #[serde(default)]
    pub(crate) choices: Vec<String>,
    pub(crate) width: u16,
    #[serde(default)]
    pub(crate) optional: bool,
}
