//! `check`: the report of each file, for people and for programs.

use anstyle::Style;
use jibiao_kit::{
    Concept, Draft, Entry, Notices, Outcome, PackRef, Points, Rebind, Report, SarifInput, Severity, Stage, Verdict,
    WordedFinding, Words, pretty,
};
use serde::Serialize;

use crate::{
    arguments::Format,
    commands::{Output, Session, alike::together},
    exit::Exit,
    input::Refusal,
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
};

/// One file of `check --format json`; the schema `check-output` describes it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileResult {
    Checked {
        file: String,
        notices: Notices,
        #[serde(flatten)]
        outcome: Box<Outcome>,
    },
    Refused {
        file: String,
        error: Refusal,
    },
}

#[derive(Debug, Serialize)]
struct CheckOutput {
    jibiao_check: u32,
    results: Vec<FileResult>,
}

/// How many files ended how.
#[derive(Debug, Default)]
struct Tally {
    accepted: usize,
    rejected: usize,
    open: usize,
}

impl Tally {
    fn count(&mut self, exit: Exit) {
        let count = match exit {
            Exit::Accepted => &mut self.accepted,
            Exit::Rejected => &mut self.rejected,
            Exit::Open | Exit::Misuse => &mut self.open,
        };
        *count = count.saturating_add(1);
    }
}

/// The beginning of a pack's digest: enough to tell two by eye.
fn digest(pack: &PackRef) -> String {
    pack.sha256.chars().take(12).collect()
}

impl Session<'_> {
    pub(super) fn check(self, files: &[String], stage: Stage, format: Format, rebind: Rebind) -> Output {
        let mut exit = Exit::Accepted;
        let mut tally = Tally::default();
        let (mut page, mut complaints, mut results) = (Page::new(), Page::default(), Vec::new());
        for (file, input) in self.open(files, rebind) {
            let ended = match input {
                Ok((draft, notices)) => {
                    let outcome = draft.outcome(stage, self.speech.language);
                    let ended = Exit::from(outcome.report.verdict);
                    if format == Format::Text {
                        page.gap();
                        self.report(&mut page, file, &draft, &notices, &outcome);
                    } else {
                        let file = file.to_owned();
                        results.push(FileResult::Checked { file, notices, outcome: Box::new(outcome) });
                    }
                    ended
                }
                Err(refusal) => {
                    if format == Format::Text {
                        self.refuse(&mut complaints, file, &refusal);
                    } else {
                        results.push(FileResult::Refused { file: file.to_owned(), error: refusal });
                    }
                    Exit::Open
                }
            };
            tally.count(ended);
            exit = exit.worse(ended);
        }
        let text = match format {
            Format::Json => Sheet::Json(pretty(&CheckOutput { jibiao_check: 1, results })),
            Format::Sarif => Sheet::Json(self.sarif(&results)),
            _ => {
                if files.len() > 1 {
                    self.several(&mut page, files.len(), &tally);
                }
                Sheet::Page(page)
            }
        };
        Output { text, complaints, exit }
    }

    fn sarif(self, results: &[FileResult]) -> String {
        let inputs: Vec<SarifInput<'_>> = results
            .iter()
            .map(|result| match result {
                FileResult::Checked { file, outcome, .. } => SarifInput::Checked { file, outcome },
                FileResult::Refused { file, error } => {
                    SarifInput::Refused { file, code: &error.code, message: &error.message }
                }
            })
            .collect();
        pretty(&self.kit.sarif(&inputs, self.speech.language))
    }

    fn several(self, page: &mut Page, files: usize, tally: &Tally) {
        let numbers = [files, tally.accepted, tally.rejected, tally.open].map(|n| n.to_string());
        let [files, accepted, rejected, open] = numbers.each_ref().map(String::as_str);
        let args = [("files", files), ("accepted", accepted), ("rejected", rejected), ("open", open)];
        page.gap();
        page.line(&[(BOLD, &self.speech.say("several-line", &args))]);
    }

    fn report(self, page: &mut Page, file: &str, draft: &Draft, notices: &Notices, outcome: &Outcome) {
        let speech = self.speech;
        let report = &outcome.report;
        let words = Words::new(draft.pack(), draft.form(), speech.language);
        page.line(&[(BOLD, &self.file_name(file))]);
        let stage = speech.name(&format!("stage-{}", report.stage.name()));
        let form = words.label(&draft.form().title);
        let title = [("form", form), ("id", draft.form().id.as_str()), ("stage", stage.as_str())];
        page.paragraph(0, 0, PLAIN, &speech.say("title-line", &title));
        let project = draft.reading().text(Concept::ProjectName).trim();
        if !project.is_empty() {
            page.paragraph(0, 0, PLAIN, &speech.say("project-line", &[("name", project)]));
        }
        self.verdict(page, report);
        self.scores(page, draft, outcome);
        self.notices(page, notices, draft);
        if report.stage == Stage::Review {
            // A reviewer looks at reasons first.
            self.answered(page, report, &outcome.words);
        }
        self.findings(page, report, &outcome.words, draft, &words);
        if report.stage != Stage::Review {
            self.answered(page, report, &outcome.words);
        }
        self.lapsed(page, &report.lapsed, draft, &words);
        page.gap();
        let pack = [("pack", report.pack.to_string()), ("digest", digest(&report.pack))];
        let pack: Vec<(&str, &str)> = pack.iter().map(|(name, value)| (*name, value.as_str())).collect();
        page.paragraph(0, 0, DIM, &speech.say("pack-line", &pack));
    }

    fn verdict(self, page: &mut Page, report: &Report) {
        let style = match report.verdict {
            Verdict::Accepted | Verdict::AcceptedWithNotes => GREEN,
            Verdict::Rejected => RED,
            Verdict::NotDetermined => YELLOW,
        };
        let verdict = self.speech.name(&format!("verdict-{}", report.verdict.name()));
        let counts = [report.counts.blocks, report.counts.warns, report.counts.advises].map(|n| n.to_string());
        let [blocks, warns, advises] = counts.each_ref().map(String::as_str);
        let counts = self.speech.say("counts-line", &[("blocks", blocks), ("warns", warns), ("advises", advises)]);
        let verdict = self.speech.say("verdict-line", &[("verdict", &verdict)]);
        page.line(&[(style, &verdict), (PLAIN, "  "), (PLAIN, &counts), (PLAIN, &self.waived_count(report))]);
    }

    fn scores(self, page: &mut Page, draft: &Draft, outcome: &Outcome) {
        if let Some(quality) = &outcome.scores.quality {
            let points = quality.total.map(|total| crate::commands::score::fixed(total, quality.scale));
            let points = points.unwrap_or_else(|| self.speech.say("points-unknown", &[]));
            self.score_line(page, "quality-line", &points, quality.grade.as_deref());
        }
        if let Some(card) = &outcome.scores.performance {
            let points = self.points(&card.total, card.scale);
            let grade = card.grade.as_deref().filter(|_| matches!(card.total, Points::Determined { .. }));
            self.score_line(page, "performance-line", &points, grade);
            // What a finding tells of the printed total is not told here as well.
            let total = draft.form().cell_of(Concept::TotalScore);
            let mut entries = outcome.report.entries.iter();
            if !entries.any(|entry| total.is_some() && entry.finding.place.cell.as_ref() == total) {
                self.printed_total(page, card);
            }
        }
    }

    /// A score and its grade; `key` names the line without one.
    pub(super) fn score_line(self, page: &mut Page, key: &str, points: &str, grade: Option<&str>) {
        let line = match grade {
            Some(grade) => self.speech.say(&format!("{key}-graded"), &[("points", points), ("grade", grade)]),
            None => self.speech.say(key, &[("points", points)]),
        };
        page.line(&[(PLAIN, &line)]);
    }

    fn notices(self, page: &mut Page, notices: &Notices, draft: &Draft) {
        let mut note = |text: String| page.paragraph(0, 2, YELLOW, &text);
        if let Some(from) = &notices.rebound_from {
            // Two builds of one edition differ in nothing but their digest.
            let named = |pack: &PackRef| format!("{pack} ({})", digest(pack));
            let to = named(&draft.pack().reference);
            note(self.speech.say("notice-rebound", &[("from", &named(from)), ("to", &to)]));
        }
        if !notices.unknown_cells.is_empty() {
            note(self.speech.say("notice-cells", &[("cells", &self.speech.list(&notices.unknown_cells))]));
        }
        if !notices.unknown_fields.is_empty() {
            note(self.speech.say("notice-fields", &[("fields", &self.speech.list(&notices.unknown_fields))]));
        }
    }

    fn findings(self, page: &mut Page, report: &Report, worded: &[WordedFinding], draft: &Draft, words: &Words<'_>) {
        if !report.faults.is_empty() {
            page.gap();
            page.line(&[(YELLOW, &self.speech.say("faults-line", &[]))]);
            for fault in &report.faults {
                let line = [("rule", fault.rule.as_str()), ("reason", fault.reason.as_str())];
                page.paragraph(2, 2, PLAIN, &self.speech.say("fault-line", &line));
            }
        } else if report.entries.is_empty() {
            page.gap();
            page.line(&[(GREEN, &self.speech.say("nothing-found", &[]))]);
        }
        for (severity, style) in [(Severity::Blocks, RED), (Severity::Warns, YELLOW), (Severity::Advises, BOLD)] {
            let open = |entry: &Entry| entry.severity == severity && entry.waiver.is_none();
            let group: Vec<_> = report.entries.iter().zip(worded).filter(|(entry, _)| open(entry)).collect();
            if group.is_empty() {
                continue;
            }
            let name = self.speech.name(&format!("severity-{}", severity.name()));
            page.gap();
            let head = [("severity", name.as_str()), ("count", &group.len().to_string())];
            page.line(&[(style, &self.speech.say("group-line", &head))]);
            let mut number = 1;
            for several in together(group) {
                match several.as_slice() {
                    [(entry, worded)] => self.finding(page, number, style, entry, worded),
                    alike => self.alike(page, number, style, alike, draft, words),
                }
                number = several.len().saturating_add(number);
            }
        }
    }

    pub(super) fn finding(self, page: &mut Page, number: usize, style: Style, entry: &Entry, words: &WordedFinding) {
        const INDENT: usize = 5;
        // Where findings of all severities stand together, each says its own.
        let severity = entry.waiver.as_ref().map(|_| ["  ", &self.severity_of(entry)].concat()).unwrap_or_default();
        let rule = entry.finding.rule.as_str();
        let number = format!("{number:>3}. ");
        page.line(&[(style, &number), (BOLD, &words.place), (PLAIN, "  "), (DIM, rule), (style, &severity)]);
        page.paragraph(INDENT, 0, PLAIN, &words.what);
        page.paragraph(INDENT, 2, PLAIN, &self.speech.say("do-line", &[("text", &words.advice)]));
        for fix in &words.fixes {
            page.paragraph(INDENT, 2, PLAIN, &self.speech.say("fix-line", &[("text", fix)]));
        }
    }
}
