//! 检查与得分: the verdict and the score, with everything they rest on.

use jibiao_kit::Verdict;
use yew::{Callback, Html, html};

use crate::{
    parts::{
        advice,
        button::{button, says, says_of},
        monitoring,
        problems::counted,
        rating, scores,
    },
    state::{Action, Desk, desk::View},
    words::Text,
};

pub(crate) fn view(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(checked) = &desk.checked else { return Html::default() };
    let report = &checked.report;
    let scores = desk.draft.scores(report);
    let tried = desk.trial.card(&desk.draft);
    let performance = scores.performance.as_ref().map(|card| {
        scores::performance(&scores::Performance {
            card,
            tried: tried.as_ref(),
            trial: &desk.trial,
            draft: &desk.draft,
            t,
            send,
        })
    });
    let words = desk.draft.pack().messages.of(t.0);
    let title = |rule: &str| words.render(&format!("rule-{rule}"), &[]);
    let quality = scores.quality.as_ref().map(|card| scores::quality(card, &title, t));
    let others = [
        scores.monitoring.as_ref().map(|card| monitoring::html(card, t)),
        scores.rating.as_ref().map(|card| rating::html(card, t)),
    ];
    let found: Vec<Html> = performance.into_iter().chain(quality).chain(others.into_iter().flatten()).collect();
    let score = if found.is_empty() {
        html! { <p>{ t.no_score() }</p> }
    } else {
        html! { <>{ for found }</> }
    };
    let class = match report.verdict {
        Verdict::Accepted => "is-accepted",
        Verdict::AcceptedWithNotes => "is-noted",
        Verdict::Rejected => "is-rejected",
        Verdict::NotDetermined => "is-undetermined",
    };
    html! {
        <article class="result">
            <h1 id="result" tabindex="-1">{ t.results() }</h1>
            <section class={yew::classes!("verdict", class)}>
                <p class="verdict-words">{ t.kit(&format!("verdict-{}", report.verdict.name())) }</p>
                { counted(report.counts, report.waived.total(), t) }
                <p class="verdict-with">{ t.checked_with(&report.pack.to_string(), &report.rules.len().to_string()) }</p>
            </section>
            { score }
            { advice::html(&scores.advice, t) }
            <section class="hand-in">
                <h2>{ t.hand_in() }</h2>
                <p>{ t.hand_in_what() }</p>
                <p class="hand-in-buttons">
                    { button("main", "save-file", t.save_file(), says(send, || Action::SaveFile)) }
                    { button("quiet", "export-upload", t.export_upload(), says(send, || Action::ExportUpload)) }
                    { button("quiet", "print", t.print(), says(send, || Action::Print)) }
                    { button("quiet", "next", t.next(), says_of(send, Action::Next, desk.id())) }
                    { button("quiet", "sheet", t.back_to_sheet(), says(send, || Action::Show(View::Sheet))) }
                </p>
            </section>
        </article>
    }
}
