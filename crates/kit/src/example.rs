//! 示例: a form filled in, as the pack shows it beside one that is being filled.

use std::sync::Arc;

use jibiao_model::{Document, Row, RowId};

use crate::Draft;

impl Draft {
    /// A worked example of this document's form, as a document of the same pack; `None` where the pack has none.
    /// Its rows are called `x1`, `x2`, …, or as the form prints them.
    pub fn example(&self) -> Option<Self> {
        let (pack, form) = (self.pack(), self.form());
        let example = pack.example(&form.id)?;
        let mut document = Document::new("example", pack.reference.clone(), form.id.clone());
        document.cells.clone_from(&example.cells);
        for (_, table) in form.tables() {
            let rows = example.tables.get(&table.id).map(Vec::as_slice).unwrap_or_default();
            let rows = rows.iter().enumerate().map(|(at, cells)| match table.printed.get(at) {
                Some(printed) => {
                    let mut row = Row { cells: printed.cells.clone(), ..Row::new(printed.id.clone()) };
                    row.cells.extend(cells.clone());
                    row
                }
                None => {
                    let number = at.saturating_add(1).to_string();
                    Row { cells: cells.clone(), ..Row::new(RowId::new(["x", &number].concat())) }
                }
            });
            document.tables.insert(table.id.clone(), rows.collect());
        }
        Self::bound(Arc::clone(pack), document)
    }
}

#[cfg(test)]
mod tests {
    use jibiao_model::Stage;

    use crate::Kit;

    const MAIN_FORMS: [&str; 7] = [
        "project-declaration-2021",
        "project-declaration-2015",
        "project-monitoring-2021",
        "project-self-evaluation-2021",
        "project-self-evaluation-2015",
        "department-declaration",
        "department-self-evaluation",
    ];

    #[test]
    fn each_main_form_has_an_example_in_which_nothing_is_found() {
        let kit = Kit::builtin().unwrap();
        for form in MAIN_FORMS {
            let example = kit.blank(form, "d").unwrap().example().unwrap_or_else(|| panic!("{form} has no example"));
            let report = example.check(Stage::Submission);
            let found: Vec<String> = report.entries.iter().map(|entry| format!("{:?}", entry)).collect();
            assert!(found.is_empty(), "{form}: {found:#?}");
            assert!(example.document().rows("indicators").len() > 8, "{form}");
        }
    }

    #[test]
    fn a_form_without_an_example_has_none() {
        let kit = Kit::builtin().unwrap();
        assert!(kit.blank("report-rating", "d").unwrap().example().is_none());
    }
}
