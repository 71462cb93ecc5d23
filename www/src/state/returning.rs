//! 写退回单: what a reviewer picks of the check and says beside it, until it goes out as a return slip.

use jibiao_kit::{
    Draft, Severity, Stage, Words,
    model::{SectionId, SortedMap, SortedSet},
    slip::{Anchor, Asking, Comment, Findings, On, Picked, Slip, SlipError},
};
use serde_json::{Value, json};
use yew::AttrValue;

use super::{Desk, Field, Shared, check::keys};
use crate::{browser::clock::Moment, words::Text};

/// What happens to a return slip that is being written.
#[derive(Debug)]
pub(crate) enum Return {
    /// It stands beside the sheet, or not.
    Show(bool),
    Reviewer(String),
    /// A comment on a place.
    On(Anchor),
    /// What is said in a comment, as far as it is typed.
    Say(u32, String),
    Remove(u32),
    /// A finding is picked, or is not any more, by its key.
    Pick(String),
    /// All findings, or none.
    PickAll(bool),
    /// What is said to a finding.
    SayOf(String, String),
    Go(Anchor),
    /// What the slip before left open is asked for again.
    AskAgain,
    /// All findings, not only the first ones.
    ShowRest,
    /// The slip as a file.
    Save,
    /// The slip as a file; then it is put away, and can be taken up again.
    PutAway,
    /// It is given up; `true` where that was confirmed.
    Drop(bool),
    /// What was changed in the document since it came is taken back.
    TakeBack,
    /// From the sheet to the slip, or back to where one was.
    Cross,
}

/// A return slip that is being written.
#[derive(Debug)]
pub(crate) struct Returning {
    /// Tells it from others, so that no input keeps the text of another.
    key: AttrValue,
    pub(crate) reviewer: String,
    own: Vec<Own>,
    /// Findings that are picked although they usually are not, or the other way round.
    turned: SortedSet<String>,
    /// What is said to findings, by their keys.
    said: SortedMap<String, String>,
    pub(crate) seen: Shared<Proposal>,
    /// Whether it stands beside the sheet.
    pub(crate) shown: bool,
    /// Whether a file has what is on it.
    filed: bool,
    whole: bool,
}

/// A comment on a place.
#[derive(Clone, Debug, PartialEq)]
struct Own {
    n: u32,
    at: Anchor,
    text: String,
}

/// A return slip as it is drawn while it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Proposal {
    pub(crate) key: AttrValue,
    pub(crate) revision: String,
    /// Whether the document is no longer as it was received.
    pub(crate) behind: bool,
    pub(crate) own: Vec<Shared<OwnLine>>,
    pub(crate) found: Vec<Shared<FindingLine>>,
    /// Whether they are listed to the end.
    pub(crate) whole: bool,
    /// How many comments of the slip before are still open.
    pub(crate) left: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnLine {
    pub(crate) n: u32,
    pub(crate) at: Anchor,
    pub(crate) place: String,
    pub(crate) text: AttrValue,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FindingLine {
    pub(crate) key: String,
    /// Its position in the report.
    entry: usize,
    pub(crate) at: Anchor,
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) severity: Severity,
    /// The reason that the document gives.
    pub(crate) reason: Option<String>,
    pub(crate) picked: bool,
    pub(crate) said: AttrValue,
}

impl Proposal {
    pub(crate) fn picked(&self) -> usize {
        self.found.iter().filter(|line| line.picked).count()
    }
}

impl Returning {
    pub(crate) fn new(reviewer: String, key: String) -> Self {
        Self {
            key: key.into(),
            reviewer,
            own: Vec::new(),
            turned: SortedSet::new(),
            said: SortedMap::new(),
            seen: Shared::default(),
            shown: true,
            filed: false,
            whole: false,
        }
    }

    /// What was kept beside a draft; nothing where nothing was.
    pub(crate) fn recalled(text: &str, key: String) -> Option<Self> {
        let kept: Value = serde_json::from_str(text).ok()?;
        let text_of = |value: &Value| value.as_str().map(str::to_owned);
        let list = |name: &str| kept.get(name).and_then(Value::as_array).into_iter().flatten();
        let own = list("own").zip(1_u32..).filter_map(|(own, n)| {
            let at = serde_json::from_value(own.get("at")?.clone()).ok()?;
            Some(Own { n, at, text: text_of(own.get("text")?)? })
        });
        let said = kept.get("said").and_then(Value::as_object).into_iter().flatten();
        Some(Self {
            own: own.collect(),
            turned: list("turned").filter_map(text_of).collect(),
            said: said.filter_map(|(key, text)| Some((key.clone(), text_of(text)?))).collect(),
            shown: false,
            filed: kept.get("filed").and_then(Value::as_bool) == Some(true),
            ..Self::new(kept.get("reviewer").and_then(text_of).unwrap_or_default(), key)
        })
    }

    /// As it is kept; blank where there is nothing to keep.
    pub(crate) fn kept(&self) -> String {
        if self.is_blank() {
            return String::new();
        }
        let own = self.own.iter().map(|own| json!({ "at": own.at, "text": own.text }));
        let said = self.said.iter().map(|(key, text)| (key.clone(), Value::from(text.as_str())));
        json!({
            "reviewer": self.reviewer,
            "own": own.collect::<Vec<_>>(),
            "turned": self.turned.iter().map(String::as_str).collect::<Vec<_>>(),
            "said": Value::Object(said.collect()),
            "filed": self.filed,
        })
        .to_string()
    }

    /// Whether nothing was said or picked on it.
    pub(crate) fn is_blank(&self) -> bool {
        self.own.is_empty() && self.turned.is_empty() && self.said.is_empty()
    }

    /// Whether it has anything that is in no file.
    pub(crate) fn is_unfiled(&self) -> bool {
        !self.filed && !self.is_blank()
    }

    /// Whether somebody is at it: the document stays as it was received for so long.
    pub(crate) fn is_under_way(&self) -> bool {
        self.shown || self.is_unfiled()
    }

    /// A file has it.
    pub(crate) fn given(&mut self) {
        self.filed = true;
    }

    /// Begins a comment on a place; the one that is there already where it says nothing yet.
    pub(crate) fn comment(&mut self, at: Anchor, text: String) -> u32 {
        if let Some(own) = self.own.iter().find(|own| own.at == at && own.text.trim().is_empty() && text.is_empty()) {
            return own.n;
        }
        let n = self.own.iter().map(|own| own.n).max().unwrap_or_default().saturating_add(1);
        self.own.push(Own { n, at, text });
        self.filed = false;
        n
    }

    pub(crate) fn say(&mut self, n: u32, text: String) {
        if let Some(own) = self.own.iter_mut().find(|own| own.n == n) {
            own.text = text;
            self.filed = false;
        }
    }

    pub(crate) fn remove(&mut self, n: u32) {
        self.own.retain(|own| own.n != n);
        self.filed = false;
    }

    pub(crate) fn pick(&mut self, key: String) {
        if !self.turned.remove(&key) {
            self.turned.insert(key);
        }
        self.filed = false;
    }

    pub(crate) fn pick_all(&mut self, picked: bool) {
        let others: Vec<String> =
            self.seen.found.iter().filter(|line| line.picked != picked).map(|line| line.key.clone()).collect();
        for key in others {
            self.pick(key);
        }
    }

    pub(crate) fn say_of(&mut self, key: String, text: String) {
        self.said.insert(key, text);
        self.filed = false;
    }

    pub(crate) fn show_rest(&mut self) {
        self.whole = true;
    }

    /// Checks the document as a reviewer does, and makes ready what is drawn.
    fn look(&mut self, draft: &Draft, behind: bool, left: usize, t: Text) {
        let report = draft.check(Stage::Review);
        let words = Words::new(draft.pack(), draft.form(), t.0);
        let found = report.entries.iter().zip(keys(&report)).enumerate().map(|(entry, (found, key))| {
            let worded = words.finding(&found.finding);
            // What may pass, and what has a reason, goes back only where the reviewer wants it to.
            let usual = found.severity <= Severity::Warns && found.waiver.is_none();
            let line = FindingLine {
                entry,
                at: Anchor::of(&found.finding.place),
                place: worded.place,
                what: worded.what,
                severity: found.severity,
                reason: found.waiver.as_ref().map(|answer| answer.reason.clone()),
                picked: usual != self.turned.contains(&key),
                said: self.said.get(&key).cloned().unwrap_or_default().into(),
                key,
            };
            Shared::kept(line, self.seen.found.get(entry))
        });
        let own = self.own.iter().enumerate().map(|(at, own)| {
            let line = OwnLine {
                n: own.n,
                at: own.at.clone(),
                place: named(&own.at, draft, &words),
                text: own.text.clone().into(),
            };
            Shared::kept(line, self.seen.own.get(at))
        });
        let proposal = Proposal {
            key: self.key.clone(),
            revision: draft.document().revision.to_string(),
            behind,
            own: own.collect(),
            found: found.collect(),
            whole: self.whole,
            left,
        };
        self.seen = Shared::kept(proposal, Some(&self.seen));
    }

    /// The slip as it is now. A comment that says nothing is not on it.
    fn slip(&self, draft: &Draft, date: String, t: Text) -> Result<Slip, SlipError> {
        let said = |line: &&Shared<FindingLine>| Picked {
            entry: line.entry,
            said: self.said.get(&line.key).cloned().unwrap_or_default(),
        };
        let picked = self.seen.found.iter().filter(|line| line.picked);
        let own = self.own.iter().filter(|own| !own.text.trim().is_empty());
        draft.slip(&Asking {
            stage: Stage::Review,
            findings: Findings::These(picked.map(|line| said(&line)).collect()),
            comments: own
                .map(|own| Comment { on: On::At(own.at.clone()), rule: String::new(), text: own.text.clone() })
                .collect(),
            reviewer: self.reviewer.trim().to_owned(),
            date,
            language: t.0,
        })
    }
}

/// A place in words, with what its row is called.
fn named(at: &Anchor, draft: &Draft, words: &Words<'_>) -> String {
    let (place, row) = (words.anchored(at, draft.document()), at.name(draft));
    if row.is_empty() { place } else { [place.as_str(), " · ", &row].concat() }
}

impl Desk {
    /// The slip that is written stands beside the sheet no longer. What is on it stays.
    pub(crate) fn leave_returning(&mut self) {
        let left = self.returning.take().filter(|returning| !returning.is_blank());
        self.returning = left.map(|returning| Returning { shown: false, ..returning });
    }

    pub(crate) fn look_at_returning(&mut self) {
        let asked = |at: &Anchor, comment: &str| {
            self.returning.iter().flat_map(|returning| &returning.own).any(|own| own.at == *at && own.text == comment)
        };
        let open = self.slipped.iter().flat_map(|slipped| slipped.open_comments());
        let left = open.filter(|(at, comment)| !asked(at, comment)).count();
        let changed = !self.is_as_received();
        if let Some(returning) = self.returning.as_mut().filter(|returning| returning.shown) {
            returning.look(&self.draft, changed, left, self.t);
        }
    }

    /// Whether the document is what came here, or what a file has: nothing was changed since that could not be received again.
    fn is_as_received(&self) -> bool {
        !self.mark.behind || !self.draft.history().0
    }

    /// What the comments of the slip before ask for and is still open is asked for again.
    pub(crate) fn ask_again(&mut self) {
        let (Some(slipped), Some(returning)) = (&self.slipped, &mut self.returning) else { return };
        for (at, comment) in slipped.open_comments() {
            if !returning.own.iter().any(|own| own.at == *at && own.text == comment) {
                returning.comment(at.clone(), comment.to_owned());
            }
        }
    }

    /// Takes every change back that can be.
    pub(crate) fn take_all_back(&mut self, now: Moment) {
        self.typing = None;
        while let Some(edit) = self.draft.undo() {
            self.touch(&edit);
        }
        self.changed(now);
    }

    /// The slip that was written, for a file. What it is on has to be what was received.
    pub(crate) fn written_slip(&mut self, date: String) -> Option<Result<Slip, SlipError>> {
        self.look_at_returning();
        let returning = self.returning.as_ref().filter(|_| self.is_as_received())?;
        Some(returning.slip(&self.draft, date, self.t))
    }

    /// The places that a comment may be on now, the smallest first: the cell and the row that were gone to last, their
    /// section, the whole form.
    pub(crate) fn places(&self) -> Vec<(Anchor, String)> {
        let document = self.draft.document();
        let words = Words::new(self.draft.pack(), self.draft.form(), self.t.0);
        let named = |at: Anchor| {
            let name = named(&at, &self.draft, &words);
            (at, name)
        };
        let cell = self.here.as_ref().map(|here| match here {
            Field::Cell(cell) => Anchor { cell: Some(cell.clone()), ..Anchor::default() },
            Field::Row { table, row, column } => {
                Anchor { table: Some(table.clone()), row: Some(row.clone()), cell: Some(column.clone()), section: None }
            }
        });
        let row = self.row.as_ref().map(|(table, row)| Anchor {
            table: Some(table.clone()),
            row: Some(row.clone()),
            ..Anchor::default()
        });
        let section =
            self.section.clone().map(|section: SectionId| Anchor { section: Some(section), ..Anchor::default() });
        let there = |at: &Anchor| match (&at.table, &at.row) {
            (Some(table), Some(row)) => document.row(table.as_str(), row.as_str()).is_some(),
            _ => true,
        };
        let mut places: Vec<_> = [cell, row, section].into_iter().flatten().filter(there).map(named).collect();
        places.push(named(Anchor::default()));
        places
    }
}
