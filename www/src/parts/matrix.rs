//! The funds block: rows of sources, columns of amounts, a dash where the form asks for nothing.

use yew::{AttrValue, Callback, Html, Properties, function_component, html};

use super::{
    control::{notes_id, severity_class},
    field::FieldPart,
    notes::Notes,
};
use crate::{
    state::{
        Action, Field, Shared,
        sheet::SheetState,
        spec::{BlockSpec, Spec},
    },
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) spec: Spec,
    /// Position of the block in the form.
    pub(crate) section: usize,
    pub(crate) block: usize,
    /// The unit of all amounts, as chosen or printed.
    pub(crate) unit: AttrValue,
    pub(crate) sheet: Shared<SheetState>,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(MatrixPart)]
pub(crate) fn matrix(props: &Props) -> Html {
    let block = props.spec.sections.get(props.section).and_then(|section| section.blocks.get(props.block));
    let Some(BlockSpec::Matrix(matrix)) = block else { return Html::default() };
    let fields = || matrix.rows.iter().flat_map(|(_, cells)| cells.iter().flatten());
    html! {
        <div class="matrix">
            <table>
                <caption class="hidden">{ &matrix.label }</caption>
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner">{ &matrix.label }{ props.t.in_unit(&props.unit) }</th>
                        { for matrix.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
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
                                        <FieldPart spec={field.clone()} state={props.sheet.cell(&field.id)} with_notes={false}
                                            can_write={props.can_write} t={props.t} send={props.send.clone()} />
                                    </td>
                                },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            { for fields().map(|field| html! {
                <Notes notes={props.sheet.cell(&field.id).notes.clone()} id={AttrValue::from(notes_id(&Field::Cell(field.id.clone())))}
                    label={field.name.clone()} can_write={props.can_write} t={props.t} send={props.send.clone()} />
            }) }
        </div>
    }
}
