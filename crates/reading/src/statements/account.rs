//! Figures of one sentence that the words tie to each other: `年初8个,年中增加8个,共16个`, `到位100万元,支出90万元,结余10万元`.

use jibiao_model::Number;

use super::{Aspect, Aspects, Statement, Statements, grain, listing::adds, same_kin, value};

/// Figures that should come to another one and do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The figure that the words give as the outcome, as an index of the statements.
    pub outcome: usize,
    /// The figures that make it, each with whether it is taken away.
    pub terms: Vec<(usize, bool)>,
    /// What the terms come to, in the base of their units.
    pub result: Number,
}

/// More figures than this in one sentence are a table.
const LONGEST: usize = 24;

impl Statements {
    /// The accounts of a text that do not come out.
    pub fn accounts_off(&self, text: &str) -> Vec<Account> {
        let mut found = Vec::new();
        for sentence in sentences(&self.items) {
            let Some(items) = self.items.get(sentence.clone()) else { continue };
            if items.len() < 3 || items.len() > LONGEST {
                continue;
            }
            let (changed, kept) = roles(items);
            if changed {
                found.extend(self.changed(text, &sentence));
            }
            if kept {
                found.extend(self.kept(&sentence));
            }
        }
        found
    }

    /// 年初, then 增加 or 核减, gives 调整后 or 共.
    fn changed(&self, text: &str, sentence: &std::ops::Range<usize>) -> Option<Account> {
        use Aspect::{Added, Adjusted, Change, Cut, Done, Initial, Planned, Spent, Sum, Whole};
        let plain = |index: &usize| self.items.get(*index).is_some_and(|item| item.depth == 0 && adds(item));
        let first = sentence.clone().find(|index| self.aspects(*index).has(Initial) && plain(index))?;
        let unit = &self.items.get(first)?;
        let own: Vec<usize> = sentence.clone().filter(plain).filter(|index| self.is_one(text, *index, unit)).collect();
        let of = |role: &dyn Fn(Aspects) -> bool| -> Vec<usize> {
            own.iter().copied().filter(|index| role(self.aspects(*index))).collect()
        };
        let initial = of(&|a| a.has(Initial) && !a.any(&[Added, Cut, Adjusted]));
        let added = of(&|a| a.has(Added) && !a.any(&[Change, Adjusted]));
        let cut = of(&|a| a.has(Cut) && !a.any(&[Change, Adjusted, Added]));
        let outcome = of(&|a| a.any(&[Adjusted, Sum, Whole]) && !a.any(&[Initial, Spent]));
        let [outcome] = outcome.as_slice() else { return None };
        let planned = initial.iter().any(|index| self.aspects(*index).has(Planned));
        if initial.is_empty() || (added.is_empty() && cut.is_empty()) || (planned && self.aspects(*outcome).has(Done)) {
            return None;
        }
        let plus = initial.iter().chain(&added).map(|index| (*index, false));
        self.account(*outcome, plus.chain(cut.iter().map(|index| (*index, true))).collect())
    }

    /// What there is, less what was spent, gives what is left.
    fn kept(&self, sentence: &std::ops::Range<usize>) -> Option<Account> {
        use Aspect::{Budget, Earlier, Granted, Initial, Left, Missing, Received, Spent};
        let left = sentence
            .clone()
            .find(|index| self.aspects(*index).has(Left) && !self.aspects(*index).any(&[Initial, Earlier]))?;
        let unit = self.items.get(left)?.unit.as_ref();
        let own: Vec<usize> = sentence
            .clone()
            .filter(|index| {
                self.items.get(*index).is_some_and(|item| item.depth == 0 && same_kin(item.unit.as_ref(), unit))
            })
            .collect();
        if !own.iter().all(|index| self.items.get(*index).is_some_and(adds)) {
            return None;
        }
        let is_left = |index: &usize| self.aspects(*index).has(Left) && !self.aspects(*index).has(Initial);
        let is_spent =
            |index: &usize| self.aspects(*index).has(Spent) && !self.aspects(*index).any(&[Left, Missing, Budget]);
        let is_there = |index: &usize| {
            let aspects = self.aspects(*index);
            aspects.any(&[Budget, Granted, Received, Initial])
                && !aspects.any(&[Missing])
                && !is_left(index)
                && !is_spent(index)
        };
        let spent: Vec<usize> = own.iter().copied().filter(is_spent).collect();
        let there: Vec<usize> = own.iter().copied().filter(is_there).collect();
        let lefts = own.iter().filter(|index| is_left(index)).count();
        let ([spent], 1) = (spent.as_slice(), lefts) else { return None };
        // Any other figure among them may be a term that the words do not name.
        if there.is_empty() || there.len().saturating_add(2) != own.len() || *spent > left {
            return None;
        }
        let less = |plus: &[usize]| -> Vec<(usize, bool)> {
            plus.iter().map(|index| (*index, false)).chain([(*spent, true)]).collect()
        };
        for from in 0..there.len() {
            for to in from.saturating_add(1)..=there.len() {
                let terms = less(there.get(from..to)?);
                self.account(left, terms)?;
            }
        }
        let last = there.last()?;
        self.account(left, less(&[*last]))
    }

    /// The account where it does not come out.
    fn account(&self, outcome: usize, terms: Vec<(usize, bool)>) -> Option<Account> {
        let own = self.items.get(outcome)?;
        let mut result = Number::ZERO;
        let mut latitude = grain(own).filter(|_| own.decimals > 0 || own.approximate).unwrap_or(Number::ZERO);
        for (index, minus) in &terms {
            let item = self.items.get(*index)?;
            let base = value(item)?;
            result = if *minus { result.minus(base).ok()? } else { result.plus(base).ok()? };
            if item.decimals > 0 || item.approximate {
                latitude = latitude.max(grain(item)?);
            }
        }
        let off = result.minus(value(own)?).ok()?.magnitude() > latitude;
        off.then_some(Account { outcome, terms, result })
    }

    fn aspects(&self, index: usize) -> Aspects {
        self.items.get(index).map_or(Aspects::default(), |item| item.aspects)
    }

    /// Whether a quantity counts the same as another: one kind of unit and one noun, after the number or before it.
    fn is_one(&self, text: &str, index: usize, other: &Statement) -> bool {
        let Some(item) = self.items.get(index) else { return false };
        if !same_kin(item.unit.as_ref(), other.unit.as_ref()) {
            return false;
        }
        let noun = |of: &Statement| text.get(of.tail.clone()).unwrap_or_default().trim().to_owned();
        let label = |of: &Statement| text.get(of.label.clone()).unwrap_or_default().to_owned();
        let (a, b) = (noun(item), noun(other));
        a == b || (b.is_empty() && label(other).contains(&a)) || (a.is_empty() && label(item).contains(&b))
    }
}

/// Whether a sentence may hold an account of a change, and one of what is left.
fn roles(items: &[Statement]) -> (bool, bool) {
    use Aspect::{Added, Cut, Initial, Left, Spent};
    let has = |aspect| items.iter().any(|item| item.aspects.has(aspect));
    (has(Initial) && (has(Added) || has(Cut)), has(Spent) && has(Left))
}

/// The statements of each sentence.
pub(super) fn sentences(items: &[Statement]) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<std::ops::Range<usize>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let same =
            index.checked_sub(1).and_then(|before| items.get(before)).is_some_and(|b| b.sentence == item.sentence);
        match found.last_mut() {
            Some(last) if same => last.end = index.saturating_add(1),
            _ => found.push(index..index.saturating_add(1)),
        }
    }
    found
}
