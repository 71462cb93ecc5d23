//! Figures in a text whose parts do not add up to the whole that the text gives.

use jibiao_model::{CellId, Operator, Place};
use jibiao_reading::{Account, Aspect, Listing, ListingForm, Statement, Statements, Sum, same_kin, statements, value};

use crate::{
    prelude::*,
    prose::{in_unit_of, is_plain, quote, said, terms, within},
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("prose-sum-off"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW, SELF],
    needs: &[Need::Words("overlapping-groups"), Need::Number("fund-sum-tolerance")],
    messages: &[
        ("prose-sum-off", &["cell", "quote", "terms", "sum"]),
        ("prose-sum-off-close", &["cell", "quote", "terms", "sum"]),
        ("prose-sum-off-account", &["cell", "quote", "terms", "sum"]),
        ("prose-sum-off-near", &["cell", "quote", "terms", "sum"]),
    ],
    examples: examples![
        // Parts below the whole by one digit; parts above it, in a bracket within a part.
        Example::finds(
            1,
            "[cells]\nyear-goal = '新建厂房面积约为10702平方米，其中一号车间6427平方米，二号车间4185平方米，年底前竣工。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '新建市场10612平方米，其中一层6427平方米（其中摊位6372平方米，通道115平方米），二层4185平方米。'",
        ),
        // A whole that is announced after its parts; parts under other measure words; a sum of the year's changes.
        Example::finds(1, "[cells]\nyear-goal = '补助城关镇12.5万元、河东镇8万元、河西镇6万元，合计27.5万元。'"),
        Example::finds(
            1,
            "[cells]\nyear-goal = '共购置设备11776台（套），其中：水表9873台；集中器412套；显示终端1236块，表箱289个。'",
        ),
        Example::finds(1, "[cells]\nyear-goal = '全年实施项目共15个，年初批复8个项目，年中增加8个项目。'"),
        Example::finds(1, "[cells]\nyear-goal = '到位资金120万元，支出95.5万元，结余资金34.5万元。'"),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '培训期数'\ntarget = '共培训10期，分别为春季4期、秋季5期'",
        ),
        // Nobody says that these are parts, but they nearly come to the whole.
        Example::finds(1, "[cells]\nyear-goal = '惠及种植户671户，新投保126户471.8万元，续保542户2715.6万元。'"),
        // Sums that hold, also across levels, rounded, or with what the sentence goes on to say.
        Example::clean(
            "[cells]\nyear-goal = '新建市场约10612平方米，其中一层6427平方米（其中摊位6312平方米，通道115平方米），二层4185平方米。'",
        ),
        Example::clean("[cells]\nyear-goal = '三类补助共100万元，其中高龄33.33万元，孤儿33.33万元，低保33.33万元。'"),
        Example::clean(
            "[cells]\nyear-goal = '总投资1030.65万元，其中统筹资金958.46万元，收回重新分配72.19万元，实际使用981.27万元，结余49.38万元。'",
        ),
        // Some of the parts only; groups that overlap; a share; figures that belong to something else.
        Example::clean("[cells]\nyear-goal = '维修农村公路120公里，其中县道35公里，乡道40公里。'"),
        Example::clean("[cells]\nyear-goal = '培训村干部35人，其中党员20人，女性18人。'"),
        Example::clean("[cells]\nyear-goal = '总投资500万元，其中设备300万元，占60%，每户补助2万元，惠及150户。'"),
        Example::clean("[cells]\nyear-goal = '新建机耕道3公里，维修渠道2公里，全县累计建成高标准农田共8万亩。'"),
        Example::clean("[cells]\nyear-goal = '在岗人员164人，护理人员142人、管理人员3人，后勤人员19人。'"),
        Example::clean("[cells]\nyear-goal = '新建公路719公里，大修108公里，中修300公里，列养1860公里。'"),
        Example::clean("[cells]\nyear-goal = '年初计划培训100人，新增20人，实际共培训130人。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for prose in view.prose() {
        let place = || (prose.place(view), prose.cell.id.clone());
        report(view, sink, prose.text, prose.stated, &place)?;
    }
    view.each(sink, |indicator, sink| {
        if indicator.horizon != Horizon::Year {
            return Ok(());
        }
        for concept in [Concept::Target, Concept::Actual, Concept::Reason, Concept::Note] {
            let text = view.row_text(indicator, concept).unwrap_or("");
            if !announces(text) {
                continue;
            }
            let place = || {
                let place = view.at_row_cell(indicator, concept);
                let cell = place.cell.clone().unwrap_or_else(|| CellId::new(concept.to_string()));
                (place, cell)
            };
            report(view, sink, text, &statements(text), &place)?;
        }
        Ok(())
    })
}

/// Whether a cell of a row is prose that may list parts.
fn announces(text: &str) -> bool {
    /// In bytes: less holds no whole with two parts.
    const SHORTEST: usize = 30;
    text.len() >= SHORTEST
        && ["其中", "分别", "共", "计", "结余", "（", "(", "：", ":"].iter().any(|word| text.contains(word))
}

fn report(
    view: &View<'_>,
    sink: &mut Sink<'_>,
    text: &str,
    stated: &Statements,
    place: &dyn Fn() -> (Place, CellId),
) -> Result<(), Halt> {
    let tolerance = view.number("fund-sum-tolerance")?;
    let item = |index: usize| stated.items.get(index);
    let mut wholes: Vec<usize> = Vec::new();
    for listing in &stated.listings {
        let Some(whole) = item(listing.whole).filter(|_| !wholes.contains(&listing.whole)) else { continue };
        let Some(sum) = stated.sum_off(listing).filter(|sum| tells(view, text, stated, listing, *sum)) else {
            continue;
        };
        wholes.push(listing.whole);
        let from_back = matches!(listing.form, ListingForm::Summed | ListingForm::Together);
        let skipped = if from_back { listing.parts.len().saturating_sub(sum.count) } else { 0 };
        let parts = listing.parts.iter().skip(skipped).take(sum.count).filter_map(|index| item(*index));
        let (at, cell) = place();
        let args = [
            ("cell", Arg::Cell(cell)),
            ("quote", Arg::Text(quote(text, whole).to_owned())),
            ("terms", Arg::Text(terms(parts.map(|part| (part, false)), whole))),
            ("sum", Arg::Text(said(sum.parts, whole))),
        ];
        let gap = sum.parts.minus(sum.whole)?.magnitude();
        let close = whole.decimals > 0 && in_unit_of(gap, whole).is_some_and(|gap| gap <= tolerance);
        sink.report(at, if close { "prose-sum-off-close" } else { "prose-sum-off" }, args);
    }
    for index in 0..stated.items.len() {
        near(sink, text, stated, index, place);
    }
    for account in stated.accounts_off(text) {
        account_off(sink, text, stated, &account, place);
    }
    Ok(())
}

/// A figure that the figures after it in the sentence nearly come to, though nobody says that they are its parts.
fn near(
    sink: &mut Sink<'_>,
    text: &str,
    stated: &Statements,
    index: usize,
    place: &dyn Fn() -> (Place, CellId),
) -> Option<()> {
    use Aspect::{Budget, Granted, Left, Planned, Received, Spent};
    const MOST: usize = 6;
    let least = Number::HUNDRED;
    let whole = stated.items.get(index).filter(|whole| whole.number >= least && !whole.follows)?;
    let family = whole.unit.as_ref()?.family;
    let plain = |item: &Statement| {
        is_plain(item)
            && item.operator.is_none()
            && !item.approximate
            && !item.aspects.any(&[Budget, Granted, Left, Planned, Received, Spent])
    };
    let listed = |listing: &Listing| listing.whole == index || listing.parts.contains(&index);
    if family != UnitFamily::Count || !plain(whole) || stated.listings.iter().any(listed) {
        return None;
    }
    let after = stated.items.iter().skip(index.saturating_add(1)).take(MOST.saturating_mul(2));
    let after = after.take_while(|item| item.sentence == whole.sentence);
    let parts: Vec<&Statement> = after
        .filter(|item| item.depth == whole.depth && same_kin(item.unit.as_ref(), whole.unit.as_ref()))
        .take(MOST)
        .collect();
    let total = value(whole)?;
    let mut sum = Number::ZERO;
    for (count, part) in parts.iter().enumerate() {
        if !plain(part) {
            return None;
        }
        sum = sum.plus(value(part)?).ok()?;
        let gap = sum.minus(total).ok()?;
        if gap.is_zero() {
            return None;
        }
        if count >= 1 && count.saturating_add(1) == parts.len() && within(gap, total, 1) {
            let (at, cell) = place();
            let args = [
                ("cell", Arg::Cell(cell)),
                ("quote", Arg::Text(quote(text, whole).to_owned())),
                ("terms", Arg::Text(terms(parts.iter().map(|part| (*part, false)), whole))),
                ("sum", Arg::Text(said(sum, whole))),
            ];
            sink.report(at, "prose-sum-off-near", args);
        }
    }
    None
}

fn account_off(
    sink: &mut Sink<'_>,
    text: &str,
    stated: &Statements,
    account: &Account,
    place: &dyn Fn() -> (Place, CellId),
) {
    let Some(outcome) = stated.items.get(account.outcome) else { return };
    let parts = account.terms.iter().filter_map(|(index, minus)| Some((stated.items.get(*index)?, *minus)));
    let (at, cell) = place();
    let args = [
        ("cell", Arg::Cell(cell)),
        ("quote", Arg::Text(quote(text, outcome).to_owned())),
        ("terms", Arg::Text(terms(parts, outcome))),
        ("sum", Arg::Text(said(account.result, outcome))),
    ];
    sink.report(at, "prose-sum-off-account", args);
}

/// Whether a sum that differs is a slip, and not an enumeration that was never meant to be whole.
fn tells(view: &View<'_>, text: &str, stated: &Statements, listing: &Listing, sum: Sum) -> bool {
    let parts: Vec<&Statement> = listing.parts.iter().filter_map(|index| stated.items.get(*index)).collect();
    let Some(whole) = stated.items.get(listing.whole) else { return false };
    let Ok(gap) = sum.parts.minus(sum.whole) else { return false };
    let bounded = match whole.operator {
        Some(Operator::AtLeast | Operator::Above) => !gap.is_negative(),
        Some(Operator::AtMost | Operator::Below) => gap.is_negative(),
        _ => false,
    };
    if bounded || sum.count < 2 {
        return false;
    }
    let all = sum.count == parts.len();
    // What was planned does not add up to what was done.
    let planned = |part: &&Statement| part.aspects.has(Aspect::Planned) && !whole.aspects.has(Aspect::Planned);
    match listing.form {
        ListingForm::Divided => within(gap, sum.whole, 50),
        ListingForm::Summed => !parts.iter().any(planned) && within(gap, sum.whole, 30),
        // 共 may begin something new: only where the parts are alike and come near.
        ListingForm::Together => {
            let role = parts.first().map(|first| first.aspects.role());
            let alike = parts.iter().all(|part| Some(part.aspects.role()) == role);
            alike && !parts.iter().any(planned) && within(gap, sum.whole, 10)
        }
        ListingForm::Among if gap.is_negative() => {
            let whole_set = (parts.len() == 2 && complements(text, &parts)) || is_year(text, whole, &parts);
            (whole_set && within(gap, sum.whole, 20)) || (within(gap, sum.whole, 2) && is_slip(sum, whole))
        }
        ListingForm::Among => all && within(gap, sum.whole, 50) && !overlap(view, text, &parts),
    }
}

/// Whether the parts are groups of people that one person may belong to at once.
fn overlap(view: &View<'_>, text: &str, parts: &[&Statement]) -> bool {
    let groups = view.words("overlapping-groups");
    let people = |part: &&Statement| {
        part.unit
            .as_ref()
            .is_some_and(|unit| matches!(unit.text.as_str(), "人" | "名" | "位" | "户" | "人次" | "万人" | "万户"))
    };
    let named = |part: &&Statement| {
        let words = text.get(part.label.start.min(part.span.start)..part.tail.end.max(part.span.end));
        words.is_some_and(|words| groups.is_in(words))
    };
    parts.iter().any(people) && parts.iter().any(named)
}

/// Two parts that have nothing beside them.
fn complements(text: &str, parts: &[&Statement]) -> bool {
    const PAIRS: &[(&str, &str)] = &[
        ("地上", "地下"),
        ("男", "女"),
        ("中央", "地方"),
        ("财政", "自筹"),
        ("基本支出", "项目支出"),
        ("城市", "农村"),
        ("城镇", "农村"),
        ("新建", "改"),
        ("常住", "流动"),
        ("不", ""),
        ("非", ""),
    ];
    let [first, second] = parts else { return false };
    let label = |part: &Statement| text.get(part.label.clone()).unwrap_or_default();
    let (a, b) = (label(first), label(second));
    PAIRS.iter().any(|(one, other)| match *other {
        // 计容面积, 不计容面积
        "" => b.strip_prefix(one).is_some_and(|rest| !rest.is_empty() && a.ends_with(rest)),
        other => (a.contains(one) && b.contains(other)) || (a.contains(other) && b.contains(one)),
    })
}

/// Whether the parts are the four quarters of a year.
fn is_year(text: &str, whole: &Statement, parts: &[&Statement]) -> bool {
    let end = parts.last().map_or(0, |last| last.span.start);
    let words = text.get(whole.span.end..end).unwrap_or_default();
    parts.len() == 4 && ["一季度", "二季度", "三季度", "四季度"].iter().all(|quarter| words.contains(quarter))
}

/// Whether the sum differs from a whole of four digits or more in one digit only, carried or not: 10612 and 10702.
fn is_slip(sum: Sum, whole: &Statement) -> bool {
    const FEWEST: usize = 4;
    let digits = |base: Number| {
        let number = in_unit_of(base, whole).unwrap_or(base);
        let text: String = number.magnitude().to_string().chars().filter(char::is_ascii_digit).collect();
        text.trim_matches('0').len()
    };
    sum.parts.minus(sum.whole).is_ok_and(|gap| digits(gap) == 1) && digits(sum.whole) >= FEWEST
}
