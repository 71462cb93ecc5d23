//! Tables whose columns line up where Chinese characters take two places.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::{
    page::{BOLD, PLAIN, Page},
    plain,
};

/// How the texts of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    /// For figures.
    Right,
}

/// A table on its way to a page.
#[derive(Debug)]
pub(crate) struct Table {
    sides: Vec<Side>,
    rows: Vec<(Style, Vec<String>)>,
}

impl Table {
    /// A table with a head.
    pub(crate) fn new(columns: Vec<(Side, String)>) -> Self {
        let (sides, head): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
        let mut table = Self { sides, rows: Vec::new() };
        table.row(BOLD, head);
        table
    }

    /// One row more.
    pub(crate) fn row(&mut self, style: Style, texts: Vec<String>) {
        let texts = texts.iter().map(|text| plain::line(text).into_owned()).collect();
        self.rows.push((style, texts));
    }

    /// Puts the table on a page, two spaces between its columns.
    pub(crate) fn put(&self, page: &mut Page, indent: usize) {
        let width = |column: usize| {
            self.rows.iter().filter_map(|(_, texts)| texts.get(column)).map(|text| text.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.sides.len()).map(width).collect();
        for (style, texts) in &self.rows {
            let mut line = String::new();
            for ((text, side), width) in texts.iter().zip(&self.sides).zip(&widths) {
                let room = " ".repeat(width.saturating_sub(text.width()));
                let (before, after) = match side {
                    Side::Left => ("", room.as_str()),
                    Side::Right => (room.as_str(), ""),
                };
                line.push_str(&format!("{before}{text}{after}  "));
            }
            page.line(&[(PLAIN, &" ".repeat(indent)), (*style, line.trim_end())]);
        }
    }
}

/// A text that takes at most `most` places.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let text = plain::line(text);
    if text.width() <= most {
        return text.into_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        let mut longer = short.clone();
        longer.push(c);
        if longer.width() >= most {
            break;
        }
        short = longer;
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_under_chinese_heads() {
        let mut table = Table::new(vec![(Side::Left, "对象".into()), (Side::Right, "得分".into())]);
        table.row(PLAIN, vec!["a".into(), "10".into()]);
        table.row(PLAIN, vec!["发放人数".into(), "9.5".into()]);
        let mut page = Page::default();
        table.put(&mut page, 1);
        let text = anstream::adapter::strip_str(page.text()).to_string();
        assert_eq!(text, " 对象      得分\n a           10\n 发放人数   9.5\n");
    }

    #[test]
    fn long_texts_are_cut_by_places_not_by_characters() {
        assert_eq!(shortened("发放人数", 8), "发放人数");
        assert_eq!(shortened("发放人数不少于", 8), "发放人…");
        assert_eq!(shortened("abcdefghij", 8), "abcdefg…");
    }
}
