//! Manifests: a digest and a name on each line.

use super::lines;

/// Writes a manifest.
pub(crate) fn write<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = String::new();
    for (digest, name) in entries {
        text.push_str(digest);
        text.push_str("  ");
        for character in name.chars() {
            match character {
                '%' => text.push_str("%25"),
                '\n' => text.push_str("%0A"),
                '\r' => text.push_str("%0D"),
                other => text.push(other),
            }
        }
        text.push('\n');
    }
    text
}

/// A line that lists a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// In lower case.
    pub(crate) digest: String,
    pub(crate) name: String,
}

/// Reads a manifest; an error holds the number of the first line that lists nothing.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Listed>, usize> {
    let text = std::str::from_utf8(bytes).map_err(|_| 0_usize)?;
    let mut listed = Vec::new();
    for (line, number) in lines(text).zip(1_usize..) {
        if line.is_empty() {
            continue;
        }
        listed.push(entry(line).ok_or(number)?);
    }
    Ok(listed)
}

fn entry(line: &str) -> Option<Listed> {
    let (digest, name) = line.split_once([' ', '\t'])?;
    let name = name.trim_start_matches([' ', '\t']);
    // `md5sum` and its kind mark files that were read as they are.
    let name = name.strip_prefix('*').unwrap_or(name);
    let name = name.strip_prefix("./").unwrap_or(name);
    let good = !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) && !name.is_empty();
    good.then(|| Listed { digest: digest.to_ascii_lowercase(), name: decoded(name) })
}

/// A name without the three signs that stand for others; anything else of the kind is part of the name.
fn decoded(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let sign = match after.get(..2).map(str::to_ascii_uppercase).as_deref() {
            Some("25") => '%',
            Some("0A") => '\n',
            Some("0D") => '\r',
            _ => {
                text.push('%');
                rest = after;
                continue;
            }
        };
        text.push(sign);
        rest = after.get(2..).unwrap_or_default();
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_with_their_signs() {
        let name = "data/100% \n\r %0A.txt";
        let text = write([("ab12", name)].into_iter());
        assert_eq!(text, "ab12  data/100%25 %0A%0D %250A.txt\n");
        assert_eq!(read(text.as_bytes()).unwrap(), [Listed { digest: "ab12".into(), name: name.into() }]);
    }

    #[test]
    fn what_others_write_is_read() {
        let listed = read(b"AB *data/a\r\ncd\t./data/b%20c\n\n").unwrap();
        assert_eq!(listed[0], Listed { digest: "ab".into(), name: "data/a".into() });
        assert_eq!(listed[1], Listed { digest: "cd".into(), name: "data/b%20c".into() });
        assert_eq!(read(b"ab data/a\nxy data/b\n"), Err(2));
        assert_eq!(read(b"ab\n"), Err(1));
        assert_eq!(read(&[0xff]), Err(0));
    }
}
