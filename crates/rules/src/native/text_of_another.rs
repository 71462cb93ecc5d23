//! Words of another place, fund or purpose that were left in a text.

use jibiao_reading::{Pairs, Subjects, terms};

use crate::{prelude::*, row, subject};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("text-of-another"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[
        Need::Words("void-words"),
        Need::Words("group-words"),
        Need::Words("topics"),
        Need::Words("towns"),
        Need::Words("goal-verbs"),
        Need::Words("light-verbs"),
        Need::Words("villages"),
        Need::Words("no-villages"),
        Need::Words("fund-moves"),
    ],
    messages: &[
        ("text-of-another-place", &["cell", "found", "own"]),
        ("text-of-another-fund", &["cell", "found", "about"]),
        ("text-of-another-purpose", &["cell", "found", "about"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nproject-name = '村级运转经费'\nimplementing-unit = '青石桥镇人民政府'\nyear-goal = '落实白马滩镇人民政府村账代管制度，全年拨付15个村运转经费。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nproject-name = '柳河镇东岭村道路硬化项目'\nnecessity = '硬化道路是西沟村群众多年的期盼。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nproject-name = '柳河镇东岭村绿化项目'\noverview = '在柳河镇东玲村沿线栽植行道树3500株。'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '校园足球联赛经费'\nyear-goal = '使用上年结转的全民阅读项目资金，年内办完赛事。'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\nproject-name = '县城视频监控联网项目'\nyear-goal = '新建治安监控点位120处。'\noverview = '下达我县用于疫情防控的视频监控联网项目预算300万元。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '村级运转经费'\nimplementing-unit = '青石桥镇人民政府'\nyear-goal = '落实青石桥镇人民政府村账代管制度，全镇15个行政村村民满意度达到90%。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nproject-name = '柳河镇东岭村道路硬化项目'\nnecessity = '道路连接西沟村，惠及东岭村、南湾村群众3000人；脱贫村群众出行更加方便。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '农村公路养护项目'\nimplementing-unit = '某县交通运输局'\nyear-goal = '在柳河镇、青石桥镇养护县道46公里，方便柳河镇群众出行。'",
        ),
        Example::clean(
            "[cells]\nproject-name = '东岭村道路硬化项目'\nyear-goal = '使用上年结转的财政专项扶贫资金，硬化道路2公里。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\nproject-name = '基层卫生应急能力建设'\nyear-goal = '储备防护物资2万件。'\noverview = '下达我县用于疫情防控的物资储备预算300万元。'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let head = [Concept::ProjectName, Concept::ImplementingUnit, Concept::Department];
    let head = head.map(|concept| view.reading.text(concept));
    let towns = Places::of(view, &head, TOWN);
    let villages = Places::of(view, &head, VILLAGE);
    for (cell, text) in view.texts() {
        if cell.concept == Some(Concept::OtherNotes) {
            continue;
        }
        let place = towns.another(view, text, "towns").or_else(|| villages.another(view, text, "villages"));
        let place = place.or_else(|| villages.below(view, text, &towns));
        if let Some((found, own)) = place {
            let args = [("cell", Arg::Cell(cell.id.clone())), ("found", Arg::Text(found)), ("own", Arg::Text(own))];
            sink.report(view.at_cell(&cell.id), "text-of-another-place", args);
            continue;
        }
        let goal = matches!(cell.concept, Some(Concept::YearGoal | Concept::WholeGoal));
        let found = fund(view, text, goal).map(|found| ("text-of-another-fund", found));
        let found = found.or_else(|| purpose(view, text).map(|found| ("text-of-another-purpose", found)));
        if let Some((key, found)) = found {
            let about = Arg::Text(subject::about(view));
            let args = [("cell", Arg::Cell(cell.id.clone())), ("found", Arg::Text(found.to_owned())), ("about", about)];
            sink.report(view.at_cell(&cell.id), key, args);
        }
    }
    Ok(())
}

const TOWN: &[&str] = &["镇", "乡", "街道"];
const VILLAGE: &[&str] = &["村"];
/// Ends of places of any level: a name begins after one.
const ENDS: &[char] = &['省', '市', '县', '区', '镇', '乡', '村', '州', '旗', '道', '年', '局'];
/// Letters of the longest name looked at, with a verb before it: 推广大栗港镇.
const LONGEST: usize = 6;

/// The places of one level that the form's head names.
struct Places<'d> {
    names: Vec<&'d str>,
    ends: &'static [&'static str],
}

impl<'d> Places<'d> {
    fn of(view: &View<'_>, head: &[&'d str], ends: &'static [&'static str]) -> Self {
        let named =
            head.iter().flat_map(|text| ends.iter().flat_map(|end| text.match_indices(end).map(|at| (*text, at.0))));
        let names = named
            .map(|(text, at)| name_of(view, name_before(text, at)))
            .filter(|name| name.chars().nth(1).is_some())
            .collect();
        Self { names, ends }
    }

    /// A place of this level, told by what follows it, that the head does not name; with the place that it does.
    fn another(&self, view: &View<'_>, text: &str, tails: &'static str) -> Option<(String, String)> {
        self.names.first()?;
        let tails = view.words(tails);
        self.ends.iter().find_map(|end| {
            text.match_indices(end).find_map(|(at, _)| {
                let after = text.get(at.saturating_add(end.len())..)?;
                if tails.starts(after).is_none() && !opens(view, text, at, end) {
                    return None;
                }
                self.foreign(view, text, at, end)
            })
        })
    }

    /// A village right after a town of the head: 柳河镇东玲村.
    fn below(&self, view: &View<'_>, text: &str, towns: &Self) -> Option<(String, String)> {
        self.names.first()?;
        towns.names.iter().find_map(|town| {
            text.match_indices(town).find_map(|(at, _)| {
                let rest = at.saturating_add(town.len());
                let name = towns.ends.iter().find_map(|end| text.get(rest..)?.strip_prefix(end))?;
                let (name, _) = name.split_once("村")?;
                let whole = (2..=LONGEST).contains(&name.chars().count()) && name.chars().all(row::is_letter);
                let from = text.len().saturating_sub(text.get(rest..)?.len());
                let end = text.get(from..)?.find("村")?.saturating_add(from);
                whole.then(|| self.foreign(view, text, end, "村")).flatten()
            })
        })
    }

    fn foreign(&self, view: &View<'_>, text: &str, at: usize, end: &str) -> Option<(String, String)> {
        let before = text.get(..at)?;
        let name = name_before(text, at);
        let listed = before.strip_suffix(name)?.ends_with(['、', '和', '与', '及', '至', '到']);
        let own = self.names.iter().any(|own| before.ends_with(own) || own.ends_with(name_of(view, name)));
        let general = view.words("no-villages").iter().any(|word| name.ends_with(word));
        if listed || general || name.chars().nth(1).is_none() || own {
            return None;
        }
        let name = name_of(view, name);
        let linked = ["连接", "通往", "毗邻", "邻近", "支援", "帮扶", "学习", "参照", "借鉴", "接", "经", "距"];
        if linked.iter().any(|word| name.contains(word) || before.trim_end_matches(name).ends_with(word)) {
            return None;
        }
        Some((format!("{name}{end}"), format!("{}{end}", self.names.first()?)))
    }
}

/// Whether a sentence begins with the name of a town: 白马滩镇列养的公路.
fn opens(view: &View<'_>, text: &str, at: usize, end: &str) -> bool {
    let whole = name_before(text, at);
    // 为柳林镇衬砌渠道: after a word for whom.
    let name = whole.strip_prefix(['为', '给', '对', '向', '在']).unwrap_or(whole);
    let before = text.get(..at.saturating_sub(whole.len())).unwrap_or_default();
    let after = text.get(at.saturating_add(end.len())..).unwrap_or_default();
    let first = before.is_empty() || before.ends_with(['。', '；', '\n']) || name != whole;
    let whole = (2..=3).contains(&name.chars().count()) && terms(name, view.words("void-words")).eq([name]);
    // 小镇街区, 和美乡村, 镇域.
    let compound = after
        .starts_with(['村', '镇', '土', '道', '间', '愁', '贤', '音', '下', '民', '域', '级', '化', '区', '街', '企']);
    // 改善镇容: a verb.
    let verb = view.words("goal-verbs").starts(name).is_some() || view.words("light-verbs").starts(name).is_some();
    matches!(end, "镇" | "乡") && first && whole && !compound && !verb
}

/// The letters before a place's end, back to the end of another place or a sign.
fn name_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or("");
    let from = before
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, letter)| row::is_letter(*letter) && !ENDS.contains(letter))
        .last()
        .map_or(before.len(), |(from, _)| from);
    before.get(from..).unwrap_or("")
}

/// A place's name without what stands before it in its clause: 推广大栗港.
fn name_of<'t>(view: &View<'_>, before: &'t str) -> &'t str {
    terms(before, view.words("void-words")).last().unwrap_or(before)
}

/// A fund that money is said to come from or go to, and that has nothing to do with the project.
fn fund<'t>(view: &View<'_>, text: &'t str, goal: bool) -> Option<&'t str> {
    let moves = view.words("fund-moves");
    let (at, word) = moves.find(text)?;
    let rest = text.get(at.saturating_add(word.len())..)?;
    let clause = rest.get(..rest.find(|c: char| !row::is_letter(c) && !c.is_ascii_digit()).unwrap_or(rest.len()))?;
    let end = ["资金", "经费"].iter().filter_map(|end| clause.find(end)).min()?;
    let named = clause.get(..end)?;
    let name = view.reading.text(Concept::ProjectName);
    let mut own = subject::own_words(view, named).peekable();
    own.peek()?;
    let letters: Vec<char> = name.chars().filter(|letter| row::is_letter(*letter)).collect();
    if subject::own_words(view, name).next().is_none() || own.any(|word| word.chars().any(|c| letters.contains(&c))) {
        return None;
    }
    // A goal has no business with the money of something else; elsewhere a fund may well pay for a project of
    // another name, unless the project is itself a fund.
    let topics = &view.book.vocabulary.topics;
    let (theirs, ours) = (topics.wide(named), topics.wide(name));
    let apart = !theirs.is_empty() && !ours.is_empty() && !theirs.meet(ours);
    let is_fund = ["资金", "经费", "补助", "补贴"].iter().any(|end| name.ends_with(end));
    (goal || (is_fund && apart))
        .then(|| text.get(at..)?.get(..word.len().saturating_add(end).saturating_add(6)))
        .flatten()
}

/// What money is said to be for, where it is something else than the project: 用于疫情防控的视频监控项目.
fn purpose<'t>(view: &View<'_>, text: &'t str) -> Option<&'t str> {
    let topics = &view.book.vocabulary.topics;
    let mut ours: Option<Subjects> = None;
    text.match_indices("用于").find_map(|(at, word)| {
        let rest = text.get(at.saturating_add(word.len())..)?;
        let phrase = rest.get(..rest.find(|c: char| !row::is_letter(c))?)?;
        let (phrase, _) = phrase.split_once('的')?;
        let (theirs, said) = topics.named(phrase);
        said?;
        let ours = *ours.get_or_insert_with(|| of_the_project(view));
        let shared = Pairs::of(&[view.reading.text(Concept::ProjectName)]).shared(phrase).is_some();
        (!ours.is_empty() && !ours.meet(theirs) && !shared).then_some(phrase)
    })
}

/// The subjects of the project by its name, its goals and its indicators.
fn of_the_project(view: &View<'_>) -> Subjects {
    let topics = &view.book.vocabulary.topics;
    let texts = [Concept::ProjectName, Concept::YearGoal, Concept::WholeGoal].map(|concept| view.reading.text(concept));
    let all = texts.into_iter().chain(view.indicators().map(|indicator| indicator.name));
    all.fold(Subjects::default(), |all, text| all.with(topics.wide(text)))
}
