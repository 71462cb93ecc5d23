//! What a document took over is held against the files that are at hand, and against the document itself.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    Document, Draft, Edit, Kit, Language, LinkState, Namesake, PackRef, Rebind, Relation, Row, RowId, Severity, Stage,
    model::{CellId, TableId},
};

const DECLARATION: &str = "project-declaration-2021";
const EVALUATION: &str = "project-self-evaluation-2021";

fn pack(kit: &Kit) -> PackRef {
    kit.held()[0].reference.clone()
}

fn filled(kit: &Kit, form: &str, id: &str, cells: &[(&'static str, &str)]) -> Draft {
    let mut draft = kit.blank_of(&pack(kit), form, id).unwrap();
    for (cell, text) in cells {
        draft.apply(Edit::SetCell { cell: CellId::fixed(cell), text: (*text).to_owned() }).unwrap();
    }
    draft
}

fn declared(kit: &Kit) -> Draft {
    let cells = [
        ("year", "2025"),
        ("project-name", "滨河步道维护"),
        ("project-code", "610001"),
        ("department", "某县城市管理局"),
        ("fund.total.year", "48.6"),
    ];
    let mut draft = filled(kit, DECLARATION, "d", &cells);
    let mut row = Row::new(RowId::fixed("a"));
    for (cell, text) in [("level-1", "产出指标"), ("level-3", "维护步道"), ("target", "≥5.2公里")] {
        row.cells.insert(CellId::fixed(cell), text.to_owned());
    }
    draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
    draft
}

fn changed(kit: &Kit, draft: &Draft, change: impl FnOnce(&mut Document)) -> Draft {
    let mut document = draft.document().clone();
    change(&mut document);
    kit.bind(document, Rebind::Never).unwrap().draft
}

fn found(draft: &Draft, message: &str) -> Vec<Severity> {
    let report = draft.check(Stage::Submission);
    let entries = report.entries.iter().filter(|entry| entry.finding.message == message);
    entries.map(|entry| entry.severity).collect()
}

#[test]
fn an_account_that_was_edited_is_not_vouched_for() {
    let kit = Kit::builtin().unwrap();
    let source = declared(&kit);
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&source], "e").unwrap();
    let forged = changed(&kit, &draft, |document| {
        let money = CellId::fixed("fund.total.initial");
        document.origins[0].before.cells.insert(money.clone(), "90".to_owned());
        document.cells.insert(money, "90".to_owned());
    });
    let links = kit.trace(&forged, &[&source]);
    assert_eq!(links[0].state, LinkState::Misquoted);
    let told: Vec<_> = links[0].misquotes.iter().map(|one| (one.before.as_str(), one.now.as_str())).collect();
    assert_eq!(told, [("48.6", "90")]);
    let stripped = changed(&kit, &draft, |document| {
        document.origins[0].before.cells.remove("project-code");
    });
    assert_eq!(kit.trace(&stripped, &[&source])[0].misquotes[0].before, "610001");
    assert_eq!(kit.trace(&draft, &[&source])[0].misquotes, []);
}

#[test]
fn the_figures_of_two_documents_of_last_year_are_taken_anew_together() {
    let kit = Kit::builtin().unwrap();
    let source = declared(&kit);
    let mut evaluated = kit.carry(&pack(&kit), EVALUATION, None, &[&source], "e").unwrap();
    let (table, row, cell) = (TableId::fixed("indicators"), RowId::fixed("a"), CellId::fixed("actual"));
    evaluated.apply(Edit::SetRowCell { table, row, cell, text: "6公里".to_owned() }).unwrap();
    let last = Some(Relation::LastYear);
    let next = kit.carry(&pack(&kit), DECLARATION, last, &[&source, &evaluated], "n").unwrap();
    let states = |draft: &Draft, others: &[&Draft]| -> Vec<_> {
        kit.trace(draft, others).into_iter().map(|link| link.state).collect()
    };
    assert_eq!(states(&next, &[&source, &evaluated]), [LinkState::Matches; 2]);
    assert_eq!(states(&next, &[&evaluated]), [LinkState::Absent, LinkState::Matches]);
    let better = changed(&kit, &next, |document| {
        let rows = document.origins[1].before.tables.get_mut("indicators").unwrap();
        rows.get_mut("a").unwrap().insert(CellId::fixed("last-actual"), "9公里".to_owned());
    });
    assert_eq!(states(&better, &[&source, &evaluated]), [LinkState::Matches, LinkState::Misquoted]);
    // The text beside the account is held against the account.
    let boast = changed(&kit, &next, |document| {
        let rows = document.tables.get_mut("indicators").unwrap();
        rows[0].cells.insert(CellId::fixed("last-actual"), "9公里".to_owned());
    });
    assert_eq!(found(&boast, "carried-changed-last"), [Severity::Warns]);
}

#[test]
fn the_sums_of_several_projects_are_taken_anew() {
    let kit = Kit::builtin().unwrap();
    let first = declared(&kit);
    let second = changed(&kit, &first, |document| {
        document.id = "d2".to_owned();
        document.cells.insert(CellId::fixed("project-code"), "610002".to_owned());
        document.cells.insert(CellId::fixed("fund.total.year"), "1.4".to_owned());
    });
    let sums = kit.carry(&pack(&kit), "department-declaration", None, &[&first, &second], "s").unwrap();
    assert_eq!(sums.document().text("fund.total.year"), "50");
    let states: Vec<_> = kit.trace(&sums, &[&first, &second]).into_iter().map(|link| link.state).collect();
    assert_eq!(states, [LinkState::Matches; 2]);
    let forged = changed(&kit, &sums, |document| {
        document.origins[1].before.cells.insert(CellId::fixed("fund.total.year"), "60".to_owned());
    });
    assert_eq!(kit.trace(&forged, &[&first, &second])[1].state, LinkState::Misquoted);
}

#[test]
fn what_names_a_project_and_its_money_is_held_to_the_document_before() {
    let kit = Kit::builtin().unwrap();
    let source = declared(&kit);
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&source], "e").unwrap();
    for (cell, text, message, severity) in [
        ("project-name", "城区绿化养护", "carried-changed", Severity::Blocks),
        ("project-code", "620001", "carried-changed", Severity::Blocks),
        ("project-code", "", "carried-changed-blank", Severity::Blocks),
        ("year", "2026", "carried-changed", Severity::Blocks),
        ("department", "某县住建局", "carried-changed-unit", Severity::Warns),
        ("fund.total.initial", "90", "carried-changed-budget", Severity::Blocks),
    ] {
        assert_eq!(found(&draft, message), [], "{cell}");
        let other = changed(&kit, &draft, |document| {
            document.cells.insert(CellId::fixed(cell), text.to_owned());
        });
        assert_eq!(found(&other, message), [severity], "{cell}");
        assert!(other.changes().iter().any(|change| change.broken), "{cell}");
    }
    // What was adjusted within the year stands in the annual budget, and has a rule of its own.
    let adjusted = changed(&kit, &draft, |document| {
        document.cells.insert(CellId::fixed("fund.total.annual"), "60".to_owned());
    });
    assert!(adjusted.changes().is_empty());
}

#[test]
fn amounts_are_the_same_in_another_unit() {
    let kit = Kit::builtin().unwrap();
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&declared(&kit)], "e").unwrap();
    let in_yuan = changed(&kit, &draft, |document| {
        document.cells.insert(CellId::fixed("money-unit"), "元".to_owned());
        document.cells.insert(CellId::fixed("fund.total.initial"), "486000".to_owned());
    });
    assert_eq!(found(&in_yuan, "carried-changed-budget"), []);
    assert!(in_yuan.changes().iter().all(|change| !change.broken));
}

#[test]
fn a_row_that_was_added_to_or_taken_from_approved_ones_is_a_break() {
    let kit = Kit::builtin().unwrap();
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&declared(&kit)], "e").unwrap();
    let texts = |draft: &Draft| -> Vec<_> {
        draft.changes().into_iter().map(|one| (one.before, one.now, one.broken)).collect()
    };
    let gone = changed(&kit, &draft, |document| document.tables.get_mut("indicators").unwrap().clear());
    assert_eq!(texts(&gone), [("维护步道".to_owned(), String::new(), true)]);
    let more = changed(&kit, &draft, |document| {
        let mut row = Row::new(RowId::fixed("b"));
        row.cells.insert(CellId::fixed("level-3"), "新增一项".to_owned());
        document.tables.get_mut("indicators").unwrap().push(row);
    });
    assert_eq!(texts(&more), [(String::new(), "新增一项".to_owned(), true)]);
    let spelt = changed(&kit, &draft, |document| {
        let rows = document.tables.get_mut("indicators").unwrap();
        rows[0].cells.insert(CellId::fixed("target"), "≥ 5.20 公里".to_owned());
    });
    assert!(spelt.changes().iter().all(|change| !change.broken), "{:?}", spelt.changes());
}

#[test]
fn what_an_ex_ante_evaluation_cut_is_not_declared_after_all() {
    let kit = Kit::builtin().unwrap();
    let sheet = |cells: &[(&'static str, &str)]| filled(&kit, "ex-ante-five-dimensions", "x", cells);
    let evaluated = sheet(&[("project-name", "乡村物流驿站"), ("fund.total.year", "120"), ("amount-cut", "30")]);
    let draft = kit.carry(&pack(&kit), DECLARATION, None, &[&evaluated], "d").unwrap();
    assert_eq!(found(&draft, "ex-ante-exceeded-cut"), [Severity::Blocks], "the request came along uncut");
    let less = changed(&kit, &draft, |document| {
        document.cells.insert(CellId::fixed("fund.total.year"), "90".to_owned());
    });
    assert_eq!(found(&less, "ex-ante-exceeded-cut"), []);
    let greedy = sheet(&[("fund.total.year", "120"), ("amount-cut", "150")]);
    assert_eq!(found(&greedy, "cut-above-request"), [Severity::Blocks]);
}

#[test]
fn a_form_that_answers_for_another_and_names_none_lacks_it() {
    let kit = Kit::builtin().unwrap();
    let lacking = |form: &str| filled(&kit, form, "x", &[]).lacks_origin();
    assert!(lacking(EVALUATION) && lacking("project-monitoring-2021") && lacking("re-evaluation-rows"));
    assert!(!lacking(DECLARATION) && !lacking("ex-ante-five-dimensions") && !lacking("department-declaration"));
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&declared(&kit)], "e").unwrap();
    assert!(!draft.lacks_origin());
}

#[test]
fn an_origin_that_can_not_be_one_is_refused_with_its_place() {
    let kit = Kit::builtin().unwrap();
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&declared(&kit)], "e").unwrap();
    let refused = |change: &dyn Fn(&mut Document)| {
        let mut document = draft.document().clone();
        change(&mut document);
        let error = kit.bind(document, Rebind::Never).unwrap_err();
        assert!(!error.message(Language::En).contains('{'), "{}", error.message(Language::En));
        error.message(Language::Zh)
    };
    for digest in ["", "abc", &"A".repeat(64), &"g".repeat(64)] {
        let said = refused(&|document| document.origins[0].sha256 = digest.to_owned());
        assert!(said.contains("/origins/0/sha256"), "{said}");
    }
    let twice = refused(&|document| document.origins.push(document.origins[0].clone()));
    assert!(twice.contains("/origins/1") && twice.contains("“d”"), "{twice}");
    let itself = refused(&|document| document.origins[0].id = "e".to_owned());
    assert!(itself.contains("自己"), "{itself}");
}

#[test]
fn a_re_evaluation_leads_to_the_declaration_of_the_next_year() {
    let kit = Kit::builtin().unwrap();
    let source = declared(&kit);
    let mut evaluated = kit.carry(&pack(&kit), EVALUATION, None, &[&source], "e").unwrap();
    let (table, row, cell) = (TableId::fixed("indicators"), RowId::fixed("a"), CellId::fixed("actual"));
    evaluated.apply(Edit::SetRowCell { table, row, cell, text: "5公里".to_owned() }).unwrap();
    let reviewed = kit.carry(&pack(&kit), "re-evaluation-rows", None, &[&evaluated], "r").unwrap();
    let steps: Vec<_> =
        kit.next_steps(&reviewed).iter().map(|step| (step.form.id.to_string(), step.relation)).collect();
    assert!(steps.contains(&(DECLARATION.to_owned(), Relation::LastYear)), "{steps:?}");
    let next = kit.carry(&pack(&kit), DECLARATION, None, &[&reviewed], "n").unwrap();
    assert_eq!(next.document().text("year"), "2026");
    let rows = next.document().rows("indicators");
    assert_eq!((rows[0].text("last-target"), rows[0].text("last-actual")), ("≥5.2公里", "5公里"));
}

#[test]
fn what_was_granted_at_first_stays_the_initial_budget_through_adjustments() {
    let kit = Kit::builtin().unwrap();
    let adjusted = |from: &Draft, id: &str, amount: &str| {
        let way = Some(Relation::Adjusted);
        let mut draft = kit.carry(&pack(&kit), DECLARATION, way, &[from], id).unwrap();
        let cell = CellId::fixed("fund.total.year");
        draft.apply(Edit::SetCell { cell, text: amount.to_owned() }).unwrap();
        draft
    };
    let first = declared(&kit);
    let unchanged = kit.carry(&pack(&kit), DECLARATION, Some(Relation::Adjusted), &[&first], "u").unwrap();
    assert_eq!(found(&unchanged, "adjustment-unexplained-nothing").len(), 1);
    let second = adjusted(&first, "d2", "40");
    let third = adjusted(&second, "d3", "52");
    for (source, annual) in [(&second, "40"), (&third, "52")] {
        let draft = kit.carry(&pack(&kit), EVALUATION, None, &[source], "e").unwrap();
        let text = |cell: &str| draft.document().text(cell).to_owned();
        assert_eq!((text("fund.total.initial"), text("fund.total.annual")), ("48.6".to_owned(), annual.to_owned()));
        assert_eq!(kit.trace(&draft, &[source])[0].state, LinkState::Matches);
    }
    assert_eq!(kit.trace(&third, &[&second])[0].state, LinkState::Matches);
}

#[test]
fn of_two_files_with_the_id_of_an_origin_the_one_that_fits_is_the_source() {
    let kit = Kit::builtin().unwrap();
    let source = declared(&kit);
    let draft = kit.carry(&pack(&kit), EVALUATION, None, &[&source], "e").unwrap();
    let forged = changed(&kit, &source, |document| {
        document.cells.insert(CellId::fixed("fund.total.year"), "90".to_owned());
    });
    let link = |others: &[&Draft]| {
        let link = kit.trace(&draft, others).remove(0);
        (link.state, link.at)
    };
    assert_eq!(link(&[&forged, &source]), (LinkState::Matches, Some(1)));
    assert_eq!(link(&[&source, &forged]), (LinkState::Matches, Some(0)));
    assert_eq!(link(&[&forged]), (LinkState::Changed, Some(0)));
    let later = changed(&kit, &forged, |document| document.revision += 1);
    assert_eq!(link(&[&later, &forged]), (LinkState::Changed, Some(1)));
    assert_eq!(source.namesake(&source), Some(Namesake::Same));
    assert_eq!(source.namesake(&forged), Some(Namesake::Other));
    assert_eq!(source.namesake(&later), Some(Namesake::Revision));
    assert_eq!(source.namesake(&draft), None);
    let error = kit.carry(&pack(&kit), EVALUATION, None, &[&source, &forged], "f").unwrap_err();
    assert!(error.message(Language::Zh).contains("内容却不同"), "{}", error.message(Language::Zh));
    let error = kit.carry(&pack(&kit), EVALUATION, None, &[&source, &source], "f").unwrap_err();
    assert!(error.message(Language::Zh).contains("选了两遍"), "{}", error.message(Language::Zh));
}

#[test]
fn what_a_department_changed_in_the_figures_of_its_projects_is_listed_and_allowed() {
    let kit = Kit::builtin().unwrap();
    let first = declared(&kit);
    let second = changed(&kit, &first, |document| {
        document.id = "d2".to_owned();
        document.cells.insert(CellId::fixed("project-code"), "610002".to_owned());
        document.cells.insert(CellId::fixed("project-name"), "公园绿化".to_owned());
        document.cells.insert(CellId::fixed("fund.total.year"), "1.4".to_owned());
    });
    let sums = kit.carry(&pack(&kit), "department-declaration", None, &[&first, &second], "s").unwrap();
    assert_eq!(sums.changes(), []);
    let texts = |draft: &Draft| -> Vec<_> {
        draft.changes().into_iter().map(|one| (one.before, one.now, one.broken)).collect()
    };
    let said = |before: &str, now: &str, broken| (before.to_owned(), now.to_owned(), broken);
    let more = changed(&kit, &sums, |document| {
        document.cells.insert(CellId::fixed("fund.total.year"), "70".to_owned());
        document.tables.get_mut("tasks").unwrap()[0].cells.insert(CellId::fixed("line-amount"), "40".to_owned());
    });
    assert_eq!(texts(&more), [said("50", "70", false), said("48.6", "40", false)]);
    let gone = changed(&kit, &sums, |document| {
        document.tables.get_mut("tasks").unwrap().remove(1);
    });
    assert_eq!(texts(&gone), [said("公园绿化", "", false)]);
    let another = changed(&kit, &sums, |document| {
        document.cells.insert(CellId::fixed("department"), "某县住建局".to_owned());
    });
    assert_eq!(texts(&another), [said("某县城市管理局", "某县住建局", true)]);
}

#[test]
fn an_approved_task_that_is_not_answered_for_is_a_break() {
    let kit = Kit::builtin().unwrap();
    let mut source = filled(&kit, "department-declaration", "p", &[("year", "2025"), ("department", "某县城市管理局")]);
    let mut row = Row::new(RowId::fixed("t"));
    row.cells.insert(CellId::fixed("main-task"), "道路保洁".to_owned());
    source.apply(Edit::InsertRow { table: TableId::fixed("tasks"), at: usize::MAX, row }).unwrap();
    let draft = kit.carry(&pack(&kit), "department-self-evaluation", None, &[&source], "e").unwrap();
    assert_eq!(draft.changes(), []);
    let gone = changed(&kit, &draft, |document| document.tables.get_mut("tasks").unwrap().clear());
    let told: Vec<_> = gone.changes().into_iter().map(|one| (one.before, one.broken)).collect();
    assert_eq!(told, [("道路保洁".to_owned(), true)]);
}
