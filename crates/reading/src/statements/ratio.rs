//! Shares and growth rates beside the figures that they are computed from: `预算100万元,支出90万元,执行率90%`.

use std::ops::Range;

use jibiao_model::{Number, Rounding};

use super::{Aspect, Statement, Statements, account::sentences, grain, same_kin, value};

/// A percentage that does not follow from the two figures that the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatioOff {
    /// The percentage, as an index of the statements; so are part and whole.
    pub ratio: usize,
    pub part: usize,
    pub whole: usize,
    /// What the percentage should be, to two decimals.
    pub computed: Number,
    /// The percentage is by how much `whole` grew or fell: `part` is counted on the figure before.
    pub growth: bool,
}

/// More figures than this in one sentence are a table.
const LONGEST: usize = 32;

impl Statements {
    /// The percentages of a text that do not follow from the figures beside them.
    pub fn ratios_off(&self, text: &str) -> Vec<RatioOff> {
        let mut found = Vec::new();
        if !self.items.iter().any(is_percent) {
            return found;
        }
        for sentence in sentences(&self.items) {
            if sentence.len() > LONGEST {
                continue;
            }
            for index in sentence.clone() {
                let Some(ratio) = self.items.get(index).filter(|item| is_percent(item) && item.operator.is_none())
                else {
                    continue;
                };
                let label = text.get(ratio.label.clone()).unwrap_or_default();
                let off = if ratio.aspects.has(Aspect::Share) || label.trim() == "的" {
                    self.share_off(text, index, label, &sentence)
                        .or_else(|| self.named_share_off(text, index, label, &sentence))
                        .or_else(|| self.listed_share_off(index, label))
                } else if ratio.aspects.any(&[Aspect::Change, Aspect::Added, Aspect::Cut]) {
                    self.growth_off(index, label)
                } else {
                    self.rate_off(index, label, &sentence)
                };
                found.extend(off);
            }
        }
        found
    }

    /// `支出90万元,占预算100万元的90%`.
    fn share_off(&self, text: &str, index: usize, label: &str, sentence: &Range<usize>) -> Option<RatioOff> {
        let ratio = self.items.get(index)?;
        // The whole stands in the same clause, right before: 占总投资500万元的60%, 为年度任务4万亩的105%.
        let at = index.checked_sub(1).filter(|at| sentence.contains(at))?;
        let whole = self.items.get(at).filter(|whole| whole.clause == ratio.clause)?;
        let named = text.get(whole.label.clone()).is_some_and(|words| words.starts_with(['为', '是']));
        let is_whole = whole.aspects.has(Aspect::Share) || (named && whole.aspects.has(Aspect::Planned));
        if !is_whole {
            return None;
        }
        if label.trim() != "的" || whole.operator.is_some() || is_percent(whole) {
            return None;
        }
        let part =
            self.before(at, sentence, |item| !item.aspects.any(&[Aspect::Share, Aspect::Change, Aspect::Each]))?;
        let any = (sentence.start..at).any(|part| self.follows(part, at, index) == Some(true));
        if any { None } else { self.ratio_off(index, part, at) }
    }

    /// `支出合计1450万元,其中基本支出900万元,占62%`: of the whole of which the figure before is a part.
    fn listed_share_off(&self, index: usize, label: &str) -> Option<RatioOff> {
        if !matches!(label.trim(), "占" | "占比" | "占比为" | "占比达" | "占总额的" | "占总数的") {
            return None;
        }
        let part = index.checked_sub(1)?;
        let same = |at: usize| self.items.get(at).map(|item| (item.sentence, item.depth));
        let listing =
            self.listings.iter().find(|listing| listing.parts.contains(&part) && same(part) == same(index))?;
        let mut wholes = [&listing.whole].into_iter().chain(&listing.others);
        let any = wholes.any(|whole| self.follows(part, *whole, index) == Some(true));
        if any { None } else { self.ratio_off(index, part, listing.whole) }
    }

    /// `总投资500万元,其中中央资金300万元,占总投资的60%`: the whole is named, and stands before.
    fn named_share_off(&self, text: &str, index: usize, label: &str, sentence: &Range<usize>) -> Option<RatioOff> {
        /// In bytes: two characters.
        const SHORTEST: usize = 6;
        let name = label.strip_prefix('占')?.strip_suffix('的')?.trim_start_matches(['本', '该']);
        let ratio = self.items.get(index)?;
        let part = (sentence.start..index)
            .rev()
            .find(|at| self.items.get(*at).is_some_and(|item| item.depth == ratio.depth && !is_percent(item)))?;
        let own = self.items.get(part)?;
        let named = |item: &Statement| {
            let words = text.get(item.label.clone()).unwrap_or_default();
            let words = words.trim_end_matches(['为', '是', '共', '约', '达']);
            words.ends_with(name) && same_kin(item.unit.as_ref(), own.unit.as_ref())
        };
        let mut wholes = (0..part).filter(|at| self.items.get(*at).is_some_and(named));
        let whole = wholes.next().filter(|_| name.len() >= SHORTEST && wholes.next().is_none())?;
        let any = (sentence.start..index).any(|part| self.follows(part, whole, index) == Some(true));
        if any { None } else { self.ratio_off(index, part, whole) }
    }

    /// `预算100万元,支出90万元,执行率90%`: one figure of each role, and no other pair that gives the rate.
    fn rate_off(&self, index: usize, label: &str, sentence: &Range<usize>) -> Option<RatioOff> {
        use Aspect::{Adjusted, Budget, Done, Granted, Initial, Left, Missing, Planned, Received, Spent};
        type Roles = &'static [Aspect];
        const RATES: &[(&str, Roles, Roles)] = &[
            ("执行率", &[Spent], &[Budget, Granted, Received, Adjusted, Initial]),
            ("支出率", &[Spent], &[Budget, Granted, Received, Adjusted, Initial]),
            ("支付率", &[Spent], &[Budget, Granted, Received, Adjusted, Initial]),
            ("使用率", &[Spent], &[Budget, Granted, Received, Adjusted, Initial]),
            ("拨付率", &[Spent], &[Budget, Granted, Received, Adjusted, Initial]),
            ("到位率", &[Received], &[Budget, Granted, Planned]),
            ("完成率", &[Done], &[Planned]),
            ("完工率", &[Done], &[Planned]),
        ];
        let core = label.trim_end_matches(['为', '达', '到', '是', '约', ' ']);
        let (_, parts, wholes) = RATES.iter().find(|(name, ..)| core.ends_with(name))?;
        let before = || sentence.start..index;
        let is = |at: usize, roles: Roles, others: Roles| {
            self.items.get(at).is_some_and(|item| {
                item.aspects.any(roles)
                    && !item.aspects.any(others)
                    && !item.aspects.any(&[Left, Missing])
                    && item.depth == 0
            })
        };
        let part = only(before().filter(|at| is(*at, parts, if *parts == [Spent] { &[Budget] } else { wholes })))?;
        let own = self.items.get(part)?;
        let kin = |at: &usize| self.items.get(*at).is_some_and(|item| same_kin(item.unit.as_ref(), own.unit.as_ref()));
        let whole = only(before().filter(|at| *at != part && is(*at, wholes, &[])).filter(kin))?;
        let any = before().any(|at| before().any(|other| at != other && self.follows(at, other, index) == Some(true)));
        if any { None } else { self.ratio_off(index, part, whole) }
    }

    /// `792万元,比上年增加189万元,增长31%`: the growth is counted on the figure of last year.
    fn growth_off(&self, index: usize, label: &str) -> Option<RatioOff> {
        const WORDS: &[&str] = &["增长", "增加", "下降", "减少", "降低", "上升", "提高", "增幅", "降幅"];
        let word = label.trim_end_matches(['为', '达', '了', ' ']);
        if !WORDS.contains(&word) {
            return None;
        }
        let at = index.checked_sub(1)?;
        let ratio = self.items.get(index)?;
        let change = self.items.get(at).filter(|item| {
            item.sentence == ratio.sentence
                && item.aspects.has(Aspect::Change)
                && !is_percent(item)
                && item.operator.is_none()
        })?;
        let down = change.aspects.has(Aspect::Cut);
        let earlier = self.items.get(..at)?.iter().enumerate().rev();
        let mut kin =
            earlier.take_while(|(_, item)| item.sentence.saturating_add(1) >= ratio.sentence).filter(|(_, item)| {
                same_kin(item.unit.as_ref(), change.unit.as_ref()) && !item.aspects.has(Aspect::Change)
            });
        let (now, figure) = kin.next()?;
        // Two figures that may be meant, as 收、支: nothing certain.
        if kin.next().is_some_and(|(_, other)| value(other) != value(figure)) {
            return None;
        }
        let (now_value, change_value) = (value(figure)?, value(change)?);
        let base = if down { now_value.plus(change_value) } else { now_value.minus(change_value) }.ok()?;
        let off = |whole: Number| differs(percent(change_value, whole)?, ratio);
        if base.is_zero() || base.is_negative() || !off(base)? {
            return None;
        }
        let computed = percent(change_value, base)?.rounded(2, Rounding::HalfUp);
        Some(RatioOff { ratio: index, part: at, whole: now, computed, growth: true })
    }

    /// The nearest figure before one, of the same kind, in the sentence.
    fn before(&self, at: usize, sentence: &Range<usize>, fits: impl Fn(&Statement) -> bool) -> Option<usize> {
        let own = self.items.get(at)?;
        (sentence.start..at).rev().find(|index| {
            self.items.get(*index).is_some_and(|item| {
                same_kin(item.unit.as_ref(), own.unit.as_ref()) && item.depth == own.depth && fits(item)
            })
        })
    }

    /// Whether a percentage follows from two figures; `None` where they are of different kinds.
    fn follows(&self, part: usize, whole: usize, ratio: usize) -> Option<bool> {
        let (part, whole, ratio) = (self.items.get(part)?, self.items.get(whole)?, self.items.get(ratio)?);
        let kin = same_kin(part.unit.as_ref(), whole.unit.as_ref()) && !is_percent(part);
        kin.then(|| differs(percent(value(part)?, value(whole)?)?, ratio)).flatten().map(|off| !off)
    }

    fn ratio_off(&self, ratio: usize, part: usize, whole: usize) -> Option<RatioOff> {
        let computed = percent(value(self.items.get(part)?)?, value(self.items.get(whole)?)?)?;
        let own = self.items.get(ratio)?;
        let rough = self.items.get(part)?.approximate || self.items.get(whole)?.approximate || own.approximate;
        let off = !rough && differs(computed, own)?;
        off.then(|| RatioOff { ratio, part, whole, computed: computed.rounded(2, Rounding::HalfUp), growth: false })
    }
}

fn is_percent(item: &Statement) -> bool {
    item.unit.as_ref().is_some_and(|unit| unit.text == "%")
}

/// The only one of several.
fn only(mut found: impl Iterator<Item = usize>) -> Option<usize> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn percent(part: Number, whole: Number) -> Option<Number> {
    part.times(Number::HUNDRED).ok()?.over(whole).ok()
}

/// Whether a percentage differs from the computed one by more than a rounding of its last digit, up or down.
fn differs(computed: Number, ratio: &Statement) -> Option<bool> {
    Some(computed.minus(ratio.number).ok()?.magnitude() >= grain(ratio)?)
}
