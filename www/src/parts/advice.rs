//! 结果应用: what the pack advises for what the document comes to.

use jibiao_kit::{Advice, Because, Language};
use yew::{Html, html};

use super::scores::basis;
use crate::words::Text;

pub(crate) fn html(advice: &[Advice], t: Text) -> Html {
    if advice.is_empty() {
        return Html::default();
    }
    html! {
        <section class="score advice" data-advice={advice.len().to_string()}>
            <h2>{ t.advice() }</h2>
            <ul>{ for advice.iter().map(|one| html! { <li>{ one_html(one, t) }</li> }) }</ul>
        </section>
    }
}

fn one_html(advice: &Advice, t: Text) -> Html {
    let because: Vec<String> = advice.because.iter().map(|because| said(because, t)).collect();
    let says = if t.0 == Language::Zh { &advice.says.zh } else { &advice.says.en };
    html! {
        <>
            <p><b>{ says }</b>
                if let Some(cut) = advice.reduction { { " " }<span class="grade">{ t.advice_cut(&cut.to_string()) }</span> }
                // Nobody is to take silence for zero.
                else { { " " }<small>{ t.advice_no_cut() }</small> }
            </p>
            if !because.is_empty() { <p class="basis">{ t.advice_because(&because.join("、")) }</p> }
            { basis(&advice.basis, t) }
        </>
    }
}

fn said(because: &Because, t: Text) -> String {
    match because {
        Because::Grade { name } => t.advice_grade(name),
        Because::Light { light } => t.kit(&format!("light-{}", light.name())),
        Because::Measure { measure } => t.kit(&format!("measure-{}", measure.name())),
        Because::TwiceBelow => t.monitoring_twice().to_owned(),
    }
}
