//! What happens to every row and cell of a table from elsewhere, and the edit that does it.

mod cells;
mod places;

use jibiao_model::{CellId, Edit, Row, RowId};
use serde::Serialize;

use self::{
    cells::Texts,
    places::{Place, Places},
};
use crate::{Grid, Mapping, Sheet, headings, names::plain};

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fate")]
pub enum Fate {
    /// It stands above the headers.
    Above,
    /// It is one of the headers, or their repetition on another page.
    Head,
    /// It holds nothing for a column that is taken.
    Blank,
    /// It is a sum, no row of its own.
    Total,
    /// The person left it out.
    LeftOut,
    /// The table takes no more rows, and has none of this name.
    Homeless,
    /// It is laid over the row at this position.
    Over { row: usize },
    /// It becomes a row.
    New,
}

/// What becomes of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Its text goes into a blank cell.
    Fills,
    /// Its text takes the place of another.
    Replaces,
    /// The text stands there already.
    Same,
    /// The cell is printed, or was taken over, and stays as it is.
    Locked,
    /// The text is longer than a cell may be.
    TooLong,
}

/// How the text of a cell was changed on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// The group above stands for this row too.
    FromAbove,
    /// A group or an answer is written as the form writes it.
    AsOnForm,
    /// Lines became one.
    OneLine,
}

/// Why a text may not be what stood in the spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// `####`: the column was too narrow to show it.
    NotShown,
    /// `#REF!`: a formula that failed.
    Failed,
    /// `1.2E+11`: a number that was shown shortened.
    Shortened,
}

/// A cell that goes somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedCell {
    /// The column of the grid.
    pub from: usize,
    /// The position of the column in the form's table.
    pub to: usize,
    /// The text as it goes into the document.
    pub text: String,
    #[serde(rename = "use")]
    pub used: Use,
    /// The text that stands there now.
    pub before: String,
    pub turn: Option<Turn>,
    pub doubt: Option<Doubt>,
}

/// A row of the grid, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlannedRow {
    #[serde(flatten)]
    pub fate: Fate,
    /// The cells that go somewhere; none unless the row does.
    pub cells: Vec<PlannedCell>,
}

impl PlannedRow {
    /// Whether something of the kind becomes of one of its cells.
    pub fn has(&self, used: Use) -> bool {
        self.cells.iter().any(|cell| cell.used == used)
    }
}

/// What happens, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Rows that are added.
    pub added: usize,
    /// Rows that are there and get texts where they had none.
    pub filled: usize,
    /// Rows that are there and have texts replaced.
    pub changed: usize,
    /// Texts that take the place of others.
    pub replaced: usize,
    /// Texts that were changed on the way.
    pub turned: usize,
    /// Texts that may not be what stood in the spreadsheet.
    pub doubtful: usize,
    /// Texts for cells that stay as they are.
    pub locked: usize,
    /// Texts that are too long.
    pub too_long: usize,
    /// Rows that have no place.
    pub homeless: usize,
    /// Rows that are sums.
    pub totals: usize,
    /// Rows above the headers.
    pub above: usize,
    /// Texts in columns that go nowhere, of rows that go somewhere.
    pub unplaced: usize,
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    /// One for each row of the grid.
    pub rows: Vec<PlannedRow>,
    pub tally: Tally,
    /// Columns of the grid that go nowhere and hold something, serial numbers left aside.
    pub unplaced: Vec<usize>,
    /// One step; `None` where nothing would change.
    pub edit: Option<Edit>,
}

/// Says what happens when a table from elsewhere is put in as it is understood.
///
/// A blank cell never takes a text away.
pub fn plan(sheet: &Sheet<'_>, grid: &Grid, mapping: &Mapping) -> Plan {
    let mut texts = Texts::new(sheet, grid, mapping);
    let mut places = Places::new(sheet, mapping.way);
    let mut rows = Vec::with_capacity(grid.height());
    let mut tally = Tally::default();
    let mut edits = Edits::new(sheet);
    let numbers = sheet.vocabulary.list("column-number");
    let headed = |column: usize| mapping.head.clone().any(|row| numbers.has(&plain(grid.text(row, column))));
    let homeless = |column: &usize| mapping.columns.get(*column).is_none_or(Option::is_none) && !headed(*column);
    let homeless: Vec<usize> = (0..grid.width()).filter(homeless).collect();
    let mut unplaced: Vec<usize> = Vec::new();
    for row in 0..grid.height() {
        let mut planned = PlannedRow { fate: fate(sheet, grid, mapping, row), cells: Vec::new() };
        if planned.fate == Fate::New {
            planned.cells = texts.of_row(row);
            planned.fate = if planned.cells.is_empty() {
                Fate::Blank
            } else {
                match places.of(&planned.cells) {
                    Place::Over(row) => Fate::Over { row },
                    Place::New(after) => {
                        edits.add(after, &planned.cells);
                        Fate::New
                    }
                    Place::None => Fate::Homeless,
                }
            };
        }
        if let Fate::Over { row } = planned.fate {
            edits.change(row, &mut planned.cells);
        }
        tally.count(&planned);
        let goes = matches!(planned.fate, Fate::New | Fate::Over { .. });
        if goes {
            for column in homeless.iter().filter(|column| !grid.own(row, **column).is_empty()) {
                tally.unplaced = tally.unplaced.saturating_add(1);
                if let Err(at) = unplaced.binary_search(column) {
                    unplaced.insert(at, *column);
                }
            }
        }
        rows.push(planned);
    }
    Plan { rows, tally, unplaced, edit: edits.finish() }
}

/// What a row is; `New` for one that goes somewhere.
fn fate(sheet: &Sheet<'_>, grid: &Grid, mapping: &Mapping, row: usize) -> Fate {
    if mapping.left_out.contains(&row) {
        return Fate::LeftOut;
    }
    if grid.is_blank(row) {
        return Fate::Blank;
    }
    if mapping.head.contains(&row) || headings::is_repeated(grid, &mapping.head, row) {
        return Fate::Head;
    }
    if row < mapping.head.start {
        return Fate::Above;
    }
    let mut texts = (0..grid.width()).map(|column| grid.own(row, column)).filter(|text| !text.is_empty());
    let sums = sheet.vocabulary.list("row-total");
    if texts.next().is_some_and(|text| sums.has(&plain(text))) { Fate::Total } else { Fate::New }
}

impl Tally {
    fn count(&mut self, row: &PlannedRow) {
        let add = |count: &mut usize| *count = count.saturating_add(1);
        match row.fate {
            Fate::New => add(&mut self.added),
            Fate::Over { .. } => {
                if row.has(Use::Replaces) {
                    add(&mut self.changed);
                } else if row.has(Use::Fills) {
                    add(&mut self.filled);
                }
            }
            Fate::Homeless => return add(&mut self.homeless),
            Fate::Total => return add(&mut self.totals),
            Fate::Above => return add(&mut self.above),
            Fate::Head | Fate::Blank | Fate::LeftOut => return,
        }
        for cell in &row.cells {
            match cell.used {
                Use::Replaces => add(&mut self.replaced),
                Use::Locked => add(&mut self.locked),
                Use::TooLong => add(&mut self.too_long),
                Use::Fills | Use::Same => {}
            }
            if matches!(cell.used, Use::Fills | Use::Replaces) {
                self.turned = self.turned.saturating_add(usize::from(cell.turn.is_some()));
                self.doubtful = self.doubtful.saturating_add(usize::from(cell.doubt.is_some()));
            }
        }
    }
}

/// The changes, collected.
struct Edits<'a> {
    sheet: &'a Sheet<'a>,
    changes: Vec<Edit>,
    /// New rows behind each row that is there; those at the end stand behind the last.
    behind: Vec<Vec<Row>>,
    next: u64,
}

impl<'a> Edits<'a> {
    fn new(sheet: &'a Sheet<'a>) -> Self {
        let fresh = sheet.document.fresh_row_id();
        let next = fresh.as_str().strip_prefix('r').and_then(|number| number.parse().ok()).unwrap_or(1);
        let places = sheet.rows().len().saturating_add(1);
        Self { sheet, changes: Vec::new(), behind: (0..places).map(|_| Vec::new()).collect(), next }
    }

    fn column(&self, cell: &PlannedCell) -> Option<&'a CellId> {
        self.sheet.table.columns.get(cell.to).map(|column| &column.id)
    }

    fn add(&mut self, after: usize, cells: &[PlannedCell]) {
        let mut row = Row::new(RowId::new(["r", &self.next.to_string()].concat()));
        self.next = self.next.saturating_add(1);
        for cell in cells.iter().filter(|cell| cell.used == Use::Fills) {
            if let Some(column) = self.column(cell) {
                row.cells.insert(column.clone(), cell.text.clone());
            }
        }
        if let Some(behind) = self.behind.get_mut(after) {
            behind.push(row);
        }
    }

    /// Says what becomes of each cell in a row that is there, and remembers the changes.
    fn change(&mut self, at: usize, cells: &mut [PlannedCell]) {
        let Some(row) = self.sheet.rows().get(at) else { return };
        let table = &self.sheet.table.id;
        let printed = self.sheet.table.printed.iter().find(|printed| printed.id == row.id);
        for cell in cells.iter_mut() {
            let Some(column) = self.column(cell) else { continue };
            let before = row.text(column.as_str());
            let locked = printed.is_some_and(|printed| printed.cells.contains_key(column))
                || self.sheet.document.is_frozen(Some(table.as_str()), Some(row.id.as_str()), column.as_str());
            cell.used = match cell.used {
                _ if before == cell.text => Use::Same,
                Use::Fills if locked => Use::Locked,
                Use::Fills if !before.is_empty() => Use::Replaces,
                used => used,
            };
            before.clone_into(&mut cell.before);
            if matches!(cell.used, Use::Fills | Use::Replaces) {
                self.changes.push(Edit::SetRowCell {
                    table: table.clone(),
                    row: row.id.clone(),
                    cell: column.clone(),
                    text: cell.text.clone(),
                });
            }
        }
    }

    fn finish(mut self) -> Option<Edit> {
        let mut at = 0usize;
        for (position, rows) in std::mem::take(&mut self.behind).into_iter().enumerate() {
            // Behind nothing, for the first; else behind the row before.
            at = at.saturating_add(usize::from(position > 0));
            for row in rows {
                self.changes.push(Edit::InsertRow { table: self.sheet.table.id.clone(), at, row });
                at = at.saturating_add(1);
            }
        }
        (!self.changes.is_empty()).then_some(Edit::All { edits: self.changes })
    }
}
