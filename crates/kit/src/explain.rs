//! The page of a rule: what it finds, why it matters, what to do, where it comes from, and examples.

mod markdown;

use jibiao_model::{CellId, Document, FormId, RuleId, Severity, Stage};
use jibiao_packs::Pack;
use jibiao_rules::{Basis, DataExample, Example, NATIVE, PolicyEntry};
use jibiao_wording::Language;
use serde::Serialize;

pub use markdown::MarkdownPage;

use crate::{Words, words};

/// An example of a rule's page, as a person would see it in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedExample {
    /// How often the rule finds its defect in it; 0 is a good example.
    pub finds: usize,
    /// The form it stands in.
    pub form: String,
    /// Labels and texts of the cells outside tables.
    pub cells: Vec<ExampleText>,
    /// Labels and texts of each row.
    pub rows: Vec<Vec<ExampleText>>,
    /// What the rule says to it.
    pub says: Vec<String>,
}

/// One text of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExampleText {
    pub label: String,
    pub text: String,
}

/// What a pack does with a finding of a rule that it treats otherwise than the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessagePolicy {
    /// The key of the message.
    pub message: String,
    /// The message, with its places in braces.
    pub says: String,
    /// As [`Explanation::policy`].
    pub policy: Vec<(&'static str, Option<&'static str>)>,
}

/// The page of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    pub id: String,
    pub dimension: &'static str,
    pub title: String,
    pub why: String,
    #[serde(rename = "do")]
    pub advice: String,
    /// What the pack does with its findings at each stage; `None` is off.
    pub policy: Vec<(&'static str, Option<&'static str>)>,
    /// Findings with which it does something else.
    pub but: Vec<MessagePolicy>,
    /// Whether some of its findings may be answered with a reason.
    pub waivable: bool,
    /// Rules to whose findings at the same place its own give way: id and title.
    pub gives_way: Vec<(String, String)>,
    /// Document number and clause.
    pub basis: Vec<(String, String)>,
    /// Which pack brought the rule, and in which edition.
    pub since: (String, String),
    pub examples: Vec<ExplainedExample>,
}

impl Explanation {
    /// Since when there is the rule, in words.
    pub fn since_said(&self, language: Language) -> String {
        let (pack, edition) = &self.since;
        let args = [("pack", pack.into()), ("edition", edition.into())];
        words::kit_messages().of(language).render("rule-since", &args)
    }
}

/// Which pack brought a rule, and in which edition. Native rules came with the pack that all others stand on.
fn since(pack: &Pack, rule: &RuleId) -> (String, String) {
    let first = pack.origins.get(rule).map(|origin| origin.first.as_str());
    let known = pack.editions.iter().find(|(id, _)| Some(id.as_str()) == first).or(pack.editions.last());
    let (id, edition) = known.cloned().unwrap_or_default();
    (id, pack.book.policy.since.get(rule).cloned().unwrap_or(edition))
}

/// What a rule says of itself, whatever a pack does with its findings.
pub(crate) struct RuleText {
    pub id: RuleId,
    pub dimension: &'static str,
    pub title: String,
    pub why: String,
    pub advice: String,
    /// Document number and clause.
    pub basis: Vec<(String, String)>,
}

/// `None` where the pack has no such rule.
pub(crate) fn rule_text(pack: &Pack, rule: &str, language: Language) -> Option<RuleText> {
    let native = NATIVE.iter().find(|native| native.id.as_str() == rule);
    let data = pack.book.data.iter().find(|data| data.id.as_str() == rule);
    let (id, dimension, basis): (_, _, &[Basis]) = match (native, data) {
        (Some(rule), _) => (&rule.id, rule.dimension, rule.basis),
        (None, Some(rule)) => (&rule.id, rule.dimension, &rule.basis),
        (None, None) => return None,
    };
    let words = pack.messages.of(language);
    Some(RuleText {
        id: id.clone(),
        dimension: dimension.name(),
        title: words.render(&format!("rule-{id}"), &[]),
        why: words.render(&format!("rule-{id}.why"), &[]),
        advice: words.render(&format!("rule-{id}.do"), &[]),
        basis: basis.iter().map(|basis| (basis.document.to_string(), basis.clause.to_string())).collect(),
    })
}

fn examples(pack: &Pack, rule: &RuleId) -> Vec<DataExample> {
    match NATIVE.iter().find(|native| native.id == *rule) {
        Some(native) => native.examples.iter().map(Example::read).collect(),
        None => pack.book.data.iter().filter(|data| data.id == *rule).flat_map(|data| data.examples.clone()).collect(),
    }
}

/// The page of a rule in a pack; `None` where the pack has no such rule. Every example is checked anew for what is said
/// of it.
pub(crate) fn explain(pack: &Pack, rule: &str, language: Language) -> Option<Explanation> {
    let RuleText { id, dimension, title, why, advice, basis } = rule_text(pack, rule, language)?;
    let words = pack.messages.of(language);
    let entry = pack.book.policy.rules.get(&id).copied().unwrap_or_default();
    let better = pack.book.policy.gives_way.iter().filter(|pair| pair.rule == id).map(|pair| &pair.to);
    Some(Explanation {
        dimension,
        title,
        why,
        advice,
        policy: by_stage(entry),
        but: but(pack, &id, entry, language),
        waivable: pack.book.policy.takes_reasons(&id),
        gives_way: better.map(|to| (to.to_string(), words.render(&format!("rule-{to}"), &[]))).collect(),
        basis,
        since: since(pack, &id),
        examples: examples(pack, &id).iter().filter_map(|example| explained(pack, &id, example, language)).collect(),
        id: id.to_string(),
    })
}

fn by_stage(entry: PolicyEntry) -> Vec<(&'static str, Option<&'static str>)> {
    Stage::ALL.iter().map(|stage| (stage.name(), entry.at(*stage).map(Severity::name))).collect()
}

/// Messages whose findings are graver or less grave than those of the rule.
fn but(pack: &Pack, rule: &RuleId, of_rule: PolicyEntry, language: Language) -> Vec<MessagePolicy> {
    let words = pack.messages.of(language);
    let others = pack.book.policy.messages.iter();
    others
        .filter(|((id, _), entry)| id == rule && by_stage(**entry) != by_stage(of_rule))
        .map(|((_, message), entry)| MessagePolicy {
            message: message.clone(),
            says: words.pattern(message).unwrap_or(message).to_owned(),
            policy: by_stage(*entry),
        })
        .collect()
}

/// The form of an example that names none.
const USUAL_FORM: &str = "project-declaration-2021";

/// An example in words; `None` where the pack has no such form.
fn explained(pack: &Pack, rule: &RuleId, example: &DataExample, language: Language) -> Option<ExplainedExample> {
    let form = pack.form(example.form.as_ref().map_or(USUAL_FORM, FormId::as_str))?;
    let words = Words::new(pack, form, language);
    let mut document = Document::new("example", pack.reference.clone(), form.id.clone());
    document.extent = example.extent;
    let mut shown = ExplainedExample {
        finds: example.finds,
        form: words.label(&form.title).to_owned(),
        cells: Vec::new(),
        rows: Vec::new(),
        says: Vec::new(),
    };
    for (id, text) in &example.cells {
        let label = form.cell(id.as_str()).map_or(id.as_str(), |cell| words.label(&cell.label));
        shown.cells.push(ExampleText { label: label.to_owned(), text: text.clone() });
        document.cells.insert(id.clone(), text.clone());
    }
    for (_, table, rows) in example.filled(form) {
        let Some(table) = table else { continue };
        for texts in rows {
            let label = |id: &CellId| {
                let column = table.columns.iter().find(|column| column.id == *id);
                column.map_or(id.as_str(), |column| words.label(&column.label)).to_owned()
            };
            shown
                .rows
                .push(texts.iter().map(|(id, text)| ExampleText { label: label(id), text: text.clone() }).collect());
            let rows = document.tables.get_or_default(table.id.clone());
            let row = DataExample::row(table, rows.len(), texts);
            rows.push(row);
        }
    }
    document.origins.extend(example.origin(form));
    let report = jibiao_rules::check(&pack.book, &pack.reference, form, &document, Stage::Review);
    let found = report.entries.iter().filter(|entry| entry.finding.rule == *rule);
    shown.says = found.map(|entry| words.finding(&entry.finding).what).collect();
    Some(shown)
}

/// The ids of all rules of a pack that are on at some stage, in order.
pub(crate) fn rules(pack: &Pack) -> Vec<String> {
    pack.book.policy.rules.keys().map(ToString::to_string).collect()
}
