//! A document of ours that comes back: the hidden sheet says what it was, and each cell that shows something else was
//! changed by somebody.

use jibiao_model::{CellId, Document, Edit, Row, RowId, Table, TableId};
use jibiao_sheet::{Area, Cell, Sheet, Workbook};

use super::{
    fields::{is_same, typed},
    import::Importing,
    record::{Record, Shown, ShownTable},
    report::{Arrival, Fate, Imported, Origin},
    tables::{READY_MARK, is_group},
};
use crate::{Kit, LIMITS, OpenError, digest};

/// The mark of the document that a sheet shows. It stands in the first row, wherever its column has moved.
pub(super) fn token(sheet: &Sheet) -> Option<String> {
    mark(sheet).map(|(_, token)| token.to_owned())
}

fn mark(sheet: &Sheet) -> Option<(u32, &str)> {
    let row = sheet.rows.first()?;
    let cell = row.cells.iter().rev().find(|cell| cell.text.starts_with("jibiao:"))?;
    Some((cell.column, cell.text.as_str()))
}

pub(super) fn read(
    kit: &Kit,
    workbook: &Workbook,
    at: usize,
    record: &Record,
    how: &Importing,
    copied: bool,
    id: &mut dyn FnMut() -> String,
) -> Result<Imported, OpenError> {
    let opened = kit.open(record.json.as_bytes(), how.rebind)?;
    let draft = opened.draft;
    let sheet = workbook.sheets.get(at);
    let mut document = draft.document().clone();
    if record.template || copied {
        document.id = id();
    }
    let mut coming = Coming { workbook, sheet, at, document, arrivals: Vec::new() };
    if opened.rebound_from.is_none() && digest(draft.document()) != record.digest {
        coming.arrivals.push(Arrival::new(Fate::RecordChanged, ""));
    }
    for shown in &record.cells {
        coming.cell(shown);
    }
    let mark = sheet.and_then(mark).map(|(column, _)| column);
    for shown in &record.tables {
        if let Some(table) = draft.form().table(&shown.id) {
            coming.table(table, shown, mark);
        }
    }
    let Coming { document, arrivals, .. } = coming;
    let draft = kit.bind(document, how.rebind)?.draft;
    let origin = if record.template { Origin::Template } else { Origin::Own };
    Ok(Imported { sheet: sheet.map(|sheet| sheet.name.clone()).unwrap_or_default(), origin, draft, arrivals })
}

/// A document on its way in.
struct Coming<'a> {
    workbook: &'a Workbook,
    sheet: Option<&'a Sheet>,
    at: usize,
    document: Document,
    arrivals: Vec<Arrival>,
}

/// A row of a table as it stands on the sheet.
struct Seen {
    at: u32,
    mark: String,
}

impl<'a> Coming<'a> {
    fn seen(&self, row: u32, column: u32) -> Option<&'a Cell> {
        self.sheet?.cell(row, column)
    }

    /// Where a named cell stands now; where its name is gone altogether, where it stood.
    fn place(&self, name: &str, stood: Area) -> Option<Area> {
        let mut named = self.workbook.names.iter().filter(|known| known.sheet == self.at);
        let any = self.workbook.names.iter().any(|known| known.sheet == self.at && known.name.starts_with("jb_"));
        match named.find(|known| known.name.eq_ignore_ascii_case(name)) {
            Some(found) => Some(found.area),
            // Some programs drop all names; then nothing says that cells have moved.
            None => (!any).then_some(stood),
        }
    }

    fn cell(&mut self, shown: &Shown) {
        let id = CellId::new(shown.id.clone());
        let before = self.document.text(id.as_str()).to_owned();
        let Some(Area { top, left, .. }) = self.place(&shown.name, shown.area) else {
            if !before.is_empty() {
                self.arrivals.push(Arrival::new(Fate::Gone, &before).cell(&id));
            }
            return;
        };
        let seen = self.seen(top, left);
        if is_same(&before, seen) {
            return;
        }
        let text = typed(seen).to_owned();
        let fate = self.fate(None, &id, &before, &text);
        self.arrivals.push(Arrival::new(fate, &text).at(top, left).cell(&id).before(&before));
        if matches!(fate, Fate::Placed | Fate::Changed) {
            // A cell outside tables takes any text.
            let _ = self.document.apply(Edit::SetCell { cell: id, text });
        }
    }

    fn fate(&self, row: Option<(&TableId, &RowId)>, cell: &CellId, before: &str, text: &str) -> Fate {
        let (table, row) = row.map(|(table, row)| (table.as_str(), row.as_str())).unzip();
        if self.document.is_frozen(table, row, cell.as_str()) {
            Fate::Locked
        } else if text.chars().count() > LIMITS.characters {
            Fate::TooLong
        } else if before.is_empty() {
            Fate::Placed
        } else {
            Fate::Changed
        }
    }

    fn table(&mut self, table: &Table, shown: &ShownTable, mark: Option<u32>) {
        let mut columns: Vec<(&jibiao_model::Column, u32)> = Vec::new();
        let mut top: Option<u32> = None;
        for header in &shown.columns {
            let column = table.columns.iter().find(|column| column.id.as_str() == header.id);
            if let (Some(column), Some(area)) = (column, self.place(&header.name, header.area)) {
                columns.push((column, area.left));
                top = Some(top.map_or(area.bottom, |top| top.max(area.bottom)));
            }
        }
        let (Some(top), Some(mark)) = (top, mark) else {
            if !self.document.rows(table.id.as_str()).is_empty() {
                let gone = Arrival::new(Fate::Gone, "");
                self.arrivals.push(Arrival { table: Some(table.id.clone()), ..gone });
            }
            return;
        };
        let end = self.place(&shown.end, shown.end_area).map(|area| area.top);
        let rows = self.rows(table, top.saturating_add(1), end, mark, &columns);
        self.merge(table, &columns, &rows);
    }

    /// The rows between the headers and what stands behind the table.
    fn rows(
        &self,
        table: &Table,
        top: u32,
        end: Option<u32>,
        mark: u32,
        columns: &[(&jibiao_model::Column, u32)],
    ) -> Vec<Seen> {
        let Some(sheet) = self.sheet else { return Vec::new() };
        let known = |text: &str| text == READY_MARK || self.document.row(table.id.as_str(), text).is_some();
        // The row behind the table was deleted: the last row with a mark is the last of the table.
        let end = end.filter(|end| *end >= top).unwrap_or_else(|| {
            let marked = sheet.rows.iter().filter(|row| row.at >= top && known(sheet.text(row.at, mark)));
            marked.map(|row| row.at.saturating_add(1)).max().unwrap_or(top)
        });
        let within = sheet.rows.iter().filter(|row| (top..end).contains(&row.at));
        let holds = |row: &&jibiao_sheet::Row| {
            let own = row.cells.iter().any(|cell| cell.column == mark);
            own || columns.iter().any(|(_, column)| row.cells.iter().any(|cell| cell.column == *column))
        };
        within.filter(holds).map(|row| Seen { at: row.at, mark: sheet.text(row.at, mark).to_owned() }).collect()
    }

    /// What a row shows in a column; of a group, also where it begins in a row above.
    fn text_in(&self, row: u32, column: u32, group: bool) -> Option<&'a Cell> {
        let own = self.seen(row, column);
        if own.is_some() || !group {
            return own;
        }
        let merges = self.sheet.map(|sheet| sheet.merges.as_slice()).unwrap_or_default();
        let over = merges.iter().find(|area| area.left == column && area.holds(row, column))?;
        self.seen(over.top, over.left)
    }

    fn merge(&mut self, table: &Table, columns: &[(&jibiao_model::Column, u32)], seen: &[Seen]) {
        let before: Vec<Row> = self.document.rows(table.id.as_str()).to_vec();
        let mut taken: Vec<bool> = vec![false; before.len()];
        let mut after: Vec<Row> = Vec::new();
        let mut order: Vec<usize> = Vec::new();
        let mut next: u64 = self.document.fresh_row_id().as_str().get(1..).and_then(|n| n.parse().ok()).unwrap_or(1);
        // Groups that a row without its own stands under.
        let mut groups: Vec<String> = vec![String::new(); columns.len()];
        for row in seen {
            let at = before.iter().position(|known| known.id.as_str() == row.mark);
            // A row that was copied with its mark is a new one.
            let at = at.filter(|at| taken.get(*at) == Some(&false));
            let mut texts: Vec<String> = Vec::new();
            for ((column, place), group) in columns.iter().zip(&mut groups) {
                let text = typed(self.text_in(row.at, *place, is_group(column)));
                if is_group(column) && !text.is_empty() {
                    text.clone_into(group);
                }
                texts.push(text.to_owned());
            }
            match at.and_then(|at| Some((at, before.get(at)?))) {
                Some((at, known)) => {
                    if let Some(taken) = taken.get_mut(at) {
                        *taken = true;
                    }
                    order.push(at);
                    after.push(self.changed(table, known, row, columns));
                }
                None => {
                    let group = |(column, place): &(&jibiao_model::Column, u32)| {
                        is_group(column) && self.seen(row.at, *place).is_some()
                    };
                    let begins = row.mark != READY_MARK && columns.iter().any(group);
                    if !begins && !is_row(columns, &texts) {
                        continue;
                    }
                    if !table.printed.is_empty() || after.len() >= LIMITS.rows {
                        let text = texts.join(" ");
                        let homeless = Arrival::new(Fate::Homeless, &text).at(row.at, 0);
                        self.arrivals.push(Arrival { table: Some(table.id.clone()), ..homeless });
                        continue;
                    }
                    let mut fresh = Row::new(RowId::new(["r", &next.to_string()].concat()));
                    next = next.saturating_add(1);
                    for (((column, place), text), group) in columns.iter().zip(texts).zip(&groups) {
                        let text = if text.is_empty() && is_group(column) { group.clone() } else { text };
                        if text.chars().count() > LIMITS.characters {
                            let long = Arrival::new(Fate::TooLong, &text).at(row.at, *place);
                            self.arrivals.push(long.cell(&column.id).in_row(&table.id, &fresh.id));
                        } else if !text.is_empty() {
                            fresh.cells.insert(column.id.clone(), text);
                        }
                    }
                    let name = table.row_name(|column| fresh.text(column)).to_owned();
                    let added = Arrival::new(Fate::RowAdded, &name).at(row.at, 0);
                    self.arrivals.push(added.in_row(&table.id, &fresh.id));
                    after.push(fresh);
                }
            }
        }
        let mut kept = Vec::new();
        for (row, taken) in before.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            debug_assert!(!taken);
            let printed = table.printed.iter().any(|printed| printed.id == row.id);
            let name = table.row_name(|column| row.text(column));
            let fate = if printed { Fate::Gone } else { Fate::RowRemoved };
            self.arrivals.push(Arrival::new(fate, name).in_row(&table.id, &row.id));
            if printed {
                kept.push(row.clone());
            }
        }
        if order.iter().zip(order.iter().skip(1)).any(|(one, two)| one > two) {
            let moved = Arrival::new(Fate::RowsMoved, "");
            self.arrivals.push(Arrival { table: Some(table.id.clone()), ..moved });
        }
        after.append(&mut kept);
        if after != before {
            self.document.tables.insert(table.id.clone(), after);
        }
    }

    /// A row that is there, with the cells that show something else.
    fn changed(&mut self, table: &Table, known: &Row, row: &Seen, columns: &[(&jibiao_model::Column, u32)]) -> Row {
        let mut out = known.clone();
        let printed = table.printed.iter().find(|printed| printed.id == known.id);
        for (column, place) in columns {
            let before = known.text(column.id.as_str());
            let seen = self.text_in(row.at, *place, is_group(column));
            // A group that stands above says so for this row, also where somebody took the merged cell apart.
            if is_same(before, seen) || is_group(column) && typed(seen).is_empty() {
                continue;
            }
            let text = typed(seen).to_owned();
            let mut fate = self.fate(Some((&table.id, &known.id)), &column.id, before, &text);
            if printed.is_some_and(|printed| printed.cells.contains_key(&column.id)) {
                fate = Fate::Locked;
            }
            let arrival = Arrival::new(fate, &text).at(row.at, *place).cell(&column.id).before(before);
            self.arrivals.push(arrival.in_row(&table.id, &known.id));
            match fate {
                Fate::Placed | Fate::Changed if text.is_empty() => {
                    out.cells.remove(&column.id);
                }
                Fate::Placed | Fate::Changed => {
                    out.cells.insert(column.id.clone(), text);
                }
                _ => {}
            }
        }
        out
    }
}

/// Whether a row that is new says something of its own. Rows that a blank form has ready say only their group.
fn is_row(columns: &[(&jibiao_model::Column, u32)], texts: &[String]) -> bool {
    columns.iter().zip(texts).any(|((column, _), text)| !is_group(column) && !text.trim().is_empty())
}
