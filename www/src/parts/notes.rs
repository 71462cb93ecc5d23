//! Findings in the words of the pack, under the cell they stand at. The list of problems uses the same words.

use jibiao_kit::Severity;
use yew::{Callback, Html, html};

use super::{
    button::{button, says_of},
    control::severity_class,
    icon::Icon,
};
use crate::{
    state::{Action, Shared, check::Note},
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
                    <li key={note.key.clone()} class={yew::classes!("note", severity_class(Some(note.severity)))} data-note={note.key.clone()}>
                        { badge(note.severity, self.t) }
                        <span class="note-words">
                            if let Some(label) = self.label { <b>{ label }{ self.t.colon() }</b> }
                            { &note.what }{ " " }<span class="note-advice">{ &note.advice }</span>
                        </span>
                        { tools(note, self.can_write, self.t, self.send) }
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

/// 按此修改 and 为什么.
pub(crate) fn tools(note: &Shared<Note>, can_write: bool, t: Text, send: &Callback<Action>) -> Html {
    let why = says_of(send, Action::Why, note.finding.rule.as_str());
    html! {
        <span class="note-tools">
            if can_write {
                { for note.fixes.iter().enumerate().map(|(fix, words)| {
                    let finding = note.key.clone();
                    let apply = send.reform(move |_| Action::Apply { finding: finding.clone(), fix });
                    button("link", "fix", &t.fix(words), apply)
                }) }
            }
            { button("link", "why", t.why(), why) }
        </span>
    }
}
