//! From Fluent to JSON, for build scripts: texts with places in braces, or segments.

use std::{fs, path::Path};

use fluent_syntax::ast;
use serde_json::{Map, Value, json};

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
    let mut problems = Vec::new();
    let mut texts = Map::new();
    for (key, segments) in file(path)? {
        let mut text = String::new();
        for segment in segments.as_array().into_iter().flatten() {
            match (segment.as_str(), segment.get("arg").and_then(Value::as_str)) {
                (Some(part), _) if part.contains(['{', '}']) => {
                    problems.push(format!("{}: message `{key}` has a brace in its text", path.display()));
                }
                (Some(part), _) => text.push_str(part),
                (None, place) => text.extend(["{", place.unwrap_or_default(), "}"]),
            }
        }
        texts.insert(key, Value::String(text));
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

/// Turns one Fluent file into segments by key, for a build that makes code of them: a text, or `{ "arg": name }`.
///
/// # Errors
/// Everything that can't be read, with the file: a syntax error, a key that stands twice, or more of Fluent than
/// text and places.
pub fn file(file: &Path) -> Result<Map<String, Value>, Vec<String>> {
    let text = fs::read_to_string(file).map_err(|error| vec![format!("{}: {error}", file.display())])?;
    let (mut messages, mut problems) = (Map::new(), Vec::new());
    let mut problem = |what: String| problems.push(format!("{}: {what}", file.display()));
    let resource = match fluent_syntax::parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((_, errors)) => {
            errors.iter().for_each(|error| problem(error.to_string()));
            return Err(problems);
        }
    };
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let patterns =
                    message.value.iter().map(|pattern| (message.id.name.to_owned(), pattern)).chain(
                        message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value)),
                    );
                for (key, pattern) in patterns {
                    match segments(pattern) {
                        Some(segments) if !messages.contains_key(&key) => {
                            messages.insert(key, segments);
                        }
                        Some(_) => problem(format!("message `{key}` stands twice")),
                        None => {
                            problem(format!("message `{key}`: only plain places such as {{ $name }} are understood"))
                        }
                    }
                }
            }
            ast::Entry::Junk { content } => problem(format!("can't be read: {content}")),
            ast::Entry::Term(term) => problem(format!("terms are not understood: -{}", term.id.name)),
            _ => {}
        }
    }
    if problems.is_empty() { Ok(messages) } else { Err(problems) }
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
