//! A document in work: bound to its pack, changed by edits, with undo and redo.

use std::sync::Arc;

use jibiao_model::{
    Document, Edit, EditError, Extent, Form, FormPurpose, MonitoringCard, QualityCard, RatingCard, Report, Scorecard,
    Stage,
};
use jibiao_packs::Pack;
use jibiao_reading::Reading;
use jibiao_rules::{Cards, Memory};

use crate::Scores;

/// How many steps can be taken back.
const UNDO_STEPS: usize = 500;

/// A document in work.
#[derive(Clone, Debug)]
pub struct Draft {
    pack: Arc<Pack>,
    /// Position of the form in its pack: the form was found when the document was bound.
    form: usize,
    /// What is shown of the form, where that is less than the whole.
    reduced: Option<Arc<Form>>,
    document: Document,
    pub(crate) undo: Vec<Edit>,
    pub(crate) redo: Vec<Edit>,
}

impl Draft {
    /// Binds a document to a pack; `None` when the pack has no such form.
    pub(crate) fn bound(pack: Arc<Pack>, document: Document) -> Option<Self> {
        let form = pack.forms.iter().position(|form| form.id == document.form)?;
        Some(Self { pack, form, reduced: None, document, undo: Vec::new(), redo: Vec::new() })
    }

    /// A document with less of its form: to be shown, not to be judged.
    #[cfg(feature = "bundle-contents")]
    pub(crate) fn reduced(&self, form: Form, document: Document) -> Self {
        let (pack, reduced) = (Arc::clone(&self.pack), Some(Arc::new(form)));
        Self { pack, form: self.form, reduced, document, undo: Vec::new(), redo: Vec::new() }
    }

    /// The pack that judges this document.
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// The form.
    pub fn form(&self) -> &Form {
        if let Some(reduced) = &self.reduced {
            return reduced;
        }
        // `bound` found the form at this position, and packs do not change.
        #[allow(clippy::indexing_slicing)]
        &self.pack.forms[self.form]
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Gives the document back.
    pub fn into_document(self) -> Document {
        self.document
    }

    /// What the document means.
    pub fn reading(&self) -> Reading<'_> {
        Reading::of(self.form(), &self.document, &self.pack.book.vocabulary)
    }

    /// Checks the document. Never fails.
    pub fn check(&self, stage: Stage) -> Report {
        jibiao_rules::check(&self.pack.book, &self.pack.reference, self.form(), &self.document, stage)
    }

    /// Checks the document as [`Draft::check`] does, with what the last check of it found in `memory`: after a change of one row
    /// only what that row may have changed is looked at. One memory belongs to one draft.
    pub fn check_again(&self, stage: Stage, memory: &mut Memory) -> Report {
        let Pack { book, reference, .. } = &*self.pack;
        jibiao_rules::check_again(book, reference, self.form(), &self.document, stage, memory)
    }

    /// Checks and scores the document in one pass: the same as [`Draft::check`] and [`Draft::scores`].
    pub fn assess(&self, stage: Stage) -> (Report, Scores) {
        let Pack { book, reference, .. } = &*self.pack;
        let (report, cards) = jibiao_rules::assess(book, reference, self.form(), &self.document, stage);
        let scores = self.drawn(cards, &report);
        (report, scores)
    }

    /// The performance score of a self-evaluation; `None` for forms of another purpose, and for those without points.
    pub fn performance(&self) -> Option<Scorecard> {
        self.of_purpose(|purpose| purpose == FormPurpose::SelfEvaluation)?.performance
    }

    /// How far money and goals of a monitoring sheet are; `None` for forms of another purpose.
    pub fn monitoring(&self) -> Option<MonitoringCard> {
        self.of_purpose(|purpose| purpose == FormPurpose::Monitoring)?.monitoring
    }

    /// What was rated on a rating sheet; `None` for forms of another purpose.
    pub fn rating(&self) -> Option<RatingCard> {
        self.of_purpose(FormPurpose::is_rating)?.rating
    }

    fn of_purpose(&self, wanted: impl Fn(FormPurpose) -> bool) -> Option<Cards> {
        wanted(self.form().purpose).then(|| Cards::of(&self.reading(), &self.pack.book))
    }

    /// The scores that belong to a report on this document as it is now.
    pub fn scores(&self, report: &Report) -> Scores {
        self.drawn(Cards::of(&self.reading(), &self.pack.book), report)
    }

    /// All scores, and what the pack draws from them.
    fn drawn(&self, cards: Cards, report: &Report) -> Scores {
        let Cards { performance, monitoring, rating } = cards;
        let quality = self.quality(report);
        let grade = match (&performance, &quality, &rating) {
            (Some(card), _, _) => card.grade.as_deref(),
            (_, Some(card), _) => card.grade.as_deref(),
            (_, _, Some(card)) => card.grade.as_deref(),
            _ => None,
        };
        let scoring = &self.pack.book.scoring;
        let advice = jibiao_score::advice(self.form().purpose, grade, monitoring.as_ref(), scoring);
        Scores { performance, quality, monitoring, rating, advice }
    }

    /// The quality score of a declaration by a report on it; `None` for forms of another purpose and for excerpts.
    pub fn quality(&self, report: &Report) -> Option<QualityCard> {
        (self.form().purpose == FormPurpose::Declaration && self.document.extent == Extent::Whole)
            .then(|| jibiao_score::quality(report, self.form(), &self.document, &self.pack.book.scoring))
    }

    /// Applies a change as one step that can be taken back.
    ///
    /// # Errors
    /// [`EditError`] when the change does not fit; the document is then as before.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let inverse = self.document.apply(edit)?;
        self.redo.clear();
        if self.undo.len() >= UNDO_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(inverse);
        Ok(())
    }

    /// Applies a change that belongs to the step before: the next keystroke in the same cell.
    ///
    /// # Errors
    /// As [`Draft::apply`].
    pub fn extend(&mut self, edit: Edit) -> Result<(), EditError> {
        if self.undo.is_empty() {
            return self.apply(edit);
        }
        // The step before already takes the cell back to where it was before the first keystroke.
        self.document.apply(edit)?;
        self.redo.clear();
        Ok(())
    }

    /// Takes the last step back; the change that did so, or `None` when there is none.
    pub fn undo(&mut self) -> Option<Edit> {
        let step = self.undo.pop()?;
        let inverse = self.document.apply(step.clone()).ok()?;
        self.redo.push(inverse);
        Some(step)
    }

    /// Applies the last step taken back again.
    pub fn redo(&mut self) -> Option<Edit> {
        let step = self.redo.pop()?;
        let inverse = self.document.apply(step.clone()).ok()?;
        self.undo.push(inverse);
        Some(step)
    }

    /// The same document under another id.
    pub(crate) fn renamed(mut self, id: String) -> Self {
        self.document.id = id;
        self
    }

    /// Keeps something beside the form, as a field that this version does not read.
    pub(crate) fn keep(&mut self, field: &str, values: Vec<serde_json::Value>) {
        if !values.is_empty() {
            self.document.rest.insert(field.to_owned(), values.into());
        }
    }

    /// What was done so far was no person's doing.
    pub(crate) fn forget_steps(&mut self) {
        self.undo.clear();
        self.redo.clear();
    }

    /// Whether there is a step to take back, and one to apply again.
    pub fn history(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    /// Counts a saved state.
    pub fn next_revision(&mut self) -> u64 {
        self.document.revision = self.document.revision.saturating_add(1);
        self.document.revision
    }
}
