//! Rows that are counted or summed up, in one or in groups.

use jibiao_model::{Arg, Concept, Known, LevelOne, LevelTwo, Number, Stage, order::order_of_texts};

use super::{
    Fields,
    at::{At, RowAt},
    condition::{Condition, Levels, Scope, all},
    measure::{Measure, Scale},
    names::{Bound, ColumnRef, Names, TableRef},
};
use crate::{Halt, levels, row};

/// Which rows of which table, and what is made of them.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    pub(super) table: TableRef,
    only: Vec<Condition>,
    under: Levels,
    /// Whether rows are counted, not summed up.
    counts: bool,
    /// The column that is summed up.
    sum: Option<ColumnRef>,
    /// Rows that say the same in this column count once.
    distinct: Option<ColumnRef>,
}

/// Rows with one and the same text or level in a column.
pub(super) struct Group {
    /// `None` where all rows are one group.
    pub(super) name: Option<Arg>,
    pub(super) measure: Known<Measure>,
}

/// A row that counts, or may.
struct Member<'v> {
    group: &'v str,
    sure: bool,
    text: &'v str,
    amount: Known<Measure>,
}

impl Tally {
    /// Reads which rows are meant: `table`, `rows`, `under`, `distinct`, and the column in the field `summed`.
    pub(super) fn read<'f>(fields: &mut Fields<'f>, summed: &'f str, names: &mut Names<'_>, scope: Scope) -> Self {
        let sum = if summed.is_empty() { None } else { fields.optional_text(summed) };
        let distinct = fields.optional_text("distinct");
        let table = names.table(fields, sum.as_ref().or(distinct.as_ref()));
        let column = |name: Option<String>, names: &mut Names<'_>, fields: &Fields<'_>| {
            name.and_then(|name| names.column(&name, table, fields))
        };
        Self {
            table,
            counts: sum.is_none(),
            only: Condition::list(fields, "rows", names, scope.into_rows(table)),
            under: Levels::read(fields),
            sum: column(sum, names, fields),
            distinct: column(distinct, names, fields),
        }
    }

    /// The same of other rows of the table.
    pub(super) fn with(&self, only: Vec<Condition>) -> Self {
        Self { only, under: Levels::default(), ..self.clone() }
    }

    pub(super) fn summed(&self) -> Option<ColumnRef> {
        self.sum
    }

    pub(super) fn is_count(&self) -> bool {
        self.counts
    }

    pub(super) fn binds(&self, bound: &Bound) -> bool {
        let columns = [self.sum, self.distinct];
        bound.table(self.table).is_some()
            && columns.into_iter().flatten().all(|column| bound.column(column).is_some())
            && self.only.iter().all(|condition| condition.binds(bound))
    }

    /// Whether a row is meant; `None` where that can't be told.
    pub(super) fn takes(&self, row: &RowAt<'_>) -> Result<Option<bool>, Halt> {
        if !self.under.is_empty() && self.under.holds(row) != Some(true) {
            return Ok(Some(false));
        }
        all(&self.only, |condition| condition.holds(&row.at, Some(row)))
    }

    /// All rows in one.
    pub(super) fn measure(&self, at: &At<'_>) -> Result<Known<Measure>, Halt> {
        if !self.binds(at.bound) {
            return Ok(Known::NotApplicable);
        }
        let members = self.members(at, None)?;
        self.total(at, &members.iter().collect::<Vec<_>>())
    }

    /// Groups by what their rows say in a column, in the order of their first rows; all rows in one where there is no
    /// column. Rows that don't say it belong to none.
    pub(super) fn groups(&self, at: &At<'_>, per: Option<ColumnRef>) -> Result<Vec<Group>, Halt> {
        if !self.binds(at.bound) {
            return Ok(Vec::new());
        }
        let Some(per) = per else {
            return Ok(vec![Group { name: None, measure: self.measure(at)? }]);
        };
        let named = |text: &str| match at.bound.column(per).and_then(|slot| slot.concept) {
            Some(Concept::LevelOne | Concept::LevelTwo) => Arg::Term(text.to_owned()),
            _ => Arg::Text(text.to_owned()),
        };
        let mut groups = Vec::new();
        for members in by_text(&self.members(at, Some(per))?, |member| member.group) {
            let name = members.first().map(|member| named(member.group));
            groups.push(Group { name, measure: self.total(at, &members)? });
        }
        Ok(groups)
    }

    fn members<'v>(&self, at: &At<'v>, per: Option<ColumnRef>) -> Result<Vec<Member<'v>>, Halt> {
        let mut members = Vec::new();
        at.rows(self.table, &mut |row: &RowAt<'v>| {
            let taken = self.takes(row)?;
            let group = per.map_or("", |per| group_of(row, per));
            if taken == Some(false) || (per.is_some() && group.is_empty()) {
                return Ok(());
            }
            members.push(Member {
                group,
                sure: taken == Some(true),
                text: self.distinct.and_then(|column| row.text(column)).unwrap_or("").trim(),
                amount: self.sum.map_or(Known::NotApplicable, |column| row.measure(column)),
            });
            Ok(())
        })?;
        Ok(members)
    }

    fn total(&self, at: &At<'_>, members: &[&Member<'_>]) -> Result<Known<Measure>, Halt> {
        if self.sum.is_some() {
            let doubtful = members.iter().any(|member| !member.sure);
            let amounts = members.iter().filter(|member| member.sure).map(|member| member.amount.clone());
            // What a row that was lost held is not known.
            let lacks = at.lacks_rows(self.table);
            return sum(at, amounts, doubtful || lacks || !at.view.reading.is_whole());
        }
        let count = |members: &[&&Member<'_>]| match self.distinct {
            Some(_) => by_text(members, |member| member.text)
                .iter()
                .filter(|same| same.iter().any(|m| !m.text.is_empty()))
                .count(),
            None => members.len(),
        };
        let sure: Vec<_> = members.iter().filter(|member| member.sure).collect();
        let all: Vec<_> = members.iter().collect();
        let whole = at.view.reading.is_whole();
        Ok(Known::Answered(Measure {
            low: Some(number(count(&sure))),
            high: whole.then(|| number(count(&all))),
            scale: Scale::Plain,
        }))
    }
}

pub(super) fn number(count: usize) -> Number {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Items that say the same, in the order of the first of each.
fn by_text<T>(items: &[T], text: impl Fn(&T) -> &str) -> Vec<Vec<&T>> {
    let texts: Vec<&str> = items.iter().map(&text).collect();
    let order = order_of_texts(&texts);
    let mut groups: Vec<(usize, Vec<&T>)> = Vec::new();
    for index in order {
        let Some(item) = items.get(index) else { continue };
        match groups.last_mut() {
            // Equal texts stand in the order of the items, so the first one of a group is its first item.
            Some((_, group)) if group.last().is_some_and(|last| text(last) == text(item)) => group.push(item),
            _ => groups.push((index, vec![item])),
        }
    }
    let firsts: Vec<usize> = groups.iter().map(|(first, _)| *first).collect();
    let order = jibiao_model::order::order(firsts.len(), &|a, b| firsts.get(a).cmp(&firsts.get(b)));
    jibiao_model::order::arranged(groups, &order).into_iter().map(|(_, group)| group).collect()
}

/// The level of a row as the key of its name, or the text in a column.
fn group_of<'v>(row: &RowAt<'v>, per: ColumnRef) -> &'v str {
    let concept = row.at.bound.column(per).and_then(|slot| slot.concept);
    let one = |indicator| row::level_one(row.at.view, indicator).map_or("", |level: LevelOne| levels::one(level));
    match (row.indicator, concept) {
        (Some(indicator), Some(Concept::LevelOne)) => one(indicator),
        (Some(indicator), Some(Concept::LevelTwo)) => {
            indicator.level_two.answered().map_or("", |level: &LevelTwo| levels::two(*level))
        }
        _ => row.text(per).unwrap_or("").trim(),
    }
}

/// The sum of what is there; not known where something can't be read, and at least so much where something may still be
/// typed: a blank while filling in, or with `open` a row that may be missing.
pub(super) fn sum(
    at: &At<'_>,
    amounts: impl Iterator<Item = Known<Measure>>,
    open: bool,
) -> Result<Known<Measure>, Halt> {
    let view = at.view;
    let (mut sum, mut blank): (Option<Measure>, bool) = (None, false);
    for amount in amounts {
        match amount {
            Known::Answered(amount) => {
                let joined = match sum.take() {
                    Some(sum) => sum.joined(amount, false, view.reading.money_unit)?,
                    None => Some(amount),
                };
                // 3 people and 2 kilometres have no sum.
                let Some(joined) = joined else { return Ok(Known::Unreadable) };
                sum = Some(joined);
            }
            Known::Unreadable => return Ok(Known::Unreadable),
            Known::NotYet => blank = true,
            Known::NotApplicable => {}
        }
    }
    let open = open || (blank && (view.stage == Stage::Drafting || !view.reading.is_whole()));
    Ok(sum.map_or(Known::NotYet, |sum| Known::Answered(if open { Measure { high: None, ..sum } } else { sum })))
}
