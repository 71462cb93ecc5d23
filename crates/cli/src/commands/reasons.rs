//! 情况说明 in the report of a file: findings with a reason, and reasons that don't count.

use anstyle::Style;
use jibiao_kit::{Answer, Draft, Entry, LapsedWaiver, Report, WordedFinding, Words};

use crate::{
    commands::Session,
    page::{BOLD, DIM, PLAIN, Page, YELLOW},
};

/// Under the number of a finding.
const INDENT: usize = 5;

impl Session<'_> {
    /// What is added to the counts; nothing where no finding has a reason.
    pub(super) fn waived_count(self, report: &Report) -> String {
        match report.waived.total() {
            0 => String::new(),
            count => self.speech.say("waived-count", &[("count", &count.to_string())]),
        }
    }

    /// Findings with a reason, of all severities.
    pub(super) fn answered(self, page: &mut Page, report: &Report, words: &[WordedFinding]) {
        let answered = report.entries.iter().zip(words).filter_map(|(entry, words)| {
            let answer = entry.waiver.as_ref()?;
            Some((entry, answer, words))
        });
        let answered: Vec<_> = answered.collect();
        if answered.is_empty() {
            return;
        }
        page.gap();
        page.line(&[(BOLD, &self.speech.say("waived-line", &[("count", &answered.len().to_string())]))]);
        for (index, (entry, answer, words)) in answered.into_iter().enumerate() {
            self.finding(page, index.saturating_add(1), BOLD, entry, words);
            self.reason(page, PLAIN, answer);
        }
    }

    /// Who gives which reason, and when.
    fn reason(self, page: &mut Page, style: Style, answer: &Answer) {
        let by: Vec<&str> =
            [&answer.by, &answer.date].into_iter().map(|text| text.trim()).filter(|t| !t.is_empty()).collect();
        let text = self.speech.say("reason-line", &[("reason", answer.reason.trim())]);
        let text =
            if by.is_empty() { text } else { [text, self.speech.say("reason-by", &[("by", &by.join(" "))])].concat() };
        page.paragraph(INDENT, 2, style, &text);
    }

    /// Reasons of the document that don't count.
    pub(super) fn lapsed(self, page: &mut Page, lapsed: &[LapsedWaiver], draft: &Draft, words: &Words<'_>) {
        if lapsed.is_empty() {
            return;
        }
        page.gap();
        page.line(&[(YELLOW, &self.speech.say("lapsed-line", &[("count", &lapsed.len().to_string())]))]);
        for (index, LapsedWaiver { why, waiver }) in lapsed.iter().enumerate() {
            let number = format!("{:>3}. ", index.saturating_add(1));
            let place = words.place_of(waiver, draft.document());
            page.line(&[(YELLOW, &number), (BOLD, &place), (PLAIN, "  "), (DIM, waiver.rule.as_str())]);
            self.reason(page, PLAIN, &waiver.answer);
            page.paragraph(INDENT, 2, PLAIN, &words.lapse(*why));
        }
    }

    /// The severity of a finding that stands among findings of others.
    pub(super) fn severity_of(self, entry: &Entry) -> String {
        self.speech.name(&format!("severity-{}", entry.severity.name()))
    }
}
