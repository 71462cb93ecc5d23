//! Where a rule puts what it found.

use std::sync::Arc;

use jibiao_model::{Arg, Dimension, Entry, Finding, Fix, Place, RuleId, Severity};
use jibiao_reading::Indicator;

use crate::{
    Halt,
    memory::{ByRow, Changes},
};

/// Where a rule puts what it found. The sink knows the pack's judgement; the rule does not.
pub struct Sink<'a> {
    pub(crate) rule: &'a RuleId,
    pub(crate) dimension: Dimension,
    pub(crate) judge: &'a dyn Judge,
    pub(crate) entries: &'a mut Vec<Entry>,
    pub(crate) keeping: Option<Keeping<'a>>,
}

/// What the rule found before, and what is kept of it for the next check.
pub(crate) struct Keeping<'a> {
    /// By row, at the last check; `None` where all rows are looked at.
    pub(crate) past: Option<(&'a [Option<ByRow>], &'a Changes<'a>)>,
    pub(crate) by_row: Vec<Option<ByRow>>,
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
            let finding = Arc::new(finding);
            self.entries.push(Entry { severity, dimension: self.dimension, waivable, waiver: None, finding });
        }
    }

    /// Goes through indicators one by one; what was found in a row that is as it was is taken from the check before.
    /// `others` says whether other rows had a part in it so far; nothing is taken and nothing kept then.
    pub(crate) fn each(
        &mut self,
        all: &[Indicator<'_>],
        check: &EachRow<'_>,
        others: &dyn Fn() -> bool,
    ) -> Result<(), Halt> {
        let Some(keeping) = &mut self.keeping else {
            return all.iter().try_for_each(|indicator| check(indicator, self));
        };
        let nth = keeping.by_row.len();
        keeping.by_row.push(None);
        // Which loop of the rule this is may depend on rows that were seen before it.
        let past = keeping.past.filter(|_| !others());
        let past = past.and_then(|(past, changes)| Some((past.get(nth)?.as_ref()?, changes)));
        let mut found = ByRow::new();
        match past {
            None => all.iter().try_for_each(|indicator| self.look(indicator, check, &mut found))?,
            Some((kept, changes)) => {
                let mut kept = kept.iter().filter(|(row, _)| changes.is_same(*row)).peekable();
                let mut take = |sink: &mut Self, found: &mut ByRow, before: usize| {
                    while let Some(kept) = kept.next_if(|(row, _)| *row < before) {
                        sink.entries.push(kept.1.clone());
                        found.push(kept.clone());
                    }
                };
                for indicator in &changes.indicators {
                    // In the order of the rows, as if all of them were looked at.
                    take(self, &mut found, indicator.index);
                    self.look(indicator, check, &mut found)?;
                }
                take(self, &mut found, usize::MAX);
            }
        }
        if let Some(slot) = self.keeping.as_mut().and_then(|keeping| keeping.by_row.get_mut(nth)) {
            *slot = Some(found).filter(|_| !others());
        }
        Ok(())
    }

    fn look(&mut self, indicator: &Indicator<'_>, check: &EachRow<'_>, found: &mut ByRow) -> Result<(), Halt> {
        let before = self.entries.len();
        check(indicator, self)?;
        let new = self.entries.get(before..).unwrap_or_default();
        found.extend(new.iter().map(|entry| (indicator.index, entry.clone())));
        Ok(())
    }
}

/// What is asked of one indicator.
pub(crate) type EachRow<'c> = dyn Fn(&Indicator<'_>, &mut Sink<'_>) -> Result<(), Halt> + 'c;
