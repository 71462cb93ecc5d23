//! Native timings: check and score of declarations and self-evaluations of several sizes, lookup in libraries. `--json`
//! for machines; any other argument limits what is measured to names that hold it.
// A measuring tool: it prints, and a panic here harms nobody's document.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing
)]

use std::{hint::black_box, time::Instant};

use jibiao_kit::{
    Document, Draft, Kit, Rebind, Stage, canonical,
    library::{Entry, Library, Query, Vague, label},
};
use jibiao_tests::{document, kit};

/// One measurement.
struct Timing {
    what: String,
    /// Median of one run, in nanoseconds.
    median: u128,
    runs: usize,
}

/// What has been measured, and what was asked for.
struct Timings {
    done: Vec<Timing>,
    only: Vec<String>,
}

impl Timings {
    fn wants(&self, what: &str) -> bool {
        self.only.iter().all(|part| what.contains(part))
    }

    fn measure(&mut self, what: String, work: impl FnMut()) {
        if self.wants(&what) {
            self.done.push(measure(what, work));
        }
    }
}

/// Repeats `work` until it has run long enough for a steady median.
fn measure(what: String, mut work: impl FnMut()) -> Timing {
    const LEAST: usize = 15;
    const MOST: usize = 5_000;
    const ENOUGH: u128 = 1_500_000_000;
    for _ in 0..3 {
        work();
    }
    let begun = Instant::now();
    let mut samples = Vec::new();
    while samples.len() < LEAST || (samples.len() < MOST && begun.elapsed().as_nanos() < ENOUGH) {
        let start = Instant::now();
        work();
        samples.push(start.elapsed().as_nanos());
    }
    samples.sort_unstable();
    Timing { what, median: samples[samples.len() / 2], runs: samples.len() }
}

/// A worked document whose rows are repeated up to a number.
fn with_rows(kit: &Kit, name: &str, rows: usize) -> Draft {
    let mut document: Document = document(kit, name).into_document();
    let table = document.tables.values_mut().next().unwrap();
    let given = std::mem::take(table);
    for (index, row) in given.iter().cycle().take(rows).enumerate() {
        let mut row = row.clone();
        row.id = format!("r{}", index + 1).as_str().into();
        if index >= given.len() {
            // Repeated names would measure the rule that finds repetitions.
            let name = row.cells.get_mut("level-3").unwrap();
            name.push_str(&format!("（{index}）"));
        }
        table.push(row);
    }
    kit.bind(document, Rebind::Never).unwrap().draft
}

/// A library file of many rows: those of this project over and over, each time for another place.
fn library_file(kit: &Kit, rows: usize) -> String {
    let mut text = String::from("二级指标\t三级指标\t单位\t口径\t关键词\n");
    for (at, entry) in kit.library().entries().iter().cycle().take(rows).enumerate() {
        let Entry { name, unit, counts, keywords, level, .. } = entry;
        let place = at / kit.library().entries().len();
        text.push_str(&format!("{}\t{name}（{place}片区）\t{unit}\t{counts}\t{keywords}\n", label(*level)));
    }
    text
}

/// What somebody types, one letter after the other, and what is pasted.
const TYPED: [&str; 10] = [
    "p",
    "pxr",
    "peixunrenci",
    "xmwcsj",
    "培",
    "培训人",
    "培次",
    "道路 验收",
    "zzzz",
    "道路交通安全事故下降情况有所改善，群众出行更加便利",
];

fn library(kit: &Kit, timings: &mut Timings) {
    for rows in [2_000, 100_000] {
        let names = [
            format!("library, {rows} rows, from CSV text with its index"),
            format!("library, {rows} rows, look up the slowest of what is typed"),
            format!("library, {rows} rows, suggest for a project and its goal"),
            format!("library, {rows} rows, a better row for a vague one"),
        ];
        if !names.iter().any(|name| timings.wants(name)) {
            continue;
        }
        let [load, look_up, suggest, better] = names;
        let file = library_file(kit, rows);
        timings.measure(load, || drop(black_box(Library::from_csv(&file).unwrap())));
        let library = Library::from_csv(&file).unwrap();
        if timings.wants(&look_up) {
            let slowest = TYPED.map(|text| {
                measure(format!("{look_up}: {text}"), || {
                    drop(black_box(library.search(Query::new(black_box(text)), 20)));
                })
            });
            timings.done.extend(slowest.into_iter().max_by_key(|timing| timing.median));
        }
        let goal = "完成县乡道隐患路段整治，安装波形护栏38公里，12月20日前交工验收，群众满意度达到90%以上";
        timings.measure(suggest, || {
            drop(black_box(library.suggest("农村公路安全防护工程", black_box(goal), None, 20)));
        });
        let vague = Vague {
            project: "农村公路安全防护工程", name: "项目完成及时性", level: None, target: "及时"
        };
        timings.measure(better, || {
            black_box(library.better(black_box(vague)));
        });
    }
}

// Kept apart, so that a profiler can be told to look at nothing else.
#[inline(never)]
fn check_and_score(draft: &Draft) {
    black_box(draft.assess(Stage::Submission));
}

/// Timings of one kind of work on several sizes of one document.
const SIZES: [usize; 3] = [12, 200, 2_000];

fn documents(kit: &Kit, timings: &mut Timings) {
    for name in ["declaration-2021", "self-evaluation-2015"] {
        for rows in SIZES {
            let names = [
                format!("{name}, {rows} rows, check and score"),
                format!("{name}, {rows} rows, read only"),
                format!("{name}, {rows} rows, read and score only"),
                format!("{name}, {rows} rows, from JSON bytes to the report's JSON"),
            ];
            if !names.iter().any(|name| timings.wants(name)) {
                continue;
            }
            let [check, read, score, bytes] = names;
            let draft = with_rows(kit, name, rows);
            timings.measure(check, || check_and_score(&draft));
            timings.measure(read, || drop(black_box(draft.reading())));
            if draft.performance().is_some() {
                timings.measure(score, || drop(black_box(draft.performance())));
            }
            let written = canonical(draft.document()).into_bytes();
            timings.measure(bytes, || {
                let opened = kit.open(&written, Rebind::Never).unwrap();
                let (report, scores) = opened.draft.assess(Stage::Submission);
                black_box(canonical(&scores));
                black_box(canonical(&report));
            });
        }
    }
}

/// What more rows cost: how many times longer the larger document takes than the smaller, and how many times more rows
/// it has. Work that grows as the rows do stays below.
fn growth(done: &[Timing]) -> Vec<String> {
    let of_rows = |rows: usize| format!(", {rows} rows, ");
    let mut lines = Vec::new();
    for pair in SIZES.windows(2) {
        let (small, large) = (of_rows(pair[0]), of_rows(pair[1]));
        for Timing { what, median, .. } in done.iter().filter(|t| t.what.contains(&large)) {
            let Some(other) = done.iter().find(|t| t.what == what.replace(&large, &small)) else { continue };
            let tenths = |of: u128, to: u128| of * 10 / to.max(1);
            let (times, rows) = (tenths(*median, other.median), pair[1] * 10 / pair[0]);
            let what = what.replace(&large, &format!(", {} to {} rows, ", pair[0], pair[1]));
            lines.push(format!(
                "{what:<68} {:>8}.{} x  ({}.{} x the rows)",
                times / 10,
                times % 10,
                rows / 10,
                rows % 10
            ));
        }
    }
    lines
}

fn main() {
    let (flags, only): (Vec<String>, _) = std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let mut timings = Timings { done: Vec::new(), only };
    // The usual allocator of Linux learns from this block to keep memory of its size between two runs. Else large
    // documents would be measured with the fetching of fresh pages from the system, or without, as chance has it.
    drop(black_box(vec![0_u8; 24 << 20]));
    let kit = kit();
    timings.measure("load the built-in packs".to_owned(), || drop(black_box(jibiao_tests::kit())));
    documents(&kit, &mut timings);
    library(&kit, &mut timings);
    let timings = timings.done;
    if flags.iter().any(|flag| flag == "--json") {
        let lines: Vec<serde_json::Value> = timings
            .iter()
            .map(|t| serde_json::json!({ "what": t.what, "median_ns": u64::try_from(t.median).unwrap(), "runs": t.runs }))
            .collect();
        println!("{}", serde_json::Value::Array(lines));
        return;
    }
    for Timing { what, median, runs } in &timings {
        let (whole, tenth) = (median / 1_000, median % 1_000 / 100);
        println!("{what:<68} {whole:>8}.{tenth} µs  (median of {runs})");
    }
    for line in growth(&timings) {
        println!("{line}");
    }
}
