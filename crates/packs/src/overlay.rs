//! A pack laid over the one that it extends: what it does not state is inherited.
//!
//! - `pack.toml` is the pack's own; the parent's sources follow its own.
//! - A frame, a form or a rule takes the place of the parent's of the same name. `leave-out-forms` in `pack.toml`
//!   names forms of the parent that this pack does not offer. A form may be like another (see `like.rs`).
//! - Policy is overridden entry by entry: a rule (all stages or some of them), a message, a number. Where a rule is
//!   switched off, so are the parent's exceptions for its messages. Waivers likewise. What a rule gives way to is one
//!   entry; an empty list takes it back.
//! - In the vocabulary a list takes the place of the parent's; `lists.add.<name>` adds words to it, and
//!   `lists.remove.<name>` takes words out of it.
//! - Scoring is overridden field by field; a list there is one field.
//! - A form filled in as an example takes the place of the parent's for that form.
//! - An upload profile takes the place of the parent's of the same name.
//! - A message takes the place of the parent's with the same key, in its language.
//! - Tests are a pack's own and are not inherited.

use std::borrow::Cow;

use jibiao_rules::Problems;
use serde_json::{Map, Value};

use crate::like;

const STAGES: [&str; 3] = ["drafting", "submission", "review"];

/// A pack with all that it inherits.
#[derive(Debug)]
pub(crate) struct Whole<'a> {
    pub(crate) value: Cow<'a, Value>,
    /// Forms of ancestors that were replaced or left out: inherited rules may still name their cells.
    pub(crate) former: Map<String, Value>,
}

impl<'a> Whole<'a> {
    /// A pack that extends nothing.
    pub(crate) fn root(value: &'a Value, problems: &Problems) -> Self {
        let alike = |form: &Value| form.get("like").is_some();
        let forms = value.get("forms").and_then(Value::as_object);
        let mut value = Cow::Borrowed(value);
        if forms.is_some_and(|forms| forms.values().any(alike))
            && let Some(forms) = value.to_mut().get_mut("forms").and_then(Value::as_object_mut)
        {
            like::complete(forms, &Map::new(), problems);
        }
        Self { value, former: Map::new() }
    }

    /// Lays a pack over this one.
    pub(crate) fn under(self, child: &Value, problems: &Problems) -> Self {
        let Self { value, mut former } = self;
        let (Value::Object(mut whole), Some(own)) = (value.into_owned(), child.as_object()) else {
            return Self { value: Cow::Owned(child.clone()), former };
        };
        // Forms are made whole while all of the parent's are there.
        let mut own = Cow::Borrowed(own);
        let before = whole.get("forms").and_then(Value::as_object).cloned().unwrap_or_default();
        if own.get("forms").is_some()
            && let Some(forms) = own.to_mut().get_mut("forms").and_then(Value::as_object_mut)
        {
            like::complete(forms, &before, problems);
        }
        let own = own.as_ref();
        leave_out(&mut whole, own, &mut former, problems);
        whole.remove("tests");
        for (part, value) in own {
            let inherited = whole.remove(part);
            let value = match (part.as_str(), inherited) {
                (_, None) => value.clone(),
                ("pack", Some(inherited)) => head(&inherited, value),
                ("forms", Some(inherited)) => {
                    let names = value.as_object().into_iter().flat_map(Map::keys);
                    let replaced = names.filter_map(|name| Some((name.clone(), inherited.get(name)?.clone())));
                    former.extend(replaced.collect::<Vec<_>>());
                    shallow(inherited, value)
                }
                ("frames" | "rules" | "examples" | "profiles", Some(inherited)) => shallow(inherited, value),
                ("policy", Some(inherited)) => policy(inherited, value),
                ("vocabulary", Some(inherited)) => vocabulary(inherited, value, problems),
                (_, Some(inherited)) => deep(inherited, value),
            };
            whole.insert(part.clone(), value);
        }
        Self { value: Cow::Owned(Value::Object(whole)), former }
    }
}

fn leave_out(
    whole: &mut Map<String, Value>,
    own: &Map<String, Value>,
    former: &mut Map<String, Value>,
    problems: &Problems,
) {
    let names = own.get("pack").and_then(|pack| pack.get("leave-out-forms")).and_then(Value::as_array);
    for name in names.into_iter().flatten().filter_map(Value::as_str) {
        match whole.get_mut("forms").and_then(Value::as_object_mut).and_then(|forms| forms.remove(name)) {
            Some(form) => drop(former.insert(name.to_owned(), form)),
            None => problems.add_at("pack", "leave-out-forms", ["no form `", name, "` is inherited"].concat()),
        }
    }
}

/// The pack's own head, with the sources that it rests on through its parent.
fn head(inherited: &Value, own: &Value) -> Value {
    let mut head = own.clone();
    let sources = |pack: &Value| pack.get("sources").and_then(Value::as_array).cloned().unwrap_or_default();
    if own.get("sources").is_some_and(|sources| !sources.is_array()) {
        return head;
    }
    let mut all = sources(own);
    for source in sources(inherited) {
        if all.iter().all(|other| other.get("number") != source.get("number")) {
            all.push(source);
        }
    }
    if let Some(head) = head.as_object_mut() {
        head.insert("sources".to_owned(), Value::Array(all));
    }
    head
}

/// Names of the child take the place of the same names.
fn shallow(mut inherited: Value, own: &Value) -> Value {
    match (inherited.as_object_mut(), own.as_object()) {
        (Some(all), Some(own)) => {
            all.extend(own.iter().map(|(name, value)| (name.clone(), value.clone())));
            inherited
        }
        _ => own.clone(),
    }
}

/// Tables are laid over tables; everything else takes the place of what was there.
fn deep(mut inherited: Value, own: &Value) -> Value {
    let (Some(all), Some(fields)) = (inherited.as_object_mut(), own.as_object()) else { return own.clone() };
    for (name, value) in fields {
        let value = match all.remove(name) {
            Some(inherited) => deep(inherited, value),
            None => value.clone(),
        };
        all.insert(name.clone(), value);
    }
    inherited
}

fn policy(mut inherited: Value, own: &Value) -> Value {
    let fields = |value: &Value, name: &str| value.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
    if let Some(exceptions) = inherited.get_mut("messages").and_then(Value::as_object_mut) {
        for (rule, entry) in &fields(own, "rules") {
            let messages = exceptions.get_mut(rule).and_then(Value::as_object_mut);
            messages.into_iter().flat_map(Map::iter_mut).for_each(|(_, message)| switch_off(message, entry));
        }
    }
    // Where no finding of a rule may be answered any more, no message of it may.
    if let Some(waivers) = inherited.pointer_mut("/waivers/messages").and_then(Value::as_object_mut) {
        for (rule, _) in fields(own.get("waivers").unwrap_or(&Value::Null), "rules").iter().filter(|(_, v)| *v == "off")
        {
            waivers.remove(rule);
        }
    }
    // An entry for all stages becomes one for each, so that single stages can be laid over it.
    for (rule, entry) in &fields(own, "rules") {
        if entry.is_object()
            && let Some(inherited) = inherited.pointer_mut("/rules").and_then(|r| r.get_mut(rule))
        {
            spread(inherited);
        }
    }
    for (rule, messages) in &fields(own, "messages") {
        for (message, entry) in messages.as_object().into_iter().flatten() {
            let inherited = inherited.pointer_mut("/messages").and_then(|m| m.get_mut(rule)?.get_mut(message));
            if entry.is_object()
                && let Some(inherited) = inherited
            {
                spread(inherited);
            }
        }
    }
    deep(inherited, own)
}

/// `"warns"` as `{ drafting = "warns", submission = "warns", review = "warns" }`.
fn spread(entry: &mut Value) {
    if entry.is_string() {
        let stages = STAGES.iter().map(|stage| ((*stage).to_owned(), entry.clone()));
        *entry = Value::Object(stages.collect());
    }
}

/// Takes over each stage that a rule's entry switches off.
fn switch_off(message: &mut Value, rule: &Value) {
    let off = |stage: &str| rule.get(stage).unwrap_or(rule) == "off";
    if !STAGES.iter().any(|stage| off(stage)) {
        return;
    }
    spread(message);
    for stage in STAGES.iter().filter(|stage| off(stage)) {
        if let Some(message) = message.as_object_mut() {
            message.insert((*stage).to_owned(), Value::from("off"));
        }
    }
}

fn vocabulary(mut inherited: Value, own: &Value, problems: &Problems) -> Value {
    let mut own = own.clone();
    let lists = own.get_mut("lists").and_then(Value::as_object_mut);
    let changes = lists.map(|lists| ["add", "remove"].map(|change| lists.remove(change)));
    let [add, remove] = changes.unwrap_or_default();
    for (change, words) in [("add", add), ("remove", remove)] {
        match &words {
            None => {}
            Some(Value::Object(words)) => {
                for (list, words) in words {
                    if own.pointer("/lists").and_then(|lists| lists.get(list)).is_some() {
                        let what = ["`", list, "` is stated anew, so nothing is left to ", change].concat();
                        problems.add_at("vocabulary", &["lists.", change].concat(), what);
                        continue;
                    }
                    let inherited = inherited.pointer_mut("/lists").and_then(|lists| lists.get_mut(list));
                    change_list(change, list, inherited, words, problems);
                }
            }
            Some(_) => {
                let what = ["`", change, "` holds lists of words by the name of the list that they change"].concat();
                problems.add_at("vocabulary", "lists", what);
            }
        }
    }
    deep(inherited, &own)
}

fn change_list(change: &str, list: &str, inherited: Option<&mut Value>, words: &Value, problems: &Problems) {
    let at = ["lists.", change].concat();
    let tell = |what: [&str; 3]| problems.add_at("vocabulary", &at, what.concat());
    let Some(inherited) = inherited.and_then(Value::as_array_mut) else {
        tell(["no list `", list, "` is inherited"]);
        return;
    };
    let Some(words) = words.as_array().filter(|words| words.iter().all(Value::is_string)) else {
        tell(["`", list, "` is not a list of texts"]);
        return;
    };
    for word in words {
        let there = inherited.iter().position(|other| other == word);
        match (change, there) {
            ("add", None) => inherited.push(word.clone()),
            ("add", Some(_)) => {}
            (_, Some(at)) => drop(inherited.remove(at)),
            (_, None) => {
                let word = word.as_str().unwrap_or_default();
                problems.add_at("vocabulary", &at, ["the list `", list, "` has no word `", word, "`"].concat());
            }
        }
    }
}
