//! The bar over the desk: where one is, the save state, and the few things that are always at hand.

use jibiao_kit::Language;
use yew::{AttrValue, Callback, Html, Properties, function_component, html, use_state};

use super::{
    button::{button, says, says_of},
    icon::Icon,
    save_state,
};
use crate::{
    browser::files,
    state::{
        Action,
        desk::{Keeping, View},
        handing::Made,
        returning::Return,
    },
    store::FileMark,
    words::Text,
};

pub(crate) struct Props<'a> {
    /// Id of the document.
    pub(crate) id: AttrValue,
    pub(crate) name: &'a str,
    pub(crate) form: &'a str,
    pub(crate) keeping: &'a Keeping,
    pub(crate) mark: &'a FileMark,
    /// The last bundle.
    pub(crate) made: Option<&'a Made>,
    pub(crate) can_undo: bool,
    pub(crate) can_redo: bool,
    pub(crate) problems: usize,
    /// Whether something lies over the desk.
    pub(crate) covered: bool,
    /// Whether the form can be shown filled in.
    pub(crate) has_example: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    let on = |action: fn() -> Action| says(send, action);
    html! {
        <header class="bar" inert={props.covered}>
            <button type="button" class="bar-home" data-action="home" onclick={on(|| Action::Home)}>{ Icon::Back.html() }<span>{ t.home() }</span></button>
            <div class="bar-name"><strong>{ props.name }</strong><span>{ props.form }</span></div>
            { save_state::html(props.keeping, props.mark, props.made, *t) }
            <div class="bar-tools">
                { super::tasks::unfold(*t, send) }
                { super::problems::unfold(props.problems, *t, send) }
                <button type="button" class="quiet is-icon" data-action="undo" disabled={!props.can_undo} title={t.undo_keys()} onclick={on(|| Action::Step { back: true })}>{ Icon::Undo.html() }<span>{ t.undo() }</span></button>
                <button type="button" class="quiet is-icon" data-action="redo" disabled={!props.can_redo} title={t.redo_keys()} onclick={on(|| Action::Step { back: false })}>{ Icon::Redo.html() }<span>{ t.redo() }</span></button>
                <button type="button" class="quiet" data-action="save-file" title={t.save_keys()} onclick={on(|| Action::SaveFile)}>{ t.save_file() }</button>
                <More id={props.id.clone()} has_example={props.has_example} t={*t} send={Callback::clone(send)} />
                <button type="button" class="main" data-action="check" onclick={on(|| Action::Check)}>{ Icon::Tick.html() }{ t.check() }</button>
            </div>
        </header>
    }
}

#[derive(Properties, PartialEq)]
struct MoreProps {
    /// Id of the document.
    id: AttrValue,
    has_example: bool,
    t: Text,
    send: Callback<Action>,
}

/// What is needed once in a document's life.
#[function_component(More)]
fn more(props: &MoreProps) -> Html {
    let MoreProps { id, has_example, t, send } = props;
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: yew::MouseEvent| open.set(!*open))
    };
    let item = |name: &'static str, label: &'static str, action: fn() -> Action| {
        let (open, send) = (open.clone(), send.clone());
        let act = Callback::from(move |_: yew::MouseEvent| {
            open.set(false);
            send.emit(action());
        });
        html! { <li>{ button("", name, label, act) }</li> }
    };
    let shut = {
        let open = open.clone();
        Callback::from(move |_: yew::MouseEvent| open.set(false))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |event: yew::KeyboardEvent| {
            if event.key() == "Escape" {
                open.set(false);
            }
        })
    };
    let onfocusout = {
        let open = open.clone();
        Callback::from(move |event: yew::FocusEvent| {
            let inside = event.related_target().zip(event.current_target()).is_some_and(|(to, menu)| {
                use wasm_bindgen::JsCast;
                let (to, menu) = (to.dyn_into::<web_sys::Node>(), menu.dyn_into::<web_sys::Node>());
                to.ok().zip(menu.ok()).is_some_and(|(to, menu)| menu.contains(Some(&to)))
            });
            if !inside && event.related_target().is_some() {
                open.set(false);
            }
        })
    };
    html! {
        <div class="menu" {onkeydown} {onfocusout}>
            <button type="button" id="more" class="quiet" data-action="more" aria-expanded={open.to_string()} onclick={toggle}>{ t.more() }</button>
            if *open {
                <ul class="menu-items">
                    { item("open-file", t.open_file(), || Action::PickFile) }
                    if files::can_choose() {
                        { item("choose-place", t.choose_place(), || Action::ChoosePlace) }
                    }
                    { item("export-upload", t.export_upload(), || Action::ExportUpload) }
                    { item("print", t.print(), || Action::Print) }
                    if *has_example {
                        { item("example", t.sample_open(), || Action::Example(true)) }
                    }
                    { item("review", t.review(), || Action::Show(View::Review)) }
                    { item("return", t.returning(), || Action::Return(Return::Show(true))) }
                    <li onclick={shut.clone()}>{ button("", "next", t.next(), says_of(send, Action::Next, id)) }</li>
                    { item("keys", t.keys(), || Action::ShowKeys) }
                    <li onclick={shut}>{ language_button(*t, send) }</li>
                </ul>
            }
        </div>
    }
}

/// The other language, named in itself.
pub(crate) fn language_button(t: Text, send: &Callback<Action>) -> Html {
    let (other, name, tag) = match t.0 {
        Language::Zh => (Language::En, "English", "en"),
        Language::En => (Language::Zh, "中文", "zh-CN"),
    };
    let speak = send.reform(move |_: yew::MouseEvent| Action::Speak(other));
    html! { <button type="button" class="quiet" data-action="language" lang={tag} onclick={speak}>{ name }</button> }
}
