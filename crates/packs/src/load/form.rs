//! Forms and frames: cells bound to concepts that exist.

use jibiao_model::{
    Block, Carry, Cell, CellId, Column, Concept, Form, FormId, FormPurpose, Frame, Kind, Label, LevelOne, LevelOneSpec,
    LevelTwo, LevelTwoSpec, Matrix, MatrixColumn, MatrixRow, MoneyUnit, PrintedRow, Relation, RowId, Section,
    SectionId, SortedMap, Table, TableId,
};
use jibiao_rules::{Fields, choices};

pub(super) fn frames(mut files: Fields<'_>) -> Vec<Frame> {
    let frame = |id: &str, mut file: Fields<'_>| Frame {
        id: id.to_owned(),
        execution_weight: file.number("execution-weight"),
        basis: file.text("basis"),
        levels: file.list("levels").into_iter().map(level_one).collect(),
    };
    let mut frames = Vec::new();
    for id in files.names() {
        let name = ["frames/", id].concat();
        frames.push(frame(id, files.file(id, &name)));
    }
    frames
}

fn level_one(mut one: Fields<'_>) -> LevelOneSpec {
    LevelOneSpec {
        level: one.one_of("level", &choices::LEVEL_ONES).unwrap_or(LevelOne::Cost),
        label: one.label("label"),
        weight: one.optional_number("weight"),
        twos: one.list("twos").into_iter().map(level_two).collect(),
    }
}

fn level_two(mut two: Fields<'_>) -> LevelTwoSpec {
    LevelTwoSpec {
        level: two.one_of("level", &choices::LEVEL_TWOS).unwrap_or(LevelTwo::Cost),
        label: two.label("label"),
        expected: two.flag("expected"),
    }
}

/// All forms but those whose frame is unknown.
pub(super) fn forms(mut files: Fields<'_>, frames: &[Frame]) -> Vec<Form> {
    let mut forms = Vec::new();
    for id in files.names() {
        let name = ["forms/", id].concat();
        forms.extend(form(id, files.file(id, &name), frames));
    }
    forms
}

fn form(id: &str, mut file: Fields<'_>, frames: &[Frame]) -> Option<Form> {
    let name = file.text("frame");
    let frame = frames.iter().find(|frame| frame.id == name).cloned();
    if frame.is_none() && !name.is_empty() {
        file.tell(["frame `", &name, "` is not among the pack's frames"]);
    }
    let mut cells = Cells { bound: Vec::new(), ids: Vec::new() };
    let sections: Vec<Section> = file.list("sections").into_iter().map(|section| cells.section(section)).collect();
    let carries = file.optional_list("carry").into_iter().map(|carry| self::carry(carry, &sections)).collect();
    Some(Form {
        id: FormId::new(id),
        title: file.label("title"),
        summary: file.label("summary"),
        purpose: file.one_of("purpose", &choices::PURPOSES).unwrap_or(FormPurpose::Declaration),
        subject: file.optional_one_of("subject", &choices::SUBJECTS).unwrap_or_default(),
        place: file.optional_label("place"),
        money_unit: file.one_of("money-unit", &choices::MONEY_UNITS).unwrap_or(MoneyUnit::Yuan),
        basis: file.texts("basis"),
        sections,
        bound: cells.bound.into_iter().collect(),
        landscape: file.flag("landscape"),
        carries,
        frame: frame?,
    })
}

/// The cells of one form so far.
struct Cells {
    bound: Vec<(Concept, CellId)>,
    ids: Vec<CellId>,
}

impl Cells {
    fn section(&mut self, mut section: Fields<'_>) -> Section {
        Section {
            id: SectionId::new(section.text("id")),
            label: section.label("label"),
            help: section.optional_label("help").unwrap_or_default(),
            blocks: section.list("blocks").into_iter().filter_map(|block| self.block(block)).collect(),
        }
    }

    fn block(&mut self, mut block: Fields<'_>) -> Option<Block> {
        match *block.names() {
            ["cells"] => {
                Some(Block::Cells(block.list("cells").into_iter().filter_map(|cell| self.cell(cell)).collect()))
            }
            ["matrix"] => Some(self.matrix(block.fields("matrix"))),
            ["table"] => Some(Block::Table(table(block.fields("table")))),
            ["note"] => Some(Block::Note(block.label("note"))),
            _ => {
                block.tell(["a block holds exactly one of `cells`, `matrix`, `table` and `note`"]);
                block.give_up();
                None
            }
        }
    }

    fn cell(&mut self, mut source: Fields<'_>) -> Option<Cell> {
        let name = name(&mut source);
        let cell = Cell {
            kind: kind(&mut source, name.as_ref().and_then(|(_, concept)| *concept)),
            label: source.label("label"),
            help: source.optional_label("help").unwrap_or_default(),
            example: source.optional_label("example").unwrap_or_default(),
            choices: source.optional_texts("choices"),
            several: source.flag("several"),
            limit: source.optional_whole("limit"),
            wide: source.flag("wide"),
            asked: !source.flag("optional"),
            ..blank()
        };
        let (id, concept) = name?;
        Some(self.bind(cell, id, concept, &source))
    }

    /// A cell under its name, which is new in this form.
    fn bind(&mut self, cell: Cell, id: CellId, concept: Option<Concept>, at: &Fields<'_>) -> Cell {
        if self.ids.contains(&id) {
            at.tell(["cell `", id.as_str(), "` stands twice"]);
        }
        if let Some(concept) = concept {
            if self.bound.iter().any(|(other, _)| *other == concept) {
                at.tell(["two cells are bound to `", &concept.to_string(), "`"]);
            }
            self.bound.push((concept, id.clone()));
        }
        self.ids.push(id.clone());
        Cell { id, concept, kind: concept.map_or(cell.kind, Concept::kind), ..cell }
    }

    fn matrix(&mut self, mut source: Fields<'_>) -> Block {
        let columns = source.labels("columns");
        let mut cells = Vec::new();
        let mut rows = Vec::new();
        for mut row in source.list("rows") {
            // Concept of each column's cell; a blank one is printed as —.
            let (label, names) = (row.label("label"), row.texts("cells"));
            if names.len() != columns.len() {
                row.tell(["there are as many `cells` in a row as there are `columns`"]);
            }
            let mut ids = Vec::new();
            for (name, column) in names.iter().zip(&columns) {
                let cell = concept(name, &row).map(|concept| {
                    let label = Label {
                        zh: [label.zh.as_str(), "·", &column.zh].concat(),
                        en: [label.en.as_str(), ", ", &column.en].concat(),
                    };
                    self.bind(Cell { label, ..blank() }, CellId::new(name.as_str()), Some(concept), &row)
                });
                ids.push(cell.as_ref().map(|cell| cell.id.clone()));
                cells.extend(cell);
            }
            rows.push(MatrixRow { label, cells: ids });
        }
        let columns = columns.into_iter().map(|label| MatrixColumn { label }).collect();
        Block::Matrix { matrix: Matrix { label: source.label("label"), columns, rows }, cells }
    }
}

/// A cell before anything is said about it.
fn blank() -> Cell {
    Cell {
        id: CellId::fixed(""),
        concept: None,
        kind: Kind::Line,
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

fn table(mut source: Fields<'_>) -> Table {
    let mut columns: Vec<Column> = Vec::new();
    for column in source.list("columns") {
        columns.extend(self::column(column, &columns));
    }
    let mut printed: Vec<PrintedRow> = Vec::new();
    for mut row in source.optional_list("rows") {
        let id = RowId::new(row.text("id"));
        if printed.iter().any(|other| other.id == id) {
            row.tell(["row `", id.as_str(), "` stands twice"]);
        }
        let cells = printed_cells(row.fields("cells"), &columns);
        printed.push(PrintedRow { id, cells });
    }
    Table { id: TableId::new(source.text("id")), label: source.label("label"), columns, printed }
}

/// The printed texts of a row, by column.
fn printed_cells(mut source: Fields<'_>, columns: &[Column]) -> SortedMap<CellId, String> {
    let mut cells = Vec::new();
    for name in source.names() {
        if !columns.iter().any(|column| column.id.as_str() == name) {
            source.tell(["the table has no column `", name, "`"]);
        }
        cells.push((CellId::new(name), source.text(name)));
    }
    cells.into_iter().collect()
}

/// What is taken over from another document.
fn carry(mut source: Fields<'_>, sections: &[Section]) -> Carry {
    Carry {
        from: source.all_of("from", &choices::PURPOSES),
        relation: source.one_of("relation", &choices::ORIGINS).unwrap_or(Relation::Approved),
        frozen: pairs(&mut source, "frozen", sections),
        copied: pairs(&mut source, "copied", sections),
        remembered: pairs(&mut source, "remembered", sections),
    }
}

/// Concepts here and there: `target`, or `fund.total.initial = fund.total.year` where they differ. Those that the form
/// has no place for are passed over, so that a form like another needs no list of its own; what is only remembered needs
/// no place.
fn pairs<'a>(source: &mut Fields<'a>, field: &'a str, sections: &[Section]) -> Vec<(Concept, Concept)> {
    let known = |concept: Concept| {
        sections.iter().flat_map(|section| &section.blocks).any(|block| match block {
            Block::Cells(cells) | Block::Matrix { cells, .. } => cells.iter().any(|cell| cell.concept == Some(concept)),
            Block::Table(table) => table.column(concept).is_some(),
            Block::Note(_) => false,
        })
    };
    let mut pairs = Vec::new();
    for entry in source.optional_texts(field) {
        let (here, there) = entry.split_once('=').unwrap_or((&entry, &entry));
        if let (Some(here), Some(there)) = (concept(here.trim(), source), concept(there.trim(), source)) {
            pairs.extend((field == "remembered" || known(here)).then_some((here, there)));
        }
    }
    pairs
}

fn column(mut source: Fields<'_>, before: &[Column]) -> Option<Column> {
    let name = name(&mut source);
    let (label, group) = (source.label("label"), source.optional_label("group"));
    let help = source.optional_label("help").unwrap_or_default();
    let (choices, optional) = (source.optional_texts("choices"), source.flag("optional"));
    let width = u16::try_from(source.whole("width")).unwrap_or_else(|_| {
        source.tell(["`width` is a share of the table in thousandths"]);
        0
    });
    let kind = kind(&mut source, name.as_ref().and_then(|(_, concept)| *concept));
    let (id, concept) = name?;
    if before.iter().any(|other| other.id == id) {
        source.tell(["column `", id.as_str(), "` stands twice"]);
    }
    Some(Column { id, concept, kind, label, group, help, choices, width, optional })
}

/// What the text of a cell or column is: a concept says so itself, a cell of the form's own is a line of text unless its
/// `kind` says otherwise.
fn kind(source: &mut Fields<'_>, concept: Option<Concept>) -> Kind {
    let own = source.optional_one_of("kind", &choices::KINDS);
    if concept.is_some() && own.is_some() {
        source.tell(["`kind` is for cells of the form's own: a concept has a kind"]);
    }
    concept.map(Concept::kind).or(own).unwrap_or(Kind::Line)
}

/// The id and concept of a cell or column; one that has no id is named after its concept.
fn name(source: &mut Fields<'_>) -> Option<(CellId, Option<Concept>)> {
    match (source.optional_text("id"), source.optional_text("concept")) {
        (id, Some(name)) => {
            let concept = concept(&name, source)?;
            Some((CellId::new(id.unwrap_or(name)), Some(concept)))
        }
        (Some(id), None) => Some((CellId::new(id), None)),
        (None, None) => {
            source.tell(["a cell needs an `id` or a `concept`"]);
            None
        }
    }
}

/// A concept by its name; none where the name is blank.
fn concept(name: &str, at: &Fields<'_>) -> Option<Concept> {
    let concept = name.parse().ok();
    if concept.is_none() && !name.is_empty() {
        at.tell(["`", name, "` is not a concept"]);
    }
    concept
}
