//! One row of a table, with its findings under it. Drawn again only when something of its own changed.

use jibiao_kit::{
    Concept,
    model::{SortedSet, TableId},
};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, TargetCast, function_component, html, use_effect_with, use_memo,
    use_state,
};

use super::{
    control::{Input, OTHER, notes_id, severity_class, sync},
    field::echo,
    notes::Notes,
};
use crate::{
    browser::dom,
    state::{
        Action, Field, Shared,
        check::Note,
        sheet::{CellState, RowState},
        spec::{ColumnSpec, TableSpec},
    },
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) spec: Shared<TableSpec>,
    pub(crate) row: Shared<RowState>,
    /// Position in the table, from 0.
    pub(crate) at: usize,
    pub(crate) visible: Shared<Vec<bool>>,
    /// Whether the row tools work on this row, or it is selected with the one they work on.
    pub(crate) current: bool,
    /// Whether this is the row that is shown where rows are shown one at a time.
    pub(crate) card: bool,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(RowPart)]
pub(crate) fn row(props: &Props) -> Html {
    let Props { spec, row, t, .. } = props;
    let nodes = use_memo(spec.columns.len(), |count| (0..*count).map(|_| NodeRef::default()).collect::<Vec<_>>());
    let free = use_state(SortedSet::<usize>::new);
    // Whether somebody has come to this row, by the pointer or any other way: its choices are opened only after that.
    let offers = use_state(|| false);
    {
        let (nodes, row) = (nodes.clone(), row.clone());
        use_effect_with((row.clone(), props.visible.clone(), (*free).clone(), *offers), move |_| {
            for (node, cell) in nodes.iter().zip(&row.cells) {
                sync(node, &cell.text);
            }
        });
    }
    {
        let nodes = nodes.clone();
        use_effect_with((*free).clone(), move |free| {
            let node = free.iter().next_back().and_then(|at| nodes.get(*at));
            if let Some(element) = node.and_then(NodeRef::cast::<web_sys::HtmlElement>) {
                let _ = element.focus();
            }
        });
    }
    let onchange = {
        let (free, spec) = (free.clone(), spec.clone());
        Callback::from(move |event: yew::Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else { return };
            let column = select.get_attribute("data-col").filter(|_| select.value() == OTHER);
            let at = column.and_then(|column| spec.columns.iter().position(|c| c.field.id.as_str() == column));
            if let Some(at) = at {
                let mut more = (*free).clone();
                more.insert(at);
                free.set(more);
            }
        })
    };
    let come = {
        let offers = offers.clone();
        move || {
            if !*offers {
                offers.set(true);
            }
        }
    };
    let onpointerdown = {
        let come = come.clone();
        Callback::from(move |_: yew::PointerEvent| come())
    };
    let onfocusin = Callback::from(move |_: yew::FocusEvent| come());
    let number = props.at.saturating_add(1).to_string();
    let select = {
        let (table, row) = (spec.id.clone(), row.id.clone());
        props.send.reform(move |event: yew::MouseEvent| match event.shift_key() {
            true => Action::SelectTo(table.clone(), row.clone()),
            false => Action::SelectRow(table.clone(), row.clone()),
        })
    };
    let shown = || {
        let columns = spec.columns.iter().zip(&row.cells).enumerate();
        columns.filter(|(at, _)| props.visible.get(*at) == Some(&true))
    };
    let cell = |at: usize, column: &ColumnSpec, state: &CellState| {
        let field = field(&spec.id, row, column);
        let input = Input {
            spec: &column.field,
            state,
            field: &field,
            node: nodes.get(at)?,
            name: AttrValue::from(t.cell_in_row(&column.field.name, &number)),
            choices: choices(spec, row, column),
            offers: *offers,
            free: free.contains(&at),
            can_write: props.can_write,
            t: *t,
        };
        // Always a child, if an empty one: the input before it has to stay the element it is.
        let help = match props.card && !column.field.help.is_empty() {
            true => html! { <p class="card-help">{ &column.field.help }</p> },
            false => Html::default(),
        };
        Some(html! {
            <td class={severity_class(state.severity())} data-label={column.field.name.clone()}>
                { input.html() }
                { echo(&field, state) }
                { help }
            </td>
        })
    };
    let notes = |notes: &[Shared<Note>], id: Option<String>, label: Option<&str>| {
        Notes { notes, id, label, can_write: props.can_write, t: *t, send: &props.send }.html()
    };
    let card = props.card.then_some("is-card");
    let noted = !row.notes.is_empty() || row.cells.iter().any(|cell| !cell.notes.is_empty());
    html! {
        <>
            <tr class={yew::classes!("row", props.current.then_some("is-current"), card)} data-row-id={row.id.to_string()} {onchange}
                {onpointerdown} {onfocusin}>
                <th scope="row" class="row-number">
                    <button type="button" id={dom::id(&["row", spec.id.as_str(), row.id.as_str()])} data-action="select-row" aria-pressed={props.current.to_string()}
                        aria-label={t.row_name(&number)} onclick={select}>{ &number }</button>
                </th>
                { for shown().filter_map(|(at, (column, state))| cell(at, column, state)) }
            </tr>
            if noted {
                <tr class={yew::classes!("row-notes", card)}>
                    <td colspan={props.visible.len().saturating_add(1).to_string()}>
                        { notes(&row.notes, None, None) }
                        { for spec.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.notes.is_empty()).map(|(column, cell)| {
                            notes(&cell.notes, Some(notes_id(&field(&spec.id, row, column))), Some(&column.field.label))
                        }) }
                    </td>
                </tr>
            }
        </>
    }
}

fn field(table: &TableId, row: &RowState, column: &ColumnSpec) -> Field {
    Field::Row { table: table.clone(), row: row.id.clone(), column: column.field.id.clone() }
}

/// What is offered: the levels of the frame, and under a known 一级指标 only its own 二级指标.
fn choices<'a>(spec: &'a TableSpec, row: &RowState, column: &'a ColumnSpec) -> &'a [(AttrValue, AttrValue)] {
    match column.field.concept {
        Some(Concept::LevelOne) => &spec.ones,
        Some(Concept::LevelTwo | Concept::WholeLevelTwo) => {
            row.level.and_then(|level| spec.levels.get(level)).map_or(&spec.all_twos, |level| &level.twos)
        }
        _ => &column.field.choices,
    }
}

/// The id of a table, for findings that stand at it as a whole.
pub(crate) fn table_id(spec: &TableSpec) -> String {
    dom::id(&["t", spec.id.as_str()])
}
