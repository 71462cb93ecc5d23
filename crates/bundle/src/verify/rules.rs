//! What the standard asks of a bag (RFC 8493), held against the files that are there.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use crate::{
    bag::{
        declaration, info, manifest,
        names::{self, DECLARATION, FETCH, INFO, PAYLOAD, SIGNATURES},
    },
    digests::Algorithm,
    names::composed,
    remark::{Code, Remark},
};

/// Holds the standard against a bag whose files have all been read.
pub(super) fn apply(findings: &mut Findings, has_payload_folder: bool) {
    declaration(findings);
    if findings.has(FETCH) {
        findings.say(Remark::new(Code::Fetch, FETCH));
    }
    if !has_payload_folder && !findings.files.keys().any(|name| name.starts_with(PAYLOAD)) {
        findings.say(Remark::new(Code::NoPayload, PAYLOAD));
    }
    manifests(findings);
    tag_manifests(findings);
    information(findings);
    let signatures: Vec<String> = findings.files.keys().filter(|name| name.starts_with(SIGNATURES)).cloned().collect();
    for name in signatures {
        findings.say(Remark::new(Code::Signature, &name));
    }
}

fn declaration(findings: &mut Findings) {
    let Some(bytes) = findings.text(DECLARATION) else {
        return findings.say(Remark::new(Code::NoDeclaration, DECLARATION));
    };
    let Some(told) = declaration::read(bytes) else {
        return findings.say(Remark::new(Code::DeclarationDamaged, DECLARATION));
    };
    let (version, encoding) = (told.version.to_owned(), told.encoding.to_owned());
    let remark = |code| Remark::new(code, DECLARATION);
    match version.as_str() {
        "1.0" => {}
        "0.93" | "0.94" | "0.95" | "0.96" | "0.97" => {
            findings.say(remark(Code::VersionOlder).with("version", &version))
        }
        _ => findings.say(remark(Code::VersionUnknown).with("version", &version)),
    }
    if !["UTF-8", "US-ASCII", "ASCII"].iter().any(|known| encoding.eq_ignore_ascii_case(known)) {
        findings.say(remark(Code::EncodingUnknown).with("encoding", encoding));
    }
    findings.version = version;
}

fn manifests(findings: &mut Findings) {
    let all = named(findings, names::of_manifest);
    if all.is_empty() {
        return findings.say(Remark::new(Code::NoManifest, ""));
    }
    for (name, algorithm) in all {
        let Some(algorithm) = algorithm else { continue };
        findings.checked.push(algorithm);
        let payload: BTreeSet<String> =
            findings.files.keys().filter(|name| name.starts_with(PAYLOAD)).cloned().collect();
        if let Some(listed) = compare(findings, &name, algorithm, &payload) {
            for file in payload.difference(&listed) {
                findings.say(Remark::new(Code::NotListed, file).with("manifest", &name));
            }
        }
    }
    let checked = &findings.checked;
    let (none, weak, sm3) =
        (checked.is_empty(), !checked.iter().any(|one| one.is_strong()), checked.contains(&Algorithm::Sm3));
    if none {
        findings.say(Remark::new(Code::NothingChecked, ""));
    } else if weak {
        findings.say(Remark::new(Code::WeakOnly, ""));
    }
    if !none && !sm3 {
        findings.say(Remark::new(Code::NoSm3, ""));
    }
}

fn tag_manifests(findings: &mut Findings) {
    let coverable = |name: &&String| !name.starts_with(PAYLOAD) && names::of_tag_manifest(name).is_none();
    let tags: BTreeSet<String> = findings.files.keys().filter(coverable).cloned().collect();
    let mut listings = Vec::new();
    for (name, algorithm) in named(findings, names::of_tag_manifest) {
        let Some(algorithm) = algorithm else { continue };
        if let Some(listed) = compare(findings, &name, algorithm, &tags) {
            listings.push((name, listed));
        }
    }
    for file in tags.iter().filter(|name| !name.starts_with(SIGNATURES)) {
        let without: Vec<&String> =
            listings.iter().filter(|(_, listed)| !listed.contains(file)).map(|(name, _)| name).collect();
        if without.len() == listings.len() {
            findings.say(Remark::new(Code::NotCovered, file));
            continue;
        }
        for manifest in without {
            findings.say(Remark::new(Code::NotListed, file).with("manifest", manifest));
        }
    }
}

/// The manifests of one kind, each with its algorithm where that is known.
fn named(findings: &mut Findings, of: fn(&str) -> Option<&str>) -> Vec<(String, Option<Algorithm>)> {
    let algorithms = findings.files.keys().filter_map(|name| Some((name.clone(), of(name)?.to_owned())));
    let algorithms: Vec<_> = algorithms.collect();
    let known = |(name, text): (String, String)| {
        let algorithm = Algorithm::named(&text);
        if algorithm.is_none() {
            findings.say(Remark::new(Code::AlgorithmUnknown, &name).with("algorithm", text));
        }
        (name, algorithm)
    };
    algorithms.into_iter().map(known).collect()
}

/// Compares a manifest with the files, and gives the files that it lists; nothing where it can't be read.
fn compare(
    findings: &mut Findings,
    manifest: &str,
    algorithm: Algorithm,
    files: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    // One that is not whole has been told of before.
    let read = manifest::read(findings.text(manifest)?);
    let lines = match read {
        Ok(lines) => lines,
        Err(line) => {
            findings.say(Remark::new(Code::ManifestDamaged, manifest).with("line", line));
            return None;
        }
    };
    let written: BTreeMap<String, &String> = files.iter().map(|name| (composed(name), name)).collect();
    let mut listed = BTreeSet::new();
    for line in lines {
        // Some systems write names in another way when they unpack and pack.
        let name = written.get(&composed(&line.name)).map_or(line.name.as_str(), |name| name.as_str()).to_owned();
        if !listed.insert(name.clone()) {
            findings.say(Remark::new(Code::ListedTwice, &name).with("manifest", manifest));
            continue;
        }
        if !files.contains(&name) {
            findings.say(Remark::new(Code::Missing, &name).with("manifest", manifest));
            continue;
        }
        // A file that could not be unpacked has been told of before.
        let Some(found) = findings.files.get(&name).and_then(|seen| seen.sums.as_ref()?.by(algorithm)) else {
            continue;
        };
        if found != line.digest {
            let remark = Remark::new(Code::DigestDiffers, &name).with("algorithm", algorithm.name());
            let remark = remark.with("expected", line.digest).with("found", found);
            findings.say(remark);
        }
    }
    Some(listed)
}

fn information(findings: &mut Findings) {
    let Some(bytes) = findings.text(INFO) else { return };
    let Some(told) = info::read(bytes) else { return findings.say(Remark::new(Code::InfoDamaged, INFO)) };
    let payload = findings.files.iter().filter(|(name, _)| name.starts_with(PAYLOAD));
    let (bytes, files) = payload
        .fold((0_u64, 0_u64), |(bytes, files), (_, seen)| (bytes.saturating_add(seen.length), files.saturating_add(1)));
    let oxums: Vec<&String> =
        told.iter().filter(|(label, _)| label.eq_ignore_ascii_case(info::OXUM)).map(|(_, value)| value).collect();
    let found = [bytes.to_string(), files.to_string()].join(".");
    let remark = match oxums.as_slice() {
        [] => None,
        [one] => match info::oxum(one) {
            None => Some(Remark::new(Code::OxumDamaged, INFO)),
            Some(told) if told == (bytes, files) => None,
            Some(_) => Some(Remark::new(Code::OxumDiffers, INFO).with("expected", one).with("found", found)),
        },
        _ => Some(Remark::new(Code::OxumTwice, INFO)),
    };
    if let Some(remark) = remark {
        findings.say(remark);
    }
    findings.info = told;
}
