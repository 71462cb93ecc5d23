//! The task list: sections in free order, each with its status, and the results.

use yew::{Callback, Html, html};

use super::{button::says, icon::Icon, returning, slip};

use crate::{
    state::{
        Action,
        desk::{Panel, View},
        returning::Returning,
        slip::Slipped,
        spec::FormSpec,
        status::Status,
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) spec: &'a FormSpec,
    pub(crate) statuses: &'a [Status],
    /// The return slip of the document.
    pub(crate) slipped: Option<&'a Slipped>,
    /// The return slip that is being written.
    pub(crate) returning: Option<&'a Returning>,
    pub(crate) view: View,
    /// The section that the focus is in.
    pub(crate) section: Option<&'a jibiao_kit::model::SectionId>,
    pub(crate) unfolded: bool,
    /// Whether something lies over the desk, and it is not this.
    pub(crate) covered: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { spec, t, send, .. } = props;
    let results = says(send, || Action::Show(View::Result));
    let hand_in = says(send, || Action::Show(View::HandIn));
    let done = props.statuses.iter().filter(|status| **status == Status::Done).count();
    html! {
        <nav id="tasks" tabindex="-1" class={yew::classes!("tasks", props.unfolded.then_some("is-unfolded"))} aria-label={t.tasks()} inert={props.covered}>
            <div class="tasks-head">
                <h2>{ t.tasks() }</h2>
                <button type="button" class="fold" data-action="close-tasks" aria-label={t.close()} onclick={says(send, || Action::Unfold(None))}>{ Icon::Close.html() }</button>
            </div>
            <p class="tasks-done">{ t.tasks_done(&spec.sections.len().to_string(), &done.to_string()) }</p>
            <ol>
                { for spec.sections.iter().zip(props.statuses.iter()).map(|(section, status)| {
                    let id = section.id.clone();
                    let here = props.view == View::Sheet && props.section == Some(&section.id);
                    let go = send.reform(move |_| Action::GoTo(id.clone()));
                    html! {
                        <li key={section.id.to_string()}>
                            <button type="button" data-task={section.id.to_string()} aria-current={here.then_some("true")} onclick={go}>
                                <span class="task-name">{ &section.label }</span>
                                { status_html(*status, *t) }
                            </button>
                        </li>
                    }
                }) }
                if let Some(returning) = props.returning { <li class="task-results">{ returning::task(returning, *t, send) }</li> }
                if let Some(slipped) = props.slipped { <li class="task-results">{ slip::task(slipped, *t, send) }</li> }
                <li class="task-results">
                    <button type="button" data-action="results" aria-current={(props.view == View::Result).then_some("page")} onclick={results}>
                        <span class="task-name">{ t.results() }</span>
                    </button>
                </li>
                <li>
                    <button type="button" data-action="hand-in" aria-current={(props.view == View::HandIn).then_some("page")} onclick={hand_in}>
                        <span class="task-name">{ t.handing() }</span>
                    </button>
                </li>
            </ol>
        </nav>
    }
}

/// The button that unfolds the list on a narrow screen.
pub(crate) fn unfold(t: Text, send: &Callback<Action>) -> Html {
    html! {
        <button type="button" id="unfold-tasks" class="quiet only-narrow" data-action="tasks" onclick={says(send, || Action::Unfold(Some(Panel::Tasks)))}>
            { t.tasks() }
        </button>
    }
}

fn status_html(status: Status, t: Text) -> Html {
    let (class, words) = match status {
        Status::NotStarted => ("is-not-started", t.status_not_started()),
        Status::Filling => ("is-filling", t.status_filling()),
        Status::Done => ("is-done", t.status_done()),
        Status::Trouble => ("is-trouble", t.status_trouble()),
        Status::Doubt => ("is-trouble is-doubt", t.status_trouble()),
    };
    html! { <span class={yew::classes!("status", class)}>{ words }</span> }
}
