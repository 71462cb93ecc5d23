//! What one person typed into one form. Text first: every cell keeps the exact text typed.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::{Map, Value as Json};

use crate::{
    CellId, FormId, Origin, Place, RowId, SortedMap, TableId, Waiver,
    order::{arranged, order},
};

/// A pack, named so that nothing else can be meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    pub id: String,
    pub edition: String,
    /// Lower-case hexadecimal SHA-256 of the pack.
    pub sha256: String,
}

impl fmt::Display for PackRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.edition)
    }
}

/// Whether the document holds the whole table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// Every row of the table.
    #[default]
    Whole,
    /// 摘录: rows after the last one, and cells that are not there, are unknown. Nothing is said about absence.
    /// A cell that is there with an empty text was seen blank.
    Excerpt,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: RowId,
    pub cells: SortedMap<CellId, String>,
    /// Fields of a newer version, kept as they came.
    pub rest: Map<String, Json>,
}

impl Row {
    /// An empty row.
    pub fn new(id: RowId) -> Self {
        Self { id, cells: SortedMap::new(), rest: Map::new() }
    }

    /// The text of a cell; blank where nothing was typed.
    pub fn text(&self, column: &str) -> &str {
        // Every reading and many rules ask this of every row. Column names differ in length more often than at their
        // beginning, so looking through a usual row is quicker than halving it.
        const USUAL: usize = 16;
        if self.cells.len() > USUAL {
            return self.cells.get(column).map_or("", String::as_str);
        }
        self.cells.iter().find(|(id, _)| id.as_str() == column).map_or("", |(_, text)| text)
    }

    /// Whether every cell is blank.
    pub fn is_blank(&self) -> bool {
        self.cells.values().all(|text| text.trim().is_empty())
    }
}

/// What one person typed into one form.
///
/// On the wire it is one JSON object; fields that this version does not know are kept and written back.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Made once, never reused.
    pub id: String,
    /// Counts saved states.
    pub revision: u64,
    pub pack: PackRef,
    pub form: FormId,
    pub extent: Extent,
    /// Texts of the cells outside tables.
    pub cells: SortedMap<CellId, String>,
    /// Rows of the tables.
    pub tables: SortedMap<TableId, Vec<Row>>,
    /// 情况说明, in the order of [`Waiver::order`].
    pub waivers: Vec<Waiver>,
    /// 来源: the documents that this one was made from.
    pub origins: Vec<Origin>,
    /// Fields of a newer version, kept as they came.
    pub rest: Map<String, Json>,
}

impl Document {
    /// The version of the document format that this crate writes.
    pub const FORMAT: u64 = 1;

    /// A blank document.
    pub fn new(id: impl Into<String>, pack: PackRef, form: FormId) -> Self {
        Self {
            id: id.into(),
            revision: 0,
            pack,
            form,
            extent: Extent::Whole,
            cells: SortedMap::new(),
            tables: SortedMap::new(),
            waivers: Vec::new(),
            origins: Vec::new(),
            rest: Map::new(),
        }
    }

    /// The text of a cell; blank where nothing was typed.
    pub fn text(&self, cell: &str) -> &str {
        self.cells.get(cell).map_or("", String::as_str)
    }

    /// The rows of a table.
    pub fn rows(&self, table: &str) -> &[Row] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// Position and row of a row id.
    pub fn row(&self, table: &str, row: &str) -> Option<(usize, &Row)> {
        self.rows(table).iter().enumerate().find(|(_, candidate)| candidate.id.as_str() == row)
    }

    /// The text of the cell at a place; `None` where the place is no cell, or its row is gone.
    pub fn text_at(&self, place: &Place) -> Option<&str> {
        let cell = place.cell.as_ref()?.as_str();
        match (&place.table, &place.row) {
            (Some(table), Some(row)) => {
                // The pointer holds the position as it was when the document was checked, which is mostly now.
                let position = place.pointer.split('/').nth(3).and_then(|index| index.parse::<usize>().ok());
                let pointed = position.and_then(|position| self.rows(table.as_str()).get(position));
                let found = pointed.filter(|candidate| candidate.id == *row);
                Some(found.or_else(|| Some(self.row(table.as_str(), row.as_str())?.1))?.text(cell))
            }
            (None, None) => Some(self.text(cell)),
            _ => None,
        }
    }

    /// Puts a waiver in; the one before that answered the same finding.
    pub(crate) fn put_waiver(&mut self, waiver: Waiver) -> Option<Waiver> {
        match self.waivers.binary_search_by(|other| other.order(&waiver)) {
            Ok(at) => self.waivers.get_mut(at).map(|slot| std::mem::replace(slot, waiver)),
            Err(at) => {
                self.waivers.insert(at, waiver);
                None
            }
        }
    }

    /// Takes out the waiver that answers the same finding as this one.
    pub(crate) fn take_waiver(&mut self, waiver: &Waiver) -> Option<Waiver> {
        let at = self.waivers.binary_search_by(|other| other.order(waiver)).ok()?;
        Some(self.waivers.remove(at))
    }

    /// A row id that this document does not use yet: `r` and a number.
    pub fn fresh_row_id(&self) -> RowId {
        let highest = self
            .tables
            .values()
            .flatten()
            .filter_map(|row| row.id.as_str().strip_prefix('r')?.parse::<u64>().ok())
            .max()
            .unwrap_or(0);
        RowId::new(format!("r{}", highest.saturating_add(1)))
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("cells", &self.cells)?;
        for (key, value) in &self.rest {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("jibiao", &Self::FORMAT)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("revision", &self.revision)?;
        map.serialize_entry("pack", &self.pack)?;
        map.serialize_entry("form", &self.form)?;
        if self.extent != Extent::Whole {
            map.serialize_entry("extent", &self.extent)?;
        }
        map.serialize_entry("cells", &self.cells)?;
        map.serialize_entry("tables", &self.tables)?;
        if !self.waivers.is_empty() {
            map.serialize_entry("waivers", &self.waivers)?;
        }
        if !self.origins.is_empty() {
            map.serialize_entry("origins", &self.origins)?;
        }
        for (key, value) in &self.rest {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

pub(crate) struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row: an object with `id` (text) and `cells` (texts by column)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let (mut id, mut cells, mut rest) = (None, None, Map::new());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => once(&mut id, "id", map.next_value()?)?,
                "cells" => once(&mut cells, "cells", map.next_value()?)?,
                _ => keep(&mut rest, key, map.next_value()?)?,
            }
        }
        Ok(Row { id: id.ok_or_else(|| A::Error::missing_field("id"))?, cells: cells.unwrap_or_default(), rest })
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a 填报文件: an object with `jibiao`, `id`, `pack`, `form`, `cells` and `tables`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let (mut format, mut id, mut revision, mut pack, mut form) = (None::<u64>, None, None, None, None);
        let (mut extent, mut cells, mut tables, mut rest) = (None, None, None, Map::new());
        let (mut waivers, mut origins) = (None::<Vec<Waiver>>, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "jibiao" => once(&mut format, "jibiao", map.next_value()?)?,
                "id" => once(&mut id, "id", map.next_value()?)?,
                "revision" => once(&mut revision, "revision", map.next_value()?)?,
                "pack" => once(&mut pack, "pack", map.next_value()?)?,
                "form" => once(&mut form, "form", map.next_value()?)?,
                "extent" => once(&mut extent, "extent", map.next_value()?)?,
                "cells" => once(&mut cells, "cells", map.next_value()?)?,
                "tables" => once(&mut tables, "tables", map.next_value()?)?,
                "waivers" => once(&mut waivers, "waivers", map.next_value()?)?,
                "origins" => once(&mut origins, "origins", map.next_value()?)?,
                _ => keep(&mut rest, key, map.next_value()?)?,
            }
        }
        let format = format.ok_or_else(|| A::Error::missing_field("jibiao"))?;
        if format > Document::FORMAT {
            return Err(A::Error::custom(format_args!("format {format} is newer than {}", Document::FORMAT)));
        }
        Ok(Document {
            id: id.ok_or_else(|| A::Error::missing_field("id"))?,
            revision: revision.unwrap_or_default(),
            pack: pack.ok_or_else(|| A::Error::missing_field("pack"))?,
            form: form.ok_or_else(|| A::Error::missing_field("form"))?,
            extent: extent.unwrap_or_default(),
            cells: cells.unwrap_or_default(),
            tables: tables.unwrap_or_default(),
            waivers: in_order(waivers.unwrap_or_default()),
            origins: origins.unwrap_or_default(),
            rest,
        })
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DocumentVisitor)
    }
}

/// Other programs may write them in any order.
fn in_order(waivers: Vec<Waiver>) -> Vec<Waiver> {
    let order = order(waivers.len(), &|a, b| match (waivers.get(a), waivers.get(b)) {
        (Some(a), Some(b)) => a.order(b),
        _ => std::cmp::Ordering::Equal,
    });
    arranged(waivers, &order)
}

/// Keeps a field of a newer version.
pub(crate) fn keep<E: serde::de::Error>(rest: &mut Map<String, Json>, key: String, value: Json) -> Result<(), E> {
    if rest.contains_key(&key) {
        return Err(E::custom(format_args!("duplicate field `{key}`")));
    }
    rest.insert(key, value);
    Ok(())
}

/// Stores a field that may stand only once: two values for one field would be a silent choice.
pub(crate) fn once<T, E: serde::de::Error>(slot: &mut Option<T>, name: &'static str, value: T) -> Result<(), E> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(name)),
    }
}
