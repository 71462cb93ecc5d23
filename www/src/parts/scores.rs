//! Scores with everything they were made from.

use jibiao_kit::{
    Line, Points, QualityCard, Scorecard,
    model::{LineSubject, Number, Rounding},
};
use yew::{Html, html};

use crate::words::Text;

/// 绩效得分: every line with its formula, its inputs and what stands in the form.
pub(crate) fn performance(card: &Scorecard, t: Text) -> Html {
    let columns = [
        (t.score_subject(), false),
        (t.score_weight(), true),
        (t.score_formula(), false),
        (t.score_inputs(), false),
        (t.score_computed(), true),
        (t.score_typed(), true),
    ];
    html! {
        <section class="score" data-score="performance">
            <h2>{ t.score_performance() }</h2>
            <p class="score-total">
                <b data-total="computed">{ points(&card.total, card.scale, t) }</b>
                if let Some(grade) = &card.grade { <span class="grade">{ grade }</span> }
                if let Some(printed) = card.printed_total {
                    <span class={yew::classes!("printed", card.total_differs.then_some("is-different"))} data-total="printed">{ t.score_printed(&printed.to_string()) }</span>
                }
                if card.total_differs { <span class="differs">{ t.score_differs() }</span> }
            </p>
            if matches!(card.total, Points::Undetermined { .. }) { <p class="score-open">{ t.score_open() }</p> }
            { table(t.score_lines(), &columns, card.lines.iter().map(|line| line_html(line, card.scale, t)).collect()) }
            { basis(&card.basis, t) }
        </section>
    }
}

fn line_html(line: &Line, scale: u32, t: Text) -> Html {
    let subject = match &line.subject {
        LineSubject::Execution => t.kit("subject-execution"),
        LineSubject::Indicator { name } => name.clone(),
    };
    let formula = t.kit(&format!("formula-{}", line.formula.name()));
    html! {
        <tr class={line.differs.then_some("is-different")}>
            <th scope="row">{ subject }</th>
            <td class="figure">{ for line.weight.map(|weight| weight.to_string()) }</td>
            <td>{ formula }</td>
            <td>{ for line.inputs.iter().map(|input| html! { <span class="input">{ input_name(&input.name, t) }{ " " }<b>{ &input.read }</b></span> }) }</td>
            <td class="figure">{ points(&line.points, scale, t) }</td>
            <td class="figure">
                { line.printed.map_or_else(|| t.blank().to_owned(), |printed| printed.to_string()) }
                if line.differs { <span class="differs">{ t.score_differs() }</span> }
            </td>
        </tr>
    }
}

fn input_name(name: &str, t: Text) -> String {
    match name {
        "target" => t.input_target().to_owned(),
        "actual" => t.input_actual().to_owned(),
        "executed" => t.input_executed().to_owned(),
        "annual" => t.input_annual().to_owned(),
        other => t.kit(&format!("input-{other}")),
    }
}

fn points(points: &Points, scale: u32, t: Text) -> String {
    let fixed = |number: &Number| number.fixed(scale, Rounding::HalfUp);
    match points {
        Points::Determined { rounded, .. } => fixed(rounded),
        Points::Undetermined { low, high } => t.score_between(&fixed(high), &fixed(low)),
    }
}

/// 目标质量得分: points of each dimension and what was taken off.
pub(crate) fn quality(card: &QualityCard, title: &dyn Fn(&str) -> String, t: Text) -> Html {
    let fixed = |number: Number| number.fixed(card.scale, Rounding::HalfUp);
    let columns = [
        (t.score_dimension(), false),
        (t.score_weight(), true),
        (t.score_deductions(), false),
        (t.score_points(), true),
    ];
    let lines = card.lines.iter().map(|line| {
        html! {
            <tr>
                <th scope="row">{ t.kit(&format!("dimension-{}", line.dimension.name())) }</th>
                <td class="figure">{ line.weight.to_string() }</td>
                <td>
                    if line.deductions.is_empty() { { t.score_nothing_off() } }
                    { for line.deductions.iter().map(|(rule, count, off)| html! {
                        <span class="input">{ t.score_off(&count.to_string(), &off.to_string(), &title(rule.as_str())) }</span>
                    }) }
                </td>
                <td class="figure">{ fixed(line.points) }</td>
            </tr>
        }
    });
    html! {
        <section class="score" data-score="quality">
            <h2>{ t.score_quality() }</h2>
            <p class="score-total">
                <b data-total="computed">{ card.total.map_or_else(|| t.score_not_determined().to_owned(), fixed) }</b>
                if let Some(grade) = &card.grade { <span class="grade">{ grade }</span> }
            </p>
            { table(t.score_quality(), &columns, lines.collect()) }
            { basis(&card.basis, t) }
        </section>
    }
}

/// A table that may be wider than the screen; columns are labels and whether figures stand under them.
fn table(label: &'static str, columns: &[(&'static str, bool)], lines: Vec<Html>) -> Html {
    html! {
        <div class="score-scroll" tabindex="0" role="region" aria-label={label}>
            <table>
                <caption class="hidden">{ label }</caption>
                <thead><tr>
                    { for columns.iter().map(|(label, figure)| html! { <th scope="col" class={figure.then_some("figure")}>{ *label }</th> }) }
                </tr></thead>
                <tbody>{ for lines }</tbody>
            </table>
        </div>
    }
}

fn basis(basis: &[String], t: Text) -> Html {
    html! { <p class="basis">{ t.score_basis(&basis.join("、")) }</p> }
}
