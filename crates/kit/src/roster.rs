//! 从清单新建: a list of projects, one a row, becomes a document of each. How its columns are understood is `jibiao-table`'s,
//! which sees the cells of the form as the columns of one table.

use jibiao_model::{Cell, CellId, Column, Concept, Document, Edit, Kind, Label, MoneyUnit, PackRef, Table, TableId};
use jibiao_reading::fold;
use jibiao_table::{Fate, Grid, Mapping, Plan, Sheet, Use};

use crate::{Draft, Kit, LIMITS, OpenError};

/// How many documents one list makes at most.
const MOST: usize = 500;

/// A form that is ready to take a list.
#[derive(Clone, Debug)]
pub struct Roster {
    blank: Draft,
    table: Table,
}

/// A list as it is understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    pub grid: Grid,
    pub mapping: Mapping,
    pub plan: Plan,
    /// For each column of the grid the unit of its amounts, where that is another than the form's.
    pub units: Vec<Option<MoneyUnit>>,
}

/// A document of a list.
#[derive(Clone, Debug)]
pub struct Made {
    /// The row of the grid.
    pub row: usize,
    pub draft: Draft,
}

impl Kit {
    /// A form of a pack, ready to take a list of projects.
    ///
    /// # Errors
    /// As [`Kit::blank_of`].
    pub fn roster(&self, pack: &PackRef, form: &str) -> Result<Roster, OpenError> {
        let blank = self.blank_of(pack, form, "list")?;
        let columns = blank.form().cells().map(|(_, cell)| column(cell)).collect();
        let table = Table { id: TableId::new("list"), label: Label::default(), columns, printed: Vec::new() };
        Ok(Roster { blank, table })
    }
}

fn column(cell: &Cell) -> Column {
    Column {
        id: cell.id.clone(),
        concept: cell.concept,
        kind: cell.kind,
        label: cell.label.clone(),
        group: None,
        help: Label::default(),
        choices: cell.choices.clone(),
        width: 0,
        optional: false,
    }
}

impl Roster {
    /// The cells of the form, in its order.
    pub fn columns(&self) -> &[Column] {
        &self.table.columns
    }

    /// The form.
    pub fn draft(&self) -> &Draft {
        &self.blank
    }

    fn sheet(&self) -> Sheet<'_> {
        Sheet {
            form: self.blank.form(),
            table: &self.table,
            document: self.blank.document(),
            vocabulary: &self.blank.pack().book.vocabulary,
            at: None,
            taught: &[],
            most_rows: MOST,
            most_characters: LIMITS.characters,
        }
    }

    /// The column of a concept, by its position.
    pub fn position(&self, concept: Concept) -> Option<usize> {
        self.table.columns.iter().position(|column| column.concept == Some(concept))
    }

    /// The column without which a row is no project: its name, else that of the department.
    pub fn naming(&self) -> Option<usize> {
        self.position(Concept::ProjectName).or_else(|| self.position(Concept::Department))
    }

    /// Understands a list. A cell that was merged over several rows stands for each of them.
    pub fn read(&self, grid: Grid) -> Listed {
        let mapping = jibiao_table::recognise(&self.sheet(), &grid);
        self.understood(grid, mapping)
    }

    /// Understands a list whose headers stand where a person says: in this row, or nowhere.
    pub fn read_under(&self, grid: Grid, head: Option<usize>) -> Listed {
        let mapping = jibiao_table::recognise_under(&self.sheet(), &grid, head);
        self.understood(grid, mapping)
    }

    fn understood(&self, grid: Grid, mut mapping: Mapping) -> Listed {
        if mapping.head.is_empty() {
            // Without headers nobody knows which column is what; a person says so.
            mapping.columns.fill(None);
        }
        let grid = grid.spread(mapping.head.end);
        self.again(grid, mapping)
    }

    /// Says what happens when a list is understood as `mapping` says.
    pub fn again(&self, grid: Grid, mapping: Mapping) -> Listed {
        let mut plan = jibiao_table::plan(&self.sheet(), &grid, &mapping);
        plan.edit = None;
        let form = self.blank.form().money_unit;
        let money = |to: &Option<usize>| {
            to.and_then(|to| self.table.columns.get(to)).is_some_and(|column| column.kind == Kind::Money)
        };
        let unit = |(from, to): (usize, &Option<usize>)| {
            money(to).then(|| unit_of(&grid, &mapping, from)).flatten().filter(|unit| *unit != form)
        };
        let units = mapping.columns.iter().enumerate().map(unit).collect();
        Listed { grid, mapping, plan, units }
    }

    /// Columns of a list that hold something and go nowhere; serial numbers are nobody's loss.
    pub fn unplaced(&self, listed: &Listed) -> Vec<usize> {
        let Listed { grid, mapping, .. } = listed;
        let numbers = self.blank.pack().book.vocabulary.list("column-number");
        let mut columns = Vec::new();
        for column in 0..grid.width() {
            let placed = mapping.columns.get(column).is_some_and(Option::is_some);
            let number = mapping.head.clone().any(|row| numbers.has(grid.text(row, column)));
            let holds = (mapping.head.end..grid.height()).any(|row| !grid.own(row, column).is_empty());
            if !placed && !number && holds {
                columns.push(column);
            }
        }
        columns
    }

    /// The text that a row has for a column of the form.
    pub fn text<'l>(&self, listed: &'l Listed, row: usize, column: usize) -> &'l str {
        let cells = listed.plan.rows.get(row).map(|row| row.cells.as_slice()).unwrap_or_default();
        let cell = cells.iter().find(|cell| cell.to == column && cell.used == Use::Fills);
        cell.map_or("", |cell| cell.text.trim())
    }

    /// Whether a row becomes a document: one that is taken and has a name.
    pub fn becomes(&self, listed: &Listed, row: usize) -> bool {
        let taken = listed.plan.rows.get(row).is_some_and(|row| row.fate == Fate::New);
        taken && self.naming().is_some_and(|naming| !self.text(listed, row, naming).is_empty())
    }

    /// The documents. `id` makes an id for each; `also` holds texts for cells that the list leaves blank.
    pub fn make(&self, listed: &Listed, also: &[(CellId, String)], mut id: impl FnMut() -> String) -> Vec<Made> {
        let mut made = Vec::new();
        for (row, planned) in listed.plan.rows.iter().enumerate() {
            if !self.becomes(listed, row) {
                continue;
            }
            let document = Document { id: id(), ..self.blank.document().clone() };
            let Some(mut draft) = Draft::bound(self.blank.pack().clone(), document) else { continue };
            for cell in planned.cells.iter().filter(|cell| cell.used == Use::Fills) {
                let Some(column) = self.table.columns.get(cell.to) else { continue };
                let mut text = cell.text.clone();
                if let Some(unit) = listed.units.get(cell.from).copied().flatten()
                    && text.ends_with(|sign: char| sign.is_ascii_digit())
                {
                    // The figure stays as it was typed, and says what it is in.
                    text.push_str(unit.label());
                }
                draft.set_quietly(column.id.clone(), text);
            }
            for (cell, text) in also {
                if draft.document().text(cell.as_str()).is_empty() {
                    draft.set_quietly(cell.clone(), text.clone());
                }
            }
            made.push(Made { row, draft });
        }
        made
    }
}

impl Draft {
    /// Fills a cell of a document that nobody has seen yet: there is no step to take back.
    fn set_quietly(&mut self, cell: CellId, text: String) {
        // A cell of its own form fits.
        if self.apply(Edit::SetCell { cell, text }).is_ok() {
            self.forget_steps();
        }
    }
}

/// The unit that the header of a column states, else a line above the headers: `金额（元）`, `单位：万元`.
fn unit_of(grid: &Grid, mapping: &Mapping, column: usize) -> Option<MoneyUnit> {
    let own = mapping.head.clone().rev().find_map(|row| stated(grid.text(row, column), ['(', '/', ',']));
    own.or_else(|| {
        let above = (0..mapping.head.start).flat_map(|row| (0..grid.width()).map(move |column| (row, column)));
        above.into_iter().find_map(|(row, column)| stated(grid.own(row, column), [':', '(', '位']))
    })
}

/// The unit at the end of a text, behind one of some signs.
pub(crate) fn stated(text: &str, behind: [char; 3]) -> Option<MoneyUnit> {
    let folded = fold(text);
    let text = folded.as_str().trim_end_matches([')', ' ']);
    let last = text.rsplit(behind).next().filter(|last| last.len() < text.len())?;
    let units = [MoneyUnit::HundredMillionYuan, MoneyUnit::TenThousandYuan, MoneyUnit::Yuan];
    units.into_iter().find(|unit| last.trim() == unit.label())
}

#[cfg(test)]
mod tests {
    use jibiao_table::from_csv;

    use super::*;

    fn made(csv: &str, also: &[(&str, &str)]) -> Vec<Vec<(String, String)>> {
        let kit = Kit::builtin().unwrap_or_else(|error| panic!("{error}"));
        let form = "project-declaration-2021";
        let pack = kit.blank(form, "x").map(|draft| draft.pack().reference.clone());
        let roster = kit.roster(&pack.unwrap_or_else(|error| panic!("{error}")), form);
        let roster = roster.unwrap_or_else(|error| panic!("{error}"));
        let listed = roster.read(from_csv(csv));
        let also: Vec<(CellId, String)> =
            also.iter().map(|(cell, text)| (CellId::new(*cell), (*text).to_owned())).collect();
        let mut ids = (1_u32..).map(|number| format!("d{number}"));
        let made = roster.make(&listed, &also, || ids.next().unwrap_or_default());
        let texts = |made: &Made| {
            assert_eq!(made.draft.history(), (false, false), "nothing of it is anybody's step");
            let cells = made.draft.document().cells.iter();
            cells.map(|(cell, text)| (cell.to_string(), text.clone())).collect::<Vec<_>>()
        };
        made.iter().map(texts).collect()
    }

    fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut pairs: Vec<_> = pairs.iter().map(|(cell, text)| ((*cell).to_owned(), (*text).to_owned())).collect();
        pairs.sort();
        pairs
    }

    #[test]
    fn each_project_of_a_list_becomes_a_document_and_sums_and_nameless_rows_do_not() {
        let list = "项目清单,,\n项目名称,实施单位,预算金额（万元）\n甲,A镇,12\n,B镇,3\n乙,,8\n合计,,23\n";
        let year = [("year", "2026")];
        let first = [("year", "2026"), ("project-name", "甲"), ("implementing-unit", "A镇"), ("fund.total.year", "12")];
        let second = [("year", "2026"), ("project-name", "乙"), ("fund.total.year", "8")];
        assert_eq!(made(list, &year), [texts(&first), texts(&second)]);
    }

    #[test]
    fn what_the_row_says_stands_before_what_is_said_of_all() {
        let list = "项目名称,主管部门\n甲,教育局\n乙,\n";
        let all = [("department", "水利局")];
        let departments = made(list, &all).into_iter().map(|cells| cells.first().map(|(_, text)| text.clone()));
        let departments: Vec<String> = departments.flatten().collect();
        assert_eq!(departments, ["教育局", "水利局"]);
    }

    #[test]
    fn amounts_in_another_unit_say_which() {
        let amount = |list: &str| {
            let cells = made(list, &[]).into_iter().flatten();
            cells.filter(|(cell, _)| cell == "fund.total.year").map(|(_, text)| text).collect::<Vec<_>>()
        };
        assert_eq!(amount("项目名称,金额（元）\n甲,12000\n"), ["12000元"]);
        assert_eq!(amount("项目名称,金额（万元）\n甲,1.2\n"), ["1.2"]);
        assert_eq!(amount("清单,单位：元\n项目名称,金额\n甲,12000\n"), ["12000元"]);
        assert_eq!(amount("项目名称,金额（元）\n甲,1.2万元\n"), ["1.2万元"], "what the cell says itself stays");
        assert_eq!(amount("项目名称,金额\n甲,12\n"), ["12"], "nothing said: as the form has it");
    }

    #[test]
    fn without_headers_nothing_is_guessed() {
        assert!(made("甲,12\n乙,13\n", &[("year", "2026")]).is_empty());
    }
}
