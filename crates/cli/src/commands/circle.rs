//! `new` from other documents, and `trace`: whether what a document took over is what stands there, and what changed.

use jibiao_kit::{
    CarryError, CarryErrorCode, Change, Concept, Draft, Link, Namesake, PackRef, Rebind, Relation, Severity, Stage,
    Subject, Words, name, pretty,
};
use serde::Serialize;

use crate::{
    arguments::{Format, Misuse},
    commands::{Output, Session},
    exit::Exit,
    input::{self, Refusal},
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
};

/// One file of `trace --format json`.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileResult {
    Traced {
        file: String,
        document: String,
        title: String,
        origins: Vec<Traced>,
        changes: Vec<Change>,
        /// Files of the same id and revision with another content.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        conflicts: Vec<String>,
    },
    Refused {
        file: String,
        error: Refusal,
    },
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
    pub(super) fn new_from(self, form: &str, from: &Sources, id: &str) -> Output {
        let mut complaints = Page::default();
        let mut drafts = Vec::new();
        for file in &from.files {
            // What is begun is bound to the pack that was named; what it is begun from stays with its own.
            match input::open(self.kit, self.speech, file, from.rebind) {
                Ok((draft, _)) => drafts.push(draft),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        if !complaints.is_blank() {
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        let pack = match self.pack_of_new(form, drafts.first(), id) {
            Ok(pack) => pack,
            Err(misuse) => return self.misuse(misuse),
        };
        let others: Vec<&Draft> = drafts.iter().collect();
        match self.kit.carry(&pack, form, from.relation, &others, id) {
            Ok(draft) => {
                self.doubts(&mut complaints, &from.files, &others, &draft);
                Output { complaints, ..Output::json(pretty(draft.document())) }
            }
            Err(error) => {
                complaints.line(&[(RED, "✗ "), (PLAIN, &error.message(self.speech.language))]);
                let about = error.source().unwrap_or(0);
                self.ways_out(&mut complaints, &error, others.get(about).copied());
                Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
            }
        }
    }

    /// The pack of a new document: that of the document it is begun from, where that was named; else as for a blank one.
    fn pack_of_new(self, form: &str, first: Option<&Draft>, id: &str) -> Result<PackRef, Misuse> {
        let own =
            first.filter(|first| self.named.contains(&first.pack().reference) && first.pack().form(form).is_some());
        match own {
            Some(first) => Ok(first.pack().reference.clone()),
            None => self.blank(form, id).map(|draft| draft.document().pack.clone()),
        }
    }

    /// What else can be asked for, after a refusal of a document.
    fn ways_out(self, complaints: &mut Page, error: &CarryError, refused: Option<&Draft>) {
        let ways: Vec<String> = error.ways().iter().map(|way| ["--as ", way.name()].concat()).collect();
        if !ways.is_empty() {
            complaints.line(&[(PLAIN, "  "), (PLAIN, &self.speech.say("new-ways", &[("ways", &ways.join(" | "))]))]);
        }
        let Some(refused) = refused.filter(|_| error.code() == CarryErrorCode::NoStep && ways.is_empty()) else {
            return;
        };
        let mut forms: Vec<(String, String)> = Vec::new();
        for step in self.kit.next_steps(refused) {
            let id = step.form.id.to_string();
            if !forms.iter().any(|(known, _)| *known == id) {
                let words = Words::new(step.pack, step.form, self.speech.language);
                forms.push((id, words.label(&step.form.title).to_owned()));
            }
        }
        if forms.is_empty() {
            return;
        }
        complaints.line(&[(PLAIN, "  "), (PLAIN, &self.speech.say("new-forms", &[("from", &self.title(refused))]))]);
        for (id, title) in forms {
            complaints.line(&[(PLAIN, "    "), (PLAIN, &id), (PLAIN, "  "), (DIM, &title)]);
        }
    }

    /// What a person who begins a document from others should know: that one of them would not be accepted, and what is
    /// wrong with the new one from the first.
    fn doubts(self, complaints: &mut Page, files: &[String], others: &[&Draft], draft: &Draft) {
        const MOST: usize = 5;
        for (file, other) in files.iter().zip(others) {
            let blocks = other.check(Stage::Submission).counts.blocks;
            if blocks > 0 {
                let args = [("file", self.file_name(file)), ("count", blocks.to_string())];
                let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
                complaints.line(&[(YELLOW, "! "), (PLAIN, &self.speech.say("new-from-rejected", &args))]);
            }
        }
        let report = draft.check(Stage::Drafting);
        let wrong = || report.entries.iter().filter(|entry| entry.severity != Severity::Advises);
        let count = wrong().count();
        if count == 0 {
            return;
        }
        complaints.line(&[(YELLOW, "! "), (PLAIN, &self.speech.say("new-wrong", &[("count", &count.to_string())]))]);
        let words = Words::new(draft.pack(), draft.form(), self.speech.language);
        for entry in wrong().take(MOST) {
            let place = words.place(&entry.finding.place);
            complaints.line(&[
                (PLAIN, "    "),
                (PLAIN, &place),
                (PLAIN, "  "),
                (PLAIN, &words.finding(&entry.finding).what),
            ]);
        }
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
            let opened = inputs.iter().filter_map(|(file, input)| Some((*file, &input.as_ref().ok()?.0)));
            let conflicts: Vec<String> = opened
                .filter(|(_, other)| draft.namesake(other) == Some(Namesake::Other))
                .map(|(other, _)| other.to_owned())
                .collect();
            let broken = changes.iter().any(|one| one.broken) || !conflicts.is_empty();
            if broken || origins.iter().any(|origin| origin.link.state.is_trouble()) {
                exit = exit.worse(Exit::Rejected);
            }
            if origins.iter().any(|origin| origin.link.state.is_open()) || draft.lacks_origin() {
                exit = exit.worse(Exit::Open);
            }
            self.traced(&mut page, file, draft, &origins, &changes);
            self.conflicting(&mut page, draft, &conflicts);
            let (file, document, title) = ((*file).to_owned(), draft.document().id.clone(), self.title(draft));
            results.push(FileResult::Traced { file, document, title, origins, changes, conflicts });
        }
        if format == Format::Json {
            return Output { exit, complaints, ..Output::json(pretty(&TraceOutput { jibiao_trace: 1, results })) };
        }
        Output { text: Sheet::Page(page), complaints, exit }
    }

    /// The file that an origin was held against, where one is at hand.
    fn with_file(self, link: Link, inputs: &[(&str, input::Input)]) -> Traced {
        let mut opened = inputs.iter().filter_map(|(file, input)| Some((*file, &input.as_ref().ok()?.0)));
        let found = link.at.and_then(|at| opened.nth(at));
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
        // A tick says that the source is as it was; what was changed here since is told apart from it.
        let (broken, allowed): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|change| change.broken);
        let heading = (!allowed.is_empty()).then_some("trace-allowed");
        for change in broken.into_iter().map(Ok).chain(heading.map(Err)).chain(allowed.into_iter().map(Ok)) {
            let change = match change {
                Ok(change) => change,
                Err(key) => {
                    page.line(&[(YELLOW, "  ! "), (YELLOW, &self.speech.say(key, &[]))]);
                    continue;
                }
            };
            let args = [("place", spot(change)), ("before", change.before.clone()), ("now", change.now.clone())];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            let (style, mark) = if change.broken { (RED, "  ✗ ") } else { (PLAIN, "      ") };
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

    /// Other files that say that they are this one.
    fn conflicting(self, page: &mut Page, draft: &Draft, conflicts: &[String]) {
        for file in conflicts {
            let args = [("file", self.file_name(file)), ("id", draft.document().id.clone())];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            page.line(&[(RED, "  ✗ "), (RED, &self.speech.say("trace-conflict", &args))]);
        }
    }
}
