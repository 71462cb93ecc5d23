//! How rules run.

use jibiao_model::{
    Counts, Document, Entry, Fault, Form, FormPurpose, MonitoringCard, PackRef, Place, RatingCard, Report, RowId,
    RuleId, Scorecard, Severity, Stage, TableId, Verdict,
    order::{arranged, order, order_of_texts},
};
use jibiao_reading::Reading;

use crate::{Halt, NATIVE, RuleBook, Sink, View, precedence, sink::Judge, waiver};

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
    let reading = Reading::of(form, document, &book.vocabulary);
    let cards = Cards::of(&reading, book);
    let view = View::new(&reading, &cards, book, stage);
    let mut run = Run::new(book, stage, form.purpose);
    for rule in NATIVE.iter().copied() {
        run.rule(&rule.id, rule.dimension, rule.purposes, &|sink| (rule.check)(&view, sink));
    }
    for rule in &book.data {
        run.rule(&rule.id, rule.dimension, &rule.purposes, &|sink| rule.check(&view, sink));
    }
    let report = run.finish(pack, form, document);
    (report, cards)
}

struct Run<'a> {
    book: &'a RuleBook,
    stage: Stage,
    purpose: FormPurpose,
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
    fn new(book: &'a RuleBook, stage: Stage, purpose: FormPurpose) -> Self {
        Run { book, stage, purpose, rules: Vec::new(), entries: Vec::new(), faults: Vec::new() }
    }

    fn rule(
        &mut self,
        id: &RuleId,
        dimension: jibiao_model::Dimension,
        purposes: &[FormPurpose],
        check: &dyn Fn(&mut Sink<'_>) -> Result<(), Halt>,
    ) {
        if !purposes.contains(&self.purpose) || !self.book.policy.is_on(id, self.stage) {
            return;
        }
        self.rules.push(id.clone());
        let judge = AtStage(self.book, self.stage);
        let mut sink = Sink { rule: id, dimension, judge: &judge, entries: &mut self.entries };
        if let Err(Halt(reason)) = check(&mut sink) {
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
        let rows = Rows::of(document, &self.entries);
        let keys: Vec<_> = self
            .entries
            .iter()
            .map(|entry| {
                let place = &entry.finding.place;
                let section = form.sections.iter().position(|section| Some(&section.id) == place.section.as_ref());
                let row = place.row.as_ref().and_then(|row| rows.position(row.as_str()));
                let cell = place.cell.as_ref().and_then(|cell| form.cells().position(|(_, c)| c.id == *cell));
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

/// Positions of rows by their ids, so that many findings in many rows don't cost their product.
struct Rows<'d>(Vec<(&'d str, usize)>);

impl<'d> Rows<'d> {
    fn of(document: &'d Document, entries: &[Entry]) -> Self {
        if entries.iter().all(|entry| entry.finding.place.row.is_none()) {
            return Self(Vec::new());
        }
        let rows = document.tables.values().flat_map(|rows| rows.iter().enumerate());
        let positions: Vec<_> = rows.map(|(index, row)| (row.id.as_str(), index)).collect();
        let order = order_of_texts(&positions.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        Self(arranged(positions, &order))
    }

    fn position(&self, row: &str) -> Option<usize> {
        let at = self.0.binary_search_by(|(id, _)| (*id).cmp(row)).ok()?;
        self.0.get(at).map(|(_, index)| *index)
    }
}

#[cfg(test)]
pub(crate) mod tests;
