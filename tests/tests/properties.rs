//! Whatever is typed: a check ends, says the same thing twice, and loses no character.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::sync::LazyLock;

use jibiao_kit::{
    Answer, Document, Draft, Edit, Extent, Finding, Kit, Language, Rebind, Report, Row, Stage, Words, canonical, pretty,
};
use proptest::prelude::*;

const REASON: &str = "上级方案只作定性要求，年底由评审组查看";

/// The same packs, loaded a second time.
static OTHER: LazyLock<Kit> = LazyLock::new(|| Kit::builtin().unwrap());

/// What people type into cells, and what nobody expects.
fn text() -> impl Strategy<Value = String> {
    let typed = prop::sample::select(vec![
        "",
        "0",
        "0起",
        "≥90.00(%)",
        "985米",
        "≧100%",
        "═",
        "不低于95％",
        "3.5万元",
        "9月前",
        "2023.07-2024.01",
        "合理",
        "完成",
        "—",
        "无",
        "2026",
        "100",
        "10",
        "产出指标",
        "数量指标",
        "成本指标",
        "满意度指标",
        "优",
        "万元",
        "元",
        "1,234.5",
        "-3",
        "80-90%",
        "是",
        "2026-02-30",
        "99999999999999999999999999999",
        "79228162514264337593543950335",
        "≥79228162514264337593543950335亿元",
        "0.0000000000000000000000000001",
        "≤30万元",
        "提升服务水平",
        "％",
        "≥",
        "1.2.3",
    ]);
    prop_oneof![
        6 => typed.prop_map(str::to_owned),
        1 => "\\PC{0,40}",
        1 => "[≥≤=<>]?-?[0-9]{1,30}(\\.[0-9]{1,30})?(%|元|万元|亿元|人|天|公里|亩)?",
        1 => prop::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter),
    ]
}

/// A document of some form: which form, its cells, its rows, whether it is an excerpt.
#[derive(Clone, Debug)]
struct Typed {
    form: prop::sample::Index,
    cells: Vec<String>,
    rows: Vec<Vec<String>>,
    excerpt: bool,
}

fn typed() -> impl Strategy<Value = Typed> {
    let cells = prop::collection::vec(text(), 40..60);
    let rows = prop::collection::vec(prop::collection::vec(text(), 10), 0..12);
    (any::<prop::sample::Index>(), cells, rows, any::<bool>()).prop_map(|(form, cells, rows, excerpt)| Typed {
        form,
        cells,
        rows,
        excerpt,
    })
}

fn draft(kit: &Kit, typed: &Typed) -> Draft {
    let forms: Vec<String> = kit.forms().map(|(_, form)| form.id.to_string()).collect();
    let blank = kit.blank(&forms[typed.form.index(forms.len())], "typed").unwrap();
    let mut document: Document = blank.document().clone();
    for ((_, cell), text) in blank.form().cells().zip(&typed.cells) {
        document.cells.insert(cell.id.clone(), text.clone());
    }
    let first = || blank.form().tables().map(|(_, table)| table).next();
    let table = blank.form().indicators().or_else(first).unwrap();
    let rows = typed.rows.iter().enumerate().map(|(index, texts)| {
        // Printed rows stay under their ids.
        let printed = table.printed.get(index).map(|row| row.id.clone());
        let mut row = Row::new(printed.unwrap_or_else(|| format!("r{index}").as_str().into()));
        row.cells = table.columns.iter().map(|column| column.id.clone()).zip(texts.iter().cloned()).collect();
        row
    });
    document.tables.insert(table.id.clone(), rows.collect());
    document.extent = if typed.excerpt { Extent::Excerpt } else { Extent::Whole };
    kit.bind(document, Rebind::Never).unwrap().draft
}

/// Everything that the kit says about a document.
fn said(draft: &Draft) -> Vec<String> {
    let words = Words::new(draft.pack(), draft.form(), Language::En);
    let mut said = vec![canonical(&draft.performance())];
    for stage in Stage::ALL {
        let report = draft.check(stage);
        said.extend(report.entries.iter().map(|entry| words.finding(&entry.finding).what));
        said.push(canonical(&draft.quality(&report)));
        said.push(canonical(&report));
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn every_check_ends_and_says_the_same_twice(typed in typed()) {
        let kit = jibiao_tests::kit();
        prop_assert_eq!(said(&draft(&kit, &typed)), said(&draft(&OTHER, &typed)));
    }

    #[test]
    fn every_fix_applies_and_can_be_taken_back(typed in typed()) {
        let kit = jibiao_tests::kit();
        let mut draft = draft(&kit, &typed);
        let before = draft.document().clone();
        for entry in draft.check(Stage::Review).entries {
            for fix in &entry.finding.fixes {
                prop_assert!(draft.apply(fix.edit.clone()).is_ok(), "{}", entry.finding.rule);
                draft.undo();
                prop_assert_eq!(draft.document(), &before, "{}", entry.finding.rule);
            }
        }
    }

    #[test]
    fn reasons_change_no_finding_and_rows_take_theirs_along(typed in typed()) {
        let kit = jibiao_tests::kit();
        let mut draft = draft(&kit, &typed);
        let before = draft.check(Stage::Submission);
        for entry in before.entries.iter().filter(|entry| entry.waivable) {
            let answer = Answer { reason: REASON.to_owned(), ..Answer::default() };
            draft.apply(draft.waive(&before, entry, answer).unwrap()).unwrap();
        }
        let after = draft.check(Stage::Submission);
        for entry in &after.entries {
            prop_assert_eq!(entry.waiver.is_some(), entry.waivable, "{:?}", entry.finding);
        }
        prop_assert!(after.lapsed.is_empty(), "{:?}", after.lapsed);
        let findings = |report: &Report| report.entries.iter().map(|entry| entry.finding.clone()).collect::<Vec<_>>();
        prop_assert_eq!(findings(&after), findings(&before));
        prop_assert_eq!((after.counts, &after.faults), (before.counts, &before.faults));

        let first = || draft.form().tables().map(|(_, table)| table).next();
        let moved = draft.form().indicators().or_else(first).unwrap();
        let table = moved.id.clone();
        // A row without a name is called by its position, so what is said of it changes when it moves.
        let named = |row: &Row| {
            let names = ["level-1", "level-2", "level-3", "rating-item"];
            names.iter().any(|cell| !row.text(cell).trim().is_empty())
        };
        if let Some(last) = draft.document().rows(table.as_str()).last().map(|row| row.id.clone())
            && draft.document().rows(table.as_str()).iter().all(named)
        {
            draft.apply(Edit::MoveRow { table, row: last, to: 0 }).unwrap();
            // Which of two rows is told may depend on their order; whatever is said again is still answered.
            let same = |a: &Finding, b: &Finding| {
                (&a.rule, &a.message, &a.args, &a.place.row, &a.place.cell)
                    == (&b.rule, &b.message, &b.args, &b.place.row, &b.place.cell)
            };
            for entry in draft.check(Stage::Submission).entries {
                if entry.waivable && before.entries.iter().any(|old| same(&old.finding, &entry.finding)) {
                    prop_assert!(entry.waiver.is_some(), "{:?}", entry.finding);
                }
            }
        }
    }

    #[test]
    fn no_typed_character_is_lost_on_the_way_through_a_file(typed in typed()) {
        let kit = jibiao_tests::kit();
        let draft = draft(&kit, &typed);
        let opened = kit.open(pretty(draft.document()).as_bytes(), Rebind::Never).unwrap();
        prop_assert_eq!(opened.draft.document(), draft.document());
    }

    #[test]
    fn no_bytes_stop_the_opening(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(jibiao_tests::kit().open(&bytes, Rebind::ToSameId).is_err());
    }
}
