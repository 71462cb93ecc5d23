//! What texts state in figures: with what they count, how parts and wholes belong together, what does not come out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use jibiao_reading::{Aspect, Likeness, ListingForm, Name, Statements, core, statements};
use proptest::prelude::*;

/// Each quantity as `label|figure|tail`.
fn read(text: &str) -> Vec<String> {
    let stated = statements(text);
    stated
        .items
        .iter()
        .map(|item| format!("{}|{}|{}", &text[item.label.clone()], &text[item.span.clone()], &text[item.tail.clone()]))
        .collect()
}

/// Each listing as its whole and its parts, by the figures as typed.
fn listings(text: &str) -> Vec<(String, Vec<String>)> {
    let Statements { items, listings } = statements(text);
    let figure = |index: usize| text[items[index].span.clone()].to_owned();
    listings
        .iter()
        .map(|listing| (figure(listing.whole), listing.parts.iter().map(|part| figure(*part)).collect()))
        .collect()
}

/// What the parts of each listing come to where they miss the whole, in base units.
fn sums_off(text: &str) -> Vec<(String, String)> {
    let stated = statements(text);
    let off = stated.listings.iter().filter_map(|listing| stated.sum_off(listing));
    off.map(|sum| (sum.parts.to_string(), sum.whole.to_string())).collect()
}

#[test]
fn a_quantity_has_the_words_before_and_after_it() {
    assert_eq!(
        read("年内新建厕所５座，培训村干部２００余人次；铺设7公里管网。"),
        ["新建厕所|５座|", "培训村干部|２００余人次|", "铺设|7公里|管网"]
    );
}

#[test]
fn two_quantities_side_by_side_share_their_words() {
    let text = "共办理续贷126户471.8万元,展期542户2715.60万元";
    assert_eq!(read(text), ["共办理续贷|126户|", "|471.8万元|", "展期|542户|", "|2715.60万元|"]);
    assert!(statements(text).items[1].follows);
}

#[test]
fn a_bracket_without_a_number_belongs_to_the_words() {
    assert_eq!(read("总投资(概算)500万元"), ["总投资(概算)|500万元|"]);
    assert_eq!(read("设备558套(台、块),机柜20个"), ["设备|558套|", "机柜|20个|"]);
}

#[test]
fn a_colon_names_what_follows_unless_more_words_do() {
    assert_eq!(read("年初预算数：100万元"), ["年初预算数|100万元|"]);
    assert_eq!(read("其中：财政资金100万元"), ["财政资金|100万元|"]);
}

#[test]
fn the_number_of_a_list_item_and_a_year_count_nothing() {
    assert_eq!(read("1.新建道路5公里 2.完成2023年验收"), ["新建道路|5公里|"]);
    assert_eq!(read("根据财建〔2020〕45号文件下达资金30万元").last().unwrap(), "45号文件下达资金|30万元|");
}

#[test]
fn an_amount_without_its_unit_is_money_where_others_of_the_line_are() {
    let text = "总预算1846.00万,其中支持冷链240.00万,支持电商60.00万";
    assert_eq!(listings(text), [("1846.00万".into(), vec!["240.00万".into(), "60.00万".into()])]);
}

#[test]
fn parts_stand_in_brackets_within_parts() {
    let text = "总面积10612平方米,其中地上6427平方米(其中计容6312平方米,不计容115平方米),地下4185平方米。";
    assert_eq!(
        listings(text),
        [
            ("6427平方米".into(), vec!["6312平方米".into(), "115平方米".into()]),
            ("10612平方米".into(), vec!["6427平方米".into(), "4185平方米".into()]),
        ]
    );
    assert!(sums_off(text).is_empty());
}

#[test]
fn parts_may_be_parted_by_semicolons_and_by_commas() {
    let text = "共571处,其中:崩塌76处;滑坡487处;塌陷6处,泥石流2处。";
    assert_eq!(listings(text)[0].1.len(), 4);
    assert!(sums_off(text).is_empty());
    // A semicolon after commas begins something else.
    assert_eq!(listings("营造林8万亩。其中:新造林3万亩,改造5万亩;管护6万亩。")[0].1, ["3万亩", "5万亩"]);
}

#[test]
fn a_subtotal_takes_its_parts_out_of_the_total() {
    let text = "新罗区 10; 上杭县 10, 13, 8, 小计31; 漳平市 7, 7, 小计14; 合计55";
    assert!(sums_off(text).is_empty());
    assert_eq!(sums_off("上杭县 10, 13, 8, 小计32"), [("31".into(), "32".into())]);
}

#[test]
fn what_was_spent_and_what_is_left_are_no_further_parts() {
    let text = "总投资1030.65万元,其中统筹资金958.46万元,收回资金72.19万元,实际使用981.27万元,结余49.38万元。";
    assert!(sums_off(text).is_empty());
}

#[test]
fn a_sum_of_rounded_parts_may_miss_by_their_last_digits() {
    assert!(sums_off("三类共100万元,其中甲33.33万元,乙33.33万元,丙33.33万元。").is_empty());
    assert!(sums_off("收入1.2万元,其中甲0.84万元,乙0.39万元。").is_empty());
    assert_eq!(sums_off("补助甲镇12.5万元、乙镇8万元,合计27.5万元。").len(), 1);
}

#[test]
fn kinds_of_listings_are_told_apart() {
    let form = |text: &str| statements(text).listings[0].form;
    assert_eq!(form("共10期,其中春季4期,秋季6期"), ListingForm::Among);
    assert_eq!(form("共10期,分别为春季4期,秋季6期"), ListingForm::Divided);
    assert_eq!(form("春季4期,秋季6期,合计10期"), ListingForm::Summed);
    assert_eq!(form("春季4期,秋季6期,共培训10期"), ListingForm::Together);
}

#[test]
fn other_kinds_of_units_are_no_parts() {
    assert!(listings("总投资500万元,其中新建房屋3栋,道路5公里。").is_empty());
    assert!(listings("共120人,涉及5个村、8个社区。").is_empty());
}

#[test]
fn changes_of_a_sentence_should_come_out() {
    let off = |text: &str| statements(text).accounts_off(text).len();
    assert_eq!(off("实施项目共15个,年初批复8个项目,年中增加8个项目"), 1);
    assert_eq!(off("实施项目共16个,年初批复8个项目,年中增加8个项目"), 0);
    assert_eq!(off("年初预算320万元,年中追加45万元,调整后预算365万元"), 0);
    assert_eq!(off("年初预算320万元,年中追加45万元,调整后预算375万元"), 1);
    assert_eq!(off("到位资金100万元,支出90万元,结余20万元"), 1);
    assert_eq!(off("上年结转10万元,当年预算100万元,支出90万元,结余20万元"), 0);
    // A second term that the words do not name.
    assert_eq!(off("到位资金100万元,支出80万元,质保金5万元,结余15万元"), 0);
}

#[test]
fn rates_follow_from_the_figures_beside_them() {
    let off = |text: &str| {
        let stated = statements(text);
        stated.ratios_off(text).iter().map(|off| off.computed.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(off("预算136万元,支出111.27万元,执行率95%"), ["81.82"]);
    assert!(off("预算136万元,支出111.27万元,执行率81.82%").is_empty());
    assert!(off("预算136万元,支出111.27万元,执行率82%").is_empty());
    assert_eq!(off("投入300万元,占总投资500万元的66%"), ["60"]);
    assert_eq!(off("收入684.53万元,比上年增加137.96万元,增长20.15%"), ["25.24"]);
    assert_eq!(off("完成造林4.2万亩,为年度任务4万亩的110%"), ["105"]);
    assert!(off("完成造林4.2万亩,为年度任务4万亩的105%").is_empty());
    assert_eq!(off("支出合计1450.5万元,其中基本支出900.3万元,占72.07%;项目支出550.2万元,占37.93%"), ["62.07"]);
    assert_eq!(off("下达资金300万元,实际到位280万元,资金到位率100%"), ["93.33"]);
    // Two budgets: the rate follows from one of them.
    assert!(off("年初预算500万元,调整预算480万元,支出475.2万元,执行率99%").is_empty());
    assert!(off("本年收、支1523.26万元,比上年各增加120.5万元,增长8.6%").is_empty());
}

#[test]
fn words_of_a_number_say_its_part() {
    let stated = statements("年初批复预算8个项目,同比增加3个,占总数的60%");
    assert!(stated.items[0].aspects.has(Aspect::Initial) && stated.items[0].aspects.has(Aspect::Budget));
    assert!(stated.items[1].aspects.has(Aspect::Change));
    assert!(stated.items[2].aspects.has(Aspect::Share));
}

#[test]
fn names_are_compared_without_the_words_of_every_sentence() {
    assert_eq!(core("全区共完成农户水表更换"), "农户水表更换");
    assert_eq!(core("农户水表更换户数"), "农户水表更换");
    let alike = |a: &str, b: &str| Name::of(a).likeness(&Name::of(b));
    assert_eq!(alike("完成农户水表更换", "农户水表更换户数"), Some(Likeness::Same));
    assert_eq!(alike("实有辅警人员", "辅警人员"), Some(Likeness::Qualified));
    assert_eq!(alike("改造城区背街小巷", "城区背街小巷改造数量"), Some(Likeness::Reordered));
    for (a, b) in [
        ("新建公路里程", "改建公路里程"),
        ("厕所", "新建厕所"),
        ("2022级学生资助", "2023级学生资助"),
        ("一期道路工程", "二期道路工程"),
    ] {
        assert!(alike(a, b) <= Some(Likeness::Overlapping), "{a} {b}");
    }
}

#[test]
fn a_very_long_text_is_read_in_a_moment() {
    for piece in [
        "共3套(其中1套,",
        "其中12个；",
        "一二三",
        "合计5万元、",
        "（（（",
        "G1",
        "占5%的",
        "2023年8月至",
        "年初5个增加",
    ] {
        let text: String = piece.repeat(200_000 / piece.len());
        let start = std::time::Instant::now();
        let stated = statements(&text);
        let _ = (stated.accounts_off(&text), stated.ratios_off(&text));
        for listing in &stated.listings {
            let _ = stated.sum_off(listing);
        }
        assert!(start.elapsed().as_secs() < 5, "{piece} took {:?}", start.elapsed());
    }
}

proptest! {
    #[test]
    fn no_text_stops_the_reader_and_every_range_is_a_piece_of_it(text in "[其中合计共占增加年初结余支出率、，；。（）():0-9０-９.%万元个人户 \n\u{200b}甲乙]{0,60}") {
        let stated = statements(&text);
        for item in &stated.items {
            for range in [&item.span, &item.label, &item.tail] {
                prop_assert!(text.get(range.clone()).is_some(), "{:?} of {:?}", range, text);
            }
            prop_assert!(item.label.end <= item.span.start || item.label.is_empty());
        }
        for listing in &stated.listings {
            prop_assert!(listing.parts.len() >= 2);
            prop_assert!(listing.whole < stated.items.len());
            prop_assert!(listing.parts.iter().all(|part| *part < stated.items.len()));
            let _ = stated.sum_off(listing);
        }
        let _ = (stated.accounts_off(&text), stated.ratios_off(&text));
    }

    #[test]
    fn any_text_at_all_is_read(text in "\\PC*") {
        let stated = statements(&text);
        let _ = (stated.accounts_off(&text), stated.ratios_off(&text));
        prop_assert_eq!(&statements(&text), &stated);
    }

    #[test]
    fn a_core_is_its_own_core(text in "[完成共计划新建道路数量为达、： 甲乙丙]{0,12}") {
        prop_assert_eq!(core(core(&text)), core(&text));
    }

    #[test]
    fn parts_that_add_up_are_never_off(a in 1_u32..100_000, b in 1_u32..100_000, c in 1_u32..100_000) {
        let sum = a + b + c;
        let sentences = [
            format!("共{sum}套,其中甲{a}套,乙{b}套,丙{c}套。"),
            format!("甲{a}套、乙{b}套、丙{c}套,合计{sum}套。"),
            format!("设备{sum}套(甲{a}套,乙{b}套,丙{c}套)。"),
        ];
        for text in sentences {
            prop_assert!(sums_off(&text).is_empty(), "{}", text);
        }
    }

    #[test]
    fn parts_that_exceed_their_whole_are_always_off(a in 10_u32..100_000, b in 10_u32..100_000, more in 1_u32..9) {
        let whole = a + b - more;
        prop_assert_eq!(sums_off(&format!("共{whole}套,其中甲{a}套,乙{b}套。")).len(), 1);
    }
}
