//! Charts of a scorecard: tables whose rows carry a drawn bar. Every figure stands beside its bar in words, so that
//! nothing is lost where the drawing is not seen.

use jibiao_kit::{
    Draft, Line, Points, Scorecard,
    model::{Formula, LineSubject, Number, Rounding},
};
use yew::{Html, html};

use super::scores::{read, table};
use crate::words::Text;

/// The full width of a bar.
const FULL: i64 = 100;
/// What a bar of completion shows at most; the mark stands at 100.
const MOST: i64 = 150;

/// Percent of a whole.
fn share(part: Number, whole: Number) -> Option<Number> {
    part.times(Number::whole(FULL)).and_then(|part| part.over(whole)).ok()
}

/// A bar of so many percent of `most`; a line marks the whole, if that is not the end.
fn bar(percent: Number, most: i64) -> Html {
    let width = |percent: Number| {
        let percent = percent.max(Number::whole(0)).min(Number::whole(most));
        share(percent, Number::whole(most)).unwrap_or_default().fixed(1, Rounding::HalfUp)
    };
    let end = width(Number::whole(FULL));
    html! {
        <svg class="chart-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="chart-all" width="100" height="10" />
            <rect class="chart-part" width={width(percent)} height="10" />
            if most > FULL { <line class="chart-mark" x1={end.clone()} x2={end} y1="0" y2="10" /> }
        </svg>
    }
}

/// A figure with the bar of its share.
pub(crate) fn figure(part: Number, whole: Number, words: &str) -> Html {
    html! { <td class="figure">{ for share(part, whole).map(|percent| bar(percent, FULL)) }<span class="chart-words">{ words }</span></td> }
}

/// Points that are certain.
fn certain(points: &Points) -> Option<Number> {
    match points {
        Points::Determined { rounded, .. } => Some(*rounded),
        Points::Undetermined { .. } => None,
    }
}

/// How the weight and the points are spread over 一级指标; nothing where there is only one.
pub(crate) fn categories(card: &Scorecard, draft: &Draft, t: Text) -> Html {
    let reading = draft.reading();
    // Weight, and the points as long as all of them are certain.
    let mut all: Vec<(String, Number, Option<Number>)> = Vec::new();
    for line in &card.lines {
        let name = match &line.subject {
            LineSubject::Execution => t.kit("subject-execution"),
            LineSubject::Indicator { .. } => {
                let of_row = |row| reading.indicators.iter().find(|indicator| indicator.row == row);
                line.place.row.as_ref().and_then(of_row).map(|i| i.level_one_text.trim().to_owned()).unwrap_or_default()
            }
        };
        let weight = line.weight.unwrap_or_default();
        let sum = |sum: Number, more: Number| sum.plus(more).unwrap_or(sum);
        match all.iter_mut().find(|(other, ..)| *other == name) {
            Some((_, weights, points)) => {
                *weights = sum(*weights, weight);
                *points = points.zip(certain(&line.points)).map(|(a, b)| sum(a, b));
            }
            None => all.push((name, weight, certain(&line.points))),
        }
    }
    if all.len() < 2 || all.iter().any(|(name, ..)| name.is_empty()) || card.weight.is_zero() {
        return Html::default();
    }
    let columns = [(t.chart_category(), false), (t.score_weight(), true), (t.score_points(), true)];
    let lines = all.into_iter().map(|(name, weight, got)| {
        let words =
            got.map_or_else(|| t.score_not_determined().to_owned(), |got| got.fixed(card.scale, Rounding::HalfUp));
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { figure(weight, card.weight, &weight.to_string()) }
                { figure(got.unwrap_or_default(), weight, &words) }
            </tr>
        }
    });
    html! { <div class="chart" data-chart="categories"><h3>{ t.chart_categories() }</h3>{ table(t.chart_categories(), &columns, lines.collect()) }</div> }
}

/// How far each measured indicator came, the whole being its target.
pub(crate) fn completion(card: &Scorecard, t: Text) -> Html {
    let columns =
        [(t.score_subject(), false), (t.input_target(), true), (t.input_actual(), true), (t.chart_completion(), true)];
    let lines: Vec<Html> = card.lines.iter().filter_map(reached).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="chart" data-chart="completion">
            <h3>{ t.chart_completions() }</h3>
            <p class="basis">{ t.chart_mark() }</p>
            { table(t.chart_completions(), &columns, lines) }
        </div>
    }
}

fn reached(line: &Line) -> Option<Html> {
    let LineSubject::Indicator { name } = &line.subject else { return None };
    let number = |name| read(line, name)?.split(' ').next()?.parse::<Number>().ok();
    let (target, actual) = (number("target")?, number("actual")?);
    let percent = match line.formula {
        Formula::Higher | Formula::Step | Formula::OverTarget | Formula::Exact | Formula::ExactOnly => {
            share(actual, target)
        }
        Formula::Lower | Formula::LowerExcess => share(target, actual),
        _ => None,
    }?;
    let words = [&percent.fixed(1, Rounding::HalfUp), " %"].concat();
    let said = |name| line.inputs.iter().find(|input| input.name == name).map(|input| input.read.as_str());
    Some(html! {
        <tr>
            <th scope="row">{ name }</th>
            <td class="figure">{ for said("target") }</td>
            <td class="figure">{ for said("actual") }</td>
            <td class="figure">{ bar(percent, MOST) }<span class="chart-words">{ words }</span></td>
        </tr>
    })
}
