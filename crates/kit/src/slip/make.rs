//! Writing a slip: findings of a check, and what the reviewer says.

use jibiao_model::{Entry, RuleId, Severity, Stage};
use jibiao_wording::Language;
use serde_json::Map;

use super::{Anchor, Found, Slip, SlipEntry, SlipError, SlipErrorCode, State};
use crate::{Draft, digest};

/// What is to stand on a slip.
#[derive(Clone, Debug)]
pub struct Asking {
    pub stage: Stage,
    /// Findings of this severity and graver ones stand on it; those of a reason only where a comment is on them.
    pub findings: Option<Severity>,
    pub comments: Vec<Comment>,
    pub reviewer: String,
    /// As the caller says: the engine has no clock.
    pub date: String,
    /// In which findings are told.
    pub language: Language,
}

/// What a reviewer says of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// As typed; see `Anchor::typed`.
    pub place: String,
    /// The rule that it is about, if about any.
    pub rule: String,
    pub text: String,
}

impl Comment {
    /// `place: text`; a colon of full width will do.
    pub fn typed(typed: &str) -> Option<Self> {
        let (place, text) = typed.split_once([':', '：'])?;
        Some(Self { place: place.trim().to_owned(), rule: String::new(), text: text.trim().to_owned() })
    }
}

impl Draft {
    /// A slip on this document as it is now. Entries stand in the order of the report, comments on no finding after them.
    ///
    /// # Errors
    /// [`SlipError`] where a comment is on no place of the document or says nothing, and where nothing would stand on it.
    pub fn slip(&self, asking: &Asking) -> Result<Slip, SlipError> {
        let report = self.check(asking.stage);
        let worded = self.in_words(&report, asking.language);
        let mut comments = Vec::new();
        for comment in &asking.comments {
            let at = Anchor::typed(&comment.place, self)?;
            if comment.text.trim().is_empty() {
                return Err(SlipError::new(SlipErrorCode::SaysNothing, comment.place.as_str()));
            }
            comments.push((at, comment, false));
        }
        let mut entries = Vec::new();
        for (entry, words) in report.entries.iter().zip(&worded) {
            let at = Anchor::of(&entry.finding.place);
            let mut said = Vec::new();
            for (place, comment, taken) in &mut comments {
                // Of several findings at one place a comment without a rule belongs to none.
                if *place == at && comment.rule == entry.finding.rule.as_str() && !*taken {
                    *taken = true;
                    said.push(comment.text.trim());
                }
            }
            let asked = asking.findings.is_some_and(|least| entry.severity <= least) && entry.waiver.is_none();
            if asked || !said.is_empty() {
                let reason = entry.waiver.as_ref().map(|answer| answer.reason.clone()).unwrap_or_default();
                let found = Found {
                    rule: entry.finding.rule.clone(),
                    severity: entry.severity,
                    what: words.what.clone(),
                    advice: words.advice.clone(),
                    reason,
                    rest: Map::new(),
                };
                entries.push(self.asked(at, Some(found), said.join("\n")));
            }
        }
        for (at, comment, taken) in comments {
            if taken {
                continue;
            }
            if !comment.rule.is_empty() {
                let about = [comment.place.as_str(), comment.rule.as_str()].join(" ");
                return Err(SlipError::new(SlipErrorCode::NoPlace, about.trim()));
            }
            entries.push(self.asked(at, None, comment.text.trim().to_owned()));
        }
        for (entry, n) in entries.iter_mut().zip(1..) {
            entry.n = n;
        }
        if entries.is_empty() {
            return Err(SlipError::new(SlipErrorCode::NoEntries, self.document().id.as_str()));
        }
        if entries.len() > Slip::MOST_ENTRIES {
            return Err(SlipError::new(SlipErrorCode::TooLarge, entries.len().to_string()));
        }
        let document = self.document();
        Ok(Slip {
            jibiao_slip: Slip::FORMAT,
            document: document.id.clone(),
            revision: document.revision,
            digest: digest(document),
            pack: document.pack.clone(),
            form: document.form.clone(),
            stage: asking.stage,
            reviewer: asking.reviewer.clone(),
            date: asking.date.clone(),
            answered: None,
            entries,
            rest: Map::new(),
        })
    }

    fn asked(&self, at: Anchor, finding: Option<Found>, comment: String) -> SlipEntry {
        SlipEntry {
            n: 0,
            name: at.name(self),
            was: at.stands(self),
            at,
            finding,
            comment,
            state: State::Open,
            changes: Vec::new(),
            gone: None,
            still: None,
            note: String::new(),
            reason: String::new(),
            rest: Map::new(),
        }
    }
}

/// Whether a finding of a report is the one that an entry is of.
pub(super) fn is_found(entry: &Entry, at: &Anchor, rule: &RuleId) -> bool {
    entry.finding.rule == *rule && Anchor::of(&entry.finding.place) == *at
}
