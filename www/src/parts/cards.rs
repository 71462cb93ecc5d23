//! Rows one at a time: the same rows and inputs as in the table, one of them shown, beside a list of all.

use yew::{AttrValue, Callback, Html, html};

use super::{button::says, control::severity_class, icon::Icon};
use crate::{
    state::{
        Action, Shared,
        sheet::{RowState, TableState},
        spec::TableSpec,
    },
    words::Text,
};

pub(crate) struct Props<'a> {
    pub(crate) spec: &'a TableSpec,
    pub(crate) state: &'a TableState,
    /// The row that is shown, by position.
    pub(crate) card: usize,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

/// All rows by name, under their levels; the one that is shown is marked.
pub(crate) fn index(props: &Props<'_>) -> Html {
    let Props { spec, state, card, t, .. } = props;
    let mut level = None;
    let entries = state.rows.iter().enumerate().map(|(at, row)| {
        let begins = row.level != level;
        level = row.level;
        let group = row.level.filter(|_| begins).and_then(|level| spec.levels.get(level)).map(|level| &level.label);
        html! {
            <>
                if let Some(group) = group {
                    <li class="card-group">{ group }</li>
                }
                { entry(props, at, row) }
            </>
        }
    });
    let step = |to: Option<usize>, name: &'static str, label: &'static str, icon: Icon| {
        let row = to.and_then(|to| state.rows.get(to)).map(|row| row.id.clone());
        let table = spec.id.clone();
        let disabled = row.is_none();
        let go = props.send.reform(move |_: yew::MouseEvent| match &row {
            Some(row) => Action::SelectRow(table.clone(), row.clone()),
            None => Action::Unfold(None),
        });
        html! {
            <button type="button" class="tool" data-action={name} {disabled} onclick={go}>{ icon.html() }<span>{ label }</span></button>
        }
    };
    let (number, count) = (card.saturating_add(1).to_string(), state.rows.len().to_string());
    html! {
        <nav class="card-index" aria-label={t.card_index(&spec.label)}>
            <p class="card-steps">
                { step(card.checked_sub(1), "card-before", t.card_before(), Icon::Up) }
                <span aria-live="polite">{ t.card_of(&count, &number) }</span>
                { step(card.checked_add(1), "card-after", t.card_after(), Icon::Down) }
            </p>
            <ol>{ for entries }</ol>
        </nav>
    }
}

fn entry(props: &Props<'_>, at: usize, row: &Shared<RowState>) -> Html {
    let Props { spec, card, t, send, .. } = props;
    let naming = spec.naming().and_then(|naming| spec.columns.iter().position(|c| c.field.id == naming.field.id));
    let name =
        naming.and_then(|at| row.cells.get(at)).map(|cell| cell.text.clone()).filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| AttrValue::from(t.card_unnamed()));
    let severity = row.notes.iter().filter(|note| note.open()).map(|note| note.severity);
    let severity = severity.chain(row.cells.iter().filter_map(|cell| cell.severity())).min();
    let marked = severity.map(|severity| t.kit(&format!("severity-{}", severity.name())));
    let (table, id) = (spec.id.clone(), row.id.clone());
    let show = send.reform(move |_: yew::MouseEvent| Action::SelectRow(table.clone(), id.clone()));
    let here = (at == *card).then_some("true");
    html! {
        <li>
            <button type="button" class={severity_class(severity)} data-action="card" aria-current={here} onclick={show}>
                <span class="card-number">{ at.saturating_add(1) }</span>
                <span class="card-name">{ name }</span>
                { for marked.map(|marked| html! { <small>{ marked }</small> }) }
            </button>
        </li>
    }
}

/// Table or cards.
pub(crate) fn switch(cards: bool, t: Text, send: &Callback<Action>) -> Html {
    let one = |name: &'static str, label: &'static str, on: bool, action: fn() -> Action| {
        html! {
            <button type="button" class="tool" data-action={name} aria-pressed={on.to_string()} onclick={says(send, action)}>{ label }</button>
        }
    };
    html! {
        <span class="views" role="group" aria-label={t.views()}>
            { one("as-table", t.as_table(), !cards, || Action::Cards(false)) }
            { one("as-cards", t.as_cards(), cards, || Action::Cards(true)) }
        </span>
    }
}
