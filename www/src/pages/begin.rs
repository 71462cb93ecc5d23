//! The forms to begin with, by the steps of the year.

use std::sync::Arc;

use jibiao_kit::{Form, FormPurpose, Pack, Subject};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, html};

use super::home::Props;
use crate::{
    parts::button::says_of,
    state::{Action, list::PARTS},
    words::Text,
};

/// What the steps of the year are called, and when they are.
const STEPS: [(Words, Words); PARTS.len()] = [
    (Text::step_ex_ante, Text::step_ex_ante_when),
    (Text::step_declaration, Text::step_declaration_when),
    (Text::step_review, Text::step_review_when),
    (Text::step_monitoring, Text::step_monitoring_when),
    (Text::step_evaluation, Text::step_evaluation_when),
    (Text::step_checked, Text::step_checked_when),
];

/// What a step of the year is called.
pub(super) fn part_name(part: usize, t: Text) -> &'static str {
    STEPS.get(part).map_or("", |(name, _)| name(t))
}

/// Whose targets, in the order of the page.
const SUBJECTS: [(Subject, Words); 3] = [
    (Subject::Project, Text::subject_project),
    (Subject::Department, Text::subject_department),
    (Subject::Transfer, Text::subject_transfer),
];

type Words = fn(Text) -> &'static str;

/// Forms of one step and subject beyond these are folded away.
const SHOWN: usize = 8;

/// The forms of one pack by step and subject; another pack is one choice away.
pub(super) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, kit, .. } = props;
    // A district's own pack is what its people came for.
    let packs = || kit.held().iter().filter(|held| !held.builtin).chain(kit.held().iter().filter(|held| held.builtin));
    let chosen = packs().find(|held| props.shelf == Some(held.reference.id.as_str())).or_else(|| packs().next());
    let Some(pack) = chosen.and_then(|held| kit.pack(&held.reference)) else { return Html::default() };
    let choose = {
        let send = Callback::clone(send);
        Callback::from(move |event: yew::Event| {
            let list = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
            if let Some(list) = list {
                send.emit(Action::ChoosePack(list.value()));
            }
        })
    };
    html! {
        <>
            <div class="home-title">
                <h2 id="begin">{ t.begin() }</h2>
                if kit.held().len() > 1 {
                    <label class="shelf">{ t.forms_of() }
                        <select id="pack-choice" onchange={choose}>
                            { for packs().map(|other| html! {
                                <option value={other.reference.id.clone()} selected={other.reference == pack.reference}>{ t.label(&other.name) }</option>
                            }) }
                        </select>
                    </label>
                }
            </div>
            <ol class="year">{ for PARTS.iter().zip(&STEPS).map(|(purposes, words)| step(props, pack, purposes, words)) }</ol>
        </>
    }
}

fn step(props: &Props<'_>, pack: &Arc<Pack>, purposes: &[FormPurpose], (name, when): &(Words, Words)) -> Html {
    let t = props.t;
    let of = |subject: Subject| -> Vec<&Form> {
        pack.forms.iter().filter(|form| purposes.contains(&form.purpose) && form.subject == subject).collect()
    };
    let subjects: Vec<(Words, Vec<&Form>)> =
        SUBJECTS.iter().map(|(subject, name)| (*name, of(*subject))).filter(|(_, forms)| !forms.is_empty()).collect();
    if subjects.is_empty() {
        return Html::default();
    }
    html! {
        <li class="year-step">
            <div class="year-name"><h3>{ name(t) }</h3><p>{ when(t) }</p></div>
            <div class="year-forms">
                { for subjects.iter().map(|(name, forms)| {
                    let rest = forms.get(SHOWN..).filter(|rest| !rest.is_empty());
                    html! {
                        <section>
                            <h4>{ name(t) }</h4>
                            <ul>{ for forms.iter().take(SHOWN).map(|form| entry(props, pack, form)) }</ul>
                            if let Some(rest) = rest {
                                <details>
                                    <summary>{ t.more_forms(&rest.len().to_string()) }</summary>
                                    <ul>{ for rest.iter().map(|form| entry(props, pack, form)) }</ul>
                                </details>
                            }
                        </section>
                    }
                }) }
            </div>
        </li>
    }
}

fn entry(props: &Props<'_>, pack: &Arc<Pack>, form: &Form) -> Html {
    let t = props.t;
    // The pack is named where it is not the one that states the form first.
    let first = props.kit.blank(form.id.as_str(), "").is_ok_and(|draft| draft.pack().reference == pack.reference);
    let id = if first { form.id.to_string() } else { format!("{}@{}", form.id, pack.reference) };
    html! {
        <li key={id.clone()}>
            <button type="button" class="form-card" data-action={format!("new:{id}")} onclick={says_of(props.send, Action::New, &id)}>
                <strong>{ t.label(&form.title) }</strong>
                <span>{ t.label(&form.summary) }{ "\u{2003}" }<small>{ form.basis.join("　") }</small></span>
            </button>
        </li>
    }
}
