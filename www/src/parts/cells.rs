//! Labelled cells, two to a line unless they are wide, as the official form prints them.

use yew::{Callback, Html, html};

use super::{control::must, field::FieldPart};
use crate::{
    state::{Action, Shared, sheet::SheetState, spec::FieldSpec},
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) fields: &'a [Shared<FieldSpec>],
    pub(crate) sheet: &'a SheetState,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let narrow: Vec<bool> = props.fields.iter().map(|field| !field.wide).collect();
    html! {
        <div class="cells">
            { for props.fields.iter().enumerate().map(|(at, field)| {
                // A narrow cell without a neighbour takes the whole line.
                let before = narrow.iter().take(at).rev().take_while(|narrow| **narrow).count();
                let last = narrow.get(at.saturating_add(1)) != Some(&true);
                let alone = field.wide || (before.is_multiple_of(2) && last);
                let second = !alone && !before.is_multiple_of(2);
                let label = crate::browser::dom::id(&["c", field.id.as_str()]);
                html! {
                    <div key={field.id.to_string()} class={yew::classes!("cell", alone.then_some("is-wide"), second.then_some("is-second"))}>
                        <label class="cell-label" for={label}><span>{ &field.label }{ must(field) }</span></label>
                        <div class="cell-body">
                            <FieldPart spec={field.clone()} state={props.sheet.cell(&field.id)} can_write={props.can_write}
                                t={props.t} send={props.send.clone()} />
                        </div>
                    </div>
                }
            }) }
        </div>
    }
}
