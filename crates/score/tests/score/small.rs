//! Small forms of any purpose: some cells, one table, rows of texts.

use jibiao_model::{
    Block, CellId, Concept, Document, Extent, Form, FormPurpose, Label, PackRef, Row, Section, SectionId, Table,
    TableId,
};

use crate::sheet::{cell, column, form};

/// A document of a form that was made for it.
pub(crate) struct Small {
    pub(crate) form: Form,
    pub(crate) document: Document,
    columns: &'static [(&'static str, Concept)],
}

impl Small {
    pub(crate) fn new(purpose: FormPurpose, cells: &[Concept], columns: &'static [(&'static str, Concept)]) -> Self {
        let table = Table {
            id: TableId::fixed("rows"),
            label: Label::default(),
            columns: columns.iter().map(|(id, concept)| column(id, *concept)).collect(),
            printed: Vec::new(),
        };
        let blocks = vec![Block::Cells(cells.iter().map(|concept| cell(*concept)).collect()), Block::Table(table)];
        let section = Section { id: SectionId::fixed("all"), label: Label::default(), help: Label::default(), blocks };
        let form = Form {
            purpose,
            sections: vec![section],
            bound: cells.iter().map(|concept| (*concept, CellId::new(concept.to_string()))).collect(),
            ..form()
        };
        let pack = PackRef { id: "test".into(), edition: "1".into(), sha256: String::new() };
        let document = Document::new("small", pack, form.id.clone());
        Self { form, document, columns }
    }

    pub(crate) fn cell(mut self, cell: &str, text: &str) -> Self {
        self.document.cells.insert(CellId::new(cell), text.to_owned());
        self
    }

    pub(crate) fn row(mut self, texts: &[&str]) -> Self {
        let mut row = Row::new(self.document.fresh_row_id());
        for ((column, _), text) in self.columns.iter().zip(texts) {
            row.cells.insert(CellId::fixed(column), (*text).to_owned());
        }
        self.document.tables.get_or_default(TableId::fixed("rows")).push(row);
        self
    }

    pub(crate) fn excerpt(mut self) -> Self {
        self.document.extent = Extent::Excerpt;
        self
    }
}
