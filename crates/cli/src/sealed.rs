//! Bundles that only their receiver can open: the format of age-encryption.org, streaming both ways.
//!
//! It is off unless somebody asks for it: it keeps others from reading on the way, and says nothing about who sent the
//! bundle. The page has the same format by another library.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Seek, Write},
    str::FromStr,
};

use age::{
    Decryptor, Encryptor, Identity, Recipient, scrypt,
    secrecy::SecretString,
    stream::{StreamReader, StreamWriter},
    x25519,
};

/// What a sealed file begins with.
const SIGN: &[u8] = b"age-encryption.org/v1";

/// For whom a bundle is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seal {
    /// Public keys: `age1…`.
    pub(crate) to: Vec<String>,
    /// A file whose first line is a passphrase.
    pub(crate) passphrase: Option<String>,
}

/// What opens a sealed bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys {
    /// Files with private keys, one on each line.
    pub(crate) identities: Vec<String>,
    pub(crate) passphrase: Option<String>,
}

/// Why a key can't be used, or a bundle not opened. The name is that of a message.
#[derive(Debug)]
pub(crate) enum Locked {
    /// A file can't be read.
    Unreadable(String, io::Error),
    /// The file holds no key, or no passphrase.
    NoKey(String),
    /// The bundle is sealed, and nothing was given to open it.
    Sealed,
    /// What was given does not open it.
    WrongKey,
    /// The sealed file is damaged.
    Damaged,
}

/// Whether a text is a public key.
pub(crate) fn is_recipient(text: &str) -> bool {
    x25519::Recipient::from_str(text).is_ok()
}

/// A bundle's file: as it is, or sealed.
pub(crate) enum Sink {
    Plain(BufWriter<File>),
    Sealed(Box<StreamWriter<BufWriter<File>>>),
}

impl Sink {
    /// Begins a file.
    ///
    /// # Errors
    /// A key that can't be used; writing that fails is told as of a file without a name.
    pub(crate) fn new(file: File, seal: &Seal) -> Result<Self, Locked> {
        let file = BufWriter::new(file);
        let encryptor = match &seal.passphrase {
            Some(path) => Encryptor::with_user_passphrase(passphrase(path)?),
            None if seal.to.is_empty() => return Ok(Self::Plain(file)),
            None => {
                let key = |text: &String| x25519::Recipient::from_str(text).map_err(|_| Locked::NoKey(text.clone()));
                let keys = seal.to.iter().map(key).collect::<Result<Vec<_>, _>>()?;
                let keys = keys.iter().map(|key| key as &dyn Recipient);
                Encryptor::with_recipients(keys).map_err(|_| Locked::NoKey(seal.to.join(" ")))?
            }
        };
        let sealed = encryptor.wrap_output(file).map_err(|error| Locked::Unreadable(String::new(), error))?;
        Ok(Self::Sealed(Box::new(sealed)))
    }

    /// Ends the file.
    pub(crate) fn finish(self) -> io::Result<File> {
        let file = match self {
            Self::Plain(file) => file,
            Self::Sealed(sealed) => sealed.finish()?,
        };
        file.into_inner().map_err(io::IntoInnerError::into_error)
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Sealed(sealed) => sealed.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Sealed(sealed) => sealed.flush(),
        }
    }
}

/// A bundle that was opened: as it is, or unsealed while it is read.
pub(crate) enum Unsealed {
    Plain(File),
    Sealed(Box<StreamReader<File>>),
}

/// Opens a bundle, with keys where it is sealed.
pub(crate) fn open(mut file: File, keys: &Keys) -> Result<Unsealed, Locked> {
    let nameless = |error| Locked::Unreadable(String::new(), error);
    let mut sign = Vec::new();
    (&file).take(u64::try_from(SIGN.len()).unwrap_or_default()).read_to_end(&mut sign).map_err(nameless)?;
    file.rewind().map_err(nameless)?;
    if sign != SIGN {
        return Ok(Unsealed::Plain(file));
    }
    let mut identities: Vec<Box<dyn Identity>> = Vec::new();
    if let Some(path) = &keys.passphrase {
        identities.push(Box::new(scrypt::Identity::new(passphrase(path)?)));
    }
    for path in &keys.identities {
        let before = identities.len();
        let text = text(path)?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            let identity = x25519::Identity::from_str(line).map_err(|_| Locked::NoKey(path.clone()))?;
            identities.push(Box::new(identity));
        }
        if identities.len() == before {
            return Err(Locked::NoKey(path.clone()));
        }
    }
    if identities.is_empty() {
        return Err(Locked::Sealed);
    }
    let decryptor = Decryptor::new(file).map_err(|_| Locked::Damaged)?;
    let reader = decryptor.decrypt(identities.iter().map(|identity| identity.as_ref()));
    reader.map(|reader| Unsealed::Sealed(Box::new(reader))).map_err(|_| Locked::WrongKey)
}

fn text(path: &str) -> Result<String, Locked> {
    fs::read_to_string(path).map_err(|error| Locked::Unreadable(path.to_owned(), error))
}

/// The first line of a file: on the command line itself, everybody could read it.
fn passphrase(path: &str) -> Result<SecretString, Locked> {
    let text = text(path)?;
    let line = text.lines().next().unwrap_or_default().trim_end_matches('\r');
    if line.trim().is_empty() { Err(Locked::NoKey(path.to_owned())) } else { Ok(line.to_owned().into()) }
}
