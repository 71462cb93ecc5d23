//! 退回意见 beside the sheet: what the reviewer asks for, entry by entry, what became of it, and what is said to it.

use jibiao_kit::slip::{Gone, State};
use yew::{Callback, Html, Properties, function_component, html};

use super::{
    button::{button, says, says_of},
    control::severity_class,
    icon::Icon,
    notes::badge,
    said::Said,
};
use crate::{
    browser::dom,
    state::{
        Action, Desk, Shared,
        slip::{Change, FIRST, FoundLine, Held, Line, Seen, Slipped, Slipping},
    },
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) seen: Shared<Seen>,
    pub(crate) unfolded: bool,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

/// Not drawn again while nothing of it changes: typing on the sheet is none of its business.
#[function_component(SlipPart)]
pub(crate) fn slip(props: &Props) -> Html {
    let Props { seen, unfolded, can_write, t, send } = props;
    let open = seen.counts.first().copied().unwrap_or_default();
    let limit = if seen.whole { usize::MAX } else { FIRST };
    let more = seen.lines.len().saturating_sub(limit);
    html! {
        <aside class={yew::classes!("problems", "slip", unfolded.then_some("is-unfolded"))} aria-labelledby="slip" data-slip={seen.lines.len().to_string()}>
            <div class="problems-head">
                <h2 id="slip" tabindex="-1">{ t.slip() }</h2>
                <button type="button" class="fold library-close" data-action="slip-close" aria-label={t.close()} onclick={says(send, || Action::Slip(Slipping::Show(false)))}>{ Icon::Close.html() }</button>
            </div>
            <p class="slip-from">{ t.slip_from(&seen.reviewer, &seen.revision) }</p>
            <p class="slip-counts" data-slip-counts={counted(seen)}>{ counts(seen, *t) }</p>
            { answered(seen, *t) }
            if open > 0 {
                <p class="mend">{ button("quiet", "slip-next", t.slip_next(), says(send, || Action::Slip(Slipping::Next))) }</p>
            } else {
                <p class="mend">{ button("quiet", "slip-hand-in", t.slip_hand_in(), says(send, || Action::Show(crate::state::desk::View::HandIn))) }</p>
            }
            <ol class="slip-entries">
                { for seen.lines.iter().take(limit).map(|line| html! {
                    <Entry key={line.n} line={line.clone()} can_write={*can_write} t={*t} send={send.clone()} />
                }) }
            </ol>
            if more > 0 {
                <button type="button" class="quiet" data-action="slip-rest" onclick={says(send, || Action::Slip(Slipping::ShowRest))}>{ t.show_rest(&more.to_string()) }</button>
            }
        </aside>
    }
}

/// `2 1 0`, in the order of the states.
fn counted(seen: &Seen) -> String {
    seen.counts.map(|count| count.to_string()).join(" ")
}

pub(crate) fn counts(seen: &Seen, t: Text) -> String {
    let [open, changed, explained] = seen.counts.map(|count| count.to_string());
    t.slip_counts(&changed, &explained, &open)
}

/// What was answered before, and whether the document says the same.
pub(crate) fn answered(seen: &Seen, t: Text) -> Html {
    let Some((revision, by)) = &seen.answered else { return Html::default() };
    let (class, name, words) = match &seen.held {
        None => (None, "open", String::new()),
        Some(Held::Same) => (Some("is-even"), "same", t.slip_same().to_owned()),
        Some(Held::Later) => (None, "later", t.slip_later().to_owned()),
        Some(Held::Differing(entries)) => (Some("is-odd"), "differing", t.slip_differing(entries)),
    };
    html! {
        <p class={yew::classes!("slip-answered", class)} data-slip-held={name}>
            { t.slip_answered(by, revision) }{ " " }{ words }
        </p>
    }
}

/// The name of a state, as everywhere on the page.
pub(crate) fn status(state: State, t: Text) -> Html {
    let (class, words) = match state {
        State::Open => ("is-trouble is-doubt", t.slip_open()),
        State::Changed => ("is-done", t.slip_changed()),
        State::Explained => ("is-done", t.slip_explained()),
    };
    html! { <span class={yew::classes!("status", class)}>{ words }</span> }
}

#[derive(Properties, PartialEq)]
struct EntryProps {
    line: Shared<Line>,
    can_write: bool,
    t: Text,
    send: Callback<Action>,
}

#[function_component(Entry)]
fn entry(props: &EntryProps) -> Html {
    let EntryProps { line, can_write, t, send } = props;
    let n = line.n;
    let go = send.reform(move |_: yew::MouseEvent| Action::Slip(Slipping::Go(n)));
    let say = send.reform(move |text: String| Action::Slip(Slipping::Note(n, text)));
    html! {
        <li class="problem slip-entry" data-slip-entry={n.to_string()} data-slip-state={line.state.name()}>
            <button type="button" class="problem-jump" id={dom::id(&["slip", &n.to_string()])} data-action="slip-go" onclick={go}>
                { head(line, *t) }
                if !line.comment.is_empty() { <span class="problem-what">{ &line.comment }</span> }
                if let Some(found) = line.found.as_ref().filter(|_| line.comment.is_empty()) {
                    <span class="problem-what">{ &found.what }</span>
                }
            </button>
            { line.found.as_ref().map_or_else(Html::default, |found| found_html(found, !line.comment.is_empty(), *t, send)) }
            { came(line, *t) }
            if *can_write {
                <Said key={line.key.to_string()} id={dom::id(&["slip-note", &n.to_string()])} label={t.slip_note(&n.to_string())} text={line.note.clone()} {say} />
            } else if !line.note.is_empty() {
                { told("reason", t.slip_note_said(&line.note)) }
            }
        </li>
    }
}

fn told(class: &'static str, words: String) -> Html {
    html! { <p {class}>{ words }</p> }
}

/// So many changes of a table or a section are seen at once.
const FEW: usize = 12;

fn change_html(change: &Change, t: Text) -> Html {
    let text = |text: &str, html: Html| {
        if text.is_empty() {
            html! { <span class="slip-blank">{ t.blank() }</span> }
        } else {
            html
        }
    };
    let words = match change {
        Change::RowGone(name) => html! { <>{ name }{ t.colon() }{ t.slip_gone_row() }</> },
        Change::RowNew(name) => html! { <>{ name }{ t.colon() }{ t.slip_new_row() }</> },
        Change::Cell(label, before, now) => html! {
            <>
                { label }{ t.colon() }
                { text(before, html! { <del>{ before }</del> }) }
                { " → " }
                { text(now, html! { <ins>{ now }</ins> }) }
            </>
        },
    };
    html! { <p class="slip-change">{ words }</p> }
}

/// What came of an entry: what stood there, what changed, what the document says of it.
fn came(line: &Line, t: Text) -> Html {
    html! {
        <>
            { line.was.as_ref().map_or_else(Html::default, |was| told("slip-was", if was.is_empty() { t.slip_was_blank().to_owned() } else { t.slip_was(was) })) }
            { for line.changes.iter().take(FEW).map(|change| change_html(change, t)) }
            if line.changes.len() > FEW {
                <details class="slip-more">
                    <summary>{ t.slip_more(&line.changes.len().saturating_sub(FEW).to_string()) }</summary>
                    { for line.changes.iter().skip(FEW).map(|change| change_html(change, t)) }
                </details>
            }
            if line.moved { { told("slip-change", t.slip_moved().to_owned()) } }
            { match line.gone {
                Some(Gone::Row) => told("slip-change", t.slip_gone_row().to_owned()),
                Some(Gone::Cell) => told("slip-change", t.slip_gone_cell().to_owned()),
                None => Html::default(),
            } }
            if line.mended { { told("slip-was", t.slip_mended().to_owned()) } }
            if line.still { { told("slip-still", t.slip_still().to_owned()) } }
            if !line.reason.is_empty() { { told("reason", t.reason_said(&line.reason)) } }
        </>
    }
}

/// An answer to read: what came of an entry, and what was said to it.
pub(crate) fn answer(line: &Line, t: Text) -> Html {
    html! {
        <>
            { came(line, t) }
            if !line.note.is_empty() { { told("reason", t.slip_note_said(&line.note)) } }
        </>
    }
}

/// Number and place of an entry, and what came of it in a word.
pub(crate) fn head(line: &Line, t: Text) -> Html {
    html! {
        <span class="slip-head">
            <span class="problem-place">{ line.n.to_string() }{ " · " }{ &line.place }</span>
            { status(line.state, t) }
        </span>
    }
}

/// What the check found there; in full only where the reviewer says something of their own.
fn found_html(found: &FoundLine, whole: bool, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <div class={yew::classes!("slip-found", severity_class(Some(found.severity)))}>
            { badge(found.severity, t) }<span class="slip-rule">{ &found.title }</span>{ " " }
            if whole { { &found.what }{ " " } }
            <span class="problem-advice">{ &found.advice }</span>{ " " }
            <span class="note-tools">{ button("link", "why", t.why(), says_of(send, Action::Why, &found.rule)) }</span>
        </div>
    }
}

/// The entry in the task list.
pub(crate) fn task(slipped: &Slipped, t: Text, send: &Callback<Action>) -> Html {
    let open = slipped.count(State::Open);
    html! {
        <button type="button" data-action="slip" aria-expanded={slipped.shown.to_string()} onclick={says(send, || Action::Slip(Slipping::Show(true)))}>
            <span class="task-name">{ t.slip() }</span>
            if open > 0 {
                <span class="status is-trouble is-doubt" data-slip-open={open.to_string()}>{ t.slip_open_count(&open.to_string()) }</span>
            } else {
                <span class="status is-done" data-slip-open="0">{ t.slip_all_answered() }</span>
            }
        </button>
    }
}

/// The answer on its way out, on the page of what is handed in.
pub(crate) fn handing(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(slipped) = &desk.slipped else { return Html::default() };
    let open = slipped.count(State::Open);
    html! {
        <section class="hand-in" aria-labelledby="slip-head" data-slip-handing={open.to_string()}>
            <h2 id="slip-head">{ t.slip_answer() }</h2>
            <p>{ counts(&slipped.seen, t) }</p>
            <p>{ t.slip_answer_what() }</p>
            if open > 0 { <p class="notice">{ t.slip_answer_open(&open.to_string()) }</p> }
            if desk.mark.behind { <p>{ t.slip_answer_behind() }</p> }
            <p class="hand-in-buttons">
                if desk.mark.behind {
                    { button("quiet", "save-file", t.save_file(), says(send, || Action::SaveFile)) }
                } else {
                    { button("quiet", "slip-save", t.slip_save(), says(send, || Action::Slip(Slipping::Save))) }
                    { button("quiet", "slip-put-away", t.slip_put_away(), says(send, || Action::Slip(Slipping::PutAway))) }
                }
                { button("quiet", "slip-back", t.slip_back(), says(send, || Action::Slip(Slipping::Show(true)))) }
            </p>
        </section>
    }
}
