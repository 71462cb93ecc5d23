//! Short names for what the module takes from the glue. The generator's own names end in a hash, which no packer makes
//! smaller, and stand in both.

use anyhow::{Context as _, Result, ensure};

const IMPORT_SECTION: u8 = 2;
const FUNCTION: u8 = 0;

/// The module and the glue with short names.
pub(super) fn shorten(module: &[u8], glue: String) -> Result<(Vec<u8>, String)> {
    let mut reader = Reader { module, at: 8 };
    let mut short = module.get(..8).context("the module ends too early")?.to_vec();
    let mut glue = glue;
    while reader.at < module.len() {
        let section = reader.byte()?;
        let size = reader.number()?;
        let mut content = reader.take(size)?.to_vec();
        if section == IMPORT_SECTION {
            (content, glue) = imports(&content, glue)?;
        }
        short.push(section);
        push_number(&mut short, content.len());
        short.extend(content);
    }
    Ok((short, glue))
}

fn imports(section: &[u8], mut glue: String) -> Result<(Vec<u8>, String)> {
    let mut reader = Reader { module: section, at: 0 };
    let mut short = Vec::new();
    let count = reader.number()?;
    push_number(&mut short, count);
    for index in 0..count {
        let from = reader.text()?;
        let long = reader.text()?;
        ensure!(reader.byte()? == FUNCTION, "the module takes something else than functions from the glue");
        // The glue says each once, as the key of a function.
        let (key, name) = (format!("{long}:"), format!("i{index}"));
        ensure!(glue.matches(&key).count() == 1, "the glue does not hold {long} once");
        glue = glue.replace(&key, &format!("{name}:"));
        for text in [from, &name] {
            push_number(&mut short, text.len());
            short.extend(text.as_bytes());
        }
        short.push(FUNCTION);
        push_number(&mut short, reader.number()?);
    }
    Ok((short, glue))
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        out.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

struct Reader<'a> {
    module: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let taken =
            self.module.get(self.at..).and_then(|rest| rest.get(..count)).context("the module ends too early")?;
        self.at += count;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<usize> {
        let mut value = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        Ok(value)
    }

    fn text(&mut self) -> Result<&'a str> {
        let size = self.number()?;
        Ok(std::str::from_utf8(self.take(size)?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_of_the_glue_gets_a_short_name_on_both_sides() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        // One import, `long_0a1b` of `m`, of type 3; then a section that stays.
        module.extend([IMPORT_SECTION, 15, 1, 1, b'm', 9]);
        module.extend(b"long_0a1b");
        module.extend([FUNCTION, 3, 7, 1, 0]);
        let (short, glue) = shorten(&module, "{ long_0a1b: function() {} }".to_owned()).unwrap();
        let mut expected = b"\0asm\x01\0\0\0".to_vec();
        expected.extend([IMPORT_SECTION, 8, 1, 1, b'm', 2, b'i', b'0', FUNCTION, 3, 7, 1, 0]);
        assert_eq!(short, expected);
        assert_eq!(glue, "{ i0: function() {} }");
    }

    #[test]
    fn a_name_that_the_glue_does_not_have_stops_the_build() {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([IMPORT_SECTION, 7, 1, 1, b'm', 1, b'f', FUNCTION, 0]);
        assert!(shorten(&module, String::new()).is_err());
    }
}
