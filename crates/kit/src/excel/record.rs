//! The hidden sheet: the documents themselves, and which cell of which sheet shows what.
//!
//! A document stands there as JSON in ASCII, cut into pieces that a cell holds: no spreadsheet changes any of it. Each line
//! begins with a word that says what it is, so that a later version can add others.

use jibiao_sheet::{Area, Cell, Row, Sheet, Visibility, Workbook};

/// The name of the hidden sheet.
const SHEET: &str = "_jibiao";

/// The version of this record.
const FORMAT: &str = "1";

/// How many characters of JSON one cell takes; a spreadsheet takes a few more.
const PIECE: usize = 30_000;

/// One cell of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) id: String,
    /// The defined name of the cell, and where it stood when it was written.
    pub(super) name: String,
    pub(super) area: Area,
}

/// One table of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownTable {
    pub(super) id: String,
    /// The name of the first row behind the table.
    pub(super) end: String,
    pub(super) end_area: Area,
    /// Its columns, by the cells of their headers.
    pub(super) columns: Vec<Shown>,
}

/// What the hidden sheet says of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The mark on the sheet that shows the document.
    pub(super) token: String,
    /// Whether it is a blank form to be filled in.
    pub(super) template: bool,
    /// The digest of the document.
    pub(super) digest: String,
    pub(super) json: String,
    pub(super) cells: Vec<Shown>,
    pub(super) tables: Vec<ShownTable>,
}

/// Writes the records of a workbook.
pub(super) fn sheet(records: &[Record], warning: &str) -> Sheet {
    let mut rows = vec![vec!["jibiao-workbook".to_owned(), FORMAT.to_owned(), warning.to_owned()]];
    for record in records {
        let kind = if record.template { "template" } else { "document" };
        rows.push(vec![kind.to_owned(), record.token.clone(), record.digest.clone()]);
        let ascii = ascii(&record.json);
        let mut rest = ascii.as_str();
        while !rest.is_empty() {
            let (piece, after) = rest.split_at_checked(PIECE).unwrap_or((rest, ""));
            rows.push(vec!["json".to_owned(), piece.to_owned()]);
            rest = after;
        }
        let line = |word: &str, shown: &Shown| {
            vec![word.to_owned(), shown.id.clone(), shown.name.clone(), shown.area.reference(false)]
        };
        rows.extend(record.cells.iter().map(|shown| line("cell", shown)));
        for table in &record.tables {
            let end = table.end_area.reference(false);
            rows.push(vec!["table".to_owned(), table.id.clone(), table.end.clone(), end]);
            rows.extend(table.columns.iter().map(|shown| line("column", shown)));
        }
    }
    let row = |(at, texts): (u32, Vec<String>)| {
        let cells = (0..).zip(texts).map(|(column, text)| Cell { column, text, ..Cell::default() });
        Row { at, cells: cells.collect(), ..Row::default() }
    };
    let rows = (0..).zip(rows).map(row).collect();
    Sheet { name: SHEET.to_owned(), visibility: Visibility::VeryHidden, rows, ..Sheet::default() }
}

/// Whether a sheet holds records.
pub(super) fn is_record(sheet: &Sheet) -> bool {
    sheet.name == SHEET && sheet.text(0, 0) == "jibiao-workbook"
}

/// The records of a workbook; none where it is somebody else's, or of a later version.
pub(super) fn read(workbook: &Workbook) -> Vec<Record> {
    let Some(sheet) = workbook.sheets.iter().find(|sheet| is_record(sheet)) else { return Vec::new() };
    if sheet.text(0, 1) != FORMAT {
        return Vec::new();
    }
    let mut records: Vec<Record> = Vec::new();
    for row in sheet.rows.iter().skip(1) {
        let text = |column: u32| sheet.text(row.at, column).to_owned();
        let shown = || Some(Shown { id: text(1), name: text(2), area: Area::read(&text(3))? });
        let word = text(0);
        if matches!(word.as_str(), "document" | "template") {
            let template = word == "template";
            records.push(Record { token: text(1), digest: text(2), template, ..Record::default() });
            continue;
        }
        let Some(record) = records.last_mut() else { continue };
        match word.as_str() {
            "json" => record.json.push_str(sheet.text(row.at, 1)),
            "cell" => record.cells.extend(shown()),
            "table" => {
                if let Some(Shown { id, name, area }) = shown() {
                    record.tables.push(ShownTable { id, end: name, end_area: area, columns: Vec::new() });
                }
            }
            "column" => {
                if let (Some(table), Some(column)) = (record.tables.last_mut(), shown()) {
                    table.columns.push(column);
                }
            }
            _ => {}
        }
    }
    records
}

/// JSON without signs that a spreadsheet might change: all others are written by their codes. `_` before an `x` too,
/// because `_x0041_` means another sign in a workbook.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for sign in json.chars() {
        if matches!(sign, ' '..='~') && sign != '_' {
            out.push(sign);
            continue;
        }
        for unit in sign.encode_utf16(&mut [0; 2]) {
            out.push_str("\\u");
            for shift in [12_u32, 8, 4, 0] {
                let digit = u32::from(*unit).checked_shr(shift).unwrap_or(0) & 0xf;
                out.push(char::from_digit(digit, 16).unwrap_or('0'));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_as_they_were() {
        let shown = |id: &str, row| Shown { id: id.into(), name: ["jb_", id].concat(), area: Area::cell(row, 1) };
        let record = Record {
            token: "t1".into(),
            template: true,
            digest: "ab".into(),
            json: "{\"a\":\"x\"}".repeat(5000),
            cells: vec![shown("year", 3)],
            tables: vec![ShownTable {
                id: "indicators".into(),
                end: "jb_e".into(),
                end_area: Area::cell(9, 0),
                columns: vec![shown("level-1", 5)],
            }],
        };
        let other = Record { token: "t2".into(), ..Record::default() };
        let book = Workbook { sheets: vec![sheet(&[record.clone(), other.clone()], "x")], names: Vec::new() };
        assert_eq!(read(&book), [record, other]);
    }

    #[test]
    fn every_sign_of_a_document_is_written_in_ascii() {
        let text = "{\"a\":\"_x0041_ 字 😀 \u{7f}\"}";
        let ascii = ascii(text);
        assert!(ascii.bytes().all(|sign| matches!(sign, b' '..=b'~')) && !ascii.contains('_'), "{ascii}");
        let (one, two): (serde_json::Value, serde_json::Value) = (text.parse().unwrap(), ascii.parse().unwrap());
        assert_eq!(one, two);
    }
}
