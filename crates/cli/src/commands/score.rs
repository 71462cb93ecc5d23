//! `score`: every line of the scorecard, so that a person can follow the sum.

use jibiao_kit::{
    Draft, Extent, Line, Points, QualityCard, Rebind, Scorecard, Scores, Stage, Words,
    model::{Formula, LineSubject, Number, Rounding, ScoreInput},
    pretty,
};
use serde::Serialize;

use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    input::Refusal,
    page::{BOLD, DIM, PLAIN, Page, RED, Sheet, YELLOW},
    table::{Side, Table, shortened},
};

/// Places that the name of an indicator takes at most.
const SUBJECT: usize = 32;
/// Places that what was read takes at most.
const INPUTS: usize = 40;

/// One file of `score --format json`; the schema `score-output` describes it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum FileResult {
    Scored {
        file: String,
        document: String,
        form: String,
        #[serde(flatten)]
        scores: Box<Scores>,
    },
    Refused {
        file: String,
        error: Refusal,
    },
}

#[derive(Debug, Serialize)]
struct ScoreOutput {
    jibiao_score: u32,
    results: Vec<FileResult>,
}

/// The stage whose findings a quality score rests on.
const STAGE: Stage = Stage::Submission;

/// A rounded number with all its decimals: 99.80.
pub(super) fn fixed(number: Number, scale: u32) -> String {
    number.fixed(scale, Rounding::HalfUp)
}

impl Session<'_> {
    pub(super) fn score(self, files: &[String], format: Format, rebind: Rebind) -> Output {
        let mut exit = Exit::Accepted;
        let (mut page, mut complaints, mut results) = (Page::new(), Page::default(), Vec::new());
        for (file, input) in self.open(files, rebind) {
            let ended = match input {
                Ok((draft, _)) => {
                    let scores = draft.scores(&draft.check(STAGE));
                    let ended = if is_determined(&scores) { Exit::Accepted } else { Exit::Open };
                    if format == Format::Text {
                        page.gap();
                        self.card(&mut page, file, &draft, &scores);
                    } else {
                        results.push(FileResult::Scored {
                            file: file.to_owned(),
                            document: draft.document().id.clone(),
                            form: draft.form().id.to_string(),
                            scores: Box::new(scores),
                        });
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
            exit = exit.worse(ended);
        }
        let text = match format {
            Format::Text => Sheet::Page(page),
            _ => Sheet::Json(pretty(&ScoreOutput { jibiao_score: 1, results })),
        };
        Output { text, complaints, exit }
    }

    fn card(self, page: &mut Page, file: &str, draft: &Draft, scores: &Scores) {
        let words = Words::new(draft.pack(), draft.form(), self.speech.language);
        page.line(&[(BOLD, &self.file_name(file))]);
        let title = [("form", words.label(&draft.form().title)), ("id", draft.form().id.as_str())];
        page.line(&[(PLAIN, &self.speech.say("score-form", &title))]);
        page.gap();
        match scores {
            Scores { performance: Some(card), .. } => self.performance(page, card),
            Scores { quality: Some(card), .. } => self.quality(page, card),
            Scores { monitoring: Some(card), .. } => self.monitoring(page, card),
            Scores { rating: Some(card), .. } => self.rating(page, card),
            _ => {
                let excerpt = draft.document().extent == Extent::Excerpt;
                let why = self.speech.say(if excerpt { "no-score-excerpt" } else { "no-score-form" }, &[]);
                page.paragraph(0, 0, YELLOW, &self.speech.say("no-score", &[("why", &why)]));
            }
        }
        self.advice(page, &scores.advice);
    }

    fn performance(self, page: &mut Page, card: &Scorecard) {
        let say = |key: &str| self.speech.say(key, &[]);
        if card.lines.is_empty() {
            page.line(&[(PLAIN, &say("no-lines"))]);
        }
        let mut table = Table::new(vec![
            (Side::Left, say("head-subject")),
            (Side::Right, say("head-weight")),
            (Side::Left, say("head-formula")),
            (Side::Left, say("head-inputs")),
            (Side::Right, say("head-points")),
            (Side::Right, say("head-printed")),
            (Side::Left, say("head-note")),
        ]);
        for line in &card.lines {
            let style = if line.differs { RED } else { PLAIN };
            table.row(style, self.line(line, card.scale));
        }
        table.row(
            BOLD,
            vec![
                say("row-total"),
                card.weight.to_string(),
                String::new(),
                String::new(),
                self.points_in_table(&card.total, card.scale),
                card.printed_total.map(|total| total.to_string()).unwrap_or_default(),
                if card.total_differs { say("differs") } else { String::new() },
            ],
        );
        table.put(page, 0);
        page.gap();
        self.score_line(page, "performance-line", &self.points(&card.total, card.scale), card.grade.as_deref());
        self.printed_total(page, card);
        self.formulas(page, &card.lines);
        self.basis(page, &card.basis);
    }

    /// The total that stands in the document, where it is another one.
    pub(super) fn printed_total(self, page: &mut Page, card: &Scorecard) {
        if let Some(printed) = card.printed_total.filter(|_| card.total_differs) {
            page.line(&[(RED, &self.speech.say("printed-differs", &[("printed", &printed.to_string())]))]);
            // A printed total can disagree with its own rows as well as with the rule.
            if let Some(sum) = card.printed_sum.filter(|sum| *sum != printed) {
                page.line(&[(RED, &self.speech.say("printed-sum", &[("sum", &sum.to_string())]))]);
            }
        }
    }

    fn line(self, line: &Line, scale: u32) -> Vec<String> {
        let subject = match &line.subject {
            LineSubject::Execution => self.speech.name("subject-execution"),
            LineSubject::Indicator { name } if name.trim().is_empty() => self.speech.say("unnamed", &[]),
            LineSubject::Indicator { name } => name.trim().to_owned(),
        };
        let inputs: Vec<String> = line.inputs.iter().map(|input| self.input(input)).collect();
        vec![
            shortened(&subject, SUBJECT),
            line.weight.map(|weight| weight.to_string()).unwrap_or_default(),
            self.short(line.formula),
            shortened(&self.speech.list(&inputs), INPUTS),
            self.points_in_table(&line.points, scale),
            line.printed.map(|printed| printed.to_string()).unwrap_or_default(),
            if line.differs { self.speech.say("differs", &[]) } else { String::new() },
        ]
    }

    /// A formula in a table.
    pub(super) fn short(self, formula: Formula) -> String {
        self.speech.say(&format!("short-{}", formula.name()), &[])
    }

    pub(super) fn input(self, input: &ScoreInput) -> String {
        let name = match input.name.as_str() {
            "target" => self.speech.say("input-target", &[]),
            "actual" => self.speech.say("input-actual", &[]),
            "executed" => self.speech.say("input-executed", &[]),
            "annual" => self.speech.say("input-annual", &[]),
            "given" => self.speech.say("input-given", &[]),
            other => self.speech.name(&format!("input-{other}")),
        };
        format!("{name} {}", input.read)
    }

    /// Points in a sentence.
    pub(super) fn points(self, points: &Points, scale: u32) -> String {
        match points {
            Points::Determined { rounded, .. } => fixed(*rounded, scale),
            Points::Undetermined { low, high } => {
                let (low, high) = (fixed(*low, scale), fixed(*high, scale));
                self.speech.say("points-between", &[("low", &low), ("high", &high)])
            }
        }
    }

    pub(super) fn points_in_table(self, points: &Points, scale: u32) -> String {
        match points {
            Points::Determined { rounded, .. } => fixed(*rounded, scale),
            Points::Undetermined { low, high } => format!("{low}–{high}"),
        }
    }

    /// The formulas that were used, once each.
    fn formulas(self, page: &mut Page, lines: &[Line]) {
        let used = Formula::ALL.into_iter().filter(|formula| lines.iter().any(|line| line.formula == *formula));
        let used: Vec<Formula> = used.collect();
        if used.is_empty() {
            return;
        }
        page.gap();
        page.line(&[(DIM, &self.speech.say("formulas-line", &[]))]);
        for formula in used {
            let (name, words) = (self.short(formula), self.speech.name(&format!("formula-{}", formula.name())));
            // Some of the kit's sentences begin with the very name that the table uses.
            let line = if words.starts_with(&name) { words } else { format!("{name}  {words}") };
            page.paragraph(2, 2, DIM, &line);
        }
    }

    pub(super) fn basis(self, page: &mut Page, basis: &[String]) {
        if !basis.is_empty() {
            page.gap();
            page.paragraph(0, 2, DIM, &self.speech.say("basis-line", &[("basis", &self.speech.list(basis))]));
        }
    }

    fn quality(self, page: &mut Page, card: &QualityCard) {
        let say = |key: &str| self.speech.say(key, &[]);
        let mut table = Table::new(vec![
            (Side::Left, say("head-dimension")),
            (Side::Right, say("head-weight")),
            (Side::Right, say("head-points")),
            (Side::Left, say("head-deductions")),
        ]);
        for line in &card.lines {
            let mut deductions = line.deductions.iter().map(|(rule, count, points)| {
                let (count, points) = (count.to_string(), points.to_string());
                self.speech.say("deduction", &[("rule", rule.as_str()), ("count", &count), ("points", &points)])
            });
            table.row(
                PLAIN,
                vec![
                    self.speech.name(&format!("dimension-{}", line.dimension.name())),
                    line.weight.to_string(),
                    fixed(line.points, card.scale),
                    deductions.next().unwrap_or_default(),
                ],
            );
            for deduction in deductions {
                table.row(PLAIN, vec![String::new(), String::new(), String::new(), deduction]);
            }
        }
        table.put(page, 0);
        page.gap();
        let points = card.total.map_or_else(|| say("points-unknown"), |total| fixed(total, card.scale));
        self.score_line(page, "quality-line", &points, card.grade.as_deref());
        self.basis(page, &card.basis);
    }
}

/// Whether the score is known; a document that has none is not determined either. A monitoring sheet has figures of
/// the year so far, which are known as soon as nothing in them is open.
fn is_determined(scores: &Scores) -> bool {
    let determined = |points: &Points| matches!(points, Points::Determined { .. });
    match scores {
        Scores { performance: Some(card), .. } => determined(&card.total),
        Scores { quality: Some(card), .. } => card.total.is_some(),
        Scores { monitoring: Some(card), .. } => {
            card.measures.iter().all(|measure| measure.value.as_ref().is_some_and(determined))
        }
        // Without points the sheet is as far as its items are; most sources don't say what grade they make.
        Scores { rating: Some(card), .. } => {
            let graded = || !card.lines.is_empty() && card.lines.iter().all(|line| line.grade.is_some());
            card.total.as_ref().map_or_else(graded, determined)
        }
        _ => false,
    }
}
