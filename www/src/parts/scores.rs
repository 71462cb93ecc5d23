//! Scores with everything they were made from.

use jibiao_kit::{
    Draft, Line, Points, QualityCard, Scorecard,
    model::{Formula, LineSubject, Number, Rounding, ScoreInput},
};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, html};

use super::{
    button::{button, says},
    charts,
};
use crate::{
    state::{
        Action, Field,
        trial::{Trial, result_of},
    },
    words::Text,
};

/// What a scorecard is drawn from.
pub(crate) struct Performance<'a> {
    pub(crate) card: &'a Scorecard,
    /// The same with results that are only tried.
    pub(crate) tried: Option<&'a Scorecard>,
    pub(crate) trial: &'a Trial,
    pub(crate) draft: &'a Draft,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

/// 绩效得分: every line with its formula, its inputs and what stands in the form; opened, how it was computed.
pub(crate) fn performance(props: &Performance<'_>) -> Html {
    let Performance { card, tried, t, send, .. } = props;
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
                <b data-total="computed">{ points(&card.total, card.scale, *t) }</b>
                if let Some(grade) = &card.grade { <span class="grade">{ grade }</span> }
                if let Some(printed) = card.printed_total {
                    <span class={yew::classes!("printed", card.total_differs.then_some("is-different"))} data-total="printed">{ t.score_printed(&printed.to_string()) }</span>
                }
                if card.total_differs { <span class="differs">{ t.score_differs() }</span> }
            </p>
            if let Some(tried) = tried {
                <div class="trial" data-trial="" role="status">
                    <p><b class="trial-mark">{ t.trial() }</b>{ " " }{ t.trial_total(&said(card, *t), &said(tried, *t)) }{ " " }<small>{ t.trial_what() }</small></p>
                    { button("quiet", "end-trial", t.trial_end(), says(send, || Action::EndTrial)) }
                </div>
            }
            if matches!(card.total, Points::Undetermined { .. }) { <p class="score-open">{ t.score_open() }</p> }
            if let Some(scaled) = card.rescaled { <p class="score-open">{ t.score_rescaled(&scaled.from.to_string(), &scaled.to.to_string()) }</p> }
            { table(t.score_lines(), &columns, card.lines.iter().enumerate().map(|(at, line)| line_html(props, at, line)).collect()) }
            { charts::categories(card, props.draft, *t) }
            { charts::completion(card, *t) }
            { basis(&card.basis, *t) }
        </section>
    }
}

/// Total and grade in one phrase.
fn said(card: &Scorecard, t: Text) -> String {
    let total = points(&card.total, card.scale, t);
    card.grade.as_ref().map_or_else(|| total.clone(), |grade| format!("{total} {grade}"))
}

fn line_html(props: &Performance<'_>, at: usize, line: &Line) -> Html {
    let Performance { card, tried, trial, t, send, .. } = props;
    let scale = card.scale;
    let subject = match &line.subject {
        LineSubject::Execution => t.kit("subject-execution"),
        LineSubject::Indicator { name } => name.clone(),
    };
    let open = trial.opened.contains(&at);
    let toggle = send.reform(move |_: yew::MouseEvent| Action::OpenLine(at));
    let now = tried.and_then(|card| card.lines.get(at)).filter(|now| now.points != line.points);
    html! {
        <>
            <tr class={line.differs.then_some("is-different")} data-line={at.to_string()}>
                <th scope="row">
                    <button type="button" class="derive" data-action="open-line" aria-expanded={open.to_string()}
                        aria-controls={open.then(|| format!("derivation-{at}"))} onclick={toggle}>{ subject }</button>
                </th>
                <td class="figure">{ for line.weight.map(|weight| weight.to_string()) }</td>
                <td>{ formula_words(line, *t) }</td>
                <td>{ inputs(&line.inputs, *t) }</td>
                <td class="figure">
                    { points(&line.points, scale, *t) }
                    if let Some(now) = now {
                        <span class="trial-points"><span class="trial-mark">{ t.trial() }</span>{ " " }{ points(&now.points, scale, *t) }</span>
                    }
                </td>
                <td class="figure">
                    { line.printed.map_or_else(|| t.blank().to_owned(), |printed| printed.to_string()) }
                    if line.differs { <span class="differs">{ t.score_differs() }</span> }
                </td>
            </tr>
            if open { { derivation(props, at, line) } }
        </>
    }
}

/// How the points of a line come about, and a place to try another result.
fn derivation(props: &Performance<'_>, at: usize, line: &Line) -> Html {
    let Performance { card, tried, trial, draft, t, send } = props;
    let now = tried.and_then(|card| card.lines.get(at));
    let field = result_of(draft, line);
    html! {
        <tr class="derivation" id={format!("derivation-{at}")}>
            <td colspan="6">
                <p>{ worked(line, card.scale, *t) }</p>
                if let Some(rule) = &line.basis { { basis(std::slice::from_ref(rule), *t) } }
                if let Some(field) = field {
                    { try_it(trial.text(draft, &field).to_owned(), at, field, *t, send) }
                }
                if let Some(now) = now.filter(|now| *now != line) {
                    <p class="trial-line"><b class="trial-mark">{ t.trial() }</b>{ " " }{ worked(now, card.scale, *t) }</p>
                }
            </td>
        </tr>
    }
}

fn try_it(text: String, at: usize, field: Field, t: Text, send: &Callback<Action>) -> Html {
    let id = format!("try-{at}");
    let tell = {
        let send = send.clone();
        move |event: &web_sys::Event| {
            let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
            if let Some(input) = input {
                send.emit(Action::Try(field.clone(), input.value()));
            }
        }
    };
    let composed = tell.clone();
    let oninput = Callback::from(move |event: yew::InputEvent| {
        if !event.is_composing() {
            tell(&event);
        }
    });
    // What an input method put together is taken when the field is left.
    let onchange = Callback::from(move |event: yew::Event| composed(&event));
    html! {
        <p class="try"><label for={id.clone()}>{ t.trial_field() }</label>
            <input {id} data-try={at.to_string()} type="text" autocomplete="off" value={text} {oninput} {onchange} /></p>
    }
}

/// The formula with the numbers put in: `10 × min(1, 291 ÷ 300) = 9.7`.
fn worked(line: &Line, scale: u32, t: Text) -> String {
    let read = |name| read(line, name).map(str::to_owned);
    let weight = line.weight.map(|weight| weight.to_string());
    let (over, under) = match line.formula {
        Formula::Execution => ("executed", ["annual", "initial"]),
        Formula::Higher => ("actual", ["target", ""]),
        Formula::Lower => ("target", ["actual", ""]),
        _ => ("", ["", ""]),
    };
    let parts = weight.zip(read(over)).zip(under.iter().find_map(|name| read(name)));
    // Limits of the pack that came in are told in its own words.
    let parts = parts.filter(|_| line.inputs.len() == 2);
    let (exact, rounded) = match &line.points {
        Points::Determined { exact, rounded } => (exactly(*exact), rounded.fixed(scale, Rounding::HalfUp)),
        Points::Undetermined { .. } => return t.worked_open(&formula_words(line, t), &points(&line.points, scale, t)),
    };
    match parts {
        Some(((weight, over), under)) => t.worked_ratio(&exact, &over, &rounded, &under, &weight),
        None => t.worked(&exact, &formula_words(line, t), &rounded),
    }
}

/// An input without the sign of a target: that says which formula, and the number alone goes into it.
pub(crate) fn read<'l>(line: &'l Line, name: &str) -> Option<&'l str> {
    let input = line.inputs.iter().find(|input| input.name == name)?;
    Some(input.read.trim_start_matches(['≥', '≤', '=', '>', '<', ' ']))
}

/// `= 9.7`; decimals that go on and on are cut, and said to be.
fn exactly(number: Number) -> String {
    const SHOWN: u32 = 6;
    let cut = number.rounded(SHOWN, Rounding::HalfUp);
    if cut == number { format!("= {number}") } else { format!("≈ {cut}") }
}

pub(crate) fn inputs(inputs: &[ScoreInput], t: Text) -> Html {
    html! { <>{ for inputs.iter().map(|input| html! { <span class="input">{ input_name(&input.name, t) }{ " " }<b>{ &input.read }</b></span> }) }</> }
}

fn formula_words(line: &Line, t: Text) -> String {
    t.kit(&format!("formula-{}", line.formula.name()))
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

pub(crate) fn points(points: &Points, scale: u32, t: Text) -> String {
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
                { charts::figure(line.points, line.weight, &fixed(line.points)) }
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
pub(crate) fn table(label: &'static str, columns: &[(&'static str, bool)], lines: Vec<Html>) -> Html {
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

pub(crate) fn basis(basis: &[String], t: Text) -> Html {
    if basis.is_empty() {
        return Html::default();
    }
    html! { <p class="basis">{ t.score_basis(&basis.join("、")) }</p> }
}
