//! Indicators that belong to another project.
//!
//! A row is held against all that describes the project. What may stand in any table is cut out first (验收合格率,
//! 群众满意度 say nothing of a subject); what is left is compared letter by letter, and by the subjects that its words
//! name. A single row is found only where it names a subject that the project does not; a whole table, where hardly
//! a row has a word in common with the project.

use crate::{prelude::*, row, subject};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("indicator-foreign"),
    dimension: Dimension::Relevance,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[
        Need::Words("void-words"),
        Need::Words("group-words"),
        Need::Words("topics"),
        Need::Words("person-pay"),
        Need::Words("ecology-words"),
        Need::Number("foreign-rows"),
        Need::Number("foreign-share"),
    ],
    messages: &[
        ("indicator-foreign", &["indicator", "words", "about"]),
        ("indicator-foreign-table", &["list", "about"]),
        ("indicator-foreign-ecology", &["indicator", "about"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成全县320公里农村公路日常养护，修补破损路面，清理边沟，保障路况优良，方便沿线村民出行。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '修补沥青路面面积'\ntarget = '≥5000平方米'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '免疫接种疫苗剂次'\ntarget = '≥5000剂'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '城乡居民高龄津贴'\nyear-goal = '为全县80周岁以上老人按月发放高龄津贴，全年发放2.6万人次。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '高龄津贴发放人数'\ntarget = '2200人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '孤儿生活费保障人数'\ntarget = '310人'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '中小学食堂供餐补助'\nyear-goal = '为全县46所学校1.2万名学生每学年供餐200天，食材抽检合格。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '普法讲座场次'\ntarget = '12场'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '调解纠纷件数'\ntarget = '300件'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '法律援助案件结案率'\ntarget = '≥90%'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '质量指标'\nlevel-3 = '验收合格率'\ntarget = '100%'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '离任村干部生活补助'\nyear-goal = '为全镇96名离任村干部按季发放生活补助。'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '生态效益指标'\nlevel-3 = '改善生态环境'\ntarget = '有所改善'",
        ),
        Example::clean(
            "[cells]\nproject-name = '生态护林员劳务补助'\nyear-goal = '为全县310名生态护林员发放劳务补助，管护林地42万亩。'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '生态效益指标'\nlevel-3 = '管护区内乱砍滥伐案件'\ntarget = '0起'",
        ),
        Example::clean(
            "[cells]\nproject-name = '困境儿童关爱保障经费'\nyear-goal = '保障困境儿童基本生活。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '孤儿生活费保障人数'\ntarget = '310人'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '困境儿童探访人数'\ntarget = '520人'",
        ),
        Example::clean(
            "[cells]\nproject-name = '滨河路下穿通道工程'\nyear-goal = '连通河岸两侧街区，完善路网，减轻东桥高峰拥堵，方便居民往来。'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '安装路灯盏数'\ntarget = '72盏'\n[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '雨水管道长度'\ntarget = '1160米'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\nyear-goal = '完成全县320公里农村公路日常养护。'\n[[rows]]\nlevel-1 = '效益指标'\nlevel-2 = '经济效益指标'\nlevel-3 = '沿线茶叶运输成本'\ntarget = '下降10%'",
        ),
        Example::clean(
            "[[rows]]\nlevel-1 = '产出指标'\nlevel-2 = '数量指标'\nlevel-3 = '免疫接种疫苗剂次'\ntarget = '≥5000剂'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    if let Some(list) = foreign_table(view)? {
        let args = [("list", Arg::Text(list)), ("about", Arg::Text(subject::about(view)))];
        sink.report(view.at_indicators(), "indicator-foreign-table", args);
        return Ok(());
    }
    view.each_apart(sink, foreign_row)
}

/// A row that names a subject which the project does not.
fn foreign_row(view: &View<'_>, indicator: &Indicator<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let topics = &view.book.vocabulary.topics;
    let (key, words) = if is_an_ecology_of_pay(view, indicator) {
        ("indicator-foreign-ecology", "")
    } else {
        let (named, word) = topics.named(row::bare(indicator.name));
        let Some(word) = word.filter(|_| !is_an_effect(view, indicator)) else { return Ok(()) };
        let subject = view.subject();
        // A project that names no subject of its own may hold anything.
        let subjects = subject.topics();
        if subjects.is_empty() || subjects.meet(named) || subject.shares(view, row::bare(indicator.name)) {
            return Ok(());
        }
        ("indicator-foreign", word)
    };
    let place = view.at_row_cell(indicator, Concept::LevelThree);
    let about = ("about", Arg::Text(subject::about(view)));
    match words {
        "" => sink.report(place, key, [("indicator", view.name(indicator)), about]),
        words => {
            let words = ("words", Arg::Text(words.to_owned()));
            sink.report(place, key, [("indicator", view.name(indicator)), words, about]);
        }
    }
    Ok(())
}

/// The names of a table in which hardly a row has to do with the project.
fn foreign_table(view: &View<'_>) -> Result<Option<String>, Halt> {
    let (least, share) = (view.number("foreign-rows")?, view.number("foreign-share")?);
    let topics = &view.book.vocabulary.topics;
    let rows = i64::try_from(view.rows().len()).unwrap_or(i64::MAX);
    let mut akin: i64 = 0;
    let mut elsewhere: i64 = 0;
    let mut foreign: Vec<&str> = Vec::new();
    for indicator in view.indicators() {
        let name = row::bare(indicator.name);
        if subject::own_words(view, name).next().is_none() {
            continue;
        }
        if view.subject().is_akin(view, name) {
            akin = akin.saturating_add(1);
            // Enough rows that belong here, whatever the others are.
            if Number::whole(akin.saturating_mul(100)) > share.times(Number::whole(rows))? {
                return Ok(None);
            }
        } else {
            elsewhere = elsewhere.saturating_add(i64::from(topics.named(name).1.is_some()));
            foreign.push(name);
        }
    }
    let count = i64::try_from(foreign.len()).unwrap_or(i64::MAX);
    let few = Number::whole(akin.saturating_mul(100)) <= share.times(Number::whole(count.saturating_add(akin)))?;
    // Other words alone prove nothing: a project that holds a conference may call it a forum in its name. Some rows
    // have to name a subject of their own.
    let told = elsewhere >= NAMED_ELSEWHERE && Number::whole(count) >= least;
    if !few || !told || subject::letters_of(about_words(view)) < LEAST_LETTERS {
        return Ok(None);
    }
    Ok(Some(subject::said(foreign.into_iter())))
}

/// Rows that name a subject which the project does not.
const NAMED_ELSEWHERE: i64 = 2;

/// Letters of words that say what a project is about; with fewer nobody knows.
const LEAST_LETTERS: usize = 4;

fn about_words<'v>(view: &'v View<'_>) -> impl Iterator<Item = &'v str> {
    let texts = [Concept::ProjectName, Concept::YearGoal, Concept::WholeGoal].map(|concept| view.reading.text(concept));
    texts.into_iter().flat_map(|text| subject::own_words(view, text))
}

/// Rows that tell of effects, which may show anywhere: what a road changes is sales, and air, and jobs.
fn is_an_effect(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    row::level_one(view, indicator) == Some(LevelOne::Benefit)
}

/// Whether a project that pays people is to be good for nature.
fn is_an_ecology_of_pay(view: &View<'_>, indicator: &Indicator<'_>) -> bool {
    let stated = || matches!(indicator.target, Known::Answered(_)) && indicator.name.chars().any(row::is_letter);
    if !row::is_under(indicator, LevelTwo::EcologicalBenefit) || !stated() {
        return false;
    }
    let texts = [Concept::ProjectName, Concept::YearGoal, Concept::WholeGoal, Concept::Overview];
    let ecology = view.words("ecology-words");
    view.words("person-pay").is_in(view.reading.text(Concept::ProjectName))
        && !texts.iter().any(|concept| ecology.is_in(view.reading.text(*concept)))
        && !indicator.name.contains("不适用")
}
