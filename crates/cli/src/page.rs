//! Text on its way to a terminal. Everything that is put on a page is made harmless here, so that no command can
//! forget to; styles are added after that and removed again where nobody looks at a terminal.

use std::io::{self, IsTerminal, Write};

use anstyle::{AnsiColor, Style};

use crate::plain;

/// Columns beyond which lines are hard to read.
const WIDEST: usize = 100;

pub(crate) const PLAIN: Style = Style::new();
pub(crate) const BOLD: Style = Style::new().bold();
pub(crate) const DIM: Style = Style::new().dimmed();
pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default().bold();
pub(crate) const CYAN: Style = AnsiColor::Cyan.on_default();

/// Text on its way to a terminal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    text: String,
    /// Columns to wrap at; without a terminal lines stay whole, so that tools can search them.
    width: Option<usize>,
}

impl Page {
    /// An empty page for standard output.
    pub(crate) fn new() -> Self {
        let width = io::stdout().is_terminal().then(|| textwrap::termwidth().min(WIDEST));
        Self { text: String::new(), width }
    }

    /// A page of one line.
    pub(crate) fn of_line(line: &str) -> Self {
        let mut page = Self::default();
        page.line(&[(PLAIN, line)]);
        page
    }

    /// The text with its styles.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// A blank line, unless the page begins here or has one already.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line of styled parts.
    pub(crate) fn line(&mut self, parts: &[(Style, &str)]) {
        for (style, part) in parts {
            self.styled(*style, &plain::line(part));
        }
        self.text.push('\n');
    }

    /// A text that is indented and wrapped; lines after the first are indented by `hang` more.
    pub(crate) fn paragraph(&mut self, indent: usize, hang: usize, style: Style, text: &str) {
        let text = plain::line(text);
        let (first, rest) = (" ".repeat(indent), " ".repeat(indent.saturating_add(hang)));
        let Some(width) = self.width else {
            self.text.push_str(&first);
            self.styled(style, &text);
            self.text.push('\n');
            return;
        };
        let options = textwrap::Options::new(width).initial_indent(&first).subsequent_indent(&rest);
        for line in textwrap::wrap(&text, options) {
            let words = line.trim_start_matches(' ');
            self.text.push_str(line.get(..line.len().saturating_sub(words.len())).unwrap_or_default());
            self.styled(style, words);
            self.text.push('\n');
        }
    }

    /// Several lines as they stand: help, examples.
    pub(crate) fn block(&mut self, indent: usize, style: Style, text: &str) {
        for line in text.lines() {
            if !line.is_empty() {
                self.text.push_str(&" ".repeat(indent));
                self.styled(style, &plain::line(line));
            }
            self.text.push('\n');
        }
    }

    fn styled(&mut self, style: Style, text: &str) {
        if style == PLAIN || text.is_empty() {
            self.text.push_str(text);
        } else {
            self.text.push_str(&format!("{style}{text}{style:#}"));
        }
    }
}

/// What a command prints.
#[derive(Debug)]
pub(crate) enum Sheet {
    /// For people.
    Page(Page),
    /// For programs: JSON text.
    Json(String),
}

impl Sheet {
    /// Prints it on standard output.
    ///
    /// # Errors
    /// What the system says, where it can't be printed to its end.
    pub(crate) fn print(&self) -> io::Result<()> {
        match self {
            Self::Page(page) => {
                // Honours NO_COLOR, CLICOLOR and whether there is a terminal at all.
                let mut out = anstream::AutoStream::auto(io::stdout());
                out.write_all(page.text.as_bytes())?;
                out.flush()
            }
            Self::Json(text) => {
                let mut out = io::stdout();
                if out.is_terminal() {
                    out.write_all(plain::json(text).as_bytes())?;
                } else {
                    out.write_all(text.as_bytes())?;
                }
                out.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_hang_under_their_text() {
        let mut page = Page { text: String::new(), width: Some(14) };
        page.paragraph(2, 2, PLAIN, "绩效指标应当可以核对，不写空话。");
        assert_eq!(page.text(), "  绩效指标应当\n    可以核对，\n    不写空话。\n");
    }

    #[test]
    fn without_a_terminal_lines_stay_whole() {
        let mut page = Page::default();
        page.paragraph(2, 2, PLAIN, "绩效指标应当可以核对，不写空话。");
        assert_eq!(page.text(), "  绩效指标应当可以核对，不写空话。\n");
    }

    #[test]
    fn no_text_brings_its_own_escape_sequences() {
        let mut page = Page { text: String::new(), width: Some(40) };
        page.line(&[(PLAIN, "\u{1b}[2J")]);
        page.paragraph(0, 0, PLAIN, "\u{1b}[2J");
        page.block(0, PLAIN, "\u{1b}[2J");
        assert!(!page.text().contains('\u{1b}'));
    }
}
