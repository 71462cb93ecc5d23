//! The reasons that go with the paper.

use jibiao_kit::{Answer, Draft, Language, Report, Stage, Words};

use super::check::Checked;

/// A reason as the paper prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) place: String,
    /// What it answers.
    pub(crate) what: String,
    pub(crate) answer: Answer,
}

/// The reasons that count at hand-in, whether or not somebody asked for a check.
pub(crate) fn given(draft: &Draft, checked: Option<&Checked>, language: Language) -> Vec<Given> {
    if draft.document().waivers.is_empty() {
        return Vec::new();
    }
    match checked.filter(|checked| checked.demanded) {
        Some(checked) => of(draft, &checked.report, language),
        None => of(draft, &draft.check(Stage::Submission), language),
    }
}

fn of(draft: &Draft, report: &Report, language: Language) -> Vec<Given> {
    let words = Words::new(draft.pack(), draft.form(), language);
    let given = report.entries.iter().filter_map(|entry| {
        let answer = entry.waiver.clone()?;
        let worded = words.finding(&entry.finding);
        Some(Given { place: worded.place, what: worded.what, answer })
    });
    given.collect()
}
