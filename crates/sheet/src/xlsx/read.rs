//! Workbooks in: whatever spreadsheets write, as a person sees it.
//!
//! Nothing is computed and nothing is followed: of a formula the value that stands beside it is taken. Everything has a
//! limit, so that a small file cannot become a large one here.

mod book;
mod cells;
mod files;
mod parts;
mod xml;

use std::fmt;

use self::{book::Book, files::Files};
use crate::{Remark, RemarkKind, Sheet, Visibility, Workbook};

/// How much of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file; beyond it is refused.
    pub bytes: usize,
    /// Bytes of what it unpacks to, altogether; beyond it is refused.
    pub unpacked: usize,
    /// Files in it; beyond it is refused.
    pub files: usize,
    /// Sheets; those beyond are not read.
    pub sheets: usize,
    /// Rows of a sheet that hold something; those beyond are not read.
    pub rows: usize,
    /// Cells altogether that hold something; those beyond are not read.
    pub cells: usize,
    /// Bytes of the texts in cells altogether; those beyond are not read.
    pub text: usize,
}

/// The limits of this version: far above any table of a budget, and within the memory of a browser.
pub const LIMITS: Limits = Limits {
    bytes: 32 * 1024 * 1024,
    unpacked: 128 * 1024 * 1024,
    files: 4096,
    sheets: 512,
    rows: 20_000,
    cells: 400_000,
    text: 32 * 1024 * 1024,
};

/// Why a file could not be read. Each is one sentence of what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadError {
    /// There is nothing in it.
    Empty,
    /// A workbook of an old kind: `.xls`, `.et`.
    Old,
    /// It has a password.
    Locked,
    /// An OpenDocument spreadsheet.
    OpenDocument,
    /// A binary workbook: `.xlsb`.
    Binary,
    /// A web page that calls itself a workbook.
    Html,
    /// No workbook at all.
    NotAWorkbook,
    /// It is cut off or damaged.
    Damaged,
    /// Two of its files have the same name: which one is meant nobody knows.
    RepeatedFile,
    /// Its XML defines entities, which no spreadsheet does.
    Entities,
    /// It is, or unpacks to, more than is read.
    TooLarge,
}

impl ReadError {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Empty,
        Self::Old,
        Self::Locked,
        Self::OpenDocument,
        Self::Binary,
        Self::Html,
        Self::NotAWorkbook,
        Self::Damaged,
        Self::RepeatedFile,
        Self::Entities,
        Self::TooLarge,
    ];

    /// The stable name: `not-a-workbook`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Old => "old",
            Self::Locked => "locked",
            Self::OpenDocument => "open-document",
            Self::Binary => "binary",
            Self::Html => "html",
            Self::NotAWorkbook => "not-a-workbook",
            Self::Damaged => "damaged",
            Self::RepeatedFile => "repeated-file",
            Self::Entities => "entities",
            Self::TooLarge => "too-large",
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::error::Error for ReadError {}

/// Reads an xlsx file: its cells as a person sees them, and what was met that a person should know of.
///
/// # Errors
/// [`ReadError`] where it is no workbook of this kind, or more than the limits.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<(Workbook, Vec<Remark>), ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge);
    }
    if let Some(error) = other_kind(bytes) {
        return Err(error);
    }
    let mut files = Files::open(bytes, limits)?;
    let book = Book::read(&mut files)?;
    let mut remarks = book.remarks();
    let mut workbook = Workbook::default();
    let mut left = cells::Left { cells: limits.cells, text: limits.text, rows: limits.rows };
    for (at, entry) in book.sheets.iter().enumerate() {
        if at >= limits.sheets {
            remarks.push(remark(RemarkKind::Cut, ""));
            break;
        }
        let mut sheet = Sheet { name: entry.name.clone(), visibility: entry.visibility, ..Sheet::default() };
        if sheet.visibility != Visibility::Shown {
            remarks.push(remark(RemarkKind::HiddenSheet, &sheet.name));
        }
        match files.text(&entry.path)? {
            Some(text) if entry.is_table => cells::read(&text, &book, &mut sheet, &mut left, &mut remarks)?,
            _ => remarks.push(remark(RemarkKind::NotATable, &sheet.name)),
        }
        for what in files.beside(&entry.path)? {
            remarks.push(Remark { text: what, ..remark(RemarkKind::NotCells, &sheet.name) });
        }
        workbook.sheets.push(sheet);
    }
    workbook.names = book.names(&workbook.sheets);
    Ok((workbook, remarks))
}

fn remark(kind: RemarkKind, sheet: &str) -> Remark {
    Remark { kind, sheet: sheet.to_owned(), at: None, text: String::new() }
}

/// What a file is that calls itself a workbook, by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<ReadError> {
    const OLD: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.is_empty() {
        return Some(ReadError::Empty);
    }
    if bytes.starts_with(&OLD) {
        // The directory of such a file names its streams in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(name.len()).any(|window| window == name.as_slice());
        return Some(if locked { ReadError::Locked } else { ReadError::Old });
    }
    if bytes.starts_with(b"PK") {
        return None;
    }
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &[u8]| text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    let html = [&b"<html"[..], b"<!doctype html", b"<table", b"<meta"].iter().any(|word| begins(word));
    Some(if html { ReadError::Html } else { ReadError::NotAWorkbook })
}

#[cfg(test)]
mod tests;
