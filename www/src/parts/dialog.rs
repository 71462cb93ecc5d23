//! Questions that have to be answered first. The focus stays inside until they are, and goes back where it was.

use jibiao_kit::{Explanation, PackRefusal};
use yew::{Callback, Html, html};

use super::{
    batch,
    button::{button, says},
    icon::Icon,
    import, merge, next, paste,
    reason::{Asked, ReasonPart},
    rule_page, sealing, verify,
};
use crate::{
    app::Dialog,
    browser::{clock, dom},
    state::{
        Action, Desk,
        action::Clash,
        batch::Batching,
        importing::Importing,
        list::Step,
        returning::Return,
        sealing::Sealed,
        slip::{Slipping, Waiting},
        typing,
        verifying::Verified,
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) dialog: &'a Dialog,
    pub(crate) explanation: Option<&'a Explanation>,
    /// What a reason is asked for.
    pub(crate) reason: Option<Asked>,
    pub(crate) desk: Option<&'a Desk>,
    pub(crate) batch: Option<&'a Batching>,
    pub(crate) importing: Option<&'a Importing>,
    pub(crate) verified: Option<&'a Verified>,
    pub(crate) sealed: Option<&'a Sealed>,
    pub(crate) waiting: Option<&'a Waiting>,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    let close = says(send, || Action::Dismiss);
    let (title, body) = content(props);
    html! {
        <div class="veil">
            <div id="dialog" class={yew::classes!("dialog", width(props.dialog))} role="dialog" aria-modal="true" aria-labelledby="dialog-title" tabindex="-1"
                onkeydown={keep_inside(send)}>
                <div class="dialog-head">
                    <h2 id="dialog-title">{ title }</h2>
                    <button type="button" class="fold" data-action="dismiss" aria-label={t.close()} onclick={close}>{ Icon::Close.html() }</button>
                </div>
                { body }
            </div>
        </div>
    }
}

/// Tables take the room there is, lists what is read at ease.
fn width(dialog: &Dialog) -> &'static [&'static str] {
    match dialog {
        Dialog::Paste | Dialog::Batch => &["is-wide"],
        Dialog::Imported | Dialog::Verified | Dialog::Merge { .. } => &["is-wide", "is-list"],
        _ => &[],
    }
}

/// Esc closes; Tab goes round.
fn keep_inside(send: &Callback<Action>) -> Callback<yew::KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: yew::KeyboardEvent| {
        // Esc and Enter of an input method end a composition, not the dialog.
        if event.is_composing() || typing::composing() {
            return;
        }
        if event.key() == "Escape" {
            event.stop_propagation();
            send.emit(Action::Dismiss);
        }
        if event.key() != "Tab" {
            return;
        }
        if let Some(dialog) = dom::by_id("dialog") {
            dom::go_round(&dialog, &event);
        }
    })
}

fn content(props: &Props<'_>) -> (String, Html) {
    let Props { dialog, t, send, .. } = props;
    let button = |class: &'static str, name: &'static str, label: &'static str, action: fn() -> Action| {
        button(class, name, label, says(send, action))
    };
    let cancel = || button("quiet", "dismiss", t.cancel(), || Action::Dismiss);
    let (title, name, says, buttons) = match dialog {
        Dialog::BadFile { name, message } => (
            t.bad_file(name),
            "bad-file",
            vec![message.clone()],
            vec![
                button("main", "open-file", t.choose_other_file(), || Action::PickFile),
                button("quiet", "dismiss", t.close(), || Action::Dismiss),
            ],
        ),
        Dialog::BadPack { name, refusal } => {
            return (t.bad_pack(name), bad_pack(refusal, *t, send));
        }
        Dialog::NoPack { name, message } => (
            t.no_pack(name),
            "no-pack",
            vec![message.clone()],
            vec![
                button("main", "open-pack", t.open_pack(), || Action::PickPack),
                button("quiet", "dismiss", t.close(), || Action::Dismiss),
            ],
        ),
        Dialog::OtherEdition { name, message } => (
            t.other_edition(name),
            "other-edition",
            vec![message.clone(), t.other_edition_what().to_owned()],
            vec![button("main", "rebind", t.rebind(), || Action::Rebind), cancel()],
        ),
        Dialog::Clash { name, card, received: true } => (
            t.clash_received().to_owned(),
            "clash",
            vec![t.clash_received_what(name, &clock::day_and_time(card.changed))],
            vec![
                button("main", "replace-draft", t.clash_received_take(), || Action::Settle(Clash::Replace)),
                button("quiet", "open-copy", t.clash_copy(), || Action::Settle(Clash::Copy)),
                button("quiet", "keep-draft", t.clash_received_keep(), || Action::Settle(Clash::KeepDraft)),
                cancel(),
            ],
        ),
        Dialog::Clash { name, card, .. } => (
            t.clash().to_owned(),
            "clash",
            vec![t.clash_what(name, &clock::day_and_time(card.changed))],
            vec![
                button("main", "merge", t.clash_merge(), || Action::Settle(Clash::Merge)),
                button("quiet", "open-copy", t.clash_copy(), || Action::Settle(Clash::Copy)),
                button("quiet", "replace-draft", t.clash_replace(), || Action::Settle(Clash::Replace)),
                button("quiet", "keep-draft", t.clash_keep(), || Action::Settle(Clash::KeepDraft)),
                cancel(),
            ],
        ),
        Dialog::SlipWaits { form } => {
            let Some(Waiting { name, slip }) = props.waiting else { return Default::default() };
            let signed: Vec<&str> =
                [slip.reviewer.as_str(), &slip.date].into_iter().filter(|s| !s.is_empty()).collect();
            (
                t.slip_waits(name),
                "slip-waits",
                vec![
                    t.slip_waits_what(&slip.document, form, &slip.revision.to_string(), &signed.join(" ")),
                    t.slip_waits_do().to_owned(),
                ],
                vec![button("main", "open-file", t.slip_waits_open(), || Action::PickFile), cancel()],
            )
        }
        Dialog::SlipClash(_) => (
            t.slip_clash().to_owned(),
            "slip-clash",
            vec![t.slip_clash_what().to_owned()],
            vec![
                button("main", "slip-replace", t.slip_clash_replace(), || Action::Slip(Slipping::Replace)),
                button("quiet", "dismiss", t.slip_clash_keep(), || Action::Dismiss),
            ],
        ),
        Dialog::DropSlip => (
            t.returning_drop().to_owned(),
            "drop-slip",
            vec![t.returning_drop_what().to_owned()],
            vec![
                button("main", "returning-put-away", t.returning_put_away(), || Action::Return(Return::PutAway)),
                button("quiet is-grave", "returning-drop-now", t.returning_drop_now(), || {
                    Action::Return(Return::Drop(true))
                }),
                cancel(),
            ],
        ),
        Dialog::Verified => {
            let Some(verified) = props.verified else { return Default::default() };
            return (t.verified(&verified.name), verify::html(verified, *t, send));
        }
        Dialog::Sealed => {
            let Some(sealed) = props.sealed else { return Default::default() };
            let asked = sealing::Props::of(sealed, *t, send);
            return (t.sealed(&sealed.name), html! { <sealing::UnsealPart ..asked /> });
        }
        Dialog::Imported => {
            let Some(importing) = props.importing else { return Default::default() };
            return (t.imported(&importing.name), import::html(importing, *t, send));
        }
        Dialog::Merge { name, lines } => return (t.clash_merge().to_owned(), merge::html(name, lines, *t, send)),
        Dialog::NotWritten { message } => (
            t.not_written().to_owned(),
            "not-written",
            vec![t.not_written_what(message)],
            vec![button("main", "save-file", t.save_file(), || Action::SaveFile)],
        ),
        Dialog::Clear { drafts, unsaved, packs, again } => {
            let mut words = vec![t.clear_what(&drafts.to_string(), &packs.to_string())];
            if *unsaved > 0 {
                words.push(t.clear_unsaved(&unsaved.to_string()));
            }
            let go = if *again {
                words = vec![t.clear_again_what(&drafts.to_string())];
                button("quiet is-grave", "clear-now", t.clear_now(), || Action::List(Step::ClearNow))
            } else {
                words.push(t.clear_not().to_owned());
                button("quiet", "clear-go", t.clear_go(), || Action::List(Step::Clear(true)))
            };
            let export = button("main", "export-all", t.export_all(), || Action::List(Step::ExportAll));
            let title = if *again { t.clear_again() } else { t.clear_ask() };
            (title.to_owned(), "clear", words, vec![export, go, cancel()])
        }
        Dialog::NotCleared { message } => (
            t.not_cleared().to_owned(),
            "not-cleared",
            vec![t.not_cleared_what(message)],
            vec![button("main", "dismiss", t.close(), || Action::Dismiss)],
        ),
        Dialog::Leave => (
            t.leave().to_owned(),
            "leave",
            vec![t.leave_what().to_owned()],
            vec![
                button("main", "save-file", t.save_file(), || Action::SaveFile),
                button("quiet", "leave-anyway", t.leave_anyway(), || Action::LeaveAnyway),
                cancel(),
            ],
        ),
        Dialog::Why { rule } => {
            let Some(explanation) = props.explanation else { return (rule.clone(), Html::default()) };
            return (explanation.title.clone(), rule_page::html(explanation, *t));
        }
        Dialog::Reason { .. } => {
            let Some(asked) = props.reason.clone() else { return (t.give_reason().to_owned(), Html::default()) };
            let part = html! { <ReasonPart {asked} t={*t} send={Callback::clone(send)} /> };
            return (t.give_reason().to_owned(), part);
        }
        Dialog::PasteHere { table } => return (t.paste().to_owned(), paste::here(table.as_str(), *t, send)),
        Dialog::Batch => {
            let body = props.batch.map(|batching| batch::html(batching, *t, send)).unwrap_or_default();
            return (t.batch().to_owned(), body);
        }
        Dialog::BatchDone { count, left } => return (t.batch().to_owned(), batch::done(*count, left, *t, send)),
        Dialog::Paste => return pasted(props),
        Dialog::Keys => return (t.keys().to_owned(), keys(*t)),
        Dialog::Next { project, steps } => {
            let name = if project.is_empty() { t.unnamed() } else { project };
            return (t.next_of(name), next::steps(steps, *t, send));
        }
        Dialog::Parts { step, parts } => return (t.parts().to_owned(), next::parts(step, parts, *t, send)),
        Dialog::NotMade { message } => (
            t.not_made().to_owned(),
            "not-made",
            vec![message.clone()],
            vec![button("main", "dismiss", t.close(), || Action::Dismiss)],
        ),
    };
    let body = html! {
        <>
            { for says.into_iter().map(|words| html! { <p data-dialog={name}>{ words }</p> }) }
            <div class="dialog-buttons">{ for buttons }</div>
        </>
    };
    (title, body)
}

/// A table from a spreadsheet, and the table that it goes into.
fn pasted(props: &Props<'_>) -> (String, Html) {
    let t = props.t;
    let pasting = props.desk.and_then(|desk| Some((desk, desk.pasting.as_ref()?)));
    let Some((pasting, spec)) = pasting.and_then(|(desk, pasting)| Some((pasting, desk.spec.table(&pasting.table)?)))
    else {
        return (t.paste().to_owned(), Html::default());
    };
    (t.paste_into(&spec.label), paste::html(&paste::Props { pasting, spec, t, send: props.send }))
}

/// What is wrong with a pack: a sentence for whoever opened it, and what its author has to mend.
fn bad_pack(refusal: &PackRefusal, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <>
            <p data-dialog="bad-pack">{ &refusal.message }</p>
            if !refusal.problems.is_empty() {
                <ul class="pack-problems" tabindex="0" aria-label={t.pack_problems()}>
                    { for refusal.problems.iter().map(|problem| html! { <li>{ problem }</li> }) }
                </ul>
            }
            <div class="dialog-buttons">
                { button("main", "open-pack", t.choose_other_file(), says(send, || Action::PickPack)) }
                { button("quiet", "dismiss", t.close(), says(send, || Action::Dismiss)) }
            </div>
        </>
    }
}

fn keys(t: Text) -> Html {
    let keys = [
        ("Enter", t.key_enter()),
        ("Ctrl+Enter", t.key_below()),
        ("↑ / ↓", t.key_beside()),
        ("Alt+↑ / Alt+↓", t.key_move()),
        ("Ctrl+D", t.fill_down()),
        ("Ctrl+Z / Ctrl+Y", t.key_undo()),
        ("Ctrl+S", t.save_file()),
        ("F8 / Shift+F8", t.key_next_finding()),
        ("F6", t.key_cross()),
        ("Ctrl+V", t.key_paste()),
        ("Ctrl+C", t.key_copy()),
    ];
    html! {
        <dl class="keys">
            { for keys.into_iter().map(|(key, what)| html! { <div><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> }) }
        </dl>
    }
}
