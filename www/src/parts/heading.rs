//! Where the headers of a table from a spreadsheet stand: found, and put right by hand where that was wrong.

use jibiao_kit::table::{Grid, Mapping};
use web_sys::HtmlSelectElement;
use yew::{Callback, Html, TargetCast, html};

use crate::{state::Action, words::Text};

/// How far down a person may say that headers stand.
const ROWS: usize = 30;
/// How much of a row is told to know it by.
const TEXTS: usize = 4;
const LETTERS: usize = 10;

pub(crate) fn html(
    grid: &Grid,
    mapping: &Mapping,
    t: Text,
    send: &Callback<Action>,
    say: fn(Option<usize>) -> Action,
) -> Html {
    // Of several rows the lowest one names the columns.
    let now = mapping.head.clone().next_back();
    let chosen = send.reform(move |event: yew::Event| {
        say(event.target_dyn_into::<HtmlSelectElement>().and_then(|list| list.value().parse().ok()))
    });
    let rows = (0..grid.height().min(ROWS)).chain(now.filter(|row| *row >= ROWS)).filter(|row| !grid.is_blank(*row));
    html! {
        <label class="paste-head">
            <span>{ t.paste_head() }</span>
            <select id="paste-head" onchange={chosen}>
                <option value="" selected={now.is_none()}>{ t.paste_no_head() }</option>
                { for rows.map(|row| html! {
                    <option value={row.to_string()} selected={now == Some(row)}>{ t.paste_head_row(&row.saturating_add(1).to_string(), &told(grid, row)) }</option>
                }) }
            </select>
        </label>
    }
}

/// The first texts of a row.
fn told(grid: &Grid, row: usize) -> String {
    let texts = (0..grid.width()).map(|column| grid.own(row, column)).filter(|text| !text.is_empty());
    let texts: Vec<String> = texts.take(TEXTS).map(|text| text.chars().take(LETTERS).collect()).collect();
    texts.join(" | ")
}
