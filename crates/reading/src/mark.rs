//! Cells that state nothing: blank ones, and those where the person says that there is nothing to state.

use jibiao_model::Known;

use crate::fold::fold;

/// The trimmed text of a cell that states something, or the reason why there is nothing to read.
pub(crate) fn stated<T>(folded: &str) -> Result<&str, Known<T>> {
    let text = folded.trim();
    if text.is_empty() {
        return Err(Known::NotYet);
    }
    let core = text.trim_end_matches(['。', '.']);
    let nothing = matches!(core, "无" | "不适用" | "不涉及" | "无此项" | "N/A" | "n/a" | "NA" | "\\")
        || (!text.is_empty() && text.chars().all(|c| matches!(c, '-' | '/' | ' ')));
    if nothing { Err(Known::NotApplicable) } else { Ok(text) }
}

/// Whether a cell states anything at all: answered where it does.
pub fn read_anything(text: &str) -> Known<()> {
    /// Letters and digits of the longest word that says that there is nothing to state.
    const MOST: usize = 3;
    let tells = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_ascii_alphanumeric();
    if text.chars().filter(tells).nth(MOST).is_some() {
        return Known::Answered(());
    }
    match stated(fold(text).as_str()) {
        Ok(_) => Known::Answered(()),
        Err(why) => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_a_dash_and_a_text_are_three_things() {
        assert_eq!(stated::<()>("  "), Err(Known::NotYet));
        for text in ["-", "--", "/", "无", "无。", "不适用"] {
            assert_eq!(stated::<()>(text), Err(Known::NotApplicable), "{text}");
        }
        assert_eq!(stated::<()>(" 无人机 "), Ok("无人机"));
        for (text, known) in [
            ("", Known::NotYet),
            ("\u{3000}\u{200b}", Known::NotYet),
            ("－－", Known::NotApplicable),
            ("不适用。", Known::NotApplicable),
            ("Ｎ/A", Known::NotApplicable),
            ("。", Known::Answered(())),
            ("95%", Known::Answered(())),
            ("不适用于本级", Known::Answered(())),
        ] {
            assert_eq!(read_anything(text), known, "{text}");
        }
    }
}
