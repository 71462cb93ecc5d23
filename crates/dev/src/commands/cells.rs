//! `cargo dev cells`: value cells as the engine reads them, one JSON line each.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result};
use jibiao_kit::model::{Known, Meaning, Number, Operator, Unit, UnitFamily};
use jibiao_kit::reading::read_value;
use lexopt::Arg;
use serde::{Deserialize, Serialize};

use crate::files;

pub(super) const COMMAND: super::Command = super::Command {
    name: "cells",
    usage: "FILE",
    summary: "read the value cells of a JSON list {text, op_column, unit_column}, one JSON line each",
    run,
};

/// A value cell with the columns beside it.
#[derive(Deserialize)]
struct Cell {
    text: String,
    op_column: Option<String>,
    unit_column: Option<String>,
}

/// What was understood, in the words of a hand label.
#[derive(Debug, PartialEq, Serialize)]
struct Line {
    op: Option<&'static str>,
    number: Option<String>,
    unit: Option<String>,
    kind: &'static str,
}

fn run(mut arguments: lexopt::Parser) -> Result<()> {
    let mut from = None::<PathBuf>;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(path) if from.is_none() => from = Some(path.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let from = from.context("which cells? cargo dev cells FILE")?;
    let cells: Vec<Cell> = serde_json::from_str(&files::read_text(&from)?)
        .with_context(|| format!("{} is no list of cells {{text, op_column, unit_column}}", from.display()))?;
    let mut out = std::io::stdout().lock();
    for cell in &cells {
        writeln!(out, "{}", serde_json::to_string(&line(cell))?)?;
    }
    Ok(())
}

fn line(cell: &Cell) -> Line {
    let nothing = Line { op: None, number: None, unit: None, kind: "empty" };
    let value = match read_value(&cell.text, cell.op_column.as_deref(), cell.unit_column.as_deref()) {
        Known::Answered(value) => value,
        Known::NotYet | Known::NotApplicable => return nothing,
        // A label has no word for it: the text stands as it is.
        Known::Unreadable => return Line { kind: "qualitative", ..nothing },
    };
    let measured = |number: Option<String>, unit: Option<Unit>| Line {
        op: value.operator.map(Operator::sign),
        number,
        kind: kind(unit.as_ref()),
        unit: unit.map(|unit| unit.text),
    };
    match value.meaning {
        Meaning::Quantity(quantity) => measured(Some(quantity.number.to_string()), quantity.unit),
        Meaning::Range { low, high, unit } => measured(Some(range(low, high)), unit),
        Meaning::Unit(unit) => measured(None, Some(unit)),
        Meaning::Date(_) => Line { op: value.operator.map(Operator::sign), kind: "date", ..nothing },
        Meaning::YesNo(_) => Line { kind: "boolean", ..nothing },
        Meaning::Words => Line { kind: "qualitative", ..nothing },
    }
}

fn range(low: Number, high: Number) -> String {
    format!("{low}-{high}")
}

/// A label calls ‰ and 百分点 percent, and 倍 a plain number.
fn kind(unit: Option<&Unit>) -> &'static str {
    match unit.map(|unit| (unit.family, unit.text.as_str())) {
        Some((UnitFamily::Money | UnitFamily::MoneyPer, _)) => "money",
        Some((UnitFamily::Ratio, text)) if !matches!(text, "倍" | "成") => "percent",
        _ => "numeric",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, op: Option<&str>, unit: Option<&str>) -> String {
        let cell = Cell { text: text.into(), op_column: op.map(Into::into), unit_column: unit.map(Into::into) };
        serde_json::to_string(&line(&cell)).unwrap()
    }

    #[test]
    fn a_cell_is_told_as_operator_number_unit_and_kind() {
        assert_eq!(read("95", Some("≧"), Some("百分比")), r#"{"op":"≥","number":"95","unit":"%","kind":"percent"}"#);
        assert_eq!(read("万元", None, None), r#"{"op":null,"number":null,"unit":"万元","kind":"money"}"#);
        assert_eq!(read("6月底前", None, None), r#"{"op":"≤","number":null,"unit":null,"kind":"date"}"#);
        assert_eq!(read("—", None, Some("%")), r#"{"op":null,"number":null,"unit":null,"kind":"empty"}"#);
    }
}
