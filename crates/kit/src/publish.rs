//! 公开: a document as it is disclosed, without personal data and without what is secret.
//!
//! What is left out is data of the pack: cells and columns by concept or id (`not-published`), and words that mark a row or a
//! cell as secret (`not-published-marks`). Reasons, origins and fields that this version does not know are left out as
//! well: nobody looked at them with readers in mind.

use jibiao_model::{Block, CellId, Concept, Document, Extent, Row, RowId, TableId};
use jibiao_sheet::Style;
use jibiao_wording::Language;

use crate::{
    Draft,
    bundle::html,
    digest,
    excel::{Exporting, Workbook, workbook},
};

/// The list of a pack that names what is left out.
const LEFT_OUT: &str = "not-published";
/// The list of a pack that holds the marks of what is secret.
const MARKS: &str = "not-published-marks";

/// A document as it is disclosed.
#[derive(Clone, Debug)]
pub struct Disclosure {
    draft: Draft,
    /// Cells and columns that were left out as personal, by their ids.
    pub personal: Vec<CellId>,
    /// Cells that hold a mark of secrecy: their texts were left out.
    pub secret_cells: Vec<CellId>,
    /// Rows that hold one: they were left out.
    pub secret_rows: Vec<(TableId, RowId)>,
}

impl Draft {
    /// This document as it is disclosed.
    pub fn disclosed(&self) -> Disclosure {
        let vocabulary = &self.pack().book.vocabulary;
        let (left_out, marks) = (vocabulary.list(LEFT_OUT), vocabulary.list(MARKS));
        let mut personal = Vec::new();
        let mut goes = |id: &CellId, concept: Option<Concept>| {
            let named = left_out.has(id.as_str()) || concept.is_some_and(|concept| left_out.has(&concept.to_string()));
            if named {
                personal.push(id.clone());
            }
            named
        };
        let mut form = self.form().clone();
        for block in form.sections.iter_mut().flat_map(|section| &mut section.blocks) {
            match block {
                Block::Cells(cells) => cells.retain(|cell| !goes(&cell.id, cell.concept)),
                Block::Matrix { matrix, cells } => {
                    cells.retain(|cell| !goes(&cell.id, cell.concept));
                    for slot in matrix.rows.iter_mut().flat_map(|row| &mut row.cells) {
                        *slot = slot.take().filter(|id| cells.iter().any(|cell| cell.id == *id));
                    }
                }
                Block::Table(table) => table.columns.retain(|column| !goes(&column.id, column.concept)),
                Block::Note(_) => {}
            }
        }
        for section in &mut form.sections {
            section.blocks.retain(|block| !matches!(block, Block::Cells(cells) if cells.is_empty()));
        }
        form.sections.retain(|section| !section.blocks.is_empty());
        let marked = |text: &str| marks.is_in(text);
        let (mut secret_cells, mut secret_rows) = (Vec::new(), Vec::new());
        let source = self.document();
        let mut document = Document::new(String::new(), source.pack.clone(), source.form.clone());
        // Only what the form prints: nobody looked at other cells with readers in mind.
        for (_, cell) in form.cells() {
            match source.cells.get(cell.id.as_str()) {
                Some(text) if marked(text) => secret_cells.push(cell.id.clone()),
                Some(text) => drop(document.cells.insert(cell.id.clone(), text.clone())),
                None => {}
            }
        }
        for (_, table) in form.tables() {
            let mut rows = Vec::new();
            for row in source.rows(table.id.as_str()) {
                if row.cells.values().any(|text| marked(text)) {
                    secret_rows.push((table.id.clone(), row.id.clone()));
                    continue;
                }
                let mut shown = Row::new(row.id.clone());
                for column in &table.columns {
                    if let Some(text) = row.cells.get(column.id.as_str()) {
                        shown.cells.insert(column.id.clone(), text.clone());
                    }
                }
                rows.push(shown);
            }
            if source.tables.contains_key(table.id.as_str()) {
                document.tables.insert(table.id.clone(), rows);
            }
        }
        // What is left out is unknown to whoever reads it, and not missing.
        document.extent = Extent::Excerpt;
        document.id = ["public-", digest(&document).get(..16).unwrap_or_default()].concat();
        Disclosure { draft: self.reduced(form, document), personal, secret_cells, secret_rows }
    }
}

impl Disclosure {
    /// The document, in the format of all documents. Its id is made from what it holds, and leads back to no draft.
    pub fn document(&self) -> &Document {
        self.draft.document()
    }

    /// One page that loads nothing and runs nothing.
    pub fn html(&self, language: Language) -> String {
        html::table(&self.draft, language)
    }

    /// A workbook of the table alone: no sheet of it is hidden.
    pub fn workbook(&self, language: Language) -> Workbook {
        let mut book = workbook(&[&self.draft], Exporting { language, template: false }).workbook;
        book.sheets.truncate(1);
        book.names.retain(|name| name.sheet == 0);
        for sheet in &mut book.sheets {
            // What leads back to the draft, and marks for reading the sheet back in.
            for row in &mut sheet.rows {
                row.cells.retain(|cell| !matches!(cell.style, Style::Imprint | Style::Mark));
            }
            if let Some(print) = &mut sheet.print {
                print.footer.clear();
            }
        }
        book
    }
}
