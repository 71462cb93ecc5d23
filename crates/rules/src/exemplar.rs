//! How an indicator of a kind is usually written: what a message shows to the person who has to write it better.

use jibiao_model::{Arg, LevelTwo};
use jibiao_reading::Indicator;

use crate::{View, levels};

/// Lends well-written indicators to messages, from a library for instance. Where a book has none, the word list
/// `examples` of the pack answers.
pub trait Exemplars: std::fmt::Debug + Send + Sync {
    /// Name, sign, blank and unit of an indicator of the same kind; `None` where none is known.
    fn better(&self, name: &str, level: Option<LevelTwo>, target: &str) -> Option<String>;
}

/// The list that answers where no library does: `level|word of the name|pattern`, in which `__` is to be filled in.
pub(crate) const LIST: &str = "examples";

/// An indicator of the same kind, as a message quotes it.
pub(crate) fn of(view: &View<'_>, indicator: &Indicator<'_>) -> Arg {
    of_level(view, indicator, indicator.level_two.answered().copied())
}

/// As [`of`], for a row that belongs under another 二级指标 than it stands under.
pub(crate) fn of_level(view: &View<'_>, indicator: &Indicator<'_>, level: Option<LevelTwo>) -> Arg {
    let lent = view.book.exemplars.as_ref();
    let lent = lent.and_then(|library| library.better(indicator.name, level, indicator.target_text));
    Arg::Text(lent.unwrap_or_else(|| listed(view, indicator.name, level).to_owned()))
}

/// The pattern of the longest word that stands in the name; that of the level itself where none does.
fn listed<'v>(view: &View<'v>, name: &str, level: Option<LevelTwo>) -> &'v str {
    let level = match level {
        Some(LevelTwo::EconomicCost) => "cost",
        Some(level) => levels::two(level).trim_start_matches("level-"),
        None => "quality",
    };
    let patterns =
        view.words(LIST).iter().filter_map(|entry| entry.strip_prefix(level)?.strip_prefix('|')?.split_once('|'));
    let named = patterns.filter(|(word, _)| name.contains(word));
    named.max_by_key(|(word, _)| word.len()).map_or("", |(_, pattern)| pattern)
}
