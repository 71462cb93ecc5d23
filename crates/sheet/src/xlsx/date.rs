//! Days and times of spreadsheets, which count days from the beginning of 1900 or of 1904.

/// A day and a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    /// 0 for Sunday.
    pub(crate) weekday: i64,
    pub(crate) seconds: i64,
}

/// The moment of a count of days and seconds; `None` beyond the year 9999.
///
/// Spreadsheets have a 29 February 1900 that never was: days before it stand one off.
pub(crate) fn moment(days: i64, seconds: i64, since_1904: bool) -> Option<Moment> {
    let since_1900 = if since_1904 { days.checked_add(1462)? } else { days };
    if !(0..=2_958_465).contains(&since_1900) {
        return None;
    }
    let weekday = since_1900.checked_add(6)?.checked_rem(7)?;
    let (year, month, day) = match since_1900 {
        60 => (1900, 2, 29),
        day if day < 60 => civil(day.checked_sub(25_568)?)?,
        day => civil(day.checked_sub(25_569)?)?,
    };
    Some(Moment { year, month, day, weekday, seconds })
}

/// Year, month and day of a count of days from 1 January 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: i64) -> Option<(i64, i64, i64)> {
    let shifted = days.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = of_era
        .checked_sub(of_era / 1460)?
        .checked_add(of_era / 36_524)?
        .checked_sub(of_era / 146_096)?
        .checked_div(365)?;
    let leap = (year_of_era / 4).checked_sub(year_of_era / 100)?;
    let of_year = of_era.checked_sub(year_of_era.checked_mul(365)?.checked_add(leap)?)?;
    let month = of_year.checked_mul(5)?.checked_add(2)?.checked_div(153)?;
    let day = of_year.checked_sub(month.checked_mul(153)?.checked_add(2)?.checked_div(5)?)?.checked_add(1)?;
    let month = if month < 10 { month.checked_add(3)? } else { month.checked_sub(9)? };
    let year = era.checked_mul(400)?.checked_add(year_of_era)?.checked_add(i64::from(month <= 2))?;
    Some((year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(days: i64, since_1904: bool) -> (i64, i64, i64, i64) {
        let Moment { year, month, day, weekday, .. } = moment(days, 0, since_1904).unwrap();
        (year, month, day, weekday)
    }

    #[test]
    fn days_are_those_of_the_calendar_in_both_epochs() {
        assert_eq!(day(1, false), (1900, 1, 1, 0));
        assert_eq!(day(59, false), (1900, 2, 28, 2));
        assert_eq!(day(60, false), (1900, 2, 29, 3));
        assert_eq!(day(61, false), (1900, 3, 1, 4));
        assert_eq!(day(45_657, false), (2024, 12, 31, 2));
        assert_eq!(day(45_658, false), (2025, 1, 1, 3));
        assert_eq!(day(44_196, true), (2025, 1, 1, 3));
        assert_eq!(day(2_958_465, false), (9999, 12, 31, 5));
        assert_eq!(moment(2_958_466, 0, false), None);
        assert_eq!(moment(-1, 0, false), None);
    }
}
