//! The rows of this project, as the build has written them.

use jibiao_model::Label;

use crate::{Category, CategoryKind, Library, Loader};

static ROWS: &str = include_str!(concat!(env!("OUT_DIR"), "/rows.txt"));

/// The headings of the rows, in the order in which the build writes them.
const HEADINGS: [&str; 9] = ["二级指标", "三级指标", "方向", "单位", "写法", "口径", "佐证资料", "关键词", "常用"];

/// The rows that come with this crate. Rows that do not fit are left out; a test keeps that from happening.
pub(crate) fn library() -> Library {
    let mut loader = Loader::of_builtin(&HEADINGS);
    for (number, line) in (1..).zip(ROWS.lines()) {
        match line.strip_prefix('\t') {
            Some(category) => loader.stand_under(category_of(category)),
            None => loader.row(number, &line.split('\t').collect::<Vec<_>>()),
        }
    }
    loader.finish().unwrap_or_default()
}

/// The types and sectors that come with this crate.
pub(crate) fn categories() -> Vec<Category> {
    ROWS.lines().filter_map(|line| category_of(line.strip_prefix('\t')?)).collect()
}

fn category_of(line: &str) -> Option<Category> {
    let mut cells = line.split('\t');
    let kind = match cells.next()? {
        "types" => CategoryKind::Type,
        "sectors" => CategoryKind::Sector,
        _ => return None,
    };
    let id = cells.next()?;
    let label = Label { zh: cells.next()?.to_owned(), en: cells.next()?.to_owned() };
    Some(Category::new(kind, id, label, cells.next()?, cells.next()?))
}
