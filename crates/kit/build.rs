//! Turns the kit's own messages into texts with places.
//!
//! A build script may panic: messages that can't be read must stop the build.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=messages");
    let out = env::var("OUT_DIR").unwrap();
    // Only who exchanges tables with other systems has a use for the second.
    for (folder, name) in [("messages", "messages.json"), ("messages/exchange", "exchange.json")] {
        let messages = jibiao_wording::compile::folder(Path::new(folder))
            .unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
        fs::write(Path::new(&out).join(name), messages.to_string()).unwrap();
    }
}
