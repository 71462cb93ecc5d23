//! JSON in which nothing is chosen silently: a field that stands twice is refused.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::hitch::{Hitch, HitchCode};

/// The value of a text.
pub(super) fn parse(text: &str) -> Result<Json, Hitch> {
    let value = text.parse::<Json>().map_err(|error| {
        let (line, column) = (error.line().max(1).to_string(), error.column().max(1).to_string());
        Hitch::new(HitchCode::NotJson, [("line", &line), ("column", &column)])
    })?;
    match twice(text) {
        Some((field, line)) => Err(Hitch::new(HitchCode::Twice, [("text", &field), ("line", &line.to_string())])),
        None => Ok(value),
    }
}

/// The first field that stands twice in an object, and its line. The text is JSON: strings, brackets and commas are all
/// that is looked at.
fn twice(text: &str) -> Option<(String, usize)> {
    // The fields of each object that is open; none for a list.
    let mut open: Vec<Option<BTreeSet<String>>> = Vec::new();
    let (mut line, mut name_next) = (1_usize, false);
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let mut length = sign.len_utf8();
        match sign {
            '\n' => line = line.saturating_add(1),
            '{' => {
                open.push(Some(BTreeSet::new()));
                name_next = true;
            }
            '[' => {
                open.push(None);
                name_next = false;
            }
            '}' | ']' => drop(open.pop()),
            ',' => name_next = open.last().is_some_and(Option::is_some),
            '"' => {
                length = quoted(rest);
                if name_next && let Some(Some(names)) = open.last_mut() {
                    // The same name may be written in several ways: `"a"`, `"\u0061"`.
                    let name: String = serde_json::from_str(rest.get(..length)?).ok()?;
                    if !names.insert(name.clone()) {
                        return Some((name, line));
                    }
                }
                name_next = false;
            }
            _ => {}
        }
        rest = rest.get(length..)?;
    }
    None
}

/// The bytes of the string that a text begins with, quotation marks and all.
fn quoted(text: &str) -> usize {
    let mut escaped = true;
    for (at, sign) in text.char_indices() {
        match sign {
            // The first one opens it.
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at.saturating_add(1),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stands_once_is_as_it_is() {
        let text = r#" {"a":[1,-2,true,null,"x,\"a\":{"],"__proto__":{"a":{"a":""}},"b":[{"a":1},{"a":1}]} "#;
        let value = json!({ "a": [1, -2, true, null, "x,\"a\":{"], "__proto__": { "a": { "a": "" } }, "b": [{ "a": 1 }, { "a": 1 }] });
        assert_eq!(parse(text).unwrap(), value);
    }

    #[test]
    fn what_stands_twice_and_what_is_no_json_is_told_with_its_line() {
        for (text, field, line) in [
            ("{\n\"a\":{\"b\":1,\n\"b\":2}}", "b", "3"),
            ("{\"a\":[{}, \"b\"],\"\\u0061\":1}", "a", "1"),
            ("[{\"__proto__\":1,\"x\":[],\"__proto__\":1}]", "__proto__", "1"),
        ] {
            let twice = parse(text).unwrap_err();
            assert_eq!(twice, Hitch::new(HitchCode::Twice, [("text", field), ("line", line)]), "{text}");
        }
        for text in ["", "{", "[1] 2", "{\"a\":1e999}", "{a:1}", &"[".repeat(5_000)] {
            assert_eq!(parse(text).unwrap_err().code, HitchCode::NotJson, "{text:.20}");
        }
    }
}
