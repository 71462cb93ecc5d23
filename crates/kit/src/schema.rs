//! The published JSON Schemas (2020-12): the structure of everything that goes in or comes out.
//!
//! They state structure only. Whether a document is any good is for the rules to say.

/// A published schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// `document`, `report` …
    pub name: &'static str,
    /// The schema itself, JSON text. It may refer to others by their `$id`.
    pub text: &'static str,
}

impl Schema {
    /// The schema with every schema that it refers to, as one text that stands alone (2020-12, §9.3 "bundling").
    pub fn bundled(&self) -> String {
        let mut members = String::new();
        for other in self.needed() {
            if !members.is_empty() {
                members.push_str(",\n");
            }
            members.push_str(&format!("    \"{}\": ", other.id()));
            // Indented as it stands; JSON has no line breaks inside texts.
            members.push_str(&other.text.trim_end().replace('\n', "\n    "));
        }
        if members.is_empty() {
            return self.text.to_owned();
        }
        // Spliced into the text rather than rebuilt from its parts, so that people read it in the order written.
        match self.text.split_once("\n  \"$defs\": {\n") {
            Some((head, own)) => format!("{head}\n  \"$defs\": {{\n{members},\n{own}"),
            None => {
                let body = self.text.trim_end().trim_end_matches('}').trim_end();
                format!("{body},\n  \"$defs\": {{\n{members}\n  }}\n}}\n")
            }
        }
    }

    /// The address by which others refer to it.
    pub fn id(&self) -> String {
        format!("urn:jibiao:schema:{}:1", self.name)
    }

    /// The other schemas that this one refers to, itself or through them, in the order published.
    fn needed(&self) -> Vec<&'static Schema> {
        let (mut needed, mut open) = (Vec::<&Schema>::new(), vec![self.text]);
        while let Some(text) = open.pop() {
            for other in SCHEMAS.iter().filter(|other| other.name != self.name) {
                let referred = text.contains(&format!("\"$ref\": \"{}", other.id()));
                if referred && !needed.contains(&other) {
                    needed.push(other);
                    open.push(other.text);
                }
            }
        }
        SCHEMAS.iter().filter(|schema| needed.contains(schema)).collect()
    }
}

macro_rules! schemas {
    ($($name:literal),* $(,)?) => {
        /// Every published schema, those first that others refer to.
        pub const SCHEMAS: &[Schema] = &[$(
            Schema { name: $name, text: include_str!(concat!("../schemas/", $name, ".schema.json")) },
        )*];
    };
}

schemas![
    "common",
    "document",
    "report",
    "scorecard",
    "quality",
    "monitoring",
    "rating",
    "advice",
    "upload",
    "check-output",
    "score-output",
    "bundle",
    "verify-output",
    "return-slip",
    "exchange",
];

/// The schema with this name.
pub fn schema(name: &str) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value as Json;

    use super::*;

    fn parsed(schema: &Schema) -> Json {
        serde_json::from_str(schema.text).unwrap_or_else(|error| panic!("{}: {error}", schema.name))
    }

    fn references<'a>(value: &'a Json, into: &mut Vec<&'a str>) {
        match value {
            Json::Object(fields) => {
                into.extend(fields.get("$ref").and_then(Json::as_str));
                fields.values().for_each(|value| references(value, into));
            }
            Json::Array(items) => items.iter().for_each(|item| references(item, into)),
            _ => {}
        }
    }

    #[test]
    fn every_schema_names_itself_and_says_what_it_is() {
        for schema in SCHEMAS {
            let json = parsed(schema);
            assert_eq!(json["$schema"], "https://json-schema.org/draft/2020-12/schema", "{}", schema.name);
            assert_eq!(json["$id"], format!("urn:jibiao:schema:{}:1", schema.name), "{}", schema.name);
            for field in ["title", "description"] {
                assert!(json[field].as_str().is_some_and(|text| !text.is_empty()), "{} has no {field}", schema.name);
            }
        }
    }

    #[test]
    fn a_bundle_holds_its_schema_and_all_that_it_needs() {
        let names = |name: &str| -> Vec<&str> { schema(name).unwrap().needed().iter().map(|s| s.name).collect() };
        assert_eq!(names("common"), [""; 0]);
        assert_eq!(names("document"), ["common"]);
        assert_eq!(
            names("upload"),
            ["common", "document", "report", "scorecard", "quality", "monitoring", "rating", "advice"]
        );
        for schema in SCHEMAS {
            let mut bundle: Json = serde_json::from_str(&schema.bundled()).unwrap();
            for other in schema.needed() {
                assert_eq!(bundle["$defs"][other.id()], parsed(other), "{} in {}", other.name, schema.name);
                bundle["$defs"].as_object_mut().unwrap().remove(&other.id());
            }
            if bundle["$defs"].as_object().is_some_and(serde_json::Map::is_empty) {
                bundle.as_object_mut().unwrap().remove("$defs");
            }
            assert_eq!(bundle, parsed(schema), "{}", schema.name);
        }
    }

    #[test]
    fn every_reference_leads_to_something() {
        let ids: BTreeSet<String> = SCHEMAS.iter().map(|s| format!("urn:jibiao:schema:{}:1", s.name)).collect();
        for schema in SCHEMAS {
            let json = parsed(schema);
            let mut found = Vec::new();
            references(&json, &mut found);
            for reference in found {
                let (id, pointer) = reference.split_once('#').unwrap_or((reference, ""));
                let target = if id.is_empty() {
                    json.clone()
                } else {
                    assert!(ids.contains(id), "{}: {reference}", schema.name);
                    let name = id.strip_prefix("urn:jibiao:schema:").and_then(|n| n.strip_suffix(":1")).unwrap();
                    parsed(super::schema(name).unwrap())
                };
                assert!(target.pointer(pointer).is_some(), "{}: {reference}", schema.name);
            }
        }
    }
}
