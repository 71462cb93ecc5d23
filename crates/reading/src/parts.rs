//! The numbered parts of a text.

use crate::terms::is_alphanumeric;

/// A text taken apart at its numbers: `1.…2.…`, `（1）…`, `一是…；二是…`, `目标1：…`, `①…`. Empty where fewer than two
/// parts are numbered one after the other. Nothing but the numbers, and what stands before the first, is left out.
pub fn parts(text: &str) -> Vec<&str> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let mut open = true;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(letter) = rest.chars().next() else { break };
        let next = u32::try_from(starts.len()).unwrap_or(u32::MAX).saturating_add(1);
        if let Some(length) = may_mark(letter, open).then(|| marker(rest, next, open)).flatten() {
            let end = at.saturating_add(length);
            starts.push((at, end));
            at = end;
            open = false;
            continue;
        }
        open = !is_alphanumeric(letter);
        at = at.saturating_add(letter.len_utf8());
    }
    if starts.len() < 2 {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let parts = starts.iter().zip(ends).filter_map(|((_, from), to)| text.get(*from..to));
    parts
        .map(|part| {
            part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '；' | ';' | '。' | '，' | ',' | '、'))
        })
        .collect()
}

/// Whether a marker may begin with a character: most begin none.
fn may_mark(first: char, open: bool) -> bool {
    match first {
        '0'..='9' | '\u{2460}'..='\u{2473}' => true,
        '目' | '任' | '第' | '（' | '(' => open,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => open,
        _ => false,
    }
}

const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// How long the marker of part `number` is that `text` begins with. `open`: no letter stands right before.
fn marker(text: &str, number: u32, open: bool) -> Option<usize> {
    let position = usize::try_from(number).ok()?.checked_sub(1)?;
    let ring = char::from_u32(0x2460u32.checked_add(number)?.checked_sub(1)?).filter(|_| number <= 20)?;
    if text.starts_with(ring) {
        return Some(ring.len_utf8());
    }
    let left = |rest: &str| text.len().saturating_sub(rest.len());
    let spelled = NUMERALS.get(position).copied().unwrap_or("\u{0}");
    if open {
        for named in ["目标", "任务"] {
            let rest =
                text.strip_prefix(named).and_then(|rest| digits(rest, number).or_else(|| rest.strip_prefix(spelled)));
            if let Some(rest) = rest.and_then(|rest| rest.strip_prefix(['：', ':', '.', '、', ' '])) {
                return Some(left(rest));
            }
        }
        let numbered = ["第", ""].iter().find_map(|first| text.strip_prefix(first)?.strip_prefix(spelled));
        if let Some(rest) = numbered.and_then(|rest| rest.strip_prefix(['是', '、', '，', ','])) {
            return Some(left(rest));
        }
        let bracketed = text.strip_prefix(['（', '(']);
        let bracketed = bracketed.and_then(|rest| rest.strip_prefix(spelled).or_else(|| digits(rest, number)));
        if let Some(rest) = bracketed.and_then(|rest| rest.strip_prefix(['）', ')'])) {
            return Some(left(rest));
        }
    }
    // Printed texts run on: …人群2.切实保障. A digit before would make it another number.
    let rest = digits(text, number).and_then(|rest| rest.strip_prefix(['.', '、', '．', ':', '：', '）', ')']))?;
    let decimal = rest.starts_with(|c: char| c.is_ascii_digit());
    (!decimal).then(|| left(rest))
}

/// What follows the number where the text begins with it.
fn digits(text: &str, number: u32) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (run, rest) = text.split_at_checked(end)?;
    (run.len() <= 2 && run.parse() == Ok(number)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_numbering_is_taken_apart() {
        for text in [
            "1.修路；2.架桥",
            "1、修路2、架桥",
            "（1）修路。（2）架桥。",
            "一是修路；二是架桥。",
            "目标1：修路；目标2：架桥",
            "①修路②架桥",
            "今年：一、修路；二、架桥",
            "第一，修路；第二，架桥",
            "1:修路,2:架桥",
        ] {
            assert_eq!(parts(text), ["修路", "架桥"], "{text}");
        }
    }

    #[test]
    fn figures_are_no_numbers_of_parts() {
        for text in ["修路1.5公里、架桥2座", "修路", "1.修路", "完成1、3号井", "二是架桥", ""] {
            assert_eq!(parts(text), [""; 0], "{text}");
        }
    }
}
