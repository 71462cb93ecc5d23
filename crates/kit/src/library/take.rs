//! A row of the library on a form.

use jibiao_library::{BLANK, Entry, place_in};
use jibiao_model::{CellId, Concept, Edit, Known, LevelOne, LevelTwo, Row, RowId, Table, TableId};

use crate::Draft;

/// What taking a row of the library into a document comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// One step.
    pub edit: Edit,
    pub table: TableId,
    pub row: RowId,
    /// The cell that is to be filled next: where the number belongs.
    pub next: CellId,
}

impl Draft {
    /// Takes a row of the library into a table of indicators: into the row that stands ready for it, which is one of its
    /// 二级指标 (or of none yet) without name and value, `at` first; otherwise into a new row behind the last of its 二级指标,
    /// or where that belongs by the order of the frame.
    ///
    /// Sign and unit go into columns of their own where the form shows such; otherwise the value is begun as the library
    /// writes it, with [`BLANK`] where the number belongs. `None` where the table or the frame has no place for the row.
    pub fn take(&self, entry: &Entry, table: &TableId, at: Option<&RowId>) -> Option<Taken> {
        self.taken(entry, table, at, false)
    }

    /// As [`Draft::take`], with the value that the row states for reference.
    pub fn take_with_value(&self, entry: &Entry, table: &TableId, at: Option<&RowId>) -> Option<Taken> {
        self.taken(entry, table, at, true)
    }

    fn taken(&self, entry: &Entry, table: &TableId, at: Option<&RowId>, with_value: bool) -> Option<Taken> {
        let shape = self.form().tables().map(|(_, table)| table).find(|shape| shape.id == *table)?;
        let frame = &self.form().frame;
        let (one, two) = place_in(frame, entry)?;
        let names = frame.one(one)?;
        let two_name = &names.twos.iter().find(|spec| spec.level == two)?.label.zh;
        let column = |concept| shape.columns.iter().find(|column| column.concept == Some(concept));
        let name = column(Concept::LevelThree)?;
        let target = column(Concept::Target)?;

        let mut cells: Vec<(CellId, String)> = Vec::new();
        let mut put = |concept, text: &str| {
            if let Some(column) = column(concept).filter(|_| !text.is_empty()) {
                cells.push((column.id.clone(), text.to_owned()));
            }
        };
        put(Concept::LevelOne, &names.label.zh);
        put(Concept::LevelTwo, two_name);
        put(Concept::LevelThree, &entry.name);
        let apart = self.shows(shape, Concept::Unit) && entry.pattern.contains(BLANK) && !entry.unit.is_empty();
        let value = with_value.then_some(entry.reference.as_str()).filter(|value| !value.is_empty());
        if apart {
            put(Concept::Target, value.and_then(|value| number_in(&entry.pattern, value)).unwrap_or_default());
            put(Concept::Unit, &entry.unit);
            if self.shows(shape, Concept::Operator) {
                let sign = entry.pattern.split(BLANK).next().unwrap_or_default();
                put(Concept::Operator, sign);
            }
        } else {
            put(Concept::Target, value.unwrap_or(&entry.pattern));
        }

        let rows = self.document().rows(table.as_str());
        let ready = |row: &&Row| self.is_ready(row, (one, two), &name.id, &target.id);
        let chosen = rows.iter().find(|row| Some(&row.id) == at).filter(ready).or_else(|| rows.iter().find(ready));
        let (edit, row) = match chosen {
            Some(row) => {
                let set = |(cell, text)| Edit::SetRowCell { table: table.clone(), row: row.id.clone(), cell, text };
                (Edit::All { edits: cells.into_iter().map(set).collect() }, row.id.clone())
            }
            None => {
                let mut row = Row::new(self.document().fresh_row_id());
                row.cells.extend(cells);
                let id = row.id.clone();
                (Edit::InsertRow { table: table.clone(), at: self.behind(two, table), row }, id)
            }
        };
        Some(Taken { edit, table: table.clone(), row, next: target.id.clone() })
    }

    /// Whether people see a column: the form always shows it, or some row has text in it.
    fn shows(&self, table: &Table, concept: Concept) -> bool {
        let Some(column) = table.columns.iter().find(|column| column.concept == Some(concept)) else { return false };
        let used = |row: &Row| !row.text(column.id.as_str()).trim().is_empty();
        !column.optional || self.document().rows(table.id.as_str()).iter().any(used)
    }

    /// Whether a row waits for an indicator of these levels: it has neither name nor value, and no other levels.
    fn is_ready(&self, row: &Row, (one, two): (LevelOne, LevelTwo), name: &CellId, target: &CellId) -> bool {
        let blank = |cell: &CellId| row.text(cell.as_str()).trim().is_empty();
        if !blank(name) || !blank(target) {
            return false;
        }
        let reading = self.reading();
        let Some(read) = reading.indicators.iter().find(|read| *read.row == row.id) else { return row.is_blank() };
        let fits_one = read.level_one_text.trim().is_empty() || read.level_one == Known::Answered(one);
        let fits_two = read.level_two_text.trim().is_empty() || read.level_two == Known::Answered(two);
        fits_one && fits_two
    }

    /// The position behind the last row whose 二级指标 comes no later in the frame.
    fn behind(&self, two: LevelTwo, table: &TableId) -> usize {
        let order: Vec<LevelTwo> =
            self.form().frame.levels.iter().flat_map(|one| &one.twos).map(|two| two.level).collect();
        let place = |level: LevelTwo| order.iter().position(|other| *other == level);
        let reading = self.reading();
        let rows = self.document().rows(table.as_str());
        let before = rows.iter().rposition(|row| {
            let read = reading.indicators.iter().find(|read| *read.row == row.id);
            matches!(read.map(|read| &read.level_two), Some(Known::Answered(level)) if place(*level) <= place(two))
        });
        before.map_or(if rows.iter().all(Row::is_blank) { rows.len() } else { 0 }, |at| at.saturating_add(1))
    }
}

/// What stands in a value where its pattern has the blank.
fn number_in<'v>(pattern: &str, value: &'v str) -> Option<&'v str> {
    let (before, after) = pattern.split_once(BLANK)?;
    value.strip_prefix(before)?.strip_suffix(after)
}

#[cfg(test)]
mod tests {
    use jibiao_library::Query;

    use super::*;
    use crate::Kit;

    fn blank(form: &str) -> Draft {
        Kit::builtin().unwrap().blank(form, "d").unwrap()
    }

    fn entry(kit: &Kit, name: &str) -> Entry {
        kit.library().search(Query::new(name), 1).first().unwrap().entry.clone()
    }

    fn taken(draft: &mut Draft, name: &str, at: Option<&RowId>) -> Taken {
        let entry = entry(&Kit::builtin().unwrap(), name);
        let taken = draft.take(&entry, &TableId::new("indicators"), at).unwrap();
        draft.apply(taken.edit.clone()).unwrap();
        taken
    }

    fn rows(draft: &Draft) -> Vec<String> {
        let rows = draft.document().rows("indicators").iter();
        rows.map(|row| ["level-1", "level-2", "level-3", "target"].map(|cell| row.text(cell)).join("|")).collect()
    }

    #[test]
    fn rows_are_put_in_by_the_order_of_the_frame_and_wait_for_their_number() {
        let mut draft = blank("project-declaration-2021");
        taken(&mut draft, "参训人员满意度", None);
        let taken = taken(&mut draft, "培训人次", None);
        assert_eq!(taken.next.as_str(), "target");
        let rows = rows(&draft);
        assert_eq!(rows[0], "产出指标|数量指标|培训人次|≥__人次");
        assert!(rows[1].starts_with("满意度指标|服务对象满意度指标|参训人员满意度|"), "{rows:?}");
    }

    #[test]
    fn a_row_that_stands_ready_is_filled() {
        let mut draft = blank("project-declaration-2015");
        let table = TableId::new("indicators");
        for (id, two) in [("r1", "质量指标"), ("r2", "数量指标"), ("r3", "")] {
            let mut row = Row::new(RowId::new(id));
            row.cells.insert(CellId::new("level-1"), if two.is_empty() { String::new() } else { "产出指标".into() });
            row.cells.insert(CellId::new("level-2"), two.to_owned());
            draft.apply(Edit::InsertRow { table: table.clone(), at: usize::MAX, row }).unwrap();
        }
        let first = taken(&mut draft, "培训人次", None);
        assert_eq!(first.row.as_str(), "r2");
        // The row with the focus comes first where it is as ready.
        let second = taken(&mut draft, "培训人次", Some(&RowId::new("r3")));
        assert_eq!(second.row.as_str(), "r3");
        // No row is ready now: a new one stands behind the last of its kind.
        let third = taken(&mut draft, "培训人次", Some(&RowId::new("r1")));
        let position = draft.document().row("indicators", third.row.as_str()).unwrap().0;
        assert_eq!((draft.document().rows("indicators").len(), position), (4, 3));
    }

    #[test]
    fn sign_and_unit_stand_apart_where_the_form_shows_their_columns() {
        let mut draft = blank("project-declaration-2021");
        let table = TableId::new("indicators");
        let mut row = Row::new(RowId::new("r1"));
        row.cells.insert(CellId::new("level-3"), "出动车辆".to_owned());
        row.cells.insert(CellId::new("unit"), "辆".to_owned());
        draft.apply(Edit::InsertRow { table, at: 0, row }).unwrap();
        let taken = taken(&mut draft, "培训人次", None);
        let (_, row) = draft.document().row("indicators", taken.row.as_str()).unwrap();
        assert_eq!(["target", "unit"].map(|cell| row.text(cell)), ["", "人次"]);
    }

    #[test]
    fn a_table_without_indicators_takes_none() {
        let draft = blank("project-application-2021");
        let entry = entry(&Kit::builtin().unwrap(), "培训人次");
        assert!(draft.take(&entry, &TableId::new("composition"), None).is_none());
    }
}
