//! Figures of a prose text that state something: how much, how many, by when. Years, list numbers, numbers of
//! documents, ordinals and ages are digits too, and state nothing that could be met or missed.

use crate::{WordSet, terms::is_alphanumeric};

/// A figure that states something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// A quantity or a share.
    Quantity,
    /// An amount of money.
    Money,
    /// A day or a month.
    Date,
}

/// The figures of a text that state something, from left to right, each with its digits.
///
/// `standing` are the words before figures that only describe what is there anyway: 现有, 下辖, 在职.
pub fn stated<'t>(text: &'t str, standing: &WordSet) -> impl Iterator<Item = (Stated, &'t str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = at.max(text.get(at..)?.find(|c: char| c.is_ascii_digit())?.saturating_add(at));
            let number = Digits::at(text, from)?;
            at = number.end();
            if let Some(stated) = number.stated(text, standing) {
                return Some((stated, number.run));
            }
        }
    })
}

/// A run of digits with its points, commas and dashes: `1,200.50`, `2023-07-31`, `80-90`.
#[derive(Clone, Copy)]
struct Digits<'t> {
    before: &'t str,
    run: &'t str,
    after: &'t str,
}

impl<'t> Digits<'t> {
    fn at(text: &'t str, from: usize) -> Option<Self> {
        let (before, rest) = text.split_at_checked(from)?;
        let mut end = 0;
        let mut letters = rest.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let joins = matches!(letter, '.' | ',' | '/' | '-' | '—' | '~' | '～' | '－');
            // A point or dash belongs to the run where a digit follows it.
            let goes_on = letter.is_ascii_digit() || (joins && next.is_some_and(|next| next.is_ascii_digit()));
            if !goes_on {
                break;
            }
            end = at.saturating_add(letter.len_utf8());
        }
        let (run, after) = rest.split_at_checked(end)?;
        Some(Self { before, run, after })
    }

    fn stated(self, text: &str, standing: &WordSet) -> Option<Stated> {
        let unit = self.after.trim_start();
        let previous = self.before.trim_end().chars().next_back();
        let named = previous.is_some_and(|c| c == '第' || c.is_ascii_alphabetic())
            || ["号", "岁", "周岁", "+", "热线", "平台", "届", "G网", "G基站", "级", "师", "人制"]
                .iter()
                .any(|word| unit.starts_with(word))
            || (matches!(previous, Some('〔' | '[' | '［' | '【')) && self.run.len() == 4);
        if named || self.is_list_number(previous) {
            return None;
        }
        if self.is_date(unit) {
            // What was so on a day is not due by it.
            let past =
                self.before.ends_with("截至") || self.before.ends_with("截止") || self.before.ends_with("截止到");
            return (!past && self.has_month()).then_some(Stated::Date);
        }
        let clause = self.before.rfind(['，', ',', '。', '；', ';', '、', '\n', '：', ':']);
        let clause = text.get(clause.unwrap_or(0)..self.before.len()).unwrap_or("");
        let money = ["元", "万元", "亿元", "万美元", "美元"].iter().any(|word| unit.starts_with(word))
            && !unit.trim_start_matches(['万', '亿', '元']).starts_with('/');
        (!standing.is_in(clause)).then_some(if money { Stated::Money } else { Stated::Quantity })
    }

    /// `1.`, `（2）`, `3、`, `目标4：`.
    fn is_list_number(self, previous: Option<char>) -> bool {
        let run = self.run.trim_end_matches('.');
        if run.len() > 2 || !run.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        let open = previous.is_none_or(|c| !is_alphanumeric(c) || matches!(c, '标' | '务' | '项'));
        // Printed texts run on: …宣传2.加强培训.
        let signs: &[char] = if open { &['、', '：', ':', '）', ')', '．', '.', ' '] } else { &['．', '.'] };
        let Some(next) = self.after.strip_prefix(signs) else { return false };
        next.trim_start().starts_with(|c: char| !c.is_ascii_digit())
    }

    fn is_date(self, unit: &str) -> bool {
        let year = self.run.len() >= 4 && (self.run.starts_with("20") || self.run.starts_with("19"));
        let parts = self.run.split(['.', '-', '/', '—', '~', '～', '－']).count();
        unit.starts_with('月') && !unit.starts_with("月份以")
            || unit.starts_with("日前")
            || (year && (unit.starts_with('年') || unit.starts_with("学年") || (parts > 1 && !self.run.contains(','))))
    }

    /// Whether more than a year is named: `2023.07`, `12月`, `2026年12月`.
    fn has_month(self) -> bool {
        self.date().contains('月')
            || self.after.starts_with("日前")
            || self.run.contains(['.', '/'])
            || self.run.matches('-').count() > 1
    }

    /// What follows the digits of a date and belongs to it: `年12月31日`.
    fn date(self) -> &'t str {
        let rest = self.after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
        self.after.get(..self.after.len().saturating_sub(rest.len())).unwrap_or("")
    }

    fn end(self) -> usize {
        let date = if self.is_date(self.after.trim_start()) { self.date().len() } else { 0 };
        self.before.len().saturating_add(self.run.len()).saturating_add(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Stated> {
        let standing = WordSet::new(["现有", "下辖", "在职"].map(String::from));
        stated(text, &standing).map(|(stated, _)| stated).collect()
    }

    #[test]
    fn quantities_shares_and_amounts_are_stated() {
        use Stated::{Money, Quantity};
        assert_eq!(of("培训村干部2期"), [Quantity]);
        assert_eq!(of("覆盖率达到95%，投入1.5万元，发放1,200人次，每人50元/月"), [Quantity, Money, Quantity, Quantity]);
        assert_eq!(of("合格率80-90%"), [Quantity]);
        assert_eq!(of("完成2个村（1个社区）"), [Quantity, Quantity]);
    }

    #[test]
    fn what_counts_nothing_is_not_stated() {
        for text in [
            "1.做好宣传2.加强培训；（3）持续推进；目标4：改善",
            "2026年持续推进",
            "按照财建〔2020〕45号文件",
            "完成第4次经济普查",
            "年满18周岁的孤儿",
            "0-6岁残疾儿童",
            "畅通12345热线",
            "推行1+N模式",
            "现有民警540人，下辖14个村，在职村干76人",
            "截至2023年12月31日",
            "2021-2023年",
            "2023-2024学年",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn a_month_is_a_date() {
        assert_eq!(of("2026年12月底前完成"), [Stated::Date]);
        assert_eq!(of("服务周期2023.07-2024.01"), [Stated::Date]);
        assert_eq!(of("2025-10-31前建成"), [Stated::Date]);
    }
}
