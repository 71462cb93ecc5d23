//! The page: fills, checks, scores and prints one official table at a time, in one browser tab, without a server.

mod app;
mod browser;
mod pages;
mod panic;
mod parts;
mod state;
mod store;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the page into its place in the shell.
#[wasm_bindgen(start)]
pub fn start() {
    panic::tell_the_shell();
    if let Some(root) = browser::dom::by_id("app") {
        root.set_inner_html("");
        yew::Renderer::<app::App>::with_root(root.into()).render();
    }
}
