//! Files in one zip, to be handed on together.

use std::io::{self, Write};

use rawzip::{CompressionMethod, ZipArchiveWriter, path::EntryPath};

/// Files by name, not compressed. The same files give the same bytes: nothing in it tells when it was made.
///
/// # Errors
/// Those of writing to memory: none that is known.
pub fn zipped(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut out);
    for (name, bytes) in files {
        let file = archive.new_file(EntryPath::conformant(name)).compression_method(CompressionMethod::STORE);
        let (mut entry, config) = file.start().map_err(io::Error::other)?;
        let mut plain = config.wrap(&mut entry);
        plain.write_all(bytes)?;
        let (_, descriptor) = plain.finish().map_err(io::Error::other)?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_as_they_went_in() {
        let files =
            [("青石镇村道.json".to_owned(), "{\"a\":\"一\"}".as_bytes().to_vec()), ("b.json".to_owned(), Vec::new())];
        let zip = zipped(&files).unwrap_or_default();
        let archive = rawzip::ZipArchive::from_slice(&zip).unwrap_or_else(|error| panic!("{error}"));
        let mut entries = archive.entries();
        let mut found = Vec::new();
        while let Ok(Some(entry)) = entries.next_entry() {
            let name = entry.file_path().try_normalize().map(|name| name.as_ref().to_owned()).unwrap_or_default();
            let bytes = archive.get_entry(entry.wayfinder()).map(|entry| entry.data().to_vec()).unwrap_or_default();
            found.push((name, bytes));
        }
        assert_eq!(found, files);
        assert_eq!(zipped(&files).unwrap_or_default(), zip, "the same files, the same bytes");
    }
}
