//! Turns the messages of the command line into texts with places.
//!
//! A build script may panic: messages that can't be read must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=messages");
    let messages = jibiao_wording::compile::folder(Path::new("messages"))
        .unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("messages.json"), messages.to_string()).unwrap();
}
