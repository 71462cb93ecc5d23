//! The rows of this project, examined as files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::{collections::BTreeMap, fs, path::Path};

use jibiao_library::{BLANK, Entry, LEVELS, Library, Sought, label};
use jibiao_model::{Known, LevelTwo, Meaning, Operator, UnitFamily};
use jibiao_reading::{read_unit, read_value};

/// Every file of rows, read as somebody's own library would be.
fn files() -> Vec<(String, Library)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files = Vec::new();
    for folder in ["types", "sectors", ""] {
        for file in fs::read_dir(data.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|ending| ending == "csv") {
                let name = file.strip_prefix(&data).unwrap().display().to_string();
                let library = Library::from_csv_bytes(&fs::read(&file).unwrap());
                files.push((name.clone(), library.unwrap_or_else(|error| panic!("{name}: {error}"))));
            }
        }
    }
    files
}

/// Fails with all rows for which `fault` says something.
fn every(fault: impl Fn(&Entry) -> Option<String>) {
    let library = Library::builtin();
    let faults: Vec<String> =
        library.entries().iter().filter_map(|entry| Some(format!("{}: {}", entry.name, fault(entry)?))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_row_of_every_file_is_in_the_library() {
    let library = Library::builtin();
    let mut rows = 0;
    for (name, file) in files() {
        for entry in file.entries() {
            rows += 1;
            let known = library.entries().iter().filter(|known| known.level == entry.level && known.name == entry.name);
            let known: Vec<&Entry> = known.collect();
            assert_eq!(known.len(), 1, "{name}: {}", entry.name);
            let texts = |entry: &Entry| {
                let Entry { unit, pattern, counts, evidence, keywords, .. } = entry;
                [unit, pattern, counts, evidence, keywords].map(String::clone)
            };
            assert_eq!(texts(known[0]), texts(entry), "{name}");
            assert_eq!((known[0].sought, known[0].common), (entry.sought, entry.common), "{name}: {}", entry.name);
        }
    }
    assert_eq!(library.entries().len(), rows);
    assert!(rows >= 600, "{rows}");
}

#[test]
fn every_type_and_sector_has_rows_enough_to_fill_a_table() {
    use LevelTwo::*;
    let library = Library::builtin();
    assert_eq!(library.categories().len(), 17 + 16);
    for category in library.categories() {
        let rows: Vec<&Entry> = library.list(None, Some(&category.id)).collect();
        assert!(rows.len() >= 15, "{}: {} rows", category.id, rows.len());
        let has = |level| rows.iter().any(|entry| entry.level == level);
        for level in [Quantity, Quality, Timeliness, EconomicCost, SocialBenefit, Sustainability, ServiceSatisfaction] {
            assert!(has(level), "{} has no row of {}", category.id, label(level));
        }
        let common = rows.iter().filter(|entry| entry.common).count();
        assert!((5..=14).contains(&common), "{}: {common} rows in common use", category.id);
        assert!(!category.label.en.is_empty(), "{}", category.id);
    }
    for level in LEVELS {
        assert!(library.list(Some(level), None).next().is_some(), "no row of {}", label(level));
    }
}

#[test]
fn no_name_stands_twice() {
    let mut seen = BTreeMap::new();
    for entry in Library::builtin().entries() {
        let letters: String = entry.name.chars().filter(|c| c.is_alphanumeric()).collect();
        assert!(seen.insert(letters, entry.level).is_none(), "{} stands twice", entry.name);
    }
}

#[test]
fn every_row_says_what_is_counted_and_what_proves_it() {
    every(|entry| {
        let length = entry.name.chars().count();
        // 30 is what the indicator tables of the budget system take.
        (!(3..=30).contains(&length)).then(|| format!("a name of {length} characters"))
    });
    every(|entry| (entry.counts.chars().count() < 4).then(|| format!("口径 {}", entry.counts)));
    every(|entry| (entry.evidence.chars().count() < 2).then(|| "no 佐证资料".to_owned()));
    every(|entry| (entry.own || !entry.reference.is_empty()).then(|| "is somebody's own".to_owned()));
}

#[test]
fn no_row_states_a_target_number() {
    every(|entry| (!entry.pattern.contains(BLANK)).then(|| format!("no blank in {}", entry.pattern)));
    every(|entry| entry.pattern.contains(|c: char| c.is_ascii_digit()).then(|| entry.pattern.clone()));
}

#[test]
fn the_value_reader_understands_every_pattern_with_a_number_in_it() {
    every(|entry| {
        // Both are possible months; one of them fits every pattern.
        let readings = ["6", "12"].map(|number| read_value(&entry.pattern.replace(BLANK, number), None, None));
        let fits = readings.iter().any(|reading| match (reading, entry.sought) {
            (Known::Answered(value), Sought::Number(operator)) => {
                let unit = value.quantity().and_then(|quantity| quantity.unit.clone());
                value.quantity().is_some() && value.operator == operator && unit == read_unit(&entry.unit)
            }
            (Known::Answered(value), Sought::Date) => matches!(value.meaning, Meaning::Date(_)),
            (Known::Answered(_), Sought::Grade) => true,
            _ => false,
        });
        (!fits).then(|| entry.pattern.clone())
    });
}

#[test]
fn every_unit_is_known_and_fits_the_name() {
    use UnitFamily::{Area, Count, Length, Money, MoneyPer, Per, Ratio, Time};
    // What a name ends with, and what such a thing is counted in.
    let endings: [(&[&str], &[UnitFamily]); 9] = [
        (&["率", "比例", "占比"], &[Ratio]),
        (
            &["人数", "人次", "户数", "家数", "场次", "次数", "件数", "份数", "座数", "处数", "套数", "起数"],
            &[Count, Per],
        ),
        (&["面积"], &[Area]),
        (&["长度", "里程"], &[Length]),
        (&["金额", "收入", "产值", "总成本", "总投资", "费用"], &[Money, MoneyPer]),
        (&["单价", "标准", "租金"], &[MoneyPer]),
        (&["天数", "时长", "时限", "年限", "课时数"], &[Time, Count]),
        (&["满意度"], &[Ratio]),
        (&["得分"], &[Count]),
    ];
    let dated = ["完成时间", "完工时间", "竣工时间", "上线时间"];
    every(|entry| match entry.sought {
        Sought::Number(None) => Some("no direction".to_owned()),
        Sought::Number(Some(_)) => {
            if entry.unit.is_empty() {
                return (!entry.name.contains("系数") && !entry.name.contains("指数")).then(|| "no unit".to_owned());
            }
            let Some(unit) = read_unit(&entry.unit) else { return Some(format!("unknown unit {}", entry.unit)) };
            let (_, families) = endings.iter().find(|(ends, _)| ends.iter().any(|end| entry.name.ends_with(end)))?;
            (!families.contains(&unit.family)).then(|| format!("counted in {}", entry.unit))
        }
        Sought::Date | Sought::Grade => (!entry.unit.is_empty()).then(|| format!("unit {}", entry.unit)),
    });
    every(|entry| {
        let wrong = dated.iter().any(|end| entry.name.ends_with(end)) && entry.sought != Sought::Date;
        wrong.then(|| "not a date".to_owned())
    });
}

#[test]
fn what_is_bad_is_wanted_small_and_what_is_good_large() {
    let bad = [
        "事故",
        "投诉件数",
        "差错率",
        "故障率",
        "超支率",
        "逾期率",
        "代偿率",
        "漏损率",
        "死亡",
        "伤亡",
        "发病率",
        "受害率",
        "成灾率",
        "再犯罪率",
        "停播率",
    ];
    let good = ["下降", "减少", "办结", "整改", "处置", "合格", "满意", "完成率", "覆盖率"];
    let lower = |entry: &Entry| entry.sought == Sought::Number(Some(Operator::AtMost));
    every(|entry| {
        let is_bad =
            bad.iter().any(|word| entry.name.contains(word)) && !good.iter().any(|word| entry.name.contains(word));
        (is_bad && !lower(entry)).then(|| format!("wanted as {}", entry.pattern))
    });
    every(|entry| {
        let is_good = good.iter().any(|word| entry.name.contains(word)) && entry.unit == "%";
        (is_good && lower(entry)).then(|| format!("wanted as {}", entry.pattern))
    });
    // A cost that is better when it is larger is no cost, but for savings.
    every(|entry| {
        let cost = matches!(entry.level, LevelTwo::EconomicCost | LevelTwo::SocialCost | LevelTwo::EcologicalCost);
        let larger = entry.sought == Sought::Number(Some(Operator::AtLeast));
        (cost && larger && !entry.name.contains("节约率")).then(|| format!("a cost wanted as {}", entry.pattern))
    });
}

#[test]
fn no_row_is_about_handling_money_or_says_nothing() {
    let words = [
        "资金到位",
        "资金下达",
        "资金支出",
        "资金使用",
        "预算执行",
        "专款专用",
        "情况",
        "程度",
        "水平提升",
        "保障有力",
        "显著",
        "有效性",
    ];
    every(|entry| words.iter().find(|word| entry.name.contains(**word)).map(|word| format!("has {word}")));
}

#[test]
fn rows_are_not_variants_of_one_another() {
    let mut endings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in Library::builtin().entries() {
        // Satisfaction differs by who is asked, and by nothing else.
        if entry.level != LevelTwo::ServiceSatisfaction {
            let letters: Vec<char> = entry.name.chars().collect();
            let ending = letters[letters.len().saturating_sub(4)..].iter().collect();
            endings.entry(ending).or_default().push(entry.name.clone());
        }
    }
    for (ending, names) in endings {
        assert!(names.len() <= 14, "{ending}: {names:?}");
    }
}

#[test]
fn keywords_are_words_and_say_more_than_the_name() {
    every(|entry| {
        let words: Vec<&str> = entry.keywords.split('、').collect();
        let odd = words.iter().find(|word| word.chars().count() > 12 || (word.is_empty() && words.len() > 1));
        odd.map(|word| format!("keyword {word:?}"))
    });
    every(|entry| entry.keywords.split('、').find(|word| *word == entry.name).map(|_| "is its own keyword".to_owned()));
}
