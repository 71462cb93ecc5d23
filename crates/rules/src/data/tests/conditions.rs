//! When a rule applies, which rows it looks at, and how cells are named.

use super::desk::{expect, finds, refused, rule};

/// Whether a rule that asks for `case` applies to a document, by its conditions.
#[track_caller]
fn applies(conditions: &str, document: &str) -> bool {
    let rule = rule(&["kind = \"required\"\ncells = [\"case\", \"goal-result\"]\n", conditions].concat());
    !finds(&rule, document).is_empty()
}

#[test]
fn grounds_are_required_from_an_amount_on_in_any_unit() {
    let when = "when = [{ cell = \"fund.total.year\", at-least = \"large\", unit = \"万元\" }]";
    for (amount, applied) in [("100", true), ("1000000元", true), ("99.9999", false), ("", false), ("一百", false)] {
        assert_eq!(applies(when, &format!("cells = {{ \"fund.total.year\" = \"{amount}\" }}")), applied, "{amount}");
    }
}

#[test]
fn a_cell_is_asked_whether_it_is_filled_and_what_it_says() {
    for (condition, text, holds) in [
        ("filled = true", "甲", true),
        ("filled = true", " ", false),
        ("filled = false", " ", true),
        ("filled = false", "甲", false),
        ("is = [\"甲类\", \"乙类\"]", "乙类", true),
        ("is = [\"甲类\", \"乙类\"]", "丙类", false),
        ("is = [\"甲类\", \"乙类\"]", "", false),
        ("words = [\"新增\"]", "新增项目", true),
        ("words = [\"新增\"], at = \"end\"", "新增项目", false),
        ("lists = [\"vague\"]", "适当", true),
        ("like = [\"{1 capitals}类\"]", "Ａ类", true),
        ("like = [\"{1 capitals}类\"]", "甲类", false),
        ("filled = true, words = [\"类\"]", "甲类", true),
    ] {
        let when = format!("when = [{{ cell = \"project-class\", {condition} }}]");
        let document = format!("cells = {{ project-class = \"{text}\" }}");
        assert_eq!(applies(&when, &document), holds, "{condition}: {text}");
    }
}

#[test]
fn numbers_years_and_dates_are_held_against_numbers_cells_and_dates() {
    for (condition, cells, holds) in [
        ("cell = \"staff\", above = \"5\"", "staff = \"6\"", true),
        ("cell = \"staff\", above = \"5\"", "staff = \"5\"", false),
        ("cell = \"staff\", at-least = \"5\", below = \"9\"", "staff = \"9\"", false),
        ("cell = \"staff\", equals = \"5.0\"", "staff = \"5人\"", false),
        ("cell = \"staff\", differs = \"5\"", "staff = \"4\"", true),
        ("cell = \"year\", at-least = \"2024\"", "year = \"2024年\"", true),
        ("cell = \"end-date\", after = \"2026-12-31\"", "end-date = \"2027年1月\"", true),
        ("cell = \"end-date\", after = { cell = \"year\" }", "end-date = \"2027年1月\", year = \"2026\"", true),
        ("cell = \"end-date\", after = { cell = \"year\" }", "end-date = \"2026-12-31\", year = \"2026\"", false),
        ("cell = \"area\", above = \"1\", unit = \"公里\"", "area = \"1200米\"", true),
        ("cell = \"area\", above = \"1\", unit = \"公里\"", "area = \"1200户\"", false),
        ("cell = \"loose\", above = { cell = \"reserve\" }", "loose = \"3万元\", reserve = \"2\"", true),
        (
            "sum = [\"reserve\", \"fund.total.year\"], above = \"100\", unit = \"万元\"",
            "reserve = \"40\", \"fund.total.year\" = \"60.01\"",
            true,
        ),
        (
            "sum = [\"reserve\", \"fund.total.year\"], above = \"100\", unit = \"万元\"",
            "reserve = \"40\", \"fund.total.year\" = \"60\"",
            false,
        ),
    ] {
        let (when, document) = (format!("when = [{{ {condition} }}]"), format!("cells = {{ {cells} }}"));
        assert_eq!(applies(&when, &document), holds, "{condition}: {cells}");
    }
}

#[test]
fn purpose_form_and_length_of_the_project_are_conditions() {
    for (when, document, holds) in [
        ("when = [{ purpose = [\"declaration\"] }]", "", true),
        ("when = [{ purpose = [\"declaration\"] }]", "form = \"report\"", false),
        ("when = [{ form = [\"report\"] }]", "form = \"report\"", true),
        ("when = [{ form = [\"report\"] }]", "", false),
        ("unless = [{ form = [\"report\"] }]", "form = \"report\"", false),
    ] {
        assert_eq!(applies(when, document), holds, "{when}");
    }
    let dates = |end: &str| format!("cells = {{ start-date = \"2026-01-01\", end-date = \"{end}\" }}");
    for (when, end, holds) in [
        ("when = [{ one-year = true }]", "2026-12-31", true),
        ("when = [{ one-year = false }]", "2027-12-31", true),
        ("when = [{ one-year = true }]", "2027-12-31", false),
        ("when = [{ one-year = true }]", "", false),
        ("unless = [{ one-year = true }]", "2026-12-31", false),
        ("unless = [{ one-year = true }]", "", true),
    ] {
        assert_eq!(applies(when, &dates(end)), holds, "{when}: {end}");
    }
}

#[test]
fn conditions_are_joined_by_and_any_and_not_and_the_unknown_stays_unknown() {
    let filled = |cell: &str| format!("{{ cell = \"{cell}\", is = [\"是\"] }}");
    let (a, b) = (filled("loose"), filled("project-class"));
    let document = |a: &str, b: &str| format!("cells = {{ loose = \"{a}\", project-class = \"{b}\" }}");
    for (when, one, other, holds) in [
        (format!("when = [{a}, {b}]"), "是", "是", true),
        (format!("when = [{a}, {b}]"), "是", "否", false),
        (format!("when = [{{ any = [{a}, {b}] }}]"), "否", "是", true),
        (format!("when = [{{ any = [{a}, {b}] }}]"), "", "是", true),
        (format!("when = [{{ any = [{a}, {b}] }}]"), "否", "", false),
        (format!("when = [{{ not = {a} }}]"), "否", "", true),
        (format!("when = [{{ not = {a} }}]"), "是", "", false),
        // What a blank says is not known, and so is its opposite.
        (format!("when = [{{ not = {a} }}]"), "", "", false),
        (format!("when = [{{ not = {{ any = [{a}, {b}] }} }}]"), "否", "", false),
        (format!("unless = [{a}, {b}]"), "是", "否", true),
        (format!("unless = [{a}, {b}]"), "是", "是", false),
    ] {
        assert_eq!(applies(&when, &document(one, other)), holds, "{when}: {one} {other}");
    }
}

#[test]
fn rows_are_counted_and_summed_up_in_conditions() {
    let many = "when = [{ rows = [{ under = [\"level-output\"] }], at-least = \"2\" }]";
    let row = "[[indicators]]\nlevel-1 = \"产出\"\nlevel-3 = \"甲\"\n";
    assert!(!applies(many, row));
    assert!(applies(many, &[row, row].concat()));
    let large = "when = [{ sum = \"line-amount\", above = \"10\", unit = \"万元\" }]";
    assert!(applies(large, "[[costs]]\nline-amount = \"6\"\n[[costs]]\nline-amount = \"50000元\""));
    assert!(!applies(large, "[[costs]]\nline-amount = \"6\"\n[[costs]]\nline-amount = \"40000元\""));
    // Rows of an excerpt may be missing, so there may be more, and never fewer.
    let few = "when = [{ rows = [], table = \"costs\", below = \"3\" }]";
    assert!(applies(few, "[[costs]]\nline-amount = \"6\""));
    assert!(!applies(few, "extent = \"excerpt\"\ncells = { case = \"\" }\n[[costs]]\nline-amount = \"6\""));
}

#[test]
fn rows_are_picked_by_level_horizon_text_number_and_each_other() {
    let picked = |rows: &str| format!("kind = \"required\"\ncolumns = [\"reason\"]\nrows = [{rows}]");
    let row = "form = \"report\"\n[[indicators]]\nlevel-1 = \"产出\"\nlevel-2 = \"质量\"\nlevel-3 = \"甲\"\ntarget = \"≥95%\"\n\
               actual = \"90%\"\nweight = \"10\"\nscore = \"9.5\"";
    let found = "row @/tables/indicators/0/cells/reason indicator=甲 cell=reason";
    for (condition, holds) in [
        ("{ under = [\"level-output\"] }", true),
        ("{ under = [\"level-quality\", \"level-benefit\"] }", true),
        ("{ under = [\"level-benefit\"] }", false),
        ("{ horizon = \"year\" }", true),
        ("{ horizon = \"whole\" }", false),
        ("{ column = \"target\", means = [\"number\"] }", true),
        ("{ column = \"target\", means = [\"words\", \"date\"] }", false),
        ("{ column = \"score\", below = { column = \"weight\" } }", true),
        ("{ column = \"score\", equals = { column = \"weight\" } }", false),
        ("{ column = \"actual\", below = { column = \"target\" } }", true),
        ("{ column = \"weight\", at-least = \"large\" }", false),
        ("{ column = \"level-3\", is = [\"甲\"] }, { column = \"actual\", filled = true }", true),
        ("{ cell = \"year-goal\", filled = false }", true),
    ] {
        let lines: &[&str] = if holds { &[found] } else { &[] };
        expect(&picked(condition), row, lines);
    }
}

#[test]
fn what_is_no_condition_is_refused_with_the_reason() {
    let required = |when: &str| ["kind = \"required\"\ncells = [\"case\"]\n", when].concat();
    for (when, reason) in [
        ("when = [{ at-least = \"5\" }]", "a condition is about one of `any`"),
        (
            "when = [{ cell = \"staff\", purpose = [\"declaration\"] }]",
            "about one thing, not about `purpose` and `cell`",
        ),
        ("when = [{ cell = \"staff\" }]", "say what is asked"),
        ("when = [{ cell = \"stuff\", filled = true }]", "no form of the rule's purposes has a cell `stuff`"),
        ("when = [{ cell = \"staff\", filed = true, filled = true }]", "unknown field `filed`"),
        ("when = [{ column = \"weight\", filled = true }]", "no row is looked at here"),
        ("when = [{ under = [\"level-output\"] }]", "no row is looked at here"),
        ("when = [{ cell = \"reserve\", above = \"5\" }]", "say in which `unit`"),
        ("when = [{ cell = \"start-date\", above = { cell = \"staff\" } }]", "never counts the same thing"),
        ("when = [{ form = [\"aply\"] }]", "no form of the rule's purposes is called `aply`"),
        ("when = [{ any = [] }]", "`any` is empty"),
        ("when = [{ cell = \"case\", means = [\"figures\"] }]", "none of `number`, `range`"),
        ("when = [{ cell = \"case\", like = [\"{x}\"] }]", "pattern `{x}` needs a count"),
        ("when = [{ rows = [], table = \"cost\", above = \"1\" }]", "has a table `cost`"),
        ("when = [{ sum = \"line-amount\" }]", "say what it is held against"),
        (
            "when = [{ cell = \"staff\", above = { cell = \"staff\", plus = { cell = \"staff\", plus = { cell = \"staff\", \
             plus = { cell = \"staff\" } } } } }]",
            "a rule is at most 4 levels deep",
        ),
    ] {
        refused(&required(when), reason);
    }
    refused(
        "kind = \"required\"\ncolumns = [\"reason\"]\nrows = [{ column = \"weight\", above = { sum = \"weight\" } }]",
        "rows can't be summed up or counted once for every row",
    );
    refused(
        "kind = \"required\"\ncolumns = [\"due\"]\nrows = [{ column = \"weight\", above = \"1\" }]",
        "`weight` is not a column of that table",
    );
}

#[test]
fn cells_are_named_by_meaning_or_by_an_id_of_the_forms_own() {
    let rule = rule("kind = \"required\"\ncells = [\"case\", \"goal-result\"]");
    assert!(rule.binds(&"apply".into()) && rule.binds(&"report".into()));
    assert_eq!(finds(&rule, "form = \"report\""), ["@/cells/goal-result cell=goal-result"]);
    refused("kind = \"required\"\ncells = [\"csae\"]", "no form of the rule's purposes has a cell `csae`");
    refused(
        "purposes = [\"self-evaluation\"]\nkind = \"required\"\ncells = [\"case\"]",
        "no form of the rule's purposes has a cell `case`",
    );
}

#[test]
fn a_rule_binds_only_forms_that_have_all_it_needs() {
    let rule = rule("kind = \"required\"\ncells = [\"year-goal\"]\nwhen = [{ cell = \"staff\", above = \"5\" }]");
    assert!(rule.binds(&"apply".into()));
    assert!(!rule.binds(&"report".into()) && !rule.binds(&"other".into()));
    refused(
        "kind = \"required\"\ncells = [\"goal-result\"]\nwhen = [{ cell = \"staff\", above = \"5\" }]",
        "no form of the rule's purposes has all that this names",
    );
}
