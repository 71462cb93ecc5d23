//! Statements that can't all hold. Only what is certain is said: a rule with more to it than is understood here
//! is left alone.

use jibiao_model::{FormPurpose, Number, Stage};
use jibiao_rules::DataRule;
use jibiao_score::Grade;
use serde_json::Value;

use super::{Linted, RemarkKind, fields};

pub(super) fn look(linted: &mut Linted<'_>) {
    ranges(linted);
    lengths(linted);
    deductions(linted);
    grades(linted);
    weights(linted);
}

/// A range that a rule states for a cell or column.
struct Bounds {
    rule: String,
    purposes: Vec<FormPurpose>,
    stages: Vec<Stage>,
    /// Cells and columns.
    names: Vec<String>,
    from: Option<Number>,
    to: Option<Number>,
    unit: Option<String>,
}

/// Everything that a plain range states. A rule that states more is about other cells or other cases.
const RANGE: [&str; 10] =
    ["dimension", "purposes", "basis", "kind", "cells", "columns", "from", "to", "unit", "examples"];

fn ranges(linted: &mut Linted<'_>) {
    let rules = linted.pack.book.data.iter();
    let all: Vec<Bounds> = rules.filter_map(|rule| bounds(linted, rule)).collect();
    let own = |bounds: &Bounds| linted.pack.states(&bounds.rule.as_str().into());
    let mut remarks = Vec::new();
    for (index, one) in all.iter().enumerate() {
        let file = ["rules/", &one.rule].concat();
        if one.from.zip(one.to).is_some_and(|(from, to)| from > to) && own(one) {
            remarks.push((RemarkKind::RangeEmpty, file.clone(), vec![("rule", one.rule.clone())]));
            continue;
        }
        for other in all.iter().skip(index.saturating_add(1)) {
            let apart = one.unit == other.unit && (above(one.from, other.to) || above(other.from, one.to));
            let meet = one.purposes.iter().any(|purpose| other.purposes.contains(purpose))
                && one.stages.iter().any(|stage| other.stages.contains(stage));
            let shared = one.names.iter().find(|name| other.names.contains(name));
            let (true, true, Some(name)) = (apart, meet, shared) else { continue };
            // Told where the pack itself can change it.
            let (told, counter) = if own(one) { (one, other) } else { (other, one) };
            if own(told) {
                let file = ["rules/", &told.rule].concat();
                let args = vec![("cell", name.clone()), ("rule", told.rule.clone()), ("other", counter.rule.clone())];
                remarks.push((RemarkKind::RangesExclude, file, args));
            }
        }
    }
    for (kind, file, args) in remarks {
        linted.remark(kind, &file, "", args);
    }
}

fn above(from: Option<Number>, to: Option<Number>) -> bool {
    from.zip(to).is_some_and(|(from, to)| from > to)
}

fn bounds(linted: &Linted<'_>, rule: &DataRule) -> Option<Bounds> {
    let stated = linted.rule(rule.id.as_str());
    let known = stated.as_object()?.keys().all(|field| RANGE.contains(&field.as_str()));
    if stated.get("kind")? != "range" || !known {
        return None;
    }
    let policy = &linted.pack.book.policy;
    let names = |field: &str| {
        let names = stated.get(field).and_then(Value::as_array).into_iter().flatten();
        names.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    let number = |field: &str| stated.get(field).and_then(Value::as_str).and_then(|text| text.parse().ok());
    Some(Bounds {
        rule: rule.id.to_string(),
        purposes: rule.purposes.clone(),
        stages: Stage::ALL.into_iter().filter(|stage| policy.is_on(&rule.id, *stage)).collect(),
        names: [names("cells"), names("columns")].concat(),
        from: number("from"),
        to: number("to"),
        unit: stated.get("unit").and_then(Value::as_str).map(str::to_owned),
    })
}

/// A text that has to be longer than the form gives room for.
fn lengths(linted: &mut Linted<'_>) {
    let policy = &linted.pack.book.policy;
    let kind = |rule: &DataRule| linted.rule(rule.id.as_str()).get("kind").and_then(Value::as_str);
    let on = |rule: &DataRule, stage| policy.is_on(&rule.id, stage);
    let limits: Vec<&DataRule> = linted.pack.book.data.iter().filter(|rule| kind(rule) == Some("limit")).collect();
    let mut remarks = Vec::new();
    for rule in linted.pack.book.data.iter().filter(|rule| kind(rule) == Some("length")) {
        let stated = linted.rule(rule.id.as_str());
        let least = stated.get("least").and_then(Value::as_str).and_then(|name| policy.numbers.get(name));
        let both = limits.iter().any(|limit| {
            limit.purposes.iter().any(|purpose| rule.purposes.contains(purpose))
                && Stage::ALL.into_iter().any(|stage| on(limit, stage) && on(rule, stage))
        });
        let (Some(least), true) = (least, both) else { continue };
        let cells: Vec<&str> =
            stated.get("cells").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        for form in linted.forms_of(&rule.purposes) {
            let own = linted.pack.states(&rule.id)
                || linted.pack.forms_from.get(&form.id).is_some_and(|from| from.last == linted.pack.reference.id);
            for cell in form.cells().map(|(_, cell)| cell).filter(|_| own) {
                let name = cell.concept.map_or_else(|| cell.id.to_string(), |concept| concept.to_string());
                let most = cell.limit.map(|most| Number::whole(i64::from(most)));
                if cells.contains(&name.as_str()) && most.is_some_and(|most| most < *least) {
                    let file = ["forms/", form.id.as_str()].concat();
                    let args = vec![("cell", name), ("rule", rule.id.to_string()), ("least", least.to_string())];
                    remarks.push((file, args));
                }
            }
        }
    }
    for (file, args) in remarks {
        linted.remark(RemarkKind::LengthAboveLimit, &file, "", args);
    }
}

/// Points are taken off by findings of a rule that is off.
fn deductions(linted: &mut Linted<'_>) {
    let policy = &linted.pack.book.policy;
    let stated: Vec<String> = fields(linted.own, "/scoring/quality/by-rule").map(|(rule, _)| rule.clone()).collect();
    let off = |rule: &str| Stage::ALL.into_iter().all(|stage| !policy.is_on(&rule.into(), stage));
    for rule in stated.into_iter().filter(|rule| off(rule)) {
        linted.remark(RemarkKind::OffDeducts, "scoring", "quality.by-rule", vec![("rule", rule)]);
    }
}

/// The first grade whose bound a score reaches is its grade, so bounds go down.
fn grades(linted: &mut Linted<'_>) {
    let scoring = &linted.pack.book.scoring;
    for (at, grades) in [("grades", &scoring.grades), ("quality.grades", &scoring.quality.grades)] {
        if linted.own.pointer(&["/scoring/", &at.replace('.', "/")].concat()).is_none() {
            continue;
        }
        let reached = |two: &[Grade]| matches!(two, [higher, lower] if lower.from >= higher.from);
        let lost: Vec<String> =
            grades.windows(2).filter(|two| reached(two)).filter_map(|two| Some(two.last()?.name.clone())).collect();
        for grade in lost {
            linted.remark(RemarkKind::GradeUnreachable, "scoring", at, vec![("grade", grade)]);
        }
    }
}

/// Points of a frame, and those of a target review.
fn weights(linted: &mut Linted<'_>) {
    let hundred = Number::whole(100);
    let sum = |numbers: Vec<Number>| {
        numbers.into_iter().try_fold(Number::ZERO, |sum, number| sum.plus(number).ok()).filter(|sum| *sum != hundred)
    };
    let number = |value: Option<&Value>| value.and_then(Value::as_str).and_then(|text| text.parse::<Number>().ok());
    for (name, frame) in linted.stated("/frames") {
        let levels: Vec<&Value> = frame.get("levels").and_then(Value::as_array).into_iter().flatten().collect();
        let stated: Option<Vec<Number>> = levels.iter().map(|level| number(level.get("weight"))).collect();
        // A frame may leave the split to each project.
        let Some(mut stated) = stated.filter(|stated| !stated.is_empty()) else { continue };
        stated.extend(number(frame.get("execution-weight")));
        if let Some(sum) = sum(stated) {
            let file = ["frames/", &name].concat();
            linted.remark(RemarkKind::WeightsSum, &file, "levels", vec![("sum", sum.to_string())]);
        }
    }
    if linted.own.pointer("/scoring/quality/dimensions").is_some() {
        let weights = linted.pack.book.scoring.quality.dimensions.iter().map(|line| line.weight).collect();
        if let Some(sum) = sum(weights) {
            linted.remark(RemarkKind::WeightsSum, "scoring", "quality.dimensions", vec![("sum", sum.to_string())]);
        }
    }
}
