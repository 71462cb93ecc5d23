//! One thing under two ranges of years.

use jibiao_model::{Day, SortedSet, TimeSpan};

use crate::{
    dates::{Years, years},
    prelude::*,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("years-contradicted"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("years-contradicted", &["cell", "found", "other", "subject"]),
        ("years-contradicted-period", &["cell", "found", "period"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nproject-name = '2022—2023年冬春救助资金'\nyear-goal = '下达2021—2022年冬春救助资金，保障受灾群众基本生活。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nstart-date = '2024-01-01'\nend-date = '2025-12-31'\noverview = '建设周期为2023年3月至2024年10月，新建厂房一座。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '2022—2023年冬春救助资金'\nyear-goal = '发放2022—2023年冬春救助资金，受助群众满意。'",
        ),
        // Two halves of a year of teaching; two ranges in one comparison; two things.
        Example::clean(
            "[cells]\nproject-name = '2022—2023学年助学金'\nyear-goal = '发放2021—2022学年助学金缺口部分。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '2022—2023年冬春救助资金'\nyear-goal = '2022—2023年冬春救助人数较2021—2022年冬春救助增加。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '2022—2023年冬春救助资金'\nyear-goal = '落实2021—2025年防灾规划要求，完成排查。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nstart-date = '2024-01-01'\nend-date = '2025-12-31'\noverview = '建设周期为2024年至2025年。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    period(view, sink);
    let name = view.reading.text(Concept::ProjectName);
    let mut seen: Vec<(Years, &str)> = season(name).into_iter().map(|years| (years, name)).collect();
    for (cell, text) in view.texts() {
        let here = season(text);
        // A text that names both compares them.
        let both = |years: &Years| here.iter().any(|other| other.from != years.from && span(other) == span(years));
        for years in here.iter().filter(|years| !both(years)) {
            let sentence = sentence(text, years);
            let other = seen.iter().find(|(other, _)| differ(other, years));
            let subject = other.and_then(|(_, other)| shared(sentence, other));
            if let (Some((other, _)), Some(subject)) = (other, subject) {
                let said = |years: &Years| Arg::Text(format!("{}—{}", years.from, years.to));
                let args = [
                    ("cell", Arg::Cell(cell.id.clone())),
                    ("found", said(years)),
                    ("other", said(other)),
                    ("subject", Arg::Text(subject)),
                ];
                sink.report(view.at_cell(&cell.id), "years-contradicted", args);
                return Ok(());
            }
            seen.push((*years, sentence));
        }
    }
    Ok(())
}

/// How many years a range takes.
fn span(years: &Years) -> i32 {
    i32::from(years.to).saturating_sub(i32::from(years.from))
}

/// Whether two ranges may be one, misprinted: as long as each other, and if they are of several years, with a year in
/// common, since one programme follows another.
fn differ(a: &Years, b: &Years) -> bool {
    let overlap = a.from <= b.to && b.from <= a.to;
    a.from != b.from && span(a) == span(b) && (span(a) == 1 || overlap)
}

/// A range of years names a season, a campaign or a programme. A year of teaching is none: two of them fall into
/// each budget year.
fn season(text: &str) -> Vec<Years> {
    if !text.contains(['—', '-', '–', '~', '～', '至', '到', '－']) {
        return Vec::new();
    }
    let mut found = years(text);
    found.retain(|years| {
        let after = text.get(years.end..).unwrap_or_default().trim_start_matches([' ', '年']);
        years.to > years.from && !after.starts_with('学')
    });
    found
}

/// The sentence that a range stands in.
fn sentence<'t>(text: &'t str, years: &Years) -> &'t str {
    const STOPS: [char; 5] = ['。', '；', ';', '\n', '！'];
    let before = text.get(..years.start).unwrap_or_default();
    let start =
        before.rfind(STOPS).and_then(|at| Some(at.saturating_add(before.get(at..)?.chars().next()?.len_utf8())));
    let rest = text.get(start.unwrap_or(0)..).unwrap_or_default();
    rest.split(STOPS).next().unwrap_or(rest)
}

/// Four characters in a row that both texts have: they speak of one thing.
fn shared(a: &str, b: &str) -> Option<String> {
    const LENGTH: usize = 4;
    let han = |c: &char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let windows = |text: &str| -> Vec<String> {
        let letters: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
        letters.windows(LENGTH).filter(|four| four.iter().all(han)).map(|four| four.iter().collect()).collect()
    };
    let known: SortedSet<String> = windows(a).into_iter().collect();
    windows(b).into_iter().rev().find(|four| known.contains(four) && !four.contains('年'))
}

/// 建设周期 in a text against the period of the project.
fn period(view: &View<'_>, sink: &mut Sink<'_>) {
    const NAMES: [&str; 8] = ["建设周期", "建设工期", "实施周期", "建设期", "实施期限", "项目期", "实施期", "起止时间"];
    let Known::Answered(TimeSpan { from, to }) = &view.reading.period else { return };
    let (Some(begins), Some(ends)) = (from.and_then(|date| date.earliest(None)), to.and_then(|date| date.latest(None)))
    else {
        return;
    };
    for (cell, text) in view.texts() {
        // Every one of the names ends so, or with 间.
        if !text.contains(['期', '间']) {
            continue;
        }
        let Some((at, name)) = NAMES.iter().find_map(|name| Some((text.find(name)?, name))) else { continue };
        let rest = text.get(at.saturating_add(name.len())..).unwrap_or_default();
        let clause = rest.split(['。', '；', ';', '，', ',', '\n']).next().unwrap_or(rest);
        let Some(years) = years(clause).into_iter().next().filter(|years| years.from < years.to) else { continue };
        if years.from != begins.year || years.to != ends.year {
            let args = [
                ("cell", Arg::Cell(cell.id.clone())),
                ("found", Arg::Text(format!("{}—{}", years.from, years.to))),
                ("period", Arg::Text(said(begins, ends))),
            ];
            sink.report(view.at_cell(&cell.id), "years-contradicted-period", args);
        }
    }
}

fn said(begins: Day, ends: Day) -> String {
    format!("{}.{}—{}.{}", begins.year, begins.month, ends.year, ends.month)
}
