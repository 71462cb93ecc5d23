//! How far each section is: the task list's statuses.

use jibiao_kit::{Document, Row, Severity};

use super::{
    check::Checked,
    spec::{BlockSpec, SectionSpec, Spec},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    NotStarted,
    Filling,
    Done,
    /// Something has to be changed.
    Trouble,
    /// Something should be changed.
    Doubt,
}

/// One for each section of the form, in order.
pub(crate) fn of(spec: &Spec, document: &Document, checked: Option<&Checked>) -> Vec<Status> {
    spec.sections.iter().map(|section| section_status(section, document, checked)).collect()
}

fn section_status(section: &SectionSpec, document: &Document, checked: Option<&Checked>) -> Status {
    match checked.and_then(|checked| checked.worst(&section.id)) {
        Some(Severity::Blocks) => return Status::Trouble,
        Some(Severity::Warns) => return Status::Doubt,
        _ => {}
    }
    let filled = |id: &str| !document.text(id).trim().is_empty();
    let (mut some, mut all) = (false, true);
    for block in &section.blocks {
        for field in block.fields() {
            if filled(field.id.as_str()) {
                some = true;
            } else if field.asked {
                all = false;
            }
        }
        if let BlockSpec::Table(table) = block {
            let rows = document.rows(table.id.as_str());
            // What the form prints itself is nobody's work.
            let own = |row: &&Row| {
                row.cells
                    .iter()
                    .any(|(cell, text)| !text.trim().is_empty() && !table.prints(row.id.as_str(), cell.as_str()))
            };
            let mut used = rows.iter().filter(own).peekable();
            some |= used.peek().is_some();
            all &= used.peek().is_some() && (table.printed.is_empty() || rows.iter().all(|row| own(&row)));
            let asked: Vec<&str> =
                table.columns.iter().filter(|c| !c.optional && c.needed()).map(|c| c.field.id.as_str()).collect();
            all &= used.all(|row| asked.iter().all(|column| !row.text(column).trim().is_empty()));
        }
    }
    match (some, all) {
        (_, true) if some => Status::Done,
        (true, _) => Status::Filling,
        (false, _) => Status::NotStarted,
    }
}

impl super::spec::ColumnSpec {
    /// Whether a row is incomplete without this column: reasons are only for rows that deviate, and rows may be for
    /// the year or for the whole period.
    fn needed(&self) -> bool {
        use jibiao_kit::Concept::{
            CauseEquipment, CauseFunds, CauseOther, CauseRules, CauseStaff, LevelTwo, Reason, WholeLevelThree,
            WholeLevelTwo, WholeTarget,
        };
        let causes = [CauseFunds, CauseRules, CauseStaff, CauseEquipment, CauseOther];
        if self.field.concept.is_some_and(|concept| causes.contains(&concept)) {
            return false;
        }
        !matches!(self.field.concept, Some(Reason | WholeLevelTwo | WholeLevelThree | WholeTarget | LevelTwo))
            || (self.field.concept == Some(LevelTwo) && self.group.is_none())
    }
}
