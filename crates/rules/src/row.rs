//! What several rules ask of one row.

use jibiao_model::{
    Amount, Concept, FundMoment, FundSource, Known, LevelOne, LevelTwo, MoneyUnit, Number, Quantity, UnitFamily, Value,
};
use jibiao_reading::{Indicator, WordSet};

use crate::{Halt, View, levels};

/// A name without what stands in brackets at its end: `苗木成活率（≥**%）` is `苗木成活率`.
pub(crate) fn bare(name: &str) -> &str {
    let name = name.trim().trim_end_matches(['。', '；', ';', '：', ':']);
    if !name.ends_with(['）', ')']) {
        return name;
    }
    let start = name.find(['（', '(']).unwrap_or(name.len());
    name.get(..start).map_or(name, str::trim_end)
}

/// Whether a text ends with a word of the set.
pub(crate) fn ends(set: &WordSet, text: &str) -> bool {
    set.iter().any(|word| text.ends_with(word))
}

/// The number and unit of the target.
pub(crate) fn target<'i>(indicator: &'i Indicator<'_>) -> Option<&'i Quantity> {
    indicator.target.answered()?.quantity()
}

/// The number and unit of the result.
pub(crate) fn actual<'i>(indicator: &'i Indicator<'_>) -> Option<&'i Quantity> {
    indicator.actual.answered()?.quantity()
}

/// The unit family of a quantity.
pub(crate) fn family(quantity: &Quantity) -> Option<UnitFamily> {
    quantity.unit.as_ref().map(|unit| unit.family)
}

/// Whether the two are numbers of the same thing; a unit that only one of them names is taken to hold for both.
pub(crate) fn comparable(a: &Quantity, b: &Quantity) -> bool {
    match (&a.unit, &b.unit) {
        (Some(a), Some(b)) => a.text == b.text,
        _ => true,
    }
}

/// Whether the target states words only. `是` says no more than a word does.
pub(crate) fn is_worded(indicator: &Indicator<'_>) -> bool {
    matches!(&indicator.target, Known::Answered(Value { meaning, .. })
        if matches!(meaning, jibiao_model::Meaning::Words | jibiao_model::Meaning::YesNo(_)))
}

/// Whether the row stands under a level that holds costs.
pub(crate) fn is_cost(indicator: &Indicator<'_>) -> bool {
    match indicator.level_two {
        Known::Answered(two) => levels::is_cost(two),
        _ => indicator.level_one == Known::Answered(LevelOne::Cost),
    }
}

/// Whether the row stands under the 二级指标.
pub(crate) fn is_under(indicator: &Indicator<'_>, level: LevelTwo) -> bool {
    indicator.level_two == Known::Answered(level)
}

/// Whether the row says how satisfied people are.
pub(crate) fn is_satisfaction(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    view.words("satisfaction-names").is_in(indicator.name)
}

/// Whether nothing is said about why the result is off.
pub(crate) fn is_unexplained(indicator: &Indicator<'_>) -> bool {
    // A lone 无 or 0 in the cell explains nothing.
    let reason = indicator.reason.trim();
    reason.chars().filter(|c| c.is_alphanumeric()).count() < 2
}

/// Whether the target's number is a share: by its unit, or by the row's name where no unit is written.
pub(crate) fn is_ratio(view: &View<'_>, indicator: &Indicator<'_>, quantity: &Quantity) -> bool {
    match family(quantity) {
        Some(family) => family == UnitFamily::Ratio && quantity.unit.as_ref().is_some_and(|unit| unit.text == "%"),
        None => is_rate_name(view, indicator.name) && quantity.number > Number::ONE,
    }
}

/// Whether a name is that of a rate.
pub(crate) fn is_rate_name(view: &View<'_>, name: &str) -> bool {
    let name = bare(name);
    ends(view.words("rate-names"), name) && !ends(view.words("no-rate-names"), name)
}

/// The column in which a row's unit is written.
pub(crate) fn unit_text<'a>(view: &View<'a>, indicator: &Indicator<'_>) -> &'a str {
    view.row_text(indicator, Concept::Unit).unwrap_or("").trim()
}

/// The target as an amount of money, where it is one with a unit of its own.
///
/// # Errors
/// [`Halt`] when the amount leaves the range of exact decimals.
pub(crate) fn money(indicator: &Indicator<'_>) -> Result<Option<Amount>, Halt> {
    let Some(quantity) = target(indicator) else { return Ok(None) };
    let unit = match quantity.unit.as_ref().map(|unit| unit.text.as_str()) {
        Some("元") => MoneyUnit::Yuan,
        Some("万元") => MoneyUnit::TenThousandYuan,
        Some("亿元") => MoneyUnit::HundredMillionYuan,
        _ => return Ok(None),
    };
    Ok(Some(Amount::new(quantity.number, unit)?))
}

/// The totals that a cost can be held against.
pub(crate) fn budgets(view: &View<'_>) -> impl Iterator<Item = Amount> {
    [FundMoment::Whole, FundMoment::Year, FundMoment::Initial, FundMoment::Annual]
        .into_iter()
        .filter_map(|moment| view.reading.amount(FundSource::Total, moment).answered().copied())
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn brackets_at_the_end_of_a_name_are_not_part_of_it() {
        assert_eq!(bare("苗木成活率（≥**%） "), "苗木成活率");
        assert_eq!(bare("发放(缴纳)覆盖率"), "发放(缴纳)覆盖率");
        assert_eq!(bare("验收合格率。"), "验收合格率");
    }
}
