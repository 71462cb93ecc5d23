//! 目标质量得分: the review sheet as points, taken off by findings.

use jibiao_model::{
    Concept, Document, Entry, Form, FundSource, Known, Number, Overflow, Place, QualityCard, QualityLine, Report,
    RuleId, SortedMap,
};

use jibiao_reading::read_value;

use crate::{QualityDeduction, QualityDimension, QualityScoring, Scoring, grade::grade};

/// The quality score of a declaration by the report on it.
///
/// A dimension starts with its weight and loses points for each finding, each rule up to its cap, down to 0.
/// A dimension that lacks what it needs to be judged has no points: a table without indicators has no fault in its
/// indicators, and would otherwise keep nearly all of them. There is no total when some rule could not run.
pub fn quality(report: &Report, form: &Form, document: &Document, scoring: &Scoring) -> QualityCard {
    let sheet = &scoring.quality;
    let mut lines = Vec::with_capacity(sheet.dimensions.len());
    let mut total = report.faults.is_empty().then_some(Number::ZERO);
    for dimension in &sheet.dimensions {
        let line = match lacking(dimension, &report.entries, form, document) {
            Some(entry) => Ok(nothing_to_judge(dimension, entry)),
            None => line(dimension, &report.entries, scoring),
        };
        match line {
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
        scale: scoring.method.scale,
    }
}

/// The finding that says that something this dimension needs is not there.
///
/// While no rule asks for it (the document is still being filled in, or the form has no such cell), it is not held
/// against the document.
fn lacking<'e>(
    dimension: &QualityDimension,
    entries: &'e [Entry],
    form: &Form,
    document: &Document,
) -> Option<&'e Entry> {
    dimension.needs.iter().find_map(|need| {
        let asked = |entry: &&Entry| is_about(&entry.finding.place, *need, form);
        // Findings are few, and none is about most needs: the document is looked at last.
        entries.iter().find(asked).filter(|_| is_blank(*need, form, document))
    })
}

/// Whether a finding stands where a concept does: at its cell, in its column, or at the table as a whole.
fn is_about(place: &Place, need: Concept, form: &Form) -> bool {
    if let Some(cell) = form.cell_of(need) {
        return place.table.is_none() && place.cell.as_ref() == Some(cell);
    }
    let Some(table) = form.indicators().filter(|table| place.table.as_ref() == Some(&table.id)) else { return false };
    table.column(need).is_some_and(|column| match &place.cell {
        Some(cell) => *cell == column.id,
        None => place.row.is_none(),
    })
}

/// Whether nothing was typed where a concept stands, nor where one stands that would do as well.
fn is_blank(need: Concept, form: &Form, document: &Document) -> bool {
    let table = form.indicators();
    let is_blank = |concept: Concept| {
        // 无 and — are answers elsewhere; here, where a rule asks for the very cell, they answer nothing.
        let blank = |text: &str| matches!(read_value(text, None, None), Known::NotYet | Known::NotApplicable);
        match (form.cell_of(concept), table, table.and_then(|table| table.column(concept))) {
            (Some(cell), ..) => blank(document.text(cell.as_str())),
            (None, Some(table), Some(column)) => {
                document.rows(table.id.as_str()).iter().all(|row| blank(row.text(column.id.as_str())))
            }
            _ => true,
        }
    };
    match need {
        // A total that was left out above amounts that are there is an omission, not the absence of a budget.
        Concept::Fund(FundSource::Total, moment) => {
            FundSource::ALL.into_iter().all(|source| is_blank(Concept::Fund(source, moment)))
        }
        // Goals, indicators and values of the whole period can be judged as those of the year can.
        Concept::YearGoal => is_blank(need) && is_blank(Concept::WholeGoal),
        Concept::LevelThree => is_blank(need) && is_blank(Concept::WholeLevelThree),
        Concept::Target => is_blank(need) && is_blank(Concept::WholeTarget),
        _ => is_blank(need),
    }
}

fn nothing_to_judge(dimension: &QualityDimension, entry: &Entry) -> QualityLine {
    QualityLine {
        dimension: dimension.dimension,
        weight: dimension.weight,
        deductions: vec![(entry.finding.rule.clone(), 1, dimension.weight)],
        points: Number::ZERO,
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
    let points = points.max(Number::ZERO).rounded(scoring.method.scale, scoring.method.rounding);
    Ok(QualityLine { dimension: dimension.dimension, weight: dimension.weight, deductions, points })
}

fn deduction<'s>(sheet: &'s QualityScoring, entry: &Entry) -> Option<&'s QualityDeduction> {
    sheet.by_rule.get(&entry.finding.rule).or_else(|| sheet.by_severity.get(&entry.severity))
}
