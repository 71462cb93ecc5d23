//! Findings of one rule in one column, told together: a column that nobody filled is one thing to do.

use anstyle::Style;
use jibiao_kit::{Draft, Entry, Place, WordedFinding, Words};

use crate::{
    commands::Session,
    page::{BOLD, DIM, PLAIN, Page},
};

/// A finding with its words.
pub(super) type Told<'r> = (&'r Entry, &'r WordedFinding);

/// Findings of one rule in one column, or of a table as a whole, beside each other; the others alone. The first of each
/// stays where it was.
pub(super) fn together(findings: Vec<Told<'_>>) -> Vec<Vec<Told<'_>>> {
    let mut groups: Vec<Vec<Told<'_>>> = Vec::new();
    for told in findings {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| is_alike(first.0, told.0))) {
            Some(group) => group.push(told),
            None => groups.push(vec![told]),
        }
    }
    groups
}

fn is_alike(one: &Entry, other: &Entry) -> bool {
    let (a, b) = (&one.finding.place, &other.finding.place);
    let column = |place: &Place| place.table.is_some() && place.row.is_some() == place.cell.is_some();
    one.finding.rule == other.finding.rule && column(a) && a.table == b.table && a.cell == b.cell && column(b)
}

impl Session<'_> {
    /// Several findings in one column: where, once; what of each, unless nothing stands there; what to do, once.
    pub(super) fn alike(
        self,
        page: &mut Page,
        number: usize,
        style: Style,
        alike: &[Told<'_>],
        draft: &Draft,
        words: &Words<'_>,
    ) {
        const INDENT: usize = 5;
        let Some((first, worded)) = alike.first() else { return };
        let places: Vec<&Place> = alike.iter().map(|(entry, _)| &entry.finding.place).collect();
        let last = number.saturating_add(alike.len()).saturating_sub(1);
        let numbers = format!("{:>4} ", format!("{number}–{last}."));
        let rule = first.finding.rule.as_str();
        page.line(&[(style, &numbers), (BOLD, &words.places(&places)), (PLAIN, "  "), (DIM, rule)]);
        let is_blank = |entry: &Entry| {
            let text = draft.document().text_at(&entry.finding.place);
            entry.finding.place.row.is_some() && text.is_none_or(|text| text.trim().is_empty())
        };
        let same = |entry: &Entry| entry.finding.message == first.finding.message && entry.finding.fixes.is_empty();
        if alike.iter().all(|(entry, _)| is_blank(entry) && same(entry)) {
            page.paragraph(INDENT, 0, PLAIN, &worded.what);
            page.paragraph(INDENT, 0, PLAIN, &self.speech.say("alike-rows", &[]));
        } else {
            for (_, worded) in alike {
                page.paragraph(INDENT, 0, PLAIN, &worded.what);
                for fix in &worded.fixes {
                    page.paragraph(INDENT, 2, PLAIN, &self.speech.say("fix-line", &[("text", fix)]));
                }
            }
        }
        page.paragraph(INDENT, 2, PLAIN, &self.speech.say("do-line", &[("text", &worded.advice)]));
    }
}
