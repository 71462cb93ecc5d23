//! Digests of one file, all in one pass.

use std::fmt::Write;

use sha2::{Digest, Sha256, Sha512};
use sm3::Sm3;

/// What a manifest is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Algorithm {
    Sha256,
    Sha512,
    /// GB/T 32905-2016.
    Sm3,
    /// Computed for bags from elsewhere only; it proves nothing against intent.
    #[cfg(feature = "foreign")]
    Md5,
    /// As [`Algorithm::Md5`].
    #[cfg(feature = "foreign")]
    Sha1,
}

impl Algorithm {
    /// What a bundle is written with.
    pub const WRITTEN: [Self; 3] = [Self::Sha256, Self::Sha512, Self::Sm3];

    #[cfg(not(feature = "foreign"))]
    const KNOWN: &[Self] = &Self::WRITTEN;
    #[cfg(feature = "foreign")]
    const KNOWN: &[Self] = &[Self::Sha256, Self::Sha512, Self::Sm3, Self::Md5, Self::Sha1];

    /// As it stands in the name of a manifest.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
            Self::Sm3 => "sm3",
            #[cfg(feature = "foreign")]
            Self::Md5 => "md5",
            #[cfg(feature = "foreign")]
            Self::Sha1 => "sha1",
        }
    }

    /// Whether nobody can make another file with the same digest on purpose.
    pub fn is_strong(self) -> bool {
        Self::WRITTEN.contains(&self)
    }

    /// The algorithm of a name, in letters of any size.
    pub fn named(name: &str) -> Option<Self> {
        Self::KNOWN.iter().copied().find(|algorithm| algorithm.name().eq_ignore_ascii_case(name))
    }
}

/// Digests of one file that somebody else computed, who has them sooner: a browser's own are several times as fast as those
/// of a module in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    pub sha256: [u8; 32],
    pub sha512: [u8; 64],
}

impl Brought {
    /// As they stand in manifests.
    pub(crate) fn digests(&self) -> [(Algorithm, String); 2] {
        [(Algorithm::Sha256, hex(&self.sha256)), (Algorithm::Sha512, hex(&self.sha512))]
    }

    /// Those of `algorithms` that are left to compute.
    pub(crate) fn others(algorithms: &[Algorithm]) -> Vec<Algorithm> {
        let brought = [Algorithm::Sha256, Algorithm::Sha512];
        algorithms.iter().copied().filter(|algorithm| !brought.contains(algorithm)).collect()
    }
}

enum State {
    Sha256(Sha256),
    Sha512(Box<Sha512>),
    Sm3(Sm3),
    #[cfg(feature = "foreign")]
    Md5(md5::Md5),
    #[cfg(feature = "foreign")]
    Sha1(sha1::Sha1),
}

impl State {
    fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Sha256(state) => state.update(bytes),
            Self::Sha512(state) => state.update(bytes),
            Self::Sm3(state) => state.update(bytes),
            #[cfg(feature = "foreign")]
            Self::Md5(state) => state.update(bytes),
            #[cfg(feature = "foreign")]
            Self::Sha1(state) => state.update(bytes),
        }
    }
}

/// Bytes that take far longer to sum up than threads take to begin.
#[cfg(feature = "threads")]
const WORTH_A_THREAD: usize = 128 << 10;

/// Digests under way.
pub(crate) struct Running {
    states: Vec<(Algorithm, State)>,
    crc: crc32fast::Hasher,
    length: u64,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("length", &self.length).finish_non_exhaustive()
    }
}

impl Running {
    pub(crate) fn new(algorithms: &[Algorithm]) -> Self {
        let state = |algorithm: &Algorithm| match algorithm {
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
            Algorithm::Sha512 => State::Sha512(Box::new(Sha512::new())),
            Algorithm::Sm3 => State::Sm3(Sm3::new()),
            #[cfg(feature = "foreign")]
            Algorithm::Md5 => State::Md5(md5::Md5::new()),
            #[cfg(feature = "foreign")]
            Algorithm::Sha1 => State::Sha1(sha1::Sha1::new()),
        };
        let states = algorithms.iter().map(|algorithm| (*algorithm, state(algorithm))).collect();
        Self { states, crc: crc32fast::Hasher::new(), length: 0 }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.update_beside(bytes, || ());
    }

    /// The same, with something done meanwhile that needs none of it.
    pub(crate) fn update_beside(&mut self, bytes: &[u8], meanwhile: impl FnOnce()) {
        self.length = self.length.saturating_add(wide(bytes.len()));
        #[cfg(feature = "threads")]
        if bytes.len() >= WORTH_A_THREAD {
            return std::thread::scope(|scope| {
                for (_, state) in &mut self.states {
                    scope.spawn(|| state.update(bytes));
                }
                self.crc.update(bytes);
                meanwhile();
            });
        }
        for (_, state) in &mut self.states {
            state.update(bytes);
        }
        self.crc.update(bytes);
        meanwhile();
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    pub(crate) fn done(self) -> Sums {
        let digest = |state| match state {
            State::Sha256(state) => hex(&state.finalize()),
            State::Sha512(state) => hex(&state.finalize()),
            State::Sm3(state) => hex(&state.finalize()),
            #[cfg(feature = "foreign")]
            State::Md5(state) => hex(&state.finalize()),
            #[cfg(feature = "foreign")]
            State::Sha1(state) => hex(&state.finalize()),
        };
        let digests = self.states.into_iter().map(|(algorithm, state)| (algorithm, digest(state))).collect();
        Sums { digests, crc: self.crc.finalize(), length: self.length }
    }
}

/// Digests of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sums {
    /// In lower-case hexadecimal.
    pub digests: Vec<(Algorithm, String)>,
    pub length: u64,
    pub(crate) crc: u32,
}

impl Sums {
    pub(crate) fn of(bytes: &[u8], algorithms: &[Algorithm]) -> Self {
        let mut running = Running::new(algorithms);
        running.update(bytes);
        running.done()
    }

    /// The digest by one algorithm, where it was computed.
    pub fn by(&self, algorithm: Algorithm) -> Option<&str> {
        self.digests.iter().find(|(other, _)| *other == algorithm).map(|(_, digest)| digest.as_str())
    }
}

/// No machine has more bytes in memory than 64 bits can count.
pub(crate) fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(2));
    for byte in bytes {
        // Writing into a text never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards() {
        // FIPS 180-4 and GB/T 32905-2016, example 1: “abc”. CRC-32 as `gzip` has it.
        let sums = Sums::of(b"abc", &Algorithm::WRITTEN);
        assert_eq!(
            sums.by(Algorithm::Sha256).unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(sums.by(Algorithm::Sha512).unwrap().starts_with("ddaf35a193617abacc417349ae204131"));
        assert_eq!(
            sums.by(Algorithm::Sm3).unwrap(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
        assert_eq!((sums.crc, sums.length), (0x3524_41c2, 3));
    }
}
