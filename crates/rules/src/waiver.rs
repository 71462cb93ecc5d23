//! What becomes of the reasons that a document gives for its findings. A reason changes no finding, only how it is
//! treated: it is counted apart and shown with what it excuses.

use jibiao_model::{Document, Entry, Fault, Lapse, LapsedWaiver, Number, Stage, Waiver};

use crate::{Need, RuleBook, reason::letters_said};

const LEAST: &str = "reason-length";
const FILLERS: &str = "reason-fillers";

/// What a pack needs that lets findings be answered with a reason.
pub const REASON_NEEDS: &[Need] = &[Need::Number(LEAST), Need::Words(FILLERS)];

/// How many letters and digits a reason has to have. A pack that takes reasons has the number; the loader sees to it.
pub fn reason_length(book: &RuleBook) -> Number {
    book.policy.numbers.get(LEAST).copied().unwrap_or(Number::ZERO)
}

/// Letters and digits of a reason: what its length is counted in.
pub fn reason_letters(reason: &str) -> usize {
    reason.chars().filter(|c| c.is_alphanumeric()).count()
}

/// What is wrong with the text of a reason.
///
/// Letters and digits are counted; 无, 见附件 and the like don't count, nor does what the reason says a second time.
pub fn reason_lapse(book: &RuleBook, reason: &str) -> Option<Lapse> {
    let least = reason_length(book);
    if whole(reason_letters(reason)) < least {
        return Some(Lapse::TooShort);
    }
    let fillers = book.vocabulary.list(FILLERS);
    (whole(letters_said(reason, &[fillers])) < least).then_some(Lapse::SaysNothing)
}

fn whole(count: usize) -> Number {
    Number::whole(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Gives each entry the reason that counts for it, and lists the waivers that count for none. Waivers that can't be
/// judged are left out: the rule is off at this stage, or did not run to its end.
pub(crate) fn settle(
    book: &RuleBook,
    document: &Document,
    stage: Stage,
    entries: &mut [Entry],
    faults: &[Fault],
) -> Vec<LapsedWaiver> {
    if document.waivers.is_empty() {
        return Vec::new();
    }
    let mut fates: Vec<Fate> = document.waivers.iter().map(|waiver| Fate::unmet(waiver, book, stage, faults)).collect();
    for entry in entries.iter_mut() {
        let mut about = document.waivers_about(&entry.finding);
        let Some((at, waiver)) = about.find(|(_, waiver)| waiver.answers(&entry.finding, document)) else {
            continue;
        };
        let wrong = if entry.waivable { reason_lapse(book, &waiver.answer.reason) } else { Some(Lapse::NotAllowed) };
        if let Some(fate) = fates.get_mut(at) {
            *fate = wrong.map_or(Fate::Counts, Fate::Lapsed);
        }
        entry.waiver = wrong.is_none().then(|| waiver.answer.clone());
    }
    // What is left may have answered a finding that says something else now.
    for entry in entries.iter().filter(|entry| entry.waiver.is_none()) {
        for (at, _) in document.waivers_about(&entry.finding) {
            if let Some(fate @ Fate::Lapsed(Lapse::Gone)) = fates.get_mut(at) {
                *fate = Fate::Lapsed(Lapse::Changed);
            }
        }
    }
    let fated = document.waivers.iter().zip(fates);
    let lapsed = fated.filter_map(|(waiver, fate)| match fate {
        Fate::Lapsed(why) => Some(LapsedWaiver { why, waiver: waiver.clone() }),
        Fate::Counts | Fate::Open => None,
    });
    lapsed.collect()
}

/// What becomes of a waiver.
#[derive(Clone, Copy)]
enum Fate {
    Counts,
    Lapsed(Lapse),
    /// Its rule was not asked.
    Open,
}

impl Fate {
    /// Of a waiver whose finding was not met.
    fn unmet(waiver: &Waiver, book: &RuleBook, stage: Stage, faults: &[Fault]) -> Self {
        let asked = book.policy.severity(&waiver.rule, &waiver.message, stage).is_some()
            && faults.iter().all(|fault| fault.rule != waiver.rule);
        if asked { Self::Lapsed(Lapse::Gone) } else { Self::Open }
    }
}

#[cfg(test)]
mod tests;
