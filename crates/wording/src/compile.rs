//! From Fluent to segments, for build scripts.

use std::{fs, path::Path};

use fluent_syntax::ast;
use serde_json::{Map, Value, json};

/// Turns one Fluent file into segments by key, as JSON for the build to carry.
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
                let patterns = message
                    .value
                    .iter()
                    .map(|pattern| (message.id.name.to_owned(), pattern))
                    .chain(message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value)));
                for (key, pattern) in patterns {
                    match segments(pattern) {
                        Some(segments) if !messages.contains_key(&key) => {
                            messages.insert(key, segments);
                        }
                        Some(_) => problem(format!("message `{key}` stands twice")),
                        None => problem(format!("message `{key}`: only plain places such as {{ $name }} are understood")),
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
