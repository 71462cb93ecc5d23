//! Fixes that leave nothing to choose, all at once.

use jibiao_model::{Document, Edit, Entry, Finding, Fix, Form, Kind, Place, Report, Stage};

use crate::Draft;

/// One fix brings about another: points, their total, the grade. Nothing needs more rounds than these.
const ROUNDS: usize = 4;

/// What [`Draft::mending`] changes.
#[derive(Clone, Debug)]
pub struct Mending {
    /// Everything, as one step.
    pub edit: Edit,
    /// What was mended, with its one fix; each place once, the last fix of it.
    pub findings: Vec<Finding>,
}

impl Draft {
    /// Fixes that can be taken without asking. The finding may not be answered with a reason instead, it offers one
    /// fix, and that fix gives its own cell another text, or puts in rows. Nothing is emptied or taken out, no amount
    /// of money is changed, and no two of them disagree about a cell. What is computed from rows waits until everything
    /// that can be chosen in the rows is chosen.
    pub fn sure_fixes<'r>(&self, report: &'r Report) -> Vec<(&'r Entry, &'r Fix)> {
        let mut sure: Vec<(&Entry, &Fix)> = Vec::new();
        let mut disputed: Vec<&Place> = Vec::new();
        let to_choose = |entry: &Entry| entry.waivable && entry.waiver.is_none() && !entry.finding.fixes.is_empty();
        let waits = report.entries.iter().any(|entry| entry.finding.place.row.is_some() && to_choose(entry));
        for entry in &report.entries {
            let [fix] = entry.finding.fixes.as_slice() else { continue };
            if entry.waivable || entry.waiver.is_some() || !is_plain(&fix.edit, &entry.finding.place, self.form()) {
                continue;
            }
            if waits && entry.finding.place.row.is_none() {
                continue;
            }
            let other = sure.iter().find(|(other, _)| other.finding.place == entry.finding.place);
            match other {
                None => sure.push((entry, fix)),
                Some((_, other)) if other.edit == fix.edit => {}
                Some(_) => disputed.push(&entry.finding.place),
            }
        }
        sure.retain(|(entry, _)| !disputed.contains(&&entry.finding.place));
        sure
    }

    /// Takes all sure fixes on a copy, and those that they bring about; `None` where there are none.
    pub fn mending(&self, stage: Stage) -> Option<Mending> {
        let mut copy = Draft::bound(self.pack().clone(), self.document().clone())?;
        let (mut edits, mut findings) = (Vec::new(), Vec::<Finding>::new());
        for _ in 0..ROUNDS {
            let report = copy.check(stage);
            let before = edits.len();
            for (entry, fix) in self.sure_fixes(&report) {
                if copy.apply(fix.edit.clone()).is_err() {
                    continue;
                }
                edits.push(fix.edit.clone());
                findings.retain(|other| other.place != entry.finding.place);
                findings.push((*entry.finding).clone());
            }
            if edits.len() == before {
                break;
            }
        }
        // What came back to its first text was not mended.
        findings.retain(|finding| {
            let text = |document: &Document| document.text_at(&finding.place).map(str::to_owned);
            finding.place.cell.is_none() || text(self.document()) != text(copy.document())
        });
        (!findings.is_empty()).then_some(Mending { edit: Edit::All { edits }, findings })
    }
}

fn is_plain(edit: &Edit, place: &Place, form: &Form) -> bool {
    let amount = |kind: Option<Kind>| kind == Some(Kind::Money);
    match edit {
        Edit::SetCell { cell, text } => {
            let kind = form.cell(cell.as_str()).map(|cell| cell.kind);
            place.cell.as_ref() == Some(cell) && place.row.is_none() && !text.trim().is_empty() && !amount(kind)
        }
        Edit::SetRowCell { table, row, cell, text } => {
            let here = (place.table.as_ref(), place.row.as_ref(), place.cell.as_ref());
            let columns = form.tables().filter(|(_, other)| other.id == *table).flat_map(|(_, table)| &table.columns);
            let kind = columns.into_iter().find(|column| column.id == *cell).map(|column| column.kind);
            here == (Some(table), Some(row), Some(cell)) && !text.trim().is_empty() && !amount(kind)
        }
        Edit::InsertRow { .. } => true,
        Edit::All { edits } => !edits.is_empty() && edits.iter().all(|edit| matches!(edit, Edit::InsertRow { .. })),
        _ => false,
    }
}
