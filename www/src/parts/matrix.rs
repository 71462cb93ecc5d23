//! The funds block: rows of sources, columns of amounts, a dash where the form asks for nothing.

use jibiao_kit::model::Kind;
use yew::{Callback, Html, html};

use super::{
    control::{must, notes_id, severity_class},
    field::FieldPart,
    notes::Notes,
};
use crate::{
    state::{Action, Field, sheet::SheetState, spec::MatrixSpec},
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) matrix: &'a MatrixSpec,
    /// The unit of all amounts, as chosen or printed.
    pub(crate) unit: &'a str,
    pub(crate) sheet: &'a SheetState,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let matrix = props.matrix;
    let fields = || matrix.rows.iter().flat_map(|(_, cells)| cells.iter().flatten());
    html! {
        <div class="matrix">
            <table>
                <caption class="hidden">{ &matrix.label }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner">{ &matrix.label }{ props.t.in_unit(props.unit) }</th>
                        { for matrix.columns.iter().enumerate().map(|(at, column)| html! {
                            <th scope="col" class={(!amounts(matrix, at)).then_some("is-narrow")}>{ column }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for matrix.rows.iter().map(|(label, cells)| html! {
                        <tr>
                            <th scope="row">{ label }</th>
                            { for cells.iter().map(|cell| match cell {
                                None => html! { <td class="absent">{ "—" }</td> },
                                Some(field) => html! {
                                    <td class={severity_class(props.sheet.cell(&field.id).severity())}>
                                        { must(field) }
                                        <FieldPart spec={field.clone()} state={props.sheet.cell(&field.id)} with_notes={false}
                                            can_write={props.can_write} t={props.t} send={props.send.clone()} />
                                    </td>
                                },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            { for fields().map(|field| {
                Notes {
                    notes: &props.sheet.cell(&field.id).notes,
                    id: Some(notes_id(&Field::Cell(field.id.clone()))),
                    label: Some(&field.name),
                    can_write: props.can_write,
                    t: props.t,
                    send: props.send,
                }.html()
            }) }
        </div>
    }
}

/// Whether amounts stand in a column; rates and points need less room.
fn amounts(matrix: &MatrixSpec, column: usize) -> bool {
    let mut fields = matrix.rows.iter().filter_map(|(_, cells)| cells.get(column)?.as_ref());
    fields.any(|field| field.kind == Kind::Money)
}
