use jibiao_model::{Answer, Arg, Dimension, Finding, FormId, Place, Row, RuleId, Severity, SortedMap, TableId};
use jibiao_reading::WordSet;

use super::*;
use crate::run::tests::{book, pack};

const RULE: RuleId = RuleId::fixed("target-vague");
const REASON: &str = "上级方案只作定性要求，年底由评审组打分";

fn reasons_book() -> RuleBook {
    let mut book = book();
    book.policy.numbers.insert(LEAST.to_owned(), Number::whole(8));
    let fillers = ["无", "略", "见附件", "特此说明", "情况属实"].map(String::from);
    book.vocabulary.lists.insert(FILLERS.to_owned(), WordSet::new(fillers));
    book
}

fn document(rows: &[&str]) -> Document {
    let mut document = Document::new("d", pack(), FormId::fixed("f"));
    for id in rows {
        let mut row = Row::new((*id).into());
        row.cells.insert("target".into(), "提升".to_owned());
        document.tables.get_or_default(TableId::fixed("t")).push(row);
    }
    document
}

fn finding(row: &str, said: &str) -> Finding {
    Finding {
        rule: RULE,
        place: Place {
            pointer: String::new(),
            section: None,
            table: Some("t".into()),
            row: Some(row.into()),
            cell: Some("target".into()),
        },
        message: "target-vague".into(),
        args: vec![("target".into(), Arg::Text(said.into()))],
        fixes: Vec::new(),
    }
}

fn entry(row: &str, said: &str) -> Entry {
    let (severity, dimension) = (Severity::Warns, Dimension::Appropriateness);
    Entry { severity, dimension, waivable: true, waiver: None, finding: finding(row, said).into() }
}

fn answered(document: &mut Document, row: &str, said: &str, reason: &str) {
    let waiver = Waiver::of(&finding(row, said), document, Answer { reason: reason.into(), ..Answer::default() });
    document.apply(jibiao_model::Edit::SetWaiver { waiver: Box::new(waiver) }).unwrap();
}

fn settled(document: &Document, entries: &mut [Entry]) -> Vec<(Lapse, String)> {
    let lapsed = settle(&reasons_book(), document, Stage::Review, entries, &[]);
    lapsed.into_iter().map(|it| (it.why, it.waiver.row.unwrap().to_string())).collect()
}

#[test]
fn a_reason_has_to_say_something() {
    let book = reasons_book();
    for (reason, lapse) in [
        ("", Some(Lapse::TooShort)),
        ("无", Some(Lapse::TooShort)),
        ("，。！？、；：…——（）", Some(Lapse::TooShort)),
        ("经费不足所致", Some(Lapse::TooShort)),
        ("见附件，特此说明，情况属实", Some(Lapse::SaysNothing)),
        ("本项见附件特此说明", Some(Lapse::SaysNothing)),
        ("啊啊啊啊啊啊啊啊啊啊啊啊", Some(Lapse::SaysNothing)),
        ("1111111111111111", Some(Lapse::SaysNothing)),
        ("按上级要求，按上级要求，按上级要求", Some(Lapse::SaysNothing)),
        ("按上级要求按上级要求按上级要求", Some(Lapse::SaysNothing)),
        ("哈哈嘿嘿哈哈嘿嘿哈哈嘿嘿", Some(Lapse::SaysNothing)),
        (REASON, None),
        ("因上级下达任务较晚，无法在年内验收", None),
        ("The ministry sets no figure for this.", None),
    ] {
        assert_eq!(reason_lapse(&book, reason), lapse, "{reason}");
    }
}

#[test]
fn a_finding_that_is_answered_keeps_everything_and_gets_its_reason() {
    let mut document = document(&["r1", "r2"]);
    answered(&mut document, "r1", "提升", REASON);
    let mut entries = [entry("r1", "提升"), entry("r2", "提升")];
    let before = entries.clone();
    assert_eq!(settled(&document, &mut entries), []);
    assert_eq!(entries[0].waiver.as_ref().unwrap().reason, REASON);
    entries[0].waiver = None;
    assert_eq!(entries, before);
}

#[test]
fn a_reason_lapses_when_what_it_excused_has_changed_or_is_gone() {
    let mut document = document(&["r1", "r2"]);
    answered(&mut document, "r1", "提升", REASON);
    answered(&mut document, "r2", "提升", REASON);
    let mut entries = [entry("r1", "大幅提升")];
    let lapsed = settled(&document, &mut entries);
    assert_eq!(lapsed, [(Lapse::Changed, "r1".to_owned()), (Lapse::Gone, "r2".to_owned())]);
    assert_eq!(entries[0].waiver, None);
}

#[test]
fn a_reason_for_what_the_pack_excuses_never_does_not_count() {
    let mut document = document(&["r1"]);
    answered(&mut document, "r1", "提升", REASON);
    let mut entries = [Entry { waivable: false, ..entry("r1", "提升") }];
    assert_eq!(settled(&document, &mut entries), [(Lapse::NotAllowed, "r1".to_owned())]);
    assert_eq!(entries[0].waiver, None);
}

#[test]
fn a_reason_that_says_nothing_does_not_count() {
    let mut document = document(&["r1", "r2"]);
    answered(&mut document, "r1", "提升", "无");
    answered(&mut document, "r2", "提升", "见附件见附件见附件");
    let mut entries = [entry("r1", "提升"), entry("r2", "提升")];
    let lapsed = settled(&document, &mut entries);
    assert_eq!(lapsed, [(Lapse::TooShort, "r1".to_owned()), (Lapse::SaysNothing, "r2".to_owned())]);
    assert!(entries.iter().all(|entry| entry.waiver.is_none()));
}

#[test]
fn a_reason_whose_rule_was_not_asked_has_not_lapsed() {
    let mut document = document(&["r1"]);
    answered(&mut document, "r1", "提升", REASON);
    let fault = Fault { rule: RULE, reason: "overflow".into() };
    assert_eq!(settle(&reasons_book(), &document, Stage::Review, &mut [], &[fault]), []);
    // The rules of this book are off while drafting.
    assert_eq!(settle(&reasons_book(), &document, Stage::Drafting, &mut [], &[]), []);
    assert_eq!(settle(&reasons_book(), &document, Stage::Review, &mut [], &[]).len(), 1);
}

#[test]
fn the_pack_says_how_grave_a_finding_may_be_to_be_answered() {
    let mut policy = book().policy;
    policy.waivable = [(RULE, Some(Severity::Warns)), ("unit-missing".into(), None)].into();
    policy.waivable_messages = SortedMap::from([((RULE, "target-vague-else".to_owned()), None)]);
    assert_eq!(policy.waivable(&RULE, "target-vague"), Some(Severity::Warns));
    assert_eq!(policy.waivable(&RULE, "target-vague-else"), None);
    assert_eq!(policy.waivable(&"unit-missing".into(), "unit-missing"), None);
    assert_eq!(policy.waivable(&"rate-above-100".into(), "rate-above-100"), None);
}
