//! Packs from folders and files: beside the built-in ones, or refused with everything that is wrong.

use std::{fs, io, path::Path};

use jibiao_kit::{
    LoadError, PACK_LIMITS, PackSource, PacksError, Problem, author::Files, builtin_bytes, district_bytes,
};

use crate::{
    input::unreadable,
    page::{BOLD, PLAIN, Page, RED},
    words::Speech,
};

/// Reads what `--pack` names.
///
/// # Errors
/// What to tell the person: everything that can't be read.
pub(crate) fn sources(paths: &[String], speech: Speech) -> Result<Vec<PackSource>, Page> {
    let (mut sources, mut complaints) = (Vec::new(), Page::default());
    for path in paths {
        match read(path) {
            Ok(Given::Folder(files)) => sources.push(PackSource::files(path, files)),
            Ok(Given::File(bytes)) => sources.push(PackSource::file(path, bytes)),
            Err(Unread::System(_)) if carried(path).is_some() => {
                sources.extend(carried(path).map(|bytes| PackSource::file(path, bytes)));
            }
            Err(Unread::System(_)) if !path.contains(['/', '\\', '.']) => {
                let known: Vec<&str> = at_hand().map(|(id, _)| *id).collect();
                let args = [("given", path.as_str()), ("known", &speech.list(&known))];
                complaints.line(&[(RED, "✗ "), (PLAIN, &speech.say("misuse-unknown-pack", &args))]);
            }
            Err(Unread::System(error)) => {
                let message = unreadable(&error, speech).message;
                let said = speech.say("refused", &[("file", path), ("message", &message)]);
                complaints.line(&[(RED, "✗ "), (PLAIN, &said)]);
            }
            Err(Unread::Refused(error)) => problems(&mut complaints, path, error.problems(), speech),
        }
    }
    if complaints.is_blank() { Ok(sources) } else { Err(complaints) }
}

/// The packs that the program carries: those that are always opened, and those that are once somebody names them.
fn at_hand() -> impl Iterator<Item = &'static (&'static str, &'static [u8])> {
    builtin_bytes().iter().chain(district_bytes())
}

/// A pack that the program carries, by its id.
fn carried(id: &str) -> Option<&'static [u8]> {
    at_hand().find(|(known, _)| *known == id).map(|(_, bytes)| *bytes)
}

/// A pack that the program carries and opens only for those who name it.
pub(crate) fn district(id: &str) -> Option<&'static [u8]> {
    district_bytes().iter().find(|(known, _)| *known == id).map(|(_, bytes)| *bytes)
}

/// The ids of those.
pub(crate) fn districts() -> impl Iterator<Item = &'static str> {
    district_bytes().iter().map(|(id, _)| *id)
}

/// What stands at a path.
#[derive(Debug)]
pub(crate) enum Given {
    Folder(Files),
    File(Vec<u8>),
}

/// Why nothing can be read there.
#[derive(Debug)]
pub(crate) enum Unread {
    System(io::Error),
    Refused(LoadError),
}

/// Reads the pack at a path.
pub(crate) fn read(path: &str) -> Result<Given, Unread> {
    let about = fs::metadata(path).map_err(Unread::System)?;
    if about.is_dir() {
        return Files::folder(Path::new(path)).map(Given::Folder).map_err(Unread::Refused);
    }
    // The limit is on what is unpacked, so no file that fits is larger.
    if about.len() > u64::try_from(PACK_LIMITS.bytes).unwrap_or(u64::MAX) {
        return Err(Unread::System(io::Error::from(io::ErrorKind::FileTooLarge)));
    }
    fs::read(path).map(Given::File).map_err(Unread::System)
}

/// Says why packs were refused.
pub(crate) fn refused(error: &PacksError, speech: Speech) -> Page {
    let mut page = Page::default();
    for (name, error) in error.refused() {
        problems(&mut page, name, error.problems(), speech);
    }
    page
}

/// Lists the problems of one pack.
pub(crate) fn problems(page: &mut Page, pack: &str, problems: &[Problem], speech: Speech) {
    let count = problems.len().to_string();
    let said = speech.say("pack-refused", &[("pack", pack), ("count", &count)]);
    page.line(&[(RED, "✗ "), (BOLD, &said)]);
    for problem in problems {
        page.paragraph(2, 2, PLAIN, &problem.to_string());
    }
}
