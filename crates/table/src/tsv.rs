//! Text with tabs between cells, as spreadsheets put it on the clipboard.

use crate::{
    Grid,
    grid::{Builder, Most},
};

/// The cells of a text with tabs between cells and a line for each row.
///
/// A cell with tabs, line ends or quotes in it is written in quotes, and quotes inside are doubled. A quote that does not
/// enclose its whole cell is a sign like any other: `"一带一路"建设`.
pub fn from_tsv(text: &str) -> Grid {
    separated(text, '\t')
}

/// The cells of a text file: with tabs between them where there are any, else commas or semicolons.
pub fn from_csv(text: &str) -> Grid {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    let semicolons = count(';') > count(',');
    separated(
        text,
        if text.contains('\t') {
            '\t'
        } else if semicolons {
            ';'
        } else {
            ','
        },
    )
}

fn separated(text: &str, separator: char) -> Grid {
    let mut builder = Builder::new(Most::USUAL);
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    builder.begin_row();
    while !builder.is_full() {
        let (cell, after) = quoted(rest, separator).unwrap_or_else(|| plain(rest, separator));
        builder.cell(crate::text::tidy(&cell), 1, 1, true);
        let mut ends = after.chars();
        match ends.next() {
            None => break,
            Some(sign) if sign == separator => rest = ends.as_str(),
            Some(sign) => {
                rest = if sign == '\r' {
                    ends.as_str().strip_prefix('\n').unwrap_or(ends.as_str())
                } else {
                    ends.as_str()
                };
                if rest.is_empty() {
                    break;
                }
                builder.begin_row();
            }
        }
    }
    builder.finish()
}

fn plain(text: &str, separator: char) -> (String, &str) {
    let end = text.find([separator, '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at_checked(end).unwrap_or((text, ""));
    (cell.to_owned(), rest)
}

/// A cell in quotes, where the quotes enclose all of it and were needed.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None if after.is_empty() || after.starts_with([separator, '\n', '\r']) => {
                // Spreadsheets quote only where they must: other quotes are the text's own.
                let needed = separator != '\t' || cell.is_empty() || cell.contains(['"', '\t', '\n', '\r']);
                return needed.then_some((cell, after));
            }
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let grid = from_tsv(text);
        (0..grid.height())
            .map(|row| (0..grid.width()).map(|column| grid.text(row, column).to_owned()).collect())
            .collect()
    }

    #[test]
    fn a_line_is_a_row_and_a_tab_stands_between_cells() {
        assert_eq!(cells("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(cells("a\tb\nc"), [["a", "b"], ["c", ""]]);
        assert_eq!(cells("a\rb\r"), [["a"], ["b"]]);
        assert!(from_tsv("").is_empty() && from_tsv("\t\t\r\n\t\r\n").is_empty());
    }

    #[test]
    fn a_cell_in_quotes_holds_line_ends_tabs_and_doubled_quotes() {
        assert_eq!(cells("\"新建\n道路\"\t\"a\tb\"\t\"他说\"\"好\"\"\"\r\n"), [["新建\n道路", "a\tb", "他说\"好\""]]);
        assert_eq!(cells("\"一\r\n二\"\tx"), [["一\n二", "x"]]);
    }

    #[test]
    fn quotes_that_do_not_enclose_the_cell_belong_to_its_text() {
        assert_eq!(cells("\"一带一路\"建设\tx"), [["\"一带一路\"建设", "x"]]);
        assert_eq!(cells("\"一带一路\"\tx"), [["\"一带一路\"", "x"]]);
        assert_eq!(cells("5\" 管\t\"未关"), [["5\" 管", "\"未关"]]);
    }

    #[test]
    fn a_file_has_tabs_commas_or_semicolons_and_its_quotes_are_no_text() {
        let cells = |text: &str| {
            let grid = from_csv(text);
            let row = |row: usize| (0..grid.width()).map(|column| grid.text(row, column).to_owned()).collect();
            (0..grid.height()).map(row).collect::<Vec<Vec<String>>>()
        };
        assert_eq!(
            cells("\u{feff}名称,金额\r\n\"道路,一期\",\"1,200\"\r\n"),
            [["名称", "金额"], ["道路,一期", "1,200"]]
        );
        assert_eq!(cells("名称;金额\n\"一\"\"二\"\"\";1,5"), [["名称", "金额"], ["一\"二\"", "1,5"]]);
        assert_eq!(cells("a,b\tc"), [["a,b", "c"]]);
    }

    #[test]
    fn blank_cells_at_the_end_are_no_columns_and_those_before_are() {
        assert_eq!(cells("\ta\t\t\n\t\t\n"), [["", "a"]]);
    }
}
