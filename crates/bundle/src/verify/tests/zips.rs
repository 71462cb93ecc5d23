//! Zips that are not looked into, or whose two descriptions differ.

use super::{
    forged::{Forged, zip, zip_with},
    found, small,
};
use crate::{
    LIMITS,
    zip::record::{DEFLATED, DESCRIBED_BEHIND, ENCRYPTED},
};

/// What a zip with one odd file is told for.
fn odd(file: Forged) -> Vec<&'static str> {
    found(&zip(&[Forged::new("b/bagit.txt", b""), file]))
}

#[test]
fn what_is_no_zip_is_refused() {
    let small = small();
    assert_eq!(found(b""), ["no-zip"]);
    assert_eq!(found(b"PK"), ["no-zip"]);
    assert_eq!(found(&[0; 100_000]), ["no-zip"]);
    for cut in 1..small.len() {
        assert_eq!(found(&small[..cut]), ["no-zip"], "cut to {cut}");
        assert!(!found(&small[cut..]).is_empty(), "without its first {cut}");
    }
}

#[test]
fn bytes_that_belong_to_nothing_are_refused() {
    let small = small();
    assert_eq!(found(&[small.as_slice(), b"x"].concat()), ["data-after"]);
    assert_eq!(found(&[b"x", small.as_slice()].concat()), ["stray-bytes"]);
    let file = || Forged::new("b/bagit.txt", b"x");
    assert_eq!(found(&zip_with(&[file()], b"", b"stray")), ["stray-bytes"]);
    assert!(found(&zip_with(&[file()], b"stray", b"")).contains(&"stray-bytes"));
    assert!(odd(Forged::new("b/a", b"a").with(|file| file.behind = b"stray".to_vec())).contains(&"stray-bytes"));
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in ["../a", "b/../../a", "/a", "C:/a", "b\\a"] {
        assert!(odd(Forged::new(name, b"")).contains(&"outside"), "{name}");
    }
    for name in ["b/nul", "b/COM1.txt", "b/a ", "b//a", "b/a\u{202e}fdp.exe"] {
        assert_eq!(odd(Forged::new(name, b"")), ["name-reserved"], "{name}");
    }
    let gbk = |header: &mut crate::zip::record::Header| {
        header.flags = 0;
        header.name = b"b/\xd5\xd5\xc6\xac.jpg".to_vec();
    };
    assert_eq!(odd(Forged::new("b/a", b"").both(gbk)), ["name-unclear"]);
    // A second name in Unicode, as some programs believe.
    let second = |file: &mut Forged| file.central.extra = [&[0x75, 0x70, 6, 0, 1], &[0; 4][..], b"x"].concat();
    assert_eq!(odd(Forged::new("b/a", b"").with(second)), ["name-unclear"]);
}

#[test]
fn names_that_are_one_on_some_system_are_refused() {
    for (one, other, code) in [
        ("b/a", "b/a", "duplicate"),
        ("b/A", "b/a", "case-clash"),
        ("b/caf\u{e9}", "b/cafe\u{301}", "looks-same"),
        ("b/a", "b/a/b", "file-and-folder"),
        ("b/a/", "b/a", "file-and-folder"),
    ] {
        assert!(found(&zip(&[Forged::new(one, b""), Forged::new(other, b"")])).contains(&code), "{one} {other}");
    }
}

#[test]
fn what_is_no_file_is_refused() {
    // Link, device, pipe, folder without its sign, volume label, reparse point.
    for attributes in [0xa000_0000, 0x2000_0000, 0x1000_0000, 0x4000_0000, 0x10, 0x08, 0x400] {
        assert_eq!(
            odd(Forged::new("b/a", b"b").with(|file| file.attributes = attributes)),
            ["not-a-file"],
            "{attributes:x}"
        );
    }
    assert_eq!(odd(Forged::new("b/a/", b"has bytes")), ["not-a-file"]);
}

#[test]
fn what_could_harm_is_refused() {
    assert_eq!(odd(Forged::new("b/a", b"").both(|header| header.flags |= ENCRYPTED)), ["encrypted"]);
    assert_eq!(odd(Forged::new("b/a", b"").both(|header| header.method = 12)), ["method-unknown"]);
    assert!(odd(Forged::new("b/a", b"").both(|header| header.length = u32::MAX)).contains(&"zip64"));
    // Claims 64 MB from 10 bytes.
    let bomb = |header: &mut crate::zip::record::Header| {
        header.method = DEFLATED;
        header.length = 64 << 20;
    };
    assert_eq!(odd(Forged::new("b/a", b"0123456789").both(bomb)), ["bomb"]);
    // None of them is large, all of them are.
    let part = |header: &mut crate::zip::record::Header| {
        header.method = DEFLATED;
        header.length = 7 << 20;
    };
    let parts: Vec<_> = (0..10).map(|n| Forged::new(&format!("b/{n}"), b"0123456789").both(part)).collect();
    assert_eq!(found(&zip(&parts)), ["bomb"]);
    let many: Vec<_> = (0..=LIMITS.entries).map(|n| Forged::new(&format!("b/{n}"), b"")).collect();
    assert_eq!(found(&zip(&many)), ["too-many-files"]);
    // A file inside of another's bytes, as the densest bombs have it.
    let outer = Forged::new("b/a", &zip(&[Forged::new("b/c", b"inner")]));
    let inner = Forged::new("b/c", b"inner").with(|file| file.offset = Some(33));
    assert!(found(&zip(&[outer, inner])).contains(&"overlap"));
    let twice = [Forged::new("b/a", b"a"), Forged::new("b/c", b"a").with(|file| file.offset = Some(0))];
    assert!(found(&zip(&twice)).contains(&"overlap"));
}

#[test]
fn a_file_that_unpacks_to_more_than_it_says_is_left() {
    let body = miniz_oxide::deflate::compress_to_vec(&[0; 5_000_000], 6);
    let lie = Forged::new("b/a", &body).both(|header| {
        header.method = DEFLATED;
        header.length = 100;
    });
    let findings = crate::verify(&zip(&[Forged::new("b/bagit.txt", b""), lie]), |_| true);
    assert_eq!(super::codes(&findings)[0], "length-differs");
    assert!(!findings.kept.contains_key("a"));
}

#[test]
fn two_descriptions_that_differ_are_told() {
    type Change = fn(&mut Forged);
    let changes: [(Change, &str); 7] = [
        (|file| file.local.name = b"b/z".to_vec(), "header-differs"),
        (|file| file.local.method = DEFLATED, "header-differs"),
        (|file| file.local.time = 1, "header-differs"),
        (|file| file.local.crc = 1, "header-differs"),
        (|file| file.local.length = 7, "header-differs"),
        (|file| file.central.flags |= DESCRIBED_BEHIND, "header-differs"),
        (|file| file.body = b"x".to_vec(), "checksum-differs"),
    ];
    for (number, (change, code)) in changes.into_iter().enumerate() {
        assert!(odd(Forged::new("b/a", b"a").with(change)).contains(&code), "{number}");
    }
    let crc = crc32fast::hash(b"a");
    let behind = |numbers: &[u32]| {
        let behind = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let described = Forged::new("b/a", b"a").both(|header| header.flags |= DESCRIBED_BEHIND);
        odd(described.with(|file| file.behind = behind))
    };
    let none = ["no-manifest", "no-payload", "declaration-damaged", "not-covered"];
    let bare = |found: Vec<&'static str>| found.into_iter().filter(|code| !none.contains(code)).collect::<Vec<_>>();
    assert!(bare(behind(&[crc, 1, 1])).is_empty(), "the signature may be left out");
    assert!(bare(behind(&[0x0807_4b50, crc, 1, 1])).is_empty());
    assert_eq!(bare(behind(&[crc, 1, 2])), ["descriptor-differs"]);
    assert_eq!(bare(behind(&[0x0807_4b51, crc, 1, 1])), ["descriptor-differs"]);
}
