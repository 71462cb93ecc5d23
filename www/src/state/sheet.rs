//! The texts, echoes and findings that the sheet shows, by cell and row. Rebuilt after every change; a cell or row
//! that is as before keeps its identity, so that its part is not drawn again.

use jibiao_kit::{
    Document, Relation, Row, RowId, Severity,
    model::{CellId, Kind, MoneyUnit, SortedMap, TableId},
    reading::read_amount,
};
use yew::AttrValue;

use super::{
    Field, Shared,
    check::{Checked, Note},
    echo::grouped,
    field::Spot,
    spec::{BlockSpec, Spec, TableSpec},
    sums::{self, Sum},
    weights::{self, Weights},
};

/// Whether a cell takes typing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Lock {
    #[default]
    Free,
    /// The form prints its text.
    Printed,
    /// It was taken over from another document and stays as it is there.
    Frozen(Relation),
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CellState {
    pub(crate) text: AttrValue,
    /// An amount in the unit that amounts are shown in, where that is not the one they are typed in.
    pub(crate) shown: Option<AttrValue>,
    pub(crate) echo: Option<AttrValue>,
    pub(crate) notes: Vec<Shared<Note>>,
    pub(crate) lock: Lock,
}

impl CellState {
    /// The most serious finding at this cell that has no reason.
    pub(crate) fn severity(&self) -> Option<Severity> {
        self.notes.iter().filter(|note| note.open()).map(|note| note.severity).min()
    }
}

/// What a row shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowState {
    pub(crate) id: RowId,
    /// One for each column of the table.
    pub(crate) cells: Vec<CellState>,
    /// Findings that stand at the row as a whole.
    pub(crate) notes: Vec<Shared<Note>>,
    /// Whether the row stays: the form prints it, or it was taken over with what may not change.
    pub(crate) held: bool,
    /// Position of the 一级指标 among the levels of the frame.
    pub(crate) level: Option<usize>,
}

/// What a table shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TableState {
    pub(crate) rows: Vec<Shared<RowState>>,
    /// Whether each column is shown.
    pub(crate) visible: Shared<Vec<bool>>,
    pub(crate) has_optional: bool,
    /// Optional columns can't be hidden while some row holds text in them.
    pub(crate) optional_used: bool,
    pub(crate) weights: Option<Shared<Weights>>,
    /// Sums of the columns of amounts.
    pub(crate) sums: Vec<Sum>,
    pub(crate) notes: Vec<Shared<Note>>,
}

/// What the sheet shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct SheetState {
    pub(crate) cells: SortedMap<CellId, Shared<CellState>>,
    pub(crate) tables: SortedMap<TableId, Shared<TableState>>,
    /// Findings that stand at a section as a whole, in the order of the sections.
    pub(crate) section_notes: Vec<Vec<Shared<Note>>>,
}

/// What a sheet is made from.
pub(crate) struct Sources<'a> {
    pub(crate) spec: &'a Spec,
    pub(crate) document: &'a Document,
    pub(crate) checked: Option<&'a Checked>,
    pub(crate) echoes: &'a SortedMap<Field, AttrValue>,
    pub(crate) split: bool,
    /// The unit that amounts are shown in, where it is not the one they are typed in.
    pub(crate) shown_in: Option<MoneyUnit>,
    pub(crate) vocabulary: &'a jibiao_kit::reading::Vocabulary,
    pub(crate) frame: &'a jibiao_kit::model::Frame,
    pub(crate) form: &'a jibiao_kit::Form,
    pub(crate) unit: MoneyUnit,
}

impl TableState {
    /// The position of the row that was worked on last, else of the first one; `None` where there is none.
    pub(crate) fn card(&self, opened: Option<&RowId>) -> Option<usize> {
        let found = opened.and_then(|id| self.rows.iter().position(|row| row.id == *id));
        found.or((!self.rows.is_empty()).then_some(0))
    }
}

impl SheetState {
    /// The sheet as it is now; whatever equals `before` keeps its identity.
    pub(crate) fn of(sources: &Sources<'_>, before: &Self) -> Self {
        let mut now = Self::default();
        for field in sources.spec.cells() {
            let spot = Spot::Cell(field.id.as_str());
            let notes = sources.notes(spot).iter();
            let lock = lock_of(sources.document, None, spot);
            let text = sources.document.text(field.id.as_str());
            let state = sources.cell(spot, field.kind, text, notes, lock).state(None);
            now.cells.insert(field.id.clone(), Shared::kept(state, before.cells.get(&field.id)));
        }
        for section in &sources.spec.sections {
            for table in section.blocks.iter().filter_map(BlockSpec::table) {
                let old = before.tables.get(&table.id);
                let state = sources.table(table, old.map(|old| &**old));
                now.tables.insert(table.id.clone(), Shared::kept(state, old));
            }
            now.section_notes.push(sources.notes(Spot::Section(section.id.as_str())).to_vec());
        }
        now
    }

    pub(crate) fn cell(&self, id: &CellId) -> Shared<CellState> {
        self.cells.get(id).cloned().unwrap_or_default()
    }
}

impl Sources<'_> {
    fn notes(&self, spot: Spot<'_>) -> &[Shared<Note>] {
        self.checked.map(|checked| checked.at(spot)).unwrap_or_default()
    }

    fn cell<'n, N: Iterator<Item = &'n Shared<Note>>>(
        &'n self,
        spot: Spot<'_>,
        kind: Kind,
        text: &'n str,
        notes: N,
        lock: Lock,
    ) -> Parts<'n, N> {
        let shown = self.shown_in.filter(|_| kind == Kind::Money).and_then(|unit| self.shown(text, unit));
        Parts { text, shown, echo: self.echoes.get_by(|field| field.spot().cmp(&spot)), notes, lock }
    }

    fn shown(&self, text: &str, unit: MoneyUnit) -> Option<AttrValue> {
        let amount = read_amount(text, self.unit).answered()?.in_unit(unit).ok()?;
        Some([grouped(&amount.to_string()).as_str(), " ", unit.label()].concat().into())
    }

    fn table(&self, spec: &TableSpec, before: Option<&TableState>) -> TableState {
        let rows = self.document.rows(spec.id.as_str());
        let used = |column: &CellId| rows.iter().any(|row| !row.text(column.as_str()).trim().is_empty());
        let optional: Vec<bool> = spec.columns.iter().map(|column| column.optional && used(&column.field.id)).collect();
        let visible: Vec<bool> =
            spec.columns.iter().zip(&optional).map(|(c, used)| !c.optional || self.split || *used).collect();
        let states = rows.iter().enumerate().map(|(at, row)| {
            // Rows seldom move, so the one at the same position is nearly always the one before.
            let old = before.and_then(|before| before.rows.get(at)).filter(|old| old.id == row.id);
            let old = old.or_else(|| before?.rows.iter().find(|old| old.id == row.id));
            self.row(spec, row, old)
        });
        TableState {
            rows: states.collect(),
            visible: Shared::kept(visible, before.map(|before| &before.visible)),
            has_optional: spec.columns.iter().any(|column| column.optional),
            optional_used: optional.contains(&true),
            sums: sums::of(spec, self),
            weights: weights::of(spec, rows, self.vocabulary, self.frame, self.form.purpose)
                .map(|now| Shared::kept(now, before.and_then(|before| before.weights.as_ref()))),
            notes: self.notes(Spot::Table(spec.id.as_str())).to_vec(),
        }
    }

    /// The row that was shown before, where nothing of it changed.
    fn row(&self, spec: &TableSpec, row: &Row, before: Option<&Shared<RowState>>) -> Shared<RowState> {
        let (table, id) = (spec.id.as_str(), row.id.as_str());
        let here = self.checked.map(|checked| checked.in_row(table, id)).unwrap_or_default();
        // Those at the row as a whole come first.
        let (whole, here) = here.split_at(here.partition_point(|note| note.field.is_none()));
        let cells = || {
            spec.columns.iter().map(|column| {
                let column_id = column.field.id.as_str();
                let spot = Spot::Row(table, id, Some(column_id));
                let at = move |note: &&Shared<Note>| note.field.as_ref().is_some_and(|field| field.spot() == spot);
                let lock = lock_of(self.document, Some(spec), spot);
                self.cell(spot, column.field.kind, row.text(column_id), here.iter().filter(at), lock)
            })
        };
        let one = spec.columns.iter().find(|c| c.field.concept == Some(jibiao_kit::Concept::LevelOne));
        let level = one.and_then(|column| self.vocabulary.level_one(row.text(column.field.id.as_str())));
        let level = level.and_then(|level| spec.levels.iter().position(|spec| spec.level == level));
        let same = |before: &&Shared<RowState>| {
            before.notes == whole
                && before.level == level
                && before.cells.len() == spec.columns.len()
                && cells().zip(&before.cells).all(|(parts, cell)| parts.make(cell))
        };
        if let Some(before) = before.filter(same) {
            return before.clone();
        }
        let text = |at: usize| before.and_then(|before| before.cells.get(at)).map(|cell| &cell.text);
        let cells: Vec<CellState> = cells().enumerate().map(|(at, parts)| parts.state(text(at))).collect();
        Shared::new(RowState {
            id: row.id.clone(),
            held: cells.iter().any(|cell| cell.lock != Lock::Free),
            cells,
            notes: whole.to_vec(),
            level,
        })
    }
}

/// What a cell is made from. Looked at before anything is made: after a key all rows but one are as they were.
struct Parts<'s, N> {
    text: &'s str,
    shown: Option<AttrValue>,
    echo: Option<&'s AttrValue>,
    notes: N,
    lock: Lock,
}

impl<'s, N: Iterator<Item = &'s Shared<Note>>> Parts<'s, N> {
    /// Whether they make this very cell.
    fn make(self, cell: &CellState) -> bool {
        let Self { text, shown, echo, notes, lock } = self;
        *cell.text == *text
            && cell.shown == shown
            && cell.echo.as_ref() == echo
            && cell.lock == lock
            && notes.eq(&cell.notes)
    }

    /// `before` is the text as it was shown last, so that the same text is not copied again.
    fn state(self, before: Option<&AttrValue>) -> CellState {
        let same = before.filter(|before| before.as_str() == self.text);
        CellState {
            text: same.cloned().unwrap_or_else(|| AttrValue::from(self.text.to_owned())),
            shown: self.shown,
            echo: self.echo.cloned(),
            notes: self.notes.cloned().collect(),
            lock: self.lock,
        }
    }
}

/// Whether a field takes typing; `spec` is that of its table, where it stands in one.
pub(crate) fn lock_of(document: &Document, spec: Option<&TableSpec>, spot: Spot<'_>) -> Lock {
    let (table, row, cell) = match spot {
        Spot::Section(_) | Spot::Table(_) | Spot::Row(.., None) => return Lock::Free,
        Spot::Cell(cell) => (None, None, cell),
        Spot::Row(table, row, Some(column)) => {
            if spec.is_some_and(|spec| spec.prints(row, column)) {
                return Lock::Printed;
            }
            (Some(table), Some(row), column)
        }
    };
    let freezes = |relation: &Relation| {
        document.origins.iter().any(|origin| origin.relation == *relation && !origin.frozen.is_empty())
    };
    if !document.is_frozen(table, row, cell) {
        return Lock::Free;
    }
    Relation::ALL.into_iter().find(freezes).map_or(Lock::Free, Lock::Frozen)
}
