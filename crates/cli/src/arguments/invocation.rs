//! What can be asked for on the command line.

use jibiao_kit::{Rebind, Relation, Stage, model::LevelTwo};

use super::{ExchangeInvocation, SlipInvocation};
use crate::{
    commands::excel::ImportInvocation,
    sealed::{Keys, Seal},
};

/// How a result is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Sarif,
    Html,
    Xlsx,
}

impl Format {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Invocation {
    Help,
    Version,
    Check {
        files: Vec<String>,
        stage: Stage,
        format: Format,
        rebind: Rebind,
    },
    Score {
        files: Vec<String>,
        format: Format,
        rebind: Rebind,
    },
    Upload {
        file: String,
        stage: Stage,
        rebind: Rebind,
    },
    Explain {
        rules: Vec<String>,
    },
    Rules,
    /// All forms, or the cells of one.
    Forms {
        form: Option<String>,
        format: Format,
    },
    New {
        form: String,
        from: Vec<String>,
        relation: Option<Relation>,
        id: Option<String>,
        rebind: Rebind,
    },
    Trace {
        files: Vec<String>,
        format: Format,
        rebind: Rebind,
    },
    /// Documents, or a blank form, as a workbook.
    Excel {
        files: Vec<String>,
        blank: Option<String>,
        output: Option<String>,
        rebind: Rebind,
    },
    Import(ImportInvocation),
    Schemas,
    Schema {
        name: String,
    },
    Pack(PackInvocation),
    Library(LibraryInvocation),
    Bundle(BundleInvocation),
    Slip(SlipInvocation),
    Exchange(ExchangeInvocation),
    /// A document as it is disclosed.
    Publish {
        file: String,
        format: Format,
        output: Option<String>,
        rebind: Rebind,
    },
    Verify {
        files: Vec<String>,
        format: Format,
        keys: Keys,
    },
}

/// What is to go into a bundle, and where it is to lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BundleInvocation {
    pub(crate) files: Vec<String>,
    pub(crate) attachments: Vec<String>,
    pub(crate) stage: Stage,
    pub(crate) rebind: Rebind,
    pub(crate) id: Option<String>,
    /// The day it is made, as the person says.
    pub(crate) date: Option<String>,
    pub(crate) output: String,
    /// Whether a file that lies there already may be replaced.
    pub(crate) force: bool,
    /// For whom it is sealed, if for anybody.
    pub(crate) seal: Seal,
    /// The return slips that go along, each beside its document.
    pub(crate) slips: Vec<String>,
}

/// What is looked for in the indicator library. Nothing at all: what there is to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LibraryInvocation {
    pub(crate) text: String,
    pub(crate) level: Option<LevelTwo>,
    pub(crate) category: Option<String>,
    /// A file with somebody's own library.
    pub(crate) own: Option<String>,
    pub(crate) format: Format,
}

/// What is asked for about packs. A pack is named by its folder, by a file, or by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PackInvocation {
    Show { packs: Vec<String>, format: Format },
    Lint { packs: Vec<String>, format: Format },
    Test { packs: Vec<String>, format: Format },
    Diff { before: String, after: String, format: Format },
    Build { folder: String, output: Option<String> },
}

/// What is asked for, and the packs that are to be at hand for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) invocation: Invocation,
    pub(crate) packs: Vec<String>,
}

impl Asked {
    pub(super) fn bare(invocation: Invocation) -> Self {
        Self { invocation, packs: Vec::new() }
    }
}
