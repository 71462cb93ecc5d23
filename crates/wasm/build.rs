//! Turns the messages of the npm package into segments.
//!
//! A build script may panic: messages that can't be read must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=messages");
    let language = |name: &str| {
        jibiao_wording::compile::file(&Path::new("messages").join(name)).unwrap_or_else(|p| panic!("{}", p.join("\n")))
    };
    let messages = serde_json::json!({ "zh": language("zh.ftl"), "en": language("en.ftl") });
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("messages.json"), messages.to_string()).unwrap();
}
