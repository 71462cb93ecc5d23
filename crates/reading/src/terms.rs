//! The words of a text that say what it is about.

use crate::{WordSet, unit::after_measure};

/// Whether a character is part of a word.
pub fn is_letter(character: char) -> bool {
    usual(character).unwrap_or_else(|| character.is_alphabetic())
}

/// Whether a character is part of a word or of a number.
pub fn is_alphanumeric(character: char) -> bool {
    usual(character).unwrap_or_else(|| character.is_alphanumeric())
}

/// Whether a character of the main block of Chinese or of its punctuation is part of a word. Most characters are
/// one or the other, and the tables of all letters know them only after a search.
fn usual(character: char) -> Option<bool> {
    match character {
        '\u{4e00}'..='\u{9fff}' => Some(true),
        // Dashes and quotation marks, 、 and 。, full-width signs before and after the digits.
        '\u{2010}'..='\u{2027}' | '、' | '。' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => Some(false),
        _ => None,
    }
}

/// What is left of a text where words that any text may use are cut out: 完成农村公路养护里程 is 农村公路, 养护 where
/// 完成 and 里程 are common.
///
/// Figures, signs and blanks part words as well, and the measure after a figure goes with it: of 46所学校 it is 学校. A single letter names nothing and is left out. The pieces are in
/// the order of the text and don't overlap.
pub fn terms<'t>(text: &'t str, common: &WordSet) -> impl Iterator<Item = &'t str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find(is_letter)?;
            let counted = rest.get(..at)?.ends_with(char::is_numeric);
            let from = rest.get(at..).map(|from| if counted { after_measure(from) } else { from })?;
            let (mut end, mut letters, mut word) = (0usize, 0usize, 0);
            for letter in from.chars().take_while(|letter| is_letter(*letter)) {
                word = from.get(end..).and_then(|text| common.starts(text)).map_or(0, str::len);
                if word > 0 {
                    break;
                }
                end = end.saturating_add(letter.len_utf8());
                letters = letters.saturating_add(1);
            }
            rest = from.get(end.saturating_add(word)..)?;
            if letters > 1 {
                return from.get(..end);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_without_a_search_is_what_the_tables_say() {
        for c in '\0'..=char::MAX {
            assert_eq!((is_letter(c), is_alphanumeric(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }

    fn of(text: &'static str, common: &[&str]) -> Vec<&'static str> {
        terms(text, &WordSet::new(common.iter().map(|word| (*word).to_owned()))).collect()
    }

    #[test]
    fn common_words_and_figures_part_what_is_left() {
        assert_eq!(of("完成农村公路养护里程320公里", &["完成", "里程", "公里"]), ["农村公路养护"]);
        assert_eq!(of("为46所学校1.2万名寄宿生供餐200天", &["为", "供餐"]), ["学校", "寄宿生"]);
        assert_eq!(of("为百岁老人发放补贴", &["为", "发放", "补贴"]), ["百岁老人"]);
        assert_eq!(of("", &["的"]), [""; 0]);
        assert_eq!(of("验收合格率", &["验收", "合格率"]), [""; 0]);
    }

    #[test]
    fn the_longest_common_word_is_cut() {
        assert_eq!(of("受益群众满意度", &["受益", "受益群众", "满意度"]), [""; 0]);
    }
}
