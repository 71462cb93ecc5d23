//! The tests that a pack carries: the examples in its rules' files, and those in `tests/`.

use jibiao_model::{CellId, Document, Finding, Form, FormPurpose, Row, RuleId, Severity, Stage, Table, TableId};
use jibiao_rules::{DataExample, NATIVE, PolicyEntry, Problem, RuleBook, check};

use crate::Pack;

/// One test of a pack after it ran.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    pub rule: RuleId,
    /// The file of the pack, without its ending, and the place in it.
    pub file: String,
    pub at: String,
    /// How often the rule should find its defect.
    pub expected: usize,
    pub outcome: Outcome,
}

/// How a test ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// How often the rule found its defect.
    Found(usize),
    /// The rule could not run to its end, and why.
    Halted(String),
    /// The example does not fit the pack: it names a form, cell or column that is not there.
    Unfit(String),
}

impl Tested {
    /// Whether the rule did what the example says.
    pub fn passed(&self) -> bool {
        self.outcome == Outcome::Found(self.expected)
    }

    /// The problem of a test that failed.
    pub fn problem(self) -> Option<Problem> {
        let what = match &self.outcome {
            Outcome::Found(found) if *found == self.expected => return None,
            Outcome::Found(found) => {
                format!("here the rule finds {found} defect(s), and the example says {}", self.expected)
            }
            Outcome::Halted(reason) => format!("the rule can't run to its end here: {reason}"),
            Outcome::Unfit(what) => what.clone(),
        };
        Some(Problem { file: self.file, line: None, at: self.at, what })
    }
}

/// Runs the tests of a pack: the examples of the rules that it states itself, and its `tests/`. What it inherits is
/// tested where it was stated: other numbers and words may well make those examples wrong.
pub fn test(pack: &Pack) -> Vec<Tested> {
    let own = pack.book.data.iter().filter(|rule| pack.states(&rule.id));
    let stated = own.map(|rule| ("rules/", &rule.id, &rule.examples));
    let more = pack.tests.iter().map(|(rule, examples)| ("tests/", rule, examples));
    stated.chain(more).flat_map(|(folder, rule, examples)| run(pack, folder, rule, examples)).collect()
}

/// Runs the examples of the rules that a pack inherits and uses, as they are with its own numbers and words.
pub fn test_inherited(pack: &Pack) -> Vec<Tested> {
    let is_on = |rule| Stage::ALL.into_iter().any(|stage| pack.book.policy.is_on(rule, stage));
    let inherited = pack.book.data.iter().filter(|rule| !pack.states(&rule.id) && is_on(&rule.id));
    inherited.flat_map(|rule| run(pack, "rules/", &rule.id, &rule.examples)).collect()
}

fn run(pack: &Pack, folder: &str, rule: &RuleId, examples: &[DataExample]) -> Vec<Tested> {
    let book = switched_on(&pack.book, rule);
    let tested = examples.iter().enumerate().map(|(index, example)| Tested {
        rule: rule.clone(),
        file: format!("{folder}{rule}"),
        at: format!("examples[{index}]"),
        expected: example.finds,
        outcome: outcome(pack, &book, rule, example),
    });
    tested.collect()
}

/// The book with a rule that is looked at in a review, whatever its policy says: a rule that waits is tested too.
fn switched_on(book: &RuleBook, rule: &RuleId) -> RuleBook {
    let mut book = book.clone();
    if !book.policy.is_on(rule, Stage::Review) {
        let entry = PolicyEntry { review: Some(Severity::Advises), ..PolicyEntry::default() };
        book.policy.rules.insert(rule.clone(), entry);
    }
    book
}

fn outcome(pack: &Pack, book: &RuleBook, rule: &RuleId, example: &DataExample) -> Outcome {
    let (form, document) = match document(pack, rule, example) {
        Ok(made) => made,
        Err(what) => return Outcome::Unfit(what),
    };
    let report = check(book, &pack.reference, form, &document, Stage::Review);
    if let Some(fault) = report.faults.iter().find(|fault| fault.rule == *rule) {
        return Outcome::Halted(fault.reason.clone());
    }
    let found: Vec<&Finding> =
        report.entries.iter().map(|entry| &*entry.finding).filter(|finding| finding.rule == *rule).collect();
    let stays = |finding: &&&Finding| !is_mended(pack, book, form, &document, finding);
    match found.iter().find(stays) {
        Some(finding) => Outcome::Unfit(format!("the fix at `{}` leaves what it should mend", finding.place.pointer)),
        None => Outcome::Found(found.len()),
    }
}

/// Whether each fix of a finding can be applied, and takes away what was found.
fn is_mended(pack: &Pack, book: &RuleBook, form: &Form, document: &Document, finding: &Finding) -> bool {
    finding.fixes.iter().all(|fix| {
        let mut after = document.clone();
        let applied = after.apply(fix.edit.clone()).is_ok();
        let again = check(book, &pack.reference, form, &after, Stage::Review);
        let same = |other: &Finding| other.message == finding.message && other.place == finding.place;
        applied && !again.entries.iter().any(|entry| same(&entry.finding))
    })
}

/// The document of an example, and its form.
///
/// # Errors
/// A sentence on what the pack does not have.
pub fn document<'p>(pack: &'p Pack, rule: &RuleId, example: &DataExample) -> Result<(&'p Form, Document), String> {
    let form = form(pack, rule, example)?;
    let mut document = Document::new("example", pack.reference.clone(), form.id.clone());
    document.extent = example.extent;
    for (id, text) in &example.cells {
        if form.cell(id.as_str()).is_none() {
            return Err(format!("`{id}` is no cell of the form `{}`", form.id));
        }
        document.cells.insert(id.clone(), text.clone());
    }
    for (name, table, rows) in example.filled(form) {
        let table =
            table.ok_or_else(|| format!("`{name}` stand here, and the form `{}` has no such table", form.id))?;
        for (index, cells) in rows.iter().enumerate() {
            let row = row(table, index, cells)?;
            document.tables.get_or_default(TableId::new(table.id.to_string())).push(row);
        }
    }
    document.origins.extend(example.origin(form));
    Ok((form, document))
}

fn row(table: &Table, index: usize, cells: &[(CellId, String)]) -> Result<Row, String> {
    let row = DataExample::row(table, index, cells);
    let strange = row.cells.keys().find(|id| table.columns.iter().all(|column| column.id != **id)).cloned();
    match strange {
        Some(id) => Err(format!("`{id}` is no column of the table `{}`", table.id)),
        None => Ok(row),
    }
}

/// The form that an example names, or else a form that the rule looks at: the declaration of 2021 where it is one.
fn form<'p>(pack: &'p Pack, rule: &RuleId, example: &DataExample) -> Result<&'p Form, String> {
    if let Some(name) = &example.form {
        return pack.form(name.as_str()).ok_or_else(|| format!("there is no form `{name}`"));
    }
    let native = NATIVE.iter().find(|native| native.id == *rule).map(|native| native.purposes);
    let data = pack.book.data.iter().find(|data| data.id == *rule).map(|data| data.purposes.as_slice());
    let purposes = native.or(data).unwrap_or(&[FormPurpose::Declaration]);
    let fits = |form: &&Form| purposes.contains(&form.purpose);
    let usual = pack.form("project-declaration-2021").filter(fits);
    usual
        .or_else(|| pack.forms.iter().find(fits))
        .ok_or_else(|| "no form of the pack is looked at by the rule".to_owned())
}
