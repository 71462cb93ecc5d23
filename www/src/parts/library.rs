//! The indicator library beside the sheet: search, suggestions for this project, rows to take.

use jibiao_kit::{
    Draft, Kit,
    library::{Category, CategoryKind},
};
use wasm_bindgen::JsCast;
use yew::{Callback, Html, InputEvent, html};

use super::icon::Icon;
use crate::{
    state::{
        Action,
        choosing::{Ask, Choice, Choosing, Found, Similar, category_name, levels},
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) kit: &'a Kit,
    pub(crate) draft: &'a Draft,
    pub(crate) choosing: &'a Choosing,
    pub(crate) unfolded: bool,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { kit, draft, choosing, t, send, .. } = props;
    let close = send.reform(|_| Action::Library(Ask::Close));
    let typed = {
        let send = Callback::clone(send);
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) {
                send.emit(Action::Library(Ask::Text(input.value())));
            }
        })
    };
    let of_kind = |kind: CategoryKind| -> Vec<&Category> {
        kit.library().categories().iter().filter(|category| category.kind == kind).collect()
    };
    let group = |label: &'static str, kind: CategoryKind| {
        html! {
            <optgroup {label}>
                { for of_kind(kind).into_iter().map(|category| html! {
                    <option value={category.id.clone()} selected={choosing.category == category.id}>{ category_name(category, *t) }</option>
                }) }
            </optgroup>
        }
    };
    html! {
        <aside class={yew::classes!("problems", "library", props.unfolded.then_some("is-unfolded"))} aria-labelledby="library">
            <div class="problems-head">
                <h2 id="library" tabindex="-1">{ t.library() }</h2>
                <button type="button" class="fold library-close" data-action="library-close" aria-label={t.close()} onclick={close}>{ Icon::Close.html() }</button>
            </div>
            <p class="library-what">{ t.library_what() }</p>
            <div class="library-ask" role="search">
                <label for="library-text">{ t.library_text() }</label>
                <input id="library-text" type="search" autocomplete="off" placeholder={t.library_example()} oninput={typed} />
                <div class="library-filters">
                    <label>{ t.library_level() }
                        <select id="library-level" onchange={chosen(send, Ask::Level)}>
                            <option value="" selected={choosing.level.is_empty()}>{ t.library_all() }</option>
                            { for levels(draft).into_iter().map(|(id, _, label)| html! {
                                <option value={id} selected={choosing.level == id}>{ label }</option>
                            }) }
                        </select>
                    </label>
                    <label>{ t.library_category() }
                        <select id="library-category" onchange={chosen(send, Ask::Category)}>
                            <option value="" selected={choosing.category.is_empty()}>{ t.library_all() }</option>
                            { group(t.library_types(), CategoryKind::Type) }
                            { group(t.library_sectors(), CategoryKind::Sector) }
                        </select>
                    </label>
                </div>
            </div>
            if !choosing.similar.is_empty() {
                <section class="others" aria-labelledby="others">
                    <h3 id="others">{ t.others() }</h3>
                    <ul class="library-rows">
                        { for choosing.similar.iter().enumerate().map(|(at, similar)| other(props, at, similar)) }
                    </ul>
                    if choosing.has_more_others() {
                        <button type="button" class="quiet" data-action="others-more" onclick={send.reform(|_| Action::Library(Ask::MoreOthers))}>{ t.others_more() }</button>
                    }
                </section>
            }
            <p class="library-found" role="status">{ match choosing.found {
                _ if choosing.choices.is_empty() && !choosing.similar.is_empty() => t.library_none_here(),
                _ if choosing.choices.is_empty() => t.library_none(),
                Found::Suggested => t.library_suggested(),
                Found::Common => t.library_common(),
                Found::Sought => t.library_sought(),
            } }</p>
            <ul class="library-rows">
                { for choosing.choices.iter().enumerate().map(|(at, choice)| row(props, at, choice)) }
            </ul>
            if choosing.is_full() {
                <button type="button" class="quiet" data-action="library-more" onclick={send.reform(|_| Action::Library(Ask::More))}>{ t.library_more() }</button>
            }
        </aside>
    }
}

fn row(props: &Props<'_>, at: usize, choice: &Choice) -> Html {
    let Props { t, send, .. } = props;
    let entry = choice.entry;
    let take = send.reform(move |_| Action::Library(Ask::Take(at)));
    html! {
        <li key={format!("{}{}", choice.level, entry.name)} class="library-row" data-entry={entry.name.clone()}>
            <p class="library-name"><strong>{ &entry.name }</strong>{ " " }<span class="figure">{ &entry.pattern }</span></p>
            <p class="library-level">{ &choice.level }if choice.there { <span class="library-there">{ t.library_there() }</span> }</p>
            if !entry.counts.is_empty() { <p>{ t.library_counts() }{ &entry.counts }</p> }
            if !entry.evidence.is_empty() { <p>{ t.library_evidence() }{ &entry.evidence }</p> }
            if props.can_write {
                <button type="button" class="quiet" data-action="library-take" aria-label={t.library_take_name(&entry.name)} onclick={take}>{ t.library_take() }</button>
            }
        </li>
    }
}

/// A row of another draft.
fn other(props: &Props<'_>, at: usize, similar: &Similar) -> Html {
    let Props { t, send, .. } = props;
    let Similar { entry, project, year, level, there } = similar;
    let take = |with_value| send.reform(move |_| Action::Library(Ask::TakeOther(at, with_value)));
    html! {
        <li class="library-row is-other" data-other={entry.name.clone()}>
            <p class="library-name"><strong>{ &entry.name }</strong>{ " " }<span class="figure">{ if entry.reference.is_empty() { &entry.pattern } else { &entry.reference } }</span></p>
            <p class="library-level">{ level }if *there { <span class="library-there">{ t.library_there() }</span> }</p>
            <p class="others-from">{ t.others_from(project, year) }</p>
            if props.can_write {
                <p class="others-take">
                    <button type="button" class="quiet" data-action="others-take" aria-label={t.others_take_name(&entry.name)} onclick={take(false)}>{ t.others_take() }</button>
                    if !entry.reference.is_empty() {
                        <button type="button" class="quiet" data-action="others-take-value" aria-label={t.others_take_value_name(&entry.name, &entry.reference)} onclick={take(true)}>{ t.others_take_value() }</button>
                    }
                </p>
            }
        </li>
    }
}

fn chosen(send: &Callback<Action>, ask: fn(String) -> Ask) -> Callback<yew::Event> {
    let send = send.clone();
    Callback::from(move |event: yew::Event| {
        if let Some(list) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            send.emit(Action::Library(ask(list.value())));
        }
    })
}
