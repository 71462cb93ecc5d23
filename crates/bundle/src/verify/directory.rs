//! The table of contents of a zip: where each file lies, and whether all of it is believable before any byte is unpacked.

use crate::{
    digests::wide,
    limits::LIMITS,
    names,
    remark::{Code, Remark, Weight},
    zip::{
        fields::{long, short},
        record::{
            self, Central, DEFLATED, ENCRYPTED, END_LENGTH, End, LOCAL_LENGTH, MASKED, STORED, STRONGLY_ENCRYPTED,
            UTF_8,
        },
    },
};

/// Bytes at the end of a zip that can hold its last record.
pub(super) const TAIL: u64 = 65_535 + 22;
const SENTINEL: u32 = u32::MAX;
/// A second name in Unicode, and the zip64 sizes.
const UNICODE_PATH: u16 = 0x7075;
const FOLDER: u32 = 0x10;
/// A volume label, and what Windows calls a reparse point.
const NO_FILE: u32 = 0x08 | 0x400;

/// Where the table of contents lies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contents {
    pub(super) at: u64,
    pub(super) length: u64,
    entries: u16,
    pub(super) comment: bool,
}

/// A file in the zip, and the bytes that are its own: from its header to the next one's.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) path: String,
    pub(super) central: Central,
    pub(super) start: u64,
    pub(super) end: u64,
}

impl Placed {
    pub(super) fn is_folder(&self) -> bool {
        self.path.ends_with('/')
    }
}

/// Finds the last record in the bytes at the end of a zip.
pub(super) fn contents(tail: &[u8], length: u64) -> Result<Contents, Remark> {
    let signs = (0..tail.len().saturating_sub(END_LENGTH.saturating_sub(1))).rev();
    let mut signs = signs.filter(|at| long(tail, *at) == Some(record::END));
    let Some(at) = signs.next() else { return Err(Remark::new(Code::NoZip, "")) };
    let end = tail.get(at..).and_then(End::read).ok_or_else(|| Remark::new(Code::NoZip, ""))?;
    let after = wide(tail.len().saturating_sub(at).saturating_sub(END_LENGTH));
    let comment = u64::from(end.comment);
    if after != comment {
        let more = after.saturating_sub(comment);
        return Err(if more > 0 {
            Remark::new(Code::DataAfter, "").with("bytes", more)
        } else {
            Remark::new(Code::NoZip, "")
        });
    }
    if end.entries == u16::MAX || end.length == SENTINEL || end.offset == SENTINEL {
        return Err(Remark::new(Code::Zip64, ""));
    }
    if end.disk != 0 || end.directory_disk != 0 || end.here != end.entries {
        return Err(Remark::new(Code::SeveralParts, ""));
    }
    if usize::from(end.entries) > LIMITS.entries {
        return Err(Remark::new(Code::TooManyFiles, "").with("limit", LIMITS.entries));
    }
    let here = length.saturating_sub(after).saturating_sub(wide(END_LENGTH));
    let (start, long) = (u64::from(end.offset), u64::from(end.length));
    if long > LIMITS.directory {
        return Err(Remark::new(Code::TooLarge, "").with("limit", LIMITS.directory));
    }
    match here.checked_sub(start.saturating_add(long)) {
        None => Err(Remark::new(Code::Directory, "")),
        Some(0) => Ok(Contents { at: start, length: long, entries: end.entries, comment: end.comment > 0 }),
        Some(more) => Err(Remark::new(Code::StrayBytes, "").with("bytes", more)),
    }
}

/// Reads the table of contents: files in the order in which they lie, and what is wrong with them.
pub(super) fn placed(bytes: &[u8], contents: Contents) -> (Vec<Placed>, Vec<Remark>) {
    let (mut placed, mut remarks, mut rest) = (Vec::new(), Vec::new(), bytes);
    while !rest.is_empty() {
        let Some((central, length)) = Central::read(rest) else {
            return (Vec::new(), vec![Remark::new(Code::Directory, "")]);
        };
        rest = rest.get(length..).unwrap_or_default();
        let path = String::from_utf8_lossy(&central.header.name).into_owned();
        remarks.extend(faults(&path, &central));
        let start = u64::from(central.offset);
        placed.push(Placed { path, central, start, end: contents.at });
    }
    if placed.len() != usize::from(contents.entries) {
        return (Vec::new(), vec![Remark::new(Code::Directory, "")]);
    }
    placed.sort_by_key(|file| file.start);
    let starts: Vec<u64> = placed.iter().map(|file| file.start).skip(1).collect();
    for (file, next) in placed.iter_mut().zip(starts) {
        file.end = next;
    }
    if let Some(before) = placed.first().map(|file| file.start).filter(|start| *start > 0) {
        remarks.push(Remark::new(Code::DataBefore, "").with("bytes", before));
    }
    for file in &placed {
        let own = wide(LOCAL_LENGTH.saturating_add(file.central.header.name.len()))
            .saturating_add(u64::from(file.central.header.packed));
        if file.end.saturating_sub(file.start) < own {
            remarks.push(Remark::new(Code::Overlap, &file.path));
        }
    }
    let all = placed.iter().fold(0_u64, |all, file| all.saturating_add(u64::from(file.central.header.length)));
    if all > LIMITS.bytes {
        remarks.push(Remark::new(Code::TooLarge, "").with("limit", LIMITS.bytes));
    }
    let packed = placed.iter().fold(0_u64, |all, file| all.saturating_add(u64::from(file.central.header.packed)));
    if all > LIMITS.small_in_all && all > packed.saturating_mul(LIMITS.ratio) {
        remarks.push(Remark::new(Code::Bomb, "").with("limit", LIMITS.ratio));
    }
    remarks.extend(names::clashes(placed.iter().map(|file| file.path.as_str())));
    (placed, remarks)
}

/// What is wrong with one file of the table.
fn faults(path: &str, central: &Central) -> Vec<Remark> {
    let header = &central.header;
    let mut remarks = Vec::new();
    let mut say = |code: Code| remarks.push(Remark::new(code, path));
    let told = header.name.is_ascii() || (header.flags & UTF_8 != 0 && std::str::from_utf8(&header.name).is_ok());
    if !told || has_extra(&header.extra, UNICODE_PATH) {
        say(Code::NameUnclear);
    }
    if let Some(code) = names::fault(path.strip_suffix('/').unwrap_or(path)) {
        say(code);
    }
    if header.flags & (ENCRYPTED | STRONGLY_ENCRYPTED | MASKED) != 0 {
        say(Code::Encrypted);
    }
    if [header.packed, header.length, central.offset].contains(&SENTINEL) {
        say(Code::Zip64);
    }
    if central.disk != 0 {
        say(Code::SeveralParts);
    }
    if !is_file_or_folder(path, central) {
        say(Code::NotAFile);
    }
    if ![STORED, DEFLATED].contains(&header.method) {
        remarks.push(Remark::new(Code::Method, path).with("method", header.method));
    }
    let length = u64::from(header.length);
    if length > LIMITS.small && length > u64::from(header.packed).saturating_mul(LIMITS.ratio) {
        remarks.push(Remark::new(Code::Bomb, path).with("limit", LIMITS.ratio));
    }
    debug_assert!(remarks.iter().all(|remark| remark.code.weight() == Weight::Refused));
    remarks
}

/// Whatever system says that it wrote the zip: programs differ in which of the attributes they believe.
fn is_file_or_folder(path: &str, central: &Central) -> bool {
    let folder = path.ends_with('/');
    let kind = central.attributes >> 28;
    let (no_kind, folder_kind, file_kind) = (0, 4, 8);
    let fits = if folder { [no_kind, folder_kind].contains(&kind) } else { [no_kind, file_kind].contains(&kind) };
    fits && central.attributes & NO_FILE == 0
        && (folder || central.attributes & FOLDER == 0)
        && (!folder || central.header.length == 0)
}

fn has_extra(extra: &[u8], wanted: u16) -> bool {
    let mut rest = extra;
    while let (Some(id), Some(length)) = (short(rest, 0), short(rest, 2)) {
        if id == wanted {
            return true;
        }
        rest = rest.get(usize::from(length).saturating_add(4)..).unwrap_or_default();
    }
    false
}
