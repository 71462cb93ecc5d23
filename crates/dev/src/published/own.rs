//! What a published table prints beside the cells of the national form: cells of its place, and compositions of
//! its funds. They become a form of their own, laid over the national one, as a place's pack would add them.

use anyhow::{Context, Result};
use jibiao_kit::{Concept, Form, Kit, builtin_bytes};
use serde_json::{Map, Value, json};

/// The cells and tables that a place adds.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// In the order printed.
    pub(super) cells: Vec<OwnCell>,
    pub(super) compositions: Vec<Composition>,
    /// Whether rows say something about themselves beside their cells.
    pub(super) notes: bool,
}

/// A cell of the place's own.
#[derive(Debug)]
pub(super) struct OwnCell {
    label: String,
    pub(super) text: String,
    /// What it means, where the national form lacks the cell and not the meaning.
    concept: Option<Concept>,
}

/// A list of amounts, each for something.
#[derive(Debug)]
pub(super) struct Composition {
    /// Where it stands in the transcription: `funds.parts`.
    pub(super) origin: String,
    pub(super) lines: Vec<Line>,
}

#[derive(Debug)]
pub(super) struct Line {
    pub(super) item: String,
    pub(super) figures: Vec<(Concept, String)>,
}

/// The column of notes, by its id.
pub(super) const NOTE: &str = "note";

impl Own {
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.compositions.is_empty() && !self.notes
    }

    /// Adds a cell; always taken.
    pub(super) fn add(&mut self, concept: Option<Concept>, form: &Form, label: &str, text: &str) -> bool {
        let free = |concept: &Concept| {
            form.cell_of(*concept).is_none() && self.cells.iter().all(|cell| cell.concept != Some(*concept))
        };
        let concept = concept.filter(free);
        self.cells.push(OwnCell { label: label.to_owned(), text: text.to_owned(), concept });
        true
    }

    pub(super) fn cell_id(index: usize) -> String {
        format!("own-{}", index + 1)
    }

    /// The table of a composition: what it says of the goals is told from what it says of the funds.
    pub(super) fn table_id(&self, index: usize) -> String {
        let goal = self.compositions.get(index).is_some_and(|composition| composition.origin.starts_with("goal"));
        format!("{}-{}", if goal { "goal-lines" } else { "fund-lines" }, index + 1)
    }

    /// The built-in pack that states the form, with the form laid over by these cells and tables.
    pub(super) fn kit(&self, form: &str) -> Result<Kit> {
        let mut packs = Vec::new();
        for (_, bytes) in builtin_bytes() {
            let mut pack: Value = serde_json::from_slice(bytes)?;
            let stated =
                pack.get_mut("forms").and_then(|forms| forms.get_mut(form)?.get_mut("sections")?.as_array_mut());
            // Packs that only extend it have forms like this one, which the cells need not fit.
            let Some(sections) = stated else { continue };
            if self.notes {
                add_note(sections).context("the form has no table of indicators")?;
            }
            sections.push(self.section());
            packs.push(serde_json::to_vec(&pack)?);
        }
        Ok(Kit::load(packs.iter().map(Vec::as_slice))?)
    }

    fn section(&self) -> Value {
        let mut blocks = Vec::new();
        if !self.cells.is_empty() {
            let cells = self.cells.iter().enumerate();
            let cells = cells.map(|(index, cell)| {
                let mut json = json!({ "id": Self::cell_id(index), "label": both(&cell.label) });
                if let Some(concept) = cell.concept {
                    json["concept"] = concept.to_string().into();
                }
                json
            });
            blocks.push(json!({ "cells": cells.collect::<Vec<_>>() }));
        }
        for (index, composition) in self.compositions.iter().enumerate() {
            let mut columns = vec![Concept::LineItem];
            for (concept, _) in composition.lines.iter().flat_map(|line| &line.figures) {
                if !columns.contains(concept) {
                    columns.push(*concept);
                }
            }
            let columns: Vec<Value> = columns.iter().map(|concept| column(*concept)).collect();
            let label = both(&composition.origin);
            blocks.push(json!({ "table": { "id": self.table_id(index), "label": label, "columns": columns } }));
        }
        json!({ "id": "own", "label": both("own"), "blocks": blocks })
    }
}

fn add_note(sections: &mut [Value]) -> Option<()> {
    let blocks = sections.iter_mut().filter_map(|section| section["blocks"].as_array_mut()).flatten();
    let mut tables = blocks.filter_map(|block| block.get_mut("table")?.get_mut("columns")?.as_array_mut());
    let named = |column: &Value| column["concept"] == Concept::LevelThree.to_string();
    tables.find(|columns| columns.iter().any(named))?.push(column(Concept::Note));
    Some(())
}

fn column(concept: Concept) -> Value {
    let name = concept.to_string();
    json!({ "concept": name, "label": both(&name), "width": 100 })
}

fn both(label: &str) -> Value {
    json!({ "zh": label, "en": label })
}

/// The amounts of a nested value; `None` where it is no list of at least two amounts.
///
/// A name that ends with `_yuan`, `_wan` or `_yi` gives the unit of its numbers.
pub(super) fn composition(origin: &str, key: &str, value: &Value, total: Option<&Value>) -> Option<Composition> {
    let unit = unit(key);
    let mut lines = Vec::new();
    match value {
        // Amounts of one source at several moments, and lists beside their totals, are no parts of one whole.
        Value::Object(parts) if parts.iter().any(|(item, part)| moment(item).is_some() && !part.is_object()) => {
            return None;
        }
        Value::Object(parts) if parts.keys().any(|item| part_total(item).is_some()) => return None,
        Value::Object(parts) => {
            for (item, part) in parts {
                lines.extend(part_lines(key, item, part, unit)?);
            }
        }
        Value::Array(rows) if rows.iter().all(Value::is_array) => {
            for row in rows {
                lines.push(row_line(row.as_array()?)?);
            }
        }
        Value::Array(amounts) => {
            for (index, amount) in amounts.iter().enumerate() {
                let figures = vec![(Concept::LineAmount, figure(amount, unit)?)];
                lines.push(Line { item: (index + 1).to_string(), figures });
            }
        }
        _ => return None,
    }
    if let Some(total) = total.and_then(|total| figure(total, unit)) {
        lines.push(Line { item: "合计".to_owned(), figures: vec![(Concept::LineAmount, total)] });
    }
    (lines.len() >= 2).then(|| Composition { origin: origin.to_owned(), lines })
}

/// One named part: an amount, amounts by moment, or several amounts in a row.
fn part_lines(key: &str, item: &str, part: &Value, unit: &str) -> Option<Vec<Line>> {
    const BY_SOURCE: [Concept; 3] = [Concept::LineInitial, Concept::LineAmount, Concept::LineExecuted];
    let line = |figures| Line { item: item.to_owned(), figures };
    Some(match part {
        Value::Null => Vec::new(),
        Value::Object(figures) => vec![line(moments(figures, unit))],
        Value::Array(amounts) if key == "by_source" => {
            let amounts = BY_SOURCE.into_iter().zip(amounts);
            vec![line(amounts.filter_map(|(concept, amount)| Some((concept, figure(amount, unit)?))).collect())]
        }
        Value::Array(amounts) => {
            let amounts = amounts.iter().map(|amount| Some(line(vec![(Concept::LineAmount, figure(amount, unit)?)])));
            amounts.collect::<Option<_>>()?
        }
        amount => vec![line(vec![(Concept::LineAmount, figure(amount, unit)?)])],
    })
}

fn moments(figures: &Map<String, Value>, unit: &str) -> Vec<(Concept, String)> {
    figures.iter().filter_map(|(key, value)| Some((moment(key)?, figure(value, unit)?))).collect()
}

fn moment(key: &str) -> Option<Concept> {
    match key {
        "total" => Some(Concept::LineWhole),
        "initial" => Some(Concept::LineInitial),
        "annual" => Some(Concept::LineAmount),
        "executed" => Some(Concept::LineExecuted),
        _ => None,
    }
}

/// The name of the total that a list of parts belongs to: `parts_total` of `parts`, `done_total_yuan` of
/// `done_parts_yuan`.
pub(super) fn part_total(key: &str) -> Option<String> {
    if key == "parts" || key == "parts_yuan" {
        return Some(key.replacen("parts", "parts_total", 1));
    }
    key.contains("_parts").then(|| key.replacen("_parts", "_total", 1))
}

/// `[name, amount, grounds, amount of last year, amount of the year before]`: amounts in this order, words between.
fn row_line(cells: &[Value]) -> Option<Line> {
    let mut amounts = [Concept::LineAmount, Concept::LineLastYear, Concept::LineYearBefore].into_iter();
    let (item, rest) = cells.split_first()?;
    let mut figures = Vec::new();
    for cell in rest.iter().filter(|cell| !cell.is_null()) {
        match figure(cell, "") {
            Some(amount) => figures.push((amounts.next()?, amount)),
            None => figures.push((Concept::LineGrounds, cell.as_str()?.to_owned())),
        }
    }
    Some(Line { item: item.as_str()?.to_owned(), figures })
}

/// A number as printed, with the unit of its key; a text that starts as an amount does.
fn figure(value: &Value, unit: &str) -> Option<String> {
    match value {
        Value::Number(number) => Some(format!("{number}{unit}")),
        Value::String(text) if text.starts_with(|c: char| c.is_ascii_digit()) => Some(text.clone()),
        _ => None,
    }
}

fn unit(key: &str) -> &'static str {
    let units = [("_yuan", "元"), ("_wan", "万元"), ("_yi", "亿元")];
    units.iter().find(|(end, _)| key.ends_with(end)).map_or("", |(_, unit)| unit)
}
