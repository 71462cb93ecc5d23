//! A library from a workbook: the sheets that have the headings, each under its own.
//!
//! Cells are taken one after the other as they stand in the file: a sheet whose only cell is the last one of all would
//! be a thousand million blank ones otherwise.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use rawzip::ZipArchive;

use crate::{Defect, Library, LoadError, Loader, MOST_ROWS, loader::HEAD};

/// The most that a workbook says to unpack to, in bytes.
const UNPACKED: u64 = 512 * 1024 * 1024;

/// Columns beyond these hold nothing of a library.
const COLUMNS: usize = 64;

/// What old workbooks, and those with a password, begin with.
const OLD: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// A row by its number, from 1, with its cells.
type SheetRow = (u32, Vec<String>);

impl Library {
    /// Reads somebody's own library from the bytes of a file: a workbook (.xlsx), or CSV in any encoding that
    /// spreadsheets write.
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a library is accepted as a whole or not at all.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        if bytes.starts_with(&OLD) {
            return Err(LoadError::whole(Defect::OldOrLocked));
        }
        if bytes.starts_with(b"PK") { Self::from_xlsx(bytes) } else { Self::from_csv_bytes(bytes) }
    }

    /// Reads somebody's own library from a workbook. Hidden sheets, and sheets without the headings beside one that
    /// has them, are notes of somebody's.
    ///
    /// # Errors
    /// As [`Library::from_bytes`].
    pub fn from_xlsx(bytes: &[u8]) -> Result<Self, LoadError> {
        match unpacked(bytes) {
            Some(size) if size <= UNPACKED => {}
            Some(_) => return Err(LoadError::whole(Defect::TooLarge)),
            None => return Err(LoadError::whole(Defect::NotAWorkbook)),
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
        let shown =
            |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
        let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
        // Calamine finds no fault with a zip of something else: it has no sheets. Every workbook shows one.
        if names.is_empty() {
            return Err(LoadError::whole(Defect::NotAWorkbook));
        }
        let mut sheets = Vec::new();
        for name in names {
            let rows = rows(&mut book, &name).map_err(|error| refused(&error))?;
            sheets.push((name, rows));
        }
        let headed = |rows: &[SheetRow]| {
            rows.iter().take_while(|(row, _)| *row <= HEAD).any(|(_, row)| Loader::heads(&texts(row)))
        };
        let some = sheets.iter().any(|(_, rows)| headed(rows));
        let mut loader = Loader::new();
        for (name, rows) in sheets.iter().filter(|(_, rows)| if some { headed(rows) } else { !rows.is_empty() }) {
            loader.sheet(name);
            for (number, row) in rows {
                loader.row(*number, &texts(row));
            }
            if !some {
                // None has the headings: it is said once.
                break;
            }
        }
        loader.finish()
    }
}

fn texts(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}

/// What the files of a zip say to unpack to; `None` where it is no zip.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let mut entries = archive.entries();
    let mut size: u64 = 0;
    while let Some(entry) = entries.next_entry().ok()? {
        size = size.saturating_add(entry.uncompressed_size_hint());
    }
    Some(size)
}

fn refused(error: &XlsxError) -> LoadError {
    LoadError::whole(match error {
        XlsxError::Password => Defect::OldOrLocked,
        _ => Defect::NotAWorkbook,
    })
}

/// The rows of a sheet that have a text, one more than a library may have at most.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<SheetRow>, XlsxError> {
    let mut cells = book.worksheet_cells_reader(sheet)?;
    let mut rows: Vec<SheetRow> = Vec::new();
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let (number, column) = (row.saturating_add(1), usize::try_from(column).unwrap_or(usize::MAX));
        let text = text(cell.get_value());
        if text.trim().is_empty() || column >= COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| *last != number) {
            if u32::try_from(rows.len()).is_ok_and(|count| count > MOST_ROWS.saturating_add(HEAD)) {
                break;
            }
            rows.push((number, Vec::new()));
        }
        let Some((_, cells)) = rows.last_mut() else { continue };
        if cells.len() <= column {
            cells.resize(column.saturating_add(1), String::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
    }
    Ok(rows)
}

/// A cell as a CSV file would have it.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(ticked) => if *ticked { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(date) => date.to_string(),
        // `#N/A`: whoever made the sheet sees the same.
        DataRef::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests;
