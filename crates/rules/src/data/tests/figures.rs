//! Statements that hold numbers, amounts and dates against each other.

use super::desk::{expect, refused};

#[test]
fn amounts_stay_within_bounds_in_the_unit_that_the_rule_states() {
    let rule = "kind = \"range\"\ncells = [\"fund.total.year\"]\nfrom = \"1\"\nto = \"500000\"\nunit = \"元\"";
    let at = "@/cells/fund.total.year cell=fund.total.year";
    expect(rule, "cells = { \"fund.total.year\" = \"0.9元\" }", &[&format!("{at} text=0.9元 from=0.0001 to=50")]);
    expect(rule, "cells = { \"fund.total.year\" = \"50.0001\" }", &[&format!("{at} text=50.0001 from=0.0001 to=50")]);
    for text in ["50", "1元", "500000.00元", "", "无", "五十"] {
        expect(rule, &format!("cells = {{ \"fund.total.year\" = \"{text}\" }}"), &[]);
    }
    refused(
        "kind = \"range\"\ncells = [\"fund.total.year\"]\nto = \"50\"",
        "an amount is held against a number: say in which `unit`",
    );
    refused("kind = \"range\"\ncells = [\"fund.total.year\"]\nto = \"50\"\nunit = \"？\"", "which is no unit");
}

#[test]
fn an_amount_below_zero_needs_no_unit() {
    let rule = "kind = \"range\"\ncells = [\"reserve\", \"staff\"]\nfrom = \"0\"";
    expect(
        rule,
        "cells = { reserve = \"-0.01元\", staff = \"-1\" }",
        &["@/cells/reserve cell=reserve text=-0.01元 from=0", "@/cells/staff cell=staff text=-1 from=0"],
    );
    expect(rule, "cells = { reserve = \"0\", staff = \"0\" }", &[]);
}

#[test]
fn a_statement_holds_in_every_table_that_has_one_of_its_columns_and_outside_tables_once() {
    let rule = "kind = \"range\"\nevery-table = true\ncolumns = [\"line-quantity\", \"share\"]\ncells = [\"staff\"]\nfrom = \"0\"";
    let document = "cells = { staff = \"-1\" }\n[[costs]]\nline-item = \"设备\"\nline-quantity = \"-2\"\n\
                    [[tasks]]\ntask = \"验收\"\nshare = \"-3\"\n[[tasks]]\ntask = \"培训\"\nshare = \"3\"";
    let found = [
        "@/cells/staff cell=staff text=-1 from=0",
        "row @/tables/costs/0/cells/line-quantity row=设备 cell=line-quantity text=-2 from=0",
        "row @/tables/tasks/0/cells/share row=验收 cell=share text=-3 from=0",
    ];
    expect(rule, document, &found);
    refused(&[rule, "\ntable = \"costs\""].concat(), "`every-table` and `table` exclude each other");
}

#[test]
fn one_number_may_be_wrong_although_it_lies_within() {
    let rule = "kind = \"range\"\ncells = [\"staff\"]\nnever = \"0\"\nfix = \"clear\"";
    expect(rule, "cells = { staff = \"0.00\" }", &["@/cells/staff cell=staff text=0.00 => "]);
    expect(rule, "cells = { staff = \"1\" }", &[]);
    refused("kind = \"range\"\ncells = [\"staff\"]", "a range states `from`, `to`, or `never`");
}

#[test]
fn bounds_are_numbers_of_the_policy_and_hold_row_by_row() {
    let rule = "kind = \"range\"\ncolumns = [\"target\"]\nrows = [{ under = [\"level-satisfaction\"] }]\n\
                from = \"share\"\nto = \"large\"\nunit = \"%\"";
    let row =
        |target: &str| format!("[[indicators]]\nlevel-1 = \"满意度\"\nlevel-3 = \"村民满意度\"\ntarget = \"{target}\"");
    let at = "row @/tables/indicators/0/cells/target indicator=村民满意度 cell=target";
    expect(rule, &row("≥59.9%"), &[&format!("{at} text=≥59.9% from=60 to=100")]);
    for target in ["≥60%", "100％", "≥120人", "满意", "", "600‰"] {
        expect(rule, &row(target), &[]);
    }
    expect(rule, &row("≥590‰"), &[&format!("{at} text=≥590‰ from=60 to=100")]);
    expect(rule, "[[indicators]]\nlevel-1 = \"产出\"\nlevel-3 = \"合格率\"\ntarget = \"5%\"", &[]);
    refused("kind = \"range\"\ncolumns = [\"target\"]\nfrom = \"shore\"", "the policy has no number `shore`");
}

#[test]
fn dates_lie_within_bounds_that_may_be_a_year() {
    let rule = "kind = \"range\"\ntable = \"tasks\"\ncolumns = [\"due\"]\nfrom = { cell = \"year\" }\nto = { cell = \"year\" }";
    let document = |due: &str| format!("cells = {{ year = \"2026年\" }}\n[[tasks]]\ntask = \"清淤\"\ndue = \"{due}\"");
    let at = "row @/tables/tasks/0/cells/due row=清淤 cell=due";
    expect(rule, &document("2027-01-01"), &[&format!("{at} text=2027-01-01 from=2026 to=2026")]);
    expect(rule, &document("2025年"), &[&format!("{at} text=2025年 from=2026 to=2026")]);
    for due in ["2026-12-31", "6月", "2026年", ""] {
        expect(rule, &document(due), &[]);
    }
    let fixed = "kind = \"range\"\ncells = [\"start-date\"]\nfrom = \"2024-01-01\"";
    let found = ["@/cells/start-date cell=start-date text=2023-12-31 from=2024-01-01"];
    expect(fixed, "cells = { start-date = \"2023-12-31\" }", &found);
    expect(fixed, "cells = { start-date = \"2024年1月1日\" }", &[]);
    refused("kind = \"range\"\ncells = [\"start-date\"]\nfrom = \"2024-13-01\"", "is not a date with its year");
    refused("kind = \"range\"\ncells = [\"start-date\"]\nfrom = \"12月31日\"", "is not a date with its year");
}

#[test]
fn a_bound_that_is_blank_bounds_nothing() {
    let rule = "kind = \"range\"\ncells = [\"reserve\"]\nfrom = \"0\"\nto = { cell = \"fund.total.year\" }";
    expect(rule, "cells = { reserve = \"5\" }", &[]);
    expect(rule, "cells = { reserve = \"-5\" }", &["@/cells/reserve cell=reserve text=-5 from=0 to="]);
}

#[test]
fn a_cell_is_compared_with_another_across_units() {
    let rule = "kind = \"compare\"\ncells = [\"fund.total.year\"]\nat-most = { cell = \"fund.total.whole\" }";
    expect(
        rule,
        "cells = { \"fund.total.year\" = \"380\", \"fund.total.whole\" = \"3000000元\" }",
        &["@/cells/fund.total.year cell=fund.total.year text=380 value=380 limit=300 unit=万元 other=fund.total.whole"],
    );
    expect(rule, "cells = { \"fund.total.year\" = \"300\", \"fund.total.whole\" = \"3000000元\" }", &[]);
    expect(rule, "cells = { \"fund.total.year\" = \"300\" }", &[]);
    refused("kind = \"compare\"\ncells = [\"staff\"]", "say what it is held against");
    refused("kind = \"compare\"\ncells = [\"staff\"]\nat-least = \"1\"\nat-most = \"9\"", "compares in one way");
    refused(
        "kind = \"compare\"\ncells = [\"start-date\"]\nat-most = { cell = \"reserve\" }",
        "what is held against each other never counts the same thing",
    );
    refused(
        "kind = \"compare\"\ncells = [\"total-score\"]\nat-most = { cell = \"staff\" }",
        "no form of the rule's purposes has both of what is held against each other",
    );
}

#[test]
fn a_share_of_a_cell_is_exact() {
    let rule = "kind = \"compare\"\ncells = [\"reserve\"]\nat-most = { cell = \"fund.total.year\", times = \"0.05\" }";
    let document = |reserve: &str| format!("cells = {{ \"fund.total.year\" = \"333.33\", reserve = \"{reserve}\" }}");
    expect(
        rule,
        &document("16.6666"),
        &["@/cells/reserve cell=reserve text=16.6666 value=16.6666 limit=16.6665 unit=万元 other=fund.total.year"],
    );
    expect(rule, &document("16.6665"), &[]);
    refused(
        "kind = \"compare\"\ncells = [\"reserve\"]\nat-most = { cell = \"fund.total.year\", times = \"-1\" }",
        "`times` is below zero",
    );
}

#[test]
fn a_difference_equals_a_cell_and_is_filled_in() {
    let rule = "kind = \"compare\"\ncells = [\"reserve\"]\ntolerance = \"rounding\"\nfix = \"fill\"\n\
                equals = { cell = \"fund.total.year\", minus = { cell = \"fund.fiscal.year\" } }";
    let document = |reserve: &str| {
        format!(
            "cells = {{ \"fund.total.year\" = \"100\", \"fund.fiscal.year\" = \"905000元\", reserve = \"{reserve}\" }}"
        )
    };
    let found = "@/cells/reserve cell=reserve text=9.4 value=9.4 limit=9.5 unit=万元 other=fund.total.year => 9.5";
    expect(rule, &document("9.4"), &[found]);
    for reserve in ["9.5", "9.45", "95000元", ""] {
        expect(rule, &document(reserve), &[]);
    }
    refused(
        "kind = \"compare\"\ncells = [\"reserve\"]\nat-most = { cell = \"fund.total.year\" }\nfix = \"fill\"",
        "`fix` says `fill`; a rule of this kind can be mended by `clear`",
    );
}

#[test]
fn dates_come_before_and_after_each_other() {
    let rule = "kind = \"compare\"\ncells = [\"end-date\"]\nnot-before = { cell = \"start-date\" }";
    let document = |start: &str, end: &str| format!("cells = {{ start-date = \"{start}\", end-date = \"{end}\" }}");
    expect(
        rule,
        &document("2026-03-01", "2026年2月"),
        &["@/cells/end-date cell=end-date text=2026年2月 value=2026-02-28 limit=2026-03-01 unit= other=start-date"],
    );
    expect(rule, &document("2026-03-01", "2026-03-01"), &[]);
    expect(rule, &document("2026-03-15", "2026年3月"), &[]);
    let strictly = "kind = \"compare\"\ncells = [\"end-date\"]\nafter = { cell = \"start-date\" }";
    assert_eq!(super::desk::finds(&super::desk::rule(strictly), &document("2026-03-01", "2026-03-01")).len(), 1);
}

#[test]
fn a_column_is_compared_with_a_cell_and_with_a_column_of_its_row() {
    let rule = "kind = \"compare\"\ntable = \"tasks\"\ncolumns = [\"due\"]\nnot-after = { cell = \"end-date\" }";
    let rows = "cells = { end-date = \"2026-06-30\" }\n[[tasks]]\ntask = \"清淤\"\ndue = \"2026-07-01\"\n\
                [[tasks]]\ntask = \"验收\"\ndue = \"2026-06-30\"";
    let found = "row @/tables/tasks/0/cells/due row=清淤 cell=due text=2026-07-01 value=2026-07-01 limit=2026-06-30 \
                 unit= other=end-date";
    expect(rule, rows, &[found]);
    let row = "kind = \"compare\"\ncolumns = [\"score\"]\nat-most = { column = \"weight\" }";
    let rows = "form = \"report\"\n[[indicators]]\nlevel-3 = \"甲\"\nweight = \"10\"\nscore = \"10.5\"\n\
                [[indicators]]\nlevel-3 = \"乙\"\nweight = \"10\"\nscore = \"10\"";
    let found = "row @/tables/indicators/0/cells/score indicator=甲 cell=score text=10.5 value=10.5 limit=10 unit= \
                 other=weight";
    expect(row, rows, &[found]);
}

#[test]
fn targets_are_compared_by_what_was_read_with_sign_and_unit_in_columns_of_their_own() {
    let rule = "kind = \"compare\"\ncolumns = [\"target\"]\nat-most = { column = \"cap\" }";
    let row = |cap: &str| {
        format!(
            "[[indicators]]\nlevel-3 = \"长度\"\noperator = \"≥\"\ntarget = \"3.5\"\nunit = \"公里\"\ncap = \"{cap}\""
        )
    };
    let found = "row @/tables/indicators/0/cells/target indicator=长度 cell=target text=3.5 value=3.5 limit=3000 \
                 unit=公里 other=cap";
    expect(rule, &row("3000米"), &[found]);
    expect(rule, &row("3500米"), &[]);
    expect(rule, &row("30户"), &[]);
}
