//! One row: what each cell says, and what is wrong with it.

use jibiao_model::{Known, LevelTwo, Meaning, Operator};
use jibiao_reading::{fold, read_unit, read_value};

use super::headings::{Column, Headings};
use crate::{Defect, Problem, Sought, level, pattern};

/// The longest text of a cell, in characters: as much as the indicator tables of the budget system take.
const LONGEST: usize = 2_000;

pub(super) struct Cells<'r> {
    pub(super) headings: &'r Headings,
    pub(super) cells: &'r [&'r str],
    pub(super) row: u32,
    pub(super) problems: &'r mut Vec<Problem>,
}

impl Cells<'_> {
    fn cell(&self, column: Column) -> &str {
        self.headings.cell(column, self.cells)
    }

    fn problem(&mut self, column: Column, text: &str, defect: Defect) {
        let column = column.heading().to_owned();
        self.problems.push(Problem::new(self.row, &column, text, defect));
    }

    /// The cell, or what stood above it.
    pub(super) fn or_above(&mut self, column: Column, above: &mut String) -> String {
        let text = self.text(column);
        if !text.is_empty() {
            above.clone_from(&text);
        }
        above.clone()
    }

    /// The text of a cell, within bounds.
    pub(super) fn text(&mut self, column: Column) -> String {
        let text = self.cell(column).to_owned();
        if text.chars().count() > LONGEST {
            let head: String = text.chars().take(20).collect();
            self.problem(column, &head, Defect::TextTooLong);
            return String::new();
        }
        text
    }

    pub(super) fn ticked(&self, column: Column) -> bool {
        matches!(self.cell(column), "★" | "☆" | "是" | "√" | "✓" | "1" | "常用")
    }

    pub(super) fn level(&mut self, one: &str, two: &str) -> Option<LevelTwo> {
        let level = level::read(two);
        match (level, level::read_one(one)) {
            (None, _) => self.problem(Column::Two, two, Defect::LevelUnknown),
            (Some(level), Some(one_level)) if !level::agrees(one_level, level) => {
                self.problem(Column::One, one, Defect::LevelsDisagree);
            }
            _ => {}
        }
        level
    }

    pub(super) fn name(&mut self) -> String {
        let name = self.text(Column::Name);
        // Places mark core rows with a star before the name.
        let name = name.trim_start_matches(['★', '☆', '*']).trim().to_owned();
        if !name.contains(char::is_alphabetic) {
            self.problem(Column::Name, &name, Defect::NameMissing);
            return String::new();
        }
        name
    }

    /// What is sought, in which unit, and how it is written.
    pub(super) fn target(&mut self) -> (Sought, String, String) {
        let (direction, unit_text) = (self.text(Column::Direction), self.text(Column::Unit));
        let typed = pattern::with_blanks(&self.text(Column::Pattern));
        let reference = self.text(Column::Reference);
        let mut unit = self.unit(&unit_text);
        let mut sought = self.sought(&direction);
        if let Unit::None(Some(other)) = unit {
            sought = sought.or(Some(other));
        }
        // A library without directions may still state values.
        let stated = (!reference.is_empty()).then(|| read_value(&reference, Some(&direction), Some(&unit_text)));
        let said = match stated.unwrap_or(Known::NotYet) {
            Known::Answered(value) => match value.meaning {
                Meaning::Quantity(quantity) => {
                    if let (Unit::None(None), Some(known)) = (&unit, quantity.unit) {
                        unit = Unit::Known(known.text);
                    }
                    Some(Sought::Number(value.operator))
                }
                Meaning::Date(_) => Some(Sought::Date),
                _ => None,
            },
            _ => None,
        };
        let sought = sought.or(said).unwrap_or(Sought::Number(None));
        let unit = match unit {
            Unit::Known(unit) => unit,
            Unit::None(_) => String::new(),
        };
        if typed.is_empty() {
            let blank = sought == Sought::Number(None) && unit.is_empty();
            let made = if blank { String::new() } else { pattern::made_of(sought, &unit) };
            return (sought, unit, made);
        }
        if !pattern::agrees(&typed, sought, &unit) {
            self.problem(Column::Pattern, &typed, Defect::PatternDisagrees);
        }
        (sought, unit, typed)
    }

    fn sought(&mut self, text: &str) -> Option<Sought> {
        let folded = fold(text);
        let word = folded.as_str().trim().trim_end_matches("指标");
        let number = |operator| Some(Sought::Number(Some(operator)));
        match word {
            "" | "定量" => None,
            "≥" | "正向" | "大于等于" | "不低于" | "不少于" => number(Operator::AtLeast),
            ">" | "大于" | "高于" => number(Operator::Above),
            "≤" | "反向" | "负向" | "逆向" | "小于等于" | "不高于" | "不超过" => {
                number(Operator::AtMost)
            }
            "<" | "小于" | "低于" => number(Operator::Below),
            "=" | "等于" | "定值" => number(Operator::Equal),
            "日期" | "时间" => Some(Sought::Date),
            "分级" | "定性" | "等级" => Some(Sought::Grade),
            _ => {
                self.problem(Column::Direction, text, Defect::DirectionUnknown);
                None
            }
        }
    }

    fn unit(&mut self, text: &str) -> Unit {
        let text = text.trim();
        if text.is_empty() || matches!(text, "-" | "—" | "/" | "无") {
            return Unit::None(None);
        }
        if read_unit(text).is_some() {
            // As the library writes it: 个工作日 reads better than 工作日.
            return Unit::Known(fold(text).as_str().to_owned());
        }
        if text.contains(['月', '日']) {
            return Unit::None(Some(Sought::Date));
        }
        if text.contains("文字") || text.contains("定性") || text.contains('级') {
            return Unit::None(Some(Sought::Grade));
        }
        self.problem(Column::Unit, text, Defect::UnitUnknown);
        Unit::None(None)
    }
}

/// What a unit cell says.
enum Unit {
    Known(String),
    /// No unit, and perhaps why: the target is a date or in words.
    None(Option<Sought>),
}
