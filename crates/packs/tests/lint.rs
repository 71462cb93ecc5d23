//! Remarks on packs: each kind is found by one change to the district's pack, and none is found without it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod desk;

use std::{collections::BTreeSet, fs, path::Path};

use desk::{Desk, district};
use jibiao_packs::{
    Shelf,
    author::{RemarkKind, Weight},
};

/// Remarks as `kind file:line names`.
fn remarks(desk: &Desk) -> Vec<String> {
    let mut shelf = Shelf::builtin().unwrap();
    let at = shelf.add_files(&desk.files()).unwrap();
    let found = shelf.lint(at).unwrap_or_else(|error| panic!("{error}"));
    let shown = found.into_iter().map(|remark| {
        let names: Vec<String> = remark.args.into_iter().map(|(_, name)| name).collect();
        let line = remark.line.map_or_else(String::new, |line| format!(":{line}"));
        format!("{} {}{line} {}", remark.kind.name(), remark.file, names.join(" "))
    });
    shown.collect()
}

struct Case {
    change: fn(&mut Desk),
    remark: &'static str,
}

/// The district's remarks as it stands.
const AS_IT_STANDS: [&str; 1] = ["list-unused vocabulary.toml:8 secret-words"];

const CASES: &[Case] = &[
    Case {
        change: |desk| {
            desk.change(
                "policy.toml",
                "{ drafting = \"off\", submission = \"blocks\", review = \"blocks\" }",
                "\"off\"",
            )
        },
        remark: "rule-off policy.toml:6 contact-missing",
    },
    Case {
        change: |desk| {
            desk.change(
                "policy.toml",
                "contact-missing = { drafting = \"off\", submission = \"blocks\", review = \"blocks\" }\n",
                "",
            );
        },
        remark: "rule-unjudged rules/contact-missing.toml:1 contact-missing",
    },
    Case {
        change: |desk| desk.change("policy.toml", "goal-length =", "contact-most = \"3\"\ngoal-length ="),
        remark: "number-unused policy.toml:3 contact-most",
    },
    Case {
        change: |desk| desk.change("messages/zh.ftl", "# 换", "contact-mising = x\n# 换"),
        remark: "message-unused messages/zh.ftl:6 contact-mising",
    },
    Case {
        change: |desk| {
            desk.change("messages/en.ftl", "rule-goal-too-short = The goal has fewer than thirty letters\n", "")
        },
        remark: "one-language messages/zh.ftl:7 rule-goal-too-short",
    },
    Case {
        change: |desk| desk.change("messages/en.ftl", "The goal has fewer than thirty letters", "目标太短"),
        remark: "language-missing messages/en.ftl:6 en",
    },
    Case {
        change: |desk| desk.change("forms/district-declaration.toml", "en = \"Contact\"", "en = \"联系人\""),
        remark: "language-missing forms/district-declaration.toml:18 en",
    },
    Case {
        change: |desk| {
            desk.change(
                "policy.toml",
                "indicator-foreign = \"off\"",
                "indicator-foreign = \"off\"\nunit-missing = \"advises\"",
            )
        },
        remark: "repeated policy.toml:9 unit-missing",
    },
    Case { change: formless, remark: "rule-formless rules/amount-empty.toml:2 amount-empty" },
    Case {
        change: |desk| desk.put("rules/amount-empty.toml", &range("10", "5", "year")),
        remark: "range-empty rules/amount-empty.toml:1 amount-empty",
    },
    Case {
        change: |desk| {
            let rule = range("1", "2", "project-name").replace("kind = \"range\"", "kind = \"allowed\"");
            let stated = |words: &str| rule.replace("from = \"1\"\nto = \"2\"", &format!("words = [{words}]"));
            desk.put("rules/amount-empty.toml", &stated("\"甲\", \"乙\""));
            desk.put("rules/contact-missing.toml", &stated("\"丙\""));
            desk.put("tests/goal-too-short.toml", "examples = []\n");
        },
        remark: "allowed-exclude rules/amount-empty.toml:6 project-name amount-empty contact-missing",
    },
    Case {
        // The nation asks for points between 0 and 100.
        change: |desk| desk.put("rules/amount-empty.toml", &range("200", "300", "total-score")),
        remark: "ranges-exclude rules/amount-empty.toml:6 total-score amount-empty weight-outside-range",
    },
    Case {
        change: |desk| desk.change("forms/district-declaration.toml", "wide = true }", "wide = true, limit = 20 }"),
        remark: "length-above-limit forms/district-declaration.toml:17 year-goal goal-too-short 30",
    },
    Case {
        change: |desk| {
            desk.put("scoring.toml", "[quality.by-rule]\nindicator-foreign = { each = \"1\", most = \"2\" }\n")
        },
        remark: "off-deducts scoring.toml:2 indicator-foreign",
    },
    Case {
        change: |desk| {
            desk.put("scoring.toml", "grades = [{ name = \"A\", from = \"60\" }, { name = \"B\", from = \"80\" }]\n")
        },
        remark: "grade-unreachable scoring.toml:1 B",
    },
    Case {
        change: |desk| {
            let frame = "execution-weight = \"10\"\nbasis = \"x\"\n[[levels]]\nlevel = \"output\"\n\
                         label = { zh = \"产出\", en = \"Output\" }\nweight = \"80\"\ntwos = []\n";
            desk.put("frames/short.toml", frame);
        },
        remark: "weights-sum frames/short.toml:3 90",
    },
    Case {
        // The parent's clean example has 30 letters, and 60 are asked for.
        change: |desk| {
            desk.change("policy.toml", "goal-length = \"30\"", "goal-length = \"60\"");
        },
        remark: "inherited-example pack.toml:1 goal-too-short examples[1]",
    },
    Case {
        change: |desk| {
            let out = [
                "department-self-evaluation",
                "project-declaration-2015",
                "project-self-evaluation-2015",
                "project-self-evaluation-2021",
                "transfer-self-evaluation",
            ];
            desk.change("pack.toml", "[\"project-declaration-2015\"]", &format!("{out:?}"));
        },
        remark: "rule-unbound pack.toml:1 weight-outside-range",
    },
];

/// A rule that looks at self-evaluations, which the district does not have.
fn formless(desk: &mut Desk) {
    let out = [
        "department-self-evaluation",
        "project-declaration-2015",
        "project-self-evaluation-2015",
        "project-self-evaluation-2021",
        "transfer-self-evaluation",
    ];
    desk.change("pack.toml", "[\"project-declaration-2015\"]", &format!("{out:?}"));
    let rule = range("1", "2", "total-score").replace("kind = \"range\"", "kind = \"limit\"");
    let stated =
        rule.lines().filter(|line| !["cells = ", "from = ", "to = "].iter().any(|field| line.starts_with(field)));
    desk.put("rules/amount-empty.toml", &stated.collect::<Vec<_>>().join("\n"));
}

/// A rule that holds amounts within bounds.
fn range(from: &str, to: &str, cell: &str) -> String {
    let purpose = if cell == "total-score" { "self-evaluation" } else { "declaration" };
    let form = if cell == "total-score" { "project-self-evaluation-2021" } else { "project-declaration-2021" };
    format!(
        "dimension = \"consistency\"\npurposes = [\"{purpose}\"]\n\
         basis = [{{ document = \"示财〔2026〕1号\", clause = \"金额\" }}]\nkind = \"range\"\n\n\
         cells = [\"{cell}\"]\nfrom = \"{from}\"\nto = \"{to}\"\n\
         [[examples]]\nfinds = 1\nform = \"{form}\"\n[examples.cells]\n\"{cell}\" = \"7\"\n\
         [[examples]]\nfinds = 0\nform = \"{form}\"\n"
    )
}

/// The words and the line of policy that a new rule needs.
fn complete(desk: &mut Desk) {
    let words =
        "rule-amount-empty = 金额 amount\n    .why = 因为 because\n    .do = 改 mend\namount-empty = 金额 amount\n";
    for language in ["zh", "en"] {
        desk.change(&format!("messages/{language}.ftl"), "rule-goal", &format!("{words}rule-goal"));
    }
    desk.change("policy.toml", "category-absent =", "amount-empty = \"warns\"\ncategory-absent =");
}

#[test]
fn the_district_has_its_one_remark() {
    assert_eq!(remarks(&district()), AS_IT_STANDS);
}

#[test]
fn each_kind_of_remark_is_found_with_its_file_and_line() {
    for Case { change, remark } in CASES {
        let mut desk = district();
        change(&mut desk);
        if desk.has("rules/amount-empty.toml") {
            complete(&mut desk);
        }
        let found = remarks(&desk);
        assert!(found.iter().any(|other| other == remark), "{remark}\nis not among {found:#?}");
    }
}

#[test]
fn every_kind_of_remark_is_shown_by_a_case() {
    let shown: BTreeSet<&str> = CASES
        .iter()
        .map(|case| case.remark)
        .chain(AS_IT_STANDS)
        .filter_map(|remark| remark.split(' ').next())
        .collect();
    let all: BTreeSet<&str> = RemarkKind::ALL.iter().map(|kind| kind.name()).collect();
    let elsewhere = BTreeSet::from(["native-unjudged"]);
    assert_eq!(all.difference(&shown).copied().collect::<BTreeSet<_>>(), elsewhere);
}

#[test]
fn the_built_in_packs_have_no_remarks_that_are_faults() {
    let shelf = Shelf::builtin().unwrap();
    for at in 0..shelf.len() {
        let remarks = shelf.lint(at).unwrap();
        let faults: Vec<_> = remarks.iter().filter(|remark| remark.kind.weight() == Weight::Fault).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    }
}

#[test]
fn a_pack_that_extends_nothing_is_told_what_it_does_not_judge() {
    let mut pack: serde_json::Value = serde_json::from_slice(jibiao_packs::builtin_bytes()[0].1).unwrap();
    pack["policy"]["rules"].as_object_mut().unwrap().remove("target-vague");
    let mut shelf = Shelf::default();
    let at = shelf.add(pack.to_string().as_bytes()).unwrap();
    let kinds: Vec<_> = shelf.lint(at).unwrap().into_iter().map(|remark| (remark.kind, remark.args)).collect();
    assert!(kinds.contains(&(RemarkKind::NativeUnjudged, vec![("rule", "target-vague".to_owned())])), "{kinds:?}");
}

#[test]
fn the_lists_that_reading_asks_for_are_known() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../reading/src");
    let mut asked = BTreeSet::new();
    let mut open = vec![source];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
            let names = shipped.split("vocabulary.list(\"").skip(1).filter_map(|rest| rest.split('"').next());
            asked.extend(names.map(str::to_owned));
        }
    }
    let known: BTreeSet<String> = jibiao_packs::author::READING.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(asked, known);
}
