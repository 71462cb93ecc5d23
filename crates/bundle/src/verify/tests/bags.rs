//! Bags of the standard and others, each for one remark.

use super::{
    codes,
    forged::{bag, zip},
    found, small,
};
use crate::{Algorithm, Sums, verify};

const DECLARATION: (&str, &str) = ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
/// SHA-256, MD5 and SHA-1 of “a”, as `sha256sum`, `md5sum` and `sha1sum` give them.
const A: &str = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
const A_MD5: &str = "0cc175b9c0f1b6a831c399e269772661";
const A_SHA1: &str = "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8";

fn said(files: &[(&str, &str)]) -> Vec<&'static str> {
    found(&zip(&bag(files)))
}

fn listing(digest: &str, name: &str) -> String {
    format!("{digest}  {name}\n")
}

#[test]
fn our_own_bag_holds_what_was_put_in_and_has_no_fault() {
    let findings = verify(&small(), |name| name == "data/document.json");
    assert_eq!(codes(&findings), ["signature"]);
    assert_eq!((findings.top.as_str(), findings.version.as_str()), ("b", "1.0"));
    assert_eq!(findings.checked, [Algorithm::Sha256, Algorithm::Sha512, Algorithm::Sm3]);
    assert_eq!(findings.text("data/document.json").unwrap(), br#"{"jibiao":1}"#);
    assert_eq!(findings.files["data/attachments/001.txt"].length, 9);
    let names: Vec<&str> = findings.files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "bag-info.txt",
            "bagit.txt",
            "data/attachments/001.txt",
            "data/document.json",
            "manifest-sha256.txt",
            "manifest-sha512.txt",
            "manifest-sm3.txt",
            "original-names.json",
            "signatures/a.p7s",
            "tagmanifest-sha256.txt",
            "tagmanifest-sha512.txt",
            "tagmanifest-sm3.txt"
        ]
    );
    assert_eq!(
        findings.info,
        [
            ("External-Identifier".to_owned(), "2026-001".to_owned()),
            ("Original-Name".to_owned(), "data/attachments/001.txt 照片 1.txt".to_owned()),
            ("Payload-Oxum".to_owned(), "21.2".to_owned()),
        ]
    );
    assert_eq!(
        findings.kept["original-names.json"],
        "{\n \"data/attachments/001.txt\": \"照片 1.txt\"\n}\n".as_bytes()
    );
}

#[test]
fn a_bag_of_the_standard_without_sm3_is_valid_and_told() {
    let manifest = listing(A, "data/a");
    assert_eq!(
        said(&[DECLARATION, ("data/a", "a"), ("manifest-sha256.txt", &manifest)]),
        ["no-sm3", "not-covered"],
        "tag manifests are not asked for by the standard"
    );
}

#[test]
fn bags_with_weak_or_unknown_digests_are_told_apart() {
    for (name, digest) in [("manifest-md5.txt", A_MD5), ("manifest-sha1.txt", A_SHA1)] {
        let good = listing(digest, "data/a");
        assert_eq!(said(&[DECLARATION, ("data/a", "a"), (name, &good)])[..2], ["weak-only", "no-sm3"]);
        assert_eq!(said(&[DECLARATION, ("data/a", "b"), (name, &good)])[0], "digest-differs");
    }
    let unknown = [DECLARATION, ("data/a", "a"), ("manifest-blake3.txt", "00  data/a\n")];
    assert_eq!(said(&unknown)[..2], ["algorithm-unknown", "nothing-checked"]);
    assert_eq!(verify(&zip(&bag(&unknown)), |_| false).standing().name(), "undetermined");
}

#[test]
fn payload_and_manifest_have_to_list_each_other() {
    let manifest = listing(A, "data/a");
    let with = |name: &str, more: &str| {
        let text = [manifest.as_str(), more].concat();
        said(&[DECLARATION, (name, "a"), ("manifest-sha256.txt", &text)])
    };
    assert_eq!(with("data/a", &manifest)[0], "listed-twice");
    assert_eq!(with("data/a", &listing(A, "data/b"))[0], "missing");
    assert_eq!(with("data/A", "")[..2], ["missing", "not-listed"]);
    assert_eq!(with("data/a", "nonsense\n")[0], "manifest-damaged");
    assert_eq!(with("data/a", &listing(A, "../../etc/passwd"))[0], "missing");
    let other = "not the file";
    assert_eq!(said(&[DECLARATION, ("data/a", other), ("manifest-sha256.txt", &manifest)])[0], "digest-differs");
    assert_eq!(said(&[DECLARATION, ("data/a", "a")])[0], "no-manifest");
    assert_eq!(said(&[DECLARATION, ("manifest-sha256.txt", "")])[0], "no-payload");
}

#[test]
fn each_manifest_is_compared_by_itself() {
    let good = listing(A, "data/a");
    // The SM3 of “b”.
    let sm3 = Sums::of(b"b", &[Algorithm::Sm3]);
    let wrong = listing(sm3.by(Algorithm::Sm3).unwrap(), "data/a");
    let files = [DECLARATION, ("data/a", "a"), ("manifest-sha256.txt", &good), ("manifest-sm3.txt", &wrong)];
    let findings = verify(&zip(&bag(&files)), |_| false);
    assert_eq!(codes(&findings)[0], "digest-differs");
    assert_eq!(findings.remarks[0].args[0], ("algorithm".into(), "sm3".to_owned()));
    assert_eq!(findings.remarks[0].file, "data/a");
}

#[test]
fn the_declaration_has_to_be_one() {
    let manifest = listing(A, "data/a");
    let with = |text: &str| said(&[("bagit.txt", text), ("data/a", "a"), ("manifest-sha256.txt", &manifest)])[0];
    assert_eq!(with("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"), "version-older");
    assert_eq!(with("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), "version-unknown");
    assert_eq!(with("BagIt-Version: 1.0\nTag-File-Character-Encoding: GBK\n"), "encoding-unknown");
    assert_eq!(with("\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"), "declaration-damaged");
    assert_eq!(said(&[("data/a", "a"), ("manifest-sha256.txt", &manifest)])[0], "no-declaration");
    let two = [bag(&[DECLARATION]), vec![super::forged::Forged::new("c/data/a", b"a")]].concat();
    assert_eq!(found(&zip(&two)), ["no-top"]);
    assert_eq!(found(&zip(&[super::forged::Forged::new("bagit.txt", DECLARATION.1.as_bytes())])), ["no-top"]);
}

#[test]
fn what_a_bag_says_of_itself_is_compared() {
    let manifest = listing(A, "data/a");
    let with =
        |info: &str| said(&[DECLARATION, ("bag-info.txt", info), ("data/a", "a"), ("manifest-sha256.txt", &manifest)]);
    assert!(!with("Payload-Oxum: 1.1\n").contains(&"oxum-differs"));
    assert!(with("Payload-Oxum: 2.1\n").contains(&"oxum-differs"));
    assert!(with("Payload-Oxum: one\n").contains(&"oxum-damaged"));
    assert!(with("Payload-Oxum: 1.1\npayload-oxum: 1.1\n").contains(&"oxum-twice"));
    assert!(with("nonsense\n").contains(&"info-damaged"));
    let fetch = ("fetch.txt", "https://example.invalid/b 1 data/b\n");
    let listed = [manifest.as_str(), &listing(A, "data/b")].concat();
    assert_eq!(
        said(&[DECLARATION, ("data/a", "a"), fetch, ("manifest-sha256.txt", &listed)])[..2],
        ["fetch", "no-sm3"][..1].iter().copied().chain(["missing"]).collect::<Vec<_>>()[..]
    );
}

#[test]
fn files_beside_the_payload_are_compared_with_their_manifests() {
    let manifest = listing(A, "data/a");
    let a_tag = listing(A, "tag.txt");
    let with = |tag: &str, tags: &str| {
        let files = [
            DECLARATION,
            ("data/a", "a"),
            ("manifest-sha256.txt", manifest.as_str()),
            ("tag.txt", tag),
            ("tagmanifest-sha256.txt", tags),
        ];
        said(&files)
    };
    assert!(!with("a", &a_tag).contains(&"digest-differs"));
    assert!(with("b", &a_tag).contains(&"digest-differs"));
    assert!(with("a", &listing(A, "other.txt")).contains(&"missing"));
}

#[test]
fn names_of_another_way_of_writing_are_the_same_names() {
    let manifest = listing(A, "data/caf\u{e9}");
    assert!(!said(&[DECLARATION, ("data/cafe\u{301}", "a"), ("manifest-sha256.txt", &manifest)]).contains(&"missing"));
}
