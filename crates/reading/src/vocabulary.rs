//! Words that a pack lends to reading, scoring and rules, indexed for lookup.

use crate::{Topics, starts::Starts};
use jibiao_model::{
    LevelOne, LevelTwo, SortedMap,
    order::{arranged, order, order_of_texts},
};

/// A list of words, found in a text in one pass.
#[derive(Clone, Debug, Default)]
pub struct WordSet {
    /// Sorted backwards, so that a word comes before those that begin it and the longest word at a position wins.
    words: Vec<(char, String)>,
    /// How words begin: at most places of a text none does.
    starts: Starts,
    /// The characters that words end with, in their order, each with the place of its word.
    ends: Vec<(char, usize)>,
}

impl WordSet {
    const EMPTY: Self = Self { words: Vec::new(), starts: Starts::NONE, ends: Vec::new() };

    /// A set of these words; blank ones are left out.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        let words: Vec<String> = words.into_iter().collect();
        let mut by_text = order_of_texts(&words.iter().map(String::as_str).collect::<Vec<_>>());
        // A word stands before those that it begins; backwards, the longest comes first.
        by_text.reverse();
        let mut words = arranged(words, &by_text);
        words.dedup();
        let words: Vec<_> = words.into_iter().filter_map(|word| Some((word.chars().next()?, word))).collect();
        let starts = Starts::of(words.iter().map(|(_, word)| word.as_str()));
        let ends = words.iter().enumerate().filter_map(|(at, (_, word))| Some((word.chars().next_back()?, at)));
        let ends: Vec<(char, usize)> = ends.collect();
        let by_end = order(ends.len(), &|a, b| ends.get(a).cmp(&ends.get(b)));
        Self { words, starts, ends: arranged(ends, &by_end) }
    }

    /// The first word of the set that stands in `text`, with its byte offset.
    pub fn find<'s>(&'s self, text: &str) -> Option<(usize, &'s str)> {
        let mut letters = text.chars();
        loop {
            let rest = letters.as_str();
            let first = letters.next()?;
            if self.starts.may_start(first)
                && let Some(word) = self.at(first, letters.clone().next().unwrap_or('\0'), rest)
            {
                return Some((text.len().saturating_sub(rest.len()), word));
            }
        }
    }

    /// The longest word of the set that `text` begins with.
    pub fn starts(&self, text: &str) -> Option<&str> {
        let mut letters = text.chars();
        let first = letters.next()?;
        self.at(first, letters.next().unwrap_or('\0'), text)
    }

    fn at(&self, first: char, second: char, rest: &str) -> Option<&str> {
        if !self.starts.may_begin(first, second) {
            return None;
        }
        self.starting(first).find(|word| rest.starts_with(word))
    }

    /// Whether some word of the set stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Whether `text` ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        self.ending(text).is_some()
    }

    /// A word of the set that `text` ends with: of several, the first one in the order of [`WordSet::iter`].
    pub fn ending(&self, text: &str) -> Option<&str> {
        let last = text.chars().next_back()?;
        let from = self.ends.partition_point(|(end, _)| *end < last);
        let alike = self.ends.iter().skip(from).take_while(|(end, _)| *end == last);
        let mut words = alike.filter_map(|(_, at)| self.words.get(*at)).map(|(_, word)| word.as_str());
        words.find(|word| text.ends_with(word))
    }

    /// Whether `text` is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.get(text).is_some()
    }

    /// The word of the set that `text` is.
    pub fn get(&self, text: &str) -> Option<&str> {
        let first = text.chars().next().filter(|first| self.starts.may_start(*first))?;
        self.starting(first).find(|word| *word == text)
    }

    /// The words; each one after those that it begins.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(_, word)| word.as_str())
    }

    /// Whether the set holds no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn starting(&self, first: char) -> impl Iterator<Item = &str> {
        let from = self.words.partition_point(|(c, _)| *c > first);
        self.words.iter().skip(from).take_while(move |(c, _)| *c == first).map(|(_, word)| word.as_str())
    }
}

/// The words of a pack.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// What a 一级指标 cell may say, and what it means. The first entry whose words stand in the cell decides.
    pub level_one: Vec<(String, LevelOne)>,
    /// What a 二级指标 cell may say, and what it means.
    pub level_two: Vec<(String, LevelTwo)>,
    /// Named lists: `vague`, `lower-is-better`, …
    pub lists: SortedMap<String, WordSet>,
    /// Subjects by the words that name them.
    pub topics: Topics,
}

impl Vocabulary {
    /// The list of this name; an empty one where the pack has none (the loader refuses a pack that lacks a
    /// list some rule needs).
    pub fn list(&self, name: &str) -> &WordSet {
        self.list_at(self.place_of(name))
    }

    /// Where the list of this name stands, for whoever asks for it time and again.
    pub fn place_of(&self, name: &str) -> usize {
        self.lists.position(name).unwrap_or(usize::MAX)
    }

    /// The list at the place that [`Vocabulary::place_of`] gave.
    pub fn list_at(&self, place: usize) -> &WordSet {
        static EMPTY: WordSet = WordSet::EMPTY;
        self.lists.at(place).unwrap_or(&EMPTY)
    }

    /// The meaning of a 一级指标 cell.
    pub fn level_one(&self, text: &str) -> Option<LevelOne> {
        first_in(text, &self.level_one)
    }

    /// The meaning of a 二级指标 cell.
    pub fn level_two(&self, text: &str) -> Option<LevelTwo> {
        first_in(text, &self.level_two)
    }
}

/// The meaning of the first entry whose words stand in a text.
fn first_in<T: Copy>(text: &str, entries: &[(String, T)]) -> Option<T> {
    // A bit for each letter: of most entries some letter is not in the text.
    let print = |text: &str| text.chars().fold(0u64, |bits, c| bits | 1 << (u32::from(c) % 64));
    let own = print(text);
    let stands = |words: &str| print(words) & !own == 0 && text.contains(words);
    entries.iter().find(|(words, _)| stands(words)).map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_at_the_first_position_is_found() {
        let set = WordSet::new(["提升", "有效", "有效提升"].map(String::from));
        assert_eq!(set.find("得到有效提升"), Some((6, "有效提升")));
        assert_eq!(set.find("提前完成"), None);
        assert!(set.has("有效") && !set.has("有"));
    }

    #[test]
    fn a_text_ends_with_a_word_or_does_not() {
        let set = WordSet::new(["率", "合格率", "比例"].map(String::from));
        assert!(set.ends("验收合格率") && set.ends("率") && set.ends("占比例"));
        assert!(!set.ends("率先完成") && !set.ends("比") && !set.ends(""));
        assert_eq!(set.ending("合格率"), set.iter().find(|word| "合格率".ends_with(word)));
    }
}
