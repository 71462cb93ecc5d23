//! Folding of look-alike characters: one spelling for digits, signs and blanks, so that reading has one grammar.
//!
//! Folding serves reading only. The document keeps what was typed; every folded stretch remembers which bytes of the
//! original it stands for.

use std::{borrow::Cow, ops::Range};

/// A text with look-alikes folded, and the way back to the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded<'a> {
    text: Cow<'a, str>,
    /// Where each stretch comes from, in order; empty where nothing was changed.
    pieces: Vec<Piece>,
}

/// A stretch of folded text: one that stands in the original as it is, or one sign.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// First byte in the folded text.
    at: usize,
    /// Bytes of the original.
    source: Range<usize>,
    /// Whether nothing was changed, so that bytes of the one are bytes of the other.
    kept: bool,
}

impl Folded<'_> {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the folded text stands for. A range outside the text is cut.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if self.pieces.is_empty() {
            let end = range.end.min(self.text.len());
            return range.start.min(end)..end;
        }
        let first = self.pieces.partition_point(|piece| piece.at <= range.start).checked_sub(1);
        let start = first.and_then(|index| self.pieces.get(index)).map_or(0, |piece| piece.start(range.start));
        if range.end <= range.start {
            return start..start;
        }
        let last = self.pieces.partition_point(|piece| piece.at < range.end).checked_sub(1);
        let end = last.and_then(|index| self.pieces.get(index)).map_or(start, |piece| piece.end(range.end));
        start..end.max(start)
    }
}

impl Piece {
    fn start(&self, at: usize) -> usize {
        if self.kept { self.inside(at) } else { self.source.start }
    }

    fn end(&self, at: usize) -> usize {
        if self.kept { self.inside(at) } else { self.source.end }
    }

    /// The byte of the original that a byte of a kept stretch is.
    fn inside(&self, at: usize) -> usize {
        self.source.start.saturating_add(at.saturating_sub(self.at)).min(self.source.end)
    }
}

/// The text with full-width forms, look-alike signs and odd blanks folded.
///
/// `≧９５％` becomes `≥95%`, `>=` and `》=` become `≥`, a no-break space becomes a space, a zero-width mark goes.
/// Title marks (`《办法》`) stay; an unpaired `》` is a sign.
pub fn fold(text: &str) -> Folded<'_> {
    if !needs_folding(text) {
        return Folded { text: Cow::Borrowed(text), pieces: Vec::new() };
    }
    let titles = has_title(text);
    let mut out = String::with_capacity(text.len());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut kept: Option<usize> = None;
    for (start, typed) in text.char_indices() {
        let source = start..start.saturating_add(typed.len_utf8());
        let folded =
            if titles && matches!(typed, '《' | '》' | '〈' | '〉') { Some(typed) } else { fold_char(typed) };
        // Most of a text stands as it is and is taken over in stretches.
        if folded == Some(typed) && !may_join(typed) {
            kept.get_or_insert(start);
            continue;
        }
        keep(text, kept.take(), start, &mut out, &mut pieces);
        let Some(folded) = folded else { continue };
        // Two signs that make one: the piece before is taken back and replaced.
        if let (Some(before), Some(last)) = (out.chars().next_back(), pieces.last_mut())
            && let Some(both) = joined(before, folded)
        {
            out.pop();
            out.push(both);
            last.source.end = source.end;
            continue;
        }
        pieces.push(Piece { at: out.len(), source, kept: false });
        out.push(folded);
    }
    keep(text, kept, text.len(), &mut out, &mut pieces);
    Folded { text: Cow::Owned(out), pieces }
}

/// Takes a stretch of the text over as it is.
fn keep(text: &str, from: Option<usize>, to: usize, out: &mut String, pieces: &mut Vec<Piece>) {
    if let Some((from, stretch)) = from.and_then(|from| Some((from, text.get(from..to)?))) {
        pieces.push(Piece { at: out.len(), source: from..to, kept: true });
        out.push_str(stretch);
    }
}

/// Whether a sign may be one half of another.
fn may_join(sign: char) -> bool {
    matches!(sign, '<' | '=' | '>' | '≤' | '≥')
}

fn needs_folding(text: &str) -> bool {
    text.chars().any(|c| match c {
        '<' | '>' | '=' => true,
        ' '..='~' | '\u{4e00}'..='\u{9fff}' | '≥' | '≤' => false,
        _ => fold_char(c) != Some(c),
    })
}

/// Whether an opening title mark is closed later: then the marks are quotation, not signs.
fn has_title(text: &str) -> bool {
    [('《', '》'), ('〈', '〉')]
        .iter()
        .any(|(open, close)| text.split_once(*open).is_some_and(|(_, after)| after.contains(*close)))
}

/// The sign that two neighbouring signs make.
fn joined(before: char, after: char) -> Option<char> {
    match (before, after) {
        ('>', '=') | ('=', '>') | ('≥', '=') => Some('≥'),
        ('<', '=') | ('=', '<') | ('≤', '=') => Some('≤'),
        ('=', '=') => Some('='),
        _ => None,
    }
}

/// The table: what a single character stands for; `None` where it stands for nothing.
fn fold_char(c: char) -> Option<char> {
    let folded = match c {
        ' '..='~' | '\u{4e00}'..='\u{9fff}' => c,

        // Marks without width: soft hyphen, direction marks, joiners, variation selectors, byte order mark.
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => return None,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => return None,
        // Blanks of every width, line ends, other control characters.
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => ' ',
        '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{ffa0}' => ' ',

        '≥' | '≧' | '⩾' | '≮' | '⪰' | '≽' => '≥',
        '≤' | '≦' | '⩽' | '≯' | '⪯' | '≼' => '≤',
        '》' | '〉' | '›' | '﹥' | '＞' => '>',
        '《' | '〈' | '‹' | '﹤' | '＜' => '<',
        '═' | '﹦' | '＝' | '꞊' | '⚌' | '゠' => '=',
        '≈' | '≒' | '≅' => '≈',

        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' | '－' | '─' | '━' | '﹘' => '-',
        '～' | '〜' | '∼' | '˜' | '〰' | '∽' => '~',
        '⁄' | '∕' | '╱' | '／' => '/',
        '•' | '・' | '‧' | '∙' | '⋅' | '･' => '·',
        '﹪' | '٪' => '%',
        '￥' => '¥',
        '○' | '◯' => '〇',
        '﹙' | '〔' | '【' | '［' => '(',
        '﹚' | '〕' | '】' | '］' => ')',
        '﹐' => ',',
        '﹑' => '、',
        '﹔' => ';',
        '﹕' | '∶' | '︰' => ':',
        '｡' => '。',
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).saturating_sub(0xfee0)).unwrap_or(c),
        _ => c,
    };
    Some(folded)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        fold(text).as_str().to_owned()
    }

    #[test]
    fn full_width_forms_become_ascii() {
        assert_eq!(folded("９５．５％（含）"), "95.5%(含)");
        assert_eq!(folded("１，２３４ｋｍ"), "1,234km");
    }

    #[test]
    fn look_alike_signs_become_one_sign() {
        for text in ["≧", "⩾", ">=", "＞＝", "》=", "=>", "≥="] {
            assert_eq!(folded(text), "≥", "{text}");
        }
        for text in ["≦", "⩽", "<=", "《＝", "=<"] {
            assert_eq!(folded(text), "≤", "{text}");
        }
        for text in ["═", "﹦", "＝", "=="] {
            assert_eq!(folded(text), "=", "{text}");
        }
        assert_eq!(folded("》90"), ">90");
    }

    #[test]
    fn title_marks_around_a_title_stay() {
        assert_eq!(folded("《管理办法》1份"), "《管理办法》1份");
    }

    #[test]
    fn blanks_become_spaces_and_marks_without_width_go() {
        assert_eq!(folded("\u{feff}9\u{200b}5\u{a0}%\u{3000}"), "95 % ");
    }

    #[test]
    fn a_text_without_look_alikes_is_not_copied() {
        assert!(matches!(fold("不低于95%").text, Cow::Borrowed(_)));
    }

    #[test]
    fn a_folded_range_leads_back_to_the_typed_bytes() {
        let text = "约＞＝９５\u{200b}％。";
        let folded = fold(text);
        let at = folded.as_str().find("≥95").unwrap();
        let range = folded.original(at..at + "≥95%".len());
        assert_eq!(text.get(range), Some("＞＝９５\u{200b}％"));
    }

    proptest! {
        #[test]
        fn every_range_leads_back_to_character_boundaries(text in "\\PC*", a in 0_usize..40, b in 0_usize..40) {
            let folded = fold(&text);
            let boundary = |at: usize| {
                let indices = folded.as_str().char_indices().map(|(index, _)| index);
                indices.take_while(|index| *index <= at).last().unwrap_or_default()
            };
            prop_assert!(text.get(folded.original(boundary(a)..boundary(b))).is_some());
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[≧><=》《％９．a \u{200b}\u{3000}-]*") {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
