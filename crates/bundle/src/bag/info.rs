//! `bag-info.txt`: labels and values, long ones folded.

use super::lines;

/// Columns of a line; long values go on in further ones.
const WIDTH: usize = 79;

pub(crate) const OXUM: &str = "Payload-Oxum";

/// Writes labels and values. Line breaks and other controls within a value become blanks.
pub(crate) fn write(info: &[(String, String)]) -> String {
    let mut text = String::new();
    for (label, value) in info {
        let label: String = label.chars().filter(|c| !c.is_control() && *c != ':').collect();
        text.push_str(label.trim());
        text.push(':');
        let mut column = label.chars().count().saturating_add(1);
        let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        for word in value.split_whitespace() {
            let length = word.chars().count().saturating_add(1);
            let far = column.saturating_add(length);
            // Folded between words only, so that reading gives the value back.
            if far > WIDTH && column > label.len().saturating_add(1) {
                text.push_str("\n ");
                column = 1;
            }
            text.push(' ');
            text.push_str(word);
            column = column.saturating_add(length);
        }
        text.push('\n');
    }
    text
}

/// Reads labels and values; nothing where a line is neither.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut info: Vec<(String, String)> = Vec::new();
    for line in lines(text) {
        if line.trim().is_empty() {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            let (_, value) = info.last_mut()?;
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(line.trim());
        } else {
            let (label, value) = line.split_once(':')?;
            info.push((label.trim().to_owned(), value.trim().to_owned()));
        }
    }
    Some(info)
}

/// Bytes and files of the payload, as `Payload-Oxum` says them.
pub(crate) fn oxum(value: &str) -> Option<(u64, u64)> {
    let (bytes, files) = value.split_once('.')?;
    let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some((number(bytes)?, number(files)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_folded_and_come_back() {
        let long = "word ".repeat(60).trim().to_owned();
        let info =
            [("Contact-Name".to_owned(), "张三".to_owned()), ("Note".to_owned(), long), ("Note".into(), "b".into())];
        let text = write(&info);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH + 1), "{text}");
        assert!(text.lines().count() > 4);
        assert_eq!(read(text.as_bytes()).unwrap(), info);
    }

    #[test]
    fn a_value_never_makes_a_line_of_its_own() {
        let text = write(&[("A".into(), "b\nPayload-Oxum: 1.1\r\u{85}c".into())]);
        assert_eq!(text, "A: b Payload-Oxum: 1.1 c\n");
        assert_eq!(read(b" folded before anything\n"), None);
        assert_eq!(read(b"no label\n"), None);
        assert_eq!(read(&[0xff]), None);
    }

    #[test]
    fn an_oxum_is_two_numbers() {
        assert_eq!(oxum("279164409832.1198"), Some((279_164_409_832, 1198)));
        for wrong in ["", "1", "1.", ".1", "-1.2", "1.2.3", "1,2", "+1.2"] {
            assert_eq!(oxum(wrong), None, "{wrong}");
        }
    }
}
