//! What the amounts of a table come to, beside the fund they are parts of: a counter for the person who lists them, not
//! a check.

use jibiao_kit::{
    Concept, Known,
    model::{FundMoment, FundSource, Number},
    reading::{Vocabulary, read_amount},
};
use yew::AttrValue;

use super::{sheet::Sources, spec::TableSpec};

/// The sum of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sum {
    pub(crate) label: AttrValue,
    pub(crate) sum: Number,
    /// The fund that the column lists, by name and amount.
    pub(crate) fund: Option<(AttrValue, Number)>,
}

/// One for each column of amounts with a figure in it, in the unit of the form.
pub(crate) fn of(spec: &TableSpec, sources: &Sources<'_>) -> Vec<Sum> {
    let columns = spec.columns.iter().filter_map(|column| Some((column, fund_of(column.field.concept?)?)));
    columns
        .filter_map(|(column, fund)| sum(spec, sources, column.field.id.as_str(), &column.field.name, fund))
        .collect()
}

type Fund = (FundSource, &'static [FundMoment]);

/// The funds that a column of amounts can be the parts of, the likeliest first.
fn fund_of(column: Concept) -> Option<Fund> {
    use FundMoment::{Annual, Executed, Initial, Whole, Year};
    Some(match column {
        Concept::LineAmount => (FundSource::Total, &[Year, Annual, Initial]),
        Concept::LineFiscal => (FundSource::Fiscal, &[Year, Annual, Initial]),
        Concept::LineOther => (FundSource::Other, &[Year, Annual, Initial]),
        Concept::LineInitial => (FundSource::Total, &[Initial, Year]),
        Concept::LineExecuted => (FundSource::Total, &[Executed]),
        Concept::LineWhole => (FundSource::Total, &[Whole]),
        Concept::LineLastYear | Concept::LineYearBefore => (FundSource::Total, &[]),
        _ => return None,
    })
}

fn sum(spec: &TableSpec, sources: &Sources<'_>, column: &str, label: &AttrValue, fund: Fund) -> Option<Sum> {
    let (unit, named) = (sources.unit, spec.naming().map_or("", |column| column.field.id.as_str()));
    let mut sum = None;
    for row in sources.document.rows(spec.id.as_str()) {
        if is_part(row.text(named), sources.vocabulary)
            && let Known::Answered(amount) = read_amount(row.text(column), unit)
        {
            sum = Some(sum.unwrap_or(Number::ZERO).plus(amount.in_unit(unit).ok()?).ok()?);
        }
    }
    let (source, moments) = fund;
    let cell = moments.iter().find_map(|moment| sources.form.cell_of(Concept::Fund(source, *moment)));
    let fund = cell.and_then(|cell| {
        let amount = read_amount(sources.document.text(cell.as_str()), unit).answered()?.in_unit(unit).ok()?;
        let spec = sources.spec.cells().find(|spec| spec.id == *cell)?;
        Some((spec.name.clone(), amount))
    });
    Some(Sum { label: label.clone(), sum: sum?, fund })
}

/// Totals, subtotals and shares (其中) repeat what other rows say.
fn is_part(item: &str, vocabulary: &Vocabulary) -> bool {
    let item: String = item.chars().filter(|c| !c.is_whitespace()).collect();
    let repeats = |list: &str| vocabulary.list(list).ends(&item) || vocabulary.list(list).has(&item);
    !(item.starts_with("其中") || repeats("line-totals") || repeats("line-subtotals"))
}
