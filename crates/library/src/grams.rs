//! Pairs of neighbouring letters: how texts without blanks are compared, each pair counting the more the rarer it is.

use crate::letters::BREAK;

/// Two neighbouring letters as one number.
pub(crate) type Gram = u64;

/// The pairs of a text, each once, in order.
pub(crate) fn grams(letters: &[char]) -> Vec<Gram> {
    let pairs = letters.windows(2).filter_map(|pair| match *pair {
        // Pairs of Latin letters would find rows by parts of pinyin.
        [first, second] if first.is_ascii_alphabetic() && second.is_ascii_alphabetic() => None,
        [first, second] if first != BREAK && second != BREAK => {
            Some(u64::from(u32::from(first)) << 21 | u64::from(u32::from(second)))
        }
        _ => None,
    });
    let mut grams: Vec<Gram> = pairs.collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// Sixteen times the binary logarithm, rounded down between the powers of two by a straight line.
pub(crate) fn log(number: u64) -> u32 {
    let Some(power) = number.checked_ilog2() else { return 0 };
    let part = ((u128::from(number) << 4) >> power) & 15;
    power.saturating_mul(16).saturating_add(u32::try_from(part).unwrap_or_default())
}

/// What a pair is worth that stands in `in_rows` of `rows` rows.
pub(crate) fn worth(rows: u64, in_rows: u64) -> u32 {
    log(rows.saturating_add(1)).saturating_sub(log(in_rows.max(1))).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::letters;

    #[test]
    fn pairs_do_not_cross_a_break_and_count_once() {
        assert_eq!(grams(&letters("培训、培训人")).len(), 2);
        assert_eq!(grams(&letters("培、训")).len(), 0);
    }

    #[test]
    fn the_logarithm_is_exact_at_powers_of_two_and_grows_between() {
        assert_eq!((log(1), log(2), log(1024)), (0, 16, 160));
        assert!(log(1024) < log(1100) && log(1100) < log(2047) && log(2047) < log(2048));
    }

    #[test]
    fn a_rare_pair_is_worth_more() {
        assert!(worth(1000, 1) > worth(1000, 10));
        assert!(worth(1000, 1000) >= 1);
    }
}
