//! Edits as they come from outside. By hand: the derived reader of tagged types keeps a copy of everything that it
//! reads, and with it a second reader for every type below.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};

use crate::{
    CellId, Edit, Row, RowId, TableId, Waiver,
    document::{RowVisitor, once},
};

const FIELDS: &[&str] = &["edit", "cell", "text", "table", "row", "at", "to", "waiver", "edits"];

const KINDS: &[&str] =
    &["set-cell", "set-row-cell", "insert-row", "remove-row", "move-row", "set-waiver", "withdraw-waiver", "all"];

/// `row` names a row, except where a row is put in.
enum RowField {
    Id(RowId),
    Whole(Row),
}

struct RowFieldVisitor;

impl<'de> Visitor<'de> for RowFieldVisitor {
    type Value = RowField;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a row, or a row")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<RowField, E> {
        Ok(RowField::Id(id.into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RowField, A::Error> {
        RowVisitor.visit_map(map).map(RowField::Whole)
    }
}

impl<'de> Deserialize<'de> for RowField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RowFieldVisitor)
    }
}

/// The fields of every kind of edit. Each kind takes its own; one that is left was too much.
#[derive(Default)]
struct Fields {
    cell: Option<CellId>,
    text: Option<String>,
    table: Option<TableId>,
    row: Option<RowField>,
    at: Option<usize>,
    to: Option<usize>,
    waiver: Option<Box<Waiver>>,
    edits: Option<Vec<Edit>>,
}

fn taken<T, E: Error>(slot: &mut Option<T>, name: &'static str) -> Result<T, E> {
    slot.take().ok_or_else(|| E::missing_field(name))
}

impl Fields {
    fn edit<E: Error>(&mut self, kind: &str) -> Result<Edit, E> {
        Ok(match kind {
            "set-cell" => Edit::SetCell { cell: taken(&mut self.cell, "cell")?, text: taken(&mut self.text, "text")? },
            "set-row-cell" => Edit::SetRowCell {
                table: taken(&mut self.table, "table")?,
                row: self.row_id()?,
                cell: taken(&mut self.cell, "cell")?,
                text: taken(&mut self.text, "text")?,
            },
            "insert-row" => Edit::InsertRow {
                table: taken(&mut self.table, "table")?,
                at: taken(&mut self.at, "at")?,
                row: match taken(&mut self.row, "row")? {
                    RowField::Whole(row) => row,
                    RowField::Id(_) => return Err(E::custom("`row` names a row; the row itself was expected")),
                },
            },
            "remove-row" => Edit::RemoveRow { table: taken(&mut self.table, "table")?, row: self.row_id()? },
            "move-row" => Edit::MoveRow {
                table: taken(&mut self.table, "table")?,
                row: self.row_id()?,
                to: taken(&mut self.to, "to")?,
            },
            "set-waiver" => Edit::SetWaiver { waiver: taken(&mut self.waiver, "waiver")? },
            "withdraw-waiver" => Edit::WithdrawWaiver { waiver: taken(&mut self.waiver, "waiver")? },
            "all" => Edit::All { edits: taken(&mut self.edits, "edits")? },
            _ => {
                return Err(E::unknown_variant(kind, KINDS));
            }
        })
    }

    fn row_id<E: Error>(&mut self) -> Result<RowId, E> {
        match taken(&mut self.row, "row")? {
            RowField::Id(row) => Ok(row),
            RowField::Whole(_) => Err(E::custom("`row` is a row; its id was expected")),
        }
    }

    fn too_much(&self) -> Option<&'static str> {
        let left = [
            (self.cell.is_some(), "cell"),
            (self.text.is_some(), "text"),
            (self.table.is_some(), "table"),
            (self.row.is_some(), "row"),
            (self.at.is_some(), "at"),
            (self.to.is_some(), "to"),
            (self.waiver.is_some(), "waiver"),
            (self.edits.is_some(), "edits"),
        ];
        left.into_iter().find(|(left, _)| *left).map(|(_, name)| name)
    }
}

struct EditVisitor;

impl<'de> Visitor<'de> for EditVisitor {
    type Value = Edit;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an edit: an object with `edit` and the fields of that kind of edit")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Edit, A::Error> {
        let mut kind: Option<String> = None;
        let mut fields = Fields::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "edit" => once(&mut kind, "edit", map.next_value()?)?,
                "cell" => once(&mut fields.cell, "cell", map.next_value()?)?,
                "text" => once(&mut fields.text, "text", map.next_value()?)?,
                "table" => once(&mut fields.table, "table", map.next_value()?)?,
                "row" => once(&mut fields.row, "row", map.next_value()?)?,
                "at" => once(&mut fields.at, "at", map.next_value()?)?,
                "to" => once(&mut fields.to, "to", map.next_value()?)?,
                "waiver" => once(&mut fields.waiver, "waiver", map.next_value()?)?,
                "edits" => once(&mut fields.edits, "edits", map.next_value()?)?,
                _ => return Err(A::Error::unknown_field(&key, FIELDS)),
            }
        }
        let edit = fields.edit(&kind.ok_or_else(|| A::Error::missing_field("edit"))?)?;
        match fields.too_much() {
            None => Ok(edit),
            Some(name) => Err(A::Error::custom(format_args!("this edit has no field `{name}`"))),
        }
    }
}

impl<'de> Deserialize<'de> for Edit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EditVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Edit, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn every_edit_is_read_back_as_it_was_written() {
        let (table, row) = (|| TableId::fixed("t"), || RowId::fixed("r1"));
        let mut filled = Row::new(row());
        filled.cells.insert("a".into(), "甲".to_owned());
        let edits = [
            Edit::SetCell { cell: "a".into(), text: "x".into() },
            Edit::SetRowCell { table: table(), row: row(), cell: "a".into(), text: "x".into() },
            Edit::InsertRow { table: table(), at: 2, row: filled },
            Edit::RemoveRow { table: table(), row: row() },
            Edit::MoveRow { table: table(), row: row(), to: 0 },
        ];
        let waiver: Waiver = serde_json::from_str(r#"{"rule":"a","message":"a","reason":"x"}"#).unwrap();
        let set = Edit::SetWaiver { waiver: Box::new(waiver.clone()) };
        let withdraw = Edit::WithdrawWaiver { waiver: Box::new(waiver) };
        let all = Edit::All { edits: edits.to_vec() };
        for edit in edits.into_iter().chain([set, withdraw, all]) {
            assert_eq!(read(&serde_json::to_string(&edit).unwrap()), Ok(edit));
        }
    }

    #[test]
    fn the_kind_may_stand_anywhere() {
        let edit = Edit::SetCell { cell: "a".into(), text: "x".into() };
        assert_eq!(read(r#"{ "text": "x", "cell": "a", "edit": "set-cell" }"#), Ok(edit));
    }

    #[test]
    fn an_edit_with_a_field_too_few_or_too_many_is_refused() {
        for (text, said) in [
            (r#"{ "cell": "a", "text": "x" }"#, "missing field `edit`"),
            (r#"{ "edit": "set-cell", "cell": "a" }"#, "missing field `text`"),
            (r#"{ "edit": "set-cell", "cell": "a", "text": "x", "row": "r1" }"#, "no field `row`"),
            (r#"{ "edit": "set-cell", "cell": "a", "text": "x", "by": "me" }"#, "unknown field `by`"),
            (r#"{ "edit": "set-cell", "cell": "a", "text": "x", "text": "y" }"#, "duplicate field `text`"),
            (r#"{ "edit": "set-cells", "cell": "a" }"#, "unknown variant `set-cells`"),
            (r#"{ "edit": "insert-row", "table": "t", "at": 0, "row": "r1" }"#, "the row itself was expected"),
            (r#"{ "edit": "remove-row", "table": "t", "row": { "id": "r1" } }"#, "its id was expected"),
            (r#"{ "edit": "remove-row", "table": "t", "row": 1 }"#, "the id of a row, or a row"),
            (r#"{ "edit": "set-waiver" }"#, "missing field `waiver`"),
            (r#"{ "edit": "set-waiver", "waiver": "r1" }"#, "a waiver"),
            (r#"{ "edit": "set-cell", "cell": "a", "text": "x", "waiver": {"rule":"a","message":"a"} }"#, "`waiver`"),
            ("[]", "an edit"),
        ] {
            let refused = read(text).unwrap_err();
            assert!(refused.contains(said), "{text}: {refused}");
        }
    }
}
