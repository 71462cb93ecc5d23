//! 写退回单 beside the sheet: comments on places of the document, and what of the check goes back.

use jibiao_kit::slip::Anchor;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, function_component, html};

use super::{
    button::{button, says},
    control::severity_class,
    icon::Icon,
    notes::badge,
    said::Said,
};
use crate::{
    browser::dom,
    state::{
        Action, Shared,
        returning::{FindingLine, OwnLine, Proposal, Return, Returning},
        slip::FIRST,
    },
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) seen: Shared<Proposal>,
    pub(crate) reviewer: AttrValue,
    /// The places that a comment may be on now, the smallest first, and what they are called.
    pub(crate) places: Vec<(Anchor, String)>,
    pub(crate) unfolded: bool,
    /// Whether this window keeps what is typed.
    pub(crate) held: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(ReturningPart)]
pub(crate) fn returning(props: &Props) -> Html {
    let Props { seen, reviewer, places, unfolded, held, t, send } = props;
    let limit = if seen.whole { usize::MAX } else { FIRST };
    let more = seen.found.len().saturating_sub(limit);
    let sign = send.reform(|event: InputEvent| {
        let name = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
        Action::Return(Return::Reviewer(name.unwrap_or_default()))
    });
    html! {
        <aside class={yew::classes!("problems", "slip", unfolded.then_some("is-unfolded"))} aria-labelledby="returning" data-returning={seen.picked().to_string()}>
            <div class="problems-head">
                <h2 id="returning" tabindex="-1">{ t.returning() }</h2>
                <button type="button" class="fold library-close" data-action="returning-close" aria-label={t.close()} onclick={says(send, || Action::Return(Return::Show(false)))}>{ Icon::Close.html() }</button>
            </div>
            <p class="slip-from">{ t.returning_from(&seen.revision) }</p>
            if seen.behind {
                <div class="notice is-grave" data-notice="returning">
                    <p>{ t.returning_behind() }</p>
                    if *held { { button("quiet", "returning-take-back", t.returning_take_back(), says(send, || Action::Return(Return::TakeBack))) } }
                </div>
            }
            <label class="slip-label" for="reviewer">{ t.returning_reviewer() }</label>
            <input id="reviewer" class="returning-reviewer" type="text" autocomplete="off" spellcheck="false" maxlength="100" readonly={!held} value={reviewer.clone()} oninput={sign} />

            <h3 id="returning-own" tabindex="-1">{ t.returning_own() }</h3>
            if *held {
                <div class="returning-where">
                    <p class="slip-from">{ t.returning_on() }</p>
                    <ul class="returning-places">
                        { for places.iter().enumerate().map(|(nth, (at, name))| {
                            let at = at.clone();
                            let begin = send.reform(move |_: yew::MouseEvent| Action::Return(Return::On(at.clone())));
                            let id = (nth == 0).then_some("returning-here");
                            // The first stays the first, whatever it is called by now: it may have the focus.
                            html! { <li key={nth}><button type="button" {id} class="quiet" data-action="returning-on" onclick={begin}><span>{ name }</span></button></li> }
                        }) }
                    </ul>
                </div>
                if seen.left > 0 {
                    <p>{ button("link", "returning-again", &t.returning_again(&seen.left.to_string()), says(send, || Action::Return(Return::AskAgain))) }</p>
                }
            }
            <ol class="slip-entries">{ for seen.own.iter().map(|line| own(line, seen, *held, *t, send)) }</ol>

            <h3 id="returning-found">{ t.returning_found() }</h3>
            if seen.found.is_empty() {
                <p class="slip-from">{ t.returning_nothing() }</p>
            } else {
                <p class="slip-counts">{ t.returning_picked(&seen.found.len().to_string(), &seen.picked().to_string()) }
                    if *held && seen.found.len() > 1 {
                        { " " }{ button("link", "returning-all", t.returning_all(), says(send, || Action::Return(Return::PickAll(true)))) }
                        { " " }{ button("link", "returning-none", t.returning_none(), says(send, || Action::Return(Return::PickAll(false)))) }
                    }
                </p>
            }
            <div role="group" aria-labelledby="returning-found">
                <ol class="slip-entries">{ for seen.found.iter().take(limit).map(|line| finding(line, seen, *held, *t, send)) }</ol>
            </div>
            if more > 0 {
                <button type="button" class="quiet" data-action="returning-rest" onclick={says(send, || Action::Return(Return::ShowRest))}>{ t.show_rest(&more.to_string()) }</button>
            }
            <div class="returning-foot">
                { button("main", "returning-save", t.returning_save(), says(send, || Action::Return(Return::Save))) }
                { button("quiet", "returning-put-away", t.returning_put_away(), says(send, || Action::Return(Return::PutAway))) }
                { button("link", "returning-drop", t.returning_give_up(), says(send, || Action::Return(Return::Drop(false)))) }
            </div>
        </aside>
    }
}

fn own(line: &Shared<OwnLine>, seen: &Proposal, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let n = line.n;
    let at = line.at.clone();
    let go = send.reform(move |_: yew::MouseEvent| Action::Return(Return::Go(at.clone())));
    let say = send.reform(move |text: String| Action::Return(Return::Say(n, text)));
    let remove = send.reform(move |_: yew::MouseEvent| Action::Return(Return::Remove(n)));
    html! {
        <li key={[seen.key.as_str(), &n.to_string()].concat()} class="problem slip-entry" data-returning-own={n.to_string()}>
            <button type="button" class="problem-jump" data-action="returning-go" onclick={go}>
                <span class="problem-what">{ &line.place }</span>
            </button>
            if held {
                <Said id={dom::id(&["returning", &n.to_string()])} label={t.returning_note()} text={line.text.clone()} {say} />
                <span class="note-tools">{ button("link", "returning-remove", t.returning_remove(), remove) }</span>
            } else {
                <p class="reason">{ &line.text }</p>
            }
        </li>
    }
}

fn finding(line: &Shared<FindingLine>, seen: &Proposal, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let at = line.at.clone();
    let go = send.reform(move |_: yew::MouseEvent| Action::Return(Return::Go(at.clone())));
    let key = line.key.clone();
    let pick = send.reform(move |_: yew::Event| Action::Return(Return::Pick(key.clone())));
    let key = line.key.clone();
    let say = send.reform(move |text: String| Action::Return(Return::SayOf(key.clone(), text)));
    let id = dom::id(&["returning-of", &line.key]);
    html! {
        <li key={[seen.key.as_str(), &line.key].concat()} class={yew::classes!("problem", "slip-entry", severity_class(Some(line.severity)))} data-returning-found={line.picked.to_string()}>
            <label class="returning-pick">
                <input type="checkbox" name="returning-found" data-action="returning-pick" checked={line.picked} disabled={!held} onchange={pick} />
                <span>{ badge(line.severity, t) }<span class="problem-place">{ &line.place }</span></span>
            </label>
            <button type="button" class="problem-jump" data-action="returning-go" onclick={go}>
                <span class="problem-what">{ &line.what }</span>
            </button>
            if let Some(reason) = &line.reason { <p class="reason">{ t.reason_said(reason) }</p> }
            if line.picked && held {
                <Said {id} brief={true} label={t.returning_add()} text={line.said.clone()} {say} />
            }
        </li>
    }
}

/// Why the sheet takes no typing while the slip is out of sight, and the ways on.
pub(crate) fn notice(t: Text, send: &Callback<Action>) -> Html {
    html! {
        <div class="notice" data-notice="returning-begun">
            <p>{ t.returning_begun() }</p>
            { button("quiet", "returning-on-with", t.returning_go_on(), says(send, || Action::Return(Return::Show(true)))) }
            { button("quiet", "returning-put-away", t.returning_put_away(), says(send, || Action::Return(Return::PutAway))) }
            { button("quiet", "returning-drop", t.returning_give_up(), says(send, || Action::Return(Return::Drop(false)))) }
        </div>
    }
}

/// The entry in the task list, while something is on the slip.
pub(crate) fn task(returning: &Returning, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <button type="button" data-action="returning" aria-expanded={returning.shown.to_string()} onclick={says(send, || Action::Return(Return::Show(true)))}>
            <span class="task-name">{ t.returning() }</span>
            if returning.is_unfiled() { <span class="status is-filling">{ t.returning_unfiled() }</span> }
        </button>
    }
}
