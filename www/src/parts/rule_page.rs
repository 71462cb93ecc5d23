//! The page of a rule: why it matters, what to do, where it comes from, examples.

use jibiao_kit::Explanation;
use yew::{Html, html};

use crate::words::Text;

pub(crate) fn html(rule: &Explanation, label: &dyn Fn(&str) -> String, t: Text) -> Html {
    let part = |good: bool| rule.examples.iter().filter(move |example| (example.finds == 0) == good);
    html! {
        <div class="rule" data-rule-page={rule.id.clone()}>
            <p>{ &rule.why }</p>
            <h3>{ t.rule_do() }</h3>
            <p>{ &rule.advice }</p>
            if !rule.basis.is_empty() {
                <h3>{ t.rule_basis() }</h3>
                <ul>{ for rule.basis.iter().map(|(document, clause)| html! { <li>{ document }{ "　" }{ clause }</li> }) }</ul>
            }
            if part(false).next().is_some() {
                <h3>{ t.rule_bad() }</h3>
                { for part(false).take(2).map(|example| example_html(&example.document, label, t)) }
            }
            if part(true).next().is_some() {
                <h3>{ t.rule_good() }</h3>
                { for part(true).take(2).map(|example| example_html(&example.document, label, t)) }
            }
            <p class="rule-id">{ t.kit(&format!("dimension-{}", rule.dimension)) }{ " · " }<code>{ &rule.id }</code></p>
        </div>
    }
}

/// An example as a person would see it in the form: labels and texts. Examples are small documents, one text a line,
/// each row under a line of its own.
fn example_html(document: &str, label: &dyn Fn(&str) -> String, t: Text) -> Html {
    let mut groups: Vec<Vec<(&str, &str)>> = vec![Vec::new()];
    for line in document.lines() {
        let Some((cell, text)) = line.split_once('=') else {
            groups.push(Vec::new());
            continue;
        };
        let plain = |text| str::trim_matches(str::trim(text), |quote| quote == '\'' || quote == '"');
        if let Some(group) = groups.last_mut().filter(|_| !matches!(plain(cell), "form" | "id" | "extent")) {
            group.push((plain(cell), plain(text)));
        }
    }
    html! {
        <div class="example">
            { for groups.iter().filter(|group| !group.is_empty()).map(|group| html! {
                <dl>
                    { for group.iter().map(|(cell, text)| html! {
                        <div><dt>{ label(cell) }</dt><dd>{ if text.is_empty() { t.blank() } else { text } }</dd></div>
                    }) }
                </dl>
            }) }
        </div>
    }
}
