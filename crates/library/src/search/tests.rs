use jibiao_model::LevelTwo;

use super::*;
use crate::Loader;

/// A library of rows `二级,三级,关键词,项目类型`.
fn library(rows: &[[&str; 4]]) -> Library {
    let mut loader = Loader::new();
    loader.row(1, &["二级指标", "三级指标", "关键词", "项目类型"]);
    for (number, row) in (2..).zip(rows) {
        loader.row(number, row);
    }
    loader.finish().unwrap_or_else(|error| panic!("{error}"))
}

fn found(library: &Library, text: &str) -> Vec<(Way, String)> {
    library.search(Query::new(text), 9).iter().map(|hit| (hit.way, hit.entry.name.clone())).collect()
}

#[test]
fn each_way_of_finding_a_row_is_told() {
    let library = library(&[["数量", "培训人次", "受训人数", "会议"], ["质量", "返修率", "", "通用"]]);
    for (text, way) in [
        ("培训人次", Way::Name),
        ("培训", Way::Start),
        ("会议", Way::Category),
        ("huiyi", Way::Category),
        ("人次", Way::Within),
        ("peixun", Way::SpeltStart),
        ("pxrc", Way::SpeltStart),
        ("p", Way::SpeltStart),
        ("人数", Way::Keyword),
        ("renci", Way::SpeltWithin),
        ("shouxun", Way::SpeltKeyword),
        ("培次", Way::InOrder),
        ("pr", Way::InitialsInOrder),
        ("人次培训了", Way::Within),
    ] {
        let expected = if text == "人次培训了" { Way::Words } else { way };
        assert_eq!(found(&library, text), [(expected, "培训人次".to_owned())], "{text}");
    }
    assert_eq!(found(&library, "返工"), []);
    assert_eq!(found(&library, "xyz"), []);
}

#[test]
fn the_better_way_comes_first_and_short_names_come_first_within_one() {
    let library = library(&[
        ["数量", "验收设备数量", "", "通用"],
        ["质量", "设备验收合格率", "", "通用"],
        ["数量", "购置设备数量", "", "通用"],
        ["质量", "完好率", "设备", "通用"],
        ["数量", "设备", "", "通用"],
    ]);
    let names: Vec<String> = found(&library, "设备").into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["设备", "设备验收合格率", "购置设备数量", "验收设备数量", "完好率"]);
}

#[test]
fn rows_in_which_all_parts_are_found_come_first() {
    let library = library(&[["数量", "培训人次", "", "通用"], ["数量", "参会人次", "", "通用"]]);
    let both = [(Way::Within, "培训人次".to_owned()), (Way::Words, "参会人次".to_owned())];
    assert_eq!(found(&library, "培训 人次"), both);
    assert_eq!(found(&library, "pei xun ren ci"), [(Way::SpeltWithin, "培训人次".to_owned())]);
}

#[test]
fn a_query_keeps_to_its_level_and_category() {
    let library = library(&[
        ["数量", "培训人次", "", "培训"],
        ["经济成本", "培训成本", "", "培训"],
        ["社会成本", "培训占用", "", "会议"],
    ]);
    let of = |level, category, text| {
        let hits = library.search(Query { text, level, category }, 9);
        hits.iter().map(|hit| hit.entry.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of(Some(LevelTwo::Quantity), None, "培训"), ["培训人次"]);
    // The one cost of the 2015 frame is money.
    assert_eq!(of(Some(LevelTwo::Cost), None, "培训"), ["培训成本"]);
    assert_eq!(of(None, Some("training"), ""), ["培训人次", "培训成本"]);
    assert_eq!(of(None, Some("会议"), "培训"), ["培训占用"]);
    assert_eq!(of(None, Some("没有"), "培训"), [""; 0]);
}

#[test]
fn no_more_rows_are_given_than_asked_for() {
    let library = Library::builtin();
    assert_eq!(library.search(Query::new("率"), 7).len(), 7);
    assert_eq!(library.search(Query::new("率"), 0).len(), 0);
}

#[test]
fn the_name_of_a_category_finds_its_rows_the_common_ones_first() {
    let library = Library::builtin();
    for category in library.categories() {
        let text = &category.label.zh;
        let hits = library.search(Query::new(text), usize::MAX);
        for entry in library.list(None, Some(&category.id)) {
            assert!(hits.iter().any(|hit| std::ptr::eq(hit.entry, entry)), "{text}: {}", entry.name);
        }
        let listed: Vec<bool> =
            hits.iter().filter(|hit| hit.way == Way::Category).map(|hit| hit.entry.common).collect();
        assert!(listed.is_sorted_by(|a, b| a >= b), "{text}");
    }
    for text in ["水利", "shuili", "Water", "water"] {
        let hits = library.search(Query::new(text), 30);
        let listed = hits.iter().filter(|hit| hit.way == Way::Category).count();
        assert!(listed >= 15, "{text}: {listed}");
    }
}

#[test]
fn rows_that_somebody_loaded_come_before_those_of_this_project() {
    let own = library(&[["数量", "培训干部教师辅导员总人次", "", "培训"]]);
    let library = own.joined(&Library::builtin());
    assert_eq!(found(&library, "培训")[0].1, "培训干部教师辅导员总人次");
}

/// What people look for, and what must be among the first three.
const LOOKED_FOR: &[(&str, &str)] = &[
    // Other words for the same thing.
    ("培训人数", "培训人次"),
    ("参训人数", "培训人次"),
    ("会议次数", "召开会议场次"),
    ("修路", "道路建设长度"),
    ("通组路", "道路建设长度"),
    ("道路硬化", "硬化路面面积"),
    ("树木成活率", "苗木成活率"),
    ("助学金", "资助学生人数"),
    ("营养餐", "享受营养改善计划学生数"),
    ("村干部", "发放报酬的村（社区）干部人数"),
    ("水标尺", "安装计量（监测）设施数量"),
    ("雪亮", "视频监控联网路数"),
    ("禁捕", "补贴（退捕）渔船（渔民）数量"),
    ("航时", "飞机巡护（作业）飞行时长"),
    ("测报员", "选聘调查（监测）员数量"),
    ("投保面积", "农业保险承保面积（头数）"),
    ("雾炮车", "配备作业车辆数量"),
    ("完成及时性", "项目完成时间"),
    ("成本控制率", "项目成本节约率"),
    ("保洁面积", "清扫保洁面积"),
    ("污水处理", "污水处理量"),
    ("受益贫困人口", "受益脱贫人口（监测对象）数"),
    // Part of the name.
    ("知晓率", "政策知晓率"),
    ("低保", "低保（特困）保障人数"),
    ("护林员", "聘用护林员人数"),
    ("危房", "改造农村危房户数"),
    ("放大倍数", "担保基金放大倍数"),
    ("验收合格", "设备验收合格率"),
    ("MQI", "公路技术状况指数（MQI）"),
    // Characters with others between them.
    ("故障时间", "故障恢复时间"),
    ("考核合格", "参训人员考核合格率"),
    // Pinyin: in full, in part, by initials, with characters between, with readings that differ.
    ("peixun", "培训人次"),
    ("peixunr", "培训人次"),
    ("pxrc", "培训人次"),
    ("培xrc", "培训人次"),
    ("zhixiaolv", "政策知晓率"),
    ("zhixiaolu", "政策知晓率"),
    ("chengbenjieyue", "项目成本节约率"),
    ("chongjian", "倒损住房恢复重建户数"),
    ("zhongdayinhuan", "重大隐患整改率"),
    ("xshmyd", "学生满意度"),
    ("xsfwmj", "修缮房屋面积"),
    // Several parts.
    ("设备 完好", "设施设备完好率"),
    ("学生 满意", "学生满意度"),
    ("dangan zhengli", "整理归档档案数量"),
];

#[test]
fn people_find_what_they_look_for() {
    let library = Library::builtin();
    let missed: Vec<String> = LOOKED_FOR
        .iter()
        .filter_map(|(text, wanted)| {
            let hits = library.search(Query::new(text), 3);
            let names: Vec<&str> = hits.iter().map(|hit| hit.entry.name.as_str()).collect();
            (!names.contains(wanted)).then(|| format!("{text}: {names:?}, not {wanted}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
