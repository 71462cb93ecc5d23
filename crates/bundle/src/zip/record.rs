//! The records of a zip: before each file, in the table of contents, at the end.

use super::fields::{long, part, short};

pub(crate) const LOCAL: u32 = 0x0403_4b50;
pub(crate) const DESCRIPTOR: u32 = 0x0807_4b50;
pub(crate) const CENTRAL: u32 = 0x0201_4b50;
pub(crate) const END: u32 = 0x0605_4b50;
/// Bytes of a record before its names.
pub(crate) const LOCAL_LENGTH: usize = 30;
pub(crate) const CENTRAL_LENGTH: usize = 46;
pub(crate) const END_LENGTH: usize = 22;

pub(crate) const STORED: u16 = 0;
pub(crate) const DEFLATED: u16 = 8;

pub(crate) const ENCRYPTED: u16 = 1;
/// Checksum and lengths stand behind the file.
pub(crate) const DESCRIBED_BEHIND: u16 = 1 << 3;
pub(crate) const STRONGLY_ENCRYPTED: u16 = 1 << 6;
pub(crate) const UTF_8: u16 = 1 << 11;
pub(crate) const MASKED: u16 = 1 << 13;

/// The first of January 1980.
const FIRST_DAY: u16 = 0x0021;
const VERSION: u16 = 20;

/// What a zip says of one file, before it and in the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) needs: u16,
    pub(crate) flags: u16,
    pub(crate) method: u16,
    pub(crate) time: u16,
    pub(crate) date: u16,
    pub(crate) crc: u32,
    pub(crate) packed: u32,
    pub(crate) length: u32,
    pub(crate) name: Vec<u8>,
    pub(crate) extra: Vec<u8>,
}

impl Header {
    pub(crate) fn new(name: &str, flags: u16, method: u16) -> Self {
        Self {
            needs: VERSION,
            flags: flags | UTF_8,
            method,
            time: 0,
            date: FIRST_DAY,
            crc: 0,
            packed: 0,
            length: 0,
            name: name.as_bytes().to_vec(),
            extra: Vec::new(),
        }
    }

    /// The record before the file.
    pub(crate) fn local(&self, out: &mut Vec<u8>) {
        out.extend(LOCAL.to_le_bytes());
        self.shared(out);
        out.extend_from_slice(&self.name);
    }

    /// The record in the table of contents.
    pub(crate) fn central(&self, offset: u32, out: &mut Vec<u8>) {
        out.extend(CENTRAL.to_le_bytes());
        out.extend(VERSION.to_le_bytes());
        self.shared(out);
        // Remark, disk, and attributes of two kinds.
        out.extend([0; 10]);
        out.extend(offset.to_le_bytes());
        out.extend_from_slice(&self.name);
    }

    fn shared(&self, out: &mut Vec<u8>) {
        for number in [self.needs, self.flags, self.method, self.time, self.date] {
            out.extend(number.to_le_bytes());
        }
        for number in [self.crc, self.packed, self.length] {
            out.extend(number.to_le_bytes());
        }
        out.extend(u16::try_from(self.name.len()).unwrap_or_default().to_le_bytes());
        out.extend([0; 2]);
    }

    /// Reads the record before a file, and its length.
    pub(crate) fn read_local(bytes: &[u8]) -> Option<(Self, usize)> {
        if long(bytes, 0)? != LOCAL {
            return None;
        }
        Self::read_shared(bytes, 4, LOCAL_LENGTH)
    }

    /// The fields that both records have, and where their names end.
    fn read_shared(bytes: &[u8], at: usize, names: usize) -> Option<(Self, usize)> {
        let number = |place: usize| short(bytes, at.checked_add(place)?);
        let wide = |place: usize| long(bytes, at.checked_add(place)?);
        let (name, extra) = (usize::from(number(22)?), usize::from(number(24)?));
        let end = names.checked_add(name)?;
        let header = Self {
            needs: number(0)?,
            flags: number(2)?,
            method: number(4)?,
            time: number(6)?,
            date: number(8)?,
            crc: wide(10)?,
            packed: wide(14)?,
            length: wide(18)?,
            name: part(bytes, names, name)?.to_vec(),
            extra: part(bytes, end, extra)?.to_vec(),
        };
        Some((header, end.checked_add(extra)?))
    }
}

/// A file in the table of contents.
#[derive(Clone, Debug)]
pub(crate) struct Central {
    pub(crate) header: Header,
    pub(crate) disk: u16,
    pub(crate) attributes: u32,
    pub(crate) offset: u32,
}

impl Central {
    /// Reads the record at the beginning of `bytes`, and its length.
    pub(crate) fn read(bytes: &[u8]) -> Option<(Self, usize)> {
        if long(bytes, 0)? != CENTRAL {
            return None;
        }
        let (header, end) = Header::read_shared(bytes, 6, CENTRAL_LENGTH)?;
        let remark = usize::from(short(bytes, 32)?);
        part(bytes, end, remark)?;
        let central = Self { header, disk: short(bytes, 34)?, attributes: long(bytes, 38)?, offset: long(bytes, 42)? };
        Some((central, end.checked_add(remark)?))
    }
}

/// The record at the end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub(crate) disk: u16,
    pub(crate) directory_disk: u16,
    pub(crate) here: u16,
    pub(crate) entries: u16,
    pub(crate) length: u32,
    pub(crate) offset: u32,
    pub(crate) comment: u16,
}

impl End {
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        if long(bytes, 0)? != END {
            return None;
        }
        Some(Self {
            disk: short(bytes, 4)?,
            directory_disk: short(bytes, 6)?,
            here: short(bytes, 8)?,
            entries: short(bytes, 10)?,
            length: long(bytes, 12)?,
            offset: long(bytes, 16)?,
            comment: short(bytes, 20)?,
        })
    }

    pub(crate) fn write(entries: u16, length: u32, offset: u32, out: &mut Vec<u8>) {
        out.extend(END.to_le_bytes());
        out.extend([0; 4]);
        out.extend(entries.to_le_bytes());
        out.extend(entries.to_le_bytes());
        out.extend(length.to_le_bytes());
        out.extend(offset.to_le_bytes());
        out.extend([0; 2]);
    }
}
