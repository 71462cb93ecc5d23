//! The first place where a JSON value does not have the shape of a document. Looked at only when a file was refused:
//! what a parser says about it is neither in our words nor in the reader's language.

use jibiao_model::Relation;
use serde_json::{Map, Value};

/// What is wrong at one place of a file.
pub(crate) enum Misfit {
    /// A field that has to be there is not.
    Missing { at: String },
    /// A value of another kind than wanted; `wanted` is a message key.
    Kind { at: String, wanted: &'static str, found: Value },
}

/// Finds the first misfit, from the document's own fields down to the cells of its tables.
pub(crate) fn misfit(file: &Map<String, Value>) -> Option<Misfit> {
    document(file).err()
}

fn document(file: &Map<String, Value>) -> Result<(), Misfit> {
    text("", file, "id")?;
    if let Some(value) = file.get("revision").filter(|value| value.as_u64().is_none()) {
        return Err(kind("/revision".to_owned(), "json-count", value));
    }
    pack("", file)?;
    text("", file, "form")?;
    if let Some(value) = file.get("extent").filter(|value| !matches!(value.as_str(), Some("whole" | "excerpt"))) {
        return Err(kind("/extent".to_owned(), "json-extent", value));
    }
    cells("", file)?;
    waivers(file)?;
    origins(file)?;
    let Some(tables) = file.get("tables") else { return Ok(()) };
    for (id, rows) in object("/tables", tables)? {
        let table = below("/tables", id);
        let rows = rows.as_array().ok_or_else(|| kind(table.clone(), "json-list", rows))?;
        for (index, row) in rows.iter().enumerate() {
            let at = format!("{table}/{index}");
            let row = object(&at, row)?;
            text(&at, row, "id")?;
            cells(&at, row)?;
        }
    }
    Ok(())
}

fn waivers(file: &Map<String, Value>) -> Result<(), Misfit> {
    let Some(waivers) = file.get("waivers") else { return Ok(()) };
    let list = waivers.as_array().ok_or_else(|| kind("/waivers".to_owned(), "json-list", waivers))?;
    for (index, waiver) in list.iter().enumerate() {
        let at = format!("/waivers/{index}");
        let waiver = object(&at, waiver)?;
        ["rule", "message"].iter().try_for_each(|field| text(&at, waiver, field))?;
        let optional = ["section", "table", "row", "cell", "text", "reason", "by", "date"];
        optional.iter().filter(|field| waiver.contains_key(**field)).try_for_each(|field| text(&at, waiver, field))?;
    }
    Ok(())
}

fn pack(at: &str, holder: &Map<String, Value>) -> Result<(), Misfit> {
    let at = below(at, "pack");
    let pack = object(&at, holder.get("pack").ok_or_else(|| Misfit::Missing { at: at.clone() })?)?;
    ["id", "edition", "sha256"].iter().try_for_each(|field| text(&at, pack, field))
}

fn origins(file: &Map<String, Value>) -> Result<(), Misfit> {
    let Some(origins) = file.get("origins") else { return Ok(()) };
    let list = origins.as_array().ok_or_else(|| kind("/origins".to_owned(), "json-list", origins))?;
    for (index, origin) in list.iter().enumerate() {
        let at = format!("/origins/{index}");
        let origin = object(&at, origin)?;
        ["relation", "id", "form", "sha256"].iter().try_for_each(|field| text(&at, origin, field))?;
        let relation = origin.get("relation");
        let known = |value: &&Value| !Relation::ALL.iter().any(|relation| value.as_str() == Some(relation.name()));
        if let Some(value) = relation.filter(known) {
            return Err(kind(below(&at, "relation"), "json-relation", value));
        }
        if let Some(value) = origin.get("revision").filter(|value| value.as_u64().is_none()) {
            return Err(kind(below(&at, "revision"), "json-count", value));
        }
        pack(&at, origin)?;
        for field in ["frozen", "before"] {
            let Some(carried) = origin.get(field) else { continue };
            let at = below(&at, field);
            let carried = object(&at, carried)?;
            cells(&at, carried)?;
            let Some(tables) = carried.get("tables") else { continue };
            let at = below(&at, "tables");
            for (table, rows) in object(&at, tables)? {
                let at = below(&at, table);
                for (row, cells) in object(&at, rows)? {
                    let at = below(&at, row);
                    let cells = object(&at, cells)?;
                    cells.keys().try_for_each(|cell| text(&at, cells, cell))?;
                }
            }
        }
    }
    Ok(())
}

fn cells(at: &str, holder: &Map<String, Value>) -> Result<(), Misfit> {
    let Some(cells) = holder.get("cells") else { return Ok(()) };
    let at = below(at, "cells");
    let cells = object(&at, cells)?;
    cells.keys().try_for_each(|cell| text(&at, cells, cell))
}

fn text(at: &str, holder: &Map<String, Value>, field: &str) -> Result<(), Misfit> {
    match holder.get(field) {
        Some(Value::String(_)) => Ok(()),
        Some(other) => Err(kind(below(at, field), "json-text", other)),
        None => Err(Misfit::Missing { at: below(at, field) }),
    }
}

fn object<'v>(at: &str, value: &'v Value) -> Result<&'v Map<String, Value>, Misfit> {
    value.as_object().ok_or_else(|| kind(at.to_owned(), "json-object", value))
}

fn kind(at: String, wanted: &'static str, found: &Value) -> Misfit {
    Misfit::Kind { at, wanted, found: found.clone() }
}

/// The JSON pointer (RFC 6901) of a field.
fn below(at: &str, field: &str) -> String {
    format!("{at}/{}", field.replace('~', "~0").replace('/', "~1"))
}
