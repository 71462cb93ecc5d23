//! Rows of headers, wherever they stand, and the columns that they name.

use std::ops::Range;

use jibiao_model::{Column, Label};

use crate::{
    Grid, Sheet,
    names::{bare, plain},
};

/// How far down headers are looked for, and how many columns are looked at.
const ROWS: usize = 200;
const COLUMNS: usize = 64;
/// A header is short.
const LONGEST: usize = 60;

/// How well the form's own label fits; a name that the pack knows beside adds one.
const OWN: u32 = 6;

/// How well a column fits that the person sent there before.
const TAUGHT: u32 = 30;

/// The headers of a table from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Headings {
    /// The rows of headers.
    pub(crate) rows: Range<usize>,
    /// For each column of the grid the column of the form that its header names.
    pub(crate) columns: Vec<Option<usize>>,
}

/// One column of the form, and all that its header may say.
struct Target<'a> {
    column: &'a Column,
    /// The list of the pack that holds further names of its concept.
    list: Option<String>,
    exact: [String; 2],
    plain: String,
    group: String,
}

/// Finds the headers of a grid; `None` where there are none.
pub(crate) fn find(sheet: &Sheet<'_>, grid: &Grid) -> Option<Headings> {
    let targets: Vec<Target<'_>> = sheet.table.columns.iter().map(Target::of).collect();
    let named = |row: usize| {
        let mut found: Vec<bool> = vec![false; targets.len()];
        let (mut texts, mut sure) = (0usize, false);
        for column in 0..grid.width().min(COLUMNS) {
            let text = grid.own(row, column);
            texts = texts.saturating_add(usize::from(!text.is_empty()));
            let name = Header::of(text, "");
            let scores = targets.iter().map(|target| target.fits(sheet, &name)).enumerate();
            // Two columns with the same header are two columns of the form, where it has two.
            let free = scores.filter(|(at, score)| *score > 0 && found.get(*at) == Some(&false));
            if let Some((at, score)) = free.max_by_key(|(at, score)| (*score, usize::MAX.saturating_sub(*at)))
                && let Some(found) = found.get_mut(at)
            {
                *found = true;
                sure |= score >= OWN && name.plain.chars().count() >= 4;
            }
        }
        let count = found.iter().filter(|found| **found).count();
        // One header among other texts may be a coincidence, unless it is the form's own.
        if count >= 2 || count == texts || sure { count } else { 0 }
    };
    let mut best = (0, 0);
    for row in 0..grid.height().min(ROWS) {
        let count = named(row);
        if count > best.0 {
            best = (count, row);
        }
    }
    let (count, row) = best;
    if count == 0 { None } else { at(sheet, grid, &targets, row) }
}

/// The headers where a person says that they stand: this row, with what belongs to it above and below. They may name nothing.
pub(crate) fn said(sheet: &Sheet<'_>, grid: &Grid, row: usize) -> Headings {
    let targets: Vec<Target<'_>> = sheet.table.columns.iter().map(Target::of).collect();
    at(sheet, grid, &targets, row).filter(|headings| headings.columns.iter().any(Option::is_some)).unwrap_or_else(
        || {
            let row = row.min(grid.height().saturating_sub(1));
            Headings { rows: row..row.saturating_add(1).min(grid.height()), columns: vec![None; grid.width()] }
        },
    )
}

fn at(sheet: &Sheet<'_>, grid: &Grid, targets: &[Target<'_>], row: usize) -> Option<Headings> {
    // Headers may stand in up to three rows: groups above, parts or units below.
    let (before, after) = (row.saturating_sub(1), row.saturating_add(1));
    let blocks = [row..after, before..after, row..after.saturating_add(1), before..after.saturating_add(1)];
    let mut chosen: Option<(Headings, (usize, u32))> = None;
    for rows in blocks.into_iter().filter(|rows| rows.end <= grid.height()) {
        let (columns, score) = assigned(sheet, grid, targets, &rows);
        let rank = (columns.iter().flatten().count(), score);
        if chosen.as_ref().is_none_or(|(_, before)| rank > *before) {
            chosen = Some((Headings { rows, columns }, rank));
        }
    }
    chosen.map(|(headings, _)| headings)
}

/// Whether a row says the same as the headers: they are printed again on every page.
pub(crate) fn is_repeated(grid: &Grid, headings: &Range<usize>, row: usize) -> bool {
    let same = |head: usize| {
        let mut texts = 0usize;
        let alike = (0..grid.width()).all(|column| {
            let text = grid.text(row, column);
            texts = texts.saturating_add(usize::from(!text.is_empty()));
            text == grid.text(head, column)
        });
        alike && texts > 1
    };
    !headings.contains(&row) && headings.clone().any(same)
}

/// A header in the ways in which it is compared.
struct Header {
    exact: String,
    plain: String,
    group: String,
}

impl Header {
    fn of(text: &str, group: &str) -> Self {
        if text.is_empty() || text.chars().count() > LONGEST {
            return Self { exact: String::new(), plain: String::new(), group: String::new() };
        }
        Self { exact: bare(text), plain: plain(text), group: plain(group) }
    }
}

impl Header {
    /// The header with its group: what a person says of it holds for this one alone.
    fn key(&self) -> String {
        [self.group.as_str(), &self.exact].concat()
    }
}

/// The header of a column, as it is remembered; blank where it has none.
pub(crate) fn key(grid: &Grid, rows: &Range<usize>, column: usize) -> String {
    header(grid, rows, column).key()
}

impl<'a> Target<'a> {
    fn of(column: &'a Column) -> Self {
        let Label { zh, en } = &column.label;
        Self {
            column,
            list: column.concept.map(|concept| ["column-", &concept.to_string()].concat()),
            exact: [bare(zh), bare(en)],
            plain: plain(zh),
            group: column.group.as_ref().map(|group| plain(&group.zh)).unwrap_or_default(),
        }
    }

    /// How well a header names this column; 0 where it does not.
    fn fits(&self, sheet: &Sheet<'_>, header: &Header) -> u32 {
        if header.plain.is_empty() && header.exact.is_empty() {
            return 0;
        }
        let key = if sheet.taught.is_empty() { String::new() } else { header.key() };
        if let Some(taught) = sheet.taught.iter().find(|taught| taught.header == key) {
            return if taught.to.as_ref() == Some(&self.column.id) { TAUGHT } else { 0 };
        }
        let list = self.list.as_ref().map(|list| sheet.vocabulary.list(list));
        let known = list.is_some_and(|list| list.has(&header.plain));
        let whole = !self.group.is_empty() && header.plain == [self.group.as_str(), &self.plain].concat();
        let own = self.exact.contains(&header.exact) || !header.plain.is_empty() && header.plain == self.plain;
        let score: u32 = match (whole, own, known) {
            (true, ..) => 10,
            (_, true, true) => OWN.saturating_add(1),
            (_, true, false) => OWN,
            (_, false, true) => 4,
            _ => return 0,
        };
        match (self.group.is_empty(), header.group.is_empty()) {
            (false, false) if self.group == header.group => score.saturating_add(5),
            // A column of another group is another column.
            (false, false) if whole => score,
            (false, false) => score.saturating_sub(3),
            _ => score,
        }
    }
}

/// The columns that a block of rows names, each at most once, and how well all of them fit.
fn assigned(sheet: &Sheet<'_>, grid: &Grid, targets: &[Target<'_>], rows: &Range<usize>) -> (Vec<Option<usize>>, u32) {
    let headers: Vec<Header> = (0..grid.width()).map(|column| header(grid, rows, column)).collect();
    let mut scores: Vec<(u32, usize, usize)> = Vec::new();
    for (from, header) in headers.iter().enumerate() {
        // How many columns of both sides are called so: where the form has more, the one with the usual name is meant.
        let twins = headers.iter().filter(|other| other.plain == header.plain).count();
        for (to, target) in targets.iter().enumerate() {
            let mut score = target.fits(sheet, header);
            let like = targets.iter().filter(|other| other.plain == target.plain).count();
            if score == OWN.saturating_add(1) && twins >= like && like > 1 {
                score = OWN;
            }
            if score > 0 {
                scores.push((score, from, to));
            }
        }
    }
    let order = jibiao_model::order::order(scores.len(), &|a, b| {
        let key = |at: usize| scores.get(at).map(|(score, from, to)| (u32::MAX.saturating_sub(*score), *from, *to));
        key(a).cmp(&key(b))
    });
    let mut columns: Vec<Option<usize>> = vec![None; grid.width()];
    let mut total = 0u32;
    for (score, from, to) in order.iter().filter_map(|at| scores.get(*at)) {
        if columns.contains(&Some(*to)) {
            continue;
        }
        if let Some(column) = columns.get_mut(*from).filter(|column| column.is_none()) {
            *column = Some(*to);
            total = total.saturating_add(*score);
        }
    }
    (columns, total)
}

/// What the header of a column says: the lowest text that is more than a unit, and the highest one above it.
fn header(grid: &Grid, rows: &Range<usize>, column: usize) -> Header {
    let mut texts = rows.clone().rev().map(|row| grid.text(row, column)).filter(|text| !plain(text).is_empty());
    let Some(text) = texts.next() else { return Header::of("", "") };
    let mut group = texts.next_back().filter(|group| *group != text).unwrap_or_default();
    // Without merged cells a group stands over its first column only.
    if group.is_empty() && rows.len() > 1 && grid.text(rows.start, column).is_empty() {
        let left = (0..column).rev().map(|left| grid.text(rows.start, left)).find(|text| !text.is_empty());
        group = left.unwrap_or_default();
    }
    Header::of(text, group)
}

impl std::fmt::Debug for Target<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.column.id.as_str())
    }
}
