//! The examples in a data rule's file.

use std::fmt;

use jibiao_model::{Carried, CellId, Extent, Form, FormId, Origin, PackRef, Relation, Row, RowId, Table, TableId};

use super::{Fields, choices::EXTENTS};

/// Texts by cell or column.
type Texts = Vec<(CellId, String)>;

/// A small document and how often the rule finds something in it. Everything that is not named is blank.
#[derive(Clone, Debug, PartialEq)]
pub struct DataExample {
    /// 0 for the nearest clean neighbour.
    pub finds: usize,
    pub form: Option<FormId>,
    pub extent: Extent,
    /// Texts by cell.
    pub cells: Texts,
    /// Rows of the indicator table: texts by column.
    pub rows: Vec<Texts>,
    /// Rows of the first composition of funds: texts by column.
    pub lines: Vec<Texts>,
    /// Rows of other tables, by the table's id.
    pub tables: Vec<(TableId, Vec<Texts>)>,
    /// The document that this one was made from, and what it said.
    pub origin: Option<ExampleOrigin>,
}

/// What the document that an example was made from said: approved targets, or what stood there before an adjustment.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleOrigin {
    pub relation: Relation,
    pub cells: Texts,
    /// Rows of the indicator table: the first is the first row of the example, and so on.
    pub rows: Vec<Texts>,
}

/// What examples call their origins: `[approved.cells]`, `[[approved.rows]]`.
pub(crate) const EXAMPLE_ORIGINS: [(&str, Relation); 6] = [
    ("approved", Relation::Approved),
    ("adjusted", Relation::Adjusted),
    ("previous", Relation::Previous),
    ("assessed", Relation::Assessed),
    ("rated", Relation::Rated),
    ("last-year", Relation::LastYear),
];

impl DataExample {
    /// Reads an example from a file of a pack.
    pub fn read(mut example: Fields<'_>) -> Self {
        Self {
            finds: usize::try_from(example.whole("finds")).unwrap_or(usize::MAX),
            form: example.optional_text("form").map(FormId::new),
            extent: example.optional_one_of("extent", &EXTENTS).unwrap_or_default(),
            cells: example.optional_fields("cells").map(texts).unwrap_or_default(),
            rows: example.optional_list("rows").into_iter().map(texts).collect(),
            lines: example.optional_list("lines").into_iter().map(texts).collect(),
            tables: example.optional_fields("tables").map(tables).unwrap_or_default(),
            origin: EXAMPLE_ORIGINS.into_iter().find_map(|(name, relation)| {
                let mut origin = example.optional_fields(name)?;
                let cells = origin.optional_fields("cells").map(texts).unwrap_or_default();
                let rows = origin.optional_list("rows").into_iter().map(texts).collect();
                Some(ExampleOrigin { relation, cells, rows })
            }),
        }
    }

    /// The tables that have rows here: what the example calls each, the table of the form, and the rows. `None` where
    /// the form has no such table.
    pub fn filled<'e>(&'e self, form: &'e Form) -> impl Iterator<Item = (&'e str, Option<&'e Table>, &'e Vec<Texts>)> {
        let named = [("rows", form.indicators(), &self.rows), ("lines", form.compositions().next(), &self.lines)];
        let others = self.tables.iter().map(|(id, rows)| (id.as_str(), form.table(id.as_str()), rows));
        named.into_iter().chain(others).filter(|(_, _, rows)| !rows.is_empty())
    }

    /// The id of a row of an example, by its position from 0.
    pub fn row_id(index: usize) -> RowId {
        RowId::new(format!("r{}", index.saturating_add(1)))
    }

    /// A row of an example: `id` names it where the form prints its rows.
    pub fn row(table: &Table, index: usize, texts: &[(CellId, String)]) -> Row {
        let own = |cell: &CellId| cell.as_str() == "id" && table.columns.iter().all(|column| column.id != *cell);
        let id = texts.iter().find(|(cell, _)| own(cell)).map(|(_, id)| RowId::new(id.as_str()));
        let mut row = Row::new(id.unwrap_or_else(|| Self::row_id(index)));
        row.cells = texts.iter().filter(|(cell, _)| !own(cell)).cloned().collect();
        row
    }

    /// The origin of the example's document, as documents carry it.
    pub fn origin(&self, form: &Form) -> Option<Origin> {
        let given = self.origin.as_ref()?;
        let mut carried = Carried { cells: given.cells.iter().cloned().collect(), ..Carried::default() };
        if let Some(table) = form.indicators().filter(|_| !given.rows.is_empty()) {
            let rows = given.rows.iter().enumerate();
            let rows = rows.map(|(index, texts)| (Self::row_id(index), texts.iter().cloned().collect())).collect();
            carried.tables.insert(table.id.clone(), rows);
        }
        let frozen = matches!(given.relation, Relation::Approved | Relation::Rated);
        let (frozen, before) = if frozen { (carried, Carried::default()) } else { (Carried::default(), carried) };
        Some(Origin {
            relation: given.relation,
            id: "origin".to_owned(),
            revision: 0,
            form: form.id.clone(),
            pack: PackRef { id: String::new(), edition: String::new(), sha256: String::new() },
            sha256: String::new(),
            frozen,
            before,
            rest: Default::default(),
        })
    }
}

fn tables(mut fields: Fields<'_>) -> Vec<(TableId, Vec<Texts>)> {
    let names = fields.names();
    let rows = |id| (TableId::new(id), fields.list(id).into_iter().map(texts).collect());
    names.into_iter().map(rows).collect()
}

fn texts(fields: Fields<'_>) -> Texts {
    fields.texts_by_name().into_iter().map(|(id, text)| (CellId::new(id), text)).collect()
}

impl fmt::Display for DataExample {
    /// The same TOML that examples of native rules are written in.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(form) = &self.form {
            writeln!(f, "form = \"{form}\"")?;
        }
        if self.extent == Extent::Excerpt {
            writeln!(f, "extent = \"excerpt\"")?;
        }
        if !self.cells.is_empty() {
            writeln!(f, "[cells]")?;
        }
        table(f, &self.cells)?;
        let named = [("rows".to_owned(), &self.rows), ("lines".to_owned(), &self.lines)];
        let others = self.tables.iter().map(|(id, rows)| (format!("tables.{id}"), rows));
        for (name, rows) in named.into_iter().chain(others) {
            for row in rows {
                writeln!(f, "[[{name}]]")?;
                table(f, row)?;
            }
        }
        let Some(origin) = &self.origin else { return Ok(()) };
        let name = origin.relation.name();
        if !origin.cells.is_empty() {
            writeln!(f, "[{name}.cells]")?;
        }
        table(f, &origin.cells)?;
        for row in &origin.rows {
            writeln!(f, "[[{name}.rows]]")?;
            table(f, row)?;
        }
        Ok(())
    }
}

fn table(f: &mut fmt::Formatter<'_>, texts: &[(CellId, String)]) -> fmt::Result {
    texts.iter().try_for_each(|(id, text)| {
        let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        writeln!(f, "\"{id}\" = \"{text}\"")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_shown_as_toml() {
        let example = DataExample {
            finds: 1,
            form: Some(FormId::fixed("f")),
            extent: Extent::Whole,
            cells: [("a".into(), "他说“好”\"\n".to_owned())].into(),
            rows: vec![[("level-3".into(), "长度".to_owned())].into()],
            lines: Vec::new(),
            tables: vec![("tasks".into(), vec![[("due".into(), "6月".to_owned())].into()])],
            origin: Some(ExampleOrigin {
                relation: Relation::Approved,
                cells: [("a".into(), "甲".to_owned())].into(),
                rows: vec![[("level-3".into(), "宽度".to_owned())].into()],
            }),
        };
        let shown = "form = \"f\"\n[cells]\n\"a\" = \"他说“好”\\\"\\n\"\n[[rows]]\n\"level-3\" = \"长度\"\n\
                     [[tables.tasks]]\n\"due\" = \"6月\"\n\
                     [approved.cells]\n\"a\" = \"甲\"\n[[approved.rows]]\n\"level-3\" = \"宽度\"\n";
        assert_eq!(example.to_string(), shown);
    }
}
