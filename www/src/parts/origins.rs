//! 来源: what the document was made from, and 调整前后对照.

use yew::{Callback, Html, html};

use super::{
    button::{button, says},
    icon::Icon,
};
use crate::{
    state::{
        Action,
        origins::{Chain, Difference, Source},
    },
    words::Text,
};

/// The line over the paper.
pub(crate) fn line(chain: &Chain, t: Text, send: &Callback<Action>) -> Html {
    if chain.origins.is_empty() {
        return Html::default();
    }
    let count = chain.adjusted.len().saturating_add(chain.others.len());
    html! {
        <div class="origins" data-origins={chain.origins.len().to_string()}>
            <ul>{ for chain.origins.iter().map(|from| html! { <li>{ origin(from, t) }</li> }) }</ul>
            if count > 0 {
                { button("link", "show-changes", &t.changes_count(&count.to_string()), says(send, || Action::ShowChanges)) }
            }
        </div>
    }
}

fn origin(from: &Source, t: Text) -> Html {
    html! {
        <>
            <b>{ &from.relation }</b>{ t.colon() }{ t.origin(&from.digest, &from.form, &from.revision) }
            if from.matches { <span class="origin-good">{ Icon::Tick.html() }{ t.origin_matches() }</span> }
            if let Some(trouble) = &from.trouble {
                <span class="origin-bad" data-link="trouble">{ Icon::Warning.html() }{ trouble }</span>
            }
        </>
    }
}

/// What changed, after the form: of an adjustment it is part of the paper.
pub(crate) fn changes(chain: &Chain, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <>
            if !chain.adjusted.is_empty() {
                <section class="changes" aria-labelledby="changes">
                    <h2 id="changes" tabindex="-1">{ t.changes_adjusted() }</h2>
                    { table(&chain.adjusted, t.changes_adjusted(), t, send) }
                </section>
            }
            if !chain.others.is_empty() {
                <section class="changes is-for-screen" aria-labelledby={if chain.adjusted.is_empty() { "changes" } else { "changes-others" }}>
                    <h2 id={if chain.adjusted.is_empty() { "changes" } else { "changes-others" }} tabindex="-1">{ t.changes_others() }</h2>
                    { table(&chain.others, t.changes_others(), t, send) }
                </section>
            }
        </>
    }
}

fn table(changes: &[Difference], label: &'static str, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <table>
            <caption class="hidden">{ label }</caption>
            <thead><tr>
                <th scope="col">{ t.changes_place() }</th><th scope="col">{ t.changes_before() }</th><th scope="col">{ t.changes_now() }</th>
            </tr></thead>
            <tbody>{ for changes.iter().map(|change| row(change, t, send)) }</tbody>
        </table>
    }
}

fn row(change: &Difference, t: Text, send: &Callback<Action>) -> Html {
    let text = |text: &str| if text.trim().is_empty() { t.changes_nothing().to_owned() } else { text.to_owned() };
    html! {
        <tr>
            <th scope="row">
                { match &change.field {
                    Some(field) => {
                        let field = field.clone();
                        let go = send.reform(move |_| Action::GoToField(field.clone()));
                        button("link", "go-to-change", &change.place, go)
                    }
                    None => html! { &change.place },
                } }
            </th>
            <td>{ text(&change.before) }</td>
            <td>{ text(&change.now) }</td>
        </tr>
    }
}
