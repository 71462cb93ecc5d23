//! `words`: words that don't belong in a cell, or in rows of a level.

use jibiao_model::{Arg, Concept, LevelOne, LevelTwo};
use jibiao_reading::{Indicator, WordSet};
use serde::Deserialize;

use super::{
    Case, Out,
    names::{CellName, Names, column_text},
};
use crate::{View, row};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    cases: Vec<CaseSource>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct CaseSource {
    /// Ending of the message key; blank for the rule's own.
    message: String,
    /// Word lists of the vocabulary.
    lists: Vec<String>,
    /// Words of this case alone.
    words: Vec<String>,
    /// A text with one of these words is left alone.
    except: Vec<String>,
    cells: Vec<String>,
    columns: Vec<String>,
    /// Only rows under one of these levels (`level-output`, `level-quality`).
    under: Vec<String>,
    /// Only where the text ends with one of the words.
    at_end: bool,
    /// Only texts of at most this many characters.
    up_to: Option<u32>,
}

#[derive(Clone, Debug)]
pub(super) struct Words {
    cases: Vec<One>,
}

#[derive(Clone, Debug)]
struct One {
    message: String,
    sets: Vec<WordSet>,
    except: WordSet,
    cells: Vec<CellName>,
    columns: Vec<Concept>,
    ones: Vec<LevelOne>,
    twos: Vec<LevelTwo>,
    at_end: bool,
    up_to: Option<usize>,
}

const ONES: [LevelOne; 5] =
    [LevelOne::Cost, LevelOne::Output, LevelOne::Benefit, LevelOne::Satisfaction, LevelOne::Process];
const TWOS: [LevelTwo; 12] = [
    LevelTwo::Quantity,
    LevelTwo::Quality,
    LevelTwo::Timeliness,
    LevelTwo::Cost,
    LevelTwo::EconomicCost,
    LevelTwo::SocialCost,
    LevelTwo::EcologicalCost,
    LevelTwo::EconomicBenefit,
    LevelTwo::SocialBenefit,
    LevelTwo::EcologicalBenefit,
    LevelTwo::Sustainability,
    LevelTwo::ServiceSatisfaction,
];

impl Source {
    pub(super) fn resolve(self, names: &mut Names<'_>) -> Words {
        if self.cases.is_empty() {
            names.problem("`cases` is empty, so the rule finds nothing".to_owned());
        }
        Words { cases: self.cases.into_iter().map(|case| case.resolve(names)).collect() }
    }
}

impl CaseSource {
    fn resolve(self, names: &mut Names<'_>) -> One {
        let mut sets: Vec<WordSet> = self.lists.iter().map(|list| names.list(list)).collect();
        sets.push(WordSet::new(self.words));
        sets.retain(|set| !set.is_empty());
        if sets.is_empty() {
            names.problem("a case names no words".to_owned());
        }
        let mut one = One {
            message: self.message,
            sets,
            except: WordSet::new(self.except),
            cells: names.cells(&self.cells),
            columns: names.columns(&self.columns),
            ones: Vec::new(),
            twos: Vec::new(),
            at_end: self.at_end,
            up_to: self.up_to.and_then(|most| usize::try_from(most).ok()),
        };
        for level in &self.under {
            let ones = ONES.into_iter().filter(|one| crate::levels::one(*one) == level);
            let twos = TWOS.into_iter().filter(|two| crate::levels::two(*two) == level);
            let before = one.ones.len().saturating_add(one.twos.len());
            one.ones.extend(ones);
            one.twos.extend(twos);
            if one.ones.len().saturating_add(one.twos.len()) == before {
                names.problem(format!("`{level}` is not the name of a level"));
            }
        }
        one
    }
}

impl Words {
    pub(super) fn cases(&self) -> Vec<Case<'_>> {
        self.cases
            .iter()
            .map(|case| {
                let args: &'static [&'static str] =
                    if case.columns.is_empty() { &["cell", "words"] } else { &["indicator", "cell", "words"] };
                (case.message.as_str(), args)
            })
            .collect()
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) {
        for case in &self.cases {
            for cell in &case.cells {
                if let Some((id, text)) = cell.text(view)
                    && let Some(words) = case.found(text)
                {
                    let args = [("cell", Arg::Cell(id.clone())), ("words", Arg::Text(words.to_owned()))];
                    out.report(cell.place(view), &case.message, args);
                }
            }
        }
        let rows: Vec<&One> = self.cases.iter().filter(|case| !case.columns.is_empty()).collect();
        if rows.is_empty() {
            return;
        }
        for indicator in view.indicators() {
            // One text is reported once, by the first case that fits.
            let hit = rows.iter().find_map(|case| case.row(view, indicator));
            if let Some((message, column, words)) = hit
                && let Some(id) = view.column(indicator.column(column))
            {
                let args = [
                    ("indicator", view.name(indicator)),
                    ("cell", Arg::Cell(id.clone())),
                    ("words", Arg::Text(words.to_owned())),
                ];
                out.report(view.at_row_cell(indicator, column), message, args);
            }
        }
    }
}

impl One {
    fn row<'s>(&'s self, view: &View<'_>, indicator: &Indicator<'_>) -> Option<(&'s str, Concept, &'s str)> {
        let anywhere = self.ones.is_empty() && self.twos.is_empty();
        let one =
            !self.ones.is_empty() && row::level_one(view, indicator).is_some_and(|level| self.ones.contains(&level));
        let two = indicator.level_two.answered().is_some_and(|level| self.twos.contains(level));
        if !anywhere && !one && !two {
            return None;
        }
        self.columns.iter().find_map(|column| {
            let words = self.found(column_text(view, indicator, *column)?)?;
            Some((self.message.as_str(), *column, words))
        })
    }

    fn found<'s>(&'s self, text: &str) -> Option<&'s str> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let words = if self.at_end {
            let bare = text.trim_end_matches(['。', '）', ')']);
            self.sets.iter().find_map(|set| set.iter().find(|word| bare.ends_with(word)))?
        } else {
            self.sets.iter().find_map(|set| set.find(text))?.1
        };
        let short = self.up_to.is_none_or(|most| text.chars().count() <= most);
        (short && !self.except.is_in(text)).then_some(words)
    }
}
