//! 评分: what a rating sheet comes to.

use jibiao_kit::{Points, RatingCard, RatingLine};
use yew::{Html, html};

use super::scores::{basis, points, table};
use crate::words::Text;

pub(crate) fn html(card: &RatingCard, t: Text) -> Html {
    let columns = [
        (t.rating_item(), false),
        (t.score_weight(), true),
        (t.rating_grade(), false),
        (t.score_formula(), false),
        (t.score_computed(), true),
        (t.score_typed(), true),
    ];
    let open = matches!(card.total, Some(Points::Undetermined { .. }));
    html! {
        <section class="score" data-score="rating">
            <h2>{ t.rating() }</h2>
            <p class="score-total">
                if let Some(total) = &card.total { <b data-total="computed">{ points(total, card.scale, t) }</b> }
                if let Some(grade) = &card.grade { <span class="grade">{ grade }</span> }
                if let Some(printed) = card.printed_total { <span class="printed">{ t.score_printed(&printed.to_string()) }</span> }
                if let Some(printed) = &card.printed_grade { <span class="printed">{ t.rating_printed(printed) }</span> }
                if card.total_differs || card.grade_differs { <span class="differs">{ t.score_differs() }</span> }
            </p>
            if let Some(deviation) = &card.deviation {
                <p data-deviation={deviation.percent.map(|percent| percent.to_string())}>
                    if let Some(percent) = deviation.percent { { t.rating_deviation(&percent.to_string()) } }
                    if let Some(printed) = deviation.printed.filter(|_| deviation.differs) {
                        <span class="printed">{ t.score_printed(&format!("{printed} %")) }</span>
                        <span class="differs">{ t.score_differs() }</span>
                    }
                </p>
            }
            if open { <p class="score-open">{ t.rating_open() }</p> }
            { table(t.rating(), &columns, card.lines.iter().map(|line| line_html(line, card.scale, t)).collect()) }
            { basis(&card.basis, t) }
        </section>
    }
}

fn line_html(line: &RatingLine, scale: u32, t: Text) -> Html {
    html! {
        <tr class={line.differs.then_some("is-different")}>
            <th scope="row"><small class="input">{ &line.part }</small>{ &line.item }</th>
            <td class="figure">{ for line.weight.map(|weight| weight.to_string()) }</td>
            <td>{ line.grade.as_deref().unwrap_or(t.blank()) }</td>
            <td>{ t.kit(&format!("formula-{}", line.formula.name())) }</td>
            <td class="figure">{ for line.points.as_ref().map(|value| points(value, scale, t)) }</td>
            <td class="figure">
                { for line.printed.map(|printed| printed.to_string()) }
                if line.differs { <span class="differs">{ t.score_differs() }</span> }
            </td>
        </tr>
    }
}
