//! The running sum of the points, and what is left of each level.

use jibiao_kit::model::Number;
use yew::{Html, html};

use crate::{
    state::{sums::Sum, weights::Weights},
    words::Text,
};

pub(crate) fn html(weights: &Weights, t: Text) -> Html {
    let one = |label: &str, sum: Number, given: Option<Number>| one(label, None, sum, given, t);
    html! {
        <div class="weights" data-weights="">
            <h3>{ t.weights() }</h3>
            <ul>
                { for weights.levels.iter().map(|level| one(&level.label, level.sum, level.given)) }
                { one(t.weights_sum(), weights.sum, weights.given) }
            </ul>
        </div>
    }
}

/// Sums of amounts, beside the funds they are parts of.
pub(crate) fn sums(sums: &[Sum], t: Text) -> Html {
    let line = |sum: &Sum| {
        let fund = sum.fund.as_ref();
        one(&sum.label, fund.map(|(name, _)| name.as_str()), sum.sum, fund.map(|(_, amount)| *amount), t)
    };
    html! {
        <div class="weights" data-sums="">
            <h3>{ t.sums() }</h3>
            <ul>{ for sums.iter().map(line) }</ul>
        </div>
    }
}

/// A sum and what it should come to.
fn one(label: &str, of: Option<&str>, sum: Number, given: Option<Number>, t: Text) -> Html {
    let rest = given.and_then(|given| given.minus(sum).ok());
    let class = match rest {
        Some(rest) if rest.is_zero() => "is-even",
        Some(rest) if rest.is_negative() => "is-over",
        _ => "is-open",
    };
    html! {
        <li {class}>
            <span>{ label }</span>
            <b>{ sum.to_string() }{ given.map(|given| format!(" / {}{given}", of.map(|of| format!("{of} ")).unwrap_or_default())) }</b>
            { rest.map(|rest| html! { <small>{
                if rest.is_zero() { t.weight_even().to_owned() }
                else if rest.is_negative() { t.weight_over(&rest.magnitude().to_string()) }
                else { t.weight_left(&rest.to_string()) }
            }</small> }) }
        </li>
    }
}
