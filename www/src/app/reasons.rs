//! 情况说明: asking for the reason of a finding, taking it into the document, taking it back.

use jibiao_kit::{Answer, Concept, Edit};

use super::{App, Dialog};
use crate::{
    browser::clock,
    parts::reason::Asked,
    state::{Action, Desk, desk::Target},
};

impl App {
    pub(super) fn reasons(&mut self, action: Action) -> bool {
        match action {
            Action::Answer(finding) => self.ask(Dialog::Reason { finding, refused: None }),
            Action::Unsaid { finding, reason } => {
                if let Some(desk) = &mut self.desk {
                    desk.unsaid = Some((finding, reason));
                }
                false
            }
            Action::Waive { finding, reason } => self.waive(&finding, &reason),
            Action::Withdraw(finding) => {
                let Some(desk) = &mut self.desk else { return false };
                let edit = desk.checked.as_ref().and_then(|checked| {
                    let note = checked.note(&finding)?;
                    desk.draft.withdraw(checked.entry(note)?)
                });
                self.take_back(edit, Target::Note(finding))
            }
            Action::Discard(at) => {
                let Some(desk) = &mut self.desk else { return false };
                let lapsed = desk.checked.as_ref().and_then(|checked| checked.report.lapsed.get(at));
                let edit = lapsed.map(|lapsed| Edit::WithdrawWaiver { waiver: Box::new(lapsed.waiver.clone()) });
                self.take_back(edit, Target::Id("problems"))
            }
            _ => false,
        }
    }

    /// What the dialog shows of the finding; `None` where it is gone.
    pub(super) fn asked_reason(&self, finding: &str, refused: Option<&str>) -> Option<Asked> {
        let desk = self.desk.as_ref()?;
        let note = desk.checked.as_ref()?.note(finding)?.clone();
        let unsaid = desk.unsaid.as_ref().filter(|(key, _)| key == finding).map(|(_, reason)| reason.clone());
        let given = note.answer.as_ref().or(note.lapsed.as_ref().map(|lapsed| &lapsed.answer));
        let initial = unsaid.or_else(|| given.map(|answer| answer.reason.clone())).unwrap_or_default();
        let least = desk.draft.reason_length().to_string();
        Some(Asked {
            note,
            initial: initial.into(),
            least: least.into(),
            refused: refused.map(|why| why.to_owned().into()),
        })
    }

    fn waive(&mut self, finding: &str, reason: &str) -> bool {
        let now = clock::now();
        let Some(desk) = &mut self.desk else { return false };
        let edit = desk.checked.as_ref().and_then(|checked| {
            let note = checked.note(finding)?;
            let answer = Answer {
                reason: reason.trim().to_owned(),
                by: desk.text_of(Concept::PreparedBy).to_owned(),
                date: clock::day(now),
            };
            Some(desk.draft.waive(&checked.report, checked.entry(note)?, answer))
        });
        match edit {
            None => self.dismiss(),
            Some(Err(lapse)) => {
                let refused = desk.lapse(lapse);
                desk.focus = Some(Target::Id("reason"));
                self.dialog = Some(Dialog::Reason { finding: finding.to_owned(), refused: Some(refused) });
                true
            }
            Some(Ok(edit)) => {
                let given = desk.apply(edit, now);
                desk.unsaid = None;
                // The button that asked may be gone: what was answered stands elsewhere in the list now.
                let in_list =
                    self.came_from.as_ref().is_some_and(|from| matches!(from.closest(".problems"), Ok(Some(_))));
                self.dismiss();
                if given {
                    self.after_reason(finding, in_list);
                    self.say(self.t.reason_given());
                    self.retitle();
                }
                true
            }
        }
    }

    fn after_reason(&mut self, finding: &str, in_list: bool) {
        let Some(desk) = &mut self.desk else { return };
        let field = desk.checked.as_ref().and_then(|checked| checked.note(finding)?.field.clone());
        desk.focus = Some(match field {
            Some(field) if !in_list => Target::Field(field),
            _ => Target::Note(finding.to_owned()),
        });
    }

    fn take_back(&mut self, edit: Option<Edit>, focus: Target) -> bool {
        let (Some(desk), Some(edit)) = (&mut self.desk, edit) else { return false };
        if desk.apply(edit, clock::now()) {
            desk.focus = Some(focus);
            self.say(self.t.reason_withdrawn());
            self.retitle();
        }
        true
    }
}

impl Desk {
    fn lapse(&self, why: jibiao_kit::Lapse) -> String {
        jibiao_kit::Words::new(self.draft.pack(), self.draft.form(), self.t.0).lapse(why)
    }
}
