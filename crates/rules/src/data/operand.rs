//! What something is held against: a number, a date, a cell, a column of the same row, a sum or a count; each also
//! several times, more or less another one.

use jibiao_model::{Arg, CellId, Kind, Known, MoneyUnit, Number, Unit, UnitFamily};

use super::{
    Fields,
    at::{At, RowAt},
    condition::Scope,
    measure::{Measure, Scale},
    names::{CellRef, ColumnRef, Names},
    tally::{Tally, sum},
};
use crate::Halt;

#[derive(Clone, Debug)]
pub(super) struct Operand {
    base: Base,
    /// What it is divided by.
    over: Option<Box<Operand>>,
    times: Option<Number>,
    /// What is added, or with `true` taken away.
    joined: Vec<(bool, Operand)>,
}

#[derive(Clone, Debug)]
enum Base {
    Stated(Measure),
    Cell(CellRef),
    Column(ColumnRef),
    Cells(Vec<CellRef>),
    Rows(Box<Tally>),
}

/// What can be held against each other, as far as the kinds of cells tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Number,
    Money,
    Year,
    Time,
    Any,
}

impl Sort {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Money => Self::Money,
            Kind::Number | Kind::Percent => Self::Number,
            Kind::Year => Self::Year,
            Kind::Date | Kind::Period => Self::Time,
            Kind::Value | Kind::Line | Kind::Prose | Kind::Choice => Self::Any,
        }
    }

    fn fits(self, other: Self) -> bool {
        let years = |a, b| a == Self::Year && matches!(b, Self::Number | Self::Time);
        self == other || self == Self::Any || other == Self::Any || years(self, other) || years(other, self)
    }
}

impl Operand {
    /// The operand in a field: a decimal, a number of the policy, a date, or named fields. `unit` holds for numbers.
    pub(super) fn read<'f>(
        fields: &mut Fields<'f>,
        key: &'f str,
        names: &mut Names<'_>,
        scope: Scope,
        unit: Option<&Unit>,
    ) -> Option<Self> {
        if fields.is_text(key) {
            let text = fields.text(key);
            return Some(Self { base: Base::Stated(stated(&text, unit, names, fields)), ..Self::nothing() });
        }
        let mut fields = fields.fields(key);
        let scope = scope.deeper(&mut fields)?;
        let base = Self::base(&mut fields, names, scope);
        let over = fields.has("over").then(|| Self::read(&mut fields, "over", names, scope, unit)).flatten();
        let times = names.optional_number(&mut fields, "times");
        if times.is_some_and(Number::is_negative) {
            fields.tell(["`times` is below zero"]);
        }
        let mut joined = Vec::new();
        for (key, minus) in [("plus", false), ("minus", true)] {
            if fields.has(key) {
                joined.extend(Self::read(&mut fields, key, names, scope, unit).map(|operand| (minus, operand)));
            }
        }
        Some(Self { base: base?, over: over.map(Box::new), times, joined })
    }

    fn nothing() -> Self {
        Self { base: Base::Cells(Vec::new()), over: None, times: None, joined: Vec::new() }
    }

    /// What one of `cell`, `column`, `sum` and `rows` names; none of them is told.
    fn base<'f>(fields: &mut Fields<'f>, names: &mut Names<'_>, scope: Scope) -> Option<Base> {
        if fields.has("cell") {
            let name = fields.text("cell");
            return names.cell(&name, fields).map(Base::Cell);
        }
        if fields.has("column") {
            return scope.column(&fields.text("column"), names, fields).map(Base::Column);
        }
        match Self::summed(fields, names, scope) {
            Some(operand) => Some(operand.base),
            None => {
                fields.tell(["name a `cell`, a `column`, a `sum` or `rows` here"]);
                None
            }
        }
    }

    /// A sum or a count, where the fields ask for one.
    pub(super) fn summed<'f>(fields: &mut Fields<'f>, names: &mut Names<'_>, scope: Scope) -> Option<Self> {
        let base = if fields.has("sum") && !fields.is_text("sum") {
            let cells = fields.texts("sum");
            Base::Cells(names.cells(&cells, fields))
        } else if fields.has("sum") || fields.has("rows") {
            if scope.is_row() {
                // It would be computed anew for every row.
                fields.tell(["rows can't be summed up or counted once for every row"]);
            }
            Base::Rows(Box::new(Tally::read(fields, "sum", names, scope)))
        } else {
            return None;
        };
        Some(Self { base, ..Self::nothing() })
    }

    pub(super) fn of_cells(cells: Vec<CellRef>) -> Self {
        Self { base: Base::Cells(cells), ..Self::nothing() }
    }

    pub(super) fn of_rows(rows: Tally) -> Self {
        Self { base: Base::Rows(Box::new(rows)), ..Self::nothing() }
    }

    /// What it amounts to in a document.
    pub(super) fn measure(&self, at: &At<'_>, row: Option<&RowAt<'_>>) -> Result<Known<Measure>, Halt> {
        let unit = at.view.reading.money_unit;
        let base = match &self.base {
            Base::Stated(measure) => Known::Answered(measure.clone()),
            Base::Cell(cell) if row.is_some() => at.measure_again(*cell),
            Base::Cell(cell) => at.measure(*cell),
            Base::Column(column) => row.map_or(Known::NotApplicable, |row| row.measure(*column)),
            Base::Cells(cells) if row.is_some() => sum(at, cells.iter().map(|cell| at.measure_again(*cell)), false)?,
            Base::Cells(cells) => sum(at, cells.iter().map(|cell| at.measure(*cell)), false)?,
            Base::Rows(tally) => tally.measure(at)?,
        };
        let Known::Answered(mut measure) = base else { return Ok(base) };
        if let Some(over) = &self.over {
            measure = match over.measure(at, row)? {
                Known::Answered(other) => match measure.share_of(&other)? {
                    Some(share) => share,
                    None => return Ok(Known::Unreadable),
                },
                unknown => return Ok(unknown),
            };
        }
        if let Some(times) = self.times {
            if measure.scale == Scale::Day {
                return Ok(Known::Unreadable);
            }
            measure = measure.each(|number| Ok(number.times(times)?))?;
        }
        for (minus, other) in &self.joined {
            let other = match other.measure(at, row)? {
                Known::Answered(other) => other,
                unknown => return Ok(unknown),
            };
            match measure.joined(other, *minus, unit)? {
                Some(joined) => measure = joined,
                None => return Ok(Known::Unreadable),
            }
        }
        Ok(Known::Answered(measure))
    }

    /// The cell or column that messages call the other one, where it is one and nothing else.
    pub(super) fn other(&self, at: &At<'_>, row: Option<&RowAt<'_>>) -> Option<Arg> {
        let id: CellId = match &self.base {
            _ if self.over.is_some() => return None,
            Base::Cell(cell) => at.bound.cell(*cell)?.id.clone(),
            Base::Column(column) => row?.place(*column).cell?,
            _ => return None,
        };
        Some(Arg::Cell(id))
    }

    /// Whether messages can name the other one.
    pub(super) fn has_other(&self) -> bool {
        self.over.is_none() && matches!(self.base, Base::Cell(_) | Base::Column(_))
    }

    /// Whether it says more than nothing in a form.
    pub(super) fn binds(&self, bound: &super::names::Bound) -> bool {
        let base = match &self.base {
            Base::Stated(_) => true,
            Base::Cell(cell) => bound.cell(*cell).is_some(),
            Base::Column(column) => bound.column(*column).is_some(),
            Base::Cells(cells) => cells.iter().any(|cell| bound.cell(*cell).is_some()),
            Base::Rows(tally) => tally.binds(bound),
        };
        let over = self.over.as_ref().is_none_or(|over| over.binds(bound));
        base && over && self.joined.iter().all(|(_, operand)| operand.binds(bound))
    }

    /// What it is in each form; `None` where the form lacks it.
    pub(super) fn sorts(&self, names: &Names<'_>) -> Vec<Option<Sort>> {
        let all = |sort| vec![Some(sort); names.forms()];
        // A share is a number, whatever it is a share of.
        if let Some(over) = &self.over {
            let whole = Self { over: None, ..self.clone() }.sorts(names);
            let both = whole.into_iter().zip(over.sorts(names));
            return both.map(|(one, other)| one.and(other).map(|_| Sort::Number)).collect();
        }
        let of = |kinds: Vec<Option<Kind>>| kinds.into_iter().map(|kind| kind.map(Sort::of)).collect();
        match &self.base {
            Base::Stated(measure) => all(match measure.scale {
                Scale::Money => Sort::Money,
                Scale::Day => Sort::Time,
                // A number without a unit is one of whatever stands beside it.
                _ => Sort::Any,
            }),
            Base::Cell(cell) => of(names.kinds_of_cell(*cell)),
            Base::Column(column) => of(names.kinds_of_column(*column)),
            Base::Cells(cells) => cells.first().map_or_else(Vec::new, |cell| of(names.kinds_of_cell(*cell))),
            Base::Rows(tally) => match tally.summed() {
                Some(column) => of(names.kinds_of_column(column)),
                None if tally.is_count() => all(Sort::Number),
                // The column that is summed up was told to be nowhere.
                None => Vec::new(),
            },
        }
    }

    /// The same for everything that a case looks at; one mistake is told once.
    pub(super) fn examine_all(&self, subjects: &[Vec<Option<Sort>>], names: &Names<'_>, at: &Fields<'_>) -> bool {
        subjects.iter().all(|subject| self.examine(subject, names, at))
    }

    /// Tells where the two never count the same thing, and where an amount is held against a number without a unit.
    /// `false` where something was told.
    pub(super) fn examine(&self, subject: &[Option<Sort>], names: &Names<'_>, at: &Fields<'_>) -> bool {
        let other = self.sorts(names);
        // What is nowhere was told as such.
        if subject.iter().all(Option::is_none) || other.iter().all(Option::is_none) {
            return true;
        }
        let both = || subject.iter().zip(&other).filter_map(|(one, other)| one.zip(*other));
        if both().next().is_none() {
            at.tell(["no form of the rule's purposes has both of what is held against each other"]);
            return false;
        }
        if !both().any(|(one, other)| one.fits(other)) {
            at.tell(["what is held against each other never counts the same thing"]);
            return false;
        }
        let bare =
            matches!(&self.base, Base::Stated(Measure { scale: Scale::Bare, low: Some(low), .. }) if !low.is_zero());
        if bare && subject.contains(&Some(Sort::Money)) {
            at.tell(["an amount is held against a number: say in which `unit`, such as \"万元\""]);
            return false;
        }
        true
    }
}

/// The kinds of a cell as sorts.
pub(super) fn sorts_of_cell(cell: CellRef, names: &Names<'_>) -> Vec<Option<Sort>> {
    Operand { base: Base::Cell(cell), ..Operand::nothing() }.sorts(names)
}

/// The kinds of a column as sorts.
pub(super) fn sorts_of_column(column: ColumnRef, names: &Names<'_>) -> Vec<Option<Sort>> {
    Operand { base: Base::Column(column), ..Operand::nothing() }.sorts(names)
}

/// The unit in the field `unit`, if there is one.
pub(super) fn unit(fields: &mut Fields<'_>) -> Option<Unit> {
    let text = fields.optional_text("unit")?;
    Some(jibiao_reading::read_unit(&text).unwrap_or_else(|| {
        fields.tell(["`unit` says `", &text, "`, which is no unit"]);
        Unit { text, family: UnitFamily::Money }
    }))
}

/// A decimal or a number of the policy, in a unit where one is stated, or a date.
fn stated(text: &str, unit: Option<&Unit>, names: &Names<'_>, at: &Fields<'_>) -> Measure {
    let dated = |c: char| matches!(c, '-' | '年' | '/' | '月');
    if text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(dated) {
        let date = Measure::of_text(text, Kind::Date, MoneyUnit::Yuan, None);
        if let Known::Answered(measure) = date
            && measure.low.is_some()
        {
            return measure;
        }
        at.tell(["`", text, "` is not a date with its year"]);
        return Measure::exactly(Number::ZERO, Scale::Day);
    }
    let number = names.number(text, at);
    let Some(unit) = unit else { return Measure::exactly(number, Scale::Bare) };
    let money = [MoneyUnit::Yuan, MoneyUnit::TenThousandYuan, MoneyUnit::HundredMillionYuan];
    match money.into_iter().find(|money| unit.family == UnitFamily::Money && money.label() == unit.text) {
        // Beyond 28 digits nothing in a document is as much.
        Some(money) => match number.times(money.in_yuan()) {
            Ok(yuan) => Measure::exactly(yuan, Scale::Money),
            Err(_) => {
                at.tell(["`", text, "` is too large"]);
                Measure::exactly(Number::ZERO, Scale::Money)
            }
        },
        None => Measure::exactly(number, Scale::Unit(unit.clone())),
    }
}
