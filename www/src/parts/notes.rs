//! Findings in the words of the pack, under the cell they stand at. The list of problems uses the same words.

use jibiao_kit::Severity;
use yew::{AttrValue, Callback, Html, Properties, function_component, html};

use super::{control::severity_class, icon::Icon};
use crate::{
    state::{Action, Shared, check::Note},
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) notes: Vec<Shared<Note>>,
    /// For the inputs that these findings describe.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// Names the cell, where several cells share the list.
    #[prop_or_default]
    pub(crate) label: Option<AttrValue>,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(Notes)]
pub(crate) fn notes(props: &Props) -> Html {
    if props.notes.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="notes" id={props.id.clone()}>
            { for props.notes.iter().map(|note| html! {
                <li key={note.key.clone()} class={yew::classes!("note", severity_class(Some(note.severity)))} data-note={note.key.clone()}>
                    { badge(note.severity, props.t) }
                    <span class="note-words">
                        if let Some(label) = &props.label { <b>{ label }{ props.t.colon() }</b> }
                        { &note.what }{ " " }<span class="note-advice">{ &note.advice }</span>
                    </span>
                    { tools(note, props.can_write, props.t, &props.send) }
                </li>
            }) }
        </ul>
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
    let rule = note.finding.rule.to_string();
    let why = send.reform(move |_| Action::Why(rule.clone()));
    html! {
        <span class="note-tools">
            if can_write {
                { for note.fixes.iter().enumerate().map(|(fix, words)| {
                    let finding = note.key.clone();
                    let apply = send.reform(move |_| Action::Apply { finding: finding.clone(), fix });
                    html! { <button type="button" class="link" data-action="fix" onclick={apply}>{ t.fix(words) }</button> }
                }) }
            }
            <button type="button" class="link" data-action="why" onclick={why}>{ t.why() }</button>
        </span>
    }
}
