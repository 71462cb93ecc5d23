//! A pack in a zip to be handed on: what people wrote, and the pack that was built from it.

use std::io::{self, Write};

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{CompressionMethod, ZipArchiveWriter, ZipDataWriterConfig, path::EntryPath};

use super::{Assembled, Files, files::BUILT};

/// How hard to press: files are small and are packed once.
const LEVEL: u8 = 9;

/// The files of a pack with the pack that was built from them. The same files give the same bytes: nothing in it
/// tells when or by whom it was made.
///
/// # Errors
/// Those of writing to memory: none that is known.
pub fn zipped(files: &Files, assembled: &Assembled) -> io::Result<Vec<u8>> {
    let built = assembled.bytes();
    let mut out = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut out);
    let written = files.iter().filter(|(name, _)| *name != BUILT);
    for (name, bytes) in written.chain([(BUILT, built.as_slice())]) {
        let file = archive.new_file(EntryPath::conformant(name)).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().map_err(io::Error::other)?;
        let descriptor = described(config, bytes)?;
        entry.write_all(&compress_to_vec(bytes, LEVEL))?;
        entry.finish(descriptor).map_err(io::Error::other)?;
    }
    archive.finish().map_err(io::Error::other)?;
    Ok(out)
}

/// Size and checksum of what is packed.
fn described(config: ZipDataWriterConfig, bytes: &[u8]) -> io::Result<rawzip::DataDescriptorOutput> {
    let mut plain = config.wrap(io::sink());
    plain.write_all(bytes)?;
    plain.finish().map(|(_, descriptor)| descriptor).map_err(io::Error::other)
}
