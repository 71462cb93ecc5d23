//! What a document is about: the words that its indicators and its goals are held against.

use jibiao_model::Concept;
use jibiao_reading::{Pairs, Subjects, terms};

use crate::View;

/// What a project is about, by its words.
#[derive(Debug)]
pub(crate) struct Subject {
    /// The project's own texts.
    own: Words,
    /// Those who do it: a sports office may do anything in sport.
    office: Words,
}

/// What some texts are about.
#[derive(Debug)]
struct Words {
    /// The pairs of letters of the texts.
    pairs: Pairs,
    /// The subjects that they may be about.
    wide: Subjects,
    /// The subjects that they surely are about.
    named: Subjects,
}

/// Words of a message: enough to see what is meant.
const MOST_WORDS: usize = 4;

impl Subject {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let office = [Concept::ImplementingUnit, Concept::Department].map(|concept| view.reading.text(concept));
        Self { own: Words::of(view, &own_texts(view)), office: Words::of(view, &office) }
    }

    /// The subjects that the project or its office may be about.
    pub(crate) fn topics(&self) -> Subjects {
        self.own.wide.with(self.office.wide)
    }

    /// Whether some word of a text stands in the project's texts or in its office's name.
    pub(crate) fn shares(&self, view: &View<'_>, text: &str) -> bool {
        self.own.shares(view, text) || self.office.shares(view, text)
    }

    /// Whether a text has to do with the project itself; where its own texts name no subject, with its office.
    pub(crate) fn is_akin(&self, view: &View<'_>, text: &str) -> bool {
        self.own.is_akin(view, text) || (self.own.named.is_empty() && self.office.is_akin(view, text))
    }
}

impl Words {
    fn of(view: &View<'_>, texts: &[&str]) -> Self {
        let topics = &view.book.vocabulary.topics;
        Self {
            pairs: Pairs::of(texts),
            wide: texts.iter().fold(Subjects::default(), |all, text| all.with(topics.wide(text))),
            named: texts.iter().fold(Subjects::default(), |all, text| all.with(topics.named(text).0)),
        }
    }

    /// Whether a text has to do with these: it names a subject of them, or shares a word with them. Where it names a
    /// subject, its wide words count for nothing: 林火监控点 is no matter of computers.
    fn is_akin(&self, view: &View<'_>, text: &str) -> bool {
        let topics = &view.book.vocabulary.topics;
        let named = match topics.named(text) {
            (_, None) => self.named.meet(topics.wide(text)),
            (named, Some(_)) => self.wide.meet(named),
        };
        named || self.shares(view, text)
    }

    fn shares(&self, view: &View<'_>, text: &str) -> bool {
        own_words(view, text).any(|word| self.pairs.shared(word).is_some())
    }
}

/// The texts that describe the project: its name, its prose, what its money is for.
fn own_texts<'a>(view: &View<'a>) -> Vec<&'a str> {
    let mut texts = vec![view.reading.text(Concept::ProjectName)];
    texts.extend(view.texts().map(|(_, text)| text));
    for (table, rows) in view.form.compositions().map(|table| (table, view.document.rows(table.id.as_str()))) {
        if let Some(item) = table.column(Concept::LineItem) {
            texts.extend(rows.iter().map(|row| row.text(item.id.as_str())));
        }
    }
    texts
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
