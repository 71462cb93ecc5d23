//! Rows that somebody wrote in documents of their own, as a library.

use jibiao_model::{Known, LevelTwo, Meaning, Value};
use jibiao_reading::read_value;

use crate::{
    BLANK, Entry, Library, Sought,
    index::Index,
    pattern::{agrees, made_of},
};

impl Entry {
    /// A row as it stands in a document: `target` is its whole value as typed, sign and unit with it. The row is written
    /// like it with a blank for each number, and keeps it as [`Entry::reference`]. It is also found by the words of
    /// `project`.
    pub fn of_row(level: LevelTwo, name: &str, target: &str, project: &str) -> Self {
        let level = if level == LevelTwo::Cost { LevelTwo::EconomicCost } else { level };
        let target = target.trim();
        let unfilled = target.contains(BLANK);
        let pattern = if unfilled { target.to_owned() } else { with_blanks_for_numbers(target) };
        let sought = match read_value(target, None, None) {
            Known::Answered(Value { operator, meaning: Meaning::Quantity(_), .. }) => Sought::Number(operator),
            Known::Answered(Value { meaning: Meaning::Date(_), .. }) => Sought::Date,
            _ => Sought::Grade,
        };
        Self {
            level,
            name: name.trim().to_owned(),
            sought,
            unit: unit_of(&pattern, sought),
            pattern,
            counts: String::new(),
            evidence: String::new(),
            keywords: project.to_owned(),
            reference: if unfilled { String::new() } else { target.to_owned() },
            common: false,
            categories: Vec::new(),
            own: true,
        }
    }
}

impl Library {
    /// A library of rows in the order in which they are given, without types and sectors.
    pub fn of_rows(entries: Vec<Entry>) -> Self {
        let index = Index::of(&entries);
        Self { entries, index, categories: Vec::new() }
    }
}

/// The unit, where sign, number and unit are all that the pattern says.
fn unit_of(pattern: &str, sought: Sought) -> String {
    let (Sought::Number(_), Some((_, unit))) = (sought, pattern.split_once(BLANK)) else { return String::new() };
    let plain = pattern == made_of(sought, unit) && agrees(pattern, sought, unit);
    if plain { unit.to_owned() } else { String::new() }
}

/// `≥4.6万平方米` as `≥__万平方米`, `2026年12月` as `__年__月`. Blank where there is no number: then nothing of it fits
/// another project for sure. Digits of a name stay (`PM2.5`).
fn with_blanks_for_numbers(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut pattern = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut named = false;
    let mut found = false;
    while let Some(c) = chars.next() {
        if named || !is_digit(c) {
            named = c.is_ascii_alphabetic() || (named && (is_digit(c) || c == '.'));
            pattern.push(c);
            continue;
        }
        found = true;
        pattern.push_str(BLANK);
        while chars.next_if(|c| is_digit(*c) || matches!(c, '.' | ',' | '．' | '，')).is_some() {}
    }
    if found { pattern } else { String::new() }
}

#[cfg(test)]
mod tests {
    use jibiao_model::Operator;

    use super::*;

    fn row(target: &str) -> (String, String) {
        let row = Entry::of_row(LevelTwo::Quantity, "培训人次", target, "干部培训");
        (row.pattern, row.unit)
    }

    #[test]
    fn a_blank_takes_the_place_of_each_number() {
        let both = |pattern: &str, unit: &str| (pattern.to_owned(), unit.to_owned());
        assert_eq!(row("≥4.6万平方米"), both("≥__万平方米", "万平方米"));
        assert_eq!(row("=100%"), both("=__%", "%"));
        assert_eq!(row("2026年12月20日前"), both("__年__月__日前", ""));
        assert_eq!(row("达到90%以上"), both("达到__%以上", ""));
        assert_eq!(row("优"), both("", ""));
        assert_eq!(row("PM2.5≤35微克"), both("PM2.5≤__微克", ""));
        assert_eq!(row("≥__公里").0, "≥__公里");
    }

    #[test]
    fn a_row_keeps_its_value_and_its_sign_and_costs_are_money() {
        let row = Entry::of_row(LevelTwo::Cost, " 单台价格 ", "≤18万元", "设备更新");
        assert_eq!((row.level, row.name.as_str()), (LevelTwo::EconomicCost, "单台价格"));
        assert_eq!((row.sought, row.reference.as_str()), (Sought::Number(Some(Operator::AtMost)), "≤18万元"));
    }

    #[test]
    fn a_row_is_found_by_its_name_and_by_its_project() {
        let rows = [("培训人次", "≥300人次", "全县干部教育培训"), ("护栏长度", "≥38公里", "公路安全防护工程")];
        let rows = rows.map(|(name, target, project)| Entry::of_row(LevelTwo::Quantity, name, target, project));
        let library = Library::of_rows(rows.to_vec());
        let sought = |text: &str| -> Vec<&str> {
            library.search(crate::Query::new(text), 5).iter().map(|hit| hit.entry.name.as_str()).collect()
        };
        assert_eq!(sought("护栏"), ["护栏长度"]);
        assert_eq!(sought("干部教育"), ["培训人次"]);
        let near: Vec<&str> =
            library.near("乡镇干部教育经费", "", None, 5).iter().map(|hit| hit.entry.name.as_str()).collect();
        assert_eq!(near, ["培训人次"]);
        assert!(library.near("政务网站运行维护", "", None, 5).is_empty());
    }
}
