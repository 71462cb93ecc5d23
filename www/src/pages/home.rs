//! 我的填报: drafts kept in this browser, and the forms to begin with.

use std::{rc::Rc, sync::Arc};

use jibiao_kit::{Form, FormPurpose, Kit, Pack, Subject};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, html};

use crate::{
    browser::clock,
    parts::{
        bar::language_button,
        button::{button, says, says_of},
    },
    state::Action,
    store::Card,
    words::Text,
};

/// A pack that was opened here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PackLine {
    pub(crate) digest: String,
    pub(crate) name: String,
    pub(crate) edition: String,
    /// Document numbers.
    pub(crate) sources: String,
}

pub(crate) struct Props<'a> {
    pub(crate) kit: &'a Rc<Kit>,
    /// Id of the pack whose forms are listed, where one was chosen.
    pub(crate) shelf: Option<&'a str>,
    pub(crate) packs: Vec<PackLine>,
    /// Packs of earlier visits that this version can't use.
    pub(crate) lost_packs: usize,
    /// `None` while the browser is asked for them.
    pub(crate) cards: Option<&'a [Card]>,
    /// Why nothing can be kept.
    pub(crate) trouble: Option<&'a str>,
    /// The project of the draft that was deleted last.
    pub(crate) deleted: Option<&'a str>,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    html! {
        <div class="home">
            <header class="home-head">
                <div><p class="brand">{ t.product() }</p><p class="claim">{ t.claim() }</p></div>
                { language_button(*t, send) }
            </header>
            <main>
                if let Some(reason) = props.trouble {
                    <p class="notice is-grave" data-notice="storage">{ t.storage_off(reason) }</p>
                }
                if let Some(project) = props.deleted {
                    <div class="notice" data-notice="deleted">
                        <p>{ t.deleted_name(if project.is_empty() { t.unnamed() } else { project }) }</p>
                        { button("quiet", "restore", t.restore(), says(send, || Action::Restore)) }
                    </div>
                }
                <section class="mine" aria-labelledby="mine">
                    <div class="home-title">
                        <h1 id="mine">{ t.home() }</h1>
                        { button("quiet", "open-file", t.open_file(), says(send, || Action::PickFile)) }
                    </div>
                    { mine(props) }
                </section>
                <section class="begin" aria-labelledby="begin">
                    { begin(props) }
                </section>
                { packs(props) }
            </main>
            <footer class="home-end"><p>{ t.privacy() }</p></footer>
        </div>
    }
}

fn mine(props: &Props<'_>) -> Html {
    let t = props.t;
    let Some(cards) = props.cards else { return html! { <p class="wait">{ t.reading_drafts() }</p> } };
    if cards.is_empty() {
        return html! {
            <div class="empty" data-empty="">
                <p>{ t.empty_home() }</p>
                <ol><li>{ t.empty_home_one() }</li><li>{ t.empty_home_two() }</li><li>{ t.empty_home_three() }</li></ol>
            </div>
        };
    }
    let columns =
        [t.column_project(), t.column_form(), t.column_year(), t.column_state(), t.column_changed(), t.column_tools()];
    html! {
        <table class="drafts">
            <caption class="hidden">{ t.home() }</caption>
            <thead><tr>
                { for columns.into_iter().map(|column| html! { <th scope="col">{ column }</th> }) }
            </tr></thead>
            <tbody>{ for cards.iter().map(|card| draft(props, card)) }</tbody>
        </table>
    }
}

fn draft(props: &Props<'_>, card: &Card) -> Html {
    let Props { t, send, .. } = props;
    let on = |action: fn(String) -> Action| says_of(send, action, &card.id);
    let form = props.kit.forms().find(|(_, form)| form.id.as_str() == card.form).map(|(_, form)| form);
    let name = if card.project.is_empty() { t.unnamed() } else { &card.project };
    html! {
        <tr key={card.id.clone()} data-draft={card.id.clone()}>
            <th scope="row">{ button("link", "open-draft", name, on(Action::Open)) }</th>
            <td>{ form.map_or(card.form.as_str(), |form| t.label(&form.title)) }<small>{ for form.map(|form| form.basis.join("　")) }</small></td>
            <td class="figure">{ &card.year }</td>
            <td>
                { t.card_done(&card.done.to_string(), &card.sections.to_string()) }
                { match card.problems {
                    Some(0) => html! { <small class="is-clean">{ t.card_clean() }</small> },
                    Some(count) => html! { <small class="is-troubled">{ t.card_problems(&count.to_string()) }</small> },
                    None => Html::default(),
                } }
            </td>
            <td class="figure">{ clock::day_and_time(card.changed) }
                if card.file.behind { <small>{ t.card_behind() }</small> }
            </td>
            <td class="drafts-tools">
                <button type="button" class="quiet" data-action="next" aria-label={t.next_of(name)} onclick={on(Action::Next)}>{ t.next() }</button>
                <button type="button" class="quiet" data-action="duplicate" aria-label={t.duplicate_name(name)} onclick={on(Action::Duplicate)}>{ t.duplicate() }</button>
                <button type="button" class="quiet" data-action="delete" aria-label={t.delete_name(name)} onclick={on(Action::Delete)}>{ t.delete() }</button>
            </td>
        </tr>
    }
}

/// Packs of districts, beside the built-in one.
fn packs(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    html! {
        <section class="packs" aria-labelledby="packs">
            <div class="home-title">
                <h2 id="packs">{ t.packs() }</h2>
                { button("quiet", "open-pack", t.open_pack(), says(send, || Action::PickPack)) }
            </div>
            <p>{ t.packs_what() }</p>
            if props.lost_packs > 0 {
                <p class="notice" data-notice="packs">{ t.packs_lost(&props.lost_packs.to_string()) }</p>
            }
            <ul class="pack-list">
                { for props.packs.iter().map(|pack| html! {
                    <li key={pack.digest.clone()} data-pack={pack.digest.clone()}>
                        <span><strong>{ &pack.name }</strong>{ " " }{ t.pack_edition(&pack.edition) }<small>{ &pack.sources }</small></span>
                        <button type="button" class="quiet" data-action="forget-pack" aria-label={t.forget_pack_name(&pack.name)}
                            onclick={says_of(send, Action::ForgetPack, &pack.digest)}>{ t.forget_pack() }</button>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// The steps of the year, each with the purposes that belong to it.
const STEPS: [(&[FormPurpose], Words, Words); 6] = [
    (&[FormPurpose::ExAnte], Text::step_ex_ante, Text::step_ex_ante_when),
    (&[FormPurpose::Declaration], Text::step_declaration, Text::step_declaration_when),
    (&[FormPurpose::TargetReview], Text::step_review, Text::step_review_when),
    (&[FormPurpose::Monitoring], Text::step_monitoring, Text::step_monitoring_when),
    (&[FormPurpose::SelfEvaluation], Text::step_evaluation, Text::step_evaluation_when),
    (&[FormPurpose::ReEvaluation, FormPurpose::ReportRating], Text::step_checked, Text::step_checked_when),
];

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
fn begin(props: &Props<'_>) -> Html {
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
            <ol class="year">{ for STEPS.iter().map(|step| self::step(props, pack, step)) }</ol>
        </>
    }
}

fn step(props: &Props<'_>, pack: &Arc<Pack>, (purposes, name, when): &(&[FormPurpose], Words, Words)) -> Html {
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
                <span>{ t.label(&form.summary) }<small>{ form.basis.join("　") }</small></span>
            </button>
        </li>
    }
}
