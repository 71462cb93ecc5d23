use jibiao_model::LevelTwo;

use super::*;

/// Project, goal, level, and a row that must be among the first three.
const PROJECTS: &[(&str, &str, LevelTwo, &str)] = {
    use LevelTwo::*;
    &[
        ("全县干部教育培训经费", "举办培训班5期，培训干部300人次", Quantity, "培训人次"),
        ("办公大楼物业服务费", "", EconomicCost, "每平方米月物业费"),
        ("镇政府办公楼屋面维修", "", Quantity, "修缮房屋面积"),
        ("公共安全视频监控建设项目（雪亮工程）", "", Quantity, "视频监控联网路数"),
        ("农村义务教育薄弱学校改造补助资金", "", Quantity, "改善办学条件学校数量"),
        ("义务教育营养改善计划专项资金", "", Quantity, "享受营养改善计划学生数"),
        ("普惠金融发展专项资金", "创业担保贷款发放额稳步增长", Quantity, "创业担保贷款发放额"),
        ("农村危房改造补助资金", "", Quantity, "改造农村危房户数"),
        ("2023年高龄补贴", "", Quantity, "发放高龄补贴人数"),
        ("市级森林防火补助经费", "", SocialBenefit, "森林火灾发生次数"),
        ("高其坑通组道路工程", "硬化道路0.565公里", Quantity, "硬化路面面积"),
        ("国际网球公开赛", "", Quantity, "参赛队伍（运动员）数量"),
        ("残疾人康复项目", "", Quality, "残疾人接受康复服务率"),
        ("政府购买社工服务", "", Quality, "服务考核得分"),
        ("镇生活污水处理厂运行项目", "", EconomicCost, "吨水处理成本"),
        ("公交低票价运营补贴", "", Quantity, "公交（客运）运营补贴车辆数"),
        ("区纪委办案经费", "", Quantity, "立案审查调查数量"),
        ("第七次人口普查", "", Quantity, "调查样本（户、单位）数量"),
        ("县级储备粮费用", "", Quantity, "县级储备粮（物资）储备规模"),
        ("政务网站及业务系统运行维护", "", Timeliness, "故障响应时间"),
    ]
};

#[test]
fn a_project_is_offered_rows_that_suit_it() {
    let library = Library::builtin();
    let missed: Vec<String> = PROJECTS
        .iter()
        .filter_map(|(project, goal, level, wanted)| {
            let hits = library.suggest(project, goal, Some(*level), 3);
            let names: Vec<&str> = hits.iter().map(|hit| hit.entry.name.as_str()).collect();
            (!names.contains(wanted)).then(|| format!("{project}: {names:?}, not {wanted}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn rows_of_another_business_stay_out_of_the_first_ten() {
    let library = Library::builtin();
    for (project, foreign) in [
        ("办公大楼物业服务费", &["education", "health", "forestry", "emergency"][..]),
        ("农村公路养护工程", &["education", "health", "welfare", "culture"]),
        ("营造林建设项目", &["education", "health", "transport", "culture"]),
    ] {
        for hit in library.suggest(project, "", None, 10) {
            let of: Vec<&str> = library.categories_of(hit.entry).map(|category| category.id.as_str()).collect();
            assert!(!of.iter().any(|id| foreign.contains(id)), "{project}: {} {of:?}", hit.entry.name);
        }
    }
}

#[test]
fn nothing_is_offered_for_nothing_but_what_fits_all() {
    let library = Library::builtin();
    for text in ["", "　", "……", "xyz"] {
        assert!(library.suggest(text, text, None, 99).iter().all(|hit| hit.entry.categories.is_empty()), "{text}");
    }
}

/// Project, level, name and target as published; the row that shows how to say it, or blank where none is near.
const VAGUE: &[(&str, Option<LevelTwo>, &str, &str, &str)] = {
    use LevelTwo::*;
    &[
        ("下立交工程", Some(Timeliness), "项目完成及时性", "及时", "项目完成时间"),
        ("下立交工程", Some(EcologicalCost), "文明施工情况", "可控", "施工扬尘噪声处罚次数"),
        ("下立交工程", Some(Sustainability), "长效管理制度健全性", "健全", "建立（修订）管理制度数量"),
        ("拆违经费", Some(SocialBenefit), "群众政策知晓度", "较高", "政策知晓率"),
        ("拆违经费", Some(Timeliness), "新增违建处置率", "及时", "新增违建处置时限"),
        ("体育公开赛", Some(Quality), "赛事完成率", "完成", "活动按方案完成率"),
        ("干部培训", Some(Quantity), "培训人数", "按计划", "培训人次"),
        ("干部能力提升", Some(Timeliness), "培训完成及时性", "及时", "培训完成时间"),
        ("干部培训", Some(Quality), "培训合格率", "达标", "参训人员考核合格率"),
        ("消防改造工程", Some(Timeliness), "工程完工时间", "按时", "修缮工程完工时间"),
        ("村组干部报酬", Some(EconomicBenefit), "促进村集体经济发展", "有效促进", "村集体经济年收益"),
        ("森林防火经费", Some(EcologicalBenefit), "森林火灾受害面积", "减少", "森林火灾受害率"),
        ("美丽乡村项目", Some(Quantity), "指标3：完成农村户用厕所改造数量", "完成", "改造农村户用厕所户数"),
        ("教育基建", Some(Cost), "建设项目总成本", "不超预算", "单项工程造价"),
        ("通组路工程", None, "道路硬化", "完成", "硬化路面面积"),
        ("下立交工程", Some(ServiceSatisfaction), "受益群众满意度", "满意", "工程受益群众满意度"),
        // Nothing is near.
        ("下立交工程", Some(SocialBenefit), "景观", "提升", ""),
        ("网球公开赛", Some(Sustainability), "打造系列知名品牌", "影响可持续", ""),
        ("", Some(Quality), "88", "100", ""),
        ("", None, "", "", ""),
    ]
};

#[test]
fn a_vague_row_is_shown_how_to_say_it() {
    let library = Library::builtin();
    let missed: Vec<String> = VAGUE
        .iter()
        .filter_map(|(project, level, name, target, wanted)| {
            let better = library.better(Vague { project, name, level: *level, target });
            let found = better.map_or("", |entry| &entry.name);
            (found != *wanted).then(|| format!("{project} {name}: {found}, not {wanted}"))
        })
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_row_without_a_sign_shows_nobody_how() {
    let mut loader = crate::Loader::new();
    loader.row(1, &["二级指标", "三级指标", "方向"]);
    loader.row(2, &["数量", "放映电影", ""]);
    let library = loader.finish().unwrap();
    let vague = Vague { name: "放映电影", ..Vague::default() };
    assert_eq!(library.better(vague), None);
    assert_eq!(library.entries()[0].pattern, "");
}

#[test]
fn every_row_is_found_by_its_own_name_and_is_the_better_row_for_it() {
    let library = Library::builtin();
    for entry in library.entries() {
        let hits = library.search(crate::Query::new(&entry.name), 1);
        assert!(hits.first().is_some_and(|hit| std::ptr::eq(hit.entry, entry)), "{}", entry.name);
        let vague = Vague { name: &entry.name, level: Some(entry.level), target: "有效提升", project: "" };
        let better = library.better(vague).map_or("", |better| &better.name);
        assert_eq!(better, entry.name);
    }
}
