//! A form made ready for drawing: labels of one language, choices, and which control each cell gets. Made once when
//! a form is opened or the language changes, and shared by every part.

use jibiao_kit::{
    Concept, Demands, Draft, Language, Relation, RowId, Words, WorkedExample,
    model::{Block, Cell, CellId, Column, Form, Kind, Label, LevelOne, MoneyUnit, SectionId, Table, TableId},
};
use yew::AttrValue;

use super::Shared;

/// A form made ready for drawing.
#[derive(Debug)]
pub(crate) struct FormSpec {
    pub(crate) title: AttrValue,
    pub(crate) landscape: bool,
    pub(crate) money_unit: MoneyUnit,
    /// The year and the unit of amounts stand in the line under the title, as on paper.
    pub(crate) year: Option<Shared<FieldSpec>>,
    pub(crate) unit: Option<Shared<FieldSpec>>,
    pub(crate) sections: Vec<SectionSpec>,
    /// Whether some table has columns of amounts.
    pub(crate) lists_amounts: bool,
    /// Whether the pack shows the form filled in.
    pub(crate) has_example: bool,
}

#[derive(Debug)]
pub(crate) struct SectionSpec {
    pub(crate) id: SectionId,
    pub(crate) label: AttrValue,
    pub(crate) help: AttrValue,
    pub(crate) blocks: Vec<BlockSpec>,
}

#[derive(Debug)]
pub(crate) enum BlockSpec {
    Cells(Vec<Shared<FieldSpec>>),
    Matrix(MatrixSpec),
    Table(Shared<TableSpec>),
    Note(AttrValue),
}

#[derive(Debug)]
pub(crate) struct MatrixSpec {
    pub(crate) label: AttrValue,
    pub(crate) columns: Vec<AttrValue>,
    pub(crate) rows: Vec<(AttrValue, Vec<Option<Shared<FieldSpec>>>)>,
}

/// The control of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// One line.
    Line,
    /// Text that grows.
    Area,
    /// Offered answers, other text possible.
    Choice,
    /// A figure: right-aligned, decimal keyboard.
    Figure,
}

#[derive(Debug)]
pub(crate) struct FieldSpec {
    pub(crate) id: CellId,
    pub(crate) concept: Option<Concept>,
    pub(crate) kind: Kind,
    pub(crate) control: Control,
    pub(crate) label: AttrValue,
    /// The label with the row it stands in, for those who hear the sheet.
    pub(crate) name: AttrValue,
    pub(crate) help: AttrValue,
    pub(crate) example: AttrValue,
    /// Texts as they go into the document, and as they are shown.
    pub(crate) choices: Vec<(AttrValue, AttrValue)>,
    pub(crate) limit: Option<u32>,
    pub(crate) wide: bool,
    pub(crate) asked: bool,
    /// Left blank, it stops the form.
    pub(crate) must: bool,
}

#[derive(Debug)]
pub(crate) struct TableSpec {
    pub(crate) id: TableId,
    pub(crate) label: AttrValue,
    pub(crate) columns: Vec<ColumnSpec>,
    /// The levels of the frame with what is offered under each.
    pub(crate) levels: Vec<LevelSpec>,
    /// Every 二级指标 of the frame, for rows whose 一级指标 is not known yet.
    pub(crate) all_twos: Vec<(AttrValue, AttrValue)>,
    /// Every 一级指标 of the frame.
    pub(crate) ones: Vec<(AttrValue, AttrValue)>,
    pub(crate) indicators: bool,
    /// Whether the pack shows the table filled in.
    pub(crate) has_example: bool,
    /// The names of the columns that are hidden until they are used; blank where they are only sign and unit.
    pub(crate) optional: AttrValue,
    /// Rows that the form prints, with the cells whose texts it prints.
    pub(crate) printed: Vec<(RowId, Vec<CellId>)>,
}

#[derive(Debug)]
pub(crate) struct LevelSpec {
    pub(crate) level: LevelOne,
    pub(crate) label: AttrValue,
    pub(crate) text: AttrValue,
    pub(crate) twos: Vec<(AttrValue, AttrValue)>,
    /// The 二级指标 that a whole table is expected to have, as typed.
    pub(crate) expected: Vec<AttrValue>,
}

#[derive(Debug)]
pub(crate) struct ColumnSpec {
    pub(crate) field: FieldSpec,
    pub(crate) group: Option<AttrValue>,
    pub(crate) width: u16,
    pub(crate) optional: bool,
}

/// The form's specification; made anew only for another form or language.
pub(crate) type Spec = Shared<FormSpec>;

impl FormSpec {
    pub(crate) fn of(draft: &Draft, language: Language) -> Spec {
        let (pack, form) = (draft.pack(), draft.form());
        let document = draft.document();
        let explained =
            form.cell_of(Concept::AdjustmentReason).is_some_and(|cell| !document.text(cell.as_str()).is_empty());
        let adjusted = explained || document.origin(Relation::Adjusted).is_some();
        let demands = Demands::of(pack, form);
        let example = pack.example(&form.id);
        let maker = Maker { words: Words::new(pack, form, language), language, form, adjusted, demands, example };
        Shared::new(maker.form())
    }

    pub(crate) fn table(&self, id: &TableId) -> Option<&Shared<TableSpec>> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(BlockSpec::table).find(|table| table.id == *id)
    }

    /// Where a cell or column is told how it is read and shown.
    pub(crate) fn kind(&self, field: &super::Field) -> Option<Kind> {
        match field {
            super::Field::Cell(cell) => self.cells().find(|spec| spec.id == *cell).map(|spec| spec.kind),
            super::Field::Row { table, column, .. } => {
                let table = self.table(table)?;
                table.columns.iter().find(|spec| spec.field.id == *column).map(|spec| spec.field.kind)
            }
        }
    }

    /// All cells outside tables.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Shared<FieldSpec>> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        self.year.iter().chain(&self.unit).chain(blocks.flat_map(BlockSpec::fields))
    }
}

impl TableSpec {
    /// Whether the form prints the text of a cell.
    pub(crate) fn prints(&self, row: &str, column: &str) -> bool {
        let is_cell = |cell: &CellId| cell.as_str() == column;
        self.printed.iter().any(|(id, cells)| id.as_str() == row && cells.iter().any(is_cell))
    }

    /// What names a row: the indicator, the item, else the first column.
    pub(crate) fn naming(&self) -> Option<&ColumnSpec> {
        let names = [Concept::LevelThree, Concept::LineItem, Concept::Task, Concept::RatingItem];
        let named = |column: &&ColumnSpec| column.field.concept.is_some_and(|concept| names.contains(&concept));
        self.columns.iter().find(named).or(self.columns.first())
    }
}

impl BlockSpec {
    pub(crate) fn table(&self) -> Option<&Shared<TableSpec>> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) fn fields(&self) -> Vec<&Shared<FieldSpec>> {
        match self {
            Self::Cells(fields) => fields.iter().collect(),
            Self::Matrix(matrix) => matrix.rows.iter().flat_map(|(_, cells)| cells.iter().flatten()).collect(),
            Self::Table(_) | Self::Note(_) => Vec::new(),
        }
    }
}

struct Maker<'a> {
    words: Words<'a>,
    language: Language,
    form: &'a Form,
    /// Whether the reason for an adjustment has a place on the paper.
    adjusted: bool,
    /// What may not stay blank.
    demands: Demands,
    example: Option<&'a WorkedExample>,
}

impl Maker<'_> {
    fn label(&self, label: &Label) -> AttrValue {
        let text = match self.language {
            Language::Zh => &label.zh,
            Language::En => &label.en,
        };
        AttrValue::from(text.clone())
    }

    /// A choice goes into the document in Chinese; readers of English see both.
    fn offered(&self, label: &Label) -> (AttrValue, AttrValue) {
        let text = AttrValue::from(label.zh.clone());
        let shown = match self.language {
            Language::Zh => text.clone(),
            Language::En => AttrValue::from(format!("{} {}", label.zh, label.en)),
        };
        (text, shown)
    }

    fn form(&self) -> FormSpec {
        let form = self.form;
        let one = |concept| {
            let cell = form.cell_of(concept)?;
            form.cell(cell.as_str()).map(|cell| Shared::new(self.cell(cell)))
        };
        FormSpec {
            title: self.label(&form.title),
            landscape: form.landscape,
            money_unit: form.money_unit,
            year: one(Concept::Year),
            unit: one(Concept::MoneyUnit),
            has_example: self.example.is_some(),
            lists_amounts: form
                .tables()
                .any(|(_, table)| table.columns.iter().any(|column| column.kind == Kind::Money)),
            sections: form
                .sections
                .iter()
                .map(|section| SectionSpec {
                    id: section.id.clone(),
                    label: self.label(&section.label),
                    help: self.label(&section.help),
                    blocks: section.blocks.iter().map(|block| self.block(block)).collect(),
                })
                .collect(),
        }
    }

    fn block(&self, block: &Block) -> BlockSpec {
        match block {
            Block::Cells(cells) => {
                let elsewhere = [Some(Concept::Year), Some(Concept::MoneyUnit)];
                let absent = (!self.adjusted).then_some(Concept::AdjustmentReason);
                let here = cells.iter().filter(|cell| !elsewhere.contains(&cell.concept));
                let here = here.filter(|cell| cell.concept.is_none() || cell.concept != absent);
                BlockSpec::Cells(here.map(|cell| Shared::new(self.cell(cell))).collect())
            }
            Block::Matrix { matrix, cells } => {
                let columns: Vec<AttrValue> = matrix.columns.iter().map(|column| self.label(&column.label)).collect();
                let rows = matrix.rows.iter().map(|row| {
                    let label = self.label(&row.label);
                    let fields = row.cells.iter().zip(&columns).map(|(id, column)| {
                        let cell = cells.iter().find(|cell| Some(&cell.id) == id.as_ref())?;
                        let name = AttrValue::from(format!("{label} {column}"));
                        Some(Shared::new(FieldSpec { name, ..self.cell(cell) }))
                    });
                    (label.clone(), fields.collect())
                });
                let rows = rows.collect();
                BlockSpec::Matrix(MatrixSpec { label: self.label(&matrix.label), columns, rows })
            }
            Block::Table(table) => BlockSpec::Table(Shared::new(self.table(table))),
            Block::Note(label) => BlockSpec::Note(self.label(label)),
        }
    }

    fn cell(&self, cell: &Cell) -> FieldSpec {
        let label = self.label(&cell.label);
        FieldSpec {
            id: cell.id.clone(),
            concept: cell.concept,
            kind: cell.kind,
            control: control(cell.kind, !cell.choices.is_empty()),
            name: AttrValue::from(self.words.cell(cell.id.as_str())),
            label,
            help: self.label(&cell.help),
            example: self.label(&cell.example),
            choices: cell.choices.iter().map(|text| (text.clone().into(), text.clone().into())).collect(),
            limit: cell.limit,
            wide: cell.wide,
            asked: cell.asked,
            must: self.demands.cell(&cell.id),
        }
    }

    fn table(&self, table: &Table) -> TableSpec {
        let levels: Vec<LevelSpec> = (self.form.frame.levels.iter())
            .map(|one| {
                let (text, label) = self.offered(&one.label);
                let expected = one.twos.iter().filter(|two| two.expected);
                LevelSpec {
                    level: one.level,
                    text,
                    label,
                    twos: one.twos.iter().map(|two| self.offered(&two.label)).collect(),
                    expected: expected.map(|two| AttrValue::from(two.label.zh.clone())).collect(),
                }
            })
            .collect();
        TableSpec {
            id: table.id.clone(),
            label: self.label(&table.label),
            columns: table.columns.iter().map(|column| self.column(&table.id, column)).collect(),
            ones: levels.iter().map(|one| (one.text.clone(), one.label.clone())).collect(),
            all_twos: levels.iter().flat_map(|one| one.twos.iter().cloned()).collect(),
            levels,
            indicators: table.column(Concept::LevelThree).is_some(),
            has_example: self.example.is_some_and(|example| example.tables.contains_key(&table.id)),
            optional: self.optional(table),
            printed: table.printed.iter().map(|row| (row.id.clone(), row.cells.keys().cloned().collect())).collect(),
        }
    }

    /// The hidden columns by name, where they are more than sign and unit.
    fn optional(&self, table: &Table) -> AttrValue {
        let usual = |column: &&Column| matches!(column.concept, Some(Concept::Operator | Concept::Unit));
        let optional = || table.columns.iter().filter(|column| column.optional);
        if optional().all(|column| usual(&column)) {
            return AttrValue::default();
        }
        let names: Vec<AttrValue> = optional().map(|column| self.label(&column.label)).collect();
        let between = if self.language == Language::Zh { "、" } else { ", " };
        AttrValue::from(names.iter().map(AttrValue::as_str).collect::<Vec<_>>().join(between))
    }

    fn column(&self, table: &TableId, column: &Column) -> ColumnSpec {
        let label = self.label(&column.label);
        let level = matches!(column.concept, Some(Concept::LevelOne | Concept::LevelTwo | Concept::WholeLevelTwo));
        let control = match control(column.kind, level || !column.choices.is_empty()) {
            // Cells of a table wrap, as they do on paper.
            Control::Line => Control::Area,
            other => other,
        };
        let name = match &column.group {
            Some(group) => AttrValue::from(format!("{} {label}", self.label(group))),
            None => label.clone(),
        };
        ColumnSpec {
            field: FieldSpec {
                id: column.id.clone(),
                concept: column.concept,
                kind: column.kind,
                control,
                label,
                name,
                help: self.label(&column.help),
                example: AttrValue::default(),
                choices: column.choices.iter().map(|text| (text.clone().into(), text.clone().into())).collect(),
                limit: None,
                wide: false,
                asked: true,
                must: self.demands.column(table, &column.id),
            },
            group: column.group.as_ref().map(|group| self.label(group)),
            width: column.width,
            optional: column.optional,
        }
    }
}

fn control(kind: Kind, choices: bool) -> Control {
    match kind {
        _ if choices => Control::Choice,
        Kind::Prose => Control::Area,
        Kind::Money | Kind::Number | Kind::Percent => Control::Figure,
        Kind::Line | Kind::Year | Kind::Date | Kind::Period | Kind::Choice | Kind::Value => Control::Line,
    }
}
