//! What the developer sees while the tool works.

use std::time::Duration;

pub(crate) fn step(what: impl std::fmt::Display) {
    eprintln!("› {what}");
}

pub(crate) fn done(what: impl std::fmt::Display, took: Duration) {
    eprintln!("✓ {what} ({})", seconds(took));
}

pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("✗ {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}

pub(crate) fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

/// A number of bytes with thousands apart, as people compare sizes.
pub(crate) fn bytes(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_apart() {
        assert_eq!(super::bytes(7), "7");
        assert_eq!(super::bytes(750_000), "750 000");
        assert_eq!(super::bytes(1_234_567), "1 234 567");
    }
}
