//! Cells in which one of a few printed answers is chosen, whatever way people mark it: `是`, `√是`, `□否 ☑是`.

use jibiao_model::Known;

use crate::{
    fold::fold,
    mark::stated,
    terms::{is_alphanumeric, is_letter},
};

/// What a cell with printed answers says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<'c> {
    /// Blank, or said not to apply.
    Nothing,
    /// One of the answers, in the printed words.
    Answer(&'c str),
    /// Several of them, in the order typed.
    Several(Vec<&'c str>),
    /// Words of its own that leave only this answer.
    Meant(&'c str),
    /// Anything else.
    Other,
}

impl<'c> Chosen<'c> {
    /// The one answer that is chosen, in whatever words.
    pub fn one(&self) -> Option<&'c str> {
        match self {
            Self::Answer(answer) | Self::Meant(answer) => Some(answer),
            Self::Nothing | Self::Several(_) | Self::Other => None,
        }
    }
}

/// Which of the printed answers a text chooses.
///
/// Blanks, brackets, punctuation and full-width forms don't count. Of answers that are listed with boxes the ticked one
/// is chosen; before the words or behind them, as the first one has it.
pub fn chosen<'c>(text: &str, choices: &'c [String]) -> Chosen<'c> {
    if text.is_empty() {
        return Chosen::Nothing;
    }
    if let Some(same) = choices.iter().find(|choice| *choice == text) {
        return Chosen::Answer(same);
    }
    let folded = fold(text);
    let cell = match stated::<()>(folded.as_str()) {
        Ok(cell) => cell,
        Err(Known::NotYet | Known::NotApplicable | Known::Answered(()) | Known::Unreadable) => return Chosen::Nothing,
    };
    // Signs and ticks hold no letter to compare.
    let is_sign = |choice: &&String| !choice.contains(is_alphanumeric);
    let tick = |text: &str| text.chars().all(|c| is_tick(c) || !(is_alphanumeric(c) || is_box(c)));
    let same_sign = |choice: &&String| {
        fold(choice).as_str() == cell || (choice.chars().all(is_tick) && tick(cell) && cell.contains(is_tick))
    };
    if let Some(sign) = choices.iter().filter(is_sign).find(same_sign) {
        return Chosen::Answer(sign);
    }
    let answers: Vec<Answer<'c>> = choices.iter().filter(|choice| !is_sign(choice)).map(Answer::of).collect();
    let found = Found::of(cell, &answers);
    if cell.contains(|c| is_tick(c) || is_box(c)) {
        return found.ticked();
    }
    match found.answers().as_slice() {
        [one] if found.is_all => Chosen::Answer(one),
        [_, _, ..] if found.is_all => Chosen::Several(found.answers()),
        [one] if found.names(cell) => Chosen::Meant(one),
        [] => part_of_one(cell, &answers).map_or(Chosen::Other, Chosen::Meant),
        _ => Chosen::Other,
    }
}

/// An answer, and its letters and digits.
struct Answer<'c> {
    printed: &'c str,
    letters: String,
}

impl<'c> Answer<'c> {
    fn of(choice: &'c String) -> Self {
        Self { printed: choice, letters: letters(fold(choice).as_str()) }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| is_alphanumeric(*c) && !is_box(*c)).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'c> {
    Tick,
    Box,
    Answer(&'c str),
}

/// The answers and marks of a text, from left to right.
struct Found<'c> {
    tokens: Vec<Token<'c>>,
    /// Whether nothing else stands there, words that join answers apart.
    is_all: bool,
    /// The letter before the first answer, and whether a letter follows it.
    before: Option<char>,
    followed: bool,
}

impl<'c> Found<'c> {
    fn of(text: &str, answers: &[Answer<'c>]) -> Self {
        let mut found = Self { tokens: Vec::new(), is_all: true, before: None, followed: false };
        let mut rest = text;
        let mut last = None;
        let mut adjacent = false;
        while let Some(c) = rest.chars().next() {
            let here = answers.iter().filter_map(|answer| Some((answer, length(rest, &answer.letters)?)));
            if let Some((answer, length)) = here.max_by_key(|(_, length)| *length) {
                if found.answers().is_empty() {
                    found.before = last;
                }
                found.tokens.push(Token::Answer(answer.printed));
                rest = rest.get(length..).unwrap_or_default();
                (last, adjacent) = (None, true);
                continue;
            }
            if is_tick(c) {
                found.tokens.push(Token::Tick);
            } else if is_box(c) {
                found.tokens.push(Token::Box);
            } else if is_alphanumeric(c) {
                found.is_all &= matches!(c, '和' | '及' | '与') && !found.tokens.is_empty();
                found.followed |= adjacent;
                last = Some(c);
            }
            adjacent = false;
            rest = rest.strip_prefix(c).unwrap_or_default();
        }
        found
    }

    /// The answers, each once.
    fn answers(&self) -> Vec<&'c str> {
        let mut answers = Vec::new();
        for token in &self.tokens {
            if let Token::Answer(answer) = token
                && !answers.contains(answer)
            {
                answers.push(*answer);
            }
        }
        answers
    }

    /// What is ticked, where boxes or ticks stand.
    fn ticked(&self) -> Chosen<'c> {
        let leads = !matches!(self.tokens.first(), Some(Token::Answer(_)));
        let ticked = self.tokens.windows(2).filter_map(|pair| match pair {
            [Token::Tick, Token::Answer(answer)] if leads => Some(*answer),
            [Token::Answer(answer), Token::Tick] if !leads => Some(*answer),
            _ => None,
        });
        match *ticked.collect::<Vec<_>>().as_slice() {
            [one] if self.is_all => Chosen::Answer(one),
            [one] => Chosen::Meant(one),
            [] => Chosen::Other,
            ref several => Chosen::Several(several.to_vec()),
        }
    }

    /// Whether the text says its only answer, and not the contrary: 不 before 确定能 turns it round, and an answer of one
    /// letter stands in many a word.
    fn names(&self, text: &str) -> bool {
        let [answer] = *self.answers().as_slice() else { return false };
        let is_short = answer.chars().filter(|c| is_letter(*c)).nth(1).is_none();
        let letters = letters(text);
        let denied = || letters.replacen(answer, "", 1).contains(['不', '未', '非', '无', '没', '否', '勿', '难']);
        match is_short {
            // 优秀, 良好; 是，依据充分.
            true => self.before.is_none() && (!self.followed || letters.chars().nth(2).is_none()) && !denied(),
            false => !denied(),
        }
    }
}

/// How much of the text the letters take at its start, punctuation between them left out.
fn length(text: &str, letters: &str) -> Option<usize> {
    let mut wanted = letters.chars();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        if c == next {
            match wanted.next() {
                Some(letter) => next = letter,
                None => return Some(at.saturating_add(c.len_utf8())),
            }
        } else if at == 0 || is_alphanumeric(c) || is_box(c) || is_tick(c) {
            return None;
        }
    }
    None
}

/// The only answer that holds the text: 新增 for 新增项目.
fn part_of_one<'c>(text: &str, answers: &[Answer<'c>]) -> Option<&'c str> {
    let said = letters(text);
    said.chars().nth(1)?;
    let mut holding = answers.iter().filter(|answer| answer.letters.contains(said.as_str()));
    let one = holding.next().map(|answer| answer.printed);
    one.filter(|_| holding.next().is_none())
}

/// A mark that says yes. ☒ is the ticked box of a word processor.
fn is_tick(c: char) -> bool {
    matches!(c, '√' | '✓' | '✔' | '☑' | '✅' | '■' | '◼' | '☒' | '▣' | '●' | '◉' | '⊙')
}

/// A box or circle that was left empty.
fn is_box(c: char) -> bool {
    matches!(c, '□' | '☐' | '◻' | '▢' | '❏' | '〇' | '○' | '◯')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(choices: &[&str]) -> Vec<String> {
        choices.iter().map(|choice| (*choice).to_owned()).collect()
    }

    #[test]
    fn an_answer_is_known_by_its_letters() {
        let conclusions = of(&["自评真实可信", "自评基本可信，需更正", "自评不可信，重新自评"]);
        for text in
            ["自评基本可信，需更正", "自评基本可信,需更正。", " 自评基本可信 需更正", "“自评基本可信（需更正）”"]
        {
            assert_eq!(chosen(text, &conclusions), Chosen::Answer("自评基本可信，需更正"), "{text}");
        }
        let instruments = of(&["直接实施", "政府和社会资本合作（PPP）"]);
        assert_eq!(chosen("政府和社会资本合作(ＰＰＰ)", &instruments), Chosen::Answer("政府和社会资本合作（PPP）"));
    }

    #[test]
    fn the_ticked_one_of_a_list_is_chosen() {
        let answers = of(&["是", "基本是", "否"]);
        for text in ["√是", "是√", "☑ 是", "（√）是", "☑是 □基本是 □否", "是☑ 基本是□ 否□", "■是　〇否"]
        {
            assert_eq!(chosen(text, &answers), Chosen::Answer("是"), "{text}");
        }
        assert_eq!(chosen("□是 √基本是 □否", &answers), Chosen::Answer("基本是"));
        assert_eq!(chosen("√是 √否", &answers), Chosen::Several(vec!["是", "否"]));
        for text in ["□是 □否", "√", "□"] {
            assert_eq!(chosen(text, &answers), Chosen::Other, "{text}");
        }
    }

    #[test]
    fn a_tick_is_a_tick_in_whatever_form() {
        let ticks = of(&["√"]);
        for text in ["√", "✔\u{fe0f}", "（√）", "☑"] {
            assert_eq!(chosen(text, &ticks), Chosen::Answer("√"), "{text}");
        }
        for text in ["□", "资金没有到位", "×"] {
            assert_eq!(chosen(text, &ticks), Chosen::Other, "{text}");
        }
    }

    #[test]
    fn other_words_may_leave_one_answer() {
        let likely = of(&["确定能", "有可能", "完全不可能"]);
        assert_eq!(chosen("确定能完成", &likely), Chosen::Meant("确定能"));
        assert_eq!(chosen("不可能", &likely), Chosen::Meant("完全不可能"));
        for text in ["不确定能", "可能", "能", "随便", "确定能或有可能"] {
            assert_eq!(chosen(text, &likely), Chosen::Other, "{text}");
        }
        let support = of(&["予以支持", "调整后予以支持", "不予支持"]);
        assert_eq!(chosen("建议调整后予以支持", &support), Chosen::Meant("调整后予以支持"));
        assert_eq!(chosen("暂不予以支持", &support), Chosen::Other);
        assert_eq!(chosen("支持", &support), Chosen::Other);
        let grades = of(&["优", "良", "中", "差"]);
        assert_eq!(chosen("优秀", &grades), Chosen::Meant("优"));
        assert_eq!(chosen("优良", &grades), Chosen::Several(vec!["优", "良"]));
        assert_eq!(chosen("不优", &grades), Chosen::Other);
        assert_eq!(chosen("是的", &of(&["是", "否"])), Chosen::Meant("是"));
        assert_eq!(chosen("不是", &of(&["是", "否"])), Chosen::Other);
        assert_eq!(chosen("新增", &of(&["新增项目", "延续项目"])), Chosen::Meant("新增项目"));
    }

    #[test]
    fn several_answers_and_none_are_told_apart() {
        let budgets = of(&["一般公共预算", "政府性基金预算"]);
        assert_eq!(
            chosen("一般公共预算、政府性基金预算", &budgets),
            Chosen::Several(vec!["一般公共预算", "政府性基金预算"])
        );
        for text in ["", " ", "无", "/", "不适用"] {
            assert_eq!(chosen(text, &budgets), Chosen::Nothing, "{text}");
        }
    }
}
