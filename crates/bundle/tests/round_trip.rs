//! What goes into a bag comes out of it, in whatever pieces it goes in and is looked at.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use std::{
    cell::Cell,
    io::{self, Cursor, Read, Seek, SeekFrom},
    rc::Rc,
};

use jibiao_bundle::{Standing, WriteErrorCode, Writer, verify, verify_reader};
use proptest::prelude::*;

type File = (String, Option<String>, Vec<u8>);

fn bag(files: &[File], piece: usize) -> Vec<u8> {
    let (mut zip, mut out) = (Vec::new(), Vec::new());
    let mut bag = Writer::new("2026-a_b.c", &mut out).unwrap();
    for (name, original, bytes) in files {
        bag.begin(name, original.as_deref(), bytes.len() as u64, &mut out).unwrap();
        for piece in bytes.chunks(piece) {
            bag.push(piece, &mut out).unwrap();
            zip.append(&mut out);
        }
        bag.end(&mut out).unwrap();
    }
    bag.file("pack.json", b"{}", &mut out).unwrap();
    bag.finish(&[], &mut out).unwrap();
    zip.append(&mut out);
    zip
}

fn files() -> impl Strategy<Value = Vec<File>> {
    let file = (proptest::option::of(".{0,40}"), proptest::collection::vec(any::<u8>(), 0..300), 1_usize..700);
    proptest::collection::vec(file, 1..8).prop_map(|files| {
        let numbered = files.into_iter().zip(1..);
        numbered
            .map(|((original, bytes, times), n)| {
                (format!("data/attachments/{n:03}.bin"), original, bytes.repeat(times))
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_goes_in_comes_out(files in files(), one in 1_usize..5_000, other in 1_usize..200_000) {
        let zip = bag(&files, one);
        prop_assert_eq!(&zip, &bag(&files, other), "the pieces make no difference");
        let findings = verify(&zip, |name| name.starts_with("data/"));
        prop_assert_eq!(&findings.remarks, &[]);
        prop_assert_eq!(&findings, &verify_reader(Cursor::new(&zip), |name| name.starts_with("data/")).unwrap());
        for (name, _, bytes) in &files {
            prop_assert_eq!(findings.text(name).unwrap(), bytes.as_slice());
        }
        prop_assert_eq!(findings.files.keys().filter(|name| name.starts_with("data/")).count(), files.len());
    }

    #[test]
    fn no_bytes_make_a_verification_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), at in 0_usize..5_000) {
        let _ = verify(&bytes, |_| true);
        // The same in the middle of a good bag.
        let mut zip = bag(&[("data/a".to_owned(), None, vec![7; 3_000])], 100);
        let at = at % zip.len();
        let end = zip.len().min(at + bytes.len());
        zip[at..end].copy_from_slice(&bytes[..end - at]);
        let _ = verify(&zip, |_| true);
    }
}

#[test]
fn names_have_to_be_plain_and_new() {
    let mut out = Vec::new();
    let code = |name: &str| {
        let mut out = Vec::new();
        let mut bag = Writer::new("b", &mut out).unwrap();
        bag.file("data/a/b", b"", &mut out).unwrap();
        bag.file(name, b"", &mut out).map_err(|error| error.code())
    };
    assert_eq!(code("data/c"), Ok(()));
    for bad in
        ["data/照片.jpg", "data/../a", "data/nul", "", "/a", "data//a", "manifest-sha256.txt", "bagit.txt", "fetch.txt"]
    {
        assert_eq!(code(bad), Err(WriteErrorCode::Name), "{bad}");
    }
    for taken in ["data/a/b", "data/A/B", "data/a", "data/a/b/c"] {
        assert_eq!(code(taken), Err(WriteErrorCode::Duplicate), "{taken}");
    }
    assert!(Writer::new("a/b", &mut out).is_err());
    assert!(Writer::new("项目", &mut out).is_err());
}

#[test]
fn a_file_has_as_many_bytes_as_was_said() {
    let mut out = Vec::new();
    let mut bag = Writer::new("b", &mut out).unwrap();
    assert_eq!(bag.push(b"a", &mut out).unwrap_err().code(), WriteErrorCode::Order);
    bag.begin("data/a", None, 2, &mut out).unwrap();
    assert_eq!(bag.begin("data/b", None, 2, &mut out).unwrap_err().code(), WriteErrorCode::Order);
    bag.push(b"a", &mut out).unwrap();
    assert_eq!(bag.push(b"bc", &mut out).unwrap_err().code(), WriteErrorCode::Length);
    assert_eq!(bag.end(&mut out).unwrap_err().code(), WriteErrorCode::Length);

    let mut bag = Writer::new("b", &mut out).unwrap();
    assert_eq!(bag.begin("data/a", None, 5 << 30, &mut out).unwrap_err().code(), WriteErrorCode::TooLarge);
    assert_eq!(bag.finish(&[], &mut out).unwrap_err().code(), WriteErrorCode::Order, "a bag without payload");
}

/// Counts how much is wanted at once.
struct Watched {
    inner: Cursor<Vec<u8>>,
    most: Rc<Cell<usize>>,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.most.set(self.most.get().max(read));
        Ok(read)
    }
}

impl Seek for Watched {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[test]
fn no_more_than_a_piece_is_wanted_at_once() {
    let most = Rc::new(Cell::new(0));
    let zip = bag(&[("data/a".to_owned(), None, vec![7; 3_000_000])], 10_000);
    let watched = Watched { inner: Cursor::new(zip), most: Rc::clone(&most) };
    let findings = verify_reader(watched, |_| false).unwrap();
    assert_eq!(findings.standing(), Standing::Valid);
    assert!(most.get() <= 1 << 20, "{} bytes at once", most.get());
}
