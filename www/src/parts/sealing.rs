//! 加密传送: how a bundle is sealed, and how a sealed one is opened.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, Html, Properties, function_component, html, use_node_ref};

use super::button::{button, says};
use crate::{
    browser::sealer::Keys,
    state::{
        Action,
        handing::Hand,
        sealing::{How, LEAST, Sealed, Unseal, private_keys},
        typing,
    },
    words::Text,
};

/// Where what is typed stands until the bundle is made.
pub(crate) const KEYS: &str = "seal-keys";
pub(crate) const ONCE: &str = "seal-passphrase";
pub(crate) const AGAIN: &str = "seal-passphrase-again";

/// Closed until somebody wants it.
pub(crate) fn html(how: How, t: Text, send: &Callback<Action>) -> Html {
    let label = |how| match how {
        How::Not => t.sealing_not(),
        How::Keys => t.sealing_keys(),
        How::Passphrase => t.sealing_passphrase(),
    };
    let choice = |one: How| {
        let choose = send.reform(move |_: yew::Event| Action::Hand(Hand::Sealing(one)));
        html! {
            <label>
                <input type="radio" name="sealing" value={one.name()} checked={how == one} onchange={choose} />
                <span>{ label(one) }</span>
            </label>
        }
    };
    let secret = |id: &'static str, label: &'static str| {
        html! {
            <>
                <label for={id}>{ label }</label>
                <input {id} class="key" type="password" autocomplete="off" spellcheck="false" aria-describedby="sealing-help" />
            </>
        }
    };
    html! {
        <details class="sealing" data-sealing={how.name()}>
            <summary>
                { t.sealing() }
                if how != How::Not { <b>{ label(how) }</b> }
            </summary>
            <p>{ t.sealing_how() }</p>
            <fieldset class="paste-ways" aria-label={t.sealing_choice()}>
                <legend>{ t.sealing_choice() }</legend>
                { for How::ALL.map(choice) }
            </fieldset>
            if how == How::Keys {
                <div class="answer">
                    <label for={KEYS}>{ t.sealing_to() }</label>
                    <textarea id={KEYS} class="key" rows="3" autocomplete="off" spellcheck="false" aria-describedby="sealing-help" />
                    <p id="sealing-help" class="answer-help">{ t.sealing_to_help() }</p>
                </div>
            }
            if how == How::Passphrase {
                <div class="answer">
                    { secret(ONCE, t.sealing_once()) }
                    { secret(AGAIN, t.sealing_again()) }
                    <p id="sealing-help" class="answer-help">{ t.sealing_passphrase_help(&LEAST.to_string()) }</p>
                </div>
            }
            <ul class="sealing-what">
                <li>{ t.sealing_protects() }</li>
                <li>{ t.sealing_not_sender() }</li>
                <li>{ t.sealing_not_after() }</li>
                <li>{ t.sealing_lost() }</li>
            </ul>
        </details>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) busy: bool,
    /// Why it was not opened.
    pub(crate) refused: Option<String>,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

impl Props {
    pub(crate) fn of(sealed: &Sealed, t: Text, send: &Callback<Action>) -> Self {
        let refused = sealed.refused.as_ref().map(|refused| refused.words(t));
        Self { busy: sealed.busy, refused, t, send: send.clone() }
    }
}

/// Asks for what opens a sealed file. It is read from the inputs when it is used, and goes with them.
#[function_component(UnsealPart)]
pub(crate) fn unseal(props: &Props) -> Html {
    let Props { busy, refused, t, send } = props;
    let (words, key, file) = (use_node_ref(), use_node_ref(), use_node_ref());
    let open = {
        let (words, key, file, send, busy) = (words.clone(), key.clone(), file.clone(), send.clone(), *busy);
        Callback::from(move |()| {
            if busy {
                return;
            }
            let passphrase = words.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let typed = key.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default();
            let of = file.cast::<HtmlInputElement>().and_then(|input| input.files()?.get(0));
            let keys = Keys { keys: private_keys(&typed), passphrase };
            send.emit(Action::Unseal(Unseal::Open { keys, of }));
        })
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: yew::KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() && !typing::composing() {
                event.prevent_default();
                open.emit(());
            }
        })
    };
    let describes = if refused.is_some() { "unseal-refused unseal-help" } else { "unseal-help" };
    html! {
        <div class="answer" data-dialog="sealed" data-busy={busy.then_some("")}>
            <p>{ t.unseal_what() }</p>
            <label for="dialog-first">{ t.unseal_passphrase() }</label>
            <input id="dialog-first" class="key" ref={words} type="password" autocomplete="off" spellcheck="false" aria-describedby={describes} {onkeydown} />
            <label for="unseal-key">{ t.unseal_key() }</label>
            <textarea id="unseal-key" class="key" ref={key} rows="2" autocomplete="off" spellcheck="false" aria-describedby={describes} />
            <label for="unseal-file">{ t.unseal_file() }</label>
            <input id="unseal-file" ref={file} type="file" aria-describedby={describes} />
            <p id="unseal-help" class="answer-help">{ t.unseal_help() }</p>
            if let Some(why) = refused { <p id="unseal-refused" class="refused" role="alert">{ why }</p> }
            if *busy { <p role="status">{ t.unsealing() }</p> }
            <div class="dialog-buttons">
                { button("main", "unseal", t.unseal(), open.reform(|_| ())) }
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
            </div>
        </div>
    }
}
