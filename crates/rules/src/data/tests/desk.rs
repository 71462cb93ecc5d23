//! A desk to try rules on: two forms, a few words and numbers, rules and documents written as people write them.

use jibiao_model::{
    Arg, Block, Cell, CellId, Column, Concept, Document, Edit, Extent, Form, FormId, FormPurpose, Frame, Kind, Label,
    LevelOne, LevelTwo, MoneyUnit, Number, PrintedRow, Report, Row, RowId, RuleId, Section, SectionId, Severity,
    SortedMap, Stage, Table, TableId, Verdict,
};
use jibiao_reading::{Vocabulary, WordSet};
use serde_json::Value;

use super::super::{DataRule, Fields, Problems};
use crate::{
    Policy, PolicyEntry, RuleBook,
    run::tests::{book, pack},
};

/// Cells that a concept names, with the kind of the concept.
fn meant(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| cell(name, name.parse().ok(), None)).collect()
}

fn cell(id: &str, concept: Option<Concept>, kind: Option<Kind>) -> Cell {
    Cell {
        id: id.into(),
        concept,
        kind: kind.or(concept.map(Concept::kind)).unwrap_or(Kind::Line),
        label: Label::default(),
        help: Label::default(),
        example: Label::default(),
        choices: Vec::new(),
        several: false,
        limit: (id == "project-name").then_some(10),
        wide: false,
        asked: true,
    }
}

fn column(id: &str, kind: Option<Kind>) -> Column {
    let cell = cell(id, id.parse().ok(), kind);
    Column {
        id: cell.id,
        concept: cell.concept,
        kind: cell.kind,
        label: Label::default(),
        group: None,
        help: Label::default(),
        choices: Vec::new(),
        width: 100,
        optional: false,
    }
}

fn table(id: &str, meant: &[&str], own: &[(&str, Kind)]) -> Block {
    let own = own.iter().map(|(id, kind)| column(id, Some(*kind)));
    let columns = meant.iter().map(|id| column(id, None)).chain(own).collect();
    Block::Table(Table { id: id.into(), label: Label::default(), columns, printed: Vec::new() })
}

fn form(id: &'static str, purpose: FormPurpose, cells: Vec<Cell>, tables: Vec<Block>) -> Form {
    let bound = cells.iter().filter_map(|cell| Some((cell.concept?, cell.id.clone()))).collect();
    let blocks = [Block::Cells(cells)].into_iter().chain(tables).collect();
    let section = Section { id: SectionId::fixed("all"), label: Label::default(), help: Label::default(), blocks };
    let mut frame =
        Frame { id: String::new(), levels: Vec::new(), execution_weight: Number::ZERO, basis: String::new() };
    let two = |level| jibiao_model::LevelTwoSpec { level, label: Label::default(), expected: true };
    for (level, twos) in [
        (LevelOne::Output, vec![two(LevelTwo::Quantity), two(LevelTwo::Quality)]),
        (LevelOne::Satisfaction, vec![two(LevelTwo::ServiceSatisfaction)]),
    ] {
        frame.levels.push(jibiao_model::LevelOneSpec { level, label: Label::default(), weight: None, twos });
    }
    Form {
        id: FormId::fixed(id),
        title: Label::default(),
        summary: Label::default(),
        purpose,
        frame,
        money_unit: MoneyUnit::TenThousandYuan,
        basis: Vec::new(),
        sections: vec![section],
        bound,
        subject: jibiao_model::Subject::Project,
        place: None,
        landscape: false,
        carries: Vec::new(),
    }
}

/// A declaration with cells of its own, costs and tasks; a self-evaluation; and a rating of two printed rows.
pub(super) fn forms() -> Vec<Form> {
    let mut cells = meant(&[
        "year",
        "project-name",
        "project-class",
        "phone",
        "start-date",
        "end-date",
        "whole-goal",
        "year-goal",
        "fund.total.whole",
        "fund.total.year",
        "fund.fiscal.year",
        "fund.other.year",
    ]);
    for (id, kind) in [
        ("case", Kind::Line),
        ("reserve", Kind::Money),
        ("staff", Kind::Number),
        ("area", Kind::Value),
        ("loose", Kind::Line),
    ] {
        cells.push(cell(id, None, Some(kind)));
    }
    let levels = ["level-1", "level-2", "level-3", "operator", "target", "unit"];
    let tables = vec![
        table("indicators", &levels, &[("source", Kind::Line), ("cap", Kind::Value)]),
        table("costs", &["line-item", "line-amount", "line-quantity", "line-price"], &[("class", Kind::Choice)]),
        table("tasks", &[], &[("task", Kind::Line), ("due", Kind::Date), ("share", Kind::Number)]),
    ];
    let declaration = form("apply", FormPurpose::Declaration, cells, tables);
    let cells =
        meant(&["year-goal", "goal-result", "total-score", "total-weight", "fund.total.annual", "fund.total.executed"]);
    let columns = ["level-1", "level-2", "level-3", "target", "actual", "weight", "score", "reason"];
    let evaluation = form("report", FormPurpose::SelfEvaluation, cells, vec![table("indicators", &columns, &[])]);
    let mut items = table("items", &["rating-item", "score"], &[]);
    if let Block::Table(items) = &mut items {
        let printed = |id: &str| PrintedRow { id: RowId::new(id), cells: SortedMap::new() };
        items.printed = vec![printed("r1"), printed("r2")];
    }
    let rating = form("rate", FormPurpose::ReportRating, meant(&["total-score"]), vec![items]);
    vec![declaration, evaluation, rating]
}

fn vocabulary() -> Vocabulary {
    let words = |words: &[&str]| WordSet::new(words.iter().map(|word| (*word).to_owned()));
    let ones = [("产出", LevelOne::Output), ("效益", LevelOne::Benefit), ("满意", LevelOne::Satisfaction)];
    let twos = [
        ("数量", LevelTwo::Quantity),
        ("质量", LevelTwo::Quality),
        ("社会", LevelTwo::SocialBenefit),
        ("满意", LevelTwo::ServiceSatisfaction),
    ];
    Vocabulary {
        level_one: ones.iter().map(|(word, level)| ((*word).to_owned(), *level)).collect(),
        level_two: twos.iter().map(|(word, level)| ((*word).to_owned(), *level)).collect(),
        lists: [("vague".to_owned(), words(&["若干", "适当"])), ("classes".to_owned(), words(&["甲类", "乙类"]))]
            .into(),
        ..Vocabulary::default()
    }
}

fn numbers() -> SortedMap<String, Number> {
    let numbers = [("few-rows", "2"), ("rounding", "0.05"), ("large", "100"), ("share", "60"), ("short", "6")];
    numbers.iter().map(|(name, number)| ((*name).to_owned(), number.parse().unwrap())).collect()
}

fn policy() -> Policy {
    Policy { numbers: numbers(), ..Policy::default() }
}

/// What every rule's file says, where a test has nothing to say about it.
const HEAD: &str = "dimension = \"consistency\"\nbasis = [{ document = \"某文〔2026〕1号\", clause = \"第一条\" }]\n";
const EXAMPLES: &str = "[[examples]]\nfinds = 1\n[[examples]]\nfinds = 0\n";

fn value(text: &str) -> Value {
    let purposes = if text.contains("purposes =") { "" } else { "purposes = [\"declaration\", \"self-evaluation\"]\n" };
    let text = [HEAD, purposes, text, "\n", EXAMPLES].concat();
    toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The rule in a text, called `odd`; or what is told about it.
pub(super) fn read(text: &str) -> Result<DataRule, Vec<String>> {
    let (value, problems, forms) = (value(text), Problems::default(), forms());
    let forms: Vec<&Form> = forms.iter().collect();
    let fields = Fields::open(&value, "odd", &problems);
    let rule = DataRule::read(RuleId::fixed("odd"), fields, &forms, &vocabulary(), &policy());
    let told: Vec<String> = problems.into_list().iter().map(ToString::to_string).collect();
    match rule {
        Some(rule) if told.is_empty() => Ok(rule),
        _ => Err(told),
    }
}

pub(super) fn rule(text: &str) -> DataRule {
    read(text).unwrap_or_else(|told| panic!("{told:#?}"))
}

/// What is told about a rule; a rule of which nothing is told fails the test.
#[track_caller]
pub(super) fn told(text: &str) -> Vec<String> {
    read(text).map(|_| ()).expect_err("a bad rule was taken")
}

/// Expects the one thing that is told about a rule.
#[track_caller]
pub(super) fn refused(text: &str, what: &str) {
    let told = told(text);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains(what), "{}", told[0]);
}

/// A document in TOML: `form`, `extent`, `stage`, `cells`, and each table by its name.
pub(super) fn document(text: &str) -> (Document, Stage) {
    let value: Value = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let said = |key: &str| value.get(key).and_then(Value::as_str);
    let mut document = Document::new("d", pack(), FormId::new(said("form").unwrap_or("apply")));
    if said("extent") == Some("excerpt") {
        document.extent = Extent::Excerpt;
    }
    let texts = |value: &Value| -> SortedMap<CellId, String> {
        let texts = value.as_object().unwrap().iter();
        texts.map(|(id, text)| (id.as_str().into(), text.as_str().unwrap().to_owned())).collect()
    };
    document.cells = value.get("cells").map(texts).unwrap_or_default();
    for name in ["indicators", "costs", "tasks", "items"] {
        for (index, cells) in value.get(name).and_then(Value::as_array).into_iter().flatten().enumerate() {
            let mut cells = texts(cells);
            let id = cells.remove(&CellId::fixed("id")).unwrap_or_else(|| format!("r{}", index.saturating_add(1)));
            let mut row = Row::new(RowId::new(id));
            row.cells = cells;
            document.tables.get_or_default(TableId::new(name)).push(row);
        }
    }
    (document, if said("stage") == Some("drafting") { Stage::Drafting } else { Stage::Review })
}

/// The pack of a single rule that warns of everything.
pub(super) fn book_of(rule: &DataRule) -> RuleBook {
    let on = Some(Severity::Warns);
    let on = PolicyEntry { drafting: on, submission: on, review: on };
    let policy = Policy { rules: [(rule.id.clone(), on)].into(), ..policy() };
    RuleBook { policy, vocabulary: vocabulary(), data: vec![rule.clone()], ..book() }
}

pub(super) fn check(rule: &DataRule, text: &str) -> Report {
    let (document, stage) = document(text);
    report(rule, &document, stage)
}

fn report(rule: &DataRule, document: &Document, stage: Stage) -> Report {
    let forms = forms();
    let form = forms.iter().find(|form| form.id == document.form).unwrap();
    crate::check(&book_of(rule), &pack(), form, document, stage)
}

/// What a rule finds in a document, a line for each: the ending of the message, the place, the arguments in the order
/// they are sent, and after `=>` what the cell says once the fix is accepted.
///
/// The arguments are those that the rule declares, and a fix leaves nothing to find in its place and can be undone.
pub(super) fn finds(rule: &DataRule, text: &str) -> Vec<String> {
    let (document, stage) = document(text);
    let report = report(rule, &document, stage);
    assert_eq!(report.faults, []);
    assert_ne!(report.verdict, Verdict::NotDetermined);
    let declared = rule.messages();
    let mut lines = Vec::new();
    for entry in &report.entries {
        let finding = &entry.finding;
        let said = declared.iter().any(|(key, args)| {
            let sent = finding.args.iter().all(|(name, _)| args.contains(&name.as_str()));
            *key == finding.message && sent && args.len() == finding.args.len()
        });
        assert!(said, "{finding:?} is not among {declared:?}");
        let mut line = finding.message.strip_prefix("odd").unwrap().trim_start_matches('-').to_owned();
        line.push_str(" @");
        line.push_str(&finding.place.pointer);
        finding.args.iter().for_each(|(name, arg)| line.push_str(&format!(" {name}={}", shown(arg))));
        for fix in &finding.fixes {
            assert!(declared.iter().any(|(key, args)| *key == fix.message && args.len() == fix.args.len()), "{fix:?}");
            let mut after = document.clone();
            let undo = after.apply(fix.edit.clone()).unwrap();
            let again = super::desk::report(rule, &after, stage);
            assert!(!again.entries.iter().any(|other| other.finding.place == finding.place), "the fix mends nothing");
            after.apply(undo).unwrap();
            assert_eq!(after, document);
            let text = match &fix.edit {
                Edit::SetCell { text, .. } | Edit::SetRowCell { text, .. } => text,
                other => panic!("{other:?}"),
            };
            line.push_str(&format!(" => {text}"));
        }
        lines.push(line.trim_start().to_owned());
    }
    lines
}

fn shown(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Cell(cell) => cell.to_string(),
        Arg::Term(term) => term.clone(),
        Arg::Words(words) => words.join(","),
    }
}

/// Expects what a rule finds in a document.
#[track_caller]
pub(super) fn expect(rule: &str, document: &str, lines: &[&str]) {
    assert_eq!(finds(&self::rule(rule), document), lines);
}
