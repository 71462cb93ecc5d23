//! How rules run.

use jibiao_model::{
    Counts, Document, Entry, Fault, Form, FormPurpose, MonitoringCard, PackRef, Place, RatingCard, Report, RowId,
    RuleId, Scorecard, Severity, Stage, TableId, Verdict,
    order::{arranged, order},
};
use jibiao_reading::Reading;

use crate::{
    Halt, Memory, NATIVE, RuleBook, Sink, View,
    around::Looked,
    memory::{Changes, Found, Now, Past},
    precedence,
    sink::{Judge, Keeping},
    waiver,
};

/// Checks a document. Never fails: a rule that cannot run to its end is listed among the report's faults.
///
/// `pack` names the pack that `book` belongs to.
pub fn check(book: &RuleBook, pack: &PackRef, form: &Form, document: &Document, stage: Stage) -> Report {
    assess(book, pack, form, document, stage).0
}

/// The cards that rules look at; which of them there is depends on the purpose of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cards {
    /// Of a self-evaluation.
    pub performance: Option<Scorecard>,
    /// Of a monitoring sheet.
    pub monitoring: Option<MonitoringCard>,
    /// Of a sheet on which printed items are rated.
    pub rating: Option<RatingCard>,
}

impl Cards {
    /// The cards of a document.
    pub fn of(reading: &Reading<'_>, book: &RuleBook) -> Self {
        let (purpose, scoring) = (reading.form.purpose, &book.scoring);
        let mut cards = Self::default();
        match purpose {
            FormPurpose::SelfEvaluation if reading.form.is_scored() => {
                cards.performance = Some(jibiao_score::performance(reading, scoring));
            }
            FormPurpose::Monitoring => cards.monitoring = Some(jibiao_score::monitoring(reading, scoring)),
            FormPurpose::Declaration | FormPurpose::SelfEvaluation => {}
            _ => cards.rating = jibiao_score::rating(reading, scoring),
        }
        cards
    }
}

/// Checks a document as [`check`] does, and gives the cards that the rules looked at.
pub fn assess(book: &RuleBook, pack: &PackRef, form: &Form, document: &Document, stage: Stage) -> (Report, Cards) {
    run(book, pack, form, document, stage, None)
}

/// Checks a document as [`check`] does. What can't be different from the last check is taken from `memory`, and this check
/// is kept there for the next.
pub fn check_again(
    book: &RuleBook,
    pack: &PackRef,
    form: &Form,
    document: &Document,
    stage: Stage,
    memory: &mut Memory,
) -> Report {
    run(book, pack, form, document, stage, Some(memory)).0
}

fn run(
    book: &RuleBook,
    pack: &PackRef,
    form: &Form,
    document: &Document,
    stage: Stage,
    memory: Option<&mut Memory>,
) -> (Report, Cards) {
    run_rules(book, Now { pack, form, stage, document }, memory, &|view, run| {
        for rule in NATIVE.iter().copied() {
            run.rule(&rule.id, rule.dimension, rule.purposes, &|sink| (rule.check)(view, sink));
        }
        for rule in &book.data {
            run.rule(&rule.id, rule.dimension, &rule.purposes, &|sink| rule.check(view, sink));
        }
    })
}

/// Runs what `rules` runs.
pub(crate) fn run_rules(
    book: &RuleBook,
    now: Now<'_>,
    mut memory: Option<&mut Memory>,
    rules: &dyn Fn(&View<'_>, &mut Run<'_>),
) -> (Report, Cards) {
    let Now { pack, form, stage, document } = now;
    let past = memory.as_mut().and_then(|memory| memory.take(&now));
    let same = past.as_ref().map(|past| past.same_rows(&now)).unwrap_or_default();
    let reading = match &past {
        Some(past) => past.read(&now, &same, &book.vocabulary),
        None => Reading::of(form, document, &book.vocabulary),
    };
    let cards = Cards::of(&reading, book);
    let looked = Looked::default();
    let view = View::new(&reading, &cards, book, stage, &looked);
    let changes = Changes::new(&same, &reading.indicators);
    let mut run = Run::new(book, stage, form.purpose, &looked);
    run.past = past.as_ref().filter(|past| past.is_around(&now)).map(|past| (past, &changes));
    run.found = memory.is_some().then(Vec::new);
    rules(&view, &mut run);
    let found = run.found.take();
    let report = run.finish(pack, form, document);
    if let Some((memory, found)) = memory.zip(found) {
        memory.keep(&now, past, &same, &reading.indicators, found);
    }
    (report, cards)
}

pub(crate) struct Run<'a> {
    book: &'a RuleBook,
    stage: Stage,
    purpose: FormPurpose,
    looked: &'a Looked,
    /// The last check, and what has changed since.
    past: Option<(&'a Past, &'a Changes<'a>)>,
    /// What is kept for the next one, by rule; `None` where nothing is.
    found: Option<Vec<Found>>,
    rules: Vec<RuleId>,
    entries: Vec<Entry>,
    faults: Vec<Fault>,
}

struct AtStage<'a>(&'a RuleBook, Stage);

impl Judge for AtStage<'_> {
    fn judge(&self, rule: &RuleId, message: &str) -> Option<(Severity, bool)> {
        let severity = self.0.policy.severity(rule, message, self.1)?;
        Some((severity, self.0.policy.waivable(rule, message).is_some_and(|gravest| severity >= gravest)))
    }
}

impl<'a> Run<'a> {
    fn new(book: &'a RuleBook, stage: Stage, purpose: FormPurpose, looked: &'a Looked) -> Self {
        let (rules, entries, faults) = (Vec::new(), Vec::new(), Vec::new());
        Self { book, stage, purpose, looked, past: None, found: None, rules, entries, faults }
    }

    pub(crate) fn rule(
        &mut self,
        id: &RuleId,
        dimension: jibiao_model::Dimension,
        purposes: &[FormPurpose],
        check: &dyn Fn(&mut Sink<'_>) -> Result<(), Halt>,
    ) {
        if !purposes.contains(&self.purpose) || !self.book.policy.is_on(id, self.stage) {
            return;
        }
        let past = self.past.and_then(|(past, changes)| Some((past.found(self.rules.len())?, changes)));
        self.rules.push(id.clone());
        if let (Some((Found { lasting: Some(lasting), .. }, _)), Some(found)) = (past, &mut self.found) {
            self.entries.extend(lasting.iter().cloned());
            found.push(Found { lasting: Some(lasting.clone()), by_row: Vec::new() });
            return;
        }
        let judge = AtStage(self.book, self.stage);
        let before = self.entries.len();
        let past = past.map(|(found, changes)| (found.by_row.as_slice(), changes));
        let keeping = self.found.is_some().then(|| Keeping { past, by_row: Vec::new() });
        let mut sink = Sink { rule: id, dimension, judge: &judge, entries: &mut self.entries, keeping };
        let ended = check(&mut sink);
        let by_row = sink.keeping.map(|keeping| keeping.by_row).unwrap_or_default();
        let looked = self.looked.take();
        if let Some(found) = &mut self.found {
            let all = self.entries.get(before..).unwrap_or_default();
            let lasting = (!looked && by_row.is_empty()).then(|| all.to_vec());
            found.push(if ended.is_ok() { Found { lasting, by_row } } else { Found::default() });
        }
        if let Err(Halt(reason)) = ended {
            self.faults.push(Fault { rule: id.clone(), reason });
        }
    }

    fn finish(mut self, pack: &PackRef, form: &Form, document: &Document) -> Report {
        precedence::settle(&self.book.policy.gives_way, &mut self.entries);
        if self.stage != Stage::Review {
            self.entries.retain(|entry| !is_approved(document, entry));
        }
        let lapsed = waiver::settle(self.book, document, self.stage, &mut self.entries, &self.faults);
        // A reviewer looks at reasons before anything else.
        let reasons_first = self.stage == Stage::Review;
        // In the order of the paper, so that summary and page read the same way; most serious first within a place.
        let keys: Vec<_> = self
            .entries
            .iter()
            .map(|entry| {
                let place = &entry.finding.place;
                let section = form.sections.iter().position(|section| Some(&section.id) == place.section.as_ref());
                let row = place.row.as_ref().and_then(|_| row_of(place));
                let outside = place.cell.as_ref().filter(|_| place.row.is_none());
                let cell = outside.and_then(|cell| form.cells().position(|(_, c)| c.id == *cell));
                let first = reasons_first && entry.waiver.is_some();
                (!first, section.unwrap_or(usize::MAX), row, cell, entry.severity)
            })
            .collect();
        let order = order(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)));
        self.entries = arranged(self.entries, &order);
        let (mut counts, mut waived) = (Counts::default(), Counts::default());
        for entry in &self.entries {
            counts.add(entry.severity);
            if entry.waiver.is_some() {
                waived.add(entry.severity);
            }
        }
        Report {
            document: document.id.clone(),
            revision: document.revision,
            pack: pack.clone(),
            form: form.id.clone(),
            stage: self.stage,
            verdict: Verdict::of(counts, waived, !self.faults.is_empty()),
            counts,
            waived,
            rules: self.rules,
            entries: self.entries,
            lapsed,
            faults: self.faults,
        }
    }
}

/// Whether a finding asks for better words where an approved text stands as approved. It was judged when it was declared, and
/// whoever evaluates may not change it; a reviewer is told.
fn is_approved(document: &Document, entry: &Entry) -> bool {
    use jibiao_model::Dimension::{Appropriateness, Relevance};
    let Place { table, row, cell: Some(cell), .. } = &entry.finding.place else { return false };
    matches!(entry.dimension, Relevance | Appropriateness)
        && document.is_frozen(table.as_ref().map(TableId::as_str), row.as_ref().map(RowId::as_str), cell.as_str())
}

/// The position of the row that a place lies in, as its pointer says it: `/tables/<table>/<position>/…`.
fn row_of(place: &Place) -> Option<usize> {
    place.pointer.split('/').nth(3)?.parse().ok()
}

#[cfg(test)]
pub(crate) mod tests;
