//! A small self-evaluation to score: a form built by hand, and documents written as a few texts.

use jibiao_model::{
    Block, Cell, CellId, Column, Concept, Document, Extent, Form, FormId, FormPurpose, Frame, FundMoment, FundSource,
    Label, LevelOne, LevelTwo, Line, LineSubject, MoneyUnit, Number, PackRef, Row, RowId, Scorecard, Section,
    SectionId, SortedMap, Table, TableId,
};
use jibiao_reading::{Reading, Vocabulary, WordSet};
use jibiao_score::{Grade, Method, QualityScoring, Scoring, performance};

pub(crate) fn n(text: &str) -> Number {
    text.parse().unwrap()
}

/// The columns of a row, in the order in which [`Sheet::row`] takes their texts.
const COLUMNS: [(&str, Concept); 6] = [
    ("level-2", Concept::LevelTwo),
    ("level-3", Concept::LevelThree),
    ("target", Concept::Target),
    ("actual", Concept::Actual),
    ("weight", Concept::Weight),
    ("score", Concept::Score),
];

/// A self-evaluation in work.
pub(crate) struct Sheet {
    pub(crate) form: Form,
    pub(crate) document: Document,
    pub(crate) method: Method,
}

impl Sheet {
    pub(crate) fn new() -> Self {
        let form = form();
        let pack = PackRef { id: "test".into(), edition: "1".into(), sha256: String::new() };
        let document = Document::new("sheet", pack, form.id.clone());
        Self { form, document, method: scoring().method }
    }

    /// A sheet whose execution rate is full: 10 of 10 points.
    pub(crate) fn executed() -> Self {
        Self::new().cell("fund.total.annual", "50").cell("fund.total.executed", "50")
    }

    pub(crate) fn cell(mut self, cell: &str, text: &str) -> Self {
        self.document.cells.insert(CellId::new(cell), text.to_owned());
        self
    }

    /// A row: level 2, name, target, actual, weight, score.
    pub(crate) fn row(mut self, texts: [&str; 6]) -> Self {
        let mut row = Row::new(self.document.fresh_row_id());
        for ((column, _), text) in COLUMNS.iter().zip(texts) {
            row.cells.insert(CellId::fixed(column), text.to_owned());
        }
        self.document.tables.get_or_default(TableId::fixed("indicators")).push(row);
        self
    }

    /// A row under 数量指标 of which only target, actual and weight matter.
    pub(crate) fn quantity(self, target: &str, actual: &str, weight: &str) -> Self {
        self.row(["数量指标", "新建道路长度", target, actual, weight, ""])
    }

    pub(crate) fn excerpt(mut self) -> Self {
        self.document.extent = Extent::Excerpt;
        self
    }

    pub(crate) fn card(&self) -> Scorecard {
        let scoring = Scoring { method: self.method.clone(), ..scoring() };
        performance(&Reading::of(&self.form, &self.document, &vocabulary()), &scoring)
    }

    /// With a pack that states something else.
    pub(crate) fn stated(mut self, change: impl FnOnce(&mut Method)) -> Self {
        change(&mut self.method);
        self
    }

    /// The line of the first row.
    pub(crate) fn first_row(&self) -> Line {
        self.card().lines.into_iter().find(|line| line.subject != LineSubject::Execution).unwrap()
    }

    /// The line of the execution rate.
    pub(crate) fn execution(&self) -> Line {
        self.card().lines.into_iter().find(|line| line.subject == LineSubject::Execution).unwrap()
    }
}

/// The rounded points of a line, or its bounds.
pub(crate) fn points(line: &Line) -> String {
    shown(&line.points)
}

/// `9.8`, or `0..10` where undetermined.
pub(crate) fn shown(points: &jibiao_model::Points) -> String {
    match points {
        jibiao_model::Points::Determined { rounded, .. } => rounded.to_string(),
        jibiao_model::Points::Undetermined { low, high } => format!("{low}..{high}"),
    }
}

pub(crate) fn scoring() -> Scoring {
    let grades = [("优", "90"), ("良", "80"), ("中", "60"), ("差", "0")];
    let grades: Vec<Grade> =
        grades.into_iter().map(|(name, from)| Grade { name: name.to_owned(), from: n(from) }).collect();
    let method =
        Method { tolerance: n("0.05"), grades: grades.clone(), basis: vec!["basis".to_owned()], ..Method::default() };
    Scoring { method, quality: QualityScoring { grades, ..QualityScoring::default() }, ..Scoring::default() }
}

pub(crate) fn vocabulary() -> Vocabulary {
    let list = |words: &[&str]| WordSet::new(words.iter().map(ToString::to_string));
    Vocabulary {
        level_one: vec![("产出".to_owned(), LevelOne::Output)],
        level_two: vec![
            ("数量".to_owned(), LevelTwo::Quantity),
            ("成本".to_owned(), LevelTwo::Cost),
            ("满意".to_owned(), LevelTwo::ServiceSatisfaction),
        ],
        lists: SortedMap::from([
            ("lower-is-better".to_owned(), list(&["投诉"])),
            ("higher-cost".to_owned(), list(&["节约率"])),
        ]),
        ..Vocabulary::default()
    }
}

pub(crate) fn form() -> Form {
    let funds = [FundSource::Total, FundSource::Fiscal, FundSource::Carryover, FundSource::Other]
        .into_iter()
        .flat_map(|source| FundMoment::ALL.into_iter().map(move |moment| Concept::Fund(source, moment)));
    let concepts: Vec<Concept> =
        [Concept::MoneyUnit, Concept::TotalWeight, Concept::TotalScore].into_iter().chain(funds).collect();
    let cells = concepts.iter().map(|concept| cell(*concept)).collect();
    let columns = COLUMNS.iter().map(|(id, concept)| column(id, *concept)).collect();
    let table = Table { id: TableId::fixed("indicators"), label: Label::default(), columns, printed: Vec::new() };
    let section = |id, block| Section {
        id: SectionId::fixed(id),
        label: Label::default(),
        help: Label::default(),
        blocks: vec![block],
    };
    Form {
        id: FormId::fixed("self-evaluation"),
        title: Label::default(),
        summary: Label::default(),
        purpose: FormPurpose::SelfEvaluation,
        frame: Frame { id: "2015".into(), levels: Vec::new(), execution_weight: n("10"), basis: String::new() },
        money_unit: MoneyUnit::TenThousandYuan,
        basis: Vec::new(),
        sections: vec![section("head", Block::Cells(cells)), section("indicators", Block::Table(table))],
        bound: concepts.iter().map(|concept| (*concept, CellId::new(concept.to_string()))).collect(),
        subject: jibiao_model::Subject::Project,
        place: None,
        landscape: false,
        carries: Vec::new(),
    }
}

pub(crate) fn cell(concept: Concept) -> Cell {
    Cell {
        id: CellId::new(concept.to_string()),
        concept: Some(concept),
        kind: concept.kind(),
        label: Label::default(),
        help: Label::default(),
        example: Label::default(),
        choices: Vec::new(),
        several: false,
        limit: None,
        wide: false,
        asked: true,
    }
}

pub(crate) fn column(id: &'static str, concept: Concept) -> Column {
    Column {
        id: CellId::fixed(id),
        concept: Some(concept),
        kind: concept.kind(),
        label: Label::default(),
        group: None,
        help: Label::default(),
        choices: Vec::new(),
        width: 100,
        optional: false,
    }
}

pub(crate) fn row_id(text: &'static str) -> RowId {
    RowId::fixed(text)
}
