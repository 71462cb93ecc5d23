//! How headers and names are compared.

use jibiao_reading::fold;

/// A header without what changes from print to print: `* 2026年度指标值（%）` and `1-7月执行情况` are `年度指标值` and
/// `月执行情况`.
pub fn plain(header: &str) -> String {
    let folded = fold(header);
    let mut out = String::new();
    let mut depth = 0u32;
    let mut signs = folded.as_str().chars().peekable();
    let mut digits = false;
    while let Some(sign) = signs.next() {
        match sign {
            '(' | '[' | '【' | '〔' => depth = depth.saturating_add(1),
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            // The year of a header, not the year that is part of its name: 年度.
            '年' if digits && signs.peek() != Some(&'度') => {}
            sign if sign.is_alphabetic() && depth == 0 => out.extend(sign.to_lowercase()),
            _ => {}
        }
        digits = sign.is_ascii_digit();
    }
    match out.strip_prefix("其中") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => out,
    }
}

/// A name without blanks and marks, to find the row that it names.
pub fn bare(name: &str) -> String {
    fold(name).as_str().chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_numbers_brackets_and_marks_do_not_change_a_header() {
        assert_eq!(plain("* 三级\n指标（必填）"), "三级指标");
        assert_eq!(plain("2026年度指标值(%)"), "年度指标值");
        assert_eq!(plain("２０２６年指标值"), "指标值");
        assert_eq!(plain("1—7月执行情况"), plain("1-9月执行情况"));
        assert_eq!(plain("其中：财政拨款"), "财政拨款");
        assert_eq!(plain("（万元）"), "");
        assert_eq!(plain("Level 1"), "level");
    }

    #[test]
    fn a_name_is_the_same_with_other_blanks_and_marks() {
        assert_eq!(bare(" 新建道路 长度（公里）"), bare("新建道路长度(公里)"));
        assert_ne!(bare("道路1"), bare("道路2"));
    }
}
