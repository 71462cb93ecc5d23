//! Whether a prose text states something that could be met or missed.

use jibiao_reading::{Stated, parts, stated};

use crate::View;

/// Whether a goal states a quantity or a date, in digits or in words.
pub(crate) fn in_goal(view: &View<'_>, text: &str) -> bool {
    stated(text, view.words("standing-words")).next().is_some() || counts_in_words(view, text)
}

/// Whether a result states a quantity. The day on which something was done is none.
pub(crate) fn in_result(view: &View<'_>, text: &str) -> bool {
    let mut figures = stated(text, view.words("standing-words"));
    figures.any(|(stated, _)| stated != Stated::Date) || counts_in_words(view, text)
}

/// Whether a text tells what money was spent on, one thing after the other, and counts nothing but the money.
pub(crate) fn lists_uses(view: &View<'_>, text: &str) -> bool {
    let mut figures = stated(text, view.words("standing-words"));
    let list = text.split_once("用于").map_or(0, |(_, list)| list.matches('、').count());
    list >= LONG_LIST && !figures.any(|(stated, _)| stated == Stated::Quantity) && !counts_in_words(view, text)
}

/// Commas of a list of three things or more.
const LONG_LIST: usize = 2;

/// How many numbered parts a goal has, and how many of them state something; none where it has no parts.
pub(crate) fn in_parts(view: &View<'_>, text: &str) -> Option<(usize, usize)> {
    let parts = parts(text);
    let stating = parts.iter().filter(|part| in_goal(view, part)).count();
    (!parts.is_empty()).then_some((parts.len(), stating))
}

/// Whether a figure stands there in words; 第四次 is an ordinal and counts nothing.
fn counts_in_words(view: &View<'_>, text: &str) -> bool {
    let words = view.words("figures-in-words");
    let mut rest = text;
    while let Some((at, word)) = words.find(rest) {
        let before = rest.get(..at).unwrap_or("");
        if !before.ends_with('第') {
            return true;
        }
        rest = rest.get(at.saturating_add(word.len())..).unwrap_or("");
    }
    false
}
