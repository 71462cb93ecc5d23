//! Compositions of funds as their rules see them: which lines are parts, which are totals, and what they add up to.

use jibiao_model::{Amount, CellId, Concept, FundMoment, FundSource, Known, Row, Table};
use jibiao_reading::read_amount;

use crate::{Halt, View, row};

/// What a line is to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Part,
    /// 其中: a share of a line before it.
    Share,
    /// 小计.
    Subtotal,
    /// 合计, 总投资.
    Total,
}

/// One line of a composition.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Position of the row in its table.
    pub(crate) index: usize,
    pub(crate) row: &'a Row,
    pub(crate) item: &'a str,
    pub(crate) role: Role,
}

/// A table whose rows are amounts, each for something.
#[derive(Debug)]
pub(crate) struct Composition<'a> {
    pub(crate) table: &'a Table,
    /// Blank rows are left out.
    pub(crate) lines: Vec<Line<'a>>,
}

/// The columns of a composition that hold amounts of the whole line.
pub(crate) const AMOUNTS: [Concept; 6] = [
    Concept::LineAmount,
    Concept::LineInitial,
    Concept::LineExecuted,
    Concept::LineWhole,
    Concept::LineLastYear,
    Concept::LineYearBefore,
];

/// The compositions of the document that have lines.
pub(crate) fn compositions<'a>(view: &View<'a>) -> impl Iterator<Item = Composition<'a>> + use<'a> {
    let (form, document) = (view.form, view.document);
    let (totals, subtotals) = (view.words("line-totals"), view.words("line-subtotals"));
    form.compositions().filter_map(move |table| {
        let item = table.column(Concept::LineItem)?;
        let rows = document.rows(table.id.as_str());
        let lines = rows.iter().enumerate().filter(|(_, row)| !row.is_blank()).map(|(index, row)| {
            let item = row.text(item.id.as_str()).trim();
            let role = match item.trim_start_matches(['（', '(', '-', '—', ' ', '　']) {
                item if item.starts_with("其中") => Role::Share,
                // 合 计 is printed with blanks between.
                item => {
                    let spaced = item.contains([' ', '　']);
                    let joined = spaced.then(|| item.replace([' ', '　'], ""));
                    let name = row::bare(joined.as_deref().unwrap_or(item));
                    match name {
                        name if row::ends(subtotals, name) => Role::Subtotal,
                        name if row::ends(totals, name) || totals.has(name) => Role::Total,
                        _ => Role::Part,
                    }
                }
            };
            Line { index, row, item, role }
        });
        let lines: Vec<Line<'a>> = lines.collect();
        (!lines.is_empty()).then_some(Composition { table, lines })
    })
}

impl<'a> Composition<'a> {
    /// The column of a concept.
    pub(crate) fn column(&self, concept: Concept) -> Option<&'a CellId> {
        let table: &'a Table = self.table;
        table.column(concept).map(|column| &column.id)
    }

    /// The amounts of a column, line by line; `None` where the table has no such column.
    pub(crate) fn amounts(&self, view: &View<'_>, concept: Concept) -> Option<Vec<Known<Amount>>> {
        let column = self.column(concept)?;
        let unit = view.reading.money_unit;
        Some(self.lines.iter().map(|line| read_amount(line.row.text(column.as_str()), unit)).collect())
    }

    /// What the lines may be said to add up to, the plainest reading first; `None` where some part says no amount.
    ///
    /// Shares (其中) stand inside a line before them, or go on to the next total; subtotals stand for their parts.
    pub(crate) fn sums(&self, amounts: &[Known<Amount>]) -> Result<Option<Vec<Amount>>, Halt> {
        let lines = || self.lines.iter().zip(amounts);
        let parts = lines().filter(|(line, _)| line.role == Role::Part);
        let mut answered: usize = 0;
        for (_, amount) in parts {
            match amount {
                Known::Answered(_) => answered = answered.saturating_add(1),
                Known::NotApplicable => {}
                Known::NotYet | Known::Unreadable => return Ok(None),
            }
        }
        let subtotals = self.lines.iter().any(|line| line.role == Role::Subtotal);
        if answered < 2 && !subtotals {
            return Ok(None);
        }
        let mut sums = vec![add(lines(), |role| role == Role::Part)?];
        if subtotals {
            sums.push(add(lines(), |role| role == Role::Subtotal)?);
        }
        if self.lines.iter().any(|line| line.role == Role::Share) {
            sums.push(add(lines(), |role| matches!(role, Role::Part | Role::Share))?);
            // 其中: A / B / C: all that follows the word belongs to it.
            let mut inside = false;
            sums.push(add(lines(), |role| {
                inside = match role {
                    Role::Share => true,
                    Role::Total | Role::Subtotal => false,
                    Role::Part => inside,
                };
                role == Role::Part && !inside
            })?);
        }
        Ok(Some(sums))
    }
}

fn add<'l>(
    lines: impl Iterator<Item = (&'l Line<'l>, &'l Known<Amount>)>,
    mut counts: impl FnMut(Role) -> bool,
) -> Result<Amount, Halt> {
    let mut sum = Amount::ZERO;
    for (line, amount) in lines {
        if let (true, Known::Answered(amount)) = (counts(line.role), amount) {
            sum = sum.plus(*amount)?;
        }
    }
    Ok(sum)
}

/// The words that say a list holds some of the money only.
const SOME: [&str; 7] = ["其中", "主要", "部分", "采购", "三公", "单项", "重点"];

impl Composition<'_> {
    /// Whether the table itself says that it lists a part of the money.
    pub(crate) fn is_of_a_part(&self) -> bool {
        SOME.iter().any(|word| self.table.label.zh.contains(word))
    }
}

/// The amounts of the funds block that a column of a composition can be the parts of, each with its cell.
pub(crate) fn funds_of(view: &View<'_>, column: Concept) -> Vec<(Concept, Amount)> {
    use FundMoment::{Annual, Executed, Initial, Whole, Year};
    let moments: &[FundMoment] = match column {
        Concept::LineAmount => &[Year, Annual, Initial, Whole, Executed],
        Concept::LineInitial => &[Initial, Year, Annual],
        Concept::LineExecuted => &[Executed],
        Concept::LineWhole => &[Whole, Year, Annual],
        _ => &[],
    };
    let mut found = Vec::new();
    for source in FundSource::ALL {
        for moment in moments {
            if let Known::Answered(amount) = view.reading.amount(source, *moment) {
                found.push((Concept::Fund(source, *moment), amount));
            }
        }
    }
    found
}
