//! Changes as data: what a keystroke, a fix or an undo does to a document.

use std::fmt;

use serde::Serialize;

use crate::{CellId, Document, Row, RowId, RuleId, SortedMap, TableId, Waiver};

/// A change to a document. Applying it gives the change that takes it back.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// A cell outside tables gets this text.
    SetCell { cell: CellId, text: String },
    /// A cell of a row gets this text.
    SetRowCell { table: TableId, row: RowId, cell: CellId, text: String },
    /// A row is put in at a position (0 = first); beyond the end means last.
    InsertRow { table: TableId, at: usize, row: Row },
    /// A row is taken out.
    RemoveRow { table: TableId, row: RowId },
    /// A row moves to a position, counted after it was taken out.
    MoveRow { table: TableId, row: RowId, to: usize },
    /// A finding gets a reason why it may stand, in place of the one before.
    SetWaiver { waiver: Box<Waiver> },
    /// The reason that answers the same finding as this one is taken back.
    WithdrawWaiver { waiver: Box<Waiver> },
    /// Several changes as one step; all or none.
    All { edits: Vec<Edit> },
}

/// A change that does not fit the document. The document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// No such row in this table.
    NoSuchRow { table: TableId, row: RowId },
    /// A row with this id stands there already.
    RowExists { table: TableId, row: RowId },
    /// No waiver answers this finding.
    NoSuchWaiver { rule: RuleId },
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchRow { table, row } => write!(f, "table `{table}` has no row `{row}`"),
            Self::RowExists { table, row } => write!(f, "table `{table}` already has a row `{row}`"),
            Self::NoSuchWaiver { rule } => write!(f, "no waiver answers this finding of `{rule}`"),
        }
    }
}

impl std::error::Error for EditError {}

impl Document {
    /// Applies a change and returns the change that takes it back.
    ///
    /// # Errors
    /// [`EditError`] when the change names a row or a waiver that is not there (or a row that is there already); the
    /// document is then exactly as before.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::SetCell { cell, text } => {
                let before = set(&mut self.cells, cell.clone(), text);
                Ok(Edit::SetCell { cell, text: before })
            }
            Edit::SetRowCell { table, row, cell, text } => {
                let target = self
                    .tables
                    .get_mut(&table)
                    .and_then(|rows| rows.iter_mut().find(|candidate| candidate.id == row))
                    .ok_or_else(|| EditError::NoSuchRow { table: table.clone(), row: row.clone() })?;
                let before = set(&mut target.cells, cell.clone(), text);
                Ok(Edit::SetRowCell { table, row, cell, text: before })
            }
            Edit::InsertRow { table, at, row } => {
                if self.row(table.as_str(), row.id.as_str()).is_some() {
                    return Err(EditError::RowExists { table, row: row.id });
                }
                let id = row.id.clone();
                let rows = self.tables.get_or_default(table.clone());
                rows.insert(at.min(rows.len()), row);
                Ok(Edit::RemoveRow { table, row: id })
            }
            Edit::RemoveRow { table, row } => {
                let (at, taken) = self.take(&table, &row)?;
                Ok(Edit::InsertRow { table, at, row: taken })
            }
            Edit::MoveRow { table, row, to } => {
                let (at, taken) = self.take(&table, &row)?;
                let rows = self.tables.get_or_default(table.clone());
                rows.insert(to.min(rows.len()), taken);
                Ok(Edit::MoveRow { table, row, to: at })
            }
            Edit::SetWaiver { waiver } => match self.put_waiver((*waiver).clone()) {
                Some(before) => Ok(Edit::SetWaiver { waiver: Box::new(before) }),
                None => Ok(Edit::WithdrawWaiver { waiver }),
            },
            Edit::WithdrawWaiver { waiver } => match self.take_waiver(&waiver) {
                Some(taken) => Ok(Edit::SetWaiver { waiver: Box::new(taken) }),
                None => Err(EditError::NoSuchWaiver { rule: waiver.rule.clone() }),
            },
            Edit::All { edits } => {
                let mut back = Vec::with_capacity(edits.len());
                for edit in edits {
                    match self.apply(edit) {
                        Ok(inverse) => back.push(inverse),
                        Err(error) => {
                            for inverse in back.into_iter().rev() {
                                // Each inverse fits the state that its own change left, so none of them fails.
                                let _ = self.apply(inverse);
                            }
                            return Err(error);
                        }
                    }
                }
                back.reverse();
                Ok(Edit::All { edits: back })
            }
        }
    }

    fn take(&mut self, table: &TableId, row: &RowId) -> Result<(usize, Row), EditError> {
        let missing = || EditError::NoSuchRow { table: table.clone(), row: row.clone() };
        let rows = self.tables.get_mut(table).ok_or_else(missing)?;
        let at = rows.iter().position(|candidate| candidate.id == *row).ok_or_else(missing)?;
        Ok((at, rows.remove(at)))
    }
}

/// Sets a text and returns the one before; a blank text leaves no entry behind.
fn set(cells: &mut SortedMap<CellId, String>, cell: CellId, text: String) -> String {
    let before = if text.is_empty() { cells.remove(&cell) } else { cells.insert(cell, text) };
    before.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::Value as Json;

    use super::*;
    use crate::{Answer, FormId, PackRef};

    fn document() -> Document {
        let pack = PackRef { id: "p".into(), edition: "1".into(), sha256: String::new() };
        let mut document = Document::new("d", pack, FormId::fixed("f"));
        for id in ["r1", "r2", "r3"] {
            document.tables.get_or_default(TableId::fixed("t")).push(Row::new(RowId::fixed(id)));
        }
        document
    }

    fn waiver(row: &str, reason: &str) -> Box<Waiver> {
        Box::new(Waiver {
            rule: RuleId::fixed("target-vague"),
            message: "target-vague".into(),
            section: None,
            table: Some("t".into()),
            row: Some(row.into()),
            cell: Some("a".into()),
            args: Json::Null,
            text: Some(String::new()),
            answer: Answer { reason: reason.into(), ..Answer::default() },
            rest: serde_json::Map::new(),
        })
    }

    fn order(document: &Document) -> Vec<&str> {
        document.rows("t").iter().map(|row| row.id.as_str()).collect()
    }

    #[test]
    fn every_change_is_taken_back_by_its_inverse() {
        let table = || TableId::fixed("t");
        let row = |id| RowId::fixed(id);
        let changes = [
            Edit::SetCell { cell: "a".into(), text: "甲".into() },
            Edit::SetRowCell { table: table(), row: row("r2"), cell: "a".into(), text: "乙".into() },
            Edit::InsertRow { table: table(), at: 1, row: Row::new(row("r9")) },
            Edit::RemoveRow { table: table(), row: row("r2") },
            Edit::MoveRow { table: table(), row: row("r1"), to: 2 },
        ];
        let all = Edit::All { edits: changes[2..].to_vec() };
        for change in changes.into_iter().chain([all]) {
            let before = document();
            let mut after = before.clone();
            let inverse = after.apply(change.clone()).unwrap();
            assert_ne!(after, before, "{change:?}");
            after.apply(inverse).unwrap();
            assert_eq!(after, before, "{change:?}");
        }
    }

    #[test]
    fn a_reason_is_put_in_replaced_and_taken_back() {
        let reasons = |document: &Document| -> Vec<String> {
            document.waivers.iter().map(|waiver| waiver.answer.reason.clone()).collect()
        };
        let mut document = document();
        let first = document.apply(Edit::SetWaiver { waiver: waiver("r2", "乙") }).unwrap();
        document.apply(Edit::SetWaiver { waiver: waiver("r1", "甲") }).unwrap();
        assert_eq!(reasons(&document), ["甲", "乙"], "in the order of the rows' ids, not of the edits");
        let second = document.apply(Edit::SetWaiver { waiver: waiver("r2", "丙") }).unwrap();
        assert_eq!(reasons(&document), ["甲", "丙"]);
        let third = document.apply(Edit::WithdrawWaiver { waiver: waiver("r2", "") }).unwrap();
        assert_eq!(reasons(&document), ["甲"]);
        for (step, left) in [(third, vec!["甲", "丙"]), (second, vec!["甲", "乙"]), (first, vec!["甲"])] {
            document.apply(step).unwrap();
            assert_eq!(reasons(&document), left);
        }
    }

    #[test]
    fn a_reason_that_is_not_there_is_not_withdrawn() {
        let mut document = document();
        document.apply(Edit::SetWaiver { waiver: waiver("r1", "甲") }).unwrap();
        let before = document.clone();
        let refused = document.apply(Edit::WithdrawWaiver { waiver: waiver("r2", "甲") });
        assert_eq!(refused, Err(EditError::NoSuchWaiver { rule: RuleId::fixed("target-vague") }));
        assert_eq!(document, before);
    }

    #[test]
    fn a_row_that_is_brought_back_still_has_its_reason() {
        let mut document = document();
        document.apply(Edit::SetWaiver { waiver: waiver("r1", "甲") }).unwrap();
        let before = document.clone();
        let back = document.apply(Edit::RemoveRow { table: "t".into(), row: "r1".into() }).unwrap();
        document.apply(back).unwrap();
        assert_eq!(document, before);
    }

    #[test]
    fn a_group_that_fails_half_way_changes_nothing() {
        let mut document = document();
        let edits = vec![
            Edit::MoveRow { table: "t".into(), row: "r1".into(), to: 2 },
            Edit::RemoveRow { table: "t".into(), row: "r7".into() },
        ];
        assert!(document.apply(Edit::All { edits }).is_err());
        assert_eq!(order(&document), ["r1", "r2", "r3"]);
    }
}
