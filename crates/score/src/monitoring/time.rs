//! 序时进度: how much of the budget year is over. The document says up to which day it tells; there is no clock.

use jibiao_model::{Concept, Day, Number, PartialDate, Points};
use jibiao_reading::Reading;

use super::{Found, input, known};
use crate::{Clock, ratio};

/// The day up to which the sheet tells; the last one that its text can mean.
pub(super) fn day(reading: &Reading<'_>) -> Option<Day> {
    let date = *reading.date(Concept::MonitoredTo).answered()?;
    date.latest(reading.year.answered().copied())
}

/// The share of the budget year that is over on a day.
pub(super) fn share(day: Option<Day>, reading: &Reading<'_>, clock: Clock) -> Found {
    let Some(day) = day else { return (None, Vec::new()) };
    let year = reading.year.answered().copied().unwrap_or(day.year);
    let (over, all) = match clock {
        Clock::Days => (day_of_year(day), day_of_year(Day { year: day.year, month: 12, day: 31 })),
        Clock::Months => (i64::from(day.month), 12),
    };
    let over = match day.year.cmp(&year) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => over,
        std::cmp::Ordering::Greater => all,
    };
    let share = ratio::share(Number::HUNDRED, Number::whole(over), Number::whole(all)).ok();
    let value: Option<Points> = known(share);
    (value, vec![input("of-time", format!("{over}/{all}"))])
}

fn day_of_year(day: Day) -> i64 {
    let days = |month| PartialDate { year: Some(day.year), month: Some(month), day: None }.latest(None);
    let before = (1..day.month).filter_map(days).map(|last| i64::from(last.day));
    before.fold(i64::from(day.day), i64::saturating_add)
}
