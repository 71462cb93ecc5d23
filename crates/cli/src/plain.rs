//! Text of documents made harmless for a terminal: an escape sequence in a cell must not act, and text that turns
//! the reading direction must not hide what follows it.

use std::borrow::Cow;

/// Whether a terminal would act on this character instead of showing it.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}')
}

/// One line of text in which every character that would act is shown by its number: `⟨1B⟩`.
pub(crate) fn line(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => shown.push('⏎'),
            '\r' => {}
            '\t' => shown.push(' '),
            c if acts(c) => shown.push_str(&format!("⟨{:02X}⟩", u32::from(c))),
            c => shown.push(c),
        }
    }
    shown.into()
}

/// JSON text in which such characters are escaped. They can stand only inside its texts, so it means the same.
pub(crate) fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && acts(c) {
            shown.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_are_shown_and_do_not_act() {
        assert_eq!(line("\u{1b}[31m红\u{7}"), "⟨1B⟩[31m红⟨07⟩");
        assert_eq!(line("\u{9b}31m"), "⟨9B⟩31m");
        assert_eq!(line("\u{202e}abc"), "⟨202E⟩abc");
    }

    #[test]
    fn line_breaks_in_a_cell_do_not_break_the_line() {
        assert_eq!(line("甲\r\n乙\t丙"), "甲⏎乙 丙");
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert_eq!(line("≥95％，“好”"), "≥95％，“好”");
    }

    #[test]
    fn escaped_json_means_the_same() {
        let value = serde_json::json!({ "a\u{7f}": "\u{9b}31m \u{202e}好\n" });
        let shown = json(&serde_json::to_string_pretty(&value).unwrap());
        assert!(!shown.contains(|c: char| c != '\n' && acts(c)));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
