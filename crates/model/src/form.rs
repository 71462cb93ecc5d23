//! The definition of one official table: its sections, cells, tables and notes, in the order printed.
//!
//! A form is pack data. Names were resolved when the pack was loaded: whoever holds a [`Form`] holds one whose
//! cells are bound to concepts that exist.

use crate::{CellId, Concept, FormId, Kind, MoneyUnit, Number, Relation, RowId, SectionId, SortedMap, TableId};

/// A text in the two languages of the project.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Label {
    pub zh: String,
    pub en: String,
}

/// Which step of the year a form is for; it decides which rules and which score apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FormPurpose {
    /// 事前绩效评估: a rating sheet.
    ExAnte,
    /// 绩效目标申报: quality score.
    Declaration,
    /// 绩效目标审核: a rating sheet about a declaration.
    TargetReview,
    /// 绩效运行监控: lights.
    Monitoring,
    /// 绩效自评: performance score.
    SelfEvaluation,
    /// 抽查复核, 再评价: a rating sheet about a self-evaluation.
    ReEvaluation,
    /// 评价报告评级: a rating sheet about a report.
    ReportRating,
}

impl FormPurpose {
    /// All purposes, in the order of the year.
    pub const ALL: [Self; 7] = [
        Self::ExAnte,
        Self::Declaration,
        Self::TargetReview,
        Self::Monitoring,
        Self::SelfEvaluation,
        Self::ReEvaluation,
        Self::ReportRating,
    ];

    /// The name used in packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::ExAnte => "ex-ante",
            Self::Declaration => "declaration",
            Self::TargetReview => "target-review",
            Self::Monitoring => "monitoring",
            Self::SelfEvaluation => "self-evaluation",
            Self::ReEvaluation => "re-evaluation",
            Self::ReportRating => "report-rating",
        }
    }

    /// Whether somebody rates printed items on it.
    pub fn is_rating(self) -> bool {
        matches!(self, Self::ExAnte | Self::TargetReview | Self::ReEvaluation | Self::ReportRating)
    }
}

/// Whose targets a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Subject {
    /// 项目.
    #[default]
    Project,
    /// 部门（单位）整体.
    Department,
    /// 转移支付区域.
    Transfer,
}

impl Subject {
    /// All subjects.
    pub const ALL: [Self; 3] = [Self::Project, Self::Department, Self::Transfer];

    /// The name used in packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Department => "department",
            Self::Transfer => "transfer",
        }
    }
}

/// The meaning of a 一级指标.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LevelOne {
    Cost,
    Output,
    Benefit,
    Satisfaction,
    /// 过程, 决策, 投入, 管理: levels of local forms that are none of the four.
    Process,
}

/// The meaning of a 二级指标.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LevelTwo {
    Quantity,
    Quality,
    Timeliness,
    /// 成本指标 under 产出 (2015 frame).
    Cost,
    EconomicCost,
    SocialCost,
    EcologicalCost,
    EconomicBenefit,
    SocialBenefit,
    EcologicalBenefit,
    /// 可持续影响.
    Sustainability,
    /// 服务对象满意度.
    ServiceSatisfaction,
}

/// A 一级指标 of a frame.
#[derive(Clone, Debug)]
pub struct LevelOneSpec {
    pub level: LevelOne,
    /// As printed: 产出指标.
    pub label: Label,
    /// Points of this level by the frame's rule, where it states any.
    pub weight: Option<Number>,
    pub twos: Vec<LevelTwoSpec>,
}

/// A 二级指标 of a frame.
#[derive(Clone, Debug)]
pub struct LevelTwoSpec {
    pub level: LevelTwo,
    /// As printed: 数量指标.
    pub label: Label,
    /// Whether a whole table is expected to have at least one row of it.
    pub expected: bool,
}

/// An indicator frame: the tree of levels and the points of each.
#[derive(Clone, Debug)]
pub struct Frame {
    /// `2015`, `2021`.
    pub id: String,
    pub levels: Vec<LevelOneSpec>,
    /// Points of the execution rate in a self-evaluation.
    pub execution_weight: Number,
    /// Document number and clause that the split rests on.
    pub basis: String,
}

impl Frame {
    /// The specification of a 一级指标.
    pub fn one(&self, level: LevelOne) -> Option<&LevelOneSpec> {
        self.levels.iter().find(|spec| spec.level == level)
    }

    /// The 一级指标 that a 二级指标 stands under in this frame.
    pub fn parent(&self, level: LevelTwo) -> Option<LevelOne> {
        self.levels.iter().find(|one| one.twos.iter().any(|two| two.level == level)).map(|one| one.level)
    }
}

/// One cell outside tables.
#[derive(Clone, Debug)]
pub struct Cell {
    pub id: CellId,
    /// `None` for a pack's own extra cell: kept, shown, printed and exported, and usable by data rules.
    pub concept: Option<Concept>,
    pub kind: Kind,
    pub label: Label,
    /// Shown on request: what belongs here and how to say it well.
    pub help: Label,
    /// A text that would be good here.
    pub example: Label,
    /// Offered answers; other text stays possible.
    pub choices: Vec<String>,
    /// Whether several of the answers may be chosen.
    pub several: bool,
    /// The longest text the official form takes, in characters.
    pub limit: Option<u32>,
    /// Whether the cell takes a whole line of the paper.
    pub wide: bool,
    /// Whether a person is asked to fill it (a cell that repeats a computed figure may be left).
    pub asked: bool,
}

/// A row of a funds block.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    pub label: Label,
    /// One entry for each column; `None` is printed as —.
    pub cells: Vec<Option<CellId>>,
}

/// A column of a funds block.
#[derive(Clone, Debug)]
pub struct MatrixColumn {
    pub label: Label,
}

/// A funds block: rows of sources, columns of moments.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// The label at the left of the whole block: 项目资金（万元）, with the unit filled in by the page.
    pub label: Label,
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRow>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    pub id: CellId,
    pub concept: Option<Concept>,
    pub kind: Kind,
    pub label: Label,
    /// Printed above several neighbouring columns with the same text: 中期目标 / 年度目标.
    pub group: Option<Label>,
    pub help: Label,
    pub choices: Vec<String>,
    /// Share of the table's width, in thousandths.
    pub width: u16,
    /// Shown only where some row holds text in it, or on request: the separate sign and unit columns that
    /// some places print.
    pub optional: bool,
}

/// A table with any number of rows.
#[derive(Clone, Debug)]
pub struct Table {
    pub id: TableId,
    pub label: Label,
    pub columns: Vec<Column>,
    /// Rows that the official form prints, texts and all; blank documents begin with them. A table that has some takes no
    /// others.
    pub printed: Vec<PrintedRow>,
}

/// A row that the official form prints.
#[derive(Clone, Debug)]
pub struct PrintedRow {
    pub id: RowId,
    /// The printed texts; the other columns are to be filled in.
    pub cells: SortedMap<CellId, String>,
}

impl Table {
    /// The column bound to a concept.
    pub fn column(&self, concept: Concept) -> Option<&Column> {
        self.columns.iter().find(|column| column.concept == Some(concept))
    }

    /// What a row is called: its indicator, item, task or line, else its first text. `text` gives the texts of the row.
    pub fn row_name<'t>(&self, text: impl Fn(&str) -> &'t str) -> &'t str {
        let names = [Concept::LevelThree, Concept::RatingItem, Concept::Task, Concept::LineItem];
        let columns = names.into_iter().filter_map(|name| self.column(name)).chain(&self.columns);
        let mut texts = columns.map(|column| text(column.id.as_str()).trim());
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }
}

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Block {
    /// Labelled cells, two to a line unless wide.
    Cells(Vec<Cell>),
    /// The funds block. Its cells are listed beside its shape.
    Matrix { matrix: Matrix, cells: Vec<Cell> },
    /// A table with rows.
    Table(Table),
    /// A note printed on the form.
    Note(Label),
}

/// A section of a form; one entry of the task list.
#[derive(Clone, Debug)]
pub struct Section {
    pub id: SectionId,
    pub label: Label,
    /// What this section is for and what a good one holds, shown while it is empty.
    pub help: Label,
    pub blocks: Vec<Block>,
}

/// What a form takes over from another document of the circle.
#[derive(Clone, Debug)]
pub struct Carry {
    /// The purposes of the forms that it takes over from.
    pub from: Vec<FormPurpose>,
    pub relation: Relation,
    /// Taken over and not to be changed: (here, there).
    pub frozen: Vec<(Concept, Concept)>,
    /// Taken over as a beginning: (here, there).
    pub copied: Vec<(Concept, Concept)>,
    /// Kept in the account of the origin and filled in anew: the score of the period before.
    pub remembered: Vec<(Concept, Concept)>,
}

/// One official table.
#[derive(Clone, Debug)]
pub struct Form {
    pub id: FormId,
    pub title: Label,
    /// When to use this form rather than a sister form.
    pub summary: Label,
    pub purpose: FormPurpose,
    pub subject: Subject,
    /// The place whose table it is; `None` for the tables of the whole country, and of a pack that is of one place.
    pub place: Option<Label>,
    pub frame: Frame,
    /// The unit of amounts unless the document's own cell says otherwise.
    pub money_unit: MoneyUnit,
    /// Document number and attachment that the layout follows.
    pub basis: Vec<String>,
    pub sections: Vec<Section>,
    /// Which cell is bound to a concept; made once at load.
    pub bound: SortedMap<Concept, CellId>,
    /// Whether a wide sheet prints better on its side.
    pub landscape: bool,
    /// What it takes over from which other documents, the likeliest first.
    pub carries: Vec<Carry>,
}

impl Form {
    /// All cells outside tables, in the order printed.
    pub fn cells(&self) -> impl Iterator<Item = (&Section, &Cell)> {
        self.sections.iter().flat_map(|section| {
            section.blocks.iter().flat_map(move |block| {
                let cells: &[Cell] = match block {
                    Block::Cells(cells) | Block::Matrix { cells, .. } => cells,
                    Block::Table(_) | Block::Note(_) => &[],
                };
                cells.iter().map(move |cell| (section, cell))
            })
        })
    }

    /// All tables with rows.
    pub fn tables(&self) -> impl Iterator<Item = (&Section, &Table)> {
        self.sections.iter().flat_map(|section| {
            section.blocks.iter().filter_map(move |block| match block {
                Block::Table(table) => Some((section, table)),
                _ => None,
            })
        })
    }

    /// The table of indicators: the one with a column for 三级指标.
    pub fn indicators(&self) -> Option<&Table> {
        self.tables().map(|(_, table)| table).find(|table| table.column(Concept::LevelThree).is_some())
    }

    /// Whether the form has points to compute: a self-evaluation whose rows have some. A transfer's has none.
    pub fn is_scored(&self) -> bool {
        let points = self.indicators().and_then(|table| table.column(Concept::Weight));
        self.purpose == FormPurpose::SelfEvaluation && points.is_some()
    }

    /// Compositions of the funds: tables whose rows are amounts, each for something.
    pub fn compositions(&self) -> impl Iterator<Item = &Table> {
        self.tables().map(|(_, table)| table).filter(|table| table.column(Concept::LineItem).is_some())
    }

    /// 年度主要任务 of a department.
    pub fn tasks(&self) -> Option<&Table> {
        self.tables().map(|(_, table)| table).find(|table| table.column(Concept::Task).is_some())
    }

    /// The items of a rating sheet.
    pub fn rated(&self) -> Option<&Table> {
        self.tables().map(|(_, table)| table).find(|table| table.column(Concept::RatingItem).is_some())
    }

    /// The cell with this id.
    pub fn cell(&self, id: &str) -> Option<&Cell> {
        self.cells().map(|(_, cell)| cell).find(|cell| cell.id.as_str() == id)
    }

    /// The cell bound to a concept.
    pub fn cell_of(&self, concept: Concept) -> Option<&CellId> {
        self.bound.get(&concept)
    }

    /// The table with this id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables().map(|(_, table)| table).find(|table| table.id.as_str() == id)
    }
}
