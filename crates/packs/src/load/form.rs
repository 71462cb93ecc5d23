//! Forms and frames: cells bound to concepts that exist.

use std::collections::{BTreeMap, BTreeSet};

use jibiao_model::{
    Block, Cell, CellId, Column, Concept, Form, FormId, Frame, Kind, Label, LevelOneSpec, LevelTwoSpec, Matrix,
    MatrixColumn, MatrixRow, Section, SectionId, Table, TableId,
};

use super::Problems;
use crate::source::{
    BlockSource, CellSource, ColumnSource, FormSource, FrameSource, LabelSource, MatrixSource, SectionSource,
    TableSource,
};

pub(super) fn frames(sources: &BTreeMap<String, FrameSource>) -> Vec<Frame> {
    let label = |source: &LabelSource| Label { zh: source.zh.clone(), en: source.en.clone() };
    sources
        .iter()
        .map(|(id, source)| Frame {
            id: id.clone(),
            execution_weight: source.execution_weight,
            basis: source.basis.clone(),
            levels: source
                .levels
                .iter()
                .map(|one| LevelOneSpec {
                    level: one.level,
                    label: label(&one.label),
                    weight: one.weight,
                    twos: one
                        .twos
                        .iter()
                        .map(|two| LevelTwoSpec { level: two.level, label: label(&two.label), expected: two.expected })
                        .collect(),
                })
                .collect(),
        })
        .collect()
}

/// Compiles one form; `None` when its frame is unknown (the problem is listed).
pub(super) fn compile(id: String, source: FormSource, frames: &[Frame], problems: &mut Problems) -> Option<Form> {
    let mut compiler = Compiler { file: format!("forms/{id}"), problems, bound: BTreeMap::new(), ids: BTreeSet::new() };
    let frame = frames.iter().find(|frame| frame.id == source.frame).cloned();
    if frame.is_none() {
        compiler.problem(format!("frame `{}` is not among the pack's frames", source.frame));
    }
    let sections = source.sections.into_iter().map(|section| compiler.section(section)).collect();
    let bound = compiler.bound;
    Some(Form {
        id: FormId::new(id),
        title: source.title.into(),
        summary: source.summary.into(),
        purpose: source.purpose,
        frame: frame?,
        money_unit: source.money_unit,
        basis: source.basis,
        sections,
        bound,
        landscape: source.landscape,
    })
}

struct Compiler<'p> {
    file: String,
    problems: &'p mut Problems,
    bound: BTreeMap<Concept, CellId>,
    ids: BTreeSet<String>,
}

impl Compiler<'_> {
    fn problem(&mut self, what: String) {
        self.problems.add(&self.file, what);
    }

    fn section(&mut self, source: SectionSource) -> Section {
        let blocks = source.blocks.into_iter().filter_map(|block| self.block(block)).collect();
        Section { id: SectionId::new(source.id), label: source.label.into(), help: source.help.into(), blocks }
    }

    fn block(&mut self, source: BlockSource) -> Option<Block> {
        match source {
            BlockSource { cells: Some(cells), matrix: None, table: None, note: None } => {
                Some(Block::Cells(cells.into_iter().filter_map(|cell| self.cell(cell)).collect()))
            }
            BlockSource { cells: None, matrix: Some(matrix), table: None, note: None } => Some(self.matrix(matrix)),
            BlockSource { cells: None, matrix: None, table: Some(table), note: None } => {
                Some(Block::Table(self.table(table)))
            }
            BlockSource { cells: None, matrix: None, table: None, note: Some(note) } => Some(Block::Note(note.into())),
            _ => {
                self.problem("a block holds exactly one of `cells`, `matrix`, `table` and `note`".to_owned());
                None
            }
        }
    }

    /// The concept and id of a cell, both resolved; the id is new in this form.
    fn name(&mut self, id: Option<String>, concept: Option<&str>) -> Option<(CellId, Option<Concept>)> {
        let resolved = match concept.map(str::parse::<Concept>) {
            Some(Ok(concept)) => Some(concept),
            Some(Err(_)) => {
                self.problem(format!("`{}` is not a concept", concept.unwrap_or_default()));
                return None;
            }
            None => None,
        };
        let Some(id) = id.or_else(|| concept.map(str::to_owned)) else {
            self.problem("a cell needs an `id` or a `concept`".to_owned());
            return None;
        };
        Some((CellId::new(id), resolved))
    }

    fn cell(&mut self, source: CellSource) -> Option<Cell> {
        let (id, concept) = self.name(source.id, source.concept.as_deref())?;
        if !self.ids.insert(id.to_string()) {
            self.problem(format!("cell `{id}` stands twice"));
        }
        if let Some(concept) = concept
            && self.bound.insert(concept, id.clone()).is_some()
        {
            self.problem(format!("two cells are bound to `{concept}`"));
        }
        Some(Cell {
            id,
            concept,
            kind: concept.map_or(Kind::Line, Concept::kind),
            label: source.label.into(),
            help: source.help.into(),
            example: source.example.into(),
            choices: source.choices,
            limit: source.limit,
            wide: source.wide,
            asked: !source.optional,
        })
    }

    fn matrix(&mut self, source: MatrixSource) -> Block {
        let mut cells = Vec::new();
        let mut rows = Vec::new();
        for row in source.rows {
            if row.cells.len() != source.columns.len() {
                self.problem(format!(
                    "row `{}` has {} cells for {} columns",
                    row.label.zh,
                    row.cells.len(),
                    source.columns.len()
                ));
            }
            let mut ids = Vec::new();
            for (concept, column) in row.cells.iter().zip(&source.columns) {
                if concept.is_empty() {
                    ids.push(None);
                    continue;
                }
                let label = LabelSource {
                    zh: format!("{}·{}", row.label.zh, column.zh),
                    en: format!("{}, {}", row.label.en, column.en),
                };
                let cell = self.cell(CellSource {
                    id: None,
                    concept: Some(concept.clone()),
                    label,
                    help: LabelSource::default(),
                    example: LabelSource::default(),
                    choices: Vec::new(),
                    limit: None,
                    wide: false,
                    optional: false,
                });
                ids.push(cell.as_ref().map(|cell| cell.id.clone()));
                cells.extend(cell);
            }
            rows.push(MatrixRow { label: row.label.into(), cells: ids });
        }
        let columns = source.columns.into_iter().map(|label| MatrixColumn { label: label.into() }).collect();
        Block::Matrix { matrix: Matrix { label: source.label.into(), columns, rows }, cells }
    }

    fn table(&mut self, source: TableSource) -> Table {
        let mut columns: Vec<Column> = Vec::new();
        for column in source.columns {
            if let Some(column) = self.column(column) {
                if columns.iter().any(|other| other.id == column.id) {
                    self.problem(format!("column `{}` stands twice in table `{}`", column.id, source.id));
                }
                columns.push(column);
            }
        }
        Table { id: TableId::new(source.id), label: source.label.into(), columns }
    }

    fn column(&mut self, source: ColumnSource) -> Option<Column> {
        let (id, concept) = self.name(source.id, source.concept.as_deref())?;
        Some(Column {
            id,
            concept,
            kind: concept.map_or(Kind::Line, Concept::kind),
            label: source.label.into(),
            group: source.group.map(Into::into),
            help: source.help.into(),
            choices: source.choices,
            width: source.width,
            optional: source.optional,
        })
    }
}
