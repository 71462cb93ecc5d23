//! Native timings: check and score of declarations and self-evaluations of several sizes. `--json` for machines.
// A measuring tool: it prints, and a panic here harms nobody's document.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing
)]

use std::{hint::black_box, time::Instant};

use jibiao_kit::{Document, Draft, Kit, Rebind, Stage, canonical};
use jibiao_tests::{document, kit};

/// One measurement.
struct Timing {
    what: String,
    /// Median of one run, in nanoseconds.
    median: u128,
    runs: usize,
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

fn check_and_score(draft: &Draft) {
    black_box(draft.assess(Stage::Submission));
}

fn main() {
    let kit = kit();
    let mut timings = Vec::new();
    timings.push(measure("load the built-in packs".to_owned(), || drop(black_box(jibiao_tests::kit()))));
    for name in ["declaration-2021", "self-evaluation-2015"] {
        for rows in [12, 200, 2_000] {
            let draft = with_rows(&kit, name, rows);
            timings.push(measure(format!("{name}, {rows} rows, check and score"), || check_and_score(&draft)));
            timings.push(measure(format!("{name}, {rows} rows, read only"), || drop(black_box(draft.reading()))));
            if draft.performance().is_some() {
                let what = format!("{name}, {rows} rows, read and score only");
                timings.push(measure(what, || drop(black_box(draft.performance()))));
            }
            let bytes = canonical(draft.document()).into_bytes();
            timings.push(measure(format!("{name}, {rows} rows, from JSON bytes to the report's JSON"), || {
                let opened = kit.open(&bytes, Rebind::Never).unwrap();
                let (report, scores) = opened.draft.assess(Stage::Submission);
                black_box(canonical(&scores));
                black_box(canonical(&report));
            }));
        }
    }
    if std::env::args().any(|argument| argument == "--json") {
        let lines: Vec<serde_json::Value> = timings
            .iter()
            .map(|t| serde_json::json!({ "what": t.what, "median_ns": u64::try_from(t.median).unwrap(), "runs": t.runs }))
            .collect();
        println!("{}", serde_json::Value::Array(lines));
        return;
    }
    for Timing { what, median, runs } in timings {
        let (whole, tenth) = (median / 1_000, median % 1_000 / 100);
        println!("{what:<68} {whole:>8}.{tenth} µs  (median of {runs})");
    }
}
