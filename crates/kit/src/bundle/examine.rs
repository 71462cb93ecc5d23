//! Whether what comes out of a bag is what it says: the documents are opened and checked again.

use jibiao_bundle::{Code, Findings, Standing};
use jibiao_model::{Concept, Label, PackRef, Stage, Subject};
use serde::Serialize;
use serde_json::Value as Json;

use super::contents::{HEAD, Head, HeadDocument};
use crate::{Draft, Kit, OpenError, OpenErrorCode, Opened, Rebind, digest, receipt_code};

/// The files of a document that are needed to check it again.
const DOCUMENT: &str = "document.json";
const REPORT: &str = "report.json";

/// Whether a file of the bag is needed to examine it: for [`jibiao_bundle::Verifier`].
pub fn kept(name: &str) -> bool {
    name == HEAD || (name.starts_with("data/") && (name.ends_with("/document.json") || name.ends_with("/report.json")))
}

/// A bag, and what is in it.
#[derive(Clone, Debug)]
pub struct Examined {
    pub findings: Findings,
    /// What kind of bag it is.
    pub found: Found,
}

/// What kind of bag it is.
#[derive(Clone, Debug)]
pub enum Found {
    /// Nobody looked: the bag is refused.
    Nothing,
    /// No bundle of this program: nothing in it is checked again.
    Foreign,
    /// A bundle whose own account can't be read, or is of a newer version.
    Unreadable,
    /// A bundle, with each of its documents.
    Bundle { stage: Stage, documents: Vec<Rechecked> },
}

/// A document that was checked again.
#[derive(Clone, Debug, Serialize)]
pub struct Rechecked {
    /// The folder of its files.
    pub folder: String,
    pub id: String,
    pub revision: u64,
    pub pack: PackRef,
    pub receipt: String,
    /// What people call it, where it could be opened: the project, or the department of a form that is about one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub project: String,
    /// What people call its form.
    #[serde(skip)]
    pub form: Option<Label>,
    #[serde(flatten)]
    pub outcome: Recheck,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Recheck {
    /// The document is what the bundle says, and the check says the same again.
    Same { verdict: String },
    /// The file of the document or of the report is not there, or too large to be read.
    Missing,
    /// The document can't be opened.
    Unopened {
        code: String,
        #[serde(skip)]
        error: OpenError,
    },
    /// The pack that judged it is not at hand: the check can't be repeated.
    NoPack,
    /// The document is not the one that the bundle names: fields of [`HEAD`].
    OtherDocument { fields: Vec<&'static str> },
    /// The check says something else now: parts of the report.
    OtherReport { parts: Vec<String> },
}

impl Recheck {
    /// The name, which never changes.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Same { .. } => "same",
            Self::Missing => "missing",
            Self::Unopened { .. } => "unopened",
            Self::NoPack => "no-pack",
            Self::OtherDocument { .. } => "other-document",
            Self::OtherReport { .. } => "other-report",
        }
    }
}

impl Kit {
    /// Examines what was found in a bag whose verifier kept the files that [`kept`] names.
    pub fn examine(&self, findings: Findings) -> Examined {
        if findings.standing() == Standing::Refused {
            return Examined { findings, found: Found::Nothing };
        }
        let Some(bytes) = findings.text(HEAD) else { return Examined { findings, found: Found::Foreign } };
        let head = serde_json::from_slice::<Head>(bytes).ok().filter(|head| head.jibiao_bundle == Head::FORMAT);
        let Some(head) = head else { return Examined { findings, found: Found::Unreadable } };
        let documents = head.documents.iter().map(|told| self.recheck(&findings, told, head.stage)).collect();
        Examined { found: Found::Bundle { stage: head.stage, documents }, findings }
    }

    fn recheck(&self, findings: &Findings, told: &HeadDocument, stage: Stage) -> Rechecked {
        let opened = findings.text(&[&told.folder, DOCUMENT].concat()).map(|bytes| self.open(bytes, Rebind::Never));
        let draft = opened.as_ref().and_then(|opened| opened.as_ref().ok()).map(|opened| &opened.draft);
        Rechecked {
            project: draft.map(|draft| name(draft).to_owned()).unwrap_or_default(),
            form: draft.map(|draft| draft.form().title.clone()),
            folder: told.folder.clone(),
            id: told.id.clone(),
            revision: told.revision,
            pack: told.pack.clone(),
            receipt: told.receipt.clone(),
            outcome: match (opened, findings.text(&[&told.folder, REPORT].concat())) {
                (Some(opened), Some(report)) => outcome(opened, report, told, stage),
                _ => Recheck::Missing,
            },
        }
    }
}

/// What somebody would call the document.
fn name(draft: &Draft) -> &str {
    let of = if draft.form().subject == Subject::Department { Concept::Department } else { Concept::ProjectName };
    draft.reading().text(of).trim()
}

fn outcome(opened: Result<Opened, OpenError>, report: &[u8], told: &HeadDocument, stage: Stage) -> Recheck {
    let draft = match opened {
        Ok(opened) => opened.draft,
        Err(error) if [OpenErrorCode::UnknownPack, OpenErrorCode::OtherEdition].contains(&error.code()) => {
            return Recheck::NoPack;
        }
        Err(error) => return Recheck::Unopened { code: error.code().name().to_owned(), error },
    };
    let is = draft.document();
    let fields = [
        ("id", is.id == told.id),
        ("revision", is.revision == told.revision),
        ("form", is.form.as_str() == told.form),
        ("pack", is.pack == told.pack),
        ("digest", digest(is) == told.digest),
        ("receipt", receipt_code(is) == told.receipt),
    ];
    let fields: Vec<&str> = fields.into_iter().filter(|(_, same)| !same).map(|(field, _)| field).collect();
    if !fields.is_empty() {
        return Recheck::OtherDocument { fields };
    }
    let upload = draft.upload(stage);
    let parts = differing(&upload.canonical(), report);
    if parts.is_empty() {
        Recheck::Same { verdict: upload.report.verdict.name().to_owned() }
    } else {
        Recheck::OtherReport { parts }
    }
}

/// The parts of two uploads that differ.
fn differing(now: &str, then: &[u8]) -> Vec<String> {
    if now.as_bytes() == then {
        return Vec::new();
    }
    let (Ok(Json::Object(now)), Ok(Json::Object(then))) = (now.parse(), serde_json::from_slice(then)) else {
        return vec!["report.json".to_owned()];
    };
    let mut parts: Vec<String> =
        now.keys().chain(then.keys()).filter(|key| now.get(*key) != then.get(*key)).cloned().collect();
    parts.sort();
    parts.dedup();
    // The same content laid out otherwise is the same.
    parts
}

impl Examined {
    /// The outcome over all: that of the bag, and of the documents in it.
    pub fn standing(&self) -> Standing {
        // A bundle lists every file of its own; one that it does not list was put in afterwards.
        let added = self.findings.remarks.iter().any(|remark| remark.code == Code::NotCovered);
        let within = match &self.found {
            Found::Nothing | Found::Foreign => Standing::Valid,
            Found::Unreadable => Standing::Undetermined,
            Found::Bundle { .. } if added => Standing::Broken,
            Found::Bundle { documents, .. } => {
                documents.iter().map(|document| document.outcome.standing()).max().unwrap_or(Standing::Broken)
            }
        };
        self.findings.standing().max(within)
    }
}

impl Recheck {
    /// How it counts.
    pub fn standing(&self) -> Standing {
        match self {
            Self::Same { .. } => Standing::Valid,
            Self::NoPack | Self::Unopened { .. } => Standing::Undetermined,
            Self::Missing | Self::OtherDocument { .. } | Self::OtherReport { .. } => Standing::Broken,
        }
    }
}
