//! What goes into the bag.

use jibiao_model::{Concept, PackRef, Stage, Subject};
use jibiao_wording::Language;
use serde::{Deserialize, Serialize};

use super::html;
use crate::{Draft, Receipt, Upload, Words, canonical, digest, digest::canonical_text, name, pretty, receipt_code};

/// The file beside the payload that says what the bundle is of.
pub const HEAD: &str = "jibiao.json";
/// Where the documents lie where there are several.
pub const DOCUMENTS: &str = "data/documents/";
/// The answered return slip (退回单), beside its document.
pub const RETURN_SLIP: &str = "return-slip.json";
/// Where the attachments lie (佐证材料).
pub const ATTACHMENTS: &str = "data/attachments/";

/// What a person says about a bundle.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The identifier by which the receiver knows it; the id of the only document where none is given.
    pub id: Option<String>,
    /// The day it is made, for whoever has a clock: `2026-03-31`.
    pub date: Option<String>,
}

/// What goes into the bag, but for the attachments.
#[derive(Clone, Debug)]
pub struct Contents {
    /// The folder that everything is in.
    pub top: String,
    /// Files of the payload and beside it, by name, in the order in which they go in.
    pub files: Vec<(String, Vec<u8>)>,
    /// Labels and values for `bag-info.txt`.
    pub info: Vec<(String, String)>,
    /// One for each document.
    pub receipts: Vec<Receipt>,
}

/// [`HEAD`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) jibiao_bundle: u64,
    pub(super) stage: Stage,
    pub(super) documents: Vec<HeadDocument>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HeadDocument {
    /// The folder of its files: `data/`, `data/documents/001/`.
    pub(super) folder: String,
    pub(super) id: String,
    pub(super) revision: u64,
    pub(super) form: String,
    pub(super) pack: PackRef,
    /// SHA-256 of the document.
    pub(super) digest: String,
    pub(super) receipt: String,
}

impl Head {
    pub(super) const FORMAT: u64 = 1;
}

impl Contents {
    /// Puts documents together. One lies in `data/`, several lie in folders of their own.
    ///
    /// A draft is never refused: what the check says of it goes in too.
    pub fn of(drafts: &[Draft], stage: Stage, given: &Given) -> Self {
        let language = Language::Zh;
        let mut contents = Self { top: String::new(), files: Vec::new(), info: Vec::new(), receipts: Vec::new() };
        let mut head = Head { jibiao_bundle: Head::FORMAT, stage, documents: Vec::new() };
        let id = given.id.clone().or_else(|| match drafts {
            [only] => Some(only.document().id.clone()),
            _ => None,
        });
        contents.tell("Bag-Software-Agent", "jibiao");
        if let Some(id) = &id {
            contents.tell("External-Identifier", id);
        }
        if let Some(date) = &given.date {
            contents.tell("Bagging-Date", date);
        }
        let mut departments: Vec<String> =
            drafts.iter().map(|draft| draft.reading().text(Concept::Department).trim().to_owned()).collect();
        departments.retain(|name| !name.is_empty());
        departments.dedup();
        if let [department] = departments.as_slice() {
            contents.tell("Source-Organization", department);
        }
        contents.tell("Internal-Sender-Description", &name(language, "bundle-proves"));
        for (draft, number) in drafts.iter().zip(1_u32..) {
            let folder = if drafts.len() > 1 { format!("{DOCUMENTS}{number:03}/") } else { "data/".to_owned() };
            contents.add(draft, stage, &folder, &mut head);
        }
        contents.top = top(id.as_deref(), &head);
        contents.files.push((HEAD.to_owned(), pretty(&head).into_bytes()));
        contents
    }

    /// Adds a file made from a document (a workbook, say) beside it: `document` is its position.
    pub fn beside(&mut self, document: usize, file: &str, bytes: Vec<u8>) {
        self.files.push((self.name_beside(document, file), bytes));
    }

    /// The name of a file beside a document, for whoever makes it later.
    pub fn name_beside(&self, document: usize, file: &str) -> String {
        if self.receipts.len() > 1 {
            format!("{DOCUMENTS}{:03}/{file}", document.saturating_add(1))
        } else {
            ["data/", file].concat()
        }
    }

    fn add(&mut self, draft: &Draft, stage: Stage, folder: &str, head: &mut Head) {
        let upload = draft.upload(stage);
        let receipt = draft.receipt(&upload.report);
        let document = draft.document();
        self.tell("Jibiao-Document", &told(draft, &upload, &receipt));
        head.documents.push(HeadDocument {
            folder: folder.to_owned(),
            id: document.id.clone(),
            revision: document.revision,
            form: document.form.to_string(),
            pack: document.pack.clone(),
            digest: digest(document),
            receipt: receipt_code(document),
        });
        let mut file = |name: &str, text: String| self.files.push(([folder, name].concat(), text.into_bytes()));
        file("document.json", canonical_text(document));
        file("report.json", upload.canonical());
        file("report.html", html::page(draft, &upload, &receipt, Language::Zh));
        self.receipts.push(receipt);
    }

    fn tell(&mut self, label: &str, value: &str) {
        self.info.push((label.to_owned(), value.to_owned()));
    }
}

/// A line on a document: what it is, its revision, what the check says, its receipt and its pack.
fn told(draft: &Draft, upload: &Upload, receipt: &Receipt) -> String {
    let words = Words::new(draft.pack(), draft.form(), Language::Zh);
    let report = &upload.report;
    [
        title(draft, Language::Zh),
        ["#", &report.revision.to_string()].concat(),
        words.name(&["stage-", report.stage.name()].concat()),
        words.name(&["verdict-", report.verdict.name()].concat()),
        receipt.code.clone(),
        report.pack.to_string(),
        report.pack.sha256.clone(),
    ]
    .join(" · ")
}

/// The form, and the project or department that it is filled in for.
pub(super) fn title(draft: &Draft, language: Language) -> String {
    let words = Words::new(draft.pack(), draft.form(), language);
    let reading = draft.reading();
    let of = if draft.form().subject == Subject::Department { Concept::Department } else { Concept::ProjectName };
    let parts = [words.label(&draft.form().title), reading.text(of).trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The name of the folder: what is plain of the identifier, and a few signs of what is in it, so that two bundles of one
/// document unpack side by side.
fn top(id: Option<&str>, head: &Head) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let named: String = id.unwrap_or_default().chars().filter(plain).take(40).collect();
    let named = named.trim_matches('-');
    use sha2::{Digest, Sha256};
    let sum = Sha256::digest(canonical(head));
    let short: String = sum.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    if named.is_empty() { ["jibiao-", &short].concat() } else { ["jibiao-", named, "-", &short].concat() }
}

/// The name that the attachment of a number (from 1) has in the bag: `data/attachments/001.pdf`. Of what it was called
/// only the kind is kept.
pub fn attachment_name(number: usize, original: &str) -> String {
    let kind = original.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase());
    let plain = |kind: &String| (1..=8).contains(&kind.len()) && kind.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match kind.filter(plain) {
        Some(kind) => format!("{ATTACHMENTS}{number:03}.{kind}"),
        None => format!("{ATTACHMENTS}{number:03}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, Kit};

    #[test]
    fn attachments_keep_their_kind_only() {
        for (number, original, expected) in [
            (1, "现场照片.JPG", "data/attachments/001.jpg"),
            (12, "验收报告", "data/attachments/012"),
            (3, "a.b/../../etc", "data/attachments/003"),
            (4, "合同.扫描件", "data/attachments/004"),
            (1234, "x.tar.gz", "data/attachments/1234.gz"),
        ] {
            assert_eq!(attachment_name(number, original), expected);
        }
    }

    #[test]
    fn one_document_lies_in_data_and_several_in_folders_of_their_own() {
        let kit = Kit::builtin().unwrap();
        let mut draft = kit.blank("project-declaration-2021", "d-1").unwrap();
        draft.apply(Edit::SetCell { cell: "project-name".into(), text: "某项目".into() }).unwrap();
        let given = Given { id: None, date: Some("2026-03-31".into()) };
        let one = Contents::of(std::slice::from_ref(&draft), Stage::Submission, &given);
        let names: Vec<&str> = one.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["data/document.json", "data/report.json", "data/report.html", "jibiao.json"]);
        assert!(one.info.contains(&("External-Identifier".into(), "d-1".into())));
        assert!(one.info.contains(&("Bagging-Date".into(), "2026-03-31".into())));
        assert!(one.top.starts_with("jibiao-d-1-"), "{}", one.top);

        let other = kit.blank("project-declaration-2021", "d-2").unwrap();
        let mut two = Contents::of(&[draft, other], Stage::Submission, &Given::default());
        two.beside(1, "form.xlsx", b"x".to_vec());
        let names: Vec<&str> = two.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names[3], "data/documents/002/document.json");
        assert_eq!(names[7], "data/documents/002/form.xlsx");
        assert_eq!(two.receipts.len(), 2);
    }
}
