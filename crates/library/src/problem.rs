//! What is wrong with a library that somebody wants to load.

use std::fmt;

/// One thing that is wrong: row, column, the text there, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The sheet of a workbook; blank where the file is one table.
    pub sheet: String,
    /// The row as a spreadsheet counts them, headings first; 0 for the whole file.
    pub row: u32,
    /// The heading of the column; blank for a whole row or file.
    pub column: String,
    /// What stands there.
    pub text: String,
    /// The row further up that says the same; 0 where there is none.
    pub other: u32,
    /// The sheet of that row, where it is another one.
    pub other_sheet: String,
    pub defect: Defect,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Defect {
    /// The bytes are text in none of the encodings.
    NotText,
    /// A workbook as programs of long ago saved it, or one with a password.
    OldOrLocked,
    /// A zip that is no workbook, or a damaged one.
    NotAWorkbook,
    /// A workbook that unpacks to more than any library needs.
    TooLarge,
    /// The table can't be told apart into rows and cells.
    NotATable,
    /// A column that is needed has no heading.
    ColumnMissing,
    /// Two columns have headings that mean the same.
    ColumnTwice,
    /// There is no row under the headings.
    NoRows,
    /// More rows than a library may have.
    TooManyRows,
    /// A cell that holds more text than any row needs.
    TextTooLong,
    /// The 二级指标 is none of the known ones.
    LevelUnknown,
    /// The 一级指标 is one that such a 二级指标 does not stand under.
    LevelsDisagree,
    /// The name is missing or has no letter.
    NameMissing,
    /// The direction is none of the known signs or words.
    DirectionUnknown,
    /// The unit is none that a value could have.
    UnitUnknown,
    /// The pattern says something else than direction and unit.
    PatternDisagrees,
    /// The same row stands further up.
    RowTwice,
}

impl Defect {
    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotText => "not-text",
            Self::OldOrLocked => "old-or-locked",
            Self::NotAWorkbook => "not-a-workbook",
            Self::TooLarge => "too-large",
            Self::NotATable => "not-a-table",
            Self::ColumnMissing => "column-missing",
            Self::ColumnTwice => "column-twice",
            Self::NoRows => "no-rows",
            Self::TooManyRows => "too-many-rows",
            Self::TextTooLong => "text-too-long",
            Self::LevelUnknown => "level-unknown",
            Self::LevelsDisagree => "levels-disagree",
            Self::NameMissing => "name-missing",
            Self::DirectionUnknown => "direction-unknown",
            Self::UnitUnknown => "unit-unknown",
            Self::PatternDisagrees => "pattern-disagrees",
            Self::RowTwice => "row-twice",
        }
    }

    /// Every defect, for tests over messages.
    pub const ALL: [Self; 17] = [
        Self::NotText,
        Self::OldOrLocked,
        Self::NotAWorkbook,
        Self::TooLarge,
        Self::NotATable,
        Self::ColumnMissing,
        Self::ColumnTwice,
        Self::NoRows,
        Self::TooManyRows,
        Self::TextTooLong,
        Self::LevelUnknown,
        Self::LevelsDisagree,
        Self::NameMissing,
        Self::DirectionUnknown,
        Self::UnitUnknown,
        Self::PatternDisagrees,
        Self::RowTwice,
    ];
}

/// Why a library was refused: all of its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    pub(crate) problems: Vec<Problem>,
}

impl Problem {
    pub(crate) fn new(row: u32, column: &str, text: &str, defect: Defect) -> Self {
        let (sheet, other_sheet) = (String::new(), String::new());
        Self { sheet, row, column: column.to_owned(), text: text.to_owned(), other: 0, other_sheet, defect }
    }
}

impl LoadError {
    /// What is wrong with the file as a whole.
    #[cfg(feature = "csv")]
    pub(crate) fn whole(defect: Defect) -> Self {
        Self { problems: vec![Problem::new(0, "", "", defect)] }
    }

    /// All problems, in the order of the rows.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the library was refused for {} problem(s):", self.problems.len())?;
        self.problems.iter().try_for_each(|problem| {
            let Problem { sheet, row, column, text, defect, .. } = problem;
            writeln!(f, "  {sheet} row {row}, {column}: {} ({text})", defect.name())
        })
    }
}

impl std::error::Error for LoadError {}
