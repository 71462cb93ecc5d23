//! Project types and sectors.

use jibiao_model::Label;
use jibiao_reading::WordSet;

/// What a category groups by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CategoryKind {
    /// 项目类型: what is done (培训, 设备购置).
    Type,
    /// 行业领域: whose business it is (教育, 水利).
    Sector,
}

/// A project type or a sector.
#[derive(Clone, Debug)]
pub struct Category {
    pub kind: CategoryKind,
    /// A short name for machines; the Chinese name where a library added the category.
    pub id: String,
    /// English is blank where a library added the category.
    pub label: Label,
    /// Who names this category in print; blank: this project's suggestion, or the library's own.
    pub named: String,
    /// What stands in the name of such a project.
    pub(crate) words: WordSet,
}

impl Category {
    pub(crate) fn new(kind: CategoryKind, id: &str, label: Label, named: &str, words: &str) -> Self {
        let own = std::iter::once(label.zh.as_str());
        let words = WordSet::new(own.chain(words.split('、')).map(str::to_owned));
        Self { kind, id: id.to_owned(), label, named: named.to_owned(), words }
    }

    /// A category that only has a name.
    pub(crate) fn named_only(kind: CategoryKind, name: &str) -> Self {
        Self::new(kind, name, Label { zh: name.to_owned(), en: String::new() }, "", "")
    }

    /// Whether this is what a person calls it: id or name.
    pub fn is_called(&self, name: &str) -> bool {
        self.id == name || self.label.zh == name || (!name.is_empty() && self.label.en == name)
    }
}
