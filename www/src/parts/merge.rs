//! Draft and file side by side: a person chooses where both were changed.

use yew::{Callback, Html, html};

use super::button::button;
use crate::{
    app::MergeLine,
    state::{Action, action::Merge},
    words::Text,
};

pub(crate) fn html(name: &str, lines: &[MergeLine], t: Text, send: &Callback<Action>) -> Html {
    let open = lines.iter().filter(|line| line.take.is_none()).count();
    let step = |step: fn() -> Merge| send.reform(move |_| Action::Merge(step()));
    html! {
        <>
            <p data-dialog="merge">{ t.merge_what(name) }</p>
            <p role="status" data-open={open.to_string()}>
                { if lines.is_empty() { t.merge_same().to_owned() } else if open > 0 { t.merge_open(&open.to_string()) } else { t.merge_ready().to_owned() } }
            </p>
            if !lines.is_empty() {
                <div class="merge">
                    <table>
                        <thead><tr><th scope="col">{ t.changes_place() }</th><th scope="col">{ t.merge_mine() }</th><th scope="col">{ t.merge_theirs() }</th></tr></thead>
                        <tbody>{ for lines.iter().enumerate().map(|(at, line)| row(at, line, t, send)) }</tbody>
                    </table>
                </div>
            }
            <div class="dialog-buttons">
                <button type="button" class="main" data-action="merge-done" disabled={open > 0} onclick={step(|| Merge::Done)}>{ t.merge_done() }</button>
                if lines.len() > 1 {
                    { button("quiet", "merge-mine", t.merge_all_mine(), step(|| Merge::TakeAll(false))) }
                    { button("quiet", "merge-theirs", t.merge_all_theirs(), step(|| Merge::TakeAll(true))) }
                }
                { button("quiet", "dismiss", t.cancel(), send.reform(|_| Action::Dismiss)) }
            </div>
        </>
    }
}

fn row(at: usize, line: &MergeLine, t: Text, send: &Callback<Action>) -> Html {
    let choice = |take: bool, text: &str| {
        let choose = send.reform(move |_: yew::Event| Action::Merge(Merge::Take(at, take)));
        let words = if text.trim().is_empty() { t.changes_nothing() } else { text };
        html! {
            <td>
                <label class="merge-choice">
                    <input type="radio" name={format!("merge-{at}")} checked={line.take == Some(take)} onchange={choose}
                        data-merge={format!("{at}:{}", if take { "theirs" } else { "mine" })} />
                    <span>{ words.to_owned() }</span>
                </label>
            </td>
        }
    };
    html! {
        <tr class={line.take.is_none().then_some("is-open")}>
            <th scope="row">{ &line.place }</th>
            { choice(false, &line.mine) }
            { choice(true, &line.theirs) }
        </tr>
    }
}
