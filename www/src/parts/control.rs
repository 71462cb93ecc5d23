//! The input of one cell. Inputs are not written while somebody types in them: the browser owns their text, and the
//! page writes it only where the document says something else (after undo, a fix, a file).

use jibiao_kit::{Concept, Severity};
use yew::{AttrValue, Html, NodeRef, html};

use super::icon::Icon;
use crate::{
    browser::dom,
    state::{
        Field,
        sheet::{CellState, Lock},
        spec::{Control, FieldSpec},
        typing,
    },
    words::Text,
};

/// The value of the choice that lets a person type something else.
pub(crate) const OTHER: &str = "\u{1}";

/// What an input is drawn from.
pub(crate) struct Input<'a> {
    pub(crate) spec: &'a FieldSpec,
    pub(crate) state: &'a CellState,
    pub(crate) field: &'a Field,
    pub(crate) node: &'a NodeRef,
    pub(crate) name: AttrValue,
    pub(crate) choices: &'a [(AttrValue, AttrValue)],
    /// Whether somebody has come to it: until then a choice holds what was chosen alone. Offers were a third of all the
    /// elements of a long table.
    pub(crate) offers: bool,
    /// Typing something else instead of choosing.
    pub(crate) free: bool,
    pub(crate) can_write: bool,
    pub(crate) t: Text,
}

/// The ids of what describes a field: its echo and its findings.
pub(crate) fn echo_id(field: &Field) -> String {
    format!("{}:echo", field.dom_id())
}

pub(crate) fn notes_id(field: &Field) -> String {
    format!("{}:notes", field.dom_id())
}

impl Input<'_> {
    pub(crate) fn html(&self) -> Html {
        let Self { spec, state, field, t, .. } = self;
        let id = field.dom_id();
        let (cell, table, row, column) = match field {
            Field::Cell(cell) => (Some(attribute(cell.as_str())), None, None, None),
            Field::Row { table, row, column } => {
                (None, Some(attribute(table.as_str())), Some(attribute(row.as_str())), Some(attribute(column.as_str())))
            }
        };
        let described = match (state.echo.is_some(), state.notes.is_empty()) {
            (true, false) => Some(format!("{} {}", echo_id(field), notes_id(field))),
            (true, true) => Some(echo_id(field)),
            (false, false) => Some(notes_id(field)),
            (false, true) => None,
        };
        let invalid = (state.severity() == Some(Severity::Blocks)).then_some("true");
        let must = spec.must.then_some("true");
        let class = severity_class(state.severity());
        let figure = (spec.control == Control::Figure).then_some("is-figure");
        let relation = match state.lock {
            Lock::Free => None,
            Lock::Printed => {
                return html! { <div class={yew::classes!("box", "is-printed", figure)}><span class="mirror">{ &state.text }</span></div> };
            }
            Lock::Frozen(relation) => Some(relation),
        };
        let mirror = |text: Html| html! { <span class="mirror" aria-hidden="true">{ text }</span> };
        // Lies over the amount until somebody types in it. Always a child, if an empty one: the input before it has
        // to stay the element it is.
        let shown = || match &state.shown {
            Some(shown) => html! { <span class="shown" aria-hidden="true">{ shown }</span> },
            None => Html::default(),
        };
        let has_shown = state.shown.is_some().then_some("has-shown");
        let placeholder = (!spec.example.is_empty()).then(|| t.example(&spec.example));
        let (node, name) = (self.node.clone(), self.name.clone());
        // What a browser knows of the person who fills the form.
        let known = match spec.concept {
            Some(Concept::PreparedBy) => "name",
            Some(Concept::Phone) => "tel",
            _ => "off",
        };
        if let Some(relation) = relation {
            let why = format!("{}:lock", field.dom_id());
            let described = described.map_or_else(|| why.clone(), |other| format!("{why} {other}"));
            let from = t.kit(&format!("relation-{}", relation.name()));
            return html! {
                <div class={yew::classes!("box", "is-text", "is-locked", figure, has_shown, class)} data-lock={relation.name()}>
                    <textarea {id} ref={node} rows="1" autocomplete="off" spellcheck="false" readonly=true data-cell={cell} data-table={table}
                        data-row={row} data-col={column} data-line="1" aria-label={name} aria-required={must} aria-invalid={invalid} aria-describedby={described} />
                    { mirror(html! { <>{ &state.text }{ "\u{200b}" }</> }) }
                    { shown() }
                    { Icon::Lock.html() }
                    <p class="lock-why" id={why}>{ t.locked(&from) }</p>
                </div>
            };
        }
        match spec.control {
            Control::Choice if !self.free => {
                let shown = self.choices.iter().find(|(text, _)| *text == state.text);
                html! {
                    <div class={yew::classes!("box", "is-choice", state.text.is_empty().then_some("is-blank"), class)}>
                        <select {id} ref={node} data-cell={cell} data-table={table} data-row={row} data-col={column}
                            disabled={!self.can_write} aria-label={name} aria-required={must} aria-invalid={invalid} aria-describedby={described}>
                            { self.options() }
                        </select>
                        { mirror(html! { shown.map_or(&state.text, |(_, label)| label) }) }
                    </div>
                }
            }
            Control::Figure => html! {
                <div class={yew::classes!("box", "is-figure", has_shown, class)}>
                    <input {id} ref={node} type="text" inputmode="decimal" autocomplete="off" data-cell={cell} data-table={table}
                        data-row={row} data-col={column} readonly={!self.can_write} aria-label={name} aria-required={must} aria-invalid={invalid}
                        aria-describedby={described} {placeholder} />
                    { mirror(html! { &state.text }) }
                    { shown() }
                </div>
            },
            Control::Line | Control::Area | Control::Choice => html! {
                <div class={yew::classes!("box", "is-text", class)}>
                    <textarea {id} ref={node} rows="1" autocomplete={known} spellcheck="false" data-cell={cell} data-table={table}
                        data-row={row} data-col={column} data-line={(spec.kind != jibiao_kit::model::Kind::Prose).then_some("1")}
                        readonly={!self.can_write} aria-label={name} aria-required={must} aria-invalid={invalid} aria-describedby={described}
                        {placeholder} />
                    { mirror(html! { <>{ &state.text }{ "\u{200b}" }</> }) }
                </div>
            },
        }
    }
}

impl Input<'_> {
    /// Each keeps its key, so that what is chosen stays chosen when the others come.
    fn options(&self) -> Html {
        let Self { state, choices, t, .. } = self;
        let wanted = |text: &str| self.offers || *text == *state.text;
        let option =
            |key: String, text: AttrValue, label: &str| html! { <option {key} value={text}>{ label }</option> };
        let blank = wanted("").then(|| option("blank".to_owned(), AttrValue::default(), t.choose()));
        let unknown = !state.text.is_empty() && choices.iter().all(|(text, _)| *text != state.text);
        let unknown = unknown.then(|| option("unknown".to_owned(), state.text.clone(), &state.text));
        let other = self.offers.then(|| option("other".to_owned(), AttrValue::Static(OTHER), t.other_choice()));
        let offered = choices.iter().enumerate().filter(|(_, (text, _))| wanted(text));
        let offered = offered.map(|(at, (text, label))| option(at.to_string(), text.clone(), label));
        blank.into_iter().chain(offered).chain(unknown).chain(other).collect()
    }
}

fn attribute(text: &str) -> AttrValue {
    AttrValue::from(text.to_owned())
}

pub(crate) fn severity_class(severity: Option<Severity>) -> Option<&'static str> {
    severity.map(|severity| match severity {
        Severity::Blocks => "is-blocks",
        Severity::Warns => "is-warns",
        Severity::Advises => "is-advises",
    })
}

/// Writes the document's text into an input that shows something else.
pub(crate) fn sync(node: &NodeRef, text: &str) {
    let Some(element) = node.cast::<web_sys::Element>() else { return };
    if dom::value(&element).is_none_or(|shown| shown == text) {
        return;
    }
    let active = dom::active().is_some_and(|active| active == element);
    // Someone who types is ahead of the document, and text that is being composed belongs to the input method.
    if active && (typing::composing() || typing::own_change()) {
        return;
    }
    dom::set_value(&element, text);
}

/// The quiet sign of what may not stay blank, never alone on a line; the input says it to those who hear the sheet.
pub(crate) fn must(spec: &FieldSpec) -> Html {
    if spec.must {
        html! { <span class="must" aria-hidden="true">{ "\u{2060}*" }</span> }
    } else {
        Html::default()
    }
}
