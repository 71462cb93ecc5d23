//! Everything that a check of one document gives: the one object that the command line, the npm package and the
//! upload render.

use jibiao_model::{PackRef, QualityCard, Report, Scorecard, Stage};
use jibiao_wording::Language;
use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::{Draft, Opened, WordedFinding, Words};

/// Everything that a check of one document gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub report: Report,
    /// The entries of the report in words, in the same order.
    pub words: Vec<WordedFinding>,
    pub scores: Scores,
}

// By hand: the scores stand beside the report, and the derived way of flattening would bring a second serialiser.
impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("report", &self.report)?;
        map.serialize_entry("words", &self.words)?;
        map.serialize_entry("performance", &self.scores.performance)?;
        map.serialize_entry("quality", &self.scores.quality)?;
        map.end()
    }
}

/// The scores of one document; which of the two there is depends on the purpose of its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scores {
    /// 绩效得分, on self-evaluations.
    pub performance: Option<Scorecard>,
    /// 目标质量得分, on whole declarations.
    pub quality: Option<QualityCard>,
}

/// What a person should know about a file that was opened. None of it is lost, none of it changes the check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notices {
    /// Cells and columns that the form does not have.
    pub unknown_cells: Vec<String>,
    /// Fields that this version does not know.
    pub unknown_fields: Vec<String>,
    /// The pack that the document was pinned to before.
    pub rebound_from: Option<PackRef>,
}

impl Notices {
    /// Whether there is nothing to know.
    pub fn is_empty(&self) -> bool {
        self.unknown_cells.is_empty() && self.unknown_fields.is_empty() && self.rebound_from.is_none()
    }
}

impl Opened {
    /// The draft, and what a person should know about its file.
    pub fn parts(self) -> (Draft, Notices) {
        let Self { draft, unknown_cells, unknown_fields, rebound_from } = self;
        (draft, Notices { unknown_cells, unknown_fields, rebound_from })
    }
}

impl Draft {
    /// The scores that belong to a report on this document as it is now.
    pub fn scores(&self, report: &Report) -> Scores {
        Scores { performance: self.performance(), quality: self.quality(report) }
    }

    /// The report in words, one for each entry.
    pub fn in_words(&self, report: &Report, language: Language) -> Vec<WordedFinding> {
        let words = Words::new(self.pack(), self.form(), language);
        report.entries.iter().map(|entry| words.finding(&entry.finding)).collect()
    }

    /// Checks and scores the document, and puts the findings into words.
    pub fn outcome(&self, stage: Stage, language: Language) -> Outcome {
        let (report, scores) = self.assess(stage);
        Outcome { words: self.in_words(&report, language), scores, report }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kit;

    #[test]
    fn each_purpose_has_its_own_score() {
        let kit = Kit::builtin().unwrap();
        for (form, performance, quality) in
            [("project-declaration-2021", false, true), ("project-self-evaluation-2021", true, false)]
        {
            let outcome = kit.blank(form, "x").unwrap().outcome(Stage::Submission, Language::Zh);
            assert_eq!(outcome.scores.performance.is_some(), performance, "{form}");
            assert_eq!(outcome.scores.quality.is_some(), quality, "{form}");
            assert_eq!(outcome.words.len(), outcome.report.entries.len(), "{form}");
        }
    }
}
