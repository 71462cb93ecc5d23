//! What a rule looks at, and how it names places.

use std::{borrow::Cow, cell::OnceCell};

use jibiao_model::{
    Arg, Block, Cell, CellId, Concept, Form, Kind, MonitoringCard, Number, Place, RatingCard, Rounding, Row, RowId,
    Scorecard, SectionId, Stage, Table,
};
use jibiao_reading::{Indicator, Outside, Reading, Statements, WordSet, statements};

use crate::{
    Cards, Halt, RuleBook, Sink,
    around::{Around, Looked},
    places::Places,
    prose::Prose,
    subject::Subject,
};

/// What a rule looks at: the document as read, the form, the scorecard, the pack.
///
/// A check of a document that was checked before runs only the rules, and those only in the rows, that can find something
/// else. So whoever looks at rows of the indicators is noted ([`View::indicators`], [`View::card`] and its like); rules that
/// need no more than one row at a time go through them with [`View::each`].
#[derive(Debug)]
pub struct View<'a> {
    pub form: &'a Form,
    /// What was typed around the indicators.
    pub document: Around<'a>,
    /// What that means.
    pub reading: &'a Outside<'a>,
    pub book: &'a RuleBook,
    pub stage: Stage,
    indicators: &'a [Indicator<'a>],
    cards: &'a Cards,
    looked: &'a Looked,
    /// The indicator table.
    table: Option<&'a Table>,
    /// What the project is about, made when a rule first asks, and whether rows of indicators say so.
    subject: OnceCell<(Subject, bool)>,
    /// Where the cells with texts stand in the form: section, block, cell.
    texts: OnceCell<Vec<(usize, usize, usize)>>,
    /// What each of the texts states, in their order. Holds no borrow of its own, so that views stay covariant.
    stated: OnceCell<Vec<Statements>>,
    places: Places,
}

impl<'a> View<'a> {
    pub(crate) fn new(
        reading: &'a Reading<'a>,
        cards: &'a Cards,
        book: &'a RuleBook,
        stage: Stage,
        looked: &'a Looked,
    ) -> Self {
        let Reading { document, outside, indicators } = reading;
        let form = outside.form;
        Self {
            form,
            document: Around::new(document, outside.table, looked),
            reading: outside,
            book,
            stage,
            indicators,
            cards,
            looked,
            table: form.indicators(),
            subject: OnceCell::new(),
            texts: OnceCell::new(),
            stated: OnceCell::new(),
            places: Places::default(),
        }
    }

    /// The indicators in the order of the rows.
    pub fn indicators(&self) -> std::slice::Iter<'a, Indicator<'a>> {
        self.rows().iter()
    }

    /// The same, as a list.
    pub fn rows(&self) -> &'a [Indicator<'a>] {
        self.looked.note();
        self.indicators
    }

    /// Looks at the indicators one by one, in the order of the rows. What `check` finds in a row is said by that row and by
    /// what stands around the table: nothing is carried from one row to the next.
    ///
    /// # Errors
    /// The first [`Halt`] of `check`.
    pub fn each(
        &self,
        sink: &mut Sink<'_>,
        check: impl Fn(&Indicator<'_>, &mut Sink<'_>) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        // What was seen of other rows before may be part of what is asked.
        sink.each(self.indicators, &check, &|| self.looked.is_noted())
    }

    /// The same for a rule that looked at other rows before: a function has nothing of what was seen then. Once in a rule at
    /// most, because loops are told apart by their order.
    ///
    /// # Errors
    /// The first [`Halt`] of `check`.
    pub(crate) fn each_apart(
        &self,
        sink: &mut Sink<'_>,
        check: fn(&View<'_>, &Indicator<'_>, &mut Sink<'_>) -> Result<(), Halt>,
    ) -> Result<(), Halt> {
        let before = self.looked.take();
        let ended =
            sink.each(self.indicators, &|indicator, sink| check(self, indicator, sink), &|| self.looked.is_noted());
        if before {
            self.looked.note();
        }
        ended
    }

    /// The performance scorecard, on self-evaluations.
    pub fn card(&self) -> Option<&'a Scorecard> {
        self.looked.note();
        self.cards.performance.as_ref()
    }

    /// How far money and goals are, on monitoring sheets.
    pub fn monitoring(&self) -> Option<&'a MonitoringCard> {
        self.looked.note();
        self.cards.monitoring.as_ref()
    }

    /// What was rated, on rating sheets.
    pub fn rating(&self) -> Option<&'a RatingCard> {
        self.looked.note();
        self.cards.rating.as_ref()
    }

    /// The texts of the document outside tables, in the order printed: prose, and the form's own cells. Blank ones
    /// are left out.
    pub fn texts<'v>(&'v self) -> impl Iterator<Item = (&'a Cell, &'a str)> + use<'v, 'a> {
        let (form, document): (&'a Form, Around<'a>) = (self.form, self.document);
        let places = self.texts.get_or_init(|| text_places(form, &document));
        let cells = places.iter().filter_map(|(section, block, cell)| {
            match form.sections.get(*section)?.blocks.get(*block)? {
                Block::Cells(cells) | Block::Matrix { cells, .. } => cells.get(*cell),
                Block::Table(_) | Block::Note(_) => None,
            }
        });
        cells.map(move |cell| (cell, document.text(cell.id.as_str())))
    }

    /// What the project is about.
    pub(crate) fn subject(&self) -> &Subject {
        let (subject, of_rows) = self.subject.get_or_init(|| {
            let before = self.looked.take();
            let subject = Subject::of(self);
            let of_rows = self.looked.take();
            if before {
                self.looked.note();
            }
            (subject, of_rows)
        });
        // Whoever asks after the first looks at what that one looked at.
        if *of_rows {
            self.looked.note();
        }
        subject
    }

    /// The texts of the document outside tables with what they state in figures, read at the first question.
    pub(crate) fn prose<'v>(&'v self) -> impl Iterator<Item = Prose<'v>> + use<'v, 'a> {
        let stated = self.stated.get_or_init(|| self.texts().map(|(_, text)| statements(text)).collect());
        self.texts().zip(stated).map(|((cell, text), stated)| Prose { cell, text, stated })
    }

    /// A word list of the pack.
    pub fn words(&self, name: &'static str) -> &'a WordSet {
        let book: &'a RuleBook = self.book;
        book.vocabulary.list_at(self.places.of(name, &book.vocabulary))
    }

    /// A threshold of the pack.
    ///
    /// # Errors
    /// [`Halt`] where the pack has none; the loader refuses such a pack, so this is a second line of defence.
    pub fn number(&self, name: &str) -> Result<Number, Halt> {
        self.book.policy.numbers.get(name).copied().ok_or_else(|| Halt(format!("the pack has no number `{name}`")))
    }

    /// A threshold of the pack that is a count or a percentage.
    ///
    /// # Errors
    /// [`Halt`] where the pack has none, or where it is negative.
    pub fn count(&self, name: &str) -> Result<usize, Halt> {
        let number = self.number(name)?.fixed(0, Rounding::HalfUp);
        number.parse().map_err(|_| Halt(format!("`{name}` is {number}")))
    }

    /// A column of the indicator table.
    pub fn column(&self, concept: Concept) -> Option<&'a CellId> {
        self.table.and_then(|table| table.column(concept)).map(|column| &column.id)
    }

    /// The text in a column of an indicator's row; `None` where the form has no such column.
    pub fn row_text<'i>(&self, indicator: &Indicator<'i>, concept: Concept) -> Option<&'i str> {
        let column = self.column(concept)?;
        Some(indicator.typed.text(column.as_str()))
    }

    /// How a message names an indicator: by its name; where that is blank, by its level; else by its position.
    pub fn name(&self, indicator: &Indicator<'_>) -> Arg {
        let named = [indicator.name, indicator.level_two_text, indicator.level_one_text];
        let name = named.into_iter().map(str::trim).find(|text| !text.is_empty());
        Arg::Text(name.map_or_else(|| format!("#{}", indicator.index.saturating_add(1)), str::to_owned))
    }

    /// How a message names a row of any table: as the table names it, else by its position.
    pub(crate) fn line_name(&self, table: &Table, row: &Row, index: usize) -> Arg {
        let name = Some(table.row_name(|cell| row.text(cell))).filter(|name| !name.is_empty());
        Arg::Text(name.map_or_else(|| format!("#{}", index.saturating_add(1)), str::to_owned))
    }

    /// The whole document.
    pub fn at_document(&self) -> Place {
        place(String::new(), None)
    }

    /// A section.
    pub fn at_section(&self, section: &SectionId) -> Place {
        Place { section: Some(section.clone()), ..place(String::new(), None) }
    }

    /// The table of indicators as a whole.
    pub fn at_indicators(&self) -> Place {
        let Some(table) = self.reading.table else { return self.at_document() };
        Place { table: Some(table.clone()), ..place(format!("/tables/{table}"), self.section_of_table(table.as_str())) }
    }

    /// A table other than the indicators.
    pub fn at_table(&self, table: &Table) -> Place {
        Place {
            table: Some(table.id.clone()),
            ..place(format!("/tables/{}", escaped(table.id.as_str())), self.section_of_table(table.id.as_str()))
        }
    }

    /// A cell of a row of any table.
    pub fn at_line(&self, table: &Table, index: usize, row: &RowId, column: &CellId) -> Place {
        let at = self.at_table(table);
        Place {
            pointer: format!("{}/{index}/cells/{}", at.pointer, escaped(column.as_str())),
            row: Some(row.clone()),
            cell: Some(column.clone()),
            ..at
        }
    }

    /// The cell that is bound to a concept; the whole document where the form has none.
    pub fn at(&self, concept: Concept) -> Place {
        self.form.cell_of(concept).map_or_else(|| self.at_document(), |cell| self.at_cell(cell))
    }

    /// A cell outside tables.
    pub fn at_cell(&self, cell: &CellId) -> Place {
        let section = self.form.cells().find(|(_, c)| c.id == *cell).map(|(section, _)| section.id.clone());
        Place { cell: Some(cell.clone()), ..place(format!("/cells/{}", escaped(cell.as_str())), section) }
    }

    /// A row of the indicator table.
    pub fn at_row(&self, indicator: &Indicator<'_>) -> Place {
        let Some(table) = self.reading.table else { return self.at_document() };
        Place {
            table: Some(table.clone()),
            row: Some(indicator.row.clone()),
            ..place(
                format!("/tables/{}/{}", escaped(table.as_str()), indicator.index),
                self.section_of_table(table.as_str()),
            )
        }
    }

    /// A cell of a row: the column bound to a concept, on the indicator's own side of the row.
    pub fn at_row_cell(&self, indicator: &Indicator<'_>, concept: Concept) -> Place {
        let column = self.table.and_then(|table| table.column(indicator.column(concept)));
        let mut at = self.at_row(indicator);
        if let Some(column) = column {
            at.pointer.push_str("/cells/");
            at.pointer.push_str(&escaped(column.id.as_str()));
            at.cell = Some(column.id.clone());
        }
        at
    }

    fn section_of_table(&self, table: &str) -> Option<SectionId> {
        self.form.tables().find(|(_, t)| t.id.as_str() == table).map(|(section, _)| section.id.clone())
    }
}

/// The cells for prose, and the form's own ones, in which something is written.
fn text_places(form: &Form, document: &Around<'_>) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (section, of_section) in form.sections.iter().enumerate() {
        for (block, of_block) in of_section.blocks.iter().enumerate() {
            let (Block::Cells(cells) | Block::Matrix { cells, .. }) = of_block else { continue };
            for (index, cell) in cells.iter().enumerate() {
                let prose = cell.concept.is_none_or(|concept| concept.kind() == Kind::Prose);
                if prose && !document.text(cell.id.as_str()).trim().is_empty() {
                    found.push((section, block, index));
                }
            }
        }
    }
    found
}

fn place(pointer: String, section: Option<SectionId>) -> Place {
    Place { pointer, section, table: None, row: None, cell: None }
}

/// A reference token of a JSON Pointer (RFC 6901, section 3).
fn escaped(token: &str) -> Cow<'_, str> {
    if token.contains(['~', '/']) {
        Cow::Owned(token.replace('~', "~0").replace('/', "~1"))
    } else {
        Cow::Borrowed(token)
    }
}
