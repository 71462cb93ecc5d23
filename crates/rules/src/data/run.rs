//! How the cases of a rule run: each cell once, each table row by row.

use jibiao_model::{Arg, Finding, Fix, Place, RuleId};

use super::{
    at::{At, RowAt},
    case::{Case, Cells, Statement, message},
    item::Item,
    kind::{Ask, Coverage, Found, Limit, Required},
    names::{CellRef, ColumnRef},
};
use crate::{Halt, Sink};

/// Runs the cases of a rule: what is outside tables, then each table once, row by row.
pub(super) fn check(cases: &[Case], at: &At<'_>, rule: &RuleId, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let mut live = Vec::new();
    for case in cases.iter().filter(|case| !at.bound.further || case.is_of_every_table()) {
        if case.when.as_ref().map_or(Ok(true), |when| when.holds(at))? {
            live.push(case);
        }
    }
    let mut reported = Vec::new();
    let mut tables = Vec::new();
    for case in &live {
        let mut out = Out { rule, case, in_row: false, sink };
        match &case.statement {
            Statement::Cells(cells) => {
                // What stands outside tables is looked at once.
                let outside = if at.bound.further { &[][..] } else { cells.look.cells.as_slice() };
                for cell in outside {
                    out.check_cell(cells, *cell, at, &mut reported)?;
                }
                if !cells.look.columns.is_empty() && !tables.contains(&cells.look.table) {
                    tables.push(cells.look.table);
                }
            }
            Statement::Total(total) => total.check(at, &mut out)?,
            Statement::Subtotal(subtotal) => subtotal.check(at, &mut out)?,
            Statement::Coverage => Coverage::check(at.view, &mut out),
            Statement::Limit => Limit::check(at.view, &mut out),
        }
    }
    for table in tables {
        let mut rows = Rows::default();
        for case in &live {
            if let Statement::Cells(cells) = &case.statement
                && cells.look.table == table
                && !cells.look.columns.is_empty()
            {
                let nowhere = match &cells.ask {
                    Ask::Required(required) if !required.together.is_empty() => required.nowhere(at, &cells.look)?,
                    _ => Vec::new(),
                };
                let mut out = Out { rule, case, in_row: false, sink };
                Required::report_columns(at, &cells.look, &nowhere, &mut out);
                rows.cases.push(RowCase { case, cells, nowhere });
            }
        }
        at.each(table, sink, &|row, sink| rows.check(row, rule, sink))?;
    }
    Ok(())
}

/// The cases that look at the rows of one table.
#[derive(Default)]
struct Rows<'c> {
    cases: Vec<RowCase<'c>>,
}

struct RowCase<'c> {
    case: &'c Case,
    cells: &'c Cells,
    /// Columns that were reported for the table as a whole.
    nowhere: Vec<ColumnRef>,
}

impl Rows<'_> {
    fn check(&self, row: &RowAt<'_>, rule: &RuleId, sink: &mut Sink<'_>) -> Result<(), Halt> {
        let mut reported: Vec<ColumnRef> = Vec::new();
        for RowCase { case, cells, nowhere } in &self.cases {
            let Cells { look, ask, .. } = cells;
            if !look.takes(row)? {
                continue;
            }
            for (index, column) in look.columns.iter().enumerate() {
                if nowhere.contains(column) || (ask.is_exclusive() && reported.contains(column)) {
                    continue;
                }
                let asked = match ask {
                    Ask::Required(required) => required.asks(look, row, index, *column),
                    _ => true,
                };
                let Some(item) = Item::column(row, *column).filter(|_| asked) else { continue };
                if let Some(found) = ask.find(&item)? {
                    reported.push(*column);
                    Out { rule, case, in_row: true, sink }.report_item(cells, &item, found);
                }
            }
        }
        Ok(())
    }
}

/// Where a case puts what it found; it names endings, not messages.
pub(super) struct Out<'s, 'a> {
    rule: &'s RuleId,
    case: &'s Case,
    in_row: bool,
    sink: &'s mut Sink<'a>,
}

impl Out<'_, '_> {
    pub(super) fn report(&mut self, place: Place, saying: &str, args: Vec<(&'static str, Arg)>, fix: Option<Fix>) {
        self.sink.push(Finding {
            rule: self.rule.clone(),
            place,
            message: message(self.rule, &self.case.ending(self.in_row, saying)),
            args: args.into_iter().map(|(name, arg)| (name.to_owned(), arg)).collect(),
            fixes: fix.into_iter().collect(),
        });
    }

    /// Looks at a cell outside tables; `reported` are those in which something was found already.
    fn check_cell(
        &mut self,
        cells: &Cells,
        cell: CellRef,
        at: &At<'_>,
        reported: &mut Vec<CellRef>,
    ) -> Result<(), Halt> {
        let Some(item) = Item::cell(at, cell) else { return Ok(()) };
        let ask = &cells.ask;
        // What is not there in an excerpt may be there in the whole.
        if (matches!(ask, Ask::Required(_)) && !item.is_seen()) || (ask.is_exclusive() && reported.contains(&cell)) {
            return Ok(());
        }
        if let Some(found) = ask.find(&item)? {
            reported.push(cell);
            self.report_item(cells, &item, found);
        }
        Ok(())
    }

    fn report_item(&mut self, cells: &Cells, item: &Item<'_, '_>, found: Found) {
        let place = item.place();
        // A form without the column of a half of the row has no place to show.
        let Some(cell) = place.cell.clone() else { return };
        let fix = cells.fix.as_ref().and_then(|fix| fix.of(item, &cells.ask, &found, &place));
        let mut args: Vec<_> = item.row_name().into_iter().collect();
        args.push(("cell", Arg::Cell(cell)));
        args.extend(found.args);
        self.report(place, found.saying, args, fix);
    }
}
