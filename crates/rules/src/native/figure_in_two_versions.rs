//! Two figures for one thing in two places of the document, so near to each other that one is a slip.

use jibiao_model::{TimeSpan, Unit, order::order};
use jibiao_reading::{Aspects, Likeness, Name, core, factor, same_kin, value};

use crate::{
    prelude::*,
    prose::{Prose, Tense, is_plain, shares_words, within},
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("figure-in-two-versions"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW, SELF],
    needs: &[Need::Words("contrasting-words"), Need::Words("light-verbs"), Need::Words("wide-nouns")],
    messages: &[
        ("figure-in-two-versions", &["cell", "said", "where", "other"]),
        ("figure-in-two-versions-row", &["cell", "said", "indicator", "other"]),
        ("figure-in-two-versions-rows", &["indicator", "said", "first", "other"]),
        ("figure-in-two-versions-persons", &["indicator", "said", "first", "other"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '全县灌溉面积42.36万亩。'\nnecessity = '灌溉覆盖面积为42.31万亩，与需求有差距。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '规划建筑面积24867平方米。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '建筑面积'\ntarget = '24687平方米'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '配备水库巡查员'\ntarget = '84名'\nactual = '84名'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '落实水库巡查员'\ntarget = '88人'\nactual = '88人'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '困难群众临时救助人次数'\ntarget = '59人次'\nactual = '87人次'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '受益困难群众人数'\ntarget = '80人'\nactual = '87人'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\noverview = '全县纸质档案扫描著录共80万页。'\nnecessity = '纸质档案扫描著录81万页，原件不再外借。'",
        ),
        // The same figure, rounded; another thing, another part, another year, a plan beside its result.
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '全县灌溉面积42.36万亩。'\nnecessity = '灌溉覆盖面积为42万亩，与需求有差距。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '建筑面积5600平方米。'\nnecessity = '占地面积5620平方米，可以满足需要。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '新建公路里程35.6公里。'\nnecessity = '改建公路里程35.5公里，通行能力不足。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\noverview = '2022年灌溉面积42.36万亩。'\nnecessity = '2023年灌溉面积42.31万亩。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '计划造林面积1250亩。'\ngoal-result = '造林面积1255亩，全部验收。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '造林面积'\ntarget = '1250亩'\nactual = '1255亩'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '县级公路养护里程'\ntarget = '500公里'\nactual = '500公里'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '乡级公路养护里程'\ntarget = '510公里'\nactual = '510公里'",
        ),
    ],
    check,
};

/// A figure with the name of what it counts and the place where it stands.
struct Figure<'v> {
    /// In base units.
    value: Number,
    /// Digits after the decimal point.
    decimals: u32,
    unit: &'v Unit,
    /// The words that name it: few figures come so near to each other that these matter.
    words: &'v str,
    /// Planned, done, or either.
    tense: Tense,
    aspects: Aspects,
    time: Option<TimeSpan>,
    at: At<'v>,
}

impl<'v> Figure<'v> {
    fn name(&self) -> &'v str {
        core(self.words)
    }

    fn likeness(&self, other: &Figure<'_>) -> Option<Likeness> {
        Name::of(self.words).likeness(&Name::of(other.words))
    }
}

enum At<'v> {
    Text(Prose<'v>, usize),
    Row(&'v Indicator<'v>, Concept),
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let mut figures: Vec<Figure<'_>> = view.prose().flat_map(of_text).collect();
    let texts = !figures.is_empty();
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        figures.extend(of_row(indicator, Concept::Target));
        figures.extend(of_row(indicator, Concept::Actual));
    }
    let by_value = order(figures.len(), &|a, b| {
        figures.get(a).map(|figure| figure.value).cmp(&figures.get(b).map(|figure| figure.value))
    });
    let figures: Vec<&Figure<'_>> = by_value.iter().filter_map(|at| figures.get(*at)).collect();
    if texts {
        near(view, sink, &figures);
    }
    rows(view, sink, &figures);
    Ok(())
}

/// Fewer digits than this agree or nearly agree by chance.
const FEWEST_DIGITS: usize = 3;

/// So near to each other are figures of fewer digits that have one name.
const FEW_PERCENT: i64 = 3;

/// How many neighbours in size a figure is held against.
const NEIGHBOURS: usize = 12;

fn of_text(prose: Prose<'_>) -> impl Iterator<Item = Figure<'_>> {
    prose.stated.items.iter().enumerate().filter_map(move |(index, item)| {
        let plain = item.operator.is_none() && !item.follows && is_plain(item);
        if !plain {
            return None;
        }
        Some(Figure {
            value: value(item)?,
            decimals: item.decimals,
            unit: item.unit.as_ref()?,
            words: prose.label(item),
            tense: prose.tense(),
            aspects: item.aspects.role(),
            time: item.time,
            at: At::Text(prose, index),
        })
    })
}

fn of_row<'v>(indicator: &'v Indicator<'v>, concept: Concept) -> Option<Figure<'v>> {
    let actual = concept == Concept::Actual;
    let quantity = if actual { row::actual(indicator)? } else { row::target(indicator)? };
    let unit = quantity.unit.as_ref()?;
    Some(Figure {
        value: quantity.number.times(factor(unit)?).ok()?,
        decimals: quantity.number.decimals(),
        unit,
        words: row::bare(indicator.name),
        tense: if actual { Tense::Result } else { Tense::Plan },
        aspects: Aspects::default(),
        time: None,
        at: At::Row(indicator, concept),
    })
}

/// How many digits a figure states, without zeros before and after them.
fn digits(figure: &str) -> usize {
    let stated = |c: char| c.is_ascii_digit() && c != '0';
    let (Some(first), Some(last)) = (figure.find(stated), figure.rfind(stated)) else { return 0 };
    figure.get(first..=last).map_or(0, |run| run.bytes().filter(u8::is_ascii_digit).count())
}

fn stated_digits(figure: &Figure<'_>) -> usize {
    match &figure.at {
        At::Text(prose, item) => prose.stated.items.get(*item).map_or(0, |item| digits(prose.figure(item))),
        At::Row(indicator, concept) => {
            let text = if *concept == Concept::Actual { indicator.actual_text } else { indicator.target_text };
            digits(text)
        }
    }
}

/// The size of the last digit that a figure states, in base units.
fn grain(figure: &Figure<'_>) -> Option<Number> {
    let mut grain = factor(figure.unit)?;
    for _ in 0..figure.decimals.min(12) {
        grain = grain.over(Number::whole(10)).ok()?;
    }
    Some(grain)
}

/// Figures of texts that nearly are another figure for the same thing.
fn near(view: &View<'_>, sink: &mut Sink<'_>, figures: &[&Figure<'_>]) {
    let mut told: Vec<usize> = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        let At::Text(prose, item) = &figure.at else { continue };
        // In the order of size, so that the first one too far away is the last one asked.
        let Ok(reach) = figure.value.over(Number::whole(50)) else { continue };
        let is_near = |(_, other): &(usize, &&Figure<'_>)| {
            other.value.minus(figure.value).is_ok_and(|gap| gap.magnitude() <= reach.magnitude())
        };
        let around = || {
            let after = figures.iter().enumerate().skip(index.saturating_add(1)).take(NEIGHBOURS).take_while(is_near);
            let before = figures.iter().enumerate().take(index).rev().take(NEIGHBOURS).take_while(is_near);
            after.chain(before)
        };
        // A figure that stands in two places is nobody's slip.
        let confirmed = |(_, other): (usize, &&Figure<'_>)| {
            other.value == figure.value && head(other.name()) == head(figure.name()) && kin(other, figure)
        };
        if told.contains(&index) || around().any(confirmed) {
            continue;
        }
        let Some((at, other)) = around().find(|(_, other)| is_slip(view, figure, other)) else { continue };
        told.push(at);
        let Some(own) = prose.stated.items.get(*item) else { continue };
        let (cell, said) = (Arg::Cell(prose.cell.id.clone()), Arg::Text(prose.quote(own).to_owned()));
        match &other.at {
            At::Text(prose_of_other, at) => {
                let Some(item) = prose_of_other.stated.items.get(*at) else { continue };
                let there = Arg::Cell(prose_of_other.cell.id.clone());
                let quote = Arg::Text(prose_of_other.quote(item).to_owned());
                let args = [("cell", cell), ("said", said), ("where", there), ("other", quote)];
                sink.report(prose.place(view), "figure-in-two-versions", args);
            }
            At::Row(indicator, concept) => {
                let quote = Arg::Text(text_of(view, indicator, *concept));
                let args = [("cell", cell), ("said", said), ("indicator", view.name(indicator)), ("other", quote)];
                sink.report(prose.place(view), "figure-in-two-versions-row", args);
            }
        }
    }
}

fn kin(a: &Figure<'_>, b: &Figure<'_>) -> bool {
    same_kin(Some(a.unit), Some(b.unit))
}

/// The last two characters of a name: what kind of thing it is.
fn head(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().nth(1)?;
    name.get(at..)
}

/// Whether two figures differ by a slip: nearly equal, for one thing, in one role, about one time.
fn is_slip(view: &View<'_>, figure: &Figure<'_>, other: &Figure<'_>) -> bool {
    let Ok(gap) = figure.value.minus(other.value) else { return false };
    let near = |percent| within(gap, figure.value.max(other.value), percent);
    if !near(FEW_PERCENT) || !kin(figure, other) {
        return false;
    }
    // 80 beside 81 is a slip where both have one name; 80 beside 90 is two things.
    let exact = || near(1) && stated_digits(figure) >= FEWEST_DIGITS && stated_digits(other) >= FEWEST_DIGITS;
    let measured = matches!(figure.unit.family, UnitFamily::Count | UnitFamily::Area | UnitFamily::Length);
    if !(measured && figure.likeness(other).is_some() || exact()) {
        return false;
    }
    // Less than the last digit that the coarser one states is rounding.
    let coarser = grain(figure).max(grain(other));
    if coarser.is_none_or(|coarser| gap.magnitude() < coarser) {
        return false;
    }
    let role = match (&figure.at, &other.at) {
        (At::Text(a, first), At::Text(b, second)) => {
            let sentence = |prose: &Prose<'_>, item: usize| prose.stated.items.get(item).map(|item| item.sentence);
            let apart = a.cell.id != b.cell.id || sentence(a, *first) != sentence(b, *second);
            apart && figure.aspects == other.aspects && figure.time == other.time
        }
        _ => figure.aspects.is_empty() || other.aspects.is_empty(),
    };
    let tenses = figure.tense == other.tense || figure.tense == Tense::Open || other.tense == Tense::Open;
    role && tenses && names_one(view, figure, other) && !contrast(view, figure.name(), other.name())
}

/// Whether two names may stand for one thing: the same kind of thing, and a word more in common. Of money and rates
/// there are too many that are nearly equal, so their names have to be one.
fn names_one(view: &View<'_>, figure: &Figure<'_>, other: &Figure<'_>) -> bool {
    let strict = matches!(figure.unit.family, UnitFamily::Money | UnitFamily::MoneyPer | UnitFamily::Ratio);
    if let Some(like) = figure.likeness(other).filter(|like| *like > Likeness::Overlapping) {
        return !strict || like >= Likeness::Qualified;
    }
    let (name, named) = (figure.name(), other.name());
    let (Some(own), Some(same)) = (head(name), head(named)) else { return false };
    let (a, b) = (name.strip_suffix(own).unwrap_or_default(), named.strip_suffix(same).unwrap_or_default());
    let shared = a.chars().any(|c| row::is_letter(c) && b.contains(c));
    let common = view.words("wide-nouns").has(own);
    !strict && own == same && shared && !common
}

/// Whether a word that tells things apart stands in one name only.
fn contrast(view: &View<'_>, a: &str, b: &str) -> bool {
    view.words("contrasting-words").iter().any(|word| a.contains(word) != b.contains(word))
}

/// Two rows about one thing with different numbers, or with one number once for persons and once for occasions.
fn rows(view: &View<'_>, sink: &mut Sink<'_>, figures: &[&Figure<'_>]) {
    let of_rows = figures.iter().filter_map(|figure| match &figure.at {
        At::Row(indicator, concept) if figure.unit.family == UnitFamily::Count => Some((*figure, *indicator, *concept)),
        At::Row(..) | At::Text(..) => None,
    });
    let of_rows: Vec<_> = of_rows.collect();
    for (index, (figure, indicator, concept)) in of_rows.iter().enumerate() {
        for (other, first, side) in of_rows.iter().skip(index.saturating_add(1)).take(NEIGHBOURS) {
            if indicator.row == first.row {
                continue;
            }
            let results = *side == *concept && (*concept == Concept::Actual || indicator.actual.answered().is_none());
            let one = other.value == figure.value;
            if !one {
                let Ok(gap) = other.value.minus(figure.value) else { break };
                if !within(gap, other.value, 10) {
                    break;
                }
            }
            if !results {
                continue;
            }
            let persons = |a: &Figure<'_>, b: &Figure<'_>| a.unit.text == "人" && b.unit.text == "人次";
            let key = if one
                && (persons(figure, other) || persons(other, figure))
                && share_a_name(figure.name(), other.name())
            {
                "figure-in-two-versions-persons"
            } else if !one
                && figure.unit.family == UnitFamily::Count
                && kin(figure, other)
                && same_thing(view, figure.name(), other.name())
            {
                "figure-in-two-versions-rows"
            } else {
                continue;
            };
            let (later, earlier) = if indicator.index > first.index { (indicator, first) } else { (first, indicator) };
            let args = [
                ("indicator", view.name(later)),
                ("said", Arg::Text(text_of(view, later, *concept))),
                ("first", view.name(earlier)),
                ("other", Arg::Text(text_of(view, earlier, *concept))),
            ];
            sink.report(view.at_row_cell(later, *concept), key, args);
        }
    }
}

/// Whether two names share four characters in a row.
fn share_a_name(a: &str, b: &str) -> bool {
    shares_words(a, b, 4)
}

/// Whether two names end in one thing of four characters or more, and what stands before it in one of them are only
/// words for doing something.
fn same_thing(view: &View<'_>, a: &str, b: &str) -> bool {
    const SHORTEST: usize = 4;
    let common: usize = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count();
    if common < SHORTEST || contrast(view, a, b) || digits_of(a) != digits_of(b) {
        return false;
    }
    let before = |name: &str| -> String {
        let kept = name.chars().count().saturating_sub(common);
        name.chars().take(kept).collect()
    };
    let (a, b) = (before(a), before(b));
    let light = |text: &str, other: &str| !text.is_empty() && is_light(view, text, other);
    light(&a, &b) || light(&b, &a)
}

fn digits_of(name: &str) -> Vec<char> {
    name.chars().filter(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c)).collect()
}

/// Whether a text holds only words for doing something, and words that the other text holds as well.
fn is_light(view: &View<'_>, text: &str, other: &str) -> bool {
    let verbs = view.words("light-verbs");
    let mut rest = text;
    while !rest.is_empty() {
        let word = verbs.find(rest).filter(|(at, _)| *at == 0).map(|(_, word)| word.len());
        let shared = || {
            let ends = rest.char_indices().skip(2).map(|(at, _)| at).chain([rest.len()]);
            ends.take_while(|end| rest.get(..*end).is_some_and(|run| run.chars().count() >= 2 && other.contains(run)))
                .last()
        };
        let Some(length) = word.or_else(shared) else { return false };
        rest = rest.get(length..).unwrap_or("");
    }
    true
}

fn text_of(view: &View<'_>, indicator: &Indicator<'_>, concept: Concept) -> String {
    if concept == Concept::Actual {
        return indicator.actual_text.trim().to_owned();
    }
    match row::target_said(view, indicator) {
        Arg::Text(text) => text,
        _ => String::new(),
    }
}
