//! The direction of the house: who may name whom.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use jibiao_tests::root;
use serde_json::Value;

/// Library crates from the bottom up: each may name only those above it in this list.
const LIBRARIES: [&str; 10] = [
    "jibiao-model",
    "jibiao-sheet",
    "jibiao-reading",
    "jibiao-library",
    "jibiao-table",
    "jibiao-bundle",
    "jibiao-score",
    "jibiao-rules",
    "jibiao-packs",
    "jibiao-kit",
];

/// Wording stands beside the others: it names none of them, and each may name it.
const WORDING: &str = "jibiao-wording";

/// What unpacks the page's engine stands beside too, and only the tool that packs it names it.
const UNPACK: &str = "jibiao-unpack";

/// The second module of the page: it carries what knows nothing of forms, and nothing names it.
const COURIER: &str = "jibiao-courier";
const CARRIED: [&str; 2] = ["jibiao-bundle", "jibiao-sheet"];

/// Front ends name the kit and nothing else of the house.
const FRONT_ENDS: [&str; 4] = ["jibiao-cli", "jibiao-wasm", "jibiao-www", "jibiao-dev"];

/// Whole-system checks may name anything.
const CHECKS: [&str; 2] = ["jibiao-tests", "jibiao-fuzz"];

struct Package {
    name: String,
    manifest: String,
    /// Packages of the house that this one names: name and kind (`normal`, `dev`, `build`).
    names: Vec<(String, String)>,
}

fn packages() -> Vec<Package> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or("normal").to_owned();
    let packages: Vec<Package> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| Package {
            name: text(&package["name"]),
            manifest: text(&package["manifest_path"]),
            names: package["dependencies"]
                .as_array()
                .unwrap()
                .iter()
                .map(|dependency| (text(&dependency["name"]), text(&dependency["kind"])))
                .filter(|(name, _)| name.starts_with("jibiao-"))
                .collect(),
        })
        .collect();
    assert!(packages.len() >= 12, "cargo metadata listed only {} packages", packages.len());
    packages
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The source files of a package.
fn sources_of(package: &Package) -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(&Path::new(&package.manifest).with_file_name("src"), &mut found);
    assert!(!found.is_empty(), "{} has no sources", package.name);
    found
}

#[test]
fn every_package_has_a_place_in_the_house() {
    for package in packages() {
        let name = package.name.as_str();
        assert!(
            LIBRARIES.contains(&name)
                || FRONT_ENDS.contains(&name)
                || CHECKS.contains(&name)
                || [WORDING, UNPACK, COURIER].contains(&name),
            "{name} has no place in this test; put it into the list of its level, and into crates/README.md"
        );
    }
}

#[test]
fn libraries_name_only_what_is_below_them() {
    let level: BTreeMap<&str, usize> = LIBRARIES.iter().enumerate().map(|(level, name)| (*name, level)).collect();
    for package in packages() {
        let Some(own) = level.get(package.name.as_str()) else { continue };
        for (name, kind) in &package.names {
            let below = level.get(name.as_str()).is_some_and(|other| other < own) || name == WORDING;
            // The tests of a crate switch on more of itself.
            let itself = *name == package.name && kind == "dev";
            assert!(below || itself, "{} must not name {name} ({kind})", package.name);
        }
    }
}

#[test]
fn what_stands_beside_names_nothing_of_the_house() {
    let packages = packages();
    for beside in [WORDING, UNPACK] {
        let package = packages.iter().find(|package| package.name == beside).unwrap();
        assert!(package.names.is_empty(), "{beside}: {:?}", package.names);
    }
}

#[test]
fn the_second_module_names_only_what_it_carries_and_nothing_names_it() {
    for package in packages() {
        for (name, _) in &package.names {
            assert!(package.name != COURIER || CARRIED.contains(&name.as_str()), "{COURIER} must not name {name}");
            assert!(name != COURIER, "{} must not name {COURIER}", package.name);
        }
    }
}

#[test]
fn front_ends_name_only_the_kit() {
    for package in packages().iter().filter(|package| FRONT_ENDS.contains(&package.name.as_str())) {
        for (name, kind) in &package.names {
            let packs = name == UNPACK && package.name == "jibiao-dev";
            let allowed = name == "jibiao-kit" || (name == WORDING && kind == "build") || packs;
            assert!(allowed, "{} must not name {name} ({kind})", package.name);
        }
    }
}

#[test]
fn front_ends_name_no_rule() {
    let rules = jibiao_tests::kit().rules();
    assert!(!rules.is_empty());
    for package in packages().iter().filter(|package| FRONT_ENDS.contains(&package.name.as_str())) {
        for (path, text) in sources_of(package) {
            // A test may name the rule that it expects; what ships may not.
            let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
            for rule in &rules {
                assert!(!shipped.contains(&format!("\"{rule}\"")), "{path} names the rule `{rule}`");
            }
        }
    }
}

#[test]
fn the_workspace_lints_are_on_in_every_package() {
    for package in packages() {
        let manifest: toml::Table = fs::read_to_string(&package.manifest).unwrap().parse().unwrap();
        let on = manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool);
        assert_eq!(on, Some(true), "{} does not switch the workspace lints on", package.manifest);
    }
}

#[test]
fn no_library_holds_a_binary_float() {
    for package in packages() {
        if !LIBRARIES.contains(&package.name.as_str()) && package.name != WORDING {
            continue;
        }
        for (path, text) in sources_of(&package) {
            for word in text.split(|c: char| !c.is_alphanumeric() && c != '_') {
                // Prose may speak of them; code that uses one writes the bare word.
                assert!(!matches!(word, "f32" | "f64" | "as_f64"), "{path} uses {word}");
            }
        }
    }
}
