//! The files of a pack from a zip. The archive is somebody's: its claims about names and sizes are not believed.

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};

use super::{
    FILE_LIMITS,
    files::{Files, FilesError, is_part},
    said,
};
use crate::{LoadError, PACK_LIMITS};

/// The files of a pack in a zip: at its top, or in the one folder at its top.
///
/// # Errors
/// An archive that is damaged, passes a limit, holds a name twice, or names files outside of itself.
pub(super) fn files(bytes: &[u8]) -> Result<Files, LoadError> {
    let damaged = |error: rawzip::Error| LoadError::of("zip", format!("the archive can't be read: {error}"));
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut files = Files::default();
    let mut entries = archive.entries();
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    let mut count = 0_usize;
    while let Some(entry) = entries.next_entry().map_err(damaged)? {
        count = count.saturating_add(1);
        if count > PACK_LIMITS.files.saturating_mul(2) {
            return Err(said(FilesError::TooManyFiles { most: PACK_LIMITS.files }));
        }
        let path = entry.file_path();
        // Some archivers write backslashes, and folder names in the encoding of their place.
        let name = String::from_utf8_lossy(path.as_bytes()).replace('\\', "/");
        let outside = name.starts_with('/') || name.contains(':') || name.split('/').any(|part| part == "..");
        if outside {
            return Err(LoadError::of("zip", format!("`{}` names a file outside of the archive", shown(&name))));
        }
        if entry.is_dir() || !is_part(&name) {
            continue;
        }
        let method = entry.compression_method();
        if entry.flags().is_encrypted() {
            return Err(LoadError::of("zip", format!("`{}` is encrypted", shown(&name))));
        }
        let text = unpacked(&archive, entry.wayfinder(), method).map_err(|what| LoadError::of(&shown(&name), what))?;
        found.push((name, text));
    }
    let top = top(&found);
    for (name, text) in found {
        let name = name.strip_prefix(&top).unwrap_or(&name);
        files.add(name, text, FILE_LIMITS).map_err(said)?;
    }
    Ok(files)
}

/// The folder that everything is in; blank where `pack.toml` stands at the top.
fn top(found: &[(String, Vec<u8>)]) -> String {
    let mut tops = found.iter().filter_map(|(name, _)| name.strip_suffix("pack.toml"));
    match (tops.next(), tops.next()) {
        (Some(top), None) if top.ends_with('/') && found.iter().all(|(name, _)| name.starts_with(top)) => {
            top.to_owned()
        }
        _ => String::new(),
    }
}

fn unpacked(
    archive: &ZipSliceArchive<&[u8]>,
    at: rawzip::ZipArchiveEntryWayfinder,
    method: CompressionMethod,
) -> Result<Vec<u8>, String> {
    let entry = archive.get_entry(at).map_err(|error| error.to_string())?;
    let packed = entry.data();
    let most = PACK_LIMITS.file.min(packed.len().saturating_mul(PACK_LIMITS.ratio).max(PACK_LIMITS.unpacked));
    let text = match method {
        CompressionMethod::STORE if packed.len() <= PACK_LIMITS.file => packed.to_vec(),
        CompressionMethod::STORE => return Err(format!("the file holds more than {} bytes", PACK_LIMITS.file)),
        CompressionMethod::DEFLATE => {
            decompress_to_vec_with_limit(packed, most).map_err(|error| match error.status {
                miniz_oxide::inflate::TINFLStatus::HasMoreOutput => {
                    format!("the file unpacks to more than {most} bytes")
                }
                _ => "the file is damaged".to_owned(),
            })?
        }
        _ => return Err("the file is packed in a way that is not understood; use the common one (deflate)".to_owned()),
    };
    let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
    let is = rawzip::ZipVerification { crc: rawzip::crc32(&text), uncompressed_size: length };
    entry.claim_verifier().valid(is).map_err(|_| "the file is damaged: it is not what the archive says".to_owned())?;
    Ok(text)
}

/// A name as far as it is worth showing.
fn shown(name: &str) -> String {
    name.chars().take(120).map(|c| if c.is_control() { '·' } else { c }).collect()
}
