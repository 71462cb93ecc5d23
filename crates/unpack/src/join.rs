//! Streams put together again.

/// Where a byte of the module went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// What stands outside of functions.
    Module,
    /// Instructions, and every operand without a stream of its own.
    Code,
    /// Which local variable.
    Local,
    /// Which function is called.
    Call,
    /// Offsets into memory.
    Offset,
    /// Whole numbers of 32 bits.
    Int,
    /// Whole numbers of 64 bits.
    Long,
}

impl Stream {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 7] = [Self::Module, Self::Code, Self::Local, Self::Call, Self::Offset, Self::Int, Self::Long];

    /// Its place among [`Stream::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What follows an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A number of seven bits a byte.
    Number(Stream),
    /// So many bytes.
    Bytes(usize),
    /// A list of branches: their count, the branches, and the one for everything else.
    Branches,
}

/// What follows an instruction; `None` for one that browsers of our floor do not know.
pub fn operands(instruction: u8) -> Option<&'static [Operand]> {
    use Operand::{Branches, Bytes, Number};
    Some(match instruction {
        0x20..=0x22 => &[Number(Stream::Local)],
        0x41 => &[Number(Stream::Int)],
        0x42 => &[Number(Stream::Long)],
        0x10 => &[Number(Stream::Call)],
        // Alignment, then offset.
        0x28..=0x3e => &[Number(Stream::Code), Number(Stream::Offset)],
        // Blocks, branches, globals, the size of the memory.
        0x02..=0x04 | 0x0c | 0x0d | 0x23 | 0x24 | 0x3f | 0x40 => &[Number(Stream::Code)],
        // An indirect call: type and table.
        0x11 => &[Number(Stream::Code), Number(Stream::Code)],
        0x0e => &[Branches],
        0x43 => &[Bytes(4)],
        0x44 => &[Bytes(8)],
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 => &[],
        _ => return None,
    })
}

const CODE_SECTION: u8 = 10;

/// The module; `None` where the streams do not make one.
pub(crate) fn join(parts: &[u8]) -> Option<Vec<u8>> {
    let (size, mut rest) = number_before(parts)?;
    let mut sizes = [0; Stream::ALL.len()];
    for of in &mut sizes {
        (*of, rest) = number_before(rest)?;
    }
    let mut streams: [&[u8]; Stream::ALL.len()] = [&[]; Stream::ALL.len()];
    for (stream, size) in streams.iter_mut().zip(sizes) {
        (*stream, rest) = rest.split_at_checked(size)?;
    }
    let mut join = Join { streams, module: Vec::with_capacity(size) };
    join.bytes(Stream::Module, 8)?;
    while join.module.len() < size {
        let section = join.byte(Stream::Module)?;
        let size = join.number(Stream::Module)?;
        if section == CODE_SECTION {
            for _ in 0..join.number(Stream::Code)? {
                join.function()?;
            }
        } else {
            join.bytes(Stream::Module, size)?;
        }
    }
    (join.module.len() == size).then_some(join.module)
}

fn number_before(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((usize::try_from(u32::from_le_bytes(*number)).ok()?, rest))
}

struct Join<'a> {
    streams: [&'a [u8]; Stream::ALL.len()],
    module: Vec<u8>,
}

impl Join<'_> {
    fn byte(&mut self, stream: Stream) -> Option<u8> {
        let stream = self.streams.get_mut(stream.index())?;
        let (byte, rest) = stream.split_first()?;
        *stream = rest;
        self.module.push(*byte);
        Some(*byte)
    }

    fn bytes(&mut self, stream: Stream, count: usize) -> Option<()> {
        let stream = self.streams.get_mut(stream.index())?;
        let (bytes, rest) = stream.split_at_checked(count)?;
        *stream = rest;
        self.module.extend_from_slice(bytes);
        Some(())
    }

    fn number(&mut self, stream: Stream) -> Option<usize> {
        let mut value = 0_usize;
        for shift in (0_u32..).step_by(7) {
            let byte = self.byte(stream)?;
            value |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            if byte < 128 {
                return Some(value);
            }
        }
        None
    }

    /// A function, and its size before it.
    fn function(&mut self) -> Option<()> {
        let start = self.module.len();
        for _ in 0..self.number(Stream::Code)? {
            self.number(Stream::Code)?;
            self.byte(Stream::Code)?;
        }
        let mut depth = 1_usize;
        while depth > 0 {
            let instruction = self.byte(Stream::Code)?;
            depth = match instruction {
                0x02..=0x04 => depth.saturating_add(1),
                0x0b => depth.saturating_sub(1),
                _ => depth,
            };
            for operand in operands(instruction)? {
                self.operand(*operand)?;
            }
        }
        let mut size = self.module.len().saturating_sub(start);
        let mut digits = Vec::with_capacity(5);
        while size > 127 {
            // Seven bits fit.
            digits.push((size & 127) as u8 | 128);
            size >>= 7;
        }
        digits.push(size as u8);
        self.module.splice(start..start, digits);
        Some(())
    }

    fn operand(&mut self, operand: Operand) -> Option<()> {
        match operand {
            Operand::Number(stream) => self.number(stream).map(drop),
            Operand::Bytes(count) => self.bytes(Stream::Code, count),
            Operand::Branches => {
                for _ in 0..=self.number(Stream::Code)? {
                    self.number(Stream::Code)?;
                }
                Some(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (func (local i32) (i32.store offset=8 (local.get 0) (i32.const 300)) (call 5)), and a section before it.
    const MODULE: [u8; 29] = [
        0, b'a', b's', b'm', 1, 0, 0, 0, 0, 1, 7, 10, 16, 1, 14, 1, 1, 0x7f, 0x20, 0, 0x41, 0xac, 0x02, 0x36, 2, 8,
        0x10, 5, 0x0b,
    ];

    fn parts(sizes: [u32; 8], streams: &[&[u8]]) -> Vec<u8> {
        sizes.iter().flat_map(|size| size.to_le_bytes()).chain(streams.concat()).collect()
    }

    const STREAMS: [&[u8]; 7] = [
        &[0, b'a', b's', b'm', 1, 0, 0, 0, 0, 1, 7, 10, 16],
        &[1, 1, 1, 0x7f, 0x20, 0x41, 0x36, 2, 0x10, 0x0b],
        &[0],
        &[5],
        &[8],
        &[0xac, 0x02],
        &[],
    ];

    #[test]
    fn streams_make_the_module_that_was_taken_apart() {
        assert_eq!(join(&parts([29, 13, 10, 1, 1, 1, 2, 0], &STREAMS)).as_deref(), Some(MODULE.as_slice()));
    }

    #[test]
    fn streams_that_end_too_early_make_no_module() {
        assert_eq!(join(&[]), None);
        assert_eq!(join(&parts([29, 13, 10, 1, 1, 1, 1, 0], &STREAMS)), None);
        assert_eq!(join(&parts([30, 13, 10, 1, 1, 1, 2, 0], &STREAMS)), None);
        assert_eq!(join(&parts([29, 999, 10, 1, 1, 1, 2, 0], &STREAMS)), None);
    }
}
