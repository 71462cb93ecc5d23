//! Bytes as text that can stand in a page: four bytes in five characters, where base64 takes three bytes in four. The page
//! is a twentieth smaller for it.
//!
//! The 85 characters are those of ASCII that are printed, in their order, without `"`, `&`, `'`, `-`, `<`, `>`, `\`, `` ` ``
//! and `~`: nothing in such a text can end a script or begin a comment. What is left of four bytes takes one character more
//! than it has bytes.

const BASE: u32 = 85;
const LEFT_OUT: &[u8; 9] = b"\"&'-<>\\`~";

/// The characters, by their digit.
fn alphabet() -> impl Iterator<Item = u8> {
    (b'!'..=b'~').filter(|character| !LEFT_OUT.contains(character))
}

/// Bytes as text.
pub fn to_text(bytes: &[u8]) -> String {
    let alphabet: Vec<u8> = alphabet().collect();
    let mut text = String::with_capacity(bytes.len().saturating_mul(5).div_ceil(4));
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four.iter_mut().zip(group).for_each(|(to, from)| *to = *from);
        let mut number = u32::from_be_bytes(four);
        let mut digits = [0; 5];
        for digit in digits.iter_mut().rev() {
            *digit = number % BASE;
            number /= BASE;
        }
        for digit in digits.iter().take(group.len().saturating_add(1)) {
            let character = usize::try_from(*digit).ok().and_then(|digit| alphabet.get(digit));
            text.extend(character.map(|character| char::from(*character)));
        }
    }
    text
}

/// The bytes of a text; `None` for one that [`to_text`] does not make.
pub fn from_text(text: &[u8]) -> Option<Vec<u8>> {
    let mut digits = [u32::MAX; 256];
    for (digit, character) in (0..).zip(alphabet()) {
        *digits.get_mut(usize::from(character))? = digit;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for group in text.chunks(5) {
        let mut number = 0_u32;
        for at in 0..5 {
            // What was left out is filled up with the highest digit, so that cutting gives the bytes that were there.
            let digit = match group.get(at) {
                Some(character) => *digits.get(usize::from(*character))?,
                None => BASE.saturating_sub(1),
            };
            if digit >= BASE {
                return None;
            }
            number = number.checked_mul(BASE)?.checked_add(digit)?;
        }
        let four = number.to_be_bytes();
        let count = group.len().checked_sub(1).filter(|count| *count > 0)?;
        bytes.extend_from_slice(four.get(..count)?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_eighty_five_characters_and_none_of_them_means_anything_to_a_page() {
        assert_eq!(alphabet().count(), 85);
        assert!(alphabet().all(|character| !b"<>&\"'-".contains(&character)));
    }

    #[test]
    fn texts_of_a_few_bytes() {
        // 0xffffffff = 82·85⁴ + 23·85³ + 54·85² + 12·85 + 0; digits 82 and 23 are `{` and `>` moved on by what is left out.
        let highest: Vec<u8> = alphabet().collect();
        let digits = [82_usize, 23, 54, 12, 0].map(|digit| char::from(highest[digit]));
        assert_eq!(to_text(&[0xff; 4]), digits.iter().collect::<String>());
        assert_eq!(to_text(&[]), "");
        assert_eq!(to_text(&[0]), "!!");
        assert_eq!(to_text(&[0; 4]), "!!!!!");
    }

    #[test]
    fn every_length_comes_back() {
        let bytes: Vec<u8> = (0..=255).chain([255; 9]).collect();
        for length in 0..=bytes.len() {
            assert_eq!(from_text(to_text(&bytes[..length]).as_bytes()).as_deref(), Some(&bytes[..length]));
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for wrong in ["!", "!!!!!!", "<!!!!", "!!!!\n", "}}}}}", "字"] {
            assert_eq!(from_text(wrong.as_bytes()), None, "{wrong}");
        }
    }
}
