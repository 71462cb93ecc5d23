//! A list from elsewhere, one project a row: each becomes a document.

use jibiao_table::Use;
use serde_json::json;

use super::{
    report::{Arrival, Fate, Imported, Origin},
    view::View,
};
use crate::{Kit, Roster, roster::Listed};

/// How many columns of a list have to be understood.
const ENOUGH: usize = 2;

/// A list as a form takes it; `None` where the sheet is none.
pub(super) fn read(kit: &Kit, view: &View, pack: &jibiao_model::PackRef, form: &str) -> Option<(Roster, Listed)> {
    let roster = kit.roster(pack, form).ok()?;
    let listed = roster.read(view.grid.clone());
    let understood = columns(&listed) >= ENOUGH && !listed.mapping.head.is_empty();
    (understood && rows(&roster, &listed).next().is_some()).then_some((roster, listed))
}

/// How many columns are understood.
pub(super) fn columns(listed: &Listed) -> usize {
    listed.mapping.columns.iter().flatten().count()
}

fn rows<'l>(roster: &'l Roster, listed: &'l Listed) -> impl Iterator<Item = usize> + 'l {
    (0..listed.plan.rows.len()).filter(move |row| roster.becomes(listed, *row))
}

/// How many documents a list becomes.
pub(super) fn count(roster: &Roster, listed: &Listed) -> usize {
    rows(roster, listed).count()
}

/// The documents.
pub(super) fn make(
    roster: &Roster,
    listed: &Listed,
    view: &View,
    sheet: &str,
    id: &mut dyn FnMut() -> String,
) -> Vec<Imported> {
    let unplaced = roster.unplaced(listed);
    let made = roster.make(listed, &[], id);
    let of = |made: crate::Made| {
        let mut draft = made.draft;
        let mut arrivals = Vec::new();
        let cells = listed.plan.rows.get(made.row).map(|row| row.cells.as_slice()).unwrap_or_default();
        for cell in cells {
            let at = view.at(made.row, cell.from);
            let fate = if cell.used == Use::TooLong { Fate::TooLong } else { Fate::Placed };
            let arrival = Arrival::new(fate, &cell.text).at(at.0, at.1);
            let arrival = Arrival { turn: cell.turn, doubt: cell.doubt, ..arrival };
            arrivals.push(match roster.columns().get(cell.to) {
                Some(column) => {
                    Arrival { text: draft.document().text(column.id.as_str()).to_owned(), ..arrival }.cell(&column.id)
                }
                None => arrival,
            });
        }
        let mut kept = Vec::new();
        for column in &unplaced {
            let text = listed.grid.own(made.row, *column);
            if !text.is_empty() {
                let at = view.at(made.row, *column);
                arrivals.push(Arrival::new(Fate::NoPlace, text).at(at.0, at.1));
                kept.push(json!({ "sheet": sheet, "cell": jibiao_sheet::address(at.0, at.1), "text": text }));
            }
        }
        draft.keep("unplaced", kept);
        Imported { sheet: sheet.to_owned(), origin: Origin::Listed, draft, arrivals }
    };
    made.into_iter().map(of).collect()
}
