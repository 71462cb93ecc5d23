//! A figure in the goal, or in what is said of its result, that differs from the row about the same thing.

use jibiao_model::{CellId, PartialDate, Quantity};
use jibiao_reading::{Likeness, Name, Statement, factor, grain, same_kin, value};

use crate::{
    prelude::*,
    prose::{Prose, Tense, is_plain},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-number-contradicted"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW, SELF],
    needs: &[Need::Words("longer-spans"), Need::Words("contrasting-words")],
    messages: &[
        ("goal-number-contradicted", &["indicator", "cell", "said", "target"]),
        ("goal-number-contradicted-result", &["indicator", "cell", "said", "actual"]),
        ("goal-number-contradicted-perhaps", &["indicator", "cell", "said", "other"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear-goal = '年内新建村级公共浴室45座，改善人居环境。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        // The number before the thing, other words for sums of people, the unit in a column, another order of words.
        Example::finds(
            1,
            "[cells]\nyear-goal = '全年完成60名村医的规范化培训，改造城区背街小巷12条。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '城区背街小巷改造数量'\noperator = '≥'\ntarget = '15'\nunit = '条'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '完成老旧电梯更换48部。'\ngoal-result = '全县共完成老旧电梯更换119部，群众满意。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '老旧电梯更换部数'\ntarget = '48部'\nactual = '116部'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '完成县道46公里、乡道120公里日常养护。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '乡道养护里程'\ntarget = '=150公里'",
        ),
        // Names that only overlap, and nothing else does.
        Example::finds(
            1,
            "[cells]\nyear-goal = '对全县120个行政村开展人居环境整治，发放宣传资料5000份。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '开展人居环境整治村数'\ntarget = '≥110个'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '南街骑楼立柱喷涂1830平方米，南街骑楼门窗刷漆640平方米。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '南街骑楼立面改造'\ntarget = '≥9400平方米'",
        ),
        // The same number; the number of another span, thing or place; parts that are told one by one.
        Example::clean(
            "[cells]\nyear-goal = '年内新建村级公共浴室50座，改善人居环境。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '三年新建村级公共浴室90座，其中本年新建村级公共浴室50座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '“十四五”期间新建村级公共浴室90座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '年内拆除村级旧浴室45座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '城关镇新建村级公共浴室20座，河东镇新建村级公共浴室30座。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '新建村级公共浴室'\ntarget = '50座'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '完成老旧电梯更换116部，受助群众满意度达到95%以上。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '老旧电梯更换部数'\ntarget = '48部'\nactual = '116部'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度'\nlevel-3 = '受助群众满意度'\ntarget = '≥90%'\nactual = '97%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '上半年完成农村公路养护210公里。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '农村公路养护里程'\ntarget = '420公里'\nactual = '420公里'",
        ),
    ],
    check,
};

/// A figure of a text with the names of what it counts.
struct Said<'v> {
    prose: Prose<'v>,
    item: &'v Statement,
    /// In base units.
    value: Number,
    /// By the words before the number.
    name: Name<'v>,
    /// By these with the words after it.
    both: Option<Name<'static>>,
    result: bool,
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let whole = view.indicators().any(|indicator| indicator.horizon == Horizon::Whole);
    for horizon in [Horizon::Year, Horizon::Whole] {
        if horizon == Horizon::Whole && !whole {
            continue;
        }
        let said: Vec<Said<'_>> = view.prose().filter(|prose| speaks_of(prose, horizon)).flat_map(said).collect();
        if said.is_empty() {
            continue;
        }
        for indicator in view.indicators().filter(|indicator| indicator.horizon == horizon) {
            let mut names = Names { indicator, kept: None };
            let sides = [(false, row::target(indicator)), (true, row::actual(indicator))];
            for (result, quantity) in sides.into_iter().filter_map(|(result, quantity)| Some((result, quantity?))) {
                let found = differing(view, &said, &mut names, quantity, result);
                let Some((like, found)) = found.filter(|(_, found)| !is_another_row(view, indicator, found)) else {
                    continue;
                };
                // Names that only overlap tell something where no other row and no other figure overlaps as well.
                let perhaps = like == Likeness::Overlapping;
                if !perhaps || (is_sure_pair(view, indicator, found) && !contrasts(view, indicator, found)) {
                    report(view, sink, indicator, found, perhaps);
                }
            }
        }
    }
    Ok(())
}

/// Whether a text is about the indicators of the year, or of the whole period.
fn speaks_of(prose: &Prose<'_>, horizon: Horizon) -> bool {
    match (horizon, prose.cell.concept) {
        (Horizon::Whole, concept) => concept == Some(Concept::WholeGoal),
        (Horizon::Year, Some(concept)) => matches!(concept, Concept::YearGoal | Concept::GoalResult),
        (Horizon::Year, None) => prose.tense() != Tense::Open,
    }
}

fn said<'v>(prose: Prose<'v>) -> impl Iterator<Item = Said<'v>> {
    let plain = prose.stated.items.iter().filter(|item| item.unit.is_some() && is_plain(item));
    plain.filter_map(move |item| {
        let (name, tail) = (Name::of(prose.label(item)), prose.tail(item));
        let both = (!tail.trim().is_empty()).then(|| Name::of_both(name.as_str(), tail));
        let both = both.filter(|both| !both.as_str().is_empty());
        let result = prose.tense() == Tense::Result;
        Some(Said { prose, item, value: value(item)?, name, both, result })
    })
}

/// The figure that is said of a row's thing and is not the row's, where nothing said of it is.
fn differing<'s, 'v>(
    view: &View<'_>,
    said: &'s [Said<'v>],
    names: &mut Names<'_>,
    quantity: &Quantity,
    result: bool,
) -> Option<(Likeness, &'s Said<'v>)> {
    let mut best: Option<(Likeness, &'s Said<'v>)> = None;
    let mut several = false;
    for said in said.iter().filter(|said| said.result == result) {
        if !same_kin(said.item.unit.as_ref(), quantity.unit.as_ref()) {
            continue;
        }
        let Some(like) = alike(said, names.beside(quantity)) else { continue };
        if agrees(said, quantity, result)? {
            return None;
        }
        match best {
            Some((least, other)) if least >= like => {
                let parts = like == Likeness::Overlapping || other.value != said.value;
                several |= least == like && parts;
            }
            _ => (best, several) = (Some((like, said)), false),
        }
    }
    best.filter(|(_, found)| !several && !of_another_span(view, found))
}

/// The name of a row.
struct Named<'i> {
    name: Name<'i>,
    /// Without its last word, where the unit of its number says the same: 乡道120公里 and 乡道养护里程.
    short: Option<Name<'i>>,
}

impl<'i> Named<'i> {
    fn of(indicator: &'i Indicator<'_>, quantity: &Quantity) -> Self {
        let name = Name::of(row::bare(indicator.name));
        let words: &[&str] = match row::family(quantity) {
            Some(UnitFamily::Length) => &["里程", "长度", "总长", "公里数", "米数"],
            Some(UnitFamily::Area) => &["面积", "亩数"],
            Some(UnitFamily::Count) => &["规模", "页数", "期数", "场次", "批次", "台数", "座数", "名额"],
            Some(UnitFamily::Money) => &["金额", "总额"],
            _ => &[],
        };
        let short = words.iter().find_map(|word| name.without(word));
        Self { name, short }
    }
}

/// The name of a row as its numbers have it: target and result mostly are of one kind, and share it.
struct Names<'i> {
    indicator: &'i Indicator<'i>,
    kept: Option<(Option<UnitFamily>, Named<'i>)>,
}

impl<'i> Names<'i> {
    fn beside(&mut self, quantity: &Quantity) -> &Named<'i> {
        let family = row::family(quantity);
        let kept = self.kept.take().filter(|(of, _)| *of == family);
        &self.kept.insert(kept.unwrap_or_else(|| (family, Named::of(self.indicator, quantity)))).1
    }
}

/// How a figure is named like a row whose number is of the same kin.
fn alike(said: &Said<'_>, named: &Named<'_>) -> Option<Likeness> {
    let own = || [Some(&said.name), said.both.as_ref()].into_iter().flatten();
    let like = |name: &Name<'_>| own().filter_map(|own| own.likeness(name)).max();
    like(&named.name).or_else(|| like(named.short.as_ref()?))
}

/// Whether a figure says the same as a row, rounded; a bound holds for every result within it.
fn agrees(said: &Said<'_>, quantity: &Quantity, result: bool) -> Option<bool> {
    let (item, own) = (said.item, said.value);
    if item.number == quantity.number && item.unit == quantity.unit {
        return Some(true);
    }
    let other = match &quantity.unit {
        Some(unit) => quantity.number.times(factor(unit)?).ok()?,
        None => quantity.number,
    };
    let bounded = match item.operator.filter(|_| result) {
        Some(Operator::AtLeast | Operator::Above) => other >= own,
        Some(Operator::AtMost | Operator::Below) => other <= own,
        _ => false,
    };
    let grain = grain(item).filter(|_| item.decimals > 0 || item.approximate).unwrap_or(Number::ZERO);
    // A row may round as well: 147.28 in the text, 147.3 in the row.
    let rounded = item.number.rounded(quantity.number.decimals(), jibiao_model::Rounding::HalfUp) == quantity.number
        && item.unit == quantity.unit
        && !quantity.number.is_whole();
    Some(bounded || rounded || own.minus(other).ok()?.magnitude() <= grain)
}

/// Whether the words set the figure apart from the year of the form: 三年, 累计, 上半年, 2021年.
fn of_another_span(view: &View<'_>, said: &Said<'_>) -> bool {
    let text = said.prose.text.get(..said.item.span.start).unwrap_or_default();
    let sentence = text.rsplit(['。', '\n', '；', ';']).next().unwrap_or(text);
    if view.words("longer-spans").is_in(sentence) && !sentence.contains("年内") {
        return true;
    }
    let Some(time) = said.item.time else { return false };
    let year = |date: Option<PartialDate>| date.and_then(|date| date.year);
    let month = |date: Option<PartialDate>| date.and_then(|date| date.month);
    let other = match (view.reading.year.answered(), year(time.to).or(year(time.from))) {
        (Some(own), Some(named)) => *own != named,
        _ => false,
    };
    let part = time.from != time.to
        && time.from.is_some()
        && (month(time.from).is_some_and(|month| month != 1) || month(time.to).is_some_and(|month| month != 12));
    other || part
}

/// Whether the figure is that of another row whose name fits as well.
fn is_another_row(view: &View<'_>, own: &Indicator<'_>, said: &Said<'_>) -> bool {
    view.indicators().filter(|other| other.horizon == own.horizon && other.row != own.row).any(|other| {
        let quantity = if said.result { row::actual(other) } else { row::target(other) };
        quantity.is_some_and(|quantity| {
            same_kin(said.item.unit.as_ref(), quantity.unit.as_ref())
                && agrees(said, quantity, said.result) == Some(true)
                && alike(said, &Named::of(other, quantity)).is_some()
        })
    })
}

/// Whether a figure overlaps with one row only.
fn is_sure_pair(view: &View<'_>, own: &Indicator<'_>, said: &Said<'_>) -> bool {
    let others = view.indicators().filter(|other| other.horizon == own.horizon && other.row != own.row);
    let mut close = others.filter(|other| {
        let quantity = if said.result { row::actual(other) } else { row::target(other) };
        quantity.is_some_and(|quantity| {
            same_kin(said.item.unit.as_ref(), quantity.unit.as_ref())
                && alike(said, &Named::of(other, quantity)).is_some()
        })
    });
    close.next().is_none() && !said.item.follows
}

/// Whether a word that tells things apart stands in one name only.
fn contrasts(view: &View<'_>, indicator: &Indicator<'_>, said: &Said<'_>) -> bool {
    let words = said.both.as_ref().unwrap_or(&said.name).as_str();
    view.words("contrasting-words").iter().any(|word| words.contains(word) != indicator.name.contains(word))
}

fn report(view: &View<'_>, sink: &mut Sink<'_>, indicator: &Indicator<'_>, said: &Said<'_>, perhaps: bool) {
    let cell: CellId = said.prose.cell.id.clone();
    let tail = said.prose.text.get(said.item.tail.clone()).unwrap_or_default().trim_end();
    let quote = format!("{}{tail}", said.prose.quote(said.item));
    let (key, column, named) = if perhaps {
        let column = if said.result { Concept::Actual } else { Concept::Target };
        let text = if said.result {
            Arg::Text(indicator.actual_text.trim().to_owned())
        } else {
            row::target_said(view, indicator)
        };
        let Arg::Text(text) = text else { return };
        ("goal-number-contradicted-perhaps", column, ("other", text))
    } else if said.result {
        ("goal-number-contradicted-result", Concept::Actual, ("actual", indicator.actual_text.trim().to_owned()))
    } else {
        let Arg::Text(target) = row::target_said(view, indicator) else { return };
        ("goal-number-contradicted", Concept::Target, ("target", target))
    };
    let args = [
        ("indicator", view.name(indicator)),
        ("cell", Arg::Cell(cell)),
        ("said", Arg::Text(quote)),
        (named.0, Arg::Text(named.1)),
    ];
    sink.report(view.at_row_cell(indicator, column), key, args);
}
