//! From Fluent to JSON, for build scripts and for authors of packs: texts with places in braces, or segments.

use std::{collections::BTreeSet, fs, path::Path};

use fluent_syntax::ast;
use serde_json::{Map, Value, json};

/// How deep braces may stand in each other. The parser calls itself for each, and one is all that is understood.
const DEEPEST: usize = 8;

/// One message of a Fluent file, or one attribute of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// `rule-target-vague.why`.
    pub key: String,
    /// The line it begins in, counted from 1.
    pub line: usize,
    /// Texts, or `{ "arg": name }`.
    pub segments: Value,
}

impl Written {
    /// The message as one text, its places in braces: `第{n}行`; `None` where a brace stands in the text itself,
    /// which would be taken for a place.
    pub fn text(&self) -> Option<String> {
        let mut text = String::new();
        for segment in self.segments.as_array().into_iter().flatten() {
            match (segment.as_str(), segment.get("arg").and_then(Value::as_str)) {
                (Some(part), _) if part.contains(['{', '}']) => return None,
                (Some(part), _) => text.push_str(part),
                (None, place) => text.extend(["{", place.unwrap_or_default(), "}"]),
            }
        }
        Some(text)
    }
}

/// Something in a Fluent file that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Counted from 1.
    pub line: usize,
    pub what: String,
}

/// Turns `zh.ftl` and `en.ftl` of a folder into what [`crate::Messages::parse`] reads.
///
/// # Errors
/// As [`texts`], for both files.
pub fn folder(folder: &Path) -> Result<Value, Vec<String>> {
    match (texts(&folder.join("zh.ftl")), texts(&folder.join("en.ftl"))) {
        (Ok(zh), Ok(en)) => Ok(json!({ "zh": zh, "en": en })),
        (zh, en) => Err([zh.err(), en.err()].into_iter().flatten().flatten().collect()),
    }
}

/// Turns one Fluent file into texts by key, their places in braces: `第{n}行`.
///
/// # Errors
/// As [`file`], and a brace in a text, which would be taken for a place.
pub fn texts(path: &Path) -> Result<Map<String, Value>, Vec<String>> {
    let (mut texts, mut problems) = (Map::new(), Vec::new());
    for message in read(path)? {
        match message.text() {
            Some(text) => {
                texts.insert(message.key, Value::String(text));
            }
            None => problems.push(format!("{}: message `{}` has a brace in its text", path.display(), message.key)),
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

/// Turns one Fluent file into segments by key, for a build that makes code of them: a text, or `{ "arg": name }`.
///
/// # Errors
/// Everything that can't be read, with the file: a syntax error, a key that stands twice, or more of Fluent than
/// text and places.
pub fn file(file: &Path) -> Result<Map<String, Value>, Vec<String>> {
    Ok(read(file)?.into_iter().map(|message| (message.key, message.segments)).collect())
}

fn read(file: &Path) -> Result<Vec<Written>, Vec<String>> {
    let text = fs::read_to_string(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    let told = |trouble: &Trouble| format!("{}:{}: {}", file.display(), trouble.line, trouble.what);
    parse(&text).map_err(|troubles| troubles.iter().map(told).collect())
}

/// Reads the text of a Fluent file.
///
/// # Errors
/// Everything that can't be read: a syntax error, a key that stands twice, or more of Fluent than text and places.
pub fn parse(text: &str) -> Result<Vec<Written>, Vec<Trouble>> {
    if let Some(line) = too_deep(text) {
        return Err(vec![Trouble { line, what: format!("braces stand more than {DEEPEST} deep in each other") }]);
    }
    let mut reader = Reader { text, keys: BTreeSet::new(), messages: Vec::new(), troubles: Vec::new() };
    match fluent_syntax::parser::parse(text) {
        Ok(resource) => resource.body.iter().for_each(|entry| reader.entry(entry)),
        Err((_, errors)) => {
            for error in errors {
                reader.trouble(line_at(text, error.pos.start), error.to_string());
            }
        }
    }
    if reader.troubles.is_empty() { Ok(reader.messages) } else { Err(reader.troubles) }
}

struct Reader<'t> {
    text: &'t str,
    keys: BTreeSet<String>,
    messages: Vec<Written>,
    troubles: Vec<Trouble>,
}

impl Reader<'_> {
    fn trouble(&mut self, line: usize, what: String) {
        self.troubles.push(Trouble { line, what });
    }

    fn entry(&mut self, entry: &ast::Entry<&str>) {
        match entry {
            ast::Entry::Message(message) => {
                if let Some(pattern) = &message.value {
                    self.message(message.id.name.to_owned(), message.id.name, pattern);
                }
                for attribute in &message.attributes {
                    let key = format!("{}.{}", message.id.name, attribute.id.name);
                    self.message(key, attribute.id.name, &attribute.value);
                }
            }
            ast::Entry::Junk { content } => self.trouble(self.line_of(content), format!("can't be read: {content}")),
            ast::Entry::Term(term) => {
                self.trouble(self.line_of(term.id.name), format!("terms are not understood: -{}", term.id.name));
            }
            _ => {}
        }
    }

    /// `name` is the part of the file that the message begins with.
    fn message(&mut self, key: String, name: &str, pattern: &ast::Pattern<&str>) {
        let line = self.line_of(name);
        match segments(pattern) {
            Some(segments) if self.keys.insert(key.clone()) => {
                self.messages.push(Written { key, line, segments });
            }
            Some(_) => self.trouble(line, format!("message `{key}` stands twice")),
            None => {
                self.trouble(line, format!("message `{key}`: only plain places such as {{ $name }} are understood"));
            }
        }
    }

    /// The line of a part of this very text.
    fn line_of(&self, part: &str) -> usize {
        line_at(self.text, part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()))
    }
}

/// The line of a position in bytes, counted from 1.
fn line_at(text: &str, at: usize) -> usize {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1)
}

/// The line where braces stand too deep in each other. No line within a place begins with a letter.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            depth = 0;
        }
        for byte in line.bytes() {
            match byte {
                b'{' => depth = depth.saturating_add(1),
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(index.saturating_add(1));
            }
        }
    }
    None
}

/// Text and places of a pattern; `None` where it uses more of Fluent than that.
fn segments(pattern: &ast::Pattern<&str>) -> Option<Value> {
    let mut segments: Vec<Value> = Vec::new();
    for element in &pattern.elements {
        let text = match element {
            ast::PatternElement::TextElement { value } => (*value).to_owned(),
            ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => match inline {
                ast::InlineExpression::StringLiteral { value } => (*value).to_owned(),
                ast::InlineExpression::VariableReference { id } => {
                    segments.push(json!({ "arg": id.name }));
                    continue;
                }
                _ => return None,
            },
            ast::PatternElement::Placeable { .. } => return None,
        };
        match segments.last_mut() {
            Some(Value::String(last)) => last.push_str(&text),
            _ => segments.push(Value::String(text)),
        }
    }
    Some(Value::Array(segments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(text: &str) -> Vec<(usize, String)> {
        parse(text).unwrap_err().into_iter().map(|trouble| (trouble.line, trouble.what)).collect()
    }

    #[test]
    fn a_message_and_its_attributes_know_their_lines() {
        let read = parse("# 说明\na = 第{ $n }行\n    .why = 因为\n\nb =\n    一\n    二\n").unwrap();
        let read: Vec<_> = read.iter().map(|m| (m.key.as_str(), m.line, m.text().unwrap())).collect();
        let expected = [("a", 2, "第{n}行"), ("a.why", 3, "因为"), ("b", 5, "一\n二")];
        assert_eq!(read, expected.map(|(key, line, text)| (key, line, text.to_owned())));
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        assert_eq!(troubles("a = 1\n\nb 2\nc = 3\n"), [(3, "Expected a token starting with \"=\"".to_owned())]);
        assert_eq!(troubles("a = 1\nb = 2\na = 3\n"), [(3, "message `a` stands twice".to_owned())]);
        assert_eq!(troubles("a = 1\n-term = 2\n"), [(2, "terms are not understood: -term".to_owned())]);
        let select = troubles("a = { $n ->\n   *[other] 1\n }\n");
        assert_eq!(select.len(), 1);
        assert!(select[0].1.contains("only plain places"), "{select:?}");
    }

    #[test]
    fn braces_in_braces_end_before_the_parser_does() {
        let deep = format!("a = 1\nb = {}\n", "{".repeat(100_000));
        assert_eq!(troubles(&deep)[0].0, 2);
        let spread = format!("a = {}", "{\n".repeat(100_000));
        assert_eq!(troubles(&spread).len(), 1);
        assert!(parse("k = { $a } { $b } { $c }\n    { $d } { $e } { $f } { $g } { $h } { $i }\n").is_ok());
    }

    #[test]
    fn a_brace_in_a_text_is_no_text_with_places() {
        assert_eq!(parse("a = x{ \"{\" }\n").unwrap()[0].text(), None);
    }
}
