//! A table of the form: a real table with real inputs, the row tools above it and the running weights under it.

use yew::{AttrValue, Callback, Html, html};

use super::{button::button, cards, control::must, here::Here, icon::Icon, notes::Notes, row::table_id, rows, weights};
use crate::{
    browser::dom,
    state::{
        Action, Shared,
        choosing::Ask,
        drawing::Drawn,
        paste::Paste,
        rows::Tool,
        sheet::TableState,
        spec::{ColumnSpec, TableSpec},
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) spec: &'a Shared<TableSpec>,
    pub(crate) state: &'a Shared<TableState>,
    /// The id of the row that the tools work on.
    pub(crate) current: Option<&'a str>,
    /// The rows that are selected, by position.
    pub(crate) selected: std::ops::Range<usize>,
    pub(crate) split: bool,
    /// The row that is shown, by position, where rows are shown one at a time.
    pub(crate) card: Option<usize>,
    pub(crate) drawn: Drawn,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { spec, state, t, send, .. } = props;
    let shown: Vec<&ColumnSpec> =
        spec.columns.iter().zip(state.visible.iter()).filter(|(_, v)| **v).map(|(column, _)| column).collect();
    let spread = |level| {
        let table = spec.id.clone();
        send.reform(move |_| Action::Spread(table.clone(), level))
    };
    html! {
        <div class={yew::classes!("table", props.card.is_some().then_some("is-cards"))} data-rows={spec.id.to_string()}>
            if has_tools(props) {
                { tools(props) }
            }
            { Notes { notes: &state.notes, id: None, label: None, can_write: props.can_write, t: *t, send }.html() }
            if let Some(card) = props.card {
                { cards::index(&cards::Props { spec, state, card, t: *t, send }) }
            }
            <table id={table_id(spec)} tabindex="-1" class="rows">
                <caption class="hidden">{ &spec.label }</caption>
                <colgroup>
                    <col class="column-number" />
                    { for widths(&shown).into_iter().map(|width| html! { <col {width} /> }) }
                </colgroup>
                { head(props, &shown) }
                <tbody>{ rows::html(props) }</tbody>
            </table>
            if state.rows.is_empty() {
                { empty(props) }
            }
            if !state.sums.is_empty() {
                { weights::sums(&state.sums, *t) }
            }
            if let Some(weights) = &state.weights {
                { weights::html(weights, props.can_write.then_some(&spread), *t) }
            }
            if props.can_write || !state.rows.is_empty() {
            <div class="table-end">
                if has_tools(props) {
                    <button type="button" id={dom::id(&["add", spec.id.as_str()])} class="quiet" data-action="add-row" onclick={on(props, Action::AddRow)}>
                        { Icon::Insert.html() }{ t.add_row() }
                    </button>
                    // An empty table offers it among its ways to begin.
                    if spec.indicators && !state.rows.is_empty() {
                        { button("quiet", "library", t.library_open(), on(props, choose)) }
                    }
                }
                { clipboard(props) }
            </div>
            }
        </div>
    }
}

/// Tables come from a spreadsheet and go to one.
fn clipboard(props: &Props<'_>) -> Html {
    let Props { t, state, selected, .. } = props;
    let copy = |table| Action::CopyRows { table, selected_only: false };
    let copy_label = match selected.len() {
        0 | 1 => t.copy_table().to_owned(),
        count => t.copy_selected(&count.to_string()),
    };
    html! {
        <>
            if props.can_write {
                { button("quiet", "paste-table", t.paste(), on(props, |table| Action::Paste(Paste::Ask(table)))) }
            }
            if !state.rows.is_empty() {
                <button type="button" class="quiet" data-action="copy-table" title={t.copy_how()} onclick={on(props, copy)}>{ copy_label }</button>
            }
        </>
    }
}

fn choose(table: jibiao_kit::model::TableId) -> Action {
    Action::Library(Ask::Open(table))
}

fn on(props: &Props<'_>, action: fn(jibiao_kit::model::TableId) -> Action) -> Callback<yew::MouseEvent> {
    let table = props.spec.id.clone();
    props.send.reform(move |_| action(table.clone()))
}

/// Columns share the width in the proportions of the form.
fn widths(shown: &[&ColumnSpec]) -> Vec<String> {
    let all: u32 = shown.iter().map(|column| u32::from(column.width)).fold(0, u32::saturating_add).max(1);
    let tenths = |column: &&ColumnSpec| u32::from(column.width).saturating_mul(1000).checked_div(all).unwrap_or(0);
    shown.iter().map(tenths).map(|tenths| format!("{}.{}%", tenths / 10, tenths % 10)).collect()
}

fn head(props: &Props<'_>, shown: &[&ColumnSpec]) -> Html {
    let t = props.t;
    let number = |span: Option<&'static str>| {
        html! {
            <th scope="col" class="row-number" rowspan={span}>
                { t.number() }
                <Here spec={Shared::clone(props.spec)} state={Shared::clone(props.state)} tools={has_tools(props)} {t} />
            </th>
        }
    };
    let column = |column: &ColumnSpec, span: Option<&'static str>| {
        html! { <th scope="col" rowspan={span} title={column.field.help.clone()}>{ &column.field.label }{ must(&column.field) }</th> }
    };
    if shown.iter().all(|column| column.group.is_none()) {
        return html! {
            <thead>
                <tr>{ number(None) }{ for shown.iter().map(|c| column(c, None)) }</tr>
            </thead>
        };
    }
    let mut groups: Vec<(Option<&AttrValue>, Vec<&ColumnSpec>)> = Vec::new();
    for column in shown {
        match groups.last_mut() {
            Some((Some(group), columns)) if Some(*group) == column.group.as_ref() => columns.push(column),
            _ => groups.push((column.group.as_ref(), vec![column])),
        }
    }
    html! {
        <thead>
            <tr>
                { number(Some("2")) }
                { for groups.iter().map(|(group, columns)| match group {
                    Some(group) => html! { <th scope="colgroup" colspan={columns.len().to_string()}>{ *group }</th> },
                    None => html! { <>{ for columns.iter().map(|c| column(c, Some("2"))) }</> },
                }) }
            </tr>
            <tr>{ for shown.iter().filter(|c| c.group.is_some()).map(|c| column(c, None)) }</tr>
        </thead>
    }
}

/// Whether rows can be put in, moved and taken out.
fn has_tools(props: &Props<'_>) -> bool {
    props.can_write && props.spec.printed.is_empty()
}

fn tools(props: &Props<'_>) -> Html {
    let Props { t, state, send, .. } = props;
    // A row that alone is shown is the one that is meant, whether or not somebody has been in it.
    let at = state.rows.iter().position(|row| props.current == Some(row.id.as_str())).or(props.card);
    let meant = at.and_then(|at| state.rows.get(at)).map(|row| (props.spec.id.clone(), row.id.clone()));
    let last = state.rows.len().checked_sub(1);
    let tool = |tool: Tool, icon: Icon, name: &'static str, label: &'static str, keys: &'static str, able: bool| {
        let narrow = matches!(tool, Tool::Up | Tool::Down).then_some("is-icon");
        let use_it = {
            let (send, meant) = (Callback::clone(send), meant.clone().filter(|_| props.current.is_none()));
            Callback::from(move |_| {
                if let Some((table, row)) = meant.clone() {
                    send.emit(Action::SelectRow(table, row));
                }
                send.emit(Action::UseTool(tool));
            })
        };
        let title = if keys.is_empty() { label.to_owned() } else { format!("{label} ({keys})") };
        html! {
            <button type="button" class={yew::classes!("tool", narrow)} data-action={name} disabled={!able} {title} onmousedown={hold()} onclick={use_it}>
                { icon.html() }<span>{ label }</span>
            </button>
        }
    };
    let several = props.selected.len() > 1;
    let some = at.is_some() && !several;
    let held = at.and_then(|at| state.rows.get(at)).is_some_and(|row| row.held);
    let more = match props.spec.optional.is_empty() {
        true => t.split_columns().to_owned(),
        false => t.more_columns(&props.spec.optional),
    };
    let split = {
        let split = !props.split;
        send.reform(move |_| Action::Split(split))
    };
    html! {
        <div class="tools" role="group" aria-label={t.row_tools()}>
            <span class="tools-row">
                { if several {
                    t.rows_named(&props.selected.start.saturating_add(1).to_string(), &props.selected.end.to_string())
                } else {
                    at.map_or_else(|| t.no_row().to_owned(), |at| t.row_name(&at.saturating_add(1).to_string()))
                } }
            </span>
            { tool(Tool::Below, Icon::Insert, "row-below", t.row_below(), "Ctrl+Enter", some) }
            { tool(Tool::Copy, Icon::Copy, "row-copy", t.row_copy(), "", some) }
            { tool(Tool::Up, Icon::Up, "row-up", t.row_up(), "Alt+↑", some && at.is_some_and(|at| at > 0)) }
            { tool(Tool::Down, Icon::Down, "row-down", t.row_down(), "Alt+↓", some && at != last) }
            { tool(Tool::Fill, Icon::Fill, "fill-down", t.fill_down(), "Ctrl+D", some && at.is_some_and(|at| at > 0)) }
            { tool(Tool::Remove, Icon::Remove, "row-remove", if several { t.rows_remove() } else { t.row_remove() }, "", several || some && !held) }
            if props.spec.indicators && !state.rows.is_empty() {
                <button type="button" class="tool" data-action="by-level" title={t.by_level_how()} onmousedown={hold()} onclick={on(props, Action::ByLevel)}>
                    { Icon::Sort.html() }<span>{ t.by_level() }</span>
                </button>
            }
            <span class="tools-end">
            if state.has_optional {
                <label class="split" title={more.clone()}>
                    <input type="checkbox" data-action="split" checked={props.split || state.optional_used}
                        disabled={state.optional_used} onchange={split} />
                    { if props.spec.optional.is_empty() { t.split_columns_short() } else { t.more_columns_short() } }
                </label>
            }
            if !state.rows.is_empty() {
                { cards::switch(props.card.is_some(), *t, send) }
            }
            </span>
        </div>
    }
}

/// The focus stays in the cell, so that tools which work on a cell know which.
fn hold() -> Callback<yew::MouseEvent> {
    Callback::from(|event: yew::MouseEvent| event.prevent_default())
}

/// An empty table teaches by an example.
fn empty(props: &Props<'_>) -> Html {
    let t = props.t;
    html! {
        <div class="empty">
            <p>{ if props.spec.indicators { t.empty_table().to_owned() } else { empty_rows(props) } }</p>
            if props.can_write && props.spec.indicators {
                { button("quiet", "starter-rows", t.starter_rows(), on(props, Action::StarterRows)) }
                { " " }
                { button("quiet", "library-first", t.library_open(), on(props, choose)) }
            }
            if props.spec.has_example {
                { " " }
                { button("quiet", "example-first", t.sample_open(), on(props, |_| Action::Example(true))) }
            }
        </div>
    }
}

/// What belongs into a row, by the columns that are always shown.
fn empty_rows(props: &Props<'_>) -> String {
    let columns = props.spec.columns.iter().filter(|column| !column.optional);
    let names: Vec<&str> = columns.map(|column| column.field.name.as_str()).collect();
    props.t.empty_rows(&names.join(" · "), &props.spec.label)
}
