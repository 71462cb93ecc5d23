//! The guide to data rules holds: its form, numbers, words and rules make a pack that loads with its examples, rules
//! report what the guide says they report, and the lists of messages and conditions are what the kinds have.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use jibiao_model::{Arg, Form, Stage};
use jibiao_packs::{Pack, Shelf, author, author::Files};
use jibiao_rules::check;
use jibiao_wording::Language;

/// A rule of the guide.
struct Rule {
    id: String,
    /// The kind whose section it stands in; none in the introduction.
    section: Option<String>,
    file: String,
    /// What it reports first in its first example, with its fix.
    said: String,
}

#[derive(Default)]
struct Guide {
    form: String,
    numbers: String,
    lists: String,
    messages: String,
    rules: Vec<Rule>,
    /// Endings of messages and their arguments, by kind.
    sayings: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Left sides of the tables of conditions and operands.
    conditions: Vec<String>,
    operands: Vec<String>,
}

fn guide() -> Guide {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules/docs/data-rules.md");
    let text = std::fs::read_to_string(path).unwrap();
    let mut guide = Guide::default();
    let (mut heading, mut lines) = (String::new(), text.lines());
    while let Some(line) = lines.next() {
        if let Some(fence) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let block = block.join("\n") + "\n";
            match fence.split_once(' ').map(|(_, what)| what) {
                Some("form=guide") => guide.form = block,
                Some("numbers") => guide.numbers = block,
                Some("lists") => guide.lists = block,
                Some(what) => {
                    let id = what.strip_prefix("rule=").unwrap_or_else(|| panic!("{fence}")).to_owned();
                    let kind = kind_of(&block);
                    let section = heading.starts_with(&format!("{kind} ")).then_some(kind);
                    guide.rules.push(Rule { id, section, file: block, said: String::new() });
                }
                None => {
                    assert_eq!(fence, "ftl");
                    guide.messages.push_str(&block);
                }
            }
        } else if let Some(said) = line.strip_prefix("> ") {
            let rule = guide.rules.last_mut().unwrap();
            assert_eq!(rule.said, "", "{} says one thing", rule.id);
            rule.said = said.to_owned();
        } else if let Some(title) = line.strip_prefix("## ") {
            heading = title.to_owned();
        } else if let Some(row) = line.strip_prefix("| `") {
            let cells: Vec<&str> = row.split(" | ").collect();
            let left = cells[0].trim_end_matches('`');
            match (heading.as_str(), left.strip_prefix("规则")) {
                ("什么时候适用", _) => guide.conditions.push(left.to_owned()),
                ("与什么相比", _) => guide.operands.push(left.to_owned()),
                (_, Some(ending)) => {
                    let kind = heading.split(' ').next().unwrap().to_owned();
                    let args = cells[2].split('`').skip(1).step_by(2).map(str::to_owned).collect();
                    guide.sayings.entry(kind).or_default().insert(ending.to_owned(), args);
                }
                _ => {}
            }
        }
    }
    guide
}

fn kind_of(file: &str) -> String {
    let line = file.lines().find_map(|line| line.strip_prefix("kind = \"")).unwrap();
    line.trim_end_matches('"').to_owned()
}

impl Guide {
    /// The pack of the guide with these rules, which words everything in Chinese only.
    fn files(&self, rules: &[(&str, &str)]) -> Files {
        let edition = Shelf::builtin().unwrap();
        let edition = edition.load(edition.find("cn-mof").unwrap()).unwrap().reference.edition;
        let pack = format!(
            "id = \"guide\"\nedition = \"1\"\nname = {{ zh = \"示例\", en = \"Guide\" }}\n\
             extends = {{ id = \"cn-mof\", edition = \"{edition}\" }}\n"
        );
        let on: String = rules.iter().map(|(id, _)| format!("{id} = \"warns\"\n")).collect();
        let pages = rules.iter().map(|(id, _)| format!("rule-{id} = 题\n    .why = 因\n    .do = 办\n"));
        let words = self.messages.clone() + &pages.collect::<String>();
        let mut files = vec![
            ("pack.toml".to_owned(), pack),
            ("policy.toml".to_owned(), format!("[numbers]\n{}[rules]\n{on}", self.numbers)),
            ("vocabulary.toml".to_owned(), format!("[lists]\n{}", self.lists)),
            ("forms/guide.toml".to_owned(), self.form.clone()),
            ("messages/zh.ftl".to_owned(), words.clone()),
            ("messages/en.ftl".to_owned(), words),
        ];
        files.extend(rules.iter().map(|(id, file)| (format!("rules/{id}.toml"), (*file).to_owned())));
        Files::of(files.into_iter().map(|(name, text)| (name, text.into_bytes()))).unwrap()
    }

    fn load(&self, rules: &[(&str, &str)]) -> Result<Pack, Vec<String>> {
        let mut shelf = Shelf::builtin().unwrap();
        let loaded = shelf.add_files(&self.files(rules)).and_then(|at| shelf.load_tested(at));
        loaded.map_err(|error| error.problems().iter().map(ToString::to_string).collect())
    }

    fn pack(&self) -> Pack {
        let rules: Vec<_> = self.rules.iter().map(|rule| (rule.id.as_str(), rule.file.as_str())).collect();
        self.load(&rules).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }
}

/// A message in Chinese, with cells by their labels.
fn said(pack: &Pack, form: &Form, key: &str, args: &[(String, Arg)]) -> String {
    let words = pack.messages.of(Language::Zh);
    let label = |id: &str| {
        let column = form.tables().flat_map(|(_, table)| &table.columns).find(|column| column.id.as_str() == id);
        form.cell(id).map(|cell| &cell.label).or(column.map(|column| &column.label)).unwrap().zh.clone()
    };
    let text = |arg: &Arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::Number(number) => number.to_string(),
        Arg::Cell(cell) => label(cell.as_str()),
        Arg::Term(term) => words.render(term, &[]),
        Arg::Words(words) => words.join("、"),
    };
    let args: Vec<(&str, String)> = args.iter().map(|(name, arg)| (name.as_str(), text(arg))).collect();
    let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
    words.render(key, &args)
}

#[test]
fn the_rules_of_the_guide_make_a_pack_and_report_what_it_says() {
    let guide = guide();
    let pack = guide.pack();
    for Rule { id, said: expected, .. } in &guide.rules {
        let rule = pack.book.data.iter().find(|rule| rule.id.as_str() == id).unwrap();
        let (form, document) = author::document(&pack, &rule.id, &rule.examples[0]).unwrap();
        let report = check(&pack.book, &pack.reference, form, &document, Stage::Review);
        let finding = &report.entries.iter().find(|entry| entry.finding.rule == rule.id).unwrap().finding;
        let mut found = said(&pack, form, &finding.message, &finding.args);
        if let [fix] = finding.fixes.as_slice() {
            found.push_str(&format!("（改法：{}）", said(&pack, form, &fix.message, &fix.args)));
            let mut after = document.clone();
            let undo = after.apply(fix.edit.clone()).unwrap();
            let again = check(&pack.book, &pack.reference, form, &after, Stage::Review);
            assert!(!again.entries.iter().any(|entry| entry.finding == *finding), "{id}: the fix mends nothing");
            after.apply(undo).unwrap();
            assert_eq!(after, document, "{id}");
        }
        assert_eq!(found, *expected, "{id}");
    }
}

#[test]
fn the_guide_shows_every_kind_in_a_section_of_its_own() {
    let guide = guide();
    let shown: BTreeSet<String> = guide.rules.iter().filter_map(|rule| rule.section.clone()).collect();
    let odd = guide.rules[0].file.replace("kind = \"required\"", "kind = \"odd\"");
    let told = guide.load(&[("odd-rule", &odd)]).unwrap_err();
    let kinds = told.iter().find_map(|problem| problem.split_once("; kinds are ")).unwrap().1;
    let kinds: BTreeSet<String> = kinds.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(shown, kinds);
    assert_eq!(guide.sayings.keys().cloned().collect::<BTreeSet<_>>(), kinds);
}

#[test]
fn the_messages_of_each_kind_are_those_that_the_guide_lists() {
    let guide = guide();
    let pack = guide.pack();
    let mut sent: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for Rule { id, file, .. } in &guide.rules {
        let rule = pack.book.data.iter().find(|rule| rule.id.as_str() == id).unwrap();
        let named: Vec<&str> = file.lines().filter_map(|line| line.strip_prefix("message = \"")).collect();
        for (key, args) in rule.messages() {
            let Some(ending) = key.strip_prefix(id.as_str()) else {
                assert!(key.starts_with("fix-"), "{key}");
                continue;
            };
            // A case's own name stands where `row` or nothing stands; its messages have the same arguments.
            let name = named.iter().map(|name| name.trim_end_matches('"')).find(|name| ending.contains(name));
            let in_row = args.contains(&"indicator") || args.contains(&"row");
            let ending = name.map_or_else(
                || ending.to_owned(),
                |name| ending.replace(&format!("-{name}"), if in_row { "-row" } else { "" }),
            );
            let args = args.iter().map(|arg| if *arg == "row" { "indicator" } else { *arg }.to_owned());
            sent.entry(kind_of(file)).or_default().entry(ending).or_default().extend(args);
        }
    }
    let mut listed = guide.sayings;
    listed.get_mut("words").unwrap().remove("-名字");
    let endings = |all: &BTreeMap<String, BTreeMap<String, BTreeSet<String>>>| -> Vec<(String, String)> {
        all.iter().flat_map(|(kind, endings)| endings.keys().map(|ending| (kind.clone(), ending.clone()))).collect()
    };
    assert_eq!(endings(&sent), endings(&listed));
    for (kind, endings) in &listed {
        let every =
            |of: &BTreeMap<String, BTreeSet<String>>| -> BTreeSet<String> { of.values().flatten().cloned().collect() };
        // Some arguments come only with what a rule states; the guide's rules state all of it at one place or another.
        assert!(endings.iter().all(|(ending, args)| sent[kind][ending].is_subset(args)), "{kind}: {:?}", sent[kind]);
        assert_eq!(every(&sent[kind]), every(endings), "{kind}");
    }
}

#[test]
fn every_condition_and_operand_in_the_tables_is_read() {
    let guide = guide();
    assert!(guide.conditions.len() >= 19 && guide.operands.len() >= 9);
    let file = |purpose: &str, rule: String| {
        format!(
            "dimension = \"consistency\"\npurposes = [\"{purpose}\"]\n\
             basis = [{{ document = \"示财〔2026〕1号\", clause = \"示例\" }}]\n{rule}\n\
             [[examples]]\nfinds = 1\n[[examples]]\nfinds = 0\n"
        )
    };
    let conditions = guide.conditions.iter().map(|condition| {
        let parts = ["column =", "under =", "horizon ="];
        let of_rows = parts.iter().any(|part| condition.starts_with(&format!("{{ {part}")));
        let (subject, key) =
            if of_rows { ("columns = [\"target\"]", "rows") } else { ("cells = [\"year-goal\"]", "when") };
        let monitored = condition.starts_with("{ measure") || condition.starts_with("{ twice-below");
        let purpose = if monitored { "monitoring" } else { "declaration" };
        file(purpose, format!("kind = \"never\"\n{subject}\n{key} = [{condition}]"))
    });
    let operands = guide.operands.iter().map(|operand| {
        let (subject, unit) = match operand.as_str() {
            "\"2026-12-31\"" => ("cells = [\"end-date\"]", ""),
            operand if operand.contains("column = \"weight\"") => ("columns = [\"weight\"]", ""),
            operand if operand.starts_with("{ rows") || operand.contains("over =") => ("cells = [\"trainees\"]", ""),
            operand if operand.starts_with('"') => ("cells = [\"reserve\"]", "unit = \"万元\"\n"),
            _ => ("cells = [\"reserve\"]", ""),
        };
        file("declaration", format!("kind = \"compare\"\n{subject}\n{unit}at-most = {operand}"))
    });
    let files: Vec<(String, String)> =
        (100..).map(|number| format!("shown-{number}")).zip(conditions.chain(operands)).collect();
    let rules: Vec<_> = files.iter().map(|(id, file)| (id.as_str(), file.as_str())).collect();
    // Nobody wrote words or examples for them; all else about them is in order.
    let told = guide.load(&rules).unwrap_err();
    let told: Vec<_> = told.iter().filter(|problem| problem.starts_with("rules/")).collect();
    assert!(told.is_empty(), "{told:#?}\n{files:#?}");
    let mut broken = rules.clone();
    broken[0].1 = "kind = \"never\"";
    assert!(guide.load(&broken).unwrap_err().iter().any(|problem| problem.starts_with("rules/shown-100")));
}

#[test]
fn a_cell_bound_to_a_concept_has_its_kind_from_there() {
    let mut guide = guide();
    guide.form = guide.form.replace("{ concept = \"phone\",", "{ concept = \"phone\", kind = \"money\",");
    let told = guide.load(&[]).unwrap_err();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].ends_with("`kind` is for cells of the form's own: a concept has a kind"), "{told:#?}");
}

#[test]
fn a_rule_whose_fix_mends_nothing_is_refused_by_its_own_examples() {
    let guide = guide();
    let rule = guide.rules.iter().find(|rule| rule.file.contains("fix = { set = \"0\" }")).unwrap();
    let file = rule.file.replace("fix = { set = \"0\" }", "fix = { set = \"6\" }");
    let told = guide.load(&[(&rule.id, &file)]).unwrap_err();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].ends_with("the fix at `/cells/fund.other.year` leaves what it should mend"), "{told:#?}");
}
