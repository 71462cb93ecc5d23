//! `return`, `answer`, `slip`: a document sent back with what is asked for, the answer, and what came of it.

use std::fs;

use jibiao_kit::{
    Document, Draft, LIMITS, Rebind, Words, digest,
    excel::to_csv,
    pretty,
    slip::{Anchor, Asking, Changed, Comment, Note, On, Reply, Slip, SlipEntry, SlipError, State},
};
use serde::Serialize;

use crate::{
    arguments::{Format, Misuse, SlipInvocation},
    commands::{Output, Session},
    csv,
    exit::Exit,
    input::{self, Refusal},
    page::{BOLD, DIM, GREEN, PLAIN, Page, YELLOW},
};

/// The result of `slip show --format json`.
#[derive(Debug, Serialize)]
struct ShowOutput<'a> {
    jibiao_slip_show: u32,
    slip: &'a Slip,
    #[serde(skip_serializing_if = "Option::is_none")]
    held: Option<Held>,
}

/// An answer against the document that it came with.
#[derive(Debug, Serialize)]
struct Held {
    /// Whether the document is the very one that the slip was answered with.
    same_document: bool,
    /// The entries that say of the document what it does not show.
    differing: Vec<u32>,
}

/// Why there is nothing to give: the file that it is about.
type Failed = (String, Refusal);

impl Session<'_> {
    pub(super) fn slip(self, asked: &SlipInvocation) -> Output {
        let done = match asked {
            SlipInvocation::Return { .. } => self.sent_back(asked),
            SlipInvocation::Answer { .. } => self.answer(asked),
            SlipInvocation::Show { slip, file, format, rebind } => {
                self.show_slip(slip, file.as_deref(), *format, *rebind)
            }
            SlipInvocation::Csv { slip, output } => self.read_slip(slip).and_then(|read| {
                let text = to_csv(&self.slip_rows(&read));
                self.kept(output.as_deref(), text, || Page::of_line(&self.speech.say("slip-csv-done", &[])))
            }),
        };
        done.unwrap_or_else(|(file, refusal)| {
            let mut complaints = Page::default();
            self.refuse(&mut complaints, &file, &refusal);
            Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
        })
    }

    fn sent_back(self, asked: &SlipInvocation) -> Result<Output, Failed> {
        let SlipInvocation::Return { file, stage, findings, comments, table, reviewer, date, output, rebind } = asked
        else {
            return Ok(self.misuse(Misuse::new("misuse-needs-slip", [])));
        };
        let draft = self.draft(file, *rebind)?;
        let mut comments = comments.clone();
        if let Some(table) = table {
            let columns = [&["位置", "place"][..], &["意见", "comment"], &["规则", "rule"]];
            let rows = self.rows(table, columns, "slip-no-comments")?;
            let rows = rows.into_iter().filter(|[place, text, _]| !place.is_empty() || !text.is_empty());
            comments.extend(rows.map(|[place, text, rule]| Comment { on: On::Typed(place), rule, text }));
        }
        let asking = Asking {
            stage: *stage,
            findings: findings.clone(),
            comments,
            reviewer: reviewer.clone(),
            date: date.clone(),
            language: self.speech.language,
        };
        let slip = draft.slip(&asking).map_err(|error| (file.clone(), self.slip_refused(&error)))?;
        self.kept(output.as_deref(), pretty(&slip), || self.slip_page(&slip, Some(&draft)))
    }

    fn answer(self, asked: &SlipInvocation) -> Result<Output, Failed> {
        let SlipInvocation::Answer { file, slip: from, notes, table, by, date, output, rebind } = asked else {
            return Ok(self.misuse(Misuse::new("misuse-needs-slip", [])));
        };
        let draft = self.draft(file, *rebind)?;
        let slip = self.read_slip(from)?;
        let mut notes = notes.clone();
        if let Some(table) = table {
            let rows = self.rows(table, [&["序号", "n"][..], &["说明", "note"]], "slip-no-notes")?;
            for [n, text] in rows.into_iter().filter(|[_, text]| !text.is_empty()) {
                let Ok(n) = n.parse() else {
                    let message = self.speech.say("slip-note-number", &[("given", &n)]);
                    return Err((table.clone(), Refusal { code: "slip-no-entry".to_owned(), message }));
                };
                notes.push(Note { n, text });
            }
        }
        let reply = Reply { notes, by: by.clone(), date: date.clone() };
        let answered = slip.answered_with(&draft, &reply).map_err(|error| (from.clone(), self.slip_refused(&error)))?;
        let mut done = self.kept(output.as_deref(), pretty(&answered), || self.slip_page(&answered, Some(&draft)))?;
        done.exit = ended(&answered);
        Ok(done)
    }

    fn show_slip(self, from: &str, file: Option<&str>, format: Format, rebind: Rebind) -> Result<Output, Failed> {
        let slip = self.read_slip(from)?;
        let draft = file.map(|file| self.draft(file, rebind)).transpose()?;
        let held = match (&draft, &slip.answered) {
            (Some(draft), Some(answered)) => Some(Held {
                same_document: answered.digest == digest(draft.document()),
                differing: slip.held_against(draft).map_err(|error| (from.to_owned(), self.slip_refused(&error)))?,
            }),
            _ => None,
        };
        let mut exit = ended(&slip);
        if held.as_ref().is_some_and(|held| !held.differing.is_empty()) {
            exit = exit.worse(Exit::Rejected);
        }
        if format == Format::Json {
            let text = pretty(&ShowOutput { jibiao_slip_show: 1, slip: &slip, held });
            return Ok(Output { exit, ..Output::json(text) });
        }
        let mut page = self.slip_page(&slip, draft.as_ref());
        if let Some(held) = &held {
            page.gap();
            let numbers: Vec<String> = held.differing.iter().map(u32::to_string).collect();
            let (style, said) = match (numbers.is_empty(), held.same_document) {
                (false, _) => (YELLOW, self.speech.say("slip-differs", &[("entries", &self.speech.list(&numbers))])),
                (true, true) => (GREEN, self.speech.say("slip-holds", &[])),
                (true, false) => (YELLOW, self.speech.say("slip-later-document", &[])),
            };
            page.paragraph(0, 2, style, &said);
        }
        Ok(Output { exit, ..Output::page(page) })
    }

    fn draft(self, file: &str, rebind: Rebind) -> Result<Draft, Failed> {
        let files = [file.to_owned()];
        let opened = self.open(&files, rebind).next().map(|(_, input)| input);
        match opened {
            Some(Ok((draft, _))) => Ok(draft),
            Some(Err(refusal)) => Err((file.to_owned(), refusal)),
            None => Err((file.to_owned(), Refusal { code: "file-not-found".to_owned(), message: String::new() })),
        }
    }

    /// The slip of a file.
    pub(super) fn read_slip(self, file: &str) -> Result<Slip, Failed> {
        let bytes = input::bytes(file, LIMITS.bytes, self.speech).map_err(|refusal| (file.to_owned(), refusal))?;
        Slip::read(&bytes).map_err(|error| (file.to_owned(), self.slip_refused(&error)))
    }

    fn rows<const N: usize>(self, file: &str, names: [&[&str]; N], none: &str) -> Result<Vec<[String; N]>, Failed> {
        let bytes = input::bytes(file, LIMITS.bytes, self.speech).map_err(|refusal| (file.to_owned(), refusal))?;
        let refusal = || Refusal { code: none.to_owned(), message: self.speech.say(none, &[]) };
        csv::columns(&bytes, names).ok_or_else(|| (file.to_owned(), refusal()))
    }

    pub(super) fn slip_refused(self, error: &SlipError) -> Refusal {
        let code = format!("slip-{}", error.code().name());
        Refusal { message: self.speech.say(&code, &[("detail", error.detail())]), code }
    }

    /// Writes a text into a file and tells people what it holds, or gives the text itself.
    fn kept(self, output: Option<&str>, text: String, told: impl FnOnce() -> Page) -> Result<Output, Failed> {
        let Some(output) = output else { return Ok(Output::json(text)) };
        match fs::write(output, text) {
            Ok(()) => Ok(Output::page(told())),
            Err(error) => Err((output.to_owned(), input::unreadable(&error, self.speech))),
        }
    }

    fn slip_page(self, slip: &Slip, draft: Option<&Draft>) -> Page {
        let mut page = Page::new();
        let revision = slip.revision.to_string();
        let head = [("document", slip.document.as_str()), ("revision", &revision)];
        page.line(&[(BOLD, &self.speech.say("slip-head", &head))]);
        let signed: Vec<&str> = [slip.reviewer.as_str(), &slip.date].into_iter().filter(|t| !t.is_empty()).collect();
        if !signed.is_empty() {
            page.line(&[(PLAIN, "  "), (PLAIN, &signed.join("  "))]);
        }
        if let Some(answered) = &slip.answered {
            let revision = answered.revision.to_string();
            let signed: Vec<&str> =
                [answered.by.as_str(), &answered.date].into_iter().filter(|t| !t.is_empty()).collect();
            let args = [("revision", revision.as_str()), ("by", &signed.join(" "))];
            page.line(&[(PLAIN, "  "), (PLAIN, self.speech.say("slip-answered", &args).trim_end())]);
        }
        let counts = State::ALL.map(|state| [self.state(state), slip.count(state).to_string()].join(" "));
        page.line(&[(PLAIN, "  "), (PLAIN, &self.speech.list(&counts))]);
        page.gap();
        for entry in &slip.entries {
            self.slip_entry(&mut page, slip, entry, draft);
        }
        page
    }

    fn slip_entry(self, page: &mut Page, slip: &Slip, entry: &SlipEntry, draft: Option<&Draft>) {
        const INDENT: usize = 5;
        let style = match entry.state {
            State::Open => YELLOW,
            State::Changed => GREEN,
            State::Explained => BOLD,
        };
        let number = format!("{:>3}. ", entry.n);
        let place = self.slip_place(slip, entry, draft);
        let rule = entry.finding.as_ref().map_or("", |finding| finding.rule.as_str());
        page.line(&[
            (style, &number),
            (style, &self.state(entry.state)),
            (PLAIN, "  "),
            (BOLD, &place),
            (PLAIN, "  "),
            (DIM, rule),
        ]);
        let mut tell = |key: &str, text: &str| {
            if !text.is_empty() {
                page.paragraph(INDENT, 2, PLAIN, &self.speech.say(key, &[("text", text)]));
            }
        };
        if let Some(finding) = &entry.finding {
            tell("slip-found", &[finding.what.as_str(), &finding.advice].join(" "));
        }
        tell("slip-comment", &entry.comment);
        tell("slip-note", &entry.note);
        tell("slip-reason", &entry.reason);
        if let jibiao_kit::slip::Was::Text(text) = &entry.was
            && entry.changes.is_empty()
        {
            tell("slip-was", text);
        }
        for changed in &entry.changes {
            let label = self.words_of(slip, draft, |words| words.cell(changed.cell.as_str()));
            let label = label.unwrap_or_else(|| changed.cell.to_string());
            let label = in_row(changed, label);
            let args = [("cell", label.as_str()), ("before", changed.before.as_str()), ("now", changed.now.as_str())];
            page.paragraph(INDENT, 2, GREEN, &self.speech.say("slip-changed", &args));
        }
        if let Some(gone) = entry.gone {
            page.paragraph(INDENT, 2, YELLOW, &self.speech.say(&format!("slip-gone-{}", gone.name()), &[]));
        }
        if entry.still == Some(true) && entry.state != State::Open {
            page.paragraph(INDENT, 2, YELLOW, &self.speech.say("slip-still", &[]));
        }
    }

    fn state(self, state: State) -> String {
        self.speech.say(&format!("slip-state-{}", state.name()), &[])
    }

    /// Something in the words of the slip's form; `None` where neither the document nor its pack is at hand.
    fn words_of(self, slip: &Slip, draft: Option<&Draft>, say: impl FnOnce(Words<'_>) -> String) -> Option<String> {
        let (pack, form) = match draft {
            Some(draft) => (draft.pack(), draft.form()),
            None => {
                let pack = self.kit.pack(&slip.pack)?;
                (pack, pack.form(slip.form.as_str())?)
            }
        };
        Some(say(Words::new(pack, form, self.speech.language)))
    }

    fn slip_place(self, slip: &Slip, entry: &SlipEntry, draft: Option<&Draft>) -> String {
        let Anchor { section, table, row, cell } = &entry.at;
        let nothing = Document::new(slip.document.as_str(), slip.pack.clone(), slip.form.clone());
        let document = draft.map_or(&nothing, Draft::document);
        let place = self.words_of(slip, draft, |words| words.anchored(&entry.at, document));
        let ids = || {
            let ids = [section.as_ref().map(|id| id.as_str()), table.as_ref().map(|id| id.as_str())];
            let more = [row.as_ref().map(|id| id.as_str()), cell.as_ref().map(|id| id.as_str())];
            ids.into_iter().chain(more).flatten().collect::<Vec<_>>().join("/")
        };
        let place = place.unwrap_or_else(ids);
        if entry.name.is_empty() { place } else { [place.as_str(), " · ", &entry.name].concat() }
    }

    fn slip_rows(self, slip: &Slip) -> Vec<Vec<String>> {
        let heads = ["n", "place", "finding", "comment", "was", "state", "now", "note"];
        let mut rows = vec![heads.map(|head| self.speech.say(&format!("slip-column-{head}"), &[])).to_vec()];
        for entry in &slip.entries {
            let was = match &entry.was {
                jibiao_kit::slip::Was::Text(text) => text.clone(),
                _ => String::new(),
            };
            let now = |changed: &Changed| match &changed.row {
                None => changed.now.clone(),
                // Of a whole table or section: which cell says so now.
                Some(_) => {
                    let label = self.words_of(slip, None, |words| words.cell(changed.cell.as_str()));
                    let label = in_row(changed, label.unwrap_or_else(|| changed.cell.to_string()));
                    self.speech.say("slip-now", &[("cell", label.as_str()), ("now", changed.now.as_str())])
                }
            };
            let now: Vec<String> = entry.changes.iter().map(now).collect();
            rows.push(vec![
                entry.n.to_string(),
                self.slip_place(slip, entry, None),
                entry.finding.as_ref().map(|finding| finding.what.clone()).unwrap_or_default(),
                entry.comment.clone(),
                was,
                self.state(entry.state),
                now.join("\n"),
                entry.note.clone(),
            ]);
        }
        rows
    }
}

/// A cell with the row that it is in, where that is not said already.
fn in_row(changed: &Changed, label: String) -> String {
    let row = changed.row.as_ref().map(|row| if changed.name.is_empty() { row.as_str() } else { &changed.name });
    row.map_or(label.clone(), |row| [row, " · ", &label].concat())
}

/// Whether something is still to be done.
fn ended(slip: &Slip) -> Exit {
    if slip.count(State::Open) == 0 { Exit::Accepted } else { Exit::Rejected }
}
