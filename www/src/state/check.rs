//! The report as the page shows it: which findings are visible, in words, by place.
//!
//! Nothing turns red while somebody types for the first time. A check that was asked for reveals everything; leaving
//! a section reveals that section; after that, what stands in cells that were touched comes and goes with the typing,
//! and nothing else appears by surprise.

use std::{cmp::Ordering, sync::Arc};

use jibiao_kit::{
    Answer, Dimension, Draft, Entry, Finding, Language, Memory, Report, RowId, Severity, Stage, Waiver, Words,
    model::{SectionId, SortedSet, order::order},
};

use super::{Field, Shared, field::Spot};

/// A finding in words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    /// Rule and place: the same defect keeps its key from check to check.
    pub(crate) key: String,
    pub(crate) severity: Severity,
    pub(crate) dimension: Dimension,
    pub(crate) finding: Arc<Finding>,
    pub(crate) field: Option<Field>,
    pub(crate) what: String,
    pub(crate) advice: String,
    pub(crate) place: String,
    pub(crate) fixes: Vec<String>,
    /// Whether a person may answer it with a reason.
    pub(crate) waivable: bool,
    /// The reason that counts.
    pub(crate) answer: Option<Answer>,
    /// A reason that was given here and does not count.
    pub(crate) lapsed: Option<Lapsed>,
}

impl Note {
    fn spot(&self) -> Option<Spot<'_>> {
        Spot::at(&self.finding.place)
    }

    /// Whether something is left to do: a finding with a reason waits for the reviewer.
    pub(crate) fn open(&self) -> bool {
        self.answer.is_none()
    }
}

/// A reason that does not count.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Lapsed {
    pub(crate) answer: Answer,
    /// Why not, in words.
    pub(crate) why: String,
}

/// A reason that does not count, for something that is not found any more.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stray {
    /// Its position among the report's lapsed reasons.
    pub(crate) at: usize,
    pub(crate) rule: String,
    pub(crate) place: String,
    pub(crate) lapsed: Lapsed,
}

/// Which findings a check may show that were not shown before.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reveal<'a> {
    All,
    Section(&'a SectionId),
    Touched { fields: &'a SortedSet<Field>, rows: &'a SortedSet<RowId> },
}

/// The last check.
#[derive(Debug)]
pub(crate) struct Checked {
    /// Whether the person asked for it; otherwise only sections that were left are shown.
    pub(crate) demanded: bool,
    pub(crate) report: Report,
    /// What is shown, in the order of the paper.
    pub(crate) notes: Shared<Vec<Shared<Note>>>,
    /// Reasons in the document that nothing is found for.
    pub(crate) strays: Shared<Vec<Stray>>,
    /// How many findings are not shown yet.
    pub(crate) hidden: usize,
    revealed: SortedSet<String>,
    /// The same in the order of their spots, for those who ask by place.
    by_spot: Vec<Shared<Note>>,
    /// Their positions among the notes, in that order.
    order: Vec<usize>,
    /// What the next check need not look for again.
    memory: Memory,
}

impl Checked {
    /// Checks the document as it is now; `before` is the check that this one follows.
    pub(crate) fn run(draft: &Draft, language: Language, before: Option<Self>, reveal: Reveal<'_>) -> Self {
        let demanded = matches!(reveal, Reveal::All) || before.as_ref().is_some_and(|before| before.demanded);
        let (old, old_strays, mut revealed, old_order, mut memory) = before
            .map(|before| (before.notes, before.strays, before.revealed, before.order, before.memory))
            .unwrap_or_default();
        let stage = if demanded { Stage::Submission } else { Stage::Drafting };
        let report = draft.check_again(stage, &mut memory);
        let words = Words::new(draft.pack(), draft.form(), language);
        let note = |old: Option<&Shared<Note>>, key: &mut dyn FnMut() -> String, entry: &Entry| {
            let lapsed = lapsed(&words, &report, entry);
            let same = |note: &&Shared<Note>| {
                is_one(&note.finding, &entry.finding) && note.answer == entry.waiver && note.lapsed == lapsed
            };
            old.filter(same).cloned().unwrap_or_else(|| Shared::new(worded(&words, key(), entry, lapsed)))
        };
        let mut hidden = 0_usize;
        let mut notes = Vec::with_capacity(report.entries.len());
        let order = if finds_the_same(&report, &old) {
            for (entry, old) in report.entries.iter().zip(&**old) {
                notes.push(note(Some(old), &mut || old.key.clone(), entry));
            }
            old_order
        } else {
            let mut old_notes = OldNotes::new(&old);
            for (entry, mut key) in report.entries.iter().zip(keys(&report)) {
                if !revealed.contains(&key) {
                    if !reveal.shows(&entry.finding) {
                        hidden = hidden.saturating_add(1);
                        continue;
                    }
                    revealed.insert(key.clone());
                }
                let old = old_notes.find(&key);
                notes.push(note(old, &mut || std::mem::take(&mut key), entry));
            }
            order(notes.len(), &|a, b| {
                let spot = |at: usize| notes.get(at).and_then(|note: &Shared<Note>| note.spot());
                spot(a).cmp(&spot(b))
            })
        };
        let strays = if demanded { strays(&words, draft, &report) } else { Vec::new() };
        let by_spot = order.iter().filter_map(|at| notes.get(*at).cloned()).collect();
        Self {
            demanded,
            notes: Shared::kept(notes, Some(&old)),
            strays: Shared::kept(strays, Some(&old_strays)),
            hidden,
            revealed,
            by_spot,
            order,
            memory,
            report,
        }
    }

    /// The same report in another language.
    pub(crate) fn reworded(&mut self, draft: &Draft, language: Language) {
        let mut blank = Self::run(draft, language, None, Reveal::All);
        blank.demanded = self.demanded;
        let revealed = std::mem::take(&mut self.revealed);
        let worded = Self { notes: Shared::default(), order: Vec::new(), revealed, ..blank };
        let seen = SortedSet::new();
        let none = SortedSet::new();
        *self = Self::run(draft, language, Some(worded), Reveal::Touched { fields: &seen, rows: &none });
    }

    /// The findings at a cell, a table or a section as a whole.
    pub(crate) fn at(&self, spot: Spot<'_>) -> &[Shared<Note>] {
        self.between(|other| other.cmp(&Some(spot)))
    }

    /// The findings at a row as a whole, then those at its cells.
    pub(crate) fn in_row(&self, table: &str, row: &str) -> &[Shared<Note>] {
        self.between(|other| other.map_or(Ordering::Less, |other| other.beside_row(table, row)))
    }

    /// `side` says on which side of what is wanted a spot lies.
    fn between(&self, side: impl Fn(Option<Spot<'_>>) -> Ordering) -> &[Shared<Note>] {
        let from = self.by_spot.partition_point(|note| side(note.spot()).is_lt());
        let rest = self.by_spot.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|note| side(note.spot()).is_eq())).unwrap_or_default()
    }

    pub(crate) fn note(&self, key: &str) -> Option<&Shared<Note>> {
        self.notes.iter().find(|note| note.key == key)
    }

    /// The entry of the report that a note is about.
    pub(crate) fn entry(&self, note: &Note) -> Option<&Entry> {
        self.report.entries.iter().find(|entry| is_one(&entry.finding, &note.finding))
    }

    /// How many of the shown findings have no reason.
    pub(crate) fn open_notes(&self) -> usize {
        self.notes.iter().filter(|note| note.open()).count()
    }

    /// The most serious finding of a section that has no reason.
    pub(crate) fn worst(&self, section: &SectionId) -> Option<Severity> {
        let here = self.notes.iter().filter(|note| note.finding.place.section.as_ref() == Some(section));
        here.filter(|note| note.open()).map(|note| note.severity).min()
    }
}

impl Reveal<'_> {
    fn shows(self, finding: &Finding) -> bool {
        let place = &finding.place;
        match self {
            Self::All => true,
            Self::Section(section) => place.section.as_ref() == Some(section),
            Self::Touched { fields, rows } => match (&place.row, Field::at(place)) {
                (Some(row), None) => rows.contains(row),
                (_, Some(field)) => fields.contains(&field),
                (None, None) => false,
            },
        }
    }
}

/// The notes of the check before. A report hardly changes its order, so the next one asked for is nearly always the next.
struct OldNotes<'n> {
    notes: &'n [Shared<Note>],
    next: usize,
}

impl<'n> OldNotes<'n> {
    fn new(notes: &'n [Shared<Note>]) -> Self {
        Self { notes, next: 0 }
    }

    fn find(&mut self, key: &str) -> Option<&'n Shared<Note>> {
        let (gone, ahead) = self.notes.split_at_checked(self.next).unwrap_or_default();
        let is = |note: &Shared<Note>| note.key == key;
        let at = match ahead.iter().position(is) {
            Some(at) => at.saturating_add(self.next),
            None => gone.iter().position(is)?,
        };
        self.next = at.saturating_add(1);
        self.notes.get(at)
    }
}

/// Whether two findings say the same; what a check took over from the one before is one and the same.
fn is_one(a: &Arc<Finding>, b: &Arc<Finding>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

/// Whether the same rules find something at the same places as before, in the same order, and all of it was shown: most keys
/// change what is said and not where. Keys and order are then as they were.
fn finds_the_same(report: &Report, old: &[Shared<Note>]) -> bool {
    let at = |place: &'_ jibiao_kit::Place, other: &'_ jibiao_kit::Place| {
        (&place.section, &place.table, &place.row, &place.cell)
            == (&other.section, &other.table, &other.row, &other.cell)
    };
    let same = |(entry, old): (&Entry, &Shared<Note>)| {
        let (new, old) = (&entry.finding, &old.finding);
        Arc::ptr_eq(new, old) || (new.rule == old.rule && at(&new.place, &old.place))
    };
    report.entries.len() == old.len() && report.entries.iter().zip(old).all(same)
}

/// The key of each entry of a report. Entries of one rule and place are numbered in their order.
pub(super) fn keys(report: &Report) -> Vec<String> {
    let mut keys: Vec<String> = report.entries.iter().map(|entry| key(&entry.finding)).collect();
    let order = order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
    let (mut before, mut count) = (None, 1_u32);
    for at in order {
        let Some(key) = keys.get_mut(at) else { continue };
        if before.as_ref() == Some(key) {
            count = count.saturating_add(1);
            key.push_str(&format!("#{count}"));
        } else {
            count = 1;
            before = Some(key.clone());
        }
    }
    keys
}

fn key(finding: &Finding) -> String {
    let place = &finding.place;
    let parts = [
        place.section.as_ref().map(SectionId::as_str),
        place.row.as_ref().map(RowId::as_str),
        place.cell.as_ref().map(|cell| cell.as_str()),
    ];
    let mut key = String::with_capacity(64);
    key.push_str(finding.rule.as_str());
    key.push('@');
    for (at, part) in parts.into_iter().flatten().enumerate() {
        if at > 0 {
            key.push('/');
        }
        key.push_str(part);
    }
    key
}

/// The reason that was given for what the same rule says at the same place, and does not count.
fn lapsed(words: &Words<'_>, report: &Report, entry: &Entry) -> Option<Lapsed> {
    let lapsed = report.lapsed.iter().find(|lapsed| lapsed.waiver.concerns(&entry.finding))?;
    let given = entry.waiver.is_none();
    given.then(|| Lapsed { answer: lapsed.waiver.answer.clone(), why: words.lapse(lapsed.why) })
}

/// Reasons that don't count and that no finding shows.
fn strays(words: &Words<'_>, draft: &Draft, report: &Report) -> Vec<Stray> {
    let shown =
        |waiver: &Waiver| report.entries.iter().any(|entry| entry.waiver.is_none() && waiver.concerns(&entry.finding));
    let lapsed = report.lapsed.iter().enumerate().filter(|(_, lapsed)| !shown(&lapsed.waiver));
    let stray = lapsed.map(|(at, lapsed)| Stray {
        at,
        rule: words.rule(lapsed.waiver.rule.as_str()),
        place: words.place_of(&lapsed.waiver, draft.document()),
        lapsed: Lapsed { answer: lapsed.waiver.answer.clone(), why: words.lapse(lapsed.why) },
    });
    stray.collect()
}

fn worded(words: &Words<'_>, key: String, entry: &Entry, lapsed: Option<Lapsed>) -> Note {
    let worded = words.finding(&entry.finding);
    Note {
        key,
        severity: entry.severity,
        dimension: entry.dimension,
        field: Field::at(&entry.finding.place),
        finding: Arc::clone(&entry.finding),
        what: worded.what,
        advice: worded.advice,
        place: worded.place,
        fixes: worded.fixes,
        waivable: entry.waivable,
        answer: entry.waiver.clone(),
        lapsed,
    }
}
