//! The clipboard: tables that come from a spreadsheet, and rows that go to one.

use std::cell::RefCell;

use jibiao_kit::{
    RowId,
    model::{CellId, TableId},
    table::{Copied, from_clipboard},
};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlDocument};
use yew::Callback;

use super::{App, Dialog};
use crate::{
    browser::{clock, dom},
    state::{Action, Field, paste::Paste, typing},
};

thread_local! {
    /// What the next copy puts on the clipboard.
    static OUT: RefCell<Option<Copied>> = const { RefCell::new(None) };
}

/// Where a paste goes.
#[derive(Default)]
struct Spot {
    table: Option<TableId>,
    row: Option<RowId>,
    column: Option<CellId>,
    /// The place in the dialog that asks for a table.
    asked: bool,
}

impl Spot {
    fn of(target: &Element) -> Option<Self> {
        let near = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(place) = near("[data-paste-here]") {
            let table = place.get_attribute("data-paste-here").map(TableId::new);
            return Some(Self { table, asked: true, ..Self::default() });
        }
        if near("[role=dialog]").is_some() || dom::by_id("sheet").is_none() {
            return None;
        }
        match Field::of(target) {
            Some(Field::Row { table, row, column }) => {
                return Some(Self { table: Some(table), row: Some(row), column: Some(column), asked: false });
            }
            // A cell outside tables takes text as any input does.
            Some(Field::Cell(_)) => return None,
            None => {}
        }
        let attribute = |selector: &str, name: &str| near(selector).and_then(|element| element.get_attribute(name));
        let table = attribute("[data-rows]", "data-rows").map(TableId::new);
        let row = attribute("[data-row-id]", "data-row-id").map(RowId::new);
        (!dom::takes_text(target)).then_some(Self { table, row, column: None, asked: false })
    }
}

/// Something is pasted. More than one cell is looked at first; all else is text.
pub(super) fn pasted(event: &web_sys::Event, send: &Callback<Action>) {
    let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|_| !typing::composing()) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some((target, data)) = target.zip(event.clipboard_data()) else { return };
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    if target.has_attribute("data-list-here") {
        event.prevent_default();
        return send.emit(super::batch::pasted(&get("text/html"), &get("text/plain")));
    }
    let Some(spot) = Spot::of(&target) else { return };
    let (html, text) = (get("text/html"), get("text/plain"));
    let cells = ["<td", "<TD", "<th", "<TH"].iter().any(|tag| html.contains(tag));
    if !cells && !text.contains('\t') && !spot.asked {
        return;
    }
    let grid = from_clipboard(&html, &text);
    if grid.is_empty() {
        return;
    }
    if grid.is_single() && !spot.asked {
        // As it stands in the cell: the text on the clipboard has a line end behind it, or quotes around it.
        if dom::takes_text(&target) && insert(grid.text(0, 0)) {
            event.prevent_default();
        }
        return;
    }
    event.prevent_default();
    let Spot { table, row, column, .. } = spot;
    send.emit(Action::Paste(Paste::Came { table, row, column, grid: Box::new(grid) }));
}

fn document() -> Option<HtmlDocument> {
    dom::document()?.dyn_into().ok()
}

/// Types a text where the caret is, so that the browser can take it back.
fn insert(text: &str) -> bool {
    let done = document().map(|document| document.exec_command_with_show_ui_and_value("insertText", false, text));
    matches!(done, Some(Ok(true)))
}

/// Something is copied: rows, where they were asked for, else what the browser copies.
pub(super) fn copied(event: &web_sys::Event) {
    let Some(out) = OUT.take() else { return };
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    if let Some(data) = data {
        let _ = data.set_data("text/html", &out.html);
        let _ = data.set_data("text/plain", &out.text);
        event.prevent_default();
    }
}

impl App {
    pub(super) fn pasting(&mut self, step: Paste) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        match step {
            Paste::Ask(table) => {
                return desk.can_write() && self.ask(Dialog::PasteHere { table });
            }
            Paste::Came { table, row, column, grid } => {
                return desk.begin_paste(table, row, column, *grid) && self.ask(Dialog::Paste);
            }
            Paste::Head(head) => desk.head_paste(head),
            Paste::Column(column, to) => desk.understand(|mapping| mapping.set(column, to)),
            Paste::Way(way) => desk.understand(|mapping| mapping.way = way),
            Paste::Row(row) => desk.understand(|mapping| mapping.toggle(row)),
            Paste::Take => {
                let done = desk.end_paste(clock::now());
                self.came_from = None;
                self.dismiss();
                if let Some(count) = done {
                    let words = self.t.pasted(&count.to_string());
                    self.say(words);
                }
            }
        }
        true
    }

    /// Rows of a table go to the clipboard: the selected ones where there are several, else all.
    pub(super) fn copy_rows(&mut self, table: &TableId, selected_only: bool) -> bool {
        let Some(desk) = &self.desk else { return false };
        let selected = desk.selected(table);
        let rows: Vec<usize> = if selected_only || selected.len() > 1 {
            selected.collect()
        } else {
            (0..desk.draft.document().rows(table.as_str()).len()).collect()
        };
        let shown = desk.sheet.tables.get(table).map(|table| table.visible.to_vec()).unwrap_or_default();
        let copied = desk.draft.copied(table.as_str(), &rows, &shown, self.t.0);
        OUT.set(copied);
        let done = document().map(|document| document.exec_command("copy"));
        // Where the browser asked for nothing, nothing waits for the next copy.
        let taken = OUT.take().is_none() && matches!(done, Some(Ok(true)));
        let words =
            if taken { self.t.rows_copied(&rows.len().to_string()) } else { self.t.rows_not_copied().to_owned() };
        self.say(words);
        true
    }
}
