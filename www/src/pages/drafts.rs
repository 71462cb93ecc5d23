//! The drafts kept in this browser: looked for, sorted, chosen.

use jibiao_kit::Form;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Html, MouseEvent, TargetCast, html};

use super::{begin, home::Props};
use crate::{
    browser::{clock, dom},
    parts::button::{button, says_of},
    state::{
        Action,
        list::{By, Deed, SCREENFUL, Shown, Stand, Step},
        typing,
    },
    store::Card,
    words::Text,
};

/// A press that says something about the list.
pub(super) fn step(props: &Props<'_>, step: fn() -> Step) -> Callback<MouseEvent> {
    let send = Callback::clone(props.send);
    Callback::from(move |_| send.emit(Action::List(step())))
}

pub(super) fn html(props: &Props<'_>) -> Html {
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
    let shown = props.list.shown(cards, |id| form(props, id), |form| t.label(&form.title));
    let screen = props.list.more.saturating_add(1).saturating_mul(SCREENFUL);
    let left = shown.cards.len().saturating_sub(screen);
    html! {
        <>
            if shown.many || props.list.is_filtered() {
                { filters(props, &shown) }
            }
            { stands(props, &shown) }
            if shown.many {
                { groups(props, &shown) }
            }
            { deeds(props, &shown) }
            if shown.cards.is_empty() {
                <p class="wait" data-none="">{ t.none_found() }</p>
            } else {
                <table class="drafts">
                    <caption class="hidden">{ t.home() }</caption>
                    { head(props, &shown) }
                    <tbody>{ for shown.cards.iter().take(screen).map(|card| draft(props, card)) }</tbody>
                </table>
            }
            if left > 0 {
                <p class="drafts-more">
                    { button("quiet", "more-drafts", &t.more_drafts(&left.to_string(), &left.min(SCREENFUL).to_string()), step(props, || Step::More)) }
                </p>
            }
        </>
    }
}

fn form<'a>(props: &Props<'a>, id: &str) -> Option<&'a Form> {
    props.kit.forms().find(|(_, form)| form.id.as_str() == id).map(|(_, form)| form)
}

fn chosen_of(event: &yew::Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default()
}

fn filters(props: &Props<'_>, shown: &Shown<'_>) -> Html {
    let Props { t, list, send, .. } = props;
    let search = send.reform(|event: yew::InputEvent| {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
        Action::List(Step::Search(text))
    });
    // What is half composed is looked for when it is there.
    let search = Callback::from(move |event: yew::InputEvent| {
        if !event.is_composing() && !typing::composing() {
            search.emit(event);
        }
    });
    let year = send.reform(|event: yew::Event| Action::List(Step::Year(chosen_of(&event))));
    let part = send.reform(|event: yew::Event| Action::List(Step::Part(chosen_of(&event))));
    html! {
        <div class="finder" role="search">
            <input id="search" type="search" value={list.search.clone()} placeholder={t.search()} aria-label={t.search()}
                autocomplete="off" spellcheck="false" oninput={search} />
            if shown.years.len() > 1 {
                <select id="of-year" aria-label={t.of_year()} onchange={year}>
                    <option value="" selected={list.year.is_empty()}>{ t.every_year() }</option>
                    { for shown.years.iter().filter(|year| !year.is_empty()).map(|year| html! {
                        <option value={(*year).to_owned()} selected={list.year == **year}>{ year }</option>
                    }) }
                </select>
            }
            if shown.parts.len() > 1 {
                <select id="of-part" aria-label={t.of_part()} onchange={part}>
                    <option value="" selected={list.part.is_empty()}>{ t.every_part() }</option>
                    { for shown.parts.iter().map(|part| html! {
                        <option value={part.to_string()} selected={list.part == part.to_string()}>{ begin::part_name(*part, *t) }</option>
                    }) }
                </select>
            }
            if list.is_filtered() {
                { button("quiet", "unfilter", t.unfilter(), step(props, || Step::Unfilter)) }
            }
        </div>
    }
}

fn stand_name(stand: Stand, t: Text) -> &'static str {
    match stand {
        Stand::Trouble => t.stand_trouble(),
        Stand::Filling => t.stand_filling(),
        Stand::Untouched => t.stand_untouched(),
        Stand::Done => t.stand_done(),
        Stand::Unsaved => t.stand_unsaved(),
        Stand::Slip => t.stand_slip(),
        Stand::Archived => t.stand_archived(),
    }
}

/// How many there are of each state; a press shows these alone.
fn stands(props: &Props<'_>, shown: &Shown<'_>) -> Html {
    let Props { t, list, send, .. } = props;
    // Whoever put something away has to find it again, however few there are.
    let away = shown.count(Stand::Archived) > 0;
    if !shown.many && !away && list.stand.is_none() {
        return Html::default();
    }
    let chip = |stand: Option<Stand>, count: usize| {
        let name = stand.map_or("all", Stand::name);
        let label = stand.map_or(t.stand_all(), |stand| stand_name(stand, *t));
        let press = send.reform(move |_: MouseEvent| Action::List(Step::Stand(stand)));
        let on = list.stand == stand;
        html! {
            <button type="button" class={yew::classes!("chip", format!("is-{name}"))} data-stand={name} aria-pressed={on.to_string()} onclick={press}>
                <span class="chip-mark" aria-hidden="true"></span>{ label }{ " " }<b>{ count }</b>
            </button>
        }
    };
    html! {
        <div class="chips" role="group" aria-label={t.column_state()}>
            { chip(None, shown.counts.last().copied().unwrap_or_default()) }
            { for Stand::ALL.into_iter().zip(shown.counts).filter(|(stand, count)| *count > 0 || list.stand == Some(*stand))
                .map(|(stand, count)| chip(Some(stand), count)) }
        </div>
    }
}

/// How far each department is in each year.
fn groups(props: &Props<'_>, shown: &Shown<'_>) -> Html {
    let t = props.t;
    let heads = [t.stand_done(), t.stand_trouble(), t.stand_filling(), t.stand_untouched()];
    html! {
        <details class="glance">
            <summary>{ t.glance() }</summary>
            <div class="glance-table" tabindex="0" role="region" aria-label={t.glance()}>
                <table>
                    <thead><tr>
                        <th scope="col">{ t.column_year() }</th><th scope="col">{ t.department() }</th>
                        { for heads.into_iter().map(|head| html! { <th scope="col" class="figure">{ head }</th> }) }
                        <th scope="col"><span class="hidden">{ t.column_state() }</span></th>
                    </tr></thead>
                    <tbody>{ for shown.groups.iter().map(|(year, department, counts)| html! {
                        <tr>
                            <td>{ if year.is_empty() { t.blank() } else { year } }</td>
                            <th scope="row">{ if department.is_empty() { t.blank() } else { department } }</th>
                            { for counts.iter().map(|count| html! { <td class="figure">{ count }</td> }) }
                            <td>{ bar(counts) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </details>
    }
}

/// The counts as lengths; the figures beside say the same.
fn bar(counts: &[usize; 4]) -> Html {
    let all = counts.iter().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let mut begin = 0_usize;
    let mut parts = Vec::new();
    for (count, class) in counts.iter().zip(["is-done", "is-trouble", "is-filling", "is-untouched"]) {
        parts.push(html! { <rect {class} x={begin.to_string()} y="0" width={count.to_string()} height="1" /> });
        begin = begin.saturating_add(*count);
    }
    html! {
        <svg class="glance-bar" viewBox={format!("0 0 {all} 1")} preserveAspectRatio="none" aria-hidden="true" focusable="false">{ for parts }</svg>
    }
}

/// What can be done with the chosen ones.
fn deeds(props: &Props<'_>, shown: &Shown<'_>) -> Html {
    let Props { t, list, .. } = props;
    let count = list.chosen.len();
    if count == 0 {
        return Html::default();
    }
    let hidden = list.chosen.iter().filter(|id| !shown.cards.iter().any(|card| card.id == **id)).count();
    html! {
        <div class="deeds" role="group" aria-label={t.deeds()}>
            <p>{ t.chosen(&count.to_string()) }
                if hidden > 0 {
                    <small>{ t.chosen_hidden(&hidden.to_string()) }</small>
                }
            </p>
            { button("quiet", "export-chosen", t.export_chosen(), step(props, || Step::Do(Deed::Export))) }
            { button("quiet", "bundle-chosen", t.bundle_chosen(), step(props, || Step::Bundle)) }
            if list.stand == Some(Stand::Archived) {
                { button("quiet", "return-chosen", t.unarchive(), step(props, || Step::Do(Deed::Return))) }
            } else {
                { button("quiet", "archive-chosen", t.archive(), step(props, || Step::Do(Deed::Archive))) }
            }
            { button("quiet", "delete-chosen", t.delete(), step(props, || Step::Do(Deed::Delete))) }
            { button("quiet", "choose-none", t.choose_none(), step(props, || Step::ChooseNone)) }
        </div>
    }
}

fn head(props: &Props<'_>, shown: &Shown<'_>) -> Html {
    let Props { t, list, .. } = props;
    let column = |by: By, name: &'static str, label: &'static str, press: fn() -> Step| {
        let (on, turned) = (list.by == by, list.turned);
        // Years, states and changes begin with the last, the worst, the newest.
        let falls = matches!(by, By::Year | By::Changed) != turned;
        let order = on.then_some(if falls { "descending" } else { "ascending" });
        html! {
            <th scope="col" aria-sort={order}>
                <button type="button" class="sorter" data-action={name} onclick={step(props, press)}>
                    { label }<span aria-hidden="true">{ match order { None => "", Some("ascending") => " ↑", Some(_) => " ↓" } }</span>
                </button>
            </th>
        }
    };
    let all = !shown.cards.is_empty() && shown.cards.iter().all(|card| list.chosen.contains(&card.id));
    let choose = props.send.reform(|_: yew::Event| Action::List(Step::ChooseAll));
    html! {
        <thead><tr>
            <th scope="col" class="drafts-choice">
                <input type="checkbox" id="choose-all" checked={all} aria-label={t.choose_all(&shown.cards.len().to_string())} onchange={choose} />
            </th>
            { column(By::Project, "sort-project", t.column_project(), || Step::Sort(By::Project)) }
            { column(By::Form, "sort-form", t.column_form(), || Step::Sort(By::Form)) }
            { column(By::Year, "sort-year", t.column_year(), || Step::Sort(By::Year)) }
            { column(By::Stand, "sort-state", t.column_state(), || Step::Sort(By::Stand)) }
            { column(By::Changed, "sort-changed", t.column_changed(), || Step::Sort(By::Changed)) }
            <th scope="col">{ t.column_tools() }</th>
        </tr></thead>
    }
}

/// The id of the element that opens a draft.
pub(crate) fn opener(draft: &str) -> String {
    dom::id(&["d", draft])
}

fn draft(props: &Props<'_>, card: &Card) -> Html {
    let Props { t, send, list, .. } = props;
    let on = |action: fn(String) -> Action| says_of(send, action, &card.id);
    let form = form(props, &card.form);
    let name = if card.project.is_empty() { t.unnamed() } else { &card.project };
    let chosen = list.chosen.contains(&card.id);
    let id = card.id.clone();
    let choose = send.reform(move |_: yew::Event| Action::List(Step::Choose(id.clone())));
    let mut beside = Vec::new();
    for text in [&card.department, &card.code] {
        if !text.is_empty() && *text != name {
            beside.push(text.as_str());
        }
    }
    html! {
        <tr key={card.id.clone()} data-draft={card.id.clone()} class={chosen.then_some("is-chosen")}>
            <td class="drafts-choice"><input type="checkbox" checked={chosen} aria-label={t.choose_name(name)} onchange={choose} /></td>
            <th scope="row">
                <button type="button" id={opener(&card.id)} class="link" data-action="open-draft" onclick={on(Action::Open)}>{ name }</button>
                <small>{ beside.join("　") }</small>
            </th>
            <td>{ form.map_or(card.form.as_str(), |form| t.label(&form.title)) }<small>{ for form.map(|form| form.basis.join("　")) }</small></td>
            <td class="figure">{ &card.year }</td>
            <td>
                if card.begun {
                    { t.card_done(&card.done.to_string(), &card.sections.to_string()) }
                } else {
                    { t.stand_untouched() }
                }
                { match card.problems {
                    Some(0) => html! { <small class="is-clean">{ t.card_clean() }</small> },
                    Some(count) => html! { <small class="is-troubled">{ t.card_problems(&count.to_string()) }</small> },
                    None => Html::default(),
                } }
            </td>
            <td class="figure">{ clock::day_and_time(card.changed) }
                if let Some(open) = card.asked.filter(|open| *open > 0) { <small class="is-troubled" data-asked={open.to_string()}>{ t.card_asked(&open.to_string()) }</small> }
                if card.returning { <small class="is-troubled" data-returning-here="">{ t.card_returning() }</small> }
                if card.file.behind { <small>{ t.card_behind() }</small> }
            </td>
            <td class="drafts-tools">
                <button type="button" class="quiet" data-action="next" aria-label={t.next_of(name)} onclick={on(Action::Next)}>{ t.next() }</button>
                <button type="button" class="quiet" data-action="duplicate" aria-label={t.duplicate_name(name)} onclick={on(Action::Duplicate)}>{ t.duplicate() }</button>
                <button type="button" class="quiet" data-action="delete" aria-label={t.delete_name(name)} onclick={on(|id| Action::List(Step::Delete(id)))}>{ t.delete() }</button>
            </td>
        </tr>
    }
}
