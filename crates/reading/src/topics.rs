//! Subjects that texts speak of, told by the words that name them.

use jibiao_model::order::{arranged, order};

use crate::starts::{Starts, pair, two};

/// Subjects that a text names, a bit for each; empty where it names none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Subjects(u128);

impl Subjects {
    /// Whether no subject is named.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether some subject is named by both.
    pub fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The subjects of both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Words by subject: 公路, 桥梁 and 路面 speak of one thing.
///
/// A word with a `~` before it is wide: it is enough to say that a project may be about the subject, and not enough
/// to say that an indicator is. 困难群众 in a project lets an indicator on 低保 pass, and an indicator on 困难群众 may
/// stand in any project.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    /// In the order of their first two letters, longer ones first.
    words: Vec<Word>,
    /// The first two letters of each, as [`pair`] makes one number of them.
    keys: Vec<u64>,
    starts: Starts,
}

#[derive(Clone, Debug)]
struct Word {
    text: String,
    named: Subjects,
    wide: Subjects,
}

/// Most subjects that are told apart.
pub const MOST_SUBJECTS: usize = 128;

impl Topics {
    /// Topics from lines of words, one line for a subject. Lines past the most subjects are left out.
    pub fn new<'l>(lines: impl Iterator<Item = &'l str>) -> Self {
        let mut all: Vec<Word> = Vec::new();
        for (at, line) in lines.take(MOST_SUBJECTS).enumerate() {
            let subject = Subjects(u32::try_from(at).ok().and_then(|at| 1u128.checked_shl(at)).unwrap_or(0));
            for word in line.split_whitespace() {
                let (text, named) = word.strip_prefix('~').map_or((word, subject), |text| (text, Subjects::default()));
                all.push(Word { text: text.to_owned(), named, wide: subject });
            }
        }
        let key = |at: usize| all.get(at).map(|word| (two(&word.text), word.text.as_str()));
        // Backwards within a start, so that the longer word comes first.
        let order = order(all.len(), &|a, b| {
            key(a).map(|key| key.0).cmp(&key(b).map(|key| key.0)).then_with(|| key(b).cmp(&key(a)))
        });
        let mut words: Vec<Word> = Vec::with_capacity(all.len());
        for word in arranged(all, &order) {
            match words.last_mut() {
                Some(last) if last.text == word.text => {
                    last.named = last.named.with(word.named);
                    last.wide = last.wide.with(word.wide);
                }
                _ => words.push(word),
            }
        }
        let keys = words.iter().map(|word| two(&word.text)).map(|(first, second)| pair(first, second)).collect();
        let starts = Starts::of(words.iter().map(|word| word.text.as_str()));
        Self { words, keys, starts }
    }

    /// The subjects that a text may be about: of every word in it, also of one inside another.
    pub fn wide(&self, text: &str) -> Subjects {
        let mut all = Subjects::default();
        let mut letters = text.char_indices().peekable();
        while let Some((at, first)) = letters.next() {
            let second = letters.peek().map_or('\0', |(_, second)| *second);
            if self.starts.may_begin(first, second) {
                let rest = text.get(at..).unwrap_or("");
                let words = [second, '\0'].map(|second| self.starting(first, second, rest));
                all = words.into_iter().flatten().fold(all, |all, word| all.with(word.wide));
            }
        }
        all
    }

    /// The subjects that a text is about, and the first word that says so.
    pub fn named<'t>(&self, text: &'t str) -> (Subjects, Option<&'t str>) {
        let mut words = self.each(text).filter(|(_, word)| !word.named.is_empty());
        let Some((first, word)) = words.next() else { return (Subjects::default(), None) };
        (words.fold(word.named, |all, (_, word)| all.with(word.named)), Some(first))
    }

    /// The words of a text, from left to right; the longest at each place.
    fn each<'a, 't: 'a>(&'a self, text: &'t str) -> impl Iterator<Item = (&'t str, &'a Word)> + use<'a, 't> {
        let mut rest = text;
        std::iter::from_fn(move || {
            loop {
                let mut letters = rest.chars();
                let first = letters.next()?;
                let after = letters.as_str();
                let second = letters.next().unwrap_or('\0');
                if self.starts.may_begin(first, second) {
                    let found = self.starting(first, second, rest).or_else(|| self.starting(first, '\0', rest));
                    if let Some(word) = found {
                        let (said, left) = rest.split_at_checked(word.text.len())?;
                        rest = left;
                        return Some((said, word));
                    }
                }
                rest = after;
            }
        })
    }

    /// The longest word that `text` begins with and that begins with two letters.
    fn starting(&self, first: char, second: char, text: &str) -> Option<&Word> {
        let key = pair(first, second);
        let from = self.keys.partition_point(|other| *other < key);
        let alike = self.keys.iter().skip(from).take_while(|other| **other == key).count();
        let alike = self.words.get(from..from.saturating_add(alike))?;
        alike.iter().find(|word| text.starts_with(word.text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics() -> Topics {
        Topics::new(["公路 道路 ~工程", "低保 ~困难群众 ~工程", "健康档案 ~医", "档案"].into_iter())
    }

    #[test]
    fn words_of_one_subject_meet() {
        let topics = topics();
        let (road, word) = topics.named("农村公路养护里程");
        assert_eq!(word, Some("公路"));
        assert!(road.meet(topics.named("道路硬化").0));
        assert!(!road.meet(topics.named("低保对象人数").0));
    }

    #[test]
    fn a_wide_word_speaks_for_a_project_and_not_for_an_indicator() {
        let topics = topics();
        assert!(topics.named("困难群众人数").0.is_empty());
        assert!(topics.wide("困难群众救助").meet(topics.named("农村低保标准").0));
        // A word of two subjects names both.
        assert!(topics.wide("工程").meet(topics.named("低保").0) && topics.wide("工程").meet(topics.named("公路").0));
    }

    #[test]
    fn the_longest_word_is_taken_and_single_letters_count() {
        let topics = topics();
        let archive = topics.named("档案").0;
        assert!(!topics.named("建立健康档案").0.meet(archive));
        assert!(topics.wide("乡村医生").meet(topics.named("健康档案").0));
        assert_eq!(topics.named("").1, None);
        // 档案 stands in it, whatever else it says.
        assert!(topics.wide("建立健康档案").meet(archive));
    }
}
