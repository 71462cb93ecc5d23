//! The names that a bag gives to its own files.

use crate::digests::Algorithm;

pub(crate) const DECLARATION: &str = "bagit.txt";
pub(crate) const INFO: &str = "bag-info.txt";
pub(crate) const FETCH: &str = "fetch.txt";
pub(crate) const PAYLOAD: &str = "data/";
/// Signatures made elsewhere. They are kept and not judged, and no manifest needs to list them.
pub(crate) const SIGNATURES: &str = "signatures/";
/// What the payload files were called before they came into the bag: one JSON object, name in the bag to name before.
pub const ORIGINAL_NAMES: &str = "original-names.json";

const MANIFEST: &str = "manifest-";
const TAG_MANIFEST: &str = "tagmanifest-";
const TEXT: &str = ".txt";

pub(crate) fn manifest(algorithm: Algorithm) -> String {
    [MANIFEST, algorithm.name(), TEXT].concat()
}

pub(crate) fn tag_manifest(algorithm: Algorithm) -> String {
    [TAG_MANIFEST, algorithm.name(), TEXT].concat()
}

/// The algorithm in the name of a manifest of the payload.
pub(crate) fn of_manifest(name: &str) -> Option<&str> {
    name.strip_prefix(MANIFEST)?.strip_suffix(TEXT)
}

/// The algorithm in the name of a manifest of the other files.
pub(crate) fn of_tag_manifest(name: &str) -> Option<&str> {
    name.strip_prefix(TAG_MANIFEST)?.strip_suffix(TEXT)
}

/// Whether a file is one that the standard itself names, so that nobody may bring another.
pub(crate) fn is_own(name: &str) -> bool {
    [DECLARATION, INFO, FETCH, ORIGINAL_NAMES].contains(&name)
        || of_manifest(name).is_some()
        || of_tag_manifest(name).is_some()
}
