//! Verifying a bundle piece by piece.

use std::{borrow::Cow, collections::BTreeMap};

use jibiao_bundle::{Findings, Verifier};
use serde::Serialize;

use crate::{Refusal, pack::brought};

/// A verification under way: it says which bytes it wants, the page brings them.
#[derive(Debug)]
pub struct Verifying {
    verifier: Option<Verifier>,
}

/// What the engine goes on with: documents, reports and what says which pack they are of. Attachments stay outside.
fn is_ours(name: &str) -> bool {
    name.ends_with(".json") && !name.starts_with("data/attachments/")
}

#[derive(Serialize)]
struct Told<'a> {
    standing: &'static str,
    top: &'a str,
    version: &'a str,
    info: &'a [(String, String)],
    /// Digests of the payload that were compared.
    checked: Vec<&'static str>,
    files: Vec<File<'a>>,
    remarks: Vec<Remark<'a>>,
    /// What the files that are ours hold, by their names.
    texts: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    length: u64,
}

#[derive(Serialize)]
struct Remark<'a> {
    code: &'static str,
    file: &'a str,
    args: &'a [(Cow<'static, str>, String)],
}

impl Verifying {
    /// Begins with a file of so many bytes.
    pub fn new(length: u64) -> Self {
        Self { verifier: Some(Verifier::new(length, is_ours)) }
    }

    /// Where the bytes begin and end that are wanted next; `None` when all is done.
    pub fn wants(&self) -> Option<(u64, u64)> {
        self.verifier.as_ref()?.wants().map(|range| (range.start, range.end))
    }

    /// Where the bytes begin and end that will be wanted then, as far as that can be told.
    pub fn wants_after(&self) -> Option<(u64, u64)> {
        self.verifier.as_ref()?.wants_after().map(|range| (range.start, range.end))
    }

    /// Brings digests of a file that the browser computed, as [`Verifier::bring`].
    ///
    /// # Errors
    /// `input` where these are no digests.
    pub fn bring(&mut self, name: &str, sha256: &[u8], sha512: &[u8]) -> Result<(), Refusal> {
        let brought = brought(sha256, sha512)?;
        if let Some(verifier) = &mut self.verifier {
            verifier.bring(name, brought);
        }
        Ok(())
    }

    /// Takes the bytes that were wanted.
    pub fn feed(&mut self, bytes: &[u8]) {
        if let Some(verifier) = &mut self.verifier {
            verifier.feed(bytes);
        }
    }

    /// What was found, as JSON for the engine; blank when it was asked for before.
    pub fn finish(&mut self) -> String {
        self.verifier.take().map(|verifier| told(&verifier.finish())).unwrap_or_default()
    }
}

fn told(findings: &Findings) -> String {
    let text = |(name, bytes): (&'_ String, &Vec<u8>)| -> Option<(String, String)> {
        Some((name.clone(), String::from_utf8(bytes.clone()).ok()?))
    };
    let texts: Vec<(String, String)> =
        findings.kept.iter().filter(|(name, _)| is_ours(name)).filter_map(text).collect();
    let told = Told {
        standing: findings.standing().name(),
        top: &findings.top,
        version: &findings.version,
        info: &findings.info,
        checked: findings.checked.iter().map(|algorithm| algorithm.name()).collect(),
        files: findings.files.iter().map(|(name, seen)| File { name, length: seen.length }).collect(),
        remarks: (findings.remarks.iter())
            .map(|remark| Remark { code: remark.code.name(), file: &remark.file, args: &remark.args })
            .collect(),
        texts: texts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect(),
    };
    serde_json::to_string(&told).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verified(zip: &[u8]) -> String {
        let mut verifying = Verifying::new(u64::try_from(zip.len()).unwrap_or_default());
        while let Some((start, end)) = verifying.wants() {
            let [start, end] = [start, end].map(|at| usize::try_from(at).unwrap_or_default());
            verifying.feed(zip.get(start..end).unwrap_or_default());
        }
        verifying.finish()
    }

    #[test]
    fn a_bundle_tells_its_documents_and_what_is_wrong() {
        let pack = || -> Result<Vec<u8>, Refusal> {
            let mut zip = Vec::new();
            let mut packing = crate::Packing::new("2026")?;
            packing.file("data/document.json", "{\"id\":\"甲\"}".as_bytes())?;
            packing.begin("data/attachments/001.json", "旧.json", 8)?;
            zip.extend(packing.take());
            for (_, head) in packing.pass(b"[\"kept\"]")? {
                zip.extend(head);
            }
            zip.extend(b"[\"kept\"]");
            packing.end()?;
            packing.finish("[]")?;
            zip.extend(packing.take());
            Ok(zip)
        };
        let mut zip = pack().unwrap_or_default();
        let told = verified(&zip);
        assert!(told.starts_with("{\"standing\":\"valid\",\"top\":\"2026\""), "{told}");
        assert!(told.contains("\"texts\":{\"data/document.json\":\"{\\\"id\\\":\\\"甲\\\"}\","), "{told}");
        assert!(!told.contains("[\\\"kept\\\"]"), "attachments stay outside: {told}");

        // A bit of an attachment is turned over.
        let at = zip.windows(4).position(|four| four == b"kept").unwrap_or_default();
        if let Some(letter) = zip.get_mut(at..).and_then(|rest| rest.get_mut(1)) {
            *letter ^= 1;
        }
        let told = verified(&zip);
        assert!(told.starts_with("{\"standing\":\"broken\"") && told.contains("digest-differs"), "{told}");
    }

    #[test]
    fn nothing_is_told_twice() {
        let mut verifying = Verifying::new(0);
        assert!(verifying.finish().contains("\"no-zip\""));
        assert_eq!(verifying.finish(), "");
    }
}
