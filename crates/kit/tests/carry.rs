//! From one document of the year to the next: what is taken over, what stays as approved, what is said when it does not fit.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use jibiao_kit::{
    CarryErrorCode, Draft, Edit, Kit, Language, LinkState, OpenErrorCode, PackRef, Rebind, Relation, Row, RowId, Stage,
    canonical, digest,
    model::{CellId, FundMoment, FundSource, TableId},
};

const DECLARATION: &str = "project-declaration-2021";
const EVALUATION: &str = "project-self-evaluation-2021";

fn kit() -> Kit {
    Kit::builtin().unwrap()
}

fn pack(kit: &Kit) -> PackRef {
    kit.held()[0].reference.clone()
}

fn set(draft: &mut Draft, cell: &'static str, text: &str) {
    draft.apply(Edit::SetCell { cell: CellId::fixed(cell), text: text.to_owned() }).unwrap();
}

fn row(draft: &mut Draft, id: &'static str, texts: &[(&'static str, &str)]) {
    let mut row = Row::new(RowId::fixed(id));
    for (cell, text) in texts {
        row.cells.insert(CellId::fixed(cell), (*text).to_owned());
    }
    draft.apply(Edit::InsertRow { table: TableId::fixed("indicators"), at: usize::MAX, row }).unwrap();
}

fn set_row(draft: &mut Draft, id: &'static str, cell: &'static str, text: &str) {
    let (row, cell) = (RowId::fixed(id), CellId::fixed(cell));
    draft.apply(Edit::SetRowCell { table: TableId::fixed("indicators"), row, cell, text: text.to_owned() }).unwrap();
}

/// A declaration of 2025 in 万元 with two rows.
fn declaration(kit: &Kit) -> Draft {
    let mut draft = kit.blank_of(&pack(kit), DECLARATION, "d").unwrap();
    set(&mut draft, "year", "2025");
    set(&mut draft, "project-name", "滨河步道维护");
    set(&mut draft, "department", "某县城市管理局");
    set(&mut draft, "fund.total.year", "48.6");
    set(&mut draft, "fund.fiscal.year", "48.6");
    set(&mut draft, "year-goal", "维护步道5.2公里，行人满意度不低于90%。");
    row(&mut draft, "a", &[("level-1", "产出指标"), ("level-3", "维护步道"), ("target", "≥5.2公里")]);
    row(&mut draft, "b", &[("level-1", "满意度指标"), ("level-3", "行人满意度"), ("target", "≥90%")]);
    draft
}

fn evaluation(kit: &Kit, from: &Draft) -> Draft {
    kit.carry(&pack(kit), EVALUATION, None, &[from], "e").unwrap()
}

fn rules(draft: &Draft) -> Vec<String> {
    let report = draft.check(Stage::Submission);
    assert_eq!(report.faults, []);
    report.entries.iter().map(|entry| entry.finding.message.clone()).collect()
}

#[test]
fn a_self_evaluation_begins_with_what_was_approved() {
    let kit = kit();
    let approved = declaration(&kit);
    let draft = evaluation(&kit, &approved);
    let document = draft.document();
    assert_eq!(document.text("project-name"), "滨河步道维护");
    assert_eq!(document.text("fund.total.initial"), "48.6");
    assert_eq!(document.text("fund.total.annual"), "");
    let rows: Vec<(&str, &str, &str)> = document
        .rows("indicators")
        .iter()
        .map(|row| (row.id.as_str(), row.text("level-3"), row.text("target")))
        .collect();
    assert_eq!(rows, [("a", "维护步道", "≥5.2公里"), ("b", "行人满意度", "≥90%")]);
    let origin = document.origin(Relation::Approved).unwrap();
    assert_eq!((origin.id.as_str(), &origin.sha256), ("d", &digest(approved.document())));
    assert!(document.is_frozen(Some("indicators"), Some("a"), "target"));
    assert!(!document.is_frozen(Some("indicators"), Some("a"), "actual"));
    assert!(document.is_frozen(None, None, "year-goal"));
    assert!(!document.is_frozen(None, None, "department"));
    assert!(!rules(&draft).iter().any(|message| message.starts_with("approved-changed")));
}

#[test]
fn a_target_that_differs_from_the_approved_one_is_found_and_put_back() {
    let kit = kit();
    let mut draft = evaluation(&kit, &declaration(&kit));
    let (table, cell) = (TableId::fixed("indicators"), CellId::fixed("target"));
    draft.apply(Edit::SetRowCell { table, row: RowId::fixed("a"), cell, text: "≥4公里".to_owned() }).unwrap();
    let report = draft.check(Stage::Submission);
    let at = report.entries.iter().position(|entry| entry.finding.message == "approved-changed-row").unwrap();
    let words = draft.in_words(&report, Language::Zh);
    assert_eq!(words[at].what, "“维护步道”的年度指标值批复为“≥5.2公里”，这里是“≥4公里”。");
    let changes = draft.changes();
    let changed: Vec<_> = changes.iter().map(|change| (change.before.as_str(), change.now.as_str())).collect();
    assert_eq!(changed, [("≥5.2公里", "≥4公里")]);
    draft.apply(report.entries[at].finding.fixes[0].edit.clone()).unwrap();
    assert_eq!(draft.changes(), []);
}

#[test]
fn this_year_begins_with_last_year_and_the_next_number() {
    let kit = kit();
    let draft = kit.carry(&pack(&kit), DECLARATION, None, &[&evaluation(&kit, &declaration(&kit))], "n").unwrap();
    assert_eq!(draft.document().text("year"), "2026");
    assert_eq!(draft.document().text("fund.total.year"), "");
    assert_eq!(draft.document().rows("indicators").len(), 2);
    assert_eq!(draft.document().origins[0].relation, Relation::LastYear);
}

#[test]
fn an_adjustment_takes_everything_and_tells_what_changed() {
    let kit = kit();
    let before = declaration(&kit);
    let steps = kit.next_steps(&before).into_iter().map(|step| (step.form.id.to_string(), step.relation));
    let steps: Vec<_> = steps.collect();
    assert!(steps.contains(&(DECLARATION.to_owned(), Relation::Adjusted)), "{steps:?}");
    assert!(steps.contains(&(EVALUATION.to_owned(), Relation::Approved)), "{steps:?}");
    assert!(!steps.iter().any(|(form, _)| form.ends_with("2015")), "another frame has other levels: {steps:?}");
    let next_year = kit.carry(&pack(&kit), DECLARATION, Some(Relation::LastYear), &[&before], "v2").unwrap();
    assert_eq!(next_year.document().text("year"), "2026");
    let mut draft = kit.carry(&pack(&kit), DECLARATION, Some(Relation::Adjusted), &[&before], "v2").unwrap();
    assert_eq!(draft.document().origins[0].relation, Relation::Adjusted);
    assert_eq!(draft.document().cells, before.document().cells);
    assert_eq!(draft.document().tables, before.document().tables);
    assert!(rules(&draft).contains(&"adjustment-unexplained-nothing".to_owned()));
    set(&mut draft, "fund.total.year", "40");
    assert!(rules(&draft).contains(&"adjustment-unexplained".to_owned()));
    set(&mut draft, "adjustment-reason", "下半年压减一般性支出。");
    assert!(!rules(&draft).iter().any(|message| message.starts_with("adjustment-unexplained")));
    let changed: Vec<_> = draft.changes().into_iter().map(|change| (change.before, change.now)).collect();
    let [money, reason] = changed.as_slice() else { panic!("{changed:?}") };
    assert_eq!((money.0.as_str(), money.1.as_str()), ("48.6", "40"));
    assert_eq!((reason.0.as_str(), reason.1.as_str()), ("", "下半年压减一般性支出。"));
}

#[test]
fn amounts_keep_their_unit() {
    let kit = kit();
    let mut declared = declaration(&kit);
    set(&mut declared, "money-unit", "元");
    set(&mut declared, "fund.total.year", "486000");
    let draft = evaluation(&kit, &declared);
    let initial = draft.reading().amount(FundSource::Total, FundMoment::Initial);
    assert_eq!(initial.answered().map(|amount| amount.yuan().to_string()).as_deref(), Some("486000"));
}

#[test]
fn what_was_taken_over_can_be_held_against_its_file() {
    let kit = kit();
    let approved = declaration(&kit);
    let draft = evaluation(&kit, &approved);
    let state = |others: &[&Draft]| kit.trace(&draft, others).into_iter().map(|link| link.state).collect::<Vec<_>>();
    assert_eq!(state(&[]), [LinkState::Absent]);
    assert_eq!(state(&[&approved]), [LinkState::Matches]);
    let mut later = approved.clone();
    set(&mut later, "year-goal", "维护步道6公里。");
    assert_eq!(state(&[&later]), [LinkState::Changed]);
    later.next_revision();
    assert_eq!(state(&[&later]), [LinkState::Newer]);
    let mut other = approved.clone();
    set(&mut other, "project-name", "城区绿化");
    assert_eq!(state(&[&other]), [LinkState::OtherProject]);

    // Somebody writes another approved target into the file itself.
    let text = canonical(draft.document()).replace("≥5.2公里", "≥2公里");
    let forged = kit.open(text.as_bytes(), Rebind::Never).unwrap().draft;
    assert_eq!(kit.trace(&forged, &[&approved])[0].state, LinkState::Misquoted);
}

#[test]
fn a_file_that_is_opened_with_the_pack_of_another_year_is_still_the_file() {
    let kit = kit();
    let approved = declaration(&kit);
    // As if both had been begun with last year's edition, which is not at hand any more.
    let mut before = approved.document().clone();
    before.pack = PackRef { edition: "2025.1".into(), sha256: "0".repeat(64), ..before.pack };
    let mut document = evaluation(&kit, &approved).into_document();
    document.origins[0].pack = before.pack.clone();
    document.origins[0].sha256 = digest(&before);
    let refused = kit.bind(before.clone(), Rebind::Never).unwrap_err();
    assert_eq!(refused.code(), OpenErrorCode::OtherEdition);
    let draft = kit.bind(document.clone(), Rebind::Never).unwrap().draft;
    let mut rebound = kit.bind(before, Rebind::ToSameId).unwrap().draft;
    assert_eq!(kit.trace(&draft, &[&rebound])[0].state, LinkState::Matches);

    // A target that the edition of that year left open is no misquotation; one that is quoted wrongly is.
    let row = RowId::fixed("a");
    let frozen = |document: &mut jibiao_kit::Document, change: &dyn Fn(&mut String)| {
        let rows = document.origins[0].frozen.tables.get_mut("indicators").unwrap();
        change(rows.get_mut(row.as_str()).unwrap().get_mut("target").unwrap());
    };
    frozen(&mut document, &|target| *target = "≥2公里".to_owned());
    let forged = kit.bind(document.clone(), Rebind::Never).unwrap().draft;
    assert_eq!(kit.trace(&forged, &[&rebound])[0].state, LinkState::Misquoted);
    document.origins[0].frozen.tables = Default::default();
    let open = kit.bind(document, Rebind::Never).unwrap().draft;
    assert_eq!(kit.trace(&open, &[&rebound])[0].state, LinkState::Matches);

    set(&mut rebound, "year-goal", "维护步道6公里。");
    assert_eq!(kit.trace(&draft, &[&rebound])[0].state, LinkState::Changed);
}

#[test]
fn a_circle_of_origins_is_told() {
    let kit = kit();
    let approved = declaration(&kit);
    let draft = evaluation(&kit, &approved);
    let mut circle = approved.into_document();
    let mut origin = draft.document().origins[0].clone();
    origin.id = "e".to_owned();
    origin.relation = Relation::LastYear;
    circle.origins.push(origin);
    let circle = kit.bind(circle, Rebind::Never).unwrap().draft;
    assert_eq!(kit.trace(&draft, &[&circle])[0].state, LinkState::Circle);
}

#[test]
fn a_circle_over_several_files_is_told_and_is_no_endless_walk() {
    let kit = kit();
    let approved = declaration(&kit);
    let draft = evaluation(&kit, &approved);
    let made_from = |draft: &Draft, id: &str, from: &str| {
        let mut document = draft.document().clone();
        document.id = id.to_owned();
        let mut origin = evaluation(&kit, &approved).document().origins[0].clone();
        (origin.id, origin.relation) = (from.to_owned(), Relation::LastYear);
        document.origins = vec![origin];
        kit.bind(document, Rebind::Never).unwrap().draft
    };
    // The evaluation from the declaration, that from another year's, and so on back to the evaluation.
    let others = [made_from(&approved, "d", "x"), made_from(&approved, "x", "y"), made_from(&approved, "y", "e")];
    let others: Vec<&Draft> = others.iter().collect();
    assert_eq!(kit.trace(&draft, &others)[0].state, LinkState::Circle);
    // A circle elsewhere in the chain is another file's trouble.
    let others = [made_from(&approved, "d", "x"), made_from(&approved, "x", "y"), made_from(&approved, "y", "x")];
    let others: Vec<&Draft> = others.iter().collect();
    assert_eq!(kit.trace(&draft, &others)[0].state, LinkState::Changed);
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let kit = kit();
    let (approved, reference) = (declaration(&kit), pack(&kit));
    let refused = |form: &str, from: &[&Draft], id: &str| {
        let error = kit.carry(&reference, form, None, from, id).unwrap_err();
        for language in Language::ALL {
            assert!(!error.message(language).contains('{'), "{}", error.message(language));
        }
        error.code()
    };
    assert_eq!(refused("no-such-form", &[&approved], "x"), CarryErrorCode::UnknownForm);
    assert_eq!(refused("project-self-evaluation-2015", &[&approved], "x"), CarryErrorCode::NoStep);
    assert_eq!(refused(EVALUATION, &[&approved], "d"), CarryErrorCode::Itself);
    assert_eq!(refused(EVALUATION, &[&approved, &approved], "x"), CarryErrorCode::Twice);
    let mut second = approved.clone().into_document();
    second.id = "d2".to_owned();
    let second = kit.bind(second, Rebind::Never).unwrap().draft;
    assert_eq!(refused(EVALUATION, &[&approved, &second], "x"), CarryErrorCode::TwoOfAKind);
}

#[test]
fn the_sheet_of_the_next_period_is_held_to_the_same_targets() {
    let kit = kit();
    let spring = kit.carry(&pack(&kit), "project-monitoring-2021", None, &[&declaration(&kit)], "m1").unwrap();
    let summer = kit.carry(&pack(&kit), "project-monitoring-2021", None, &[&spring], "m2").unwrap();
    let relations: Vec<_> = summer.document().origins.iter().map(|origin| origin.relation).collect();
    assert_eq!(relations, [Relation::Approved, Relation::Previous]);
    assert!(summer.document().is_frozen(Some("indicators"), Some("a"), "target"));
}

#[test]
fn what_adds_up_does_not_fall_from_one_period_to_the_next() {
    let kit = kit();
    let mut spring = kit.carry(&pack(&kit), "project-monitoring-2021", None, &[&declaration(&kit)], "m1").unwrap();
    for (cell, text) in [("monitored-to", "2025-04-30"), ("fund.total.so-far", "20")] {
        set(&mut spring, cell, text);
    }
    set_row(&mut spring, "a", "so-far", "3公里");
    let mut summer = kit.carry(&pack(&kit), "project-monitoring-2021", None, &[&spring], "m2").unwrap();
    for cell in ["monitored-to", "fund.total.so-far"] {
        assert_eq!(summer.document().text(cell), "", "{cell} is asked anew");
    }
    let found = |draft: &Draft| {
        let entries = draft.check(Stage::Submission).entries.into_iter().map(|entry| entry.finding.message.clone());
        entries.filter(|message| message.starts_with("progress-going-back")).collect::<Vec<_>>()
    };
    assert_eq!(found(&summer), [] as [String; 0]);
    for (cell, text) in [("monitored-to", "2025-04-30"), ("fund.total.so-far", "19.99")] {
        set(&mut summer, cell, text);
    }
    set_row(&mut summer, "a", "so-far", "2.9公里");
    assert_eq!(found(&summer), ["progress-going-back-day", "progress-going-back-money", "progress-going-back-row"]);
    for (cell, text) in [("monitored-to", "2025-07-31"), ("fund.total.so-far", "200000元")] {
        set(&mut summer, cell, text);
    }
    set_row(&mut summer, "a", "so-far", "3公里");
    assert_eq!(found(&summer), [] as [String; 0]);
}

#[test]
fn a_project_that_its_evaluation_did_not_support_does_not_go_on_unseen() {
    let kit = kit();
    let mut evaluation = kit.blank_of(&pack(&kit), "ex-ante-five-questions", "x1").unwrap();
    set(&mut evaluation, "project-name", "乡村物流驿站");
    for (conclusion, found) in [("不予支持", true), ("调整后予以支持", false), ("", false)] {
        set(&mut evaluation, "conclusion", conclusion);
        let draft = kit.carry(&pack(&kit), DECLARATION, None, &[&evaluation], "d1").unwrap();
        assert_eq!(rules(&draft).contains(&"ex-ante-rejected".to_owned()), found, "{conclusion}");
        assert_eq!(draft.changes(), [], "{conclusion}");
        assert_eq!(kit.trace(&draft, &[&evaluation])[0].state, LinkState::Matches);
    }
}

#[test]
fn whoever_does_not_say_which_way_is_meant_is_asked() {
    let kit = kit();
    let error = kit.carry(&pack(&kit), DECLARATION, None, &[&declaration(&kit)], "n").unwrap_err();
    assert_eq!(error.code(), CarryErrorCode::SeveralWays);
    let said = error.message(Language::Zh);
    assert!(said.contains("调整前（adjusted）") && said.contains("上年（last-year）"), "{said}");
}

#[test]
fn projects_of_several_years_or_departments_are_not_added_up() {
    let kit = kit();
    let first = declaration(&kit);
    for (cell, text) in [("year", "2026"), ("department", "某县水利局")] {
        let mut other = first.clone().into_document();
        other.id = "other".to_owned();
        let mut other = kit.bind(other, Rebind::Never).unwrap().draft;
        set(&mut other, cell, text);
        let error = kit.carry(&pack(&kit), "department-declaration", None, &[&first, &other], "x").unwrap_err();
        assert_eq!(error.code(), CarryErrorCode::OtherBudget, "{cell}");
    }
}

#[test]
fn where_a_long_goal_was_changed_is_shown() {
    let kit = kit();
    let mut approved = declaration(&kit);
    let goal = "维护步道5.2公里，更换破损铺装800平方米，增设照明40处，修补栏杆300米，年底前通过验收，";
    set(&mut approved, "year-goal", &format!("{goal}行人满意度不低于90%。"));
    let mut draft = evaluation(&kit, &approved);
    set(&mut draft, "year-goal", &format!("{goal}行人满意度不低于80%。"));
    let report = draft.check(Stage::Submission);
    let at = report.entries.iter().position(|entry| entry.finding.message == "approved-changed").unwrap();
    let what = &draft.in_words(&report, Language::Zh)[at].what;
    assert!(what.contains("90%") && what.contains("80%"), "{what}");
}

#[test]
fn approved_words_are_not_found_fault_with_by_those_who_may_not_change_them() {
    let kit = kit();
    let mut approved = declaration(&kit);
    row(&mut approved, "c", &[("level-1", "效益指标"), ("level-3", "步道环境"), ("target", "明显改善")]);
    let vague = |draft: &Draft, stage| {
        let report = draft.check(stage);
        let at = |entry: &&jibiao_kit::Entry| {
            let place = &entry.finding.place;
            place.row.as_ref().is_some_and(|row| row.as_str() == "c")
                && place.cell.as_ref().is_some_and(|c| c.as_str() == "target")
        };
        report.entries.iter().filter(at).count()
    };
    assert!(vague(&approved, Stage::Submission) > 0);
    let draft = evaluation(&kit, &approved);
    assert_eq!(vague(&draft, Stage::Submission), 0);
    assert!(vague(&draft, Stage::Review) > 0, "a reviewer is told");
}

#[test]
fn a_department_begins_with_the_sums_of_its_projects() {
    let kit = kit();
    let first = declaration(&kit);
    let mut second = first.clone().into_document();
    second.id = "d2".to_owned();
    let mut second = kit.bind(second, Rebind::Never).unwrap().draft;
    set(&mut second, "project-name", "口袋公园");
    set(&mut second, "money-unit", "元");
    set(&mut second, "fund.total.year", "1234000");
    set(&mut second, "fund.fiscal.year", "约120万");
    let draft = kit.carry(&pack(&kit), "department-declaration", None, &[&first, &second], "dept").unwrap();
    let document = draft.document();
    assert_eq!((document.text("year"), document.text("department")), ("2025", "某县城市管理局"));
    // 48.6 and 123.4 in 万元; what can't be read adds nothing and stays in its row.
    assert_eq!(document.text("fund.total.year"), "172");
    let rows: Vec<_> =
        document.rows("tasks").iter().map(|row| (row.text("main-task"), row.text("line-amount"))).collect();
    assert_eq!(rows, [("滨河步道维护", "48.6"), ("口袋公园", "123.4")]);
    assert_eq!(document.rows("tasks")[1].text("line-fiscal"), "约120万");
    assert_eq!(document.origins.len(), 2);
    let states: Vec<_> = kit.trace(&draft, &[&first, &second]).into_iter().map(|link| link.state).collect();
    assert_eq!(states, [LinkState::Matches, LinkState::Matches]);
}

/// A declaration in the layout of a place, with a row.
fn declared_in(kit: &Kit, form: &str) -> Draft {
    let mut draft = kit.blank(form, "layout").unwrap();
    for (cell, text) in [("year", "2025"), ("project-name", "村道养护"), ("year-goal", "养护村道12公里。")] {
        if draft.form().cell(cell).is_some() {
            set(&mut draft, cell, text);
        }
    }
    let row_texts = [("level-1", "产出指标"), ("level-2", "数量指标"), ("level-3", "养护长度"), ("target", "≥12公里")];
    row(&mut draft, "r1", &row_texts);
    draft
}

/// Forms that a declaration leads to by approval, each with its pack.
fn approved_steps(kit: &Kit, form: &str) -> Vec<(String, String)> {
    let draft = declared_in(kit, form);
    let steps = kit.next_steps(&draft).into_iter().filter(|step| step.relation == Relation::Approved);
    steps.map(|step| (step.form.id.to_string(), step.pack.reference.id.clone())).collect()
}

#[test]
fn a_layout_leads_to_the_sheets_of_its_place_and_to_the_national_ones_that_it_lacks() {
    let kit = kit();
    let led = |form: &str| approved_steps(&kit, form);
    let named = |steps: &[(&str, &str)]| -> Vec<(String, String)> {
        steps.iter().map(|(form, pack)| ((*form).to_owned(), (*pack).to_owned())).collect()
    };
    let sichuan = [("project-monitoring-2021", "cn-mof"), ("project-self-evaluation-sichuan", "cn-layouts")];
    assert_eq!(led("project-declaration-sichuan"), named(&sichuan));
    let national = [("project-monitoring-2021", "cn-mof"), ("project-self-evaluation-2021", "cn-mof")];
    for form in ["project-declaration-shanghai", "project-declaration-gansu", "project-declaration-chongqing"] {
        assert_eq!(led(form), named(&national), "{form}");
    }
    let hubei = [
        ("project-monitoring-2015", "cn-mof"),
        ("project-self-evaluation-guangshui", "cn-layouts"),
        ("project-self-evaluation-hubei", "cn-layouts"),
    ];
    assert_eq!(led("project-declaration-hubei"), named(&hubei));
    // Yunnan has the same levels, and is another place.
    let hunan = [("project-monitoring-2015", "cn-mof"), ("project-self-evaluation-2015", "cn-mof")];
    assert_eq!(led("project-declaration-hunan"), named(&hunan));
    let department = [("department-monitoring", "cn-mof"), ("department-self-evaluation-hunan", "cn-layouts")];
    assert_eq!(led("department-declaration-hunan"), named(&department));
}

#[test]
fn a_national_sheet_begun_from_a_layout_is_held_to_its_targets() {
    let kit = kit();
    let declared = declared_in(&kit, "project-declaration-sichuan");
    let pack = kit.pack_of_step(&declared, "project-monitoring-2021");
    assert_eq!(pack.id, "cn-mof");
    let mut sheet = kit.carry(&pack, "project-monitoring-2021", None, &[&declared], "sheet").unwrap();
    assert_eq!(sheet.document().text("project-name"), "村道养护");
    let traced = kit.trace(&sheet, &[&declared]);
    assert!(traced.iter().all(|link| link.state == LinkState::Matches), "{traced:?}");
    assert!(!rules(&sheet).iter().any(|message| message.starts_with("differs-from-approved")));
    set_row(&mut sheet, "r1", "target", "≥10公里");
    assert_eq!(sheet.changes().len(), 1);
    assert!(rules(&sheet).iter().any(|message| message.contains("approved")), "{:?}", rules(&sheet));
}

#[test]
fn what_a_pack_has_itself_is_not_offered_twice() {
    let kit = kit();
    let steps = kit.next_steps(&declaration(&kit)).len();
    let unlike: std::collections::BTreeSet<_> = kit
        .next_steps(&declaration(&kit))
        .into_iter()
        .map(|step| (step.form.id.to_string(), step.relation.name()))
        .collect();
    assert_eq!(unlike.len(), steps);
}

#[test]
fn points_that_a_layout_declares_go_along() {
    let kit = kit();
    let mut declared = declared_in(&kit, "project-declaration-chongqing");
    set_row(&mut declared, "r1", "weight", "45");
    let pack = kit.pack_of_step(&declared, EVALUATION);
    let made = kit.carry(&pack, EVALUATION, None, &[&declared], "e").unwrap();
    assert_eq!(made.document().rows("indicators")[0].text("weight"), "45");
}
