//! `new` from other documents, and `trace`: whether what a document took over is what stands there, and what changed.

use jibiao_kit::{Change, Concept, Draft, Link, PackRef, Rebind, Relation, Subject, Words, name, pretty};
use serde::Serialize;

use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    input::{self, Refusal},
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
};

/// One file of `trace --format json`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileResult {
    Traced { file: String, document: String, title: String, origins: Vec<Traced>, changes: Vec<Change> },
    Refused { file: String, error: Refusal },
}

/// An origin, with the file at hand that it is.
#[derive(Debug, Serialize)]
struct Traced {
    #[serde(flatten)]
    link: Link,
    /// `null` where it is not among the files.
    file: Option<String>,
    title: Option<String>,
}

#[derive(Debug, Serialize)]
struct TraceOutput {
    jibiao_trace: u32,
    results: Vec<FileResult>,
}

/// The files that a new document is begun from, and how.
#[derive(Debug)]
pub(super) struct Sources {
    pub(super) files: Vec<String>,
    pub(super) relation: Option<Relation>,
    pub(super) rebind: Rebind,
}

impl Session<'_> {
    /// A new document of a form, begun from the documents in these files.
    pub(super) fn new_from(self, pack: &PackRef, form: &str, from: &Sources, id: &str) -> Output {
        let mut complaints = Page::default();
        let mut drafts = Vec::new();
        for (file, input) in self.open(&from.files, from.rebind) {
            match input {
                Ok((draft, _)) => drafts.push(draft),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        if complaints.is_blank() {
            let drafts: Vec<&Draft> = drafts.iter().collect();
            match self.kit.carry(pack, form, from.relation, &drafts, id) {
                Ok(draft) => return Output::json(pretty(draft.document())),
                Err(error) => {
                    complaints.line(&[(RED, "✗ "), (PLAIN, &error.message(self.speech.language))]);
                }
            }
        }
        Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
    }

    /// Holds the origins of every document against the other files.
    pub(super) fn trace(self, files: &[String], format: Format, rebind: Rebind) -> Output {
        let inputs: Vec<(&str, input::Input)> = self.open(files, rebind).collect();
        let drafts: Vec<&Draft> = inputs.iter().filter_map(|(_, input)| Some(&input.as_ref().ok()?.0)).collect();
        let mut exit = Exit::Accepted;
        let (mut page, mut complaints, mut results) = (Page::new(), Page::default(), Vec::new());
        for (file, input) in &inputs {
            let draft = match input {
                Ok((draft, _)) => draft,
                Err(refusal) => {
                    exit = exit.worse(Exit::Open);
                    self.refuse(&mut complaints, file, refusal);
                    results.push(FileResult::Refused { file: (*file).to_owned(), error: refusal.clone() });
                    continue;
                }
            };
            let (links, changes) = (self.kit.trace(draft, &drafts), draft.changes());
            let origins: Vec<Traced> = links.into_iter().map(|link| self.with_file(link, &inputs)).collect();
            if origins.iter().any(|origin| origin.link.state.is_trouble()) || changes.iter().any(|one| one.broken) {
                exit = exit.worse(Exit::Rejected);
            }
            if origins.iter().any(|origin| origin.link.state.is_open()) || draft.lacks_origin() {
                exit = exit.worse(Exit::Open);
            }
            self.traced(&mut page, file, draft, &origins, &changes);
            let (file, document, title) = ((*file).to_owned(), draft.document().id.clone(), self.title(draft));
            results.push(FileResult::Traced { file, document, title, origins, changes });
        }
        if format == Format::Json {
            return Output { exit, complaints, ..Output::json(pretty(&TraceOutput { jibiao_trace: 1, results })) };
        }
        Output { text: Sheet::Page(page), complaints, exit }
    }

    /// The file that an origin is, where it is at hand.
    fn with_file(self, link: Link, inputs: &[(&str, input::Input)]) -> Traced {
        let opened = inputs.iter().filter_map(|(file, input)| Some((*file, &input.as_ref().ok()?.0)));
        let mut meant = opened.filter(|(_, draft)| draft.document().id == link.id);
        // Two files of one document: the one that was meant, if any is.
        let found = match meant.next() {
            first @ Some(_) => meant.find(|(_, draft)| draft.document().revision == link.revision).or(first),
            None => None,
        };
        let (file, title) = found.map(|(file, draft)| (file.to_owned(), self.title(draft))).unzip();
        Traced { link, file, title }
    }

    /// The form, and the project or department that it is filled in for.
    pub(super) fn title(self, draft: &Draft) -> String {
        let words = Words::new(draft.pack(), draft.form(), self.speech.language);
        let reading = draft.reading();
        let of = if draft.form().subject == Subject::Department { Concept::Department } else { Concept::ProjectName };
        let (form, name) = (words.label(&draft.form().title), reading.text(of).trim());
        if name.is_empty() {
            form.to_owned()
        } else {
            self.speech.say("trace-title", &[("form", form), ("name", name)])
        }
    }

    fn traced(self, page: &mut Page, file: &str, draft: &Draft, origins: &[Traced], changes: &[Change]) {
        let say = |key: &str| name(self.speech.language, key);
        page.gap();
        page.line(&[(BOLD, &self.file_name(file)), (PLAIN, "  "), (DIM, &self.title(draft))]);
        if origins.is_empty() {
            let (style, key) = if draft.lacks_origin() { (YELLOW, "trace-lacking") } else { (DIM, "trace-none") };
            page.line(&[(style, "  "), (style, &self.speech.say(key, &[]))]);
        }
        let words = Words::new(draft.pack(), draft.form(), self.speech.language);
        let spot = |change: &Change| {
            words.spot(draft.document(), change.table.as_ref(), change.row.as_ref(), change.cell.as_ref())
        };
        for Traced { link, file, title } in origins {
            let (style, mark) = match link.state {
                state if state.is_trouble() => (RED, "✗ "),
                jibiao_kit::LinkState::Matches => (GREEN, "✓ "),
                _ => (YELLOW, "? "),
            };
            let relation = say(&["relation-", link.relation.name()].concat());
            let state = say(&["link-", link.state.name()].concat());
            let revision = link.revision.to_string();
            let id =
                self.speech.say("trace-origin", &[("relation", &relation), ("id", &link.id), ("revision", &revision)]);
            page.line(&[(style, "  "), (style, mark), (PLAIN, &id), (PLAIN, &state)]);
            if let (Some(file), Some(title)) = (file, title) {
                page.line(&[(PLAIN, "      "), (PLAIN, &self.file_name(file)), (PLAIN, "  "), (DIM, title)]);
            }
            for one in &link.misquotes {
                let args = [("place", spot(one)), ("before", one.before.clone()), ("now", one.now.clone())];
                let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
                page.line(&[(RED, "      "), (RED, &self.speech.say("trace-misquote", &args))]);
            }
        }
        for change in changes {
            let args = [("place", spot(change)), ("before", change.before.clone()), ("now", change.now.clone())];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            let (style, mark) = if change.broken { (RED, "  ✗ ") } else { (PLAIN, "    ") };
            page.line(&[(style, mark), (style, &self.speech.say("trace-change", &args))]);
        }
        // What was not compared is not said to be in order.
        let ends = [
            (changes.iter().any(|one| one.broken), RED, "trace-broken"),
            (origins.iter().any(|origin| origin.link.state.is_open()), YELLOW, "trace-open"),
        ];
        for (_, style, key) in ends.into_iter().filter(|(is_so, ..)| *is_so) {
            page.line(&[(style, "  "), (style, &self.speech.say(key, &[]))]);
        }
    }
}
