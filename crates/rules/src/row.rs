//! What several rules ask of one row.

use jibiao_model::{
    Amount, Arg, Concept, FundMoment, FundSource, Known, LevelOne, LevelTwo, MoneyUnit, Number, Quantity, UnitFamily,
    Value,
};
pub(crate) use jibiao_reading::is_letter;
use jibiao_reading::{Horizon, Indicator, Pairs, WordSet, is_alphanumeric, is_endless, parts};

use crate::{Halt, View, levels};

/// Whether a text says what another says in nearly the same letters: at least `share` percent of each stands in the
/// other.
///
/// Numbers of parts don't count: 目标1：… is a copy of 1.….
pub(crate) fn is_copy(text: &str, other: &str, share: usize) -> bool {
    // Blank, of another length or in other letters: most texts are told apart here.
    let shorter = text.len().min(other.len());
    if shorter == 0
        || shorter.saturating_mul(3) < text.len().max(other.len()).saturating_mul(2)
        || !alike(letters(text), letters(other))
    {
        return false;
    }
    let plain = |text: &str| match parts(text) {
        parts if parts.is_empty() => text.to_owned(),
        parts => parts.join("。"),
    };
    let (text, other) = (&plain(text), &plain(other));
    let count = |text: &str| text.chars().filter(|c| is_letter(*c)).count();
    let (a, b) = (count(text), count(other));
    if a.min(b) < LEAST_COPIED || a.min(b).saturating_mul(100) < a.max(b).saturating_mul(share) {
        return false;
    }
    let same = || text.chars().filter(|c| is_alphanumeric(*c)).eq(other.chars().filter(|c| is_alphanumeric(*c)));
    let held = |text: &str, other: &str| Pairs::of(&[other]).held(text).at_least(share);
    same() || (held(text, other) && held(other, text))
}

/// Letters of a text that can be called a copy: 无 is none.
const LEAST_COPIED: usize = 4;

/// A bit for each letter of a text.
pub(crate) fn letters(text: &str) -> u64 {
    let letters = text.chars().filter(|c| is_letter(*c));
    letters.fold(0, |print, c| print | (1u64 << (u32::from(c).wrapping_mul(0x9E37_79B1) >> 26)))
}

/// Whether texts of these letters may be copies: they differ by few.
pub(crate) fn alike(a: u64, b: u64) -> bool {
    (a ^ b).count_ones() <= 14
}

/// A name without what stands in brackets at its end: `苗木成活率（≥**%）` is `苗木成活率`.
pub(crate) fn bare(name: &str) -> &str {
    // Every rule on rows asks. Most names begin and end with a Chinese character, so that there is nothing to take off.
    let han = |c: Option<char>| matches!(c, Some('\u{4e00}'..='\u{9fff}'));
    let mut letters = name.chars();
    if han(letters.next()) && han(letters.next_back()) {
        return name;
    }
    let name = name.trim().trim_end_matches(['。', '；', ';', '：', ':']);
    if !name.ends_with(['）', ')']) {
        return name;
    }
    let start = name.find(['（', '(']).unwrap_or(name.len());
    name.get(..start).map_or(name, str::trim_end)
}

/// Whether the text states a figure: a digit that is neither the number of a list item (`1.`, `（2）`, `3、`,
/// `目标1：`) nor part of a year.
pub(crate) fn states_a_figure(text: &str) -> bool {
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = rest.get(start..).unwrap_or("");
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let (digits, after) = tail.split_at(end);
        let mut next = after.chars();
        let listed = digits.len() <= 2
            && match next.next() {
                Some('、' | '：' | ':' | '）' | ')' | '．') => true,
                Some('.') => !next.next().is_some_and(|c| c.is_ascii_digit()),
                _ => false,
            };
        let year = digits.len() == 4 && after.starts_with('年');
        if !listed && !year {
            return true;
        }
        rest = after;
    }
    false
}

/// Whether a text is meant as one number or date and is none: `2026-13-45`, `≥1,00,0人`.
///
/// Asked only of texts that were read as neither.
pub(crate) fn is_broken_figure(text: &str) -> bool {
    if is_endless(text) {
        return true;
    }
    let figure = text.trim().trim_start_matches(['≥', '≤', '=', '＝', '>', '<', '＞', '＜', '≧', '≦', ' ']);
    let separators = [',', '，', '.', '-', '/'];
    let end = figure.find(|c: char| !c.is_ascii_digit() && !separators.contains(&c)).unwrap_or(figure.len());
    let (run, after) = figure.split_at(end);
    // So many digits are nobody's result, and more than are reckoned with.
    let endless = run.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS;
    let broken = run.matches(separators).count() > 1 || run.contains(',') || endless;
    // A list or a sentence may begin with a number; a unit or 前 may follow one.
    broken && run.starts_with(|c: char| c.is_ascii_digit()) && after.chars().count() <= 3
}

/// Digits that exact arithmetic holds.
const MOST_DIGITS: usize = 28;

/// Whether the target was meant as a figure and could not be read as one.
pub(crate) fn is_broken(known: &Known<Value>, text: &str) -> bool {
    let unread = match known {
        Known::Unreadable => true,
        Known::Answered(value) => value.meaning == jibiao_model::Meaning::Words,
        Known::NotYet | Known::NotApplicable => false,
    };
    unread && is_broken_figure(text)
}

/// Whether a text ends with a word of the set.
pub(crate) fn ends(set: &WordSet, text: &str) -> bool {
    set.ends(text)
}

/// The number and unit of the target.
pub(crate) fn target<'i>(indicator: &'i Indicator<'_>) -> Option<&'i Quantity> {
    indicator.target.answered()?.quantity()
}

/// The number and unit of the result.
pub(crate) fn actual<'i>(indicator: &'i Indicator<'_>) -> Option<&'i Quantity> {
    indicator.actual.answered()?.quantity()
}

/// Whether a number is below zero, and what is measured can't be: no change, no balance, no temperature.
pub(crate) fn is_below_nothing(view: &View<'_>, indicator: &Indicator<'_>, quantity: &Quantity) -> bool {
    quantity.number.is_negative()
        && !view.words("may-be-negative").is_in(indicator.name)
        && !quantity.unit.as_ref().is_some_and(|unit| matches!(unit.text.as_str(), "℃" | "°C" | "度" | "摄氏度"))
}

/// The unit family of a quantity.
pub(crate) fn family(quantity: &Quantity) -> Option<UnitFamily> {
    quantity.unit.as_ref().map(|unit| unit.family)
}

/// Whether the two are numbers of the same thing; a unit that only one of them names is taken to hold for both.
pub(crate) fn comparable(a: &Quantity, b: &Quantity) -> bool {
    match (&a.unit, &b.unit) {
        (Some(a), Some(b)) => a.text == b.text,
        _ => true,
    }
}

/// Whether the target states words only. `是` says no more than a word does.
pub(crate) fn is_worded(indicator: &Indicator<'_>) -> bool {
    matches!(&indicator.target, Known::Answered(Value { meaning, .. })
        if matches!(meaning, jibiao_model::Meaning::Words | jibiao_model::Meaning::YesNo(_)))
}

/// Whether the row stands under a level that holds costs; where no level is typed, whether it is named as a cost.
pub(crate) fn is_cost(indicator: &Indicator<'_>) -> bool {
    match (&indicator.level_two, &indicator.level_one) {
        (Known::Answered(two), _) => levels::is_cost(*two),
        (_, Known::Answered(one)) => *one == LevelOne::Cost,
        (Known::NotYet, Known::NotYet) => indicator.name.contains("成本"),
        _ => false,
    }
}

/// Whether a name says that the row does not apply.
pub(crate) fn is_inapplicable(view: &View<'_>, name: &str) -> bool {
    const LONGEST: usize = 12;
    let name = name.trim();
    let short = name.len() <= LONGEST.saturating_mul(3);
    matches!(name, "无" | "/" | "-" | "—")
        || (short && !name.ends_with(['率', '数']) && view.words("inapplicable").is_in(name))
}

/// Whether a text says how several grades are told apart: 优：…；良：…. 优良率 names no grade.
pub(crate) fn is_graded(view: &View<'_>, text: &str) -> bool {
    let named = |grade: &&str| {
        text.match_indices(*grade).any(|(at, _)| {
            let after = text.get(at.saturating_add(grade.len())..).unwrap_or_default();
            let after = after.strip_prefix(['秀', '好']).unwrap_or(after);
            !after.starts_with(is_letter)
        })
    };
    text.contains(['：', ':', '；', ';', '/', '、', '（', '('])
        && view.words("target-grades").iter().filter(named).count() > 1
}

/// Whether a name says what is measured: 带动就业人数, 提升率, 知晓度. 年度 and 制度 measure nothing.
pub(crate) fn is_measured(name: &str) -> bool {
    let degree = name.strip_suffix('度').is_some_and(|stem| !stem.ends_with(['年', '季', '月', '制']));
    degree || name.contains(['率', '比', '数', '额', '占', '量'])
}

/// Whether the row stands under the 二级指标.
pub(crate) fn is_under(indicator: &Indicator<'_>, level: LevelTwo) -> bool {
    indicator.level_two == Known::Answered(level)
}

/// Whether the row says how satisfied people are.
pub(crate) fn is_satisfaction(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    view.words("satisfaction-names").is_in(indicator.name)
}

/// Whether nothing is said about why the result is off.
pub(crate) fn is_unexplained(indicator: &Indicator<'_>) -> bool {
    // A lone 无 or 0 in the cell explains nothing.
    let reason = indicator.reason.trim();
    reason.chars().filter(|c| is_alphanumeric(*c)).nth(1).is_none()
}

/// Whether the target's number is a share: by its unit, or by the row's name where no unit is written.
pub(crate) fn is_ratio(view: &View<'_>, indicator: &Indicator<'_>, quantity: &Quantity) -> bool {
    match family(quantity) {
        Some(family) => family == UnitFamily::Ratio && quantity.unit.as_ref().is_some_and(|unit| unit.text == "%"),
        None => is_rate_name(view, indicator.name) && quantity.number > Number::ONE,
    }
}

/// Whether a name is that of a rate.
pub(crate) fn is_rate_name(view: &View<'_>, name: &str) -> bool {
    let name = bare(name);
    ends(view.words("rate-names"), name) && !ends(view.words("no-rate-names"), name)
}

/// The column in which a row's unit is written.
pub(crate) fn unit_text<'i>(view: &View<'_>, indicator: &Indicator<'i>) -> &'i str {
    view.row_text(indicator, Concept::Unit).unwrap_or("").trim()
}

/// The target as a message quotes it: sign, number and unit in one, also where they stand in columns of their own.
pub(crate) fn target_said(view: &View<'_>, indicator: &Indicator<'_>) -> Arg {
    let own = |concept| view.row_text(indicator, concept).filter(|_| indicator.horizon == Horizon::Year);
    let sign = own(Concept::Operator).unwrap_or("").trim();
    let unit = own(Concept::Unit).unwrap_or("").trim();
    let target = indicator.target_text.trim();
    let sign = if target.starts_with(sign) { "" } else { sign };
    let unit = if target.ends_with(unit) { "" } else { unit };
    Arg::Text(format!("{sign}{target}{unit}"))
}

/// The 一级指标 that a row belongs to: by its 二级指标 where the frame has that, else as typed.
pub(crate) fn level_one(view: &View<'_>, indicator: &Indicator<'_>) -> Option<LevelOne> {
    let by_two = indicator.level_two.answered().and_then(|two| view.form.frame.parent(*two));
    by_two.or_else(|| indicator.level_one.answered().copied())
}

/// The target as an amount of money, where it is one with a unit of its own.
///
/// # Errors
/// [`Halt`] when the amount leaves the range of exact decimals.
pub(crate) fn money(indicator: &Indicator<'_>) -> Result<Option<Amount>, Halt> {
    let Some(quantity) = target(indicator) else { return Ok(None) };
    let unit = match quantity.unit.as_ref().map(|unit| unit.text.as_str()) {
        Some("元") => MoneyUnit::Yuan,
        Some("万元") => MoneyUnit::TenThousandYuan,
        Some("亿元") => MoneyUnit::HundredMillionYuan,
        // 项目总投入（万元）: the unit stands in the name.
        None if ["万元）", "万元)"].iter().any(|end| indicator.name.trim_end().ends_with(end)) => {
            MoneyUnit::TenThousandYuan
        }
        _ => return Ok(None),
    };
    Ok(Some(Amount::new(quantity.number, unit)?))
}

/// The totals that a cost can be held against.
pub(crate) fn budgets(view: &View<'_>) -> impl Iterator<Item = Amount> {
    [FundMoment::Whole, FundMoment::Year, FundMoment::Initial, FundMoment::Annual]
        .into_iter()
        .filter_map(|moment| view.reading.amount(FundSource::Total, moment).answered().copied())
}

#[cfg(test)]
mod tests {
    use super::{bare, is_broken_figure, states_a_figure};

    #[test]
    fn brackets_at_the_end_of_a_name_are_not_part_of_it() {
        assert_eq!(bare("苗木成活率（≥**%） "), "苗木成活率");
        assert_eq!(bare("发放(缴纳)覆盖率"), "发放(缴纳)覆盖率");
        assert_eq!(bare("验收合格率。"), "验收合格率");
    }

    #[test]
    fn a_broken_figure_is_told_from_words_and_ratios() {
        for text in ["2026-13-45", "≥1,00,0人", "2026.2.30前", "12,34", "∞", "≤∞万元", "#DIV/0!"] {
            assert!(is_broken_figure(text), "{text}");
        }
        for text in ["1:1", "1.完成验收，2.投入使用", "12/31", "2023-2024学年", "提升", "5G"] {
            assert!(!is_broken_figure(text), "{text}");
        }
    }

    #[test]
    fn list_numbers_and_years_are_no_figures() {
        assert!(!states_a_figure("1.做好宣传2.加强培训；（3）2026年持续推进；目标4：改善"));
        assert!(states_a_figure("1.培训村干部2期"));
        assert!(states_a_figure("覆盖率达到95%"));
        assert!(states_a_figure("投入1.5万元"));
    }
}
