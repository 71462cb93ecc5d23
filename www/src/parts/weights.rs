//! The running sum of the points, and what is left of each level.

use jibiao_kit::model::{LevelOne, Number};
use yew::{Callback, Html, MouseEvent, html};

use super::button::button;
use crate::{
    state::{
        sums::Sum,
        weights::{LevelWeight, Weights},
    },
    words::Text,
};

pub(crate) fn html(weights: &Weights, spread: Option<&dyn Fn(LevelOne) -> Callback<MouseEvent>>, t: Text) -> Html {
    let more = |level: &LevelWeight| {
        let spread = spread.filter(|_| level.waiting > 0 && level.given.is_some_and(|given| given > level.sum))?;
        let label = t.spread(&level.waiting.to_string());
        Some(button("link", "spread", &label, spread(level.level)))
    };
    html! {
        <div class="weights" data-weights="">
            <h3>{ t.weights() }</h3>
            <ul>
                { for weights.levels.iter().map(|level| one(&level.label, None, level.sum, level.given, more(level), t)) }
                { one(t.weights_sum(), None, weights.sum, weights.given, None, t) }
            </ul>
        </div>
    }
}

/// Sums of amounts, beside the funds they are parts of.
pub(crate) fn sums(sums: &[Sum], t: Text) -> Html {
    let line = |sum: &Sum| {
        let fund = sum.fund.as_ref();
        one(&sum.label, fund.map(|(name, _)| name.as_str()), sum.sum, fund.map(|(_, amount)| *amount), None, t)
    };
    html! {
        <div class="weights" data-sums="">
            <h3>{ t.sums() }</h3>
            <ul>{ for sums.iter().map(line) }</ul>
        </div>
    }
}

/// A sum and what it should come to.
fn one(label: &str, of: Option<&str>, sum: Number, given: Option<Number>, more: Option<Html>, t: Text) -> Html {
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
            { for more }
        </li>
    }
}
