use jibiao_model::{LevelTwo, Operator};

use super::*;
use crate::Sought;

const HEADINGS: &str = "二级指标,三级指标,方向,单位,写法,口径,佐证资料,关键词,常用,项目类型,行业领域";

/// Row, column and defect of each problem of a table under the usual headings.
fn problems(rows: &str) -> Vec<(u32, String, Defect)> {
    problems_of(&format!("{HEADINGS}\n{rows}"))
}

fn problems_of(text: &str) -> Vec<(u32, String, Defect)> {
    let error = Library::from_csv(text).expect_err(text);
    error.problems().iter().map(|problem| (problem.row, problem.column.clone(), problem.defect)).collect()
}

fn entries(text: &str) -> Vec<Entry> {
    Library::from_csv(text).unwrap_or_else(|error| panic!("{error}{text}")).entries().to_vec()
}

fn first(row: &str) -> Entry {
    entries(&format!("{HEADINGS}\n{row}")).remove(0)
}

#[test]
fn a_row_is_read_with_all_its_cells() {
    let entry = first("数量指标,慰问老党员人次,≥,人次,,按签收表统计,签收表,走访,★,资金补助、自定类型,民政");
    assert_eq!(entry.level, LevelTwo::Quantity);
    assert_eq!(entry.sought, Sought::Number(Some(Operator::AtLeast)));
    assert_eq!(entry.wording(), "慰问老党员人次 ≥__人次");
    assert_eq!((entry.counts.as_str(), entry.evidence.as_str()), ("按签收表统计", "签收表"));
    assert!(entry.common && entry.own);
}

#[test]
fn new_types_and_sectors_are_added_and_known_ones_found_by_name() {
    let text = format!("{HEADINGS}\n数量,走访次数,≥,次,,,,,,资金补助、走访慰问,education");
    let library = Library::from_csv(&text).unwrap();
    let of: Vec<&str> = library.categories_of(&library.entries()[0]).map(|category| category.id.as_str()).collect();
    assert_eq!(of, ["grants", "走访慰问", "education"]);
}

#[test]
fn headings_stand_in_any_order_below_a_title_and_under_other_names() {
    let text = "某区绩效指标库,,\n,,\n计量单位,指标解释,*三级指标名称（必填）,指标性质,二级\n%,合格数÷抽查数,抽查合格率,正向,质量\n";
    let rows = entries(text);
    assert_eq!(rows[0].wording(), "抽查合格率 ≥__%");
    assert_eq!(rows[0].counts, "合格数÷抽查数");
}

#[test]
fn merged_cells_mean_the_same_as_above() {
    let text = "一级指标,二级指标,三级指标,项目类型\n产出指标,数量指标,甲,培训\n,,乙,\n,质量指标,丙,通用\n";
    let library = Library::from_csv(text).unwrap();
    let rows: Vec<(LevelTwo, &str, usize)> = library
        .entries()
        .iter()
        .map(|entry| (entry.level, entry.name.as_str(), library.categories_of(entry).count()))
        .collect();
    let expected = [(LevelTwo::Quality, "丙", 0), (LevelTwo::Quantity, "乙", 1), (LevelTwo::Quantity, "甲", 1)];
    assert!(rows.len() == 3 && expected.iter().all(|row| rows.contains(row)), "{rows:?}");
}

#[test]
fn direction_unit_and_pattern_complete_each_other() {
    for (row, pattern, sought) in [
        ("时效,完成时间,日期,,", "__月底前", Sought::Date),
        ("时效,完成时间,,**月**日前,", "__月底前", Sought::Date),
        ("时效,办结时限,反向,个工作日,", "≤__个工作日", Sought::Number(Some(Operator::AtMost))),
        ("质量,水质,分级,,达到**类", "达到__类", Sought::Grade),
        ("质量,等次,定性指标,文字描述,", "", Sought::Grade),
        ("数量,台数,≥,台,不少于XX台", "不少于__台", Sought::Number(Some(Operator::AtLeast))),
        ("数量,台数,,台,", "__台", Sought::Number(None)),
        ("数量,台数,定量,,", "", Sought::Number(None)),
    ] {
        let entry = first(&format!("{row},,,,,,"));
        assert_eq!((entry.pattern.as_str(), entry.sought), (pattern, sought), "{row}");
    }
}

#[test]
fn a_stated_value_gives_sign_and_unit_and_is_kept_but_not_written_into_the_pattern() {
    let rows = entries("二级指标,三级指标,指标值\n数量,培训人次,≥300人次\n时效,完工,2026年6月底前\n");
    let of = |name: &str| rows.iter().find(|entry| entry.name == name).unwrap();
    assert_eq!((of("培训人次").pattern.as_str(), of("培训人次").reference.as_str()), ("≥__人次", "≥300人次"));
    assert_eq!(of("完工").sought, Sought::Date);
}

#[test]
fn every_problem_is_told_with_row_and_column() {
    let rows = "过程,甲,≥,个,,,,,,,\n数量,88,≥,个,,,,,,,\n数量,乙,越多越好,个,,,,,,,\n数量,丙,≥,按计划执行完成情况,,,,,,,\n数量,丁,≥,个,≤__个,,,,,,";
    let column = |name: &str| name.to_owned();
    assert_eq!(
        problems(rows),
        [
            (2, column("二级指标"), Defect::LevelUnknown),
            (3, column("三级指标"), Defect::NameMissing),
            (4, column("方向"), Defect::DirectionUnknown),
            (5, column("单位"), Defect::UnitUnknown),
            (6, column("写法"), Defect::PatternDisagrees),
        ]
    );
}

#[test]
fn levels_that_do_not_belong_together_are_a_problem() {
    let text = "一级指标,二级指标,三级指标\n产出指标,社会效益指标,甲\n成本指标,数量指标,乙\n产出指标,成本指标,丙\n";
    let column = || "一级指标".to_owned();
    assert_eq!(problems_of(text), [(2, column(), Defect::LevelsDisagree), (3, column(), Defect::LevelsDisagree)]);
}

#[test]
fn a_row_that_stands_twice_names_the_first() {
    let error = Library::from_csv(&format!("{HEADINGS}\n数量,甲,≥,个\n质量,乙,≥,%\n数量,甲,≥,个")).unwrap_err();
    let [problem] = error.problems() else { panic!("{error}") };
    assert_eq!((problem.row, problem.other, problem.text.as_str()), (4, 2, "甲"));
    assert_eq!(problem.defect, Defect::RowTwice);
}

#[test]
fn a_table_without_the_needed_headings_is_refused_once() {
    let missing = |column: &str| (0, column.to_owned(), Defect::ColumnMissing);
    assert_eq!(problems_of("姓名,年龄\n张三,30\n"), [missing("二级指标"), missing("三级指标")]);
    let long: String = (0..30).map(|n| format!("张三,{n}\n")).collect();
    assert_eq!(problems_of(&long), [(10, "二级指标".to_owned(), Defect::ColumnMissing)]);
    assert_eq!(problems_of("二级指标,三级指标\n\n"), [(0, String::new(), Defect::NoRows)]);
    assert_eq!(problems_of("三级指标,二级指标,三级指标\n甲,数量,乙\n")[0].2, Defect::ColumnTwice);
}

#[test]
fn too_long_cells_and_too_many_rows_are_refused() {
    let text = format!("{HEADINGS}\n数量,甲,≥,个,,{},,,,,", "长".repeat(2_001));
    assert_eq!(problems_of(&text), [(2, "口径".to_owned(), Defect::TextTooLong)]);
    let mut loader = Loader::new();
    loader.row(1, &["二级指标", "三级指标"]);
    for row in 0..=MOST_ROWS {
        loader.row(row + 2, &["数量", &format!("第{row}件")]);
    }
    let error = loader.finish().unwrap_err();
    assert_eq!(error.problems().len(), 1);
    assert_eq!(error.problems()[0].defect, Defect::TooManyRows);
}

#[test]
fn commas_semicolons_tabs_and_quoted_line_ends_are_told_apart() {
    for sign in [",", ";", "\t"] {
        let row = ["数量", "\"走访\n慰问次数\"", "≥", "次"].join(sign);
        let text = format!("\u{feff}{}\r\n{row}\r\n\r\n数量{sign}坏{sign}?{sign}次\r\n", HEADINGS.replace(',', sign));
        // The line end inside the quoted cell makes no row of its own, the blank line does.
        assert_eq!(problems_of(&text), [(4, "方向".to_owned(), Defect::DirectionUnknown)], "{sign:?}");
    }
}

#[test]
fn files_as_spreadsheets_save_them_are_read() {
    let text = "二级指标,三级指标\n数量,慰问人次\n";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(text);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [text.as_bytes(), &gb18030, &utf16] {
        let library = Library::from_csv_bytes(bytes).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(library.entries()[0].name, "慰问人次");
    }
    let error = Library::from_csv_bytes(&[0x80, 0xff, 0xff, 0x00]).unwrap_err();
    assert_eq!(error.problems()[0].defect, Defect::NotText);
}

#[test]
fn a_joined_library_keeps_its_own_row_of_two_namesakes() {
    let own = Library::from_csv("二级指标,三级指标,方向,单位,口径\n数量,培训人次,≥,人次,本区口径\n").unwrap();
    let joined = own.joined(&Library::builtin());
    let namesakes: Vec<&Entry> = joined.entries().iter().filter(|entry| entry.name == "培训人次").collect();
    assert_eq!(namesakes.len(), 1);
    assert_eq!(namesakes[0].counts, "本区口径");
    assert_eq!(joined.entries().len(), Library::builtin().entries().len());
}
