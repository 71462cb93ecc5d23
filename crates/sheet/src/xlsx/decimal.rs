//! Decimal texts: no binary number stands between what is in a file and what a person reads.

use std::fmt::Write;

/// How many digits a spreadsheet keeps.
const KEPT: usize = 15;

/// The most places before or behind the point that are looked at: 1e308 is the largest number of a spreadsheet.
const MOST_PLACES: i64 = 340;

/// A decimal: digits, and how many of them stand behind the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) negative: bool,
    /// Digits as numbers, none in front that is 0; none at all for zero.
    digits: Vec<u8>,
    /// How many digits stand behind the point; negative where zeros are missing before it.
    scale: i64,
}

impl Decimal {
    /// Reads `12.5`, `-3E-4`; `None` for anything else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
        let exponent: i64 = exponent.parse().ok().filter(|exponent: &i64| exponent.abs() <= MOST_PLACES)?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() && fraction.is_empty() || mantissa.len() > 400 {
            return None;
        }
        let digits: Option<Vec<u8>> = whole
            .bytes()
            .chain(fraction.bytes())
            .map(|sign| sign.checked_sub(b'0').filter(|digit| *digit <= 9))
            .collect();
        let scale = i64::try_from(fraction.len()).ok()?.checked_sub(exponent)?;
        Some(Self { negative, digits: digits?, scale }.tidied())
    }

    fn tidied(mut self) -> Self {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        if self.digits.is_empty() {
            self.scale = 0;
            self.negative = false;
        }
        self
    }

    /// Without zeros at the end behind the point.
    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
            self.scale = self.scale.saturating_sub(1);
        }
        self.tidied()
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// How many digits it has, zeros at the end left aside.
    pub(crate) fn significant(&self) -> usize {
        self.digits.iter().rposition(|digit| *digit > 0).map_or(0, |last| last.saturating_add(1))
    }

    /// As a spreadsheet shows it: fifteen digits. Files hold seventeen, so that `0.1 + 0.2` comes back as it was.
    pub(crate) fn kept(self) -> Self {
        let extra = self.digits.len().saturating_sub(KEPT);
        let scale = self.scale.saturating_sub(i64::try_from(extra).unwrap_or(0));
        self.rounded(scale).trimmed()
    }

    /// Multiplied by a power of ten.
    pub(crate) fn shifted(mut self, places: i64) -> Self {
        if !self.digits.is_empty() {
            self.scale = self.scale.saturating_sub(places);
        }
        self
    }

    /// Rounded, halves away from zero, to some places behind the point.
    pub(crate) fn rounded(mut self, places: i64) -> Self {
        let extra = self.scale.saturating_sub(places);
        let Ok(extra) = usize::try_from(extra) else { return self };
        if extra == 0 {
            return self;
        }
        let kept = self.digits.len().checked_sub(extra);
        let up = kept.and_then(|kept| self.digits.get(kept)).is_some_and(|digit| *digit >= 5);
        self.digits.truncate(kept.unwrap_or(0));
        self.scale = places;
        if up {
            let nines = self.digits.iter().rev().take_while(|digit| **digit == 9).count();
            for digit in self.digits.iter_mut().rev().take(nines) {
                *digit = 0;
            }
            match self.digits.iter_mut().rev().nth(nines) {
                Some(digit) => *digit = digit.saturating_add(1),
                None => self.digits.insert(0, 1),
            }
        }
        self.tidied()
    }

    /// Digits before the point (at least none) and behind it (at least `least`, none that is needless beyond).
    pub(crate) fn parts(&self, least: usize) -> (String, String) {
        let (mut whole, mut fraction) = (String::new(), String::new());
        let length = i64::try_from(self.digits.len()).unwrap_or(0);
        let before = length.saturating_sub(self.scale);
        let push = |out: &mut String, digit: u8| out.push(char::from(b'0'.saturating_add(digit)));
        for at in before.min(0)..length.max(before) {
            let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
            push(if at < before { &mut whole } else { &mut fraction }, digit);
        }
        let end = fraction.trim_end_matches('0').len().max(least.min(fraction.len()));
        fraction.truncate(end);
        while fraction.len() < least {
            fraction.push('0');
        }
        (whole.trim_start_matches('0').to_owned(), fraction)
    }

    /// Plain decimal text: `0.985`, `-12`.
    pub(crate) fn plain(&self) -> String {
        let (whole, fraction) = self.parts(0);
        let mut out = String::new();
        if self.negative {
            out.push('-');
        }
        out.push_str(if whole.is_empty() { "0" } else { &whole });
        if !fraction.is_empty() {
            let _ = write!(out, ".{fraction}");
        }
        out
    }

    /// The whole part as a number, and the rest of a day in seconds, rounded; `None` where it is no date.
    pub(crate) fn days(&self) -> Option<(i64, i64)> {
        if self.negative {
            return None;
        }
        let (whole, _) = self.parts(0);
        let days: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        // 86,400 seconds have a day: eleven digits behind the point say more than a second.
        let (_, fraction) = self.clone().rounded(12).parts(12);
        let parts: i128 = fraction.get(..12)?.parse().ok()?;
        let seconds = parts.checked_mul(86_400)?.checked_add(500_000_000_000)?.checked_div(1_000_000_000_000)?;
        let seconds = i64::try_from(seconds).ok()?;
        Some(if seconds >= 86_400 { (days.checked_add(1)?, 0) } else { (days, seconds) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> String {
        Decimal::read(text).map(|number| number.kept().plain()).unwrap_or_default()
    }

    #[test]
    fn numbers_of_files_become_what_a_spreadsheet_shows() {
        for (file, shown) in [
            ("1.1000000000000001", "1.1"),
            ("0.98499999999999999", "0.985"),
            ("0.30000000000000004", "0.3"),
            ("1E-3", "0.001"),
            ("1.5E3", "1500"),
            ("-0", "0"),
            ("31872.46", "31872.46"),
            ("99999999999999999", "100000000000000000"),
            ("007.50", "7.5"),
            ("-12", "-12"),
        ] {
            assert_eq!(kept(file), shown, "{file}");
        }
        for wrong in ["", "a", "1e999", "--1", "1.2.3", "NaN", "."] {
            assert!(Decimal::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        let rounded = |text: &str, places| Decimal::read(text).unwrap().rounded(places).plain();
        assert_eq!(rounded("2.345", 2), "2.35");
        assert_eq!(rounded("-2.345", 2), "-2.35");
        assert_eq!(rounded("9.996", 2), "10");
        assert_eq!(rounded("0.004", 2), "0");
        assert_eq!(rounded("0.5", 0), "1");
        assert_eq!(rounded("1250", -2), "1300");
    }
}
