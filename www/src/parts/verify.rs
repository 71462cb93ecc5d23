//! 核验: what a bundle is, document by document, and exactly what differs.

use jibiao_kit::bundle::{
    Found, Rechecked,
    bag::{Standing, Weight},
    bag_words, remark_words,
};
use yew::{Callback, Html, html};

use super::button::{button, says};
use crate::{
    state::{
        Action,
        verifying::{Verified, Verify},
    },
    words::Text,
};

pub(crate) fn html(verified: &Verified, t: Text, send: &Callback<Action>) -> Html {
    let examined = &verified.examined;
    let (standing, findings) = (examined.standing(), &examined.findings);
    let originals = findings.info.iter().filter(|(label, _)| label == "Original-Name");
    let originals: Vec<(&str, &str)> = originals.filter_map(|(_, value)| value.split_once(' ')).collect();
    html! {
        <>
            <div class={yew::classes!("verdict", class(standing))} data-dialog="verified" data-standing={standing.name()}>
                <p class="verdict-words">{ t.kit(&["verify-", standing.name()].concat()) }</p>
                if standing != Standing::Refused {
                    <p class="verdict-with">{ bag_words(findings, t.0) }</p>
                }
            </div>
            <div class="import">
                { match &examined.found {
                    Found::Nothing => Html::default(),
                    Found::Foreign => html! { <p>{ t.kit("verify-foreign") }</p> },
                    Found::Unreadable => html! { <p>{ t.kit("verify-unreadable") }</p> },
                    Found::Bundle { documents, .. } => html! {
                        <>{ for documents.iter().enumerate().map(|(at, document)| entry(at, document, documents.len() == 1, t, send)) }</>
                    },
                } }
                if !findings.remarks.is_empty() {
                    <ul class="verify-remarks">
                        { for findings.remarks.iter().map(|remark| html! {
                            <li class={(remark.code.weight() >= Weight::Undetermined).then_some("is-odd")} data-remark={remark.code.name()}>{ remark_words(remark, t.0) }</li>
                        }) }
                    </ul>
                }
                { attachments(originals, t) }
            </div>
            <p class="verdict-with">{ t.kit("bundle-proves") }</p>
            <div class="dialog-buttons">{ button("quiet", "dismiss", t.close(), says(send, || Action::Dismiss)) }</div>
        </>
    }
}

fn entry(at: usize, document: &Rechecked, only: bool, t: Text, send: &Callback<Action>) -> Html {
    let open = send.reform(move |_: yew::MouseEvent| Action::Verify(Verify::Open(at)));
    let send_back = send.reform(move |_: yew::MouseEvent| Action::Verify(Verify::SendBack(at)));
    let standing = document.outcome.standing();
    html! {
        <section class="import-document" data-rechecked={document.outcome.name()}>
            <h3>{ document.title(t.0) }</h3>
            <p class="verdict-with">{ document.save(t.0) }</p>
            <p class={(standing != Standing::Valid).then_some("is-odd")}>{ document.message(t.0) }</p>
            <p class="hand-in-buttons">
                { button(if only { "main" } else { "quiet" }, "open-bundled", t.verify_open(), open) }
                { button("quiet", "return-bundled", t.verify_return(), send_back) }
            </p>
        </section>
    }
}

/// What came along: what people called each file, and where it lies in the bundle.
fn attachments(originals: Vec<(&str, &str)>, t: Text) -> Html {
    if originals.is_empty() {
        return Html::default();
    }
    html! {
        <section class="import-document" data-attached={originals.len().to_string()}>
            <h3>{ t.attachments() }</h3>
            <ul class="verify-files">{ for originals.into_iter().map(|(file, name)| html! { <li><span>{ name }</span><small>{ file }</small></li> }) }</ul>
        </section>
    }
}

fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Valid => "is-accepted",
        Standing::Undetermined => "is-undetermined",
        Standing::Broken | Standing::Refused => "is-rejected",
    }
}
