//! 情况说明: a reason travels with the document, changes no finding, and ends when what it excused changes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use jibiao_kit::{
    Answer, Counts, Draft, Edit, Entry, Lapse, Rebind, Report, Severity, Stage, Verdict, canonical, model::TableId,
    pretty,
};
use jibiao_tests::{document, kit};

const REASON: &str = "省级方案对本项只作定性要求，年底由评审组实地查看";

fn table() -> TableId {
    TableId::fixed("indicators")
}

fn set(row: &str, cell: &str, text: &str) -> Edit {
    Edit::SetRowCell { table: table(), row: row.into(), cell: cell.into(), text: text.into() }
}

/// The worked declaration with two targets that only praise.
fn draft() -> Draft {
    let mut draft = document(&kit(), "declaration-2021");
    for row in ["r9", "r10"] {
        draft.apply(set(row, "level-3", "农村群众出行便利程度")).unwrap();
        draft.apply(set(row, "target", "明显提升")).unwrap();
    }
    draft.apply(set("r10", "level-3", "护栏长效管护机制")).unwrap();
    draft
}

fn vague<'r>(report: &'r Report, row: &str) -> &'r Entry {
    let here = |entry: &&Entry| {
        entry.finding.rule.as_str() == "target-vague" && entry.finding.place.row.as_ref().unwrap().as_str() == row
    };
    report.entries.iter().find(here).unwrap_or_else(|| panic!("no vague target in {row}: {:#?}", report.entries))
}

fn answer(reason: &str) -> Answer {
    Answer { reason: reason.into(), by: "李青".into(), date: "2025-11-12".into() }
}

fn waive(draft: &mut Draft, row: &str, reason: &str) -> Result<(), Lapse> {
    let report = draft.check(Stage::Submission);
    let edit = draft.waive(&report, vague(&report, row), answer(reason))?;
    draft.apply(edit).unwrap();
    Ok(())
}

/// The report as it would be without reasons.
fn bare(mut report: Report) -> Report {
    report.waived = Counts::default();
    report.lapsed.clear();
    report.entries.iter_mut().for_each(|entry| entry.waiver = None);
    report
}

#[test]
fn a_reason_is_shown_with_its_finding_and_counted_apart() {
    let mut draft = draft();
    let before = draft.check(Stage::Submission);
    waive(&mut draft, "r9", REASON).unwrap();
    let report = draft.check(Stage::Submission);
    assert_eq!(vague(&report, "r9").waiver, Some(answer(REASON)));
    assert_eq!(vague(&report, "r10").waiver, None);
    assert_eq!(report.waived, Counts { blocks: 0, warns: 1, advises: 0 });
    assert_eq!(report.counts, before.counts);
    assert_eq!(report.verdict, Verdict::AcceptedWithNotes);
    assert_eq!(bare(report), before);
}

#[test]
fn points_are_not_given_back_for_a_reason() {
    let mut draft = draft();
    let before = draft.quality(&draft.check(Stage::Submission));
    waive(&mut draft, "r9", REASON).unwrap();
    assert_eq!(draft.quality(&draft.check(Stage::Submission)), before);
}

#[test]
fn the_reviewer_sees_reasons_first() {
    let mut draft = draft();
    waive(&mut draft, "r10", REASON).unwrap();
    let position = |stage: Stage, row: &str| {
        let report = draft.check(stage);
        let entry = vague(&report, row);
        report.entries.iter().position(|other| other == entry).unwrap()
    };
    assert_eq!(position(Stage::Review, "r10"), 0);
    assert!(position(Stage::Review, "r9") > 0);
    assert_eq!(position(Stage::Submission, "r10"), position(Stage::Submission, "r9") + 1, "in the order of the paper");
}

#[test]
fn a_reason_follows_its_row_and_survives_the_file() {
    let mut draft = draft();
    waive(&mut draft, "r9", REASON).unwrap();
    draft.apply(Edit::MoveRow { table: table(), row: "r9".into(), to: 0 }).unwrap();
    draft.apply(set("r1", "target", "≤12万元/公里")).unwrap();
    let opened = kit().open(pretty(draft.document()).as_bytes(), Rebind::Never).unwrap();
    assert_eq!(opened.draft.document(), draft.document());
    let report = opened.draft.check(Stage::Submission);
    assert_eq!(vague(&report, "r9").waiver, Some(answer(REASON)));
    assert!(report.lapsed.is_empty());
}

#[test]
fn a_reason_ends_with_the_text_that_it_excused_and_can_be_given_anew() {
    let mut draft = draft();
    waive(&mut draft, "r9", REASON).unwrap();
    draft.apply(set("r9", "target", "大幅提升")).unwrap();
    let report = draft.check(Stage::Submission);
    assert_eq!(vague(&report, "r9").waiver, None, "the finding is back");
    assert_eq!(report.lapsed.len(), 1);
    assert_eq!(report.lapsed[0].why, Lapse::Changed);
    assert_eq!(report.lapsed[0].waiver.answer.reason, REASON);

    waive(&mut draft, "r9", REASON).unwrap();
    let report = draft.check(Stage::Submission);
    assert_eq!(draft.document().waivers.len(), 1, "the old one is gone");
    assert!(report.lapsed.is_empty() && vague(&report, "r9").waiver.is_some());
    // One step back brings the old state back as a whole.
    draft.undo().unwrap();
    assert_eq!(draft.check(Stage::Submission).lapsed[0].why, Lapse::Changed);
}

#[test]
fn a_reason_for_a_defect_that_was_mended_or_a_row_that_was_removed_is_not_needed() {
    for mend in [set("r9", "target", "≥24个"), Edit::RemoveRow { table: table(), row: "r9".into() }] {
        let mut draft = draft();
        waive(&mut draft, "r9", REASON).unwrap();
        draft.apply(mend).unwrap();
        let report = draft.check(Stage::Submission);
        assert_eq!(report.lapsed.iter().map(|lapsed| lapsed.why).collect::<Vec<_>>(), [Lapse::Gone]);
        assert_eq!(report.waived, Counts::default());
        draft.undo().unwrap();
        assert!(vague(&draft.check(Stage::Submission), "r9").waiver.is_some());
    }
}

#[test]
fn a_reason_that_was_withdrawn_leaves_nothing_behind() {
    let mut draft = draft();
    let before = canonical(draft.document());
    waive(&mut draft, "r9", REASON).unwrap();
    let with = canonical(draft.document());
    let report = draft.check(Stage::Submission);
    assert_eq!(draft.withdraw(vague(&report, "r10")), None);
    draft.apply(draft.withdraw(vague(&report, "r9")).unwrap()).unwrap();
    assert_eq!(canonical(draft.document()), before);
    draft.undo().unwrap();
    assert_eq!(canonical(draft.document()), with);
}

#[test]
fn a_reason_that_another_program_copied_from_the_report_is_replaced_not_doubled() {
    let mut draft = draft();
    let report = draft.check(Stage::Submission);
    let mut waiver = jibiao_kit::Waiver::of(&vague(&report, "r9").finding, draft.document(), answer(REASON));
    // Programs copy all arguments, advice among them.
    waiver.args = serde_json::json!([
        ["indicator", { "type": "text", "value": "农村群众出行便利程度" }],
        ["target", { "type": "text", "value": "明显提升" }],
        ["example", { "type": "text", "value": "群众满意度 ≥__%" }],
    ]);
    draft.apply(Edit::SetWaiver { waiver: Box::new(waiver) }).unwrap();
    assert!(vague(&draft.check(Stage::Submission), "r9").waiver.is_some());
    waive(&mut draft, "r9", "年底由评审组入户查看，见省级方案第三条").unwrap();
    let reasons: Vec<&str> = draft.document().waivers.iter().map(|waiver| waiver.answer.reason.as_str()).collect();
    assert_eq!(reasons, ["年底由评审组入户查看，见省级方案第三条"]);
}

#[test]
fn no_reason_is_taken_for_what_contradicts_itself_and_none_that_says_nothing() {
    let mut draft = draft();
    draft.apply(Edit::SetCell { cell: "fund.total.year".into(), text: "999".into() }).unwrap();
    let report = draft.check(Stage::Submission);
    let sum = report.entries.iter().find(|entry| entry.finding.rule.as_str() == "fund-sum-mismatch").unwrap();
    assert!(!sum.waivable && sum.severity == Severity::Blocks);
    assert_eq!(draft.waive(&report, sum, answer(REASON)), Err(Lapse::NotAllowed));
    assert_eq!(draft.waive(&report, vague(&report, "r9"), answer("无")), Err(Lapse::TooShort));
    assert_eq!(draft.waive(&report, vague(&report, "r9"), answer("见附件，见附件，见附件")), Err(Lapse::SaysNothing));
}

#[test]
fn a_reason_smuggled_into_the_file_excuses_nothing_that_blocks() {
    let mut draft = draft();
    draft.apply(Edit::SetCell { cell: "fund.total.year".into(), text: "999".into() }).unwrap();
    let report = draft.check(Stage::Submission);
    let sum = report.entries.iter().find(|entry| entry.finding.rule.as_str() == "fund-sum-mismatch").unwrap();
    let waiver = jibiao_kit::Waiver::of(&sum.finding, draft.document(), answer(REASON));
    draft.apply(Edit::SetWaiver { waiver: Box::new(waiver) }).unwrap();
    let report = draft.check(Stage::Submission);
    assert_eq!(report.verdict, Verdict::Rejected);
    assert_eq!(report.waived, Counts::default());
    assert_eq!(report.lapsed[0].why, Lapse::NotAllowed);
}

#[test]
fn nothing_is_said_of_reasons_while_their_rules_are_off() {
    let mut draft = document(&kit(), "declaration-2021");
    draft.apply(Edit::SetCell { cell: "project-class".into(), text: String::new() }).unwrap();
    let report = draft.check(Stage::Submission);
    let blank = report.entries.iter().find(|entry| entry.finding.rule.as_str() == "cell-blank").unwrap();
    draft.apply(draft.waive(&report, blank, answer("本地不划分项目类别，表上未设此栏")).unwrap()).unwrap();
    assert_eq!(draft.check(Stage::Submission).waived.warns, 1);
    // A blank cell is no finding yet while the form is filled in.
    let drafting = draft.check(Stage::Drafting);
    assert!(drafting.lapsed.is_empty());
    assert!(drafting.entries.iter().all(|entry| entry.finding.rule.as_str() != "cell-blank"));
}
