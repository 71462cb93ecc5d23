//! Bags and zips that nobody should send, made by hand, and those that anybody may.
#![allow(clippy::arithmetic_side_effects)]

mod bags;
mod flips;
mod forged;
mod zips;

use crate::{Findings, Writer, verify};

/// A small bag with one file of each kind.
fn small() -> Vec<u8> {
    let mut zip = Vec::new();
    let mut bag = Writer::new("b", &mut zip).unwrap();
    bag.file("data/document.json", br#"{"jibiao":1}"#, &mut zip).unwrap();
    bag.begin("data/attachments/001.txt", Some("照片 1.txt"), 9, &mut zip).unwrap();
    bag.push(b"what it ", &mut zip).unwrap();
    bag.push(b"s", &mut zip).unwrap();
    bag.end(&mut zip).unwrap();
    bag.file("signatures/a.p7s", b"s", &mut zip).unwrap();
    bag.finish(&[("External-Identifier".into(), "2026-001".into())], &mut zip).unwrap();
    zip
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    let mut codes: Vec<_> = findings.remarks.iter().map(|remark| remark.code.name()).collect();
    codes.dedup();
    codes
}

fn found(zip: &[u8]) -> Vec<&'static str> {
    codes(&verify(zip, |_| false))
}
