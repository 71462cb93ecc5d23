//! 情况说明: a person's reason why a finding may stand.
//!
//! A waiver answers one finding: what a rule said about a place. The place is named by ids, because rows move. What
//! was said is kept with it, the arguments of the message and the text of the cell; once either has changed, the
//! finding is another one and the reason excuses it no longer.

use std::{cmp::Ordering, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeMap,
};
use serde_json::{Map, Value as Json};

use crate::{
    Arg, CellId, Document, Finding, Place, RowId, RuleId, SectionId, TableId,
    document::{keep, once},
    finding::ADVICE,
};

/// What a person says to a finding. The engine has no clock: who and when are plain texts of the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// As typed.
    pub reason: String,
    /// Who says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// When it was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
}

/// A reason why a finding may stand, as the document carries it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiver {
    pub rule: RuleId,
    /// Key of the message that was answered.
    pub message: String,
    /// Only where the finding stands at neither a table nor a cell: a cell may move to another section.
    pub section: Option<SectionId>,
    pub table: Option<TableId>,
    pub row: Option<RowId>,
    pub cell: Option<CellId>,
    /// Arguments of the message, as in the report; null where it had none. An `example` in them is advice and counts for
    /// nothing. Kept as JSON: an argument of a kind that this version does not know makes the waiver lapse, not the
    /// file unreadable.
    pub args: Json,
    /// Text of the cell when the finding was answered; `None` where the finding stands at no cell.
    pub text: Option<String>,
    pub answer: Answer,
    /// Fields of a newer version, kept as they came.
    pub rest: Map<String, Json>,
}

impl Waiver {
    /// An answer to a finding on a document as it is now.
    pub fn of(finding: &Finding, document: &Document, answer: Answer) -> Self {
        let Place { section, table, row, cell, .. } = &finding.place;
        Self {
            rule: finding.rule.clone(),
            message: finding.message.clone(),
            section: section.clone().filter(|_| table.is_none() && cell.is_none()),
            table: table.clone(),
            row: row.clone(),
            cell: cell.clone(),
            args: said(&arguments(&finding.args)),
            text: document.text_at(&finding.place).map(str::to_owned),
            answer,
            rest: Map::new(),
        }
    }

    /// Whether this is an answer to something that the same rule said at this place.
    pub fn concerns(&self, finding: &Finding) -> bool {
        let place = &finding.place;
        self.rule == finding.rule
            && self.table == place.table
            && self.row == place.row
            && self.cell == place.cell
            && (self.section.is_none() || self.section == place.section)
    }

    /// Whether this is an answer to this finding, and what it excused has not changed since.
    pub fn answers(&self, finding: &Finding, document: &Document) -> bool {
        self.concerns(finding)
            && self.message == finding.message
            && self.text.as_deref().is_none_or(|text| document.text_at(&finding.place) == Some(text))
            && said(&self.args) == said(&arguments(&finding.args))
    }

    /// The order of a document's waivers. Two that are equal in it answer one finding.
    pub fn order(&self, other: &Self) -> Ordering {
        self.about()
            .cmp(&other.about())
            .then_with(|| self.section.cmp(&other.section))
            .then_with(|| self.message.cmp(&other.message))
            .then_with(|| match (&self.args, &other.args) {
                (Json::Null, Json::Null) => Ordering::Equal,
                (mine, others) => mine.to_string().cmp(&others.to_string()),
            })
    }

    fn about(&self) -> [Option<&str>; 4] {
        about(&self.rule, self.table.as_ref(), self.row.as_ref(), self.cell.as_ref())
    }
}

/// What waivers are sorted by first: table, row, cell and rule.
fn about<'a>(
    rule: &'a RuleId,
    table: Option<&'a TableId>,
    row: Option<&'a RowId>,
    cell: Option<&'a CellId>,
) -> [Option<&'a str>; 4] {
    [table.map(TableId::as_str), row.map(RowId::as_str), cell.map(CellId::as_str), Some(rule.as_str())]
}

impl Document {
    /// The waivers that answer something that the same rule said at the same place, with their positions.
    pub fn waivers_about<'d, 'f>(
        &'d self,
        finding: &'f Finding,
    ) -> impl Iterator<Item = (usize, &'d Waiver)> + use<'d, 'f> {
        let Place { table, row, cell, .. } = &finding.place;
        let about = about(&finding.rule, table.as_ref(), row.as_ref(), cell.as_ref());
        let from = self.waivers.partition_point(|waiver| waiver.about() < about);
        let here = self.waivers.iter().enumerate().skip(from).take_while(move |(_, waiver)| waiver.about() == about);
        here.filter(|(_, waiver)| waiver.concerns(finding))
    }
}

/// Arguments as they stand in a file.
fn arguments(args: &[(String, Arg)]) -> Json {
    if args.is_empty() {
        return Json::Null;
    }
    // By way of text: a serialiser into values would be a second one for every kind of argument.
    serde_json::to_string(args).and_then(|text| serde_json::from_str(&text)).unwrap_or_default()
}

/// Arguments without advice; null where none are left.
fn said(args: &Json) -> Json {
    let advice = |arg: &Json| arg.get(0).and_then(Json::as_str).is_some_and(|name| ADVICE.contains(&name));
    match args {
        Json::Array(args) if args.iter().all(advice) => Json::Null,
        Json::Array(args) => args.iter().filter(|arg| !advice(arg)).cloned().collect(),
        other => other.clone(),
    }
}

impl Serialize for Waiver {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rule, message, args, text, answer, rest, .. } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", rule)?;
        map.serialize_entry("message", message)?;
        let section = self.section.as_ref().map(SectionId::as_str);
        let [table, row, cell, _] = self.about();
        for (name, id) in [("section", section), ("table", table), ("row", row), ("cell", cell)] {
            if let Some(id) = id {
                map.serialize_entry(name, id)?;
            }
        }
        if !args.is_null() {
            map.serialize_entry("args", args)?;
        }
        if let Some(text) = text {
            map.serialize_entry("text", text)?;
        }
        map.serialize_entry("reason", &answer.reason)?;
        for (name, text) in [("by", &answer.by), ("date", &answer.date)] {
            if !text.is_empty() {
                map.serialize_entry(name, text)?;
            }
        }
        for (key, value) in rest {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

struct WaiverVisitor;

impl<'de> Visitor<'de> for WaiverVisitor {
    type Value = Waiver;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a waiver: an object with `rule`, `message`, the ids of its place, and `reason`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Waiver, A::Error> {
        let (mut rule, mut args, mut rest) = (None::<RuleId>, None, Map::new());
        // One list of texts, because they are all read alike.
        const TEXTS: [&str; 9] = ["message", "section", "table", "row", "cell", "text", "reason", "by", "date"];
        let mut texts: [Option<String>; TEXTS.len()] = Default::default();
        while let Some(key) = map.next_key::<String>()? {
            let text = TEXTS.iter().zip(&mut texts).find(|(name, _)| **name == key);
            match (key.as_str(), text) {
                (_, Some((name, slot))) => once(slot, name, map.next_value()?)?,
                ("rule", _) => once(&mut rule, "rule", map.next_value()?)?,
                ("args", _) => once(&mut args, "args", map.next_value()?)?,
                _ => keep(&mut rest, key, map.next_value()?)?,
            }
        }
        let [message, section, table, row, cell, text, reason, by, date] = texts;
        Ok(Waiver {
            rule: rule.ok_or_else(|| A::Error::missing_field("rule"))?,
            message: message.ok_or_else(|| A::Error::missing_field("message"))?,
            section: section.map(SectionId::new),
            table: table.map(TableId::new),
            row: row.map(RowId::new),
            cell: cell.map(CellId::new),
            args: args.unwrap_or_default(),
            text,
            answer: Answer {
                reason: reason.unwrap_or_default(),
                by: by.unwrap_or_default(),
                date: date.unwrap_or_default(),
            },
            rest,
        })
    }
}

impl<'de> Deserialize<'de> for Waiver {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(WaiverVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FormId, PackRef, Row};

    const TABLE: TableId = TableId::fixed("indicators");

    fn document() -> Document {
        let pack = PackRef { id: "p".into(), edition: "1".into(), sha256: String::new() };
        let mut document = Document::new("d", pack, FormId::fixed("f"));
        for (id, target) in [("r1", "提升"), ("r2", "≥95%")] {
            let mut row = Row::new(id.into());
            row.cells.insert("target".into(), target.to_owned());
            document.tables.get_or_default(TABLE).push(row);
        }
        document
    }

    fn finding(row: &str, target: &str) -> Finding {
        Finding {
            rule: RuleId::fixed("target-vague"),
            place: Place {
                pointer: "/tables/indicators/0/cells/target".into(),
                section: Some("indicators".into()),
                table: Some(TABLE),
                row: Some(row.into()),
                cell: Some("target".into()),
            },
            message: "target-vague".into(),
            args: vec![("target".into(), Arg::Text(target.into()))],
            fixes: Vec::new(),
        }
    }

    fn answer(reason: &str) -> Answer {
        Answer { reason: reason.into(), ..Answer::default() }
    }

    #[test]
    fn a_waiver_answers_its_finding_wherever_the_row_goes() {
        let mut document = document();
        let waiver = Waiver::of(&finding("r1", "提升"), &document, answer("按上级方案定性考核"));
        assert!(waiver.answers(&finding("r1", "提升"), &document));
        document.tables.get_mut("indicators").unwrap().reverse();
        let mut moved = finding("r1", "提升");
        moved.place.pointer = "/tables/indicators/1/cells/target".into();
        moved.place.section = Some("elsewhere".into());
        assert!(waiver.answers(&moved, &document));
    }

    #[test]
    fn a_waiver_ends_when_the_cell_or_what_is_said_of_it_changes() {
        let mut document = document();
        let waiver = Waiver::of(&finding("r1", "提升"), &document, answer("按上级方案定性考核"));
        let said_otherwise = finding("r1", "大幅提升");
        assert!(!waiver.answers(&said_otherwise, &document) && waiver.concerns(&said_otherwise));
        document.tables.get_mut("indicators").unwrap()[0].cells.insert("target".into(), "提升。".into());
        assert!(!waiver.answers(&finding("r1", "提升"), &document), "the text of the cell is another one");
    }

    #[test]
    fn a_waiver_answers_no_other_finding() {
        let document = document();
        let waiver = Waiver::of(&finding("r1", "提升"), &document, answer("按上级方案定性考核"));
        let mut other_message = finding("r1", "提升");
        other_message.message = "target-vague-else".into();
        let mut other_rule = finding("r1", "提升");
        other_rule.rule = RuleId::fixed("unit-missing");
        for other in [finding("r2", "提升"), other_message, other_rule] {
            assert!(!waiver.answers(&other, &document), "{other:?}");
        }
    }

    #[test]
    fn a_waiver_stands_while_only_the_advice_differs() {
        let advised = |example: &str| {
            let mut finding = finding("r1", "提升");
            finding.args.push(("example".into(), Arg::Text(example.into())));
            finding
        };
        let document = document();
        let waiver = Waiver::of(&advised("满意度 ≥__%"), &document, answer("按上级方案定性考核"));
        let copied = Waiver { args: arguments(&advised("满意度 ≥__%").args), ..waiver.clone() };
        for waiver in [waiver, copied] {
            assert!(waiver.answers(&advised("覆盖率 ≥__%"), &document));
            assert!(waiver.answers(&finding("r1", "提升"), &document));
            assert!(!waiver.answers(&finding("r1", "大幅提升"), &document));
        }
    }

    #[test]
    fn a_finding_at_a_section_is_told_from_that_of_another_section() {
        let at = |section: &str| {
            let mut finding = finding("r1", "x");
            finding.place =
                Place { pointer: String::new(), section: Some(section.into()), table: None, row: None, cell: None };
            finding
        };
        let waiver = Waiver::of(&at("funds"), &document(), answer("本年度不安排资金"));
        assert!(waiver.concerns(&at("funds")) && !waiver.concerns(&at("goals")));
        assert_eq!(waiver.text, None);
    }

    #[test]
    fn a_waiver_comes_back_as_it_was_written() {
        let full = Waiver::of(&finding("r1", "提升"), &document(), answer("按上级方案定性考核"));
        let text = serde_json::to_string(&full).unwrap();
        assert_eq!(
            text,
            r#"{"rule":"target-vague","message":"target-vague","table":"indicators","row":"r1","cell":"target","args":[["target",{"type":"text","value":"提升"}]],"text":"提升","reason":"按上级方案定性考核"}"#
        );
        assert_eq!(serde_json::from_str::<Waiver>(&text).unwrap(), full);
    }

    #[test]
    fn what_a_newer_version_added_is_kept() {
        let text = r#"{"rule":"a","message":"a","args":[["day",{"type":"day","value":"2026"}]],"reason":"x","opinion":{"accepted":true}}"#;
        let waiver: Waiver = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&waiver).unwrap(), text);
    }

    #[test]
    fn a_waiver_without_its_rule_or_with_a_field_twice_is_refused() {
        for (text, said) in [
            (r#"{"message":"a","reason":"x"}"#, "missing field `rule`"),
            (r#"{"rule":"a","reason":"x"}"#, "missing field `message`"),
            (r#"{"rule":"a","message":"a","reason":"x","reason":"y"}"#, "duplicate field `reason`"),
            ("[]", "a waiver"),
        ] {
            let refused = serde_json::from_str::<Waiver>(text).unwrap_err().to_string();
            assert!(refused.contains(said), "{refused}");
        }
    }
}
