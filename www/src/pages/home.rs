//! 我的填报: drafts kept in this browser, and the forms to begin with.

use std::rc::Rc;

use jibiao_kit::{FormPurpose, Kit, Words, builtin_bytes};
use yew::{AttrValue, Callback, Html, html};

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

/// A form to begin with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choice {
    /// What begins it: the form's id, and behind @ the pack where it is not the one that states the form first.
    id: AttrValue,
    form: AttrValue,
    /// The pack, where several are at hand.
    pack: Option<AttrValue>,
    title: AttrValue,
    summary: AttrValue,
    basis: AttrValue,
    purpose: FormPurpose,
}

pub(crate) fn choices(kit: &Rc<Kit>, t: Text) -> Vec<Choice> {
    let text = |text: &str| AttrValue::from(text.to_owned());
    // A district's own pack is what its people came for.
    let builtin = builtin_bytes().len();
    let packs = kit.packs().iter().skip(builtin).chain(kit.packs().iter().take(builtin));
    packs
        .flat_map(|pack| pack.forms.iter().map(move |form| (pack, form)))
        .map(|(pack, form)| {
            let words = Words::new(pack, form, t.0);
            let begun = kit.blank(form.id.as_str(), "").is_ok_and(|draft| draft.pack().reference == pack.reference);
            let id = if begun { form.id.to_string() } else { format!("{}@{}", form.id, pack.reference) };
            Choice {
                id: id.into(),
                form: text(form.id.as_str()),
                pack: (kit.packs().len() > 1).then(|| text(t.label(&pack.name))),
                title: text(words.label(&form.title)),
                summary: text(words.label(&form.summary)),
                basis: text(&form.basis.join("　")),
                purpose: form.purpose,
            }
        })
        .collect()
}

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
    pub(crate) forms: Vec<Choice>,
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
                    <h2 id="begin">{ t.begin() }</h2>
                    <div class="begin-groups">
                        { group(props, FormPurpose::Declaration, t.purpose_declaration(), t.purpose_declaration_when()) }
                        { group(props, FormPurpose::SelfEvaluation, t.purpose_evaluation(), t.purpose_evaluation_when()) }
                    </div>
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
    let form = props.forms.iter().find(|form| form.form.as_str() == card.form);
    let name = if card.project.is_empty() { t.unnamed() } else { &card.project };
    html! {
        <tr key={card.id.clone()} data-draft={card.id.clone()}>
            <th scope="row">{ button("link", "open-draft", name, on(Action::Open)) }</th>
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

fn group(props: &Props<'_>, purpose: FormPurpose, title: &'static str, when: &'static str) -> Html {
    html! {
        <div class="begin-group">
            <h3>{ title }</h3>
            <p>{ when }</p>
            <ul>
                { for props.forms.iter().filter(|form| form.purpose == purpose).map(|form| {
                    let begin = says_of(props.send, Action::New, &form.id);
                    html! {
                        <li key={form.id.to_string()}>
                            <button type="button" class="form-card" data-action={format!("new:{}", form.id)} onclick={begin}>
                                <strong>{ &form.title }</strong>
                                <span>{ &form.summary }</span>
                                <small>{ &form.basis }</small>
                                { for form.pack.iter().map(|pack| html! { <small class="form-pack">{ pack }</small> }) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
