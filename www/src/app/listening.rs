//! What the window tells the page: other windows, files dropped, the page being left, the address.

use gloo_events::{EventListener, EventListenerOptions};
use jibiao_kit::Language;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DragEvent, HtmlInputElement, KeyboardEvent, StorageEvent};
use yew::Callback;

use super::{clipboard, keys, pointer};
use crate::{
    browser::dom,
    parts::sheet::commit,
    state::{Action, list::Step, typing},
    store::lock,
    words::Text,
};

/// Listeners that live as long as the page.
pub(super) fn listeners(send: &Callback<Action>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(document) = window.document() else { return Vec::new() };
    let active = EventListenerOptions::enable_prevent_default();
    let heard = send.clone();
    let hidden = send.clone();
    let left = send.clone();
    let leaving = send.clone();
    let went = send.clone();
    let capture = EventListenerOptions::run_in_capture_phase();
    let released = send.clone();
    let cancelled = send.clone();
    let dropped = send.clone();
    let composed = send.clone();
    let pressed = send.clone();
    let pasted = send.clone();
    let resized = send.clone();
    let narrow = std::cell::Cell::new(dom::is_narrow());
    let printed = send.clone();
    vec![
        EventListener::new(&window, "resize", move |_| {
            let now = dom::is_narrow();
            if narrow.replace(now) != now {
                resized.emit(Action::Narrow(now));
            }
        }),
        EventListener::new(&window, "storage", move |event| {
            let said =
                event.dyn_ref::<StorageEvent>().and_then(|event| lock::heard(&event.key()?, &event.new_value()?));
            if let Some(said) = said {
                heard.emit(Action::Heard(said));
            }
        }),
        EventListener::new(&document, "visibilitychange", move |_| hidden.emit(Action::KeepNow)),
        EventListener::new(&window, "pagehide", move |_| left.emit(Action::KeepNow)),
        EventListener::new_with_options(&window, "beforeunload", active, move |event| {
            leaving.emit(Action::KeepNow);
            if UNKEPT.get() {
                event.prevent_default();
                let _ = js_sys::Reflect::set(event, &"returnValue".into(), &JsValue::from_str("?"));
            }
        }),
        EventListener::new(&window, "beforeprint", move |_| printed.emit(Action::AboutToPrint)),
        EventListener::new(&window, "hashchange", move |_| went.emit(Action::Went(draft_in_address()))),
        EventListener::new_with_options(&window, "keydown", active, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                keys::pressed(event, &pressed);
            }
        }),
        EventListener::new_with_options(&window, "pointerdown", capture, |_| pointer::pressed()),
        EventListener::new_with_options(&window, "pointerup", capture, move |_| pointer::released(&released)),
        EventListener::new_with_options(&window, "pointercancel", capture, move |_| pointer::released(&cancelled)),
        // Composed text is the document's business only when it is there.
        EventListener::new(&document, "compositionstart", |_| typing::set_composing(true)),
        EventListener::new(&document, "compositionend", move |event| {
            typing::set_composing(false);
            commit(event, &composed);
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(input) = input.filter(|input| input.id() == "search") {
                composed.emit(Action::List(Step::Search(input.value())));
            }
        }),
        EventListener::new_with_options(&document, "paste", active, move |event| clipboard::pasted(event, &pasted)),
        EventListener::new_with_options(&document, "copy", active, clipboard::copied),
        EventListener::new_with_options(&window, "dragover", active, |event| event.prevent_default()),
        EventListener::new_with_options(&window, "drop", active, move |event| {
            event.prevent_default();
            let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
            if let Some(files) = files.filter(|files| files.length() > 0) {
                dropped.emit(Action::Dropped(all(&files)));
            }
        }),
    ]
}

thread_local! {
    /// Whether leaving now would lose something: the file is behind and the browser keeps nothing.
    pub(super) static UNKEPT: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

fn all(files: &web_sys::FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Files were chosen.
pub(super) fn all_chosen(send: &Callback<Action>, as_what: fn(Vec<web_sys::File>) -> Action) -> Callback<yew::Event> {
    let send = send.clone();
    Callback::from(move |event: yew::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            send.emit(as_what(input.files().map(|files| all(&files)).unwrap_or_default()));
            input.set_value("");
        }
    })
}

/// A file was chosen. The same file can be chosen again.
pub(super) fn chosen(send: &Callback<Action>, as_what: fn(web_sys::File) -> Action) -> Callback<yew::Event> {
    let send = send.clone();
    Callback::from(move |event: yew::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                send.emit(as_what(file));
            }
            input.set_value("");
        }
    })
}

const DRAFT: &str = "#draft=";

/// The id of the draft that the address names; blank for the list.
pub(super) fn draft_in_address() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let id = hash.strip_prefix(DRAFT).unwrap_or_default();
    js_sys::decode_uri_component(id).map(String::from).unwrap_or_default()
}

/// Puts a draft into the address, so that reloading and the back button do what a person expects.
pub(super) fn set_address(draft: &str) {
    if draft_in_address() == draft {
        return;
    }
    let hash =
        if draft.is_empty() { "#".to_owned() } else { format!("{DRAFT}{}", js_sys::encode_uri_component(draft)) };
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(&hash);
    }
}

/// Tells the document which language it is in.
pub(super) fn declare(language: Language) {
    let root = dom::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("lang", Text(language).language_tag());
    }
}

pub(super) fn set_title(title: &str) {
    if let Some(document) = dom::document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Tells tests and benchmarks that the first screen stands.
pub(super) fn mark_ready() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        let _ = performance.mark("ready");
    }
}
