//! What a document took over, held against what it says: the same in other words is the same.

use jibiao_model::{CellId, Concept, Document, Form, Kind, Known, MoneyUnit, Origin, Row, SortedMap, Table};
use jibiao_reading::{read_amount, read_value, read_year};

/// Whether two texts say the same: 90.00 and 90, ≥ 95% and ≥95％. Words around a number say something of their own.
pub(crate) fn is_same(text: &str, before: &str) -> bool {
    let (text, before) = (text.trim(), before.trim());
    if text == before {
        return true;
    }
    let quantity = |text: &str| {
        let value = read_value(text, None, None).answered()?.clone();
        let quantity = value.quantity().filter(|_| value.span == (0..text.len()))?.clone();
        Some((value.operator, value.approximate, quantity.number, quantity.unit.map(|unit| unit.text)))
    };
    quantity(text).is_some_and(|said| quantity(before) == Some(said))
}

/// The columns that state a target together, the number in the middle.
pub(crate) const TARGET: [Concept; 3] = [Concept::Operator, Concept::Target, Concept::Unit];

/// Whether a row's target is the one that was taken over, however sign, number and unit are spread over its cells.
pub(crate) fn is_same_target(table: &Table, row: &Row, before: &SortedMap<CellId, String>) -> bool {
    let columns = TARGET.map(|part| table.column(part).map(|column| &column.id));
    let stated = |text: &dyn Fn(&CellId) -> String| {
        let [operator, target, unit] = columns.map(|column| column.map(text).unwrap_or_default());
        let column = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        let value = read_value(target.trim(), column(&operator).as_deref(), column(&unit).as_deref());
        let value = value.answered()?.clone();
        let quantity = value.quantity().filter(|_| value.span == (0..target.trim().len()))?.clone();
        Some((value.operator, value.approximate, quantity.number, quantity.unit.map(|unit| unit.text)))
    };
    let was = stated(&|cell| before.get(cell).cloned().unwrap_or_default());
    was.is_some() && was == stated(&|cell| row.text(cell.as_str()).to_owned())
}

/// Whether a document still says in a cell what it took over from an origin: amounts in whatever unit, a year with or
/// without its 年, names with whatever spaces.
pub fn still_says(
    form: &Form,
    document: &Document,
    origin: &Origin,
    concept: Option<Concept>,
    texts: [&str; 2],
) -> bool {
    let [before, now] = texts;
    if is_same(now, before) {
        return true;
    }
    match concept {
        Some(concept) if concept.kind() == Kind::Money => {
            let here = read_amount(now, unit_now(form, document));
            // Where the account does not tell the unit, whichever makes them agree.
            let then = unit_told(form, origin).map_or([form.money_unit, unit_now(form, document)], |told| [told; 2]);
            here.answered().is_some()
                && then.iter().any(|unit| read_amount(before, *unit).answered() == here.answered())
        }
        Some(Concept::Year) => {
            matches!((read_year(before), read_year(now)), (Known::Answered(a), Known::Answered(b)) if a == b)
        }
        Some(_) => {
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            bare(before) == bare(now)
        }
        None => false,
    }
}

/// The unit of the amounts that a document took over.
pub(crate) fn unit_then(form: &Form, origin: &Origin) -> MoneyUnit {
    unit_told(form, origin).unwrap_or(form.money_unit)
}

fn unit_told(form: &Form, origin: &Origin) -> Option<MoneyUnit> {
    unit_named(origin.before.cells.get(form.cell_of(Concept::MoneyUnit)?)?)
}

fn unit_now(form: &Form, document: &Document) -> MoneyUnit {
    let told = form.cell_of(Concept::MoneyUnit).map(|cell| document.text(cell.as_str()));
    told.and_then(unit_named).unwrap_or(form.money_unit)
}

fn unit_named(text: &str) -> Option<MoneyUnit> {
    let units = [MoneyUnit::Yuan, MoneyUnit::TenThousandYuan, MoneyUnit::HundredMillionYuan];
    units.into_iter().find(|unit| unit.label() == text.trim())
}

/// The concept of a cell outside tables.
pub(crate) fn concept_of(form: &Form, cell: &CellId) -> Option<Concept> {
    form.cell(cell.as_str())?.concept
}
