//! 从清单新建: a list of projects before it becomes documents. Each of its columns can be sent elsewhere, each row left out.

use jibiao_kit::{
    Concept, Language, Listed,
    model::Kind,
    table::{Fate, Use},
};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

use super::{
    button::{button, chosen, says},
    heading,
    icon::Icon,
};
use crate::{
    state::{
        Action,
        batch::{Batch, Batching, title},
    },
    words::Text,
};

/// How many rows and columns are shown.
const ROWS: usize = 60;
const COLUMNS: usize = 30;

pub(crate) fn html(batching: &Batching, t: Text, send: &Callback<Action>) -> Html {
    let form = send.reform(|event: yew::Event| Action::Batch(Batch::Form(chosen(&event))));
    html! {
        <div class="paste" data-dialog="batch">
            <label class="batch-form">{ t.batch_form() }
                <select id="batch-form" onchange={form}>
                    { for batching.forms.iter().map(|(id, title)| html! {
                        <option value={id.clone()} selected={batching.form() == id}>{ title }</option>
                    }) }
                </select>
            </label>
            { match &batching.listed {
                None => here(t, send),
                Some(listed) => preview(batching, listed, t, send),
            } }
        </div>
    }
}

/// The place to paste a list into.
fn here(t: Text, send: &Callback<Action>) -> Html {
    let keep = Callback::from(|event: yew::InputEvent| {
        // What is no table stands nowhere.
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.set_value("");
        }
    });
    html! {
        <>
            <p>{ t.batch_how() }</p>
            <textarea id="dialog-first" class="paste-here" data-list-here="" rows="3" placeholder={t.paste_here()}
                aria-label={t.paste_here()} oninput={keep} />
            <div class="dialog-buttons">
                { button("quiet", "batch-file", t.batch_file(), says(send, || Action::Batch(Batch::PickFile))) }
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
            </div>
        </>
    }
}

fn preview(batching: &Batching, listed: &Listed, t: Text, send: &Callback<Action>) -> Html {
    let count = batching.count();
    let named = batching.roster.naming().is_some_and(|naming| listed.mapping.columns.contains(&Some(naming)));
    let make = says(send, || Action::Batch(Batch::Make));
    let rows = shown_rows(listed);
    html! {
        <>
            <p class="paste-sum" data-batch="sum">{ if named { t.batch_sum(&count.to_string()) } else { t.batch_unnamed().to_owned() } }</p>
            { remarks(batching, listed, t) }
            <div class="batch-also">
                { heading::html(&listed.grid, &listed.mapping, t, send, |head| Action::Batch(Batch::Head(head))) }
                { also(batching, Concept::Year, t.batch_year(), &batching.year, send.reform(|text| Action::Batch(Batch::Year(text)))) }
                { also(batching, Concept::Department, t.batch_department(), &batching.department, send.reform(|text| Action::Batch(Batch::Department(text)))) }
            </div>
            <div class="paste-table" tabindex="0" role="region" aria-label={t.batch_preview()}>
                <table>
                    <thead><tr>
                        <th scope="col" class="paste-number"><span class="hidden">{ t.paste_takes() }</span></th>
                        <th scope="col" class="paste-fate">{ t.paste_fate() }</th>
                        { for columns(listed).map(|from| column(batching, listed, from, t, send)) }
                    </tr></thead>
                    <tbody>{ for rows.iter().take(ROWS).map(|at| row(batching, listed, *at, t, send)) }</tbody>
                </table>
                if rows.len() > ROWS {
                    <p class="paste-more">{ t.paste_more(&rows.len().saturating_sub(ROWS).to_string()) }</p>
                }
            </div>
            <div class="dialog-buttons">
                <button type="button" id="dialog-first" class="main" data-action="batch-make" disabled={count == 0} onclick={make}>{ t.batch_make(&count.to_string()) }</button>
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
                <span class="paste-undo">{ t.batch_undo() }</span>
            </div>
        </>
    }
}

/// A text for all documents, where the list has no column for it.
fn also(batching: &Batching, concept: Concept, label: &'static str, text: &str, say: Callback<String>) -> Html {
    if batching.has(concept) {
        return Html::default();
    }
    let change = Callback::from(move |event: yew::Event| {
        say.emit(event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default());
    });
    html! { <label>{ label }<input type="text" data-also={concept.to_string()} value={text.to_owned()} onchange={change} /></label> }
}

fn columns(listed: &Listed) -> std::ops::Range<usize> {
    0..listed.grid.width().min(COLUMNS)
}

fn shown_rows(listed: &Listed) -> Vec<usize> {
    let mut rows = Vec::new();
    for (at, row) in listed.plan.rows.iter().enumerate() {
        if row.fate != Fate::Head && !listed.grid.is_blank(at) {
            rows.push(at);
        }
    }
    rows
}

/// What does not fit, and what may be wrong.
fn remarks(batching: &Batching, listed: &Listed, t: Text) -> Html {
    let mut remarks: Vec<(&'static str, String)> = Vec::new();
    let mut unplaced = Vec::new();
    for column in batching.roster.unplaced(listed) {
        unplaced.push(title(&listed.grid, &listed.mapping, column));
    }
    if listed.grid.is_cut() {
        remarks.push(("cut", t.paste_cut().to_owned()));
    }
    if listed.plan.tally.homeless > 0 {
        remarks.push(("homeless", t.batch_homeless(&listed.plan.tally.homeless.to_string())));
    }
    if !batching.there.is_empty() {
        remarks.push(("there", t.batch_there(&batching.there.len().to_string())));
    }
    let doubts = batching.doubts();
    if doubts > 0 {
        remarks.push(("doubtful", t.paste_doubtful(&doubts.to_string())));
    }
    if !unplaced.is_empty() {
        remarks.push(("unplaced", t.batch_unplaced(&unplaced.join(if t.0 == Language::Zh { "、" } else { ", " }))));
    }
    html! {
        <ul class="paste-remarks">
            { for remarks.into_iter().map(|(name, words)| html! {
                <li data-batch={name} class="is-warning">{ Icon::Warning.html() }<span>{ words }</span></li>
            }) }
        </ul>
    }
}

/// A column with its own header, and where it goes.
fn column(batching: &Batching, listed: &Listed, from: usize, t: Text, send: &Callback<Action>) -> Html {
    let now = listed.mapping.columns.get(from).copied().flatten();
    let choose = send.reform(move |event: yew::Event| Action::Batch(Batch::Column(from, chosen(&event).parse().ok())));
    let title = title(&listed.grid, &listed.mapping, from);
    let label = t.paste_column(&title);
    let unit = listed.units.get(from).copied().flatten();
    html! {
        <th scope="col" class={now.is_none().then_some("is-out")}>
            <span class="paste-title">{ title }</span>
            <select data-paste-column={from.to_string()} aria-label={label} onchange={choose}>
                <option value="" selected={now.is_none()}>{ t.paste_nowhere() }</option>
                { for batching.roster.columns().iter().enumerate().map(|(at, column)| html! {
                    <option value={at.to_string()} selected={now == Some(at)}>{ t.label(&column.label) }</option>
                }) }
            </select>
            if let Some(unit) = unit {
                <small>{ t.batch_unit(unit.label()) }</small>
            }
        </th>
    }
}

fn row(batching: &Batching, listed: &Listed, at: usize, t: Text, send: &Callback<Action>) -> Html {
    let Some(planned) = listed.plan.rows.get(at) else { return Html::default() };
    let becomes = batching.roster.becomes(listed, at);
    let fate = match planned.fate {
        _ if becomes => t.paste_new(),
        Fate::LeftOut if batching.there.contains(&at) => t.batch_is_there(),
        Fate::LeftOut => t.paste_left_out(),
        Fate::Homeless => t.paste_no_place(),
        Fate::Total => t.paste_total(),
        Fate::New => t.batch_nameless(),
        _ => t.paste_beside(),
    };
    let may = becomes || planned.fate == Fate::LeftOut;
    let toggle = send.reform(move |_: MouseEvent| Action::Batch(Batch::Row(at)));
    html! {
        <tr data-batch-row={at.to_string()} class={(!becomes).then_some("is-out")}>
            <td class="paste-number">
                if may {
                    <input type="checkbox" checked={becomes} onclick={toggle} aria-label={t.paste_row(&at.saturating_add(1).to_string())} />
                }
            </td>
            <td class="paste-fate">{ fate }</td>
            { for columns(listed).map(|from| {
                let own = listed.grid.own(at, from);
                let Some(cell) = planned.cells.iter().find(|cell| cell.from == from) else { return html! { <td class="is-out">{ short(own) }</td> } };
                let money = batching.roster.columns().get(cell.to).is_some_and(|column| column.kind == Kind::Money);
                let odd = cell.doubt.is_some() || cell.used == Use::TooLong;
                html! { <td class={yew::classes!(money.then_some("is-figure"), odd.then_some("is-doubtful"))}>{ short(&cell.text) }</td> }
            }) }
        </tr>
    }
}

/// What was made, and what of the list is in no document.
pub(crate) fn done(count: usize, left: &[String], t: Text, send: &Callback<Action>) -> Html {
    html! {
        <>
            <p data-dialog="batch-done">{ t.batch_done(&count.to_string()) }</p>
            <ul class="batch-left" tabindex="0" aria-label={t.batch_left()}>{ for left.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            <div class="dialog-buttons">{ button("main", "dismiss", t.close(), says(send, || Action::Dismiss)) }</div>
        </>
    }
}

/// As much of a text as a preview needs.
fn short(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}
