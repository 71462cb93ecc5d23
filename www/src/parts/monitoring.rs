//! 运行监控: how far money and goals are, with the lights of the pack's bounds.

use jibiao_kit::{
    Light, Measure, MonitoringCard,
    model::{LightBound, Number, Rounding},
};
use yew::{Html, html};

use super::{
    icon::Icon,
    scores::{basis, inputs, points, table},
};
use crate::words::Text;

pub(crate) fn html(card: &MonitoringCard, t: Text) -> Html {
    let columns = [
        (t.monitoring_measure(), false),
        (t.monitoring_value(), true),
        (t.monitoring_typed(), true),
        (t.score_inputs(), false),
        (t.monitoring_light(), false),
    ];
    let lines = card.measures.iter().map(|measure| measure_html(measure, card.scale, t)).collect();
    html! {
        <section class="score" data-score="monitoring">
            <h2>{ t.monitoring() }</h2>
            if let Some(light) = card.light { <p class="score-total" data-light={light.name()}>{ lamp(light, t) }</p> } else { <p>{ t.monitoring_dark() }</p> }
            if card.twice_below == Some(true) { <p class="score-open">{ t.monitoring_twice() }</p> }
            { table(t.monitoring(), &columns, lines) }
            if !card.rows.is_empty() { { rows(card, t) } }
            { basis(&card.basis, t) }
        </section>
    }
}

fn measure_html(measure: &Measure, scale: u32, t: Text) -> Html {
    let value = measure.value.as_ref().map_or_else(
        || t.monitoring_none().to_owned(),
        |value| format!("{} {}", points(value, scale, t), measure.unit),
    );
    html! {
        <tr class={measure.differs.then_some("is-different")} data-measure={measure.name.name()}>
            <th scope="row">{ t.kit(&format!("measure-{}", measure.name.name())) }</th>
            <td class="figure">{ value }</td>
            <td class="figure">
                { for measure.printed.map(|printed| printed.to_string()) }
                if measure.differs { <span class="differs">{ t.score_differs() }</span> }
            </td>
            <td>{ inputs(&measure.inputs, t) }</td>
            <td>
                { for measure.light.map(|light| lamp(light, t)) }
                { for measure.bound.as_ref().map(|bound| html! { <small class="input">{ limit(bound, &measure.unit, t) }</small> }) }
            </td>
        </tr>
    }
}

/// The light by shape and by name; its colour only repeats them.
fn lamp(light: Light, t: Text) -> Html {
    let icon = match light {
        Light::Red => Icon::Stop,
        Light::Yellow => Icon::Warning,
        Light::Green => Icon::Tick,
    };
    html! { <span class={yew::classes!("lamp", light.name())}>{ icon.html() }{ t.kit(&format!("light-{}", light.name())) }</span> }
}

fn limit(bound: &LightBound, unit: &str, t: Text) -> String {
    let above = bound.above.map(|above| t.monitoring_above(&above.to_string(), unit));
    let below = bound.below.map(|below| t.monitoring_below(&below.to_string(), unit));
    above.into_iter().chain(below).chain(bound.basis.clone()).collect::<Vec<_>>().join("　")
}

/// How far each indicator is.
fn rows(card: &MonitoringCard, t: Text) -> Html {
    let columns = [
        (t.score_subject(), false),
        (t.score_weight(), true),
        (t.monitoring_so_far(), true),
        (t.monitoring_expected(), true),
    ];
    let share = |share: Option<Number>| {
        let known = share.map(|share| format!("{} %", share.fixed(card.scale, Rounding::HalfUp)));
        known.unwrap_or_else(|| t.monitoring_none().to_owned())
    };
    let lines = card.rows.iter().map(|row| {
        html! {
            <tr>
                <th scope="row">{ &row.name }</th>
                <td class="figure">{ for row.weight.map(|weight| weight.to_string()) }</td>
                <td class="figure">{ share(row.so_far) }</td>
                <td class="figure">{ share(row.expected) }</td>
            </tr>
        }
    });
    table(t.monitoring_rows(), &columns, lines.collect())
}
