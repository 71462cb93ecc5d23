//! Conditions: when a rule applies, and which rows it looks at.
//!
//! A condition that the document does not settle (a blank or unreadable cell, a cell that the form lacks) does not hold,
//! and neither does its opposite.

use jibiao_model::{FormId, FormPurpose, Known, LevelOne, LevelTwo, MeasureName, Number, Points};
use jibiao_reading::Horizon;

use super::{
    Fields,
    at::{At, RowAt},
    choices,
    item::Item,
    measure::Measure,
    names::{Bound, CellRef, ColumnRef, Names, TableRef},
    operand::{Operand, Sort},
    test::{Claim, Test},
};
use crate::{Halt, TERMS, row};

/// How deep conditions and operands stand in each other.
const DEEPEST: u8 = 4;

/// Where a condition or an operand stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// The table whose rows are looked at one by one.
    table: Option<TableRef>,
    depth: u8,
}

impl Scope {
    /// The document as a whole: there is no row to name a column of.
    pub(super) const DOCUMENT: Self = Self { table: None, depth: 0 };

    /// The rows of a table.
    pub(super) fn rows(table: TableRef) -> Self {
        Self { table: Some(table), depth: 0 }
    }

    /// The same one level deeper; `None` where that is too deep.
    pub(super) fn deeper(self, fields: &mut Fields<'_>) -> Option<Self> {
        if self.depth >= DEEPEST {
            fields.tell(["this stands too deep: a rule is at most 4 levels deep"]);
            fields.give_up();
            return None;
        }
        Some(Self { depth: self.depth.saturating_add(1), ..self })
    }

    pub(super) fn is_row(self) -> bool {
        self.table.is_some()
    }

    /// The rows of a table, as deep as this.
    pub(super) fn into_rows(self, table: TableRef) -> Self {
        Self { table: Some(table), ..self }
    }

    /// A column of the row.
    pub(super) fn column(self, name: &str, names: &mut Names<'_>, at: &Fields<'_>) -> Option<ColumnRef> {
        match self.table {
            Some(table) => names.column(name, table, at),
            None => {
                at.tell(["`column` names a column, but no row is looked at here"]);
                None
            }
        }
    }
}

/// 一级指标 and 二级指标 by meaning.
#[derive(Clone, Debug, Default)]
pub(super) struct Levels {
    ones: Vec<LevelOne>,
    twos: Vec<LevelTwo>,
}

#[derive(Clone, Debug)]
pub(super) enum Condition {
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Under(Levels),
    Horizon(Horizon),
    Purpose(Vec<FormPurpose>),
    Form(Vec<FormId>),
    /// The project runs for a single year.
    OneYear(bool),
    Cell(CellRef, Vec<Test>),
    Column(ColumnRef, Vec<Test>),
    Amount(Operand, Vec<Claim>),
    /// A figure of a monitoring sheet.
    Measured(MeasureName, Vec<Claim>),
    /// 连续两次低于 the bound of the pack.
    TwiceBelow(bool),
}

/// The things that a condition can be about; it is about one of them.
const ABOUT: [&str; 13] = [
    "any",
    "not",
    "under",
    "horizon",
    "purpose",
    "form",
    "one-year",
    "cell",
    "column",
    "sum",
    "rows",
    "measure",
    "twice-below",
];

const NO_CLAIM: &str = "say what it is held against: `at-least`, `at-most`, `equals` …";

impl Condition {
    /// The conditions in a field; none where there is no such field.
    pub(super) fn list<'f>(fields: &mut Fields<'f>, key: &'f str, names: &mut Names<'_>, scope: Scope) -> Vec<Self> {
        let list = fields.optional_list(key);
        list.into_iter().filter_map(|condition| Self::read(condition, names, scope)).collect()
    }

    fn read(mut fields: Fields<'_>, names: &mut Names<'_>, scope: Scope) -> Option<Self> {
        let scope = scope.deeper(&mut fields)?;
        let mut about = ABOUT.into_iter().filter(|key| fields.has(key) && !(*key == "rows" && fields.has("sum")));
        let Some(key) = about.next() else {
            fields.tell(["a condition is about one of `", &ABOUT.join("`, `"), "`"]);
            fields.give_up();
            return None;
        };
        if let Some(second) = about.next() {
            fields.tell(["a condition is about one thing, not about `", key, "` and `", second, "`"]);
            fields.give_up();
            return None;
        }
        match key {
            "any" => {
                let any = Self::list(&mut fields, "any", names, scope);
                if any.is_empty() {
                    fields.tell(["`any` is empty, so it never holds"]);
                }
                Some(Self::Any(any))
            }
            "not" => Self::read(fields.fields("not"), names, scope).map(|not| Self::Not(Box::new(not))),
            "under" => {
                if !scope.is_row() {
                    fields.tell(["`under` is about a row, but no row is looked at here"]);
                }
                Some(Self::Under(Levels::read(&mut fields)))
            }
            "horizon" => fields.one_of("horizon", &choices::HORIZONS).map(Self::Horizon),
            "purpose" => Some(Self::Purpose(fields.all_of("purpose", &choices::PURPOSES))),
            "form" => {
                let forms = fields.texts("form");
                Some(Self::Form(forms.iter().filter_map(|form| names.form(form, &fields)).collect()))
            }
            "one-year" => Some(Self::OneYear(fields.flag("one-year"))),
            "cell" => {
                let cell = names.cell(&fields.text("cell"), &fields);
                let sorts = cell.map(|cell| super::operand::sorts_of_cell(cell, names)).unwrap_or_default();
                let tests = Test::list(&mut fields, names, scope, &sorts);
                Some(Self::Cell(cell?, tests))
            }
            "column" => {
                let column = scope.column(&fields.text("column"), names, &fields);
                let sorts = column.map(|column| super::operand::sorts_of_column(column, names)).unwrap_or_default();
                let tests = Test::list(&mut fields, names, scope, &sorts);
                Some(Self::Column(column?, tests))
            }
            "measure" => {
                let name = fields.one_of("measure", &choices::MEASURES);
                let claims = Claim::list(&mut fields, names, scope, &vec![Some(Sort::Number); names.forms()]);
                if claims.is_empty() {
                    fields.tell([NO_CLAIM]);
                }
                Some(Self::Measured(name?, claims))
            }
            "twice-below" => Some(Self::TwiceBelow(fields.flag("twice-below"))),
            _ => {
                let operand = Operand::summed(&mut fields, names, scope)?;
                let claims = Claim::list(&mut fields, names, scope, &operand.sorts(names));
                if claims.is_empty() {
                    fields.tell([NO_CLAIM]);
                }
                Some(Self::Amount(operand, claims))
            }
        }
    }

    /// Whether it holds; `None` where that can't be told.
    pub(super) fn holds(&self, at: &At<'_>, row: Option<&RowAt<'_>>) -> Result<Option<bool>, Halt> {
        Ok(match self {
            Self::Any(any) => {
                let mut all_fail = true;
                for condition in any {
                    match condition.holds(at, row)? {
                        Some(true) => return Ok(Some(true)),
                        Some(false) => {}
                        None => all_fail = false,
                    }
                }
                all_fail.then_some(false)
            }
            Self::Not(not) => not.holds(at, row)?.map(|holds| !holds),
            Self::Under(levels) => row.and_then(|row| levels.holds(row)),
            Self::Horizon(horizon) => row.and_then(|row| Some(row.indicator?.horizon == *horizon)),
            Self::Purpose(purposes) => Some(purposes.contains(&at.view.form.purpose)),
            Self::Form(forms) => Some(forms.contains(&at.view.form.id)),
            Self::OneYear(expected) => one_year(at).map(|one| one == *expected),
            Self::Cell(cell, tests) => match Item::cell(at, *cell) {
                Some(item) => all(tests, |test| test.holds(&item))?,
                None => None,
            },
            Self::Column(column, tests) => match row.and_then(|row| Item::column(row, *column)) {
                Some(item) => all(tests, |test| test.holds(&item))?,
                None => None,
            },
            Self::Amount(operand, claims) => match operand.measure(at, row)? {
                Known::Answered(measure) => all(claims, |claim| claim.holds(measure.clone(), at, row))?,
                _ => None,
            },
            Self::Measured(name, claims) => match measured(at, *name) {
                Some(measure) => all(claims, |claim| claim.holds(measure.clone(), at, row))?,
                None => None,
            },
            Self::TwiceBelow(expected) => {
                at.view.monitoring().and_then(|card| card.twice_below).map(|below| below == *expected)
            }
        })
    }

    /// Whether it can hold in a form.
    pub(super) fn binds(&self, bound: &Bound) -> bool {
        match self {
            Self::Any(any) => any.iter().any(|condition| condition.binds(bound)),
            Self::Not(not) => not.binds(bound),
            Self::Form(forms) => forms.contains(&bound.form),
            Self::Cell(cell, _) => bound.cell(*cell).is_some(),
            Self::Column(column, _) => bound.column(*column).is_some(),
            Self::Amount(operand, _) => operand.binds(bound),
            Self::Measured(..) | Self::TwiceBelow(_) => bound.purpose == FormPurpose::Monitoring,
            Self::Under(_) | Self::Horizon(_) | Self::Purpose(_) | Self::OneYear(_) => true,
        }
    }
}

/// Whether all hold; a single one that fails settles it.
pub(super) fn all<T>(items: &[T], holds: impl Fn(&T) -> Result<Option<bool>, Halt>) -> Result<Option<bool>, Halt> {
    let mut sure = true;
    for item in items {
        match holds(item)? {
            Some(true) => {}
            Some(false) => return Ok(Some(false)),
            None => sure = false,
        }
    }
    Ok(sure.then_some(true))
}

/// A figure of the monitoring card: one number, or the bounds of what is still to come.
fn measured(at: &At<'_>, name: MeasureName) -> Option<Measure> {
    Some(match *at.view.monitoring()?.measure(name)?.value.as_ref()? {
        Points::Determined { exact, .. } => Measure::plain(exact),
        Points::Undetermined { low, high } => {
            Measure { low: Some(low), high: Some(high), ..Measure::plain(Number::ZERO) }
        }
    })
}

/// Whether the project is known to begin and end in one year.
fn one_year(at: &At<'_>) -> Option<bool> {
    let Known::Answered(period) = &at.view.reading.period else { return None };
    let (from, to) = (period.from?.year?, period.to?.year?);
    Some(from == to)
}

impl Levels {
    /// The levels in the field `under`; none where there is no such field.
    pub(super) fn read(fields: &mut Fields<'_>) -> Self {
        let mut levels = Self::default();
        for name in fields.optional_texts("under") {
            let bare = name.strip_prefix("level-").unwrap_or_default();
            levels.ones.extend(choices::find(&choices::LEVEL_ONES, bare));
            levels.twos.extend(choices::find(&choices::LEVEL_TWOS, bare));
            if !TERMS.contains(&name.as_str()) {
                fields.tell(["`", &name, "` is not the name of a level"]);
            }
        }
        levels
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ones.is_empty() && self.twos.is_empty()
    }

    /// Whether the row stands under one of the levels.
    pub(super) fn holds(&self, row: &RowAt<'_>) -> Option<bool> {
        let indicator = row.indicator?;
        let one = if self.ones.is_empty() { None } else { row::level_one(row.at.view, indicator) };
        let two = indicator.level_two.answered();
        Some(one.is_some_and(|level| self.ones.contains(&level)) || two.is_some_and(|level| self.twos.contains(level)))
    }
}
