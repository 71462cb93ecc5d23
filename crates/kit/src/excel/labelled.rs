//! Cells of a table from elsewhere whose label stands before, above or in front of the text.

use jibiao_model::Concept;
use jibiao_reading::read_money_unit;

use super::recognised::Recognition;

/// Takes the texts of all labelled cells.
pub(super) fn take(found: &mut Recognition<'_>) {
    let view = found.view;
    year(found);
    let cells: Vec<(usize, usize, String)> =
        view.cells().map(|(row, column, text)| (row, column, text.to_owned())).collect();
    // Labels with a text behind them come first: what stands below a label may belong to another that says so.
    for below in [false, true] {
        for (row, column, text) in &cells {
            let (row, column) = (*row, *column);
            if found.is_used(row, column) {
                continue;
            }
            if !below && in_one(found, row, column, text) {
                continue;
            }
            let meant = found.labels.meant(text);
            if meant.is_empty() {
                continue;
            }
            let (at, place) = if below { (view.below(row, column), column) } else { (row, view.behind(row, column)) };
            let value = view.grid.own(at, place);
            if value.is_empty()
                || found.is_used(at, place)
                || found.labels.is_label(value)
                || split(value).is_some_and(|(label, _)| found.labels.is_label(label))
            {
                continue;
            }
            let free = meant.into_iter().find(|cell| found.is_free(&cell.id));
            if let Some(cell) = free {
                let (id, value) = (cell.id.clone(), value.to_owned());
                found.use_up(row, column);
                found.place(&id, &value, at, place);
            }
        }
    }
}

/// Label and text in one cell: `填报人：张三`, `（2025年度）`.
fn in_one(found: &mut Recognition<'_>, row: usize, column: usize, text: &str) -> bool {
    let Some((label, value)) = split(text) else { return false };
    // 单位：万元 says what amounts are in, not whose they are.
    let unit = read_money_unit(value).is_some();
    let fits =
        |cell: &&jibiao_model::Cell| found.is_free(&cell.id) && unit == (cell.concept == Some(Concept::MoneyUnit));
    let free = found.labels.meant(label).into_iter().find(fits);
    let Some(id) = free.map(|cell| cell.id.clone()) else { return false };
    if value.is_empty() {
        return false;
    }
    found.place(&id, value, row, column);
    true
}

/// The year under the title: `（2025年度）`.
fn year(found: &mut Recognition<'_>) {
    let Some(id) = found.cell_of(Concept::Year) else { return };
    let stated = found.view.cells().find_map(|(row, column, text)| {
        let text = text.trim_matches(['(', ')', '（', '）', ' ', '\u{3000}']);
        let year = text.strip_suffix("年度").or_else(|| text.strip_suffix('年'))?.trim();
        let is_year = year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit());
        (is_year && !found.is_table(row) && !found.is_used(row, column)).then(|| (row, column, year.to_owned()))
    });
    if let Some((row, column, year)) = stated {
        found.place(&id, &year, row, column);
    }
}

/// What stands before and behind the first colon.
fn split(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(['：', ':'])?;
    Some((label.trim(), value.trim()))
}
