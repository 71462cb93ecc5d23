//! The files of a pack, read field by field.
//!
//! Reading never stops: what is missing or of another kind is told with its file and place, and a stand-in goes on
//! in its stead. Whoever reads asks [`Problems`] at the end and throws the result away if there are any.

use jibiao_model::{Label, Number};
use serde_json::{Map, Value};

use super::Problems;

/// The fields of one object in a pack's file.
///
/// When it goes, every field that nobody asked for is told: a misspelt field would otherwise be a silent default.
#[derive(Debug)]
pub struct Fields<'a> {
    /// `None` where something else stands. That was told, so nothing in it is missed.
    map: Option<&'a Map<String, Value>>,
    asked: Vec<&'a str>,
    file: &'a str,
    /// `sections[2].blocks[0]`; blank for the file as a whole.
    at: String,
    problems: &'a Problems,
}

impl Drop for Fields<'_> {
    fn drop(&mut self) {
        for key in self.map.into_iter().flat_map(Map::keys) {
            if !self.asked.contains(&key.as_str()) {
                self.tell(["unknown field `", key, "`"]);
            }
        }
    }
}

impl<'a> Fields<'a> {
    /// The fields of a whole file.
    pub fn open(value: &'a Value, file: &'a str, problems: &'a Problems) -> Self {
        Self::at(value, file, String::new(), problems)
    }

    fn at(value: &'a Value, file: &'a str, at: String, problems: &'a Problems) -> Self {
        let fields = Self { map: value.as_object(), asked: Vec::new(), file, at, problems };
        if fields.map.is_none() {
            fields.tell(["named fields are expected here"]);
        }
        fields
    }

    /// Tells a problem of this object.
    pub fn tell<const N: usize>(&self, words: [&str; N]) {
        self.tell_words(&words);
    }

    fn tell_words(&self, words: &[&str]) {
        self.problems.add_at(self.file, &self.at, words.concat());
    }

    /// How many problems the pack has so far.
    pub(super) fn told(&self) -> usize {
        self.problems.count()
    }

    /// Leaves the rest of the object alone: nobody knows what its fields mean.
    pub fn give_up(&mut self) {
        self.map = None;
    }

    /// The names of all fields, where the names are data.
    pub fn names(&self) -> Vec<&'a str> {
        self.map.into_iter().flat_map(Map::keys).map(String::as_str).collect()
    }

    /// Whether there is a field of this name.
    pub fn has(&self, key: &str) -> bool {
        self.map.is_some_and(|map| map.contains_key(key))
    }

    /// Whether a field is a text.
    pub fn is_text(&self, key: &str) -> bool {
        self.map.and_then(|map| map.get(key)).is_some_and(Value::is_string)
    }

    fn find(&mut self, key: &'a str) -> Option<&'a Value> {
        self.asked.push(key);
        self.map?.get(key)
    }

    /// The value of a field that has to be there.
    fn need(&mut self, key: &'a str) -> Option<&'a Value> {
        let value = self.find(key);
        if value.is_none() && self.map.is_some() {
            self.tell(["`", key, "` is missing"]);
        }
        value
    }

    fn unlike(&self, key: &str, expected: &str) {
        self.tell(["`", key, "` is not ", expected]);
    }

    fn place(&self, key: &str) -> String {
        if self.at.is_empty() { key.to_owned() } else { [self.at.as_str(), ".", key].concat() }
    }

    fn as_text(&self, key: &str, value: Option<&'a Value>) -> Option<&'a str> {
        let text = value?.as_str();
        if text.is_none() {
            self.unlike(key, "a text");
        }
        text
    }

    fn as_list(&self, key: &str, value: Option<&'a Value>) -> &'a [Value] {
        match value {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(_) => {
                self.unlike(key, "a list");
                &[]
            }
        }
    }

    /// A text; blank where it is missing.
    pub fn text(&mut self, key: &'a str) -> String {
        let value = self.need(key);
        self.as_text(key, value).unwrap_or_default().to_owned()
    }

    /// A text, if there is one.
    pub fn optional_text(&mut self, key: &'a str) -> Option<String> {
        let value = self.find(key);
        self.as_text(key, value).map(str::to_owned)
    }

    fn as_texts(&self, key: &str, value: Option<&'a Value>) -> Vec<String> {
        let list = self.as_list(key, value);
        let texts: Vec<String> = list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if texts.len() != list.len() {
            self.unlike(key, "a list of texts");
        }
        texts
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'a str) -> Vec<String> {
        let value = self.need(key);
        self.as_texts(key, value)
    }

    /// A list of texts; an empty one where there is none.
    pub fn optional_texts(&mut self, key: &'a str) -> Vec<String> {
        let value = self.find(key);
        self.as_texts(key, value)
    }

    /// Yes or no; no where there is no such field.
    pub fn flag(&mut self, key: &'a str) -> bool {
        self.optional_flag(key).unwrap_or_default()
    }

    /// Yes or no, if there is such a field.
    pub fn optional_flag(&mut self, key: &'a str) -> Option<bool> {
        let value = self.find(key)?;
        if !value.is_boolean() {
            self.unlike(key, "`true` or `false`");
        }
        value.as_bool()
    }

    fn as_number(&self, key: &str, value: Option<&'a Value>) -> Option<Number> {
        let number = value?.as_str().and_then(|text| text.parse().ok());
        if number.is_none() {
            self.unlike(key, "a decimal in quotation marks, such as \"12.5\"");
        }
        number
    }

    /// A decimal; 0 where it is missing.
    pub fn number(&mut self, key: &'a str) -> Number {
        let value = self.need(key);
        self.as_number(key, value).unwrap_or(Number::ZERO)
    }

    /// A decimal, if there is one.
    pub fn optional_number(&mut self, key: &'a str) -> Option<Number> {
        let value = self.find(key);
        self.as_number(key, value)
    }

    fn as_whole(&self, key: &str, value: Option<&'a Value>) -> Option<u32> {
        let whole = value?.as_u64().and_then(|whole| u32::try_from(whole).ok());
        if whole.is_none() {
            self.unlike(key, "a whole number, or too large");
        }
        whole
    }

    /// A whole number without a sign; 0 where it is missing.
    pub fn whole(&mut self, key: &'a str) -> u32 {
        let value = self.need(key);
        self.as_whole(key, value).unwrap_or_default()
    }

    /// A whole number without a sign, if there is one.
    pub fn optional_whole(&mut self, key: &'a str) -> Option<u32> {
        let value = self.find(key);
        self.as_whole(key, value)
    }

    /// One of some names, as what it stands for; `None` where it is missing or another.
    pub fn one_of<T: Copy>(&mut self, key: &'a str, names: &[(&str, T)]) -> Option<T> {
        let value = self.need(key);
        self.as_one_of(key, value, names)
    }

    /// One of some names, if there is one.
    pub fn optional_one_of<T: Copy>(&mut self, key: &'a str, names: &[(&str, T)]) -> Option<T> {
        let value = self.find(key);
        self.as_one_of(key, value, names)
    }

    fn as_one_of<T: Copy>(&self, key: &str, value: Option<&'a Value>, names: &[(&str, T)]) -> Option<T> {
        let text = self.as_text(key, value)?;
        let found = names.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            self.none_of(key, text, &names.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        }
        found.map(|(_, value)| *value)
    }

    fn none_of(&self, key: &str, text: &str, names: &[&str]) {
        self.tell(["`", key, "` says `", text, "`, which is none of `", &names.join("`, `"), "`"]);
    }

    /// All of a list as what the names stand for.
    pub fn all_of<T: Copy>(&mut self, key: &'a str, names: &[(&str, T)]) -> Vec<T> {
        let value = self.need(key);
        let list = self.as_list(key, value);
        list.iter().filter_map(|value| self.as_one_of(key, Some(value), names)).collect()
    }

    /// A text in both languages; blank where it is missing.
    pub fn label(&mut self, key: &'a str) -> Label {
        label(self.fields(key))
    }

    /// A text in both languages, if there is one.
    pub fn optional_label(&mut self, key: &'a str) -> Option<Label> {
        self.optional_fields(key).map(label)
    }

    /// Texts in both languages.
    pub fn labels(&mut self, key: &'a str) -> Vec<Label> {
        self.list(key).into_iter().map(label).collect()
    }

    /// An object within this one.
    pub fn fields(&mut self, key: &'a str) -> Fields<'a> {
        let (value, at) = (self.need(key), self.place(key));
        match value {
            Some(value) => Self::at(value, self.file, at, self.problems),
            None => Self { map: None, asked: Vec::new(), file: self.file, at, problems: self.problems },
        }
    }

    /// An object within this one, if there is one.
    pub fn optional_fields(&mut self, key: &'a str) -> Option<Fields<'a>> {
        self.find(key).map(|value| Self::at(value, self.file, self.place(key), self.problems))
    }

    /// An object within this one that is a file of its own.
    pub fn file<'f>(&mut self, key: &'a str, file: &'f str) -> Fields<'f>
    where
        'a: 'f,
    {
        let mut fields = self.fields(key);
        let map = fields.map.take();
        Fields { map, asked: Vec::new(), file, at: String::new(), problems: self.problems }
    }

    /// A list of objects.
    pub fn list(&mut self, key: &'a str) -> Vec<Fields<'a>> {
        let value = self.need(key);
        self.as_objects(key, value)
    }

    /// A list of objects; an empty one where there is none.
    pub fn optional_list(&mut self, key: &'a str) -> Vec<Fields<'a>> {
        let value = self.find(key);
        self.as_objects(key, value)
    }

    fn as_objects(&self, key: &str, value: Option<&'a Value>) -> Vec<Fields<'a>> {
        let place = self.place(key);
        let list = self.as_list(key, value).iter().enumerate();
        list.map(|(index, value)| {
            let at = [place.as_str(), "[", &index.to_string(), "]"].concat();
            Self::at(value, self.file, at, self.problems)
        })
        .collect()
    }

    /// Texts by names that are data.
    pub fn texts_by_name(mut self) -> Vec<(String, String)> {
        self.names().into_iter().map(|name| (name.to_owned(), self.text(name))).collect()
    }
}

fn label(mut fields: Fields<'_>) -> Label {
    Label { zh: fields.text("zh"), en: fields.text("en") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What is told when `read` reads a file.
    fn told(value: &Value, read: impl FnOnce(Fields<'_>)) -> Vec<String> {
        let problems = Problems::default();
        read(Fields::open(value, "f", &problems));
        problems.into_list().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_missing_is_told_with_its_place_and_reading_goes_on() {
        let file = json!({ "cells": [{ "label": { "zh": "年度", "en": "Year" } }, { "label": { "en": "Name" } }, {}] });
        let found = told(&file, |mut fields| {
            let labels: Vec<_> = fields.list("cells").into_iter().map(|mut cell| cell.label("label")).collect();
            assert_eq!(labels.iter().map(|label| label.en.as_str()).collect::<Vec<_>>(), ["Year", "Name", ""]);
            assert_eq!(fields.number("from"), Number::ZERO);
        });
        assert_eq!(
            found,
            ["f: cells[1].label: `zh` is missing", "f: cells[2]: `label` is missing", "f: `from` is missing"]
        );
    }

    #[test]
    fn a_field_that_nobody_asked_for_is_told() {
        let found = told(&json!({ "limit": 3, "limt": 3 }), |mut fields| {
            assert_eq!(fields.optional_whole("limit"), Some(3));
        });
        assert_eq!(found, ["f: unknown field `limt`"]);
    }

    #[test]
    fn a_value_of_another_kind_is_told_and_not_missed_as_well() {
        let file = json!({ "a": 1, "b": "x", "c": [1], "d": 12.5, "e": "12,5", "f": -1, "g": [] });
        let found = told(&file, |mut fields| {
            fields.text("a");
            fields.flag("b");
            fields.texts("c");
            fields.number("d");
            fields.number("e");
            fields.whole("f");
            fields.fields("g").text("zh");
        });
        assert_eq!(found.len(), 7, "{found:#?}");
        assert_eq!(found[0], "f: `a` is not a text");
        assert_eq!(found[4], "f: `e` is not a decimal in quotation marks, such as \"12.5\"");
        assert_eq!(found[6], "f: g: named fields are expected here");
    }

    #[test]
    fn another_name_is_told_with_those_that_are_known() {
        let names = [("down", 1), ("half-up", 2)];
        let found = told(&json!({ "a": "half-up", "b": "up", "c": ["down", "up"] }), |mut fields| {
            assert_eq!(fields.one_of("a", &names), Some(2));
            assert_eq!(fields.one_of("b", &names), None);
            assert_eq!(fields.all_of("c", &names), [1]);
            assert_eq!(fields.optional_one_of("d", &names), None);
        });
        let expected = ["b", "c"].map(|key| format!("f: `{key}` says `up`, which is none of `down`, `half-up`"));
        assert_eq!(found, expected);
    }
}
