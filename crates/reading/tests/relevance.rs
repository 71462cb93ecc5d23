//! Words, pairs, subjects and figures of any text: what holds whatever is typed.

use jibiao_reading::{Pairs, Topics, WordSet, pairs, parts, stated, terms};
use proptest::{prelude::*, test_runner::RngSeed};

/// Texts as people type them, with all that may stand beside letters.
fn prose() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[一-鿿完成公路低保的0-9.、，。（）年月A-z\\s①%]{0,60}")
        .unwrap_or_else(|_| unreachable!())
}

fn common() -> WordSet {
    WordSet::new(["完成", "的", "完成的", "公"].map(String::from))
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn terms_stand_in_the_text_in_its_order_and_hold_no_common_word(text in prose()) {
        let common = common();
        let mut rest = text.as_str();
        for term in terms(&text, &common) {
            let at = rest.find(term);
            prop_assert!(at.is_some(), "{term} is not in {rest}");
            rest = rest.get(at.unwrap_or(0).saturating_add(term.len())..).unwrap_or("");
            prop_assert!(term.chars().nth(1).is_some());
            prop_assert!(!common.is_in(term), "{term}");
        }
    }

    #[test]
    fn a_set_holds_every_pair_of_its_texts_and_nothing_else(texts in prop::collection::vec(prose(), 0..4), other in prose()) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let set = Pairs::of(&texts);
        let all: Vec<(char, char)> = texts.iter().flat_map(|text| pairs(text)).collect();
        for text in &texts {
            let held = set.held(text);
            prop_assert_eq!(held.held, held.all);
        }
        for (first, second) in pairs(&other) {
            prop_assert_eq!(set.has(first, second), all.contains(&(first, second)));
        }
        if let Some(shared) = set.shared(&other) {
            prop_assert!(other.contains(shared) && pairs(shared).all(|pair| all.contains(&pair)));
        }
    }

    #[test]
    fn a_subject_is_named_when_one_of_its_words_stands_alone(text in prose()) {
        let topics = Topics::new(["公路 道路 ~工程", "低保"].into_iter());
        let (named, word) = topics.named(&text);
        let words = ["公路", "道路", "低保"];
        prop_assert_eq!(!named.is_empty(), words.iter().any(|word| text.contains(word)));
        prop_assert_eq!(word.is_some(), !named.is_empty());
        prop_assert!(named.is_empty() || topics.wide(&text).meet(named));
    }

    #[test]
    fn parts_stand_in_the_text_in_its_order(text in prose()) {
        let mut rest = text.as_str();
        for part in parts(&text) {
            let at = rest.find(part);
            prop_assert!(at.is_some(), "{part} is not in {rest}");
            rest = rest.get(at.unwrap_or(0).saturating_add(part.len())..).unwrap_or("");
        }
    }

    #[test]
    fn there_are_no_more_figures_than_runs_of_digits(text in prose()) {
        let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).count();
        prop_assert!(stated(&text, &WordSet::default()).count() <= runs);
    }
}
