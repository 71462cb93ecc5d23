//! What holds for any text and any order of rows.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use std::sync::LazyLock;

use jibiao_library::{Entry, Hit, LEVELS, Library, MOST_ROWS, Query, Vague};
use proptest::prelude::*;

static BUILTIN: LazyLock<Library> = LazyLock::new(Library::builtin);

/// A file of some rows of this project.
fn file(rows: &[&Entry]) -> String {
    let mut text = String::from("二级指标\t三级指标\t方向\t单位\t写法\t口径\t关键词\t常用\t项目类型\t行业领域\n");
    for entry in rows {
        let sign = match entry.pattern.chars().next() {
            Some(sign @ ('≥' | '≤' | '=')) => sign.to_string(),
            _ if entry.unit.is_empty() => "日期".to_owned(),
            _ => String::new(),
        };
        let pattern = if sign == "日期" { "__月底前" } else { &entry.pattern };
        let of = |kind| {
            let names = BUILTIN.categories_of(entry).filter(|category| category.kind == kind);
            let names: Vec<&str> = names.map(|category| category.label.zh.as_str()).collect();
            if names.is_empty() { "通用".to_owned() } else { names.join("、") }
        };
        let cells = [
            jibiao_library::label(entry.level),
            &entry.name,
            &sign,
            &entry.unit,
            pattern,
            &entry.counts,
            &entry.keywords,
            if entry.common { "★" } else { "" },
            &of(jibiao_library::CategoryKind::Type),
            &of(jibiao_library::CategoryKind::Sector),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

fn names(hits: &[Hit<'_>]) -> Vec<(String, String)> {
    hits.iter().map(|hit| (hit.entry.name.clone(), format!("{:?}", hit.way))).collect()
}

/// Texts as people type them: pieces of names, pinyin, signs.
fn typed() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "培训",
        "验收",
        "满意",
        "率",
        "道路",
        "补助",
        "数量",
        " ",
        "、",
        "（",
        "p",
        "xun",
        "lv",
        "zh",
        "y",
        "5",
        "％",
        "维修改造",
        "学校",
        "资金",
        "森林防火",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat()), "\\PC{0,40}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer_within_its_bounds(text in typed(), more in typed(), most in 0_usize..30) {
        let library = &*BUILTIN;
        let hits = library.search(Query::new(&text), most);
        prop_assert!(hits.len() <= most);
        prop_assert!(hits.is_sorted_by(|a, b| a.way <= b.way), "ways come in their order");
        for (at, hit) in hits.iter().enumerate() {
            prop_assert!(!hits.iter().skip(at + 1).any(|other| std::ptr::eq(other.entry, hit.entry)), "a row stands once");
        }
        prop_assert!(library.suggest(&text, &more, None, most).len() <= most);
        for level in LEVELS {
            let query = Query { text: &text, level: Some(level), category: None };
            prop_assert!(library.search(query, 5).iter().all(|hit| hit.entry.belongs_to(level)));
            prop_assert!(library.suggest(&text, &more, Some(level), 5).iter().all(|hit| hit.entry.belongs_to(level)));
            let better = library.better(Vague { project: &more, name: &text, level: Some(level), target: &more });
            prop_assert!(better.is_none_or(|entry| entry.belongs_to(level) && entry.shows_how()));
        }
    }

    #[test]
    fn fewer_rows_are_the_head_of_more_rows(text in typed(), few in 0_usize..10) {
        let all = names(&BUILTIN.search(Query::new(&text), 40));
        let head = names(&BUILTIN.search(Query::new(&text), few));
        // Rows that only share words are looked for when others do not suffice.
        prop_assert_eq!(&head[..], &all[..head.len()]);
    }

    #[test]
    fn the_order_of_the_rows_in_the_file_changes_nothing(
        rows in prop::sample::subsequence((0..868_usize).collect::<Vec<_>>(), 60),
        seed in any::<u64>(),
        text in typed(),
    ) {
        let mut chosen: Vec<&Entry> = rows.iter().filter_map(|row| BUILTIN.entries().get(*row)).collect();
        let first = Library::from_csv(&file(&chosen)).unwrap_or_else(|error| panic!("{error}"));
        // A shuffle of its own: the seed decides who changes places.
        for at in (1..chosen.len()).rev() {
            let other = usize::try_from(seed.rotate_left(u32::try_from(at).unwrap()) % (at as u64 + 1)).unwrap();
            chosen.swap(at, other);
        }
        let second = Library::from_csv(&file(&chosen)).unwrap_or_else(|error| panic!("{error}"));
        let answers = |library: &Library| {
            (
                names(&library.search(Query::new(&text), 20)),
                names(&library.suggest(&text, "培训 验收 道路", None, 20)),
                library.better(Vague { name: &text, ..Vague::default() }).map(|entry| entry.name.clone()),
            )
        };
        prop_assert_eq!(answers(&first), answers(&second));
    }

    #[test]
    fn any_table_is_read_or_refused_with_places(text in "([二三]级指标|数量|[甲乙丙，,;\\t\"\\n≥%\\PC]){0,80}") {
        if let Err(error) = Library::from_csv(&text) {
            prop_assert!(!error.problems().is_empty());
            prop_assert!(error.problems().iter().all(|problem| problem.row <= MOST_ROWS));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(error) = Library::from_csv_bytes(&bytes) {
            prop_assert!(!error.problems().is_empty());
        }
    }
}
