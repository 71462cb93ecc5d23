//! The page. For now a placeholder that proves the way from Rust to one file in the browser.

mod panic;

use wasm_bindgen::prelude::wasm_bindgen;
use yew::{Callback, Html, Renderer, function_component, html, use_effect, use_state};

#[function_component(App)]
fn app() -> Html {
    let text = use_state(String::new);
    use_effect(mark_ready);
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: yew::InputEvent| {
            use yew::TargetCast;
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                text.set(input.value());
            }
        })
    };
    html! {
        <main>
            <h1>{ "绩表" }</h1>
            <label for="name">{ "项目名称" }</label>
            <input id="name" {oninput} />
            <output id="echo">{ (*text).clone() }</output>
        </main>
    }
}

/// Tells tests and benchmarks that the first screen stands.
fn mark_ready() {
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        performance.mark("ready").ok();
    }
}

#[wasm_bindgen(start)]
pub fn start() {
    panic::tell_the_shell();
    let root =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        Renderer::<App>::with_root(root).render();
    }
}
