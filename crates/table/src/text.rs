//! Texts of cells, as they came and as a cell of the form takes them.

/// A text without blanks around it and around its line ends, which are all of one kind.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.replace("\r\n", "\n").split(['\n', '\r']) {
        out.push_str(line.trim_matches([' ', '\u{a0}', '\u{3000}', '\t']));
        out.push('\n');
    }
    out.trim_matches('\n').to_owned()
}

/// Lines as one: between Chinese signs nothing is put in.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().filter(|line| !line.is_empty()) {
        let latin = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii());
        if latin(out.chars().next_back()) && latin(line.chars().next()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_lines_go_and_blanks_inside_stay() {
        assert_eq!(tidy(" \u{a0}a  b \r\n\u{3000}c\n\n"), "a  b\nc");
        assert_eq!(tidy("a\n\nb"), "a\n\nb");
        assert_eq!(tidy("\u{a0}"), "");
    }

    #[test]
    fn chinese_lines_are_joined_without_a_blank() {
        assert_eq!(one_line("新建\n道路"), "新建道路");
        assert_eq!(one_line("road\nlength"), "road length");
        assert_eq!(one_line("长度\n\n12 km"), "长度12 km");
    }
}
