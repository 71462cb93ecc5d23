//! From a table of texts to a library: headings found, every cell read once, all problems listed.

mod cells;
mod headings;

use jibiao_model::{
    LevelTwo,
    order::{arranged, order},
};

use crate::{
    Category, CategoryKind, Defect, Entry, Library, LoadError, Problem,
    loader::headings::{Column, Headings},
};

/// The most rows of one library.
pub const MOST_ROWS: u32 = 200_000;

/// Headings stand within so many rows: titles and notes may stand above them.
pub(crate) const HEAD: u32 = 10;

/// Beyond so many problems the rest is not examined: the file is another one than was meant.
const MOST_PROBLEMS: usize = 500;

/// Reads a table row by row: [`Loader::row`] for each, headings among the first, then [`Loader::finish`].
#[derive(Debug, Default)]
pub struct Loader {
    headings: Option<Headings>,
    categories: Vec<Category>,
    /// Categories of rows that name none.
    standing: Vec<u16>,
    /// What merged cells said last.
    above: Above,
    entries: Vec<Entry>,
    /// The row in the file, for each entry, with the position of its sheet.
    rows: Vec<(usize, u32)>,
    /// Names of the sheets so far; none where the file is one table.
    sheets: Vec<String>,
    /// How many problems know their sheet.
    placed: usize,
    problems: Vec<Problem>,
    own: bool,
}

/// What stood in the columns whose blank cells mean the same as above.
#[derive(Clone, Debug, Default)]
struct Above {
    one: String,
    two: String,
    types: String,
    sectors: String,
}

impl Loader {
    /// A loader of somebody's own library; it knows the types and sectors of this project.
    pub fn new() -> Self {
        Self { categories: crate::library::known_categories(), own: true, ..Self::default() }
    }

    /// Takes the next row. `number` is the row as a spreadsheet counts, from 1.
    pub fn row(&mut self, number: u32, cells: &[&str]) {
        if self.problems.len() >= MOST_PROBLEMS || cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let Some(headings) = self.headings.take() else {
            self.head(number, cells);
            return;
        };
        if u32::try_from(self.entries.len()).is_ok_and(|count| count < MOST_ROWS) {
            self.entry(number, &headings, cells);
        } else if !self.problems.iter().any(|problem| problem.defect == Defect::TooManyRows) {
            self.problem(number, "", &MOST_ROWS.to_string(), Defect::TooManyRows);
        }
        self.headings = Some(headings);
    }

    /// Rows that follow stand in this sheet, under headings of their own.
    pub fn sheet(&mut self, name: &str) {
        self.place_problems();
        self.headings = None;
        self.above = Above::default();
        self.sheets.push(name.to_owned());
    }

    fn place_problems(&mut self) {
        if let Some(sheet) = self.sheets.last() {
            self.problems.iter_mut().skip(self.placed).for_each(|problem| problem.sheet.clone_from(sheet));
        }
        self.placed = self.problems.len();
    }

    /// The library of the rows taken.
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a library is accepted as a whole or not at all.
    pub fn finish(mut self) -> Result<Library, LoadError> {
        if self.headings.is_none() && self.problems.is_empty() {
            for column in [Column::Two, Column::Name] {
                self.problem(0, column.heading(), "", Defect::ColumnMissing);
            }
        } else if self.entries.is_empty() && self.problems.is_empty() {
            self.problem(0, "", "", Defect::NoRows);
        }
        self.place_problems();
        self.repeated();
        if self.problems.is_empty() {
            return Ok(Library::new(self.entries, self.categories));
        }
        let sheet = |problem: &Problem| self.sheets.iter().position(|sheet| *sheet == problem.sheet);
        let places: Vec<_> = self.problems.iter().map(|problem| (sheet(problem), problem.row)).collect();
        let order = order(places.len(), &|a, b| places.get(a).cmp(&places.get(b)));
        Err(LoadError { problems: arranged(self.problems, &order) })
    }

    /// A loader of this project's own rows, told their headings and categories.
    #[cfg(feature = "builtin")]
    pub(crate) fn of_builtin(headings: &[&str]) -> Self {
        let mut loader = Self::default();
        loader.head(1, headings);
        loader
    }

    /// Rows that follow belong to this category, or to none.
    #[cfg(feature = "builtin")]
    pub(crate) fn stand_under(&mut self, category: Option<Category>) {
        self.standing.clear();
        if let Some(category) = category {
            self.standing.extend(u16::try_from(self.categories.len()));
            self.categories.push(category);
        }
    }

    fn problem(&mut self, row: u32, column: &str, text: &str, defect: Defect) {
        self.problems.push(Problem::new(row, column, text, defect));
    }

    /// Whether a row has the headings that a library needs.
    #[cfg(feature = "xlsx")]
    pub(crate) fn heads(cells: &[&str]) -> bool {
        let (headings, _) = Headings::find(cells);
        headings.has(Column::Two) && headings.has(Column::Name)
    }

    /// Takes a row for the headings if both needed columns have one there.
    fn head(&mut self, number: u32, cells: &[&str]) {
        let (headings, twice) = Headings::find(cells);
        if headings.has(Column::Two) && headings.has(Column::Name) {
            self.headings = Some(headings);
            for heading in twice {
                self.problem(number, heading, heading, Defect::ColumnTwice);
            }
        } else if number >= HEAD && self.problems.is_empty() {
            let missing = if headings.has(Column::Two) { Column::Name } else { Column::Two };
            self.problem(number, missing.heading(), "", Defect::ColumnMissing);
        }
    }

    fn entry(&mut self, number: u32, headings: &Headings, cells: &[&str]) {
        let mut read = cells::Cells { headings, cells, row: number, problems: &mut self.problems };
        let one = read.or_above(Column::One, &mut self.above.one);
        let two = read.or_above(Column::Two, &mut self.above.two);
        let types = read.or_above(Column::Type, &mut self.above.types);
        let sectors = read.or_above(Column::Sector, &mut self.above.sectors);
        let level = read.level(&one, &two);
        let name = read.name();
        let (sought, unit, pattern) = read.target();
        let [counts, evidence, keywords, reference] =
            [Column::Counts, Column::Evidence, Column::Keywords, Column::Reference].map(|column| read.text(column));
        let common = read.ticked(Column::Common);
        // With a problem there is no library; a stand-in keeps the count of rows.
        let level = level.unwrap_or(LevelTwo::Quantity);
        let mut categories = self.standing.clone();
        self.listed(CategoryKind::Type, &types, &mut categories);
        self.listed(CategoryKind::Sector, &sectors, &mut categories);
        let own = self.own;
        self.entries.push(Entry {
            level,
            name,
            sought,
            unit,
            pattern,
            counts,
            evidence,
            keywords,
            reference,
            common,
            categories,
            own,
        });
        self.rows.push((self.sheets.len(), number));
    }

    /// Adds the categories that a cell names, making those that are new.
    fn listed(&mut self, kind: CategoryKind, cell: &str, found: &mut Vec<u16>) {
        for name in cell.split(['、', ',', '，', ';', '；', '/']).map(str::trim).filter(|name| !name.is_empty()) {
            if name == "通用" {
                continue;
            }
            let known = self.categories.iter().position(|known| known.kind == kind && known.is_called(name));
            let position = known.unwrap_or_else(|| {
                self.categories.push(Category::named_only(kind, name));
                self.categories.len().saturating_sub(1)
            });
            let Ok(position) = u16::try_from(position) else { continue };
            if !found.contains(&position) {
                found.push(position);
            }
        }
    }

    /// Finds rows that stand twice: same level, name, unit and categories.
    fn repeated(&mut self) {
        let key =
            |at: usize| self.entries.get(at).map(|entry| (entry.level, &entry.name, &entry.unit, &entry.categories));
        let order = order(self.entries.len(), &|a, b| key(a).cmp(&key(b)));
        let mut twice = Vec::new();
        for pair in order.windows(2) {
            let &[first, second] = pair else { continue };
            // Rows without a name are a problem already.
            if key(first) == key(second) && self.entries.get(first).is_some_and(|entry| !entry.name.is_empty()) {
                let row = |at: usize| self.rows.get(at).copied().unwrap_or_default();
                let sheet = |number: usize| number.checked_sub(1).and_then(|at| self.sheets.get(at));
                let ((its, at), (others, other)) = (row(second), row(first));
                let text = self.entries.get(second).map_or("", |entry| entry.name.as_str());
                let mut problem = Problem::new(at, Column::Name.heading(), text, Defect::RowTwice);
                problem.other = other;
                problem.sheet = sheet(its).cloned().unwrap_or_default();
                problem.other_sheet = sheet(others).filter(|_| its != others).cloned().unwrap_or_default();
                twice.push(problem);
            }
        }
        self.problems.extend(twice);
    }
}

#[cfg(test)]
mod tests;
