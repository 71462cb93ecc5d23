//! Exit codes.

use jibiao_kit::Verdict;

/// How the program ends; the later, the worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Accepted, with or without suggestions.
    Accepted,
    /// To be corrected.
    Rejected,
    /// Not determined, or input that could not be used.
    Open,
    /// Wrong use (`EX_USAGE` of sysexits.h).
    Misuse,
}

impl Exit {
    /// The number that the shell sees.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::Accepted => 0,
            Self::Rejected => 1,
            Self::Open => 2,
            Self::Misuse => 64,
        }
    }

    /// The worse of two.
    pub(crate) fn worse(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Accepted | Verdict::AcceptedWithNotes => Self::Accepted,
            Verdict::Rejected => Self::Rejected,
            Verdict::NotDetermined => Self::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_several_files_counts() {
        let worst = |exits: &[Exit]| exits.iter().copied().fold(Exit::Accepted, Exit::worse).code();
        assert_eq!(worst(&[]), 0);
        assert_eq!(worst(&[Exit::Rejected, Exit::Accepted]), 1);
        assert_eq!(worst(&[Exit::Open, Exit::Rejected]), 2);
        assert_eq!(worst(&[Exit::Misuse, Exit::Open]), 64);
    }

    #[test]
    fn not_determined_is_never_success() {
        assert_eq!(Exit::from(Verdict::NotDetermined).code(), 2);
        assert_eq!(Exit::from(Verdict::AcceptedWithNotes).code(), 0);
    }
}
