//! The files inside a workbook, unpacked one at a time and never beyond the limits.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::{Limits, ReadError, parts};

#[derive(Debug)]
struct Entry {
    /// In small letters, with `/`: spreadsheets don't look at letters' cases either.
    name: String,
    way: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    crc: u32,
}

pub(super) struct Files<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// In the order of their names.
    entries: Vec<Entry>,
    left: usize,
}

impl<'a> Files<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| ReadError::Damaged)?;
        let mut entries = Vec::new();
        let mut listed = archive.entries();
        while let Some(entry) = listed.next_entry().map_err(|_| ReadError::Damaged)? {
            if entries.len() >= limits.files {
                return Err(ReadError::TooLarge);
            }
            if entry.flags().is_encrypted() {
                return Err(ReadError::Locked);
            }
            let name = String::from_utf8_lossy(entry.file_path().as_ref()).replace('\\', "/").to_lowercase();
            let name = name.trim_start_matches('/').to_owned();
            entries.push(Entry {
                name,
                way: entry.wayfinder(),
                method: entry.compression_method(),
                crc: entry.crc32(),
            });
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let twice = entries.iter().zip(entries.iter().skip(1)).any(|(a, b)| a.name == b.name);
        if twice {
            return Err(ReadError::RepeatedFile);
        }
        let mut files = Self { archive, entries, left: limits.unpacked };
        if files.has("xl/workbook.bin") {
            return Err(ReadError::Binary);
        }
        if files.has("mimetype") && files.has("content.xml") {
            let kind = files.bytes("mimetype")?.unwrap_or_default();
            let sheet = kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet");
            return Err(if sheet { ReadError::OpenDocument } else { ReadError::NotAWorkbook });
        }
        Ok(files)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.binary_search_by(|entry| entry.name.as_str().cmp(name)).is_ok()
    }

    /// The bytes of a file; `None` where there is none of this name.
    fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let name = name.to_lowercase();
        let found = self.entries.binary_search_by(|entry| entry.name.cmp(&name)).ok();
        let Some(entry) = found.and_then(|at| self.entries.get(at)) else { return Ok(None) };
        let packed = self.archive.get_entry(entry.way).map_err(|_| ReadError::Damaged)?.data();
        let bytes = match entry.method {
            CompressionMethod::STORE if packed.len() <= self.left => packed.to_vec(),
            CompressionMethod::STORE => return Err(ReadError::TooLarge),
            CompressionMethod::DEFLATE => {
                decompress_to_vec_with_limit(packed, self.left).map_err(|error| match error.status {
                    TINFLStatus::HasMoreOutput => ReadError::TooLarge,
                    _ => ReadError::Damaged,
                })?
            }
            _ => return Err(ReadError::Damaged),
        };
        self.left = self.left.saturating_sub(bytes.len());
        if rawzip::crc32(&bytes) != entry.crc {
            return Err(ReadError::Damaged);
        }
        Ok(Some(bytes))
    }

    /// The text of a file; `None` where there is none of this name.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let wide = |pairs: &[u8], order: fn([u8; 2]) -> u16| {
            let units = pairs.chunks_exact(2).map(|pair| match pair {
                [first, second] => order([*first, *second]),
                _ => 0,
            });
            char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| ReadError::Damaged)
        };
        match bytes.as_slice() {
            [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes).map(Some),
            [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes).map(Some),
            _ => String::from_utf8(bytes).map(Some).map_err(|_| ReadError::Damaged),
        }
    }

    /// The relations of a file.
    pub(super) fn relations(&mut self, name: &str) -> Result<Vec<parts::Relation>, ReadError> {
        let (folder, own) = name.rsplit_once('/').unwrap_or(("", name));
        let slash = if folder.is_empty() { "" } else { "/" };
        let path = [folder, slash, "_rels/", own, ".rels"].concat();
        match self.text(&path)? {
            Some(text) => parts::relations(&text, folder),
            None => Ok(Vec::new()),
        }
    }

    /// What lies beside the cells of a sheet: pictures, comments.
    pub(super) fn beside(&mut self, sheet: &str) -> Result<Vec<String>, ReadError> {
        let mut out: Vec<String> = Vec::new();
        for relation in self.relations(sheet)? {
            let kind = relation.kind.rsplit('/').next().unwrap_or_default();
            if matches!(kind, "drawing" | "comments" | "threadedComment" | "oleObject")
                && !out.iter().any(|known| known == kind)
            {
                out.push(kind.to_owned());
            }
        }
        Ok(out)
    }
}
