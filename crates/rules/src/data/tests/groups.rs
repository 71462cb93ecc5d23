//! `count`, `subtotal` and `coverage`: statements about several rows at once.

use super::desk::{expect, refused};

fn indicators(rows: &[(&str, &str, &str, &str)]) -> String {
    let row = |(one, two, name, target): &(&str, &str, &str, &str)| {
        format!(
            "[[indicators]]\nlevel-1 = \"{one}\"\nlevel-2 = \"{two}\"\nlevel-3 = \"{name}\"\ntarget = \"{target}\"\n"
        )
    };
    rows.iter().map(row).collect()
}

const FOUR: [(&str, &str, &str, &str); 4] = [
    ("产出指标", "数量指标", "长度", "≥3公里"),
    ("产出指标", "质量指标", "合格率", "≥95%"),
    ("效益指标", "社会效益", "影响", "提升"),
    ("产出指标", "数量指标", "宽度", "≥3米"),
];

#[test]
fn rows_are_counted_and_held_against_a_number_of_the_policy() {
    let rule = "kind = \"count\"\nunder = [\"level-quantity\"]\nat-least = \"few-rows\"\nat-most = \"2\"";
    expect(rule, &indicators(&FOUR), &[]);
    expect(rule, &indicators(&FOUR[..3]), &["below @/tables/indicators value=1 limit=2 unit="]);
    let six: Vec<_> = FOUR.iter().chain(&FOUR[..1]).copied().collect();
    expect(rule, &indicators(&six), &["above @/tables/indicators value=3 limit=2 unit="]);
    expect(rule, "", &["below @/tables/indicators value=0 limit=2 unit="]);
    refused("kind = \"count\"", "say how much is right");
    refused("kind = \"count\"\nat-least = \"two\"", "the policy has no number `two`");
    refused(
        "kind = \"count\"\nunder = [\"level-outputs\"]\nat-least = \"2\"",
        "`level-outputs` is not the name of a level",
    );
    refused("kind = \"count\"\nat-least = { cell = \"start-date\" }", "never counts the same thing");
}

#[test]
fn too_few_rows_of_an_excerpt_are_no_finding_and_too_many_are() {
    let rule = "kind = \"count\"\nat-least = \"5\"";
    expect(rule, &indicators(&FOUR), &["below @/tables/indicators value=4 limit=5 unit="]);
    expect(rule, &["extent = \"excerpt\"\n", &indicators(&FOUR)].concat(), &[]);
    let rule = "kind = \"count\"\nat-most = \"3\"";
    let found = ["above @/tables/indicators value=4 limit=3 unit="];
    expect(rule, &["extent = \"excerpt\"\n", &indicators(&FOUR)].concat(), &found);
}

#[test]
fn rows_are_counted_for_each_level_and_for_each_text() {
    let per_one = "kind = \"count\"\nper = \"level-1\"\nat-least = \"2\"";
    let found = ["below @/tables/indicators group=level-benefit value=1 limit=2 unit="];
    expect(per_one, &indicators(&FOUR), &found);
    let per_two = "kind = \"count\"\nper = \"level-2\"\nat-most = \"1\"";
    let found = ["above @/tables/indicators group=level-quantity value=2 limit=1 unit="];
    expect(per_two, &indicators(&FOUR), &found);
    let per_class = "kind = \"count\"\ntable = \"costs\"\nper = \"class\"\nat-most = \"1\"";
    let rows = "[[costs]]\nclass = \"甲\"\n[[costs]]\nclass = \"乙\"\n[[costs]]\nclass = \"甲\"\n[[costs]]\nline-item = \"无类\"\n\
                [[costs]]\nline-item = \"无类二\"";
    expect(per_class, rows, &["above @/tables/costs group=甲 value=2 limit=1 unit="]);
    refused(
        "kind = \"count\"\nper = \"levle-1\"\nat-least = \"2\"",
        "`levle-1` is not a column of the table of indicators",
    );
}

#[test]
fn rows_that_say_the_same_count_once_and_blank_ones_not_at_all() {
    let rule = "kind = \"count\"\ntable = \"costs\"\ndistinct = \"class\"\nat-least = \"3\"";
    let rows = "[[costs]]\nclass = \"甲\"\n[[costs]]\nclass = \"乙\"\n[[costs]]\nclass = \" 甲 \"\n[[costs]]\nline-item = \"丙\"";
    expect(rule, rows, &["below @/tables/costs value=2 limit=3 unit="]);
    expect(rule, &rows.replace("line-item = \"丙\"", "class = \"丙\""), &[]);
}

#[test]
fn a_share_of_the_rows_is_held_exactly_and_said_with_one_decimal() {
    let rule = "kind = \"count\"\nrows = [{ column = \"target\", means = [\"number\", \"date\"] }]\nshare-of = []\n\
                at-least = \"share\"";
    expect(rule, &indicators(&FOUR), &[]);
    let found = ["below @/tables/indicators of=3 share=33.3 value=1 limit=60 unit="];
    expect(rule, &indicators(&[FOUR[0], FOUR[2], FOUR[2]]), &found);
    expect(rule, "", &[]);
    expect(rule, &["extent = \"excerpt\"\n", &indicators(&[FOUR[0], FOUR[2], FOUR[2]])].concat(), &[]);
    let exact =
        "kind = \"count\"\nunder = [\"level-quantity\"]\nshare-of = [{ under = [\"level-output\"] }]\nat-most = \"66\"";
    let found = ["above @/tables/indicators of=3 share=66.7 value=2 limit=66 unit="];
    expect(exact, &indicators(&FOUR), &found);
    refused("kind = \"count\"\nper = \"level-1\"\nshare-of = []\nat-most = \"66\"", "a share is one of all rows");
}

#[test]
fn a_column_is_summed_up_for_each_group_in_the_unit_of_the_bound() {
    let rule = "kind = \"subtotal\"\ncolumn = \"line-amount\"\nper = \"class\"\nat-most = \"10\"\nunit = \"万元\"";
    let rows = "[[costs]]\nclass = \"会议\"\nline-amount = \"60000元\"\n[[costs]]\nclass = \"培训\"\nline-amount = \"10\"\n\
                [[costs]]\nclass = \"会议\"\nline-amount = \"4.01\"";
    expect(rule, rows, &["above @/tables/costs group=会议 value=10.01 limit=10 unit=万元"]);
    expect(rule, &rows.replace("4.01", "4"), &[]);
    expect(rule, &rows.replace("4.01", "四"), &[]);
    refused("kind = \"subtotal\"\ncolumn = \"line-amount\"\nat-most = \"10\"", "say in which `unit`");
    refused("kind = \"subtotal\"\nat-most = \"10\"", "`column` is missing");
}

#[test]
fn points_of_a_level_are_as_many_as_the_rule_says() {
    let rule = "kind = \"subtotal\"\ncolumn = \"weight\"\nunder = [\"level-output\"]\nequals = \"50\"\ntolerance = \"rounding\"";
    let rows = |weight: &str| {
        format!(
            "form = \"report\"\n[[indicators]]\nlevel-1 = \"产出\"\nlevel-3 = \"甲\"\nweight = \"{weight}\"\n\
             [[indicators]]\nlevel-1 = \"产出\"\nlevel-3 = \"乙\"\nweight = \"20\"\n\
             [[indicators]]\nlevel-1 = \"效益\"\nlevel-3 = \"丙\"\nweight = \"30\""
        )
    };
    expect(rule, &rows("29"), &["below @/tables/indicators value=49 limit=50 unit="]);
    expect(rule, &rows("31"), &["above @/tables/indicators value=51 limit=50 unit="]);
    expect(rule, &rows("30.05"), &[]);
}

#[test]
fn a_subtotal_is_held_against_a_share_of_a_cell_or_of_the_other_rows() {
    let rule = "kind = \"subtotal\"\ncolumn = \"line-amount\"\nrows = [{ column = \"line-item\", words = [\"管理费\"] }]\n\
                at-most = { cell = \"fund.total.year\", times = \"0.05\" }";
    let rows = "cells = { \"fund.total.year\" = \"100\" }\n[[costs]]\nline-item = \"项目管理费\"\nline-amount = \"5.5\"\n\
                [[costs]]\nline-item = \"设备\"\nline-amount = \"94.5\"";
    expect(rule, rows, &["above @/tables/costs value=5.5 limit=5 unit=万元"]);
    expect(rule, &rows.replace("5.5", "5"), &[]);
    let share = "kind = \"subtotal\"\ncolumn = \"line-amount\"\nrows = [{ column = \"line-item\", words = [\"管理费\"] }]\n\
                 share-of = []\nat-most = \"5\"";
    expect(share, rows, &["above @/tables/costs of=100 share=5.5 value=5.5 limit=5 unit=万元"]);
}

#[test]
fn a_table_covers_the_levels_that_its_frame_expects() {
    let found = ["@/tables/indicators level=level-satisfaction"];
    expect("kind = \"coverage\"", &indicators(&[FOUR[0], FOUR[1]]), &found);
    expect("kind = \"coverage\"", "", &["all @/tables/indicators"]);
    let whole = [FOUR[0], FOUR[1], ("满意度指标", "服务对象满意度", "满意度", "≥90%")];
    expect("kind = \"coverage\"", &indicators(&whole), &[]);
    refused("kind = \"coverage\"\ncells = [\"case\"]", "unknown field `cells`");
}
