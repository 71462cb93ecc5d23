//! A workbook on its way to become documents.

use jibiao_kit::{
    Draft, Words,
    excel::{Arrival, Fate, Import, Imported, Remark, Workbook},
};

use crate::words::Text;

/// What the person says while a workbook is on its way.
#[derive(Debug)]
pub(crate) enum Bring {
    /// The module read it, or says why not.
    Read { name: String, result: Result<String, crate::browser::courier::Refused> },
    /// The form that tables from elsewhere belong to; blank for whichever fits.
    Form(String),
    /// The documents are taken.
    Take,
}

/// A workbook on its way.
#[derive(Debug)]
pub(crate) struct Importing {
    pub(crate) name: String,
    pub(crate) workbook: Workbook,
    pub(crate) remarks: Vec<Remark>,
    /// Ids and titles of the forms that it may be.
    pub(crate) forms: Vec<(String, String)>,
    /// The form that was chosen; blank for whichever fits.
    pub(crate) form: String,
    pub(crate) import: Import,
}

/// A text that came, as it is shown: where it went, what it says, what became of it.
pub(crate) struct Told {
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) fate: String,
    /// Whether a person should look at it.
    pub(crate) odd: bool,
}

/// What became of the texts of a document: those that a person should look at, and those that simply went where they
/// belong.
pub(crate) fn told(imported: &Imported, t: Text) -> (Vec<Told>, Vec<Told>) {
    let draft: &Draft = &imported.draft;
    let words = Words::new(draft.pack(), draft.form(), t.0);
    let plain = |arrival: &&Arrival| arrival.fate == Fate::Placed && arrival.turn.is_none() && arrival.doubt.is_none();
    let told = |arrival: &Arrival| {
        let somewhere = arrival.table.is_some() || arrival.cell.is_some();
        let on_sheet = arrival.at.map(|(row, column)| on_sheet(row, column, t));
        let place =
            || words.spot(draft.document(), arrival.table.as_ref(), arrival.row.as_ref(), arrival.cell.as_ref());
        let text = match arrival.before.is_empty() {
            true => arrival.text.clone(),
            false => [arrival.before.as_str(), " → ", arrival.text.as_str()].concat(),
        };
        Told {
            place: if somewhere { place() } else { on_sheet.unwrap_or_default() },
            text,
            fate: t.kit(&["fate-", arrival.fate.name()].concat()),
            odd: matches!(
                arrival.fate,
                Fate::NoPlace | Fate::Homeless | Fate::TooLong | Fate::Locked | Fate::RecordChanged
            ),
        }
    };
    let (plain, more): (Vec<&Arrival>, Vec<&Arrival>) = imported.arrivals.iter().partition(plain);
    (more.into_iter().map(told).collect(), plain.into_iter().map(told).collect())
}

/// Where a cell stands on its sheet, counted from 1 as spreadsheets count.
pub(crate) fn on_sheet(row: u32, column: u32, t: Text) -> String {
    t.on_sheet(&column.saturating_add(1).to_string(), &row.saturating_add(1).to_string())
}
