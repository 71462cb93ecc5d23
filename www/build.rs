//! Turns the page's messages into Rust: a method for each, so that a misspelt key or a forgotten argument does not
//! compile.
//!
//! A build script may panic: messages that can't be read must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::indexing_slicing)]

use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

use serde_json::{Map, Value};

fn main() {
    println!("cargo::rerun-if-changed=messages");
    let (zh, en) = (language("zh.ftl"), language("en.ftl"));
    let missing: Vec<&String> =
        zh.keys().filter(|key| !en.contains_key(*key)).chain(en.keys().filter(|key| !zh.contains_key(*key))).collect();
    assert!(missing.is_empty(), "these messages stand in one language only: {missing:?}");
    let mut out = String::from("impl Text {\n");
    for (key, chinese) in &zh {
        method(&mut out, key, chinese, &en[key]);
    }
    out.push_str("}\n");
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("words.rs"), out).unwrap();
}

fn language(name: &str) -> Map<String, Value> {
    jibiao_wording::compile::file(&Path::new("messages").join(name)).unwrap_or_else(|p| panic!("{}", p.join("\n")))
}

fn places(message: &Value) -> BTreeSet<&str> {
    message.as_array().unwrap().iter().filter_map(|segment| segment["arg"].as_str()).collect()
}

fn method(out: &mut String, key: &str, zh: &Value, en: &Value) {
    let args = places(zh);
    assert_eq!(args, places(en), "message {key} has other places in English");
    let name = key.replace(['-', '.'], "_");
    if args.is_empty() {
        let text =
            |message: &Value| message.as_array().unwrap().iter().map(|s| s.as_str().unwrap()).collect::<String>();
        writeln!(out, "pub(crate) fn {name}(self) -> &'static str {{ self.pick({:?}, {:?}) }}", text(zh), text(en))
            .unwrap();
        return;
    }
    let arguments: String = args.iter().map(|arg| format!(", {}: &str", arg.replace('-', "_"))).collect();
    let parts = |message: &Value| {
        let parts = message.as_array().unwrap().iter().map(|segment| match segment["arg"].as_str() {
            Some(arg) => arg.replace('-', "_"),
            None => format!("{:?}", segment.as_str().unwrap()),
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    writeln!(
        out,
        "pub(crate) fn {name}(self{arguments}) -> String {{ match self.0 {{ Language::Zh => [{}].concat(), Language::En => [{}].concat() }} }}",
        parts(zh),
        parts(en)
    )
    .unwrap();
}
