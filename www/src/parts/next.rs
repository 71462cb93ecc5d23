//! 做下一张表: what can be made from a document, and from which others together with it.

use jibiao_kit::Relation;
use yew::{Callback, Html, html};

use super::button::{button, says};
use crate::{
    app::next::{NextStep, Part},
    state::Action,
    words::Text,
};

pub(crate) fn steps(steps: &[NextStep], t: Text, send: &Callback<Action>) -> Html {
    if steps.is_empty() {
        return html! { <p data-dialog="next">{ t.next_none() }</p> };
    }
    html! {
        <ul class="steps" data-dialog="next">
            { for steps.iter().enumerate().map(|(at, step)| {
                let take = send.reform(move |_: yew::MouseEvent| Action::NextStep(at));
                html! {
                    <li>
                        <button type="button" class="form-card" data-action={format!("next:{}:{}", step.relation.name(), step.form)} onclick={take}>
                            <strong>{ name(step, t) }</strong>
                            <span>{ what(step, t) }</span>
                            { for step.lent_by.iter().map(|pack| html! { <span>{ t.next_lent(pack) }</span> }) }
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

fn name(step: &NextStep, t: Text) -> String {
    match step.relation {
        Relation::Adjusted => t.next_named(&step.title, t.next_adjust()),
        Relation::LastYear => t.next_named(&step.title, t.next_year()),
        _ => step.title.clone(),
    }
}

/// What the new document begins with.
fn what(step: &NextStep, t: Text) -> &'static str {
    match step.relation {
        Relation::Approved if step.freezes => t.next_approved(),
        Relation::Approved | Relation::Assessed => t.next_copied(),
        Relation::Previous => t.next_previous(),
        Relation::LastYear => t.next_last_year(),
        Relation::Adjusted => t.next_adjusted(),
        Relation::Rated => t.next_rated(),
        Relation::Part => t.next_part(),
    }
}

pub(crate) fn parts(step: &NextStep, parts: &[Part], t: Text, send: &Callback<Action>) -> Html {
    let none = !parts.iter().any(|part| part.chosen);
    let make = says(send, || Action::MakeOfParts);
    html! {
        <>
            <p data-dialog="parts">{ t.parts_what(&step.title) }</p>
            <fieldset class="parts">
                <legend class="hidden">{ t.parts() }</legend>
                { for parts.iter().enumerate().map(|(at, part)| {
                    let choose = send.reform(move |_: yew::Event| Action::ChoosePart(at));
                    html! {
                        <label key={part.id.clone()} data-part={part.id.clone()}>
                            <input type="checkbox" checked={part.chosen} onchange={choose} />
                            <span><b>{ if part.project.is_empty() { t.unnamed() } else { &part.project } }</b><small>{ &part.form }</small></span>
                        </label>
                    }
                }) }
            </fieldset>
            <div class="dialog-buttons">
                <button type="button" class="main" data-action="make" disabled={none} onclick={make}>{ t.parts_make() }</button>
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
            </div>
        </>
    }
}
