//! 检查与得分: the verdict and the score, with everything they rest on.

use jibiao_kit::Verdict;
use yew::{Callback, Html, html};

use crate::{
    parts::{advice, monitoring, problems::counted, rating, scores, ways},
    state::{Action, Desk},
    words::Text,
};

pub(crate) fn view(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(checked) = &desk.checked else { return Html::default() };
    let report = &checked.report;
    html! {
        <article class="result">
            <h1 id="result" tabindex="-1">{ t.results() }</h1>
            <section class={yew::classes!("verdict", verdict_class(report.verdict))} data-verdict={report.verdict.name()}>
                <p class="verdict-words">{ t.kit(&format!("verdict-{}", report.verdict.name())) }</p>
                { counted(report.counts, report.waived.total(), t) }
                <p class="verdict-with">{ t.checked_with(&report.pack.to_string(), &report.rules.len().to_string()) }</p>
            </section>
            { scores(desk, t, send) }
            { ways::html(desk, t.hand_in(), t, send) }
        </article>
    }
}

pub(crate) fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "is-accepted",
        Verdict::AcceptedWithNotes => "is-noted",
        Verdict::Rejected => "is-rejected",
        Verdict::NotDetermined => "is-undetermined",
    }
}

/// Every score of the document, and what the pack draws from them.
pub(crate) fn scores(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let Some(checked) = &desk.checked else { return Html::default() };
    let scores = desk.draft.scores(&checked.report);
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
    let quality = scores.quality.as_ref().map(|card| scores::quality(card, &|rule| rule_title(desk, rule), t));
    let others = [
        scores.monitoring.as_ref().map(|card| monitoring::html(card, t)),
        scores.rating.as_ref().map(|card| rating::html(card, t)),
    ];
    let found: Vec<Html> = performance.into_iter().chain(quality).chain(others.into_iter().flatten()).collect();
    html! {
        <>
            if found.is_empty() { <p>{ t.no_score() }</p> }
            { for found }
            { advice::html(&scores.advice, t) }
        </>
    }
}

/// The title of a rule in the words of the pack.
pub(crate) fn rule_title(desk: &Desk, rule: &str) -> String {
    desk.draft.pack().messages.of(desk.t.0).render(&format!("rule-{rule}"), &[])
}
