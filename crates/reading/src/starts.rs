//! How the words of a list begin: a filter that lets hardly any place of a text through where no word begins.

/// A bit for the first letter of each word, which is enough for a short list, and one for the first two.
#[derive(Clone, Debug, Default)]
pub(crate) struct Starts {
    firsts: [u64; 16],
    /// The same for words that are one letter.
    singles: [u64; 16],
    /// A power of two of cells; none where there are no words.
    cells: Vec<u64>,
}

/// Bits for each word: one in sixteen is set.
const ROOM: usize = 16;

impl Starts {
    pub(crate) const NONE: Self = Self { firsts: [0; 16], singles: [0; 16], cells: Vec::new() };

    pub(crate) fn of<'w>(words: impl Iterator<Item = &'w str> + Clone) -> Self {
        let cells = words.clone().count().saturating_mul(ROOM).div_ceil(64).next_power_of_two();
        let mut starts = Self { cells: vec![0; cells], ..Self::NONE };
        for word in words {
            let (first, second) = two(word);
            mark(&mut starts.firsts, first);
            if second == '\0' {
                mark(&mut starts.singles, first);
            }
            let bit = starts.bit(first, second);
            if let Some(cell) = starts.cells.get_mut(bit / 64) {
                *cell |= 1 << (bit % 64);
            }
        }
        starts
    }

    /// Whether a word may begin with this letter.
    pub(crate) fn may_start(&self, first: char) -> bool {
        is_marked(&self.firsts, first)
    }

    /// Whether a word may begin with these letters, or be the first of them.
    pub(crate) fn may_begin(&self, first: char, second: char) -> bool {
        self.may_start(first) && (self.has(first, second) || is_marked(&self.singles, first))
    }

    fn has(&self, first: char, second: char) -> bool {
        let bit = self.bit(first, second);
        self.cells.get(bit / 64).is_some_and(|cell| cell >> (bit % 64) & 1 != 0)
    }

    fn bit(&self, first: char, second: char) -> usize {
        let mixed = (pair(first, second).wrapping_mul(0x9E37_79B9_7F4A_7C15)) >> 32;
        usize::try_from(mixed).unwrap_or(0) & self.cells.len().saturating_mul(64).wrapping_sub(1)
    }
}

fn mark(letters: &mut [u64; 16], letter: char) {
    if let Some(cell) = letters.get_mut(cell_of(letter)) {
        *cell |= 1 << (u32::from(letter) % 64);
    }
}

fn is_marked(letters: &[u64; 16], letter: char) -> bool {
    letters.get(cell_of(letter)).is_some_and(|cell| cell >> (u32::from(letter) % 64) & 1 != 0)
}

fn cell_of(first: char) -> usize {
    usize::try_from(u32::from(first) / 64 % 16).unwrap_or(0)
}

/// The first two letters of a word; the second is NUL where it has one letter only.
pub(crate) fn two(word: &str) -> (char, char) {
    let mut letters = word.chars();
    (letters.next().unwrap_or('\0'), letters.next().unwrap_or('\0'))
}

/// Two letters as one number, in the order of the letters.
pub(crate) fn pair(first: char, second: char) -> u64 {
    (u64::from(u32::from(first)) << 21) | u64::from(u32::from(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_let_through() {
        let words = ["的", "工作", "工程", "验收合格率"];
        let starts = Starts::of(words.iter().copied());
        for word in words {
            let (first, second) = two(word);
            assert!(starts.may_begin(first, second), "{word}");
        }
        assert!(starts.may_begin('的', '工'));
        assert!(!Starts::NONE.may_begin('工', '作'));
    }
}
