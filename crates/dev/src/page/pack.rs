//! Packs the module for the single file: a third smaller than gzip. `www/shell/unpack.js` undoes it in every engine.
//!
//! What stands in functions is taken apart first, because like follows like: instructions, locals, calls, offsets into
//! memory and constants each make a stream of their own. Then LZMA packs the streams one after the other.

use anyhow::{Context as _, Result, bail, ensure};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;

const MODULE: usize = 0;
const CODE: usize = 1;
const LOCAL: usize = 2;
const CALL: usize = 3;
const OFFSET: usize = 4;
const INT: usize = 5;
const LONG: usize = 6;
const STREAMS: usize = 7;

const CODE_SECTION: u8 = 10;

/// A module as the single file carries it.
pub(super) fn pack(module: &[u8]) -> Result<Vec<u8>> {
    let parts = take_apart(module)?;
    let mut options = LzmaOptions::with_preset(9);
    // What came before says something about a byte, its position nothing.
    (options.lc, options.lp, options.pb) = (2, 0, 0);
    options.mode = EncodeMode::Normal;
    options.mf = MfType::Bt4;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(u64::try_from(parts.len())?))?;
    writer.write_all(&parts)?;
    Ok(writer.finish()?)
}

/// Sizes (of the module and of each stream), then the streams.
fn take_apart(module: &[u8]) -> Result<Vec<u8>> {
    let mut apart = Apart { module, at: 0, streams: Default::default() };
    apart.bytes(MODULE, 8)?;
    while apart.at < module.len() {
        let section = apart.byte(MODULE)?;
        let size = apart.number(MODULE)?;
        if section == CODE_SECTION {
            for _ in 0..apart.number(CODE)? {
                apart.body()?;
            }
        } else {
            apart.bytes(MODULE, size)?;
        }
    }
    let mut parts = u32::try_from(module.len())?.to_le_bytes().to_vec();
    for stream in &apart.streams {
        parts.extend(u32::try_from(stream.len())?.to_le_bytes());
    }
    parts.extend(apart.streams.concat());
    Ok(parts)
}

struct Apart<'a> {
    module: &'a [u8],
    at: usize,
    streams: [Vec<u8>; STREAMS],
}

impl Apart<'_> {
    fn next(&mut self) -> Result<u8> {
        let byte = *self.module.get(self.at).context("the module ends too early")?;
        self.at += 1;
        Ok(byte)
    }

    fn byte(&mut self, stream: usize) -> Result<u8> {
        let byte = self.next()?;
        self.streams[stream].push(byte);
        Ok(byte)
    }

    fn bytes(&mut self, stream: usize, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.byte(stream).map(|_| ()))
    }

    /// A number of seven bits a byte. Its value only matters where it is small.
    fn number(&mut self, stream: usize) -> Result<usize> {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = self.byte(stream)?;
            value |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            if byte < 128 {
                break;
            }
        }
        Ok(value)
    }

    /// A function. Its size is left out: where it ends shows.
    fn body(&mut self) -> Result<()> {
        let (mut size, mut bytes) = (0, 0);
        loop {
            let byte = self.next()?;
            size |= usize::from(byte & 127) << (7 * bytes);
            bytes += 1;
            if byte < 128 {
                break;
            }
        }
        ensure!(bytes == 1 || size >> (7 * (bytes - 1)) > 0, "the size of a function is longer than it has to be");
        let end = self.at + size;
        for _ in 0..self.number(CODE)? {
            self.number(CODE)?;
            self.byte(CODE)?;
        }
        let mut depth = 1;
        while depth > 0 {
            let op = self.byte(CODE)?;
            match op {
                0x02..=0x04 => depth += 1,
                0x0b => depth -= 1,
                _ => {}
            }
            self.operands(op)?;
        }
        ensure!(self.at == end, "a function does not end where it should");
        Ok(())
    }

    fn operands(&mut self, op: u8) -> Result<()> {
        match op {
            0x20..=0x22 => self.number(LOCAL)?,
            0x41 => self.number(INT)?,
            0x42 => self.number(LONG)?,
            0x10 => self.number(CALL)?,
            0x28..=0x3e => {
                self.number(CODE)?;
                self.number(OFFSET)?
            }
            // Blocks, branches, globals, the size of the memory.
            0x02..=0x04 | 0x0c | 0x0d | 0x23 | 0x24 | 0x3f | 0x40 => self.number(CODE)?,
            // An indirect call: type and table.
            0x11 => {
                self.number(CODE)?;
                self.number(CODE)?
            }
            // A table of branches, and the one for everything else.
            0x0e => {
                for _ in 0..=self.number(CODE)? {
                    self.number(CODE)?;
                }
                0
            }
            0x43 => return self.bytes(CODE, 4),
            0x44 => return self.bytes(CODE, 8),
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 => 0,
            other => bail!("the module uses an instruction ({other:#x}) that the oldest engines do not know"),
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_taken_apart_into_its_streams_and_loses_its_size() {
        // (func (local i32) (i32.store offset=8 (local.get 0) (i32.const 300)) (call 5))
        let body = [1, 1, 0x7f, 0x20, 0, 0x41, 0xac, 0x02, 0x36, 2, 8, 0x10, 5, 0x0b];
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([CODE_SECTION, 16, 1, 14]);
        module.extend(body);
        let parts = take_apart(&module).unwrap();
        let mut expected = Vec::new();
        for size in [26_u32, 10, 10, 1, 1, 1, 2, 0] {
            expected.extend(size.to_le_bytes());
        }
        expected.extend(b"\0asm\x01\0\0\0");
        expected.extend([CODE_SECTION, 16]);
        expected.extend([1, 1, 1, 0x7f, 0x20, 0x41, 0x36, 2, 0x10, 0x0b]);
        expected.extend([0, 5, 8, 0xac, 0x02]);
        assert_eq!(parts, expected);
    }

    #[test]
    fn an_instruction_that_old_engines_do_not_know_stops_the_build() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([CODE_SECTION, 6, 1, 4, 0, 0xd0, 0x70, 0x0b]);
        assert!(take_apart(&module).is_err());
    }
}
