//! Finding, focusing and reading elements.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    KeyboardEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An id without anything that an id may not hold; different texts give different ids.
pub(crate) fn id(parts: &[&str]) -> String {
    let mut id = String::new();
    for part in parts {
        if !id.is_empty() {
            id.push(':');
        }
        for c in part.chars() {
            if c.is_alphanumeric() || c == '-' || c == '.' {
                id.push(c);
            } else {
                id.push('_');
                id.push_str(&format!("{:x}_", u32::from(c)));
            }
        }
    }
    id
}

pub(crate) fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

pub(crate) fn active() -> Option<Element> {
    document()?.active_element()
}

/// Moves the focus and brings the element to the middle of the view, clear of everything that sticks.
pub(crate) fn focus(element: &HtmlElement) {
    let _ = element.focus();
    show(element);
}

/// Moves the focus, and leaves the view as it is.
pub(crate) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

pub(crate) fn show(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls what holds the element as little as it takes to see it.
pub(crate) fn show_nearest(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Which of two texts people list first: Chinese by its sounds, numbers by their size.
pub(crate) fn compare(a: &str, b: &str) -> std::cmp::Ordering {
    thread_local! {
        static HOW: (js_sys::Array, js_sys::Object) = {
            let options = js_sys::Object::new();
            let _ = js_sys::Reflect::set(&options, &"numeric".into(), &JsValue::TRUE);
            (js_sys::Array::of1(&"zh".into()), options)
        };
    }
    HOW.with(|(languages, options)| js_sys::JsString::from(a).locale_compare(b, languages, options)).cmp(&0)
}

/// The text of an input, a text area or a select.
pub(crate) fn value(element: &Element) -> Option<String> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(input.value());
    }
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    element.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value)
}

pub(crate) fn set_value(element: &Element, text: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        select.set_value(text);
    }
}

/// Selects a text in what was typed, so that the next key takes its place.
pub(crate) fn select_text(element: &Element, text: &str) {
    let Some(value) = value(element) else { return };
    let Some((before, _)) = value.split_once(text) else { return };
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or_default();
    let (from, to) = (units(before), units(before).saturating_add(units(text)));
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        let _ = input.set_selection_range(from, to);
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        let _ = area.set_selection_range(from, to);
    }
}

/// Whether the caret stands before everything that was typed, or behind it, and nothing is selected.
pub(crate) fn caret_is_at_end(element: &Element, last: bool) -> bool {
    let (from, to) = if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        (input.selection_start(), input.selection_end())
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        (area.selection_start(), area.selection_end())
    } else {
        return false;
    };
    let (Ok(Some(from)), Ok(Some(to))) = (from, to) else { return false };
    let length = value(element).map_or(0, |value| value.encode_utf16().count());
    let end = if last { u32::try_from(length).unwrap_or(u32::MAX) } else { 0 };
    from == end && to == end
}

/// Whether the element takes text, so that the browser's own undo belongs to it.
pub(crate) fn takes_text(element: &Element) -> bool {
    element.dyn_ref::<HtmlInputElement>().is_some() || element.dyn_ref::<HtmlTextAreaElement>().is_some()
}

/// Whether keys type into the element: a box to tick is an input, too.
pub(crate) fn is_typed_into(element: &Element) -> bool {
    takes_text(element) && element.get_attribute("type").is_none_or(|kind| kind != "checkbox")
}

/// A sentence about what the browser threw.
pub(crate) fn reason(error: &JsValue) -> String {
    error
        .dyn_ref::<web_sys::DomException>()
        .map(|exception| exception.name())
        .or_else(|| error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "?".to_owned())
}

/// Below this width the parts beside the sheet lie over it: the same in `style/30-desk.css`.
const WIDE: f64 = 1280.0;

/// Whether the parts beside the sheet lie over it when they are unfolded.
pub(crate) fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < WIDE)
}

/// Keeps Tab inside of what lies over the rest: after the last comes the first.
pub(crate) fn go_round(over: &Element, event: &KeyboardEvent) {
    let Ok(inside) =
        over.query_selector_all("button:enabled, input, select, textarea, summary, [href], [tabindex=\"0\"]")
    else {
        return;
    };
    let at = |index: u32| inside.item(index).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    let (first, last) = (at(0), inside.length().checked_sub(1).and_then(at));
    let active: Option<HtmlElement> = active().and_then(|element| element.dyn_into().ok());
    // The whole or its heading may have the focus: it stands before the first.
    let before = |active: &HtmlElement| active.tab_index() < 0;
    let leaving =
        if event.shift_key() { active == first || active.as_ref().is_some_and(before) } else { active == last };
    let to = if event.shift_key() { last } else { first };
    if let Some(to) = to.filter(|_| leaving) {
        event.prevent_default();
        let _ = to.focus();
    }
}
