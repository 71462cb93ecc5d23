//! What can be asked of one cell: whether it is filled, what it says, what its text looks like, how much it is.

use jibiao_model::{Known, Meaning, Number};
use jibiao_reading::{WordSet, fold};

use super::{
    Fields,
    at::{At, RowAt},
    choices,
    condition::Scope,
    item::Item,
    measure::{Measure, Relation},
    names::Names,
    operand::{self, Operand, Sort},
    pattern::Pattern,
};
use crate::Halt;

#[derive(Clone, Debug)]
pub(super) enum Test {
    Filled(bool),
    Is(Allowed),
    Has(Words),
    Like(Patterns),
    Means(Vec<Said>),
    Claim(Claim),
}

/// What a value cell states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Number,
    Range,
    Date,
    YesNo,
    Words,
    Unit,
}

impl Test {
    /// The tests in the fields of a condition. `sorts` is what is tested, in each form.
    pub(super) fn list(
        fields: &mut Fields<'_>,
        names: &mut Names<'_>,
        scope: Scope,
        sorts: &[Option<Sort>],
    ) -> Vec<Self> {
        let mut tests = Vec::new();
        if fields.has("filled") {
            tests.push(Self::Filled(fields.flag("filled")));
        }
        if fields.has("is") {
            tests.push(Self::Is(Allowed::new(fields.texts("is"))));
        }
        if fields.has("words") || fields.has("lists") {
            tests.push(Self::Has(Words::read(fields, names)));
        }
        if fields.has("like") {
            tests.push(Self::Like(Patterns::read(fields, "like")));
        }
        if fields.has("means") {
            tests.push(Self::Means(fields.all_of("means", &choices::SAID)));
        }
        tests.extend(Claim::list(fields, names, scope, sorts).into_iter().map(Self::Claim));
        if tests.is_empty() {
            fields.tell(["say what is asked: `filled`, `is`, `words`, `like`, `means`, `at-least`, `at-most` …"]);
        }
        tests
    }

    /// Whether it holds; `None` where that can't be told.
    pub(super) fn holds(&self, item: &Item<'_, '_>) -> Result<Option<bool>, Halt> {
        let blank = item.is_blank();
        Ok(match self {
            Self::Filled(filled) if !blank || item.is_seen() => Some(*filled != blank),
            _ if blank => None,
            Self::Filled(_) => None,
            Self::Is(allowed) => Some(allowed.has(item.text)),
            Self::Has(words) => Some(words.found(item.text).is_some()),
            Self::Like(patterns) => Some(patterns.fit(item.text)),
            Self::Means(said) => item.meaning().map(|meaning| said.contains(&Said::of(&meaning))),
            Self::Claim(claim) => match item.measure() {
                Known::Answered(measure) => claim.holds(measure, &item.at, item.row)?,
                _ => None,
            },
        })
    }
}

impl Said {
    fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Quantity(_) => Self::Number,
            Meaning::Range { .. } => Self::Range,
            Meaning::Date(_) => Self::Date,
            Meaning::YesNo(_) => Self::YesNo,
            Meaning::Words => Self::Words,
            Meaning::Unit(_) => Self::Unit,
        }
    }
}

/// Texts that a cell may be; width and shape of signs don't matter.
#[derive(Clone, Debug)]
pub(super) struct Allowed(WordSet);

impl Allowed {
    pub(super) fn new(texts: Vec<String>) -> Self {
        Self(WordSet::new(texts.iter().map(|text| fold(text.trim()).as_str().to_owned())))
    }

    pub(super) fn has(&self, text: &str) -> bool {
        self.0.has(fold(text.trim()).as_str().trim())
    }
}

/// Patterns of which a text fits one.
#[derive(Clone, Debug)]
pub(super) struct Patterns(Vec<Pattern>);

impl Patterns {
    pub(super) fn read<'f>(fields: &mut Fields<'f>, key: &'f str) -> Self {
        let texts = fields.texts(key);
        let mut patterns = Vec::new();
        for text in &texts {
            match Pattern::read(text) {
                Ok(pattern) => patterns.push(pattern),
                Err(reason) => fields.tell(["pattern `", text, "` ", reason]),
            }
        }
        if texts.is_empty() && fields.has(key) {
            fields.tell(["`", key, "` lists no pattern"]);
        }
        Self(patterns)
    }

    pub(super) fn fit(&self, text: &str) -> bool {
        self.0.iter().any(|pattern| pattern.fits(text))
    }
}

/// Where in a text a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Spot {
    #[default]
    Anywhere,
    Start,
    End,
    Whole,
}

/// Words, and where in a text they are looked for.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// Word lists of the vocabulary, and words of the rule alone.
    sets: Vec<WordSet>,
    /// A text with one of these words is left alone.
    except: WordSet,
    spot: Spot,
    /// Only texts of at most this many characters.
    up_to: Option<usize>,
}

impl Words {
    pub(super) fn read(fields: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let lists = fields.optional_texts("lists");
        let mut sets: Vec<WordSet> = lists.iter().map(|list| names.list(list, fields)).collect();
        sets.push(WordSet::new(fields.optional_texts("words")));
        sets.retain(|set| !set.is_empty());
        if sets.is_empty() && lists.is_empty() {
            fields.tell(["no words are named: `words` or `lists`"]);
        }
        Self {
            sets,
            except: WordSet::new(fields.optional_texts("except")),
            spot: fields.optional_one_of("at", &choices::SPOTS).unwrap_or_default(),
            up_to: fields.optional_whole("up-to").and_then(|most| usize::try_from(most).ok()),
        }
    }

    /// The word that stands in the text.
    pub(super) fn found<'s>(&'s self, text: &str) -> Option<&'s str> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let bare = text.trim_end_matches(['。', '）', ')']);
        let mut sets = self.sets.iter();
        let word = match self.spot {
            Spot::Anywhere => sets.find_map(|set| set.find(text)).map(|(_, word)| word),
            Spot::Start => sets.find_map(|set| set.starts(text)),
            Spot::End => sets.find_map(|set| set.ending(bare)),
            Spot::Whole => sets.find_map(|set| set.get(text).or_else(|| set.get(bare))),
        }?;
        let short = self.up_to.is_none_or(|most| text.chars().count() <= most);
        (short && !self.except.is_in(text)).then_some(word)
    }

    /// The text with every word replaced; `None` where words would still be left.
    pub(super) fn replaced(&self, text: &str, by: &str) -> Option<String> {
        // Each round takes out all of one word; words that come back by a replacement end it.
        const ROUNDS: usize = 16;
        let mut text = text.to_owned();
        for _ in 0..ROUNDS {
            let Some(word) = self.found(&text) else { return Some(text) };
            if by.contains(word) {
                return None;
            }
            text = text.replace(word, by);
        }
        None
    }
}

/// A relation and what something is held against.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) relation: Relation,
    pub(super) operand: Operand,
}

impl Claim {
    /// The claims in the fields. `sorts` is what is held against something, in each form.
    pub(super) fn list(
        fields: &mut Fields<'_>,
        names: &mut Names<'_>,
        scope: Scope,
        sorts: &[Option<Sort>],
    ) -> Vec<Self> {
        let stated: Vec<_> = choices::RELATIONS.iter().filter(|(key, _)| fields.has(key)).collect();
        if stated.is_empty() {
            return Vec::new();
        }
        let unit = operand::unit(fields);
        let mut claims = Vec::new();
        for (key, relation) in stated {
            if let Some(operand) = Operand::read(fields, key, names, scope, unit.as_ref()) {
                operand.examine(sorts, names, fields);
                claims.push(Self { relation: *relation, operand });
            }
        }
        claims
    }

    pub(super) fn holds(&self, measure: Measure, at: &At<'_>, row: Option<&RowAt<'_>>) -> Result<Option<bool>, Halt> {
        Ok(match self.operand.measure(at, row)? {
            Known::Answered(other) => self.relation.holds(measure, other, Number::ZERO, at.view.reading.money_unit)?,
            _ => None,
        })
    }
}
