//! `same-text`: two cells that should differ say the same. Spaces and punctuation don't count.

use jibiao_model::{Arg, Known};

use super::{
    Case, Fields, Out,
    names::{CellName, Names},
};
use crate::View;

pub(super) const CASES: &[Case<'static>] = &[("", &["cell", "other"])];

#[derive(Clone, Debug)]
pub(super) struct SameText {
    /// The cell that is reported and the cell it repeats.
    pairs: Vec<(CellName, CellName)>,
    /// A project of a single year may well say the same twice.
    unless_one_year: bool,
}

impl SameText {
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        Self {
            pairs: names.pairs(rule.list("pairs"), "cell", "repeats"),
            unless_one_year: rule.flag("unless-one-year"),
        }
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) {
        for (cell, other) in &self.pairs {
            let (Some((id, text)), Some((other, repeated))) = (cell.text(view), other.text(view)) else { continue };
            if same(text, repeated) && !(self.unless_one_year && is_one_year(view)) {
                let args = [("cell", Arg::Cell(id.clone())), ("other", Arg::Cell(other.clone()))];
                out.report(view.at_cell(id), "", args);
            }
        }
    }
}

/// Whether two texts have the same letters and digits, and at least one.
fn same(a: &str, b: &str) -> bool {
    let mut letters = a.chars().filter(|c| c.is_alphanumeric());
    let mut others = b.chars().filter(|c| c.is_alphanumeric());
    let mut any = false;
    loop {
        match (letters.next(), others.next()) {
            (Some(a), Some(b)) if a == b => any = true,
            (None, None) => return any,
            _ => return false,
        }
    }
}

fn is_one_year(view: &View<'_>) -> bool {
    let Known::Answered(period) = &view.reading.period else { return false };
    let year = |date: Option<jibiao_model::PartialDate>| date.and_then(|date| date.year);
    year(period.from).is_some() && year(period.from) == year(period.to)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn punctuation_and_spaces_do_not_make_a_difference() {
        assert!(same("完成拆违任务。", " 完成拆违 任务"));
        assert!(!same("完成拆违任务", "完成年度拆违任务"));
        assert!(!same("", "。"), "two blanks say nothing");
    }
}
