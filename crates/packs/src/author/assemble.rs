//! From the files of a pack to one JSON value: TOML as it stands, Fluent messages as texts with places. Where each
//! part was written is kept beside it.
//!
//! This file is also part of the build script, which assembles the built-in packs.

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use super::files::{BUILT, Files};

/// The files of a pack, by their names without `.toml`.
const SINGLE: [&str; 4] = ["pack", "vocabulary", "policy", "scoring"];
/// The folders of a pack; each TOML file in them is one thing, called like the file.
const FOLDERS: [&str; 6] = ["frames", "forms", "rules", "tests", "examples", "profiles"];

/// A pack in one value.
#[derive(Debug)]
pub struct Assembled {
    pub value: Value,
    pub marks: Marks,
}

impl Assembled {
    /// The assembled pack as a file. Names stand in order, so that the same files give the same bytes everywhere:
    /// the order of a JSON map depends on a feature that any other crate may switch on.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        write(&mut text, &self.value);
        text.into_bytes()
    }
}

fn write(into: &mut String, value: &Value) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            into.push('{');
            for (index, (name, value)) in fields.into_iter().enumerate() {
                into.push_str(if index > 0 { "," } else { "" });
                into.push_str(&Value::from(name.as_str()).to_string());
                into.push(':');
                write(into, value);
            }
            into.push('}');
        }
        Value::Array(items) => {
            into.push('[');
            for (index, item) in items.iter().enumerate() {
                into.push_str(if index > 0 { "," } else { "" });
                write(into, item);
            }
            into.push(']');
        }
        scalar => into.push_str(&scalar.to_string()),
    }
}

/// Something that keeps a pack from being assembled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// `rules/goal-too-short.toml`.
    pub(super) file: String,
    /// Counted from 1.
    pub(super) line: Option<usize>,
    pub(super) what: String,
}

/// Where the parts of a pack were written.
#[derive(Debug, Default)]
pub struct Marks(Vec<Mark>);

/// Where one part was written.
#[derive(Debug)]
pub struct Mark {
    /// Without its ending, as problems name it: `rules/goal-too-short`.
    pub file: String,
    pub ending: &'static str,
    /// `cases[0].words`.
    pub at: String,
    /// Counted from 1.
    pub line: usize,
    /// What stands there, where it is a text.
    pub text: Option<String>,
}

impl Marks {
    /// All marks of a file, in the order of reading.
    pub fn of<'m>(&'m self, file: &'m str) -> impl Iterator<Item = &'m Mark> {
        self.0.iter().filter(move |mark| mark.file == file)
    }
}

/// Assembles a pack. A pack that extends another may leave out everything but its `pack.toml`.
///
/// # Errors
/// Everything that can't be read, with its file and line.
pub(super) fn assemble(files: &Files) -> Result<Assembled, Vec<Trouble>> {
    let mut assembler = Assembler::default();
    for (name, bytes) in files.iter().filter(|(name, _)| *name != BUILT) {
        assembler.file(name, bytes);
    }
    if !assembler.parts.contains_key("pack") && assembler.troubles.is_empty() {
        assembler.trouble("pack.toml", None, "this file is missing; it says which pack this is".to_owned());
    }
    let mut troubles = assembler.troubles;
    let assembled = Assembled { value: Value::Object(assembler.parts), marks: Marks(assembler.marks) };
    let built = files.iter().find(|(name, _)| *name == BUILT);
    if troubles.is_empty() && built.is_some_and(|(_, built)| *built != assembled.bytes()) {
        let what = "the pack was not built from these files as they are; build it anew, or leave it out".to_owned();
        troubles.push(Trouble { file: BUILT.to_owned(), line: None, what });
    }
    if troubles.is_empty() { Ok(assembled) } else { Err(troubles) }
}

#[derive(Default)]
struct Assembler {
    parts: Map<String, Value>,
    marks: Vec<Mark>,
    troubles: Vec<Trouble>,
}

impl Assembler {
    fn trouble(&mut self, file: &str, line: Option<usize>, what: String) {
        self.troubles.push(Trouble { file: file.to_owned(), line, what });
    }

    fn file(&mut self, name: &str, bytes: &[u8]) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            self.trouble(name, None, "the file is not UTF-8 text".to_owned());
            return;
        };
        // Notepad puts a byte order mark in front of UTF-8.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let toml = name.strip_suffix(".toml");
        let place = toml.and_then(|stem| stem.split_once('/'));
        match (toml, place) {
            (Some(stem), None) if SINGLE.contains(&stem) => {
                let value = self.toml(stem, text);
                self.parts.insert(stem.to_owned(), value);
            }
            (Some(stem), Some((folder, id))) if FOLDERS.contains(&folder) && !id.contains('/') => {
                let value = self.toml(stem, text);
                self.within(folder, id, value);
            }
            _ => match name {
                "messages/zh.ftl" => self.messages("zh", text),
                "messages/en.ftl" => self.messages("en", text),
                _ => {
                    let known = "a pack has pack.toml, vocabulary.toml, policy.toml, scoring.toml, \
                                 frames/*.toml, forms/*.toml, rules/*.toml, tests/*.toml, examples/*.toml, profiles/*.toml, messages/zh.ftl and \
                                 messages/en.ftl";
                    self.trouble(name, None, ["no part of a pack is called so: ", known].concat());
                }
            },
        }
    }

    /// A part of a part: one of the forms.
    fn within(&mut self, part: &str, name: &str, value: Value) {
        let parts = self.parts.entry(part).or_insert_with(|| Value::Object(Map::new()));
        if let Some(parts) = parts.as_object_mut() {
            parts.insert(name.to_owned(), value);
        }
    }

    fn messages(&mut self, language: &str, text: &str) {
        let file = ["messages/", language].concat();
        let name = [&file, ".ftl"].concat();
        let messages = match jibiao_wording::compile::parse(text) {
            Ok(messages) => messages,
            Err(troubles) => {
                for trouble in troubles {
                    self.trouble(&name, Some(trouble.line), trouble.what);
                }
                return;
            }
        };
        let mut texts = Map::new();
        for message in messages {
            match message.text() {
                Some(text) => {
                    let (file, at, text) = (file.clone(), message.key.clone(), Value::String(text));
                    self.marks.push(Mark { file, ending: ".ftl", at, line: message.line, text: None });
                    texts.insert(message.key, text);
                }
                None => {
                    let what = ["message `", &message.key, "` has a brace in its text"].concat();
                    self.trouble(&name, Some(message.line), what);
                }
            }
        }
        self.within("messages", language, Value::Object(texts));
    }

    fn toml(&mut self, file: &str, text: &str) -> Value {
        let lines = Lines::of(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = error.span().map(|span| lines.at(span.start));
            self.trouble(&[file, ".toml"].concat(), line, error.message().to_owned());
        }
        if !errors.is_empty() {
            return Value::Null;
        }
        self.table(Place { file, lines: &lines, at: "" }, table.get_ref())
    }

    fn table(&mut self, place: Place<'_>, table: &DeTable<'_>) -> Value {
        let mut fields = Map::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            let at = if place.at.is_empty() { name.to_owned() } else { [place.at, ".", name].concat() };
            let line = place.lines.at(key.span().start);
            let value = self.value(Place { at: &at, ..place }, line, value.get_ref());
            fields.insert(name.to_owned(), value);
        }
        Value::Object(fields)
    }

    fn value(&mut self, place: Place<'_>, line: usize, value: &DeValue<'_>) -> Value {
        let text = value.as_str().map(str::to_owned);
        self.marks.push(Mark { file: place.file.to_owned(), ending: ".toml", at: place.at.to_owned(), line, text });
        match value {
            DeValue::String(text) => Value::String(text.clone().into_owned()),
            DeValue::Boolean(flag) => Value::Bool(*flag),
            // What packs have no use for is nothing at all, which the loader takes for no field whatever.
            DeValue::Integer(whole) => {
                i64::from_str_radix(whole.as_str(), whole.radix()).map_or(Value::Null, Value::from)
            }
            DeValue::Float(_) | DeValue::Datetime(_) => Value::Null,
            DeValue::Table(table) => self.table(place, table),
            DeValue::Array(items) => {
                let mut list = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    let at = [place.at, "[", &index.to_string(), "]"].concat();
                    let line = place.lines.at(item.span().start);
                    list.push(self.value(Place { at: &at, ..place }, line, item.get_ref()));
                }
                Value::Array(list)
            }
        }
    }
}

/// Where reading stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    lines: &'a Lines,
    at: &'a str,
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(breaks.map(|(at, _)| at).collect())
    }

    /// The line of a byte, counted from 1.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|line_break| *line_break < byte).saturating_add(1)
    }
}
