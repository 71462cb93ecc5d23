//! Browsers and what they need, and an office suite, from the distribution.

use crate::{run, say};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// A package, and a sign that it (or something that does its work) is there.
struct Package {
    name: &'static str,
    sign: Sign,
}

enum Sign {
    Program(&'static str),
    File(&'static str),
}

const PACKAGES: &[Package] = &[
    Package { name: "chromium", sign: Sign::Program("chromium") },
    Package { name: "firefox-esr", sign: Sign::Program("firefox-esr") },
    Package { name: "webkit2gtk-driver", sign: Sign::Program("WebKitWebDriver") },
    // The bundle is listed and tested by a program that has nothing of ours.
    Package { name: "unzip", sign: Sign::Program("unzip") },
    Package { name: "xvfb", sign: Sign::Program("Xvfb") },
    Package { name: "dbus", sign: Sign::Program("dbus-daemon") },
    // Opens our workbooks and saves them in its own way.
    Package { name: "libreoffice-calc-nogui", sign: Sign::Program("soffice") },
    // Without a Chinese face, widths and screenshots would show boxes.
    Package { name: "fonts-noto-cjk", sign: Sign::File("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc") },
];

pub(super) fn packages() -> Result<()> {
    let missing: Vec<&str> =
        PACKAGES.iter().filter(|package| !package.is_there()).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !run::exists("apt-get") {
        bail!("{names}: not found, and there is no apt-get here; install these Debian packages' counterparts by hand");
    }
    say::step(format!("installing {names} (about a minute, once per machine)"));
    let by_hand = || format!("by hand: apt-get update && apt-get install {names}");
    run::run(apt().arg("update")).with_context(by_hand)?;
    run::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&missing)).with_context(by_hand)
}

impl Package {
    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(program) => run::exists(program),
            Sign::File(path) => Path::new(path).exists(),
        }
    }
}

fn apt() -> Command {
    let root = run::ask("id", &["-u"]).is_some_and(|user| user == "0");
    let mut command = Command::new(if root { "apt-get" } else { "sudo" });
    if !root {
        command.arg("apt-get");
    }
    // Another installation may be under way: wait for it.
    command.args(["-o", "DPkg::Lock::Timeout=300"]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
