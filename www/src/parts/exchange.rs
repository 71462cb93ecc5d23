//! 交换表: the profile, the codes it asks for, and what the tables can't take.

use jibiao_kit::exchange::{CodeSet, Profile};
use yew::{Callback, Html, html};

use super::button::{button, chosen, says, says_of};
use crate::{
    state::{
        Action, Desk,
        exchange::{Exchange, Misfit, Wrote},
    },
    words::Text,
};

/// More of one kind of thing is not read by anybody.
const MOST_TOLD: usize = 50;

/// Nothing where the pack knows no system that takes this form.
pub(crate) fn html(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let exchanging = &desk.handing.exchange;
    let Some(profile) = exchanging.profile(&desk.draft) else { return Html::default() };
    html! {
        <section class="hand-in" aria-labelledby="exchange-head">
            <h2 id="exchange-head">{ t.exchange() }</h2>
            <p>{ t.exchange_what() }</p>
            { profiles(desk, profile, t, send) }
            if !profile.codes.is_empty() {
                <p>{ t.exchange_codes_what() }</p>
                <dl class="left-out">{ for profile.codes.iter().map(|set| codes(desk, set, t, send)) }</dl>
            }
            <p class="hand-in-buttons">
                { button("quiet", "exchange", t.exchange_write(), says(send, || Action::Exchange(Exchange::Write))) }
            </p>
            if let Some(wrote) = &exchanging.wrote { { told(wrote, profile, t) } }
            { misfits(&exchanging.misfits, t, send) }
        </section>
    }
}

/// The title of the only profile, or a choice.
fn profiles(desk: &Desk, meant: &Profile, t: Text, send: &Callback<Action>) -> Html {
    if desk.draft.profiles().count() == 1 {
        return html! { <p><strong>{ t.label(&meant.title) }</strong>{ t.said_of(t.label(&meant.summary)) }</p> };
    }
    let choose = send.reform(|event: yew::Event| Action::Exchange(Exchange::Profile(chosen(&event))));
    html! {
        <label class="batch-form">{ t.exchange_profile() }
            <select id="exchange-profile" onchange={choose}>
                { for desk.draft.profiles().map(|profile| html! {
                    <option value={profile.id.clone()} selected={profile.id == meant.id}>{ t.label(&profile.title) }</option>
                }) }
            </select>
        </label>
    }
}

/// The codes of one kind: which file they come from, or that there is none.
fn codes(desk: &Desk, set: &CodeSet, t: Text, send: &Callback<Action>) -> Html {
    let exchanging = &desk.handing.exchange;
    let label = t.label(&set.label);
    let state = match exchanging.codes.of(&set.id) {
        Some((file, count)) => t.exchange_codes_file(&count.to_string(), file),
        None if set.needed => t.exchange_codes_needed().to_owned(),
        None => t.exchange_codes_none().to_owned(),
    };
    let refused = exchanging.refused.as_ref().filter(|(refused, _)| *refused == set.id);
    html! {
        <div data-codes={set.id.clone()}>
            <dt>{ label }{ " " }<code>{ &set.id }</code></dt>
            <dd>
                { state }
                { " " }
                <button type="button" class="link" data-action="pick-codes" aria-label={t.exchange_codes_pick_of(label)}
                    onclick={says_of(send, |set| Action::Exchange(Exchange::PickCodes(set)), &set.id)}>{ t.exchange_codes_pick() }</button>
                if let Some((_, why)) = refused { <p class="notice is-grave" role="alert">{ why }</p> }
            </dd>
        </div>
    }
}

fn told(wrote: &Wrote, profile: &Profile, t: Text) -> Html {
    let open: Vec<&str> = wrote.open.iter().filter_map(|set| Some(t.label(&profile.codes(set)?.label))).collect();
    html! {
        <p id="exchange-wrote" tabindex="-1" class="notice" data-exchange="wrote">
            { t.exchange_wrote(&wrote.name) }
            if !open.is_empty() { { t.exchange_open(&open.join("、")) } }
        </p>
    }
}

fn misfits(misfits: &[Misfit], t: Text, send: &Callback<Action>) -> Html {
    if misfits.is_empty() {
        return Html::default();
    }
    let item = |misfit: &Misfit| {
        let place = match &misfit.field {
            Some(field) => {
                let field = field.clone();
                let go = send.reform(move |_| Action::GoToField(field.clone()));
                button("link", "go-to-misfit", &misfit.place, go)
            }
            None => html! { &misfit.place },
        };
        html! { <li>{ place }{ " " }{ &misfit.what }</li> }
    };
    let more = misfits.len().saturating_sub(MOST_TOLD);
    html! {
        <div id="exchange-misfits" tabindex="-1" class="notice is-grave" data-exchange="misfits">
            <div>
                <p>{ t.exchange_misfits(&misfits.len().to_string()) }</p>
                <ul>{ for misfits.iter().take(MOST_TOLD).map(item) }</ul>
                if more > 0 { <p>{ t.exchange_more(&more.to_string()) }</p> }
            </div>
        </div>
    }
}
