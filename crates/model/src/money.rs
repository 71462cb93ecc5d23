//! Money: always kept in 元, shown in the form's unit.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Number, Overflow};

/// The unit that a form prints its amounts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MoneyUnit {
    #[serde(rename = "元")]
    Yuan,
    #[serde(rename = "万元")]
    TenThousandYuan,
    #[serde(rename = "亿元")]
    HundredMillionYuan,
}

impl MoneyUnit {
    /// How many 元 one of this unit is.
    pub fn in_yuan(self) -> Number {
        Number::whole(match self {
            Self::Yuan => 1,
            Self::TenThousandYuan => 10_000,
            Self::HundredMillionYuan => 100_000_000,
        })
    }

    /// The unit as printed.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::TenThousandYuan => "万元",
            Self::HundredMillionYuan => "亿元",
        }
    }
}

/// An amount of money, exact, in 元.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(Number);

impl Amount {
    /// No money.
    pub const ZERO: Self = Self(Number::ZERO);

    /// `number` of `unit`.
    ///
    /// # Errors
    /// [`Overflow`] when the amount in 元 has more than 28 digits.
    pub fn new(number: Number, unit: MoneyUnit) -> Result<Self, Overflow> {
        number.times(unit.in_yuan()).map(Self)
    }

    /// The amount in 元.
    pub fn yuan(self) -> Number {
        self.0
    }

    /// The amount in `unit`.
    ///
    /// # Errors
    /// [`Overflow`] when the quotient has more than 28 digits.
    pub fn in_unit(self, unit: MoneyUnit) -> Result<Number, Overflow> {
        self.0.over(unit.in_yuan())
    }

    /// Sum.
    ///
    /// # Errors
    /// [`Overflow`] beyond 28 digits.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        self.0.plus(other.0).map(Self)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} 元", self.0)
    }
}
