//! A table out: its headers, its rows, and groups as one cell where they stand under one another.

use jibiao_model::{CellId, Column, Concept, Form, Row, RowId, Table};
use jibiao_sheet::{Area, Cell, Style};

use super::{
    fields,
    layout::Drawing,
    paper::Span,
    record::{Record, ShownTable},
};
use crate::Draft;

/// How many rows a blank form has ready where its frame says nothing.
const READY: usize = 8;

/// The mark of a row that a blank form has ready: it is a row only once somebody fills it in.
pub(super) const READY_MARK: &str = "+";

/// The columns that are drawn: optional ones only where some row holds text in them.
pub(super) fn shown<'a>(draft: &'a Draft, table: &'a Table) -> Vec<&'a Column> {
    let rows = draft.document().rows(table.id.as_str());
    let used = |id: &CellId| rows.iter().any(|row| !row.text(id.as_str()).is_empty());
    table.columns.iter().filter(|column| !column.optional || used(&column.id)).collect()
}

/// Whether equal texts that stand under one another are drawn as one cell.
pub(super) fn is_group(column: &Column) -> bool {
    use Concept::{LevelOne, LevelTwo, RatingPart, WholeLevelTwo};
    matches!(column.concept, Some(LevelOne | LevelTwo | WholeLevelTwo | RatingPart))
}

/// A row as it is drawn.
struct Drawn<'a> {
    mark: String,
    cells: Vec<&'a str>,
    id: Option<&'a RowId>,
}

pub(super) fn draw<'a>(drawing: &mut Drawing<'a>, first: u32, table: &'a Table) {
    let draft = drawing.draft;
    let columns = shown(draft, table);
    let shares: Vec<u32> = columns.iter().map(|column| u32::from(column.width.max(40))).collect();
    let spans = drawing.paper.spans(first, &shares);
    headers(drawing, &columns, &spans, table);
    let rows = rows(draft, table, &columns, drawing.how.template);
    let begin = drawing.paper.row();
    for row in &rows {
        let printed = row.id.and_then(|id| table.printed.iter().find(|printed| printed.id == *id));
        for ((column, span), text) in columns.iter().zip(&spans).zip(&row.cells) {
            let mut cell = fields::cell(column.kind, text);
            if printed.is_some_and(|printed| printed.cells.contains_key(&column.id)) {
                cell = Cell { style: Style::Printed, text: (*text).to_owned(), ..Cell::default() };
            }
            if is_group(column) {
                // Its height is shared by the rows that it stands for.
                cell.style = if cell.style == Style::Printed { cell.style } else { Style::Short };
                drawing.paper.put_tall(*span, cell);
            } else {
                drawing.paper.put(*span, cell);
            }
        }
        drawing.paper.put_mark(&row.mark);
        drawing.paper.end_row();
    }
    merge_groups(drawing, &columns, &spans, &rows, begin);
    if let Some(last) = drawing.paper.row().checked_sub(1).filter(|last| *last >= begin) {
        for (column, span) in columns.iter().zip(&spans) {
            let area = Area { top: begin, left: span.left, bottom: last, right: span.right };
            drawing.paper.offer(area, &column.choices);
        }
    }
}

/// The headers: one row, or two where columns stand in groups.
fn headers(drawing: &mut Drawing<'_>, columns: &[&Column], spans: &[Span], table: &Table) {
    let how = drawing.how;
    let top = drawing.paper.row();
    let grouped = columns.iter().any(|column| column.group.is_some());
    let header = |text: &str| Cell { style: Style::Header, text: text.to_owned(), ..Cell::default() };
    if grouped {
        let mut at = 0;
        while let (Some(column), Some(span)) = (columns.get(at), spans.get(at)) {
            let same = |other: &&&Column| column.group.is_some() && other.group == column.group;
            let count = columns.iter().skip(at).take_while(same).count().max(1);
            let last = at.saturating_add(count).saturating_sub(1);
            let right = spans.get(last).map_or(span.right, |span| span.right);
            let label = column.group.as_ref().unwrap_or(&column.label);
            let span = Span { left: span.left, right };
            if column.group.is_some() {
                drawing.paper.put(span, header(how.of(label)));
            } else {
                drawing.paper.put_tall(span, header(how.of(label)));
                let bottom = top.saturating_add(1);
                drawing.paper.merge(Area { top, left: span.left, bottom, right: span.right });
            }
            at = last.saturating_add(1);
        }
        drawing.end_tables();
        drawing.paper.end_row();
    }
    let row = drawing.paper.row();
    let mut named =
        ShownTable { id: table.id.to_string(), end: String::new(), end_area: Area::cell(row, 0), columns: Vec::new() };
    for (column, span) in columns.iter().zip(spans) {
        match (grouped, &column.group) {
            (true, None) => drawing.paper.put_tall(*span, header("")),
            _ => drawing.paper.put(*span, header(how.of(&column.label))),
        }
        let id = [table.id.as_str(), ".", column.id.as_str()].concat();
        let mut shown = drawing.shown("k", &id, Area::cell(row, span.left));
        shown.id = column.id.to_string();
        named.columns.push(shown);
    }
    drawing.end_tables();
    drawing.paper.end_row();
    drawing.drawn(named);
}

/// The rows of the document; in a blank form those that the frame expects, ready to be filled in.
fn rows<'a>(draft: &'a Draft, table: &'a Table, columns: &[&'a Column], template: bool) -> Vec<Drawn<'a>> {
    let of = |row: &'a Row| Drawn {
        mark: row.id.to_string(),
        cells: columns.iter().map(|column| row.text(column.id.as_str())).collect(),
        id: Some(&row.id),
    };
    let mut rows: Vec<Drawn<'a>> = draft.document().rows(table.id.as_str()).iter().map(of).collect();
    if !template || !rows.is_empty() {
        return rows;
    }
    let levels = &draft.form().frame.levels;
    let pairs: Vec<(&str, &str)> = levels
        .iter()
        .flat_map(|one| one.twos.iter().map(move |two| (one.label.zh.as_str(), two.label.zh.as_str())))
        .collect();
    let leveled = table.column(Concept::LevelOne).is_some() && !pairs.is_empty();
    let ready = |one: &'a str, two: &'a str| {
        let text = |column: &&'a Column| match column.concept {
            Some(Concept::LevelOne) => one,
            Some(Concept::LevelTwo | Concept::WholeLevelTwo) => two,
            _ => "",
        };
        Drawn { mark: READY_MARK.to_owned(), cells: columns.iter().map(text).collect(), id: None }
    };
    if leveled {
        rows.extend(pairs.iter().flat_map(|(one, two)| [ready(one, two), ready(one, two)]));
    } else {
        rows.extend((0..READY).map(|_| ready("", "")));
    }
    rows
}

/// Equal groups under one another become one cell; a lower one never reaches beyond the one it stands in.
fn merge_groups(drawing: &mut Drawing<'_>, columns: &[&Column], spans: &[Span], rows: &[Drawn<'_>], begin: u32) {
    let mut ends: Vec<bool> = vec![false; rows.len()];
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| is_group(column)) {
        let text = |at: usize| rows.get(at).and_then(|row| row.cells.get(index)).copied().unwrap_or_default();
        let Some(span) = spans.get(index).copied() else { continue };
        let mut top = 0;
        for at in 0..rows.len() {
            let next = at.saturating_add(1);
            let ended = ends.get(at).copied().unwrap_or(true);
            if next < rows.len() && !ended && !text(at).is_empty() && text(at) == text(next) {
                continue;
            }
            let row = |at: usize| begin.saturating_add(u32::try_from(at).unwrap_or(0));
            drawing.paper.merge(Area { top: row(top), left: span.left, bottom: row(at), right: span.right });
            for cell in drawing.paper.cells_below(row(top), row(at), span.left) {
                cell.text.clear();
                cell.figure = None;
            }
            // Columns of one level stand beside each other in two-period tables: each has its own ends.
            if matches!(column.concept, Some(Concept::LevelOne | Concept::RatingPart))
                && let Some(end) = ends.get_mut(at)
            {
                *end = true;
            }
            top = next;
        }
    }
}

/// The headers of the longest table, to be printed on every page.
pub(super) fn repeated(record: &Record, form: &Form, last: u32) -> Option<(u32, u32)> {
    let heights = record.tables.iter().filter_map(|table| {
        let bottom = table.columns.first()?.area.bottom;
        let end = if table.end.is_empty() { last } else { table.end_area.top };
        let grouped = form.table(&table.id)?.columns.iter().any(|column| column.group.is_some());
        Some((end.saturating_sub(bottom), (bottom.saturating_sub(u32::from(grouped)), bottom)))
    });
    heights.max_by_key(|(height, rows)| (*height, u32::MAX.saturating_sub(rows.0))).map(|(_, rows)| rows)
}
