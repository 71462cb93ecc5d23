//! Upload profiles: those of the national pack, what a district's own may say, and what is refused.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use desk::{Desk, district};
use jibiao_packs::{
    Pack, builtin_bytes,
    profile::{Content, Source},
};

/// A profile that is as it should be.
const GOOD: &str = r#"title = { zh = "门户", en = "Portal" }
summary = { zh = "一张表", en = "One table" }
purpose = "declaration"

[codes.nature]
label = { zh = "性质", en = "Nature" }

[[tables]]
name = "T"
label = { zh = "表", en = "Table" }

[[tables.records]]
fields = [
  { name = "A", label = { zh = "年度", en = "Year" }, source = "unseen", concept = "year", format = "year" },
  { name = "B", label = { zh = "总额", en = "Total" }, source = "unseen", concept = "fund.total.year", format = "money", unit = "元", scale = 2 },
  { name = "C", label = { zh = "性质", en = "Nature" }, source = "unseen", concept = "project-nature", format = "code", codes = "nature" },
  { name = "D", label = { zh = "标识", en = "Mark" }, source = "unseen", constant = "1" },
]
"#;

/// The district's pack with the profile, changed.
fn with(from: &str, to: &str) -> Desk {
    assert!(GOOD.contains(from), "{from}");
    let mut desk = district();
    desk.put("profiles/portal.toml", &GOOD.replacen(from, to, 1));
    desk
}

#[test]
fn every_field_of_the_national_profiles_says_how_its_name_is_known() {
    let pack = Pack::load(builtin_bytes()[0].1).unwrap();
    let ids: Vec<&str> = pack.profiles.iter().map(|profile| profile.id.as_str()).collect();
    assert_eq!(
        ids,
        ["integrated-department-declaration", "integrated-project-declaration", "integrated-project-self-evaluation"]
    );
    let declaration = pack.profile("integrated-project-declaration").unwrap();
    let goals = &declaration.tables[0].records[0];
    let field = |name: &str| goals.fields.iter().find(|field| field.name == name).unwrap();
    assert_eq!((field("KPI_TARGET").source, field("KPI_TARGET").length), (Source::Seen, Some(2000)));
    assert_eq!((field("PRO_NAME").source, field("PRO_NAME").length), (Source::Vendor, Some(180)));
    assert_eq!(field("MOF_DIV_CODE").content, Content::Receiver);
    assert_eq!(field("IS_DELETED").content, Content::Constant("2".to_owned()));
    // The standard's own names of self-evaluation are not known.
    let evaluation = pack.profile("integrated-project-self-evaluation").unwrap();
    let fields = evaluation.tables.iter().flat_map(|table| &table.records).flat_map(|record| &record.fields);
    assert!(fields.into_iter().all(|field| field.source != Source::Seen));
}

#[test]
fn a_pack_adds_a_profile_beside_those_that_it_inherits_or_states_one_anew() {
    let mut desk = with("D", "D");
    assert_eq!(desk.load().unwrap().profiles.len(), 4);
    desk.put("profiles/integrated-project-declaration.toml", GOOD);
    let pack = desk.load().unwrap();
    assert_eq!(pack.profiles.len(), 4);
    assert_eq!(pack.profile("integrated-project-declaration").unwrap().tables[0].name, "T");
}

#[test]
fn what_fits_nothing_is_told_with_its_line() {
    for (from, to, problem) in [
        (
            "concept = \"year\"",
            "concept = \"yaer\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: `yaer` is not a concept",
        ),
        (
            "concept = \"year\"",
            "concept = \"goal-result\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: none of its forms has a cell for `goal-result`",
        ),
        ("\"B\"", "\"A\"", "profiles/portal.toml:14: tables[0].records[0]: field `A` stands twice"),
        (
            "\"B\"",
            "\"__proto__\"",
            "profiles/portal.toml:15: tables[0].records[0].fields[1]: `name` is a letter, and letters, digits and `_` after it, at most 64",
        ),
        (
            "format = \"year\"",
            "format = \"yaer\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: `format` says `yaer`, which is none of `text`, `year`, `date`, `money`, `number`, `percent`, `code`",
        ),
        (
            "format = \"year\"",
            "format = \"date\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: `format` is none for what this cell holds",
        ),
        (
            "format = \"year\"",
            "part = \"unit\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: `part` is for values: only they have a sign, a number and a unit",
        ),
        (
            "format = \"year\"",
            "lenght = 4",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: unknown field `lenght`",
        ),
        (
            "source = \"unseen\", concept = \"year\"",
            "concept = \"year\"",
            "profiles/portal.toml:14: tables[0].records[0].fields[0]: `source` is missing",
        ),
        (
            "scale = 2",
            "scale = 2, bare = true",
            "profiles/portal.toml:15: tables[0].records[0].fields[1]: `bare` is for whole numbers: readers of JSON don't have others exactly",
        ),
        (
            "scale = 2",
            "scale = 3, digits = 2",
            "profiles/portal.toml:15: tables[0].records[0].fields[1]: `digits` and `scale` are at most 28, and `scale` at most `digits`",
        ),
        (
            "unit = \"元\"",
            "unit = \"千元\"",
            "profiles/portal.toml:15: tables[0].records[0].fields[1]: `unit` says `千元`, which is none of `元`, `万元`, `亿元`",
        ),
        (
            "codes = \"nature\"",
            "codes = \"natur\"",
            "profiles/portal.toml:16: tables[0].records[0].fields[2]: the profile has no codes `natur`",
        ),
        (
            "constant = \"1\"",
            "constant = \"1\", receiver = true",
            "profiles/portal.toml:17: tables[0].records[0].fields[3]: a field has exactly one of `concept`, `cell`, `constant` and `receiver = true`",
        ),
        (
            "constant = \"1\"",
            "constant = \"12\", length = 1",
            "profiles/portal.toml:17: tables[0].records[0].fields[3]: `constant` is longer than `length`",
        ),
        (
            "constant = \"1\"",
            "cell = \"nowhere\"",
            "profiles/portal.toml:17: tables[0].records[0].fields[3]: none of its forms has a cell `nowhere`",
        ),
        (
            "[[tables.records]]\n",
            "[[tables.records]]\neach = \"main-task\"\n",
            "profiles/portal.toml:13: tables[0].records[0]: no table of its forms has a column for `main-task`",
        ),
        (
            "purpose = \"declaration\"",
            "purpose = \"report-rating\"\nsubject = \"transfer\"",
            "profiles/portal.toml:3: no form of the pack has this `purpose` and subject",
        ),
    ] {
        let refused = with(from, to).load().map(drop).unwrap_err();
        let told: Vec<String> = refused.problems().iter().map(ToString::to_string).collect();
        assert!(told.contains(&problem.to_owned()), "{problem}\n{told:#?}");
    }
}

#[test]
fn the_profile_in_the_guide_is_one() {
    let guide = include_str!("../docs/profiles.md");
    let example = guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let mut desk = district();
    desk.put("profiles/portal.toml", example);
    let pack = desk.load().unwrap();
    assert_eq!(pack.profile("portal").unwrap().tables[0].records[0].fields.len(), 3);
}

#[test]
fn kinds_of_records_that_nothing_tells_apart_are_refused() {
    let second = "\n[[tables.records]]\neach = \"level-3\"\nfields = [\n  { name = \"D\", label = { zh = \"标识\", en = \"Mark\" }, source = \"unseen\", constant = \"1\" },\n]\n";
    let mut desk = district();
    desk.put("profiles/portal.toml", &[GOOD, second].concat());
    let told: Vec<String> = desk.load().unwrap_err().problems().iter().map(ToString::to_string).collect();
    let at = "profiles/portal.toml:20: tables[0].records[1]: ";
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told[0].ends_with("field `A` does not stand in every kind of record"), "{told:#?}");
    assert_eq!(told[3], [at, "no constant tells this kind of record from the one before"].concat());
}
