//! Documents as workbooks and back: nothing is lost, and what somebody changed in a spreadsheet arrives.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use jibiao_kit::{
    Document, Draft, Edit, Kit, Rebind, Row, RowId,
    excel::{
        Arrival, Exporting, Fate, Import, Imported, Importing, Origin, WORKBOOK_LIMITS, Workbook, read, workbook, write,
    },
};
use jibiao_tests::{document, document_names, kit};
use proptest::prelude::*;

const OUT: Exporting = Exporting { language: jibiao_kit::Language::Zh, template: false };
const BLANK: Exporting = Exporting { template: true, ..OUT };

fn import(kit: &Kit, book: &Workbook) -> Import {
    let mut ids = (1..).map(|number| format!("new-{number}"));
    let how = Importing { rebind: Rebind::ToSameId, ..Importing::default() };
    kit.import(book, &[], &how, || ids.next().unwrap())
}

/// A workbook through its file.
fn through(book: &Workbook) -> Workbook {
    read(&write(book), &WORKBOOK_LIMITS).unwrap().0
}

/// What a workbook becomes that somebody changed on the way.
fn changed(draft: &Draft, how: Exporting, change: impl FnOnce(&mut Workbook)) -> Imported {
    let mut book = through(&draft.workbook(how).workbook);
    change(&mut book);
    let mut import = import(&kit(), &through(&book));
    assert!(import.refused.is_empty() && import.unknown.is_empty(), "{:?} {:?}", import.refused, import.unknown);
    assert_eq!(import.documents.len(), 1);
    import.documents.remove(0)
}

/// The place that a name stands for.
fn place(book: &Workbook, name: &str) -> (u32, u32) {
    let found = book.names.iter().find(|known| known.name == name).unwrap_or_else(|| panic!("{name}"));
    (found.area.top, found.area.left)
}

/// Types into a cell.
fn type_in(book: &mut Workbook, (row, column): (u32, u32), text: &str) {
    let sheet = &mut book.sheets[0];
    let at = sheet.rows.binary_search_by_key(&row, |row| row.at);
    let at = at.unwrap_or_else(|at| {
        sheet.rows.insert(at, jibiao_kit::sheet::Row { at: row, ..Default::default() });
        at
    });
    let row = &mut sheet.rows[at];
    row.cells.retain(|cell| cell.column != column);
    let cell = jibiao_kit::sheet::Cell { column, text: text.into(), ..Default::default() };
    row.cells.push(cell);
    row.cells.sort_by_key(|cell| cell.column);
}

/// Puts rows in before one, as a spreadsheet does: everything below moves, names and merged cells too.
fn insert_rows(book: &mut Workbook, before: u32, count: u32) {
    for row in book.sheets[0].rows.iter_mut().filter(|row| row.at >= before) {
        row.at += count;
    }
    let shift = |area: &mut jibiao_kit::sheet::Area| {
        area.top += if area.top >= before { count } else { 0 };
        area.bottom += if area.bottom >= before { count } else { 0 };
    };
    book.sheets[0].merges.iter_mut().for_each(shift);
    book.names.iter_mut().filter(|name| name.sheet == 0).for_each(|name| shift(&mut name.area));
}

fn fates(arrivals: &[Arrival]) -> Vec<Fate> {
    arrivals.iter().map(|arrival| arrival.fate).collect()
}

#[test]
fn every_worked_document_comes_back_as_it_was() {
    let kit = kit();
    for name in document_names() {
        let draft = document(&kit, &name);
        let export = draft.workbook(OUT);
        assert_eq!(write(&export.workbook), write(&draft.workbook(OUT).workbook), "{name}: the same bytes");
        let import = import(&kit, &through(&export.workbook));
        assert!(import.refused.is_empty(), "{name}: {:?}", import.refused);
        let back = &import.documents[0];
        assert_eq!(back.draft.document(), draft.document(), "{name}");
        assert_eq!((back.origin, back.arrivals.as_slice()), (Origin::Own, &[][..]), "{name}");
    }
}

#[test]
fn every_form_is_drawn_and_comes_back_blank() {
    let kit = kit();
    let mut count = 0;
    for (pack, form) in kit.forms() {
        let draft = kit.blank_of(&pack.reference, form.id.as_str(), "blank").unwrap();
        for how in [OUT, BLANK] {
            let back = changed(&draft, how, |_| {});
            assert!(back.arrivals.is_empty(), "{}: {:?}", form.id, back.arrivals);
            assert_eq!(back.draft.document().cells, draft.document().cells, "{}", form.id);
            assert_eq!(back.draft.document().tables, draft.document().tables, "{}", form.id);
        }
        count += 1;
    }
    assert!(count >= 30, "{count}");
}

#[test]
fn no_two_cells_of_a_drawn_form_lie_over_each_other() {
    let kit = kit();
    let blank = |(pack, form): (&std::sync::Arc<jibiao_kit::Pack>, &jibiao_kit::Form)| {
        kit.blank_of(&pack.reference, form.id.as_str(), "blank").unwrap()
    };
    let worked = document_names().into_iter().map(|name| document(&kit, &name));
    for draft in kit.forms().map(blank).chain(worked) {
        let form = draft.form().id.clone();
        let book = draft.workbook(BLANK).workbook;
        let merges = &book.sheets[0].merges;
        for (at, one) in merges.iter().enumerate() {
            for two in &merges[at + 1..] {
                let apart =
                    one.right < two.left || two.right < one.left || one.bottom < two.top || two.bottom < one.top;
                assert!(apart, "{form}: {} and {}", one.reference(false), two.reference(false));
            }
        }
        for row in &book.sheets[0].rows {
            for pair in row.cells.windows(2) {
                assert!(pair[0].column < pair[1].column, "{form}: row {} column {}", row.at, pair[0].column);
            }
            for cell in row.cells.iter().filter(|cell| !cell.text.is_empty()) {
                let under = merges.iter().find(|area| area.holds(row.at, cell.column));
                let shown = under.is_none_or(|area| (area.top, area.left) == (row.at, cell.column));
                assert!(shown, "{form}: “{}” lies under a merged cell", cell.text);
            }
        }
    }
}

#[test]
fn what_somebody_types_into_the_spreadsheet_arrives() {
    let draft = document(&kit(), "self-evaluation-2015");
    let name = draft.document().text("project-name").to_owned();
    let back = changed(&draft, OUT, |book| {
        let at = place(book, "jb_c_project_name");
        type_in(book, at, "另一个项目");
    });
    assert_eq!(back.draft.document().text("project-name"), "另一个项目");
    assert_eq!(fates(&back.arrivals), [Fate::Changed]);
    assert_eq!(back.arrivals[0].before, name);
    // All else is as it was.
    let mut document = back.draft.document().clone();
    document.apply(Edit::SetCell { cell: "project-name".into(), text: name }).unwrap();
    assert_eq!(&document, draft.document());
}

#[test]
fn rows_may_be_put_in_taken_out_and_moved_in_the_spreadsheet() {
    let draft = document(&kit(), "self-evaluation-2015");
    let before: Vec<Row> = draft.document().rows("indicators").to_vec();
    let back = changed(&draft, OUT, |book| {
        let (head, third) = place(book, "jb_k_indicators.level_3");
        insert_rows(book, head + 2, 1);
        type_in(book, (head + 2, third), "新增的指标");
    });
    let after = back.draft.document().rows("indicators");
    assert_eq!(fates(&back.arrivals), [Fate::RowAdded]);
    assert_eq!((after.len(), after[1].text("level-3")), (before.len() + 1, "新增的指标"));
    assert_eq!((&after[0], &after[2..]), (&before[0], &before[1..]));
    // The row stands under the groups of the one above it.
    assert_eq!(after[1].text("level-1"), before[0].text("level-1"));
    // Behind the last row too, where the table's own cells end.
    let back = changed(&draft, OUT, |book| {
        let (end, _) = place(book, "jb_e_indicators");
        let (_, third) = place(book, "jb_k_indicators.level_3");
        insert_rows(book, end, 2);
        type_in(book, (end + 1, third), "最后一行");
    });
    assert_eq!(back.draft.document().rows("indicators").last().unwrap().text("level-3"), "最后一行");
    // Rows with their marks change places; another is gone.
    let back = changed(&draft, OUT, |book| {
        let (head, _) = place(book, "jb_k_indicators.level_3");
        let rows = &mut book.sheets[0].rows;
        let at = |row: u32| rows.iter().position(|candidate| candidate.at == row).unwrap();
        let (one, two) = (at(head + 2), at(head + 3));
        let cells = std::mem::take(&mut rows[one].cells);
        rows[one].cells = std::mem::replace(&mut rows[two].cells, cells);
        let gone = rows.iter().position(|candidate| candidate.at == head + 5).unwrap();
        rows.remove(gone);
    });
    assert_eq!(fates(&back.arrivals), [Fate::RowRemoved, Fate::RowsMoved]);
    let ids: Vec<&RowId> = back.draft.document().rows("indicators").iter().map(|row| &row.id).collect();
    assert_eq!(ids[..3], [&before[0].id, &before[2].id, &before[1].id]);
    assert!(!ids.contains(&&before[4].id));
}

#[test]
fn a_blank_form_that_was_filled_in_becomes_a_document_of_its_own() {
    let draft = kit().blank("project-declaration-2021", "blank").unwrap();
    let back = changed(&draft, BLANK, |book| {
        let name = place(book, "jb_c_project_name");
        type_in(book, name, "村道");
        let (head, third) = place(book, "jb_k_indicators.level_3");
        type_in(book, (head + 3, third), "修路长度");
    });
    assert_eq!((back.origin, back.draft.document().id.as_str()), (Origin::Template, "new-1"));
    assert_eq!(back.draft.document().text("project-name"), "村道");
    let rows = back.draft.document().rows("indicators");
    assert_eq!(rows.len(), 1, "rows that nobody filled in are none");
    assert_eq!(rows[0].text("level-3"), "修路长度");
    assert!(!rows[0].text("level-1").is_empty() && !rows[0].text("level-2").is_empty());
}

#[test]
fn several_documents_stand_in_one_workbook_and_a_copied_sheet_is_a_new_one() {
    let kit = kit();
    let drafts = [document(&kit, "declaration-2021"), document(&kit, "self-evaluation-2015")];
    let mut book = workbook(&[&drafts[0], &drafts[1]], OUT).workbook;
    let back = import(&kit, &through(&book));
    let documents: Vec<&Document> = back.documents.iter().map(|imported| imported.draft.document()).collect();
    assert_eq!(documents, [drafts[0].document(), drafts[1].document()]);
    let copy = jibiao_kit::sheet::Sheet { name: "另一张".into(), ..book.sheets[0].clone() };
    let names = book.names.clone().into_iter().filter(|name| name.sheet == 0);
    let names: Vec<_> = names.map(|name| jibiao_kit::sheet::Name { sheet: 3, ..name }).collect();
    book.sheets.push(copy);
    book.names.extend(names);
    let back = import(&kit, &through(&book));
    assert_eq!(back.documents[2].draft.document().id, "new-1");
    assert_eq!(back.documents[2].draft.document().cells, drafts[0].document().cells);
}

#[test]
fn names_may_be_lost_and_columns_may_move() {
    let draft = document(&kit(), "self-evaluation-2015");
    let back = changed(&draft, OUT, |book| book.names.clear());
    assert_eq!((back.draft.document(), back.arrivals.len()), (draft.document(), 0));
    let back = changed(&draft, OUT, |book| {
        for row in &mut book.sheets[0].rows {
            row.cells.iter_mut().for_each(|cell| cell.column += 2);
        }
        let move_over = |area: &mut jibiao_kit::sheet::Area| {
            area.left += 2;
            area.right += 2;
        };
        book.sheets[0].merges.iter_mut().for_each(move_over);
        book.names.iter_mut().for_each(|name| move_over(&mut name.area));
    });
    assert_eq!((back.draft.document(), back.arrivals.len()), (draft.document(), 0));
}

#[test]
fn a_text_too_long_for_a_cell_is_told_and_kept() {
    let mut draft = kit().blank("project-declaration-2021", "d").unwrap();
    let long = "目标".repeat(30_000);
    draft.apply(Edit::SetCell { cell: "year-goal".into(), text: long }).unwrap();
    let export = draft.workbook(OUT);
    assert_eq!(export.too_long.len(), 1);
    let back = changed(&draft, OUT, |_| {});
    assert_eq!((back.draft.document(), back.arrivals.len()), (draft.document(), 0));
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,20}",
        "-?[0-9]{1,8}(\\.[0-9]{0,6})?",
        "[=+@-][A-Z]{1,5}\\(\"x\"\\)",
        "(≥|≤|=)?[0-9]{1,3}%",
        "[ \\t\\n\\r\u{a0}\u{3000}]{0,3}\\PC{0,12}[ \\n\\r]{0,2}",
        "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}\u{ffff}\u{feff}\u{202e}\u{200f}]{1,6}",
        "_x[0-9A-F]{4}_",
        "(😀|👨‍👩‍👧|𠀀|ﷺ|\u{d7ff}\u{e000}){1,4}",
        Just("TRUE".to_owned()),
        Just("#REF!".to_owned()),
        Just("1/2".to_owned()),
        Just("'quoted".to_owned()),
        Just("+".to_owned()),
        Just("jibiao:1:x".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_text_in_every_kind_of_cell_comes_back(
        texts in proptest::collection::vec(texts(), 12..60),
        rows in 0usize..5,
        form in proptest::sample::select(vec!["project-declaration-2021", "project-self-evaluation-2021", "department-declaration", "report-rating", "project-monitoring-2021"]),
    ) {
        let kit = kit();
        let blank = kit.blank(form, "d").unwrap();
        let mut document = blank.document().clone();
        let mut texts = texts.into_iter().cycle();
        let mut next = || texts.next().unwrap();
        for (_, cell) in blank.form().cells() {
            document.cells.insert(cell.id.clone(), next());
        }
        for (_, table) in blank.form().tables().filter(|(_, table)| table.printed.is_empty()) {
            let made = (0..rows).map(|at| {
                let mut row = Row::new(RowId::new(format!("r{at}")));
                for column in &table.columns {
                    row.cells.insert(column.id.clone(), next());
                }
                row
            });
            document.tables.insert(table.id.clone(), made.collect());
        }
        let draft = kit.bind(document, Rebind::Never).unwrap().draft;
        let back = import(&kit, &through(&draft.workbook(OUT).workbook));
        prop_assert_eq!(back.documents[0].draft.document(), draft.document());
        prop_assert!(back.documents[0].arrivals.is_empty(), "{:?}", back.documents[0].arrivals);
    }
}

/// A sheet of texts; `|` parts cells, a leading number is how many columns one takes, `^` goes on from above.
fn drawn(name: &str, lines: &[&str]) -> jibiao_kit::sheet::Sheet {
    use jibiao_kit::sheet::{Area, Cell, Row, Sheet};
    let mut sheet = Sheet { name: name.into(), ..Sheet::default() };
    for (at, line) in (0_u32..).zip(lines) {
        let mut row = Row { at, ..Row::default() };
        let mut column = 0;
        for part in line.split('|') {
            let digits = part.chars().take_while(char::is_ascii_digit).count();
            let (across, text) = match part[digits..].strip_prefix('*') {
                Some(text) => (part[..digits].parse().unwrap(), text),
                None => (1, part),
            };
            if text == "^" {
                let above = sheet.merges.iter_mut().find(|area| area.left == column && area.bottom + 1 == at);
                match above {
                    Some(area) => area.bottom = at,
                    None => sheet.merges.push(Area { top: at - 1, left: column, bottom: at, right: column }),
                }
            } else {
                if across > 1 {
                    sheet.merges.push(Area { top: at, left: column, bottom: at, right: column + across - 1 });
                }
                row.cells.push(Cell { column, text: text.into(), ..Cell::default() });
            }
            column += across;
        }
        sheet.rows.push(row);
    }
    sheet
}

fn of_sheets(sheets: Vec<jibiao_kit::sheet::Sheet>) -> Import {
    import(&kit(), &through(&Workbook { sheets, names: Vec::new() }))
}

const FOREIGN: [&str; 17] = [
    "|8*青石县项目支出绩效自评表",
    "|8*（2025年度）",
    "|7*|单位：元",
    "|2*项目名称|6*村道修建",
    "|2*主管部门|2*交通局|实施单位|3*交通中心",
    "|2*项目资金（元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分",
    "|2*年度资金总额||1200000|1200000|1100000|10|91.67%|9.17",
    "|2*其中：当年财政拨款||1200000|1200000|1100000|—|91.67%|—",
    "|2*年度总体目标|3*预期目标|3*实际完成情况",
    "|2*^|3*修3公里路|3*修好3公里",
    "|绩效指标|序号|一级指标|二级指标|三级指标|年度指标值|分值|得分|实际完成值|监督电话",
    "||1|产出指标|数量指标|修路长度|≥3公里|50|50|3公里|",
    "||2|^|质量指标|验收合格率|100%|40|40|100%|12345",
    "||合计||||90|",
    "|3*总分|||90|90",
    "|填报人：张三||联系电话：0000-1",
    "|9*本表由中介机构代填",
];

#[test]
fn a_table_from_elsewhere_is_recognised_by_its_words() {
    let import = of_sheets(vec![drawn("自评", &FOREIGN)]);
    assert_eq!(import.documents.len(), 1, "{:?}", import.unknown);
    let back = &import.documents[0];
    let document = back.draft.document();
    assert_eq!((back.origin, document.form.as_str()), (Origin::Recognised, "project-self-evaluation-2015"));
    for (cell, text) in [
        ("year", "2025"),
        ("project-name", "村道修建"),
        ("department", "交通局"),
        ("implementing-unit", "交通中心"),
        ("money-unit", "元"),
        ("fund.total.initial", "1200000"),
        ("fund.total.executed", "1100000"),
        ("fund.total.rate", "91.67%"),
        ("fund.fiscal.annual", "1200000"),
        ("year-goal", "修3公里路"),
        ("goal-result", "修好3公里"),
        ("prepared-by", "张三"),
        ("phone", "0000-1"),
    ] {
        assert_eq!(document.text(cell), text, "{cell}: {:?}", document.cells);
    }
    let rows = document.rows("indicators");
    assert_eq!(rows.len(), 2);
    let texts = |at: usize| ["level-1", "level-3", "target", "weight", "actual"].map(|column| rows[at].text(column));
    assert_eq!(texts(0), ["产出指标", "修路长度", "≥3公里", "50", "3公里"]);
    assert_eq!(texts(1), ["产出指标", "验收合格率", "100%", "40", "100%"]);
    // What has no place is told, with its place on the sheet, and kept.
    let homeless = back.arrivals.iter().filter(|arrival| arrival.fate == Fate::NoPlace);
    let homeless: Vec<&str> = homeless.map(|arrival| arrival.text.as_str()).collect();
    assert!(homeless.contains(&"12345") && homeless.contains(&"本表由中介机构代填"), "{homeless:?}");
    let kept = document.rest["unplaced"].as_array().unwrap();
    assert_eq!(kept.len(), homeless.len());
    assert!(kept.iter().any(|kept| kept["cell"] == "K13" && kept["text"] == "12345"), "{kept:?}");
}

#[test]
fn no_text_of_a_table_from_elsewhere_is_lost() {
    let import = of_sheets(vec![drawn("自评", &FOREIGN)]);
    let document = import.documents[0].draft.document();
    let whole = jibiao_kit::canonical(document);
    for text in ["1200000", "91.67%", "9.17", "修好3公里", "中介机构", "12345", "验收合格率", "0000-1"] {
        assert!(whole.contains(text), "{text}");
    }
}

#[test]
fn each_sheet_becomes_a_document_and_a_list_as_many_as_it_has_rows() {
    let other: Vec<String> = FOREIGN.iter().map(|line| line.replace("村道修建", "水渠修建")).collect();
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    let list = drawn(
        "清单",
        &["项目清单", "序号|项目名称|实施单位|预算金额（万元）|备注二", "1|甲|A镇|12|x", "2|乙|B镇|8|", "合计|||20"],
    );
    let mut hidden = drawn("旧", &FOREIGN);
    hidden.visibility = jibiao_kit::sheet::Visibility::Hidden;
    let notes = drawn("说明", &["请于三月底前报送"]);
    let import = of_sheets(vec![drawn("一", &FOREIGN), drawn("二", &other), hidden, list, notes]);
    let names: Vec<(&str, &str)> = import
        .documents
        .iter()
        .map(|imported| (imported.sheet.as_str(), imported.draft.document().text("project-name")))
        .collect();
    assert_eq!(names, [("一", "村道修建"), ("二", "水渠修建"), ("清单", "甲"), ("清单", "乙")]);
    assert_eq!(import.documents[2].origin, Origin::Listed);
    assert_eq!(import.unknown, ["说明"]);
    let ids: std::collections::BTreeSet<&str> =
        import.documents.iter().map(|imported| imported.draft.document().id.as_str()).collect();
    assert_eq!(ids.len(), 4);
}

#[test]
fn our_own_table_without_its_hidden_sheet_is_recognised_too() {
    let kit = kit();
    for name in ["self-evaluation-2015", "declaration-2021", "monitoring-2021", "department-declaration"] {
        let draft = document(&kit, name);
        let mut book = draft.workbook(OUT).workbook;
        book.sheets.truncate(1);
        book.names.clear();
        book.sheets[0]
            .rows
            .iter_mut()
            .for_each(|row| row.cells.retain(|cell| cell.style != jibiao_kit::sheet::Style::Mark));
        let import = import(&kit, &through(&book));
        let back = import.documents[0].draft.document();
        assert_eq!(back.form, draft.document().form, "{name}");
        let all = draft.document().cells.iter().filter(|(_, text)| !text.is_empty());
        let missing: Vec<String> = all
            .filter(|(cell, text)| back.text(cell.as_str()).trim() != text.trim())
            .map(|(cell, text)| format!("{cell}: “{text}” is “{}”", back.text(cell.as_str())))
            .collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
        let rows = |document: &Document| {
            document.rows("indicators").iter().map(|row| row.text("level-3").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(rows(back), rows(draft.document()), "{name}");
    }
}
