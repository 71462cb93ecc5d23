//! Digests that the caller computes besides: the same bundle, and none that is wrong goes unnoticed.
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use jibiao_bundle::{Brought, Standing, Verifier, WriteErrorCode, Writer};

const NAME: &str = "data/attachments/001.bin";
/// FIPS 180-4: a million times “a”.
const A: u8 = b'a';
const MANY: usize = 1_000_000;
const SHA256: &str = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
const SHA512: &str = "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973eb\
                      de0ff244877ea60a4cb0432ce577c31beb009c5c2c49aa2e4eadb217ad8cc09b";

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let digits = hex.as_bytes().chunks_exact(2);
    let bytes: Vec<u8> = digits.map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

fn brought() -> Brought {
    Brought { sha256: bytes(SHA256), sha512: bytes(SHA512) }
}

/// A bag whose digests come from outside, laid by a caller that copies nothing.
fn laid(brought: &Brought, piece: usize) -> Vec<u8> {
    let file = vec![A; MANY];
    let mut zip = Vec::new();
    let mut bag = Writer::new("b", &mut zip).unwrap();
    bag.begin_beside(NAME, Some("甲.bin"), MANY as u64, &mut zip).unwrap();
    for piece in file.chunks(piece) {
        let mut from = 0;
        for (place, head) in bag.pass(piece).unwrap() {
            zip.extend(&piece[from..place]);
            zip.extend(head);
            from = place;
        }
        zip.extend(&piece[from..]);
    }
    bag.end_with(brought, &mut zip).unwrap();
    bag.finish(&[], &mut zip).unwrap();
    zip
}

fn standing(zip: &[u8], brought: Option<Brought>) -> Standing {
    let mut verifier = Verifier::new(zip.len() as u64, |_| false);
    if let Some(brought) = brought {
        verifier.bring(NAME, brought);
    }
    while let Some(wanted) = verifier.wants() {
        verifier.feed(&zip[wanted.start as usize..wanted.end as usize]);
    }
    verifier.finish().standing()
}

#[test]
fn digests_from_outside_and_bytes_that_are_not_copied_make_the_same_bundle() {
    let mut zip = Vec::new();
    let mut bag = Writer::new("b", &mut zip).unwrap();
    bag.begin(NAME, Some("甲.bin"), MANY as u64, &mut zip).unwrap();
    bag.push(&vec![A; MANY], &mut zip).unwrap();
    bag.end(&mut zip).unwrap();
    bag.finish(&[], &mut zip).unwrap();
    assert!(laid(&brought(), 1 << 20) == zip);
    assert!(laid(&brought(), 100_000) == zip);
    assert_eq!(standing(&zip, None), Standing::Valid);
    assert_eq!(standing(&zip, Some(brought())), Standing::Valid);
}

#[test]
fn a_wrong_digest_from_outside_is_found_by_whoever_computes_it() {
    let mut wrong = brought();
    wrong.sha512[63] ^= 1;
    let zip = laid(&wrong, 1 << 20);
    assert_eq!(standing(&zip, None), Standing::Broken);
    // Who brings the same wrong one has nothing to compare it with.
    assert_eq!(standing(&zip, Some(wrong)), Standing::Valid);
    assert_eq!(standing(&zip, Some(brought())), Standing::Broken, "the manifest says something else");
}

#[test]
fn a_bit_of_the_file_is_found_without_those_digests() {
    let mut zip = laid(&brought(), 1 << 20);
    zip[500_000] ^= 1;
    assert_eq!(standing(&zip, Some(brought())), Standing::Broken);
}

#[test]
fn digests_come_where_they_were_announced_and_nowhere_else() {
    let mut out = Vec::new();
    let mut bag = Writer::new("b", &mut out).unwrap();
    bag.begin_beside(NAME, None, 0, &mut out).unwrap();
    assert_eq!(bag.end(&mut out).unwrap_err().code(), WriteErrorCode::Order);
    let mut bag = Writer::new("b", &mut out).unwrap();
    bag.begin(NAME, None, 0, &mut out).unwrap();
    assert_eq!(bag.end_with(&brought(), &mut out).unwrap_err().code(), WriteErrorCode::Order);
}

#[test]
fn whoever_reads_ahead_is_told_the_bytes_that_come_next() {
    let zip = laid(&brought(), 1 << 20);
    let mut verifier = Verifier::new(zip.len() as u64, |_| false);
    let (mut told, mut foretold) = (None, 0);
    while let Some(wanted) = verifier.wants() {
        if let Some(told) = told {
            assert_eq!(wanted, told);
            foretold += 1;
        }
        told = verifier.wants_after();
        verifier.feed(&zip[wanted.start as usize..wanted.end as usize]);
    }
    assert_eq!(told, None);
    // The end, the table of contents and the first file are not foretold.
    assert_eq!(foretold, 9, "of 10 files in one piece each");
}
