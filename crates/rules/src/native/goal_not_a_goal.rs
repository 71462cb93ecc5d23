//! A goal cell that tells only of money handed down or spent, lists what the money pays for, or reports the past.

use jibiao_reading::WordSet;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("goal-not-a-goal"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[INDICATORS],
    needs: &[
        Need::Words("fund-nouns"),
        Need::Words("fund-verbs"),
        Need::Words("goal-verbs"),
        Need::Words("past-words"),
        Need::Words("use-starts"),
    ],
    messages: &[
        ("goal-not-a-goal-money", &["cell", "goal"]),
        ("goal-not-a-goal-spending", &["cell", "goal"]),
        ("goal-not-a-goal-uses", &["cell", "goal"]),
        ("goal-not-a-goal-past", &["cell", "goal"]),
    ],
    examples: examples![
        Example::finds(1, "[cells]\nyear-goal = '2023年，省里安排我县水毁桥梁修复资金274万元，均已按时拨付到位。'"),
        Example::finds(1, "[cells]\nyear-goal = '因财力不足，结转上年度艺术节项目资金'"),
        Example::finds(1, "[cells]\nyear-goal = '按工作计划完成全区重点工程经费安排'"),
        Example::finds(1, "[cells]\nyear-goal = '及时足额拨付中央补助资金，确保资金按规定使用。'"),
        Example::finds(1, "[cells]\nyear-goal = '主要用于办公费、差旅费、印刷费、会议费等支出。'"),
        Example::finds(1, "[cells]\nyear-goal = '已完成县道大修3条，竣工验收已于10月通过。'"),
        Example::clean("[cells]\nyear-goal = '及时足额拨付补助资金，惠及种粮农户3200户，提高种粮积极性。'"),
        Example::finds(
            1,
            "[cells]\nyear-goal = '2023年，上级共下达我市抗旱补助资金716万元。均在规定时间内全部下达完毕。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '本年度上级下达农田建设补助资金260万元，其中上年结转40万元，资金已全部下达到各镇。'",
        ),
        Example::clean("[cells]\nyear-goal = '村级公益事业补助经费'"),
        Example::clean("[cells]\nyear-goal = '提高资金使用效率，保障机构正常运转。'"),
        Example::clean("[cells]\nyear-goal = '投入资金318万元，新建农村公路12公里。'"),
        Example::clean("[cells]\nyear-goal = '向符合条件的企业兑现奖补资金，支持企业技术改造20家。'"),
        Example::clean("[cells]\nyear-goal = '在已完成一期的基础上，年内完成二期管网5公里。'"),
        Example::clean("[cells]\nyear-goal = '按时发放孤儿基本生活费46人。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for concept in [Concept::YearGoal, Concept::WholeGoal] {
        let Some(cell) = view.form.cell_of(concept) else { continue };
        let text = view.reading.text(concept).trim();
        let Some(key) = defect(view, text) else { continue };
        let goal: String = text.chars().take(QUOTED).collect();
        let goal = if goal.len() < text.len() { goal + "……" } else { goal };
        sink.report(view.at(concept), key, [("cell", Arg::Cell(cell.clone())), ("goal", Arg::Text(goal))]);
    }
    Ok(())
}

/// Characters of the goal that a message quotes.
const QUOTED: usize = 40;

/// What a goal tells instead of a goal.
pub(super) fn defect(view: &View<'_>, text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    // 包括项目总体目标 is the template's own sentence, which another rule reports.
    let templated = text.chars().take(QUOTED).collect::<String>().contains("目标");
    if !templated && view.words("use-starts").iter().any(|word| text.starts_with(word)) {
        return Some("goal-not-a-goal-uses");
    }
    let words =
        Words { nouns: view.words("fund-nouns"), verbs: view.words("fund-verbs"), goals: view.words("goal-verbs") };
    let past = view.words("past-words");
    let (mut money, mut ended) = (false, false);
    for clause in text.split(['，', ',', '；', ';', '。', '\n', '：', ':']).map(unnumbered) {
        // Why money was moved is no goal either.
        if clause.starts_with(['因', '由']) && !words.goals.is_in(clause) && !words.nouns.is_in(clause) {
            ended |= clause.starts_with("因") || clause.starts_with("由于");
            continue;
        }
        match words.of(clause) {
            Clause::Money { done } => {
                money |= done;
                ended |= past.is_in(clause) || clause.starts_with("因");
            }
            Clause::Neutral => {}
            Clause::Goal => return is_past(text, past).then_some("goal-not-a-goal-past"),
        }
    }
    // Whoever counts the money that came tells a fact; whoever promises to spend it means it as a goal.
    let counted = text.contains("万元") || text.contains("亿元") || text.contains(|c: char| c.is_ascii_digit());
    money.then_some(if ended || counted { "goal-not-a-goal-money" } else { "goal-not-a-goal-spending" })
}

/// Whether every sentence reports what was done.
fn is_past(text: &str, past: &WordSet) -> bool {
    let mut clauses = text.split(['，', ',', '；', ';', '。', '\n']).map(unnumbered).filter(|clause| !is_short(clause));
    clauses.clone().next().is_some() && clauses.all(|clause| past.is_in(clause) && !clause.contains("基础上"))
}

enum Clause {
    /// Money comes, goes or is spent; or is only spoken of.
    Money {
        done: bool,
    },
    /// A date, a number, nothing.
    Neutral,
    Goal,
}

struct Words<'v> {
    nouns: &'v WordSet,
    verbs: &'v WordSet,
    goals: &'v WordSet,
}

impl Words<'_> {
    fn of(&self, clause: &str) -> Clause {
        if is_short(clause) {
            return Clause::Neutral;
        }
        let verb = self.verbs.find(clause).map(|(at, _)| at);
        let fund = last(self.nouns, clause);
        // What stands between the verb and the fund is the fund's name: 下达农村公路建设资金.
        let rest = match (verb, fund) {
            (Some(verb), Some(fund)) if verb < fund => [clause.get(..verb), clause.get(fund..)],
            // 下达到 is no 达到.
            (Some(verb), _) if fund.is_some() || !self.obliges(clause, verb) => {
                let after = self.verbs.find(clause).map_or(verb, |(at, word)| at.saturating_add(word.len()));
                [clause.get(..verb), clause.get(after..)]
            }
            (None, Some(_)) => [Some(clause), None],
            _ => return Clause::Goal,
        };
        let goal = rest.into_iter().flatten().any(|part| self.goals.is_in(part));
        if goal { Clause::Goal } else { Clause::Money { done: verb.is_some() } }
    }

    /// 确保, 完成 alone are no words of money.
    fn obliges(&self, clause: &str, verb: usize) -> bool {
        let rest = clause.get(verb..).unwrap_or_default();
        ["完成", "做好", "保障", "保证", "确保", "落实", "执行", "用于", "使用", "安排"]
            .iter()
            .any(|word| rest.starts_with(word))
            && !["下达", "拨付", "拨到", "支付", "到账", "下拨", "到位"].iter().any(|word| rest.contains(word))
    }
}

/// Where the last word of the set ends.
fn last(set: &WordSet, text: &str) -> Option<usize> {
    let (mut end, mut from) = (None, 0_usize);
    while let Some((at, word)) = text.get(from..).and_then(|rest| set.find(rest)) {
        from = from.saturating_add(at).saturating_add(word.len());
        end = Some(from);
    }
    end
}

/// `2023年`, `1`, `全年`: says nothing by itself.
fn is_short(clause: &str) -> bool {
    clause.chars().count() <= 3
        || clause
            .trim_end_matches(['度', '末', '底', '内'])
            .trim_end_matches(['年', '月', '日'])
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '.' | '-' | '—'))
}

/// A clause without the number of a list item before it.
fn unnumbered(clause: &str) -> &str {
    clause
        .trim()
        .trim_start_matches(|c: char| c.is_ascii_digit() && !clause.contains('年'))
        .trim_start_matches(['.', '、', '．', ')', '）', ' '])
}
