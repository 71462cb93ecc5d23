//! The steps of a draft, kept beside it: what was done can be taken back after the page was closed, too.

use jibiao_model::{Document, Edit};
use serde::Deserialize;
use serde_json::json;

use crate::Draft;

/// How many steps in either direction are kept.
const KEPT: usize = 200;

/// The most that is kept, in bytes: of a block of thousands of cells each step holds what was there before.
const MOST: usize = 1 << 19;

#[derive(Deserialize)]
struct Steps {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
}

impl Draft {
    /// The steps that can be taken back and those taken back, the last 200 of each, as JSON; fewer where they hold much.
    pub fn steps(&self) -> String {
        let mut most = KEPT;
        loop {
            let text = json!({ "undo": last(&self.undo, most), "redo": last(&self.redo, most) }).to_string();
            if text.len() <= MOST || most == 0 {
                return text;
            }
            most /= 2;
        }
    }

    /// Takes over the steps that were kept with exactly this document; whether there were any. Steps that do not fit it
    /// are left out, with all before them.
    pub fn recall(&mut self, steps: &str) -> bool {
        let Ok(Steps { undo, redo }) = serde_json::from_str::<Steps>(steps) else { return false };
        self.undo = fitting(self.document().clone(), undo);
        self.redo = fitting(self.document().clone(), redo);
        !self.undo.is_empty() || !self.redo.is_empty()
    }
}

fn last(steps: &[Edit], most: usize) -> &[Edit] {
    steps.get(steps.len().saturating_sub(most)..).unwrap_or_default()
}

/// The steps that can be gone one after the other, from the last.
fn fitting(mut document: Document, mut steps: Vec<Edit>) -> Vec<Edit> {
    let good = steps.iter().rev().take_while(|step| document.apply((*step).clone()).is_ok()).count();
    steps.drain(..steps.len().saturating_sub(good));
    steps
}

#[cfg(test)]
mod tests {
    use jibiao_model::{CellId, Row, RowId, TableId};

    use super::*;
    use crate::{Kit, Rebind};

    fn set(text: &str) -> Edit {
        Edit::SetCell { cell: CellId::new("project-name"), text: text.to_owned() }
    }

    fn insert(row: &str) -> Edit {
        Edit::InsertRow { table: TableId::new("indicators"), at: 0, row: Row::new(RowId::new(row)) }
    }

    /// The draft as it is after the page was closed and opened.
    fn reopened(kit: &Kit, draft: &Draft) -> Draft {
        let mut again = kit.bind(draft.document().clone(), Rebind::Never).unwrap().draft;
        again.recall(&draft.steps());
        again
    }

    #[test]
    fn what_was_done_is_taken_back_and_done_again_after_reopening() {
        let kit = Kit::builtin().unwrap();
        let mut draft = kit.blank("project-declaration-2021", "d").unwrap();
        for edit in [set("甲"), insert("r1"), set("乙")] {
            draft.apply(edit).unwrap();
        }
        draft.undo().unwrap();
        let mut again = reopened(&kit, &draft);
        assert_eq!(again.history(), (true, true));
        again.redo().unwrap();
        assert_eq!(again.document().text("project-name"), "乙");
        let mut again = reopened(&kit, &again);
        while again.undo().is_some() {}
        assert!(again.document().cells.is_empty() && again.document().rows("indicators").is_empty());
    }

    #[test]
    fn two_hundred_steps_are_kept_and_no_more() {
        let kit = Kit::builtin().unwrap();
        let mut draft = kit.blank("project-declaration-2021", "d").unwrap();
        for step in 1..=230 {
            draft.apply(set(&step.to_string())).unwrap();
        }
        let mut again = reopened(&kit, &draft);
        let mut steps = 0;
        while again.undo().is_some() {
            steps += 1;
        }
        assert_eq!((steps, again.document().text("project-name")), (200, "30"));
    }

    #[test]
    fn steps_that_hold_much_are_fewer() {
        let kit = Kit::builtin().unwrap();
        let mut draft = kit.blank("project-declaration-2021", "d").unwrap();
        let long = "字".repeat(30_000);
        for step in 0..20 {
            draft.apply(set(&format!("{step}{long}"))).unwrap();
        }
        let steps = draft.steps();
        assert!(steps.len() <= MOST, "{}", steps.len());
        assert_eq!(reopened(&kit, &draft).history(), (true, false));
    }

    #[test]
    fn steps_that_do_not_fit_are_left_out_with_all_before_them() {
        let kit = Kit::builtin().unwrap();
        let mut draft = kit.blank("project-declaration-2021", "d").unwrap();
        draft.apply(set("甲")).unwrap();
        let undo = [set("前"), Edit::RemoveRow { table: TableId::new("indicators"), row: RowId::new("r7") }, set("乙")];
        assert!(draft.recall(&json!({ "undo": undo, "redo": [] }).to_string()));
        draft.undo().unwrap();
        assert_eq!(draft.document().text("project-name"), "乙");
        assert!(draft.undo().is_none());
        for wrong in ["", "{}", "[]", r#"{"undo":[1],"redo":[]}"#] {
            assert!(!draft.recall(wrong), "{wrong}");
        }
    }
}
