//! What the list of drafts shows of each, kept beside the draft so that the list opens without opening them all.

use serde_json::{Value, json};

use crate::browser::clock::Moment;

/// A draft in the list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Card {
    pub(crate) id: String,
    pub(crate) form: String,
    pub(crate) project: String,
    /// 项目代码, 主管部门 and 实施单位, as far as the form has them.
    pub(crate) code: String,
    pub(crate) department: String,
    pub(crate) unit: String,
    pub(crate) year: String,
    /// Sections that are complete, and all of them.
    pub(crate) done: u32,
    pub(crate) sections: u32,
    /// Findings of the last check, where there was one.
    pub(crate) problems: Option<u32>,
    /// Entries of the return slip that wait for an answer, where there is one.
    pub(crate) asked: Option<u32>,
    /// Whether a return slip that is in no file is being written on it.
    pub(crate) returning: bool,
    pub(crate) changed: Moment,
    pub(crate) file: FileMark,
    /// Whether somebody filled something in since it was made from a list of projects.
    pub(crate) begun: bool,
    /// Whether it was put away. It comes back when it is changed.
    pub(crate) archived: bool,
}

/// How the draft stands to the file on disk.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FileMark {
    /// The name of the file it was opened from or saved to.
    pub(crate) name: Option<String>,
    pub(crate) saved: Option<Moment>,
    /// Whether the draft holds changes that the file does not.
    pub(crate) behind: bool,
    /// Whether the number of the last save stands for what the draft says now: in a file or in a bundle it left the page with
    /// it, and nothing was changed since.
    pub(crate) numbered: bool,
}

// Read and written field by field: what a derive makes of these few is as large as the rest of this folder.
impl Card {
    pub(super) fn read(text: &str) -> Option<Self> {
        let card: Value = serde_json::from_str(text).ok()?;
        let text = |key: &str| Some(card.get(key)?.as_str()?.to_owned());
        let some = |key: &str| text(key).unwrap_or_default();
        let count = |key: &str| u32::try_from(card.get(key)?.as_u64()?).ok();
        let file = card.get("file")?;
        Some(Self {
            id: text("id")?,
            form: text("form")?,
            project: text("project")?,
            code: some("code"),
            department: some("department"),
            unit: some("unit"),
            year: text("year")?,
            done: count("done")?,
            sections: count("sections")?,
            problems: count("problems"),
            asked: count("asked"),
            returning: card.get("returning").and_then(Value::as_bool).unwrap_or_default(),
            changed: card.get("changed")?.as_i64()?,
            file: FileMark {
                name: file.get("name").and_then(Value::as_str).map(str::to_owned),
                saved: file.get("saved").and_then(Value::as_i64),
                behind: file.get("behind")?.as_bool()?,
                numbered: file.get("numbered").and_then(Value::as_bool).unwrap_or_default(),
            },
            begun: card.get("begun").and_then(Value::as_bool).unwrap_or(true),
            archived: card.get("archived").and_then(Value::as_bool).unwrap_or_default(),
        })
    }

    pub(super) fn written(&self) -> String {
        let file = json!({ "name": self.file.name, "saved": self.file.saved, "behind": self.file.behind, "numbered": self.file.numbered });
        let card = json!({
            "id": self.id,
            "form": self.form,
            "project": self.project,
            "code": self.code,
            "department": self.department,
            "unit": self.unit,
            "year": self.year,
            "done": self.done,
            "sections": self.sections,
            "problems": self.problems,
            "asked": self.asked,
            "returning": self.returning,
            "changed": self.changed,
            "file": file,
            "begun": self.begun,
            "archived": self.archived,
        });
        card.to_string()
    }
}
