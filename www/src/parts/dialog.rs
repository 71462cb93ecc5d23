//! Questions that have to be answered first. The focus stays inside until they are, and goes back where it was.

use std::{collections::BTreeMap, rc::Rc};

use jibiao_kit::Explanation;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{AttrValue, Callback, Html, NodeRef, Properties, function_component, html, use_effect_with, use_node_ref};

use super::{icon::Icon, rule_page};
use crate::{
    app::Dialog,
    browser::clock,
    state::{Action, action::Clash},
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) dialog: Dialog,
    pub(crate) explanation: Option<Rc<Explanation>>,
    /// Names of cells and columns, for the examples of a rule.
    pub(crate) labels: BTreeMap<String, AttrValue>,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(DialogPart)]
pub(crate) fn dialog(props: &Props) -> Html {
    let Props { dialog, t, send, .. } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(dialog.clone(), move |_| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.focus();
            }
        });
    }
    let close = send.reform(|_: yew::MouseEvent| Action::Dismiss);
    let (title, body) = content(props);
    html! {
        <div class="veil">
            <div class="dialog" ref={node.clone()} role="dialog" aria-modal="true" aria-labelledby="dialog-title" tabindex="-1"
                onkeydown={keep_inside(&node, send)}>
                <div class="dialog-head">
                    <h2 id="dialog-title">{ title }</h2>
                    <button type="button" class="fold" data-action="dismiss" aria-label={t.close()} onclick={close}>{ Icon::Close.html() }</button>
                </div>
                { body }
            </div>
        </div>
    }
}

/// Esc closes; Tab goes round.
fn keep_inside(node: &NodeRef, send: &Callback<Action>) -> Callback<yew::KeyboardEvent> {
    let (node, send) = (node.clone(), send.clone());
    Callback::from(move |event: yew::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            send.emit(Action::Dismiss);
        }
        if event.key() != "Tab" {
            return;
        }
        let Some(dialog) = node.cast::<HtmlElement>() else { return };
        let Ok(inside) = dialog.query_selector_all("button, input, summary, [href]") else { return };
        let at = |index: u32| inside.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
        let (first, last) = (at(0), inside.length().checked_sub(1).and_then(at));
        let active: Option<HtmlElement> = crate::browser::dom::active().and_then(|element| element.dyn_into().ok());
        let leaving =
            if event.shift_key() { active == first || active.as_ref() == Some(&dialog) } else { active == last };
        let to = if event.shift_key() { last } else { first };
        if let Some(to) = to.filter(|_| leaving) {
            event.prevent_default();
            let _ = to.focus();
        }
    })
}

fn content(props: &Props) -> (String, Html) {
    let Props { dialog, t, send, .. } = props;
    let button = |class: &'static str, name: &'static str, label: &'static str, action: fn() -> Action| {
        let act = send.reform(move |_: yew::MouseEvent| action());
        html! { <button type="button" {class} data-action={name} onclick={act}>{ label }</button> }
    };
    let buttons = |inside: Html| html! { <div class="dialog-buttons">{ inside }</div> };
    match dialog {
        Dialog::BadFile { name, message } => (
            t.bad_file(name),
            html! {
                <>
                    <p data-dialog="bad-file">{ message }</p>
                    { buttons(html! { <>{ button("main", "open-file", t.choose_other_file(), || Action::PickFile) }{ button("quiet", "dismiss", t.close(), || Action::Dismiss) }</> }) }
                </>
            },
        ),
        Dialog::OtherEdition { name, message } => (
            t.other_edition(name),
            html! {
                <>
                    <p data-dialog="other-edition">{ message }</p>
                    <p>{ t.other_edition_what() }</p>
                    { buttons(html! { <>{ button("main", "rebind", t.rebind(), || Action::Rebind) }{ button("quiet", "dismiss", t.cancel(), || Action::Dismiss) }</> }) }
                </>
            },
        ),
        Dialog::Clash { name, card } => (
            t.clash().to_owned(),
            html! {
                <>
                    <p data-dialog="clash">{ t.clash_what(name, &clock::day_and_time(card.changed)) }</p>
                    { buttons(html! {
                        <>
                            { button("main", "open-copy", t.clash_copy(), || Action::Settle(Clash::Copy)) }
                            { button("quiet", "replace-draft", t.clash_replace(), || Action::Settle(Clash::Replace)) }
                            { button("quiet", "keep-draft", t.clash_keep(), || Action::Settle(Clash::KeepDraft)) }
                            { button("quiet", "dismiss", t.cancel(), || Action::Dismiss) }
                        </>
                    }) }
                </>
            },
        ),
        Dialog::NotWritten { message } => (
            t.not_written().to_owned(),
            html! { <><p>{ t.not_written_what(message) }</p>{ buttons(button("main", "save-file", t.save_file(), || Action::SaveFile)) }</> },
        ),
        Dialog::Leave => (
            t.leave().to_owned(),
            html! {
                <>
                    <p data-dialog="leave">{ t.leave_what() }</p>
                    { buttons(html! {
                        <>
                            { button("main", "save-file", t.save_file(), || Action::SaveFile) }
                            { button("quiet", "leave-anyway", t.leave_anyway(), || Action::LeaveAnyway) }
                            { button("quiet", "dismiss", t.cancel(), || Action::Dismiss) }
                        </>
                    }) }
                </>
            },
        ),
        Dialog::Why { rule } => match &props.explanation {
            Some(explanation) => {
                let label = |cell: &str| props.labels.get(cell).map_or_else(|| cell.to_owned(), ToString::to_string);
                (explanation.title.clone(), rule_page::html(explanation, &label, *t))
            }
            None => (rule.clone(), Html::default()),
        },
        Dialog::Keys => (t.keys().to_owned(), keys(*t)),
    }
}

fn keys(t: Text) -> Html {
    let keys = [
        ("Enter", t.key_enter()),
        ("Ctrl+Enter", t.row_below()),
        ("Alt+↑ / Alt+↓", t.key_move()),
        ("Ctrl+D", t.fill_down()),
        ("Ctrl+Z / Ctrl+Y", t.key_undo()),
        ("Ctrl+S", t.save_file()),
        ("F8 / Shift+F8", t.key_next_finding()),
    ];
    html! {
        <dl class="keys">
            { for keys.into_iter().map(|(key, what)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> }) }
        </dl>
    }
}
