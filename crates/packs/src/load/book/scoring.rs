//! Scoring: the pack's way of computing points, and what single purposes, subjects and forms do otherwise.

use jibiao_model::{Concept, Dimension, Form, FormId, RuleId};
use jibiao_reading::Vocabulary;
use jibiao_rules::{Fields, choices};
use jibiao_score::{Method, QualityDeduction, QualityDimension, QualityScoring, Scoring};

use super::{Shapes, advice, method};

/// What is said of some forms only.
const LAYERS: [&str; 3] = ["purposes", "subjects", "forms"];

pub(super) fn read(mut file: Fields<'_>, shapes: &Shapes<'_>, vocabulary: &Vocabulary) -> Scoring {
    for required in ["scale", "rounding", "tolerance", "grades", "basis"] {
        if !file.has(required) {
            file.tell(["`", required, "` is missing"]);
        }
    }
    let mut base = Method::default();
    // The total is rounded as the lines are, unless something else is said.
    method::refine(&mut file, &mut base, vocabulary);
    let quality = quality(file.fields("quality"));
    let advice = advice::read(file.optional_list("advice"));
    let mut by_form: Vec<(FormId, Method)> = Vec::new();
    for layer in LAYERS {
        let Some(mut tables) = file.optional_fields(layer) else { continue };
        for name in tables.names() {
            let mut table = tables.fields(name);
            if !is_known(layer, name, shapes) {
                table.tell(["no form of this pack is meant by `", name, "`"]);
                table.give_up();
                continue;
            }
            // Read once more for each form: the layers before may differ between them.
            let mut alone = base.clone();
            method::refine(&mut table, &mut alone, vocabulary);
            for form in shapes.forms.iter().filter(|form| is_of(layer, name, form)) {
                let at = by_form.iter().position(|(id, _)| *id == form.id);
                let slot = match at.and_then(|at| by_form.get_mut(at)) {
                    Some((_, method)) => method,
                    None => {
                        by_form.push((form.id.clone(), base.clone()));
                        let Some((_, method)) = by_form.last_mut() else { continue };
                        method
                    }
                };
                method::refine(&mut table, slot, vocabulary);
            }
        }
    }
    Scoring { method: base, by_form: by_form.into_iter().collect(), quality, advice }
}

fn is_of(layer: &str, name: &str, form: &Form) -> bool {
    match layer {
        "purposes" => form.purpose.name() == name,
        "subjects" => form.subject.name() == name,
        _ => form.id.as_str() == name,
    }
}

fn is_known(layer: &str, name: &str, shapes: &Shapes<'_>) -> bool {
    match layer {
        "purposes" => choices::PURPOSES.iter().any(|(known, _)| *known == name),
        "subjects" => choices::SUBJECTS.iter().any(|(known, _)| *known == name),
        // What a parent says of a form that this pack does not have is not held against it.
        _ => shapes.forms.iter().chain(shapes.former).any(|form| form.id.as_str() == name),
    }
}

fn quality(mut quality: Fields<'_>) -> QualityScoring {
    let dimension = |mut line: Fields<'_>| QualityDimension {
        dimension: line.one_of("dimension", &choices::DIMENSIONS).unwrap_or(Dimension::Completeness),
        weight: line.number("weight"),
        counts: line.all_of("counts", &choices::DIMENSIONS),
        needs: needs(&mut line),
    };
    let (mut by_severity, mut by_rule) = (Vec::new(), Vec::new());
    let mut severities = quality.fields("by-severity");
    for (name, severity) in &choices::JUDGEMENTS {
        if let (Some(severity), Some(fields)) = (severity, severities.optional_fields(name)) {
            by_severity.push((*severity, deduction(fields)));
        }
    }
    if let Some(mut rules) = quality.optional_fields("by-rule") {
        for id in rules.names() {
            by_rule.push((RuleId::new(id), deduction(rules.fields(id))));
        }
    }
    QualityScoring {
        dimensions: quality.list("dimensions").into_iter().map(dimension).collect(),
        by_severity: by_severity.into_iter().collect(),
        by_rule: by_rule.into_iter().collect(),
        grades: method::grades(&mut quality),
        basis: quality.texts("basis"),
    }
}

/// Concepts by name.
fn needs(line: &mut Fields<'_>) -> Vec<Concept> {
    let mut needs = Vec::new();
    for name in line.optional_texts("needs") {
        match name.parse() {
            Ok(concept) => needs.push(concept),
            Err(_) => line.tell(["no concept is called `", &name, "`"]),
        }
    }
    needs
}

fn deduction(mut fields: Fields<'_>) -> QualityDeduction {
    QualityDeduction { each: fields.number("each"), most: fields.number("most") }
}
