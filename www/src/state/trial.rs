//! 试算: what the score would be with other results. A scratch copy; nothing of it goes into the document.

use jibiao_kit::{
    Concept, Draft, Line, Scorecard,
    model::{FundMoment, FundSource, LineSubject, SortedSet},
};

use super::Field;

/// What the page of results shows beside the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Trial {
    /// Lines of the scorecard that are opened to their derivation.
    pub(crate) opened: SortedSet<usize>,
    /// Results that are tried.
    pub(crate) texts: Vec<(Field, String)>,
}

impl Trial {
    /// Opens a line, or folds it.
    pub(crate) fn toggle(&mut self, line: usize) {
        if !self.opened.remove(&line) {
            self.opened.insert(line);
        }
    }

    /// Tries a text; the document's own is no trial.
    pub(crate) fn set(&mut self, draft: &Draft, field: Field, text: String) {
        self.texts.retain(|(other, _)| *other != field);
        if field.text(draft.document()) != text {
            self.texts.push((field, text));
        }
    }

    /// The text that is tried in a field, else the document's.
    pub(crate) fn text<'a>(&'a self, draft: &'a Draft, field: &Field) -> &'a str {
        let tried = self.texts.iter().find(|(other, _)| other == field);
        tried.map_or_else(|| field.text(draft.document()), |(_, text)| text)
    }

    /// The scorecard with what is tried; `None` where nothing is.
    pub(crate) fn card(&self, draft: &Draft) -> Option<Scorecard> {
        if self.texts.is_empty() {
            return None;
        }
        let mut scratch = draft.clone();
        for (field, text) in &self.texts {
            // A row that is gone meanwhile takes its trial with it.
            let _ = scratch.apply(field.set(text.clone()));
        }
        scratch.performance()
    }
}

/// Where the result of a line stands in the document.
pub(crate) fn result_of(draft: &Draft, line: &Line) -> Option<Field> {
    match line.subject {
        LineSubject::Execution => {
            let executed = Concept::Fund(FundSource::Total, FundMoment::Executed);
            draft.form().cell_of(executed).cloned().map(Field::Cell)
        }
        LineSubject::Indicator { .. } => {
            let (table, row) = (line.place.table.clone()?, line.place.row.clone()?);
            let (_, form) = draft.form().tables().find(|(_, form)| form.id == table)?;
            let column = form.column(Concept::Actual)?.id.clone();
            Some(Field::Row { table, row, column })
        }
    }
}
