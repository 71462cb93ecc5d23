//! Writing a slip: findings of a check, and what the reviewer says.

use jibiao_model::{Entry, RuleId, Severity, Stage};
use jibiao_wording::Language;
use serde_json::Map;

use super::{Anchor, Found, Slip, SlipEntry, SlipError, SlipErrorCode, State, Stood};
use crate::{Draft, digest};

/// What is to stand on a slip.
#[derive(Clone, Debug)]
pub struct Asking {
    pub stage: Stage,
    pub findings: Findings,
    pub comments: Vec<Comment>,
    pub reviewer: String,
    /// As the caller says: the engine has no clock.
    pub date: String,
    /// In which findings are told.
    pub language: Language,
}

/// Which findings of the check stand on a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Findings {
    /// Those that a comment names.
    Named,
    /// Those of this severity and graver ones, and those that a comment names; of those with a reason only these.
    From(Severity),
    /// These and no others. A comment that names one of them stands at it.
    These(Vec<Picked>),
}

/// A finding that was picked for a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its position among the entries of the report.
    pub entry: usize,
    /// What the reviewer says of it; blank where the finding says it all.
    pub said: String,
}

/// What a reviewer says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub on: On,
    /// The rule that it is about, if about any.
    pub rule: String,
    pub text: String,
}

/// What a comment is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// A place in words or ids, see `Anchor::typed`.
    Typed(String),
    At(Anchor),
}

impl Comment {
    /// `place: text`; a colon of full width will do.
    pub fn typed(typed: &str) -> Option<Self> {
        let (place, text) = typed.split_once([':', '：'])?;
        Some(Self { on: On::Typed(place.trim().to_owned()), rule: String::new(), text: text.trim().to_owned() })
    }
}

impl On {
    fn anchor(&self, draft: &Draft) -> Result<Anchor, SlipError> {
        match self {
            Self::Typed(typed) => Anchor::typed(typed, draft),
            Self::At(anchor) if anchor.is_of(draft) => Ok(anchor.clone()),
            Self::At(anchor) => Err(SlipError::new(SlipErrorCode::NoPlace, anchor.spelled())),
        }
    }

    /// As it is told where it can't be taken.
    fn spelled(&self) -> String {
        match self {
            Self::Typed(typed) => typed.trim().to_owned(),
            Self::At(anchor) => anchor.spelled(),
        }
    }
}

impl Draft {
    /// A slip on this document as it is now. Entries stand in the order of the report, comments on no finding after them.
    ///
    /// # Errors
    /// [`SlipError`] where a comment is on no place of the document or says nothing, where a finding was picked that there is
    /// not, and where nothing would stand on the slip.
    pub fn slip(&self, asking: &Asking) -> Result<Slip, SlipError> {
        let report = self.check(asking.stage);
        let worded = self.in_words(&report, asking.language);
        let mut comments = Vec::new();
        for comment in &asking.comments {
            let at = comment.on.anchor(self)?;
            if comment.text.trim().is_empty() {
                return Err(SlipError::new(SlipErrorCode::SaysNothing, comment.on.spelled()));
            }
            comments.push((at, comment, false));
        }
        if let Findings::These(picked) = &asking.findings
            && let Some(none) = picked.iter().find(|picked| picked.entry >= report.entries.len())
        {
            return Err(SlipError::new(SlipErrorCode::NoPlace, none.entry.to_string()));
        }
        let mut entries = Vec::new();
        for (position, (entry, words)) in report.entries.iter().zip(&worded).enumerate() {
            let at = Anchor::of(&entry.finding.place);
            let mut said = Vec::new();
            let asked = match &asking.findings {
                Findings::Named => false,
                Findings::From(least) => entry.severity <= *least && entry.waiver.is_none(),
                Findings::These(picked) => match picked.iter().find(|picked| picked.entry == position) {
                    Some(picked) => {
                        said.extend(Some(picked.said.trim()).filter(|said| !said.is_empty()));
                        true
                    }
                    None => continue,
                },
            };
            for (place, comment, taken) in &mut comments {
                // Of several findings at one place a comment without a rule belongs to none.
                if *place == at && comment.rule == entry.finding.rule.as_str() && !*taken {
                    *taken = true;
                    said.push(comment.text.trim());
                }
            }
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
                let about = [comment.on.spelled().as_str(), comment.rule.as_str()].join(" ");
                return Err(SlipError::new(SlipErrorCode::NoPlace, about.trim()));
            }
            entries.push(self.asked(at, None, comment.text.trim().to_owned()));
        }
        let mut room = Slip::MOST_STOOD;
        for (entry, n) in entries.iter_mut().zip(1..) {
            entry.n = n;
            // What is too long is remembered by its digest alone.
            entry.stood = Stood::at(&entry.at, self).filter(|stood| stood.bytes() <= room);
            room = room.saturating_sub(entry.stood.as_ref().map_or(0, Stood::bytes));
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
            stood: None,
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
