//! When two texts name the same thing.

use std::{borrow::Cow, sync::LazyLock};

use jibiao_model::{
    Unit, UnitFamily,
    order::{arranged, order},
};

use crate::unit::{comparable, is_han};

/// Measures that count the same kind of things under different words.
const KIN: &[&[&str]] = &[
    &["台", "套", "件", "块", "架", "只", "台套", "项", "个", "部", "组"],
    &["人", "名", "位", "人员"],
    &["次", "场", "场次"],
];

/// Whether numbers with these units can be added and compared: one family, or measures for the same kind of things.
pub fn same_kin(a: Option<&Unit>, b: Option<&Unit>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) if a.text == b.text => true,
        (Some(a), Some(b)) if a.family != b.family => false,
        (Some(a), Some(b)) => {
            let kin = |unit: &Unit| KIN.iter().position(|words| words.contains(&unit.text.as_str()));
            let counted = a.family == UnitFamily::Count && b.family == UnitFamily::Count;
            match (kin(a), kin(b)) {
                (Some(one), Some(other)) if counted => one == other,
                // 个 agrees with any counted thing elsewhere; here it must not make persons of villages.
                (Some(0), None) | (None, Some(0)) if counted => false,
                _ => comparable(a, b),
            }
        }
        _ => false,
    }
}

/// Words before the name of a thing that do not belong to it. A longer word stands before one that begins it.
const LEADING: &[&str] = &[
    "其中",
    "本年度",
    "本年",
    "年度内",
    "年内",
    "全年",
    "当年",
    "今年",
    "全县",
    "全市",
    "全区",
    "全镇",
    "全乡",
    "全省",
    "我县",
    "我市",
    "我区",
    "我镇",
    "我乡",
    "我局",
    "我单位",
    "本项目",
    "该项目",
    "本工程",
    "项目",
    "共计",
    "合计",
    "总计",
    "共",
    "已经",
    "已",
    "现有",
    "现",
    "计划",
    "预计",
    "预期",
    "拟",
    "实际完成",
    "累计完成",
    "累计",
    "顺利完成",
    "全面完成",
    "圆满完成",
    "完成",
    "达到",
    "实现",
    "开展",
    "组织",
    "实施",
    "通过",
    "确保",
    "力争",
    "用于",
    "实际",
    "继续",
    "及时",
    "按时",
    "足额",
    "对",
    "为",
    "在",
    "将",
    "使",
    "和",
    "及",
    "与",
    "并",
    "的",
    "★",
];

/// Words after the name of a thing that do not belong to it.
const TRAILING: &[&str] = &[
    "数量",
    "总数",
    "个数",
    "人数",
    "户数",
    "次数",
    "件数",
    "场数",
    "总量",
    "合计",
    "共计",
    "总计",
    "分别为",
    "分别是",
    "达到",
    "达成",
    "共有",
    "不少于",
    "不低于",
    "人次数",
    "人次",
    "约为",
    "约",
    "数",
    "为",
    "达",
    "是",
    "有",
    "共",
    "了",
    "到",
    "的",
    "至",
];

/// Words by the character that they begin or end with: most texts begin and end otherwise.
struct Affixes {
    /// A bit for each character, modulo 128.
    letters: u128,
    /// In the order of the characters; those of one character stay in the order given.
    words: Vec<(char, &'static str)>,
}

impl Affixes {
    fn new(words: &[&'static str], letter: impl Fn(&str) -> Option<char>) -> Self {
        let words: Vec<_> = words.iter().filter_map(|word| Some((letter(word)?, *word))).collect();
        let letters = words.iter().fold(0, |bits, (c, _)| bits | bit(u32::from(*c)));
        let key = |at: usize| words.get(at).map(|(letter, _)| *letter);
        let by_letter = order(words.len(), &|a, b| key(a).cmp(&key(b)));
        Self { letters, words: arranged(words, &by_letter) }
    }

    /// The words with this character.
    fn with(&self, letter: Option<char>) -> impl Iterator<Item = &'static str> {
        let known = letter.filter(|letter| self.letters & bit(u32::from(*letter)) != 0);
        let from = known.map_or(self.words.len(), |letter| self.words.partition_point(|(c, _)| *c < letter));
        self.words.iter().skip(from).take_while(move |(c, _)| Some(*c) == letter).map(|(_, word)| *word)
    }
}

fn bit(number: u32) -> u128 {
    1 << (number % 128)
}

static BEFORE: LazyLock<Affixes> = LazyLock::new(|| Affixes::new(LEADING, |word| word.chars().next()));
static AFTER: LazyLock<Affixes> = LazyLock::new(|| Affixes::new(TRAILING, |word| word.chars().next_back()));

/// The name of a thing in the words around its number, without the words of every sentence.
pub fn core(words: &str) -> &str {
    const MARKS: &[char] = &[' ', '“', '”', '"', '，', ',', '、', '：', ':', '；', ';', '。', '．', '.'];
    let (leading, trailing) = (&*BEFORE, &*AFTER);
    let long = |rest: &&str| rest.chars().nth(1).is_some();
    let mut core = words;
    loop {
        let before = core.len();
        core = core.trim_matches(MARKS);
        let first = leading.with(core.chars().next()).find_map(|word| core.strip_prefix(word));
        core = first.filter(long).unwrap_or(core);
        let last = trailing.with(core.chars().next_back()).find_map(|word| core.strip_suffix(word));
        core = last.filter(long).unwrap_or(core);
        if core.len() == before {
            return core;
        }
    }
}

/// How surely two names stand for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Half of the pairs of neighbours of the shorter one, three at least: perhaps one thing, perhaps part of it.
    Overlapping,
    /// The same characters in another order: `城区道路改造` and `改造城区道路`.
    Reordered,
    /// One is the end of the other: `幼儿视力筛查服务` and `3-6岁幼儿视力筛查服务`.
    Qualified,
    /// Letter for letter.
    Same,
}

/// Fewer characters than this name a sort of things and nothing certain.
const SHORTEST: usize = 4;

/// A name, as [`core`] gives it, to be held against many others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    text: Cow<'t, str>,
    /// How many pairs of neighbours it has.
    count: u32,
    /// A bit for each of them, modulo 128: what a name lacks a bit of does not stand in it.
    pairs: u128,
}

impl<'t> Name<'t> {
    /// The name of a thing in the words around its number.
    pub fn of(words: &'t str) -> Self {
        Self::of_core(core(words).into())
    }

    /// The name of a thing in words that stand apart: before its number and after it.
    pub fn of_both(before: &str, after: &str) -> Name<'static> {
        Name::of_core(core(&[before, after].concat()).to_owned().into())
    }

    fn of_core(text: Cow<'t, str>) -> Self {
        let pairs = text.chars().zip(text.chars().skip(1));
        let (count, pairs) = pairs.fold((0u32, 0), |(count, bits), (first, second)| {
            let mixed = u32::from(first).wrapping_mul(31).wrapping_add(u32::from(second)).wrapping_mul(0x9E37_79B1);
            (count.saturating_add(1), bits | bit(mixed >> 25))
        });
        Self { text, count, pairs }
    }

    /// The name in letters.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name without a word at its end; `None` where it does not end with it.
    pub fn without(&self, end: &str) -> Option<Self> {
        let rest = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.strip_suffix(end)?),
            Cow::Owned(text) => Cow::Owned(text.strip_suffix(end)?.to_owned()),
        };
        Some(Self::of_core(rest))
    }

    /// Whether two names stand for one thing. Figures in names tell things apart.
    pub fn likeness(&self, other: &Name<'_>) -> Option<Likeness> {
        let (short, long) = if self.text.len() <= other.text.len() { (self, other) } else { (other, self) };
        // Names that are alike in any way share half of their pairs; most are told apart here.
        let lacking = (short.pairs & !long.pairs).count_ones();
        if lacking.saturating_mul(2) > short.count { None } else { likeness(&short.text, &long.text) }
    }
}

/// How surely two names stand for one thing, the first of which is not the longer one.
fn likeness(short: &str, long: &str) -> Option<Likeness> {
    let ends = long.ends_with(short);
    let length = short.chars().filter(|c| is_han(*c)).count();
    if length < SHORTEST || !digits(short).eq(digits(long)) {
        return None;
    }
    if ends {
        return Some(if short.len() == long.len() { Likeness::Same } else { Likeness::Qualified });
    }
    let (pairs, shared) = shared_pairs(short, long);
    if shared < FEWEST_PAIRS {
        return None;
    }
    // In bytes, three to a character: at most two more.
    const SLACK: usize = 6;
    let near = long.len() <= short.len().saturating_add(SLACK);
    if near && shared.saturating_mul(3) >= pairs.saturating_mul(2) && is_within(short, long) {
        return Some(Likeness::Reordered);
    }
    (shared.saturating_mul(2) >= pairs).then_some(Likeness::Overlapping)
}

/// Fewer pairs of neighbours in common are a common word.
const FEWEST_PAIRS: usize = 2;

/// How many pairs of neighbours the shorter name has, and how many of them the longer one has as well.
fn shared_pairs(short: &str, long: &str) -> (usize, usize) {
    let mut all: usize = 0;
    let mut shared: usize = 0;
    let mut previous: Option<usize> = None;
    for (at, c) in short.char_indices() {
        if let Some(from) = previous {
            all = all.saturating_add(1);
            let pair = short.get(from..at.saturating_add(c.len_utf8()));
            shared = shared.saturating_add(usize::from(pair.is_some_and(|pair| long.contains(pair))));
        }
        previous = Some(at);
    }
    (all, shared)
}

/// Whether every character of one name stands in the other, as often.
fn is_within(short: &str, long: &str) -> bool {
    let mut left: Vec<char> = long.chars().collect();
    short.chars().all(|c| {
        let at = left.iter().position(|other| *other == c);
        at.map(|at| left.swap_remove(at)).is_some()
    })
}

fn digits(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| matches!(c, '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_sentence_are_no_part_of_a_name() {
        for (words, name) in [
            ("全年完成农村公路养护里程", "农村公路养护里程"),
            ("其中：新建公共厕所数量", "新建公共厕所"),
            ("  “改造城区道路”，", "改造城区道路"),
            // What is left names nothing, so the word stays.
            ("共数", "共数"),
            ("人数", "人数"),
            ("", ""),
        ] {
            assert_eq!(core(words), name, "{words}");
        }
    }

    #[test]
    fn a_name_held_against_another_is_told_apart_or_alike() {
        let like = |a: &str, b: &str| Name::of(a).likeness(&Name::of(b));
        assert_eq!(like("农村公路养护", "完成农村公路养护"), Some(Likeness::Same));
        assert_eq!(like("幼儿视力筛查服务", "全县低龄幼儿视力筛查服务"), Some(Likeness::Qualified));
        assert_eq!(like("城区道路改造", "改造城区道路"), Some(Likeness::Reordered));
        assert_eq!(like("幼儿视力筛查服务", "5名幼儿视力筛查服务"), None, "figures tell things apart");
        assert_eq!(like("城区道路改造", "农村危房拆除"), None);
        assert_eq!(like("道路", "城区道路"), None, "two letters name a sort of things");
        assert_eq!(Name::of_both("改造城区", "道路").as_str(), "改造城区道路");
        assert_eq!(Name::of("养护里程").without("里程"), Some(Name::of("养护")));
    }
}
