//! Statements about the texts of single cells.

use super::desk::{expect, refused};

#[test]
fn a_required_cell_is_found_blank_and_a_dash_answers_it_unless_it_may_not() {
    let rule = "kind = \"required\"\ncells = [\"year-goal\", \"case\"]";
    expect(rule, "cells = { case = \" \" }", &["@/cells/year-goal cell=year-goal", "@/cells/case cell=case"]);
    expect(rule, "cells = { case = \"无\", year-goal = \"修路\" }", &[]);
    let rule = [rule, "\nnever-absent = true"].concat();
    expect(&rule, "cells = { case = \"无\", year-goal = \"修路\" }", &["absent @/cells/case cell=case text=无"]);
}

#[test]
fn a_required_cell_that_an_excerpt_does_not_show_is_unknown() {
    let rule = "kind = \"required\"\ncells = [\"year-goal\", \"case\"]";
    expect(rule, "extent = \"excerpt\"\ncells = { case = \"\" }", &["@/cells/case cell=case"]);
}

#[test]
fn a_required_cell_gets_the_text_that_the_rule_offers() {
    let rule = "kind = \"required\"\ncells = [\"case\"]\nfix = { set = \"无\" }";
    expect(rule, "", &["@/cells/case cell=case => 无"]);
    refused(&[rule, "\nnever-absent = true"].concat(), "`fix` sets `无`, which the rule itself finds");
    refused("kind = \"required\"\ncells = [\"case\"]\nfix = \"fill\"", "can be mended by `set`");
}

#[test]
fn required_columns_are_asked_of_rows_that_hold_anything() {
    let rule = "kind = \"required\"\ntable = \"tasks\"\ncolumns = [\"task\", \"due\"]";
    let rows = "[[tasks]]\ntask = \"清淤\"\n[[tasks]]\n[[tasks]]\ndue = \"2026-06-30\"";
    expect(
        rule,
        rows,
        &[
            "row @/tables/tasks/0/cells/due row=清淤 cell=due",
            "row @/tables/tasks/2/cells/task row=2026-06-30 cell=task",
        ],
    );
}

#[test]
fn a_dash_in_a_row_answers_a_column_unless_it_may_not() {
    let rule = "kind = \"required\"\ncolumns = [\"target\"]";
    let rows = "[[indicators]]\nlevel-3 = \"长度\"\ntarget = \"无\"";
    expect(rule, rows, &[]);
    let found = "row-absent @/tables/indicators/0/cells/target indicator=长度 cell=target text=无";
    expect(&[rule, "\nnever-absent = true"].concat(), rows, &[found]);
}

#[test]
fn a_column_that_no_row_has_is_reported_once() {
    let rule =
        "kind = \"required\"\ncolumns = [\"level-3\", \"weight\", \"score\"]\ntogether = [\"weight\", \"score\"]";
    let rows = "form = \"report\"\n[[indicators]]\nlevel-3 = \"甲\"\nweight = \"10\"\n[[indicators]]\nlevel-3 = \"乙\"";
    expect(
        rule,
        rows,
        &["column @/tables/indicators cell=score", "row @/tables/indicators/1/cells/weight indicator=乙 cell=weight"],
    );
    refused(
        "kind = \"required\"\ncolumns = [\"level-3\"]\ntogether = [\"weight\"]",
        "`together` names a column that is not among `columns`",
    );
}

#[test]
fn unwanted_words_are_found_where_the_rule_looks_for_them() {
    let rule = |at: &str| format!("kind = \"words\"\ncells = [\"case\"]\nwords = [\"相关\", \"等\"]\nat = \"{at}\"");
    let document = |text: &str| format!("cells = {{ case = \"{text}\" }}");
    for (at, found, clean) in [
        ("anywhere", "做好相关工作", "做好工作"),
        ("start", "相关工作", "做好相关工作"),
        ("end", "道路、桥梁等。", "道路等养护"),
        ("whole", " 相关。", "相关工作"),
    ] {
        let word = if at == "end" { "等" } else { "相关" };
        expect(&rule(at), &document(found), &[&format!("@/cells/case cell=case words={word}")]);
        expect(&rule(at), &document(clean), &[]);
    }
    refused("kind = \"words\"\ncells = [\"case\"]", "no words are named");
    refused("kind = \"words\"\ncells = [\"case\"]\nlists = [\"vauge\"]", "the vocabulary has no list `vauge`");
    refused("kind = \"words\"\ncells = [\"case\"]\nwords = [\"等\"]\nat = \"middle\"", "none of `anywhere`, `start`");
}

#[test]
fn words_of_the_vocabulary_are_found_and_replaced_together() {
    let rule = "kind = \"words\"\ncolumns = [\"target\"]\nlists = [\"vague\"]\nfix = { replace = \"3\" }";
    let rows = "[[indicators]]\nlevel-3 = \"长度\"\ntarget = \"若干公里，若干次，适当\"";
    expect(
        rule,
        rows,
        &["row @/tables/indicators/0/cells/target indicator=长度 cell=target words=若干 => 3公里，3次，3"],
    );
    let comes_back = "kind = \"words\"\ncells = [\"case\"]\nwords = [\"等\"]\nfix = { replace = \"等等\" }";
    expect(comes_back, "cells = { case = \"道路等\" }", &["@/cells/case cell=case words=等"]);
}

#[test]
fn a_text_is_reported_by_the_first_case_that_fits() {
    let rule = "kind = \"words\"\n[[cases]]\nmessage = \"one\"\nwords = [\"满意度\"]\ncolumns = [\"level-3\"]\n\
                under = [\"level-output\"]\n[[cases]]\nmessage = \"two\"\nwords = [\"满意\"]\ncolumns = [\"level-3\"]";
    let rows = "[[indicators]]\nlevel-1 = \"产出\"\nlevel-3 = \"满意度\"\n\
                [[indicators]]\nlevel-1 = \"效益\"\nlevel-3 = \"满意度\"";
    expect(
        rule,
        rows,
        &[
            "one @/tables/indicators/0/cells/level-3 indicator=满意度 cell=level-3 words=满意度",
            "two @/tables/indicators/1/cells/level-3 indicator=满意度 cell=level-3 words=满意",
        ],
    );
}

#[test]
fn long_texts_and_texts_with_an_exception_are_left_alone() {
    let rule = "kind = \"words\"\ncells = [\"case\"]\nwords = [\"详见\"]\nexcept = [\"路段\"]\nup-to = 8";
    expect(rule, "cells = { case = \"详见附件\" }", &["@/cells/case cell=case words=详见"]);
    expect(rule, "cells = { case = \"路段详见附件\" }", &[]);
    expect(rule, "cells = { case = \"养护三条路，详见附件\" }", &[]);
}

#[test]
fn a_cell_says_one_of_the_things_allowed() {
    let rule =
        "kind = \"allowed\"\ncells = [\"project-class\"]\nwords = [\"A类\"]\nlists = [\"classes\"]\nfix = \"clear\"";
    expect(rule, "cells = { project-class = \"丙类\" }", &["@/cells/project-class cell=project-class text=丙类 => "]);
    for text in ["", " 甲类 ", "Ａ类"] {
        expect(rule, &format!("cells = {{ project-class = \"{text}\" }}"), &[]);
    }
    let several = "kind = \"allowed\"\ncells = [\"project-class\"]\nlists = [\"classes\"]\nparted-by = \"、，\"";
    expect(several, "cells = { project-class = \"甲类、乙类\" }", &[]);
    expect(
        several,
        "cells = { project-class = \"甲类、丙类\" }",
        &["@/cells/project-class cell=project-class text=甲类、丙类"],
    );
    refused("kind = \"allowed\"\ncells = [\"case\"]", "nothing is allowed");
    refused(
        "kind = \"allowed\"\ncells = [\"case\"]\nwords = [\"是\"]\nfix = { set = \"否\" }",
        "`fix` sets `否`, which the rule itself finds",
    );
}

#[test]
fn a_text_has_one_of_the_shapes_of_a_rule() {
    let rule = "kind = \"pattern\"\ncells = [\"phone\"]\npatterns = [\"1{10 digits}\", \"{3-4 digits}-{7-8 digits}\"]";
    expect(rule, "cells = { phone = \"139-1234\" }", &["@/cells/phone cell=phone text=139-1234"]);
    for text in ["", "13912345678", "0551－62345678"] {
        expect(rule, &format!("cells = {{ phone = \"{text}\" }}"), &[]);
    }
    refused(
        "kind = \"pattern\"\ncells = [\"phone\"]\npatterns = [\"{3 numbers}\"]",
        "pattern `{3 numbers}` names a class",
    );
    refused("kind = \"pattern\"\ncells = [\"phone\"]\npatterns = []", "`patterns` lists no pattern");
    refused("kind = \"pattern\"\ncells = [\"phone\"]", "`patterns` is missing");
}

#[test]
fn letters_and_digits_of_a_text_are_counted() {
    let rule = "kind = \"length\"\ncells = [\"case\"]\nleast = \"short\"\nmost = \"8\"\nexcept = [\"详见\"]";
    expect(rule, "cells = { case = \"修路。！\" }", &["@/cells/case cell=case text=修路。！ least=6"]);
    expect(rule, "cells = { case = \"修建道路三条十公里\" }", &["long @/cells/case cell=case count=9 most=8"]);
    for text in ["", "。", "修建道路三条", "修建道路三条，共3", "详见"] {
        expect(rule, &format!("cells = {{ case = \"{text}\" }}"), &[]);
    }
    refused("kind = \"length\"\ncells = [\"case\"]", "a length states `least` or `most`");
    refused("kind = \"length\"\ncells = [\"case\"]\nleast = \"shrot\"", "the policy has no number `shrot`");
}

#[test]
fn the_form_limits_texts() {
    let rule = "kind = \"limit\"";
    let found = ["@/cells/project-name cell=project-name count=11 most=10"];
    expect(rule, "cells = { project-name = \"一二三四五六七八九十 一\" }", &found);
    expect(rule, "cells = { project-name = \"一二三四五六七八九十\" }", &[]);
    refused("kind = \"limit\"\ncells = [\"case\"]", "unknown field `cells`");
}

#[test]
fn a_text_is_repeated_whatever_its_punctuation() {
    let rule = "kind = \"same-text\"\ncells = [\"year-goal\"]\nrepeats = \"whole-goal\"\nfix = \"clear\"";
    expect(
        rule,
        "cells = { year-goal = \"修路 三条。\", whole-goal = \"修路三条\" }",
        &["@/cells/year-goal cell=year-goal other=whole-goal => "],
    );
    expect(rule, "cells = { year-goal = \"修路三条\", whole-goal = \"修路五条\" }", &[]);
    expect(rule, "cells = { year-goal = \"。\", whole-goal = \"，\" }", &[]);
    let row = "kind = \"same-text\"\ncolumns = [\"level-3\"]\nrepeats = { column = \"level-2\" }";
    let found = ["row @/tables/indicators/0/cells/level-3 indicator=质量指标 cell=level-3 other=level-2"];
    expect(row, "[[indicators]]\nlevel-2 = \"质量指标\"\nlevel-3 = \"质量指标\"", &found);
    refused("kind = \"same-text\"\ncells = [\"year-goal\"]", "`repeats` is missing");
    refused(
        "kind = \"same-text\"\ncells = [\"year-goal\"]\nrepeats = { column = \"level-2\" }",
        "no row is looked at here",
    );
    refused(
        "kind = \"same-text\"\ncells = [\"goal-result\"]\nrepeats = \"case\"",
        "no form of the rule's purposes has all that this names",
    );
}

#[test]
fn a_text_that_should_repeat_another_is_copied_from_it() {
    let rule = "kind = \"other-text\"\ncells = [\"case\"]\ndiffers-from = \"project-name\"\nfix = \"fill\"";
    expect(
        rule,
        "cells = { case = \"修路\", project-name = \"道路养护\" }",
        &["@/cells/case cell=case other=project-name => 道路养护"],
    );
    expect(rule, "cells = { case = \"道路养护。\", project-name = \"道路养护\" }", &[]);
    expect(rule, "cells = { case = \"\", project-name = \"道路养护\" }", &[]);
}

#[test]
fn what_never_happens_is_found_by_its_conditions_alone() {
    let rule =
        "kind = \"never\"\ncolumns = [\"reason\"]\nrows = [{ column = \"reason\", is = [\"无\"] }]\nfix = \"clear\"";
    let rows =
        "form = \"report\"\n[[indicators]]\nlevel-3 = \"甲\"\nreason = \"无\"\n[[indicators]]\nreason = \"雨季\"";
    expect(rule, rows, &["row @/tables/indicators/0/cells/reason indicator=甲 cell=reason text=无 => "]);
}

#[test]
fn a_rule_that_looks_at_nothing_or_states_nothing_is_refused() {
    refused("kind = \"required\"", "the rule looks at nothing: name `cells` or `columns`");
    refused(
        "kind = \"requird\"\ncells = [\"case\"]",
        "there is no kind of rule `requird`; kinds are `required`, `words`",
    );
    refused("kind = \"words\"\ncases = []", "`cases` is empty");
    refused("kind = \"required\"\ncells = [\"case\"]\ncels = [\"case\"]", "unknown field `cels`");
    refused(
        "kind = \"required\"\ncells = [\"case\"]\nunder = [\"level-output\"]",
        "`under` picks rows, but no `columns`",
    );
    refused(
        "kind = \"required\"\nmessage = \"x\"\ncells = [\"case\"]\ncolumns = [\"level-3\"]",
        "looks at `cells` or at `columns`, not at both",
    );
}
