//! The sheet: the official form as paper, and the one place that listens to all its inputs.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{AttrValue, Callback, Html, Properties, function_component, html, use_callback};

use super::{cells::Cells, control::OTHER, field::FieldPart, matrix::MatrixPart, notes::Notes, table::TablePart};
use crate::{
    app::pointer::send_in_peace,
    browser::dom,
    state::{
        Action, Field, Shared,
        sheet::SheetState,
        spec::{BlockSpec, SectionSpec, Spec},
        typing,
    },
    words::Text,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) spec: Spec,
    pub(crate) sheet: Shared<SheetState>,
    /// The row that the tools work on, by table and row.
    pub(crate) current: Option<(AttrValue, AttrValue)>,
    pub(crate) split: bool,
    pub(crate) can_write: bool,
    /// The unit of all amounts, as chosen or printed.
    pub(crate) unit: AttrValue,
    /// Pack and document, printed at the end of the paper.
    pub(crate) imprint: AttrValue,
    pub(crate) t: Text,
    pub(crate) send: Callback<Action>,
}

#[function_component(Sheet)]
pub(crate) fn sheet(props: &Props) -> Html {
    let Props { spec, sheet, t, send, .. } = props;
    let oninput = use_callback(send.clone(), |event: yew::InputEvent, send| {
        if !event.is_composing() {
            commit(&event, send);
        }
    });
    let onfocusin = use_callback(send.clone(), |event: yew::FocusEvent, send| {
        typing::set_composing(false);
        let Some(element) = target(&event) else { return };
        if let Some(field) = Field::of(&element) {
            let section = element.closest("[data-section]").ok().flatten();
            let section = section.and_then(|section| section.get_attribute("data-section"));
            send_in_peace(send, Action::Entered(field, section.map(jibiao_kit::model::SectionId::new)));
        }
    });
    let onfocusout = use_callback(send.clone(), |event: yew::FocusEvent, send| {
        let Some(element) = target(&event).filter(|_| !typing::composing()) else { return };
        if let (Some(field), Some(text)) = (Field::of(&element), dom::value(&element).filter(|text| text != OTHER)) {
            send.emit(Action::Typed(field.clone(), text));
            send_in_peace(send, Action::Left(field));
        }
    });
    let year = spec.year.as_ref().map(|field| {
        html! {
            <FieldPart spec={field.clone()} state={sheet.cell(&field.id)} with_notes={false} can_write={props.can_write} t={*t} send={send.clone()} />
        }
    });
    let unit = spec.unit.as_ref().map(|field| {
        html! {
            <FieldPart spec={field.clone()} state={sheet.cell(&field.id)} with_notes={false} can_write={props.can_write} t={*t} send={send.clone()} />
        }
    });
    let above = spec.year.iter().chain(&spec.unit).map(|field| {
        html! {
            <Notes notes={sheet.cell(&field.id).notes.clone()} id={AttrValue::from(super::control::notes_id(&Field::Cell(field.id.clone())))}
                label={field.label.clone()} can_write={props.can_write} t={*t} send={send.clone()} />
        }
    });
    let first = spec.sections.first().map(|section| section.id.to_string());
    html! {
        <article id="sheet" tabindex="-1" class={yew::classes!("paper", spec.landscape.then_some("is-wide"))}
            {oninput} {onfocusin} {onfocusout}>
            <h1 class="paper-title">{ &spec.title }</h1>
            <div class="paper-line" data-section={first}>
                <div class="paper-year">{ t.year_before() }{ for year }{ t.year_after() }</div>
                <div class="paper-unit">{ t.unit_before() }{ for unit }<span class="paper-unit-printed">{ &props.unit }</span></div>
            </div>
            { for above }
            <div class="paper-body">
                { for spec.sections.iter().enumerate().map(|(at, section)| section_html(props, at, section)) }
            </div>
            <footer class="paper-end">
                <p class="seals"><span>{ t.seal_unit() }</span><span>{ t.seal_head() }</span><span>{ t.seal_date() }</span></p>
                <p class="imprint">{ &props.imprint }</p>
            </footer>
        </article>
    }
}

fn section_html(props: &Props, at: usize, section: &SectionSpec) -> Html {
    let Props { spec, sheet, t, send, can_write, .. } = props;
    let id = dom::id(&["s", section.id.as_str()]);
    let notes = sheet.section_notes.get(at).cloned().unwrap_or_default();
    html! {
        <section key={section.id.to_string()} class="part" data-section={section.id.to_string()} aria-labelledby={id.clone()}>
            <div class="part-head">
                <h2 {id} tabindex="-1">{ &section.label }</h2>
                <p>{ &section.help }</p>
            </div>
            <Notes {notes} can_write={*can_write} t={*t} send={send.clone()} />
            { for section.blocks.iter().enumerate().map(|(block, kind)| match kind {
                BlockSpec::Cells(fields) => html! {
                    <Cells fields={fields.clone()} sheet={sheet.clone()} can_write={*can_write} t={*t} send={send.clone()} />
                },
                BlockSpec::Matrix(_) => html! {
                    <MatrixPart spec={spec.clone()} section={at} {block} unit={props.unit.clone()} sheet={sheet.clone()}
                        can_write={*can_write} t={*t} send={send.clone()} />
                },
                BlockSpec::Table(table) => match sheet.tables.get(&table.id) {
                    Some(state) => {
                        let current = props.current.as_ref().filter(|(id, _)| id.as_str() == table.id.as_str());
                        html! {
                            <TablePart spec={table.clone()} state={state.clone()} current={current.map(|(_, row)| row.clone())}
                                split={props.split} can_write={*can_write} t={*t} send={send.clone()} />
                        }
                    }
                    None => Html::default(),
                },
                BlockSpec::Note(text) => html! { <p class="paper-note">{ text }</p> },
            }) }
        </section>
    }
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Hands the text of the input to the document, exactly as it stands.
pub(crate) fn commit(event: &web_sys::Event, send: &Callback<Action>) {
    let Some(element) = target(event) else { return };
    let (Some(field), Some(mut text)) = (Field::of(&element), dom::value(&element)) else { return };
    if text == OTHER {
        return;
    }
    // A cell of one line takes pasted lines as one.
    if element.has_attribute("data-line") && text.contains('\n') {
        text = text.lines().collect::<Vec<_>>().join(" ").trim_end().to_owned();
        dom::set_value(&element, &text);
    }
    send.emit(Action::Typed(field, text));
}
