//! Words of the commands about return slips.

use jibiao_kit::{
    Rebind, Severity, Stage,
    slip::{Comment, Findings, Note},
};
use lexopt::Parser;

use super::{Format, Misuse, one_of, value, wrong_value};

/// What is asked for about return slips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SlipInvocation {
    /// A document is sent back.
    Return {
        file: String,
        stage: Stage,
        findings: Findings,
        comments: Vec<Comment>,
        /// A CSV file with more of them.
        table: Option<String>,
        reviewer: String,
        date: String,
        output: Option<String>,
        rebind: Rebind,
    },
    /// A slip is answered.
    Answer {
        file: String,
        slip: String,
        notes: Vec<Note>,
        /// A CSV file with more of them.
        table: Option<String>,
        by: String,
        date: String,
        output: Option<String>,
        rebind: Rebind,
    },
    /// What stands on a slip; with the document, whether that is so.
    Show { slip: String, file: Option<String>, format: Format, rebind: Rebind },
    /// A slip as a table for spreadsheets.
    Csv { slip: String, output: Option<String> },
}

pub(super) const COMMANDS: [&str; 2] = ["show", "csv"];

/// What stood on the command line about slips.
#[derive(Debug, Default)]
pub(super) struct SlipWords {
    comments: Vec<Comment>,
    comment_table: Option<String>,
    findings: Option<Option<Severity>>,
    reviewer: Option<String>,
    slips: Vec<String>,
    notes: Vec<Note>,
    note_table: Option<String>,
    by: Option<String>,
}

impl SlipWords {
    pub(super) const OPTIONS: [&str; 8] =
        ["--comment", "--comments", "--findings", "--reviewer", "--slip", "--note", "--notes", "--by"];

    /// Takes an option of these commands, and says whether it is one.
    pub(super) fn take(&mut self, name: &str, parser: &mut Parser) -> Result<bool, Misuse> {
        match name {
            "comment" => {
                let given = value(parser, "--comment")?;
                let comment = Comment::typed(&given);
                self.comments.push(comment.ok_or_else(|| wrong_value("--comment", &given, &["r1/target:…"]))?);
            }
            "comments" => self.comment_table = Some(value(parser, "--comments")?),
            "findings" => {
                let known = [None, Some(Severity::Blocks), Some(Severity::Warns), Some(Severity::Advises)];
                self.findings =
                    Some(one_of(parser, "--findings", &known, |known| known.map_or("none", Severity::name))?);
            }
            "reviewer" => self.reviewer = Some(value(parser, "--reviewer")?),
            "slip" => self.slips.push(value(parser, "--slip")?),
            "note" => {
                let given = value(parser, "--note")?;
                self.notes.push(Note::typed(&given).ok_or_else(|| wrong_value("--note", &given, &["2:…"]))?);
            }
            "notes" => self.note_table = Some(value(parser, "--notes")?),
            "by" => self.by = Some(value(parser, "--by")?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The slips that were named, for a bundle.
    pub(super) fn slips(&mut self) -> Vec<String> {
        std::mem::take(&mut self.slips)
    }

    pub(super) fn asked_back(&mut self, common: Common, stage: Option<Stage>) -> SlipInvocation {
        let Common { file, date, output, rebind } = common;
        SlipInvocation::Return {
            file,
            stage: stage.unwrap_or(Stage::Review),
            findings: self.findings.take().unwrap_or(Some(Severity::Blocks)).map_or(Findings::Named, Findings::From),
            comments: std::mem::take(&mut self.comments),
            table: self.comment_table.take(),
            reviewer: self.reviewer.take().unwrap_or_default(),
            date,
            output,
            rebind,
        }
    }

    pub(super) fn answer(&mut self, common: Common) -> Result<SlipInvocation, Misuse> {
        let Some(slip) = self.slips.pop() else { return Err(Misuse::new("misuse-needs-slip", [])) };
        let Common { file, date, output, rebind } = common;
        Ok(SlipInvocation::Answer {
            file,
            slip,
            notes: std::mem::take(&mut self.notes),
            table: self.note_table.take(),
            by: self.by.take().unwrap_or_default(),
            date,
            output,
            rebind,
        })
    }

    /// An option that nobody took.
    pub(super) fn left(&self) -> Option<&'static str> {
        let options = [
            self.comments.first().map(|_| "--comment"),
            self.comment_table.as_ref().map(|_| "--comments"),
            self.findings.map(|_| "--findings"),
            self.reviewer.as_ref().map(|_| "--reviewer"),
            self.slips.first().map(|_| "--slip"),
            self.notes.first().map(|_| "--note"),
            self.note_table.as_ref().map(|_| "--notes"),
            self.by.as_ref().map(|_| "--by"),
        ];
        options.into_iter().flatten().next()
    }
}

/// What both ways of a slip are told.
pub(super) struct Common {
    pub(super) file: String,
    pub(super) date: String,
    pub(super) output: Option<String>,
    pub(super) rebind: Rebind,
}
