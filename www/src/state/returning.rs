//! 写退回单: what a reviewer picks of the check and says beside it, until it goes out as a return slip.

use jibiao_kit::{
    Draft, Severity, Stage, Words,
    model::{SectionId, SortedMap, SortedSet},
    slip::{Anchor, Asking, Comment, Findings, On, Picked, Slip, SlipEntry, SlipError, State},
};
use serde_json::{Value, json};
use yew::AttrValue;

use super::{
    Desk, Field, Shared,
    check::keys,
    desk::Target,
    slip::{Line, Seen, Slipped},
};
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
    /// A comment that was taken out is there again.
    PutBack(u32),
    /// A finding is picked, or is not any more, by its key.
    Pick(String),
    /// These findings are picked, or are not, by their keys.
    PickThese(Vec<String>, bool),
    /// The findings of one rule are listed, or are not any more, by the key of the group.
    Unfold(String),
    /// All findings, or none.
    PickAll(bool),
    /// What is said to a finding.
    SayOf(String, String),
    Go(Anchor),
    /// What the slip before left open is asked for again.
    AskAgain,
    /// The same for one entry, by its number.
    AskAgainFor(u32),
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
    /// Groups of findings that are listed one by one.
    unfolded: SortedSet<String>,
}

/// A comment on a place.
#[derive(Clone, Debug, PartialEq)]
struct Own {
    n: u32,
    at: Anchor,
    text: String,
    /// The comment of the slip before that this one asks for again, as it was.
    again: Option<String>,
    /// Taken out; it can be put back as long as the slip stands beside the sheet.
    out: bool,
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
    /// Groups of findings that are listed one by one.
    pub(crate) unfolded: SortedSet<String>,
    /// The slip before, where there is one.
    pub(crate) before: Option<Shared<Seen>>,
    /// Its entries that nothing on this slip takes up.
    pub(crate) rest: Vec<Shared<Line>>,
    /// How many of its comments are open and not asked for again.
    pub(crate) left: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnLine {
    pub(crate) n: u32,
    pub(crate) at: Anchor,
    pub(crate) place: String,
    pub(crate) text: AttrValue,
    /// What came of the entry of the slip before that is asked for again.
    pub(crate) before: Option<Shared<Line>>,
    pub(crate) out: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FindingLine {
    pub(crate) key: String,
    /// Its position in the report.
    entry: usize,
    pub(crate) at: Anchor,
    pub(crate) place: String,
    pub(crate) what: String,
    pub(crate) rule: String,
    /// The title of the rule.
    pub(crate) title: String,
    pub(crate) severity: Severity,
    /// The reason that the document gives.
    pub(crate) reason: Option<String>,
    pub(crate) picked: bool,
    pub(crate) said: AttrValue,
    /// What came of it after the slip before, where it stood on that.
    pub(crate) before: Option<Shared<Line>>,
}

impl FindingLine {
    fn is_of(&self, entry: &SlipEntry) -> bool {
        entry.at == self.at && entry.finding.as_ref().is_some_and(|found| found.rule.as_str() == self.rule)
    }

    /// Whether the slip before commented on it, in vain so far, and this one does not ask for it again.
    pub(crate) fn is_left(&self) -> bool {
        let in_vain = |line: &Shared<Line>| line.state == State::Open && !line.comment.is_empty();
        self.before.as_ref().is_some_and(in_vain) && !self.is_asked_again()
    }

    pub(crate) fn is_asked_again(&self) -> bool {
        self.picked && !self.said.trim().is_empty()
    }
}

impl Proposal {
    pub(crate) fn picked(&self) -> usize {
        self.found.iter().filter(|line| line.picked).count()
    }

    /// Findings of one rule stand together where the first of them stands, from three on; each by its key. What has a reason
    /// stands apart.
    pub(crate) fn grouped(&self) -> Vec<(String, Vec<&Shared<FindingLine>>)> {
        let key_of = |line: &FindingLine| {
            let reasoned = if line.reason.is_some() { " reasoned" } else { "" };
            [line.rule.as_str(), " ", line.severity.name(), reasoned].concat()
        };
        let mut groups: Vec<(String, Vec<&Shared<FindingLine>>)> = Vec::new();
        for line in &self.found {
            let key = key_of(line);
            match groups.iter_mut().find(|(known, _)| *known == key) {
                Some((_, lines)) => lines.push(line),
                None => groups.push((key, vec![line])),
            }
        }
        groups
    }
}

/// The entries of the slip before, each until something on this one takes it up.
struct Before<'s>(Vec<(&'s SlipEntry, &'s Shared<Line>)>);

impl Before<'_> {
    fn take(&mut self, is: impl Fn(&SlipEntry) -> bool) -> Option<Shared<Line>> {
        let at = self.0.iter().position(|(entry, _)| is(entry))?;
        Some(self.0.remove(at).1.clone())
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
            unfolded: SortedSet::new(),
        }
    }

    /// What was kept beside a draft; nothing where nothing was.
    pub(crate) fn recalled(text: &str, key: String) -> Option<Self> {
        let kept: Value = serde_json::from_str(text).ok()?;
        let text_of = |value: &Value| value.as_str().map(str::to_owned);
        let list = |name: &str| kept.get(name).and_then(Value::as_array).into_iter().flatten();
        let own = list("own").zip(1_u32..).filter_map(|(own, n)| {
            let at = serde_json::from_value(own.get("at")?.clone()).ok()?;
            let again = own.get("again").and_then(text_of);
            Some(Own { n, at, text: text_of(own.get("text")?)?, again, out: false })
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
        let own = self.comments().map(|own| json!({ "at": own.at, "text": own.text, "again": own.again }));
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
        self.comments().next().is_none() && self.turned.is_empty() && self.said.is_empty()
    }

    /// The comments that were not taken out.
    fn comments(&self) -> impl Iterator<Item = &Own> {
        self.own.iter().filter(|own| !own.out)
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
    pub(crate) fn comment(&mut self, at: Anchor) -> u32 {
        if let Some(own) = self.comments().find(|own| own.at == at && own.text.trim().is_empty()) {
            return own.n;
        }
        self.begin(at, String::new(), None)
    }

    fn begin(&mut self, at: Anchor, text: String, again: Option<String>) -> u32 {
        let n = self.own.iter().map(|own| own.n).max().unwrap_or_default().saturating_add(1);
        self.own.push(Own { n, at, text, again, out: false });
        self.filed = false;
        n
    }

    /// Asks again for what an entry of the slip before asks for: with the finding, where the check finds it still.
    fn ask_again(&mut self, entry: &SlipEntry) -> Target {
        let line = self.seen.found.iter().find(|line| line.is_of(entry)).cloned();
        let Some(line) = line else {
            return Target::Remark(self.begin(entry.at.clone(), entry.comment.clone(), Some(entry.comment.clone())));
        };
        if !line.picked {
            self.pick(line.key.clone());
        }
        if self.said.get(&line.key).is_none_or(|said| said.trim().is_empty()) {
            self.said.insert(line.key.clone(), entry.comment.clone());
        }
        self.filed = false;
        Target::Said(line.key.clone())
    }

    pub(crate) fn say(&mut self, n: u32, text: String) {
        if let Some(own) = self.own.iter_mut().find(|own| own.n == n) {
            own.text = text;
            self.filed = false;
        }
    }

    /// Takes a comment out; whether there was anything in it that could be put back.
    pub(crate) fn remove(&mut self, n: u32) -> bool {
        self.own.retain(|own| own.n != n || !own.text.trim().is_empty());
        self.filed = false;
        self.set_out(n, true)
    }

    pub(crate) fn put_back(&mut self, n: u32) {
        self.filed = false;
        self.set_out(n, false);
    }

    fn set_out(&mut self, n: u32, out: bool) -> bool {
        let own = self.own.iter_mut().find(|own| own.n == n);
        own.map(|own| own.out = out).is_some()
    }

    pub(crate) fn pick(&mut self, key: String) {
        if !self.turned.remove(&key) {
            self.turned.insert(key);
        }
        self.filed = false;
    }

    pub(crate) fn pick_all(&mut self, picked: bool) {
        let all: Vec<String> = self.seen.found.iter().map(|line| line.key.clone()).collect();
        self.pick_these(&all, picked);
    }

    pub(crate) fn pick_these(&mut self, these: &[String], picked: bool) {
        let others = self.seen.found.iter().filter(|line| line.picked != picked && these.contains(&line.key));
        let others: Vec<String> = others.map(|line| line.key.clone()).collect();
        for key in others {
            self.pick(key);
        }
    }

    pub(crate) fn unfold(&mut self, group: String) {
        if !self.unfolded.remove(&group) {
            self.unfolded.insert(group);
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
    fn look(&mut self, draft: &Draft, slipped: Option<&Slipped>, behind: bool, t: Text) {
        let report = draft.check(Stage::Review);
        let words = Words::new(draft.pack(), draft.form(), t.0);
        let mut before = Before(slipped.map(|slipped| slipped.entries().collect()).unwrap_or_default());
        let found = report.entries.iter().zip(keys(&report)).enumerate().map(|(entry, (found, key))| {
            let worded = words.finding(&found.finding);
            // What may pass, and what has a reason, goes back only where the reviewer wants it to.
            let usual = found.severity <= Severity::Warns && found.waiver.is_none();
            let rule = found.finding.rule.as_str();
            let mut line = FindingLine {
                entry,
                at: Anchor::of(&found.finding.place),
                place: worded.place,
                what: worded.what,
                rule: rule.to_owned(),
                title: words.rule(rule),
                severity: found.severity,
                reason: found.waiver.as_ref().map(|answer| answer.reason.clone()),
                picked: usual != self.turned.contains(&key),
                said: self.said.get(&key).cloned().unwrap_or_default().into(),
                key,
                before: None,
            };
            line.before = before.take(|entry| line.is_of(entry));
            Shared::kept(line, self.seen.found.get(entry))
        });
        let found: Vec<_> = found.collect();
        let own = self.own.iter().enumerate().map(|(at, own)| {
            let asked = |entry: &SlipEntry| entry.at == own.at && own.again.as_ref() == Some(&entry.comment);
            let line = OwnLine {
                n: own.n,
                at: own.at.clone(),
                place: named(&own.at, draft, &words),
                text: own.text.clone().into(),
                before: if own.out { None } else { before.take(asked) },
                out: own.out,
            };
            Shared::kept(line, self.seen.own.get(at))
        });
        let own = own.collect();
        let rest: Vec<_> = before.0.into_iter().map(|(_, line)| line.clone()).collect();
        let open = rest.iter().filter(|line| line.state == State::Open && !line.comment.is_empty()).count();
        let proposal = Proposal {
            key: self.key.clone(),
            revision: draft.document().revision.to_string(),
            behind,
            own,
            left: found.iter().filter(|line| line.is_left()).count().saturating_add(open),
            found,
            whole: self.whole,
            unfolded: self.unfolded.clone(),
            before: slipped.map(|slipped| slipped.seen.clone()),
            rest,
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
        let own = self.comments().filter(|own| !own.text.trim().is_empty());
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
        self.returning = left.map(|mut returning| {
            returning.own.retain(|own| !own.out);
            Returning { shown: false, ..returning }
        });
    }

    pub(crate) fn look_at_returning(&mut self) {
        let changed = !self.is_as_received();
        if let Some(returning) = self.returning.as_mut().filter(|returning| returning.shown) {
            returning.look(&self.draft, self.slipped.as_ref(), changed, self.t);
        }
    }

    /// Whether the document is what came here, or what a file has: nothing was changed since that could not be received again.
    fn is_as_received(&self) -> bool {
        !self.mark.behind || !self.draft.history().0
    }

    /// What the comments of the slip before ask for and is still open is asked for again; or what one entry asks for, whatever
    /// came of it. `key` is another than before: inputs that are there take the new text. Where the focus goes.
    pub(crate) fn ask_again(&mut self, only: Option<u32>, key: String) -> Option<Target> {
        let (slipped, returning) = (self.slipped.as_ref()?, self.returning.as_mut()?);
        let seen = returning.seen.clone();
        let left = |line: &Line| {
            let beside =
                seen.found.iter().any(|found| found.is_left() && found.before.as_ref().is_some_and(|b| b.n == line.n));
            let open = line.state == State::Open && !line.comment.is_empty();
            beside || (open && seen.rest.iter().any(|rest| rest.n == line.n))
        };
        let mut target = None;
        for (entry, line) in slipped.entries() {
            if only.map_or_else(|| left(line), |n| entry.n == n) {
                target = Some(returning.ask_again(entry));
            }
        }
        returning.key = key.into();
        if only.is_some() { target } else { Some(Target::Id("returning-own")) }
    }

    /// Takes every change back that can be.
    pub(crate) fn take_all_back(&mut self, now: Moment) {
        self.typing = None;
        while let Some(edit) = self.draft.undo() {
            self.touch(&edit);
        }
        self.changed(now);
        self.look_at_slip();
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
