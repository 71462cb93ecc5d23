//! The first place where a JSON value does not have the shape of a document. Looked at only when a file was refused:
//! what a parser says about it is neither in our words nor in the reader's language.

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
    let pack = file.get("pack").ok_or_else(|| Misfit::Missing { at: "/pack".to_owned() })?;
    let pack = object("/pack", pack)?;
    ["id", "edition", "sha256"].iter().try_for_each(|field| text("/pack", pack, field))?;
    text("", file, "form")?;
    if let Some(value) = file.get("extent").filter(|value| !matches!(value.as_str(), Some("whole" | "excerpt"))) {
        return Err(kind("/extent".to_owned(), "json-extent", value));
    }
    cells("", file)?;
    waivers(file)?;
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
