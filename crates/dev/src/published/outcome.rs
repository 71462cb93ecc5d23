//! The result line of a table: findings by row or field, points by row.

use jibiao_kit::{Concept, Draft, Language, Line, Place, Points, Report, Scorecard, Words, model};
use serde_json::{Value, json};

use super::Kinds;

pub(super) fn line(name: &str, draft: &Draft, report: &Report, kinds: &Kinds) -> Value {
    let words = Words::new(draft.pack(), draft.form(), Language::Zh);
    let findings: Vec<Value> = report
        .entries
        .iter()
        .map(|entry| {
            let rule = entry.finding.rule.as_str();
            let kind = kind(kinds, rule, &entry.finding.message);
            let row = row(draft, &entry.finding.place);
            json!({
                "rule": rule,
                "kind": kind,
                "severity": entry.severity.name(),
                "row": row,
                "field": if row.is_some() { None } else { Some(field(draft, &entry.finding.place, kind)) },
                "message": words.finding(&entry.finding).what,
            })
        })
        .collect();
    let mut line = json!({ "table": name, "findings": findings, "score": score(draft, draft.performance().as_ref()) });
    if !report.faults.is_empty() {
        line["faults"] = json!(report.faults);
    }
    line
}

/// The kind of a message of a rule, or of the rule.
fn kind<'k>(kinds: &'k Kinds, rule: &str, message: &str) -> &'k str {
    let kind = kinds.get(&format!("{rule}/{message}")).or_else(|| kinds.get(rule));
    kind.map_or("other", String::as_str)
}

/// The position of the row, from 1.
fn row(draft: &Draft, place: &Place) -> Option<usize> {
    let (table, row) = (place.table.as_ref()?, place.row.as_ref()?);
    if draft.form().indicators().is_none_or(|indicators| indicators.id != *table) {
        return None;
    }
    draft.document().row(table.as_str(), row.as_str()).map(|(index, _)| index + 1)
}

/// The part of the table that a place outside rows belongs to.
fn field(draft: &Draft, place: &Place, kind: &str) -> &'static str {
    let concept = place.cell.as_ref().and_then(|cell| draft.form().cell(cell.as_str())).and_then(|cell| cell.concept);
    match concept {
        Some(Concept::Fund(..)) => "funds",
        Some(Concept::YearGoal | Concept::WholeGoal | Concept::GoalResult) => "goal",
        Some(Concept::TotalWeight) => "weights",
        Some(Concept::TotalScore | Concept::Grade) => "total",
        Some(Concept::Year | Concept::ProjectName | Concept::Department | Concept::ImplementingUnit) => "head",
        Some(_) => "fields",
        None => match place.section.as_ref().map(model::SectionId::as_str) {
            Some("head") => "head",
            Some("funds") => "funds",
            Some("goals") => "goal",
            Some("result") => "total",
            Some("people") => "fields",
            Some("own") => match place.table.as_ref().map(|table| table.as_str()) {
                Some(table) if table.starts_with("goal-") => "goal",
                Some(_) => "funds",
                None => "fields",
            },
            _ if matches!(kind, "weight-sum" | "ratio-rule") => "weights",
            _ => "form",
        },
    }
}

fn score(draft: &Draft, card: Option<&Scorecard>) -> Value {
    let Some(card) = card else { return json!({ "rows": [], "execution": null, "total": null }) };
    let points = |points: &Points| points.rounded().map(|points| points.fixed(card.scale, model::Rounding::HalfUp));
    let line_points = |line: &Line| points(&line.points);
    let rows: Vec<Value> = card
        .lines
        .iter()
        .filter_map(|line| Some(json!({ "row": row(draft, &line.place)?, "points": line_points(line) })))
        .collect();
    let execution = card.lines.iter().find(|line| line.subject == model::LineSubject::Execution);
    json!({ "rows": rows, "execution": execution.and_then(line_points), "total": points(&card.total) })
}
