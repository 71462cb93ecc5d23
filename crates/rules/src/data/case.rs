//! One case of a rule: when it applies, what it states, and how it says what it found.

use jibiao_model::{Arg, Finding, Fix, Place, RuleId};

use super::{
    Fields,
    at::{At, RowAt},
    condition::{Condition, Scope, all},
    fix::Offer,
    item::Item,
    kind::{Ask, Coverage, Found, Limit, Required, Saying, Subtotal, Total},
    look::Look,
    names::{Bound, CellRef, ColumnRef, Names},
};
use crate::{Halt, Sink};

/// When a rule or a case applies.
#[derive(Clone, Debug)]
pub(super) struct When {
    /// All of these hold.
    when: Vec<Condition>,
    /// Not all of these are known to hold.
    unless: Vec<Condition>,
}

impl When {
    pub(super) fn read(fields: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        Self {
            when: Condition::list(fields, "when", names, Scope::DOCUMENT),
            unless: Condition::list(fields, "unless", names, Scope::DOCUMENT),
        }
    }

    pub(super) fn holds(&self, at: &At<'_>) -> Result<bool, Halt> {
        let excused = !self.unless.is_empty() && all(&self.unless, |c| c.holds(at, None))? == Some(true);
        Ok(!excused && all(&self.when, |condition| condition.holds(at, None))? == Some(true))
    }

    pub(super) fn binds(&self, bound: &Bound) -> bool {
        self.when.iter().all(|condition| condition.binds(bound))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Case {
    /// Ending of its messages; blank for the rule's own.
    name: String,
    when: Option<When>,
    statement: Statement,
}

#[derive(Clone, Debug)]
enum Statement {
    /// About single cells, one by one.
    Cells(Box<Cells>),
    Total(Box<Total>),
    Subtotal(Box<Subtotal>),
    Coverage,
    Limit,
}

/// What is asked of which cells, and how a finding is mended.
#[derive(Clone, Debug)]
struct Cells {
    look: Look,
    ask: Ask,
    fix: Option<Offer>,
}

/// What holds for all cases of a rule.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shared {
    pub(super) tolerance: jibiao_model::Number,
    pub(super) close: Option<jibiao_model::Number>,
}

impl Shared {
    pub(super) fn read(kind: &str, rule: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let tolerance = matches!(kind, "sum" | "count" | "subtotal" | "compare");
        let tolerance = if tolerance { names.optional_number(rule, "tolerance") } else { None };
        let close = if kind == "sum" { names.optional_number(rule, "close") } else { None };
        Self { tolerance: tolerance.unwrap_or_default(), close }
    }
}

impl Case {
    /// Reads a case of a rule of a kind. `own` is a case beside others, with conditions of its own.
    pub(super) fn read(
        kind: &str,
        fields: &mut Fields<'_>,
        names: &mut Names<'_>,
        shared: Shared,
        own: bool,
    ) -> Option<Self> {
        let name = fields.optional_text("message").unwrap_or_default();
        let statement = match kind {
            "sum" => Statement::Total(Box::new(Total::read(fields, names, shared))),
            "count" => Statement::Subtotal(Box::new(Subtotal::read(fields, names, false, shared.tolerance))),
            "subtotal" => Statement::Subtotal(Box::new(Subtotal::read(fields, names, true, shared.tolerance))),
            "coverage" => Statement::Coverage,
            "limit" => Statement::Limit,
            kind => {
                let look = Look::read(fields, names);
                let ask = Ask::read(kind, fields, &look, names, shared)?;
                let fix = Offer::read(fields, ask.ways());
                if let Some(fix) = &fix {
                    fix.examine(&ask, fields);
                }
                if !name.is_empty() && look.places().len() > 1 {
                    fields.tell(["a case with a `message` of its own looks at `cells` or at `columns`, not at both"]);
                }
                Statement::Cells(Box::new(Cells { look, ask, fix }))
            }
        };
        let when = own.then(|| When::read(fields, names));
        Some(Self { name, when, statement })
    }

    /// Everything that the case can say, and the words of its fix.
    pub(super) fn sayings(&self) -> (Vec<(String, &'static [&'static str])>, Option<Saying>) {
        let whole = |sayings: Vec<Saying>| -> Vec<_> {
            sayings.into_iter().map(|(saying, args)| (self.ending(false, saying), args)).collect()
        };
        match &self.statement {
            Statement::Cells(cells) => {
                let Cells { look, ask, fix } = &**cells;
                let mut sayings = Vec::new();
                for place in look.places() {
                    let in_row = place != super::kind::Of::Cell;
                    let said = ask.sayings(place).into_iter();
                    sayings.extend(said.map(|(saying, args)| (self.ending(in_row, saying), args)));
                }
                if let Ask::Required(required) = ask
                    && !required.together.is_empty()
                {
                    sayings.extend(whole(vec![Required::COLUMN]));
                }
                (sayings, fix.as_ref().map(Offer::saying))
            }
            Statement::Total(total) => (whole(total.sayings()), total.fix().map(Offer::saying)),
            Statement::Subtotal(subtotal) => (whole(subtotal.sayings()), None),
            Statement::Coverage => (whole(Coverage::sayings()), None),
            Statement::Limit => (whole(Limit::sayings()), None),
        }
    }

    /// The ending of a message: the case's own name, else `row` for rows; then what the kind adds.
    fn ending(&self, in_row: bool, saying: &str) -> String {
        let first = if self.name.is_empty() && in_row { "row" } else { self.name.as_str() };
        let parts = [first, saying];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// Whether it can find anything in a form.
    pub(super) fn binds(&self, bound: &Bound) -> bool {
        self.when.as_ref().is_none_or(|when| when.binds(bound))
            && match &self.statement {
                Statement::Cells(cells) => cells.look.binds(bound) && cells.ask.binds(bound),
                Statement::Total(total) => total.binds(bound),
                Statement::Subtotal(subtotal) => subtotal.binds(bound),
                Statement::Coverage | Statement::Limit => true,
            }
    }
}

/// Runs the cases of a rule: what is outside tables, then each table once, row by row.
pub(super) fn check(cases: &[Case], at: &At<'_>, rule: &RuleId, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let mut live = Vec::new();
    for case in cases {
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
                let Cells { look, ask, fix } = &**cells;
                for cell in &look.cells {
                    case_cell(*cell, at, ask, fix.as_ref(), &mut reported, &mut out)?;
                }
                if !look.columns.is_empty() && !tables.contains(&look.table) {
                    tables.push(look.table);
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
                let Cells { look, ask, fix } = &**cells;
                let nowhere = match ask {
                    Ask::Required(required) if !required.together.is_empty() => required.nowhere(at, look)?,
                    _ => Vec::new(),
                };
                let mut out = Out { rule, case, in_row: false, sink };
                Required::report_columns(at, look, &nowhere, &mut out);
                rows.cases.push(RowCase { case, look, ask, fix: fix.as_ref(), nowhere });
            }
        }
        at.rows(table, &mut |row| rows.check(row, rule, sink))?;
    }
    Ok(())
}

fn case_cell(
    cell: CellRef,
    at: &At<'_>,
    ask: &Ask,
    fix: Option<&Offer>,
    reported: &mut Vec<CellRef>,
    out: &mut Out<'_, '_>,
) -> Result<(), Halt> {
    let Some(item) = Item::cell(at, cell) else { return Ok(()) };
    // What is not there in an excerpt may be there in the whole.
    if (matches!(ask, Ask::Required(_)) && !item.is_seen()) || (ask.is_exclusive() && reported.contains(&cell)) {
        return Ok(());
    }
    if let Some(found) = ask.find(&item)? {
        reported.push(cell);
        out.report_item(&item, ask, found, fix);
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
    look: &'c Look,
    ask: &'c Ask,
    fix: Option<&'c Offer>,
    /// Columns that were reported for the table as a whole.
    nowhere: Vec<ColumnRef>,
}

impl Rows<'_> {
    fn check(&self, row: &RowAt<'_>, rule: &RuleId, sink: &mut Sink<'_>) -> Result<(), Halt> {
        let mut reported: Vec<ColumnRef> = Vec::new();
        for RowCase { case, look, ask, fix, nowhere } in &self.cases {
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
                    Out { rule, case, in_row: true, sink }.report_item(&item, ask, found, *fix);
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

    fn report_item(&mut self, item: &Item<'_, '_>, ask: &Ask, found: Found, fix: Option<&Offer>) {
        let place = item.place();
        // A form without the column of a half of the row has no place to show.
        let Some(cell) = place.cell.clone() else { return };
        let fix = fix.and_then(|fix| fix.of(item, ask, &found, &place));
        let mut args: Vec<_> = item.row_name().into_iter().collect();
        args.push(("cell", Arg::Cell(cell)));
        args.extend(found.args);
        self.report(place, found.saying, args, fix);
    }
}

/// The key of a message of a rule.
pub(super) fn message(rule: &RuleId, ending: &str) -> String {
    if ending.is_empty() { rule.to_string() } else { [rule.as_str(), "-", ending].concat() }
}
