//! The cells of one sheet.

use quick_xml::events::BytesStart;

use super::{
    ReadError,
    book::Book,
    remark,
    xml::{Part, Xml, attribute, end, is_set, name},
};
use crate::{
    Area, Cell, Column, Figure, Remark, RemarkKind, Row, Sheet,
    area::read_place,
    xlsx::{decimal::Decimal, format, text::unescape},
};

/// The most columns that a sheet has.
const COLUMNS: usize = 16_384;

/// The most merged cells of a sheet that are looked at.
const MERGES: usize = 100_000;

/// The most remarks of one kind about one sheet; one thousand formulas say no more than a hundred.
const REMARKS: usize = 500;

/// What may still be read.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) cells: usize,
    pub(super) text: usize,
    /// Rows of each sheet.
    pub(super) rows: usize,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// The position of a shared text.
    Shared,
    Inline,
    Text,
    Truth,
    Failed,
    Day,
}

impl Kind {
    fn of(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "inlineStr" => Self::Inline,
            "str" => Self::Text,
            "b" => Self::Truth,
            "e" => Self::Failed,
            "d" => Self::Day,
            _ => Self::Number,
        }
    }
}

/// A cell as it is collected.
#[derive(Debug, Default)]
struct Raw {
    column: u32,
    kind: Kind,
    look: usize,
    value: String,
    own: String,
    formula: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    Formula,
    Own,
}

struct Reading<'a> {
    book: &'a Book,
    sheet: &'a mut Sheet,
    left: &'a mut Left,
    remarks: &'a mut Vec<Remark>,
    row: Row,
    next_row: u32,
    cell: Raw,
    next_column: u32,
    inside: Inside,
    aside: usize,
    cut: bool,
    told: usize,
}

pub(super) fn read(
    text: &str,
    book: &Book,
    sheet: &mut Sheet,
    left: &mut Left,
    remarks: &mut Vec<Remark>,
) -> Result<(), ReadError> {
    let mut reading = Reading {
        book,
        sheet,
        left,
        remarks,
        row: Row::default(),
        next_row: 0,
        cell: Raw::default(),
        next_column: 0,
        inside: Inside::Nothing,
        aside: 0,
        cut: false,
        told: 0,
    };
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next()? {
        match part {
            Part::Begin(element) => reading.begin(&element),
            Part::End(element) => reading.end(end(&element)),
            Part::Text(text) => reading.text(&text),
        }
        if reading.cut {
            break;
        }
    }
    reading.finish();
    Ok(())
}

impl Reading<'_> {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let number = |key: &str| attribute(element, key).and_then(|value| value.parse::<u32>().ok());
        match name(element) {
            "row" => {
                let at = number("r").and_then(|row| row.checked_sub(1)).unwrap_or(self.next_row);
                self.row = Row { at, hidden: is_set(element, "hidden"), ..Row::default() };
                self.next_row = at.saturating_add(1);
                self.next_column = 0;
            }
            "c" => {
                self.cell = Raw { column: self.next_column, ..Raw::default() };
                // Most of a file are cells: one walk over what each says of itself.
                let mut attributes = element.attributes();
                attributes.with_checks(false);
                for attribute in attributes.flatten() {
                    match attribute.key.0 {
                        "r" => {
                            let place = read_place(&attribute.value);
                            self.cell.column = place.map_or(self.next_column, |(_, column)| column);
                        }
                        "t" => self.cell.kind = Kind::of(&attribute.value),
                        "s" => self.cell.look = attribute.value.parse().unwrap_or(0),
                        _ => {}
                    }
                }
                self.next_column = self.cell.column.saturating_add(1);
            }
            "v" => self.inside = Inside::Value,
            "f" => {
                self.inside = Inside::Formula;
                self.cell.formula = Some(String::new());
            }
            "t" if self.aside == 0 => self.inside = Inside::Own,
            "rPh" => self.aside = self.aside.saturating_add(1),
            "mergeCell" if self.sheet.merges.len() < MERGES => {
                let area = attribute(element, "ref").and_then(|area| Area::read(&area));
                self.sheet.merges.extend(area.filter(|area| !area.is_cell()));
            }
            "col" if is_set(element, "hidden") => self.hide_columns(number("min"), number("max")),
            _ => {}
        }
    }

    fn hide_columns(&mut self, min: Option<u32>, max: Option<u32>) {
        let (Some(min), Some(max)) = (min, max) else { return };
        let place = |column: u32| usize::try_from(column).unwrap_or(COLUMNS).min(COLUMNS);
        let (begin, end) = (place(min).saturating_sub(1), place(max));
        // Everything beyond the table is often hidden to the very last column: that hides nothing.
        if self.sheet.columns.len() < end {
            self.sheet.columns.resize(end, Column { width: 0, hidden: false });
        }
        for column in self.sheet.columns.iter_mut().take(end).skip(begin) {
            column.hidden = true;
        }
    }

    fn text(&mut self, text: &str) {
        match self.inside {
            Inside::Nothing => {}
            Inside::Value => self.cell.value.push_str(text),
            Inside::Own => self.cell.own.push_str(text),
            Inside::Formula => {
                if let Some(formula) = &mut self.cell.formula {
                    formula.push_str(text);
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" | "f" | "t" => self.inside = Inside::Nothing,
            "rPh" => self.aside = self.aside.saturating_sub(1),
            "c" => {
                let raw = std::mem::take(&mut self.cell);
                self.take(raw);
            }
            "row" => self.end_row(),
            _ => {}
        }
    }

    fn tell(&mut self, kind: RemarkKind, column: u32, text: &str) {
        if self.told < REMARKS {
            let at = Some((self.row.at, column));
            let text = text.chars().take(200).collect();
            self.remarks.push(Remark { at, text, ..remark(kind, &self.sheet.name) });
        }
        self.told = self.told.saturating_add(1);
    }

    fn take(&mut self, raw: Raw) {
        let Raw { column, kind, look, value, own, formula } = raw;
        if let Some(formula) = &formula {
            // Some programs write an empty value beside a formula that nobody has computed yet.
            let told = if value.is_empty() { RemarkKind::FormulaWithoutValue } else { RemarkKind::Formula };
            self.tell(told, column, formula);
        }
        let mut cell = Cell { column, formula: formula.is_some(), ..Cell::default() };
        match kind {
            Kind::Shared => {
                let at: Option<usize> = value.trim().parse().ok();
                cell.text = at.and_then(|at| self.book.shared.get(at)).cloned().unwrap_or_default();
            }
            Kind::Inline => cell.text = unescape(own),
            Kind::Text => cell.text = unescape(value),
            Kind::Truth => cell.text = if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            Kind::Failed => {
                self.tell(RemarkKind::Failed, column, &value);
                cell.text = value;
            }
            Kind::Day => cell.text = value,
            Kind::Number => self.figure(&mut cell, look, &value),
        }
        if cell.text.is_empty() && cell.figure.is_none() {
            return;
        }
        let rest = (self.left.cells.checked_sub(1)).zip(self.left.text.checked_sub(cell.text.len()));
        let Some((cells, text)) = rest else {
            self.stop();
            return;
        };
        (self.left.cells, self.left.text) = (cells, text);
        self.row.cells.push(cell);
    }

    fn figure(&mut self, cell: &mut Cell, look: usize, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let Some(number) = Decimal::read(value) else {
            cell.text = value.to_owned();
            return;
        };
        let code = self.book.formats.get(look).map_or("", String::as_str);
        let shown = format::show(&number, code, self.book.since_1904);
        let (whole, _) = number.parts(0);
        let exact = number.clone().kept().plain();
        if shown.unknown {
            self.tell(RemarkKind::UnknownFormat, cell.column, code);
        }
        if shown.rounded {
            self.tell(RemarkKind::Rounded, cell.column, &exact);
        }
        if whole.len() > 15 && number.significant() >= 15 {
            self.tell(RemarkKind::TooManyDigits, cell.column, value);
        }
        cell.text = shown.text;
        cell.figure = Some(Figure { exact, format: code.to_owned() });
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return;
        }
        if self.sheet.rows.len() >= self.left.rows {
            self.stop();
            return;
        }
        row.cells.sort_by_key(|cell| cell.column);
        // One that stands twice is a mistake of whoever wrote the file: the first is taken.
        row.cells.dedup_by_key(|cell| cell.column);
        self.sheet.rows.push(row);
    }

    fn stop(&mut self) {
        if !self.cut {
            self.remarks.push(remark(RemarkKind::Cut, &self.sheet.name));
        }
        self.cut = true;
    }

    fn finish(self) {
        let rows = &mut self.sheet.rows;
        rows.sort_by_key(|row| row.at);
        rows.dedup_by_key(|row| row.at);
        let hidden = rows.iter().filter(|row| row.hidden).count();
        let held = |at: usize| {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            rows.iter().any(|row| row.cells.binary_search_by_key(&at, |cell| cell.column).is_ok())
        };
        let columns = self.sheet.columns.iter().enumerate().filter(|(at, column)| column.hidden && held(*at)).count();
        for (kind, count) in [(RemarkKind::HiddenRows, hidden), (RemarkKind::HiddenColumns, columns)] {
            if count > 0 {
                self.remarks.push(Remark { text: count.to_string(), ..remark(kind, &self.sheet.name) });
            }
        }
    }
}
