//! Files in one zip, compressed.
//!
//! Sizes and check sums stand in front of each file, not behind it as where a zip is written in one go: programs that
//! read workbooks stumble over those. `rawzip` writes only the other kind.

use miniz_oxide::deflate::compress_to_vec;

/// How hard to compress. Beyond this the file hardly shrinks and the time doubles.
const LEVEL: u8 = 3;

/// 1 January 1980, the first day that a zip knows: nothing tells when the file was made.
const DATE: u16 = 0x21;

pub(super) fn zip<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let mut count: u16 = 0;
    for (name, bytes) in files {
        let packed = compress_to_vec(bytes, LEVEL);
        let at = size(out.len());
        let mut entry = Vec::new();
        // Version 2.0, names in UTF-8, deflated.
        for short in [20, 0x800, 8, 0, DATE] {
            push_short(&mut entry, short);
        }
        for long in [rawzip::crc32(bytes), size(packed.len()), size(bytes.len())] {
            entry.extend_from_slice(&long.to_le_bytes());
        }
        push_short(&mut entry, u16::try_from(name.len()).unwrap_or(u16::MAX));
        push_short(&mut entry, 0);
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&entry);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(&packed);
        directory.extend_from_slice(b"PK\x01\x02");
        push_short(&mut directory, 20);
        directory.extend_from_slice(&entry);
        // No comment, first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&at.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
        count = count.saturating_add(1);
    }
    let begin = size(out.len());
    let length = size(directory.len());
    out.append(&mut directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    push_short(&mut out, count);
    push_short(&mut out, count);
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&begin.to_le_bytes());
    push_short(&mut out, 0);
    out
}

fn push_short(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

/// Documents are far from four thousand million bytes.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
