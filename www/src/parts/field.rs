//! One labelled cell of the sheet.

use yew::{
    Callback, Html, NodeRef, Properties, TargetCast, function_component, html, use_effect_with, use_node_ref, use_state,
};

use super::{
    control::{Input, OTHER, echo_id, notes_id, sync},
    notes::Notes,
};
use crate::{
    state::{Action, Field, Shared, sheet::CellState, spec::FieldSpec},
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) spec: Shared<FieldSpec>,
    pub(crate) state: Shared<CellState>,
    /// Findings stand elsewhere where the cell is too narrow for a sentence.
    #[prop_or(true)]
    pub(crate) with_notes: bool,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(FieldPart)]
pub(crate) fn field(props: &Props) -> Html {
    let Props { spec, state, t, .. } = props;
    let node = use_node_ref();
    let free = use_state(|| false);
    let field = Field::Cell(spec.id.clone());
    {
        let node = node.clone();
        use_effect_with((state.text.clone(), spec.clone(), *free), move |(text, ..)| sync(&node, text));
    }
    use_focus_when(&node, *free);
    let onchange = {
        let free = free.clone();
        Callback::from(move |event: yew::Event| {
            if event.target_dyn_into::<web_sys::HtmlSelectElement>().is_some_and(|select| select.value() == OTHER) {
                free.set(true);
            }
        })
    };
    let input = Input {
        spec,
        state,
        field: &field,
        node: &node,
        name: spec.name.clone(),
        choices: &spec.choices,
        offers: true,
        free: *free,
        can_write: props.can_write,
        t: *t,
    };
    html! {
        <div class="field" {onchange}>
            { input.html() }
            { echo(&field, state) }
            if props.with_notes {
                { Notes {
                    notes: &state.notes,
                    id: Some(notes_id(&field)),
                    label: None,
                    can_write: props.can_write,
                    t: *t,
                    send: &props.send,
                }.html() }
            }
        </div>
    }
}

/// What was understood of the cell.
pub(crate) fn echo(field: &Field, state: &CellState) -> Html {
    match &state.echo {
        Some(echo) => html! { <p class="echo" id={echo_id(field)}>{ echo }</p> },
        None => Html::default(),
    }
}

/// Moves the focus into the input that takes the place of a choice.
#[yew::hook]
fn use_focus_when(node: &NodeRef, free: bool) {
    let node = node.clone();
    use_effect_with(free, move |free| {
        if let (true, Some(element)) = (*free, node.cast::<web_sys::HtmlElement>()) {
            let _ = element.focus();
        }
    });
}
