//! `words`: words that don't belong in a cell, or in rows of a level.

use jibiao_model::{Arg, Concept, LevelOne, LevelTwo};
use jibiao_reading::{Indicator, WordSet};

use super::{
    Case, Fields, Out, choices,
    names::{CellName, Names, column_text},
};
use crate::{TERMS, View, row};

#[derive(Clone, Debug)]
pub(super) struct Words {
    cases: Vec<One>,
}

#[derive(Clone, Debug)]
struct One {
    /// Ending of the message key; blank for the rule's own.
    message: String,
    /// Word lists of the vocabulary, and words of this case alone.
    sets: Vec<WordSet>,
    /// A text with one of these words is left alone.
    except: WordSet,
    cells: Vec<CellName>,
    columns: Vec<Concept>,
    /// Only rows under one of these levels (`level-output`, `level-quality`).
    ones: Vec<LevelOne>,
    twos: Vec<LevelTwo>,
    /// Only where the text ends with one of the words.
    at_end: bool,
    /// Only texts of at most this many characters.
    up_to: Option<usize>,
}

impl One {
    fn read(mut case: Fields<'_>, names: &mut Names<'_>) -> Self {
        let mut sets: Vec<WordSet> = case.optional_texts("lists").iter().map(|list| names.list(list)).collect();
        sets.push(WordSet::new(case.optional_texts("words")));
        sets.retain(|set| !set.is_empty());
        if sets.is_empty() {
            case.tell(["a case names no words"]);
        }
        let under = case.optional_texts("under");
        let ones = under.iter().filter_map(|level| choices::find(&choices::LEVEL_ONES, level.strip_prefix("level-")?));
        let twos = under.iter().filter_map(|level| choices::find(&choices::LEVEL_TWOS, level.strip_prefix("level-")?));
        for level in under.iter().filter(|level| !TERMS.contains(&level.as_str())) {
            case.tell(["`", level, "` is not the name of a level"]);
        }
        Self {
            message: case.optional_text("message").unwrap_or_default(),
            sets,
            except: WordSet::new(case.optional_texts("except")),
            cells: names.cells(&case.optional_texts("cells")),
            columns: names.columns(&case.optional_texts("columns")),
            ones: ones.collect(),
            twos: twos.collect(),
            at_end: case.flag("at-end"),
            up_to: case.optional_whole("up-to").and_then(|most| usize::try_from(most).ok()),
        }
    }
}

impl Words {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        let cases: Vec<One> = rule.list("cases").into_iter().map(|case| One::read(case, names)).collect();
        if cases.is_empty() {
            rule.tell(["`cases` is empty, so the rule finds nothing"]);
        }
        Self { cases }
    }

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
