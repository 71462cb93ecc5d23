//! The TypeScript types, made from the published schemas and `wire.schema.json`. The result is a file that is
//! reviewed like code and that this test keeps true.

// Indentation is counted in a test only.
#![allow(clippy::arithmetic_side_effects)]

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use jibiao_kit::{CarryErrorCode, OpenErrorCode, PackRefusal, SCHEMAS};
use serde_json::{Value as Json, json};

use crate::CODES;

const WIRE: &str = include_str!("../wire.schema.json");
const HEAD: &str = "\
// 由公开的 JSON Schema 和 wire.schema.json 生成，请不要手改。
// Generated from the published JSON Schemas and wire.schema.json.
";
const TAIL: &str = "
/** 各个函数出错时抛出的错误。 */
export interface JibiaoError extends Error {
  code: ErrorCode;
  /** 交换表放不下、对不上的，逐格列出；只在 code 是 not-exchangeable 时有。 */
  problems?: Array<ExchangeProblem>;
}
";
/// Schemas that describe the command line and the bundle, and do not cross this boundary.
const NOT_HERE: [&str; 6] = ["check-output", "score-output", "bundle", "verify-output", "return-slip", "exchange"];

/// The type of a whole schema; `Document` itself would hide the browser's own.
fn root_name(schema: &str) -> &str {
    match schema {
        "document" => "FormDocument",
        "report" => "Report",
        "scorecard" => "Scorecard",
        "quality" => "QualityCard",
        "monitoring" => "MonitoringCard",
        "rating" => "RatingCard",
        "advice" => "Advice",
        "upload" => "Upload",
        other => panic!("the schema {other} has no type name"),
    }
}

fn referred(reference: &str) -> String {
    match reference.split_once("#/$defs/") {
        Some((_, name)) => name.to_owned(),
        None => root_name(reference.split(':').nth(3).unwrap()).to_owned(),
    }
}

fn array<'a>(schema: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    schema[key].as_array().into_iter().flatten()
}

/// The type that a schema describes; objects are indented by `depth`.
fn type_of(schema: &Json, depth: usize) -> String {
    let union = |parts: Vec<String>| parts.join(" | ");
    if let Some(reference) = schema["$ref"].as_str() {
        return referred(reference);
    }
    if schema["oneOf"].is_array() {
        return union(array(schema, "oneOf").map(|schema| type_of(schema, depth)).collect());
    }
    if schema["enum"].is_array() {
        return union(array(schema, "enum").map(Json::to_string).collect());
    }
    if !schema["const"].is_null() {
        return schema["const"].to_string();
    }
    match &schema["type"] {
        Json::Array(names) => union(names.iter().map(|name| type_of(&json!({ "type": name }), depth)).collect()),
        Json::String(name) => match name.as_str() {
            "string" | "boolean" | "null" => name.clone(),
            "integer" => "number".to_owned(),
            "array" if schema["prefixItems"].is_array() => {
                let items: Vec<_> = array(schema, "prefixItems").map(|schema| type_of(schema, depth)).collect();
                format!("[{}]", items.join(", "))
            }
            "array" => format!("Array<{}>", type_of(&schema["items"], depth)),
            "object" => object(schema, depth),
            other => panic!("no type for {other}"),
        },
        _ => panic!("no type for {schema}"),
    }
}

fn object(schema: &Json, depth: usize) -> String {
    let required: Vec<&str> = array(schema, "required").filter_map(Json::as_str).collect();
    // Sorted here: the order of a JSON map depends on a feature that any crate may switch on.
    let fields: BTreeMap<_, _> = schema["properties"].as_object().into_iter().flatten().collect();
    let indent = "  ".repeat(depth + 1);
    let mut text = String::from("{\n");
    for (name, field) in fields {
        if let Some(description) = field["description"].as_str() {
            writeln!(text, "{indent}/** {description} */").unwrap();
        }
        let optional = if required.contains(&name.as_str()) { "" } else { "?" };
        writeln!(text, "{indent}{name}{optional}: {};", type_of(field, depth + 1)).unwrap();
    }
    if schema["additionalProperties"].is_object() {
        let open = &schema["additionalProperties"];
        let value = if open["type"].is_null() { "unknown".to_owned() } else { type_of(open, depth + 1) };
        writeln!(text, "{indent}[key: string]: {value};").unwrap();
    }
    text.push_str(&"  ".repeat(depth));
    text.push('}');
    text
}

fn declaration(name: &str, schema: &Json) -> String {
    let title = schema["title"].as_str().unwrap_or_else(|| panic!("{name} has no title"));
    let description = schema["description"].as_str().unwrap_or_else(|| panic!("{name} has no description"));
    let head = format!("\n/** {title}：{description} */\n");
    // A plain object is an interface, so that programs can extend it and messages name it.
    match (schema["type"].as_str(), schema["oneOf"].is_array()) {
        (Some("object"), false) => format!("{head}export interface {name} {}\n", object(schema, 0)),
        _ => format!("{head}export type {name} = {};\n", type_of(schema, 0)),
    }
}

fn types() -> String {
    let mut declared: BTreeMap<String, String> = BTreeMap::new();
    let mut declare = |name: String, schema: &Json| {
        let text = declaration(&name, schema);
        assert!(declared.insert(name.clone(), text).is_none(), "two schemas describe {name}");
    };
    let published = SCHEMAS.iter().filter(|schema| !NOT_HERE.contains(&schema.name));
    for (name, text) in published.map(|schema| (schema.name, schema.text)).chain([("wire", WIRE)]) {
        let schema: Json = serde_json::from_str(text).unwrap();
        for (name, schema) in schema["$defs"].as_object().into_iter().flatten() {
            declare(name.clone(), schema);
        }
        if schema["type"].is_string() {
            declare(root_name(name).to_owned(), &schema);
        }
    }
    // In the order of the alphabet: the order of files means nothing to a reader of types.
    format!("{HEAD}{}{TAIL}", declared.into_values().collect::<String>())
}

/// `JIBIAO_WRITE=1 cargo test -p jibiao-wasm` writes the file anew.
#[test]
fn the_types_are_those_of_the_schemas() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("types.snapshot.d.ts");
    let types = types();
    if env::var_os("JIBIAO_WRITE").is_some() {
        fs::write(&file, &types).unwrap();
    }
    assert!(fs::read_to_string(&file).unwrap_or_default() == types, "run JIBIAO_WRITE=1 cargo test -p jibiao-wasm");
}

#[test]
fn every_error_code_is_declared() {
    let wire: Json = serde_json::from_str(WIRE).unwrap();
    let declared: Vec<&str> = array(&wire["$defs"]["ErrorCode"], "enum").filter_map(Json::as_str).collect();
    let opening: Vec<&str> = OpenErrorCode::ALL.into_iter().map(OpenErrorCode::name).collect();
    // Some of what hinders a new document hinders opening one, too.
    let carrying = CarryErrorCode::ALL.into_iter().map(CarryErrorCode::name).filter(|code| !opening.contains(code));
    let sent: Vec<&str> = opening.iter().copied().chain(PackRefusal::CODES).chain(carrying).chain(CODES).collect();
    assert_eq!(declared, sent);
}
