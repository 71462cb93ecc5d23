//! Names in a data rule's file: cells, columns, word lists and numbers. Each is resolved once for every form when the
//! pack is loaded; checking looks nothing up by name.

use jibiao_model::{CellId, Column, Concept, Form, FormId, FormPurpose, Kind, Number, Table, TableId};
use jibiao_reading::{Chosen, Vocabulary, WordSet, chosen};

use super::Fields;
use crate::Policy;

/// A cell that a rule names, by its place among the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellRef(usize);

/// A table that a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TableRef(usize);

/// A column that a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ColumnRef(usize);

/// What a rule's file may name, and what it has named so far.
pub(super) struct Names<'a> {
    forms: Vec<&'a Form>,
    vocabulary: &'a Vocabulary,
    policy: &'a Policy,
    told: usize,
    cells: Vec<Name>,
    tables: Vec<TableName>,
    columns: Vec<(TableRef, Name)>,
}

/// A cell or a column: by its meaning or, where the pack invented it, by its id.
#[derive(Clone, Debug, PartialEq)]
enum Name {
    Meaning(Concept),
    Own(CellId),
}

#[derive(Clone, Debug, PartialEq)]
enum TableName {
    Indicators,
    Id(TableId),
    /// The one table with this column.
    With(Name),
    /// Every table but that of the indicators that has one of these columns.
    Every(Vec<Name>),
}

impl Name {
    fn new(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Own(CellId::new(text)), Self::Meaning)
    }

    fn in_form(&self, form: &Form) -> Option<Slot> {
        let id = match self {
            Self::Meaning(concept) => form.cell_of(*concept)?,
            Self::Own(id) => id,
        };
        let cell = form.cell(id.as_str())?;
        let choices = cell.choices.clone();
        Some(Slot { id: cell.id.clone(), kind: cell.kind, concept: cell.concept, choices })
    }

    fn column<'t>(&self, table: &'t Table) -> Option<&'t Column> {
        match self {
            Self::Meaning(concept) => table.column(*concept),
            Self::Own(id) => table.columns.iter().find(|column| column.id == *id),
        }
    }

    fn in_table(&self, table: &Table) -> Option<Slot> {
        let column = self.column(table)?;
        let choices = column.choices.clone();
        Some(Slot { id: column.id.clone(), kind: column.kind, concept: column.concept, choices })
    }
}

impl TableName {
    /// The tables of a form that are meant: one, but for `Every`.
    fn in_form<'f>(&self, form: &'f Form) -> Vec<&'f Table> {
        let tables = || form.tables().map(|(_, table)| table);
        match self {
            Self::Indicators => form.indicators().into_iter().collect(),
            Self::Id(id) => form.table(id.as_str()).into_iter().collect(),
            Self::With(name) => tables().find(|table| name.column(table).is_some()).into_iter().collect(),
            Self::Every(names) => {
                let indicators = form.indicators().map(|table| &table.id);
                let meant = |table: &&Table| {
                    Some(&table.id) != indicators && names.iter().any(|name| name.column(table).is_some())
                };
                tables().filter(meant).collect()
            }
        }
    }
}

/// A cell or a column of a form.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) id: CellId,
    pub(super) kind: Kind,
    pub(super) concept: Option<Concept>,
    /// The answers that the form prints.
    pub(super) choices: Vec<String>,
}

impl Slot {
    /// The printed answer that a text chooses, however it was marked; else the text.
    pub(super) fn said<'s>(&'s self, text: &'s str) -> &'s str {
        if self.choices.is_empty() || text.is_empty() {
            return text;
        }
        match chosen(text, &self.choices) {
            Chosen::Answer(answer) => answer,
            _ => text,
        }
    }
}

/// A table of a form.
#[derive(Clone, Debug)]
pub(super) struct BoundTable {
    pub(super) id: TableId,
    /// Whether its rows are indicators, which are read as such.
    pub(super) indicators: bool,
}

/// What the names of a rule stand for in one form; `None` where the form has no such thing. Where a rule looks at every
/// table of a kind and the form has several, there is one of these for each.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) form: FormId,
    /// Whether it stands for a further table, so that what is not about such tables was looked at already.
    pub(super) further: bool,
    pub(super) purpose: FormPurpose,
    cells: Vec<Option<Slot>>,
    tables: Vec<Option<BoundTable>>,
    columns: Vec<Option<Slot>>,
}

impl Bound {
    pub(super) fn cell(&self, cell: CellRef) -> Option<&Slot> {
        self.cells.get(cell.0)?.as_ref()
    }

    pub(super) fn table(&self, table: TableRef) -> Option<&BoundTable> {
        self.tables.get(table.0)?.as_ref()
    }

    pub(super) fn column(&self, column: ColumnRef) -> Option<&Slot> {
        self.columns.get(column.0)?.as_ref()
    }
}

impl<'a> Names<'a> {
    pub(super) fn new(
        forms: &[&'a Form],
        purposes: &[FormPurpose],
        vocabulary: &'a Vocabulary,
        policy: &'a Policy,
        told: usize,
    ) -> Self {
        let forms = forms.iter().copied().filter(|form| purposes.contains(&form.purpose)).collect();
        Self { forms, vocabulary, policy, told, cells: Vec::new(), tables: Vec::new(), columns: Vec::new() }
    }

    /// What the names stand for in each form; of two forms with one id the first counts.
    pub(super) fn bound(&self) -> Vec<Bound> {
        let several = |form: &Form| self.tables.iter().map(|name| name.in_form(form).len()).max().unwrap_or_default();
        let mut bound: Vec<Bound> = Vec::new();
        for form in &self.forms {
            if !bound.iter().any(|other| other.form == form.id) {
                bound.extend((0..several(form).max(1)).map(|nth| self.bound_in(form, nth)));
            }
        }
        bound
    }

    fn bound_in(&self, form: &Form, nth: usize) -> Bound {
        let tables: Vec<Option<&Table>> = self.tables.iter().map(|name| name.in_form(form).get(nth).copied()).collect();
        let table = |at: &TableRef| tables.get(at.0).copied().flatten();
        let indicators = form.indicators().map(|table| &table.id);
        Bound {
            form: form.id.clone(),
            further: nth > 0,
            purpose: form.purpose,
            cells: self.cells.iter().map(|name| name.in_form(form)).collect(),
            tables: tables
                .iter()
                .map(|table| {
                    let id = table.as_ref()?.id.clone();
                    Some(BoundTable { indicators: Some(&id) == indicators, id })
                })
                .collect(),
            columns: self.columns.iter().map(|(at, name)| name.in_table(table(at)?)).collect(),
        }
    }

    /// A cell outside tables that at least one of the looked-at forms has.
    pub(super) fn cell(&mut self, text: &str, at: &Fields<'_>) -> Option<CellRef> {
        let name = Name::new(text);
        if !self.forms.iter().any(|form| name.in_form(form).is_some()) {
            at.tell(["no form of the rule's purposes has a cell `", text, "`"]);
            return None;
        }
        Some(CellRef(position(&mut self.cells, name)))
    }

    pub(super) fn cells(&mut self, names: &[String], at: &Fields<'_>) -> Vec<CellRef> {
        names.iter().filter_map(|name| self.cell(name, at)).collect()
    }

    /// The table that the field `table` names; without it the one of the first column, and the indicators where that is
    /// one of theirs or no column is named.
    pub(super) fn table<'f>(&mut self, fields: &mut Fields<'f>, first: Option<&String>) -> TableRef {
        let name = match fields.optional_text("table") {
            Some(id) => {
                let name = TableName::Id(TableId::new(id.as_str()));
                if self.forms.iter().all(|form| name.in_form(form).is_empty()) {
                    fields.tell(["no form of the rule's purposes has a table `", &id, "`"]);
                }
                name
            }
            None => first.map_or(TableName::Indicators, |column| self.table_with(column, fields)),
        };
        TableRef(position(&mut self.tables, name))
    }

    /// Every table but that of the indicators that has one of the columns.
    pub(super) fn every_table(&mut self, columns: &[String]) -> TableRef {
        let name = TableName::Every(columns.iter().map(|column| Name::new(column)).collect());
        TableRef(position(&mut self.tables, name))
    }

    fn table_with(&self, column: &str, at: &Fields<'_>) -> TableName {
        let name = Name::new(column);
        if self.forms.iter().any(|form| form.indicators().is_some_and(|table| name.column(table).is_some())) {
            return TableName::Indicators;
        }
        let several = self.forms.iter().find(|form| {
            let with = form.tables().filter(|(_, table)| name.column(table).is_some());
            with.count() > 1
        });
        if let Some(form) = several {
            let form = form.id.as_str();
            at.tell(["form `", form, "` has several tables with a column `", column, "`: name one as `table`"]);
        }
        TableName::With(name)
    }

    /// A column of a table that at least one of the looked-at forms has.
    pub(super) fn column(&mut self, text: &str, table: TableRef, at: &Fields<'_>) -> Option<ColumnRef> {
        let name = Name::new(text);
        let whose = self.tables.get(table.0)?;
        let tables: Vec<&Table> = self.forms.iter().flat_map(|form| whose.in_form(form)).collect();
        if !tables.iter().any(|table| name.column(table).is_some()) {
            let place = match whose {
                TableName::Indicators => "the table of indicators",
                // A table that is nowhere was told as such.
                TableName::Id(_) if tables.is_empty() => return None,
                TableName::Id(id) => id.as_str(),
                TableName::With(first) if *first == name => "any table",
                TableName::Every(_) if tables.is_empty() => "any table",
                TableName::With(_) => "that table",
                TableName::Every(_) => "those tables",
            };
            at.tell(["`", text, "` is not a column of ", place, " in the forms of the rule's purposes"]);
            return None;
        }
        Some(ColumnRef(position(&mut self.columns, (table, name))))
    }

    pub(super) fn columns(&mut self, names: &[String], table: TableRef, at: &Fields<'_>) -> Vec<ColumnRef> {
        names.iter().filter_map(|name| self.column(name, table, at)).collect()
    }

    /// Whether the table is that of the indicators.
    pub(super) fn is_indicators(&self, table: TableRef) -> bool {
        let name = self.tables.get(table.0);
        let meant =
            |form: &Form, id: &TableId| name.is_some_and(|name| name.in_form(form).iter().any(|table| table.id == *id));
        name == Some(&TableName::Indicators)
            || self.forms.iter().any(|form| form.indicators().is_some_and(|table| meant(form, &table.id)))
    }

    /// How many problems the pack had before anything of the rule was named.
    pub(super) fn told(&self) -> usize {
        self.told
    }

    /// How many forms there are.
    pub(super) fn forms(&self) -> usize {
        self.forms.len()
    }

    /// A form by its id.
    pub(super) fn form(&self, id: &str, at: &Fields<'_>) -> Option<FormId> {
        let found = self.forms.iter().find(|form| form.id.as_str() == id);
        if found.is_none() {
            at.tell(["no form of the rule's purposes is called `", id, "`"]);
        }
        found.map(|form| form.id.clone())
    }

    /// The kinds that a cell has in the forms.
    pub(super) fn kinds_of_cell(&self, cell: CellRef) -> Vec<Option<Kind>> {
        let name = self.cells.get(cell.0);
        self.forms.iter().map(|form| Some(name?.in_form(form)?.kind)).collect()
    }

    /// The kinds that a column has in the forms.
    pub(super) fn kinds_of_column(&self, column: ColumnRef) -> Vec<Option<Kind>> {
        let Some((table, name)) = self.columns.get(column.0) else { return Vec::new() };
        let table = self.tables.get(table.0);
        // Of several tables the first that has the column tells its kind.
        let kind = |form| table?.in_form(form).into_iter().find_map(|table| Some(name.in_table(table)?.kind));
        self.forms.iter().map(|form| kind(form)).collect()
    }

    /// A word list of the vocabulary.
    pub(super) fn list(&self, name: &str, at: &Fields<'_>) -> WordSet {
        if !self.vocabulary.lists.contains_key(name) {
            at.tell(["the vocabulary has no list `", name, "`"]);
        }
        self.vocabulary.list(name).clone()
    }

    /// A decimal, or a number of the policy by its name.
    pub(super) fn number(&self, text: &str, at: &Fields<'_>) -> Number {
        if let Ok(number) = text.parse() {
            return number;
        }
        let number = self.policy.numbers.get(text).copied();
        // A text that is missing was told as such.
        if number.is_none() && !text.is_empty() {
            at.tell(["the policy has no number `", text, "`"]);
        }
        number.unwrap_or(Number::ZERO)
    }

    /// The number in a field, if there is one.
    pub(super) fn optional_number<'f>(&self, fields: &mut Fields<'f>, key: &'f str) -> Option<Number> {
        fields.optional_text(key).map(|text| self.number(&text, fields))
    }
}

/// Where a name stands among the others; it is added where it is new.
fn position<T: PartialEq>(names: &mut Vec<T>, name: T) -> usize {
    names.iter().position(|other| *other == name).unwrap_or_else(|| {
        names.push(name);
        names.len().saturating_sub(1)
    })
}
