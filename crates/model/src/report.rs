//! The one result of a check. Exit code, JSON, page, print and SARIF are renderings of it.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};

use crate::{Answer, Finding, FormId, PackRef, RuleId, Waiver};

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
    /// Whether the pack lets a person answer it with a reason.
    #[serde(default)]
    pub waivable: bool,
    /// The reason that counts. A finding that has one still stands in the report, and still in the counts.
    #[serde(default)]
    pub waiver: Option<Answer>,
    /// Shared with whoever keeps what was found from check to check.
    #[serde(flatten)]
    pub finding: Arc<Finding>,
}

// By hand: the derived one would bring a second serialiser of findings, for fields of another struct.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding { rule, place, message, args, fixes } = &*self.finding;
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
        if self.waivable {
            map.serialize_entry("waivable", &true)?;
        }
        if let Some(answer) = &self.waiver {
            map.serialize_entry("waiver", answer)?;
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

impl Counts {
    /// Counts one more finding.
    pub fn add(&mut self, severity: Severity) {
        let count = match severity {
            Severity::Blocks => &mut self.blocks,
            Severity::Warns => &mut self.warns,
            Severity::Advises => &mut self.advises,
        };
        *count = count.saturating_add(1);
    }

    /// Those that are not among `others`.
    pub fn without(self, others: Self) -> Self {
        Self {
            blocks: self.blocks.saturating_sub(others.blocks),
            warns: self.warns.saturating_sub(others.warns),
            advises: self.advises.saturating_sub(others.advises),
        }
    }

    /// All of them.
    pub fn total(self) -> u32 {
        self.blocks.saturating_add(self.warns).saturating_add(self.advises)
    }
}

/// Why a waiver of the document does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lapse {
    /// The rule still finds something there, but what was answered has changed.
    Changed,
    /// The rule finds nothing there any more.
    Gone,
    /// The pack lets nobody answer this finding with a reason.
    NotAllowed,
    /// The reason is shorter than the pack asks.
    TooShort,
    /// The reason says no more than 无 or 见附件.
    SaysNothing,
}

impl Lapse {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Changed, Self::Gone, Self::NotAllowed, Self::TooShort, Self::SaysNothing];

    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Gone => "gone",
            Self::NotAllowed => "not-allowed",
            Self::TooShort => "too-short",
            Self::SaysNothing => "says-nothing",
        }
    }
}

/// A waiver of the document that does not count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LapsedWaiver {
    pub why: Lapse,
    pub waiver: Waiver,
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
    /// All findings, those with a reason among them.
    pub counts: Counts,
    /// Findings with a reason that counts.
    pub waived: Counts,
    /// Rules that ran, whether or not they found anything.
    pub rules: Vec<RuleId>,
    /// In the order of the paper; at review those with a reason come first.
    pub entries: Vec<Entry>,
    /// Waivers of the document that don't count, in the document's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lapsed: Vec<LapsedWaiver>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

impl Verdict {
    /// The verdict that counts, those of them with a reason, and faults give. A reason never makes a finding
    /// disappear: at best the document is accepted with notes.
    pub fn of(counts: Counts, waived: Counts, faulty: bool) -> Self {
        match (faulty, counts.without(waived).blocks, counts.total()) {
            (true, ..) => Self::NotDetermined,
            (_, 1.., _) => Self::Rejected,
            (_, 0, 0) => Self::Accepted,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_never_makes_a_document_accepted_without_notes() {
        let counts = |blocks, warns, advises| Counts { blocks, warns, advises };
        for (found, waived, verdict) in [
            (counts(0, 0, 0), counts(0, 0, 0), Verdict::Accepted),
            (counts(0, 2, 0), counts(0, 0, 0), Verdict::AcceptedWithNotes),
            (counts(0, 2, 0), counts(0, 2, 0), Verdict::AcceptedWithNotes),
            (counts(1, 0, 0), counts(0, 0, 0), Verdict::Rejected),
            (counts(1, 0, 0), counts(1, 0, 0), Verdict::AcceptedWithNotes),
            (counts(2, 0, 0), counts(1, 0, 0), Verdict::Rejected),
        ] {
            assert_eq!(Verdict::of(found, waived, false), verdict, "{found:?} {waived:?}");
            assert_eq!(Verdict::of(found, waived, true), Verdict::NotDetermined);
        }
    }
}
