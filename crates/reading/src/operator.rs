//! Comparison in signs and in words, before a number (`不低于95%`) and after it (`95%以上`).

use jibiao_model::Operator;

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Before {
    pub(crate) operator: Option<Operator>,
    pub(crate) approximate: bool,
    /// `±`: the number bounds a deviation.
    pub(crate) deviation: bool,
    /// `¥`: the number is money.
    pub(crate) money: bool,
    /// Signs or words that contradict each other: `≥≤`.
    pub(crate) contradictory: bool,
    /// `控制在` gives way to a word after the number.
    weak: bool,
    /// Bytes before the number that belong to it.
    pub(crate) length: usize,
}

/// What stands after a number and its unit and belongs to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct After {
    pub(crate) operator: Option<Operator>,
    pub(crate) approximate: bool,
}

use Operator::{Above, AtLeast, AtMost, Below, Equal};

/// Words before a number. A longer word stands before any word that it ends with.
const WORDS_BEFORE: &[(&str, Operator)] = &[
    ("大于或者等于", AtLeast),
    ("大于或等于", AtLeast),
    ("大于等于", AtLeast),
    ("高于或等于", AtLeast),
    ("高于等于", AtLeast),
    ("不得低于", AtLeast),
    ("不得少于", AtLeast),
    ("不得小于", AtLeast),
    ("不应低于", AtLeast),
    ("不低于", AtLeast),
    ("不少于", AtLeast),
    ("不小于", AtLeast),
    ("不短于", AtLeast),
    ("不早于", AtLeast),
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("最低", AtLeast),
    ("起码", AtLeast),
    ("小于或者等于", AtMost),
    ("小于或等于", AtMost),
    ("小于等于", AtMost),
    ("低于或等于", AtMost),
    ("低于等于", AtMost),
    ("不得超过", AtMost),
    ("不得高于", AtMost),
    ("不得多于", AtMost),
    ("不得大于", AtMost),
    ("不应超过", AtMost),
    ("不超过", AtMost),
    ("不超出", AtMost),
    ("不超", AtMost),
    ("不高于", AtMost),
    ("不大于", AtMost),
    ("不多于", AtMost),
    ("不长于", AtMost),
    ("不迟于", AtMost),
    ("不晚于", AtMost),
    ("至多", AtMost),
    ("最多", AtMost),
    ("最高", AtMost),
    ("截止到", AtMost),
    ("截止", AtMost),
    ("截至", AtMost),
    ("超过", Above),
    ("超出", Above),
    ("大于", Above),
    ("高于", Above),
    ("多于", Above),
    ("小于", Below),
    ("少于", Below),
    ("低于", Below),
    ("短于", Below),
    ("早于", Below),
    ("不足", Below),
    ("不到", Below),
    ("等于", Equal),
];

/// `控制在100万元` is a bound, `控制在95%以上` is what 以上 says.
const WEAK_WORDS: &[(&str, Operator)] = &[("控制在", AtMost), ("控制到", AtMost)];

const APPROXIMATE_BEFORE: &[&str] = &["大约", "约为", "约", "将近", "接近", "近", "大概", "≈", "~"];

/// The characters that the words before a number end with: most prose ends otherwise, and is left at once.
const LAST: &str = "于少低过出超多高到止至足约为近概在码≈~";

/// Words after a number.
const WORDS_AFTER: &[(&str, Operator)] = &[
    ("及其以上", AtLeast),
    ("及以上", AtLeast),
    ("或以上", AtLeast),
    ("以上", AtLeast),
    ("及其以下", AtMost),
    ("及以下", AtMost),
    ("或以下", AtMost),
    ("以下", AtMost),
    ("以内", AtMost),
    ("之内", AtMost),
];

const APPROXIMATE_AFTER: &[&str] = &["左右", "上下"];

fn sign(c: char) -> Option<Operator> {
    Some(match c {
        '≥' => AtLeast,
        '≤' => AtMost,
        '=' => Equal,
        '>' => Above,
        '<' => Below,
        _ => return None,
    })
}

/// Two signs in a row, in either order: `>` and `=` make `≥`, twice the same is the same.
fn combined(a: Operator, b: Operator) -> Option<Operator> {
    match (a, b) {
        _ if a == b => Some(a),
        (Above | AtLeast, Equal | Above | AtLeast) | (Equal, Above | AtLeast) => Some(AtLeast),
        (Below | AtMost, Equal | Below | AtMost) | (Equal, Below | AtMost) => Some(AtMost),
        _ => None,
    }
}

/// What belongs to a number at the end of `text`, read backwards.
pub(crate) fn before(text: &str) -> Before {
    let mut found = Before::default();
    let mut rest = text;
    loop {
        rest = rest.trim_end_matches(' ');
        let Some(last) = rest.chars().next_back() else { return found };
        if let Some(operator) = sign(last) {
            rest = rest.strip_suffix(last).unwrap_or_default();
            found.add(operator);
        } else if matches!(last, '±' | '¥') {
            rest = rest.strip_suffix(last).unwrap_or_default();
            found.deviation |= last == '±';
            found.money |= last == '¥';
        } else if !LAST.contains(last) {
            return found;
        } else if let Some(shorter) = APPROXIMATE_BEFORE.iter().find_map(|word| rest.strip_suffix(word)) {
            rest = shorter;
            found.approximate = true;
        } else if let Some((shorter, operator)) = strip(WORDS_BEFORE, rest) {
            rest = shorter;
            found.add(operator);
        } else if let Some((shorter, operator)) = strip(WEAK_WORDS, rest) {
            rest = shorter;
            found.weak = found.operator.is_none();
            found.operator = found.operator.or(Some(operator));
        } else {
            return found;
        }
        found.length = text.len().saturating_sub(rest.len());
    }
}

fn strip<'a>(words: &[(&str, Operator)], text: &'a str) -> Option<(&'a str, Operator)> {
    words.iter().find_map(|(word, operator)| Some((text.strip_suffix(word)?, *operator)))
}

impl Before {
    fn add(&mut self, operator: Operator) {
        self.operator = match self.operator {
            None => Some(operator),
            Some(other) => {
                let both = combined(operator, other);
                self.contradictory |= both.is_none();
                both
            }
        };
    }

    /// The comparison that the words before and after say together.
    pub(crate) fn with(self, after: After) -> Option<Operator> {
        let own = if self.weak { after.operator.or(self.operator) } else { self.operator.or(after.operator) };
        own.or(self.deviation.then_some(AtMost))
    }

    /// The comparison around a range: `控制在3%-5%` names the range and bounds nothing.
    pub(crate) fn with_range(self, after: After) -> Option<Operator> {
        if self.weak { after.operator } else { self.with(after) }
    }
}

/// What belongs to a number and unit in front of `text`, and what follows. `within`: whether a bare 内 counts.
pub(crate) fn after(text: &str, within: bool) -> (After, &str) {
    let mut found = After::default();
    let mut rest = text;
    loop {
        let trimmed = rest.trim_start_matches(' ');
        let trimmed = including(trimmed).unwrap_or(trimmed);
        if let Some((operator, shorter)) =
            WORDS_AFTER.iter().find_map(|(word, operator)| Some((*operator, trimmed.strip_prefix(word)?)))
        {
            found.operator = found.operator.or(Some(operator));
            rest = shorter;
        } else if let Some(shorter) = APPROXIMATE_AFTER.iter().find_map(|word| trimmed.strip_prefix(word)) {
            found.approximate = true;
            rest = shorter;
        } else if let Some(shorter) = trimmed.strip_prefix('内').filter(|_| within) {
            found.operator = found.operator.or(Some(AtMost));
            rest = shorter;
        } else {
            return (found, rest);
        }
    }
}

/// What follows `(含)` or `(含90%)`, which says that the bound itself counts.
fn including(text: &str) -> Option<&str> {
    let (inner, rest) = text.strip_prefix("(含")?.split_once(')')?;
    inner.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | '‰' | ' ')).then_some(rest)
}

/// The operator column: a sign or a word, folded; `None` for anything else.
pub(crate) fn whole(text: &str) -> Option<Operator> {
    let text = text.trim();
    let found = before(text);
    if found.length == text.len() && !found.contradictory { found.operator } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_words_before_a_number_are_read_backwards() {
        for (text, operator) in [
            ("≥", Some(AtLeast)),
            ("> =", Some(AtLeast)),
            ("满意度不低于", Some(AtLeast)),
            ("不得超过", Some(AtMost)),
            ("超过", Some(Above)),
            ("大于等于", Some(AtLeast)),
            ("小于", Some(Below)),
            ("控制在", Some(AtMost)),
            ("达到", None),
        ] {
            assert_eq!(before(text).operator, operator, "{text}");
        }
        assert!(before("已使用约").approximate);
        assert!(before("≥≤").contradictory);
    }

    #[test]
    fn a_word_never_hides_behind_a_shorter_one() {
        for (index, (word, _)) in WORDS_BEFORE.iter().enumerate() {
            let hidden = WORDS_BEFORE.iter().take(index).any(|(earlier, _)| word.ends_with(earlier));
            assert!(!hidden, "{word}");
        }
    }

    #[test]
    fn the_last_characters_are_those_of_the_words() {
        let words = WORDS_BEFORE.iter().chain(WEAK_WORDS).map(|(word, _)| word).chain(APPROXIMATE_BEFORE);
        for word in words {
            assert!(word.ends_with(|last| LAST.contains(last)), "{word}");
        }
    }

    #[test]
    fn a_weak_word_before_gives_way_to_a_word_after() {
        let (words, _) = after("以上", false);
        assert_eq!(before("控制在").with(words), Some(AtLeast));
        assert_eq!(before("不超过").with(words), Some(AtMost));
        assert_eq!(before("±").with(after("以内", false).0), Some(AtMost));
    }

    #[test]
    fn an_operator_column_holds_an_operator_and_nothing_else() {
        assert_eq!(whole(" ≥ "), Some(AtLeast));
        assert_eq!(whole("大于等于"), Some(AtLeast));
        assert_eq!(whole("正向指标"), None);
        assert_eq!(whole(""), None);
    }
}
