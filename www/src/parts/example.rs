//! 示例: a form filled in beside the sheet, to read only.

use jibiao_kit::{Concept, Document, Row};
use yew::{Callback, Html, html};

use super::icon::Icon;
use crate::{
    browser::dom,
    state::{
        Action, Field,
        example::{Example, place},
        spec::{BlockSpec, FieldSpec, FormSpec, TableSpec},
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) spec: &'a FormSpec,
    pub(crate) example: &'a Example,
    pub(crate) unfolded: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { spec, t, send, .. } = props;
    let close = send.reform(|_| Action::Example(false));
    let above: Vec<_> = spec.year.iter().chain(&spec.unit).collect();
    html! {
        <aside class={yew::classes!("problems", "example", props.unfolded.then_some("is-unfolded"))} aria-labelledby="example" data-example="">
            <div class="problems-head">
                <h2 id="example" tabindex="-1">{ t.sample() }{ " " }<span class="example-mark">{ t.sample_read_only() }</span></h2>
                <button type="button" class="fold example-close" data-action="example-close" aria-label={t.close()} onclick={close}>{ Icon::Close.html() }</button>
            </div>
            <p class="library-what">{ t.sample_what() }</p>
            <dl>{ for above.into_iter().map(|field| cell(props, field)) }</dl>
            { for spec.sections.iter().map(|section| html! {
                <section aria-label={format!("{}{}{}", t.sample(), t.colon(), section.label)}>
                    <h3>{ &section.label }</h3>
                    { for section.blocks.iter().map(|shape| block(props, shape)) }
                </section>
            }) }
        </aside>
    }
}

fn block(props: &Props<'_>, block: &BlockSpec) -> Html {
    match block {
        BlockSpec::Cells(fields) => html! { <dl>{ for fields.iter().map(|field| cell(props, field)) }</dl> },
        BlockSpec::Matrix(matrix) => {
            let pairs = |fields: &[Option<_>]| -> Vec<Html> {
                let fields = fields.iter().zip(&matrix.columns);
                let filled = fields.filter_map(|(field, column)| {
                    let field: &crate::state::Shared<FieldSpec> = field.as_ref()?;
                    let text = document(props).text(field.id.as_str());
                    (!text.is_empty()).then(|| value(props, &Field::Cell(field.id.clone()), Some(column), text))
                });
                filled.collect()
            };
            html! {
                <dl>
                    { for matrix.rows.iter().map(|(label, fields)| (label, pairs(fields))).filter(|(_, pairs)| !pairs.is_empty()).map(|(label, pairs)| html! {
                        <div><dt>{ label }</dt><dd class="figure">{ for pairs }</dd></div>
                    }) }
                </dl>
            }
        }
        BlockSpec::Table(table) => table_html(props, table),
        BlockSpec::Note(_) => Html::default(),
    }
}

/// A cell with something in it. One that may stay blank and does is no example of anything.
fn cell(props: &Props<'_>, field: &FieldSpec) -> Html {
    let text = document(props).text(field.id.as_str());
    if text.is_empty() && !field.must {
        return Html::default();
    }
    let text = if text.is_empty() { props.t.sample_none() } else { text };
    html! { <div><dt>{ &field.label }</dt><dd>{ value(props, &Field::Cell(field.id.clone()), None, text) }</dd></div> }
}

fn table_html(props: &Props<'_>, table: &TableSpec) -> Html {
    let rows = document(props).rows(table.id.as_str());
    let level = [Concept::LevelOne, Concept::LevelTwo];
    let of_levels = |row: &Row| {
        let columns =
            table.columns.iter().filter(|column| column.field.concept.is_some_and(|concept| level.contains(&concept)));
        columns.map(|column| row.text(column.field.id.as_str()).to_owned()).collect::<Vec<_>>()
    };
    let naming = table.naming().map(|column| &column.field.id);
    let mut before: Vec<String> = Vec::new();
    let rows = rows.iter().map(|row| {
        let levels = of_levels(row);
        let changed = levels != before;
        before.clone_from(&levels);
        let is_rest = |field: &FieldSpec| {
            Some(&field.id) != naming && !field.concept.is_some_and(|concept| level.contains(&concept))
        };
        let cell = |field: &FieldSpec, label| {
            let text = row.text(field.id.as_str());
            (!text.is_empty()).then(|| value(props, &place(&table.id, &row.id, &field.id), label, text))
        };
        let of_level = table.columns.iter().filter(|column| column.field.concept.is_some_and(|concept| level.contains(&concept)));
        let name = table.columns.iter().find(|column| Some(&column.field.id) == naming);
        let rest = table.columns.iter().filter(|column| is_rest(&column.field));
        html! {
            <li>
                <p class={if changed { "example-levels" } else { "example-levels hidden" }}>{ for of_level.filter_map(|column| cell(&column.field, None)) }</p>
                <p><strong>{ for name.and_then(|column| cell(&column.field, None)) }</strong></p>
                <p>{ for rest.filter_map(|column| cell(&column.field, Some(&column.field.name))) }</p>
            </li>
        }
    });
    html! { <ol>{ for rows }</ol> }
}

/// A text of the example; marked where the focus is on its like.
fn value(props: &Props<'_>, field: &Field, label: Option<&yew::AttrValue>, text: &str) -> Html {
    let here = props.example.here.as_ref() == Some(field);
    html! {
        <span id={place_id(field)} class={yew::classes!("example-value", here.then_some("is-here"))}>
            if let Some(label) = label { <span class="example-label">{ label }</span>{ " " } }
            { text.to_owned() }
        </span>
    }
}

fn document<'a>(props: &Props<'a>) -> &'a Document {
    props.example.draft.document()
}

/// The id of a place in the example.
pub(crate) fn place_id(field: &Field) -> String {
    dom::id(&["x", &field.dom_id()])
}
