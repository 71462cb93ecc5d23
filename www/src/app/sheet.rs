//! What happens on the desk: typing, row tools, checking, going somewhere.

use jibiao_kit::{
    RowId,
    model::{CellId, SectionId, TableId},
};

use super::App;
use crate::{
    browser::{clock, dom},
    state::{
        Action, Desk, Field, Shared,
        action::Key,
        check::Note,
        choosing::Ask,
        desk::{Panel, Target, View},
        returning::Return,
        slip::Slipping,
    },
    store::settings,
};

impl App {
    pub(super) fn on_sheet(&mut self, action: Action) -> bool {
        let (now, narrow) = (clock::now(), self.narrow);
        if let Some(drawn) = self.put_away(&action) {
            return drawn;
        }
        let Some(desk) = &mut self.desk else { return false };
        match action {
            Action::Typed(field, text) => {
                let named = desk.project().to_owned();
                let changed = desk.typed(field, text, now);
                if self.desk.as_ref().is_some_and(|desk| desk.project() != named) {
                    self.retitle();
                }
                return changed;
            }
            Action::Left(field) => return desk.left(&field),
            Action::Entered(field, section) => return desk.entered(&field, section),
            Action::Key(Key::NextRow { table, row, column }) => desk.next_row(&table, &row, column, now),
            Action::Key(Key::Beside { table, row, column, down }) => return desk.beside(&table, &row, column, down),
            Action::Key(Key::Tool { tool, table, row, column }) => desk.use_tool(tool, &table, &row, Some(column), now),
            Action::SelectRow(table, row) => {
                desk.row = Some((table, row));
                desk.anchor = None;
            }
            Action::SelectTo(table, row) => desk.select_to(table, row),
            Action::SelectOn { table, row, down } => desk.select_on(&table, &row, down),
            Action::AddRow(table) => desk.add_row(&table, now),
            Action::Spread(table, level) => {
                if let Some(edit) = desk.draft.spread_points(&table, level) {
                    desk.apply(edit, now);
                }
            }
            Action::ByLevel(table) => {
                let moved = desk.by_level(&table, now);
                let words = if moved { self.t.by_level_done() } else { self.t.by_level_already() };
                self.say(words);
            }
            Action::StarterRows(table) => desk.starter_rows(&table, now),
            Action::UseTool(tool) => {
                let Some((table, row)) = desk.row.clone() else { return false };
                desk.use_tool(tool, &table, &row, focused_column(), now);
            }
            Action::Split(split) => {
                desk.split = split;
                desk.refresh();
            }
            Action::Cards(cards) => {
                desk.cards = cards;
                settings::set_cards(cards);
                // The same cell is in sight in the other view, unless the tools work on another row by now.
                let row = desk.row.clone();
                let there = |field: &Field| match (field, &row) {
                    (Field::Row { row, .. }, Some((_, current))) => row == current,
                    _ => true,
                };
                let here = desk.here.clone().filter(there).map(Target::Field);
                desk.scroll = here.or_else(|| row.map(|(table, row)| Target::Row(table, row)));
            }
            Action::ShowOtherUnit(other) => {
                desk.other_unit = other;
                desk.refresh();
            }
            Action::Show(view) => {
                desk.view = view;
                desk.panel = None;
                if view != View::Sheet {
                    desk.handing.exchange.look(&self.codes);
                    desk.check();
                    desk.focus = Some(Target::Id("result"));
                }
            }
            Action::Unfold(panel) => {
                let was = std::mem::replace(&mut desk.panel, panel);
                if panel == Some(Panel::Problems) {
                    desk.clear_beside();
                }
                // What is folded away gives the focus back to what unfolded it.
                desk.focus = match (panel, was.filter(|_| narrow)) {
                    (Some(Panel::Tasks), _) => Some(Target::Id("tasks")),
                    (Some(Panel::Problems), _) => Some(Target::Id("problems")),
                    (None, Some(Panel::Tasks)) => Some(Target::Id("unfold-tasks")),
                    (None, Some(Panel::Problems)) => Some(Target::Id("unfold-problems")),
                    (None, None) => None,
                };
            }
            Action::GoTo(section) => {
                desk.view = View::Sheet;
                desk.panel = None;
                desk.focus = Some(Target::Section(section));
            }
            Action::GoToField(field) => {
                desk.view = View::Sheet;
                desk.uncover(&field);
                desk.focus = Some(Target::Field(field));
            }
            Action::ShowChanges => {
                desk.view = View::Sheet;
                desk.focus = Some(Target::Id("changes"));
            }
            Action::OpenLine(line) => desk.trial.toggle(line),
            Action::Try(field, text) => {
                let desk = &mut *desk;
                desk.trial.set(&desk.draft, field, text);
            }
            Action::EndTrial => desk.trial.texts.clear(),
            Action::Check => self.check(),
            Action::Filter(dimension) => desk.dimension = dimension,
            Action::MendAll => self.mend_all(),
            Action::ShowRest(group) => desk.unabridged.push(group),
            Action::Jump(key) => {
                if let Some(note) = desk.checked.as_ref().and_then(|checked| checked.note(&key)).cloned() {
                    desk.jump(&note);
                }
            }
            Action::NextFinding(forward) => desk.next_finding(forward),
            Action::Apply { finding, fix } => self.apply_fix(&finding, fix),
            Action::Step { back } => {
                if desk.step(back, now) {
                    let words = if back { self.t.undone() } else { self.t.redone() };
                    self.say(words);
                }
                self.retitle();
            }
            _ => return false,
        }
        true
    }

    /// What lies over the sheet is put away as its own button would, whatever folded it away; `None` where there is no such.
    fn put_away(&mut self, action: &Action) -> Option<bool> {
        let over = |desk: &&Desk| matches!(action, Action::Unfold(None)) && desk.panel == Some(Panel::Problems);
        let desk = self.desk.as_ref().filter(|_| self.narrow).filter(over)?;
        if desk.example.is_some() && desk.view == View::Sheet {
            return Some(self.show_example(false));
        }
        if desk.choosing.is_some() {
            return Some(self.choosing(Ask::Close));
        }
        if desk.returning.as_ref().is_some_and(|returning| returning.shown) {
            return Some(self.returning(Return::Show(false)));
        }
        let slip = desk.slipped.as_ref().is_some_and(|slipped| slipped.shown);
        slip.then(|| self.slipping(Slipping::Show(false)))
    }

    fn check(&mut self) {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return };
        desk.typing = None;
        desk.check();
        desk.clear_beside();
        desk.panel = Some(Panel::Problems);
        desk.focus = Some(Target::Id("problems"));
        let Some(report) = desk.checked.as_ref().map(|checked| &checked.report) else { return };
        let counts = report.counts;
        let verdict = t.kit(&format!("verdict-{}", report.verdict.name()));
        let mut words = t.checked_said(
            &counts.advises.to_string(),
            &counts.blocks.to_string(),
            &verdict,
            &counts.warns.to_string(),
        );
        if report.waived.total() > 0 {
            words.push_str(&t.counts_answered(&report.waived.total().to_string()));
        }
        // Keeping the number of problems is what the list of drafts shows.
        desk.unkept = desk.unkept || desk.keeps();
        self.say(words);
        self.retitle();
    }

    fn apply_fix(&mut self, finding: &str, fix: usize) {
        let now = clock::now();
        let Some(desk) = &mut self.desk else { return };
        let Some(note) = desk.checked.as_ref().and_then(|checked| checked.note(finding)).cloned() else { return };
        let Some(edit) = note.finding.fixes.get(fix).map(|fix| fix.edit.clone()) else { return };
        if desk.apply(edit, now) {
            desk.jump(&note);
            let words = self.t.fixed();
            self.say(words);
        }
    }

    fn mend_all(&mut self) {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return };
        let Some(mending) = desk.draft.mending(jibiao_kit::Stage::Submission) else { return };
        if !desk.apply(mending.edit, clock::now()) {
            return;
        }
        let words = jibiao_kit::Words::new(desk.draft.pack(), desk.draft.form(), t.0);
        let told = mending.findings.iter().map(|finding| {
            let told = words.finding(finding);
            [told.place.as_str(), t.colon(), &told.fixes.concat()].concat()
        });
        desk.mended = told.collect();
        desk.focus = Some(Target::Id("mended"));
        let said = t.mended(&desk.mended.len().to_string());
        self.say(said);
        self.retitle();
    }
}

/// The column that the focus is in, where it is in a row.
fn focused_column() -> Option<CellId> {
    match Field::of(&dom::active()?)? {
        Field::Row { column, .. } => Some(column),
        Field::Cell(_) => None,
    }
}

impl Desk {
    /// Goes to the place of a finding.
    fn jump(&mut self, note: &Note) {
        self.found = Some(note.key.clone());
        self.view = View::Sheet;
        self.panel = None;
        let place = &note.finding.place;
        self.focus =
            Some(self.target_of(note.field.as_ref(), place.section.as_ref(), place.table.as_ref(), place.row.as_ref()));
    }

    /// What stands for a place on the sheet: its field; else its row, which is selected, its table or its section.
    pub(super) fn target_of(
        &mut self,
        field: Option<&Field>,
        section: Option<&SectionId>,
        table: Option<&TableId>,
        row: Option<&RowId>,
    ) -> Target {
        if let (Some(table), Some(row)) = (table, row) {
            self.row = Some((table.clone(), row.clone()));
        }
        match (field, table, row, section) {
            (Some(field), ..) => {
                self.uncover(field);
                Target::Field(field.clone())
            }
            (None, Some(table), Some(row), _) => {
                let name = self.spec.table(table).and_then(|spec| {
                    let named = Some(jibiao_kit::Concept::LevelThree);
                    spec.columns.iter().find(|column| column.field.concept == named).or(spec.columns.first())
                });
                name.map_or(Target::Table(table.clone()), |column| {
                    Target::Field(Field::Row {
                        table: table.clone(),
                        row: row.clone(),
                        column: column.field.id.clone(),
                    })
                })
            }
            (None, Some(table), None, _) => Target::Table(table.clone()),
            (None, None, _, Some(section)) => Target::Section(section.clone()),
            (None, None, _, None) => Target::Id("sheet"),
        }
    }

    /// A finding may stand in a column that is folded away.
    fn uncover(&mut self, field: &Field) {
        let Field::Row { table, column, .. } = field else { return };
        let at = self.spec.table(table).and_then(|spec| spec.columns.iter().position(|c| c.field.id == *column));
        let hidden =
            at.zip(self.sheet.tables.get(table)).is_some_and(|(at, table)| table.visible.get(at) == Some(&false));
        if hidden {
            self.split = true;
            self.refresh();
        }
    }

    /// The finding after (or before) the one at the focus.
    fn next_finding(&mut self, forward: bool) {
        let Some(checked) = &self.checked else { return };
        let wanted = |note: &Note| note.open() && self.dimension.is_none_or(|only| note.dimension == only);
        let notes: Vec<_> = checked.notes.iter().filter(|note| wanted(note)).cloned().collect();
        let here = dom::active().and_then(|element| Field::of(&element));
        // Where the focus is at none of them, one goes on from the finding that was gone to last.
        let at = here.and_then(|here| {
            let mut places = notes.iter();
            let at = |note: &Shared<Note>| note.field.as_ref() == Some(&here);
            if forward { places.rposition(at) } else { places.position(at) }
        });
        let at = at.or_else(|| notes.iter().position(|note| self.found.as_ref() == Some(&note.key)));
        let next = match (at, forward) {
            (Some(at), true) => notes.get(at.saturating_add(1)).or(notes.first()),
            (Some(at), false) => at.checked_sub(1).and_then(|at| notes.get(at)).or(notes.last()),
            (None, true) => notes.first(),
            (None, false) => notes.last(),
        };
        if let Some(note) = next.cloned() {
            self.jump(&note);
        }
    }
}
