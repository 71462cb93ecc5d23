//! Lookup of what somebody types: characters, pinyin, initials, a category, or a whole sentence.

use jibiao_model::LevelTwo;

use crate::{
    Entry, Library,
    index::Lettered,
    letters::{BREAK, letters},
    sounds::{Spelling, sound},
};

/// What to look for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<'q> {
    /// What was typed; rows in which all parts set apart by blanks are found come first. Blank lists what the other
    /// fields allow.
    pub text: &'q str,
    /// Only rows of this level; [`LevelTwo::Cost`], the one cost of the 2015 frame, is 经济成本.
    pub level: Option<LevelTwo>,
    /// Only rows of the type or sector with this id or name.
    pub category: Option<&'q str>,
}

impl<'q> Query<'q> {
    /// A query for a text alone.
    pub fn new(text: &'q str) -> Self {
        Self { text, ..Self::default() }
    }
}

/// How a row was found; the better ways come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// The text is the name.
    Name,
    /// The name starts with it.
    Start,
    /// Its letters spell the start of the name.
    SpeltStart,
    /// A type or sector of the row is called so.
    Category,
    /// It stands in the name.
    Within,
    /// It stands among the keywords.
    Keyword,
    /// Its letters spell part of the name.
    SpeltWithin,
    /// Its letters spell a keyword.
    SpeltKeyword,
    /// Its characters stand in the name, in order.
    InOrder,
    /// Its letters are initials in the name, in order.
    InitialsInOrder,
    /// It stands in the name of a type or sector of the row.
    InCategory,
    /// The row shares words with it.
    Words,
}

/// A row that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'l> {
    pub entry: &'l Entry,
    pub way: Way,
}

/// Rows that were found, as numbers that sort: way, penalty, position.
pub(crate) struct Found(Vec<u64>);

const POSITION_BITS: u32 = 20;
const PENALTY_BITS: u32 = 36;
pub(crate) const WORST: u64 = (1 << PENALTY_BITS) - 1;

impl Found {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn add(&mut self, row: usize, way: Way, penalty: u64) {
        let Ok(row) = u64::try_from(row) else { return };
        let way = u64::from(way as u8) << (PENALTY_BITS + POSITION_BITS);
        self.0.push(way | penalty.min(WORST) << POSITION_BITS | row);
    }

    /// The best, in order.
    pub(crate) fn best(mut self, library: &Library, most: usize) -> Vec<Hit<'_>> {
        self.0.sort_unstable();
        let position = |key: &u64| usize::try_from(key & ((1 << POSITION_BITS) - 1)).unwrap_or(usize::MAX);
        let hits = self.0.iter().take(most).filter_map(|key| {
            let entry = library.entries().get(position(key))?;
            Some(Hit { entry, way: way_of(key >> (PENALTY_BITS + POSITION_BITS)) })
        });
        hits.collect()
    }
}

fn way_of(number: u64) -> Way {
    const WAYS: [Way; 12] = [
        Way::Name,
        Way::Start,
        Way::SpeltStart,
        Way::Category,
        Way::Within,
        Way::Keyword,
        Way::SpeltWithin,
        Way::SpeltKeyword,
        Way::InOrder,
        Way::InitialsInOrder,
        Way::InCategory,
        Way::Words,
    ];
    usize::try_from(number).ok().and_then(|number| WAYS.get(number)).copied().unwrap_or(Way::Words)
}

impl Library {
    /// The rows that fit what was typed, the best first.
    ///
    /// Ways of finding are ranked as [`Way`] lists them; within one, short names, early places and common rows come
    /// first. Rows that somebody loaded come before those of this project.
    pub fn search(&self, query: Query<'_>, most: usize) -> Vec<Hit<'_>> {
        let wanted = self.wanted(query.category);
        let typed = letters(query.text);
        let terms: Vec<Term> =
            typed.split(|c| *c == BREAK).filter(|term| !term.is_empty()).map(|term| Term::new(self, term)).collect();
        let mut found = Found::new();
        let rows = self.entries().iter().zip(self.index.rows()).enumerate();
        for (row, (entry, lettered)) in rows {
            if !self.fits(entry, query.level, wanted.as_deref()) {
                continue;
            }
            let mut way = if terms.is_empty() { Way::Category } else { Way::Name };
            let mut penalty = 0_u64;
            let all = terms.iter().all(|term| match term.find(entry, lettered) {
                Some((how, distance)) => {
                    way = way.max(how);
                    penalty = penalty.saturating_add(distance);
                    true
                }
                None => false,
            });
            if all {
                // A category is listed in the order of the library; a short name fits what was typed better.
                let length = if matches!(way, Way::Category | Way::InCategory) { 0 } else { lettered.name };
                found.add(row, way, penalty.saturating_add(standing(entry, length)));
            }
        }
        if found.0.len() < most && !terms.is_empty() {
            let known: Vec<u64> = found.0.iter().map(|key| key & ((1 << POSITION_BITS) - 1)).collect();
            self.by_words(&typed, query.level, wanted.as_deref(), &known, &mut found);
        }
        found.best(self, most)
    }
}

/// What a row brings along, apart from how it was found: longer names, rarer rows and rows of this project come later.
fn standing(entry: &Entry, length: usize) -> u64 {
    let length = u64::try_from(length).unwrap_or(u64::MAX).min(1 << 16);
    let common = if entry.common { 0 } else { 24 };
    let own = if entry.own { 0 } else { 1 << 24 };
    length.saturating_mul(8).saturating_add(common).saturating_add(own)
}

/// A part of what was typed.
struct Term<'t> {
    letters: &'t [char],
    spelling: Option<Spelling>,
    /// Positions of the categories that are called so, and of those in whose names it stands.
    called: Vec<u16>,
    partly: Vec<u16>,
}

impl<'t> Term<'t> {
    fn new(library: &Library, letters: &'t [char]) -> Self {
        let mut term = Self { letters, spelling: Spelling::new(letters), called: Vec::new(), partly: Vec::new() };
        for (position, category) in (0..).zip(library.categories()) {
            let calls = [&category.label.zh, &category.label.en].map(|name| term.calls(name));
            if calls.contains(&Some(true)) {
                term.called.push(position);
            } else if calls.contains(&Some(false)) {
                term.partly.push(position);
            }
        }
        term
    }

    /// Whether a category's name is this term as a whole, or begins with it or has it within (`Some(false)`).
    fn calls(&self, name: &str) -> Option<bool> {
        let name = letters(name);
        let sounds: Vec<u16> = name.iter().map(|c| sound(*c)).collect();
        let spelt = self.spelling.as_ref().and_then(|spelling| spelling.spells(name.iter().zip(&sounds)));
        let within = self.letters.len() > 1 && place(&name, self.letters).is_some();
        match spelt {
            _ if name == self.letters => Some(true),
            // An initial or two are no name.
            Some(count) if self.letters.len() > 1 => Some(count == name.len() && self.letters.len() > count),
            _ => within.then_some(false),
        }
    }

    /// How a row is found by this term, and how far off.
    fn find(&self, entry: &Entry, row: Lettered<'_>) -> Option<(Way, u64)> {
        let distance = |at: usize| u64::try_from(at).unwrap_or(u64::MAX).saturating_mul(8);
        if let Some(at) = place(row.letters, self.letters) {
            let end = at.saturating_add(self.letters.len());
            return Some(match at {
                0 if end == row.name => (Way::Name, 0),
                0 => (Way::Start, 0),
                _ if self.is_called(entry) => (Way::Category, 0),
                _ if end <= row.name => (Way::Within, distance(at)),
                _ => (Way::Keyword, 0),
            });
        }
        match self.spelt(row) {
            Some((Way::SpeltStart, distance)) => return Some((Way::SpeltStart, distance)),
            _ if self.is_called(entry) => return Some((Way::Category, 0)),
            Some(found) => return Some(found),
            None => {}
        }
        if let Some(gaps) = self.in_order(row) {
            return Some((Way::InOrder, distance(gaps)));
        }
        let name = row.letters.iter().zip(row.sounds).take(row.name);
        if self.letters.len() > 1 && self.spelling.as_ref().is_some_and(|spelling| spelling.initials_of(name)) {
            return Some((Way::InitialsInOrder, 0));
        }
        entry.categories.iter().any(|own| self.partly.contains(own)).then_some((Way::InCategory, 0))
    }

    fn is_called(&self, entry: &Entry) -> bool {
        entry.categories.iter().any(|own| self.called.contains(own))
    }

    /// The first place where the letters spell what stands there.
    fn spelt(&self, row: Lettered<'_>) -> Option<(Way, u64)> {
        let spelling = self.spelling.as_ref()?;
        let at = row.letters.iter().zip(row.sounds).enumerate().position(|(at, (c, sound))| {
            spelling.begins(*c, *sound) && spelling.spells(row.letters.iter().zip(row.sounds).skip(at)).is_some()
        })?;
        let distance = u64::try_from(at).unwrap_or(u64::MAX).saturating_mul(8);
        Some(match at {
            0 => (Way::SpeltStart, 0),
            _ if at < row.name => (Way::SpeltWithin, distance),
            _ => (Way::SpeltKeyword, 0),
        })
    }

    /// How many characters stand between those of the term, where they stand in the name in order.
    fn in_order(&self, row: Lettered<'_>) -> Option<usize> {
        if self.letters.len() < 2 || self.spelling.is_some() {
            return None;
        }
        let mut name = row.letters.iter().take(row.name).enumerate();
        let mut ends = self.letters.iter().map(|wanted| name.find(|(_, c)| *c == wanted).map(|(at, _)| at));
        let first = ends.next()??;
        let last = ends.try_fold(first, |_, at| at)?;
        Some(last.saturating_sub(first).saturating_add(1).saturating_sub(self.letters.len()))
    }
}

/// Where the letters stand one after the other in a text.
fn place(text: &[char], letters: &[char]) -> Option<usize> {
    let first = letters.first()?;
    let starts = text.iter().enumerate().filter(|(_, c)| *c == first).map(|(at, _)| at);
    starts.into_iter().find(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(letters)))
}

#[cfg(test)]
mod tests;
