//! Putting what another document holds into a new one, and keeping account of it.

use jibiao_model::{
    Amount, Carried, CellId, Concept, Document, Form, FundMoment, Kind, Known, MoneyUnit, Relation, Row, RowId, Table,
    TableId,
};
use jibiao_reading::{read_amount, read_year};

use super::{error::CarryError, row_of};
use crate::{Draft, LIMITS};

/// Where a form holds a concept.
enum Spot<'f> {
    Cell(&'f CellId),
    Column(&'f Table, &'f CellId),
}

fn spot(form: &Form, concept: Concept) -> Option<Spot<'_>> {
    if let Some(cell) = form.cell_of(concept) {
        return Some(Spot::Cell(cell));
    }
    let mut columns = form.tables().filter_map(|(_, table)| Some((table, &table.column(concept)?.id)));
    columns.next().map(|(table, column)| Spot::Column(table, column))
}

/// How a text is taken over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// It has to stay as it is there.
    Frozen,
    /// It is a beginning.
    Copied,
    /// It is kept in the account alone.
    Remembered,
}

/// The rows that last year's other document gave.
struct Earlier {
    /// Table, row and its name.
    names: Vec<(TableId, RowId, String)>,
    /// Table, row there, row here: of this document, as far as it was taken.
    rows: Vec<(TableId, RowId, RowId)>,
}

impl Earlier {
    /// `None` for the first document of last year.
    fn of(form: &Form, document: &Document) -> Option<Self> {
        document.origins.iter().find(|origin| origin.relation == Relation::LastYear)?;
        let mut names = Vec::new();
        for (_, table) in form.tables() {
            for row in document.rows(table.id.as_str()) {
                let name = table.row_name(|column| row.text(column)).trim().to_owned();
                names.push((table.id.clone(), row.id.clone(), name));
            }
        }
        Some(Self { names, rows: Vec::new() })
    }
}

/// Takes what one document gives.
pub(super) struct Taker<'a> {
    form: &'a Form,
    relation: Relation,
    from: &'a Draft,
    document: &'a mut Document,
    /// Units of the amounts there and here.
    units: (MoneyUnit, MoneyUnit),
    /// The row that a part of a department gets.
    part: Option<RowId>,
    /// What last year's other document gave already.
    earlier: Option<Earlier>,
    frozen: Carried,
    before: Carried,
}

impl<'a> Taker<'a> {
    pub(super) fn new(form: &'a Form, relation: Relation, from: &'a Draft, document: &'a mut Document) -> Self {
        let unit = from.reading().money_unit;
        let (frozen, before) = (Carried::default(), Carried::default());
        let earlier = if relation == Relation::LastYear { Earlier::of(form, document) } else { None };
        Self { form, relation, from, document, units: (unit, form.money_unit), part: None, earlier, frozen, before }
    }

    /// Amounts keep their texts where the new document can be told the unit they are in; else they are converted.
    pub(super) fn settle_unit(&mut self) {
        let (there, here) = self.units;
        let Some(cell) = self.form.cell_of(Concept::MoneyUnit) else { return };
        let told = self.document.text(cell.as_str());
        if let Some(told) = [MoneyUnit::Yuan, MoneyUnit::TenThousandYuan].into_iter().find(|unit| unit.label() == told)
        {
            self.units.1 = told;
        } else if there != here && self.relation != Relation::Part && there != MoneyUnit::HundredMillionYuan {
            self.document.cells.insert(cell.clone(), there.label().to_owned());
            self.units.1 = there;
        }
        // The account tells what its amounts are in, whatever becomes of the document's own unit.
        let settled = self.document.text(cell.as_str());
        if !settled.is_empty() {
            self.before.cells.insert(cell.clone(), settled.to_owned());
        }
    }

    /// Takes everything as it stands: the document before an adjustment.
    pub(super) fn all(&mut self) {
        let other = self.from.document();
        self.document.cells = other.cells.clone();
        self.document.tables = other.tables.clone();
        self.document.extent = other.extent;
        self.before.cells = other.cells.clone();
        for (table, rows) in &other.tables {
            let rows = rows.iter().map(|row| (row.id.clone(), row.cells.clone())).collect();
            self.before.tables.insert(table.clone(), rows);
        }
        // What was granted at first is remembered through every adjustment.
        for (concept, cell) in self.from.form().bound.iter() {
            let Concept::Fund(source, FundMoment::Year) = concept else { continue };
            let initial = Concept::Fund(*source, FundMoment::Initial);
            let text = first_granted(self.from, *concept).unwrap_or_else(|| other.text(cell.as_str()));
            if self.form.cell_of(initial).is_none() && !text.trim().is_empty() {
                self.before.cells.insert(CellId::new(initial.to_string()), text.to_owned());
            }
        }
    }

    /// Takes pairs of concepts, (here, there).
    pub(super) fn pairs(&mut self, pairs: &[(Concept, Concept)], how: How) {
        let (form, from) = (self.form, self.from);
        for (here, there) in pairs {
            match (spot(form, *here), spot(from.form(), *there)) {
                (Some(Spot::Cell(cell)), Some(Spot::Cell(other))) => {
                    let mut text = from.document().text(other.as_str()).to_owned();
                    // Of a declaration that was adjusted within the year, the first amount and the present one.
                    if let (Relation::Approved, Concept::Fund(source, FundMoment::Initial)) = (self.relation, *here)
                        && let Some(first) = first_granted(from, *there)
                    {
                        let annual = Concept::Fund(source, FundMoment::Annual);
                        if let Some(annual_cell) = form.cell_of(annual) {
                            self.cell(annual, annual_cell, text, how);
                        }
                        text = first.to_owned();
                    }
                    self.cell(*here, cell, text, how);
                }
                (Some(Spot::Column(table, column)), Some(Spot::Column(other, source))) => {
                    for row in from.document().rows(other.id.as_str()).iter().filter(|row| !row.is_blank()) {
                        let text = self.converted(*here, row.text(source.as_str()).to_owned());
                        let id = self.row_here(&table.id, other, row);
                        // A table whose rows are printed takes no others.
                        let takes = table.printed.is_empty() || table.printed.iter().any(|known| known.id == id);
                        if takes {
                            self.row_cell(&table.id, id, column, text, how);
                        }
                    }
                }
                (Some(Spot::Column(table, column)), Some(Spot::Cell(other))) if self.relation == Relation::Part => {
                    let text = self.converted(*here, from.document().text(other.as_str()).to_owned());
                    let row = self.part.get_or_insert_with(|| self.document.fresh_row_id()).clone();
                    self.row_cell(&table.id, row, column, text, how);
                }
                // What is only remembered needs no cell here: it is kept under the name of what it means.
                (None, Some(Spot::Cell(other))) if how == How::Remembered => {
                    let text = from.document().text(other.as_str()).to_owned();
                    self.cell(*here, &CellId::new(here.to_string()), text, how);
                }
                _ => {}
            }
        }
    }

    /// The row of the new document that a row belongs to. Documents of last year that were not made from one another know
    /// their rows by their names alone, and may number them alike.
    fn row_here(&mut self, table: &TableId, named: &Table, row: &Row) -> RowId {
        let Some(earlier) = &mut self.earlier else { return row.id.clone() };
        if let Some((_, _, here)) = earlier.rows.iter().find(|(of, id, _)| of == table && *id == row.id) {
            return here.clone();
        }
        let name = named.row_name(|column| row.text(column)).trim();
        let same = earlier.names.iter().find(|(of, _, known)| of == table && known == name && !name.is_empty());
        let here = match same {
            Some((_, id, _)) => id.clone(),
            None if self.document.row(table.as_str(), row.id.as_str()).is_some() => {
                // At once, so that the next one is another.
                let fresh = self.document.fresh_row_id();
                row_of(self.document, table, &fresh).id.clone()
            }
            None => row.id.clone(),
        };
        earlier.rows.push((table.clone(), row.id.clone(), here.clone()));
        here
    }

    fn cell(&mut self, concept: Concept, cell: &CellId, text: String, how: How) {
        let mut text = self.converted(concept, text);
        // Amounts were settled to be in a unit; another word would make other amounts of them.
        if concept == Concept::MoneyUnit && text.trim() != self.units.1.label() {
            return;
        }
        // What was declared stands; the other document fills what is blank.
        let is_said = self.earlier.is_some() && !self.document.text(cell.as_str()).trim().is_empty();
        if text.trim().is_empty() || is_said {
            return;
        }
        match (self.relation, concept) {
            (Relation::LastYear, Concept::Year) => text = next_year(text),
            (Relation::Part, _) if concept.kind() == Kind::Money => text = self.added(cell, text),
            // What several parts say differently is for a person to say.
            (Relation::Part, _) if !self.document.text(cell.as_str()).trim().is_empty() => return,
            _ => {}
        }
        if how != How::Remembered {
            self.document.cells.insert(cell.clone(), text.clone());
        }
        self.account(how).cells.insert(cell.clone(), text);
    }

    fn row_cell(&mut self, table: &TableId, row: RowId, column: &CellId, text: String, how: How) {
        // A blank target was approved blank; elsewhere there is nothing to take.
        if text.trim().is_empty() && how != How::Frozen {
            return;
        }
        let said = self.document.row(table.as_str(), row.as_str()).map(|(_, row)| row.text(column.as_str()).trim());
        if self.earlier.is_some() && said.is_some_and(|said| !said.is_empty()) {
            return;
        }
        if !text.is_empty() && how != How::Remembered {
            row_of(self.document, table, &row).cells.insert(column.clone(), text.clone());
        }
        self.account(how).tables.get_or_default(table.clone()).get_or_default(row).insert(column.clone(), text);
    }

    fn account(&mut self, how: How) -> &mut Carried {
        if how == How::Frozen { &mut self.frozen } else { &mut self.before }
    }

    /// An amount in the unit of the new document; a text that can't be read stays as typed.
    fn converted(&self, concept: Concept, text: String) -> String {
        let (there, here) = self.units;
        if there == here || concept.kind() != Kind::Money {
            return text;
        }
        match read_amount(&text, there) {
            Known::Answered(amount) => amount.in_unit(here).map_or(text, |number| number.to_string()),
            _ => text,
        }
    }

    /// The sum of the amounts of all parts so far.
    fn added(&self, cell: &CellId, text: String) -> String {
        let unit = self.units.1;
        let read = |text: &str| read_amount(text, unit).answered().copied();
        let before = self.document.text(cell.as_str());
        if before.is_empty() {
            return text;
        }
        let sum = read(before).and_then(|before| before.plus(read(&text)?).ok());
        // What can't be read adds nothing; the account of its origin still tells it.
        sum.and_then(|sum: Amount| sum.in_unit(unit).ok())
            .map_or_else(|| before.to_owned(), |number| number.to_string())
    }

    /// What stays as it is there, and what was taken as a beginning.
    pub(super) fn finish(self) -> Result<(Carried, Carried), CarryError> {
        for (table, rows) in &self.document.tables {
            if rows.len() > LIMITS.rows {
                return Err(CarryError::too_many_rows(table.as_str(), rows.len()));
            }
        }
        Ok((self.frozen, self.before))
    }
}

/// An amount of a declaration as it was granted before any adjustment, blank where there was none; `None` where it was
/// never adjusted, or the unit of its amounts was.
fn first_granted(from: &Draft, concept: Concept) -> Option<&str> {
    let Concept::Fund(source, FundMoment::Year) = concept else { return None };
    let (form, document) = (from.form(), from.document());
    let before = &document.origin(Relation::Adjusted)?.before.cells;
    let text = |cell: &str| before.get(cell).map_or("", String::as_str);
    if let Some(unit) = form.cell_of(Concept::MoneyUnit)
        && text(unit.as_str()).trim() != document.text(unit.as_str()).trim()
    {
        return None;
    }
    let first = before.get(Concept::Fund(source, FundMoment::Initial).to_string().as_str());
    Some(first.map_or_else(|| text(form.cell_of(concept).map_or("", CellId::as_str)), String::as_str))
}

/// `2025年` becomes `2026年`.
fn next_year(text: String) -> String {
    let Known::Answered(year) = read_year(&text) else { return text };
    let next = year.saturating_add(1).to_string();
    let plain = text.replacen(&year.to_string(), &next, 1);
    if plain == text { next } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_followed_by_the_next_one_as_it_was_written() {
        for (text, next) in [("2025", "2026"), ("2025年度", "2026年度"), ("２０２５", "2026"), ("今年", "今年")]
        {
            assert_eq!(next_year(text.to_owned()), next);
        }
    }
}
