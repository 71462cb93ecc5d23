//! The indicator library: rows to choose from for a document, and better rows for vague ones.
//!
//! ```
//! use jibiao_kit::{Kit, library::Query};
//!
//! let kit = Kit::builtin()?;
//! let hits = kit.library().search(Query::new("pxrc"), 5);
//! assert_eq!(hits[0].entry.wording(), "培训人次 ≥__人次");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod others;
mod take;

use std::{borrow::Cow, sync::OnceLock};

#[cfg(feature = "library-files")]
pub use jibiao_library::text_of;
pub use jibiao_library::{
    BLANK, Category, CategoryKind, Defect, Entry, Hit, LEVELS, Library, LoadError, Loader, MOST_ROWS, Problem, Query,
    Sought, Vague, Way, id, label, level_named, place_in,
};
use jibiao_model::{Concept, Known, Label, LevelTwo, RowId};
use jibiao_wording::Language;
pub use others::{OtherRow, OtherRows};
pub use take::Taken;

use crate::{Draft, Kit, words::kit_messages};

impl Kit {
    /// The rows of this project. A library that somebody brings along is read with [`Library`] and joined to them:
    /// `own.joined(kit.library())`.
    // A library is no part of a pack yet, so all kits share this one.
    #[allow(clippy::unused_self)]
    pub fn library(&self) -> &'static Library {
        static LIBRARY: OnceLock<Library> = OnceLock::new();
        LIBRARY.get_or_init(Library::builtin)
    }

    /// Rows of this project that suit a project by its name and goal, the best first.
    pub fn suggest(&self, project: &str, goal: &str, level: Option<LevelTwo>, most: usize) -> Vec<Hit<'static>> {
        self.library().suggest(project, goal, level, most)
    }

    /// What a 二级指标 is called on the forms at hand.
    pub fn level_label(&self, level: LevelTwo) -> Option<&Label> {
        let ones = self.forms().flat_map(|(_, form)| &form.frame.levels);
        ones.flat_map(|one| &one.twos).find(|two| two.level == level).map(|two| &two.label)
    }
}

impl Draft {
    /// Rows of a library that suit this document, by its project's name and its goals.
    pub fn suggest<'l>(&self, library: &'l Library, level: Option<LevelTwo>, most: usize) -> Vec<Hit<'l>> {
        let reading = self.reading();
        let goals = [Concept::YearGoal, Concept::WholeGoal].map(|goal| reading.text(goal));
        library.suggest(reading.text(Concept::ProjectName), &goals.join("\n"), level, most)
    }

    /// The row of a library that shows how to say what an indicator row means: the nearest of the same level.
    /// `None` where the document has no such row, and where nothing is near.
    pub fn better<'l>(&self, library: &'l Library, row: &RowId) -> Option<&'l Entry> {
        let reading = self.reading();
        let indicator = reading.indicators.iter().find(|indicator| indicator.row == row)?;
        let level = match indicator.level_two {
            Known::Answered(level) => Some(level),
            _ => None,
        };
        let project = reading.text(Concept::ProjectName);
        library.better(Vague { project, name: indicator.name, level, target: indicator.target_text })
    }
}

/// What is wrong with a library, in words: row, column, the text there, and what to do.
pub fn problem(problem: &Problem, language: Language) -> String {
    let Problem { sheet, row, column, text, other, other_sheet, defect } = problem;
    let number = |number: u32| Cow::Owned(number.to_string());
    let text = crate::words::shortened(text);
    let args = [("row", number(*row)), ("column", column.as_str().into()), ("text", text), ("other", number(*other))];
    let words = kit_messages().of(language);
    let elsewhere = if other_sheet.is_empty() { "" } else { "-elsewhere" };
    let mut args = args.to_vec();
    args.push(("other-sheet", crate::words::shortened(other_sheet)));
    let said = words.render(&["library-", defect.name(), elsewhere].concat(), &args);
    if sheet.is_empty() {
        return said;
    }
    words.render("library-in-sheet", &[("sheet", crate::words::shortened(sheet)), ("said", said.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kit() -> Kit {
        Kit::builtin().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn every_defect_has_words_in_every_language() {
        for defect in Defect::ALL {
            for language in Language::ALL {
                let key = ["library-", defect.name()].concat();
                assert!(kit_messages().of(language).pattern(&key).is_some(), "{key}");
            }
        }
        let found = Problem {
            sheet: "教育".to_owned(),
            row: 7,
            column: "方向".to_owned(),
            text: "越多越好".to_owned(),
            other: 0,
            other_sheet: String::new(),
            defect: Defect::DirectionUnknown,
        };
        let said = problem(&found, Language::Zh);
        assert!(said.starts_with("工作表“教育”：第7行"), "{said}");
        let twice = Problem { other: 3, other_sheet: "水利".to_owned(), defect: Defect::RowTwice, ..found };
        let said_twice = problem(&twice, Language::Zh);
        assert!(said_twice.contains("工作表“水利”第3行"), "{said_twice}");
        assert!(said.contains("第7行") && said.contains("方向") && said.contains("越多越好"), "{said}");
    }

    #[test]
    fn every_row_has_a_place_in_every_frame_and_every_level_a_name() {
        let kit = kit();
        for (_, form) in kit.forms() {
            let faults: Vec<&str> = kit
                .library()
                .entries()
                .iter()
                .filter(|entry| place_in(&form.frame, entry).is_none())
                .map(|entry| entry.name.as_str())
                .collect();
            assert!(faults.is_empty(), "{}: {faults:?}", form.id);
        }
        for level in LEVELS {
            assert!(kit.level_label(level).is_some(), "{}", id(level));
        }
    }

    #[test]
    fn a_document_is_offered_rows_and_a_vague_row_a_better_one() {
        let mut draft = kit().blank("project-declaration-2021", "x").unwrap();
        let set = |draft: &mut Draft, concept, text: &str| {
            let cell = draft.form().cell_of(concept).unwrap().clone();
            draft.apply(jibiao_model::Edit::SetCell { cell, text: text.to_owned() }).unwrap();
        };
        set(&mut draft, Concept::ProjectName, "干部能力提升项目");
        set(&mut draft, Concept::YearGoal, "举办培训班6期，培训干部400人次");
        let form = draft.form().clone();
        let table = form.indicators().unwrap();
        let mut row = jibiao_model::Row::new("r1".into());
        for (concept, text) in [
            (Concept::LevelOne, "产出指标"),
            (Concept::LevelTwo, "时效指标"),
            (Concept::LevelThree, "培训完成及时性"),
            (Concept::Target, "及时"),
        ] {
            row.cells.insert(table.column(concept).unwrap().id.clone(), text.to_owned());
        }
        draft.apply(jibiao_model::Edit::InsertRow { table: table.id.clone(), at: 0, row }).unwrap();
        let better = draft.better(kit().library(), &"r1".into()).map(Entry::wording);
        assert_eq!(better.as_deref(), Some("培训完成时间 __月底前"));
        assert_eq!(draft.better(kit().library(), &"r2".into()), None);
        let hits = draft.suggest(kit().library(), Some(LevelTwo::Quantity), 2);
        let names: Vec<&str> = hits.iter().map(|hit| hit.entry.name.as_str()).collect();
        assert!(names.contains(&"培训人次"), "{names:?}");
    }
}
