//! Sheets of cells as data.

use serde::{Deserialize, Serialize};

use crate::Area;

/// The most characters that a cell of a spreadsheet takes, counted in UTF-16 units.
pub const MOST_CHARACTERS: usize = 32_767;

/// Sheets of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Workbook {
    pub sheets: Vec<Sheet>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Name>,
}

/// A name for cells, by which formulas and programs find them wherever they move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// A letter or `_`, then letters, digits, `_` and `.`.
    pub name: String,
    /// The position of the sheet that the cells stand on.
    pub sheet: usize,
    /// Whether it is a name of that sheet alone, so that each sheet may have one of its own.
    #[serde(default, skip_serializing_if = "is_false")]
    pub local: bool,
    pub area: Area,
}

/// Whether a person sees a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Visibility {
    #[default]
    Shown,
    Hidden,
    /// Hidden, and not offered in the list of hidden ones either.
    VeryHidden,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    #[serde(default)]
    pub visibility: Visibility,
    /// From the first on; columns beyond have the usual width.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// In order; rows without anything may be left out.
    pub rows: Vec<Row>,
    #[serde(default)]
    pub merges: Vec<Area>,
    /// Answers that are offered; other texts stay possible.
    #[serde(default)]
    pub choices: Vec<Choices>,
    /// Only cells of an unlocked style take input. There is no password: it keeps from slips, not from people.
    #[serde(default)]
    pub protected: bool,
    #[serde(default)]
    pub print: Option<Print>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// In hundredths of a digit's width.
    pub width: u32,
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its position, counted from 0.
    pub at: u32,
    /// In tenths of a point; `None` for what its texts need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
    /// In order.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The position of its column, counted from 0.
    #[serde(rename = "c")]
    pub column: u32,
    #[serde(rename = "s", default, skip_serializing_if = "Style::is_plain")]
    pub style: Style,
    /// What a person sees. Written to a file it is text, whatever it begins with, unless there is a figure.
    #[serde(rename = "t", default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The number that it is.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// Whether a formula made it. Formulas are never written.
    #[serde(rename = "f", default, skip_serializing_if = "is_false")]
    pub formula: bool,
}

/// A number as a spreadsheet holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Decimal text: `31872.46`.
    pub exact: String,
    /// The format code that shows it: `0.00%`; blank for the usual one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub format: String,
}

/// How a cell looks and whether it takes input: a small closed set, so that two exports never look different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    #[default]
    Plain,
    /// The name of the table, large and in the middle.
    Title,
    /// A line under the title, at the left …
    Line,
    /// … and at the right.
    LineEnd,
    /// A printed label.
    Label,
    /// A printed label over a column.
    Header,
    /// A text that somebody types. Takes input.
    Value,
    /// A short text that somebody types, in the middle. Takes input.
    Short,
    /// An amount that somebody types, at the right. Takes input.
    Amount,
    /// A printed dash: nothing is asked for here.
    Absent,
    /// A printed text in a table that cannot be changed.
    Printed,
    /// A printed note.
    Note,
    /// A place for a signature or a seal.
    Seal,
    /// What says which pack and document it is.
    Imprint,
    /// An unseen mark that moves along with its row. Takes input, so that the row can be deleted.
    Mark,
}

impl Style {
    /// All styles.
    pub const ALL: [Self; 15] = [
        Self::Plain,
        Self::Title,
        Self::Line,
        Self::LineEnd,
        Self::Label,
        Self::Header,
        Self::Value,
        Self::Short,
        Self::Amount,
        Self::Absent,
        Self::Printed,
        Self::Note,
        Self::Seal,
        Self::Imprint,
        Self::Mark,
    ];

    /// Whether a cell of a protected sheet takes input.
    pub fn is_unlocked(self) -> bool {
        matches!(self, Self::Value | Self::Short | Self::Amount | Self::Mark)
    }

    fn is_plain(&self) -> bool {
        *self == Self::Plain
    }
}

/// Answers that a spreadsheet offers for some cells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    pub area: Area,
    pub answers: Vec<String>,
}

/// How a sheet is printed: on A4, as wide as the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    pub landscape: bool,
    pub area: Option<Area>,
    /// First and last row that stand on every page.
    pub repeated: Option<(u32, u32)>,
    /// At the foot of every page, at the left; page numbers stand at the right.
    #[serde(default)]
    pub footer: String,
}

impl Sheet {
    /// The text of a cell; blank where there is none.
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cell(row, column).map_or("", |cell| cell.text.as_str())
    }

    /// A cell.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        let row = self.rows.get(self.rows.binary_search_by_key(&row, |row| row.at).ok()?)?;
        row.cells.get(row.cells.binary_search_by_key(&column, |cell| cell.column).ok()?)
    }
}

impl Workbook {
    /// The first sheet with a name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !*flag
}
