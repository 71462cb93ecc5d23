//! Where a rule puts what it found.

use jibiao_model::{Arg, Dimension, Entry, Finding, Fix, Place, RuleId, Severity};

/// Where a rule puts what it found. The sink knows the pack's judgement; the rule does not.
pub struct Sink<'a> {
    pub(crate) rule: &'a RuleId,
    pub(crate) dimension: Dimension,
    pub(crate) judge: &'a dyn Judge,
    pub(crate) entries: &'a mut Vec<Entry>,
}

/// The pack's judgement of a message: its severity, `None` is off, and whether a person may answer it with a reason.
pub(crate) trait Judge {
    fn judge(&self, rule: &RuleId, message: &str) -> Option<(Severity, bool)>;
}

// By hand: printing the judge would print the whole pack, and every type of it would be printable in the page.
impl std::fmt::Debug for Sink<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sink").field("rule", &self.rule.as_str()).finish_non_exhaustive()
    }
}

impl Sink<'_> {
    /// Reports a defect.
    pub fn report<const N: usize>(&mut self, place: Place, message: &'static str, args: [(&'static str, Arg); N]) {
        self.report_with_fixes(place, message, args, Vec::new());
    }

    /// Reports a defect that has a safe answer.
    pub fn report_with_fixes<const N: usize>(
        &mut self,
        place: Place,
        message: &'static str,
        args: [(&'static str, Arg); N],
        fixes: Vec<Fix>,
    ) {
        self.put(place, message, Vec::from(args), fixes);
    }

    // Apart from its callers, which exist once for each number of arguments.
    fn put(&mut self, place: Place, message: &str, args: Vec<(&'static str, Arg)>, fixes: Vec<Fix>) {
        let args = args.into_iter().map(|(name, arg)| (name.to_owned(), arg)).collect();
        self.push(Finding { rule: self.rule.clone(), place, message: message.to_owned(), args, fixes });
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        if let Some((severity, waivable)) = self.judge.judge(&finding.rule, &finding.message) {
            self.entries.push(Entry { severity, dimension: self.dimension, waivable, waiver: None, finding });
        }
    }
}
