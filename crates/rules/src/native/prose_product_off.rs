//! An amount in a text that is not the number of recipients times the standard for one, and an area that is not
//! length times width.

use jibiao_model::Unit;
use jibiao_reading::{Aspect, Statement, factor, grain, read_unit, same_kin, value};

use crate::{
    prelude::*,
    prose::{Prose, is_plain, said, shares_words, within},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("prose-product-off"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW, SELF],
    needs: &[],
    messages: &[
        ("prose-product-off", &["cell", "standard", "count", "amount", "product"]),
        ("prose-product-off-area", &["cell", "length", "width", "area", "product"]),
    ],
    examples: examples![
        // The standard stands in another cell; in the same sentence; as a mean.
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '补贴标准为每户每年1万元助耕金。'\nyear-goal = '本年符合条件46户，发放助耕金41万元。'",
        ),
        Example::finds(1, "[cells]\nyear-goal = '为1184名学生发放补助，每人每年1500元，共发放补助187.6万元。'"),
        Example::finds(1, "[cells]\nyear-goal = '完成农村户厕改造3200户，户均补助1000元，共补助230万元。'"),
        Example::finds(1, "[cells]\nyear-goal = '硬化村内道路总长2000米，宽4米，面积80000平方米。'"),
        Example::finds(1, "[cells]\nyear-goal = '为护理员每人每月补助500元，共120人，每月发放补助8万元。'"),
        Example::clean("[cells]\nyear-goal = '为护理员每人每月补助500元，共120人，每月发放补助6万元。'"),
        // It comes out: for one year, for each of twelve months, rounded.
        Example::clean("[cells]\nyear-goal = '为1184名学生发放补助，每人每年1500元，共发放补助177.6万元。'"),
        Example::clean("[cells]\nyear-goal = '聘用护林员286人，每人每月补助1000元，全年补助343.2万元。'"),
        Example::clean("[cells]\nyear-goal = '硬化村内道路总长2000米，宽4米，面积8000平方米；垫土厚20厘米。'"),
        // A ceiling is no standard; two standards; money for something else.
        Example::clean("[cells]\nyear-goal = '补贴农户46户，每户不超过1万元，发放助耕金41万元。'"),
        Example::clean("[cells]\nyear-goal = '资助学生46人，本科生每人1万元，专科生每人8000元，发放助学金41万元。'"),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '补贴标准为每户每年1万元助耕金。'\nyear-goal = '培训农机手46人，支付培训场地租金9万元。'",
        ),
    ],
    check,
};

/// What one recipient gets.
struct Standard<'v> {
    prose: Prose<'v>,
    item: &'v Statement,
    /// 人 of 元/人.
    per: Unit,
    /// In 元.
    amount: Number,
    /// A mean, which is rounded itself.
    mean: bool,
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let mut standards: Vec<Standard<'_>> = Vec::new();
    for prose in view.prose() {
        area(view, sink, prose);
        standards.extend(prose.stated.items.iter().filter_map(|item| standard(prose, item)));
    }
    if standards.is_empty() {
        return Ok(());
    }
    for prose in view.prose() {
        for (index, amount) in prose.stated.items.iter().enumerate() {
            let money = amount.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Money);
            if money && (is_sure(amount) || is_of_a_span(prose, amount)) {
                payment(view, sink, &standards, prose, index);
            }
        }
    }
    Ok(())
}

fn is_sure(item: &Statement) -> bool {
    item.operator.is_none() && !item.approximate && is_plain(item)
}

/// `每月发放4万元`: each of a span of time, which is what all get in it. `每人每月` is what one gets.
fn is_of_a_span(prose: Prose<'_>, item: &Statement) -> bool {
    use Aspect::{Bound, Change, Cumulative, Earlier, Points, Share};
    let label = prose.label(item);
    let span = ["每月", "每年", "每季度", "每季", "每学期", "每学年", "每天", "每日"]
        .iter()
        .any(|span| label.starts_with(span));
    span && label.matches('每').count() == 1
        && !label.contains('均')
        && item.operator.is_none()
        && !item.approximate
        && !item.aspects.any(&[Share, Change, Points, Bound, Cumulative, Earlier])
}

/// `每人每年1500元`, `户均补助1000元`.
fn standard<'v>(prose: Prose<'v>, item: &'v Statement) -> Option<Standard<'v>> {
    const MEANS: &[(&str, &str)] = &[("户均", "户"), ("人均", "人"), ("亩均", "亩")];
    let unit = item.unit.as_ref()?;
    let bound = item.operator.is_some() || item.approximate || item.aspects.has(Aspect::Bound);
    let (money, per, mean) = match unit.family {
        UnitFamily::MoneyPer => {
            let (money, parts) = unit.text.split_once('/')?;
            // 元/人·天: for how many days nobody says.
            let mut parts = parts.split(['/', '·', '*']);
            let per = parts.next()?;
            if parts.any(|part| matches!(part, "天" | "日" | "次" | "小时" | "课时")) {
                return None;
            }
            (read_unit(money)?, read_unit(per)?, false)
        }
        UnitFamily::Money => {
            let (_, per) = MEANS.iter().find(|(word, _)| prose.label(item).contains(word))?;
            (unit.clone(), read_unit(per)?, true)
        }
        _ => return None,
    };
    let counts = matches!(per.family, UnitFamily::Count | UnitFamily::Area | UnitFamily::Length);
    let amount = item.number.times(factor(&money)?).ok()?;
    (!bound && counts && !amount.is_zero()).then_some(Standard { prose, item, per, amount, mean })
}

/// An amount with the number of recipients in the sentence before it, held against the standard.
fn payment(
    view: &View<'_>,
    sink: &mut Sink<'_>,
    standards: &[Standard<'_>],
    prose: Prose<'_>,
    index: usize,
) -> Option<()> {
    let items = &prose.stated.items;
    let amount = items.get(index)?;
    let own = |item: &&Statement| item.sentence == amount.sentence;
    let here = |standard: &&Standard<'_>| standard.prose.cell.id == prose.cell.id && own(&standard.item);
    let mut near = standards.iter().filter(here);
    let standard = match near.next() {
        Some(standard) => Some(standard).filter(|_| near.next().is_none())?,
        // One standard in the whole document, for money of the same name.
        None => standards.first().filter(|standard| {
            standards.len() == 1 && !standard.mean && names(prose, amount, standard.prose, standard.item)
        })?,
    };
    let mut counts =
        items.get(..index)?.iter().filter(own).filter(|item| {
            is_sure(item) && item.depth == amount.depth && is_recipient(item.unit.as_ref(), &standard.per)
        });
    let count = counts.next()?;
    let mut amounts = items.iter().filter(own).filter(|item| {
        item.unit.as_ref().is_some_and(|unit| unit.family == UnitFamily::Money)
            && *item != standard.item
            && item.depth == 0
    });
    // With several numbers of recipients or several amounts, nobody knows which belong together.
    if counts.next().is_some() || amounts.next() != Some(amount) || amounts.next().is_some() {
        return None;
    }
    let number = value(count)?.over(factor(&standard.per)?).ok()?;
    let product = standard.amount.times(number).ok()?;
    let paid = value(amount)?;
    let mut latitude = grain(amount)?;
    if standard.mean {
        latitude = latitude.plus(grain(standard.item)?.times(number).ok()?).ok()?;
    }
    let meets = |times: i64| {
        let gap = product.times(Number::whole(times)).and_then(|product| product.minus(paid));
        gap.is_ok_and(|gap| gap.magnitude() < latitude)
    };
    if (1..=12).any(meets) || within(product.minus(paid).ok()?, paid, 1) {
        return None;
    }
    let args = [
        ("cell", Arg::Cell(prose.cell.id.clone())),
        ("standard", Arg::Text(standard.prose.figure(standard.item).to_owned())),
        ("count", Arg::Text(prose.figure(count).to_owned())),
        ("amount", Arg::Text(prose.quote(amount).to_owned())),
        ("product", Arg::Text(said(product, amount))),
    ];
    sink.report(prose.place(view), "prose-product-off", args);
    Some(())
}

/// Whether a number counts those for whom the standard is: 人次 counts persons as well.
fn is_recipient(unit: Option<&Unit>, per: &Unit) -> bool {
    let person = |unit: &Unit| matches!(unit.text.as_str(), "人" | "名" | "位" | "人次" | "生");
    same_kin(unit, Some(per)) || unit.is_some_and(|unit| person(unit) && person(per))
}

/// Whether the words around an amount and around a standard share a name.
fn names(prose: Prose<'_>, amount: &Statement, other: Prose<'_>, standard: &Statement) -> bool {
    let said = [prose.label(amount), prose.tail(amount)];
    let named = [other.label(standard), other.tail(standard)];
    said.iter().any(|said| named.iter().any(|named| shares_words(row::bare(said), row::bare(named), 2)))
}

/// `长2000米,宽4米,面积8000平方米` in one sentence, each once.
fn area(view: &View<'_>, sink: &mut Sink<'_>, prose: Prose<'_>) -> Option<()> {
    let items = &prose.stated.items;
    let family = |item: &Statement| item.unit.as_ref().map(|unit| unit.family);
    let named = |item: &Statement, words: &[&str]| {
        let label = prose.label(item).trim_end_matches(['为', '约', '达', '共', '是']);
        words.iter().any(|word| label.ends_with(word))
    };
    for width in
        items.iter().filter(|item| family(item) == Some(UnitFamily::Length) && named(item, &["宽", "宽度", "路面宽"]))
    {
        let own = items.iter().filter(|item| item.sentence == width.sentence && item.depth == width.depth);
        let find = |kind, words: &[&str]| {
            let mut found =
                own.clone().filter(|item| family(item) == Some(kind) && named(item, words) && is_sure(item));
            let first = found.next()?;
            found.next().is_none().then_some(first)
        };
        let length = find(UnitFamily::Length, &["长", "长度", "全长", "总长", "里程"]);
        let area = find(UnitFamily::Area, &["面积", "占地"]);
        let widths = own.clone().filter(|item| named(item, &["宽", "宽度"])).count();
        let (Some(length), Some(area), 1, true) = (length, area, widths, is_sure(width)) else { continue };
        // Of lengths in metres the product is in square metres; areas count in thirds of one.
        let product = value(length)?.times(value(width)?).ok()?.times(Number::whole(3)).ok()?;
        if within(product.minus(value(area)?).ok()?, product, 2) {
            continue;
        }
        let args = [
            ("cell", Arg::Cell(prose.cell.id.clone())),
            ("length", Arg::Text(prose.figure(length).to_owned())),
            ("width", Arg::Text(prose.figure(width).to_owned())),
            ("area", Arg::Text(prose.quote(area).to_owned())),
            ("product", Arg::Text(said(product, area))),
        ];
        sink.report(prose.place(view), "prose-product-off-area", args);
    }
    Some(())
}
