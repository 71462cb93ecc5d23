//! Headers that a person sent somewhere by hand: the next table with them is understood at once.

use jibiao_model::CellId;

use crate::{Grid, Mapping, Sheet, headings};

/// Where a person sent the column with a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    /// The header as it is compared, with the group above it.
    pub header: String,
    /// The column of the form; `None` for nowhere.
    pub to: Option<CellId>,
}

/// What a person changed: the headers of the columns that go elsewhere now than they did when the table was recognised.
pub fn taught(sheet: &Sheet<'_>, grid: &Grid, recognised: &Mapping, now: &Mapping) -> Vec<Taught> {
    let pairs = recognised.columns.iter().zip(&now.columns).enumerate();
    let changed = pairs.filter(|(_, (before, now))| before != now);
    changed
        .map(|(from, (_, now))| {
            let column = now.and_then(|to| sheet.table.columns.get(to));
            Taught { header: headings::key(grid, &recognised.head, from), to: column.map(|column| column.id.clone()) }
        })
        .filter(|taught| !taught.header.is_empty())
        .collect()
}
