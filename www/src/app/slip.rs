//! 退回意见: a return slip finds its document, is answered, and goes out again.

use jibiao_kit::slip::{Anchor, Slip, SlipError, SlipErrorCode};

use super::{App, Dialog, filing::name_of_file};
use crate::{
    browser::{chance, clock, files},
    state::{
        Action, Desk, Field,
        desk::{Panel, Target, View},
        returning::Returning,
        slip::{Slipped, Slipping, Waiting, written},
    },
    store::{Kept, Trail},
};

impl App {
    /// A file that is a return slip: it goes to its document, which may have to be opened first.
    pub(super) fn take_slip(&mut self, name: String, bytes: &[u8]) -> bool {
        let slip = match Slip::read(bytes) {
            Ok(slip) => slip,
            Err(error) => return self.refuse_slip(name, &error),
        };
        let id = slip.document.clone();
        self.waiting = Some(Waiting { name, slip });
        if self.desk.as_ref().is_none_or(|desk| desk.id() != id) {
            self.fetch(id, |found| Action::Slip(Slipping::Found(found.map(Box::new))));
        }
        // The document on the desk takes it as soon as this is over.
        false
    }

    pub(super) fn slipping(&mut self, step: Slipping) -> bool {
        match step {
            Slipping::Found(Some(kept)) => return self.opening(Action::Fetched(Some(*kept))),
            Slipping::Found(None) => return self.ask_for_document(),
            Slipping::Save | Slipping::PutAway | Slipping::Replace => return self.answer_slip(&step),
            _ => {}
        }
        let now = clock::now();
        let Some(desk) = &mut self.desk else { return false };
        match step {
            Slipping::Show(shown) => {
                desk.show_slip(shown);
                if shown {
                    desk.view = View::Sheet;
                }
                desk.panel = shown.then_some(Panel::Problems);
                let page = if desk.view == View::Sheet { "sheet" } else { "result" };
                desk.focus = Some(if shown { Target::Id("slip") } else { Target::Back(page) });
            }
            Slipping::Go(n) => {
                desk.focus = desk.place_of_entry(n);
                desk.panel = None;
            }
            Slipping::Next => {
                let Some(n) = desk.slipped.as_mut().and_then(Slipped::next) else { return false };
                desk.look_at_slip();
                desk.scroll = desk.place_of_entry(n);
                desk.focus = Some(Target::Entry(n));
            }
            Slipping::Note(n, text) => {
                if !desk.can_write() {
                    return false;
                }
                let Some(slipped) = &mut desk.slipped else { return false };
                slipped.say(n, text);
                desk.changed = now;
                desk.unkept = true;
            }
            Slipping::ShowRest => {
                if let Some(slipped) = &mut desk.slipped {
                    slipped.show_rest();
                }
                desk.look_at_slip();
            }
            Slipping::Found(_) | Slipping::Save | Slipping::PutAway | Slipping::Replace => {}
        }
        true
    }

    /// Puts a slip that waits beside its document, once that is on the desk.
    pub(super) fn join_slip(&mut self) -> bool {
        let is_its = |desk: &Desk| self.waiting.as_ref().is_some_and(|waiting| waiting.slip.document == desk.id());
        let Some(desk) = self.desk.as_mut().filter(|desk| is_its(desk)) else { return false };
        let Some(Waiting { name, slip }) = self.waiting.take() else { return false };
        match desk.take_slip(slip, chance::id('s'), clock::now()) {
            Ok(None) => {
                self.slip_is_here();
                true
            }
            Ok(Some(slip)) => self.ask(Dialog::SlipClash(Waiting { name, slip })),
            Err(error) => self.refuse_slip(name, &error),
        }
    }

    /// Says which document a slip waits for.
    fn ask_for_document(&mut self) -> bool {
        let Some(Waiting { slip, .. }) = &self.waiting else { return false };
        let pack = self.kit().and_then(|kit| kit.pack(&slip.pack));
        let form = pack.and_then(|pack| pack.form(slip.form.as_str()));
        let form = form.map_or(slip.form.as_str(), |form| self.t.label(&form.title)).to_owned();
        self.ask(Dialog::SlipWaits { form })
    }

    fn slip_is_here(&mut self) {
        if matches!(self.dialog, Some(Dialog::SlipWaits { .. })) {
            self.dismiss();
        }
        let Some(desk) = &mut self.desk else { return };
        desk.view = View::Sheet;
        desk.show_slip(true);
        desk.panel = Some(Panel::Problems);
        desk.focus = Some(Target::Id("slip"));
        let entries = desk.slipped.as_ref().map_or(0, |slipped| slipped.seen.lines.len());
        let words = self.t.slip_opened(&entries.to_string());
        self.say(words);
    }

    /// The slip that was kept beside a draft of the document on the desk, and the one that was being written.
    pub(super) fn recall_slip(&mut self, trail: &Trail) {
        let Some(desk) = &mut self.desk else { return };
        desk.slipped = Slipped::recalled(&trail.slip, &trail.notes, chance::id('s'));
        desk.returning = Returning::recalled(&trail.returning, chance::id('s'));
        desk.look_at_slip();
        // One that is answered is not in the way.
        let open = desk.asked().is_some_and(|open| open > 0);
        desk.show_slip(open);
    }

    pub(super) fn recall_slip_of(&mut self, kept: Option<Kept>) {
        if let Some(kept) = kept {
            self.recall_slip(&kept.trail);
        }
    }

    /// The answer as a file. Only then may the slip go.
    fn answer_slip(&mut self, step: &Slipping) -> bool {
        let next = match (step, &self.dialog) {
            (Slipping::Replace, Some(Dialog::SlipClash(waiting))) => Some(waiting.clone()),
            (Slipping::Replace, _) => return false,
            _ => None,
        };
        let t = self.t;
        let Some(desk) = &mut self.desk else { return false };
        let Some(answered) = desk.answered_slip(clock::day(clock::now())) else { return false };
        let name = name_of_file(desk.project(), desk.year(), &desk.spec.title, t.slip_answer_name(), ".json");
        if files::offer(&name, &written(&answered)).is_none() {
            return self.ask(Dialog::NotWritten { message: "Blob".to_owned() });
        }
        if matches!(step, Slipping::Save) {
            if let Some(slipped) = &mut desk.slipped {
                slipped.given(answered);
            }
        } else {
            desk.slipped = None;
            desk.focus = Some(Target::Back(if desk.view == View::Sheet { "sheet" } else { "result" }));
        }
        desk.unkept = true;
        desk.look_at_slip();
        if next.is_some() {
            self.dismiss();
            self.waiting = next;
        }
        self.say(t.file_saved_said(&name));
        true
    }

    fn refuse_slip(&mut self, name: String, error: &SlipError) -> bool {
        let (t, detail) = (self.t, error.detail());
        let message = match error.code() {
            SlipErrorCode::NewerFormat => t.slip_newer().to_owned(),
            SlipErrorCode::TooLarge => t.slip_too_large().to_owned(),
            SlipErrorCode::OtherForm => t.slip_other_form().to_owned(),
            SlipErrorCode::OlderDocument => t.slip_older_document(detail),
            _ => t.slip_broken(detail),
        };
        self.ask(Dialog::BadFile { name, message })
    }
}

impl Desk {
    /// One part stands beside the sheet at a time.
    pub(super) fn show_slip(&mut self, shown: bool) {
        if shown {
            self.clear_beside();
        }
        if let Some(slipped) = &mut self.slipped {
            slipped.shown = shown;
        }
    }

    fn place_of_entry(&mut self, n: u32) -> Option<Target> {
        let at = self.slipped.as_mut()?.go(n)?;
        Some(self.place_of(at))
    }

    /// What stands for a place on the sheet as it is now; the whole table where its row is gone.
    pub(super) fn place_of(&mut self, at: Anchor) -> Target {
        let Anchor { section, table, row, cell } = at;
        self.view = View::Sheet;
        let document = self.draft.document();
        let there = |row: &jibiao_kit::RowId| {
            table.as_ref().is_some_and(|table| document.row(table.as_str(), row.as_str()).is_some())
        };
        let row = row.filter(there);
        let column =
            |table, id: &_| self.spec.table(table).is_some_and(|t| t.columns.iter().any(|c| c.field.id == *id));
        let field = match (&table, &row, cell) {
            (Some(table), Some(row), Some(cell)) => {
                column(table, &cell).then(|| Field::Row { table: table.clone(), row: row.clone(), column: cell })
            }
            (None, None, Some(cell)) => Some(Field::Cell(cell)),
            _ => None,
        };
        self.target_of(field.as_ref(), section.as_ref(), table.as_ref(), row.as_ref())
    }
}
