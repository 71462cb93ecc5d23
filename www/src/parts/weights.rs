//! The running sum of the points, and what is left of each level.

use jibiao_kit::model::Number;
use yew::{Html, Properties, function_component, html};

use crate::{
    state::{Shared, weights::Weights},
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) weights: Shared<Weights>,
    pub(crate) t: Text,
}

#[function_component(WeightsPart)]
pub(crate) fn weights(props: &Props) -> Html {
    let t = props.t;
    let one = |label: &str, sum: Number, given: Option<Number>| {
        let rest = given.and_then(|given| given.minus(sum).ok());
        let class = match rest {
            Some(rest) if rest.is_zero() => "is-even",
            Some(rest) if rest.is_negative() => "is-over",
            _ => "is-open",
        };
        html! {
            <li {class}>
                <span>{ label }</span>
                <b>{ sum.to_string() }{ given.map(|given| format!(" / {given}")) }</b>
                { rest.map(|rest| html! { <small>{
                    if rest.is_zero() { t.weight_even().to_owned() }
                    else if rest.is_negative() { t.weight_over(&rest.magnitude().to_string()) }
                    else { t.weight_left(&rest.to_string()) }
                }</small> }) }
            </li>
        }
    };
    html! {
        <div class="weights" data-weights="">
            <h3>{ t.weights() }</h3>
            <ul>
                { for props.weights.levels.iter().map(|level| one(&level.label, level.sum, level.given)) }
                { one(t.weights_sum(), props.weights.sum, props.weights.given) }
            </ul>
        </div>
    }
}
