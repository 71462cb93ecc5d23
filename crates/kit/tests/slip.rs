//! Return slips: what stands on them, and what an answer shows, with results worked out by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Answer, Document, Draft, Edit, Kit, Language, Rebind, Row, RowId, Severity, Stage,
    model::{CellId, TableId},
    pretty,
    slip::{
        Anchor, Asking, Comment, Findings, Gone, Note, On, Picked, Reply, Slip, SlipEntry, SlipError, SlipErrorCode,
        State, Was,
    },
};
use serde_json::{Value as Json, json};

const FORM: &str = "project-declaration-2021";

/// A declaration with the rows r1 (维护步道, ≥5公里) and r2 (群众满意度, 提升).
fn document(kit: &Kit) -> Document {
    let mut document = kit.blank(FORM, "d-1").unwrap().into_document();
    document.revision = 3;
    for (cell, text) in [("year", "2026"), ("project-name", "步道维护")] {
        document.cells.insert(CellId::new(cell), text.to_owned());
    }
    let rows = [
        ("r1", "产出指标", "数量指标", "维护步道", "≥5公里"),
        ("r2", "满意度指标", "服务对象满意度指标", "群众满意度", "提升"),
    ];
    let rows = rows.map(|(id, one, two, name, target)| {
        let mut row = Row::new(RowId::new(id));
        for (cell, text) in [("level-1", one), ("level-2", two), ("level-3", name), ("target", target)] {
            row.cells.insert(CellId::new(cell), text.to_owned());
        }
        row
    });
    document.tables.insert(TableId::new("indicators"), rows.into());
    document
}

fn draft(kit: &Kit, document: Document) -> Draft {
    kit.bind(document, Rebind::Never).unwrap().draft
}

fn asking(comments: &[&str]) -> Asking {
    Asking {
        stage: Stage::Review,
        findings: Findings::Named,
        comments: comments.iter().map(|typed| Comment::typed(typed).unwrap()).collect(),
        reviewer: "财政局 绩效科".into(),
        date: "2026-03-31".into(),
        language: Language::Zh,
    }
}

fn reply(notes: &[&str]) -> Reply {
    Reply {
        notes: notes.iter().map(|typed| Note::typed(typed).unwrap()).collect(),
        by: "张三".into(),
        date: String::new(),
    }
}

fn states(slip: &Slip) -> Vec<&'static str> {
    slip.entries.iter().map(|entry| entry.state.name()).collect()
}

fn place(at: &Anchor) -> Vec<&str> {
    let parts = [
        at.section.as_ref().map(|id| id.as_str()),
        at.table.as_ref().map(TableId::as_str),
        at.row.as_ref().map(RowId::as_str),
        at.cell.as_ref().map(CellId::as_str),
    ];
    parts.into_iter().flatten().collect()
}

fn set(row: &str, cell: &str, text: &str) -> Edit {
    Edit::SetRowCell { table: "indicators".into(), row: row.into(), cell: cell.into(), text: text.into() }
}

#[test]
fn a_slip_names_its_document_and_holds_what_stood_there() {
    let kit = Kit::builtin().unwrap();
    let slip = draft(&kit, document(&kit)).slip(&asking(&["r2/年度指标值：无法考核，请写明百分比"])).unwrap();
    let json: Json = serde_json::from_str(&pretty(&slip)).unwrap();
    assert_eq!(json["jibiao_slip"], 1);
    assert_eq!((&json["document"], &json["revision"], &json["form"]), (&json!("d-1"), &json!(3), &json!(FORM)));
    assert_eq!((&json["reviewer"], &json["date"]), (&json!("财政局 绩效科"), &json!("2026-03-31")));
    assert_eq!(json["digest"], jibiao_kit::digest(&document(&kit)));
    assert_eq!(json["pack"]["id"], "cn-mof");
    assert_eq!(
        json["entries"],
        json!([{
            "n": 1,
            "at": { "table": "indicators", "row": "r2", "cell": "target" },
            "name": "群众满意度",
            "comment": "无法考核，请写明百分比",
            "was": { "text": "提升" },
            "state": "open"
        }])
    );
    assert_eq!(json.get("answered"), None);
}

#[test]
fn places_go_by_id_by_label_by_position_and_by_name() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    for (typed, expected) in [
        ("project-name", &["project-name"][..]),
        ("项目名称", &["project-name"]),
        ("r2", &["indicators", "r2"]),
        ("r2/target", &["indicators", "r2", "target"]),
        ("indicators/r2/年度指标值", &["indicators", "r2", "target"]),
        ("indicators/#2/target", &["indicators", "r2", "target"]),
        ("indicators/＃1", &["indicators", "r1"]),
        ("维护步道/年度指标值", &["indicators", "r1", "target"]),
        ("indicators", &["indicators"]),
        ("", &[]),
    ] {
        let comment = Comment { on: On::Typed(typed.into()), rule: String::new(), text: "请核实".into() };
        let slip = draft.slip(&Asking { comments: vec![comment], ..asking(&[]) }).unwrap();
        assert_eq!(place(&slip.entries[0].at), expected, "{typed}");
    }
    for (typed, code) in [
        ("r9", SlipErrorCode::NoPlace),
        ("indicators/#3", SlipErrorCode::NoPlace),
        ("r1/project-name", SlipErrorCode::NoPlace),
        ("a/b/c/d", SlipErrorCode::NoPlace),
    ] {
        let comment = Comment { on: On::Typed(typed.into()), rule: String::new(), text: "请核实".into() };
        let refused = draft.slip(&Asking { comments: vec![comment], ..asking(&[]) }).unwrap_err();
        assert_eq!((refused.code(), refused.detail()), (code, typed));
    }
}

#[test]
fn a_name_that_two_rows_have_is_not_chosen_from() {
    let kit = Kit::builtin().unwrap();
    let mut document = document(&kit);
    document.tables.get_mut("indicators").unwrap()[1].cells.insert("level-3".into(), "维护步道".into());
    let refused = draft(&kit, document).slip(&asking(&["维护步道: 哪一条？"])).unwrap_err();
    assert_eq!(refused.code(), SlipErrorCode::SeveralPlaces);
}

#[test]
fn a_changed_cell_a_note_and_nothing_give_three_states() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let comments = ["r2/target: 写明百分比", "project-name: 名称与立项批复不一致", "r1: 依据是什么", ": 补交立项批复"];
    let slip = draft.slip(&asking(&comments)).unwrap();
    draft.apply(set("r2", "target", "≥95%")).unwrap();
    let answered = slip.answered_with(&draft, &reply(&["2: 批复名称已更正，附后", "4：已随报送包附上"])).unwrap();
    assert_eq!(states(&answered), ["changed", "explained", "open", "explained"]);
    let json = serde_json::to_value(&answered).unwrap();
    assert_eq!(json["entries"][0]["changes"], json!([{ "cell": "target", "before": "提升", "now": "≥95%" }]));
    assert_eq!(json["entries"][1]["note"], "批复名称已更正，附后");
    assert_eq!(json["answered"]["by"], "张三");
    assert_eq!(json["answered"]["digest"], jibiao_kit::digest(draft.document()));
    // The place has been looked at once more: what stood there when it was written stays.
    assert_eq!(answered.entries[0].was, Was::Text("提升".into()));
}

#[test]
fn answering_twice_keeps_notes_and_looks_anew() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let slip = draft.slip(&asking(&["r2/target: 写明百分比", "r1/target: 依据"])).unwrap();
    draft.apply(set("r2", "target", "≥95%")).unwrap();
    let once = slip.answered_with(&draft, &reply(&["2: 按方案"])).unwrap();
    assert_eq!(states(&once), ["changed", "explained"]);
    // Put back: the entry is open again, and the note still stands.
    draft.apply(set("r2", "target", "提升")).unwrap();
    let twice = once.answered_with(&draft, &reply(&[])).unwrap();
    assert_eq!(states(&twice), ["open", "explained"]);
    assert_eq!(twice.entries[0].changes, []);
    // A blank note takes the one before back.
    let thrice = twice.answered_with(&draft, &reply(&["2:"])).unwrap();
    assert_eq!(states(&thrice), ["open", "open"]);
}

#[test]
fn a_row_that_is_gone_and_one_that_moved_are_told_apart() {
    let kit = Kit::builtin().unwrap();
    let slip = draft(&kit, document(&kit)).slip(&asking(&["r1/target: 甲", "r2: 乙", "r1: 丙"])).unwrap();
    let mut changed = document(&kit);
    let rows = changed.tables.get_mut("indicators").unwrap();
    rows.reverse();
    let moved = slip.answered_with(&draft(&kit, changed.clone()), &reply(&[])).unwrap();
    assert_eq!(states(&moved), ["open", "open", "open"]);
    changed.tables.get_mut("indicators").unwrap().remove(0);
    let gone = slip.answered_with(&draft(&kit, changed), &reply(&["2: 已并入第一条"])).unwrap();
    assert_eq!(states(&gone), ["open", "changed", "open"]);
    assert_eq!(gone.entries[1].gone, Some(Gone::Row));
    assert_eq!((gone.entries[1].name.as_str(), gone.entries[1].note.as_str()), ("群众满意度", "已并入第一条"));
}

#[test]
fn a_row_tells_each_of_its_cells_that_changed() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let slip = draft.slip(&asking(&["r1: 重写", "indicators: 缺效益指标"])).unwrap();
    draft.apply(set("r1", "level-3", "维护步道里程")).unwrap();
    draft.apply(set("r1", "weight", "20")).unwrap();
    let answered = slip.answered_with(&draft, &reply(&[])).unwrap();
    assert_eq!(states(&answered), ["changed", "changed"]);
    let changes: Vec<_> =
        answered.entries[0].changes.iter().map(|c| (c.cell.as_str(), c.before.as_str(), c.now.as_str())).collect();
    assert_eq!(changes, [("level-3", "维护步道", "维护步道里程"), ("weight", "", "20")]);
}

/// The name of the row, the cell, the text before and the text now.
fn told(entry: &SlipEntry) -> Vec<(&str, &str, &str, &str)> {
    let changes = entry.changes.iter();
    changes.map(|one| (one.name.as_str(), one.cell.as_str(), one.before.as_str(), one.now.as_str())).collect()
}

#[test]
fn a_comment_on_a_table_or_a_section_is_answered_by_what_changed_in_it_and_names_that() {
    let kit = Kit::builtin().unwrap();
    let slip =
        draft(&kit, document(&kit)).slip(&asking(&["indicators: 逐行写明依据", "单位与项目: 核对名称"])).unwrap();
    let answered = |change: &dyn Fn(&mut Document)| {
        let mut changed = document(&kit);
        change(&mut changed);
        slip.answered_with(&draft(&kit, changed), &Reply::default()).unwrap()
    };
    fn rows(document: &mut Document) -> &mut Vec<Row> {
        document.tables.get_mut("indicators").unwrap()
    }

    // Elsewhere, and a cell that was left blank: no answer to either.
    let elsewhere = answered(&|document| {
        document.cells.insert("goal.year".into(), "维护步道5公里".into());
        rows(document)[0].cells.insert("remark".into(), String::new());
        document.cells.insert("department".into(), String::new());
    });
    assert_eq!(states(&elsewhere), ["open", "open"]);

    let cell = answered(&|document| {
        document.cells.insert("project-name".into(), "步道维护（二期）".into());
    });
    assert_eq!(states(&cell), ["open", "changed"]);
    assert_eq!(told(&cell.entries[1]), [("", "project-name", "步道维护", "步道维护（二期）")]);

    // One row is gone, one says something else, one is new.
    let table = answered(&|document| {
        let mut new = Row::new(RowId::new("r3"));
        new.cells.insert("level-3".into(), "改造栏杆".into());
        let rows = rows(document);
        rows.remove(0);
        rows[0].cells.insert("target".into(), "≥95%".into());
        rows.push(new);
    });
    assert_eq!(states(&table), ["changed", "open"]);
    assert_eq!(
        told(&table.entries[0]),
        [
            ("维护步道", "level-1", "产出指标", ""),
            ("维护步道", "level-2", "数量指标", ""),
            ("维护步道", "level-3", "维护步道", ""),
            ("维护步道", "target", "≥5公里", ""),
            ("群众满意度", "target", "提升", "≥95%"),
            ("改造栏杆", "level-3", "", "改造栏杆"),
        ]
    );
    assert_eq!(table.held_against(&draft(&kit, document(&kit))).unwrap(), [1]);

    let moved = answered(&|document| rows(document).swap(0, 1));
    assert_eq!((states(&moved), moved.entries[0].changes.len()), (vec!["changed", "open"], 0));
}

#[test]
fn a_slip_that_holds_no_texts_of_a_table_still_says_whether_it_changed() {
    let kit = Kit::builtin().unwrap();
    let mut slip = draft(&kit, document(&kit)).slip(&asking(&["indicators: 逐行写明依据"])).unwrap();
    assert_eq!(slip.entries[0].stood.as_ref().map(|stood| stood.rows.len()), Some(2));
    slip.entries[0].stood = None;
    let mut draft = draft(&kit, document(&kit));
    assert_eq!(states(&slip.answered_with(&draft, &Reply::default()).unwrap()), ["open"]);
    draft.apply(set("r2", "target", "≥95%")).unwrap();
    let answered = slip.answered_with(&draft, &Reply::default()).unwrap();
    assert_eq!((states(&answered), answered.entries[0].changes.len()), (vec!["changed"], 0));
}

#[test]
fn texts_of_very_long_tables_stand_on_no_slip() {
    let kit = Kit::builtin().unwrap();
    let mut document = document(&kit);
    for row in document.tables.get_mut("indicators").unwrap() {
        row.cells.insert("level-3".into(), "长".repeat(180_000));
    }
    let slip = draft(&kit, document).slip(&asking(&["indicators: 逐行写明依据", "单位与项目: 核对名称"])).unwrap();
    assert_eq!(slip.entries[0].stood, None);
    assert!(matches!(slip.entries[0].was, Was::Digest(_)));
    assert!(slip.entries[1].stood.is_some());
}

#[test]
fn findings_stand_on_a_slip_and_say_whether_they_are_still_found() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let slip = draft.slip(&Asking { findings: Findings::From(Severity::Blocks), ..asking(&[]) }).unwrap();
    let of = |slip: &Slip, cell: &str| {
        let entry = slip.entries.iter().find(|entry| place(&entry.at) == [cell]).unwrap().clone();
        (entry.finding.unwrap().rule.to_string(), entry.state, entry.still)
    };
    assert_eq!(of(&slip, "department"), ("cell-missing".into(), State::Open, None));
    assert!(slip.entries.iter().all(|entry| entry.finding.as_ref().unwrap().severity == Severity::Blocks));
    draft.apply(Edit::SetCell { cell: "department".into(), text: "市园林局".into() }).unwrap();
    let answered = slip.answered_with(&draft, &reply(&[])).unwrap();
    assert_eq!(of(&answered, "department"), ("cell-missing".into(), State::Changed, Some(false)));
    let goal = answered.entries.iter().find(|entry| entry.at.cell.as_ref().is_some_and(|c| c.as_str() == "year-goal"));
    assert_eq!(goal.map(|entry| (entry.state, entry.still)), Some((State::Open, Some(true))));
}

#[test]
fn a_comment_with_a_rule_stands_at_its_finding() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    let comment = Comment { on: On::Typed("department".into()), rule: "cell-missing".into(), text: "写全称".into() };
    let slip = draft.slip(&Asking { comments: vec![comment.clone()], ..asking(&[]) }).unwrap();
    assert_eq!(slip.entries.len(), 1);
    assert_eq!(slip.entries[0].comment, "写全称");
    assert_eq!(slip.entries[0].finding.as_ref().unwrap().what, "“主管部门”没有填写。");
    let wrong = Comment { rule: "value-vague".into(), ..comment };
    let refused = draft.slip(&Asking { comments: vec![wrong], ..asking(&[]) }).unwrap_err();
    assert_eq!(refused.code(), SlipErrorCode::NoPlace);
}

#[test]
fn only_the_findings_that_were_picked_stand_on_a_slip() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    let report = draft.check(Stage::Review);
    let missing = |cell: &str| {
        let is = |entry: &jibiao_kit::Entry| {
            entry.finding.rule.as_str() == "cell-missing"
                && entry.finding.place.cell.as_ref().is_some_and(|c| c.as_str() == cell)
        };
        report.entries.iter().position(is).unwrap()
    };
    let picked = |entry: usize, said: &str| Picked { entry, said: said.into() };
    let of_row = Anchor { table: Some("indicators".into()), row: Some("r2".into()), ..Anchor::default() };
    let comment = Comment { on: On::At(of_row.clone()), rule: String::new(), text: "与批复不一致".into() };
    let findings = Findings::These(vec![picked(missing("year-goal"), " 按批复写 "), picked(missing("department"), "")]);
    let slip = draft.slip(&Asking { findings, comments: vec![comment], ..asking(&[]) }).unwrap();
    let said: Vec<_> =
        slip.entries.iter().map(|entry| (entry.at.cell.as_ref().map(|c| c.as_str()), entry.comment.as_str())).collect();
    assert_eq!(said, [(Some("department"), ""), (Some("year-goal"), "按批复写"), (None, "与批复不一致")]);
    assert_eq!(slip.entries[2].at, of_row);

    let beyond = Asking { findings: Findings::These(vec![picked(9_999, "")]), ..asking(&[]) };
    assert_eq!(draft.slip(&beyond).unwrap_err().code(), SlipErrorCode::NoPlace);
    let nothing = Asking { findings: Findings::These(Vec::new()), ..asking(&[]) };
    assert_eq!(draft.slip(&nothing).unwrap_err().code(), SlipErrorCode::NoEntries);
}

#[test]
fn a_comment_at_a_place_that_the_document_does_not_have_is_refused() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    let anchor = |table: Option<&str>, row: Option<&str>, cell: Option<&str>| Anchor {
        section: None,
        table: table.map(Into::into),
        row: row.map(Into::into),
        cell: cell.map(Into::into),
    };
    for (at, spelled) in [
        (anchor(Some("indicators"), Some("r9"), None), "indicators/r9"),
        (anchor(Some("indicators"), Some("r1"), Some("project-name")), "indicators/r1/project-name"),
        (anchor(Some("indicators"), None, Some("target")), "indicators/target"),
        (anchor(None, Some("r1"), None), "r1"),
        (anchor(None, None, Some("no-such-cell")), "no-such-cell"),
    ] {
        let comment = Comment { on: On::At(at), rule: String::new(), text: "请核实".into() };
        let refused = draft.slip(&Asking { comments: vec![comment], ..asking(&[]) }).unwrap_err();
        assert_eq!((refused.code(), refused.detail()), (SlipErrorCode::NoPlace, spelled));
    }
}

#[test]
fn a_reason_in_the_document_explains_its_finding() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let report = draft.check(Stage::Review);
    let entry = report.entries.iter().find(|entry| entry.waivable).unwrap();
    let slip = draft.slip(&Asking { findings: Findings::From(Severity::Advises), ..asking(&[]) }).unwrap();
    let answer = Answer {
        reason: "按照上级下达的实施方案统一定性考核，年内不再另行量化".into(), ..Answer::default()
    };
    let edit = draft.waive(&report, entry, answer).unwrap();
    draft.apply(edit).unwrap();
    let answered = slip.answered_with(&draft, &reply(&[])).unwrap();
    let explained: Vec<_> = answered.entries.iter().filter(|entry| entry.state == State::Explained).collect();
    assert_eq!(explained.len(), 1);
    assert_eq!(explained[0].reason, "按照上级下达的实施方案统一定性考核，年内不再另行量化");
    assert_eq!(explained[0].still, Some(true));
}

#[test]
fn slips_of_other_documents_and_of_later_revisions_are_refused() {
    let kit = Kit::builtin().unwrap();
    let slip = draft(&kit, document(&kit)).slip(&asking(&["r1: 甲"])).unwrap();
    let refused = |change: fn(&mut Document), notes: &[&str]| -> SlipError {
        let mut document = document(&kit);
        change(&mut document);
        slip.answered_with(&draft(&kit, document), &reply(notes)).unwrap_err()
    };
    for (change, notes, code, detail) in [
        ((|d| d.id = "d-2".into()) as fn(&mut Document), &[][..], SlipErrorCode::OtherDocument, "d-1"),
        (
            |d| d.form = jibiao_kit::model::FormId::new("project-self-evaluation-2021"),
            &[],
            SlipErrorCode::OtherForm,
            FORM,
        ),
        (|d| d.revision = 2, &[], SlipErrorCode::OlderDocument, "3"),
        (|_| {}, &["2: 乙"], SlipErrorCode::NoEntry, "2"),
        (|_| {}, &["1: 乙", "1: 丙"], SlipErrorCode::TwoNotes, "1"),
    ] {
        let error = refused(change, notes);
        assert_eq!((error.code(), error.detail()), (code, detail));
    }
}

#[test]
fn an_answer_that_says_otherwise_than_the_document_is_noticed() {
    let kit = Kit::builtin().unwrap();
    let mut draft = draft(&kit, document(&kit));
    let slip = draft.slip(&asking(&["r2/target: 甲", "r1/target: 乙"])).unwrap();
    draft.apply(set("r2", "target", "≥95%")).unwrap();
    let mut answered = slip.answered_with(&draft, &reply(&[])).unwrap();
    assert!(answered.held_against(&draft).unwrap().is_empty());
    answered.entries[1].state = State::Changed;
    assert_eq!(answered.held_against(&draft).unwrap(), [2]);
}

#[test]
fn a_slip_comes_back_byte_for_byte_with_what_a_newer_version_added() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    let slip = draft.slip(&asking(&["r1/target: 甲", ": 乙"])).unwrap();
    let mut json = serde_json::to_value(&slip).unwrap();
    json["opinion"] = json!({ "level": "2" });
    json["entries"][0]["deadline"] = json!("2026-04-10");
    let read = Slip::read(json.to_string().as_bytes()).unwrap();
    let answered = read.answered_with(&draft, &reply(&[])).unwrap();
    for slip in [&read, &answered] {
        let told = serde_json::to_value(slip).unwrap();
        assert_eq!(told["opinion"], json!({ "level": "2" }));
        assert_eq!(told["entries"][0]["deadline"], "2026-04-10");
        assert_eq!(Slip::read(pretty(slip).as_bytes()).unwrap(), *slip);
    }
}

#[test]
fn what_is_no_slip_is_refused() {
    let kit = Kit::builtin().unwrap();
    let slip = draft(&kit, document(&kit)).slip(&asking(&["r1: 甲"])).unwrap();
    let text = pretty(&slip);
    for (bytes, code) in [
        ("[]".to_owned(), SlipErrorCode::NotASlip),
        ("{".to_owned(), SlipErrorCode::NotASlip),
        (pretty(&document(&kit)), SlipErrorCode::NotASlip),
        (text.replacen("\"jibiao_slip\": 1", "\"jibiao_slip\": 2", 1), SlipErrorCode::NewerFormat),
        (text.replacen("\"revision\": 3", "\"revision\": 3, \"revision\": 4", 1), SlipErrorCode::NotASlip),
        (text.replacen("\"n\": 1", "\"n\": 2", 1), SlipErrorCode::NotASlip),
        ("[".repeat(100_000), SlipErrorCode::NotASlip),
    ] {
        assert_eq!(Slip::read(bytes.as_bytes()).unwrap_err().code(), code, "{}", &bytes[..bytes.len().min(60)]);
    }
    assert_eq!(draft(&kit, document(&kit)).slip(&asking(&[])).unwrap_err().code(), SlipErrorCode::NoEntries);
    assert_eq!(draft(&kit, document(&kit)).slip(&asking(&["r1:"])).unwrap_err().code(), SlipErrorCode::SaysNothing);
}

#[test]
fn a_slip_asks_as_its_answer_does_and_as_no_other_slip() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit, document(&kit));
    let slip = draft.slip(&asking(&["r2/target: 写明百分比"])).unwrap();
    let answered = slip.answered_with(&draft, &reply(&["1: 按方案"])).unwrap();
    assert!(slip.asks_as(&answered) && answered.asks_as(&slip));
    for other in ["r2/target: 写明比例", "r1/target: 写明百分比"] {
        assert!(!slip.asks_as(&draft.slip(&asking(&[other])).unwrap()), "{other}");
    }
}
