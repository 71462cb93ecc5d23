//! Texts as lookup sees them: folded, in lower case, letters and digits only.

use jibiao_reading::fold;

/// Stands between parts of a text; no letter equals it.
pub(crate) const BREAK: char = '\0';

/// The letters of a text. Signs and blanks become one break, and none at either end.
pub(crate) fn letters(text: &str) -> Vec<char> {
    let mut found = Vec::with_capacity(text.len() / 2);
    let mut broken = false;
    for typed in fold(text).as_str().chars() {
        if !typed.is_alphanumeric() && typed != '%' {
            broken = true;
            continue;
        }
        if broken && !found.is_empty() {
            found.push(BREAK);
        }
        broken = false;
        // One character each; the few whose lower case has two are not typed in searches.
        found.push(typed.to_lowercase().next().unwrap_or(typed));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_blanks_are_breaks_and_case_is_gone() {
        let text: String = letters("（新建）ＡＰＰ、 5G 应用 ").into_iter().collect();
        assert_eq!(text.replace(BREAK, "|"), "新建|app|5g|应用");
    }
}
