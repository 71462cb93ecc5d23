//! Every single bit of a small bag, turned round.

use std::collections::BTreeMap;

use super::small;
use crate::{
    verify,
    zip::{
        fields::long,
        record::{CENTRAL, Central, DEFLATED},
    },
};

/// What a bit belongs to that may be turned round without anybody being deceived: none of these says anything about
/// the files, their names or their bytes.
fn harmless(zip: &[u8]) -> BTreeMap<usize, &'static str> {
    let mut harmless = BTreeMap::new();
    let end = zip.len() - 22;
    let mut at = usize::try_from(long(zip, end + 16).unwrap()).unwrap();
    while long(zip, at) == Some(CENTRAL) {
        // The program and system that wrote the zip (4.4.2 of APPNOTE).
        harmless.extend([4, 5].map(|byte| (at + byte, "made by")));
        // Whether a file is text, a guess of the packer (4.4.14).
        harmless.extend([36, 37].map(|byte| (at + byte, "internal attributes")));
        // Read-only, hidden, system, archive and rights: what the file is stays a file (4.4.15).
        harmless.extend((38..42).map(|byte| (at + byte, "rights")));
        let (file, length) = Central::read(&zip[at..]).unwrap();
        if file.header.method == DEFLATED {
            // Bits that fill a byte up (RFC 1951, 3.2.4 and 3.2.6): the first byte of a block that is not packed, the last of one that is.
            let start = usize::try_from(file.offset).unwrap() + 30 + file.header.name.len();
            harmless.extend(
                [start, start + usize::try_from(file.header.packed).unwrap() - 1].map(|byte| (byte, "filling")),
            );
        }
        at += length;
    }
    harmless
}

#[test]
fn every_bit_that_matters_is_noticed() {
    let good = small();
    let before = verify(&good, |_| true);
    let harmless = harmless(&good);
    let mut unnoticed: BTreeMap<&str, usize> = BTreeMap::new();
    for bit in 0..good.len() * 8 {
        let mut zip = good.clone();
        zip[bit / 8] ^= 1 << (bit % 8);
        let after = verify(&zip, |_| true);
        if after.remarks != before.remarks {
            continue;
        }
        let place = harmless.get(&(bit / 8));
        let place =
            place.unwrap_or_else(|| panic!("bit {} of byte {} ({}) went unnoticed", bit % 8, bit / 8, good[bit / 8]));
        // Not the remarks alone: files, digests and texts are the same as before.
        assert_eq!(after, before, "a bit of no meaning changed what was found");
        *unnoticed.entry(place).or_default() += 1;
    }
    // Of 12 files: 16 bits each of two kinds; of the attributes all but the seven that make it something else.
    let filling = unnoticed.remove("filling").unwrap();
    assert!((5..=12 * 7).contains(&filling), "{filling} bits that fill bytes up");
    assert_eq!(
        unnoticed,
        BTreeMap::from([("internal attributes", 12 * 16), ("made by", 12 * 16), ("rights", 12 * 26)])
    );
}

#[test]
fn every_byte_that_is_changed_taken_or_added_is_noticed() {
    let good = small();
    let harmless = harmless(&good);
    let before = verify(&good, |_| true);
    for at in 0..good.len() {
        let taken = [&good[..at], &good[at + 1..]].concat();
        assert_ne!(verify(&taken, |_| true).remarks, before.remarks, "without byte {at}");
        let added = [&good[..at], &[0x5a], &good[at..]].concat();
        assert_ne!(verify(&added, |_| true).remarks, before.remarks, "one more before {at}");
        let mut changed = good.clone();
        changed[at] = !changed[at];
        assert!(harmless.contains_key(&at) || verify(&changed, |_| true).remarks != before.remarks, "byte {at}");
    }
}
