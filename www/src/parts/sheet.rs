//! The sheet: the official form as paper, and the one place that listens to all its inputs.

use jibiao_kit::{
    RowId,
    model::{SectionId, SortedMap, TableId},
};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{Callback, Html, html};

use super::{
    cells,
    control::{OTHER, notes_id},
    field::FieldPart,
    matrix,
    notes::{Notes, said},
    origins, table,
};
use crate::{
    app::pointer::send_in_peace,
    browser::dom,
    state::{
        Action, Field, Shared,
        drawing::Drawn,
        origins::Chain,
        reasons::Given,
        sheet::SheetState,
        spec::{BlockSpec, FieldSpec, FormSpec, SectionSpec},
        typing,
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) spec: &'a FormSpec,
    pub(crate) sheet: &'a SheetState,
    /// The row that the tools work on, by table and row.
    pub(crate) current: Option<(&'a str, &'a str)>,
    /// The rows that are selected, by position.
    pub(crate) selected: std::ops::Range<usize>,
    pub(crate) split: bool,
    /// The row of each table that was worked on last, where rows are shown one at a time.
    pub(crate) cards: Option<&'a SortedMap<TableId, RowId>>,
    /// How many rows of a table are drawn.
    pub(crate) drawn: Drawn,
    /// The unit that amounts can be shown in beside their own; blank where the form has no amounts.
    pub(crate) other_unit: &'a str,
    /// Whether they are.
    pub(crate) in_other_unit: bool,
    pub(crate) can_write: bool,
    /// The unit of all amounts, as chosen or printed.
    pub(crate) unit: &'a str,
    /// Reasons given for findings, printed with the form.
    pub(crate) reasons: &'a [Given],
    /// What the document was made from, and what changed since.
    pub(crate) chain: &'a Chain,
    /// Pack and document, printed at the end of the paper.
    pub(crate) imprint: String,
    /// Printed, it is a draft: the last check did not accept it, or there was none.
    pub(crate) draft: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { spec, sheet, t, send, .. } = props;
    let oninput = listen(send, |event: yew::InputEvent, send| {
        if !event.is_composing() {
            commit(&event, send);
        }
    });
    let onfocusin = listen(send, |event: yew::FocusEvent, send| {
        typing::set_composing(false);
        let Some(element) = target(&event) else { return };
        if let Some(field) = Field::of(&element) {
            send_in_peace(send, Action::Entered(field, section_of(&element)));
        }
    });
    let onfocusout = listen(send, |event: yew::FocusEvent, send| {
        let Some(element) = target(&event).filter(|_| !typing::composing()) else { return };
        if let (Some(field), Some(text)) = (Field::of(&element), dom::value(&element).filter(|text| text != OTHER)) {
            send.emit(Action::Typed(field.clone(), text));
            send_in_peace(send, Action::Left(field));
        }
    });
    // A choice that can't be changed takes no focus; whoever only reads the sheet comes to its cell all the same.
    let onclick = (!props.can_write).then(|| {
        listen(send, |event: yew::MouseEvent, send| {
            let box_of = |element: Element| element.closest(".is-choice").ok().flatten();
            let choice = target(&event).and_then(box_of).and_then(|held| held.query_selector("select").ok().flatten());
            if let Some(field) = choice.as_ref().and_then(Field::of) {
                send.emit(Action::Entered(field, choice.as_ref().and_then(section_of)));
            }
        })
    });
    let part = |field: &Shared<FieldSpec>| {
        let state = sheet.cell(&field.id);
        html! {
            <FieldPart spec={field.clone()} {state} with_notes={false} can_write={props.can_write} t={*t} send={Callback::clone(send)} />
        }
    };
    let (year, unit) = (spec.year.as_ref().map(part), spec.unit.as_ref().map(part));
    let above = spec.year.iter().chain(&spec.unit).map(|field| {
        let id = Some(notes_id(&Field::Cell(field.id.clone())));
        let notes = &sheet.cell(&field.id).notes;
        Notes { notes, id, label: Some(&field.label), can_write: props.can_write, t: *t, send }.html()
    });
    let first = spec.sections.first().map(|section| section.id.to_string());
    html! {
        <article id="sheet" tabindex="-1" class={yew::classes!("paper", spec.landscape.then_some("is-wide"))}
            {oninput} {onfocusin} {onfocusout} {onclick}>
            <h1 class="paper-title">{ &spec.title }</h1>
            <div class="paper-line" data-section={first}>
                <div class="paper-year">{ t.year_before() }{ for year }{ t.year_after() }</div>
                <div class="paper-unit">{ t.unit_before() }{ for unit }<span class="paper-unit-printed">{ props.unit }</span>{ other_unit(props) }</div>
            </div>
            if props.in_other_unit {
                <p class="unit-shown">{ t.shown_in(props.other_unit, props.unit) }</p>
            }
            { for above }
            <p class="must-means" aria-hidden="true"><span class="must">{ "*" }</span>{ " " }{ t.must() }</p>
            <div class="paper-body">
                { for spec.sections.iter().enumerate().map(|(at, section)| section_html(props, at, section)) }
            </div>
            { reasons(props.reasons, *t) }
            { origins::changes(props.chain, *t, send) }
            if props.draft { <p class="watermark" aria-hidden="true">{ t.watermark() }</p> }
            <footer class="paper-end">
                <p class="seals"><span>{ t.seal_unit() }</span><span>{ t.seal_head() }</span><span>{ t.seal_date() }</span></p>
                <p class="imprint">{ &props.imprint }</p>
            </footer>
        </article>
    }
}

/// The section that an element of the sheet stands in.
fn section_of(element: &Element) -> Option<SectionId> {
    let section = element.closest("[data-section]").ok().flatten()?;
    section.get_attribute("data-section").map(SectionId::new)
}

/// Amounts in the other unit, for those who think in it. What is typed, kept and printed stays as it is.
fn other_unit(props: &Props<'_>) -> Html {
    let Props { t, other_unit, in_other_unit, .. } = props;
    if other_unit.is_empty() {
        return Html::default();
    }
    let on = *in_other_unit;
    let switch = props.send.reform(move |_: yew::MouseEvent| Action::ShowOtherUnit(!on));
    html! {
        <button type="button" class="unit-switch" data-action="other-unit" aria-pressed={on.to_string()} onclick={switch}>
            { t.show_in(other_unit) }
        </button>
    }
}

/// 附：情况说明.
fn reasons(reasons: &[Given], t: Text) -> Html {
    if reasons.is_empty() {
        return Html::default();
    }
    html! {
        <section class="reasons" aria-labelledby="reasons">
            <h2 id="reasons">{ t.reasons() }</h2>
            <ol>
                { for reasons.iter().map(|given| html! {
                    <li>
                        <p><b>{ &given.place }</b>{ t.colon() }{ &given.what }</p>
                        <p class="reason">{ said(&given.answer, t) }</p>
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// What happens in the sheet, with the way to say it.
fn listen<E: 'static>(send: &Callback<Action>, hear: fn(E, &Callback<Action>)) -> Callback<E> {
    let send = send.clone();
    Callback::from(move |event| hear(event, &send))
}

fn section_html(props: &Props<'_>, at: usize, section: &SectionSpec) -> Html {
    let Props { sheet, t, send, can_write, .. } = props;
    let id = dom::id(&["s", section.id.as_str()]);
    let notes = sheet.section_notes.get(at).map(Vec::as_slice).unwrap_or_default();
    html! {
        <section key={section.id.to_string()} class="part" data-section={section.id.to_string()} aria-labelledby={id.clone()}>
            <div class="part-head">
                <h2 {id} tabindex="-1">{ &section.label }</h2>
                <p>{ &section.help }</p>
            </div>
            { Notes { notes, id: None, label: None, can_write: *can_write, t: *t, send }.html() }
            { for section.blocks.iter().map(|block| match block {
                BlockSpec::Cells(fields) => {
                    cells::html(&cells::Props { fields, sheet, can_write: *can_write, t: *t, send })
                }
                BlockSpec::Matrix(matrix) => {
                    let unit = props.unit;
                    matrix::html(&matrix::Props { matrix, unit, sheet, can_write: *can_write, t: *t, send })
                }
                BlockSpec::Table(table) => match sheet.tables.get(&table.id) {
                    Some(state) => {
                        let current = props.current.filter(|(id, _)| *id == table.id.as_str()).map(|(_, row)| row);
                        let (split, drawn, can_write) = (props.split, props.drawn, *can_write);
                        let selected = current.map_or(0..0, |_| props.selected.clone());
                        let card = props.cards.filter(|_| table.printed.is_empty()).and_then(|cards| state.card(cards.get(&table.id)));
                        table::html(&table::Props { spec: table, state, current, selected, split, card, drawn, can_write, t: *t, send })
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
