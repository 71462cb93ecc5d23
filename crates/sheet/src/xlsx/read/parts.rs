//! The smaller files of a workbook: relations, shared texts, number formats.

use super::{
    ReadError,
    xml::{Part, Xml, attribute, end, name},
};
use crate::xlsx::{format::builtin, text::unescape};

/// What one file of a workbook says of another.
#[derive(Debug)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    /// The path in the zip; blank where it leads outside.
    pub(super) path: String,
}

pub(super) fn relations(text: &str, folder: &str) -> Result<Vec<Relation>, ReadError> {
    let mut out = Vec::new();
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next()? {
        let Part::Begin(element) = part else { continue };
        if name(&element) != "Relationship" {
            continue;
        }
        let get = |key: &str| attribute(&element, key).unwrap_or_default().into_owned();
        let outside = get("TargetMode") == "External";
        let path = if outside { String::new() } else { joined(folder, &get("Target")) };
        out.push(Relation { id: get("Id"), kind: get("Type"), path });
    }
    Ok(out)
}

/// A path from a folder of the zip. It never leaves the zip: there is nothing else it could name.
fn joined(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut steps: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        steps.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The texts that cells share, in their order. Readings printed above the signs (`rPh`) are no part of them.
pub(super) fn shared(text: &str) -> Result<Vec<String>, ReadError> {
    let mut out = Vec::new();
    let mut xml = Xml::new(text);
    let (mut current, mut inside, mut aside) = (String::new(), false, 0_usize);
    while let Some(part) = xml.next()? {
        match part {
            Part::Begin(element) => match name(&element) {
                "si" => current.clear(),
                "t" => inside = aside == 0,
                "rPh" => aside = aside.saturating_add(1),
                _ => {}
            },
            Part::End(element) => match end(&element) {
                "si" => out.push(unescape(std::mem::take(&mut current))),
                "t" => inside = false,
                "rPh" => aside = aside.saturating_sub(1),
                _ => {}
            },
            Part::Text(text) if inside => current.push_str(&text),
            Part::Text(_) => {}
        }
    }
    Ok(out)
}

/// The format code of each look of cells, in their order.
pub(super) fn formats(text: &str) -> Result<Vec<String>, ReadError> {
    let (mut own, mut looks): (Vec<(u32, String)>, Vec<u32>) = (Vec::new(), Vec::new());
    let mut in_cells = false;
    let mut xml = Xml::new(text);
    while let Some(part) = xml.next()? {
        match part {
            Part::Begin(element) => {
                let number = || attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                match name(&element) {
                    "numFmt" => {
                        own.push((number(), attribute(&element, "formatCode").unwrap_or_default().into_owned()));
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => looks.push(number()),
                    _ => {}
                }
            }
            Part::End(element) if end(&element) == "cellXfs" => in_cells = false,
            Part::End(_) | Part::Text(_) => {}
        }
    }
    own.sort();
    let code = |id: u32| match own.binary_search_by_key(&id, |(own, _)| *own) {
        Ok(at) => own.get(at).map(|(_, code)| code.clone()).unwrap_or_default(),
        Err(_) => builtin(id).to_owned(),
    };
    Ok(looks.into_iter().map(code).collect())
}
