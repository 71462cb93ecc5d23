//! The text files of a bag (RFC 8493), written and read.

pub(crate) mod declaration;
pub(crate) mod info;
pub(crate) mod manifest;
pub(crate) mod names;

/// The lines of a text file, ended by LF, CR or both; the last may lack its end.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some((line, after)) = rest.split_once(['\n', '\r']) else { return Some(std::mem::take(&mut rest)) };
        let both = rest.get(line.len()..).is_some_and(|end| end.starts_with("\r\n"));
        rest = if both { after.strip_prefix('\n').unwrap_or(after) } else { after };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_end_in_any_of_three_ways() {
        let lines: Vec<_> = super::lines("a\nb\r\nc\rd\n\ne").collect();
        assert_eq!(lines, ["a", "b", "c", "d", "", "e"]);
    }
}
