//! 情况说明: answering a finding with a reason, and taking the reason back. Both are edits like any other.

use jibiao_model::{Answer, Edit, Entry, Lapse, Number, Report, Waiver};
use jibiao_rules::{reason_lapse, reason_length};

use crate::Draft;

impl Draft {
    /// How many letters and digits a reason has to have.
    pub fn reason_length(&self) -> Number {
        reason_length(&self.pack().book)
    }

    /// What is wrong with the text of a reason; `None` where it will do.
    pub fn reason_lapse(&self, reason: &str) -> Option<Lapse> {
        reason_lapse(&self.pack().book, reason)
    }

    /// The change that answers a finding of a report on this document with a reason. Reasons that it replaces are taken
    /// out in the same step: for the same finding, or for what it was before it changed.
    ///
    /// # Errors
    /// [`Lapse`] says why the reason would not count.
    pub fn waive(&self, report: &Report, entry: &Entry, answer: Answer) -> Result<Edit, Lapse> {
        if !entry.waivable {
            return Err(Lapse::NotAllowed);
        }
        if let Some(lapse) = self.reason_lapse(&answer.reason) {
            return Err(lapse);
        }
        let waiver = Box::new(Waiver::of(&entry.finding, self.document(), answer));
        let changed =
            |old: &Waiver| report.lapsed.iter().any(|lapsed| lapsed.why == Lapse::Changed && lapsed.waiver == *old);
        let replaced =
            self.document().waivers_about(&entry.finding).map(|(_, old)| old).filter(|old| {
                (changed(old) || old.answers(&entry.finding, self.document())) && old.order(&waiver).is_ne()
            });
        let withdraw = |waiver: &Waiver| Edit::WithdrawWaiver { waiver: Box::new(waiver.clone()) };
        let mut edits: Vec<Edit> = replaced.map(withdraw).collect();
        let set = Edit::SetWaiver { waiver };
        if edits.is_empty() {
            return Ok(set);
        }
        edits.push(set);
        Ok(Edit::All { edits })
    }

    /// The change that takes the reason of a finding back; `None` where it has none.
    pub fn withdraw(&self, entry: &Entry) -> Option<Edit> {
        let mut about = self.document().waivers_about(&entry.finding);
        let (_, waiver) = about.find(|(_, waiver)| waiver.answers(&entry.finding, self.document()))?;
        Some(Edit::WithdrawWaiver { waiver: Box::new(waiver.clone()) })
    }
}
