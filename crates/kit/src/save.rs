//! Documents, reports and scorecards as JSON text.

use serde::Serialize;

/// JSON on one line. Objects of a document are sorted by key and numbers are texts, so the same document always
/// gives the same bytes.
pub fn canonical<T: Serialize>(value: &T) -> String {
    // Every type of the kit serialises into JSON: all keys are texts.
    serde_json::to_string(value).unwrap_or_default()
}

/// JSON for people: indented, with a line break at the end.
pub fn pretty<T: Serialize>(value: &T) -> String {
    // From the text on one line: the indenting serialiser would bring a second copy of every type's serialisation.
    let mut text = indented(&canonical(value));
    text.push('\n');
    text
}

/// JSON without white space, broken into lines as serde_json does it: two spaces for each level, empty lists and
/// objects on one line.
fn indented(json: &str) -> String {
    let mut text = String::with_capacity(json.len().saturating_mul(2));
    let (mut level, mut in_string, mut escaped) = (0_usize, false, false);
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        if in_string {
            text.push(character);
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        let closes = |next: Option<&char>| matches!(next, Some('}' | ']'));
        match character {
            '{' | '[' if closes(characters.peek()) => {
                text.extend([Some(character), characters.next()].into_iter().flatten())
            }
            '{' | '[' => {
                level = level.saturating_add(1);
                text.push(character);
                line(&mut text, level);
            }
            '}' | ']' => {
                level = level.saturating_sub(1);
                line(&mut text, level);
                text.push(character);
            }
            ',' => {
                text.push(character);
                line(&mut text, level);
            }
            ':' => text.push_str(": "),
            _ => {
                in_string = character == '"';
                text.push(character);
            }
        }
    }
    text
}

fn line(text: &mut String, level: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", level));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lines_are_broken_as_serde_json_breaks_them() {
        for value in [
            json!({}),
            json!([[], {}, [[]], { "a": {} }]),
            json!({ "a{[,:\"\\": "\\\"}],: {", "b": [1, -2.5, true, null, "绩效\n"], "c": { "d": [{ "e": "" }] } }),
        ] {
            assert_eq!(pretty(&value), format!("{}\n", serde_json::to_string_pretty(&value).unwrap()));
        }
    }
}
