//! Names that tell cells, rows, tables, forms and rules apart.

use std::{
    borrow::{Borrow, Cow},
    fmt,
};

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// An id known when the program was written.
            pub const fn fixed(text: &'static str) -> Self {
                Self(Cow::Borrowed(text))
            }

            /// An id read from a pack or a document.
            pub fn new(text: impl Into<String>) -> Self {
                Self(Cow::Owned(text.into()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    };
}

id! {
    /// A single cell of a form, or a column of one of its tables: `project-name`, `fund.total.annual`.
    CellId
}
id! {
    /// A form of a pack: `project-declaration-2021`.
    FormId
}
id! {
    /// One row of a table, for as long as the document lives; it survives moves, exports and merges.
    RowId
}
id! {
    /// A rule, named after the defect it finds: `rate-above-100`.
    RuleId
}
id! {
    /// A section of a form: `funds`.
    SectionId
}
id! {
    /// A table of a form: `indicators`.
    TableId
}
