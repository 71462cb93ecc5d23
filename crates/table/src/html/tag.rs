//! Tags and the texts between them.

/// What comes next.
#[derive(Clone, Copy, Debug)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Open(Tag<'a>),
    Close(Tag<'a>),
}

/// A tag: its name and what stands after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'a> {
    name: &'a str,
    rest: &'a str,
}

/// The tokens of an html text. Comments, conditions and declarations are passed over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html }
    }

    /// Passes over the content of an element that was just opened, its end included.
    pub(super) fn skip_to_end_of(&mut self, name: &str) {
        while let Some((_, after)) = self.rest.split_once("</") {
            self.rest = after;
            if name_of(after).0.eq_ignore_ascii_case(name) {
                self.rest = after.split_once('>').map_or("", |(_, rest)| rest);
                return;
            }
        }
        self.rest = "";
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        // The caller saw the sign `<`.
        let inside = self.rest.strip_prefix('<')?;
        let (closing, named) = match inside.strip_prefix('/') {
            Some(named) => (true, named),
            None => (false, inside),
        };
        let (name, after) = name_of(named);
        let end = end_of(after);
        let (rest, next) = after.split_at_checked(end)?;
        self.rest = next.strip_prefix('>').unwrap_or("");
        let tag = Tag { name, rest };
        Some(if closing { Token::Close(tag) } else { Token::Open(tag) })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if let Some(after) = self.rest.strip_prefix("<!--") {
                self.rest = after.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let after = self.rest.strip_prefix('<').unwrap_or_default();
            if after.starts_with(['!', '?']) {
                self.rest = after.split_once('>').map_or("", |(_, rest)| rest);
                continue;
            }
            if begins_tag(after) {
                return self.tag();
            }
            // Text up to the next tag; a sign that begins none belongs to the text.
            let mut signs = self.rest.match_indices('<').map(|(at, _)| at);
            let begins = |at: &usize| {
                let after = self.rest.get(at.saturating_add(1)..).unwrap_or_default();
                begins_tag(after) || after.starts_with(['!', '?'])
            };
            let end = signs.find(begins).unwrap_or(self.rest.len());
            let (text, rest) = self.rest.split_at_checked(end)?;
            self.rest = rest;
            return Some(Token::Text(text));
        }
    }
}

fn begins_tag(after: &str) -> bool {
    after.strip_prefix('/').unwrap_or(after).starts_with(|sign: char| sign.is_ascii_alphabetic())
}

fn name_of(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Where a tag ends: at the first `>` outside quotes.
fn end_of(rest: &str) -> usize {
    let mut quote = None;
    for (at, sign) in rest.bytes().enumerate() {
        match (quote, sign) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    rest.len()
}

impl Tag<'_> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, without quotes; blank where the tag has none.
    fn value(&self, name: &str) -> &str {
        let mut rest = self.rest;
        loop {
            rest = rest.trim_start_matches(|sign: char| sign.is_ascii_whitespace() || sign == '/' || sign == '=');
            let end = rest.find(|sign: char| sign.is_ascii_whitespace() || sign == '=').unwrap_or(rest.len());
            let Some((found, after)) = rest.split_at_checked(end).filter(|(found, _)| !found.is_empty()) else {
                return "";
            };
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            if found.eq_ignore_ascii_case(name) {
                return value;
            }
            rest = after;
        }
    }

    pub(super) fn number(&self, name: &str) -> Option<usize> {
        let value = self.value(name).trim();
        let digits = value.bytes().all(|sign| sign.is_ascii_digit()) && !value.is_empty();
        // A number with more digits than a number can have is a large one.
        digits.then(|| value.parse().unwrap_or(usize::MAX))
    }

    /// The style in small letters and without blanks.
    pub(super) fn style(&self) -> String {
        self.value("style").chars().filter(|sign| !sign.is_whitespace()).map(|sign| sign.to_ascii_lowercase()).collect()
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.style().contains("display:none")
    }
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(html: &str) -> Tag<'_> {
        match Tokens::new(html).next() {
            Some(Token::Open(tag)) => tag,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn values_stand_in_quotes_of_either_kind_or_in_none() {
        let tag = tag("<TD colspan=3 RowSpan='2' nowrap style=\"Mso-Number-Format:'\\@'; DISPLAY : none\" x:num>");
        assert_eq!((tag.number("colspan"), tag.number("rowspan"), tag.number("x:num")), (Some(3), Some(2), None));
        assert!(tag.is("td") && tag.is_hidden());
        assert_eq!(tag.value("nowrap"), "");
    }

    #[test]
    fn a_number_is_one_however_long_it_is() {
        assert_eq!(tag("<td colspan=99999999999999999999999999>").number("colspan"), Some(usize::MAX));
        assert_eq!(tag("<td colspan=-1>").number("colspan"), None);
    }
}
