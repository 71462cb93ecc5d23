//! The file that a portal takes in: the document, what the check said about it, and its score.

use jibiao_model::{Document, Report, Stage};
use jibiao_wording::Language;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Number;

use crate::{Draft, Outcome, Scores, WordedFinding, canonical, in_order::write};

/// The file that a portal takes in.
///
/// A portal that has the engine checks the document again; one that has not can still show what was found, because
/// the findings are there in words as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    pub document: Document,
    pub report: Report,
    /// The entries of the report in Chinese, in the same order.
    pub words: Vec<WordedFinding>,
    pub scores: Scores,
}

impl Upload {
    /// The version of the format that this crate writes.
    pub const FORMAT: u64 = 1;

    /// JSON on one line with the keys of every object in order: equal uploads are equal bytes.
    pub fn canonical(&self) -> String {
        let mut text = String::new();
        // By way of text, not `to_value`: that would bring a second copy of every type's serialisation into the page.
        write(&mut text, &canonical(self).parse().unwrap_or_default(), Number::to_string);
        text
    }
}

impl Draft {
    /// The upload of the document as it is now. Portals expect [`Stage::Submission`].
    pub fn upload(&self, stage: Stage) -> Upload {
        let Outcome { report, words, scores } = self.outcome(stage, Language::Zh);
        Upload { document: self.document().clone(), report, words, scores }
    }
}

impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("jibiao_upload", &Self::FORMAT)?;
        map.serialize_entry("document", &self.document)?;
        map.serialize_entry("report", &self.report)?;
        map.serialize_entry("words", &self.words)?;
        self.scores.entries(&mut map)?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use super::*;
    use crate::{Edit, Kit};

    #[test]
    fn an_upload_holds_the_very_document_and_a_report_on_it() {
        let mut draft = Kit::builtin().unwrap().blank("project-self-evaluation-2021", "u-1").unwrap();
        draft.apply(Edit::SetCell { cell: "project-name".into(), text: " 某项目 ".into() }).unwrap();
        let upload = draft.upload(Stage::Submission);
        assert_eq!(upload.canonical(), draft.upload(Stage::Submission).canonical());
        let json: Json = serde_json::from_str(&upload.canonical()).unwrap();
        assert_eq!(json["jibiao_upload"], 1);
        assert_eq!(json["document"]["cells"]["project-name"], " 某项目 ");
        assert_eq!(json["report"]["document"], "u-1");
        assert_eq!(json["report"]["stage"], "submission");
        assert!(json["quality"].is_null());
        assert!(json["performance"].is_object());
    }
}
