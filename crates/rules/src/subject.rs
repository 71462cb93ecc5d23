//! What a document is about: the words that its indicators and its goals are held against.

use jibiao_model::Concept;
use jibiao_reading::{Pairs, Subjects, terms};

use crate::View;

/// What the project is about, by its own words.
#[derive(Debug)]
pub(crate) struct Subject {
    /// The pairs of letters of all that describes the project.
    pub(crate) pairs: Pairs,
    /// The subjects that it may be about.
    pub(crate) topics: Subjects,
}

/// Words of a message: enough to see what is meant.
const MOST_WORDS: usize = 4;

impl Subject {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let head = [Concept::ProjectName, Concept::ImplementingUnit, Concept::Department];
        let mut texts: Vec<&str> = head.map(|concept| view.reading.text(concept)).into();
        texts.extend(view.texts().map(|(_, text)| text));
        for (table, rows) in view.form.compositions().map(|table| (table, view.document.rows(table.id.as_str()))) {
            if let Some(item) = table.column(Concept::LineItem) {
                texts.extend(rows.iter().map(|row| row.text(item.id.as_str())));
            }
        }
        let topics = &view.book.vocabulary.topics;
        Self {
            pairs: Pairs::of(&texts),
            topics: texts.iter().fold(Subjects::default(), |all, text| all.with(topics.wide(text))),
        }
    }

    /// Whether some word of a text stands in the project's own texts.
    pub(crate) fn shares(&self, view: &View<'_>, text: &str) -> bool {
        own_words(view, text).any(|word| self.pairs.shared(word).is_some())
    }
}

/// The words of a text that are its own: neither such as any text may use, nor groups that many programmes serve.
pub(crate) fn own_words<'t>(view: &View<'_>, text: &'t str) -> impl Iterator<Item = &'t str> {
    let groups = view.words("group-words");
    terms(text, view.words("void-words")).flat_map(move |word| terms(word, groups))
}

/// What the project is about, for a message: words of its name, or of its goals where the name has none.
pub(crate) fn about(view: &View<'_>) -> String {
    let texts = [Concept::ProjectName, Concept::YearGoal, Concept::WholeGoal].map(|concept| view.reading.text(concept));
    let said = texts.into_iter().map(|text| said(terms(text, view.words("void-words"))));
    said.into_iter().find(|said| !said.is_empty()).unwrap_or_default()
}

/// Words in a row, each once.
pub(crate) fn said<'t>(words: impl Iterator<Item = &'t str>) -> String {
    let mut list: Vec<&str> = Vec::new();
    for word in words {
        if list.len() < MOST_WORDS && !list.contains(&word) {
            list.push(word);
        }
    }
    list.join("、")
}

/// Whether a list of words is left that say what a text is about.
pub(crate) fn letters_of<'t>(words: impl Iterator<Item = &'t str>) -> usize {
    words.map(|word| word.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn words_are_said_once_and_not_too_many() {
        assert_eq!(said(["甲", "乙", "甲", "丙", "丁", "戊"].into_iter()), "甲、乙、丙、丁");
    }
}
