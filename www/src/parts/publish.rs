//! 公开用表: what the table for everybody leaves out, told before it is saved.

use jibiao_kit::{Disclosure, Words, slip::Anchor};
use yew::{Callback, Html, html};

use super::button::{button, says};
use crate::{
    state::{
        Action, Desk,
        handing::{Hand, Publish},
    },
    words::Text,
};

pub(crate) fn html(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <section class="hand-in" aria-labelledby="publish-head">
            <h2 id="publish-head">{ t.publish() }</h2>
            <p>{ t.publish_what() }</p>
            { left_out(desk, &desk.draft.disclosed(), t) }
            <p class="hand-in-buttons">
                { button("quiet", "publish-html", t.publish_html(), says(send, || Action::Hand(Hand::Publish(Publish::Html)))) }
                { button("quiet", "publish-xlsx", t.publish_xlsx(), says(send, || Action::Hand(Hand::Publish(Publish::Xlsx)))) }
                { button("quiet", "publish-json", t.publish_json(), says(send, || Action::Hand(Hand::Publish(Publish::Json)))) }
            </p>
            <p class="verdict-with">{ t.publish_look() }</p>
        </section>
    }
}

fn left_out(desk: &Desk, disclosed: &Disclosure, t: Text) -> Html {
    let words = Words::new(desk.draft.pack(), desk.draft.form(), t.0);
    let cells = |cells: &[jibiao_kit::model::CellId]| -> Vec<String> {
        cells.iter().map(|cell| words.cell(cell.as_str())).collect()
    };
    let rows = disclosed.secret_rows.iter().map(|(table, row)| {
        let at = Anchor { table: Some(table.clone()), row: Some(row.clone()), ..Anchor::default() };
        words.anchored(&at, desk.draft.document())
    });
    let kinds = [
        ("personal", t.publish_personal(), cells(&disclosed.personal)),
        ("secret-cells", t.publish_secret_cells(), cells(&disclosed.secret_cells)),
        ("secret-rows", t.publish_secret_rows(), rows.collect()),
    ];
    html! {
        <dl class="left-out">
            { for kinds.into_iter().map(|(name, label, names)| html! {
                <div data-left-out={name}>
                    <dt>{ label }</dt>
                    <dd>{ if names.is_empty() { t.publish_none().to_owned() } else { names.join("、") } }</dd>
                </div>
            }) }
            <div><dt>{ t.publish_beside() }</dt><dd>{ t.publish_beside_what() }</dd></div>
        </dl>
    }
}
