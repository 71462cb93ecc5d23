//! 我的填报: drafts kept in this browser, and the forms to begin with.

use std::rc::Rc;

use jibiao_kit::{FormPurpose, Kit, Words};
use yew::{AttrValue, Callback, Html, Properties, function_component, html};

use crate::{
    browser::clock,
    parts::bar::language_button,
    state::{Action, Shared},
    store::Card,
    words::Text,
};

/// A form to begin with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    id: AttrValue,
    title: AttrValue,
    summary: AttrValue,
    basis: AttrValue,
    purpose: FormPurpose,
}

pub(crate) fn choices(kit: &Rc<Kit>, t: Text) -> Vec<Choice> {
    let text = |text: &str| AttrValue::from(text.to_owned());
    kit.forms()
        .map(|(pack, form)| {
            let words = Words::new(pack, form, t.0);
            Choice {
                id: text(form.id.as_str()),
                title: text(words.label(&form.title)),
                summary: text(words.label(&form.summary)),
                basis: text(&form.basis.join("　")),
                purpose: form.purpose,
            }
        })
        .collect()
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) forms: Vec<Choice>,
    /// `None` while the browser is asked for them.
    pub(crate) cards: Option<Shared<Vec<Card>>>,
    /// Why nothing can be kept.
    pub(crate) trouble: Option<AttrValue>,
    /// The project of the draft that was deleted last.
    pub(crate) deleted: Option<AttrValue>,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(Home)]
pub(crate) fn home(props: &Props) -> Html {
    let Props { t, send, .. } = props;
    html! {
        <div class="home">
            <header class="home-head">
                <div><p class="brand">{ t.product() }</p><p class="claim">{ t.claim() }</p></div>
                { language_button(*t, send) }
            </header>
            <main>
                if let Some(reason) = &props.trouble {
                    <p class="notice is-grave" data-notice="storage">{ t.storage_off(reason) }</p>
                }
                if let Some(project) = &props.deleted {
                    <div class="notice" data-notice="deleted">
                        <p>{ t.deleted_name(if project.is_empty() { t.unnamed() } else { project }) }</p>
                        <button type="button" class="quiet" data-action="restore" onclick={send.reform(|_| Action::Restore)}>{ t.restore() }</button>
                    </div>
                }
                <section class="mine" aria-labelledby="mine">
                    <div class="home-title">
                        <h1 id="mine">{ t.home() }</h1>
                        <button type="button" class="quiet" data-action="open-file" onclick={send.reform(|_| Action::PickFile)}>{ t.open_file() }</button>
                    </div>
                    { mine(props) }
                </section>
                <section class="begin" aria-labelledby="begin">
                    <h2 id="begin">{ t.begin() }</h2>
                    <div class="begin-groups">
                        { group(props, FormPurpose::Declaration, t.purpose_declaration(), t.purpose_declaration_when()) }
                        { group(props, FormPurpose::SelfEvaluation, t.purpose_evaluation(), t.purpose_evaluation_when()) }
                    </div>
                </section>
            </main>
            <footer class="home-end"><p>{ t.privacy() }</p></footer>
        </div>
    }
}

fn mine(props: &Props) -> Html {
    let t = props.t;
    let Some(cards) = &props.cards else { return html! { <p class="wait">{ t.reading_drafts() }</p> } };
    if cards.is_empty() {
        return html! {
            <div class="empty" data-empty="">
                <p>{ t.empty_home() }</p>
                <ol><li>{ t.empty_home_one() }</li><li>{ t.empty_home_two() }</li><li>{ t.empty_home_three() }</li></ol>
            </div>
        };
    }
    html! {
        <table class="drafts">
            <caption class="hidden">{ t.home() }</caption>
            <thead><tr>
                <th scope="col">{ t.column_project() }</th><th scope="col">{ t.column_form() }</th><th scope="col">{ t.column_year() }</th>
                <th scope="col">{ t.column_state() }</th><th scope="col">{ t.column_changed() }</th><th scope="col">{ t.column_tools() }</th>
            </tr></thead>
            <tbody>{ for cards.iter().map(|card| draft(props, card)) }</tbody>
        </table>
    }
}

fn draft(props: &Props, card: &Card) -> Html {
    let Props { t, send, .. } = props;
    let on = |action: fn(String) -> Action| {
        let id = card.id.clone();
        send.reform(move |_: yew::MouseEvent| action(id.clone()))
    };
    let form = props.forms.iter().find(|form| form.id.as_str() == card.form);
    let name = if card.project.is_empty() { t.unnamed() } else { &card.project };
    html! {
        <tr key={card.id.clone()} data-draft={card.id.clone()}>
            <th scope="row"><button type="button" class="link" data-action="open-draft" onclick={on(Action::Open)}>{ name }</button></th>
            <td>{ form.map_or(card.form.as_str(), |form| &form.title) }<small>{ for form.map(|form| form.basis.clone()) }</small></td>
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
                <button type="button" class="quiet" data-action="duplicate" aria-label={t.duplicate_name(name)} onclick={on(Action::Duplicate)}>{ t.duplicate() }</button>
                <button type="button" class="quiet" data-action="delete" aria-label={t.delete_name(name)} onclick={on(Action::Delete)}>{ t.delete() }</button>
            </td>
        </tr>
    }
}

fn group(props: &Props, purpose: FormPurpose, title: &'static str, when: &'static str) -> Html {
    html! {
        <div class="begin-group">
            <h3>{ title }</h3>
            <p>{ when }</p>
            <ul>
                { for props.forms.iter().filter(|form| form.purpose == purpose).map(|form| {
                    let id = form.id.to_string();
                    let begin = props.send.reform(move |_| Action::New(id.clone()));
                    html! {
                        <li key={form.id.to_string()}>
                            <button type="button" class="form-card" data-action={format!("new:{}", form.id)} onclick={begin}>
                                <strong>{ &form.title }</strong>
                                <span>{ &form.summary }</span>
                                <small>{ &form.basis }</small>
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
