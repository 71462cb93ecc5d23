//! 报送: attachments, the bundle, and the other ways out.

use jibiao_kit::receipt_code;
use yew::{Callback, Html, html};

use super::result::verdict_class;
use crate::{
    browser::courier::{Along, Doing},
    parts::{
        button::{button, says},
        exchange,
        icon::Icon,
        problems::counted,
        publish, sealing, slip, ways,
    },
    state::{
        Action, Desk,
        handing::{Hand, Packing},
        sealing::How,
    },
    words::Text,
};

pub(crate) fn view(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(checked) = &desk.checked else { return Html::default() };
    let report = &checked.report;
    let document = desk.draft.document();
    html! {
        <article class="result">
            <h1 id="result" tabindex="-1">{ t.handing() }</h1>
            <section class={yew::classes!("verdict", verdict_class(report.verdict))} data-verdict={report.verdict.name()}>
                <p class="verdict-words">{ t.kit(&format!("verdict-{}", report.verdict.name())) }</p>
                { counted(report.counts, report.waived.total(), t) }
                <p class="verdict-with">{ t.receipt(&receipt_code(document)) }</p>
            </section>
            { slip::handing(desk, t, send) }
            <section class="hand-in" aria-labelledby="attach-head">
                <h2 id="attach-head">{ t.attachments() }</h2>
                <p>{ t.attachments_what() }</p>
                { attachments(desk, t, send) }
                <p class="hand-in-buttons">
                    <button type="button" id="attach" class="quiet" data-action="attach" onclick={says(send, || Action::Hand(Hand::PickFiles))}>{ t.attach() }</button>
                </p>
            </section>
            <section class="hand-in" aria-labelledby="bundle-head">
                <h2 id="bundle-head">{ t.bundle() }</h2>
                <p>{ t.bundle_what() }</p>
                { match &desk.handing.packing {
                    Some(packing) => under_way(packing, t, send),
                    None => html! {
                        <p class="hand-in-buttons">
                            { button("main", "pack", t.bundle_make(), says(send, || Action::Hand(Hand::Pack))) }
                        </p>
                    },
                } }
                { made(desk, t) }
                { ways::refused(desk, t) }
                { sealing::html(desk.handing.sealing, t, send) }
                <p class="verdict-with">{ t.kit("bundle-proves") }</p>
            </section>
            { ways::html(desk, t.other_ways(), t, send) }
            { exchange::html(desk, t, send) }
            { publish::html(desk, t, send) }
        </article>
    }
}

fn attachments(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let files = &desk.handing.attachments;
    if files.is_empty() {
        return Html::default();
    }
    let item = |(at, file): (usize, &web_sys::File)| {
        let name = file.name();
        let remove = send.reform(move |_: yew::MouseEvent| Action::Hand(Hand::Remove(at)));
        html! {
            <li>
                <span class="attachment-name">{ &name }</span>
                <span class="attachment-size">{ size(file.size()) }</span>
                <button type="button" class="tool" data-action="detach" aria-label={t.detach(&name)} onclick={remove}>{ Icon::Remove.html() }</button>
            </li>
        }
    };
    html! {
        <>
            <ol class="attachments" data-attachments={files.len().to_string()}>{ for files.iter().enumerate().map(item) }</ol>
            <p class="verdict-with">{ t.attachments_sum(&files.len().to_string(), &size(desk.handing.bytes())) }</p>
        </>
    }
}

/// How far it is, and the way out of it.
#[allow(clippy::float_arithmetic)]
fn under_way(packing: &Packing, t: Text, send: &Callback<Action>) -> Html {
    let Along { done, total, doing } = packing.along;
    let words = match doing {
        Doing::Packing => t.packed_so_far(&size(done), &size(total)),
        Doing::ReadingBack => t.read_back_so_far(&size(done), &size(total)),
        Doing::Sealing => t.sealed_so_far(&size(done), &size(total)),
    };
    html! {
        <p class="hand-in-buttons" data-packing="">
            <progress aria-label={t.packing()} value={done.to_string()} max={total.max(1.0).to_string()}></progress>
            <span>{ words }</span>
            { button("quiet", "cancel-pack", t.cancel(), says(send, || Action::Hand(Hand::Cancel))) }
        </p>
    }
}

/// The last bundle, and whether it is still of the document as it is.
fn made(desk: &Desk, t: Text) -> Html {
    let Some(made) = &desk.handing.made else { return Html::default() };
    let (state, words) = if made.behind {
        ("behind", t.bundle_behind(&made.name, &made.revision.to_string()))
    } else {
        ("even", t.bundle_made(&made.name, &made.receipt, &made.revision.to_string()))
    };
    html! { <p id="bundle-made" tabindex="-1" class={yew::classes!("notice", made.behind.then_some("is-grave"))} data-bundle={state}>
        { words }
        { match made.sealed {
                How::Not => Html::default(),
                How::Keys => html! { <><br />{ t.bundle_sealed_keys() }</> },
                How::Passphrase => html! { <><br />{ t.bundle_sealed_passphrase() }</> },
            } }
    </p> }
}

/// `1.5 MB`.
#[allow(clippy::float_arithmetic)]
fn size(bytes: f64) -> String {
    const KILO: f64 = 1024.0;
    if bytes < KILO {
        format!("{bytes:.0} B")
    } else if bytes < KILO * KILO {
        format!("{:.0} KB", bytes / KILO)
    } else {
        format!("{:.1} MB", bytes / KILO / KILO)
    }
}
