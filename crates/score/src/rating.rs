//! 评分: what the items of a rating sheet come to.

mod reviewed;

use jibiao_model::{CellId, Concept, Formula, Known, Number, Points, RatingCard, RatingLine, Row, ScoreInput, Table};
use jibiao_reading::{Reading, chosen, read_number};

use crate::{
    Grade, ItemGrade, Method, Overall, Scoring,
    grade::grade,
    line::{Worth, given, in_band, outside},
    performance::{bounds, sum},
    place::Rows,
};

/// The card of a rating sheet.
///
/// A line holds the points given, kept within the item's weight; or those that the grade given stands for, where the
/// pack says so; on a sheet that goes through the rows of a self-evaluation again each row is an item. While items are open the total has bounds; its grade is known as soon as both bounds have the same.
/// A sheet without points has a grade where the pack says how items make one. A form without such items has no card.
pub fn rating(reading: &Reading<'_>, scoring: &Scoring) -> Option<RatingCard> {
    let method = scoring.of(reading.form);
    let (table, lines) = match (reading.form.rated(), reviewed::table(reading.form)) {
        (Some(table), _) => (table, lines(reading, table, method)),
        (None, Some(table)) => (table, reviewed::lines(reading, table, method)),
        (None, None) => return None,
    };
    let pointed = table.column(Concept::Weight).is_some();
    let weight = sum(lines.iter().filter_map(|line| line.weight)).unwrap_or_default();
    let total = pointed.then(|| total(&lines, reading.is_whole(), weight, method));
    let grade = match &total {
        Some(total) => {
            let (low, high) = bounds(total);
            grade(&method.grades, low).filter(|name| grade(&method.grades, high).as_ref() == Some(name))
        }
        None => overall(&lines, reading.is_whole(), method),
    };
    let printed_total = reading.number(Concept::TotalScore).answered().copied();
    let printed_grade = said(&method.grades, reading).map(|grade| grade.name.clone());
    let deviation = reviewed::deviation(reading, total.as_ref(), printed_total, method);
    Some(RatingCard {
        deviation,
        total_differs: match (&total, printed_total) {
            (Some(total), Some(printed)) => outside(total, printed, method.tolerance),
            _ => false,
        },
        grade_differs: printed_grade.is_some() && grade.is_some() && printed_grade != grade,
        lines,
        total,
        printed_total,
        weight,
        grade,
        printed_grade,
        basis: method.basis.clone(),
        scale: method.scale,
    })
}

fn lines(reading: &Reading<'_>, table: &Table, method: &Method) -> Vec<RatingLine> {
    let column = |concept| table.column(concept).map(|column| &column.id);
    let columns = Columns {
        part: column(Concept::RatingPart),
        item: column(Concept::RatingItem),
        weight: column(Concept::Weight),
        grade: column(Concept::RatingGrade),
        answers: table.column(Concept::RatingGrade).map_or(&[], |column| &column.choices),
        score: column(Concept::Score),
    };
    let places = Rows::of_table(reading, &table.id);
    let mut lines: Vec<RatingLine> = Vec::new();
    for (index, row) in reading.document.rows(table.id.as_str()).iter().enumerate() {
        if row.is_blank() {
            continue;
        }
        let mut line = columns.line(row, places.at(index, &row.id), method);
        // 审核内容 is printed once for the items below it.
        if line.part.is_empty()
            && let Some(before) = lines.last()
        {
            line.part.clone_from(&before.part);
        }
        lines.push(line);
    }
    lines
}

struct Columns<'f> {
    part: Option<&'f CellId>,
    item: Option<&'f CellId>,
    weight: Option<&'f CellId>,
    grade: Option<&'f CellId>,
    /// The grades that the form prints.
    answers: &'f [String],
    score: Option<&'f CellId>,
}

impl Columns<'_> {
    fn line(&self, row: &Row, place: jibiao_model::Place, method: &Method) -> RatingLine {
        let text = |column: Option<&CellId>| column.map_or("", |column| row.text(column.as_str())).trim();
        let weight = match read_number(text(self.weight)) {
            Known::Answered(weight) if !weight.is_negative() => Some(weight),
            _ => None,
        };
        let printed = read_number(text(self.score)).answered().copied();
        let typed = Some(text(self.grade)).filter(|text| !text.is_empty());
        // 不是 is not 是: where answers are printed, only these count.
        let graded = typed.filter(|text| self.answers.is_empty() || chosen(text, self.answers).one().is_some());
        let typed = typed.map(|text| answer(text, self.answers));
        let tier = graded.and(typed).and_then(|text| named(&method.rating.items, text, |item| &item.name));
        let (formula, worth, inputs) = match weight {
            // Heads of parts, and sheets that give no points.
            None => (if typed.is_some() { Formula::Graded } else { Formula::Open }, None, Vec::new()),
            Some(weight) => {
                let (formula, worth, inputs) = worth(weight, printed, tier, method.tolerance);
                (formula, Some(worth), inputs)
            }
        };
        let points = worth.zip(weight).map(|(worth, weight)| worth.close(weight, method));
        let differs =
            points.as_ref().zip(printed).is_some_and(|(points, printed)| outside(points, printed, method.tolerance));
        RatingLine {
            part: text(self.part).to_owned(),
            item: text(self.item).to_owned(),
            place,
            weight,
            grade: typed.map(str::to_owned),
            formula,
            inputs,
            points,
            printed,
            differs,
        }
    }
}

fn worth(
    weight: Number,
    printed: Option<Number>,
    tier: Option<&ItemGrade>,
    tolerance: Number,
) -> (Formula, Worth, Vec<ScoreInput>) {
    match (tier, printed) {
        (Some(tier), _) => {
            let said = |name: &str, read| ScoreInput { name: name.to_owned(), read };
            let inputs = vec![
                said("grade", tier.name.clone()),
                said("low", format!("{} %", tier.from)),
                said("high", format!("{} %", tier.to)),
            ];
            let worth = in_band((tier.from, tier.to), weight, printed, tolerance);
            // One share is no band: the grade makes the points.
            let worth = match worth {
                Worth::Between(low, high) if low == high => Worth::Exactly(low),
                worth => worth,
            };
            (Formula::Graded, worth, inputs)
        }
        (None, Some(_)) => (Formula::Rated, Worth::or_open(given(printed, weight).1, weight), Vec::new()),
        (None, None) => (Formula::Open, Worth::or_open(None, weight), Vec::new()),
    }
}

/// The sum of the rounded lines, or its bounds.
fn total(lines: &[RatingLine], whole: bool, weight: Number, method: &Method) -> Points {
    let points: Vec<&Points> = lines.iter().filter_map(|line| line.points.as_ref()).collect();
    let low = sum(points.iter().map(|points| bounds(points).0));
    let high = sum(points.iter().map(|points| bounds(points).1));
    let (Ok(low), Ok(high)) = (low, high) else {
        return Points::Undetermined { low: Number::ZERO, high: Number::HUNDRED };
    };
    let (scale, rounding) = method.total;
    let determined = points.iter().all(|points| points.rounded().is_some());
    if whole && determined && !points.is_empty() {
        return Points::Determined { exact: low, rounded: low.rounded(scale, rounding) };
    }
    let complete = whole && !points.is_empty();
    let rest = if complete { Number::ZERO } else { Number::HUNDRED.minus(weight).unwrap_or_default() };
    let high = high.plus(rest.max(Number::ZERO)).unwrap_or(high);
    Points::Undetermined { low: low.rounded(scale, rounding), high: high.rounded(scale, rounding) }
}

/// The grade that items without points make.
fn overall(lines: &[RatingLine], whole: bool, method: &Method) -> Option<String> {
    let rank = |line: &RatingLine| {
        let found = named(&method.grades, line.grade.as_deref()?, |grade| &grade.name)?;
        method.grades.iter().position(|grade| grade.name == found.name)
    };
    let ranks: Vec<Option<usize>> = lines.iter().map(rank).collect();
    let known = || ranks.iter().flatten().copied();
    let last = method.grades.len().checked_sub(1);
    let complete = whole && !ranks.is_empty() && ranks.iter().all(Option::is_some);
    let rank = match method.rating.overall {
        Overall::None => None,
        // Nothing that is still to come is worse than the worst.
        Overall::Worst => known().max().filter(|worst| complete || Some(*worst) == last),
        Overall::Commonest => {
            let count = |rank: usize| known().filter(|other| *other == rank).count();
            known().max_by_key(|rank| (count(*rank), *rank)).filter(|_| complete)
        }
    };
    Some(method.grades.get(rank?)?.name.clone())
}

/// The grade that the sheet says: in its own cell, or as its conclusion. A conclusion is a sentence, in which a single
/// character (中, 良) may mean anything.
fn said<'g>(grades: &'g [Grade], reading: &Reading<'_>) -> Option<&'g Grade> {
    let typed = |concept| {
        let cell = reading.form.cell_of(concept).and_then(|cell| reading.form.cell(cell.as_str()));
        answer(reading.text(concept), cell.map_or(&[], |cell| &cell.choices))
    };
    let conclusion = typed(Concept::Conclusion);
    let meant = |grade: &&Grade| grade.name.chars().count() > 1 || grade.name == conclusion.trim();
    named(grades, typed(Concept::Grade), |grade| &grade.name)
        .or_else(|| named(grades, conclusion, |grade| &grade.name).filter(meant))
}

/// The printed answer that a text chooses; the text itself where it chooses none or several.
fn answer<'t>(text: &'t str, answers: &'t [String]) -> &'t str {
    chosen(text, answers).one().unwrap_or(text)
}

/// The thing whose name a text is, or else the one with the longest name in it: 调整后支持 is not 支持.
fn named<'g, T>(things: &'g [T], text: &str, name: impl Fn(&'g T) -> &'g String) -> Option<&'g T> {
    let text = text.trim();
    let in_text = things.iter().filter(|thing| !name(thing).is_empty() && text.contains(name(thing).as_str()));
    in_text.max_by_key(|thing| name(thing).len())
}
