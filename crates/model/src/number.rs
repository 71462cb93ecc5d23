//! Exact decimals. Parsed from text only, computed with checked operations only, rounded only where a pack's
//! policy says so.

use std::{fmt, str::FromStr};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// An exact decimal with at most 28 significant digits.
///
/// On every wire it is a string, so that no reader turns it into a binary float.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(Decimal);

/// A calculation left the range of exact decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

impl fmt::Display for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the calculation leaves the range of exact decimals (28 digits), or divides by zero")
    }
}

impl std::error::Error for Overflow {}

/// A text that is not a plain decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Something other than an optional sign, digits and one decimal point.
    NotADecimal,
    /// More than 28 significant digits.
    TooManyDigits,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotADecimal => "expected a decimal such as 1234.5",
            Self::TooManyDigits => "expected at most 28 digits",
        })
    }
}

impl std::error::Error for NumberError {}

/// How a pack rounds scores: the number of decimals and what happens to a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// 四舍五入: a half goes away from zero.
    HalfUp,
    /// A half goes to the even neighbour.
    HalfEven,
    /// Digits are cut off.
    Down,
}

impl Number {
    /// 0.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// 1.
    pub const ONE: Self = Self(Decimal::ONE);
    /// 100.
    pub const HUNDRED: Self = Self(Decimal::ONE_HUNDRED);

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self(Decimal::from(value))
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Overflow`] beyond 28 digits.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_add(other.0).map(Self).ok_or(Overflow)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`Overflow`] beyond 28 digits.
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_sub(other.0).map(Self).ok_or(Overflow)
    }

    /// Product.
    ///
    /// # Errors
    /// [`Overflow`] beyond 28 digits.
    pub fn times(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_mul(other.0).map(Self).ok_or(Overflow)
    }

    /// Quotient, to 28 digits.
    ///
    /// # Errors
    /// [`Overflow`] when `other` is zero.
    pub fn over(self, other: Self) -> Result<Self, Overflow> {
        self.0.checked_div(other.0).map(Self).ok_or(Overflow)
    }

    /// The value rounded to `scale` decimals.
    #[must_use]
    pub fn rounded(self, scale: u32, rounding: Rounding) -> Self {
        let strategy = match rounding {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Down => RoundingStrategy::ToZero,
        };
        Self(self.0.round_dp_with_strategy(scale, strategy))
    }

    /// The distance from zero.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether the value is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether the value is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// Whether the value has no decimals other than zeros.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }

    /// How many digits it has after the decimal point.
    pub fn decimals(self) -> u32 {
        self.0.normalize().scale()
    }

    /// The text with exactly `scale` decimals, for scores: `99.80`.
    pub fn fixed(self, scale: u32, rounding: Rounding) -> String {
        let mut value = self.rounded(scale, rounding).0;
        value.rescale(scale);
        value.to_string()
    }
}

impl FromStr for Number {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
        let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if !plain || !digits.bytes().any(|b| b.is_ascii_digit()) || digits.bytes().filter(|b| *b == b'.').count() > 1 {
            return Err(NumberError::NotADecimal);
        }
        if let Some(number) = short(text) {
            return Ok(number);
        }
        // from_str would round silently beyond 28 digits; from_str_exact refuses.
        Decimal::from_str_exact(text).map(Self).map_err(|_| NumberError::TooManyDigits)
    }
}

/// The number of so few digits that they fit into a machine word, as nearly all of a form do; `text` holds digits and
/// at most one point.
fn short(text: &str) -> Option<Number> {
    const MOST: usize = 18;
    let fraction = match text.split_once('.') {
        Some((whole, fraction)) => (!whole.is_empty() && !fraction.is_empty()).then_some(fraction.len())?,
        None => 0,
    };
    if text.len() > MOST || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).map(|digit| i64::from(digit.wrapping_sub(b'0')));
    let mantissa = digits.fold(0i64, |number, digit| number.saturating_mul(10).saturating_add(digit));
    Some(Number(Decimal::new(mantissa, u32::try_from(fraction).ok()?)))
}

impl fmt::Display for Number {
    /// The shortest exact form: no trailing zeros, never an exponent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Most numbers are whole and small.
        match (self.0.scale(), i64::try_from(self.0.mantissa())) {
            (0, Ok(whole)) => whole.fmt(f),
            _ => self.0.normalize().fmt(f),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Number {
        text.parse().unwrap()
    }

    #[test]
    fn short_numbers_are_read_like_long_ones() {
        for text in ["0", "7", "007", "0.50", "90.00", "12345678901234567", "0.1234567890123456"] {
            assert_eq!(short(text).map(|number| (number, number.0.scale())), {
                let long = Decimal::from_str_exact(text).unwrap();
                Some((Number(long), long.scale()))
            });
        }
        for text in ["-1", "+1", "5.", ".5", "1234567890123456789"] {
            assert_eq!(short(text), None, "{text}");
        }
    }

    #[test]
    fn forty_digits_are_refused_not_rounded() {
        assert_eq!("1234567890123456789012345678901234567890".parse::<Number>(), Err(NumberError::TooManyDigits));
    }

    #[test]
    fn exponents_and_separators_are_not_decimals() {
        for text in ["1e3", "1,000", "", ".", "-", "1.2.3", "１"] {
            assert_eq!(text.parse::<Number>(), Err(NumberError::NotADecimal), "{text}");
        }
    }

    #[test]
    fn halves_go_away_from_zero_by_half_up() {
        assert_eq!(n("2.345").rounded(2, Rounding::HalfUp), n("2.35"));
        assert_eq!(n("2.345").rounded(2, Rounding::HalfEven), n("2.34"));
        assert_eq!(n("99.8").fixed(2, Rounding::HalfUp), "99.80");
    }

    #[test]
    fn division_by_zero_is_an_error_not_a_panic() {
        assert_eq!(Number::ONE.over(Number::ZERO), Err(Overflow));
    }
}
