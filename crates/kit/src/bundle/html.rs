//! The printable page of a document: the table, what the check says, its score. One file that loads nothing and runs nothing.

use jibiao_model::{Block, Cell, CellId, Column, Matrix, Points, Report, Rounding, Row, Section, Severity, Table};
use jibiao_wording::Language;

use super::contents::title;
use crate::{Draft, Receipt, Scores, Upload, Words};

/// No script, no style but its own, no picture, no link that is followed by itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE: &str = "\
body{font:15px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1c1e21;max-width:60em;margin:2em auto;padding:0 1em}\
h1{font-family:SimSun,'Songti SC','Noto Serif CJK SC',serif;text-align:center;font-size:1.5em}h2{font-size:1.1em;margin:1.6em 0 .4em}\
table{border-collapse:collapse;width:100%;margin:.4em 0}th,td{border:1px solid #555;padding:.25em .5em;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}\
th{font-weight:normal;background:#f3f4f6}tr{break-inside:avoid}thead{display:table-header-group}\
li{margin:.5em 0}ul{padding-left:1.2em}.blocks{color:#a8261c}.warns{color:#7a4b00}.place,.note{color:#555}\
@media print{body{margin:0;max-width:none;font-size:10.5pt}}@page{size:A4;margin:16mm}";

/// The page of a document and of a report on it.
pub(super) fn page(draft: &Draft, upload: &Upload, receipt: &Receipt, language: Language) -> String {
    let words = Words::new(draft.pack(), draft.form(), language);
    let mut page = sheet(draft, language);
    page.verdict(&upload.report, receipt, words);
    page.scores(&upload.scores, words);
    page.findings(upload, words);
    page.note(&words.name("bundle-proves"));
    page.0
}

/// The table alone, as it is published.
pub(crate) fn table(draft: &Draft, language: Language) -> String {
    sheet(draft, language).0
}

/// The head of a page and the table.
fn sheet(draft: &Draft, language: Language) -> Html {
    let words = Words::new(draft.pack(), draft.form(), language);
    let mut page = Html::default();
    page.raw("<!doctype html>\n<html lang=\"");
    page.raw(if language == Language::Zh { "zh-CN" } else { "en" });
    page.raw("\"><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"");
    page.raw(POLICY);
    page.raw(
        "\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"referrer\" content=\"no-referrer\">",
    );
    page.element("title", &title(draft, language));
    page.raw("<style>");
    page.raw(STYLE);
    page.raw("</style>\n");
    page.element("h1", words.label(&draft.form().title));
    for section in &draft.form().sections {
        page.section(draft, section, words);
    }
    page
}

/// Html on its way: every text goes through [`Html::text`].
#[derive(Default)]
struct Html(String);

impl Html {
    /// Marks of this file's own.
    fn raw(&mut self, marks: &str) {
        self.0.push_str(marks);
    }

    /// Somebody's text.
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' => self.0.push(character),
                // Controls, and signs that turn the reading direction round.
                other if other.is_control() || matches!(other, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => {
                    self.0.push('\u{fffd}');
                }
                other => self.0.push(other),
            }
        }
    }

    fn element(&mut self, tag: &str, text: &str) {
        self.raw("<");
        self.raw(tag);
        self.raw(">");
        self.text(text);
        self.raw("</");
        self.raw(tag);
        self.raw(">");
    }

    fn note(&mut self, text: &str) {
        self.raw("<p class=\"note\">");
        self.text(text);
        self.raw("</p>\n");
    }

    fn section(&mut self, draft: &Draft, section: &Section, words: Words<'_>) {
        self.element("h2", words.label(&section.label));
        for block in &section.blocks {
            match block {
                Block::Cells(cells) => self.cells(draft, cells, words),
                Block::Matrix { matrix, .. } => self.matrix(draft, matrix, words),
                Block::Table(table) => self.table(draft, table, words),
                Block::Note(note) => self.note(words.label(note)),
            }
            self.raw("\n");
        }
    }

    fn cells(&mut self, draft: &Draft, cells: &[Cell], words: Words<'_>) {
        self.raw("<table>");
        for cell in cells {
            self.raw("<tr>");
            self.element("th", words.label(&cell.label));
            self.element("td", draft.document().text(cell.id.as_str()));
            self.raw("</tr>");
        }
        self.raw("</table>");
    }

    fn matrix(&mut self, draft: &Draft, matrix: &Matrix, words: Words<'_>) {
        self.raw("<table><tr>");
        self.element("th", words.label(&matrix.label));
        for column in &matrix.columns {
            self.element("th", words.label(&column.label));
        }
        self.raw("</tr>");
        for row in &matrix.rows {
            self.raw("<tr>");
            self.element("th", words.label(&row.label));
            for cell in &row.cells {
                self.element("td", cell.as_ref().map_or("—", |cell: &CellId| draft.document().text(cell.as_str())));
            }
            self.raw("</tr>");
        }
        self.raw("</table>");
    }

    fn table(&mut self, draft: &Draft, table: &Table, words: Words<'_>) {
        let rows: &[Row] = draft.document().tables.get(table.id.as_str()).map_or(&[], Vec::as_slice);
        let filled = |column: &&Column| !column.optional || rows.iter().any(|row| !text_of(row, column).is_empty());
        let columns: Vec<&Column> = table.columns.iter().filter(filled).collect();
        self.raw("<table><thead><tr>");
        for column in &columns {
            self.element("th", words.label(&column.label));
        }
        self.raw("</tr></thead><tbody>");
        for row in rows {
            self.raw("<tr>");
            for column in &columns {
                self.element("td", text_of(row, column));
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table>");
    }

    fn verdict(&mut self, report: &Report, receipt: &Receipt, words: Words<'_>) {
        self.element("h2", &words.name("bundle-verdict"));
        self.raw("<table>");
        let counts = [Severity::Blocks, Severity::Warns, Severity::Advises].map(|severity| {
            let count = match severity {
                Severity::Blocks => report.counts.blocks,
                Severity::Warns => report.counts.warns,
                Severity::Advises => report.counts.advises,
            };
            [words.name(&["severity-", severity.name()].concat()), count.to_string()].join(" ")
        });
        let stage = words.name(&["stage-", report.stage.name()].concat());
        let verdict = words.name(&["verdict-", report.verdict.name()].concat());
        for (name, value) in [
            ("bundle-verdict", [verdict, stage].join(" · ")),
            ("bundle-counts", counts.join(" · ")),
            ("bundle-receipt", receipt.code.clone()),
            ("bundle-document", [&report.document, " #", &report.revision.to_string()].concat()),
            ("bundle-pack", [report.pack.to_string(), report.pack.sha256.clone()].join("\n")),
        ] {
            self.raw("<tr>");
            self.element("th", &words.name(name));
            self.element("td", &value);
            self.raw("</tr>");
        }
        self.raw("</table>\n");
    }

    fn scores(&mut self, scores: &Scores, words: Words<'_>) {
        let points = |points: &Points, scale: u32| match points {
            Points::Determined { rounded, .. } => rounded.fixed(scale, Rounding::HalfUp),
            Points::Undetermined { low, high } => {
                [low, high].map(|bound| bound.fixed(scale, Rounding::HalfUp)).join("–")
            }
        };
        let mut lines = Vec::new();
        if let Some(card) = &scores.performance {
            lines.push(("bundle-performance", points(&card.total, card.scale), card.grade.clone()));
        }
        if let Some((card, total)) = scores.quality.as_ref().and_then(|card| Some((card, card.total?))) {
            lines.push(("bundle-quality", total.fixed(card.scale, Rounding::HalfUp), card.grade.clone()));
        }
        for (name, total, grade) in lines {
            self.raw("<p>");
            self.text(&[&words.name(name), " ", &total, " ", &grade.unwrap_or_default()].concat());
            self.raw("</p>\n");
        }
    }

    fn findings(&mut self, upload: &Upload, words: Words<'_>) {
        for severity in [Severity::Blocks, Severity::Warns, Severity::Advises] {
            let entries = upload.report.entries.iter().zip(&upload.words);
            let of: Vec<_> = entries.filter(|(entry, _)| entry.severity == severity).collect();
            if of.is_empty() {
                continue;
            }
            self.raw("<h2 class=\"");
            self.raw(severity.name());
            self.raw("\">");
            self.text(&words.name(&["severity-", severity.name()].concat()));
            self.raw("</h2><ul>\n");
            for (entry, worded) in of {
                self.raw("<li>");
                self.element("strong", &worded.what);
                self.raw("<br>");
                self.text(&worded.advice);
                self.raw("<br><span class=\"place\">");
                self.text(&[&worded.place, " · ", entry.finding.rule.as_str()].concat());
                self.raw("</span>");
                if let Some(answer) = &entry.waiver {
                    self.raw("<br>");
                    self.text(&[&words.name("bundle-reason"), answer.reason.as_str()].concat());
                }
                self.raw("</li>\n");
            }
            self.raw("</ul>");
        }
        for fault in &upload.report.faults {
            self.raw("<p class=\"blocks\">");
            self.text(&[fault.rule.as_str(), " ", &fault.reason].concat());
            self.raw("</p>\n");
        }
    }
}

fn text_of<'r>(row: &'r Row, column: &Column) -> &'r str {
    row.cells.get(column.id.as_str()).map_or("", String::as_str)
}
