//! Packs the engine for the single file: a third smaller than gzip. `crates/unpack` says how, and undoes it in the page.

use anyhow::{Context as _, Result, ensure};
use jibiao_unpack::{Operand, Stream, operands, unpack};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;

const CUSTOM_SECTION: u8 = 0;
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
    let packed = writer.finish()?;
    ensure!(unpack(&packed).is_some_and(|back| back == module), "what was packed does not come back as it was");
    Ok(packed)
}

/// A script as a module that has nothing else in it, to be packed like one. The page asks for its section by name.
pub(super) fn wrapped(script: &str) -> Vec<u8> {
    let name = b"script";
    let mut module = b"\0asm\x01\0\0\0".to_vec();
    module.push(CUSTOM_SECTION);
    number_into(&mut module, 1 + name.len() + script.len());
    number_into(&mut module, name.len());
    module.extend(name);
    module.extend(script.as_bytes());
    module
}

fn number_into(out: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Sizes (of the module and of each stream), then the streams.
fn take_apart(module: &[u8]) -> Result<Vec<u8>> {
    let mut apart = Apart { module, at: 0, streams: Default::default() };
    apart.bytes(Stream::Module, 8)?;
    while apart.at < module.len() {
        let section = apart.byte(Stream::Module)?;
        let size = apart.number(Stream::Module)?;
        if section == CODE_SECTION {
            for _ in 0..apart.number(Stream::Code)? {
                apart.function()?;
            }
        } else {
            apart.bytes(Stream::Module, size)?;
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
    streams: [Vec<u8>; Stream::ALL.len()],
}

impl Apart<'_> {
    fn next(&mut self) -> Result<u8> {
        let byte = *self.module.get(self.at).context("the module ends too early")?;
        self.at += 1;
        Ok(byte)
    }

    fn byte(&mut self, stream: Stream) -> Result<u8> {
        let byte = self.next()?;
        self.streams[stream.index()].push(byte);
        Ok(byte)
    }

    fn bytes(&mut self, stream: Stream, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.byte(stream).map(|_| ()))
    }

    /// A number of seven bits a byte. Its value only matters where it is small.
    fn number(&mut self, stream: Stream) -> Result<usize> {
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
    fn function(&mut self) -> Result<()> {
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
        for _ in 0..self.number(Stream::Code)? {
            self.number(Stream::Code)?;
            self.byte(Stream::Code)?;
        }
        let mut depth = 1;
        while depth > 0 {
            let instruction = self.byte(Stream::Code)?;
            match instruction {
                0x02..=0x04 => depth += 1,
                0x0b => depth -= 1,
                _ => {}
            }
            let operands = operands(instruction).with_context(|| {
                format!("the module uses an instruction ({instruction:#x}) that the oldest engines do not know")
            })?;
            operands.iter().try_for_each(|operand| self.operand(*operand))?;
        }
        ensure!(self.at == end, "a function does not end where it should");
        Ok(())
    }

    fn operand(&mut self, operand: Operand) -> Result<()> {
        match operand {
            Operand::Number(stream) => self.number(stream).map(drop),
            Operand::Bytes(count) => self.bytes(Stream::Code, count),
            Operand::Branches => {
                for _ in 0..=self.number(Stream::Code)? {
                    self.number(Stream::Code)?;
                }
                Ok(())
            }
        }
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
    fn a_script_is_packed_as_the_only_section_of_a_module() {
        assert_eq!(wrapped("ab"), b"\0asm\x01\0\0\0\0\x09\x06scriptab");
        let script = "x".repeat(70_000);
        assert!(unpack(&pack(&wrapped(&script)).unwrap()).unwrap().ends_with(script.as_bytes()));
    }

    #[test]
    fn an_instruction_that_old_engines_do_not_know_stops_the_build() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([CODE_SECTION, 6, 1, 4, 0, 0xd0, 0x70, 0x0b]);
        assert!(take_apart(&module).is_err());
    }
}
