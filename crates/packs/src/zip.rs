//! Packs in a zip. The archive is somebody's: its claims about names and sizes are not believed.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use crate::{LoadError, PACK_LIMITS, Reason, Shelf};

/// The assembled pack in a zip that is handed on. Whoever has only this program's page can open it there.
pub(crate) const ASSEMBLED: &str = "pack.json";

/// Whether bytes are those of a zip.
pub(crate) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// The files of a zip that `wanted` says, at its top or in the one folder at its top.
///
/// # Errors
/// An archive that is damaged, passes a limit, holds a name twice, or names files outside of itself.
pub(crate) fn files(bytes: &[u8], wanted: fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>, LoadError> {
    let refused = |what: String| LoadError::of("zip", what);
    let damaged = |_| refused("the archive is damaged".to_owned());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = archive.entries();
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let (mut count, mut room) = (0_usize, PACK_LIMITS.bytes);
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        count = count.saturating_add(1);
        if count > PACK_LIMITS.files.saturating_mul(2) || found.len() > PACK_LIMITS.files {
            return Err(refused(["it has more than ", &PACK_LIMITS.files.to_string(), " files"].concat()));
        }
        // Some archivers write backslashes, and folder names in the encoding of their place.
        let name = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/");
        let shown = shown(&name);
        if name.starts_with('/') || name.contains(':') || name.split('/').any(|part| part == "..") {
            return Err(refused(["`", &shown, "` names a file outside of the archive"].concat()));
        }
        if entry.is_dir() || !wanted(&name) {
            continue;
        }
        if entry.flags().is_encrypted() {
            return Err(refused(["`", &shown, "` is encrypted"].concat()));
        }
        if found.iter().any(|(other, _)| other.eq_ignore_ascii_case(&name)) {
            return Err(LoadError::of(&shown, "the file is there twice".to_owned()));
        }
        let most = room.min(if name.ends_with(ASSEMBLED) { PACK_LIMITS.bytes } else { PACK_LIMITS.file });
        let text = unpacked(&archive, entry.wayfinder(), entry.compression_method(), most);
        let text = text.map_err(|what| LoadError::of(&shown, what))?;
        room = room.saturating_sub(text.len());
        found.push((name, text));
    }
    let top = top(&found);
    for (name, _) in &mut found {
        if let Some(within) = name.strip_prefix(&top) {
            *name = within.to_owned();
        }
    }
    Ok(found)
}

/// The folder that everything is in; blank where the pack stands at the top.
fn top(found: &[(String, Vec<u8>)]) -> String {
    let tops = found.iter().filter_map(|(name, _)| {
        ["pack.toml", ASSEMBLED].iter().find_map(|file| name.strip_suffix(file)).filter(|top| top.ends_with('/'))
    });
    let all = |top: &&str| found.iter().all(|(name, _)| name.starts_with(top));
    tops.into_iter().find(all).unwrap_or_default().to_owned()
}

fn unpacked(
    archive: &ZipSliceArchive<&[u8]>,
    at: rawzip::ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    most: usize,
) -> Result<Vec<u8>, String> {
    let too_large = |most: usize| ["the file unpacks to more than ", &most.to_string(), " bytes"].concat();
    let damaged = || "the file is damaged: it is not what the archive says".to_owned();
    let entry = archive.get_entry(at).map_err(|_| damaged())?;
    let packed = entry.data();
    let most = most.min(packed.len().saturating_mul(PACK_LIMITS.ratio).max(PACK_LIMITS.unpacked));
    let text = match method {
        CompressionMethod::STORE if packed.len() <= most => packed.to_vec(),
        CompressionMethod::STORE => return Err(too_large(most)),
        CompressionMethod::DEFLATE => {
            decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => too_large(most),
                _ => damaged(),
            })?
        }
        _ => return Err("the file is packed in a way that is not understood; use the common one (deflate)".to_owned()),
    };
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    let is = rawzip::ZipVerification { crc: checksum(&text), uncompressed_size: length };
    if entry.claim_verifier() == is { Ok(text) } else { Err(damaged()) }
}

/// CRC-32 as zips have it, bit by bit: the table with which libraries do it faster is larger than all else that
/// reading a zip takes, and a pack is small.
fn checksum(bytes: &[u8]) -> u32 {
    let rest = bytes.iter().fold(u32::MAX, |rest, byte| {
        (0..8)
            .fold(rest ^ u32::from(*byte), |rest, _| if rest & 1 == 1 { (rest >> 1) ^ 0xedb8_8320 } else { rest >> 1 })
    });
    !rest
}

/// A name as far as it is worth showing.
fn shown(name: &str) -> String {
    name.chars().take(120).map(|c| if c.is_control() { '·' } else { c }).collect()
}

/// The assembled pack in a file that is handed on: a zip that holds it, or the file itself.
///
/// # Errors
/// As [`Shelf::add`], and a zip that holds only what people wrote.
pub fn assembled(bytes: &[u8]) -> Result<std::borrow::Cow<'_, [u8]>, LoadError> {
    if !is_zip(bytes) {
        return Ok(bytes.into());
    }
    let found = files(bytes, |name| name == ASSEMBLED || name.ends_with("/pack.json") || name.ends_with("pack.toml"))?;
    let sources = found.iter().any(|(name, _)| name == "pack.toml");
    match found.into_iter().find(|(name, _)| name == ASSEMBLED) {
        Some((_, bytes)) => Ok(bytes.into()),
        None => {
            let error = LoadError::of("zip", ["there is no `", ASSEMBLED, "` in it; build the pack first"].concat());
            Err(error.because(if sources { Reason::NotBuilt } else { Reason::NotAPack }))
        }
    }
}

impl Shelf {
    /// Puts a pack on the shelf that was handed on: a zip that holds the assembled pack, or the assembled pack.
    ///
    /// # Errors
    /// As [`Shelf::add`], and a zip that holds only what people wrote.
    pub fn add_handed(&mut self, bytes: &[u8]) -> Result<usize, LoadError> {
        self.add(&assembled(bytes)?)
    }
}
