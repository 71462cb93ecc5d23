//! 目标质量得分: the review sheet as points, taken off by findings.

use jibiao_model::{Entry, Number, Overflow, QualityCard, QualityLine, Report, RuleId, SortedMap};

use crate::{QualityDeduction, QualityDimension, QualityScoring, Scoring, grade::grade};

/// The quality score of a checked declaration.
///
/// A dimension starts with its weight and loses points for each finding, each rule up to its cap, down to 0.
/// There is no total when some rule could not run.
pub fn quality(report: &Report, scoring: &Scoring) -> QualityCard {
    let sheet = &scoring.quality;
    let mut lines = Vec::with_capacity(sheet.dimensions.len());
    let mut total = report.faults.is_empty().then_some(Number::ZERO);
    for dimension in &sheet.dimensions {
        match line(dimension, &report.entries, scoring) {
            Ok(line) => {
                total = total.and_then(|total| total.plus(line.points).ok());
                lines.push(line);
            }
            Err(Overflow) => total = None,
        }
    }
    QualityCard {
        grade: total.and_then(|total| grade(&sheet.grades, total)),
        total,
        lines,
        basis: sheet.basis.clone(),
        scale: scoring.scale,
    }
}

/// What the findings of one rule take off so far.
#[derive(Default)]
struct Taken {
    findings: u32,
    points: Number,
    most: Number,
}

fn line(dimension: &QualityDimension, entries: &[Entry], scoring: &Scoring) -> Result<QualityLine, Overflow> {
    let mut by_rule: SortedMap<&RuleId, Taken> = SortedMap::new();
    for entry in entries.iter().filter(|entry| dimension.counts.contains(&entry.dimension)) {
        let taken = by_rule.get_or_default(&entry.finding.rule);
        taken.findings = taken.findings.saturating_add(1);
        if let Some(deduction) = deduction(&scoring.quality, entry) {
            taken.points = taken.points.plus(deduction.each)?;
            // A rule whose findings differ in severity is capped by the most serious of them.
            taken.most = taken.most.max(deduction.most);
        }
    }
    let mut points = dimension.weight;
    let mut deductions = Vec::with_capacity(by_rule.len());
    for (rule, taken) in by_rule {
        let off = taken.points.min(taken.most);
        points = points.minus(off)?;
        deductions.push((rule.clone(), taken.findings, off));
    }
    let points = points.max(Number::ZERO).rounded(scoring.scale, scoring.rounding);
    Ok(QualityLine { dimension: dimension.dimension, weight: dimension.weight, deductions, points })
}

fn deduction<'s>(sheet: &'s QualityScoring, entry: &Entry) -> Option<&'s QualityDeduction> {
    sheet.by_rule.get(&entry.finding.rule).or_else(|| sheet.by_severity.get(&entry.severity))
}
