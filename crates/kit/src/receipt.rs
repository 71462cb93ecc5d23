//! The receipt (回执码): twelve characters by which a person matches paper, workbook and bundle.

use jibiao_model::{Counts, Document, Report, Verdict};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Draft, digest};

/// Digits and capitals without `0`, `1`, `I` and `O`, which are taken for one another.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Signs before the one that checks them.
const LENGTH: usize = 11;
/// Signs between two hyphens.
const GROUP: usize = 4;

/// What stands on paper beside the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// `7KQ4-XW2M-9HTP`: of the document and the pack that judges it.
    pub code: String,
    pub revision: u64,
    pub verdict: Verdict,
    pub counts: Counts,
}

impl Draft {
    /// The receipt of the document as it is now; `report` is one on it.
    pub fn receipt(&self, report: &Report) -> Receipt {
        Receipt {
            code: receipt_code(self.document()),
            revision: self.document().revision,
            verdict: report.verdict,
            counts: report.counts,
        }
    }
}

/// The code of a document: of its digest and of the pack that it is pinned to.
///
/// It proves that two papers show the same content, not who wrote it: 55 bits are too few against intent.
pub fn receipt_code(document: &Document) -> String {
    let pack = &document.pack;
    let named = ["jibiao-receipt-1", &digest(document), &pack.id, &pack.edition, &pack.sha256].join("\n");
    let bytes = Sha256::digest(named);
    // The first bits of the digest, five for each sign.
    let mut bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let mut values: Vec<u8> = Vec::with_capacity(LENGTH.saturating_add(1));
    for _ in 0..LENGTH {
        values.push((0..5).fold(0, |value, _| value << 1 | bits.next().unwrap_or_default()));
    }
    values.push(check(&values));
    let mut code = String::new();
    for (value, at) in values.iter().zip(0_usize..) {
        if at > 0 && at.is_multiple_of(GROUP) {
            code.push('-');
        }
        code.push(sign(*value));
    }
    code
}

/// A code as somebody typed it, written as it is printed; nothing where a sign was misread or two changed places.
pub fn receipt_typed(text: &str) -> Option<String> {
    let mut values = Vec::new();
    let mut code = String::new();
    for character in text.chars().filter(|c| !c.is_whitespace() && !"-－—–".contains(*c)) {
        let folded = match character {
            'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => {
                char::from_u32(u32::from(character).saturating_sub(0xfee0)).unwrap_or(character)
            }
            other => other,
        };
        let capital = folded.to_ascii_uppercase();
        let value = SIGNS.iter().position(|sign| char::from(*sign) == capital)?;
        if !values.is_empty() && values.len().is_multiple_of(GROUP) {
            code.push('-');
        }
        values.push(u8::try_from(value).ok()?);
        code.push(capital);
    }
    let (last, before) = values.split_last()?;
    (before.len() == LENGTH && check(before) == *last).then_some(code)
}

/// The value that checks the others: with it, the sum of all values, each multiplied by another power of two in the
/// field of 32 elements, is nothing. So one wrong sign, or any two that changed places, are always noticed.
fn check(values: &[u8]) -> u8 {
    // Horner's rule from the first: the check value is multiplied by one.
    values.iter().fold(0, |sum, value| doubled(sum ^ value))
}

/// Twice a value in the field of 32 elements, by x⁵ + x² + 1.
fn doubled(value: u8) -> u8 {
    let twice = value << 1;
    if twice & 0b10_0000 == 0 { twice } else { twice ^ 0b10_0101 }
}

fn sign(value: u8) -> char {
    SIGNS.get(usize::from(value)).copied().map_or('?', char::from)
}

#[cfg(test)]
mod tests {
    use jibiao_model::{FormId, PackRef};

    use super::*;

    fn document() -> Document {
        let pack = PackRef { id: "p".into(), edition: "1".into(), sha256: "00".into() };
        let mut document = Document::new("a", pack, FormId::new("f"));
        document.cells.insert("year".into(), "2026".into());
        document
    }

    #[test]
    fn the_code_is_that_of_document_and_pack() {
        let document = document();
        // printf 'jibiao-receipt-1\n1fcc94a9…429eb\np\n1\n00' | sha256sum, its first 55 bits by hand, and the check
        // sign by the table of the field.
        assert_eq!(receipt_code(&document), "2377-WJXP-QYQ5");
        let mut other = document.clone();
        other.revision = 1;
        assert_ne!(receipt_code(&other), receipt_code(&document));
        let mut other = document.clone();
        other.pack.edition = "2".into();
        assert_ne!(receipt_code(&other), receipt_code(&document));
    }

    #[test]
    fn a_misread_sign_and_two_that_changed_places_are_noticed() {
        let code = receipt_code(&document());
        assert_eq!(receipt_typed(&code).unwrap(), code);
        assert_eq!(receipt_typed(&code.replace('-', " ").to_lowercase()).unwrap(), code);
        let signs: Vec<char> = code.chars().filter(|c| *c != '-').collect();
        assert_eq!(signs.len(), 12);
        for at in 0..12 {
            for sign in SIGNS.map(char::from).into_iter().filter(|sign| *sign != signs[at]) {
                let mut wrong = signs.clone();
                wrong[at] = sign;
                assert_eq!(receipt_typed(&wrong.iter().collect::<String>()), None);
            }
            for other in at + 1..12 {
                let mut wrong = signs.clone();
                wrong.swap(at, other);
                assert!(signs[at] == signs[other] || receipt_typed(&wrong.iter().collect::<String>()).is_none());
            }
        }
        for wrong in ["", "7KQ4", "0KQ4-XW2M-9HTP", "----"] {
            assert_eq!(receipt_typed(wrong), None);
        }
    }

    #[test]
    fn full_width_signs_are_the_same() {
        let code = receipt_code(&document());
        let wide: String = code.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c)).collect();
        assert_eq!(receipt_typed(&wide).unwrap(), code);
    }
}
