//! Reports as SARIF 2.1.0 (OASIS), for the tools that developers and auditors already have.

use std::collections::BTreeSet;

use jibiao_model::{Answer, Entry, Place, Report, RuleId, Severity};
use jibiao_wording::Language;
use serde_json::{Value as Json, json};

use crate::explain::{RuleText, rule_text};
use crate::{Kit, Outcome};

/// The published schema of SARIF 2.1.0 with its first errata.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One input of a run.
#[derive(Debug)]
pub enum SarifInput<'a> {
    /// A file that was checked.
    Checked { file: &'a str, outcome: &'a Outcome },
    /// A file that was refused: stable code and sentence.
    Refused { file: &'a str, code: &'a str, message: &'a str },
}

impl SarifInput<'_> {
    fn file(&self) -> &str {
        match self {
            Self::Checked { file, .. } | Self::Refused { file, .. } => file,
        }
    }
}

impl Kit {
    /// One run over some files. Results are worded in the language of their outcomes, which is `language`; the
    /// rules' pages are there in both.
    pub fn sarif(&self, inputs: &[SarifInput<'_>], language: Language) -> Json {
        let checked = || {
            inputs.iter().filter_map(|input| match input {
                SarifInput::Checked { file, outcome } => Some((*file, *outcome)),
                SarifInput::Refused { .. } => None,
            })
        };
        let ran: BTreeSet<&str> =
            checked().flat_map(|(_, outcome)| &outcome.report.rules).map(RuleId::as_str).collect();
        let text = |rule, language| self.packs().find_map(|pack| rule_text(pack, rule, language));
        let texts = |language| ran.iter().filter_map(move |rule| text(rule, language));
        let rules: Vec<RuleId> = texts(language).map(|text| text.id).collect();
        let results: Vec<Json> = checked().flat_map(|(file, outcome)| results(file, outcome, &rules)).collect();
        let descriptors = |language| texts(language).map(descriptor).collect::<Vec<_>>();
        let others = Language::ALL.into_iter().filter(|other| *other != language);
        json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "jibiao",
                    "fullName": "Jibiao 绩表",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": tag(language),
                    "rules": descriptors(language),
                } },
                "language": tag(language),
                "translations": others.map(|other| json!({
                    "name": "jibiao",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "language": tag(other),
                    "contents": ["localizedData"],
                    "rules": descriptors(other),
                })).collect::<Vec<_>>(),
                "columnKind": "unicodeCodePoints",
                "artifacts": inputs.iter().map(|input| json!({
                    "location": { "uri": uri(input.file()) },
                    "mimeType": "application/json",
                })).collect::<Vec<_>>(),
                "invocations": [invocation(inputs)],
                "results": results,
            }],
        })
    }
}

/// The tag of RFC 5646.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Zh => "zh-CN",
        Language::En => "en",
    }
}

fn descriptor(rule: RuleText) -> Json {
    let basis: Vec<String> = rule.basis.iter().map(|(document, clause)| format!("{document} {clause}")).collect();
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.why },
        "help": { "text": rule.advice },
        "properties": { "dimension": rule.dimension, "basis": basis },
    })
}

fn results(file: &str, outcome: &Outcome, rules: &[RuleId]) -> Vec<Json> {
    let Outcome { report, words, .. } = outcome;
    report
        .entries
        .iter()
        .zip(words)
        .map(|(entry, words)| {
            let finding = &entry.finding;
            let mut result = json!({
                "ruleId": finding.rule,
                "level": match entry.severity {
                    Severity::Blocks => "error",
                    Severity::Warns => "warning",
                    Severity::Advises => "note",
                },
                "message": { "text": words.what },
                "locations": [location(file, &finding.place, &words.place)],
                "suppressions": suppressions(entry),
                "partialFingerprints": { "jibiao/v1": fingerprint(report, &finding.rule, &finding.place, &finding.message) },
                "properties": {
                    "severity": entry.severity,
                    "dimension": entry.dimension,
                    "place": finding.place,
                    "do": words.advice,
                },
            });
            let index = rules.iter().position(|rule| *rule == finding.rule);
            if let (Some(index), Json::Object(result)) = (index, &mut result) {
                result.insert("ruleIndex".to_owned(), index.into());
            }
            result
        })
        .collect()
}

/// §3.27.23: all results of a run have the list, or none has. A reason that nobody has looked at suppresses nothing,
/// so viewers go on showing what it is for.
fn suppressions(entry: &Entry) -> Vec<Json> {
    let suppression = |answer: &Answer| {
        json!({
            "kind": "inSource",
            "status": "underReview",
            "justification": answer.reason,
            "properties": { "by": answer.by, "date": answer.date },
        })
    };
    entry.waiver.iter().map(suppression).collect()
}

fn location(file: &str, place: &Place, words: &str) -> Json {
    // §3.33.7: an object, array or value of a JSON document.
    let kind = match (&place.cell, &place.row, &place.table) {
        (Some(_), _, _) => "value",
        (None, None, Some(_)) => "array",
        _ => "object",
    };
    json!({
        "physicalLocation": { "artifactLocation": { "uri": uri(file) } },
        "logicalLocations": [{ "name": words, "fullyQualifiedName": place.pointer, "kind": kind }],
    })
}

/// What stays the same when rows move and other cells change: tools tell old results from new by it.
fn fingerprint(report: &Report, rule: &RuleId, place: &Place, message: &str) -> String {
    let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
    [
        report.document.clone(),
        rule.to_string(),
        part(place.table.as_ref().map(|id| id.as_str())),
        part(place.row.as_ref().map(|id| id.as_str())),
        part(place.cell.as_ref().map(|id| id.as_str())),
        message.to_owned(),
    ]
    .join("/")
}

fn invocation(inputs: &[SarifInput<'_>]) -> Json {
    let notifications: Vec<Json> = inputs
        .iter()
        .flat_map(|input| match input {
            SarifInput::Refused { file, code, message } => vec![notification(file, code, message)],
            SarifInput::Checked { file, outcome } => {
                let faults = outcome.report.faults.iter();
                faults.map(|fault| notification(file, fault.rule.as_str(), &fault.reason)).collect()
            }
        })
        .collect();
    json!({
        "executionSuccessful": notifications.is_empty(),
        "toolExecutionNotifications": notifications,
    })
}

fn notification(file: &str, id: &str, message: &str) -> Json {
    json!({
        "descriptor": { "id": id },
        "level": "error",
        "message": { "text": message },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } }],
    })
}

/// A file name as a relative reference or a file address (RFC 3986, RFC 8089).
fn uri(file: &str) -> String {
    if file == "-" {
        return "stdin".to_owned();
    }
    let path = file.replace('\\', "/");
    let drive = path.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && path.get(1..2) == Some(":");
    let mut uri = String::from(match (drive, path.starts_with('/')) {
        (true, _) => "file:///",
        (_, true) => "file://",
        _ => "",
    });
    for (index, byte) in path.bytes().enumerate() {
        let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (drive && index == 1);
        if plain {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Scores, WordedFinding};
    use jibiao_model::{Counts, Dimension, Fault, Finding, Stage, Verdict};

    #[test]
    fn file_names_become_addresses() {
        for (file, expected) in [
            ("a/b.json", "a/b.json"),
            ("/data/a b.json", "file:///data/a%20b.json"),
            ("C:\\表\\1.json", "file:///C:/%E8%A1%A8/1.json"),
            ("ab:c#?.json", "ab%3Ac%23%3F.json"),
            ("-", "stdin"),
        ] {
            assert_eq!(uri(file), expected);
        }
    }

    fn outcome(kit: &Kit, rule: &str) -> Outcome {
        let place = Place {
            pointer: "/tables/indicators/2/cells/target".into(),
            section: Some("indicators".into()),
            table: Some("indicators".into()),
            row: Some("r7".into()),
            cell: Some("target".into()),
        };
        let finding = Finding { rule: rule.into(), place, message: "m".into(), args: vec![], fixes: vec![] };
        let report = Report {
            document: "d".into(),
            revision: 1,
            pack: kit.held()[0].reference.clone(),
            form: "project-declaration-2021".into(),
            stage: Stage::Review,
            verdict: Verdict::NotDetermined,
            counts: Counts { blocks: 0, warns: 1, advises: 0 },
            waived: Counts::default(),
            rules: vec![rule.into()],
            entries: vec![Entry {
                severity: Severity::Warns,
                dimension: Dimension::Relevance,
                waivable: true,
                waiver: None,
                finding: finding.into(),
            }],
            lapsed: vec![],
            faults: vec![Fault { rule: rule.into(), reason: "out of range".into() }],
        };
        let words = WordedFinding {
            what: "哪里不对".into(),
            advice: "怎么改".into(),
            place: "绩效指标 · 第3行".into(),
            fixes: vec![],
        };
        Outcome { report, words: vec![words], scores: Scores::default() }
    }

    #[test]
    fn a_finding_becomes_a_result_with_its_place_and_level() {
        let kit = Kit::builtin().unwrap();
        let outcome = outcome(&kit, "some-rule");
        let sarif = kit.sarif(&[SarifInput::Checked { file: "a b.json", outcome: &outcome }], Language::Zh);
        let result = &sarif["runs"][0]["results"][0];
        assert_eq!(result["ruleId"], "some-rule");
        assert!(result["ruleIndex"].is_null(), "no pack describes this rule");
        assert_eq!(result["level"], "warning");
        assert_eq!(result["message"]["text"], "哪里不对");
        let location = &result["locations"][0];
        assert_eq!(location["physicalLocation"]["artifactLocation"]["uri"], "a%20b.json");
        assert_eq!(location["logicalLocations"][0]["fullyQualifiedName"], "/tables/indicators/2/cells/target");
        assert_eq!(location["logicalLocations"][0]["kind"], "value");
        assert_eq!(result["partialFingerprints"]["jibiao/v1"], "d/some-rule/indicators/r7/target/m");
        assert_eq!(result["suppressions"], json!([]));
    }

    #[test]
    fn a_reason_is_a_suppression_that_somebody_still_has_to_look_at() {
        let kit = Kit::builtin().unwrap();
        let mut outcome = outcome(&kit, "some-rule");
        let answer =
            Answer { reason: "上级方案只作定性要求".into(), by: "张三".into(), ..Answer::default() };
        outcome.report.entries[0].waiver = Some(answer);
        let sarif = kit.sarif(&[SarifInput::Checked { file: "a.json", outcome: &outcome }], Language::Zh);
        let suppression = &sarif["runs"][0]["results"][0]["suppressions"][0];
        assert_eq!(suppression["kind"], "inSource");
        assert_eq!(suppression["status"], "underReview");
        assert_eq!(suppression["justification"], "上级方案只作定性要求");
        assert_eq!(suppression["properties"]["by"], "张三");
    }

    #[test]
    fn a_rule_that_failed_and_a_file_that_was_refused_make_the_run_unsuccessful() {
        let kit = Kit::builtin().unwrap();
        let outcome = outcome(&kit, "some-rule");
        let refused = SarifInput::Refused { file: "b.json", code: "not-json", message: "不是 JSON" };
        for inputs in [vec![SarifInput::Checked { file: "a.json", outcome: &outcome }], vec![refused]] {
            let sarif = kit.sarif(&inputs, Language::Zh);
            let invocation = &sarif["runs"][0]["invocations"][0];
            assert_eq!(invocation["executionSuccessful"], false);
            assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), 1);
        }
    }
}
