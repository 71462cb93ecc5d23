//! Files that can't be read back: each is told with its place, and nothing of them is taken.

use jibiao_kit::{
    Kit, Rebind,
    exchange::{HitchCode, Receiving},
};
use jibiao_tests::{document, kit};
use serde_json::{Value as Json, json};

use super::{DECLARATION, DISTRICT, codes, district, hitches, json_of, nature, portal, receive, sent};

#[test]
fn a_bad_file_is_told_with_its_place() {
    let (kit, pack) = district();
    let draft = kit.bind(portal(&kit, &pack), Rebind::Never).unwrap().draft;
    let good = json_of(&sent(&draft, DISTRICT, &nature()));
    let bad = |change: &dyn Fn(&mut Json)| {
        let mut file = good.clone();
        change(&mut file);
        let refused = receive(&kit, &file.to_string(), DISTRICT, &nature()).unwrap_err();
        hitches(&refused).into_iter().map(|(code, at)| format!("{} {at}", code.name())).collect::<Vec<_>>().join(", ")
    };
    let object = |value: &mut Json, key: &str| drop(value.as_object_mut().unwrap().remove(key));
    type Change<'c> = &'c dyn Fn(&mut Json);
    let cases: &[(Change<'_>, &str)] = &[
        (&|f| *f = json!([]), "not-an-exchange "),
        (&|f| object(f, "tables"), "not-an-exchange "),
        (&|f| f["tables"] = json!([]), "kind /tables"),
        (&|f| f["jibiao_exchange"] = json!(2), "newer-format "),
        (&|f| f["jibiao_exchange"] = json!("1"), "kind /jibiao_exchange"),
        (&|f| f["profile"] = json!("other"), "other-profile "),
        (&|f| f["profile"] = json!(7), "kind /profile"),
        (&|f| f["document"] = json!({}), "document /document"),
        (&|f| f["document"]["form"] = json!("nothing"), "document /document"),
        (&|f| f["document"]["pack"]["sha256"] = json!("00"), "document /document"),
        (&|f| f["document"]["form"] = json!("department-declaration"), "other-form "),
        (&|f| object(&mut f["tables"], "ZB"), "table-missing /tables"),
        (&|f| f["tables"]["ZB"] = json!({}), "kind /tables/ZB"),
        (&|f| f["tables"]["ZB"][1] = json!("x"), "kind /tables/ZB/1"),
        (&|f| object(&mut f["tables"]["ZB"][1], "DW"), "field-missing /tables/ZB/1/DW"),
        (&|f| f["tables"]["ZB"][1]["MC"] = json!(["x"]), "kind /tables/ZB/1/MC"),
        (&|f| f["tables"]["ZB"][1]["MC"] = json!(true), "kind /tables/ZB/1/MC"),
        (&|f| f["tables"]["ZB"][1]["ZBZ"] = json!(30.5), "inexact /tables/ZB/1/ZBZ"),
        (&|f| f["tables"]["ZB"][1]["ZBZ"] = json!("1e9"), "not-a /tables/ZB/1/ZBZ"),
        (&|f| f["tables"]["ZB"][1]["ZBZ"] = json!("9".repeat(29)), "not-a /tables/ZB/1/ZBZ"),
        (&|f| f["tables"]["XM"][0]["ZE"] = json!("9".repeat(28)), "too-large /tables/XM/0/ZE"),
        (&|f| f["tables"]["XM"][0]["ZE"] = json!("99999999999"), "too-large /tables/XM/0/ZE"),
        (&|f| f["tables"]["XM"][0]["CZ"] = json!(9_007_199_254_740_993_u64), "too-large /tables/XM/0/CZ"),
        (&|f| f["tables"]["XM"][0]["ND"] = json!("26"), "not-a /tables/XM/0/ND"),
        (&|f| f["tables"]["XM"][0]["KSRQ"] = json!("20260230"), "not-a /tables/XM/0/KSRQ"),
        (&|f| f["tables"]["XM"][0]["XZ"] = json!("99"), "code-unknown /tables/XM/0/XZ"),
        (&|f| f["tables"]["XM"][0]["ZT"] = json!("9"), "differs /tables/XM/0/ZT"),
        (&|f| f["tables"]["XM"][0]["XMMC"] = json!("长".repeat(21)), "too-long /tables/XM/0/XMMC"),
        (&|f| f["tables"]["XM"] = json!([f["tables"]["XM"][0], f["tables"]["XM"][0]]), "rows-off /rows/XM"),
        (&|f| f["rows"]["ZB"] = json!(["r7", "r7"]), "record-twice /tables/ZB/1"),
        (&|f| f["rows"]["ZB"] = json!(["r7", 9]), "kind /rows/ZB"),
        (&|f| f["rows"] = json!("r7"), "kind /rows"),
        (&|f| f["tables"]["ZB"] = Json::Array(vec![json!({}); 5_001]), "too-much /tables/ZB"),
    ];
    for (change, told) in cases {
        assert_eq!(&bad(change), told);
    }
    let twice = good.to_string().replacen("\"MC\":", "\"MC\":\"x\",\"MC\":", 1);
    assert_eq!(receive(&kit, &twice, DISTRICT, &nature()).unwrap_err()[0].code, HitchCode::Twice);
    let huge = good.to_string().replacen("\"5.5\"", "1e999", 1);
    assert_eq!(receive(&kit, &huge, DISTRICT, &nature()).unwrap_err()[0].code, HitchCode::NotJson);
    assert_eq!(receive(&kit, "\u{0}", DISTRICT, &nature()).unwrap_err()[0].code, HitchCode::NotJson);
    let none = Kit::receive(&kit, b"\xff\xfe", &Receiving::default(), "x").unwrap_err();
    assert_eq!(none[0].code, HitchCode::NotJson);
}

#[test]
fn names_that_javascript_trips_over_are_left_and_told() {
    let (kit, pack) = district();
    let draft = kit.bind(portal(&kit, &pack), Rebind::Never).unwrap().draft;
    let text = sent(&draft, DISTRICT, &nature()).canonical();
    let text = text.replacen("\"MC\":", "\"__proto__\":{\"a/b\":1},\"MC\":", 1);
    let text = text.replacen("\"XM\":[{", "\"constructor\":[],\"XM\":[{", 1);
    let text = text.replacen("{\"check\"", "{\"batch\":\"B1\",\"check\"", 1);
    let received = receive(&kit, &text, DISTRICT, &nature()).unwrap();
    let left: Vec<&str> = received.left.iter().map(|left| left.at.as_str()).collect();
    assert_eq!(left, ["/tables/ZB/0/__proto__", "/tables/constructor", "/batch"]);
    assert_eq!(received.draft.document(), draft.document());
}

#[test]
fn two_fields_that_contradict_each_other_are_told() {
    let kit = kit();
    let codes = codes(&[("level-1", &[("1", "产出指标"), ("2", "效益指标"), ("4", "成本指标"), ("3", "满意度指标")])]);
    let draft = document(&kit, "declaration-2021");
    let good = json_of(&sent(&draft, DECLARATION, &codes));
    for (field, value, told) in [
        ("LV1_PERF_IND_NAME", "效益指标", "/tables/PM_PERF_INDICATOR/3/LV1_PERF_IND_NAME"),
        ("INDEXVAL", "39", "/tables/PM_PERF_INDICATOR/3/KPI_VAL"),
        ("FISCAL_YEAR", "2027", "/tables/PM_PERF_INDICATOR/3/FISCAL_YEAR"),
    ] {
        let mut file = good.clone();
        file["tables"]["PM_PERF_INDICATOR"][3][field] = json!(value);
        let refused = receive(&kit, &file.to_string(), DECLARATION, &codes).unwrap_err();
        assert!(hitches(&refused).iter().all(|(code, _)| *code == HitchCode::Differs), "{field}: {refused:?}");
        // The year is put back by the next record, so it is this one that stands alone.
        assert!(hitches(&refused).iter().any(|(_, at)| *at == told), "{field}: {refused:?}");
    }
}
