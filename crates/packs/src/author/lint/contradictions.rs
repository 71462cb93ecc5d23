//! Statements that can't all hold. Only what is certain is said: a rule with more to it than is understood here
//! is left alone.

use jibiao_model::{Number, Stage};
use jibiao_rules::DataRule;
use jibiao_score::Grade;
use serde_json::{Map, Value};

use super::{Linted, RemarkKind, fields};

pub(super) fn look(linted: &mut Linted<'_>) {
    empty(linted);
    exclude(linted);
    lengths(linted);
    deductions(linted);
    grades(linted);
    weights(linted);
}

/// What a rule states of one kind of case.
struct Claim<'a> {
    rule: &'a DataRule,
    stages: Vec<Stage>,
    /// The rule's fields, or those of one of its `cases`.
    stated: &'a Map<String, Value>,
}

/// Fields that say who a rule is, and not what it states.
const CARD: [&str; 7] = ["dimension", "purposes", "basis", "kind", "examples", "cases", "message"];

impl<'a> Claim<'a> {
    /// All claims of the rules of a kind.
    fn all(linted: &'a Linted<'_>, kind: &str) -> Vec<Self> {
        let mut claims = Vec::new();
        for rule in &linted.pack.book.data {
            let stated = linted.rule(rule.id.as_str());
            let Some(fields) = stated.as_object().filter(|_| stated.get("kind").is_some_and(|found| found == kind))
            else {
                continue;
            };
            let cases = fields.get("cases").and_then(Value::as_array);
            let cases = cases.map_or_else(|| vec![fields], |cases| cases.iter().filter_map(Value::as_object).collect());
            for stated in cases {
                claims.push(Self { rule, stages: on_at(linted, rule), stated });
            }
        }
        claims
    }

    /// Whether it states nothing but these fields, so that it holds wherever its cells are.
    fn states_only(&self, fields: &[&str]) -> bool {
        self.stated.keys().all(|field| CARD.contains(&field.as_str()) || fields.contains(&field.as_str()))
    }

    /// A number that is written out, or that the policy names.
    fn number(&self, linted: &Linted<'_>, field: &str) -> Option<Number> {
        let text = self.stated.get(field)?.as_str()?;
        text.parse().ok().or_else(|| linted.pack.book.policy.numbers.get(text).copied())
    }

    fn texts(&self, field: &str) -> Vec<&'a str> {
        let texts = self.stated.get(field).and_then(Value::as_array).into_iter().flatten();
        texts.filter_map(Value::as_str).collect()
    }

    /// Cells and columns.
    fn names(&self) -> Vec<&'a str> {
        [self.texts("cells"), self.texts("columns")].concat()
    }

    /// A cell of which both speak, on the same forms and at the same stage.
    fn shared(&self, other: &Self) -> Option<&'a str> {
        let meet = self.rule.purposes.iter().any(|purpose| other.rule.purposes.contains(purpose))
            && self.stages.iter().any(|stage| other.stages.contains(stage));
        let others = other.names();
        self.names().into_iter().find(|name| meet && others.contains(name))
    }
}

fn on_at(linted: &Linted<'_>, rule: &DataRule) -> Vec<Stage> {
    Stage::ALL.into_iter().filter(|stage| linted.pack.book.policy.is_on(&rule.id, *stage)).collect()
}

/// A remark on a rule: its kind, the rule, and the names of the sentence.
type Found = (RemarkKind, String, Vec<(&'static str, String)>);

/// Bounds that leave nothing between them.
fn empty(linted: &mut Linted<'_>) {
    let mut found: Vec<Found> = Vec::new();
    for (kind, low, high) in [("range", "from", "to"), ("length", "least", "most"), ("count", "at-least", "at-most")] {
        for claim in Claim::all(linted, kind) {
            if above(claim.number(linted, low), claim.number(linted, high)) {
                let rule = claim.rule.id.to_string();
                found.push((RemarkKind::RangeEmpty, rule.clone(), vec![("rule", rule)]));
            }
        }
    }
    tell(linted, found);
}

/// Two rules for one cell that leave nothing to both.
fn exclude(linted: &mut Linted<'_>) {
    let mut found: Vec<Found> = Vec::new();
    let ranges = Claim::all(linted, "range");
    let ranges: Vec<&Claim<'_>> =
        ranges.iter().filter(|claim| claim.states_only(&["cells", "columns", "from", "to"])).collect();
    let ends = |claim: &Claim<'_>| (claim.number(linted, "from"), claim.number(linted, "to"));
    let apart = |one: &Claim<'_>, other: &Claim<'_>| {
        let ((from, to), (other_from, other_to)) = (ends(one), ends(other));
        // Bounds that leave nothing by themselves were told.
        !above(from, to) && !above(other_from, other_to) && (above(from, other_to) || above(other_from, to))
    };
    found.extend(pairs(linted, &ranges, RemarkKind::RangesExclude, &apart));
    let allowed = Claim::all(linted, "allowed");
    let allowed: Vec<&Claim<'_>> =
        allowed.iter().filter(|claim| claim.states_only(&["cells", "columns", "words", "lists"])).collect();
    let apart = |one: &Claim<'_>, other: &Claim<'_>| {
        let (one, other) = (words(linted, one), words(linted, other));
        !one.is_empty() && !other.is_empty() && one.iter().all(|word| !other.contains(word))
    };
    found.extend(pairs(linted, &allowed, RemarkKind::AllowedExclude, &apart));
    tell(linted, found);
}

/// What may stand in a cell.
fn words(linted: &Linted<'_>, claim: &Claim<'_>) -> Vec<String> {
    let lists = claim.texts("lists").into_iter();
    let listed = lists.flat_map(|list| linted.pack.book.vocabulary.list(list).iter().map(str::to_owned));
    claim.texts("words").into_iter().map(str::to_owned).chain(listed).collect()
}

fn pairs(
    linted: &Linted<'_>,
    claims: &[&Claim<'_>],
    kind: RemarkKind,
    apart: &dyn Fn(&Claim<'_>, &Claim<'_>) -> bool,
) -> Vec<Found> {
    let mut found = Vec::new();
    for (index, one) in claims.iter().enumerate() {
        for other in claims.iter().skip(index.saturating_add(1)) {
            let Some(cell) = one.shared(other).filter(|_| apart(one, other)) else { continue };
            // Told where the pack itself can change it.
            let (told, counter) = if linted.pack.states(&one.rule.id) { (one, other) } else { (other, one) };
            let (rule, other) = (told.rule.id.to_string(), counter.rule.id.to_string());
            found.push((kind, rule.clone(), vec![("cell", cell.to_owned()), ("rule", rule), ("other", other)]));
        }
    }
    found
}

fn above(from: Option<Number>, to: Option<Number>) -> bool {
    from.zip(to).is_some_and(|(from, to)| from > to)
}

/// Remarks on the rules that the pack states itself.
fn tell(linted: &mut Linted<'_>, found: Vec<Found>) {
    for (kind, rule, args) in found {
        if linted.pack.states(&rule.as_str().into()) {
            linted.remark(kind, &["rules/", &rule].concat(), "", args);
        }
    }
}

/// A text that has to be longer than the form gives room for.
fn lengths(linted: &mut Linted<'_>) {
    let limits: Vec<&DataRule> = linted
        .pack
        .book
        .data
        .iter()
        .filter(|rule| linted.rule(rule.id.as_str()).get("kind").is_some_and(|k| k == "limit"))
        .collect();
    let mut remarks = Vec::new();
    for claim in Claim::all(linted, "length") {
        let both = limits.iter().any(|limit| {
            limit.purposes.iter().any(|purpose| claim.rule.purposes.contains(purpose))
                && on_at(linted, limit).iter().any(|stage| claim.stages.contains(stage))
        });
        let (Some(least), true) = (claim.number(linted, "least"), both) else { continue };
        let cells = claim.texts("cells");
        for form in linted.forms_of(&claim.rule.purposes) {
            let own = linted.pack.states(&claim.rule.id)
                || linted.pack.forms_from.get(&form.id).is_some_and(|from| from.last == linted.pack.reference.id);
            for cell in form.cells().map(|(_, cell)| cell).filter(|_| own) {
                let name = cell.concept.map_or_else(|| cell.id.to_string(), |concept| concept.to_string());
                let most = cell.limit.map(|most| Number::whole(i64::from(most)));
                if cells.contains(&name.as_str()) && most.is_some_and(|most| most < least) {
                    let file = ["forms/", form.id.as_str()].concat();
                    let args = vec![("cell", name), ("rule", claim.rule.id.to_string()), ("least", least.to_string())];
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
    for (at, grades) in [("grades", &scoring.method.grades), ("quality.grades", &scoring.quality.grades)] {
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
