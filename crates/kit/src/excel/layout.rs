//! Documents out: the form as it is printed, drawn on a sheet.

use jibiao_model::{Block, Cell as FormCell, Concept, Label, Matrix, Section};
use jibiao_reading::read_money_unit;
use jibiao_sheet::{Area, Cell, Print, Style, Workbook};
use jibiao_wording::Language;

use super::{
    fields,
    paper::{Paper, Span},
    record::{self, Record, Shown},
    tables,
};
use crate::{Draft, canonical, digest, words::name};

/// How documents are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exporting {
    /// The language of labels and of what the kit says.
    pub language: Language,
    /// A blank form to be filled in: it has rows ready, and each copy that comes back is a document of its own.
    pub template: bool,
}

/// A workbook, and what a spreadsheet could not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    pub workbook: Workbook,
    /// Texts that are longer than a cell of a spreadsheet may be: cut where they are seen, whole in the hidden sheet.
    /// Sheet, row and column, counted from 0.
    pub too_long: Vec<(usize, u32, u32)>,
}

/// Documents as one workbook: a sheet for each, and a hidden one that holds them whole.
pub fn workbook(drafts: &[&Draft], how: Exporting) -> Export {
    let mut export = Export { workbook: Workbook::default(), too_long: Vec::new() };
    let mut records = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        let (paper, record) = Drawing::new(draft, how, at).draw();
        for row in &paper.sheet.rows {
            let long = row.cells.iter().filter(|cell| fields::is_too_long(&cell.text));
            export.too_long.extend(long.map(|cell| (at, row.at, cell.column)));
        }
        export.workbook.sheets.push(paper.sheet);
        export.workbook.names.extend(paper.names);
        records.push(record);
    }
    export.workbook.sheets.push(record::sheet(&records, &name(how.language, "excel-hidden-sheet")));
    export
}

impl Draft {
    /// This document as a workbook.
    pub fn workbook(&self, how: Exporting) -> Export {
        workbook(&[self], how)
    }
}

/// A form that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) draft: &'a Draft,
    pub(super) how: Exporting,
    pub(super) paper: Paper,
    pub(super) record: Record,
    /// Tables whose last row is not known yet: the next row that is drawn ends them.
    open: Vec<usize>,
}

impl<'a> Drawing<'a> {
    fn new(draft: &'a Draft, how: Exporting, at: usize) -> Self {
        let mut shares = vec![6_u32];
        shares.extend(widest(draft));
        // The first shares of the whole are those of the left labels.
        let rest: u32 = shares.iter().skip(1).sum::<u32>().max(1);
        if let Some(first) = shares.first_mut() {
            *first = rest.checked_div(16).unwrap_or(0).max(1);
        }
        let form = draft.form();
        let paper = Paper::new(at, how.of(&form.title), form.landscape, &shares);
        let record = Record {
            token: ["jibiao:", &at.saturating_add(1).to_string(), ":", &draft.document().id].concat(),
            template: how.template,
            digest: digest(draft.document()),
            json: canonical(draft.document()),
            ..Record::default()
        };
        Self { draft, how, paper, record, open: Vec::new() }
    }

    fn draw(mut self) -> (Paper, Record) {
        self.head();
        let form = self.draft.form();
        for section in &form.sections {
            self.section(section);
        }
        let end = self.paper.row().saturating_sub(1);
        self.foot();
        let last = self.paper.row().saturating_sub(1);
        let imprint = self.imprint();
        self.paper.sheet.print = Some(Print {
            landscape: form.landscape,
            area: Some(Area { top: 0, left: 0, bottom: last, right: self.paper.last() }),
            repeated: tables::repeated(&self.record, form, end),
            footer: imprint,
        });
        (self.paper, self.record)
    }

    fn head(&mut self) {
        let all = self.paper.from(0);
        let title = self.how.of(&self.draft.form().title).to_owned();
        self.paper.put(all, Cell { style: Style::Title, text: title, ..Cell::default() });
        let token = self.record.token.clone();
        self.paper.put_mark(&token);
        self.paper.height(420);
        self.paper.end_row();
        let unit = self.say("excel-unit", &[("unit", self.unit())]);
        self.paper.put(all, Cell { style: Style::LineEnd, text: unit, ..Cell::default() });
        self.paper.end_row();
    }

    /// The unit of amounts: the document's own, else the one that is printed.
    fn unit(&self) -> &'static str {
        let form = self.draft.form();
        let chosen = form.cell_of(Concept::MoneyUnit).map(|cell| self.draft.document().text(cell.as_str()));
        chosen.and_then(read_money_unit).unwrap_or(form.money_unit).label()
    }

    fn foot(&mut self) {
        let all = self.paper.spans(0, &[2, 2, 1]);
        for (span, key) in all.into_iter().zip(["excel-seal-unit", "excel-seal-head", "excel-seal-date"]) {
            let text = self.say(key, &[]);
            self.paper.put(span, Cell { style: Style::Seal, text, ..Cell::default() });
        }
        self.end_tables();
        self.paper.height(600);
        self.paper.end_row();
        let all = self.paper.from(0);
        let text = self.imprint();
        self.paper.put(all, Cell { style: Style::Imprint, text, ..Cell::default() });
        self.paper.end_row();
    }

    fn imprint(&self) -> String {
        let document = self.draft.document();
        let (pack, revision) = (document.pack.to_string(), document.revision.to_string());
        if self.how.template {
            return self.say("excel-imprint-blank", &[("pack", &pack), ("digest", short(&document.pack.sha256))]);
        }
        let code = crate::receipt_code(document);
        self.say("excel-imprint", &[("pack", &pack), ("id", &document.id), ("revision", &revision), ("code", &code)])
    }

    pub(super) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, std::borrow::Cow<'_, str>)> =
            args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        crate::words::kit_messages().of(self.how.language).render(key, &args)
    }

    fn section(&mut self, section: &'a Section) {
        let begin = self.paper.row();
        // Short labelled cells alone stand across the whole paper; everything else has its name at the left.
        let named = section.blocks.iter().any(|block| match block {
            Block::Cells(cells) => cells.iter().any(|cell| cell.wide && cell.kind == jibiao_model::Kind::Prose),
            Block::Matrix { .. } | Block::Table(_) => true,
            Block::Note(_) => false,
        });
        let first = u32::from(named);
        for block in &section.blocks {
            match block {
                Block::Cells(cells) => self.cells(first, cells),
                Block::Matrix { matrix, cells } => self.matrix(first, matrix, cells),
                Block::Table(table) => tables::draw(self, first, table),
                Block::Note(label) => self.note(first, label),
            }
        }
        let end = self.paper.row();
        if named && end > begin {
            let text = self.how.of(&section.label).to_owned();
            self.paper.label_left(begin, end.saturating_sub(1), &text);
        }
    }

    fn cells(&mut self, first: u32, cells: &'a [FormCell]) {
        let mut waiting: Option<&FormCell> = None;
        for cell in cells {
            if cell.wide {
                if let Some(before) = waiting.take() {
                    self.line(first, &[before]);
                }
                self.line(first, &[cell]);
            } else if let Some(before) = waiting.take() {
                self.line(first, &[before, cell]);
            } else {
                waiting = Some(cell);
            }
        }
        if let Some(last) = waiting {
            self.line(first, &[last]);
        }
    }

    /// One line of labelled cells.
    fn line(&mut self, first: u32, cells: &[&'a FormCell]) {
        let spans = self.paper.spans(first, &[3, 7, 3, 7]);
        for (index, cell) in cells.iter().enumerate() {
            let at = index.saturating_mul(2);
            let (Some(label), Some(value)) = (spans.get(at), spans.get(at.saturating_add(1))) else { continue };
            // The last one of a line takes all that is left of it.
            let last = index.saturating_add(1) == cells.len();
            let value = if last { Span { left: value.left, right: self.paper.last() } } else { *value };
            let text = self.how.of(&cell.label).to_owned();
            self.paper.put(*label, Cell { style: Style::Label, text, ..Cell::default() });
            self.field(value, cell);
        }
        self.end_tables();
        self.paper.end_row();
    }

    /// A cell that somebody fills in.
    fn field(&mut self, span: Span, cell: &FormCell) {
        let row = self.paper.row();
        let area = Area { top: row, left: span.left, bottom: row, right: span.right };
        self.paper.put(span, fields::cell(cell.kind, self.draft.document().text(cell.id.as_str())));
        self.paper.offer(area, &cell.choices);
        let shown = self.shown("c", cell.id.as_str(), Area::cell(row, span.left));
        self.record.cells.push(shown);
    }

    /// A cell of its own name on the sheet.
    pub(super) fn shown(&mut self, prefix: &str, id: &str, area: Area) -> Shown {
        let plain: String =
            id.chars().map(|sign| if sign.is_alphanumeric() || sign == '.' { sign } else { '_' }).collect();
        let base = ["jb_", prefix, "_", &plain].concat();
        let mut name = base.clone();
        let mut copy: u32 = 2;
        while self.paper.names.iter().any(|known| known.name.eq_ignore_ascii_case(&name)) {
            name = format!("{base}_{copy}");
            copy = copy.saturating_add(1);
        }
        self.paper.name(&name, area);
        Shown { id: id.to_owned(), name, area }
    }

    fn matrix(&mut self, first: u32, matrix: &'a Matrix, cells: &'a [FormCell]) {
        let mut shares = vec![3];
        shares.extend(matrix.columns.iter().map(|_| 2));
        let spans = self.paper.spans(first, &shares);
        let corner = self.say("excel-in-unit", &[("label", self.how.of(&matrix.label)), ("unit", self.unit())]);
        let headers = matrix.columns.iter().map(|column| self.how.of(&column.label).to_owned());
        let texts: Vec<String> = std::iter::once(corner).chain(headers).collect();
        for (span, text) in spans.iter().zip(texts) {
            self.paper.put(*span, Cell { style: Style::Header, text, ..Cell::default() });
        }
        self.end_tables();
        self.paper.end_row();
        for row in &matrix.rows {
            let mut spans = spans.iter();
            if let Some(span) = spans.next() {
                let text = self.how.of(&row.label).to_owned();
                self.paper.put(*span, Cell { style: Style::Label, text, ..Cell::default() });
            }
            for (span, id) in spans.zip(&row.cells) {
                match cells.iter().find(|cell| Some(&cell.id) == id.as_ref()) {
                    Some(cell) => self.field(*span, cell),
                    None => {
                        self.paper.put(*span, Cell { style: Style::Absent, text: "—".into(), ..Cell::default() });
                    }
                }
            }
            self.paper.end_row();
        }
    }

    fn note(&mut self, first: u32, label: &Label) {
        let span = self.paper.from(first);
        let text = self.how.of(label).to_owned();
        self.paper.put(span, Cell { style: Style::Note, text, ..Cell::default() });
        self.end_tables();
        self.paper.end_row();
    }

    /// Says that the row in work is the first one behind the last table.
    pub(super) fn end_tables(&mut self) {
        for at in std::mem::take(&mut self.open) {
            let area = Area::cell(self.paper.row(), 0);
            let Some(id) = self.record.tables.get(at).map(|table| table.id.clone()) else { continue };
            let shown = self.shown("e", &id, area);
            if let Some(table) = self.record.tables.get_mut(at) {
                table.end = shown.name;
                table.end_area = area;
            }
        }
    }

    /// Remembers that a table was drawn.
    pub(super) fn drawn(&mut self, table: record::ShownTable) {
        self.open.push(self.record.tables.len());
        self.record.tables.push(table);
    }
}

impl Exporting {
    pub(super) fn of(self, label: &Label) -> &str {
        match self.language {
            Language::Zh => &label.zh,
            Language::En => &label.en,
        }
    }
}

/// The shares of the part of the form that has the most columns: all others are laid on these.
fn widest(draft: &Draft) -> Vec<u32> {
    let blocks = draft.form().sections.iter().flat_map(|section| &section.blocks);
    let shares = blocks.filter_map(|block| match block {
        Block::Table(table) => {
            let columns = tables::shown(draft, table);
            Some(columns.iter().map(|column| u32::from(column.width.max(40))).collect::<Vec<_>>())
        }
        Block::Matrix { matrix, .. } => {
            let columns = matrix.columns.iter().map(|_| 2);
            Some(std::iter::once(3).chain(columns).collect())
        }
        Block::Cells(_) | Block::Note(_) => None,
    });
    // Of several the first: the others are laid on it.
    let mut widest = vec![3, 7, 3, 7];
    for shares in shares {
        if shares.len() > widest.len() {
            widest = shares;
        }
    }
    widest
}

/// So much of a digest as a person reads aloud.
fn short(digest: &str) -> &str {
    digest.get(..16).unwrap_or(digest)
}
