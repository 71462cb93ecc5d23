//! Units: spelled one way, with their family and the factor to the family's base.

use jibiao_model::{
    Number, Unit, UnitFamily,
    order::{arranged, order},
};

use crate::{
    fold::fold,
    mark::stated,
    measures::{self, Measure, SCALES},
    number::{after, digit_run},
    terms::is_alphanumeric,
};

/// A unit cell: `%`, `百分比`, `万元`, `人次`, `元/人·天`, `(平方米)`. Short unknown words are counted things.
///
/// `None` where the cell names no unit: blank, a dash, a sentence.
pub fn read_unit(text: &str) -> Option<Unit> {
    let folded = fold(text);
    let text = stated::<()>(folded.as_str()).ok()?;
    let text = text.strip_prefix("单位").map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    let text = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text).trim();
    if matches!(text, "文字描述" | "文字" | "文本" | "定性" | "定性描述" | "无单位" | "其他") {
        return None;
    }
    if let Some((unit, "")) = known_at(text) {
        return Some(unit);
    }
    // 人(次) is 人次; %(百分比) is %.
    if let Some((head, inner)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        let both = format!("{}{}", head.trim_end(), inner);
        return match known_at(&both) {
            Some((unit, "")) if unit.family == UnitFamily::Count => Some(unit),
            _ => read_unit(head),
        };
    }
    unknown(text)
}

/// A short word without digits that may name a counted thing.
fn unknown(text: &str) -> Option<Unit> {
    /// Longer than any measure seen; what is longer is the name of an organisation or a sentence.
    const LONGEST: usize = 6;
    let word = text.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | '·' | '*'));
    (word && text.starts_with(char::is_alphabetic) && text.chars().count() <= LONGEST).then(|| count(text.to_owned()))
}

fn count(text: String) -> Unit {
    Unit { text, family: UnitFamily::Count }
}

/// A unit with its per-parts at the start of the text, and what follows. Only measures of the table count.
pub(crate) fn known_at(text: &str) -> Option<(Unit, &str)> {
    let (head, mut rest) = numerator(text)?;
    let mut unit = Unit { text: head.text.into_owned(), family: head.family };
    let mut parts: usize = 0;
    if let Some((inner, after)) = bracketed(rest, head.family) {
        return Some((Unit { text: format!("{}/{inner}", unit.text), family: UnitFamily::MoneyPer }, after));
    }
    while let Some((sign, spelled, part, after)) = per(rest, parts) {
        // %/年 is a rate; a ratio for an unknown thing is prose.
        if head.family == UnitFamily::Ratio && part.is_none() {
            break;
        }
        unit.text.push(sign);
        unit.text.push_str(spelled);
        unit.family = match (unit.family, part) {
            (UnitFamily::Money | UnitFamily::MoneyPer, _) => UnitFamily::MoneyPer,
            // 台/套, 个/次: one or the other; 次/人, 人/年: a rate.
            (UnitFamily::Count, Some(measure)) if alternative(&unit.text, measure) => UnitFamily::Count,
            _ => UnitFamily::Per,
        };
        parts = parts.saturating_add(1);
        rest = after;
    }
    Some((unit, rest))
}

/// `/(人·月)` after money: the parts in brackets, which are all known measures, and what follows.
fn bracketed(text: &str, head: UnitFamily) -> Option<(&str, &str)> {
    let (inner, after) = text.strip_prefix("/(").filter(|_| head == UnitFamily::Money)?.split_once(')')?;
    let mut parts = inner.split(['·', '*', '.', '×', '、', '/']);
    parts.all(|part| matches!(measured(part), Some((_, "")))).then_some((inner, after))
}

/// Whether a slash before this counted thing means “or”.
fn alternative(text: &str, part: &Measure) -> bool {
    part.family == UnitFamily::Count && !matches!(part.typed, "人" | "户" | "生" | "村") && !text.starts_with("元")
}

/// The part of a unit before any slash.
struct Head<'a> {
    text: std::borrow::Cow<'a, str>,
    family: UnitFamily,
}

fn numerator(text: &str) -> Option<(Head<'_>, &str)> {
    let spelled = |rest: &str| text.get(..text.len().saturating_sub(rest.len())).unwrap_or_default();
    if let Some((measure, rest)) = measured(text) {
        // 户次, 种次: as often as things.
        let text = if measure.shown == measure.typed { plain(spelled(rest)) } else { measure.shown.into() };
        return Some((Head { text, family: measure.family }, rest));
    }
    let (scale, _, rest) = scaled(text)?;
    if let Some((measure, rest)) = measured(rest).filter(|(measure, _)| measure.family != UnitFamily::Ratio) {
        return Some((Head { text: plain(spelled(rest)), family: measure.family }, rest));
    }
    // 万 and 亿 alone are short for money; 百 and 千 alone are not.
    scale.ends_with(['万', '亿']).then(|| (Head { text: format!("{scale}元").into(), family: UnitFamily::Money }, rest))
}

/// 人(次) is 人次.
fn plain(spelled: &str) -> std::borrow::Cow<'_, str> {
    spelled.strip_suffix("(次)").map_or_else(|| spelled.into(), |thing| format!("{thing}次").into())
}

/// A scale word at the start of the text (`十万`), its size, and what follows.
fn scaled(text: &str) -> Option<(&'static str, i64, &str)> {
    SCALES.iter().find_map(|(scale, size)| Some((*scale, *size, text.strip_prefix(scale)?)))
}

/// A measure of the table, with a following 次 where it counts occasions of a thing.
/// What follows a figure without its scale and its measure: 万名学生 is 学生.
pub(crate) fn after_measure(text: &str) -> &str {
    let rest = text.trim_start_matches(['十', '百', '千', '万', '亿', '多', '余']);
    measured(rest).map_or(rest, |(_, after)| after)
}

fn measured(text: &str) -> Option<(&'static Measure, &str)> {
    let (measure, rest) = measures::leading(text)?;
    if measure.typed == "生" && rest.starts_with(is_han) {
        return None;
    }
    let occasions = measure.family == UnitFamily::Count && !measure.typed.ends_with('次');
    let rest = match rest.strip_prefix('次').or_else(|| rest.strip_prefix("(次)")) {
        Some(after) if occasions && !after.starts_with(['要', '序', '日', '年', '数']) => after,
        _ => rest,
    };
    Some((measure, rest))
}

/// One part after a slash (`/人`, `每亩`, `·天`): sign, spelling, measure where known, what follows.
fn per(text: &str, parts: usize) -> Option<(char, &str, Option<&'static Measure>, &str)> {
    let text = text.trim_start_matches(' ');
    let sign = text.chars().next()?;
    let part = text.strip_prefix(sign)?.trim_start_matches(' ');
    let part = part.strip_prefix('每').filter(|_| sign == '/').unwrap_or(part);
    let sign = match sign {
        '/' | '每' => '/',
        '·' | '*' | '、' | '.' | '×' if parts > 0 => sign,
        _ => return None,
    };
    // 次/10万公顷; 10场/300人 is two values.
    let number = digit_run(part);
    let round = part.get(..number).and_then(|digits| digits.strip_prefix('1'));
    if number > 0 && !round.is_some_and(|zeros| zeros.bytes().all(|b| b == b'0')) {
        return None;
    }
    let name = after(part, number);
    let known = measured(name).or_else(|| measured(scaled(name)?.2));
    let (measure, rest) = match known.filter(|(measure, _)| measure.family != UnitFamily::Ratio) {
        Some((measure, rest)) => (Some(measure), rest),
        None if sign == '/' && number == 0 => (None, unknown_part(part)?),
        None => return None,
    };
    // 元/人、天 lists parts; 元/人、其中 goes on in prose.
    if sign == '、' && rest.starts_with(is_han) {
        return None;
    }
    let spelled = part.get(..part.len().saturating_sub(rest.len()))?;
    Some((sign, spelled, measure, rest))
}

/// What follows a short unknown word after a slash.
fn unknown_part(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_alphabetic());
    let word = text.get(..text.len().saturating_sub(rest.len()))?;
    let names = (1..=12).contains(&word.len()) && !word.starts_with(no_measure) && !word.contains("是否");
    names.then_some(rest)
}

/// Whether no measure word starts with this character: what follows a number is then prose.
fn no_measure(c: char) -> bool {
    "以及左上内下的是每底末否为和与或等在中前后余多不均约至到有无已未可达完号级岁".contains(c)
}

/// An unknown measure word that closes the text (`12棒`, `3.5 lux`): a counted thing.
pub(crate) fn unknown_at(text: &str) -> Option<(Unit, &str)> {
    let han = text.starts_with(is_han);
    let belongs = |c: char| if han { is_han(c) } else { c.is_ascii_alphabetic() };
    let rest = text.trim_start_matches(belongs);
    let word = text.get(..text.len().saturating_sub(rest.len()))?;
    let longest = if han { 2 } else { 6 };
    let length = word.chars().count();
    if word.starts_with(no_measure) || length == 0 || length > longest || rest.starts_with(is_alphanumeric) {
        return None;
    }
    Some((count(word.to_owned()), rest))
}

/// `万余元`, `余份`: a known unit with 余, 多 or 几 before or in it, and what follows.
pub(crate) fn more_at(text: &str) -> Option<(Unit, &str)> {
    const MORE: [char; 3] = ['余', '多', '几'];
    if let Some(text) = text.strip_prefix(MORE) {
        return known_at(text);
    }
    let (scale, _, rest) = scaled(text)?;
    let plain = |unit: &Unit| unit.family != UnitFamily::Ratio && scaled(&unit.text).is_none();
    let (unit, rest) = known_at(rest.strip_prefix(MORE)?).filter(|(unit, _)| plain(unit))?;
    Some((Unit { text: format!("{scale}{}", unit.text), ..unit }, rest))
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '〇')
}

/// How many of the family's base units one of this unit is: 万元 is 10000 元, 公里 is 1000 米.
///
/// For rates only the part before the slash counts. 1 for counted things without a known relation; `None` only
/// where the factor has more than 28 digits.
pub fn factor(unit: &Unit) -> Option<Number> {
    let (scale, measure, _) = resolved(head_and_parts(unit).0);
    let (mantissa, decimals) = measure.map_or((1, 0), |measure| (measure.mantissa, measure.decimals));
    let mut factor = Number::whole(mantissa.checked_mul(scale)?);
    for _ in 0..decimals {
        factor = factor.over(Number::whole(10)).ok()?;
    }
    Some(factor)
}

/// Whether two units count the same thing, so that values convert by [`factor`].
///
/// 元 and 万元 do, 公顷 and 亩 do; 小时 and 工作日 do not, nor 人 and 户. 个 and 项 agree with any counted thing.
pub fn comparable(a: &Unit, b: &Unit) -> bool {
    if a.family != b.family {
        return false;
    }
    let ((head_a, parts_a), (head_b, parts_b)) = (head_and_parts(a), head_and_parts(b));
    let (base_a, base_b) = (base(head_a), base(head_b));
    let generic = |base: &str| a.family == UnitFamily::Count && matches!(base, "个" | "项");
    (base_a == base_b || generic(base_a) || generic(base_b)) && same_parts(parts_a, parts_b)
}

fn head_and_parts(unit: &Unit) -> (&str, &str) {
    unit.text.split_once('/').unwrap_or((&unit.text, ""))
}

/// 元/人·天 and 元/人/日 name the same parts; 元/斤 and 元/公斤 do not.
fn same_parts(a: &str, b: &str) -> bool {
    let parts = |text: &str| -> Vec<(String, i64, i64, u32)> {
        let parts: Vec<_> = text
            .split(['/', '·', '*', '、', '.', '×'])
            .map(|part| {
                let (scale, measure, _) = resolved(part);
                let (mantissa, decimals) = measure.map_or((1, 0), |measure| (measure.mantissa, measure.decimals));
                (base(part).to_owned(), scale, mantissa, decimals)
            })
            .collect();
        let order = order(parts.len(), &|a, b| parts.get(a).cmp(&parts.get(b)));
        arranged(parts, &order)
    };
    a == b || parts(a) == parts(b)
}

/// The size of the scale word, the measure where it is known, and the name without the scale word.
fn resolved(text: &str) -> (i64, Option<&'static Measure>, &str) {
    if let Some(measure) = measures::named(text) {
        return (1, Some(measure), text);
    }
    match scaled(text) {
        Some((scale, size, name)) => match measures::named(name) {
            Some(measure) => (size, Some(measure), name),
            // 万棒 is ten thousand 棒; 百货 is a word.
            None if scale.ends_with(['万', '亿']) && !name.is_empty() => (size, None, name),
            None => (1, None, text),
        },
        None => (1, None, text),
    }
}

/// The name of the base unit.
fn base(text: &str) -> &str {
    let (_, measure, name) = resolved(text);
    measure.map_or(name, |measure| measure.base)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn unit(text: &str) -> Option<(String, UnitFamily)> {
        read_unit(text).map(|unit| (unit.text, unit.family))
    }

    fn of(text: &str) -> Unit {
        read_unit(text).unwrap()
    }

    #[test]
    fn units_are_spelled_one_way() {
        for (typed, shown, family) in [
            ("％", "%", UnitFamily::Ratio),
            ("百分比", "%", UnitFamily::Ratio),
            ("%（百分比）", "%", UnitFamily::Ratio),
            ("（平方米）", "平方米", UnitFamily::Area),
            ("单位：万元", "万元", UnitFamily::Money),
            ("万", "万元", UnitFamily::Money),
            ("万美元", "万美元", UnitFamily::Money),
            ("人（次）", "人次", UnitFamily::Count),
            ("种次", "种次", UnitFamily::Count),
            ("万亩", "万亩", UnitFamily::Area),
            ("元/人·次", "元/人·次", UnitFamily::MoneyPer),
            ("元/生/年", "元/生/年", UnitFamily::MoneyPer),
            ("万/月", "万元/月", UnitFamily::MoneyPer),
            ("元每平方米", "元/平方米", UnitFamily::MoneyPer),
            ("次/年", "次/年", UnitFamily::Per),
            ("次/10万公顷", "次/10万公顷", UnitFamily::Per),
            ("台/套", "台/套", UnitFamily::Count),
            ("个百分点", "个百分点", UnitFamily::Ratio),
            ("个工作日", "工作日", UnitFamily::Time),
            ("棒", "棒", UnitFamily::Count),
            ("km", "km", UnitFamily::Length),
        ] {
            assert_eq!(unit(typed), Some((shown.to_owned(), family)), "{typed}");
        }
    }

    #[test]
    fn a_blank_a_dash_and_an_organisation_name_no_unit() {
        for text in ["", "-", "无", "()", "文字描述", "某县某某镇人民政府办公室", "12"] {
            assert_eq!(unit(text), None, "{text}");
        }
    }

    #[test]
    fn factors_bring_a_family_to_one_base() {
        for (unit, value) in [
            ("万元", "10000"),
            ("亿元", "100000000"),
            ("千元", "1000"),
            ("公里", "1000"),
            ("厘米", "0.01"),
            ("万人次", "10000"),
            ("斤", "0.5"),
            ("小时", "3600"),
            ("‰", "0.1"),
            ("万元/月", "10000"),
            ("棒", "1"),
        ] {
            assert_eq!(factor(&of(unit)).map(|factor| factor.to_string()).as_deref(), Some(value), "{unit}");
        }
    }

    #[test]
    fn fifteen_mu_are_one_hectare_exactly() {
        let mu = factor(&of("亩")).unwrap().times(Number::whole(15)).unwrap();
        assert_eq!(Some(mu), factor(&of("公顷")));
    }

    #[test]
    fn only_units_of_the_same_thing_are_comparable() {
        for (a, b) in
            [("元", "万元"), ("亩", "平方公里"), ("元/人·天", "元/人/日"), ("台", "个"), ("平米", "㎡"), ("小时", "天")]
        {
            assert!(comparable(&of(a), &of(b)), "{a} {b}");
        }
        for (a, b) in
            [("元", "万美元"), ("人", "户"), ("小时", "工作日"), ("%", "元"), ("元/斤", "元/公斤"), ("%", "个百分点")]
        {
            assert!(!comparable(&of(a), &of(b)), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC*") {
            if let Some(unit) = read_unit(&text) {
                prop_assert!(factor(&unit).is_some());
                prop_assert!(comparable(&unit, &unit));
            }
        }

        #[test]
        fn a_read_unit_is_read_again_as_itself(text in "[万千百亿个元人次/·每%()月天平方米亩公里工作日]{1,8}") {
            if let Some(unit) = read_unit(&text) {
                prop_assert_eq!(read_unit(&unit.text), Some(unit));
            }
        }
    }
}
