//! `verify`: whether a bundle is what was handed in, and exactly what differs.

use std::{fs::File, io};

use jibiao_kit::{
    bundle::{
        Examined, Found, Rechecked,
        bag::{Remark, Standing, Weight, verify_reader},
        bag_words, kept, remark_words,
    },
    pretty,
};
use serde::Serialize;
use serde_json::{Map, Value as Json};

use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    input::{Refusal, unreadable},
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
    sealed::{self, Keys, Unsealed},
};

/// One file of `verify --format json`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileResult {
    Verified {
        file: String,
        /// `valid`, `undetermined`, `broken`, `refused`.
        standing: &'static str,
        /// Whether it is a bundle of this program, a bag from elsewhere, or neither.
        kind: &'static str,
        version: String,
        top: String,
        info: Vec<(String, String)>,
        /// The digests that were compared.
        checked: Vec<&'static str>,
        files: usize,
        stage: Option<&'static str>,
        documents: Vec<Rechecked>,
        remarks: Vec<RemarkOut>,
    },
    Refused {
        file: String,
        error: Refusal,
    },
}

#[derive(Debug, Serialize)]
struct RemarkOut {
    code: &'static str,
    weight: &'static str,
    /// The file in the bag; blank where it is about the whole.
    file: String,
    args: Map<String, Json>,
    message: String,
}

#[derive(Debug, Serialize)]
struct VerifyOutput {
    jibiao_verify: u32,
    results: Vec<FileResult>,
}

impl Session<'_> {
    pub(super) fn verify(self, files: &[String], format: Format, keys: &Keys) -> Output {
        let mut exit = Exit::Accepted;
        let (mut page, mut complaints, mut results) = (Page::new(), Page::default(), Vec::new());
        for file in files {
            match self.examined(file, keys) {
                Ok(examined) => {
                    exit = exit.worse(exit_of(examined.standing()));
                    self.told(&mut page, file, &examined);
                    results.push(self.result(file, examined));
                }
                Err(refusal) => {
                    exit = exit.worse(Exit::Open);
                    self.refuse(&mut complaints, file, &refusal);
                    results.push(FileResult::Refused { file: file.clone(), error: refusal });
                }
            }
        }
        if format == Format::Json {
            return Output { exit, complaints, ..Output::json(pretty(&VerifyOutput { jibiao_verify: 1, results })) };
        }
        page.gap();
        page.paragraph(0, 2, DIM, &self.speech.name("bundle-proves"));
        Output { text: Sheet::Page(page), complaints, exit }
    }

    fn examined(self, file: &str, keys: &Keys) -> Result<Examined, Refusal> {
        let unread = |error: io::Error| unreadable(&error, self.speech);
        let opened = File::open(file).map_err(unread)?;
        if opened.metadata().map_err(unread)?.is_dir() {
            return Err(unread(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let findings = match sealed::open(opened, keys).map_err(|locked| self.locked(file, &locked))? {
            Unsealed::Plain(opened) => verify_reader(opened, kept),
            Unsealed::Sealed(opened) => verify_reader(opened, kept),
        };
        Ok(self.kit.examine(findings.map_err(unread)?))
    }

    fn result(self, file: &str, examined: Examined) -> FileResult {
        let standing = examined.standing().name();
        let remarks = examined.findings.remarks.iter().map(|remark| self.remark_out(remark)).collect();
        let kind = match &examined.found {
            Found::Nothing => "none",
            Found::Foreign => "bag",
            Found::Unreadable | Found::Bundle { .. } => "bundle",
        };
        let (stage, documents) = match examined.found {
            Found::Bundle { stage, documents } => (Some(stage.name()), documents),
            _ => (None, Vec::new()),
        };
        let findings = examined.findings;
        FileResult::Verified {
            file: file.to_owned(),
            standing,
            kind,
            version: findings.version,
            top: findings.top,
            info: findings.info,
            checked: findings.checked.iter().map(|algorithm| algorithm.name()).collect(),
            files: findings.files.len(),
            stage,
            documents,
            remarks,
        }
    }

    fn remark_out(self, remark: &Remark) -> RemarkOut {
        RemarkOut {
            code: remark.code.name(),
            weight: match remark.code.weight() {
                Weight::Noted => "noted",
                Weight::Undetermined => "undetermined",
                Weight::Broken => "broken",
                Weight::Refused => "refused",
            },
            file: remark.file.clone(),
            args: remark.args.iter().map(|(name, value)| (name.to_string(), Json::from(value.as_str()))).collect(),
            message: remark_words(remark, self.speech.language),
        }
    }

    fn told(self, page: &mut Page, file: &str, examined: &Examined) {
        let standing = examined.standing();
        let findings = &examined.findings;
        page.gap();
        let (style, mark) = mark(standing);
        let said = self.speech.name(&format!("verify-{}", standing.name()));
        page.line(&[(style, mark), (BOLD, file), (PLAIN, "  "), (style, &said)]);
        if standing != Standing::Refused {
            page.line(&[(DIM, "  "), (DIM, &bag_words(findings, self.speech.language))]);
        }
        match &examined.found {
            Found::Nothing => {}
            Found::Foreign => page.paragraph(2, 2, YELLOW, &self.speech.name("verify-foreign")),
            Found::Unreadable => page.paragraph(2, 2, YELLOW, &self.speech.name("verify-unreadable")),
            Found::Bundle { documents, .. } => {
                for document in documents {
                    self.rechecked(page, document);
                }
            }
        }
        for remark in &findings.remarks {
            let (style, mark) = match remark.code.weight() {
                Weight::Noted => (DIM, "· "),
                Weight::Undetermined => (YELLOW, "? "),
                Weight::Broken | Weight::Refused => (RED, "✗ "),
            };
            page.paragraph(2, 2, style, &[mark, &remark_words(remark, self.speech.language)].concat());
        }
        let names = findings.info.iter().filter(|(label, _)| label == "Original-Name");
        for (_, value) in names {
            page.line(&[(DIM, "    "), (DIM, value)]);
        }
    }

    fn rechecked(self, page: &mut Page, document: &Rechecked) {
        let (style, mark) = mark(document.outcome.standing());
        page.line(&[(style, "  "), (style, mark), (PLAIN, &document.title(self.speech.language))]);
        page.paragraph(4, 2, DIM, &document.save(self.speech.language));
        page.paragraph(4, 2, style, &document.message(self.speech.language));
    }
}

fn mark(standing: Standing) -> (anstyle::Style, &'static str) {
    match standing {
        Standing::Valid => (GREEN, "✓ "),
        Standing::Undetermined => (YELLOW, "? "),
        Standing::Broken | Standing::Refused => (RED, "✗ "),
    }
}

fn exit_of(standing: Standing) -> Exit {
    match standing {
        Standing::Valid => Exit::Accepted,
        Standing::Broken => Exit::Rejected,
        Standing::Undetermined | Standing::Refused => Exit::Open,
    }
}
