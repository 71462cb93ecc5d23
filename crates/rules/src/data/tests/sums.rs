//! `sum`: a cell against the sum of cells or of a column.

use super::desk::{expect, refused};

const FUNDS: &str = "kind = \"sum\"\nclose = \"rounding\"\nfix = \"fill\"\n\
                     total = \"fund.total.year\"\nparts = [\"fund.fiscal.year\", \"fund.other.year\"]";

fn funds(total: &str, fiscal: &str, other: &str) -> String {
    format!(
        "[cells]\n\"fund.total.year\" = \"{total}\"\n\"fund.fiscal.year\" = \"{fiscal}\"\n\"fund.other.year\" = \"{other}\""
    )
}

#[test]
fn a_total_equals_its_parts_across_units_to_the_cent() {
    let at = "@/cells/fund.total.year cell=fund.total.year";
    let found = [&*format!("{at} total=380 sum=360 unit=万元 => 360")];
    expect(FUNDS, &funds("380", "300", "600000元"), &found);
    expect(FUNDS, &funds("360", "300", "600000.00元"), &[]);
    let close = [&*format!("close {at} total=360 sum=360.0001 unit=万元 => 360.0001")];
    expect(FUNDS, &funds("360", "300", "600001元"), &close);
    let zero = [&*format!("zero {at} sum=300 unit=万元 => 300")];
    expect(FUNDS, &funds("0", "300", ""), &zero);
}

#[test]
fn nothing_is_said_of_a_sum_that_is_not_known() {
    for (total, fiscal, other) in [("380", "", ""), ("380", "三百多", "80"), ("", "300", "80"), ("380", "380", "无")]
    {
        expect(FUNDS, &funds(total, fiscal, other), &[]);
    }
}

#[test]
fn a_blank_part_may_still_be_typed_while_filling_in_or_outside_an_excerpt() {
    let found = ["@/cells/fund.total.year cell=fund.total.year total=380 sum=300 unit=万元 => 300"];
    expect(FUNDS, &funds("380", "300", ""), &found);
    for state in ["stage = \"drafting\"\n", "extent = \"excerpt\"\n"] {
        expect(FUNDS, &[state, &funds("380", "300", "")].concat(), &[]);
        // What is there is more than the total already; how much it will be is not known, so nothing is filled in.
        let found = ["@/cells/fund.total.year cell=fund.total.year total=280 sum=300 unit=万元"];
        expect(FUNDS, &[state, &funds("280", "300", "")].concat(), &found);
    }
}

#[test]
fn a_tolerance_makes_no_finding_at_all() {
    let rule = FUNDS.replace("close", "tolerance");
    expect(&rule, &funds("360", "300", "60.05"), &[]);
    assert_eq!(super::desk::finds(&super::desk::rule(&rule), &funds("360", "300", "60.051")).len(), 1);
}

#[test]
fn a_column_of_another_table_adds_up_to_a_cell() {
    let rule = "kind = \"sum\"\ntotal = \"fund.total.year\"\ncolumn = \"line-amount\"\n\
                rows = [{ not = { column = \"line-item\", words = [\"合计\"] } }]";
    let lines = "[cells]\n\"fund.total.year\" = \"60\"\n[[costs]]\nline-item = \"设备\"\nline-amount = \"500000元\"\n\
                 [[costs]]\nline-item = \"培训\"\nline-amount = \"9.5\"\n[[costs]]\nline-item = \"合计\"\nline-amount = \"60\"";
    let found = ["@/cells/fund.total.year cell=fund.total.year total=60 sum=59.5 unit=万元"];
    expect(rule, lines, &found);
    expect(rule, &lines.replace("9.5", "10"), &[]);
    expect(rule, "[cells]\n\"fund.total.year\" = \"60\"", &[]);
    expect(rule, &["extent = \"excerpt\"\n", lines].concat(), &[]);
}

#[test]
fn what_a_lost_row_of_the_form_held_is_not_known_to_a_sum() {
    let rule = "purposes = [\"report-rating\"]\nkind = \"sum\"\ntotal = \"total-score\"\ntable = \"items\"\n\
                column = \"score\"\nfix = \"fill\"";
    let row = |id: &str, score: &str| format!("[[items]]\nid = \"{id}\"\nscore = \"{score}\"\n");
    let document =
        |total: &str, rows: &str| format!("form = \"rate\"\ncells = {{ total-score = \"{total}\" }}\n{rows}");
    let at = "@/cells/total-score cell=total-score";
    let (first, second) = (row("r1", "20"), row("r2", "30"));
    expect(
        rule,
        &document("90", &[first.as_str(), &second].concat()),
        &[&*format!("{at} total=90 sum=50 unit= => 50")],
    );
    expect(rule, &document("90", &first), &[]);
    // What is left is more than the total already; nothing is filled in.
    expect(rule, &document("12", &first), &[&*format!("{at} total=12 sum=20 unit=")]);
    // Rows of one's own instead of all that are printed: nothing was lost.
    expect(rule, &document("90", &row("own", "20")), &[&*format!("{at} total=90 sum=20 unit= => 20")]);
}

#[test]
fn points_of_rows_add_up_to_a_total_of_points() {
    let rule = "kind = \"sum\"\ntotal = \"total-weight\"\ncolumn = \"weight\"\nfix = \"fill\"";
    let rows = "form = \"report\"\ncells = { total-weight = \"90\" }\n[[indicators]]\nlevel-3 = \"甲\"\nweight = \"60\"\n\
                [[indicators]]\nlevel-3 = \"乙\"\nweight = \"40\"";
    expect(rule, rows, &["@/cells/total-weight cell=total-weight total=90 sum=100 unit= => 100"]);
    expect(rule, &rows.replace("\"90\"", "\"100.00\""), &[]);
}

#[test]
fn several_sums_stand_in_one_rule_and_each_has_its_own_conditions() {
    let rule = "kind = \"sum\"\n[[cases]]\ntotal = \"fund.total.year\"\nparts = [\"fund.fiscal.year\"]\n\
                [[cases]]\nmessage = \"reserve\"\ntotal = \"reserve\"\nparts = [\"fund.other.year\"]\n\
                when = [{ cell = \"project-class\", is = [\"甲类\"] }]";
    let document = "[cells]\nproject-class = \"甲类\"\nreserve = \"5\"\n\"fund.other.year\" = \"6\"";
    let found = "reserve @/cells/reserve cell=reserve total=5 sum=6 unit=万元";
    expect(rule, document, &[found]);
    expect(rule, &document.replace("甲", "乙"), &[]);
}

#[test]
fn a_sum_that_can_not_be_is_refused() {
    refused("kind = \"sum\"\nparts = [\"fund.fiscal.year\"]", "`total` is missing");
    refused("kind = \"sum\"\ntotal = \"fund.total.year\"", "`parts` is missing");
    refused("kind = \"sum\"\ntotal = \"fund.total.yaer\"\nparts = [\"reserve\"]", "has a cell `fund.total.yaer`");
    refused("kind = \"sum\"\ntotal = \"fund.total.year\"\ncolumn = \"line-amuont\"", "`line-amuont` is not a column");
    refused("kind = \"sum\"\ntotal = \"fund.total.year\"\nparts = [\"start-date\"]", "never counts the same thing");
    refused(
        "kind = \"sum\"\ntotal = \"total-score\"\nparts = [\"reserve\"]",
        "no form of the rule's purposes has both",
    );
    refused(
        "kind = \"sum\"\ntotal = \"fund.total.year\"\nparts = [\"reserve\"]\nfix = \"clear\"",
        "can be mended by `fill`",
    );
    refused(
        "kind = \"sum\"\ntotal = \"reserve\"\nparts = [\"fund.total.year\"]\nclose = \"tiny\"",
        "the policy has no number `tiny`",
    );
}
