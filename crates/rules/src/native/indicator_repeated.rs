//! The same thing measured twice.
//!
//! Names are compared without what any of them may carry (项目, 指标1：, brackets), so that 验收合格率 and 项目验收合格率
//! are one. Equal ones are brought side by side by sorting, never by comparing every row with every other.

use jibiao_model::{
    LineSubject,
    order::{arranged, order},
};
use jibiao_reading::{Pairs, WordSet};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-repeated"),
    dimension: Dimension::Relevance,
    purposes: WITH_TARGETS,
    basis: &[REVIEW],
    needs: &[
        Need::Words("satisfaction-names"),
        Need::Words("execution-names"),
        Need::Words("name-fillers"),
        Need::Words("void-words"),
    ],
    messages: &[
        ("indicator-repeated", &["indicator", "first"]),
        ("indicator-repeated-satisfaction", &["indicator", "first"]),
        ("indicator-repeated-execution", &["indicator"]),
        ("indicator-repeated-share", &["indicator", "first"]),
        ("indicator-repeated-union", &["indicator", "list"]),
        ("indicator-repeated-note", &["indicator", "note"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = ' 验收合格率'\ntarget = '=100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '指标1：项目（工程）验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '指标2：验收合格率（≥**%）'\ntarget = '=100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '市民对公交准点改善的满意程度'\ntarget = '≥85%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '市民满意度'\ntarget = '≥90%'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2015'\n[cells]\n'fund.total.annual' = '120'\n'fund.total.executed' = '100'\n'fund.total.weight' = '10'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '时效指标'\nlevel-3 = '预算资金执行率'\ntarget = '90%'\nactual = '83.33%'\nweight = '10'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '清淤船作业时长'\ntarget = '≥1240小时'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '实际完成作业小时数/计划小时数'\ntarget = '≥80%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '与物业服务公司结算完成率'\ntarget = '=100%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '物业合同条款完成率'\ntarget = '=100%'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '与物业服务公司合同完成率'\ntarget = '=100%'",
        ),
        Example::finds(
            1,
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '衬砌末级渠道长度'\ntarget = '≥18.5公里'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '社会效益指标'\nlevel-3 = '末级渠道衬砌长度'\ntarget = '≥18.5公里'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '道路验收合格率'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '桥梁验收合格率'\ntarget = '≥95%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '补助人数（小学）'\ntarget = '120人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '补助人数（初中）'\ntarget = '80人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '学生满意度'\ntarget = '≥95%'\n[[rows]]\nlevel-1 = '满意度指标'\nlevel-2 = '服务对象满意度指标'\nlevel-3 = '家长满意度'\ntarget = '≥95%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '小学生资助人数'\ntarget = '120人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '初中生资助人数'\ntarget = '80人'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '12号路人行道翻修'\ntarget = '≥800米'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '21号路人行道翻修'\ntarget = '≥800米'",
        ),
        Example::clean("[[rows]]\nlevel-3 = ''\ntarget = '1个'\n[[rows]]\nlevel-3 = ''\ntarget = '2个'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    // Names that name nothing are another rule's finding.
    let named = view.indicators().filter(|indicator| indicator.name.chars().any(row::is_letter));
    let fillers = view.words("name-fillers");
    let named: Vec<Named<'_, '_>> = named.map(|indicator| Named::of(fillers, indicator)).collect();
    let by_letters = by_letters(&named);
    let mut told = equal_names(view, &named, &by_letters, sink);
    satisfaction_twice(view, &named, &mut told, sink);
    turned_names(view, &named, &by_letters, &mut told, sink);
    execution_again(view, &named, &mut told, sink);
    share_of_a_quantity(view, &named, &mut told, sink);
    in_the_others(view, &named, &told, sink);
    if view.column(Concept::Note).is_none() {
        return Ok(());
    }
    for Named { indicator, .. } in named.iter().filter(|row| row.is_year()) {
        let note = view.row_text(indicator, Concept::Note).unwrap_or("").trim();
        if !note.is_empty() && key(fillers, note).eq(key(fillers, indicator.name)) {
            let args = [("indicator", view.name(indicator)), ("note", Arg::Text(note.to_owned()))];
            sink.report(view.at_row_cell(indicator, Concept::Note), "indicator-repeated-note", args);
        }
    }
    Ok(())
}

struct Named<'v, 'd> {
    indicator: &'v Indicator<'d>,
    fillers: &'v WordSet,
    /// A number made of the name without what any name may carry: rows are sorted by it, because comparing texts
    /// takes far longer.
    hash: u64,
    /// The same of its letters in any order: a sum of numbers so mixed that no two names have it by chance.
    letters: u64,
}

impl<'v, 'd> Named<'v, 'd> {
    fn of(fillers: &'v WordSet, indicator: &'v Indicator<'d>) -> Self {
        let (mut hash, mut letters, mut digits) = (0xCBF2_9CE4_8422_2325u64, 0u64, 0u64);
        for letter in key(fillers, indicator.name) {
            let is_digit = letter.is_numeric() || "一二三四五六七八九十".contains(letter);
            let letter = u64::from(u32::from(letter));
            hash = (hash ^ letter).wrapping_mul(0x0000_0100_0000_01B3);
            // Turned digits are another number: 12号路 and 21号路.
            digits = digits.wrapping_add(u64::from(is_digit));
            let rank = if is_digit { digits.wrapping_shl(32) } else { 0 };
            letters = letters.wrapping_add(mixed(letter ^ rank));
        }
        Self { indicator, fillers, hash, letters }
    }

    fn row(&self) -> Arg {
        Arg::Number(Number::whole(i64::try_from(self.indicator.index.saturating_add(1)).unwrap_or(i64::MAX)))
    }

    fn is_year(&self) -> bool {
        self.indicator.horizon == Horizon::Year
    }

    fn is_named_like(&self, other: &Self) -> bool {
        self.hash == other.hash
            && self.is_year() == other.is_year()
            && key(self.fillers, self.indicator.name).eq(key(self.fillers, other.indicator.name))
    }
}

/// A letter as a number of which every bit depends on every bit of the letter.
fn mixed(letter: u64) -> u64 {
    let mut mixed = letter.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for factor in [0xBF58_476D_1CE4_E5B9u64, 0x94D0_49BB_1331_11EB] {
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(factor);
    }
    mixed ^ (mixed >> 31)
}

/// A name's letters and digits, without its number, brackets and fillers. All of it where nothing else is left.
fn key<'n>(fillers: &'n WordSet, name: &'n str) -> impl Iterator<Item = char> + use<'n> {
    let short = Letters { rest: unnumbered(without_template(name)), fillers: Some(fillers) };
    if short.clone().nth(1).is_some() { short } else { Letters { rest: name.trim(), fillers: None } }
}

#[derive(Clone)]
struct Letters<'n> {
    rest: &'n str,
    fillers: Option<&'n WordSet>,
}

impl Iterator for Letters<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            if let Some(filler) = self.fillers.and_then(|fillers| fillers.starts(self.rest)) {
                self.rest = self.rest.get(filler.len()..)?;
                continue;
            }
            let mut letters = self.rest.chars();
            let letter = letters.next()?;
            self.rest = letters.as_str();
            if row::is_letter(letter) || letter.is_ascii_digit() || self.fillers.is_none() {
                return Some(letter);
            }
        }
    }
}

/// A name without the template of a value at its end: 验收合格率（≥**%）. Other brackets tell names apart: 补助人数（小学）.
fn without_template(name: &str) -> &str {
    let bare = row::bare(name);
    let end = name.get(bare.len()..).unwrap_or("");
    if end.contains(['*', '≥', '≤', '=', '＝', '>', '<', '%', '％']) { bare } else { name }
}

/// `指标1：`, `★`, `1.`.
fn unnumbered(name: &str) -> &str {
    let letter = |c: char| row::is_letter(c) || c.is_ascii_digit();
    let name = name.trim_start_matches(|c: char| !letter(c) && !matches!(c, '（' | '(' | '“' | '"'));
    let after = name.strip_prefix("指标").unwrap_or(name).trim_start_matches(|c: char| c.is_ascii_digit());
    after.strip_prefix([':', '：', '.', '、']).unwrap_or(name)
}

/// The positions of the named ones: names of the same letters stand side by side, and equal names among them, in the
/// order of the rows.
fn by_letters(named: &[Named<'_, '_>]) -> Vec<usize> {
    let key = |at: usize| named.get(at).map(|row| (row.letters, row.hash, row.is_year()));
    order(named.len(), &|a, b| key(a).cmp(&key(b)))
}

/// The rows that are told, by their position among the named ones.
fn equal_names(view: &View<'_>, named: &[Named<'_, '_>], by_letters: &[usize], sink: &mut Sink<'_>) -> Vec<bool> {
    let mut told = vec![false; named.len()];
    let mut first: Option<usize> = None;
    for at in by_letters {
        let Some(row) = named.get(*at) else { continue };
        match first.and_then(|at| named.get(at)).filter(|first| first.is_named_like(row)) {
            Some(before) => tell_equal(view, (*at, row), before, &mut told, sink),
            None => first = Some(*at),
        }
    }
    told
}

fn tell_equal(
    view: &View<'_>,
    (at, row): (usize, &Named<'_, '_>),
    first: &Named<'_, '_>,
    told: &mut [bool],
    sink: &mut Sink<'_>,
) {
    let args = [("indicator", view.name(row.indicator)), ("first", first.row())];
    sink.report(view.at_row_cell(row.indicator, Concept::LevelThree), "indicator-repeated", args);
    told.get_mut(at).into_iter().for_each(|told| *told = true);
}

/// 末级渠道衬砌长度 and 衬砌末级渠道长度 with one target: the letters of one name in another order.
fn turned_names(
    view: &View<'_>,
    named: &[Named<'_, '_>],
    by_letters: &[usize],
    told: &mut [bool],
    sink: &mut Sink<'_>,
) {
    let quantity = |row: &Named<'_, '_>| {
        row.is_year() && row::target(row.indicator).is_some_and(|target| row::family(target) != Some(UnitFamily::Ratio))
    };
    let alike = |a: &Named<'_, '_>, b: &Named<'_, '_>| {
        a.indicator.target_text.trim() == b.indicator.target_text.trim() && quantity(a) && quantity(b)
    };
    let letters = |at: &usize| named.get(*at).map(|row| row.letters);
    for group in by_letters.chunk_by(|a, b| letters(a) == letters(b)).filter(|group| group.len() > 1) {
        let in_rows = arranged(group.to_vec(), &order(group.len(), &|a, b| group.get(a).cmp(&group.get(b))));
        let mut first: Option<usize> = None;
        for at in in_rows {
            let Some(row) = named.get(at).filter(|_| told.get(at) == Some(&false)) else { continue };
            match first.and_then(|at| named.get(at)).filter(|first| alike(first, row)) {
                Some(before) => tell_equal(view, (at, row), before, told, sink),
                None => first = Some(at),
            }
        }
    }
}

/// Satisfaction as a benefit, and once more where it belongs.
fn satisfaction_twice(view: &View<'_>, named: &[Named<'_, '_>], told: &mut [bool], sink: &mut Sink<'_>) {
    let at_home = |row: &Named<'_, '_>| row::level_one(view, row.indicator) == Some(LevelOne::Satisfaction);
    let rows = || named.iter().enumerate().filter(|(_, row)| row::is_satisfaction(view, row.indicator));
    let Some((_, stray)) = rows().find(|(_, row)| !at_home(row) && row.indicator.level_one.answered().is_some()) else {
        return;
    };
    let who = |row: &Named<'_, '_>| {
        let name = row.indicator.name;
        let end = view.words("satisfaction-names").find(name).map_or(name.len(), |(at, _)| at);
        name.get(..end).unwrap_or(name).to_owned()
    };
    let strayed = Pairs::of(&[&who(stray)]);
    let same = |row: &Named<'_, '_>| strayed.shared(&who(row)).is_some();
    for (at, row) in rows().filter(|(_, row)| at_home(row) && same(row)) {
        if told.get(at) == Some(&false) {
            // Whichever of the two comes later is told.
            let (first, second) = if stray.indicator.index < row.indicator.index { (stray, row) } else { (row, stray) };
            let args = [("indicator", view.name(second.indicator)), ("first", first.row())];
            sink.report(
                view.at_row_cell(second.indicator, Concept::LevelThree),
                "indicator-repeated-satisfaction",
                args,
            );
            told.get_mut(at).into_iter().for_each(|told| *told = true);
            return;
        }
    }
}

/// A row on the execution of the budget beside the block that is scored for it.
fn execution_again(view: &View<'_>, named: &[Named<'_, '_>], told: &mut [bool], sink: &mut Sink<'_>) {
    let scored = view.card().is_some_and(|card| card.lines.iter().any(|line| line.subject == LineSubject::Execution));
    let executed = view.reading.amount(FundSource::Total, FundMoment::Executed).answered().is_some();
    if !scored || !executed {
        return;
    }
    for (at, row) in named.iter().enumerate() {
        let level = row::level_one(view, row.indicator);
        let names = view.words("execution-names").is_in(row.indicator.name);
        if names && matches!(level, Some(LevelOne::Output | LevelOne::Benefit | LevelOne::Cost)) {
            let args = [("indicator", view.name(row.indicator))];
            sink.report(view.at_row_cell(row.indicator, Concept::LevelThree), "indicator-repeated-execution", args);
            told.get_mut(at).into_iter().for_each(|told| *told = true);
        }
    }
}

/// 实际完成作业小时数/计划小时数 beside a row that sets the hours: what was done of what was planned is how far that row
/// was reached.
fn share_of_a_quantity(view: &View<'_>, named: &[Named<'_, '_>], told: &mut [bool], sink: &mut Sink<'_>) {
    for (at, row) in named.iter().enumerate() {
        let name = row.indicator.name;
        let share = name.contains("实际") && name.contains("计划") && name.contains(['/', '÷', '／', '与', '占', '比']);
        if !share {
            continue;
        }
        let own = Pairs::of(&crate::subject::own_words(view, name).collect::<Vec<_>>());
        let measured = |other: &&Named<'_, '_>| {
            other.indicator.index != row.indicator.index
                && row::target(other.indicator).is_some_and(|target| row::family(target) != Some(UnitFamily::Ratio))
                && own.shared(other.indicator.name).is_some()
        };
        if let Some(first) = named.iter().find(measured) {
            let args = [("indicator", view.name(row.indicator)), ("first", first.row())];
            sink.report(view.at_row_cell(row.indicator, Concept::LevelThree), "indicator-repeated-share", args);
            told.get_mut(at).into_iter().for_each(|told| *told = true);
        }
    }
}

/// A rate of which every word stands in two other rows with the same rate and the same target.
fn in_the_others(view: &View<'_>, named: &[Named<'_, '_>], told: &[bool], sink: &mut Sink<'_>) {
    const RATES: [&str; 3] = ["完成率", "完成情况", "及时率"];
    for rate in RATES {
        let rows = || {
            let told = named.iter().zip(told).filter(|(_, told)| !**told).map(|(row, _)| row);
            told.filter(|row| row::bare(row.indicator.name).ends_with(rate) && row.is_year())
        };
        // Rows with one target are compared; more than a handful of them list things that are alike.
        let count = rows().count();
        if !(3..=MOST_ALIKE).contains(&count) {
            continue;
        }
        // The last of them is the one too many.
        for row in rows().collect::<Vec<_>>().into_iter().rev() {
            let others: Vec<&Named<'_, '_>> = rows()
                .filter(|other| {
                    other.indicator.index != row.indicator.index
                        && other.indicator.target_text.trim() == row.indicator.target_text.trim()
                })
                .collect();
            let subject = |row: &Named<'_, '_>| {
                key(row.fillers, row.indicator.name).collect::<String>().trim_end_matches(rate).to_owned()
            };
            let own = subject(row);
            let texts: Vec<String> = others.iter().map(|other| subject(other)).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let held = Pairs::of(&texts).held(&own);
            // All but the one pair where the words of two rows meet.
            let gaps = held.all.saturating_sub(held.held);
            let holders = others.iter().zip(&texts).filter(|(_, text)| Pairs::of(&[text]).shared(&own).is_some());
            let list: Vec<&str> = holders.map(|(other, _)| other.indicator.name.trim()).collect();
            if held.all > MOST_ALIKE && gaps <= 1 && list.len() >= 2 {
                let args = [("indicator", view.name(row.indicator)), ("list", Arg::Text(list.join("、")))];
                sink.report(view.at_row_cell(row.indicator, Concept::LevelThree), "indicator-repeated-union", args);
                break;
            }
        }
    }
}

/// Rows with the same rate that are compared with each other, and pairs of letters of a name that tell enough.
const MOST_ALIKE: usize = 6;
