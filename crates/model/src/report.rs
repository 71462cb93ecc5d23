//! The one result of a check. Exit code, JSON, page, print and SARIF are renderings of it.

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::{Finding, FormId, PackRef, RuleId};

/// 审核维度.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dimension {
    /// 完整性.
    Completeness,
    /// 相关性.
    Relevance,
    /// 适当性, with quantification.
    Appropriateness,
    /// 可行性.
    Feasibility,
    /// 勾稽.
    Consistency,
}

impl Dimension {
    /// All dimensions, in the order of a review sheet.
    pub const ALL: [Self; 5] =
        [Self::Completeness, Self::Relevance, Self::Appropriateness, Self::Feasibility, Self::Consistency];

    /// The name used in packs and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Completeness => "completeness",
            Self::Relevance => "relevance",
            Self::Appropriateness => "appropriateness",
            Self::Feasibility => "feasibility",
            Self::Consistency => "consistency",
        }
    }
}

/// What a finding means for the document: the pack's judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// 必须修改.
    Blocks,
    /// 建议修改.
    Warns,
    /// 提示.
    Advises,
}

impl Severity {
    /// The name used in packs and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Warns => "warns",
            Self::Advises => "advises",
        }
    }
}

/// Where the document stands on its way: an input of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// 填写中.
    Drafting,
    /// 报送.
    Submission,
    /// 审核.
    Review,
}

impl Stage {
    /// All stages.
    pub const ALL: [Self; 3] = [Self::Drafting, Self::Submission, Self::Review];

    /// The name used in packs and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Drafting => "drafting",
            Self::Submission => "submission",
            Self::Review => "review",
        }
    }
}

/// The conclusion of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// 通过.
    Accepted,
    /// 通过，有建议.
    AcceptedWithNotes,
    /// 需修改.
    Rejected,
    /// 无法判定: some rule could not run to its end. Never the same as accepted.
    NotDetermined,
}

/// A finding with the pack's judgement of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Entry {
    pub severity: Severity,
    pub dimension: Dimension,
    #[serde(flatten)]
    pub finding: Finding,
}

// By hand: the derived one would bring a second serialiser of findings, for fields of another struct.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding { rule, place, message, args, fixes } = &self.finding;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("severity", &self.severity)?;
        map.serialize_entry("dimension", &self.dimension)?;
        map.serialize_entry("rule", rule)?;
        map.serialize_entry("place", place)?;
        map.serialize_entry("message", message)?;
        if !args.is_empty() {
            map.serialize_entry("args", args)?;
        }
        if !fixes.is_empty() {
            map.serialize_entry("fixes", fixes)?;
        }
        map.end()
    }
}

/// A rule that could not run to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    pub rule: RuleId,
    /// What stopped it, for the person who maintains the pack.
    pub reason: String,
}

/// How many findings of each severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    pub blocks: u32,
    pub warns: u32,
    pub advises: u32,
}

/// The result of checking one document against one pack at one stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub document: String,
    pub revision: u64,
    pub pack: PackRef,
    pub form: FormId,
    pub stage: Stage,
    pub verdict: Verdict,
    pub counts: Counts,
    /// Rules that ran, whether or not they found anything.
    pub rules: Vec<RuleId>,
    pub entries: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

impl Verdict {
    /// The verdict that counts and faults give.
    pub fn of(counts: Counts, faulty: bool) -> Self {
        match (faulty, counts) {
            (true, _) => Self::NotDetermined,
            (_, Counts { blocks: 1.., .. }) => Self::Rejected,
            (_, Counts { blocks: 0, warns: 0, advises: 0 }) => Self::Accepted,
            _ => Self::AcceptedWithNotes,
        }
    }

    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedWithNotes => "accepted-with-notes",
            Self::Rejected => "rejected",
            Self::NotDetermined => "not-determined",
        }
    }
}
