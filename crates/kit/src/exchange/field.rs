//! One field: what a cell is written as there, and what a value there is written as here.

use jibiao_model::{Amount, Concept, Day, Known, Meaning, MoneyUnit, Number, RowId, Value};
use jibiao_packs::profile::{Bound, Content, Decimal, Field, Format, Part, RecordKind};
use jibiao_reading::{read_amount, read_date, read_number, read_percent, read_value, read_year};

use super::{
    desk::{Cell, Desk},
    hitch::{Hitch, HitchCode},
};

/// The largest whole number that every reader of JSON has exactly.
const MOST_BARE: i64 = 9_007_199_254_740_991;

/// What a field holds; none where it is blank.
pub(super) type Held = Option<String>;

impl Desk<'_> {
    /// Whether the codes that a field is written with are not at hand.
    pub(super) fn is_open(&self, field: &Field) -> bool {
        matches!(&field.content, Content::Cell { format: Format::Code { set, .. }, .. } if !self.codes.contains_key(set))
    }

    /// What a field of a record holds, by the document as it is now.
    pub(super) fn write(&self, kind: &RecordKind, field: &Field, row: Option<&RowId>) -> Result<Held, Hitch> {
        let (bound, part, format) = match &field.content {
            Content::Constant(text) => return Ok(Some(text.clone())),
            Content::Receiver => return Ok(None),
            Content::Cell { bound, part, format } => (bound, *part, format),
        };
        let Some(cell) = self.cell(kind, bound) else { return Ok(None) };
        let text = self.text(&cell, row);
        if self.is_open(field) {
            return Ok(None);
        }
        let held = if part == Part::Whole {
            if text.trim().is_empty() {
                return Ok(None);
            }
            self.whole(text, format)
        } else {
            self.part(&cell, bound, row, part, format)
        };
        let fits = held.and_then(|held| match (&held, field.length) {
            (Some(text), Some(length)) => {
                let found = text.chars().count();
                if found > usize::try_from(length).unwrap_or(usize::MAX) {
                    let args = [("found", &*found.to_string()), ("limit", &*length.to_string())];
                    return Err(Hitch::new(HitchCode::TooLong, args));
                }
                Ok(held)
            }
            _ => Ok(held),
        });
        fits.map_err(|mut hitch| {
            hitch.args.push(("field", field.name.clone()));
            if hitch.args.iter().all(|(name, _)| *name != "text") {
                hitch.args.push(("text", text.to_owned()));
            }
            Hitch { spot: Some(Box::new(cell.spot(row))), ..hitch }
        })
    }

    fn whole(&self, text: &str, format: &Format) -> Result<Held, Hitch> {
        let not = |what: &str| Hitch::new(HitchCode::NotA, [("what", what)]);
        let held = match format {
            Format::Text => text.to_owned(),
            Format::Year => answered(read_year(text)).ok_or_else(|| not("year"))?.to_string(),
            Format::Date => {
                let date = answered(read_date(text)).ok_or_else(|| not("date"))?;
                let (Some(year), Some(month), Some(day)) = (date.year, date.month, date.day) else {
                    return Err(not("date"));
                };
                format!("{year:04}{month:02}{day:02}")
            }
            Format::Money { unit, decimal } => {
                let amount = answered(read_amount(text, self.money_unit())).ok_or_else(|| not("money"))?;
                // A quotient that is no whole decimal would be rounded: then it is not the amount any more.
                let number = amount.in_unit(*unit).ok().filter(|number| Amount::new(*number, *unit) == Ok(amount));
                decimals(number.ok_or_else(|| Hitch::new(HitchCode::TooFine, [("limit", "28")]))?, *decimal)?
            }
            Format::Number { decimal } => {
                decimals(answered(read_number(text)).ok_or_else(|| not("number"))?, *decimal)?
            }
            Format::Percent { decimal } => {
                decimals(answered(read_percent(text)).ok_or_else(|| not("percent"))?, *decimal)?
            }
            Format::Code { set, .. } => self.code(set, text)?,
        };
        Ok(Some(held))
    }

    fn part(
        &self,
        cell: &Cell,
        bound: &Bound,
        row: Option<&RowId>,
        part: Part,
        format: &Format,
    ) -> Result<Held, Hitch> {
        let column = |concept| self.beside(cell, concept).map(|beside| self.text(&beside, row));
        // The columns beside it are the target's; a result shares the unit.
        let (operator, unit) = match bound {
            Bound::Concept(Concept::Target) => (column(Concept::Operator), column(Concept::Unit)),
            Bound::Concept(Concept::Actual) => (None, column(Concept::Unit)),
            _ => (None, None),
        };
        let Some(value) = answered(read_value(self.text(cell, row), operator, unit)) else { return Ok(None) };
        let name = match part {
            Part::Whole => None,
            Part::Number => {
                let Format::Number { decimal } = format else { return Ok(None) };
                return value.quantity().map(|quantity| decimals(quantity.number, *decimal)).transpose();
            }
            Part::Operator => operator_name(&value, format),
            Part::Unit => unit_name(&value),
        };
        match (name, format) {
            (Some(name), Format::Code { set, .. }) => self.code(set, name).map(Some),
            (name, _) => Ok(name.map(str::to_owned)),
        }
    }

    fn code(&self, set: &str, name: &str) -> Result<String, Hitch> {
        let (Some(table), Some(known)) = (self.codes.get(set), self.profile.codes(set)) else {
            return Err(Hitch::new(HitchCode::CodesMissing, [("codes", set)]));
        };
        let code = table.code(known, name);
        code.map(str::to_owned).map_err(|code| Hitch::new(code, [("codes", set), ("text", name)]))
    }

    /// Makes the document say what a field holds. What it says already stays as it is spelt.
    pub(super) fn read(
        &mut self,
        kind: &RecordKind,
        field: &Field,
        row: Option<&RowId>,
        held: &Held,
    ) -> Result<(), Hitch> {
        let Content::Cell { bound, part, format } = &field.content else { return Ok(()) };
        if says_nothing(field, held) || self.is_open(field) {
            return Ok(());
        }
        // What can't be written is another text, whatever it is.
        if self.write(kind, field, row).is_ok_and(|now| same(field, &now, held)) {
            return Ok(());
        }
        let no_place = || Hitch::new(HitchCode::NoPlace, [("text", held.as_deref().unwrap_or_default())]);
        let cell = match self.cell(kind, bound) {
            Some(cell) => cell,
            None if held.is_none() => return Ok(()),
            None => return Err(no_place()),
        };
        let text = match held {
            None => String::new(),
            Some(held) => self.here(held, format)?,
        };
        let place = match (part, bound) {
            (Part::Whole | Part::Number, _) => Some(cell),
            (Part::Operator, Bound::Concept(Concept::Target)) => self.beside(&cell, Concept::Operator),
            (Part::Unit, Bound::Concept(Concept::Target | Concept::Actual)) => self.beside(&cell, Concept::Unit),
            (Part::Operator | Part::Unit, _) => None,
        };
        self.put(&place.ok_or_else(no_place)?, row, &text);
        Ok(())
    }

    /// A value there as it is typed here.
    fn here(&self, held: &str, format: &Format) -> Result<String, Hitch> {
        let not = |what: &str| Hitch::new(HitchCode::NotA, [("what", what), ("text", held)]);
        let number = |what: &str| held.parse::<Number>().map_err(|_| not(what));
        match format {
            Format::Text => Ok(held.to_owned()),
            Format::Year => {
                let year = held.len() == 4 && held.bytes().all(|digit| digit.is_ascii_digit());
                if year { Ok(held.to_owned()) } else { Err(not("year")) }
            }
            Format::Date => day(held).ok_or_else(|| not("date")),
            Format::Money { unit, .. } => {
                let here = self.money_unit();
                let amount = Amount::new(number("money")?, *unit).map_err(|_| not("money"))?;
                let exact = amount.in_unit(here).ok().filter(|number| Amount::new(*number, here) == Ok(amount));
                // What the document's unit can't say exactly is said in 元.
                Ok(match exact {
                    Some(number) => number.to_string(),
                    None => [&amount.yuan().to_string(), MoneyUnit::Yuan.label()].concat(),
                })
            }
            Format::Number { .. } => number("number").map(|number| number.to_string()),
            Format::Percent { .. } => number("percent").map(|number| [&number.to_string(), "%"].concat()),
            Format::Code { set, .. } => {
                let name =
                    self.codes.get(set).zip(self.profile.codes(set)).and_then(|(table, set)| table.name(set, held));
                name.map(str::to_owned)
                    .ok_or_else(|| Hitch::new(HitchCode::CodeUnknown, [("codes", set), ("text", held)]))
            }
        }
    }
}

/// Whether what a field holds is no statement: a code or a part that is blank leaves the word to the fields beside it.
pub(super) fn says_nothing(field: &Field, held: &Held) -> bool {
    let aside = match &field.content {
        Content::Constant(_) => false,
        Content::Receiver => true,
        Content::Cell { part, format, .. } => *part != Part::Whole || matches!(format, Format::Code { .. }),
    };
    held.is_none() && aside
}

/// Whether two values of a field are the same: `12.50` and `12.5`, where it is about numbers.
pub(super) fn same(field: &Field, a: &Held, b: &Held) -> bool {
    let number = |held: &Held| held.as_ref().and_then(|held| held.parse::<Number>().ok());
    let numbers = matches!(
        &field.content,
        Content::Cell { format: Format::Money { .. } | Format::Number { .. } | Format::Percent { .. }, .. }
    );
    a == b || (numbers && number(a).is_some() && number(a) == number(b))
}

/// Whether a field is written as a number of JSON.
pub(super) fn is_bare(field: &Field) -> bool {
    matches!(
        &field.content,
        Content::Cell {
            format: Format::Money { decimal, .. } | Format::Number { decimal } | Format::Percent { decimal },
            ..
        } if decimal.bare
    )
}

fn answered<T>(known: Known<T>) -> Option<T> {
    match known {
        Known::Answered(value) => Some(value),
        _ => None,
    }
}

fn operator_name<'v>(value: &'v Value, format: &'v Format) -> Option<&'v str> {
    let words = match format {
        Format::Code { words, .. } => words.as_deref(),
        _ => None,
    };
    value.operator.map(|operator| operator.sign()).or(words.filter(|_| value.is_words()))
}

fn unit_name(value: &Value) -> Option<&str> {
    match &value.meaning {
        Meaning::Quantity(quantity) => quantity.unit.as_ref(),
        Meaning::Range { unit, .. } => unit.as_ref(),
        Meaning::Unit(unit) => Some(unit),
        _ => None,
    }
    .map(|unit| unit.text.as_str())
}

/// A number as the field takes it. Nothing is rounded.
fn decimals(number: Number, takes: Decimal) -> Result<String, Hitch> {
    let text = number.to_string();
    let digits = text.trim_start_matches(['-', '0']).chars();
    let whole = digits.take_while(|sign| *sign != '.').filter(char::is_ascii_digit).count();
    let fine = text.split_once('.').map_or(0, |(_, fine)| fine.len());
    let most = |limit: u32| usize::try_from(limit).unwrap_or(usize::MAX);
    if fine > most(takes.scale) {
        return Err(Hitch::new(HitchCode::TooFine, [("limit", &*takes.scale.to_string())]));
    }
    if let Some(digits) = takes.digits
        && whole > most(digits.saturating_sub(takes.scale))
    {
        let limit = digits.saturating_sub(takes.scale).to_string();
        return Err(Hitch::new(HitchCode::TooLarge, [("limit", &*limit)]));
    }
    let exact = text.parse::<i64>().is_ok_and(|whole| (-MOST_BARE..=MOST_BARE).contains(&whole));
    if takes.bare && !exact {
        return Err(Hitch::new(HitchCode::TooLarge, [("limit", "15")]));
    }
    Ok(text)
}

/// `20260131` as `2026-01-31`, if there is such a day.
fn day(held: &str) -> Option<String> {
    if held.len() != 8 || !held.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (year, month, day) = (held.get(..4)?, held.get(4..6)?, held.get(6..)?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some([year, "-", month, "-", day].concat())
}
