//! What a form demands, as its rules judge: the cells for which a form that leaves them blank is stopped.

use jibiao_model::{CellId, Concept, Document, Form, Row, RowId, Severity, Stage, Table, TableId};
use jibiao_packs::Pack;

/// Cells and columns that may not stay blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Demands {
    cells: Vec<CellId>,
    columns: Vec<(TableId, CellId)>,
}

impl Demands {
    /// Asks the rules of a pack: a blank form is checked, with rows of which each leaves something out.
    pub fn of(pack: &Pack, form: &Form) -> Self {
        let mut blank = Document::new("blank", pack.reference.clone(), form.id.clone());
        for (_, table) in form.tables() {
            blank.tables.insert(table.id.clone(), probes(table));
        }
        let report = jibiao_rules::check(&pack.book, &pack.reference, form, &blank, Stage::Submission);
        let mut demands = Self::default();
        for entry in report.entries.iter().filter(|entry| entry.severity == Severity::Blocks) {
            let place = &entry.finding.place;
            let Some(cell) = place.cell.clone() else { continue };
            if blank.text_at(place).is_some_and(|text| !text.trim().is_empty()) {
                continue;
            }
            match place.table.clone() {
                Some(table) if !demands.column(&table, &cell) => demands.columns.push((table, cell)),
                None if !demands.cell(&cell) => demands.cells.push(cell),
                _ => {}
            }
        }
        demands
    }

    /// Whether a cell outside tables has to be filled.
    pub fn cell(&self, cell: &CellId) -> bool {
        self.cells.contains(cell)
    }

    /// Whether every row that is begun has to be filled in a column.
    pub fn column(&self, table: &TableId, column: &CellId) -> bool {
        self.columns.iter().any(|(t, c)| t == table && c == column)
    }
}

/// A row with nothing but what names it, and one with everything but that; or the rows that the form prints.
fn probes(table: &Table) -> Vec<Row> {
    if !table.printed.is_empty() {
        return table.printed.iter().map(|row| Row { cells: row.cells.clone(), ..Row::new(row.id.clone()) }).collect();
    }
    let names = [Concept::LevelThree, Concept::LineItem, Concept::Task, Concept::RatingItem];
    let named = names.into_iter().find_map(|concept| table.column(concept)).or(table.columns.first());
    let probe = |id: &'static str, naming: bool| {
        let mut row = Row::new(RowId::fixed(id));
        for column in &table.columns {
            if (Some(&column.id) == named.map(|named| &named.id)) == naming {
                row.cells.insert(column.id.clone(), "1".to_owned());
            }
        }
        row
    };
    vec![probe("named", true), probe("unnamed", false)]
}
