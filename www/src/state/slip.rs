//! 退回意见: a return slip beside the sheet of its document, and what is said in answer to it.

mod seen;

use jibiao_kit::{
    Concept, Draft, Words, digest,
    model::SortedMap,
    pretty,
    slip::{Anchor, Note, Reply, Slip, SlipEntry, SlipError, State},
};
use serde_json::Value;
use yew::AttrValue;

pub(crate) use self::seen::{Change, FoundLine, Held, Line, Seen};

use super::{Desk, Shared};
use crate::{
    browser::clock::Moment,
    store::{Kept, Trail},
    words::Text,
};
use seen::line;

/// What happens to a return slip.
#[derive(Debug)]
pub(crate) enum Slipping {
    /// The draft that a slip is of, looked for among those of this browser.
    Found(Option<Box<Kept>>),
    /// It stands beside the sheet, or not.
    Show(bool),
    /// The place of an entry.
    Go(u32),
    /// The next entry that waits for an answer.
    Next,
    /// What is said to an entry, as far as it is typed.
    Note(u32, String),
    /// All entries, not only the first ones.
    ShowRest,
    /// The answer as a file.
    Save,
    /// The answer as a file; then the slip is put away.
    PutAway,
    /// The answer as a file; then another slip takes its place.
    Replace,
}

/// A slip that has to wait: for its document, or for a word of the person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Waiting {
    /// The file that it came in.
    pub(crate) name: String,
    pub(crate) slip: Slip,
}

/// The slip of the document on the desk.
#[derive(Debug)]
pub(crate) struct Slipped {
    /// As it came, or as it was answered last.
    slip: Slip,
    /// What was typed since, by the number of the entry.
    notes: SortedMap<u32, String>,
    /// Tells it from others, so that no input keeps the text of another.
    key: AttrValue,
    pub(crate) seen: Shared<Seen>,
    /// Whether it stands beside the sheet.
    pub(crate) shown: bool,
    /// The entry that was gone to last.
    at: u32,
    whole: bool,
}

/// A person reads a screenful at a time; the rest comes on request.
pub(crate) const FIRST: usize = 60;

impl Slipped {
    fn new(slip: Slip, notes: SortedMap<u32, String>, key: String) -> Self {
        Self { slip, notes, key: key.into(), seen: Shared::default(), shown: true, at: 0, whole: false }
    }

    /// A slip and notes that were kept beside a draft.
    pub(crate) fn recalled(slip: &str, notes: &str, key: String) -> Option<Self> {
        let slip = Slip::read(slip.as_bytes()).ok()?;
        let typed = |(n, text): (&String, &Value)| Some((n.parse().ok()?, text.as_str()?.to_owned()));
        let notes: Option<Value> = serde_json::from_str(notes).ok();
        let notes = notes.as_ref().and_then(Value::as_object).into_iter().flatten().filter_map(typed).collect();
        Some(Self::new(slip, notes, key))
    }

    /// Slip and notes as they are kept.
    pub(crate) fn kept(&self) -> (String, String) {
        let notes = self.notes.iter().map(|(n, text)| (n.to_string(), Value::from(text.as_str())));
        (jibiao_kit::canonical(&self.slip), Value::Object(notes.collect()).to_string())
    }

    /// Whether anything was typed that is in no file.
    pub(crate) fn has_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// What is asked for, and what came of it.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&SlipEntry, &Shared<Line>)> {
        self.slip.entries.iter().zip(self.seen.lines.iter())
    }

    pub(crate) fn count(&self, state: State) -> usize {
        State::ALL.iter().zip(self.seen.counts).find(|(known, _)| **known == state).map_or(0, |(_, count)| count)
    }

    /// The slip answered with a document as it is now.
    pub(crate) fn answer(&self, draft: &Draft, by: String, date: String) -> Result<Slip, SlipError> {
        let notes = self.notes.iter().map(|(n, text)| Note { n: *n, text: text.clone() }).collect();
        self.slip.answered_with(draft, &Reply { notes, by, date })
    }

    /// The slip that was kept beside a draft that is not on the desk, answered with it; it is kept as that from now on.
    pub(crate) fn answered_beside(trail: &mut Trail, draft: &Draft, date: &str) -> Option<Slip> {
        let mut slipped = Self::recalled(&trail.slip, &trail.notes, String::new())?;
        let answered = slipped.answer(draft, by(draft), date.to_owned()).ok()?;
        slipped.given(answered.clone());
        (trail.slip, trail.notes) = slipped.kept();
        Some(answered)
    }

    /// What was answered is what the slip says from now on; what was typed meanwhile stays.
    pub(crate) fn given(&mut self, answered: Slip) {
        let said = |n: u32| answered.entries.iter().find(|entry| entry.n == n).map(|entry| entry.note.as_str());
        let later = self.notes.iter().filter(|(n, text)| said(**n) != Some(text.trim()));
        self.notes = later.map(|(n, text)| (*n, text.clone())).collect();
        self.slip = answered;
    }

    pub(crate) fn say(&mut self, n: u32, text: String) {
        self.notes.insert(n, text);
    }

    /// Another file of the same slip: nothing that was said is lost.
    fn join(&mut self, other: Slip, key: String) {
        for (mine, theirs) in self.slip.entries.iter().zip(&other.entries) {
            let said = self.notes.get(&mine.n).map_or(mine.note.as_str(), String::as_str);
            let both = both(said.trim(), theirs.note.trim());
            if both != theirs.note {
                self.notes.insert(mine.n, both);
            } else {
                self.notes.remove(&mine.n);
            }
        }
        self.slip = other;
        self.key = key.into();
        self.shown = true;
    }

    /// Looks at what stands in the document now. The whole document is read and checked for it.
    pub(crate) fn look(&mut self, draft: &Draft, t: Text) {
        // A document that was the slip's stays it: id and form don't change, and saves only count on.
        let Ok(looked) = self.answer(draft, String::new(), String::new()) else { return };
        let words = Words::new(draft.pack(), draft.form(), t.0);
        let entries = looked.entries.iter().zip(&self.slip.entries).zip(0_usize..);
        let lines = entries.map(|((entry, came), at)| {
            let line = line(entry, &came.note, &self.key, draft, &words, self.notes.get(&entry.n));
            Shared::kept(line, self.seen.lines.get(at))
        });
        let seen = Seen {
            key: self.key.clone(),
            reviewer: signed(&looked.reviewer, &looked.date),
            revision: looked.revision.to_string(),
            counts: State::ALL.map(|state| looked.count(state)),
            answered: self
                .slip
                .answered
                .as_ref()
                .map(|answered| (answered.revision.to_string(), signed(&answered.by, &answered.date))),
            held: self.held(draft),
            lines: lines.collect(),
            whole: self.whole,
        };
        self.seen = Shared::kept(seen, Some(&self.seen));
    }

    fn held(&self, draft: &Draft) -> Option<Held> {
        let answered = self.slip.answered.as_ref().filter(|_| self.notes.is_empty())?;
        let differing = self.slip.held_against(draft).ok()?;
        Some(if !differing.is_empty() {
            let numbers: Vec<String> = differing.iter().map(u32::to_string).collect();
            Held::Differing(numbers.join("、"))
        } else if answered.digest == digest(draft.document()) {
            Held::Same
        } else {
            Held::Later
        })
    }

    /// The anchor of an entry, which is the one that was gone to from now on.
    pub(crate) fn go(&mut self, n: u32) -> Option<Anchor> {
        self.at = n;
        Some(self.slip.entries.iter().find(|entry| entry.n == n)?.at.clone())
    }

    /// The open entry after the one that was gone to last, else the first; listed, wherever it stands.
    pub(crate) fn next(&mut self) -> Option<u32> {
        let open = || self.seen.lines.iter().filter(|line| line.state == State::Open).map(|line| line.n);
        let next = open().find(|n| *n > self.at).or_else(|| open().next())?;
        if usize::try_from(next).is_ok_and(|next| next > FIRST) {
            self.whole = true;
        }
        Some(next)
    }

    pub(crate) fn show_rest(&mut self) {
        self.whole = true;
    }
}

/// What two people said to one entry.
fn both(mine: &str, theirs: &str) -> String {
    if mine.contains(theirs) {
        mine.to_owned()
    } else if theirs.contains(mine) {
        theirs.to_owned()
    } else {
        [mine, theirs].join("\n")
    }
}

fn signed(by: &str, date: &str) -> String {
    [by, date].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Desk {
    /// Puts a slip beside the sheet. `None` where another one is there on which something was said that is in no file:
    /// then it comes back.
    ///
    /// # Errors
    /// [`SlipError`] where the slip is not one of this document as it is here.
    pub(crate) fn take_slip(&mut self, slip: Slip, key: String, now: Moment) -> Result<Option<Slip>, SlipError> {
        slip.answered_with(&self.draft, &Reply::default())?;
        match &mut self.slipped {
            Some(slipped) if slipped.slip.asks_as(&slip) => slipped.join(slip, key),
            Some(slipped) if slipped.has_notes() => return Ok(Some(slip)),
            _ => self.slipped = Some(Slipped::new(slip, SortedMap::new(), key)),
        }
        self.changed = now;
        self.unkept = true;
        self.look_at_slip();
        Ok(None)
    }

    pub(crate) fn look_at_slip(&mut self) {
        if let Some(slipped) = &mut self.slipped {
            slipped.look(&self.draft, self.t);
        }
    }

    /// The slip answered with the document as it is now, for a file of its own or beside the document.
    pub(crate) fn answered_slip(&self, date: String) -> Option<Slip> {
        self.slipped.as_ref()?.answer(&self.draft, by(&self.draft), date).ok()
    }

    /// How many entries of a slip wait for an answer.
    pub(crate) fn asked(&self) -> Option<u32> {
        let open = self.slipped.as_ref()?.count(State::Open);
        Some(u32::try_from(open).unwrap_or(u32::MAX))
    }
}

/// Who answers: whoever filled the form in.
fn by(draft: &Draft) -> String {
    let cell = draft.form().cell_of(Concept::PreparedBy);
    cell.map_or("", |cell| draft.document().text(cell.as_str()).trim()).to_owned()
}

/// A slip as a file.
pub(crate) fn written(slip: &Slip) -> String {
    pretty(slip)
}

#[cfg(test)]
mod tests {
    use jibiao_kit::{
        Edit, Kit, Language, Rebind, Stage,
        slip::{Asking, Comment, Findings},
    };

    use super::*;

    const DOCUMENT: &[u8] = include_bytes!("../../../tests/documents/declaration-2021.json");

    fn draft() -> Draft {
        Kit::builtin().unwrap().open(DOCUMENT, Rebind::ToSameId).unwrap().draft
    }

    fn asked(draft: &Draft, comments: &[&str]) -> Slip {
        let asking = Asking {
            stage: Stage::Review,
            findings: Findings::Named,
            comments: comments.iter().filter_map(|typed| Comment::typed(typed)).collect(),
            reviewer: "绩效科".into(),
            date: "2026-03-31".into(),
            language: Language::Zh,
        };
        draft.slip(&asking).unwrap()
    }

    fn slipped(draft: &Draft, slip: Slip) -> Slipped {
        let mut slipped = Slipped::new(slip, SortedMap::new(), "s-1".into());
        slipped.look(draft, Text(Language::Zh));
        slipped
    }

    #[test]
    fn a_change_answers_an_entry_and_a_note_explains_one() {
        let mut draft = draft();
        let slip = asked(&draft, &["department: 写全称", "implementing-unit: 写明里程", "project-name: 与批复一致"]);
        let mut slipped = slipped(&draft, slip);
        assert_eq!(slipped.seen.counts, [3, 0, 0]);
        draft.apply(Edit::SetCell { cell: "department".into(), text: "青石县交通运输局（本级）".into() }).unwrap();
        slipped.say(2, "里程见绩效指标第一行".into());
        slipped.look(&draft, Text(Language::Zh));
        assert_eq!(slipped.seen.counts, [1, 1, 1]);
        assert_eq!(slipped.next(), Some(3));
        let label = "主管部门".to_owned();
        let change = Change::Cell(label, "青石县交通运输局".into(), "青石县交通运输局（本级）".into());
        assert_eq!(slipped.seen.lines[0].changes, [change]);
    }

    #[test]
    fn slip_and_notes_come_back_as_they_were_kept() {
        let draft = draft();
        let mut before = slipped(&draft, asked(&draft, &["department: 写全称", "implementing-unit: 写明里程"]));
        before.say(2, "第一行\n“第二行”".into());
        before.look(&draft, Text(Language::Zh));
        let (slip, notes) = before.kept();
        let mut after = Slipped::recalled(&slip, &notes, "s-1".into()).unwrap();
        after.look(&draft, Text(Language::Zh));
        assert_eq!(after.seen.counts, [1, 0, 1]);
        assert_eq!(after.seen.lines.last().map(|line| line.note.as_str()), Some("第一行\n“第二行”"));
        assert!(Slipped::recalled("", "", "s-1".into()).is_none());
    }

    #[test]
    fn another_file_of_the_same_slip_takes_nothing_that_was_said() {
        let draft = draft();
        let slip = asked(&draft, &["department: 写全称", "implementing-unit: 写明里程", "project-name: 与批复一致"]);
        let mut mine = slipped(&draft, slip.clone());
        mine.say(1, "甲".into());
        mine.say(3, "同一句".into());
        let mut theirs = slipped(&draft, slip);
        theirs.say(1, "乙".into());
        theirs.say(2, "丙".into());
        theirs.say(3, "同一句".into());
        let theirs = theirs.answer(&draft, String::new(), String::new()).unwrap();
        mine.join(theirs, "s-2".into());
        mine.look(&draft, Text(Language::Zh));
        let notes: Vec<&str> = mine.seen.lines.iter().map(|line| line.note.as_str()).collect();
        assert_eq!(notes, ["甲\n乙", "丙", "同一句"]);
    }

    #[test]
    fn what_was_given_out_is_said_and_what_was_typed_meanwhile_waits() {
        let draft = draft();
        let mut slipped = slipped(&draft, asked(&draft, &["department: 写全称", "implementing-unit: 写明里程"]));
        slipped.say(1, "按机构编制批复".into());
        let answered = slipped.answer(&draft, "王芳".into(), "2026-04-02".into()).unwrap();
        slipped.given(answered.clone());
        slipped.look(&draft, Text(Language::Zh));
        assert!(!slipped.has_notes());
        assert_eq!(slipped.seen.held, Some(Held::Same));
        assert_eq!(slipped.seen.answered, Some(("1".into(), "王芳 2026-04-02".into())));
        slipped.say(2, "后来写的".into());
        slipped.given(answered);
        assert!(slipped.has_notes());
    }
}
