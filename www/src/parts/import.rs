//! A workbook before it becomes documents: how each sheet was understood, and what has no place.

use jibiao_kit::excel::{Imported, Origin, Remark};
use yew::{Callback, Html, TargetCast, html};

use super::button::{button, says};
use crate::{
    state::{
        Action,
        importing::{Bring, Importing, Told, on_sheet, told},
    },
    words::Text,
};

/// How many texts are listed of each document.
const LISTED: usize = 200;

pub(crate) fn html(importing: &Importing, t: Text, send: &Callback<Action>) -> Html {
    let import = &importing.import;
    let count = import.documents.len();
    // Of our own tables nobody has to guess which form they are.
    let own = import.unknown.is_empty() && import.documents.iter().all(|imported| imported.origin == Origin::Own);
    let choose = send.reform(|event: yew::Event| {
        let select = event.target_dyn_into::<web_sys::HtmlSelectElement>();
        Action::Bring(Bring::Form(select.map(|select| select.value()).unwrap_or_default()))
    });
    html! {
        <>
            <p data-dialog="imported">{ if count == 0 { t.import_nothing().to_owned() } else { t.import_what(&count.to_string()) } }</p>
            if !own {
            <p class="import-form">
                <label for="import-form">{ t.import_form() }</label>
                <select id="import-form" onchange={choose}>
                    <option value="" selected={importing.form.is_empty()}>{ t.import_any() }</option>
                    { for importing.forms.iter().map(|(id, title)| html! {
                        <option value={id.clone()} selected={importing.form == *id}>{ title }</option>
                    }) }
                </select>
            </p>
            }
            <div class="import">
                { for import.documents.iter().map(|imported| document(imported, t)) }
                { list("unknown", t.import_unknown(), import.unknown.clone()) }
                { list("refused", t.import_refused(), import.refused.iter().map(|refused| {
                    [refused.sheet.as_str(), t.colon(), &refused.error.message(t.0)].concat()
                }).collect()) }
                { list("remarks", t.import_remarks(), import.remarks.iter().map(|remark| remark_words(remark, t)).collect()) }
            </div>
            <div class="dialog-buttons">
                <button type="button" class="main" data-action="import-take" disabled={count == 0} onclick={says(send, || Action::Bring(Bring::Take))}>
                    { if count > 1 { t.import_take_all(&count.to_string()) } else { t.import_take().to_owned() } }
                </button>
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
            </div>
        </>
    }
}

fn document(imported: &Imported, t: Text) -> Html {
    let draft = &imported.draft;
    let (more, plain) = told(imported, t);
    let name = crate::state::desk::name_of(draft);
    html! {
        <section class="import-document" data-imported={imported.origin.name()}>
            <h3>
                if imported.sheet != t.label(&draft.form().title) { { &imported.sheet }{ t.colon() } }
                { t.label(&draft.form().title) }{ " " }<b>{ name }</b>
            </h3>
            <p class="verdict-with">
                { t.kit(&["origin-", imported.origin.name()].concat()) }{ " · " }
                { if imported.arrivals.is_empty() { t.import_same().to_owned() } else { t.import_placed(&plain.len().to_string(), &more.len().to_string()) } }
            </p>
            { lines(&more, t) }
            if !plain.is_empty() {
                <details class="import-all">
                    <summary>{ t.import_all(&plain.len().to_string()) }</summary>
                    { lines(&plain, t) }
                </details>
            }
        </section>
    }
}

fn lines(told: &[Told], t: Text) -> Html {
    if told.is_empty() {
        return Html::default();
    }
    let rest = told.len().saturating_sub(LISTED);
    html! {
        <ul class="import-told">
            { for told.iter().take(LISTED).map(|told| html! {
                <li class={told.odd.then_some("is-odd")}>
                    <span>{ &told.place }</span><span>{ &told.text }</span><small>{ &told.fate }</small>
                </li>
            }) }
            if rest > 0 { <li>{ t.import_more(&rest.to_string()) }</li> }
        </ul>
    }
}

fn list(name: &'static str, title: &str, lines: Vec<String>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="import-document" data-import={name}>
            <h3>{ title }</h3>
            <ul>{ for lines.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}

fn remark_words(remark: &Remark, t: Text) -> String {
    let at = remark.at.map(|(row, column)| on_sheet(row, column, t));
    let words = t.kit(&["remark-", remark.kind.name()].concat());
    let parts = [remark.sheet.as_str(), &at.unwrap_or_default(), &words, &remark.text];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
