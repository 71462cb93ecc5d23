//! Policy, vocabulary, scoring and data rules: everything a pack says about checking.

use std::collections::{BTreeMap, BTreeSet};

use jibiao_model::{Form, RuleId, Severity};
use jibiao_reading::{Vocabulary, WordSet};
use jibiao_rules::{DataRule, DataRuleSource, NATIVE, Need, Policy, PolicyEntry, RuleBook};
use jibiao_score::{Grade, QualityDeduction, QualityDimension, QualityScoring, Scoring};

use super::Problems;
use crate::source::{
    DeductionSource, GradeSource, Judgement, PolicyEntrySource, PolicySource, ScoringSource, VocabularySource,
};

pub(super) fn compile(
    vocabulary: VocabularySource,
    policy: PolicySource,
    scoring: ScoringSource,
    rules: BTreeMap<String, DataRuleSource>,
    forms: &[Option<Form>],
    problems: &mut Problems,
) -> RuleBook {
    let vocabulary = self::vocabulary(vocabulary);
    let policy = self::policy(policy);
    let forms: Vec<&Form> = forms.iter().flatten().collect();
    let mut data: Vec<DataRule> = Vec::new();
    // Also those that are refused: one mistake is told once.
    let stated: BTreeSet<RuleId> = rules.keys().map(|id| RuleId::new(id.clone())).collect();
    for (id, source) in rules {
        let file = format!("rules/{id}");
        if NATIVE.iter().any(|rule| rule.id.as_str() == id) {
            problems.add(&file, format!("a native rule is called `{id}` already"));
        }
        match source.resolve(RuleId::new(id), &forms, &vocabulary, &policy) {
            Ok(rule) => data.push(rule),
            Err(found) => found.into_iter().for_each(|what| problems.add(&file, what)),
        }
    }
    for rule in NATIVE {
        for need in rule.needs {
            match need {
                Need::Words(name) if !vocabulary.lists.contains_key(*name) => {
                    problems.add("vocabulary", format!("rule `{}` needs the word list `{name}`", rule.id));
                }
                Need::Number(name) if !policy.numbers.contains_key(*name) => {
                    problems.add("policy", format!("rule `{}` needs the number `{name}`", rule.id));
                }
                Need::Words(_) | Need::Number(_) => {}
            }
        }
    }
    for id in policy.rules.keys().chain(policy.messages.keys().map(|(id, _)| id)) {
        if !NATIVE.iter().any(|rule| rule.id == *id) && !stated.contains(id) {
            problems.add("policy", format!("there is no rule `{id}`"));
        }
    }
    RuleBook { policy, vocabulary, scoring: self::scoring(scoring), data }
}

fn vocabulary(source: VocabularySource) -> Vocabulary {
    Vocabulary {
        level_one: source
            .level_one
            .into_iter()
            .flat_map(|entry| entry.words.into_iter().map(move |word| (word, entry.level)))
            .collect(),
        level_two: source
            .level_two
            .into_iter()
            .flat_map(|entry| entry.words.into_iter().map(move |word| (word, entry.level)))
            .collect(),
        lists: source.lists.into_iter().map(|(name, words)| (name, WordSet::new(words))).collect(),
    }
}

fn policy(source: PolicySource) -> Policy {
    let messages = source.messages.into_iter().flat_map(|(rule, entries)| {
        entries.into_iter().map(move |(message, judged)| ((RuleId::new(rule.clone()), message), entry(judged)))
    });
    Policy {
        rules: source.rules.into_iter().map(|(id, judged)| (RuleId::new(id), entry(judged))).collect(),
        messages: messages.collect(),
        numbers: source.numbers,
    }
}

fn entry(source: PolicyEntrySource) -> PolicyEntry {
    let severity = |judged| match judged {
        Judgement::Blocks => Some(Severity::Blocks),
        Judgement::Warns => Some(Severity::Warns),
        Judgement::Advises => Some(Severity::Advises),
        Judgement::Off => None,
    };
    match source {
        PolicyEntrySource::Always(judged) => {
            PolicyEntry { drafting: severity(judged), submission: severity(judged), review: severity(judged) }
        }
        PolicyEntrySource::ByStage { drafting, submission, review } => {
            PolicyEntry { drafting: severity(drafting), submission: severity(submission), review: severity(review) }
        }
    }
}

fn scoring(source: ScoringSource) -> Scoring {
    let deduction = |d: DeductionSource| QualityDeduction { each: d.each, most: d.most };
    let grades = |grades: Vec<GradeSource>| -> Vec<Grade> {
        grades.into_iter().map(|grade| Grade { name: grade.name, from: grade.from }).collect()
    };
    let quality = source.quality;
    Scoring {
        scale: source.scale,
        rounding: source.rounding,
        tolerance: source.tolerance,
        grades: grades(source.grades),
        basis: source.basis,
        quality: QualityScoring {
            dimensions: quality
                .dimensions
                .into_iter()
                .map(|d| QualityDimension { dimension: d.dimension, weight: d.weight, counts: d.counts })
                .collect(),
            by_severity: quality.by_severity.into_iter().map(|(s, d)| (s, deduction(d))).collect(),
            by_rule: quality.by_rule.into_iter().map(|(id, d)| (RuleId::new(id), deduction(d))).collect(),
            grades: grades(quality.grades),
            basis: quality.basis,
        },
    }
}
