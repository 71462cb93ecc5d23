//! What differs between two packs, by name. Both are compared with all that they inherit.

use serde_json::{Map, Value};

/// The part of a pack that a difference is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Head,
    Frames,
    Forms,
    Rules,
    /// What is done with a rule's findings; the place is the stage.
    Policy,
    /// What is done with one message of a rule, `rule / message`; the place is the stage.
    Exceptions,
    Numbers,
    /// Words of a list.
    Words,
    /// The rest of the vocabulary.
    Vocabulary,
    Scoring,
    /// Wording; the place is the language.
    Messages,
    /// Forms filled in as an example.
    Examples,
    /// Upload profiles.
    Profiles,
    Tests,
}

impl Part {
    /// All parts, in the order in which they are told.
    pub const ALL: [Self; 14] = [
        Self::Head,
        Self::Frames,
        Self::Forms,
        Self::Rules,
        Self::Policy,
        Self::Exceptions,
        Self::Numbers,
        Self::Words,
        Self::Vocabulary,
        Self::Scoring,
        Self::Messages,
        Self::Examples,
        Self::Profiles,
        Self::Tests,
    ];

    /// The stable name: `numbers`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Frames => "frames",
            Self::Forms => "forms",
            Self::Rules => "rules",
            Self::Policy => "policy",
            Self::Exceptions => "exceptions",
            Self::Numbers => "numbers",
            Self::Words => "words",
            Self::Vocabulary => "vocabulary",
            Self::Scoring => "scoring",
            Self::Messages => "messages",
            Self::Examples => "examples",
            Self::Profiles => "profiles",
            Self::Tests => "tests",
        }
    }
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub part: Part,
    /// The form, rule, number, list or message; blank where the part has no such names.
    pub name: String,
    /// Where in it; blank for the thing as a whole.
    pub at: String,
    pub change: Change,
}

/// How it differs. Texts are those of the packs; blank where the thing is no single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Added(String),
    Removed(String),
    Changed { from: String, to: String },
}

/// What differs between two packs, each with all that it inherits.
pub(super) fn compare(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    for part in Part::ALL {
        match part {
            Part::Head => found.within(Part::Head, "", "", &head(before), &head(after)),
            Part::Frames | Part::Forms | Part::Rules | Part::Examples | Part::Profiles | Part::Tests => {
                let of = |pack: &Value| pack.get(part.name()).cloned().unwrap_or_default();
                found.by_name(part, &of(before), &of(after));
            }
            Part::Policy => found.by_name(part, &stages(before, "rules"), &stages(after, "rules")),
            Part::Exceptions => found.by_name(part, &exceptions(before), &exceptions(after)),
            Part::Numbers => found.by_name(part, &at(before, "/policy/numbers"), &at(after, "/policy/numbers")),
            Part::Words => found.by_name(part, &at(before, "/vocabulary/lists"), &at(after, "/vocabulary/lists")),
            Part::Vocabulary => {
                let of = |pack: &Value| without(at(pack, "/vocabulary"), &["lists"]);
                found.within(part, "", "", &of(before), &of(after));
            }
            Part::Scoring => found.within(part, "", "", &at(before, "/scoring"), &at(after, "/scoring")),
            Part::Messages => found.by_name(part, &messages(before), &messages(after)),
        }
    }
    let mut differences = found.0;
    differences.sort_by_key(|found| (found.part, rank(&found.at)));
    differences.sort_by(|a, b| (a.part, &a.name).cmp(&(b.part, &b.name)));
    differences
}

/// Stages in the order of work, Chinese before English, the rest as it stood.
fn rank(at: &str) -> usize {
    ["drafting", "submission", "review", "zh", "en"].iter().position(|name| *name == at).unwrap_or_default()
}

fn at(pack: &Value, place: &str) -> Value {
    pack.pointer(place).cloned().unwrap_or_else(|| Value::Object(Map::new()))
}

fn without(mut value: Value, names: &[&str]) -> Value {
    if let Some(fields) = value.as_object_mut() {
        names.iter().for_each(|name| drop(fields.remove(*name)));
    }
    value
}

/// Id and edition are told anyhow, and the parent with them.
fn head(pack: &Value) -> Value {
    without(at(pack, "/pack"), &["id", "edition", "extends", "leave-out-forms"])
}

/// Judgements with each stage said.
fn stages(pack: &Value, part: &str) -> Value {
    let entries = at(pack, &["/policy/", part].concat());
    let entries = entries.as_object().into_iter().flatten();
    Value::Object(entries.map(|(name, entry)| (name.clone(), spread(entry))).collect())
}

fn spread(entry: &Value) -> Value {
    match entry {
        Value::Object(_) => entry.clone(),
        one => {
            let stages = ["drafting", "submission", "review"];
            Value::Object(stages.into_iter().map(|stage| (stage.to_owned(), one.clone())).collect())
        }
    }
}

fn exceptions(pack: &Value) -> Value {
    let mut all = Map::new();
    for (rule, messages) in at(pack, "/policy/messages").as_object().into_iter().flatten() {
        for (message, entry) in messages.as_object().into_iter().flatten() {
            all.insert([rule, " / ", message].concat(), spread(entry));
        }
    }
    Value::Object(all)
}

/// Messages by key, each with its languages.
fn messages(pack: &Value) -> Value {
    let mut all = Map::new();
    for language in ["zh", "en"] {
        for (key, text) in at(pack, &["/messages/", language].concat()).as_object().into_iter().flatten() {
            let texts = all.entry(key.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Some(texts) = texts.as_object_mut() {
                texts.insert(language.to_owned(), text.clone());
            }
        }
    }
    Value::Object(all)
}

struct Found(Vec<Difference>);

impl Found {
    fn tell(&mut self, part: Part, name: &str, at: &str, change: Change) {
        self.0.push(Difference { part, name: name.to_owned(), at: at.to_owned(), change });
    }

    /// Things that have names: whole ones that came or went, and what differs within the others.
    fn by_name(&mut self, part: Part, before: &Value, after: &Value) {
        for (name, before, after) in pairs(before, after) {
            match (before, after) {
                (Some(before), Some(after)) => self.within(part, name, "", before, after),
                (None, Some(after)) => self.tell(part, name, "", Change::Added(text(after))),
                (Some(before), None) => self.tell(part, name, "", Change::Removed(text(before))),
                (None, None) => {}
            }
        }
    }

    fn within(&mut self, part: Part, name: &str, at: &str, before: &Value, after: &Value) {
        match (before, after) {
            _ if before == after => {}
            (Value::Object(_), Value::Object(_)) => {
                for (key, before, after) in pairs(before, after) {
                    let at = if at.is_empty() { key.to_owned() } else { [at, ".", key].concat() };
                    self.either(part, name, &at, before, after);
                }
            }
            (Value::Array(before), Value::Array(after)) => self.lists(part, name, at, before, after),
            _ => self.tell(part, name, at, Change::Changed { from: text(before), to: text(after) }),
        }
    }

    fn either(&mut self, part: Part, name: &str, at: &str, before: Option<&Value>, after: Option<&Value>) {
        match (before, after) {
            (Some(before), Some(after)) => self.within(part, name, at, before, after),
            (None, Some(after)) => self.tell(part, name, at, Change::Added(text(after))),
            (Some(before), None) => self.tell(part, name, at, Change::Removed(text(before))),
            (None, None) => {}
        }
    }

    /// Things in a list are known by what names them, or else by their place.
    fn lists(&mut self, part: Part, name: &str, at: &str, before: &[Value], after: &[Value]) {
        let told = self.0.len();
        let (old, new) = (named(before), named(after));
        let place = |key: &str| [at, "[", key, "]"].concat();
        for (key, value) in &old {
            match new.iter().find(|(other, _)| other == key) {
                Some((_, other)) => self.within(part, name, &place(key), value, other),
                None if is_plain(value) => self.tell(part, name, at, Change::Removed(text(value))),
                None => self.tell(part, name, &place(key), Change::Removed(text(value))),
            }
        }
        for (key, value) in new.iter().filter(|(key, _)| old.iter().all(|(other, _)| other != key)) {
            let at = if is_plain(value) { at.to_owned() } else { place(key) };
            self.tell(part, name, &at, Change::Added(text(value)));
        }
        // The same things in another order.
        if self.0.len() == told && part != Part::Words {
            let order =
                |list: &[(String, &Value)]| list.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
            self.tell(part, name, at, Change::Changed { from: order(&old), to: order(&new) });
        }
    }
}

/// All names of two objects in order, with what each has under them.
fn pairs<'v>(before: &'v Value, after: &'v Value) -> Vec<(&'v str, Option<&'v Value>, Option<&'v Value>)> {
    let names = |value: &'v Value| value.as_object().into_iter().flat_map(Map::keys).map(String::as_str);
    let mut all: Vec<&str> = names(before).chain(names(after)).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|name| (name, before.get(name), after.get(name))).collect()
}

fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// Things of a list with what names them. Where two have one name, and where nothing has any, places are the names.
fn named(list: &[Value]) -> Vec<(String, &Value)> {
    let names: Vec<Option<String>> = list.iter().map(name_of).collect();
    let mut sorted: Vec<&String> = names.iter().flatten().collect();
    sorted.sort_unstable();
    let clear = sorted.len() == list.len() && sorted.windows(2).all(|two| two.first() != two.last());
    let place = |index: usize| index.saturating_add(1).to_string();
    let both = list.iter().zip(names).enumerate();
    both.map(|(index, (value, name))| (name.filter(|_| clear).unwrap_or_else(|| place(index)), value)).collect()
}

fn name_of(value: &Value) -> Option<String> {
    const NAMES: [&str; 8] = ["id", "concept", "level", "dimension", "number", "name", "document", "message"];
    if is_plain(value) {
        return Some(text(value));
    }
    let plain = NAMES.iter().find_map(|name| value.get(name).and_then(Value::as_str)).map(str::to_owned);
    plain.or_else(|| value.pointer("/label/zh").and_then(Value::as_str).map(str::to_owned))
}

/// A single value as text; a label by its Chinese; blank for what holds more.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let label = fields.get("zh").or_else(|| fields.get("label")?.get("zh"));
            label.and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        Value::Array(items) if items.iter().all(is_plain) => items.iter().map(text).collect::<Vec<_>>().join("、"),
        Value::Array(_) | Value::Null => String::new(),
        plain => plain.to_string(),
    }
}
