//! 来源: which document of the yearly circle a document was made from, and what it took over.
//!
//! What was taken over is kept with the document, so that whoever holds one file can see whether an approved target still
//! stands as approved. Whether the file that is named really said so takes that file: its digest is kept as well.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::{Map, Value as Json};

use crate::{
    CellId, Concept, Document, FormId, FundMoment, PackRef, RowId, SortedMap, TableId,
    document::{keep, once},
};

/// What the other document is to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// 批复的目标: the declaration whose targets are monitored or evaluated here.
    Approved,
    /// 事前评估: the sheet on which the project was evaluated before it was declared.
    Assessed,
    /// 上期: the monitoring sheet of the period before.
    Previous,
    /// 上年: the same project's document of the year before.
    LastYear,
    /// 调整前: the revision that this one takes the place of.
    Adjusted,
    /// 被评对象: the document that this sheet rates.
    Rated,
    /// 组成: one of the projects that make up a department.
    Part,
}

impl Relation {
    /// All relations.
    pub const ALL: [Self; 7] =
        [Self::Approved, Self::Assessed, Self::Previous, Self::LastYear, Self::Adjusted, Self::Rated, Self::Part];

    /// The name used in packs and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Assessed => "assessed",
            Self::Previous => "previous",
            Self::LastYear => "last-year",
            Self::Adjusted => "adjusted",
            Self::Rated => "rated",
            Self::Part => "part",
        }
    }

    /// Whether a document made in this way goes on saying the same of a concept as the other one, though a person may
    /// type there: whose money it is, how much of it was granted, what a quotation quotes. What must stay to the letter
    /// is frozen besides.
    pub fn holds(self, concept: Concept) -> bool {
        use Concept as C;
        let named = matches!(
            concept,
            C::Year | C::ProjectName | C::ProjectCode | C::Department | C::DepartmentCode | C::ImplementingUnit
        );
        match self {
            Self::Approved => named || matches!(concept, C::Fund(_, FundMoment::Initial | FundMoment::Annual)),
            Self::Previous => named || matches!(concept, C::Fund(_, FundMoment::Initial)),
            Self::Rated => named || matches!(concept, C::Fund(_, FundMoment::Year | FundMoment::Whole)),
            Self::Assessed => named,
            // A project may get another name, or go to another unit, by an adjustment.
            Self::Adjusted => matches!(concept, C::Year | C::ProjectCode),
            Self::LastYear => matches!(concept, C::LastTarget | C::LastActual),
            Self::Part => matches!(concept, C::Year | C::Department),
        }
    }
}

/// The cells of some rows, by row.
pub type CarriedRows = SortedMap<RowId, SortedMap<CellId, String>>;

/// Texts that were taken over, under the names of cells and rows of the document that took them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Carried {
    /// Cells outside tables.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub cells: SortedMap<CellId, String>,
    /// Cells of rows.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub tables: SortedMap<TableId, CarriedRows>,
}

impl Carried {
    /// Whether nothing was taken over.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.tables.is_empty()
    }
}

/// A document that this one was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    pub relation: Relation,
    /// Id of the other document.
    pub id: String,
    /// Revision of the other document.
    pub revision: u64,
    pub form: FormId,
    pub pack: PackRef,
    /// Lower-case hexadecimal SHA-256 of the other document in canonical JSON (RFC 8785).
    pub sha256: String,
    /// What must stay as it is there: approved targets.
    pub frozen: Carried,
    /// What was taken over as a beginning, or stood there before an adjustment.
    pub before: Carried,
    /// Fields of a newer version, kept as they came.
    pub rest: Map<String, Json>,
}

impl Document {
    /// The origin with a relation; the first, where several have it.
    pub fn origin(&self, relation: Relation) -> Option<&Origin> {
        self.origins.iter().find(|origin| origin.relation == relation)
    }

    /// Whether a cell (of a row, where there is one) holds something that must stay as it was approved.
    pub fn is_frozen(&self, table: Option<&str>, row: Option<&str>, cell: &str) -> bool {
        self.origins.iter().any(|origin| match (table, row) {
            (Some(table), Some(row)) => {
                let rows = origin.frozen.tables.get(table);
                rows.and_then(|rows| rows.get(row)).is_some_and(|cells| cells.contains_key(cell))
            }
            _ => origin.frozen.cells.contains_key(cell),
        })
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("relation", &self.relation)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("revision", &self.revision)?;
        map.serialize_entry("form", &self.form)?;
        map.serialize_entry("pack", &self.pack)?;
        map.serialize_entry("sha256", &self.sha256)?;
        for (name, carried) in [("frozen", &self.frozen), ("before", &self.before)] {
            if !carried.is_empty() {
                map.serialize_entry(name, carried)?;
            }
        }
        for (key, value) in &self.rest {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

struct OriginVisitor;

impl<'de> Visitor<'de> for OriginVisitor {
    type Value = Origin;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an origin: an object with `relation`, `id`, `revision`, `form`, `pack` and `sha256`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Origin, A::Error> {
        let (mut relation, mut id, mut revision, mut form, mut pack, mut sha256) = (None, None, None, None, None, None);
        let (mut frozen, mut before, mut rest) = (None, None, Map::new());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "relation" => once(&mut relation, "relation", map.next_value()?)?,
                "id" => once(&mut id, "id", map.next_value()?)?,
                "revision" => once(&mut revision, "revision", map.next_value()?)?,
                "form" => once(&mut form, "form", map.next_value()?)?,
                "pack" => once(&mut pack, "pack", map.next_value()?)?,
                "sha256" => once(&mut sha256, "sha256", map.next_value()?)?,
                "frozen" => once(&mut frozen, "frozen", map.next_value()?)?,
                "before" => once(&mut before, "before", map.next_value()?)?,
                _ => keep(&mut rest, key, map.next_value()?)?,
            }
        }
        Ok(Origin {
            relation: relation.ok_or_else(|| A::Error::missing_field("relation"))?,
            id: id.ok_or_else(|| A::Error::missing_field("id"))?,
            revision: revision.unwrap_or_default(),
            form: form.ok_or_else(|| A::Error::missing_field("form"))?,
            pack: pack.ok_or_else(|| A::Error::missing_field("pack"))?,
            sha256: sha256.ok_or_else(|| A::Error::missing_field("sha256"))?,
            frozen: frozen.unwrap_or_default(),
            before: before.unwrap_or_default(),
            rest,
        })
    }
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OriginVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_comes_back_as_it_was_with_fields_of_a_newer_version() {
        let text = concat!(
            r#"{"relation":"approved","id":"a","revision":3,"form":"f","pack":{"id":"p","edition":"1","sha256":"00"},"#,
            r#""sha256":"ab","frozen":{"cells":{"year-goal":"修路3公里"},"tables":{"indicators":{"r1":{"target":"≥3公里"}}}},"#,
            r#""colour":"red"}"#
        );
        let origin: Origin = serde_json::from_str(text).unwrap();
        assert_eq!(origin.relation, Relation::Approved);
        assert_eq!(serde_json::to_string(&origin).unwrap(), text);
    }

    #[test]
    fn names_of_relations_are_those_of_files() {
        for relation in Relation::ALL {
            assert_eq!(serde_json::to_string(&relation).unwrap(), format!("\"{}\"", relation.name()));
        }
    }
}
