//! Pinyin: how characters are read, and whether typed letters spell them.
//!
//! A character with several readings is matched by each of them. Letters may spell a syllable in full (`pei`), by
//! its initial (`p`, `sh`), or, at their end, in part (`pe`); characters may stand between them.

use std::sync::LazyLock;

use crate::letters::BREAK;

static READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/readings.txt"));

/// Characters that are read alike share a sound.
struct Sounds {
    /// The readings of each sound, the commonest first.
    sounds: Vec<Vec<&'static str>>,
    /// Character and sound in one number, in order.
    of: Vec<u64>,
}

static SOUNDS: LazyLock<Sounds> = LazyLock::new(|| {
    let mut sounds = vec![Vec::new()];
    let mut of = Vec::new();
    for line in READINGS.lines() {
        let end = line.find(|c: char| !c.is_ascii()).unwrap_or(line.len());
        let (readings, characters) = line.split_at(end);
        let sound = u64::try_from(sounds.len()).unwrap_or_default();
        sounds.push(readings.split(',').collect());
        of.extend(characters.chars().map(|c| u64::from(u32::from(c)) << 16 | sound));
    }
    of.sort_unstable();
    Sounds { sounds, of }
});

/// The sound of a character; 0 for those without one.
pub(crate) fn sound(c: char) -> u16 {
    if c.is_ascii() {
        return 0;
    }
    let key = u64::from(u32::from(c)) << 16;
    let at = SOUNDS.of.partition_point(|entry| *entry < key);
    let found = SOUNDS.of.get(at).filter(|entry| **entry >> 16 == key >> 16);
    found.and_then(|entry| u16::try_from(entry & 0xffff).ok()).unwrap_or_default()
}

/// The most letters that are matched as pinyin; one bit each.
const MOST: usize = 40;

/// Typed letters, prepared for matching against many texts.
pub(crate) struct Spelling {
    term: Vec<char>,
    /// For each sound and each position in the term: bit `k` is set where the sound may stand for `k` letters.
    lengths: Vec<u8>,
    /// For each sound: the initial of its commonest reading, as a bit. Where characters are skipped, rare readings make
    /// hits that nobody understands: 免 is also read `wen`.
    initials: Vec<u32>,
}

impl Spelling {
    /// `None` for a term without Latin letters, which can only be meant as it stands, and for one that is too long.
    pub(crate) fn new(term: &[char]) -> Option<Self> {
        if term.len() > MOST || !term.iter().any(char::is_ascii_lowercase) {
            return None;
        }
        let mut lengths = Vec::with_capacity(SOUNDS.sounds.len().saturating_mul(term.len()));
        let mut initials = Vec::with_capacity(SOUNDS.sounds.len());
        for readings in &SOUNDS.sounds {
            for position in 0..term.len() {
                let rest = term.get(position..).unwrap_or_default();
                lengths.push(readings.iter().fold(0, |found, reading| found | spelled(reading, rest)));
            }
            let initial = |reading: &&str| reading.bytes().next().map_or(0, letter_bit);
            initials.push(readings.first().map_or(0, initial));
        }
        Some(Self { term: term.to_vec(), lengths, initials })
    }

    /// How many characters at the start of a text the whole term spells.
    pub(crate) fn spells<'t>(&self, text: impl Iterator<Item = (&'t char, &'t u16)>) -> Option<usize> {
        let whole = 1_u64 << self.term.len();
        // Bit q: the first q letters are used up.
        let mut states = 1_u64;
        for (count, (c, sound)) in (1..).zip(text) {
            if *c == BREAK {
                return None;
            }
            let row = usize::from(*sound).saturating_mul(self.term.len());
            let mut next = 0_u64;
            let mut left = states;
            while left != 0 {
                let position = left.trailing_zeros();
                left &= left.saturating_sub(1);
                let Ok(at) = usize::try_from(position) else { continue };
                if self.term.get(at) == Some(c) {
                    next |= 2 << position;
                }
                let lengths = self.lengths.get(row.saturating_add(at)).copied().unwrap_or_default();
                next |= u64::from(lengths) << position;
            }
            if next & whole != 0 {
                return Some(count);
            }
            if next == 0 {
                return None;
            }
            states = next;
        }
        None
    }

    /// Whether the term may begin at a character: a quick answer that is seldom wrongly yes and never wrongly no.
    pub(crate) fn begins(&self, c: char, sound: u16) -> bool {
        let row = usize::from(sound).saturating_mul(self.term.len());
        self.term.first() == Some(&c) || self.lengths.get(row).is_some_and(|lengths| *lengths != 0)
    }

    /// Whether the letters are initials of characters of a text, in order, from its first character on.
    pub(crate) fn initials_of<'t>(&self, text: impl Iterator<Item = (&'t char, &'t u16)>) -> bool {
        let mut letters = self.term.iter();
        let mut wanted = letters.next();
        for (count, (c, sound)) in text.enumerate() {
            let Some(letter) = wanted else { return true };
            let bit = u8::try_from(*letter).map_or(0, letter_bit);
            let initials = self.initials.get(usize::from(*sound)).copied().unwrap_or_default();
            if letter == c || initials & bit != 0 {
                wanted = letters.next();
            } else if count == 0 {
                return false;
            }
        }
        wanted.is_none()
    }
}

/// Which numbers of letters at the start of `rest` a reading may stand for: all of it, its initial, or, where the
/// letters end within it, as far as they go.
fn spelled(reading: &str, rest: &[char]) -> u8 {
    let alike = reading.chars().zip(rest).take_while(|(a, b)| a == *b).count();
    let mut lengths = 0;
    if alike == reading.len() || alike == rest.len() {
        lengths |= bit(alike);
    }
    if alike >= 1 {
        lengths |= bit(1);
    }
    if alike >= 2 && (reading.starts_with("zh") || reading.starts_with("ch") || reading.starts_with("sh")) {
        lengths |= bit(2);
    }
    lengths
}

/// Syllables have six letters at most.
fn bit(length: usize) -> u8 {
    u32::try_from(length).ok().and_then(|length| 1_u8.checked_shl(length)).unwrap_or_default()
}

fn letter_bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter & 0x1f) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::letters;

    fn spells(term: &str, text: &str) -> Option<usize> {
        let text = letters(text);
        let sounds: Vec<u16> = text.iter().map(|c| sound(*c)).collect();
        Spelling::new(&letters(term)).and_then(|spelling| spelling.spells(text.iter().zip(&sounds)))
    }

    #[test]
    fn letters_spell_in_full_by_initials_and_in_part_at_the_end() {
        assert_eq!(spells("peixunrenci", "培训人次"), Some(4));
        assert_eq!(spells("pxrc", "培训人次"), Some(4));
        assert_eq!(spells("peix", "培训人次"), Some(2));
        assert_eq!(spells("pexun", "培训人次"), None);
        assert_eq!(spells("shul", "数量"), Some(2));
        assert_eq!(spells("shl", "数量"), Some(2));
    }

    #[test]
    fn each_reading_of_a_character_counts() {
        for term in ["chongfu", "zhongfu", "cf", "zf"] {
            assert_eq!(spells(term, "重复"), Some(2), "{term}");
        }
        for term in ["hegelv", "hegelu", "hgl"] {
            assert_eq!(spells(term, "合格率"), Some(3), "{term}");
        }
    }

    #[test]
    fn characters_may_stand_between_letters() {
        assert_eq!(spells("培xun人c", "培训人次"), Some(4));
        assert_eq!(spells("5gjz", "5G基站"), Some(4));
    }

    #[test]
    fn letters_do_not_spell_across_a_break() {
        assert_eq!(spells("renci", "人、次"), None);
    }

    #[test]
    fn a_term_of_characters_alone_is_no_spelling() {
        assert!(Spelling::new(&letters("培训")).is_none());
        assert!(Spelling::new(&['a'; 41]).is_none());
    }

    #[test]
    fn initials_may_skip_characters_but_not_the_first() {
        let text = letters("培训计划完成时间");
        let sounds: Vec<u16> = text.iter().map(|c| sound(*c)).collect();
        let initials =
            |term: &str| Spelling::new(&letters(term)).is_some_and(|s| s.initials_of(text.iter().zip(&sounds)));
        assert!(initials("pxwc") && initials("psj"));
        assert!(!initials("xwc") && !initials("pxx"));
    }

    #[test]
    fn initials_that_skip_characters_are_those_of_common_readings() {
        let found = |term: &str, text: &str| {
            let text = letters(text);
            let sounds: Vec<u16> = text.iter().map(|c| sound(*c)).collect();
            Spelling::new(&letters(term)).is_some_and(|s| s.initials_of(text.iter().zip(&sounds)))
        };
        // 免 is also read wen, 种 also chong.
        assert!(!found("wjcc", "免疫规划疫苗接种剂次") && found("mjzc", "免疫规划疫苗接种剂次"));
        // One after the other, every reading counts.
        assert_eq!(spells("cf", "重复"), Some(2));
    }
}
