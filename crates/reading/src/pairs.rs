//! Pairs of neighbouring letters: what two texts have in common, without a dictionary.
//!
//! Chinese writes most of its words with two characters, so a pair that two texts share mostly is a shared word, and
//! a text that is copied shares nearly all of its pairs with its source, whatever was done to the punctuation.

use crate::{starts::pair as key, terms::is_letter};

/// A set of pairs of neighbouring letters.
///
/// Making one and asking it are linear in the texts. It is a flat table of its own because a hash set of the
/// standard library would be compiled into the page for this one use, with a hash that resists attackers and is
/// ten times slower: a crowded table costs time here, never a wrong answer.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    /// A power of two of slots, at most half of them taken; 0 is a free one.
    slots: Vec<u64>,
}

/// How much of a text a set holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Held {
    /// Pairs of the text that the set holds, each as often as it stands there.
    pub held: usize,
    /// All pairs of the text.
    pub all: usize,
}

impl Held {
    /// Whether at least `percent` of the text is held, and the text has a pair at all.
    pub fn at_least(self, percent: usize) -> bool {
        self.all > 0 && self.held.saturating_mul(100) >= self.all.saturating_mul(percent)
    }
}

impl Pairs {
    /// The pairs of some texts. None reaches from one text into the next.
    pub fn of(texts: &[&str]) -> Self {
        let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
        let mut set = Self { slots: vec![0; letters.saturating_mul(2).next_power_of_two().max(2)] };
        for text in texts {
            for (first, second) in pairs(text) {
                set.add(key(first, second));
            }
        }
        set
    }

    /// Whether the pair stands in one of the texts.
    pub fn has(&self, first: char, second: char) -> bool {
        let key = key(first, second);
        self.walk(key).any(|found| found == key)
    }

    /// How much of a text is held.
    pub fn held(&self, text: &str) -> Held {
        let mut held = Held::default();
        for (first, second) in pairs(text) {
            held.all = held.all.saturating_add(1);
            held.held = held.held.saturating_add(usize::from(self.has(first, second)));
        }
        held
    }

    /// The longest stretch of a text of which every pair is held; `None` where no pair is.
    pub fn shared<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (mut longest, mut from) = ("", 0);
        let mut last: Option<char> = None;
        for (at, letter) in text.char_indices() {
            let goes_on = is_letter(letter) && last.is_some_and(|last| self.has(last, letter));
            if goes_on {
                let end = at.saturating_add(letter.len_utf8());
                let stretch = text.get(from..end).unwrap_or("");
                longest = if stretch.len() > longest.len() { stretch } else { longest };
            } else {
                from = at;
            }
            last = is_letter(letter).then_some(letter);
        }
        (!longest.is_empty()).then_some(longest)
    }

    /// The keys from a key's own slot up to the next free one.
    fn walk(&self, key: u64) -> impl Iterator<Item = u64> {
        let (before, after) = self.slots.split_at(self.slot(key).min(self.slots.len()));
        after.iter().chain(before).copied().take_while(|found| *found != 0)
    }

    fn add(&mut self, key: u64) {
        let start = self.slot(key).min(self.slots.len());
        let (before, after) = self.slots.split_at_mut(start);
        let free = after.iter_mut().chain(before).find(|slot| **slot == 0 || **slot == key);
        if let Some(slot) = free {
            *slot = key;
        }
    }

    fn slot(&self, key: u64) -> usize {
        let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
        usize::try_from(mixed).unwrap_or(0) & self.slots.len().wrapping_sub(1)
    }
}

/// The pairs of neighbouring letters of a text. A blank does not part them: printed texts have them inside words.
pub fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
    let mut last = None;
    text.chars().filter_map(move |c| {
        if c.is_whitespace() {
            return None;
        }
        let letter = is_letter(c).then_some(c);
        let pair = last.zip(letter);
        last = letter;
        pair
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_itself_and_not_another() {
        let set = Pairs::of(&["完成农村公路养护", "冬春救助"]);
        assert_eq!(set.held("农村公路，冬春 救助"), Held { held: 6, all: 6 });
        assert_eq!(set.held("农田水利"), Held { held: 0, all: 3 });
        assert!(!set.has('护', '冬'), "a pair reached from one text into the next");
    }

    #[test]
    fn what_is_shared_is_shown_in_one_piece() {
        let set = Pairs::of(&["为受灾群众发放冬春救助资金"]);
        assert_eq!(set.shared("冬春救助人数"), Some("冬春救助"));
        assert_eq!(set.shared("低保标准"), None);
        assert_eq!(Pairs::default().shared("低保标准"), None);
    }

    #[test]
    fn a_share_is_compared_in_whole_numbers() {
        assert!(Held { held: 9, all: 10 }.at_least(90));
        assert!(!Held { held: 8, all: 10 }.at_least(90));
        assert!(!Held::default().at_least(0), "a text without letters is held by nothing");
    }
}
