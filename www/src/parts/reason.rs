//! 填写情况说明: why a finding may stand.

use jibiao_kit::reason_letters;
use web_sys::{Element, HtmlTextAreaElement};
use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, Properties, TargetCast, function_component, html,
    use_effect_with, use_node_ref, use_state,
};

use super::button::{button, says};
use crate::{
    browser::dom,
    state::{Action, Shared, check::Note, typing},
    words::Text,
};

/// What a reason is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    pub(crate) note: Shared<Note>,
    /// What was typed or given before.
    pub(crate) initial: AttrValue,
    /// Letters and digits that it takes.
    pub(crate) least: AttrValue,
    /// Why the last one was not taken.
    pub(crate) refused: Option<AttrValue>,
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) asked: Asked,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

/// The text belongs to its input: it is written once, when the dialog opens, and read when it is given.
#[function_component(ReasonPart)]
pub(crate) fn reason(props: &Props) -> Html {
    let Props { asked, t, send } = props;
    let Asked { note, initial, least, refused } = asked;
    let node = use_node_ref();
    let length = use_state(|| reason_letters(initial));
    {
        let (node, initial) = (node.clone(), initial.clone());
        use_effect_with(note.key.clone(), move |_| {
            if let Some(area) = node.cast::<Element>() {
                dom::set_value(&area, &initial);
            }
        });
    }
    let oninput = {
        let (send, key, length) = (send.clone(), note.key.clone(), length.clone());
        Callback::from(move |event: InputEvent| {
            let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() else { return };
            length.set(reason_letters(&area.value()));
            send.emit(Action::Unsaid { finding: key.clone(), reason: area.value() });
        })
    };
    let give = {
        let (send, key, node) = (send.clone(), note.key.clone(), node.clone());
        Callback::from(move |()| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                send.emit(Action::Waive { finding: key.clone(), reason: area.value() });
            }
        })
    };
    let onkeydown = {
        let give = give.clone();
        Callback::from(move |event: KeyboardEvent| {
            let composing = event.is_composing() || typing::composing();
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !composing {
                event.prevent_default();
                give.emit(());
            }
        })
    };
    let describes =
        if refused.is_some() { "reason-refused reason-help reason-length" } else { "reason-help reason-length" };
    html! {
        <div class="answer" data-dialog="reason">
            <p class="answer-place">{ &note.place }</p>
            <p>{ &note.what }</p>
            if let Some(lapsed) = &note.lapsed { <p class="reason is-lapsed">{ &lapsed.why }</p> }
            <label for="reason">{ t.reason() }</label>
            if let Some(why) = refused { <p id="reason-refused" class="refused" role="alert">{ why }</p> }
            <textarea id="reason" ref={node} rows="4" autocomplete="off" spellcheck="false" aria-describedby={describes}
                aria-invalid={refused.is_some().then_some("true")} {oninput} {onkeydown} />
            <p id="reason-length" class="hint-length">{ t.reason_length(least, &length.to_string()) }</p>
            <p id="reason-help" class="answer-help">{ t.reason_help() }</p>
            <div class="dialog-buttons">
                { button("main", "waive", t.give(), give.reform(|_| ())) }
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
            </div>
        </div>
    }
}
