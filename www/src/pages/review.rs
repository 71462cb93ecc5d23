//! 审核报告: what the check found and what it comes to, on plain paper, for whoever judges the form.

use jibiao_kit::Severity;
use yew::{Callback, Html, html};

use super::result::{self, verdict_class};
use crate::{
    parts::{
        button::{button, says},
        notes::{badge, reason},
        problems::counted,
    },
    state::{Action, Desk, Shared, check::Note, desk::View, returning::Return},
    words::Text,
};

pub(crate) fn view(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(checked) = &desk.checked else { return Html::default() };
    let report = &checked.report;
    let notes = |wanted: &dyn Fn(&Note) -> bool| -> Vec<&Shared<Note>> {
        checked.notes.iter().filter(|note| wanted(note)).collect()
    };
    let open = |severity: Severity| {
        let notes = notes(&|note| note.open() && note.severity == severity);
        group(badge(severity, t), &notes, t)
    };
    html! {
        <article class="result review">
            <h1 id="result" tabindex="-1">{ t.review() }</h1>
            <p class="review-of"><b>{ desk.project() }</b>{ "　" }{ &desk.spec.title }{ "　" }{ desk.year() }</p>
            <section class={yew::classes!("verdict", verdict_class(report.verdict))} data-verdict={report.verdict.name()}>
                <p class="verdict-words">{ t.kit(&format!("verdict-{}", report.verdict.name())) }</p>
                { counted(report.counts, report.waived.total(), t) }
                if !report.faults.is_empty() {
                    <p class="verdict-faults">{ t.faults(&report.faults.iter().map(|fault| fault.rule.as_str()).collect::<Vec<_>>().join("、")) }</p>
                }
                <p class="verdict-with">{ t.checked_with(&report.pack.to_string(), &report.rules.len().to_string()) }</p>
            </section>
            { open(Severity::Blocks) }
            { open(Severity::Warns) }
            { open(Severity::Advises) }
            { group(html! { t.answered() }, &notes(&|note| !note.open()), t) }
            { result::scores(desk, t, send) }
            <p class="imprint">{ desk.imprint() }<br />{ t.review_digests(&jibiao_kit::digest(desk.draft.document()), &report.pack.sha256) }</p>
            <section class="hand-in">
                <p class="hand-in-buttons">
                    { button("main", "print", t.print(), says(send, || Action::Print)) }
                    { button("quiet", "return", t.returning(), says(send, || Action::Return(Return::Show(true)))) }
                    { button("quiet", "sheet", t.back_to_sheet(), says(send, || Action::Show(View::Sheet))) }
                </p>
            </section>
        </article>
    }
}

fn group(head: Html, notes: &[&Shared<Note>], t: Text) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="score">
            <h2>{ head }{ " " }{ notes.len() }</h2>
            <ol class="review-list">
                { for notes.iter().map(|note| html! {
                    <li>
                        <p><b>{ &note.place }</b>{ t.colon() }{ &note.what }</p>
                        <p class="problem-advice">{ t.kit(&format!("dimension-{}", note.dimension.name())) }{ " · " }{ &note.advice }</p>
                        { reason(note, t) }
                    </li>
                }) }
            </ol>
        </section>
    }
}
