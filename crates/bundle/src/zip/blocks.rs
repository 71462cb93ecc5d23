//! Bytes as they are, in the form that a packed file has: blocks of the kind “stored” (RFC 1951, 3.2.4).
//!
//! A file that passes through in pieces has its checksum behind it. Readers of streams (Java's among them) take that
//! from packed files only, so bytes that are not worth packing are wrapped: five bytes in front of each 65,535.

/// Bytes that a block can hold.
const BLOCK: u64 = 65_535;
const HEAD: u64 = 5;

/// The length of so many bytes in blocks.
pub(crate) fn length(bytes: u64) -> u64 {
    bytes.saturating_add(HEAD.saturating_mul(bytes.div_ceil(BLOCK).max(1)))
}

/// The one block of a file without a byte.
pub(crate) const EMPTY: [u8; 5] = [1, 0, 0, 0xff, 0xff];

/// The heads that stand between so many bytes at `at` of `length` in all, each with the byte that it stands before. The same
/// file gives the same blocks in whatever pieces it comes.
pub(crate) fn heads(bytes: usize, mut at: u64, length: u64) -> Vec<(usize, [u8; 5])> {
    let (mut place, mut heads) = (0_usize, Vec::new());
    while place < bytes {
        let into = at.checked_rem(BLOCK).unwrap_or_default();
        let rest = length.saturating_sub(at);
        if into == 0 {
            let block = u16::try_from(rest.min(BLOCK)).unwrap_or(u16::MAX);
            let [[a, b], [c, d]] = [block.to_le_bytes(), (!block).to_le_bytes()];
            heads.push((place, [u8::from(rest <= BLOCK), a, b, c, d]));
        }
        let room = BLOCK.saturating_sub(into);
        at = at.saturating_add(room);
        place = place.saturating_add(usize::try_from(room).unwrap_or(usize::MAX));
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_pieces_give_the_same_blocks_and_unpack_to_the_bytes() {
        for size in [0, 1, 65_534, 65_535, 65_536, 131_070, 200_000] {
            let bytes: Vec<u8> = (0..size).map(|n| u8::try_from(n % 251).unwrap()).collect();
            let whole = u64::try_from(size).unwrap();
            let mut outs = Vec::new();
            for piece in [1_000, 65_535, 300_000] {
                let (mut out, mut at) = (Vec::new(), 0);
                for piece in bytes.chunks(piece) {
                    let mut laid = 0;
                    for (place, head) in heads(piece.len(), at, whole) {
                        out.extend(&piece[laid..place]);
                        out.extend(head);
                        laid = place;
                    }
                    out.extend(&piece[laid..]);
                    at += u64::try_from(piece.len()).unwrap();
                }
                if size == 0 {
                    out.extend(EMPTY);
                }
                assert_eq!(u64::try_from(out.len()).unwrap(), length(whole));
                assert_eq!(miniz_oxide::inflate::decompress_to_vec(&out).unwrap(), bytes);
                outs.push(out);
            }
            assert!(outs.iter().all(|out| *out == outs[0]));
        }
    }
}
