//! The examples in a data rule's file.

use std::fmt;

use jibiao_model::{CellId, Extent, FormId};

use super::{Fields, choices::EXTENTS};

/// A small document and how often the rule finds something in it. Everything that is not named is blank.
#[derive(Clone, Debug, PartialEq)]
pub struct DataExample {
    /// 0 for the nearest clean neighbour.
    pub finds: usize,
    pub form: Option<FormId>,
    pub extent: Extent,
    /// Texts by cell.
    pub cells: Vec<(CellId, String)>,
    /// Rows of the indicator table: texts by column.
    pub rows: Vec<Vec<(CellId, String)>>,
    /// Rows of the first composition of funds: texts by column.
    pub lines: Vec<Vec<(CellId, String)>>,
}

impl DataExample {
    /// Reads an example from a file of a pack.
    pub fn read(mut example: Fields<'_>) -> Self {
        Self {
            finds: usize::try_from(example.whole("finds")).unwrap_or(usize::MAX),
            form: example.optional_text("form").map(FormId::new),
            extent: example.optional_one_of("extent", &EXTENTS).unwrap_or_default(),
            cells: example.optional_fields("cells").map(texts).unwrap_or_default(),
            rows: example.optional_list("rows").into_iter().map(texts).collect(),
            lines: example.optional_list("lines").into_iter().map(texts).collect(),
        }
    }
}

fn texts(fields: Fields<'_>) -> Vec<(CellId, String)> {
    fields.texts_by_name().into_iter().map(|(id, text)| (CellId::new(id), text)).collect()
}

impl fmt::Display for DataExample {
    /// The same TOML that examples of native rules are written in.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(form) = &self.form {
            writeln!(f, "form = \"{form}\"")?;
        }
        if self.extent == Extent::Excerpt {
            writeln!(f, "extent = \"excerpt\"")?;
        }
        if !self.cells.is_empty() {
            writeln!(f, "[cells]")?;
        }
        table(f, &self.cells)?;
        for (name, rows) in [("rows", &self.rows), ("lines", &self.lines)] {
            for row in rows {
                writeln!(f, "[[{name}]]")?;
                table(f, row)?;
            }
        }
        Ok(())
    }
}

fn table(f: &mut fmt::Formatter<'_>, texts: &[(CellId, String)]) -> fmt::Result {
    texts.iter().try_for_each(|(id, text)| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        writeln!(f, "\"{id}\" = \"{text}\"")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_shown_as_toml() {
        let example = DataExample {
            finds: 1,
            form: Some(FormId::fixed("f")),
            extent: Extent::Whole,
            cells: [("a".into(), "他说“好”\"\n".to_owned())].into(),
            rows: vec![[("level-3".into(), "长度".to_owned())].into()],
            lines: Vec::new(),
        };
        let shown = "form = \"f\"\n[cells]\n\"a\" = \"他说“好”\\\"\\n\"\n[[rows]]\n\"level-3\" = \"长度\"\n";
        assert_eq!(example.to_string(), shown);
    }
}
