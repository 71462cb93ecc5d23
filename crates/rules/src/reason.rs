//! Whether a text says why: what is counted when somebody gives a reason.

use jibiao_model::SortedSet;
use jibiao_reading::WordSet;

/// Letters and digits of a text that say something new.
///
/// Phrases that say nothing (见附件) are left out, and so is whatever repeats what the text said before: 按要求办理
/// typed three times says it once.
pub(crate) fn letters_said(text: &str, fillers: &[&WordSet]) -> usize {
    let mut seen = SortedSet::new();
    let mut before = None;
    for letter in without(text, fillers).chars().filter(|c| !c.is_whitespace()) {
        if !letter.is_alphanumeric() {
            before = None;
            continue;
        }
        seen.insert((before, letter));
        before = Some(letter);
    }
    // 啊啊啊 begins once and goes on once: the second letter is no news either.
    let same = seen.iter().filter(|(before, letter)| *before == Some(*letter)).count();
    seen.len().saturating_sub(same)
}

/// A text with a mark in the place of each phrase that says nothing.
fn without(text: &str, fillers: &[&WordSet]) -> String {
    let mut said = text.to_owned();
    for fillers in fillers {
        let (mut kept, mut rest) = (String::with_capacity(said.len()), said.as_str());
        while let Some((at, filler)) = fillers.find(rest) {
            kept.push_str(rest.get(..at).unwrap_or(""));
            kept.push(' ');
            rest = rest.get(at.saturating_add(filler.len())..).unwrap_or("");
        }
        kept.push_str(rest);
        said = kept;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> usize {
        let fillers = ["见附件", "无"].map(String::from);
        letters_said(text, &[&WordSet::new(fillers)])
    }

    #[test]
    fn what_is_said_again_counts_once() {
        assert_eq!(said("雨季停工"), 4);
        assert_eq!(said("雨季停工，雨季停工。雨季停工"), 4);
        assert_eq!(said("雨季停工雨季停工雨季停工"), 5);
        assert_eq!(said("雨季停工，雨季停工两月"), 6);
    }

    #[test]
    fn one_letter_again_and_again_is_one_letter() {
        assert_eq!(said("啊啊啊啊啊啊"), 1);
        assert_eq!(said("1111111"), 1);
    }

    #[test]
    fn phrases_that_say_nothing_do_not_count() {
        assert_eq!(said("见附件，无。"), 0);
        assert_eq!(said("见附件：雨季停工"), 4);
        assert_eq!(said("……——"), 0);
    }
}
