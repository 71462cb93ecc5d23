//! When two texts name the same thing.

use std::sync::LazyLock;

use jibiao_model::{Unit, UnitFamily};

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

/// A bit for each character: most words begin and end with none of the listed ones, and are left at once.
fn bit(c: char) -> u64 {
    1 << (u32::from(c) % 64)
}

/// The first characters of [`LEADING`] and the last ones of [`TRAILING`].
static EDGES: LazyLock<(u64, u64)> = LazyLock::new(|| {
    let first = LEADING.iter().filter_map(|word| word.chars().next()).fold(0, |bits, c| bits | bit(c));
    let last = TRAILING.iter().filter_map(|word| word.chars().next_back()).fold(0, |bits, c| bits | bit(c));
    (first, last)
});

/// The name of a thing in the words around its number, without the words of every sentence.
pub fn core(words: &str) -> &str {
    const MARKS: &[char] = &[' ', '“', '”', '"', '，', ',', '、', '：', ':', '；', ';', '。', '．', '.'];
    let (first, last) = *EDGES;
    let mut core = words;
    loop {
        let before = core.len();
        core = core.trim_matches(MARKS);
        let long = |rest: &&str| rest.chars().nth(1).is_some();
        if core.starts_with(|c| first & bit(c) != 0)
            && let Some(rest) = LEADING.iter().find_map(|word| core.strip_prefix(word)).filter(long)
        {
            core = rest;
        }
        if core.ends_with(|c| last & bit(c) != 0)
            && let Some(rest) = TRAILING.iter().find_map(|word| core.strip_suffix(word)).filter(long)
        {
            core = rest;
        }
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
    /// One is the end of the other: `残疾儿童康复救助` and `0-6岁残疾儿童康复救助`.
    Qualified,
    /// Letter for letter.
    Same,
}

/// Fewer characters than this name a sort of things and nothing certain.
const SHORTEST: usize = 4;

/// Whether two names, as [`core`] gives them, stand for one thing. Figures in names tell things apart.
pub fn likeness(a: &str, b: &str) -> Option<Likeness> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
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
