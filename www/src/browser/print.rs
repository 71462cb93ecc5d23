//! The size of the printed page, which no class can set: a rule of the style sheet made for the form at hand.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

use super::dom;

thread_local! {
    static RULE: Cell<Option<u32>> = const { Cell::new(None) };
}

/// A4 upright or on its side, with `footer` beside the page number where the browser prints margins.
pub(crate) fn set_page(landscape: bool, footer: &str) {
    let sheets = dom::document().map(|document| document.style_sheets());
    let Some(sheet) = sheets.and_then(|sheets| sheets.get(0)).and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok())
    else {
        return;
    };
    if let Some(rule) = RULE.take() {
        let _ = sheet.delete_rule(rule);
    }
    let size = if landscape { "landscape" } else { "portrait" };
    // The footer is text of a pack and a counter, put into a CSS string.
    let footer: String = footer.chars().filter(|c| !matches!(c, '"' | '\\' | '\n')).collect();
    let font = "font: 8pt 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; color: #595959;";
    let boxes = format!(
        "@page {{ size: A4 {size}; margin: 14mm 12mm 16mm; @bottom-left {{ {font} content: \"{footer}\"; }} \
         @bottom-right {{ {font} content: counter(page) \" / \" counter(pages); }} }}"
    );
    let at = sheet.css_rules().map_or(0, |rules| rules.length());
    let made = sheet.insert_rule_with_index(&boxes, at).or_else(|_| {
        sheet.insert_rule_with_index(&format!("@page {{ size: A4 {size}; margin: 14mm 12mm 16mm; }}"), at)
    });
    RULE.set(made.ok());
}

pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
