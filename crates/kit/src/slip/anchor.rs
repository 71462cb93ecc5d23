//! Places of a slip: as a person names them, and what stands there.

use std::fmt::Write;

use jibiao_model::{Block, CellId, Document, Form, Label, Place, Row, RowId, SectionId, SortedMap, Table, TableId};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Anchor, SlipError, SlipErrorCode, Was};
use crate::{Draft, canonical};

/// Stands before the position of a row, where its id is not at hand.
const POSITION: [char; 2] = ['#', '＃'];

impl Anchor {
    /// Where a finding stands.
    pub fn of(place: &Place) -> Self {
        let Place { section, table, row, cell, .. } = place;
        // A cell may move to another section.
        let section = section.clone().filter(|_| table.is_none() && cell.is_none());
        Self { section, table: table.clone(), row: row.clone(), cell: cell.clone() }
    }

    /// The place that a person names: parts with `/` between them, ids or labels. `cell`; `row` or `row/cell`;
    /// `table`, `table/row`, `table/row/cell`; a section. A row goes by its id, by `#3` for the third of its table, or by what
    /// it is called. Nothing at all is the whole document.
    ///
    /// # Errors
    /// [`SlipError`] where there is no such place, or where it may be one of several.
    pub(super) fn typed(typed: &str, draft: &Draft) -> Result<Self, SlipError> {
        let none = || SlipError::new(SlipErrorCode::NoPlace, typed.trim());
        let several = || SlipError::new(SlipErrorCode::SeveralPlaces, typed.trim());
        let parts: Vec<&str> = typed.trim().split('/').map(str::trim).collect();
        let mut found = match parts.as_slice() {
            [""] => vec![Self::default()],
            [one] => [cells(one, draft.form()), rows(None, one, draft), whole(one, draft.form())].concat(),
            [first, second] => {
                let in_table =
                    tables(first, draft.form()).into_iter().flat_map(|table| rows(Some(table), second, draft));
                let in_row = rows(None, first, draft).into_iter().flat_map(|row| columns(row, second, draft));
                in_table.chain(in_row).collect()
            }
            [table, row, cell] => {
                let rows = tables(table, draft.form()).into_iter().flat_map(|table| rows(Some(table), row, draft));
                rows.flat_map(|row| columns(row, cell, draft)).collect()
            }
            _ => Vec::new(),
        };
        found.dedup();
        match found.as_slice() {
            [_] => found.pop().ok_or_else(none),
            [] => Err(none()),
            _ => Err(several()),
        }
    }

    /// Whether the document has such a place.
    pub(super) fn is_of(&self, draft: &Draft) -> bool {
        let (form, document) = (draft.form(), draft.document());
        match self {
            Self { table: Some(table), row, cell, section: None } => form.table(table.as_str()).is_some_and(|shape| {
                row.as_ref().is_none_or(|row| document.row(table.as_str(), row.as_str()).is_some())
                    && cell
                        .as_ref()
                        .is_none_or(|cell| row.is_some() && shape.columns.iter().any(|column| column.id == *cell))
            }),
            Self { table: None, row: None, cell: Some(cell), section: None } => form.cell(cell.as_str()).is_some(),
            Self { table: None, row: None, cell: None, section } => {
                section.as_ref().is_none_or(|section| form.sections.iter().any(|known| known.id == *section))
            }
            _ => false,
        }
    }

    /// The ids with `/` between them.
    pub(super) fn spelled(&self) -> String {
        let Self { section, table, row, cell } = self;
        let ids = [
            section.as_ref().map(SectionId::as_str),
            table.as_ref().map(TableId::as_str),
            row.as_ref().map(RowId::as_str),
            cell.as_ref().map(CellId::as_str),
        ];
        ids.into_iter().flatten().collect::<Vec<_>>().join("/")
    }

    /// What stands there now.
    pub(super) fn stands(&self, draft: &Draft) -> Was {
        let document = draft.document();
        match (&self.table, &self.row, &self.cell) {
            (Some(table), Some(row), cell) => match (document.row(table.as_str(), row.as_str()), cell) {
                (Some((_, row)), Some(cell)) => Was::Text(row.text(cell.as_str()).to_owned()),
                (Some((_, row)), None) => Was::Cells(row.cells.clone()),
                (None, _) => Was::Whole,
            },
            (None, None, Some(cell)) => Was::Text(document.text(cell.as_str()).to_owned()),
            (Some(table), None, _) => Was::Digest(sum(&rows_of(document, table))),
            _ => self.section.as_ref().map_or(Was::Whole, |section| section_of(draft, section)),
        }
    }

    /// What the row is called; blank where it is no row, or the row has no name.
    pub fn name(&self, draft: &Draft) -> String {
        let (Some(table), Some(row)) = (&self.table, &self.row) else { return String::new() };
        let row = draft.document().row(table.as_str(), row.as_str()).map(|(_, row)| row);
        let shape = draft.form().table(table.as_str());
        row.zip(shape).map(|(row, shape)| shape.row_name(|cell| row.text(cell)).to_owned()).unwrap_or_default()
    }
}

/// Rows without the fields that this version does not know.
fn rows_of<'d>(document: &'d Document, table: &TableId) -> Vec<(&'d RowId, &'d SortedMap<CellId, String>)> {
    document.rows(table.as_str()).iter().map(|row| (&row.id, &row.cells)).collect()
}

fn section_of(draft: &Draft, section: &SectionId) -> Was {
    let document = draft.document();
    let Some(section) = draft.form().sections.iter().find(|known| known.id == *section) else { return Was::Whole };
    let mut parts = Vec::new();
    for block in &section.blocks {
        match block {
            Block::Cells(cells) | Block::Matrix { cells, .. } => {
                parts.extend(cells.iter().map(|cell| canonical(&(&cell.id, document.text(cell.id.as_str())))));
            }
            Block::Table(table) => parts.push(canonical(&(&table.id, rows_of(document, &table.id)))),
            Block::Note(_) => {}
        }
    }
    Was::Digest(sum(&parts))
}

fn sum<T: Serialize>(what: &T) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(canonical(what)) {
        // Writing into a text never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn called(typed: &str, id: &str, label: &Label) -> bool {
    // Brackets behind a label say what is meant by it.
    let short = label.zh.split('（').next().unwrap_or_default();
    !typed.is_empty() && [id, &label.zh, &label.en, short].contains(&typed)
}

fn cells(typed: &str, form: &Form) -> Vec<Anchor> {
    // An id is one cell; one label may stand at several.
    let by_id = form.cell(typed).map(|cell| vec![&cell.id]);
    let labelled = || form.cells().map(|(_, cell)| cell).filter(|cell| called(typed, cell.id.as_str(), &cell.label));
    let found = by_id.unwrap_or_else(|| labelled().map(|cell| &cell.id).collect());
    found.into_iter().map(|cell| Anchor { cell: Some(cell.clone()), ..Anchor::default() }).collect()
}

fn whole(typed: &str, form: &Form) -> Vec<Anchor> {
    let tables = tables(typed, form);
    if !tables.is_empty() {
        return tables.into_iter().map(|table| Anchor { table: Some(table.id.clone()), ..Anchor::default() }).collect();
    }
    let sections = form.sections.iter().filter(|section| called(typed, section.id.as_str(), &section.label));
    sections.map(|section| Anchor { section: Some(section.id.clone()), ..Anchor::default() }).collect()
}

fn tables<'f>(typed: &str, form: &'f Form) -> Vec<&'f Table> {
    form.tables().map(|(_, table)| table).filter(|table| called(typed, table.id.as_str(), &table.label)).collect()
}

/// Whether a row of a table, at a position, is meant.
type Is<'t> = dyn Fn(&Table, usize, &Row) -> bool + 't;

fn rows(within: Option<&Table>, typed: &str, draft: &Draft) -> Vec<Anchor> {
    let tables = draft.form().tables().map(|(_, table)| table);
    let tables: Vec<&Table> = tables.filter(|table| within.is_none_or(|within| within.id == table.id)).collect();
    let position = typed.strip_prefix(POSITION).and_then(|position| position.trim().parse::<usize>().ok());
    let is: [&Is<'_>; 3] = [
        &|_, _, row| row.id.as_str() == typed,
        &|_, at, _| within.is_some() && position == Some(at.saturating_add(1)),
        &|table, _, row| !typed.is_empty() && table.row_name(|cell| row.text(cell)) == typed,
    ];
    // An id comes before a position, and that before a name.
    for is in is {
        let in_table = |table: &&Table| {
            let rows = draft.document().rows(table.id.as_str()).iter().enumerate();
            let meant = rows.filter(|(at, row)| is(table, *at, row));
            meant.map(|(_, row)| at_row(table, &row.id)).collect::<Vec<_>>()
        };
        let found: Vec<Anchor> = tables.iter().flat_map(in_table).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn at_row(table: &Table, row: &RowId) -> Anchor {
    Anchor { table: Some(table.id.clone()), row: Some(row.clone()), ..Anchor::default() }
}

fn columns(row: Anchor, typed: &str, draft: &Draft) -> Vec<Anchor> {
    let table = row.table.as_ref().and_then(|table| draft.form().table(table.as_str()));
    let columns = table.map_or(&[][..], |table| table.columns.as_slice());
    let by_id: Vec<_> = columns.iter().filter(|column| column.id.as_str() == typed).collect();
    let meant = if by_id.is_empty() {
        columns.iter().filter(|column| called(typed, column.id.as_str(), &column.label)).collect()
    } else {
        by_id
    };
    meant.into_iter().map(|column| Anchor { cell: Some(column.id.clone()), ..row.clone() }).collect()
}
