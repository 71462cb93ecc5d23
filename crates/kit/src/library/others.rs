//! Rows of a person's other documents, looked up like those of a library.

use jibiao_library::{BLANK, Entry, Library, Query};
use jibiao_model::{Concept, Known, LevelTwo, SortedSet};
use jibiao_reading::{Indicator, Reading};

use crate::Draft;

/// The indicator rows of other documents.
#[derive(Debug, Default)]
pub struct OtherRows {
    library: Library,
    /// Where each row of the library stands.
    origins: Vec<Origin>,
}

#[derive(Clone, Debug)]
struct Origin {
    project: String,
    year: String,
}

/// A row of another document.
#[derive(Clone, Copy, Debug)]
pub struct OtherRow<'o> {
    pub entry: &'o Entry,
    /// The project, else the department.
    pub project: &'o str,
    /// 年度, as typed.
    pub year: &'o str,
}

impl OtherRows {
    /// The rows of these documents. Of rows that say the same, the first stays: the latest document should come first.
    pub fn of<'d>(drafts: impl IntoIterator<Item = &'d Draft>) -> Self {
        let mut entries = Vec::new();
        let mut origins = Vec::new();
        let mut known = SortedSet::new();
        for draft in drafts {
            let reading = draft.reading();
            let named = [Concept::ProjectName, Concept::Department].map(|concept| reading.text(concept).trim());
            let project = named.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
            let origin = Origin { project: project.to_owned(), year: reading.text(Concept::Year).trim().to_owned() };
            for indicator in &reading.indicators {
                let Known::Answered(level) = indicator.level_two else { continue };
                if indicator.name.trim().is_empty() {
                    continue;
                }
                let entry = Entry::of_row(level, indicator.name, &draft.whole_target(&reading, indicator), project);
                let title = [jibiao_library::id(entry.level), &entry.name, &entry.pattern, &entry.reference].join("\n");
                if known.insert(title) {
                    entries.push(entry);
                    origins.push(origin.clone());
                }
            }
        }
        Self { library: Library::of_rows(entries), origins }
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.origins.is_empty()
    }

    /// Rows like what was typed, the best first; where nothing was typed, rows that fit a document by the name of its
    /// project and its goals.
    pub fn find(&self, draft: &Draft, text: &str, level: Option<LevelTwo>, most: usize) -> Vec<OtherRow<'_>> {
        let text = text.trim();
        let hits = if text.is_empty() {
            let reading = draft.reading();
            let goals = [Concept::YearGoal, Concept::WholeGoal].map(|goal| reading.text(goal)).join("\n");
            self.library.near(reading.text(Concept::ProjectName), &goals, level, most)
        } else {
            self.library.search(Query { text, level, category: None }, most)
        };
        let row = |entry: &'_ Entry| {
            let rows = self.library.entries().iter().zip(&self.origins);
            let (entry, Origin { project, year }) = rows.into_iter().find(|(other, _)| std::ptr::eq(*other, entry))?;
            Some(OtherRow { entry, project, year })
        };
        hits.into_iter().filter_map(|hit| row(hit.entry)).collect()
    }
}

impl Draft {
    /// The value of an indicator with sign and unit, also where these stand in columns of their own.
    fn whole_target(&self, reading: &Reading<'_>, indicator: &Indicator<'_>) -> String {
        let target = indicator.target_text.trim();
        let Some(table) = reading.table else { return target.to_owned() };
        let rows = self.document().rows(table.as_str());
        let row = rows.iter().find(|row| row.id == *indicator.row);
        let shape = self.form().tables().map(|(_, table)| table).find(|shape| shape.id == *table);
        let (Some(row), Some(shape)) = (row, shape) else { return target.to_owned() };
        let text = |concept| {
            let column = shape.columns.iter().find(|column| column.concept == Some(indicator.column(concept)));
            column.map_or("", |column| row.text(column.id.as_str()).trim())
        };
        // 定性 says that there is no sign. People repeat in a column what the value says already.
        let sign = text(Concept::Operator);
        let sign = if sign.chars().any(char::is_alphabetic) || target.starts_with(sign) { "" } else { sign };
        let unit = text(Concept::Unit);
        let unit = if target.ends_with(unit) { "" } else { unit };
        let number = if target.is_empty() && !(sign.is_empty() && unit.is_empty()) { BLANK } else { target };
        [sign, number, unit].concat()
    }
}

#[cfg(test)]
mod tests {
    use jibiao_model::{CellId, Edit, Row, RowId, TableId};

    use super::*;
    use crate::Kit;

    fn draft(kit: &Kit, form: &str, project: &str, rows: &[&[(&str, &str)]]) -> Draft {
        let mut draft = kit.blank(form, project).unwrap();
        for (cell, text) in [("project-name", project), ("year", "2025")] {
            draft.apply(Edit::SetCell { cell: CellId::new(cell), text: text.to_owned() }).unwrap();
        }
        for (at, cells) in rows.iter().enumerate() {
            let mut row = Row::new(RowId::new(format!("r{at}")));
            row.cells.extend(cells.iter().map(|(cell, text)| (CellId::new(*cell), (*text).to_owned())));
            draft.apply(Edit::InsertRow { table: TableId::new("indicators"), at: usize::MAX, row }).unwrap();
        }
        draft
    }

    const LENGTH: &[(&str, &str)] =
        &[("level-1", "产出指标"), ("level-2", "数量指标"), ("level-3", "安装护栏长度"), ("target", "≥38公里")];
    const APART: &[(&str, &str)] = &[
        ("level-1", "产出指标"),
        ("level-2", "数量指标"),
        ("level-3", "公路养护里程"),
        ("operator", "≥"),
        ("target", "312"),
        ("unit", "公里"),
    ];
    const TWICE: &[(&str, &str)] = &[
        ("level-1", "产出指标"),
        ("level-2", "数量指标"),
        ("level-3", "公路养护里程"),
        ("operator", "≥"),
        ("target", "≥312公里"),
        ("unit", "公里"),
    ];
    const UNNAMED: &[(&str, &str)] = &[("level-1", "产出指标"), ("level-2", "数量指标"), ("target", "≥3个")];

    #[test]
    fn rows_are_told_with_their_project_and_year_the_same_row_once() {
        let kit = Kit::builtin().unwrap();
        let one = draft(&kit, "project-declaration-2021", "公路安全防护", &[LENGTH, UNNAMED]);
        let two = draft(&kit, "project-declaration-2015", "县道养护", &[APART, LENGTH, TWICE]);
        let others = OtherRows::of([&one, &two]);
        let here = draft(&kit, "project-declaration-2021", "乡道公路安全工程", &[]);
        let found = |text: &str| -> Vec<String> {
            let rows = others.find(&here, text, None, 9);
            rows.iter().map(|row| [row.project, row.year, &row.entry.name, &row.entry.pattern].join(" ")).collect()
        };
        assert_eq!(found("护栏"), ["公路安全防护 2025 安装护栏长度 ≥__公里"]);
        assert_eq!(found("yhlc"), ["县道养护 2025 公路养护里程 ≥__公里"]);
        assert!(found("").contains(&"公路安全防护 2025 安装护栏长度 ≥__公里".to_owned()));
        assert!(others.find(&here, "护栏", Some(LevelTwo::Quality), 9).is_empty());
    }

    #[test]
    fn a_row_is_taken_with_a_blank_or_with_its_value() {
        let kit = Kit::builtin().unwrap();
        let table = TableId::new("indicators");
        let others = OtherRows::of([&draft(&kit, "project-declaration-2021", "县道养护", &[APART])]);
        let mut here = draft(&kit, "project-declaration-2021", "乡道", &[]);
        let entry = others.find(&here, "养护里程", None, 1)[0].entry.clone();
        let blank = here.take(&entry, &table, None).unwrap();
        here.apply(blank.edit).unwrap();
        let whole = here.take_with_value(&entry, &table, None).unwrap();
        here.apply(whole.edit).unwrap();
        let texts = |draft: &Draft, cell: &str| -> Vec<String> {
            draft.document().rows("indicators").iter().map(|row| row.text(cell).to_owned()).collect()
        };
        assert_eq!(texts(&here, "target"), ["≥__公里", "≥312公里"]);
        // Where sign and unit have columns, each goes into its own.
        let mut apart = draft(&kit, "project-declaration-2021", "乡道", &[APART]);
        let whole = apart.take_with_value(&entry, &table, None).unwrap();
        apart.apply(whole.edit).unwrap();
        assert_eq!(texts(&apart, "operator"), ["≥", "≥"]);
        assert_eq!(texts(&apart, "target"), ["312", "312"]);
        assert_eq!(texts(&apart, "unit"), ["公里", "公里"]);
    }
}
