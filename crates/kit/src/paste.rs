//! Tables from a spreadsheet into a document, and rows out again. How they are understood is `jibiao-table`'s.

use jibiao_model::{CellId, Label, Row, RowId};
use jibiao_table::{Copied, Sheet};
use jibiao_wording::Language;

use crate::{Draft, LIMITS};

impl Draft {
    /// A table of this document, for [`recognise`](crate::table::recognise) and [`plan`](crate::table::plan); `at` is where
    /// the person stands. `None` where the form has no such table.
    pub fn sheet<'a>(&'a self, table: &str, at: Option<(&'a RowId, &'a CellId)>) -> Option<Sheet<'a>> {
        Some(Sheet {
            form: self.form(),
            table: self.form().table(table)?,
            document: self.document(),
            vocabulary: &self.pack().book.vocabulary,
            at,
            taught: &[],
            most_rows: LIMITS.rows,
            most_characters: LIMITS.characters,
        })
    }

    /// Rows of a table with their headers, for the clipboard. `rows` are positions, `shown` says which columns; where it
    /// is empty, those that are not optional or hold something.
    pub fn copied(&self, table: &str, rows: &[usize], shown: &[bool], language: Language) -> Option<Copied> {
        let spec = self.form().table(table)?;
        let all = self.document().rows(table);
        let rows: Vec<&Row> = rows.iter().filter_map(|at| all.get(*at)).collect();
        let used = |id: &CellId| all.iter().any(|row| !row.text(id.as_str()).is_empty());
        let usual: Vec<bool> = spec.columns.iter().map(|column| !column.optional || used(&column.id)).collect();
        let shown = if shown.is_empty() { usual.as_slice() } else { shown };
        let label: fn(&Label) -> &str = match language {
            Language::Zh => |label| &label.zh,
            Language::En => |label| &label.en,
        };
        Some(jibiao_table::copy(spec, &rows, shown, label))
    }
}
