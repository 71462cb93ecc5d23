//! Keys of the desk. Keys that belong to an input method are left alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, KeyboardEvent};
use yew::Callback;

use crate::{
    browser::dom,
    state::{Action, Field, action::Key, rows::Tool, typing},
};

/// While a composition ends some engines report the key as this code only.
const COMPOSING: u32 = 229;

pub(super) fn pressed(event: &KeyboardEvent, send: &Callback<Action>) {
    if event.is_composing() || event.key_code() == COMPOSING || typing::composing() || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |selector: &str| target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some());
    if inside("[role=dialog]") || dom::by_id("sheet").or_else(|| dom::by_id("result")).is_none() {
        return;
    }
    let action = target.as_ref().and_then(|target| in_row(event, target)).or_else(|| anywhere(event, target.as_ref()));
    if let Some(action) = action {
        event.prevent_default();
        send.emit(action);
    } else if event.key() == "Enter"
        && !event.shift_key()
        && target.is_some_and(|target| target.has_attribute("data-line"))
    {
        // A cell of one line has no second one.
        event.prevent_default();
    }
}

fn in_row(event: &KeyboardEvent, target: &Element) -> Option<Action> {
    let Field::Row { table, row, column } = Field::of(target)? else { return None };
    let control = event.ctrl_key() || event.meta_key();
    let tool = match event.key().as_str() {
        "Enter" if control => Tool::Below,
        "Enter" if !event.alt_key() && !event.shift_key() && target.dyn_ref::<HtmlSelectElement>().is_none() => {
            return Some(Action::Key(Key::NextRow { table, row, column }));
        }
        "ArrowUp" if event.alt_key() && !control => Tool::Up,
        "ArrowDown" if event.alt_key() && !control => Tool::Down,
        "d" | "D" if control && !event.alt_key() => Tool::Fill,
        _ => return None,
    };
    Some(Action::Key(Key::Tool { tool, table, row, column }))
}

fn anywhere(event: &KeyboardEvent, target: Option<&Element>) -> Option<Action> {
    let control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    // In a text the browser's own undo takes single letters back, and the document follows.
    let text = target.is_some_and(dom::takes_text);
    match event.key().as_str() {
        "s" | "S" if control => Some(Action::SaveFile),
        "z" | "Z" if control && !text => Some(Action::Step { back: !event.shift_key() }),
        "y" | "Y" if control && !text => Some(Action::Step { back: false }),
        "F8" => Some(Action::NextFinding(!event.shift_key())),
        "Escape" => Some(Action::Unfold(None)),
        _ => None,
    }
}
