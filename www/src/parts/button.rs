//! Buttons, and what is said by pressing and choosing. One function makes all buttons that have no more than a class, a name
//! and a label.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, MouseEvent, TargetCast, html};

use crate::state::Action;

/// A button; `name` is what it is known by outside of the page's language.
pub(crate) fn button(class: &'static str, name: &'static str, label: &str, press: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} data-action={name} onclick={press}>{ label }</button> }
}

/// What was just chosen in a list.
pub(crate) fn chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

/// A press that always says the same.
pub(crate) fn says(send: &Callback<Action>, action: fn() -> Action) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |_| send.emit(action()))
}

/// A press that says something about one thing.
pub(crate) fn says_of(send: &Callback<Action>, action: fn(String) -> Action, of: &str) -> Callback<MouseEvent> {
    let (send, of) = (send.clone(), of.to_owned());
    Callback::from(move |_| send.emit(action(of.clone())))
}
