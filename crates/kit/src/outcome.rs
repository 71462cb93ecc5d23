//! Everything that a check of one document gives: the one object that the command line, the npm package and the
//! upload render.

use jibiao_model::{Advice, MonitoringCard, PackRef, QualityCard, RatingCard, Report, Scorecard, Stage};
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
        self.scores.entries(&mut map)?;
        map.end()
    }
}

/// The scores of one document; which of them there is depends on the purpose of its form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scores {
    /// 绩效得分, on self-evaluations.
    pub performance: Option<Scorecard>,
    /// 目标质量得分, on whole declarations.
    pub quality: Option<QualityCard>,
    /// 运行监控, on monitoring sheets.
    pub monitoring: Option<MonitoringCard>,
    /// 评分, on rating sheets.
    pub rating: Option<RatingCard>,
    /// 结果应用: what the pack advises.
    pub advice: Vec<Advice>,
}

impl Scores {
    /// Writes its fields beside others.
    pub(crate) fn entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("performance", &self.performance)?;
        map.serialize_entry("quality", &self.quality)?;
        map.serialize_entry("monitoring", &self.monitoring)?;
        map.serialize_entry("rating", &self.rating)?;
        map.serialize_entry("advice", &self.advice)
    }
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
        for (form, expected) in [
            ("project-declaration-2021", "quality"),
            ("project-self-evaluation-2021", "performance"),
            ("project-monitoring-2021", "monitoring"),
            ("ex-ante-five-dimensions", "rating"),
            ("target-review-ordinary", "rating"),
        ] {
            let draft = kit.blank(form, "x").unwrap();
            let outcome = draft.outcome(Stage::Submission, Language::Zh);
            let Scores { performance, quality, monitoring, rating, advice } = outcome.scores.clone();
            let found = [
                ("performance", performance.is_some()),
                ("quality", quality.is_some()),
                ("monitoring", monitoring.is_some()),
                ("rating", rating.is_some()),
            ];
            let found: Vec<&str> = found.iter().filter(|(_, there)| *there).map(|(name, _)| *name).collect();
            assert_eq!((found.as_slice(), advice.len()), ([expected].as_slice(), 0), "{form}");
            assert_eq!(outcome.words.len(), outcome.report.entries.len(), "{form}");
            assert_eq!(draft.scores(&outcome.report), outcome.scores, "{form}");
        }
    }
}
