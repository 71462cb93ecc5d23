//! The columns whose text stands for the rows under it as well, and how the form calls their groups.

use jibiao_model::{Column, Concept, order::order_of_texts};

use crate::{Sheet, names::bare};

/// Whether the text of a cell stands for the rows under it too.
pub(crate) fn is_group(column: &Column) -> bool {
    use Concept::{LevelOne, LevelTwo, RatingPart, WholeLevelTwo};
    matches!(column.concept, Some(LevelOne | LevelTwo | WholeLevelTwo | RatingPart))
}

/// The column that names the rows of a group: without a name a row has nothing that could belong to one.
pub(crate) fn named_by(column: &Column) -> Option<Concept> {
    match column.concept? {
        Concept::LevelTwo => Some(Concept::LevelThree),
        Concept::WholeLevelTwo => Some(Concept::WholeLevelThree),
        _ => None,
    }
}

/// A group as the form and its rows call it: 数量 is 数量指标 where the form has that one. `None` where it already is
/// called so, or no group is meant.
///
/// Nothing is lost: only blanks, line ends and numbering may differ, and what the text says must stand in the name.
///
/// `standing` are the groups that the rows of the table name already.
pub(crate) fn called(sheet: &Sheet<'_>, column: &Column, standing: &[&str], text: &str) -> Option<String> {
    let short = bare(unnumbered(text));
    if short.is_empty() || bracketed(text) {
        return None;
    }
    let is_one = column.concept == Some(Concept::LevelOne);
    let is_two = matches!(column.concept, Some(Concept::LevelTwo | Concept::WholeLevelTwo));
    let levels = &sheet.form.frame.levels;
    let same = |name: &str| bare(name) == short;
    let means = |name: &str| bare(name).contains(&short);
    let one = sheet.vocabulary.level_one(text).filter(|_| is_one).and_then(|level| sheet.form.frame.one(level));
    let two = sheet.vocabulary.level_two(text).filter(|_| is_two).and_then(|level| {
        let mut twos = levels.iter().flat_map(|one| &one.twos);
        twos.find(|two| two.level == level)
    });
    let label = one.map(|one| &one.label).or(two.map(|two| &two.label)).map(|label| label.zh.as_str());
    let stated = || {
        let ones = levels.iter().filter(|_| is_one).map(|one| one.label.zh.as_str());
        let twos = levels.iter().filter(|_| is_two).flat_map(|one| &one.twos).map(|two| two.label.zh.as_str());
        ones.chain(twos).find(|name| same(name))
    };
    let standing = || standing.iter().copied().find(|name| same(name));
    let name = stated().or_else(standing).or(label.filter(|name| means(name)))?;
    (name != text).then(|| name.to_owned())
}

/// The groups that the rows of the table name, each once.
pub(crate) fn standing<'a>(sheet: &Sheet<'a>, column: &Column) -> Vec<&'a str> {
    if !is_group(column) {
        return Vec::new();
    }
    let texts: Vec<&str> = sheet.rows().iter().map(|row| row.text(column.id.as_str())).collect();
    let mut texts: Vec<&str> = order_of_texts(&texts).into_iter().filter_map(|at| texts.get(at).copied()).collect();
    texts.dedup();
    texts
}

/// Whether a text names a 一级指标 of the form's frame.
pub(crate) fn is_level_one(sheet: &Sheet<'_>, text: &str) -> bool {
    let short = bare(unnumbered(text));
    let label = sheet.vocabulary.level_one(text).and_then(|level| sheet.form.frame.one(level));
    !short.is_empty() && label.is_some_and(|one| bare(&one.label.zh).contains(&short))
}

/// Whether a text says something in brackets: 产出指标（40分）. That would be lost.
fn bracketed(text: &str) -> bool {
    text.contains(['(', '（', '[', '【'])
}

/// A text without the number before it: `一、产出指标`, `1.数量指标`.
fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let Some((number, rest)) = text.split_once(['、', '.', '．']) else { return text };
    let counts = |sign: char| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign);
    if !number.is_empty() && number.chars().all(counts) && !rest.is_empty() { rest } else { text }
}
