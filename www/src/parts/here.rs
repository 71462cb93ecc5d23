//! The level that a long table is scrolled to, under the head that stays in sight: which it is, how many rows it has,
//! and what of its points is given out. Those who hear the sheet have it in the cells of each row.

use gloo_events::EventListener;
use jibiao_kit::{Concept, RowId};
use yew::{AttrValue, Html, Properties, function_component, html, use_effect_with, use_state_eq};

use super::row::table_id;
use crate::{
    browser::{dom, sizes::Sizes},
    state::{Shared, sheet::TableState, spec::TableSpec},
    words::Text,
};

/// How far under the head the first row stands that is not covered: the height of the line that says the level.
const BAND: i32 = 28;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) spec: Shared<TableSpec>,
    pub(crate) state: Shared<TableState>,
    /// Whether the tools stand above the table.
    pub(crate) tools: bool,
    pub(crate) t: Text,
}

#[function_component(Here)]
pub(crate) fn here(props: &Props) -> Html {
    let Props { spec, state, tools, t } = props;
    let row = use_state_eq(|| None::<RowId>);
    {
        let row = row.clone();
        use_effect_with(table_id(spec), move |table| {
            let listen = |event: &'static str| {
                let (row, table) = (row.clone(), table.clone());
                let look = move |_: &web_sys::Event| row.set(under_the_head(&table));
                web_sys::window().map(|window| EventListener::new(&window, event, look))
            };
            let listeners = [listen("scroll"), listen("resize")];
            move || drop(listeners)
        });
    }
    // The tools fold into more lines as they change.
    use_effect_with((table_id(spec), *tools), |(table, _)| {
        let sizes = watch_sizes(table);
        move || drop(sizes)
    });
    let at = row.as_ref().and_then(|id| state.rows.iter().position(|row| row.id == *id));
    match at.and_then(|at| said(spec, state, at, *t)) {
        Some((name, rest)) => html! { <span class="rows-here" aria-hidden="true"><b>{ name }</b>{ rest }</span> },
        None => Html::default(),
    }
}

/// The levels of a row, and how the first of them stands.
fn said(spec: &TableSpec, state: &TableState, at: usize, t: Text) -> Option<(String, String)> {
    let row = state.rows.get(at)?;
    let level = row.level?;
    let mut name = spec.levels.get(level)?.label.to_string();
    let two = spec
        .columns
        .iter()
        .position(|column| matches!(column.field.concept, Some(Concept::LevelTwo | Concept::WholeLevelTwo)));
    let two: Option<&AttrValue> = two.and_then(|at| row.cells.get(at)).map(|cell| &cell.text);
    if let Some(two) = two.filter(|two| !two.trim().is_empty()) {
        name.push_str(" › ");
        name.push_str(two.trim());
    }
    let rows = state.rows.iter().filter(|other| other.level == Some(level)).count();
    let mut rest = t.here_rows(&rows.to_string());
    let points = state.weights.as_ref().and_then(|weights| weights.levels.get(level));
    if let Some((points, given)) = points.and_then(|points| Some((points, points.given?))) {
        rest.push_str(" · ");
        rest.push_str(&t.here_points(&given.to_string(), &points.sum.to_string()));
    }
    Some((name, rest))
}

/// The row that has slid under the head of a table, where one has.
fn under_the_head(table: &str) -> Option<RowId> {
    let table = dom::by_id(table)?;
    let edges = |selector: &str| {
        let edges = table.query_selector(selector).ok()??.get_bounding_client_rect();
        // Whole pixels do.
        Some([edges.left(), edges.top(), edges.bottom()].map(|edge| edge as i32))
    };
    let ([left, top, bottom], [_, first, _]) = (edges("thead")?, edges("tbody > tr")?);
    if top == bottom || first >= bottom.saturating_sub(1) {
        return None;
    }
    let at = |x: i32, y: i32| dom::document()?.element_from_point(x as f32, y as f32);
    let mut row = at(left.saturating_add(8), bottom.saturating_add(BAND))?.closest("tbody > tr").ok()?;
    // Findings of a row stand in a row of their own.
    while let Some(here) = row.filter(|here| table.contains(Some(here))) {
        if let Some(id) = here.get_attribute("data-row-id") {
            return Some(RowId::new(id));
        }
        row = here.previous_element_sibling();
    }
    None
}

/// Makes room now and whenever tools or table take another size. The browser says so after it has laid the page out; to ask
/// after each key would have it laid out once more.
fn watch_sizes(table: &str) -> Option<Sizes> {
    let (id, table) = (table.to_owned(), dom::by_id(table)?);
    let tools = table.parent_element().and_then(|all| all.query_selector(".tools").ok().flatten());
    let watched: Vec<_> = tools.into_iter().chain([table.into()]).collect();
    Sizes::watch(&watched, move || make_room(&id))
}

/// Tells the style how high the tools above a table are, so that its head stays right under them, and how wide the
/// table is: not every engine takes what sticks as the frame of what is placed in it.
fn make_room(table: &str) {
    let Some(table) = dom::by_id(table) else { return };
    let Some(all) = table.parent_element() else { return };
    let tools = all.query_selector(".tools").ok().flatten();
    let height = tools.map_or(0.0, |tools| tools.get_bounding_client_rect().height());
    let Ok(all) = wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(all) else { return };
    for (name, length) in [("--tools", height), ("--across", table.get_bounding_client_rect().width())] {
        let length = format!("{length}px");
        if all.style().get_property_value(name).ok().as_deref() != Some(length.as_str()) {
            let _ = all.style().set_property(name, &length);
        }
    }
}
