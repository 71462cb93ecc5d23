//! The district's pack in the tests' hands: files that can be changed before they are read.
#![allow(dead_code, clippy::unwrap_used, clippy::panic)]

use std::{fs, path::Path};

use jibiao_packs::{LoadError, Pack, Shelf, author::Files};

/// The files of a pack, to be changed.
#[derive(Clone, Debug)]
pub(crate) struct Desk(Vec<(String, String)>);

/// The pack in `fixtures/example-district`.
pub(crate) fn district() -> Desk {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/example-district");
    let mut files = Vec::new();
    for folder in ["", "forms", "rules", "messages", "tests"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    Desk(files)
}

impl Desk {
    /// Replaces a part of a file, which has to be there.
    pub(crate) fn change(&mut self, name: &str, from: &str, to: &str) {
        let (_, text) = self.0.iter_mut().find(|(file, _)| file == name).unwrap_or_else(|| panic!("no file {name}"));
        assert!(text.contains(from), "{name} has no {from}");
        *text = text.replacen(from, to, 1);
    }

    /// Adds a file, or replaces it as a whole.
    pub(crate) fn put(&mut self, name: &str, text: &str) {
        self.0.retain(|(file, _)| file != name);
        self.0.push((name.to_owned(), text.to_owned()));
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(file, _)| file == name)
    }

    pub(crate) fn drop(&mut self, name: &str) {
        let before = self.0.len();
        self.0.retain(|(file, _)| file != name);
        assert!(self.0.len() < before, "no file {name}");
    }

    pub(crate) fn files(&self) -> Files {
        Files::of(self.0.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes()))).unwrap()
    }

    /// What loading it with its tests gives, over the built-in packs.
    pub(crate) fn load(&self) -> Result<Pack, LoadError> {
        let mut shelf = Shelf::builtin().unwrap();
        let at = shelf.add_files(&self.files())?;
        shelf.load_tested(at)
    }

    /// Its problems, each in one line.
    pub(crate) fn problems(&self) -> Vec<String> {
        match self.load() {
            Ok(_) => Vec::new(),
            Err(error) => error.problems().iter().map(ToString::to_string).collect(),
        }
    }
}

/// The national pack and this one, which have to load.
pub(crate) fn loaded(desk: &Desk) -> (Pack, Pack) {
    let shelf = Shelf::builtin().unwrap();
    let nation = shelf.load(shelf.find("cn-mof").unwrap()).unwrap();
    (nation, desk.load().unwrap_or_else(|error| panic!("{error}")))
}

/// The pack without its tests being asked.
pub(crate) fn kept(desk: &Desk) -> Pack {
    let mut shelf = Shelf::builtin().unwrap();
    let at = shelf.add_files(&desk.files()).unwrap();
    shelf.load(at).unwrap_or_else(|error| panic!("{error}"))
}

/// The files in a zip, in a folder of it.
pub(crate) fn zip(desk: &Desk, folder: &str) -> Vec<u8> {
    let entries: Vec<(String, Vec<u8>)> =
        desk.0.iter().map(|(name, text)| (format!("{folder}{name}"), text.clone().into_bytes())).collect();
    pack_up(&entries)
}

/// A zip of these entries, deflated.
pub(crate) fn pack_up(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write;
    let mut out = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, bytes) in entries {
        let path = rawzip::path::EntryPath::verbatim(name.as_bytes());
        let (mut entry, config) =
            archive.new_file(path).compression_method(rawzip::CompressionMethod::DEFLATE).start().unwrap();
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        let mut plain = config.wrap(std::io::sink());
        plain.write_all(bytes).unwrap();
        let (_, descriptor) = plain.finish().unwrap();
        entry.write_all(&packed).unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    out
}
