//! Keys of the desk. Keys that belong to an input method are left alone.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement, KeyboardEvent};
use yew::Callback;

use crate::{
    browser::dom,
    state::{Action, Field, action::Key, list::Step, returning::Return, rows::Tool, typing},
};

/// While a composition ends some engines report the key as this code only.
const COMPOSING: u32 = 229;
/// What lies over the sheet on a narrow screen.
const UNFOLDED: &str = ".is-unfolded";

pub(super) fn pressed(event: &KeyboardEvent, send: &Callback<Action>) {
    if event.is_composing() || event.key_code() == COMPOSING || typing::composing() || event.default_prevented() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |selector: &str| target.as_ref().is_some_and(|t| t.closest(selector).ok().flatten().is_some());
    let control = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    if control && event.key().eq_ignore_ascii_case("z") && dom::by_id("mine").is_some() {
        if !inside("[role=dialog]") && !target.as_ref().is_some_and(dom::is_typed_into) {
            event.prevent_default();
            send.emit(Action::List(Step::Undo));
        }
        return;
    }
    if inside("[role=dialog]") || dom::by_id("sheet").or_else(|| dom::by_id("result")).is_none() {
        return;
    }
    if event.key() == "Tab" {
        if let Some(over) = target.as_ref().and_then(|target| target.closest(UNFOLDED).ok().flatten())
            && dom::is_narrow()
        {
            dom::go_round(&over, event);
        }
        return;
    }
    let action = target
        .as_ref()
        .and_then(|target| in_row(event, target).or_else(|| on_row_number(event, target)))
        .or_else(|| anywhere(event, target.as_ref()));
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
        "ArrowUp" | "ArrowDown" if !control && !event.shift_key() => {
            let down = event.key() == "ArrowDown";
            // Inside of a text the arrows go from line to line; they leave it where there is no further line.
            return dom::caret_is_at_end(target, down).then_some(Action::Key(Key::Beside { table, row, column, down }));
        }
        _ => return None,
    };
    Some(Action::Key(Key::Tool { tool, table, row, column }))
}

/// On the number of a row: copying the selected rows, and selecting more of them.
fn on_row_number(event: &KeyboardEvent, target: &Element) -> Option<Action> {
    let near = |selector: &str, name: &str| target.closest(selector).ok().flatten()?.get_attribute(name);
    target.get_attribute("data-action").filter(|name| name == "select-row")?;
    let table = jibiao_kit::model::TableId::new(near("[data-rows]", "data-rows")?);
    let row = jibiao_kit::RowId::new(near("[data-row-id]", "data-row-id")?);
    let control = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "c" | "C" if control && !event.alt_key() => Some(Action::CopyRows { table, selected_only: true }),
        "ArrowDown" if event.shift_key() => Some(Action::SelectOn { table, row, down: true }),
        "ArrowUp" if event.shift_key() => Some(Action::SelectOn { table, row, down: false }),
        _ => None,
    }
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
        "F6" if dom::by_id("returning").is_some() => Some(Action::Return(Return::Cross)),
        "Escape" => Some(Action::Unfold(None)),
        _ => None,
    }
}
