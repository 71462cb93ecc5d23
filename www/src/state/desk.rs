//! One document on the desk: the draft, what was checked of it, and where the person is.

use jibiao_kit::{
    Concept, Dimension, Draft, Edit, Language, LinkState, Opened, RowId, Severity,
    model::{MoneyUnit, SectionId, SortedMap, SortedSet, TableId},
};
use yew::AttrValue;

use super::{
    Field, Shared,
    check::{Checked, Reveal},
    choosing::Choosing,
    drawing::Drawn,
    example::Example,
    handing::Handing,
    origins::{self, Chain},
    paste::Pasting,
    reasons::{self, Given},
    returning::Returning,
    sheet::{Lock, SheetState, Sources, lock_of},
    slip::Slipped,
    spec::{FormSpec, Spec},
    status::{self, Status},
    trial::Trial,
};
use crate::{
    browser::{clock::Moment, files::Handle},
    store::{Card, FileMark, Kept, Trail, settings},
    words::Text,
};

/// Which page of the desk is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Sheet,
    Result,
    /// 审核报告.
    Review,
    /// 报送.
    HandIn,
}

/// A group of the list of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Findings of one severity without a reason.
    Open(Severity),
    /// Findings with a reason.
    Answered,
}

/// A side column that is unfolded on a narrow screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    Tasks,
    Problems,
}

/// How the draft stands to the browser's storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// Nothing typed yet.
    Fresh,
    Saving,
    Saved(Moment),
    Failed(String),
}

/// Who writes this draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Writer {
    /// Waiting for the answer of another window.
    Asking,
    Me,
    /// Another window; this one reads.
    Other,
    /// The other window is handing over.
    Taking,
}

/// Where the focus goes when the page has been drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Field(Field),
    /// The blank in a field that waits for its number.
    Blank(Field),
    Section(SectionId),
    Table(TableId),
    /// What selects a row of a table.
    Row(TableId, RowId),
    /// What adds a row to a table.
    AddRow(TableId),
    /// Any element, by its id.
    Id(&'static str),
    /// The same, and what is in view stays in view: something beside it was closed.
    Back(&'static str),
    /// A finding in the list of problems, by its key.
    Note(String),
    /// An entry of the return slip, by its number.
    Entry(u32),
    /// A comment of the return slip that is being written, by its number.
    Remark(u32),
    /// What is said to a finding on it, by the key of the finding.
    Said(String),
}

/// What was noticed when the file was opened: kept, but not shown on the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Oddities {
    pub(crate) cells: Vec<String>,
    pub(crate) fields: Vec<String>,
    pub(crate) rebound_from: Option<String>,
}

#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) draft: Draft,
    pub(crate) spec: Spec,
    pub(crate) t: Text,
    pub(crate) sheet: Shared<SheetState>,
    pub(crate) statuses: Shared<Vec<Status>>,
    pub(crate) checked: Option<Checked>,
    /// The dimension whose findings alone are listed.
    pub(crate) dimension: Option<Dimension>,
    /// The finding that was gone to last, by its key.
    pub(crate) found: Option<String>,
    /// What was mended at once and not changed since, in words.
    pub(crate) mended: Vec<String>,
    /// The groups of findings that are listed to the end.
    pub(crate) unabridged: Vec<Group>,
    /// Reasons as the paper prints them.
    pub(crate) reasons: Shared<Vec<Given>>,
    /// What the document was made from, and what differs from that.
    pub(crate) chain: Shared<Chain>,
    /// How the origins stand to the drafts at hand, once that was looked up.
    pub(crate) links: Vec<LinkState>,
    /// Scratch values on the page of results.
    pub(crate) trial: Trial,
    /// A reason that was typed and not given yet, with the key of its finding.
    pub(crate) unsaid: Option<(String, String)>,
    pub(crate) touched: SortedSet<Field>,
    pub(crate) touched_rows: SortedSet<RowId>,
    pub(crate) echoes: SortedMap<Field, AttrValue>,
    /// The cell that the next keystroke continues, so that a run of typing is one step back.
    pub(crate) typing: Option<Field>,
    pub(crate) section: Option<SectionId>,
    /// The field that the focus is or was in last.
    pub(crate) here: Option<Field>,
    pub(crate) row: Option<(TableId, RowId)>,
    /// The other end of the selected rows, where there are several.
    pub(crate) anchor: Option<RowId>,
    /// A table from a spreadsheet that is being looked at.
    pub(crate) pasting: Option<Pasting>,
    pub(crate) split: bool,
    /// Whether rows are shown one at a time.
    pub(crate) cards: bool,
    /// How many rows of a table are drawn.
    pub(crate) drawn: Drawn,
    /// The row of each table that was worked on last.
    pub(crate) opened: SortedMap<TableId, RowId>,
    /// Whether amounts are shown in another unit than they are typed in.
    pub(crate) other_unit: bool,
    pub(crate) view: View,
    pub(crate) panel: Option<Panel>,
    /// Rows that are chosen from the indicator library.
    pub(crate) choosing: Option<Choosing>,
    /// A form filled in, to look at.
    pub(crate) example: Option<Example>,
    /// The return slip that is answered.
    pub(crate) slipped: Option<Slipped>,
    /// The return slip that is being written.
    pub(crate) returning: Option<Returning>,
    pub(crate) oddities: Oddities,
    pub(crate) keeping: Keeping,
    /// Whether something was changed since the last time it was kept.
    pub(crate) unkept: bool,
    pub(crate) mark: FileMark,
    /// The document as it stands in the file; blank where there is none.
    pub(crate) base: String,
    /// The same on its way into the file.
    pub(crate) written: String,
    pub(crate) handle: Option<Handle>,
    pub(crate) handing: Handing,
    pub(crate) writer: Writer,
    /// Whether the window that holds the draft writes a return slip on it.
    pub(crate) slip_elsewhere: bool,
    /// Whether other windows were told that this one does.
    pub(crate) told_of_slip: bool,
    pub(crate) focus: Option<Target>,
    pub(crate) scroll: Option<Target>,
    pub(crate) changed: Moment,
    /// What matches paper, workbook and bundle with the document as it is; blank while somebody types.
    pub(crate) receipt: String,
}

impl Desk {
    pub(crate) fn open(opened: Opened, mark: FileMark, changed: Moment, language: Language) -> Self {
        let spec = FormSpec::of(&opened.draft, language);
        let oddities = Oddities {
            cells: opened.unknown_cells,
            fields: opened.unknown_fields,
            rebound_from: opened.rebound_from.map(|pack| pack.to_string()),
        };
        let mut desk = Self {
            draft: opened.draft,
            spec,
            t: Text(language),
            sheet: Shared::default(),
            statuses: Shared::default(),
            checked: None,
            dimension: None,
            found: None,
            mended: Vec::new(),
            unabridged: Vec::new(),
            reasons: Shared::default(),
            chain: Shared::default(),
            links: Vec::new(),
            trial: Trial::default(),
            unsaid: None,
            touched: SortedSet::new(),
            touched_rows: SortedSet::new(),
            echoes: SortedMap::new(),
            typing: None,
            section: None,
            here: None,
            row: None,
            anchor: None,
            pasting: None,
            split: false,
            cards: settings::cards(),
            drawn: Drawn::ALL,
            opened: SortedMap::new(),
            other_unit: false,
            view: View::Sheet,
            panel: None,
            choosing: None,
            example: None,
            slipped: None,
            returning: None,
            oddities,
            keeping: Keeping::Fresh,
            unkept: false,
            mark,
            base: String::new(),
            written: String::new(),
            handle: None,
            handing: Handing::default(),
            writer: Writer::Asking,
            slip_elsewhere: false,
            told_of_slip: false,
            focus: None,
            scroll: None,
            changed,
            receipt: String::new(),
        };
        desk.seal();
        desk.refresh();
        desk
    }

    pub(crate) fn id(&self) -> &str {
        &self.draft.document().id
    }

    /// Whether the document may be changed here. Whoever sends it back looks at it and changes nothing.
    pub(crate) fn can_write(&self) -> bool {
        self.keeps() && !self.returning.as_ref().is_some_and(Returning::is_under_way)
    }

    /// Whether this window keeps the draft, with all that stands beside it.
    pub(crate) fn keeps(&self) -> bool {
        // While another window may still answer, typing goes on; it is kept only once nobody has.
        matches!(self.writer, Writer::Me | Writer::Asking)
    }

    /// What stands beside the sheet goes, for another part or for the problems. What was typed into it stays.
    pub(crate) fn clear_beside(&mut self) {
        self.choosing = None;
        self.example = None;
        if let Some(slipped) = &mut self.slipped {
            slipped.shown = false;
        }
        self.leave_returning();
    }

    /// Whether the last check of the whole form accepted it.
    pub(crate) fn is_accepted(&self) -> bool {
        use jibiao_kit::Verdict::{Accepted, AcceptedWithNotes};
        let checked = self.checked.as_ref().filter(|checked| checked.demanded);
        checked.is_some_and(|checked| matches!(checked.report.verdict, Accepted | AcceptedWithNotes))
    }

    /// Whether leaving loses work: no file has it, and the browser keeps nothing.
    pub(crate) fn would_be_lost(&self) -> bool {
        let in_no_file = self.mark.behind
            || self.slipped.as_ref().is_some_and(Slipped::has_notes)
            || self.returning.as_ref().is_some_and(Returning::is_unfiled);
        in_no_file && matches!(self.keeping, Keeping::Failed(_))
    }

    /// Makes the sheet anew from the draft and the last check.
    pub(crate) fn refresh(&mut self) {
        let sources = Sources {
            spec: &self.spec,
            document: self.draft.document(),
            checked: self.checked.as_ref(),
            echoes: &self.echoes,
            split: self.split,
            shown_in: self.shown_in(),
            vocabulary: &self.draft.pack().book.vocabulary,
            frame: &self.draft.form().frame,
            form: self.draft.form(),
            // Only sums and amounts in another unit ask for it, and the whole document is read for it.
            unit: if self.spec.lists_amounts || self.other_unit {
                self.draft.reading().money_unit
            } else {
                self.spec.money_unit
            },
        };
        let sheet = SheetState::of(&sources, &self.sheet);
        self.sheet = Shared::kept(sheet, Some(&self.sheet));
        let reasons = reasons::given(&self.draft, self.checked.as_ref(), self.t.0);
        self.reasons = Shared::kept(reasons, Some(&self.reasons));
        let chain = origins::of(&self.draft, &self.spec, &self.links, self.t);
        self.chain = Shared::kept(chain, Some(&self.chain));
        let statuses = status::of(&self.spec, self.draft.document(), self.checked.as_ref());
        self.statuses = Shared::kept(statuses, Some(&self.statuses));
    }

    /// The unit that amounts are shown in, where it is not the one they are typed in.
    pub(crate) fn shown_in(&self) -> Option<MoneyUnit> {
        self.other_unit.then(|| other_unit(self.draft.reading().money_unit))
    }

    /// Remembers which row of its table is worked on; what the focus or the view is about to go to counts as that.
    pub(crate) fn note_row(&mut self) {
        let going = self.focus.as_ref().or(self.scroll.as_ref());
        if let Some(
            Target::Field(Field::Row { table, row, .. })
            | Target::Blank(Field::Row { table, row, .. })
            | Target::Row(table, row),
        ) = going
        {
            self.opened.insert(table.clone(), row.clone());
        } else if let Some((table, row)) = &self.row {
            self.opened.insert(table.clone(), row.clone());
        }
    }

    /// After a change: what was checked is checked again, and the sheet is made anew.
    pub(crate) fn changed(&mut self, now: Moment) {
        self.trial = Trial::default();
        self.mended.clear();
        self.changed = now;
        self.receipt.clear();
        self.unkept = true;
        (self.mark.behind, self.mark.numbered) = (true, false);
        if let Some(made) = &mut self.handing.made {
            made.behind = true;
        }
        if self.checked.is_some() {
            let reveal = Reveal::Touched { fields: &self.touched, rows: &self.touched_rows };
            self.checked = Some(Checked::run(&self.draft, self.t.0, self.checked.take(), reveal));
        }
        self.refresh();
    }

    /// Applies a change that is not typing as one step.
    pub(crate) fn apply(&mut self, edit: Edit, now: Moment) -> bool {
        if !self.can_write() {
            return false;
        }
        self.touch(&edit);
        self.typing = None;
        let applied = self.draft.apply(edit).is_ok();
        if applied {
            self.changed(now);
        }
        applied
    }

    /// Whether a field takes no typing: the form prints it, or it was taken over and stays.
    pub(crate) fn is_locked(&self, field: &Field) -> bool {
        let spec = match field {
            Field::Cell(_) => None,
            Field::Row { table, .. } => self.spec.table(table),
        };
        lock_of(self.draft.document(), spec.map(|spec| &**spec), field.spot()) != Lock::Free
    }

    /// Remembers what a change touched and forgets the echoes that no longer hold.
    pub(crate) fn touch(&mut self, edit: &Edit) -> Vec<Field> {
        let mut fields = Vec::new();
        Field::touched_by(edit, &mut fields);
        for field in &fields {
            self.echoes.remove(field);
            if let Field::Row { row, .. } = field {
                self.touched_rows.insert(row.clone());
            }
            self.touched.insert(field.clone());
        }
        fields
    }

    pub(crate) fn check(&mut self) {
        self.checked = Some(Checked::run(&self.draft, self.t.0, self.checked.take(), Reveal::All));
        self.refresh();
    }

    pub(crate) fn check_section(&mut self, section: &SectionId) {
        let reveal = Reveal::Section(section);
        self.checked = Some(Checked::run(&self.draft, self.t.0, self.checked.take(), reveal));
        self.refresh();
    }

    pub(crate) fn speak(&mut self, language: Language) {
        self.t = Text(language);
        self.spec = FormSpec::of(&self.draft, language);
        for (field, _) in std::mem::take(&mut self.echoes) {
            self.hear(&field);
        }
        if let Some(checked) = &mut self.checked {
            checked.reworded(&self.draft, language);
        }
        self.look_at_slip();
        self.look_at_returning();
        self.refresh();
    }

    /// Takes a step back or forward, and shows where it happened.
    pub(crate) fn step(&mut self, back: bool, now: Moment) -> bool {
        if !self.can_write() {
            return false;
        }
        self.typing = None;
        let Some(edit) = (if back { self.draft.undo() } else { self.draft.redo() }) else { return false };
        let fields = self.touch(&edit);
        let mut rows = Vec::new();
        super::field::rows_of(&edit, &mut rows);
        if let Some((table, row)) = rows.first() {
            self.row = Some((table.clone(), row.clone()));
        }
        self.view = View::Sheet;
        if !rows.is_empty() {
            // Rows that come and go can take an element, and the focus with it, out of the page and in again.
            self.focus = crate::browser::dom::active().and_then(|element| Field::of(&element)).map(Target::Field);
        }
        self.scroll = fields.into_iter().next().map(Target::Field);
        self.changed(now);
        true
    }

    /// The section a field stands in.
    pub(crate) fn section_of(&self, field: &Field) -> Option<SectionId> {
        let form = self.draft.form();
        match field {
            Field::Cell(cell) => form.cells().find(|(_, c)| c.id == *cell).map(|(section, _)| section.id.clone()),
            Field::Row { table, .. } => {
                form.tables().find(|(_, t)| t.id == *table).map(|(section, _)| section.id.clone())
            }
        }
    }

    /// Gives what is about to leave the page a number of its own, unless it has left with one already: file and bundle of the
    /// same content say the same.
    pub(crate) fn number(&mut self) {
        if self.mark.numbered || !self.keeps() {
            return;
        }
        self.draft.next_revision();
        self.mark.numbered = true;
        self.unkept = true;
        self.seal();
    }

    /// Works the receipt out, and what came of the return slip. Both read the whole document, which no keystroke should wait
    /// for.
    pub(crate) fn seal(&mut self) {
        self.receipt = jibiao_kit::receipt_code(self.draft.document());
        self.look_at_slip();
    }

    /// Pack, document, number of the save and receipt, as printed.
    pub(crate) fn imprint(&self) -> String {
        let document = self.draft.document();
        let mut imprint = self.t.imprint(&document.id, &document.pack.to_string(), &document.revision.to_string());
        if !self.receipt.is_empty() {
            imprint.push_str("　　");
            imprint.push_str(&self.t.imprint_receipt(&self.receipt));
        }
        imprint
    }

    /// The name of the project, else of the department, for lists and file names.
    pub(crate) fn project(&self) -> &str {
        name_of(&self.draft)
    }

    pub(crate) fn year(&self) -> &str {
        self.text_of(Concept::Year)
    }

    pub(crate) fn text_of(&self, concept: Concept) -> &str {
        let cell = self.draft.form().cell_of(concept);
        cell.map_or("", |cell| self.draft.document().text(cell.as_str()).trim())
    }

    /// The draft as it is to be kept.
    pub(crate) fn kept(&self) -> Kept {
        let done = self.statuses.iter().filter(|status| **status == Status::Done).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let problems = self.checked.as_ref().filter(|checked| checked.demanded).map(|checked| {
            let counts = checked.report.counts.without(checked.report.waived);
            counts.blocks.saturating_add(counts.warns)
        });
        let (slip, notes) = self.slipped.as_ref().map(Slipped::kept).unwrap_or_default();
        Kept {
            card: Card {
                id: self.id().to_owned(),
                form: self.draft.form().id.to_string(),
                project: self.project().to_owned(),
                code: self.text_of(Concept::ProjectCode).to_owned(),
                department: self.text_of(Concept::Department).to_owned(),
                unit: self.text_of(Concept::ImplementingUnit).to_owned(),
                year: self.year().to_owned(),
                done: count(done),
                sections: count(self.statuses.len()),
                problems,
                asked: self.asked(),
                returning: self.returning.as_ref().is_some_and(Returning::is_unfiled),
                changed: self.changed,
                file: self.mark.clone(),
                begun: true,
                archived: false,
            },
            text: jibiao_kit::canonical(self.draft.document()),
            trail: Trail {
                steps: self.draft.steps(),
                base: self.base.clone(),
                slip,
                notes,
                returning: self.returning.as_ref().map(Returning::kept).unwrap_or_default(),
            },
        }
    }
}

/// The unit that the same amounts are also read in.
pub(crate) fn other_unit(unit: MoneyUnit) -> MoneyUnit {
    match unit {
        MoneyUnit::Yuan => MoneyUnit::TenThousandYuan,
        _ => MoneyUnit::Yuan,
    }
}

/// The name of the project, else of the department.
pub(crate) fn name_of(draft: &Draft) -> &str {
    use jibiao_kit::Concept::{Department, ProjectName};
    let form = draft.form();
    let cell = form.cell_of(ProjectName).or_else(|| form.cell_of(Department));
    cell.map_or("", |cell| draft.document().text(cell.as_str()).trim())
}
