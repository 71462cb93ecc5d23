//! Numbers, amounts and dates, held against each other exactly.
//!
//! A measure has two ends. They are one number where the document is clear; where rows may be missing or a date names
//! only a month, they lie apart, and a relation that the ends don't settle is not known to hold or to fail.

use jibiao_model::{
    Amount, Arg, Day, Kind, Known, Meaning, MoneyUnit, Number, PartialDate, Rounding, Unit, UnitFamily,
};

use crate::Halt;

/// What the number of a [`Measure`] counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scale {
    /// What the other side counts: a number of the rule's file without a unit.
    Bare,
    /// Points, counts, percent points.
    Plain,
    /// 元.
    Money,
    /// A budget year.
    Year,
    /// Days, as the number 20261231.
    Day,
    /// Something with a unit of its own.
    Unit(Unit),
}

/// A number or a stretch between two numbers; an end that is open is not known.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) low: Option<Number>,
    pub(super) high: Option<Number>,
    pub(super) scale: Scale,
}

/// How two measures relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    AtLeast,
    AtMost,
    Above,
    Below,
    Equals,
    Differs,
}

impl Measure {
    pub(super) fn exactly(number: Number, scale: Scale) -> Self {
        Self { low: Some(number), high: Some(number), scale }
    }

    /// Points, or another number that counts nothing certain.
    pub(super) fn plain(number: Number) -> Self {
        Self::exactly(number, Scale::Plain)
    }

    pub(super) fn money(amount: Amount) -> Self {
        Self::exactly(amount.yuan(), Scale::Money)
    }

    fn days(from: Option<Day>, to: Option<Day>) -> Self {
        Self { low: from.map(ordinal), high: to.map(ordinal), scale: Scale::Day }
    }

    fn dates(from: Option<PartialDate>, to: Option<PartialDate>, year: Option<u16>) -> Self {
        Self::days(from.and_then(|date| date.earliest(year)), to.and_then(|date| date.latest(year)))
    }

    /// What a text amounts to, by the kind of its cell. `unit` holds for amounts that name none, `year` for dates.
    pub(super) fn of_text(text: &str, kind: Kind, unit: MoneyUnit, year: Option<u16>) -> Known<Self> {
        if text.is_empty() {
            return Known::NotYet;
        }
        match kind {
            Kind::Money => jibiao_reading::read_amount(text, unit).map(Self::money),
            Kind::Number => jibiao_reading::read_number(text).map(Self::plain),
            Kind::Percent => jibiao_reading::read_percent(text).map(Self::plain),
            Kind::Year => {
                jibiao_reading::read_year(text).map(|year| Self::exactly(Number::whole(i64::from(year)), Scale::Year))
            }
            Kind::Date => jibiao_reading::read_date(text).map(|date| Self::dates(Some(date), Some(date), year)),
            Kind::Period => jibiao_reading::read_period(text).map(|span| Self::dates(span.from, span.to, year)),
            Kind::Value => match jibiao_reading::read_value(text, None, None) {
                Known::Answered(value) => Self::of_meaning(&value.meaning, year),
                Known::NotYet => Known::NotYet,
                Known::NotApplicable => Known::NotApplicable,
                Known::Unreadable => Known::Unreadable,
            },
            // A cell of no certain kind may say anything.
            Kind::Line | Kind::Prose | Kind::Choice => {
                let readings = [Kind::Number, Kind::Money, Kind::Date];
                let mut readings = readings.into_iter().map(|kind| Self::of_text(text, kind, unit, year));
                readings.find(|known| *known != Known::Unreadable).unwrap_or(Known::Unreadable)
            }
        }
    }

    /// What a target or a result amounts to; words amount to nothing.
    pub(super) fn of_meaning(meaning: &Meaning, year: Option<u16>) -> Known<Self> {
        let scale = |unit: &Option<Unit>| unit.clone().map_or(Scale::Plain, Scale::Unit);
        match meaning {
            Meaning::Quantity(quantity) => Known::Answered(Self::exactly(quantity.number, scale(&quantity.unit))),
            Meaning::Range { low, high, unit } => {
                Known::Answered(Self { low: Some(*low), high: Some(*high), scale: scale(unit) })
            }
            Meaning::Date(span) => Known::Answered(Self::dates(span.from.or(span.to), span.to.or(span.from), year)),
            Meaning::YesNo(_) | Meaning::Words | Meaning::Unit(_) => Known::Unreadable,
        }
    }

    /// How much of another measure this one is; `None` where they don't count the same thing, where one is not exactly
    /// known, or where the other is nothing.
    pub(super) fn share_of(&self, other: &Self) -> Result<Option<Self>, Halt> {
        let exact = |one: &Self| one.low.filter(|low| one.high == Some(*low));
        let (Some(part), Some(whole)) = (exact(self), exact(other).filter(|whole| *whole > Number::ZERO)) else {
            return Ok(None);
        };
        let counts = self.scale == other.scale && !matches!(self.scale, Scale::Day | Scale::Year);
        // As many digits as a rate is printed with, two behind the point of per cents.
        let share = || Ok::<_, Halt>(part.over(whole)?.rounded(4, Rounding::HalfUp));
        Ok(if counts { Some(Self::plain(share()?)) } else { None })
    }

    /// The one number, or the end that is known.
    pub(super) fn number(&self) -> Option<Number> {
        self.high.or(self.low)
    }

    /// How a message says it: a number and its unit. Amounts are said in `unit`.
    pub(super) fn args(&self, unit: MoneyUnit) -> Result<(Arg, Arg), Halt> {
        let number = self.number().unwrap_or(Number::ZERO);
        let (number, label) = match &self.scale {
            Scale::Money => (Arg::Number(number.over(unit.in_yuan())?), unit.label().to_owned()),
            Scale::Unit(unit) => (Arg::Number(number), unit.text.clone()),
            Scale::Day => (Arg::Text(day(number)), String::new()),
            Scale::Bare | Scale::Plain | Scale::Year => (Arg::Number(number), String::new()),
        };
        Ok((number, Arg::Text(label)))
    }

    /// Both ends through `change`.
    pub(super) fn each(self, change: impl Fn(Number) -> Result<Number, Halt>) -> Result<Self, Halt> {
        let end = |end: Option<Number>| end.map(&change).transpose();
        Ok(Self { low: end(self.low)?, high: end(self.high)?, scale: self.scale })
    }

    /// The sum, or with `minus` the difference; `None` where the two can't be held together.
    pub(super) fn joined(self, other: Self, minus: bool, unit: MoneyUnit) -> Result<Option<Self>, Halt> {
        if matches!((&self.scale, &other.scale), (Scale::Day, _) | (_, Scale::Day)) {
            return Ok(None);
        }
        let Some((one, other)) = common(self, other, unit)? else { return Ok(None) };
        let join = |a: Option<Number>, b: Option<Number>| match (a, b) {
            (Some(a), Some(b)) if minus => a.minus(b).map(Some),
            (Some(a), Some(b)) => a.plus(b).map(Some),
            _ => Ok(None),
        };
        let (first, second) = if minus { (other.high, other.low) } else { (other.low, other.high) };
        Ok(Some(Self { low: join(one.low, first)?, high: join(one.high, second)?, scale: one.scale }))
    }
}

impl Relation {
    /// Whether `one` stands in this relation to `other`, give or take the tolerance; `None` where that can't be told.
    pub(super) fn holds(
        self,
        one: Measure,
        other: Measure,
        tolerance: Number,
        unit: MoneyUnit,
    ) -> Result<Option<bool>, Halt> {
        let Some((one, other)) = common(one, other, unit)? else { return Ok(None) };
        let tolerance = if one.scale == Scale::Money { tolerance.times(unit.in_yuan())? } else { tolerance };
        let under = Number::ZERO.minus(tolerance)?;
        let gap = |a: Option<Number>, b: Option<Number>| match (a, b) {
            (Some(a), Some(b)) => a.minus(b).map(Some),
            _ => Ok(None),
        };
        // The difference lies between these two.
        let (least, most) = (gap(one.low, other.high)?, gap(one.high, other.low)?);
        let surely = |yes: bool, no: bool| if yes { Some(true) } else { no.then_some(false) };
        let equal = surely(
            least.is_some_and(|least| least >= under) && most.is_some_and(|most| most <= tolerance),
            least.is_some_and(|least| least > tolerance) || most.is_some_and(|most| most < under),
        );
        Ok(match self {
            Self::AtLeast => surely(least.is_some_and(|d| d >= under), most.is_some_and(|d| d < under)),
            Self::AtMost => surely(most.is_some_and(|d| d <= tolerance), least.is_some_and(|d| d > tolerance)),
            Self::Above => surely(least.is_some_and(|d| d > under), most.is_some_and(|d| d <= under)),
            Self::Below => surely(most.is_some_and(|d| d < tolerance), least.is_some_and(|d| d >= tolerance)),
            Self::Equals => equal,
            Self::Differs => equal.map(|equal| !equal),
        })
    }
}

/// The two on one scale; `None` where they don't count the same thing.
fn common(one: Measure, other: Measure, unit: MoneyUnit) -> Result<Option<(Measure, Measure)>, Halt> {
    // A number without a unit, beside an amount, is one in the unit of the form.
    let lifted = |measure: Measure| -> Result<Measure, Halt> {
        let measure = measure.each(|number| Ok(number.times(unit.in_yuan())?))?;
        Ok(Measure { scale: Scale::Money, ..measure })
    };
    if one.scale == other.scale {
        return Ok(Some((one, other)));
    }
    Ok(match (&one.scale, &other.scale) {
        (Scale::Money, Scale::Bare | Scale::Plain) => Some((one, lifted(other)?)),
        (Scale::Bare | Scale::Plain, Scale::Money) => Some((lifted(one)?, other)),
        (Scale::Bare, _) => Some((Measure { scale: other.scale.clone(), ..one }, other)),
        (_, Scale::Bare) => Some((one.clone(), Measure { scale: one.scale, ..other })),
        (Scale::Year, Scale::Day) => Some((in_days(one)?, other)),
        (Scale::Day, Scale::Year) => Some((one, in_days(other)?)),
        (Scale::Money, Scale::Unit(_)) => in_yuan(other)?.map(|other| (one, other)),
        (Scale::Unit(_), Scale::Money) => in_yuan(one)?.map(|one| (one, other)),
        (Scale::Plain | Scale::Year, Scale::Plain | Scale::Year | Scale::Unit(_)) | (Scale::Unit(_), Scale::Plain) => {
            Some((one.clone(), Measure { scale: one.scale, ..other }))
        }
        (Scale::Unit(a), Scale::Unit(b)) if jibiao_reading::comparable(a, b) => {
            let factors = (factor(a)?, factor(b)?);
            let scale = one.scale.clone();
            let one = one.each(|number| Ok(number.times(factors.0)?))?;
            let other = other.each(|number| Ok(number.times(factors.1)?))?;
            Some((one, Measure { scale, ..other }))
        }
        _ => None,
    })
}

/// An amount of money that is a value with a unit; `None` for anything else.
fn in_yuan(measure: Measure) -> Result<Option<Measure>, Halt> {
    let yuan = Unit { text: MoneyUnit::Yuan.label().to_owned(), family: UnitFamily::Money };
    let Scale::Unit(unit) = &measure.scale else { return Ok(None) };
    if !jibiao_reading::comparable(unit, &yuan) {
        return Ok(None);
    }
    let factor = factor(unit)?;
    let measure = measure.each(|number| Ok(number.times(factor)?))?;
    Ok(Some(Measure { scale: Scale::Money, ..measure }))
}

fn factor(unit: &Unit) -> Result<Number, Halt> {
    jibiao_reading::factor(unit).ok_or_else(|| jibiao_model::Overflow.into())
}

/// The days of a year.
fn in_days(year: Measure) -> Result<Measure, Halt> {
    let day = |end: Option<Number>, day: i64| {
        end.map(|year| year.times(Number::whole(10_000))?.plus(Number::whole(day))).transpose()
    };
    Ok(Measure { low: day(year.low, 101)?, high: day(year.high, 1_231)?, scale: Scale::Day })
}

/// 2026-12-31 as the number 20261231, so that days are ordered like numbers.
fn ordinal(day: Day) -> Number {
    let Day { year, month, day } = day;
    let number = i64::from(year).saturating_mul(10_000);
    Number::whole(number.saturating_add(i64::from(month).saturating_mul(100)).saturating_add(i64::from(day)))
}

/// 20261231 as `2026-12-31`.
fn day(ordinal: Number) -> String {
    let digits = ordinal.to_string();
    match (digits.get(..4), digits.get(4..6), digits.get(6..)) {
        (Some(year), Some(month), Some(day)) => [year, month, day].join("-"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: MoneyUnit = MoneyUnit::TenThousandYuan;

    fn of(text: &str, kind: Kind) -> Measure {
        match Measure::of_text(text, kind, UNIT, Some(2026)) {
            Known::Answered(measure) => measure,
            other => panic!("{text}: {other:?}"),
        }
    }

    fn bare(text: &str) -> Measure {
        Measure::exactly(text.parse().unwrap(), Scale::Bare)
    }

    fn holds(one: Measure, relation: Relation, other: Measure) -> Option<bool> {
        relation.holds(one, other, Number::ZERO, UNIT).unwrap()
    }

    #[test]
    fn amounts_are_equal_across_units_to_the_cent() {
        let (ten_thousands, yuan) = (of("38.7664", Kind::Money), of("387,664元", Kind::Money));
        assert_eq!(holds(ten_thousands.clone(), Relation::Equals, yuan), Some(true));
        assert_eq!(holds(ten_thousands, Relation::Equals, of("387664.01元", Kind::Money)), Some(false));
    }

    #[test]
    fn a_bare_number_beside_an_amount_is_in_the_unit_of_the_form() {
        assert_eq!(holds(of("1000000元", Kind::Money), Relation::AtLeast, bare("100")), Some(true));
        assert_eq!(holds(of("999999.99元", Kind::Money), Relation::AtLeast, bare("100")), Some(false));
    }

    #[test]
    fn values_are_compared_in_units_of_one_kind_and_no_others() {
        let (value, kind) = (of("3.5公里", Kind::Value), Relation::Above);
        assert_eq!(holds(value.clone(), kind, of("3000米", Kind::Value)), Some(true));
        assert_eq!(holds(value.clone(), kind, of("3000人", Kind::Value)), None);
        assert_eq!(holds(value, kind, of("2", Kind::Money)), None);
        assert_eq!(holds(of("3.5万元", Kind::Value), Relation::Equals, of("35000元", Kind::Money)), Some(true));
    }

    #[test]
    fn a_date_that_names_only_a_month_is_after_another_only_where_that_is_sure() {
        let month = of("2026年6月", Kind::Date);
        assert_eq!(holds(month.clone(), Relation::AtMost, of("2026-06-15", Kind::Date)), None);
        assert_eq!(holds(month.clone(), Relation::AtMost, of("2026-05-31", Kind::Date)), Some(false));
        assert_eq!(holds(month.clone(), Relation::AtMost, of("2026-06-30", Kind::Date)), Some(true));
        assert_eq!(holds(month.clone(), Relation::AtMost, of("2025", Kind::Year)), Some(false));
        assert_eq!(holds(month, Relation::AtLeast, of("2026年1月—2027年12月", Kind::Period)), None);
    }

    #[test]
    fn a_tolerance_lies_on_both_sides() {
        let within = |relation: Relation, one: &str, tolerance: &str| {
            relation.holds(bare(one), bare("100"), tolerance.parse().unwrap(), UNIT).unwrap()
        };
        for (relation, inside, outside) in [
            (Relation::AtLeast, "99.95", "99.949"),
            (Relation::AtMost, "100.05", "100.051"),
            (Relation::Equals, "99.95", "100.051"),
        ] {
            assert_eq!(within(relation, inside, "0.05"), Some(true), "{relation:?}");
            assert_eq!(within(relation, outside, "0.05"), Some(false), "{relation:?}");
        }
        assert_eq!(within(Relation::Above, "100", "0"), Some(false));
        assert_eq!(within(Relation::Below, "99.999", "0"), Some(true));
        assert_eq!(within(Relation::Differs, "100", "0"), Some(false));
    }

    #[test]
    fn an_open_end_settles_only_what_it_can() {
        let open = Measure { low: Some(Number::whole(5)), high: None, scale: Scale::Plain };
        assert_eq!(holds(open.clone(), Relation::AtLeast, bare("6")), None);
        assert_eq!(holds(open.clone(), Relation::AtMost, bare("4")), Some(false));
        assert_eq!(holds(open.clone(), Relation::Equals, bare("4")), Some(false));
        assert_eq!(holds(open, Relation::Equals, bare("6")), None);
    }

    #[test]
    fn sums_and_differences_are_exact_and_dates_have_none() {
        let joined = |minus| of("100", Kind::Money).joined(of("0.1元", Kind::Money), minus, UNIT).unwrap().unwrap();
        assert_eq!(joined(false).low.unwrap().to_string(), "1000000.1");
        assert_eq!(joined(true).high.unwrap().to_string(), "999999.9");
        let day = || of("2026-01-01", Kind::Date);
        assert_eq!(day().joined(day(), true, UNIT), Ok(None));
    }

    #[test]
    fn a_day_is_said_as_a_day() {
        let (said, unit) = of("2026年1月5日", Kind::Date).args(UNIT).unwrap();
        assert_eq!((said, unit), (Arg::Text("2026-01-05".to_owned()), Arg::Text(String::new())));
    }
}
