//! The document as rules see it, which remembers whether they looked at the rows of the indicators.

use std::cell::Cell;

use jibiao_model::{CellId, Document, Extent, Origin, Relation, Row, SortedMap, TableId};

/// Whether the rule that is running looked at rows of indicators other than one by one ([`crate::View::each`]). What it finds
/// can then be changed by any row.
#[derive(Debug, Default)]
pub(crate) struct Looked(Cell<bool>);

impl Looked {
    pub(crate) fn note(&self) {
        self.0.set(true);
    }

    /// Whether it did; from here on it has not.
    pub(crate) fn take(&self) -> bool {
        self.0.take()
    }

    /// Whether it did so far.
    pub(crate) fn is_noted(&self) -> bool {
        self.0.get()
    }
}

/// What stands around the rows of the indicators; these are there too, and whoever looks at them is noted.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    pub extent: Extent,
    pub cells: &'a SortedMap<CellId, String>,
    pub origins: &'a [Origin],
    document: &'a Document,
    table: Option<&'a TableId>,
    looked: &'a Looked,
}

impl<'a> Around<'a> {
    /// `table` holds the indicators.
    pub(crate) fn new(document: &'a Document, table: Option<&'a TableId>, looked: &'a Looked) -> Self {
        let Document { extent, cells, origins, .. } = document;
        Self { extent: *extent, cells, origins, document, table, looked }
    }

    /// The text of a cell outside tables; blank where nothing was typed.
    pub fn text(&self, cell: &str) -> &'a str {
        self.document.text(cell)
    }

    /// The document that this one was made from.
    pub fn origin(&self, relation: Relation) -> Option<&'a Origin> {
        self.document.origin(relation)
    }

    /// The rows of a table.
    pub fn rows(&self, table: &str) -> &'a [Row] {
        if self.table.is_some_and(|own| own.as_str() == table) {
            self.looked.note();
        }
        self.document.rows(table)
    }

    /// Position and row of a row id.
    pub fn row(&self, table: &str, row: &str) -> Option<(usize, &'a Row)> {
        self.rows(table).iter().enumerate().find(|(_, candidate)| candidate.id.as_str() == row)
    }

    /// All of it.
    pub fn whole(&self) -> &'a Document {
        self.looked.note();
        self.document
    }
}
