//! Rows of indicators as CSV, which everything reads.

use jibiao_model::Table;
use jibiao_table::Grid;
use jibiao_wording::Language;

use crate::Draft;

/// What stands before the text of a file, so that Excel and WPS read it as UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a spreadsheet takes for the beginning of a formula.
const RUN: [char; 4] = ['=', '+', '-', '@'];

impl Draft {
    /// The rows of indicators with their headers, for a file: in UTF-8 with its mark, lines ended as spreadsheets do.
    ///
    /// A text that a spreadsheet would run begins with `'`, as people type it there; [`from_csv`] takes that off again.
    pub fn csv(&self, language: Language) -> String {
        let mut out = String::from(BYTE_ORDER_MARK);
        let Some(table) = self.form().indicators().or_else(|| self.form().tables().next().map(|(_, table)| table))
        else {
            return out;
        };
        let columns = super::tables::shown(self, table);
        let headers = columns.iter().map(|column| match (language, &column.group) {
            (Language::Zh, None) => column.label.zh.clone(),
            (Language::En, None) => column.label.en.clone(),
            // One row of headers, so that filters and our own reader find it.
            (Language::Zh, Some(group)) => [group.zh.as_str(), &column.label.zh].concat(),
            (Language::En, Some(group)) => [group.en.as_str(), " ", &column.label.en].concat(),
        });
        line(&mut out, headers);
        for row in rows(self, table) {
            line(&mut out, columns.iter().map(|column| harmless(row.text(column.id.as_str()))));
        }
        out
    }
}

/// Rows of texts for a file, as [`Draft::csv`] writes them.
pub fn to_csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    for row in rows {
        line(&mut out, row.iter().map(|text| harmless(text)));
    }
    out
}

fn rows<'a>(draft: &'a Draft, table: &Table) -> &'a [jibiao_model::Row] {
    draft.document().rows(table.id.as_str())
}

/// Whether a spreadsheet would take a text for a formula. A number below zero is none.
fn is_run(text: &str) -> bool {
    let number = text.trim_start_matches('-').bytes().all(|sign| sign.is_ascii_digit() || sign == b'.');
    text.trim_start_matches(['\t', '\r', '\n', ' ']).starts_with(RUN) && !(number && text.starts_with('-'))
}

fn harmless(text: &str) -> String {
    let quoted = text.strip_prefix('\'').is_some_and(is_run);
    if is_run(text) || quoted { ["'", text].concat() } else { text.to_owned() }
}

fn line(out: &mut String, texts: impl Iterator<Item = String>) {
    for (at, text) in texts.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if text.contains([',', '"', '\n', '\r']) || text.trim() != text {
            out.push('"');
            out.push_str(&text.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&text);
        }
    }
    out.push_str("\r\n");
}

/// The cells of a text file; `'` before what a spreadsheet would run is no part of the text.
pub fn from_csv(text: &str) -> Grid {
    jibiao_table::from_csv(text).mapped(|text| match text.strip_prefix('\'') {
        Some(rest) if is_run(rest) || rest.strip_prefix('\'').is_some_and(is_run) => rest.to_owned(),
        _ => text.to_owned(),
    })
}

/// The rows of a text file, of those columns that have one of the names. Every row has all columns; what the file lacks is
/// blank. `None` where the first column is not in it.
pub fn columns<const N: usize>(text: &str, names: [&[&str]; N]) -> Option<Vec<[String; N]>> {
    let grid = from_csv(text);
    let heading = |column: &usize, known: &[&str]| known.contains(&grid.text(0, *column).trim());
    let places = names.map(|known| (0..grid.width()).find(|column| heading(column, known)));
    places.first().copied().flatten()?;
    let text = |row: usize, place: Option<usize>| place.map_or("", |column| grid.text(row, column)).trim().to_owned();
    Some((1..grid.height()).map(|row| places.map(|place| text(row, place))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_their_names_wherever_they_stand() {
        let names: [&[&str]; 2] = [&["序号", "n"], &["说明", "note"]];
        assert_eq!(columns("n,x\n3,y\n", names).unwrap(), [["3".to_owned(), String::new()]]);
        assert_eq!(columns("说明;n\na,b;3\n", names).unwrap(), [["3".to_owned(), "a,b".to_owned()]]);
        assert_eq!(columns("说明\n甲\n", names), None);
    }

    #[test]
    fn what_would_run_is_marked_and_the_mark_comes_off() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-5", "-5"),
            ("-5+x", "'-5+x"),
            ("@a", "'@a"),
            ("'=1", "''=1"),
            ("≥5", "≥5"),
            ("'x", "'x"),
        ] {
            assert_eq!(harmless(text), written);
            assert_eq!(from_csv(&format!("h,i\n{written},2")).text(1, 0), text, "{written}");
        }
    }
}
