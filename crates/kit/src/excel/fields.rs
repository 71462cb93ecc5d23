//! Texts of cells as a spreadsheet holds them, and whether a text that comes back is still the same.

use jibiao_model::Kind;
use jibiao_sheet::{Cell, Figure, MOST_CHARACTERS, Style};

/// How many digits a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// How a cell of a kind looks.
pub(super) fn style(kind: Kind) -> Style {
    match kind {
        Kind::Money => Style::Amount,
        Kind::Line | Kind::Prose => Style::Value,
        Kind::Number | Kind::Percent | Kind::Year | Kind::Date | Kind::Period | Kind::Choice | Kind::Value => {
            Style::Short
        }
    }
}

/// A cell with a typed text. Amounts and points that are plain decimals are numbers, shown with the places that were
/// typed; everything else is text.
pub(super) fn cell(kind: Kind, text: &str) -> Cell {
    let figure = matches!(kind, Kind::Money | Kind::Number).then(|| figure(text)).flatten();
    Cell { style: style(kind), text: text.to_owned(), figure, ..Cell::default() }
}

fn figure(text: &str) -> Option<Figure> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let count = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit()).then_some(part.len());
    let (before, after) = (count(whole)?, count(fraction.unwrap_or_default())?);
    let leading = whole.len() > 1 && whole.starts_with('0');
    let nothing = digits.bytes().all(|sign| matches!(sign, b'0' | b'.'));
    // `.5`, `5.`, `007` and `-0` would not be shown as they were typed.
    if before == 0 || leading || fraction == Some("") || nothing && text.starts_with('-') {
        return None;
    }
    let format = if after == 0 { "0".to_owned() } else { ["0.", &"0".repeat(after)].concat() };
    (before.saturating_add(after) <= DIGITS).then(|| Figure { exact: text.to_owned(), format })
}

/// Whether a text is longer than a cell of a spreadsheet may be.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > MOST_CHARACTERS && text.encode_utf16().count() > MOST_CHARACTERS
}

/// Whether what stands in a cell is still the text that was put there.
///
/// Spreadsheets drop control signs, change line ends and show a number with other places when somebody formats its column:
/// none of that is anybody's answer.
pub(super) fn is_same(put: &str, seen: Option<&Cell>) -> bool {
    let Some(seen) = seen else { return steady(put).is_empty() };
    if seen.text == put || steady(&seen.text) == steady(put) {
        return true;
    }
    if is_too_long(put) {
        let (put, seen) = (steady(put), steady(&seen.text));
        return seen.encode_utf16().count() >= MOST_CHARACTERS.saturating_sub(64) && put.starts_with(&seen);
    }
    let exact = seen.figure.as_ref().map(|figure| figure.exact.as_str());
    exact.is_some_and(|exact| figure(put).is_some() && short(exact) == short(put))
}

/// A text without what spreadsheets change on their own.
fn steady(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |sign: &char| {
        !(sign.is_control() && *sign != '\n' && *sign != '\t' || matches!(*sign, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().filter(kept).collect()
}

/// A plain decimal without zeros at its end.
fn short(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// The text that a cell brings into a document.
pub(super) fn typed(cell: Option<&Cell>) -> &str {
    cell.map_or("", |cell| cell.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_numbers() {
        let format = |text: &str| figure(text).map(|figure| figure.format);
        assert_eq!(format("31872.46").as_deref(), Some("0.00"));
        assert_eq!(format("-12").as_deref(), Some("0"));
        assert_eq!(format("0.50").as_deref(), Some("0.00"));
        for text in
            ["", "-0", "-0.0", "007", ".5", "5.", "1,000", "12万元", "1e3", "1234567890123456", "１２", " 1", "=1"]
        {
            assert_eq!(figure(text), None, "{text}");
        }
    }

    #[test]
    fn what_spreadsheets_change_on_their_own_is_no_edit() {
        let text = |text: &str| Some(Cell { text: text.to_owned(), ..Cell::default() });
        assert!(is_same("a\r\nb\u{7}", text("a\nb").as_ref()));
        assert!(is_same("", None) && is_same("\u{1}", None) && !is_same("a", None));
        assert!(!is_same("a ", text("a").as_ref()), "a blank at the end is what somebody typed");
        let mut number = cell(Kind::Money, "12.50");
        number.text = "12.5".into();
        assert!(is_same("12.50", Some(&number)));
        assert!(!is_same("12.51", Some(&number)));
        let long = "字".repeat(40_000);
        assert!(is_same(&long, text(&"字".repeat(32_767)).as_ref()));
        assert!(!is_same(&long, text(&"字".repeat(3)).as_ref()));
    }
}
