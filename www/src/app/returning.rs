//! 写退回单: whoever looks a document through says what has to be changed, and sends it back.

use jibiao_kit::slip::{SlipError, SlipErrorCode};

use super::{App, Dialog, filing::name_of_file};
use crate::{
    browser::{chance, clock, dom, files},
    state::{
        desk::{Panel, Target, View},
        returning::{Return, Returning},
        slip::written,
    },
    store::settings,
};

impl App {
    pub(super) fn returning(&mut self, step: Return) -> bool {
        let now = clock::now();
        match step {
            Return::Show(true) => return self.open_returning(false),
            Return::Save => return self.write_slip(false),
            Return::PutAway => return self.write_slip(true),
            Return::Drop(sure) => return self.drop_slip(sure),
            Return::Cross => return self.cross(),
            _ => {}
        }
        let Some(desk) = &mut self.desk else { return false };
        if let Return::Go(at) = step {
            desk.focus = Some(desk.place_of(at));
            desk.panel = None;
            return true;
        }
        if let Return::Show(_) = step {
            desk.leave_returning();
            desk.panel = None;
            desk.focus = Some(Target::Back("sheet"));
            return true;
        }
        let reads = matches!(step, Return::Unfold(_) | Return::ShowRest);
        if !reads && !desk.keeps() {
            return false;
        }
        let Some(returning) = &mut desk.returning else { return false };
        // What is typed stands in its input already.
        let typed = matches!(step, Return::Reviewer(_) | Return::Say(..) | Return::SayOf(..));
        match step {
            Return::Reviewer(name) => {
                settings::set_reviewer(name.trim());
                returning.reviewer = name;
            }
            Return::On(at) => desk.focus = Some(Target::Remark(returning.comment(at))),
            Return::Say(n, text) => returning.say(n, text),
            Return::Remove(n) => {
                // What takes it back stands where the comment stood.
                let can_be_put_back = returning.remove(n);
                desk.focus = Some(if can_be_put_back { Target::Remark(n) } else { Target::Id("returning-own") });
            }
            Return::PutBack(n) => {
                returning.put_back(n);
                desk.focus = Some(Target::Remark(n));
            }
            Return::Pick(key) => returning.pick(key),
            Return::PickAll(picked) => returning.pick_all(picked),
            Return::PickThese(these, picked) => returning.pick_these(&these, picked),
            Return::TakeBack => {
                desk.take_all_back(now);
                desk.focus = Some(Target::Id("returning"));
            }
            Return::SayOf(key, text) => returning.say_of(key, text),
            Return::AskAgain => desk.focus = desk.ask_again(None, chance::id('s')),
            Return::AskAgainFor(n) => desk.focus = desk.ask_again(Some(n), chance::id('s')),
            Return::Unfold(group) => returning.unfold(group),
            Return::ShowRest => returning.show_rest(),
            Return::Show(_) | Return::Go(_) | Return::Save | Return::PutAway | Return::Drop(_) | Return::Cross => {}
        }
        if !reads {
            desk.changed = now;
            desk.unkept = true;
        }
        if !typed {
            desk.look_at_returning();
        }
        // The bar says that something is not kept yet.
        true
    }

    /// `anew` for a document that was just received: a slip on it that a file has was on what came before.
    fn open_returning(&mut self, anew: bool) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        let returning = desk.returning.take().filter(|returning| !anew || returning.is_unfiled());
        desk.clear_beside();
        let mut returning = returning.unwrap_or_else(|| Returning::new(settings::reviewer(), chance::id('s')));
        returning.shown = true;
        desk.returning = Some(returning);
        desk.typing = None;
        desk.view = View::Sheet;
        desk.panel = Some(Panel::Problems);
        desk.focus = Some(Target::Id("returning"));
        desk.look_at_returning();
        true
    }

    /// The document of a bundle that was opened in order to be sent back is on the desk.
    pub(super) fn begin_returning(&mut self) -> bool {
        std::mem::take(&mut self.to_return) && self.open_returning(true)
    }

    /// The slip as a file. Only then may it be put away.
    fn write_slip(&mut self, put_away: bool) -> bool {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return false };
        let revision = desk.draft.document().revision.to_string();
        let name = name_of_file(desk.project(), desk.year(), &desk.spec.title, &t.returning_name(&revision), ".json");
        match desk.written_slip(clock::day(clock::now())) {
            // The part says that the document is not what was received.
            None => return true,
            Some(Ok(slip)) => {
                if files::offer(&name, &written(&slip)).is_none() {
                    return self.ask(Dialog::NotWritten { message: "Blob".to_owned() });
                }
            }
            Some(Err(error)) => {
                let message = refused(&error, t);
                return self.ask(Dialog::NotMade { message });
            }
        }
        if let Some(returning) = &mut desk.returning {
            returning.given();
        }
        if put_away {
            desk.leave_returning();
            desk.panel = None;
            desk.focus = Some(Target::Back("sheet"));
        }
        desk.unkept = true;
        // Whoever was asked whether to give it up chose this instead.
        if matches!(self.dialog, Some(Dialog::DropSlip)) {
            self.dismiss();
            self.goes_back = None;
        }
        self.say(t.file_saved_said(&name));
        true
    }

    fn drop_slip(&mut self, sure: bool) -> bool {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.keeps()) else { return false };
        if !sure && desk.returning.as_ref().is_some_and(Returning::is_unfiled) {
            return self.ask(Dialog::DropSlip);
        }
        desk.returning = None;
        desk.panel = None;
        desk.focus = Some(Target::Back("sheet"));
        desk.changed = clock::now();
        desk.unkept = true;
        self.dismiss();
        // Not to what asked, which is gone.
        self.goes_back = None;
        true
    }

    /// The keyboard's way between the sheet and what is said of it.
    fn cross(&mut self) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        let inside = dom::active().is_some_and(|active| active.closest("[data-returning]").ok().flatten().is_some());
        desk.panel = (!inside).then_some(Panel::Problems);
        desk.focus = Some(match desk.here.clone().filter(|_| inside) {
            Some(field) => Target::Field(field),
            None if inside => Target::Back("sheet"),
            None => Target::Id("returning-here"),
        });
        true
    }
}

fn refused(error: &SlipError, t: crate::words::Text) -> String {
    match error.code() {
        SlipErrorCode::NoEntries => t.returning_empty().to_owned(),
        SlipErrorCode::TooLarge => t.slip_too_large().to_owned(),
        _ => t.returning_place(error.detail()),
    }
}
