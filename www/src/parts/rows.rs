//! The rows of a table, some at a time: after a key only those are gone through that stand with the row that changed.

use yew::{Callback, Html, Properties, function_component, html};

use super::{row::RowPart, table};
use crate::{
    state::{Action, Shared, sheet::RowState, spec::TableSpec},
    words::Text,
};

/// About so many rows stand in a run.
const RUN: u32 = 16;

#[derive(Properties, PartialEq)]
struct Props {
    spec: Shared<TableSpec>,
    rows: Vec<Shared<RowState>>,
    /// Position of the first in the table.
    from: usize,
    visible: Shared<Vec<bool>>,
    /// The positions of those that the row tools work on.
    current: Vec<usize>,
    /// The position of the one that is shown, where rows are shown one at a time.
    card: Option<usize>,
    can_write: bool,
    t: Text,
    send: Callback<Action>,
}

pub(super) fn html(props: &table::Props<'_>) -> Html {
    let table::Props { spec, state, can_write, t, send, .. } = props;
    let mut from = 0_usize;
    let runs = state.rows.chunk_by(|_, next| !begins_run(next.id.as_str())).map(|rows| {
        let here = from..from.saturating_add(rows.len());
        from = here.end;
        (here, rows)
    });
    let drawn = runs.take_while(|(here, _)| props.drawn.reaches(here.start)).map(|(here, rows)| {
        let is_current =
            |(at, row): &(usize, &Shared<RowState>)| props.current == Some(row.id.as_str()) || props.selected.contains(at);
        let current: Vec<usize> = here.clone().zip(rows).filter(is_current).map(|(at, _)| at).collect();
        let key = rows.first().map(|row| row.id.to_string()).filter(|id| begins_run(id)).unwrap_or_default();
        html! {
            <RowsPart {key} spec={Shared::clone(spec)} rows={rows.to_vec()} from={here.start} visible={state.visible.clone()} {current}
                card={props.card.filter(|at| here.contains(at))} can_write={*can_write} t={*t} send={Callback::clone(send)} />
        }
    });
    drawn.collect()
}

/// Whether a run begins with a row, by its id alone: a row that is put in or taken out moves no others from run to run.
fn begins_run(id: &str) -> bool {
    let mixed = id.bytes().fold(0_u32, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(u32::from(byte)));
    // Ids count up, and so would the last bits.
    (mixed.wrapping_mul(0x9e37_79b1) >> 16).is_multiple_of(RUN)
}

#[function_component(RowsPart)]
fn rows(props: &Props) -> Html {
    let Props { spec, visible, can_write, t, send, .. } = props;
    let row = |(at, row): (usize, &Shared<RowState>)| {
        html! {
            <RowPart key={row.id.to_string()} spec={spec.clone()} row={row.clone()} {at} visible={visible.clone()} current={props.current.contains(&at)}
                card={props.card == Some(at)} can_write={*can_write} t={*t} send={send.clone()} />
        }
    };
    (props.from..).zip(&props.rows).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The runs of rows by their ids.
    fn runs(ids: &[String]) -> Vec<&[String]> {
        ids.chunk_by(|_, next| !begins_run(next)).collect()
    }

    #[test]
    fn counted_ids_make_runs_of_about_the_wanted_length() {
        let ids: Vec<String> = (1..=500).map(|at| format!("r{at}")).collect();
        let runs = runs(&ids);
        assert!((20..=45).contains(&runs.len()), "{} runs", runs.len());
        assert!(runs.iter().all(|run| run.len() <= 100));
    }

    #[test]
    fn a_row_that_is_put_in_leaves_the_others_in_their_runs() {
        let mut ids: Vec<String> = (1..=100).map(|at| format!("r{at}")).collect();
        let before: Vec<Vec<String>> = runs(&ids).into_iter().map(<[String]>::to_vec).collect();
        let quiet = (101..).map(|at| format!("r{at}")).find(|id| !begins_run(id)).unwrap();
        ids.insert(40, quiet.clone());
        let after: Vec<Vec<String>> =
            runs(&ids).into_iter().map(|run| run.iter().filter(|id| **id != quiet).cloned().collect()).collect();
        assert_eq!(after, before);
    }
}
