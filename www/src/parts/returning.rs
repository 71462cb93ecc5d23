//! 写退回单 beside the sheet: comments on places of the document, and what of the check goes back.

use jibiao_kit::slip::Anchor;
use web_sys::HtmlInputElement;
use yew::{
    AttrValue, Callback, Html, InputEvent, Properties, TargetCast, function_component, html, use_effect_with,
    use_node_ref,
};

use super::{
    button::{button, says},
    control::severity_class,
    icon::Icon,
    notes::badge,
    said::Said,
    slip,
};
use crate::{
    browser::dom,
    state::{
        Action, Shared,
        returning::{FindingLine, OwnLine, Proposal, Return, Returning},
        slip::{FIRST, Line, Slipping},
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
    let groups = seen.grouped();
    // What is folded takes one line, whatever is in it.
    let lines = |group: &(String, Vec<&Shared<FindingLine>>)| if is_folded(group, seen) { 1 } else { group.1.len() };
    let mut room = limit;
    let drawn = groups.iter().map(|group| {
        let drawn = lines(group).min(room);
        room = room.saturating_sub(drawn);
        drawn
    });
    let drawn: Vec<usize> = drawn.collect();
    let all = groups.iter().fold(0_usize, |sum, group| sum.saturating_add(lines(group)));
    let more = all.saturating_sub(limit);
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

            { before(seen, *held, *t, send) }

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
                <ol class="slip-entries">{ for groups.iter().zip(drawn).map(|(group, drawn)| group_html(group, drawn, seen, *held, *t, send)) }</ol>
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

/// What came of the slip before, as far as nothing on this one takes it up: each entry can be asked for again.
fn before(seen: &Proposal, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let Some(slip) = &seen.before else { return Html::default() };
    let limit = if seen.whole { usize::MAX } else { FIRST };
    let more = seen.rest.len().saturating_sub(limit);
    html! {
        <details class="returning-before" open={true} data-returning-before={seen.rest.len().to_string()}>
            <summary><h3>{ t.returning_before() }</h3></summary>
            <p class="slip-from">{ t.slip_from(&slip.reviewer, &slip.revision) }</p>
            <p class="slip-counts">{ slip::counts(slip, t) }</p>
            { slip::answered(slip, t) }
            if held && seen.left > 0 {
                <p>{ button("link", "returning-again", &t.returning_again(&seen.left.to_string()), says(send, || Action::Return(Return::AskAgain))) }</p>
            }
            if seen.rest.len() < slip.lines.len() { <p class="slip-from">{ t.returning_before_beside() }</p> }
            <ol class="slip-entries">{ for seen.rest.iter().take(limit).map(|line| rest(line, held, t, send)) }</ol>
            if more > 0 {
                <button type="button" class="quiet" data-action="returning-rest" onclick={says(send, || Action::Return(Return::ShowRest))}>{ t.show_rest(&more.to_string()) }</button>
            }
        </details>
    }
}

fn rest(line: &Shared<Line>, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let n = line.n;
    let go = send.reform(move |_: yew::MouseEvent| Action::Slip(Slipping::Go(n)));
    html! {
        <li key={n} class="problem slip-entry" data-returning-before={n.to_string()} data-slip-state={line.state.name()}>
            <button type="button" class="problem-jump" data-action="slip-go" onclick={go}>
                { slip::head(line, t) }
                <span class="problem-what">{ asked(line) }</span>
            </button>
            { slip::answer(line, t) }
            if held { <span class="note-tools">{ again(n, t, send) }</span> }
        </li>
    }
}

/// What an entry asks for.
fn asked(line: &Line) -> &str {
    match &line.found {
        Some(found) if line.comment.is_empty() => &found.what,
        _ => &line.comment,
    }
}

fn again(n: u32, t: Text, send: &Callback<Action>) -> Html {
    let again = send.reform(move |_: yew::MouseEvent| Action::Return(Return::AskAgainFor(n)));
    button("link", "returning-again-for", t.returning_again_for(), again)
}

/// What came of the slip before, beside what is asked for again.
fn beside(line: &Line, t: Text) -> Html {
    html! {
        <div class="returning-beside" data-returning-before={line.n.to_string()} data-slip-state={line.state.name()}>
            <p class="slip-head"><span>{ t.returning_beside(&line.n.to_string()) }</span>{ slip::status(line.state, t) }</p>
            if !line.comment.is_empty() { <p>{ t.returning_said(&line.comment) }</p> }
            { slip::answer(line, t) }
        </div>
    }
}

fn own(line: &Shared<OwnLine>, seen: &Proposal, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let n = line.n;
    let id = dom::id(&["returning", &n.to_string()]);
    let key = [seen.key.as_str(), &n.to_string()].concat();
    if line.out {
        let put_back = send.reform(move |_: yew::MouseEvent| Action::Return(Return::PutBack(n)));
        let label = t.returning_put_back(&line.place);
        return html! {
            <li key={[&key, " out"].concat()} class="problem slip-entry" data-returning-out={n.to_string()}>
                <p>{ t.returning_removed(&line.place) }{ " " }
                    <button type="button" class="link" {id} data-action="returning-put-back" aria-label={label} onclick={put_back}>{ t.restore() }</button>
                </p>
            </li>
        };
    }
    let at = line.at.clone();
    let go = send.reform(move |_: yew::MouseEvent| Action::Return(Return::Go(at.clone())));
    let say = send.reform(move |text: String| Action::Return(Return::Say(n, text)));
    let remove = send.reform(move |_: yew::MouseEvent| Action::Return(Return::Remove(n)));
    html! {
        <li {key} class="problem slip-entry" data-returning-own={n.to_string()}>
            <button type="button" class="problem-jump" data-action="returning-go" onclick={go}>
                <span class="problem-what">{ &line.place }</span>
            </button>
            { for line.before.iter().map(|before| beside(before, t)) }
            if held {
                <Said {id} label={t.returning_note()} text={line.text.clone()} {say} />
                <span class="note-tools">{ button("link", "returning-remove", t.returning_remove(), remove) }</span>
            } else {
                <p class="reason">{ &line.text }</p>
            }
        </li>
    }
}

type Group<'s> = (String, Vec<&'s Shared<FindingLine>>);

/// From three on, findings of one rule take one line until they are unfolded.
const SEVERAL: usize = 3;

fn is_folded((key, lines): &Group<'_>, seen: &Proposal) -> bool {
    lines.len() >= SEVERAL && !seen.unfolded.contains(key)
}

/// Findings of one rule: one by one where they are few, else with one box for all of them. `drawn`: how many lines there is
/// room for.
fn group_html(group: &Group<'_>, drawn: usize, seen: &Proposal, held: bool, t: Text, send: &Callback<Action>) -> Html {
    let (key, lines) = group;
    let one_by_one = |lines: &[&Shared<FindingLine>]| -> Html {
        lines.iter().take(drawn).map(|line| finding(line, seen, held, t, send)).collect()
    };
    let [first, _, _, ..] = lines.as_slice() else { return one_by_one(lines) };
    if drawn == 0 {
        return Html::default();
    }
    let folded = is_folded(group, seen);
    let picked = lines.iter().filter(|line| line.picked).count();
    let answered = lines.iter().filter(|line| line.before.is_some()).count();
    let keys: Vec<String> = lines.iter().map(|line| line.key.clone()).collect();
    let pick = send.reform(move |()| Action::Return(Return::PickThese(keys.clone(), picked < keys.len())));
    let unfold = {
        let key = key.clone();
        send.reform(move |_: yew::MouseEvent| Action::Return(Return::Unfold(key.clone())))
    };
    let words = if lines.iter().all(|line| line.what == first.what) { &first.what } else { &first.title };
    let (all, some) = (lines.len().to_string(), picked.to_string());
    html! {
        <li key={[seen.key.as_str(), key].concat()} class={yew::classes!("problem", "slip-entry", "is-many", severity_class(Some(first.severity)))} data-returning-rule={first.rule.clone()}>
            <label class="returning-pick">
                <AllBox {picked} of={lines.len()} {held} {pick} />
                <span>{ badge(first.severity, t) }<span class="slip-rule">{ words }</span><span class="problem-times">{ t.places(&all) }</span></span>
            </label>
            <p class="slip-from">
                { t.returning_of_rule(&some) }{ " " }
                if answered > 0 { { t.returning_of_before(&answered.to_string()) }{ " " } }
                <button type="button" class="link" data-action="returning-unfold" aria-expanded={(!folded).to_string()} onclick={unfold}>{ if folded { t.returning_unfold() } else { t.returning_fold() } }</button>
            </p>
            if !folded { <ol class="problem-places">{ one_by_one(lines) }</ol> }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct AllBoxProps {
    picked: usize,
    of: usize,
    held: bool,
    pick: Callback<()>,
}

/// The box of all findings of a rule: neither full nor empty where some of them are picked.
#[function_component(AllBox)]
fn all_box(props: &AllBoxProps) -> Html {
    let AllBoxProps { picked, of, held, pick } = props;
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((*picked, *of), move |(picked, of)| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_indeterminate(*picked > 0 && picked < of);
            }
        });
    }
    let pick = pick.reform(|_: yew::Event| ());
    html! {
        <input type="checkbox" name="returning-found" ref={node} data-action="returning-pick-rule" checked={picked == of} disabled={!held} onchange={pick} />
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
            { for line.before.iter().map(|before| beside(before, t)) }
            if let Some(before) = line.before.as_ref().filter(|before| held && !before.comment.is_empty() && !line.is_asked_again()) {
                <span class="note-tools">{ again(before.n, t, send) }</span>
            }
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
