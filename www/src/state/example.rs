//! 示例 beside the sheet: a form filled in, turned to where the person is.

use jibiao_kit::{
    Concept, Draft, RowId,
    model::{CellId, TableId},
};

use super::Field;

#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) draft: Draft,
    /// The place that is like the field that the focus is or was in.
    pub(crate) here: Option<Field>,
    /// Set until the focus is on its heading.
    pub(crate) is_new: bool,
    /// Set until its place is in view.
    pub(crate) turned: bool,
}

impl Example {
    /// The example of a document's form, turned to a field.
    pub(crate) fn of(draft: &Draft, field: Option<&Field>) -> Option<Self> {
        let example = draft.example()?;
        let here = field.and_then(|field| alike(&example, draft, field));
        Some(Self { draft: example, here, is_new: true, turned: true })
    }

    /// Turns to what is like a field; whether that is another place than before.
    pub(crate) fn turn_to(&mut self, draft: &Draft, field: &Field) -> bool {
        let here = alike(&self.draft, draft, field);
        let turned = here != self.here;
        self.here = here;
        self.turned |= turned;
        turned
    }
}

/// The place of the example that a field of a document is like: the same cell; in tables the same column of the first
/// row of the same levels, with something in it where there is such a row.
fn alike(example: &Draft, draft: &Draft, field: &Field) -> Option<Field> {
    let Field::Row { table, row, column } = field else { return Some(field.clone()) };
    let levels: Vec<&CellId> =
        draft.form().tables().find(|(_, shape)| shape.id == *table).map_or_else(Vec::new, |(_, shape)| {
            let of =
                |concept| shape.columns.iter().find(|column| column.concept == Some(concept)).map(|column| &column.id);
            [Concept::LevelTwo, Concept::LevelOne].into_iter().filter_map(of).collect()
        });
    let own = draft.document().row(table.as_str(), row.as_str());
    let own = |cell: &CellId| own.map_or("", |(_, row)| row.text(cell.as_str()).trim());
    let mut best: Option<(u8, &RowId)> = None;
    for row in example.document().rows(table.as_str()) {
        let same = |cell: &&CellId| !own(cell).is_empty() && own(cell) == row.text(cell.as_str()).trim();
        let mut score = levels.iter().fold(0_u8, |score, cell| score << 1 | u8::from(same(cell)));
        score = score << 1 | u8::from(!row.text(column.as_str()).is_empty());
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, &row.id));
        }
    }
    let (_, row) = best?;
    Some(place(table, row, column))
}

/// A cell of a row.
pub(crate) fn place(table: &TableId, row: &RowId, column: &CellId) -> Field {
    Field::Row { table: table.clone(), row: row.clone(), column: column.clone() }
}
