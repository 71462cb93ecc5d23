//! Value cells as they are typed, and what they mean.

#![allow(clippy::panic, reason = "a test that stops says what it stopped on")]

use jibiao_model::{Known, Meaning, TimeSpan, Value};
use jibiao_reading::{comparable, echo, factor, read_unit, read_value};
use proptest::{prelude::*, test_runner::RngSeed};

fn value(text: &str) -> Value {
    in_columns(text, None, None)
}

fn in_columns(text: &str, operator: Option<&str>, unit: Option<&str>) -> Value {
    match read_value(text, operator, unit) {
        Known::Answered(value) => value,
        other => panic!("{text}: {other:?}"),
    }
}

/// Every text reads as its echo says.
fn all_read(cells: &[(&str, &str)]) {
    for (text, read) in cells {
        assert_eq!(echo(&value(text)), *read, "{text}");
    }
}

fn all_words(cells: &[&str]) {
    for text in cells {
        assert_eq!(value(text).meaning, Meaning::Words, "{text}");
    }
}

#[test]
fn signs_are_read_in_every_spelling() {
    all_read(&[
        ("≥95%", "≥ 95 %"),
        ("≧９５％", "≥ 95 %"),
        (">=95%", "≥ 95 %"),
        ("> = 95%", "≥ 95 %"),
        ("》=95%", "≥ 95 %"),
        ("》95%", "> 95 %"),
        ("＜24小时", "< 24 小时"),
        ("≦0%", "≤ 0 %"),
        ("═100%", "= 100 %"),
        ("≥%90", "≥ 90 %"),
        ("≥90.00（%）", "≥ 90 %"),
        ("（≥95%）", "≥ 95 %"),
        ("≥-5%", "≥ -5 %"),
    ]);
}

#[test]
fn words_of_comparison_are_read_before_and_after_the_number() {
    all_read(&[
        ("不低于80%", "≥ 80 %"),
        ("不少于20个", "≥ 20 个"),
        ("不得超过3次", "≤ 3 次"),
        ("大于等于1200平方米", "≥ 1200 平方米"),
        ("超过60人", "> 60 人"),
        ("小于0.5‰", "< 0.5 ‰"),
        ("70%以上", "≥ 70 %"),
        ("70%及以上", "≥ 70 %"),
        ("达到70%以上", "≥ 70 %"),
        ("20%及其以下", "≤ 20 %"),
        ("控制在50万元以内", "≤ 50 万元"),
        ("控制在95%以上", "≥ 95 %"),
        ("±3%以内", "≤ 3 %"),
        ("3天内", "≤ 3 天"),
        ("约30人", "≈ 30 人"),
        ("30人左右", "≈ 30 人"),
        ("800余份", "≈ 800 份"),
        ("3万余元", "≈ 3 万元"),
    ]);
}

#[test]
fn units_follow_the_number_with_all_their_parts() {
    all_read(&[
        ("12.5万平方米", "12.5 万平方米"),
        ("3.5万元", "3.5 万元"),
        ("300万", "300 万元"),
        ("≤80万/月", "≤ 80 万元/月"),
        ("600元/生/年", "600 元/生/年"),
        ("250元/人、天", "250 元/人、天"),
        ("250元/人·次", "250 元/人·次"),
        ("10元每户", "10 元/户"),
        ("10元/每户", "10 元/户"),
        ("每月80元", "80 元/月"),
        ("每人每天不超过40元", "≤ 40 元/人/天"),
        ("每年2次", "2 次/年"),
        ("5个工作日内", "≤ 5 工作日"),
        ("3个月", "3 个月"),
        ("2个百分点", "2 个百分点"),
        ("60种次", "60 种次"),
        ("1500m3/d", "1500 m3/d"),
        ("12所学校", "12 所"),
        ("12学校", "12 学校"),
        ("¥800.00", "800 元"),
        ("120万粒", "120 万粒"),
        ("50（亩）", "50 亩"),
    ]);
}

#[test]
fn chinese_numerals_count_where_a_measure_closes_the_clause() {
    all_read(&[
        ("三次", "3 次"),
        ("两百人", "200 人"),
        ("不少于十二个", "≥ 12 个"),
        ("三万元", "3 万元"),
        ("举办活动四场", "4 场"),
        ("百分之八十五", "85 %"),
        ("百分之八十以上", "≥ 80 %"),
        ("百分之百", "100 %"),
        ("八成以上", "≥ 8 成"),
    ]);
    all_words(&[
        "统一",
        "一般",
        "一定",
        "十分",
        "三公经费",
        "十四五",
        "一次性补贴",
        "进一步",
        "一期",
        "建立一个中心",
        "第三批",
    ]);
}

#[test]
fn dates_are_deadlines_points_or_periods() {
    all_read(&[
        ("9月前", "< 9月"),
        ("12月底前", "≤ 12月"),
        ("2024年12月底", "2024-12"),
        ("2024年年底前", "≤ 2024-12"),
        ("每年11月底前", "≤ 11月"),
        ("11月底到位", "≤ 11月"),
        ("10月31日前完成", "≤ 10月31日"),
        ("第三季度完成", "≤ 9月"),
        ("当年12月31日前", "≤ 12月31日"),
        ("12.31前", "≤ 12月31日"),
        ("二〇二六年十二月三十一日前", "≤ 2026-12-31"),
        ("完成时间为2024年10月30日", "2024-10-30"),
        ("2026年内", "2026年"),
        ("2026年内完成", "≤ 2026年"),
        ("一季度末", "3月"),
        ("2023年5月--2023年11月", "2023-05 – 2023-11"),
        ("2022.1.1-12.31", "2022-01-01 – 2022-12-31"),
        ("2023.07", "2023-07"),
        ("20231231", "2023-12-31"),
    ]);
    all_words(&["较2022年有所增长", "全年开展", "全年正常使用", "在规定时间内完成", "长期"]);
}

#[test]
fn ranges_have_two_ends_and_one_unit() {
    all_read(&[
        ("80-90%", "80–90 %"),
        ("80%~90%", "80–90 %"),
        ("３至５次", "3–5 次"),
        ("≥80%且≤90%", "80–90 %"),
        ("0.5%-1%", "0.5–1 %"),
    ]);
}

#[test]
fn a_number_inside_a_sentence_is_read_and_a_plan_with_several_is_words() {
    all_read(&[
        ("本年度已完成21个村卫生室药品制度实施。", "21 个"),
        ("补助村卫生室120个。", "120 个"),
        ("按照补助标准800元/人兑付", "800 元/人"),
        ("按计划推进,已使用约60%", "≈ 60 %"),
        ("11月底完成100%", "100 %"),
        ("95%（抽查120人）", "95 %"),
        ("完成率100%，及时率100%", "100 %"),
        ("PM2.5浓度下降3%", "3 %"),
        ("同比增长+3%", "3 %"),
        ("G318国道养护12公里", "12 公里"),
        ("《管理办法》1份", "1 份"),
        ("1.完成培训12场", "12 场"),
        ("覆盖人口60.5万", "605000"),
        ("总投资300万", "300 万元"),
        ("合同签订后30日内", "≤ 30 日"),
    ]);
    all_words(&[
        "完成12场培训，覆盖300人",
        "30户106人",
        "1户1档",
        "暂定按15次作业且总时长不少于30小时测算",
        "60岁以上老年人补贴发放",
        "第3批",
        "3A级景区",
        "7×24小时",
        "T+3日到账",
        "未完成3场",
        "数十次",
        "增长-5%",
        "开展遗产价值研究、学术交流、对外宣传等工作,先后举办有社会影响力的活动5场;成立研究中心暨陈列馆,推动申报。",
    ]);
}

#[test]
fn yes_no_and_an_open_question_are_told_apart() {
    for (text, answer) in [
        ("是", Some(true)),
        ("已完成", Some(true)),
        ("完成。", Some(true)),
        ("否", Some(false)),
        ("未完成", Some(false)),
        ("是否按时验收", None),
        ("建立与否", None),
    ] {
        assert_eq!(value(text).meaning, Meaning::YesNo(answer), "{text}");
    }
}

#[test]
fn praise_grades_and_directions_are_words() {
    all_words(&[
        "优",
        "好",
        "显著提升",
        "合规",
        "达成预期指标",
        "应保尽保",
        "不超预算",
        "不低于上年",
        "长远",
        "符合要求",
    ]);
}

#[test]
fn a_cell_that_holds_only_a_unit_is_a_unit() {
    for (text, unit) in [("%", "%"), ("百分比", "%"), ("万", "万元"), ("人次", "人次"), ("元/人", "元/人")]
    {
        assert_eq!(value(text).meaning, Meaning::Unit(read_unit(text).unwrap()), "{text}");
        assert_eq!(echo(&value(text)), unit);
    }
}

#[test]
fn blank_nothing_and_unreadable_are_not_words() {
    assert_eq!(read_value(" \u{3000}", None, Some("%")), Known::NotYet);
    for text in ["-", "——", "/", "无", "不适用"] {
        assert_eq!(read_value(text, None, Some("%")), Known::NotApplicable, "{text}");
    }
    for text in ["1234567890123456789012345678901234567890", "≥≤95%", "≥", "？？", "**", "1:1", "1.2.3"] {
        assert_eq!(read_value(text, None, None), Known::Unreadable, "{text}");
    }
}

#[test]
fn what_the_text_says_wins_over_the_columns() {
    for (text, operator, unit, read) in [
        ("95", Some("≥"), Some("%"), "≥ 95 %"),
        ("100", Some("="), Some("百分比"), "= 100 %"),
        ("100", Some("═"), Some("%"), "= 100 %"),
        ("95%", Some("不低于"), Some("%"), "≥ 95 %"),
        ("≤3", Some("≥"), Some("天"), "≤ 3 天"),
        ("120篇", None, Some("扁"), "120 篇"),
        ("28万元", None, Some("%"), "28 万元"),
        ("250", None, Some("万"), "250 万元"),
        ("30万", None, Some("人"), "30 万人"),
        ("三十万", None, Some("人"), "30 万人"),
        ("3.5万", None, Some("元"), "3.5 万元"),
        ("3.5万", None, Some("万元"), "3.5 万元"),
        ("300元", None, Some("元/人"), "300 元/人"),
        ("2023.12", None, Some("万元"), "2023.12 万元"),
        ("2026", None, Some("年"), "2026年"),
        ("2026年12月31日", Some("≤"), Some("-"), "≤ 2026-12-31"),
        ("共培训300", None, Some("人"), "300 人"),
        ("0", Some("≤"), Some("起"), "≤ 0 起"),
    ] {
        assert_eq!(echo(&in_columns(text, operator, unit)), read, "{text} {operator:?} {unit:?}");
    }
    assert!(in_columns("100%", Some("定性"), None).is_words());
}

#[test]
fn the_span_holds_operator_number_and_unit_as_typed() {
    for (text, part) in [
        ("满意度≧９５％，提高", "≧９５％"),
        ("达到 90 %以上 ", "90 %以上"),
        ("每月50元", "每月50元"),
        ("2024年10月底前完成", "2024年10月底前"),
        ("完成\u{200b}12 场。", "12 场"),
    ] {
        assert_eq!(text.get(value(text).span), Some(part), "{text}");
    }
    assert_eq!(value("显著提升").span, 0..0);
}

#[test]
fn a_deadline_has_only_an_end() {
    let Meaning::Date(TimeSpan { from, to }) = value("2026年6月30日前").meaning else { panic!("no date") };
    assert_eq!((from, to.and_then(|date| date.day)), (None, Some(30)));
}

#[test]
fn a_very_long_cell_is_read_in_time() {
    for piece in ["一", "1", "第1", "百分之", "每", "1-", "2026年", "(", "≥", "1a", "十"] {
        let _ = read_value(&piece.repeat(20_000), None, None);
    }
}

/// Texts made of the pieces that cells are made of.
fn cell() -> impl Strategy<Value = String> {
    let pieces = [
        "≥",
        "≤",
        "=",
        "<",
        "约",
        "不低于",
        "控制在",
        "每",
        "每月",
        "1",
        "95",
        "3.5",
        "12",
        "2026",
        "-",
        "%",
        "万",
        "元",
        "万元",
        "人",
        "次",
        "/",
        "年",
        "月",
        "底",
        "前",
        "以上",
        "以内",
        "个",
        "工作日",
        "三",
        "十二",
        "百分之",
        "至",
        " ",
        "，",
        "完成",
        "（",
        "）",
        "±",
        "·",
        "亩",
        "km",
        "棒",
        "1,234",
        "无",
        "是否",
        "余",
        "¥",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..7).prop_map(|pieces| pieces.concat())
}

/// The same comparison of the same numbers in convertible units of the same size.
fn same(a: &Value, b: &Value) -> bool {
    let parts = |value: &Value| match &value.meaning {
        Meaning::Quantity(quantity) => Some((quantity.number, quantity.number, quantity.unit.clone())),
        Meaning::Range { low, high, unit } => Some((*low, *high, unit.clone())),
        _ => None,
    };
    let (Some((low_a, high_a, unit_a)), Some((low_b, high_b, unit_b))) = (parts(a), parts(b)) else { return false };
    let units = match (&unit_a, &unit_b) {
        (Some(a), Some(b)) => comparable(a, b) && factor(a) == factor(b),
        (a, b) => a == b,
    };
    (a.operator, a.approximate, low_a, high_a) == (b.operator, b.approximate, low_b, high_b) && units
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn no_text_stops_the_reader_and_every_span_lies_in_it(text in "\\PC{0,24}", unit in "\\PC{0,4}") {
        if let Known::Answered(value) = read_value(&text, None, Some(&unit)) {
            prop_assert!(text.get(value.span).is_some());
        }
    }

    #[test]
    fn the_echo_of_a_number_is_read_as_the_same_value(text in cell(), column in prop::sample::select(vec!["", "%", "人", "元/户"])) {
        let Known::Answered(first) = read_value(&text, None, Some(column)) else { return Ok(()) };
        prop_assert!(text.get(first.span.clone()).is_some());
        if matches!(first.meaning, Meaning::Quantity(_) | Meaning::Range { .. }) {
            let printed = echo(&first);
            let Known::Answered(again) = read_value(&printed, None, None) else {
                return Err(TestCaseError::fail(format!("{text} → {printed} is not read")));
            };
            prop_assert!(same(&first, &again), "{} → {} → {:?}", text, printed, again);
        }
    }
}
