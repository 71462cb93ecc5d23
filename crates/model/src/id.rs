//! Names that tell cells, rows, tables, forms and rules apart.

use std::{
    borrow::Borrow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The text of an id. Copies share it: every finding, edit and place names the cells and rows it is about, and a check of a
/// long table makes thousands of them.
#[derive(Clone)]
enum Name {
    /// Known when the program was written.
    Fixed(&'static str),
    /// From a pack or a document.
    Read(Arc<str>),
}

impl Name {
    fn as_str(&self) -> &str {
        match self {
            Self::Fixed(text) => text,
            Self::Read(text) => text,
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        let (text, other) = (self.as_str(), other.as_str());
        // Copies of one another, most of the time.
        std::ptr::eq(text, other) || text == other
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        let (text, other) = (self.as_str(), other.as_str());
        if std::ptr::eq(text, other) { Ordering::Equal } else { text.cmp(other) }
    }
}

// As the text, by which maps are asked.
impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Name, E> {
                Ok(Name::Read(text.into()))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Name);

        impl $name {
            /// An id known when the program was written.
            pub const fn fixed(text: &'static str) -> Self {
                Self(Name::Fixed(text))
            }

            /// An id read from a pack or a document.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Name::Read(text.as_ref().into()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_its_text_wherever_that_is_from() {
        let (fixed, read) = (RuleId::fixed("rate-above-100"), RuleId::new(String::from("rate-above-100")));
        assert_eq!(fixed, read);
        assert_eq!(read, read.clone());
        assert_ne!(read, RuleId::fixed("rate-above-10"));
        assert!(RuleId::fixed("rate-above-10") < read && read < RuleId::fixed("rate-above-101"));
        let map = std::collections::HashMap::from([(read, 1)]);
        assert_eq!(map.get("rate-above-100"), Some(&1));
    }

    #[test]
    fn an_id_is_written_and_read_as_its_text() {
        let id: CellId = serde_json::from_str(r#""fund\u002etotal""#).unwrap();
        assert_eq!(id.as_str(), "fund.total");
        assert_eq!(serde_json::to_string(&id).unwrap(), r#""fund.total""#);
        assert_eq!(format!("{id:?}"), r#"CellId("fund.total")"#);
        assert!(serde_json::from_str::<CellId>("1").unwrap_err().to_string().contains("expected a string"));
    }
}
