//! Findings in the words of the pack, under the cell they stand at. The list of problems uses the same words.

use jibiao_kit::{Answer, Severity};
use yew::{Callback, Html, html};

use super::{
    button::{button, says_of},
    control::severity_class,
    icon::Icon,
};
use crate::{
    state::{
        Action, Shared,
        check::{Lapsed, Note},
    },
    words::Text,
};

/// Findings to be shown together.
pub(crate) struct Notes<'a> {
    pub(crate) notes: &'a [Shared<Note>],
    /// For the inputs that these findings describe.
    pub(crate) id: Option<String>,
    /// Names the cell, where several cells share the list.
    pub(crate) label: Option<&'a str>,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

impl Notes<'_> {
    pub(crate) fn html(self) -> Html {
        if self.notes.is_empty() {
            return Html::default();
        }
        html! {
            <ul class="notes" id={self.id.clone()}>
                { for self.notes.iter().map(|note| html! {
                    <li key={note.key.clone()} class={yew::classes!("note", note_class(note))} data-note={note.key.clone()}>
                        { badge_of(note, self.t) }
                        <span class="note-words">
                            if let Some(label) = self.label { <b>{ label }{ self.t.colon() }</b> }
                            { &note.what }{ " " }
                            if note.open() { <span class="note-advice">{ &note.advice }</span> }
                        </span>
                        { reason(note, self.t) }
                        <span class="note-tools">{ tools(note, self.can_write, self.t, self.send) }{ why(note, self.t, self.send) }</span>
                    </li>
                }) }
            </ul>
        }
    }
}

/// Sign and name of a severity.
pub(crate) fn badge(severity: Severity, t: Text) -> Html {
    let icon = match severity {
        Severity::Blocks => Icon::Stop,
        Severity::Warns => Icon::Warning,
        Severity::Advises => Icon::Info,
    };
    html! { <span class="badge">{ icon.html() }{ t.kit(&format!("severity-{}", severity.name())) }</span> }
}

/// A finding with a reason is nobody's alarm.
pub(crate) fn note_class(note: &Note) -> Option<&'static str> {
    if note.open() { severity_class(Some(note.severity)) } else { Some("is-answered") }
}

fn badge_of(note: &Note, t: Text) -> Html {
    if note.open() {
        return badge(note.severity, t);
    }
    html! { <span class="badge">{ Icon::Tick.html() }{ t.answered() }</span> }
}

/// The reason given, or the one that does not count and why.
pub(crate) fn reason(note: &Note, t: Text) -> Html {
    match (&note.answer, &note.lapsed) {
        (Some(answer), _) => html! { <p class="reason" data-reason="given">{ said(answer, t) }</p> },
        (None, Some(lapsed)) => html! {
            { lapsed_html(lapsed, t) }
        },
        (None, None) => Html::default(),
    }
}

/// A reason that does not count, and why.
pub(crate) fn lapsed_html(lapsed: &Lapsed, t: Text) -> Html {
    html! {
        <p class="reason is-lapsed" data-reason="lapsed">
            <b>{ t.lapsed() }</b>{ " " }{ said(&lapsed.answer, t) }
            <span class="reason-why">{ &lapsed.why }</span>
        </p>
    }
}

/// A reason, with who gave it and when.
pub(crate) fn said(answer: &Answer, t: Text) -> Html {
    let by: Vec<&str> = [&answer.by, &answer.date].into_iter().map(String::as_str).filter(|s| !s.is_empty()).collect();
    html! {
        <>
            { t.reason_said(&answer.reason) }
            if !by.is_empty() { <span class="reason-by">{ by.join(" ") }</span> }
        </>
    }
}

/// 为什么.
pub(crate) fn why(note: &Note, t: Text, send: &Callback<Action>) -> Html {
    let show = says_of(send, Action::Why, note.finding.rule.as_str());
    // Many stand in one list: each says what it explains.
    html! { <button type="button" class="link" data-action="why" aria-label={t.why_of(&note.what)} onclick={show}>{ t.why() }</button> }
}

/// 按此修改 and 填写情况说明.
pub(crate) fn tools(note: &Shared<Note>, can_write: bool, t: Text, send: &Callback<Action>) -> Html {
    let answer = |words: &str| button("link", "answer", words, says_of(send, Action::Answer, &note.key));
    html! {
        <>
            if can_write && note.open() {
                { for note.fixes.iter().enumerate().map(|(fix, words)| {
                    let finding = note.key.clone();
                    let apply = send.reform(move |_| Action::Apply { finding: finding.clone(), fix });
                    button("link", "fix", &t.fix(words), apply)
                }) }
            }
            if can_write && note.waivable && note.open() {
                { answer(if note.lapsed.is_some() { t.confirm_reason() } else { t.give_reason() }) }
            }
            if can_write && !note.open() {
                { answer(t.change_reason()) }
                { button("link", "withdraw", t.withdraw_reason(), says_of(send, Action::Withdraw, &note.key)) }
            }
        </>
    }
}
