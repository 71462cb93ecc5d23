//! The texts of a row, as the form's cells take them.

use jibiao_model::{Column, Kind};
use jibiao_reading::fold;

use super::{Doubt, PlannedCell, Turn, Use};
use crate::{
    Grid, Mapping, Sheet,
    groups::{called, is_group, named_by, standing},
    text::one_line,
};

/// A column that is taken.
struct Taken<'a> {
    from: usize,
    to: usize,
    column: &'a Column,
    /// Where the rows of this group have their names.
    names: Option<usize>,
    /// The groups that the form's own rows name.
    standing: Vec<&'a str>,
    /// The group of the rows above, as it stands there, and as the form calls it.
    group: (String, String),
}

/// Gives the texts of row after row.
pub(super) struct Texts<'a> {
    sheet: &'a Sheet<'a>,
    grid: &'a Grid,
    columns: Vec<Taken<'a>>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(sheet: &'a Sheet<'a>, grid: &'a Grid, mapping: &Mapping) -> Self {
        let columns = &sheet.table.columns;
        let mapped = mapping.columns.iter().enumerate();
        let mut taken: Vec<Taken<'_>> = mapped
            .filter_map(|(from, to)| {
                let to = (*to)?;
                let column = columns.get(to)?;
                let named = named_by(column);
                let names = named.and_then(|named| columns.iter().position(|other| other.concept == Some(named)));
                let names = names.and_then(|names| mapping.columns.iter().position(|to| *to == Some(names)));
                Some(Taken {
                    from,
                    to,
                    column,
                    names,
                    standing: standing(sheet, column),
                    group: (String::new(), String::new()),
                })
            })
            .collect();
        // A 一级指标 ends the 二级指标 above it, so it is looked at first.
        let order = jibiao_model::order::order(taken.len(), &|a, b| {
            let key = |at: usize| taken.get(at).map(|taken: &Taken<'_>| taken.to);
            key(a).cmp(&key(b))
        });
        taken = jibiao_model::order::arranged(taken, &order);
        Self { sheet, grid, columns: taken }
    }

    /// The cells of a row that go somewhere; none where the row holds nothing of its own.
    pub(super) fn of_row(&mut self, row: usize) -> Vec<PlannedCell> {
        let Self { sheet, grid, columns } = self;
        if columns.iter().all(|taken| grid.own(row, taken.from).is_empty()) {
            return Vec::new();
        }
        let mut cells = Vec::with_capacity(columns.len());
        let mut ended = false;
        for taken in columns {
            let own = grid.own(row, taken.from);
            let cell = if is_group(taken.column) {
                let begins = !own.is_empty();
                if begins {
                    let name = called(sheet, taken.column, &taken.standing, own);
                    taken.group = (own.to_owned(), name.unwrap_or_else(|| one_line(own)));
                } else if ended && grid.from_above(row, taken.from).is_empty() {
                    taken.group = (String::new(), String::new());
                }
                // A group that begins ends those inside it.
                ended |= begins;
                let unnamed = taken.names.is_some_and(|names| grid.text(row, names).is_empty());
                let (stated, text) = &taken.group;
                let turn = match () {
                    () if !begins => Some(Turn::FromAbove),
                    () if text == stated => None,
                    () if one_line(stated) == *text => Some(Turn::OneLine),
                    () => Some(Turn::AsOnForm),
                };
                (!text.is_empty() && (begins || !unnamed)).then(|| (text.clone(), turn))
            } else {
                (!own.is_empty()).then(|| turned(taken.column, own))
            };
            cells.extend(cell.map(|(text, turn)| PlannedCell {
                from: taken.from,
                to: taken.to,
                used: if is_longer(&text, sheet.most_characters) { Use::TooLong } else { Use::Fills },
                before: String::new(),
                doubt: doubt(&text),
                text,
                turn,
            }));
        }
        cells
    }
}

fn is_longer(text: &str, most: usize) -> bool {
    // Counting is needed only where there are as many bytes.
    text.len() > most && text.chars().count() > most
}

/// A text as a cell of this column takes it.
fn turned(column: &Column, text: &str) -> (String, Option<Turn>) {
    if !column.choices.is_empty() {
        let folded = fold(text.trim());
        let choice = column.choices.iter().find(|choice| fold(choice).as_str() == folded.as_str());
        if let Some(choice) = choice.filter(|choice| *choice != text) {
            return (choice.clone(), Some(Turn::AsOnForm));
        }
    }
    if column.kind != Kind::Prose && text.contains('\n') {
        return (one_line(text), Some(Turn::OneLine));
    }
    (text.to_owned(), None)
}

/// Why a text may not be what stood in the spreadsheet.
fn doubt(text: &str) -> Option<Doubt> {
    if let Some(rest) = text.strip_prefix('#') {
        let errors = ["REF!", "N/A", "VALUE!", "DIV/0!", "NAME?", "NUM!", "NULL!"];
        return match rest {
            rest if !rest.is_empty() && rest.bytes().all(|sign| sign == b'#') => Some(Doubt::NotShown),
            rest if errors.contains(&rest) => Some(Doubt::Failed),
            _ => None,
        };
    }
    let (number, power) = text.split_once("E+").or_else(|| text.split_once("E-"))?;
    let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit() || sign == b'.') && !text.is_empty();
    (digits(number.trim_start_matches('-')) && digits(power)).then_some(Doubt::Shortened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_did_not_show_is_doubtful() {
        assert_eq!(doubt("#####"), Some(Doubt::NotShown));
        assert_eq!(doubt("#N/A"), Some(Doubt::Failed));
        assert_eq!(doubt("1.2E+11"), Some(Doubt::Shortened));
        for text in ["", "#", "#1楼", "≥95%", "E+", "HE+1", "12"] {
            assert_eq!(doubt(text), None, "{text}");
        }
    }
}
