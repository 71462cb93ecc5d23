//! Documents in exchange tables and back: what the tables hold is worked out by hand, and nothing is lost on the way.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod broken;

use std::sync::LazyLock;

use jibiao_kit::{
    Document, Draft, Kit, PackRef, PackSource, Rebind, Row, RowId, Stage,
    author::Files,
    exchange::{CodeTable, Codes, Exchange, Hitch, HitchCode, Received, Receiving},
    model::{CellId, TableId},
};
use jibiao_tests::{document, document_names, kit, root};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const DECLARATION: &str = "integrated-project-declaration";
const DISTRICT: &str = "portal-declaration";

fn codes(tables: &[(&str, &[(&str, &str)])]) -> Codes {
    let table = |rows: &[(&str, &str)]| {
        CodeTable::new(rows.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned()))).unwrap()
    };
    tables.iter().map(|(name, rows)| ((*name).to_owned(), table(rows))).collect()
}

fn json_of(exchange: &Exchange) -> Json {
    serde_json::from_str(&exchange.canonical()).unwrap()
}

fn sent(draft: &Draft, profile: &str, codes: &Codes) -> Exchange {
    draft.exchange(profile, codes, Stage::Submission).unwrap()
}

fn receive(kit: &Kit, text: &str, profile: &str, codes: &Codes) -> Result<Received, Vec<Hitch>> {
    let how = Receiving { profile: profile.to_owned(), codes: codes.clone(), ..Receiving::default() };
    kit.receive(text.as_bytes(), &how, "received")
}

/// What is refused: the code, the place in the file, the first of the texts that its sentence names.
fn hitches(refused: &[Hitch]) -> Vec<(HitchCode, &str)> {
    refused.iter().map(|hitch| (hitch.code, hitch.at.as_str())).collect()
}

fn set(document: &mut Document, cell: &str, text: &str) {
    document.cells.insert(CellId::new(cell), text.to_owned());
}

fn rows(document: &mut Document, rows: &[(&str, &[(&str, &str)])]) {
    let rows = rows.iter().map(|(id, cells)| {
        let mut row = Row::new(RowId::new(*id));
        row.cells = cells.iter().map(|(cell, text)| (CellId::new(*cell), (*text).to_owned())).collect();
        row
    });
    document.tables.insert(TableId::new("indicators"), rows.collect());
}

/// The kit with the pack of `tests/exchange/district`, loaded once.
fn district() -> (Kit, PackRef) {
    static DISTRICT: LazyLock<(Kit, PackRef)> = LazyLock::new(|| {
        let files = Files::folder(&root().join("tests/exchange/district")).unwrap();
        let (kit, packs) = kit().with_packs([PackSource::files("district", files)]).unwrap();
        (kit, packs[0].clone())
    });
    DISTRICT.clone()
}

fn nature() -> Codes {
    codes(&[("nature", &[("01", "一次性"), ("02", "阶段性")])])
}

/// A declaration of the district.
fn portal(kit: &Kit, pack: &PackRef) -> Document {
    let mut document = kit.blank_of(pack, "project-declaration-2021", "p").unwrap().into_document();
    for (cell, text) in [
        ("year", "2026年"),
        ("project-name", "步道维护"),
        ("project-nature", "阶段性项目"),
        ("start-date", "2026-03-01"),
        ("fund.total.year", "1,486.5"),
        ("fund.fiscal.year", "450"),
        ("overview", "  不在表内  "),
    ] {
        set(&mut document, cell, text);
    }
    let whole: &[(&str, &str)] = &[("level-1", "产出指标"), ("level-3", "维护步道"), ("target", "≥5.5公里")];
    let apart: &[(&str, &str)] = &[("level-3", "栏杆"), ("operator", "="), ("target", "30"), ("unit", "套")];
    rows(&mut document, &[("r7", whole), ("r8", &[]), ("r9", apart)]);
    document
}

#[test]
fn the_worked_declaration_stands_in_the_two_tables() {
    let kit = kit();
    let codes = codes(&[
        ("calc-sign", &[("4", "大于等于"), ("5", "≤"), ("3", "＝"), ("6", "定性")]),
        ("level-1", &[("1", "产出指标"), ("2", "效益指标"), ("3", "满意度指标"), ("4", "成本指标")]),
    ]);
    let draft = document(&kit, "declaration-2021");
    let exchange = json_of(&sent(&draft, DECLARATION, &codes));
    assert_eq!(exchange["jibiao_exchange"], 1);
    assert_eq!(exchange["profile"], DECLARATION);
    assert_eq!(exchange["open"], json!(["level-2"]));
    assert_eq!(exchange["check"]["stage"], "submission");
    assert_eq!(exchange["document"]["pack"]["id"], "cn-mof");
    let goals = &exchange["tables"]["PM_PERF_GOAL_INFO"];
    assert_eq!(goals.as_array().unwrap().len(), 2);
    assert_eq!(
        goals[0],
        json!({
            "FISCAL_YEAR": "2026", "PRO_CODE": null, "PRO_NAME": "农村公路安全防护工程",
            "AGENCY_NAME": "青石县公路养护中心", "IS_DELETED": "2", "YEARFLAG": "0",
            "KPI_TARGET": draft.document().text("year-goal"),
        })
    );
    assert_eq!(goals[1]["YEARFLAG"], "1");
    assert_eq!(goals[1]["KPI_TARGET"], draft.document().text("whole-goal"));
    let indicators = exchange["tables"]["PM_PERF_INDICATOR"].as_array().unwrap();
    assert_eq!(indicators.len(), draft.document().rows("indicators").len());
    assert_eq!(
        indicators[0],
        json!({
            "FISCAL_YEAR": "2026", "PRO_CODE": null, "IS_DELETED": "2", "KPI_REMARK": null, "YEARFLAG": "0",
            "LV1_PERF_IND_CODE": "4", "LV1_PERF_IND_NAME": "成本指标",
            "LV2_PERF_IND_CODE": null, "LV2_PERF_IND_NAME": "经济成本指标",
            "LV3_PERF_IND_NAME": "每公里护栏造价", "KPI_VAL": "≤11.5万元/公里",
            "COMPUTESIGN": "5", "INDEXVAL": "11.5", "METERUNIT": "万元/公里",
        })
    );
    assert_eq!(indicators[3]["COMPUTESIGN"], "4");
    // What the tables carry is there once; the funds have no field and go along.
    let beside = &exchange["document"];
    assert_eq!(beside["cells"]["fund.total.year"], "486.5");
    assert!(beside["cells"].get("year-goal").is_none() && beside["cells"].get("year").is_none());
    assert_eq!(beside["tables"]["indicators"][0], json!({ "id": "r1", "cells": {} }));
}

#[test]
fn every_worked_document_that_a_profile_fits_comes_back_as_it_was() {
    let kit = kit();
    let mut fitting = Vec::new();
    for name in document_names() {
        let draft = document(&kit, &name);
        for profile in draft.profiles() {
            let exchange = sent(&draft, &profile.id, &Codes::new());
            let text = exchange.canonical();
            let received = receive(&kit, &text, &profile.id, &Codes::new()).unwrap();
            assert_eq!(received.draft.document(), draft.document(), "{name}");
            assert_eq!((received.is_same, received.left), (Some(true), vec![]), "{name}");
            assert_eq!(sent(&received.draft, &profile.id, &Codes::new()).canonical(), text, "{name}");
            fitting.push((name.clone(), profile.id.clone()));
        }
    }
    let expected = [
        ("declaration-2021", DECLARATION),
        ("department-declaration", "integrated-department-declaration"),
        ("self-evaluation-2015", "integrated-project-self-evaluation"),
    ];
    assert_eq!(fitting, expected.map(|(name, profile)| (name.to_owned(), profile.to_owned())));
}

#[test]
fn two_indicators_of_one_printed_row_are_two_records_and_come_back_as_one_row() {
    let kit = kit();
    let mut before = kit.blank("project-declaration-2015", "two").unwrap().into_document();
    let both: &[(&str, &str)] = &[
        ("level-1", "产出指标"),
        ("whole-level-2", "数量指标"),
        ("whole-level-3", "累计新建"),
        ("whole-target", "≥9公里"),
        ("level-2", "数量指标"),
        ("level-3", "本年新建"),
        ("target", "≥3公里"),
    ];
    rows(
        &mut before,
        &[("a", both), ("b", &[("level-1", "效益指标"), ("whole-level-3", "受益人数"), ("whole-target", "合理")])],
    );
    set(&mut before, "year", "2026");
    let draft = kit.bind(before, Rebind::Never).unwrap().draft;
    let exchange = sent(&draft, DECLARATION, &Codes::new());
    let flags: Vec<(&str, &str)> = exchange.tables["PM_PERF_INDICATOR"]
        .as_array()
        .unwrap()
        .iter()
        .map(|record| (record["YEARFLAG"].as_str().unwrap(), record["KPI_VAL"].as_str().unwrap()))
        .collect();
    assert_eq!(flags, [("0", "≥3公里"), ("1", "≥9公里"), ("1", "合理")]);
    assert_eq!(exchange.rows["PM_PERF_INDICATOR"], json!(["a", "a", "b"]));
    let received = receive(&kit, &exchange.canonical(), DECLARATION, &Codes::new()).unwrap();
    assert_eq!(received.draft.document(), draft.document());
}

#[test]
fn a_district_adds_a_profile_without_code() {
    let (kit, pack) = district();
    let draft = kit.bind(portal(&kit, &pack), Rebind::Never).unwrap().draft;
    let ids: Vec<&str> = draft.profiles().map(|profile| profile.id.as_str()).collect();
    assert_eq!(ids, [DECLARATION, DISTRICT]);
    let exchange = json_of(&sent(&draft, DISTRICT, &nature()));
    assert_eq!(
        exchange["tables"],
        json!({
            "XM": [{
                "ND": "2026", "XMMC": "步道维护", "XZ": "02", "KSRQ": "20260301", "ZE": "14865000", "CZ": 4_500_000,
                "ZT": "1",
            }],
            "ZB": [
                { "MC": "维护步道", "FH": "≥", "ZBZ": "5.5", "DW": "公里" },
                { "MC": "栏杆", "FH": "=", "ZBZ": "30", "DW": "套" },
            ],
        })
    );
    // The blank row has no record, and stays; spellings that the fields don't keep go along.
    assert_eq!(exchange["rows"]["ZB"], json!(["r7", "r9"]));
    assert_eq!(exchange["document"]["cells"]["fund.total.year"], "1,486.5");
    assert_eq!(exchange["document"]["cells"].get("fund.fiscal.year"), None);
    let received = receive(&kit, &exchange.to_string(), DISTRICT, &nature()).unwrap();
    assert_eq!(received.draft.document(), draft.document());
    assert_eq!(received.is_same, Some(true));
}

#[test]
fn what_the_portal_changed_is_put_where_it_came_from_and_the_rest_stays() {
    let (kit, pack) = district();
    let draft = kit.bind(portal(&kit, &pack), Rebind::Never).unwrap().draft;
    let mut exchange = json_of(&sent(&draft, DISTRICT, &nature()));
    let project = &mut exchange["tables"]["XM"][0];
    project["ZE"] = json!("15000000.00");
    project["CZ"] = json!("4500000.5");
    project["XZ"] = json!("01");
    project["KSRQ"] = Json::Null;
    project["GUID"] = json!("7F");
    project["NEW"] = json!(1.5);
    exchange["tables"]["ZB"][0]["ZBZ"] = json!("6");
    exchange["tables"]["ZB"].as_array_mut().unwrap().push(json!({ "MC": "新增", "FH": "≤", "ZBZ": "2", "DW": "次" }));
    exchange["rows"]["ZB"].as_array_mut().unwrap().push(Json::Null);
    // 4500000.5 元 is no whole number of 元, which the field takes only: it is told.
    let refused = receive(&kit, &exchange.to_string(), DISTRICT, &nature()).unwrap_err();
    assert_eq!(hitches(&refused), [(HitchCode::TooFine, "/tables/XM/0/CZ")]);
    exchange["tables"]["XM"][0]["CZ"] = json!("4600000");
    let received = receive(&kit, &exchange.to_string(), DISTRICT, &nature()).unwrap();
    let mut expected = portal(&kit, &pack);
    set(&mut expected, "fund.total.year", "1500");
    set(&mut expected, "fund.fiscal.year", "460");
    set(&mut expected, "project-nature", "一次性项目");
    expected.cells.remove("start-date");
    let row = |document: &mut Document, at: usize, cells: &[(&str, &str)]| {
        let row = &mut document.tables.get_mut("indicators").unwrap()[at];
        row.cells.extend(cells.iter().map(|(cell, text)| (CellId::new(*cell), (*text).to_owned())));
    };
    row(&mut expected, 0, &[("target", "6"), ("operator", "≥"), ("unit", "公里")]);
    let mut new = Row::new(RowId::new("r10"));
    new.cells = [("level-3", "新增"), ("target", "2"), ("operator", "≤"), ("unit", "次")]
        .map(|(cell, text)| (CellId::new(cell), text.to_owned()))
        .into();
    expected.tables.get_mut("indicators").unwrap().push(new);
    assert_eq!(received.draft.document(), &expected);
    assert_eq!(received.is_same, Some(false));
    let left: Vec<(&str, &str)> = received.left.iter().map(|left| (left.at.as_str(), left.text.as_str())).collect();
    assert_eq!(left, [("/tables/XM/0/NEW", "1.5")]);
    // The changes as edits lead from what went along to what came.
    let mut again: Document = serde_json::from_value(exchange["document"].clone()).unwrap();
    for edit in received.edits {
        again.apply(edit).unwrap();
    }
    assert_eq!(&again, &expected);
}

#[test]
fn tables_that_a_portal_writes_alone_become_a_document() {
    let kit = kit();
    let text = json!({ "tables": {
        "PERF_T_SELFPERFGOAL": [{
            "FISCAL_YEAR": 2025, "PRO_CODE": "51092324T000010263357", "PRO_NAME": "步道", "KPI_TARGET": "建成", "ACTUAL_COMP": "已建成",
        }],
        "PERF_T_SELFPERFINDEX": [{
            "FISCAL_YEAR": "2025", "PRO_CODE": "51092324T000010263357", "LV1_PERF_IND_CODE": null, "LV1_PERF_IND_NAME": "产出指标",
            "LV2_PERF_IND_CODE": "11", "LV2_PERF_IND_NAME": "数量指标", "LV3_PERF_IND_NAME": "长度", "KPI_VAL": "≥5公里",
            "COMPUTESIGN": null, "INDEXVAL": "5.0", "METERUNIT": "公里", "ACTUALVALUE": "5公里", "WEIGHT": "10.00", "SCORE": 10,
            "SCORE_REMARK": null,
        }],
    }});
    let profile = "integrated-project-self-evaluation";
    let form_open = receive(&kit, &text.to_string(), profile, &Codes::new()).unwrap_err();
    assert_eq!(form_open[0].code, HitchCode::FormOpen);
    let how = Receiving {
        profile: profile.to_owned(),
        form: Some("project-self-evaluation-2021".to_owned()),
        ..Receiving::default()
    };
    let received = kit.receive(text.to_string().as_bytes(), &how, "new").unwrap();
    let document = received.draft.document();
    assert_eq!((document.id.as_str(), received.is_same), ("new", None));
    assert_eq!(document.text("year"), "2025");
    assert_eq!(document.text("project-code"), "51092324T000010263357");
    let row = &document.rows("indicators")[0];
    let texts = ["level-1", "target", "unit", "actual", "weight", "score"].map(|cell| row.text(cell));
    assert_eq!(texts, ["产出指标", "≥5公里", "", "5公里", "10", "10"]);
}

#[test]
fn what_a_field_cannot_take_is_told_with_its_cell_and_all_at_once() {
    let (kit, pack) = district();
    let mut document = portal(&kit, &pack);
    for (cell, text) in [
        ("year", "明年"),
        ("project-name", "一二三四五六七八九十一二三四五六七八九十又"),
        ("project-nature", "经常性项目"),
        ("start-date", "2026年"),
        ("fund.total.year", "1.0000001"),
        ("fund.fiscal.year", "9007199254740.9"),
    ] {
        set(&mut document, cell, text);
    }
    rows(&mut document, &[("r1", &[("level-3", "单价"), ("target", "≤0.00001元")])]);
    let draft = kit.bind(document, Rebind::Never).unwrap().draft;
    let refused = draft.exchange(DISTRICT, &nature(), Stage::Submission).unwrap_err();
    let told: Vec<(HitchCode, &str)> =
        refused.iter().map(|hitch| (hitch.code, hitch.spot.as_ref().unwrap().cell.as_str())).collect();
    assert_eq!(
        told,
        [
            (HitchCode::NotA, "year"),
            (HitchCode::TooLong, "project-name"),
            (HitchCode::NameUnknown, "project-nature"),
            (HitchCode::NotA, "start-date"),
            (HitchCode::TooFine, "fund.total.year"),
            (HitchCode::TooLarge, "fund.fiscal.year"),
            (HitchCode::TooFine, "target"),
        ]
    );
    assert_eq!(refused[6].spot.as_ref().unwrap().row, Some(RowId::new("r1")));
    let code = |profile: &str, codes: &Codes| draft.exchange(profile, codes, Stage::Submission).unwrap_err()[0].code;
    assert_eq!(code(DISTRICT, &Codes::new()), HitchCode::CodesMissing);
    assert_eq!(code(DISTRICT, &codes(&[("natur", &[])])), HitchCode::CodesUnknown);
    assert_eq!(code("portal", &Codes::new()), HitchCode::UnknownProfile);
    assert_eq!(code("integrated-department-declaration", &Codes::new()), HitchCode::OtherForm);
}

/// What people type, and what nobody expects.
fn text() -> impl Strategy<Value = String> {
    let typed = [
        "",
        " ",
        "0",
        "≥90.00(%)",
        "≧100%",
        "3.5万元",
        "9月前",
        "合理",
        "—",
        "无",
        "定性",
        "≤30万元",
        "80-90%",
        "1,234.5",
        "提升服务水平",
        "≥",
        "%",
        "大于等于",
        "约5次",
        "2026-02-30",
        "\u{200b}甲\u{3000}",
        "=1+1",
        "__proto__",
        "\n",
    ];
    prop_oneof![
        4 => prop::sample::select(typed.to_vec()).prop_map(str::to_owned),
        1 => prop::collection::vec(any::<char>(), 0..8).prop_map(String::from_iter),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whatever_can_be_sent_comes_back_as_the_very_document(
        (which, with_codes) in (0..4_usize, any::<bool>()),
        texts in prop::collection::vec(text(), 40),
        table in prop::collection::vec(prop::collection::vec(text(), 12), 0..5),
        numbers in prop::collection::vec(prop::sample::select(vec!["", "10", "10.00", "１０", "7.5分", "1,000元", "3.25万元"]), 12),
    ) {
        let (district, pack) = district();
        let (form, profile) = [
            ("project-declaration-2021", DISTRICT),
            ("project-declaration-2015", DECLARATION),
            ("project-declaration-2021", DECLARATION),
            ("project-self-evaluation-2021", "integrated-project-self-evaluation"),
        ][which];
        let mut before = district.blank_of(&pack, form, "any").unwrap().into_document();
        let form = district.blank_of(&pack, form, "any").unwrap().form().clone();
        // Cells that fields read as something hold such a thing, or nothing.
        let fitting = |concept: &str, other: &str, at: usize| match concept {
            "year" => ["2026", "2026年", ""][at % 3].to_owned(),
            "project-nature" => ["阶段性项目", "一次性项目", "阶段性", ""][at % 4].to_owned(),
            "start-date" => ["2026年3月1日", "2026-03-01", ""][at % 3].to_owned(),
            "project-name" | "project-code" => other.chars().take(20).collect(),
            "weight" | "score" => numbers[at % 12].replace(['万', '元', ','], "").replace("1000", "100"),
            money if money.starts_with("fund.") => numbers[at % 12].replace('分', ""),
            _ => other.to_owned(),
        };
        for ((at, (_, cell)), text) in form.cells().enumerate().zip(texts.iter().cycle()) {
            let text = fitting(cell.id.as_str(), text, at + numbers[0].len());
            if !text.is_empty() || at % 5 == 0 {
                before.cells.insert(cell.id.clone(), text);
            }
        }
        for id in form.tables().map(|(_, table)| table) {
            let rows = table.iter().enumerate().map(|(number, texts)| {
                let mut row = Row::new(RowId::new(format!("x{number}")));
                let columns = id.columns.iter().zip(texts).enumerate();
                row.cells = columns.map(|(at, (column, text))| (column.id.clone(), fitting(column.id.as_str(), text, at + number))).collect();
                row
            });
            before.tables.insert(id.id.clone(), rows.collect());
        }
        let draft = district.bind(before, Rebind::Never).unwrap().draft;
        let codes = match (profile, with_codes) {
            (DISTRICT, _) => nature(),
            (_, true) => codes(&[("calc-sign", &[("1", "大于"), ("2", "小于"), ("3", "="), ("4", "≥"), ("5", "≤"), ("6", "定性")])]),
            _ => Codes::new(),
        };
        match draft.exchange(profile, &codes, Stage::Submission) {
            Ok(exchange) => {
                let text = exchange.canonical();
                let received = receive(&district, &text, profile, &codes).unwrap();
                prop_assert_eq!(received.draft.document(), draft.document());
                prop_assert_eq!(received.is_same, Some(true));
                prop_assert!(received.left.is_empty());
            }
            // Only a number that happens to be finer than its field.
            Err(refused) => for hitch in refused {
                prop_assert_eq!(hitch.code, HitchCode::TooFine);
            },
        }
    }

    #[test]
    fn no_bytes_stop_the_receiving(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let how = Receiving { profile: DECLARATION.to_owned(), ..Receiving::default() };
        prop_assert!(kit().receive(&bytes, &how, "x").is_err());
    }
}
