//! Cells as they stand in tables of many places, each with the reading that a person gave it.
//!
//! A reading is the echo of what was understood; `words` is a value in words, `unreadable` a cell that says nothing.

use jibiao_model::{Known, Meaning};
use jibiao_reading::{echo, read_value};

/// Cells whose reading differs from the one a person gave.
fn differing(cells: &[(&str, &str)]) -> Vec<String> {
    let read = |text: &str| match read_value(text, None, None) {
        Known::Answered(value) => match value.meaning {
            Meaning::Words => "words".to_owned(),
            Meaning::YesNo(Some(true)) => "yes".to_owned(),
            Meaning::YesNo(Some(false)) => "no".to_owned(),
            Meaning::YesNo(None) => "asks".to_owned(),
            _ => echo(&value),
        },
        Known::NotYet => "blank".to_owned(),
        Known::NotApplicable => "none".to_owned(),
        Known::Unreadable => "unreadable".to_owned(),
    };
    let told = |text: &str, expected: &str, found: &str| format!("{text}: {found} instead of {expected}");
    let off = cells.iter().map(|(text, expected)| (text, expected, read(text)));
    off.filter(|(_, expected, found)| **expected != found)
        .map(|(text, expected, found)| told(text, expected, &found))
        .collect()
}

#[test]
fn bounds_around_a_placeholder_are_a_range_or_a_bound() {
    let off = differing(&[
        ("80%≤X≤90%", "80–90 %"),
        ("80%≤x＜90%", "80–90 %"),
        ("60%＜X＜80%", "60–80 %"),
        ("90%≥X≥80%", "80–90 %"),
        ("30人≤X≤50人", "30–50 人"),
        ("30≤参训人数≤50人", "30–50 人"),
        ("0≤x≤5", "0–5"),
        ("3%≤费用占比≤5%", "3–5 %"),
        ("大于90%小于95%", "90–95 %"),
        ("≥3%，≤5%", "3–5 %"),
        ("95%≦x", "≥ 95 %"),
        ("5天≥办理时限", "≤ 5 天"),
        ("X≥95%", "≥ 95 %"),
        ("x＜3起", "< 3 起"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn words_of_comparison_and_brackets_do_not_hide_the_bound() {
    let off = differing(&[
        ("90%（含）以上", "≥ 90 %"),
        ("90%(含90%)以上", "≥ 90 %"),
        ("3%（含3%）以内", "≤ 3 %"),
        ("100%（含）", "100 %"),
        ("≥95％（含）", "≥ 95 %"),
        ("起码5次", "≥ 5 次"),
        ("至少10场", "≥ 10 场"),
        ("最多3天", "≤ 3 天"),
        ("大于或者等于95%", "≥ 95 %"),
        ("小于或者等于2小时", "≤ 2 小时"),
        ("不短于2小时", "≥ 2 小时"),
        ("不晚于2026年6月30日", "≤ 2026-06-30"),
        ("控制在3%-5%", "3–5 %"),
        ("控制在20万元以内", "≤ 20 万元"),
        ("控制在20万元", "≤ 20 万元"),
        ("不低于2次/年", "≥ 2 次/年"),
        ("1000元/人·年以内", "≤ 1000 元/人·年"),
        ("优秀率≥90%", "≥ 90 %"),
        ("得分85分以上", "≥ 85 分"),
        ("指标值：≥95%", "≥ 95 %"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn look_alikes_and_blanks_are_one_spelling() {
    let off = differing(&[
        (">=95.00 ％", "≥ 95 %"),
        ("≥ ９５ ﹪", "≥ 95 %"),
        ("=＞95%", "≥ 95 %"),
        ("⩽5％", "≤ 5 %"),
        ("﹥95%", "> 95 %"),
        ("【≥95%】", "≥ 95 %"),
        ("≥95(%)", "≥ 95 %"),
        ("≥95（百分比）", "≥ 95 %"),
        ("≥\u{a0}95\u{3000}%", "≥ 95 %"),
        ("１，２００元", "1200 元"),
        ("80元／㎡", "80 元/㎡"),
        ("35万元/km", "35 万元/km"),
        ("5万人（次）", "5 万人次"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn money_for_one_of_something_keeps_what_it_is_for() {
    let off = differing(&[
        ("500元/（人·月）", "500 元/人·月"),
        ("≤120元/(亩·次)", "≤ 120 元/亩·次"),
        ("500元/人*月", "500 元/人*月"),
        ("每人每月500元", "500 元/人/月"),
        ("人均500元", "500 元/人"),
        ("户均不低于4000元", "≥ 4000 元/户"),
        ("村均达到1万元", "1 万元/村"),
        ("人均住房面积30平方米", "30 平方米"),
        ("500元每人每月", "500 元/人/月"),
        ("80元/人·次以内", "≤ 80 元/人·次"),
        ("按每亩150元补助", "150 元/亩"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn numbers_in_words_count_and_names_do_not() {
    let off = differing(&[
        ("百分之九十五", "95 %"),
        ("不低于百分之九十", "≥ 90 %"),
        ("二至三次", "2–3 次"),
        ("一到两场", "1–2 场"),
        ("十二个月", "12 个月"),
        ("半年内", "≤ 0.5 年"),
        ("半个月内", "≤ 0.5 个月"),
        ("1年内", "≤ 1 年"),
        ("两年", "2 年"),
        ("八成", "8 成"),
        ("上半年完成", "≤ 6月"),
        ("半年报告2份", "2 份"),
        ("GB/T 19001-2016", "words"),
        ("执行GB 18918-2002一级A标准", "words"),
        ("ISO9001", "words"),
        ("第一至三批", "words"),
        ("长期", "words"),
        ("一事一议", "words"),
        ("三分之二以上", "words"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn days_that_no_calendar_has_are_unreadable() {
    let off = differing(&[
        ("2026年13月", "unreadable"),
        ("2026年0月", "unreadable"),
        ("2026年14月底前", "unreadable"),
        ("2026年2月30日", "unreadable"),
        ("2026年12月32日前", "unreadable"),
        ("6月31日前完成", "unreadable"),
        ("2026年12月31日前", "≤ 2026-12-31"),
        ("2028年2月29日", "2028-02-29"),
        ("工期13个月", "13 个月"),
        ("收到资金后30日内", "≤ 30 日"),
        ("2026年2月起30日内", "≤ 30 日"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn times_are_read_as_far_as_they_say() {
    let off = differing(&[
        ("第1-4季度", "1月 – 12月"),
        ("二至三季度", "4月 – 9月"),
        ("一季度前", "< 3月"),
        ("2026年末", "2026-12"),
        ("年内", "1月 – 12月"),
        ("12/31前", "≤ 12月31日"),
        ("2026.12.31前", "≤ 2026-12-31"),
        ("2026/12/31", "2026-12-31"),
        ("9月1日至9月5日", "9月1日 – 9月5日"),
        ("5个工作日内", "≤ 5 工作日"),
        ("24小时以内", "≤ 24 小时"),
        ("每月10日前", "≤ 10日"),
        ("6月、12月", "words"),
        ("逐年", "words"),
        ("常年", "words"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn several_values_in_one_cell_are_words_and_broken_digits_no_value() {
    let off = differing(&[
        ("≥30人；≥5场", "words"),
        ("≥2期，每期30人", "words"),
        ("10场/300人", "words"),
        ("培训3期、印发手册500份", "words"),
        ("完成率100%，合格率98%", "words"),
        ("95..5%", "unreadable"),
        ("1,00,0人", "words"),
        ("≥≤5%", "unreadable"),
        ("？", "unreadable"),
        ("—", "none"),
        ("不涉及", "none"),
        ("已完成", "yes"),
        ("尚未完成", "no"),
        ("是否建立台账", "asks"),
        ("建立与否", "asks"),
    ]);
    assert!(off.is_empty(), "{off:#?}");
}
