//! Rows as a spreadsheet takes them from the clipboard.

use jibiao_model::{Column, Label, Row, Table};

/// What goes on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// A table; cells are marked as text, so that nothing in them is run or turned into a date.
    pub html: String,
    /// Tabs between cells, a line for each row.
    pub text: String,
}

/// Rows with their headers. `shown` says which columns; `label` gives labels in the reader's language.
pub fn copy(table: &Table, rows: &[&Row], shown: &[bool], label: fn(&Label) -> &str) -> Copied {
    let columns: Vec<&Column> =
        table.columns.iter().zip(shown).filter(|(_, shown)| **shown).map(|(column, _)| column).collect();
    let mut out = Copied { html: "<meta charset=\"utf-8\"><table>".into(), text: String::new() };
    let grouped = columns.iter().any(|column| column.group.is_some());
    out.row(columns.iter().map(|column| {
        let name = label(&column.label);
        match column.group.as_ref().filter(|_| grouped) {
            // One row of headers, so that filters and our own paste find it.
            Some(group) => [label(group), name].concat(),
            None => name.to_owned(),
        }
    }));
    for row in rows {
        out.row(columns.iter().map(|column| row.text(column.id.as_str()).to_owned()));
    }
    out.html.push_str("</table>");
    out
}

impl Copied {
    fn row(&mut self, texts: impl Iterator<Item = String>) {
        self.html.push_str("<tr>");
        for (at, text) in texts.enumerate() {
            self.html.push_str("<td style=\"mso-number-format:'\\@'\">");
            for sign in text.chars() {
                match sign {
                    '&' => self.html.push_str("&amp;"),
                    '<' => self.html.push_str("&lt;"),
                    '>' => self.html.push_str("&gt;"),
                    '\n' => self.html.push_str("<br style=\"mso-data-placement:same-cell\">"),
                    sign => self.html.push(sign),
                }
            }
            self.html.push_str("</td>");
            if at > 0 {
                self.text.push('\t');
            }
            if text.contains(['\t', '\n', '\r', '"']) {
                self.text.push('"');
                self.text.push_str(&text.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(&text);
            }
        }
        self.html.push_str("</tr>");
        self.text.push_str("\r\n");
    }
}
