//! The report as the page shows it: which findings are visible, in words, by place.
//!
//! Nothing turns red while somebody types for the first time. A check that was asked for reveals everything; leaving
//! a section reveals that section; after that, what stands in cells that were touched comes and goes with the typing,
//! and nothing else appears by surprise.

use jibiao_kit::{
    Answer, Dimension, Draft, Entry, Finding, Language, Report, RowId, Severity, Stage, Waiver, Words,
    model::{SectionId, SortedMap, SortedSet, TableId},
};

use super::{Field, Shared};

/// A finding in words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    /// Rule and place: the same defect keeps its key from check to check.
    pub(crate) key: String,
    pub(crate) severity: Severity,
    pub(crate) dimension: Dimension,
    pub(crate) finding: Finding,
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
    fields: SortedMap<Field, Vec<Shared<Note>>>,
    rows: SortedMap<(TableId, RowId), Vec<Shared<Note>>>,
    tables: SortedMap<TableId, Vec<Shared<Note>>>,
    sections: SortedMap<SectionId, Vec<Shared<Note>>>,
}

impl Checked {
    /// Checks the document as it is now.
    pub(crate) fn run(draft: &Draft, language: Language, before: Option<&Self>, reveal: Reveal<'_>) -> Self {
        let demanded = matches!(reveal, Reveal::All) || before.is_some_and(|before| before.demanded);
        let report = draft.check(if demanded { Stage::Submission } else { Stage::Drafting });
        let words = Words::new(draft.pack(), draft.form(), language);
        let mut now = Self {
            demanded,
            report,
            notes: Shared::default(),
            strays: Shared::default(),
            hidden: 0,
            revealed: before.map(|before| before.revealed.clone()).unwrap_or_default(),
            fields: SortedMap::new(),
            rows: SortedMap::new(),
            tables: SortedMap::new(),
            sections: SortedMap::new(),
        };
        let old: SortedMap<&str, &Shared<Note>> =
            before.iter().flat_map(|b| b.notes.iter()).map(|note| (note.key.as_str(), note)).collect();
        let mut notes = Vec::new();
        let mut seen: SortedMap<String, u32> = SortedMap::new();
        for entry in &now.report.entries {
            let key = key(entry, &mut seen);
            if reveal.shows(&entry.finding) {
                now.revealed.insert(key.clone());
            }
            if !now.revealed.contains(&key) {
                now.hidden = now.hidden.saturating_add(1);
                continue;
            }
            let lapsed = lapsed(&words, &now.report, entry);
            let same = |note: &&&Shared<Note>| {
                note.finding == entry.finding && note.answer == entry.waiver && note.lapsed == lapsed
            };
            let kept = old.get(key.as_str()).filter(same).map(|note| (*note).clone());
            notes.push(kept.unwrap_or_else(|| Shared::new(worded(&words, key, entry, lapsed))));
        }
        let strays = if demanded { strays(&words, draft, &now.report) } else { Vec::new() };
        now.strays = Shared::kept(strays, before.map(|before| &before.strays));
        for note in &notes {
            now.file(note);
        }
        now.notes = Shared::kept(notes, before.map(|before| &before.notes));
        now
    }

    /// The same report in another language.
    pub(crate) fn reworded(&mut self, draft: &Draft, language: Language) {
        let mut blank = Self::run(draft, language, None, Reveal::All);
        blank.demanded = self.demanded;
        let revealed = std::mem::take(&mut self.revealed);
        *self = Self { notes: Shared::default(), revealed, ..blank };
        let seen = SortedSet::new();
        let none = SortedSet::new();
        *self = Self::run(draft, language, Some(self), Reveal::Touched { fields: &seen, rows: &none });
    }

    fn file(&mut self, note: &Shared<Note>) {
        let place = &note.finding.place;
        let note = note.clone();
        if let Some(field) = &note.field {
            self.fields.get_or_default(field.clone()).push(note);
        } else if let (Some(table), Some(row)) = (&place.table, &place.row) {
            self.rows.get_or_default((table.clone(), row.clone())).push(note);
        } else if let Some(table) = &place.table {
            self.tables.get_or_default(table.clone()).push(note);
        } else if let Some(section) = &place.section {
            self.sections.get_or_default(section.clone()).push(note);
        }
    }

    pub(crate) fn at(&self, field: &Field) -> Vec<Shared<Note>> {
        self.fields.get(field).cloned().unwrap_or_default()
    }

    pub(crate) fn at_row(&self, table: &TableId, row: &RowId) -> Vec<Shared<Note>> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        self.rows.get(&(table.clone(), row.clone())).cloned().unwrap_or_default()
    }

    pub(crate) fn at_table(&self, table: &TableId) -> Vec<Shared<Note>> {
        self.tables.get(table).cloned().unwrap_or_default()
    }

    pub(crate) fn at_section(&self, section: &SectionId) -> Vec<Shared<Note>> {
        self.sections.get(section).cloned().unwrap_or_default()
    }

    pub(crate) fn note(&self, key: &str) -> Option<&Shared<Note>> {
        self.notes.iter().find(|note| note.key == key)
    }

    /// The entry of the report that a note is about.
    pub(crate) fn entry(&self, note: &Note) -> Option<&Entry> {
        self.report.entries.iter().find(|entry| entry.finding == note.finding)
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

fn key(entry: &Entry, seen: &mut SortedMap<String, u32>) -> String {
    let place = &entry.finding.place;
    let parts = [
        place.section.as_ref().map(SectionId::as_str),
        place.row.as_ref().map(RowId::as_str),
        place.cell.as_ref().map(|cell| cell.as_str()),
    ];
    let mut key = format!("{}@{}", entry.finding.rule, parts.into_iter().flatten().collect::<Vec<_>>().join("/"));
    let count = seen.get_or_default(key.clone());
    *count = count.saturating_add(1);
    if *count > 1 {
        key.push_str(&format!("#{count}"));
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
        finding: entry.finding.clone(),
        what: worded.what,
        advice: worded.advice,
        place: worded.place,
        fixes: worded.fixes,
        waivable: entry.waivable,
        answer: entry.waiver.clone(),
        lapsed,
    }
}
