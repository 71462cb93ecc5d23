//! From the place of a problem to the line that somebody wrote.

use jibiao_rules::Problem;

use super::{Mark, Marks};
use crate::shelf::Layer;

/// Finds file and line of a problem. `chain` is the pack and those that it stands on, nearest first; a problem in
/// what was inherited names the pack as well.
pub(crate) fn locate(problem: Problem, chain: &[&Layer]) -> Problem {
    let found = chain.iter().enumerate().filter_map(|(depth, layer)| {
        let (line, fit) = best(&problem, layer.marks.as_ref()?)?;
        Some((fit, depth, line, layer))
    });
    // The place that fits best, and of these the one nearest to the pack itself.
    let Some((_, depth, line, layer)) = found.min_by_key(|(fit, depth, ..)| (*fit, *depth)) else {
        return problem;
    };
    let mut problem = Problem { line: Some(line.line), file: [&problem.file, line.ending].concat(), ..problem };
    if depth > 0 {
        problem.file = [&layer.id, "/", &problem.file].concat();
    }
    problem
}

/// Finds file and line of a problem in a single pack.
pub(super) fn in_marks(problem: Problem, marks: &Marks) -> Problem {
    match best(&problem, marks) {
        Some((line, _)) => Problem { line: Some(line.line), file: [&problem.file, line.ending].concat(), ..problem },
        None => problem,
    }
}

struct Line {
    line: usize,
    ending: &'static str,
}

/// How well a place fits: the smaller the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The very field that the problem names.
    Field,
    /// A field further in, or a text, that is as the problem names it.
    Named,
    /// The table that it speaks of.
    Place,
    /// A text somewhere else in the file that is as the problem names it: a form that is like another has places of that.
    Elsewhere,
    /// Something around it; further away for the larger number.
    Around(usize),
}

/// The line that a problem speaks of. Its sentence quotes the name in question first: a field, or a text.
fn best(problem: &Problem, marks: &Marks) -> Option<(Line, Fit)> {
    let named = problem.what.split('`').nth(1).unwrap_or_default();
    let mut best: Option<(Line, Fit)> = None;
    for mark in marks.of(&problem.file) {
        let fit = fit(problem, named, mark);
        if best.as_ref().is_none_or(|(_, before)| fit < *before) {
            // What speaks of the file as a whole stands at its beginning.
            let line = if fit == Fit::Around(usize::MAX) { 1 } else { mark.line };
            best = Some((Line { line, ending: mark.ending }, fit));
        }
    }
    best
}

fn fit(problem: &Problem, named: &str, mark: &Mark) -> Fit {
    if let Some(within) = mark.at.strip_prefix(problem.at.as_str())
        && !named.is_empty()
    {
        match within.strip_suffix(named) {
            Some("" | ".") => return Fit::Field,
            Some(before) if before.ends_with('.') => return Fit::Named,
            _ if mark.text.as_deref() == Some(named) => return Fit::Named,
            _ => {}
        }
    }
    if mark.at == problem.at {
        return Fit::Place;
    }
    if !named.is_empty() && mark.text.as_deref() == Some(named) {
        return Fit::Elsewhere;
    }
    match problem.at.strip_prefix(mark.at.as_str()) {
        Some(rest) if rest.starts_with(['.', '[']) => Fit::Around(rest.len()),
        _ => Fit::Around(usize::MAX),
    }
}
