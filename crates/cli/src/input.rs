//! Files and standard input.

use std::{
    fs::File,
    io::{self, IsTerminal, Read},
};

use jibiao_kit::{Kit, LIMITS, Notices, OpenError, OpenErrorCode, Opened, Rebind};

use crate::{packs, words::Speech};

/// A document that was opened, or the reason why not: a stable code and a sentence.
pub(crate) type Input = Result<(jibiao_kit::Draft, Notices), Refusal>;

/// Why a file could not be used.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Refusal {
    pub(crate) code: String,
    pub(crate) message: String,
}

/// Opens a file; `-` is standard input.
pub(crate) fn open(kit: &Kit, speech: Speech, file: &str, rebind: Rebind) -> Input {
    let bytes = match read(file, LIMITS.bytes, speech) {
        Ok(bytes) => bytes,
        Err(Unread::System(error)) => return Err(unreadable(&error, speech)),
        Err(Unread::TooLarge(error)) => return Err(Refusal::of(&error, speech)),
    };
    kit.open(&bytes, rebind).map(Opened::parts).map_err(|error| {
        let mut refusal = Refusal::of(&error, speech);
        if error.code() == OpenErrorCode::OtherEdition && rebind == Rebind::Never {
            refusal.message.push_str(&speech.say("rebind-hint", &[]));
        }
        if error.code() == OpenErrorCode::UnknownPack
            && let Ok(document) = jibiao_kit::read(&bytes)
            && packs::district(&document.pack.id).is_some()
        {
            refusal.message.push_str(&speech.say("district-hint", &[("pack", &document.pack.id)]));
        }
        refusal
    })
}

enum Unread {
    System(io::Error),
    TooLarge(OpenError),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl Refusal {
    fn of(error: &OpenError, speech: Speech) -> Self {
        Self { code: error.code().name().to_owned(), message: error.message(speech.language) }
    }
}

/// The bytes of a file that is no document; those of one that is larger than `limit` go on a little beyond it.
pub(crate) fn bytes(file: &str, limit: usize, speech: Speech) -> Result<Vec<u8>, Refusal> {
    read(file, limit, speech).map_err(|error| match error {
        Unread::System(error) => unreadable(&error, speech),
        Unread::TooLarge(_) => {
            let message = jibiao_kit::name(speech.language, "workbook-too-large");
            Refusal { code: "workbook-too-large".to_owned(), message }
        }
    })
}

/// Reads a little more than the kit takes, so that it can tell, and never a whole disk.
fn read(file: &str, limit: usize, speech: Speech) -> Result<Vec<u8>, Unread> {
    const MORE: usize = 1024 * 1024;
    let most = u64::try_from(limit.saturating_add(MORE)).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    if file == "-" {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            crate::complain(&crate::page::Page::of_line(&speech.say("reading-stdin", &[])));
        }
        stdin.lock().take(most).read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let opened = File::open(file)?;
    let metadata = opened.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    let length = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
    if length > limit {
        return Err(Unread::TooLarge(OpenError::too_large(length)));
    }
    opened.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn unreadable(error: &io::Error, speech: Speech) -> Refusal {
    let (code, message) = match error.kind() {
        io::ErrorKind::NotFound => ("file-not-found", speech.say("file-not-found", &[])),
        io::ErrorKind::IsADirectory => ("file-is-folder", speech.say("file-is-folder", &[])),
        io::ErrorKind::PermissionDenied => ("file-forbidden", speech.say("file-forbidden", &[])),
        _ => ("file-unreadable", speech.say("file-unreadable", &[("reason", &error.to_string())])),
    };
    Refusal { code: code.to_owned(), message }
}
