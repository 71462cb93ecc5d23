//! The page of a rule: why it matters, what to do, where it comes from, examples.

use jibiao_kit::{ExampleText, ExplainedExample, Explanation};
use yew::{Html, html};

use crate::words::Text;

pub(crate) fn html(rule: &Explanation, t: Text) -> Html {
    let part = |good: bool| rule.examples.iter().filter(move |example| (example.finds == 0) == good);
    html! {
        <div class="rule" data-rule-page={rule.id.clone()}>
            <p>{ &rule.why }</p>
            <h3>{ t.rule_do() }</h3>
            <p>{ &rule.advice }</p>
            if rule.waivable { <p>{ t.kit("waiver-allowed") }</p> }
            if !rule.gives_way.is_empty() {
                <p>{ t.kit("gives-way") }</p>
                <ul>{ for rule.gives_way.iter().map(|(_, title)| html! { <li>{ title }</li> }) }</ul>
            }
            if !rule.basis.is_empty() {
                <h3>{ t.rule_basis() }</h3>
                <ul>{ for rule.basis.iter().map(|(document, clause)| html! { <li>{ document }{ "　" }{ clause }</li> }) }</ul>
            }
            if part(false).next().is_some() {
                <h3>{ t.rule_bad() }</h3>
                { for part(false).take(2).map(|example| example_html(example, t)) }
            }
            if part(true).next().is_some() {
                <h3>{ t.rule_good() }</h3>
                { for part(true).take(2).map(|example| example_html(example, t)) }
            }
            <p class="rule-id">{ t.kit(&format!("dimension-{}", rule.dimension)) }{ " · " }<code>{ &rule.id }</code>{ " · " }{ rule.since_said(t.0) }</p>
        </div>
    }
}

fn example_html(example: &ExplainedExample, t: Text) -> Html {
    let groups = std::iter::once(&example.cells).chain(&example.rows).filter(|texts| !texts.is_empty());
    html! {
        <div class="example">
            { for groups.map(|texts| html! {
                <dl>
                    { for texts.iter().map(|ExampleText { label, text }| html! {
                        <div><dt>{ label }</dt><dd>{ if text.is_empty() { t.blank() } else { text } }</dd></div>
                    }) }
                </dl>
            }) }
            { for example.says.iter().map(|said| html! { <p class="said">{ said }</p> }) }
        </div>
    }
}
