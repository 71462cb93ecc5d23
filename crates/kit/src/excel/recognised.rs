//! Tables from elsewhere: other layouts, merged cells, moved columns, headers anywhere. What is printed on them says what
//! each text is; what says nothing is listed.

use jibiao_model::{Block, CellId, Concept, Edit, FormPurpose, Kind, MoneyUnit};
use jibiao_reading::{Vocabulary, read_money_unit};
use jibiao_table::{Fate as RowFate, Mapping, Plan, Use, plan, recognise};
use serde_json::json;

use super::{
    funds, labelled,
    labels::Labels,
    report::{Arrival, Fate, Imported, Origin},
    view::View,
};
use crate::{Draft, roster::stated};

/// The field of a document that keeps texts without a place.
const KEPT: &str = "unplaced";

/// How many texts have to be found before a sheet is taken for a form.
const ENOUGH: usize = 4;

/// What the title of a form counts: more than the words that forms share.
const TITLE: usize = 20;

/// … and the title to the letter: places name theirs after that of the whole country.
const OWN_TITLE: usize = 26;

/// A table of the form, found on the sheet.
struct Found {
    mapping: Mapping,
    plan: Plan,
    id: jibiao_model::TableId,
}

/// What was recognised of a form on a sheet.
pub(super) struct Recognition<'a> {
    pub(super) view: &'a View,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) labels: Labels<'a>,
    draft: Draft,
    used: Vec<Vec<bool>>,
    /// Rows that belong to tables.
    tables: Vec<bool>,
    placed: Vec<(CellId, String, usize, usize)>,
    arrivals: Vec<Arrival>,
    score: usize,
    title: usize,
}

impl<'a> Recognition<'a> {
    /// Looks for a form on a sheet. How well it fits is [`Recognition::score`].
    pub(super) fn of(view: &'a View, blank: &'a Draft) -> Self {
        let vocabulary = &blank.pack().book.vocabulary;
        let (height, width) = (view.grid.height(), view.grid.width());
        let mut found = Self {
            view,
            vocabulary,
            labels: Labels::of(blank.form(), vocabulary),
            draft: blank.clone(),
            used: vec![vec![false; width]; height],
            tables: vec![false; height],
            placed: Vec::new(),
            arrivals: Vec::new(),
            score: 0,
            title: 0,
        };
        found.tables(blank);
        for block in blank.form().sections.iter().flat_map(|section| &section.blocks) {
            if let Block::Matrix { matrix, cells } = block {
                funds::take(&mut found, matrix, cells);
            }
        }
        labelled::take(&mut found);
        if found.view.cells().any(|(_, _, text)| found.labels.is_title(text)) {
            let own = found.view.cells().any(|(_, _, text)| found.labels.is_own_title(text));
            found.title = if own { OWN_TITLE } else { TITLE };
        }
        found
    }

    /// How many texts found their place, and how sure the form is.
    pub(super) fn score(&self) -> usize {
        self.score.saturating_add(self.placed.len()).saturating_add(self.title)
    }

    /// How well the form fits: what found its place counts for it, what did not against it.
    pub(super) fn fit(&self) -> usize {
        let homeless = self.view.cells().filter(|(row, column, text)| self.is_homeless(*row, *column, text)).count();
        self.score().saturating_mul(4).saturating_sub(homeless)
    }

    /// Whether a text has no place: it is neither taken nor printed.
    fn is_homeless(&self, row: usize, column: usize, text: &str) -> bool {
        let unit = || text.chars().count() <= 12 && stated(text, [':', '(', '位']).is_some();
        !(self.is_used(row, column) || self.labels.is_label(text) || self.labels.is_title(text) || unit())
    }

    /// Whether something is there that only a form has: its title, or a table of it.
    pub(super) fn is_form(&self) -> bool {
        self.title > 0 || self.tables.contains(&true)
    }

    /// Whether this is the form of the sheet rather than one that shares some words with it.
    pub(super) fn is_enough(&self) -> bool {
        self.score.saturating_add(self.placed.len()) >= ENOUGH
    }

    pub(super) fn is_used(&self, row: usize, column: usize) -> bool {
        self.used.get(row).and_then(|row| row.get(column)).copied().unwrap_or(true)
    }

    pub(super) fn is_table(&self, row: usize) -> bool {
        self.tables.get(row).copied().unwrap_or(false)
    }

    pub(super) fn use_up(&mut self, row: usize, column: usize) {
        if let Some(used) = self.used.get_mut(row).and_then(|row| row.get_mut(column)) {
            *used = true;
        }
    }

    /// Whether nothing was found for a cell yet.
    pub(super) fn is_free(&self, id: &CellId) -> bool {
        self.placed.iter().all(|(placed, ..)| placed != id)
    }

    /// The cell of the form for a concept.
    pub(super) fn cell_of(&self, concept: Concept) -> Option<CellId> {
        self.draft.form().cell_of(concept).cloned()
    }

    /// A text of a cell.
    pub(super) fn place(&mut self, id: &CellId, text: &str, row: usize, column: usize) {
        if self.is_free(id) && !text.is_empty() {
            self.use_up(row, column);
            self.placed.push((id.clone(), text.to_owned(), row, column));
        }
    }

    fn tables(&mut self, blank: &Draft) {
        let mut heads: Vec<(Mapping, jibiao_model::TableId)> = Vec::new();
        for (_, table) in blank.form().tables() {
            let Some(sheet) = blank.sheet(table.id.as_str(), None) else { continue };
            let mapping = recognise(&sheet, &self.view.grid);
            let count = mapping.columns.iter().flatten().count();
            let names = [Concept::LevelThree, Concept::RatingItem, Concept::Task, Concept::LineItem];
            let naming =
                table.columns.iter().position(|column| column.concept.is_some_and(|concept| names.contains(&concept)));
            let named = naming.is_none_or(|naming| mapping.columns.contains(&Some(naming)));
            // Of two tables that claim one header the one that names more of its columns is meant.
            if !mapping.head.is_empty() && count >= 2 && named {
                heads.push((mapping, table.id.clone()));
            }
        }
        heads.sort_by_key(|(mapping, _)| usize::MAX.saturating_sub(mapping.columns.iter().flatten().count()));
        let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
        let mut found: Vec<(Mapping, jibiao_model::TableId)> = Vec::new();
        for (mapping, id) in heads {
            if taken.iter().all(|head| head.end <= mapping.head.start || mapping.head.end <= head.start) {
                taken.push(mapping.head.clone());
                found.push((mapping, id));
            }
        }
        for (mapping, id) in found {
            let next = taken.iter().map(|head| head.start).filter(|start| *start >= mapping.head.end).min();
            self.table(blank, mapping, &id, next.unwrap_or(self.view.grid.height()));
        }
    }

    fn table(&mut self, blank: &Draft, mut mapping: Mapping, id: &jibiao_model::TableId, next: usize) {
        let grid = &self.view.grid;
        let end = (mapping.head.end..next).find(|row| self.is_behind(&mapping, *row)).unwrap_or(next);
        mapping.left_out = (end..grid.height()).collect();
        let Some(sheet) = blank.sheet(id.as_str(), None) else { return };
        let plan = plan(&sheet, grid, &mapping);
        self.totals(&mapping, &plan);
        self.score = self.score.saturating_add(mapping.columns.iter().flatten().count());
        self.score = self.score.saturating_add(self.levels(blank, &mapping, end));
        let found = Found { mapping, plan, id: id.clone() };
        self.rows(&found);
        if let Some(edit) = found.plan.edit {
            // The plan was made for this very document.
            let _ = self.draft.apply(edit);
        }
    }

    /// Whether a row stands behind a table: its first text goes across the columns of the table, or names a cell of its own.
    fn is_behind(&self, mapping: &Mapping, row: usize) -> bool {
        let grid = &self.view.grid;
        if grid.is_blank(row) {
            return false;
        }
        let mapped: Vec<usize> =
            mapping.columns.iter().enumerate().filter(|(_, to)| to.is_some()).map(|(from, _)| from).collect();
        // The name of a section may stand at the left, over all its rows.
        let begin = mapped.first().copied().unwrap_or(0);
        let aside = |column: usize| column < begin && self.labels.is_printed(grid.own(row, column));
        let mut own = (0..grid.width()).filter(|column| !grid.own(row, *column).is_empty());
        let Some(first) = own.find(|column| !aside(*column)) else { return false };
        let text = grid.own(row, first);
        // 总分（得分） is a cell of some forms, and a row of sums in others.
        if self.labels.is_own(text) {
            return true;
        }
        // Headers may be printed again on every page; what else is printed belongs to the next part of the form.
        let header = mapping.head.clone().any(|head| grid.text(head, first) == text);
        if self.labels.is_printed(text) && !header {
            return true;
        }
        if self.vocabulary.list("row-total").has(&jibiao_table::plain(text)) {
            return false;
        }
        let end = self.view.behind(row, first);
        let across = mapped.iter().filter(|column| (first..end).contains(column)).count();
        let whole = across >= 3 && across.saturating_mul(2) > mapped.len();
        let colon = text.contains(['：', ':'])
            && (0..grid.width()).filter(|column| !grid.own(row, *column).is_empty()).count() <= 4;
        // The label of a section may stand at the left of a table, over all its rows.
        let left = mapped.first().is_some_and(|mapped| first < *mapped);
        let label = !self.labels.meant(text).is_empty() && (!left || across > 0);
        whole || label || colon && !self.labels.meant(text.split(['：', ':']).next().unwrap_or_default()).is_empty()
    }

    /// Which levels of the form's frame the rows name: forms of two frames differ in nothing else.
    fn levels(&self, blank: &Draft, mapping: &Mapping, end: usize) -> usize {
        let grid = &self.view.grid;
        let table = blank.form().indicators();
        let is_one = |to: &Option<usize>| {
            let column = to.and_then(|to| table.and_then(|table| table.columns.get(to)));
            column.is_some_and(|column| column.concept == Some(Concept::LevelOne))
        };
        let Some(column) = mapping.columns.iter().position(is_one) else { return 0 };
        let mut names: Vec<String> =
            (mapping.head.end..end).map(|row| jibiao_table::bare(grid.own(row, column))).collect();
        names.sort();
        names.dedup();
        let levels = &blank.form().frame.levels;
        let named =
            |level: &&jibiao_model::LevelOneSpec| names.binary_search(&jibiao_table::bare(&level.label.zh)).is_ok();
        let count = levels.iter().filter(named).count();
        count.saturating_add(usize::from(count > 0 && count == levels.len()))
    }

    /// A row of sums: what stands under points and scores is the form's own total.
    fn totals(&mut self, mapping: &Mapping, plan: &Plan) {
        let grid = self.view.grid.clone();
        let form = self.draft.form().clone();
        let Some(table) = form.indicators() else { return };
        for (row, planned) in plan.rows.iter().enumerate().filter(|(_, planned)| planned.fate == RowFate::Total) {
            debug_assert!(planned.cells.is_empty());
            for (column, to) in mapping.columns.iter().enumerate() {
                let concept = to.and_then(|to| table.columns.get(to)).and_then(|column| column.concept);
                let total = match concept {
                    Some(Concept::Weight) => form.cell_of(Concept::TotalWeight),
                    Some(Concept::Score) => form.cell_of(Concept::TotalScore),
                    _ => None,
                };
                if let Some(id) = total {
                    self.place(id, grid.own(row, column), row, column);
                }
            }
        }
    }

    /// Remembers which cells a table takes, and what became of its rows.
    fn rows(&mut self, found: &Found) {
        let grid = self.view.grid.clone();
        let Found { mapping, plan, id } = found;
        for (row, planned) in plan.rows.iter().enumerate() {
            match planned.fate {
                RowFate::Head => {
                    (0..grid.width()).for_each(|column| self.use_up(row, column));
                    self.in_table(row);
                }
                RowFate::Total => {
                    if let Some(first) = (0..grid.width()).find(|column| !grid.own(row, *column).is_empty()) {
                        self.use_up(row, first);
                    }
                    self.in_table(row);
                }
                RowFate::New | RowFate::Over { .. } => {
                    self.in_table(row);
                    for cell in &planned.cells {
                        self.use_up(row, cell.from);
                        let at = self.view.at(row, cell.from);
                        let fate = match cell.used {
                            Use::Locked => Fate::Locked,
                            Use::TooLong => Fate::TooLong,
                            _ => Fate::Placed,
                        };
                        if fate != Fate::Placed || cell.turn.is_some() || cell.doubt.is_some() {
                            let arrival = Arrival::new(fate, &cell.text).at(at.0, at.1);
                            let table = Some(id.clone());
                            self.arrivals.push(Arrival { table, turn: cell.turn, doubt: cell.doubt, ..arrival });
                        }
                    }
                    let naming = planned.cells.iter().map(|cell| cell.text.as_str()).max_by_key(|text| text.len());
                    let first = planned.cells.first().map_or(0, |cell| cell.from);
                    let at = self.view.at(row, first);
                    let added = Arrival::new(Fate::RowAdded, naming.unwrap_or_default()).at(at.0, at.1);
                    self.arrivals.push(Arrival { table: Some(id.clone()), ..added });
                }
                RowFate::Homeless => {
                    self.in_table(row);
                    for column in (0..mapping.columns.len()).filter(|column| !grid.own(row, *column).is_empty()) {
                        let at = self.view.at(row, column);
                        self.arrivals.push(Arrival::new(Fate::Homeless, grid.own(row, column)).at(at.0, at.1));
                    }
                }
                RowFate::Above | RowFate::Blank | RowFate::LeftOut => {}
            }
        }
    }

    fn in_table(&mut self, row: usize) {
        if let Some(table) = self.tables.get_mut(row) {
            *table = true;
        }
    }

    /// The unit that the sheet states for its amounts, where that is another than the form's.
    fn unit(&self) -> Option<MoneyUnit> {
        let texts = self.view.cells().map(|(_, _, text)| text);
        let mut units = texts.filter_map(|text| stated(text, [':', '(', '位']));
        units.next().filter(|unit| *unit != self.draft.form().money_unit)
    }

    /// The document: everything that found its place, and beside it what did not.
    pub(super) fn finish(mut self, sheet: &str, origin: Origin) -> Imported {
        let form = self.draft.form().clone();
        let unit = self.unit();
        let unit_cell = form.cell_of(Concept::MoneyUnit);
        let said = unit_cell
            .is_some_and(|cell| self.placed.iter().any(|(id, text, ..)| id == cell && read_money_unit(text).is_some()));
        let mut placed = std::mem::take(&mut self.placed);
        if let (Some(unit), Some(cell), false) = (unit, unit_cell, said) {
            placed.push((cell.clone(), unit.label().to_owned(), 0, 0));
        }
        for (id, mut text, row, column) in placed {
            let kind = form.cell(id.as_str()).map(|cell| cell.kind);
            if let (Some(unit), None, Some(Kind::Money)) = (unit, unit_cell, kind)
                && text.ends_with(|sign: char| sign.is_ascii_digit())
            {
                // The figure stays as it was typed, and says what it is in.
                text.push_str(unit.label());
            }
            let at = self.view.at(row, column);
            let fits = text.chars().count() <= crate::LIMITS.characters;
            let fate = if fits { Fate::Placed } else { Fate::TooLong };
            self.arrivals.push(Arrival::new(fate, &text).at(at.0, at.1).cell(&id));
            if fits {
                let _ = self.draft.apply(Edit::SetCell { cell: id, text });
            }
        }
        let mut kept = Vec::new();
        let view = self.view;
        let homeless: Vec<(usize, usize, &str)> =
            view.cells().filter(|(row, column, text)| self.is_homeless(*row, *column, text)).collect();
        for (row, column, text) in homeless {
            let at = self.view.at(row, column);
            self.arrivals.push(Arrival::new(Fate::NoPlace, text).at(at.0, at.1));
            kept.push(json!({ "sheet": sheet, "cell": jibiao_sheet::address(at.0, at.1), "text": text }));
        }
        self.arrivals.sort_by_key(|arrival| arrival.at);
        let mut draft = self.draft;
        draft.keep(KEPT, kept);
        draft.forget_steps();
        Imported { sheet: sheet.to_owned(), origin, draft, arrivals: self.arrivals }
    }
}

/// Whether a form is one that people send in lists and tables: not what a reviewer fills in, where another fits as well.
pub(super) fn rank(purpose: FormPurpose) -> u8 {
    match purpose {
        FormPurpose::Declaration | FormPurpose::SelfEvaluation => 0,
        FormPurpose::Monitoring => 1,
        _ => 2,
    }
}
