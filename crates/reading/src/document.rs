//! The reading of a whole document: every cell that rules and scores need, by meaning.

use std::{ops::Deref, sync::Arc};

use jibiao_model::{
    Amount, CellId, Concept, Direction, Document, Extent, Form, FundMoment, FundSource, Known, LevelOne, LevelTwo,
    MoneyUnit, Number, Operator, PartialDate, Row, RowId, TableId, TimeSpan, Value,
};

use crate::{Vocabulary, read_amount, read_date, read_number, read_percent, read_period, read_value, read_year};

/// Whether an indicator is for the year or for the whole period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Horizon {
    Year,
    Whole,
}

/// One indicator: a row, or one half of a row on forms that print whole-period and annual indicators side by side.
#[derive(Clone, Debug)]
pub struct Indicator<'d> {
    pub row: &'d RowId,
    /// All that was typed into the row.
    pub typed: &'d Row,
    /// Position of the row in its table, from 0.
    pub index: usize,
    pub horizon: Horizon,
    pub level_one_text: &'d str,
    pub level_two_text: &'d str,
    /// 三级指标, as typed.
    pub name: &'d str,
    pub target_text: &'d str,
    pub actual_text: &'d str,
    pub reason: &'d str,
    /// What the texts mean; an indicator is also one of these.
    pub meant: Arc<Meant>,
}

/// What the texts of one indicator mean. It is said by its row alone, so that it holds as long as the row is the same.
#[derive(Clone, Debug)]
pub struct Meant {
    pub level_one: Known<LevelOne>,
    pub level_two: Known<LevelTwo>,
    pub target: Known<Value>,
    pub actual: Known<Value>,
    pub weight: Known<Number>,
    /// 二级指标分值, as it stands in this row.
    pub level_two_weight: Known<Number>,
    pub score: Known<Number>,
    pub direction: Option<Direction>,
}

impl Deref for Indicator<'_> {
    type Target = Meant;

    fn deref(&self) -> &Meant {
        &self.meant
    }
}

impl Indicator<'_> {
    /// Which column of this indicator holds a concept: `Target` of a whole-period indicator is the
    /// whole-period column.
    pub fn column(&self, concept: Concept) -> Concept {
        match (self.horizon, concept) {
            (Horizon::Whole, Concept::LevelTwo) => Concept::WholeLevelTwo,
            (Horizon::Whole, Concept::LevelThree) => Concept::WholeLevelThree,
            (Horizon::Whole, Concept::Target) => Concept::WholeTarget,
            _ => concept,
        }
    }
}

/// What a document means.
#[derive(Clone, Debug)]
pub struct Reading<'d> {
    pub document: &'d Document,
    /// What the cells outside tables mean; a reading is also one of these.
    pub outside: Outside<'d>,
    /// Indicators in the order of the rows; blank rows are left out.
    pub indicators: Vec<Indicator<'d>>,
}

/// What the cells outside tables mean. No row is seen through it.
#[derive(Clone, Debug)]
pub struct Outside<'d> {
    document: &'d Document,
    pub form: &'d Form,
    pub money_unit: MoneyUnit,
    pub year: Known<u16>,
    pub period: Known<TimeSpan>,
    /// The table that holds the indicators.
    pub table: Option<&'d TableId>,
    /// The amounts of the funds block, which many rules and scores ask for.
    funds: Vec<(FundSource, FundMoment, Known<Amount>)>,
}

impl<'d> Deref for Reading<'d> {
    type Target = Outside<'d>;

    fn deref(&self) -> &Self::Target {
        &self.outside
    }
}

impl<'d> Reading<'d> {
    /// Reads a document by its form.
    pub fn of(form: &'d Form, document: &'d Document, vocabulary: &Vocabulary) -> Self {
        Self::again(form, document, vocabulary, &mut |_, _| None)
    }

    /// The same, where some rows were read before: `known` is asked in the order of the rows and gives what an indicator
    /// means whose row (by its position) is as it was then, read by the same form and vocabulary.
    pub fn again(
        form: &'d Form,
        document: &'d Document,
        vocabulary: &Vocabulary,
        known: &mut dyn FnMut(usize, Horizon) -> Option<Arc<Meant>>,
    ) -> Self {
        let outside = Outside::of(form, document);
        let mut indicators = Vec::new();
        if let Some(table) = form.indicators() {
            let columns = Columns::of(table);
            let mut levels = Levels { vocabulary, ones: Vec::new(), twos: Vec::new() };
            let rows = document.rows(table.id.as_str());
            indicators.reserve(rows.len());
            for (index, row) in rows.iter().enumerate() {
                columns.read(index, row, &mut levels, known, &mut indicators);
            }
        }
        Self { document, outside, indicators }
    }
}

impl<'d> Outside<'d> {
    fn of(form: &'d Form, document: &'d Document) -> Self {
        let mut reading = Self {
            document,
            form,
            money_unit: form.money_unit,
            year: Known::NotYet,
            period: Known::NotYet,
            table: form.indicators().map(|table| &table.id),
            funds: Vec::new(),
        };
        reading.money_unit = read_money_unit(reading.text(Concept::MoneyUnit)).unwrap_or(form.money_unit);
        for (concept, cell) in form.bound.iter() {
            if let Concept::Fund(source, moment) = concept {
                let amount = read_amount(document.text(cell.as_str()), reading.money_unit);
                reading.funds.push((*source, *moment, amount));
            }
        }
        reading.year = read_year(reading.text(Concept::Year));
        reading.period = reading.read_period();
        reading
    }

    /// The text of the cell that is bound to a concept; blank where the form has no such cell.
    pub fn text(&self, concept: Concept) -> &'d str {
        self.form.cell_of(concept).map_or("", |cell| self.document.text(cell.as_str()))
    }

    /// Whether the form asks for a concept.
    pub fn has(&self, concept: Concept) -> bool {
        self.form.cell_of(concept).is_some()
    }

    /// An amount of the funds block, in 元.
    pub fn amount(&self, source: FundSource, moment: FundMoment) -> Known<Amount> {
        let mut funds = self.funds.iter();
        funds.find(|fund| (fund.0, fund.1) == (source, moment)).map_or(Known::NotApplicable, |fund| fund.2.clone())
    }

    /// The amount in a cell, in 元; not applicable where the form has no such cell.
    pub fn money(&self, concept: Concept) -> Known<Amount> {
        if let Concept::Fund(source, moment) = concept {
            return self.amount(source, moment);
        }
        match self.form.cell_of(concept) {
            Some(cell) => read_amount(self.document.text(cell.as_str()), self.money_unit),
            None => Known::NotApplicable,
        }
    }

    /// The plain number in a cell.
    pub fn number(&self, concept: Concept) -> Known<Number> {
        read_number(self.text(concept))
    }

    /// The percentage in a cell, in points of a hundred.
    pub fn percent(&self, concept: Concept) -> Known<Number> {
        read_percent(self.text(concept))
    }

    /// The date in a cell.
    pub fn date(&self, concept: Concept) -> Known<PartialDate> {
        read_date(self.text(concept))
    }

    /// Whether the whole table is there, so that absence means something.
    pub fn is_whole(&self) -> bool {
        self.document.extent == Extent::Whole
    }

    /// The period of the project: its own cell, or the two dates.
    fn read_period(&self) -> Known<TimeSpan> {
        if self.has(Concept::ProjectPeriod) {
            return read_period(self.text(Concept::ProjectPeriod));
        }
        match (self.date(Concept::StartDate), self.date(Concept::EndDate)) {
            (Known::Answered(from), Known::Answered(to)) => {
                Known::Answered(TimeSpan { from: Some(from), to: Some(to) })
            }
            (Known::Unreadable, _) | (_, Known::Unreadable) => Known::Unreadable,
            _ => Known::NotYet,
        }
    }
}

/// The unit that a text names: 万元, 单位：万元, 人民币（万元）.
pub fn read_money_unit(text: &str) -> Option<MoneyUnit> {
    let (head, large) = match text.trim().trim_end_matches([')', '）', '。', ' ']).strip_suffix('元')?.trim_end() {
        head if head.ends_with('亿') => (head, Some(MoneyUnit::HundredMillionYuan)),
        head if head.ends_with('万') => (head, Some(MoneyUnit::TenThousandYuan)),
        head => (head, None),
    };
    let words = head.trim_end_matches(['亿', '万']).trim_end_matches(['：', ':', '（', '(', ' ']);
    let known = ["", "单位", "金额单位", "人民币", "单位：人民币", "单位:人民币"].contains(&words);
    known.then(|| large.unwrap_or(MoneyUnit::Yuan))
}

/// Meanings of level cells. A table names a handful of levels over and over, so what they mean is kept.
struct Levels<'d, 'v> {
    vocabulary: &'v Vocabulary,
    ones: Vec<(&'d str, Option<LevelOne>)>,
    twos: Vec<(&'d str, Option<LevelTwo>)>,
}

impl<'d> Levels<'d, '_> {
    fn one(&mut self, text: &'d str) -> Option<LevelOne> {
        kept(&mut self.ones, text, |text| self.vocabulary.level_one(text))
    }

    fn two(&mut self, text: &'d str) -> Option<LevelTwo> {
        kept(&mut self.twos, text, |text| self.vocabulary.level_two(text))
    }
}

/// The meaning that is kept for a text; else the one that is looked up.
fn kept<'d, T: Copy>(kept: &mut Vec<(&'d str, T)>, text: &'d str, look_up: impl Fn(&str) -> T) -> T {
    /// More than any form has levels: what is typed there is no level, and looking through it would take longer.
    const MOST: usize = 24;
    if let Some((_, meaning)) = kept.iter().rev().find(|(kept, _)| *kept == text) {
        return *meaning;
    }
    let meaning = look_up(text);
    if kept.len() < MOST {
        kept.push((text, meaning));
    }
    meaning
}

/// The columns of a table of indicators, resolved once for all rows.
struct Columns<'f> {
    level_one: Option<&'f CellId>,
    weight: Option<&'f CellId>,
    level_two_weight: Option<&'f CellId>,
    score: Option<&'f CellId>,
    operator: Option<&'f CellId>,
    unit: Option<&'f CellId>,
    actual: Option<&'f CellId>,
    reason: Option<&'f CellId>,
    year: Half<'f>,
    whole: Option<Half<'f>>,
}

struct Half<'f> {
    horizon: Horizon,
    level_two: Option<&'f CellId>,
    name: Option<&'f CellId>,
    target: Option<&'f CellId>,
}

impl<'f> Columns<'f> {
    fn of(table: &'f jibiao_model::Table) -> Self {
        let column = |concept| table.column(concept).map(|column| &column.id);
        let whole = column(Concept::WholeLevelThree).map(|name| Half {
            horizon: Horizon::Whole,
            level_two: column(Concept::WholeLevelTwo),
            name: Some(name),
            target: column(Concept::WholeTarget),
        });
        Self {
            level_one: column(Concept::LevelOne),
            weight: column(Concept::Weight),
            level_two_weight: column(Concept::LevelTwoWeight),
            score: column(Concept::Score),
            operator: column(Concept::Operator),
            unit: column(Concept::Unit),
            actual: column(Concept::Actual),
            reason: column(Concept::Reason),
            year: Half {
                horizon: Horizon::Year,
                level_two: column(Concept::LevelTwo),
                name: column(Concept::LevelThree),
                target: column(Concept::Target),
            },
            whole,
        }
    }

    fn read<'d>(
        &self,
        index: usize,
        row: &'d Row,
        levels: &mut Levels<'d, '_>,
        known: &mut dyn FnMut(usize, Horizon) -> Option<Arc<Meant>>,
        into: &mut Vec<Indicator<'d>>,
    ) {
        let text = |column: Option<&CellId>| column.map_or("", |column| row.text(column.as_str()));
        for half in self.whole.iter().chain([&self.year]) {
            let year = half.horizon == Horizon::Year;
            let name = text(half.name);
            let target_text = text(half.target);
            let level_two_text = text(half.level_two);
            // The half of a row that nothing was typed into is not an indicator; a row is one as soon as any
            // cell of its own is used, so that a forgotten name is noticed.
            let used = [name, target_text].iter().any(|text| !text.trim().is_empty());
            let row_used = year && (self.whole.is_none() || !level_two_text.trim().is_empty()) && !row.is_blank();
            if !used && !row_used {
                continue;
            }
            let level_one_text = text(self.level_one);
            let actual_text = if year { text(self.actual) } else { "" };
            let meant = known(index, half.horizon).unwrap_or_else(|| {
                Arc::new(self.meant(
                    row,
                    year,
                    levels,
                    [level_one_text, level_two_text, name, target_text, actual_text],
                ))
            });
            into.push(Indicator {
                row: &row.id,
                typed: row,
                index,
                horizon: half.horizon,
                level_one_text,
                level_two_text,
                name,
                target_text,
                actual_text,
                reason: text(self.reason),
                meant,
            });
        }
    }

    /// What the texts of one indicator (its levels, its name, target and result) mean.
    fn meant<'d>(&self, row: &Row, year: bool, levels: &mut Levels<'d, '_>, texts: [&'d str; 5]) -> Meant {
        let [level_one, level_two, name, target, actual] = texts;
        let own = |column: Option<&CellId>| {
            let text = column.map(|column| row.text(column.as_str()));
            text.filter(|text| year && !text.trim().is_empty())
        };
        let unit = own(self.unit);
        let target = read_value(target, own(self.operator), unit);
        let level_one = known(level_one, levels.one(level_one));
        let level_two = known(level_two, levels.two(level_two));
        let direction = direction(&target, &level_one, &level_two, name, levels.vocabulary);
        Meant {
            level_one,
            level_two,
            target,
            actual: if self.actual.is_some() && year { read_value(actual, None, unit) } else { Known::NotApplicable },
            weight: column_number(self.weight, row),
            level_two_weight: column_number(self.level_two_weight, row),
            score: column_number(self.score, row),
            direction,
        }
    }
}

fn column_number(column: Option<&CellId>, row: &Row) -> Known<Number> {
    column.map_or(Known::NotApplicable, |column| read_number(row.text(column.as_str())))
}

fn known<T>(text: &str, meaning: Option<T>) -> Known<T> {
    match meaning {
        Some(level) => Known::Answered(level),
        None if text.trim().is_empty() => Known::NotYet,
        None => Known::Unreadable,
    }
}

/// The direction in which a result is better: by the sign; without one, less is better for costs and for what
/// the pack's words call bad, and more is better for the rest.
fn direction(
    target: &Known<Value>,
    level_one: &Known<LevelOne>,
    level_two: &Known<LevelTwo>,
    name: &str,
    vocabulary: &Vocabulary,
) -> Option<Direction> {
    let value = target.answered()?;
    value.quantity()?;
    Some(match value.operator {
        Some(Operator::AtLeast | Operator::Above) => Direction::Higher,
        Some(Operator::AtMost | Operator::Below) => Direction::Lower,
        Some(Operator::Equal) => Direction::Exact,
        None => {
            let cost = matches!(level_one, Known::Answered(LevelOne::Cost))
                || matches!(
                    level_two,
                    Known::Answered(
                        LevelTwo::Cost | LevelTwo::EconomicCost | LevelTwo::SocialCost | LevelTwo::EcologicalCost
                    )
                );
            if (cost && !vocabulary.list("higher-cost").is_in(name)) || vocabulary.list("lower-is-better").is_in(name) {
                Direction::Lower
            } else {
                Direction::Higher
            }
        }
    })
}
