//! Slips of the pen in a text: a word twice, two stops in a row, a bracket of a document number that is missing, a
//! length in pixels, an amount with its separators out of place.

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("text-slip"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[Need::Words("words-that-meet"), Need::Words("built-things")],
    messages: &[
        ("text-slip-doubled", &["cell", "found"]),
        ("text-slip-stops", &["cell", "found"]),
        ("text-slip-bracket", &["cell", "found"]),
        ("text-slip-quote", &["cell", "found"]),
        ("text-slip-pixels", &["cell", "found"]),
        ("text-slip-amount", &["cell", "found"]),
    ],
    examples: examples![
        Example::finds(1, "[cells]\nyear-goal = '继续推进推进全民健身，更新器材46处。'"),
        Example::finds(1, "[cells]\nyear-goal = '为农村残疾人家庭人家庭发放补助120万元。'"),
        Example::finds(1, "[cells]\nyear-goal = '建立值班制度,,制定预案12份。'"),
        Example::finds(1, "[cells]\nyear-goal = '按照《办法》（财建〔2018247号）发放补贴。'"),
        Example::finds(1, "[cells]\nyear-goal = '招募“三支一扶”人员40名，落实五险一金”补助。'"),
        Example::finds(1, "[cells]\nyear-goal = '路基为450px厚水泥稳定土，总长2000米。'"),
        Example::finds(1, "[cells]\nyear-goal = '预算编制费677,00元，监理费8万元。'"),
        // Words made by doubling, words that meet, pauses, document numbers that are whole, pictures in pixels.
        Example::clean(
            "[cells]\nyear-goal = '一户一户走访，一步一步推进，方方面面都照顾到；建设项目项目资金专户管理。'",
        ),
        Example::clean("[cells]\nyear-goal = '按照《办法》（财建〔2015〕159号）发放补贴……完成后逐级上报。'"),
        Example::clean("[cells]\nyear-goal = '宣传照片不小于800px，展板12块，预算1,200,000元。'"),
        Example::clean("[cells]\nyear-goal = '招募“三支一扶”人员40名（含“西部计划”12名）。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (cell, text) in view.texts() {
        let found = slips(view, text);
        for (key, found) in found.into_iter().filter_map(|(key, found)| Some((key, found?))) {
            let args = [("cell", Arg::Cell(cell.id.clone())), ("found", Arg::Text(found.to_owned()))];
            sink.report(view.at_cell(&cell.id), key, args);
        }
    }
    Ok(())
}

/// The first slip of each kind, found in one pass.
fn slips<'t>(view: &View<'_>, text: &'t str) -> [(&'static str, Option<&'t str>); 6] {
    let mut twice = Twice::new(text);
    let (mut doubled, mut stops, mut bracket, mut quote, mut pixels, mut amount) = (None, None, None, None, None, None);
    let mut open: usize = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '\u{4e00}'..='\u{9fff}' => {
                doubled = doubled.or_else(|| twice.ends_at(view, at, c));
                if c == '元' {
                    amount = amount.or_else(|| amount_before(text, at));
                }
            }
            '“' => open = open.saturating_add(1),
            '”' if open == 0 => quote = quote.or_else(|| unopened(text, at)),
            '”' => open = open.saturating_sub(1),
            '〔' => bracket = bracket.or_else(|| unclosed(text, at)),
            'p' | 'P' => pixels = pixels.or_else(|| in_pixels(view, text, at)),
            _ => {}
        }
        if is_stop(c) && is_stop(previous) {
            stops = stops.or_else(|| two_stops(text, at, previous, c));
        }
        previous = c;
    }
    [
        ("text-slip-doubled", doubled),
        ("text-slip-stops", stops),
        ("text-slip-bracket", bracket),
        ("text-slip-quote", quote),
        ("text-slip-pixels", pixels),
        ("text-slip-amount", amount),
    ]
}

/// Finds a run of two to six Chinese characters that stands twice in a row, by the place where each character stood
/// last.
struct Twice<'t> {
    text: &'t str,
    /// By the low bits of the character, one more than the byte where it stood last; 0 where it did not.
    last: [u32; 256],
}

impl<'t> Twice<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, last: [0; 256] }
    }

    /// The run and its repetition, where the second one begins here. Nouns that end one name and begin the next one
    /// may meet (项目项目资金); 一户一户 is said so.
    fn ends_at(&mut self, view: &View<'_>, at: usize, first: char) -> Option<&'t str> {
        const LEAST: usize = 6;
        const MOST: usize = 18;
        let place = usize::try_from(u32::from(first) % 256).ok()?;
        let last = self.last.get_mut(place)?;
        let before = usize::try_from(*last).ok()?;
        *last = u32::try_from(at.saturating_add(1)).ok()?;
        let start = before.checked_sub(1)?;
        let size = at.checked_sub(start)?;
        if !(LEAST..=MOST).contains(&size) || first == '一' {
            return None;
        }
        let (word, again) = (self.text.get(start..at)?, self.text.get(at..at.checked_add(size)?)?);
        let real = word == again && word.chars().all(is_han) && word.chars().any(|c| c != first);
        let meets = || view.words("words-that-meet").has(word);
        (real && !meets()).then(|| self.text.get(start..at.checked_add(size)?)).flatten()
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn is_stop(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '、' | '；' | ';' | '：' | ':')
}

/// Two stops side by side that no sentence needs, with some words around. 。。。 stands for the six dots of an omission.
fn two_stops(text: &str, at: usize, before: char, c: char) -> Option<&str> {
    let end = at.checked_add(c.len_utf8())?;
    if text.get(end..)?.starts_with(c) || (before == '。' && c == '。') {
        return None;
    }
    let first = at.checked_sub(before.len_utf8())?;
    let start = text.get(..first)?.char_indices().rev().nth(3).map_or(0, |(start, _)| start);
    let stop = text.get(end..)?.char_indices().nth(3).map_or(text.len(), |(stop, _)| end.saturating_add(stop));
    text.get(start..stop)
}

/// `〔2018247号`: the year of a document number in a bracket that is not closed.
fn unclosed(text: &str, at: usize) -> Option<&str> {
    let from = at.checked_add('〔'.len_utf8())?;
    let inside = text.get(from..)?;
    let digits = inside.find(|c: char| !c.is_ascii_digit()).unwrap_or(inside.len());
    // A year and a number; more digits are the damage of a scan.
    let number = (5..=8).contains(&digits) && inside.get(digits..)?.starts_with('号');
    number.then(|| text.get(at..from.checked_add(digits)?.checked_add('号'.len_utf8())?)).flatten()
}

/// A quotation that ends and never began.
fn unopened(text: &str, at: usize) -> Option<&str> {
    // Texts that use one sign for both.
    if !text.contains('“') && text.matches('”').count().checked_rem(2) == Some(0) {
        return None;
    }
    let start = text.get(..at)?.char_indices().rev().nth(5).map_or(0, |(start, _)| start);
    text.get(start..at.checked_add('”'.len_utf8())?)
}

/// A number of pixels in a text about something that is built.
fn in_pixels<'t>(view: &View<'_>, text: &'t str, at: usize) -> Option<&'t str> {
    let before = text.get(..at)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let end = at.checked_add(2)?;
    let unit = matches!(text.get(at..end)?, "px" | "PX" | "Px");
    let word = text.get(end..)?.starts_with(|c: char| c.is_ascii_alphanumeric());
    (unit && !word && start < at && view.words("built-things").is_in(text)).then(|| text.get(start..end)).flatten()
}

/// `677,00元`: a separator of thousands before other than three digits.
fn amount_before(text: &str, at: usize) -> Option<&str> {
    let before = text.get(..at)?.trim_end_matches(['万', '亿', '千', '百']);
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.')).len();
    let figure = before.get(start..)?.trim_start_matches([',', '.']);
    let whole = figure.split('.').next()?;
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let wrong = whole.contains(',') && (first.len() > 3 || groups.any(|group| group.len() != 3));
    let from = before.len().checked_sub(figure.len())?;
    wrong.then(|| text.get(from..at.checked_add('元'.len_utf8())?)).flatten()
}
