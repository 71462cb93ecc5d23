//! Which of several findings of one slip is told.
//!
//! `≥**座` is template text that was left in and no number either: two rules are right, and a person has one thing to
//! change. So the pack says which rule gives way to which others, and a finding is left out where one of those others
//! stands at the same place. What blocks never gives way to what is milder, nor what must be changed to what may be
//! excused: precedence chooses the words, not the verdict.

use jibiao_model::{Entry, Place, RuleId, order::order_of_texts};

/// A rule, and one that tells the same slip better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivesWay {
    pub rule: RuleId,
    pub to: RuleId,
}

/// Takes out the findings that give way. Judged is what was found before anything was taken out, so the order of the
/// rules is of no account; the pack's loader refuses circles, so something is always left.
pub(crate) fn settle(pairs: &[GivesWay], entries: &mut Vec<Entry>) {
    let concerned = |entry: &Entry| pairs.iter().any(|pair| entry.finding.rule == pair.rule);
    if entries.len() < 2 || !entries.iter().any(concerned) {
        return;
    }
    let named = |entry: &Entry| pairs.iter().any(|pair| [&pair.rule, &pair.to].contains(&&entry.finding.rule));
    let candidates: Vec<usize> =
        entries.iter().enumerate().filter(|(_, entry)| named(entry)).map(|(at, _)| at).collect();
    // Findings of one row or cell lie side by side, so that many rows don't cost their product.
    let anchors: Vec<&str> =
        candidates.iter().filter_map(|at| entries.get(*at)).map(|entry| anchor(&entry.finding.place)).collect();
    let order = order_of_texts(&anchors);
    let mut told = vec![true; entries.len()];
    for group in order.chunk_by(|a, b| anchors.get(*a) == anchors.get(*b)) {
        let group = || group.iter().filter_map(|at| candidates.get(*at));
        for at in group() {
            let better = |other: &usize| {
                let (Some(entry), Some(other)) = (entries.get(*at), entries.get(*other)) else { return false };
                gives_way(pairs, entry, other)
            };
            if group().any(better)
                && let Some(told) = told.get_mut(*at)
            {
                *told = false;
            }
        }
    }
    let mut told = told.into_iter();
    entries.retain(|_| told.next() != Some(false));
}

fn gives_way(pairs: &[GivesWay], entry: &Entry, other: &Entry) -> bool {
    let (own, its) = (&entry.finding, &other.finding);
    pairs.iter().any(|pair| pair.rule == own.rule && pair.to == its.rule)
        && is_one_place(&own.place, &its.place)
        && other.severity <= entry.severity
        && (entry.waivable || !other.waivable)
}

/// The same cell; or a row as a whole and a cell of it.
fn is_one_place(a: &Place, b: &Place) -> bool {
    let row_and_cell =
        a.row.is_some() && a.row == b.row && a.table == b.table && (a.cell.is_none() || b.cell.is_none());
    a.pointer == b.pointer || row_and_cell
}

/// The pointer of the row that a place lies in; outside tables, its own.
fn anchor(place: &Place) -> &str {
    match (&place.row, &place.cell) {
        (Some(_), Some(_)) => place.pointer.rsplit_once("/cells/").map_or(&place.pointer, |(row, _)| row),
        _ => &place.pointer,
    }
}

#[cfg(test)]
mod tests {
    use jibiao_model::{Dimension, Finding, Severity};

    use super::*;

    fn entry(rule: &'static str, row: Option<&str>, cell: Option<&str>, severity: Severity) -> Entry {
        let mut pointer = row.map_or_else(String::new, |row| format!("/tables/indicators/{row}"));
        pointer.extend(cell.map(|cell| format!("/cells/{cell}")));
        let place = Place {
            pointer,
            section: None,
            table: row.map(|_| "indicators".into()),
            row: row.map(Into::into),
            cell: cell.map(Into::into),
        };
        let finding =
            Finding { rule: RuleId::fixed(rule), place, message: rule.to_owned(), args: Vec::new(), fixes: Vec::new() };
        Entry { severity, dimension: Dimension::Relevance, waivable: false, waiver: None, finding: finding.into() }
    }

    /// The rules that are told of these, where `vague` gives way to `template` and that to `blank`.
    fn told(mut entries: Vec<Entry>) -> Vec<String> {
        let pair = |rule, to| GivesWay { rule: RuleId::fixed(rule), to: RuleId::fixed(to) };
        settle(&[pair("vague", "template"), pair("template", "blank")], &mut entries);
        entries.iter().map(|entry| entry.finding.rule.to_string()).collect()
    }

    #[test]
    fn a_finding_gives_way_to_the_better_one_at_its_cell_and_nowhere_else() {
        use Severity::{Blocks, Warns};
        let template = || entry("template", Some("1"), Some("target"), Blocks);
        assert_eq!(told(vec![entry("vague", Some("1"), Some("target"), Warns), template()]), ["template"]);
        // A row as a whole holds its cells.
        assert_eq!(told(vec![template(), entry("vague", Some("1"), None, Warns)]), ["template"]);
        let elsewhere = [(Some("1"), Some("name")), (Some("10"), Some("target")), (None, Some("target")), (None, None)];
        for (row, cell) in elsewhere {
            assert_eq!(told(vec![entry("vague", row, cell, Warns), template()]), ["vague", "template"]);
        }
        let goal = |rule| entry(rule, None, Some("year-goal"), Warns);
        assert_eq!(told(vec![goal("vague"), goal("other"), goal("template")]), ["other", "template"]);
    }

    #[test]
    fn what_is_graver_or_may_not_be_excused_stays() {
        use Severity::{Advises, Blocks, Warns};
        let at = |rule, severity| entry(rule, None, Some("year-goal"), severity);
        assert_eq!(told(vec![at("vague", Blocks), at("template", Warns)]), ["vague", "template"]);
        assert_eq!(told(vec![at("vague", Warns), at("template", Warns)]), ["template"]);
        assert_eq!(told(vec![at("vague", Advises), at("template", Warns)]), ["template"]);
        let mut excusable = at("template", Warns);
        excusable.waivable = true;
        assert_eq!(told(vec![at("vague", Warns), excusable.clone()]), ["vague", "template"]);
        let mut both = at("vague", Warns);
        both.waivable = true;
        assert_eq!(told(vec![both, excusable]), ["template"]);
    }

    #[test]
    fn what_gave_way_itself_is_no_less_the_better_one() {
        let at = |rule| entry(rule, None, Some("year-goal"), Severity::Warns);
        assert_eq!(told(vec![at("vague"), at("template"), at("blank")]), ["blank"]);
        assert_eq!(told(vec![at("blank"), at("vague")]), ["blank", "vague"]);
    }
}
