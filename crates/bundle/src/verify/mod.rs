//! Verifying a bag in a zip, in bounded memory: the verifier says which bytes it wants, the caller brings them.

mod directory;
mod entry;
mod rules;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt, ops::Range};

use crate::{
    bag::names::{self, PAYLOAD},
    digests::{Algorithm, Brought, Sums, wide},
    limits::LIMITS,
    remark::{Code, Remark, Weight},
};
use directory::{Contents, Placed};
use entry::Reading;

/// Bytes that are wanted at once, at most, apart from the table of contents. A header with its names fits in.
const PIECE: u64 = 4 << 20;

/// A verification under way.
pub struct Verifier {
    length: u64,
    state: State,
    keep: fn(&str) -> bool,
    kept: u64,
    fed: u64,
    has_payload_folder: bool,
    /// Files that are still to be read; the next one is the last of them.
    waiting: Vec<Placed>,
    tag_algorithms: Vec<Algorithm>,
    payload_algorithms: Vec<Algorithm>,
    brought: BTreeMap<String, Brought>,
    findings: Findings,
}

enum State {
    Tail,
    Directory(Contents),
    File { file: Placed, at: u64, reading: Box<Reading> },
    Done,
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").field("wants", &self.wants()).finish_non_exhaustive()
    }
}

impl Verifier {
    /// Begins with a zip of so many bytes. Files that `keep` names (without the top folder) are kept in memory.
    pub fn new(length: u64, keep: fn(&str) -> bool) -> Self {
        let mut verifier = Self {
            length,
            state: State::Tail,
            keep,
            kept: 0,
            fed: 0,
            has_payload_folder: false,
            waiting: Vec::new(),
            tag_algorithms: Vec::new(),
            payload_algorithms: Vec::new(),
            brought: BTreeMap::new(),
            findings: Findings::default(),
        };
        if length > LIMITS.bytes {
            verifier.stop(Remark::new(Code::TooLarge, "").with("limit", LIMITS.bytes));
        } else if length == 0 {
            verifier.stop(Remark::new(Code::NoZip, ""));
        }
        verifier
    }

    /// Brings digests of a file (without the top folder) that are known from elsewhere: they are held against the
    /// manifests and not computed again. Of value only to whoever made the bundle, since it is the file before it went in
    /// that was summed up; the checksum and the other digests say whether it is what lies there.
    pub fn bring(&mut self, name: &str, brought: Brought) {
        self.brought.insert(name.to_owned(), brought);
    }

    /// The bytes that will be wanted after those, as far as that can be told, for a caller who reads ahead.
    pub fn wants_after(&self) -> Option<Range<u64>> {
        let State::File { file, at, .. } = &self.state else { return None };
        let end = at.saturating_add(PIECE);
        let (at, end_of_file) =
            if end < file.end { (end, file.end) } else { self.waiting.last().map(|next| (next.start, next.end))? };
        Some(at..at.saturating_add(PIECE).min(end_of_file))
    }

    /// The bytes that are wanted next; nothing when all is done.
    pub fn wants(&self) -> Option<Range<u64>> {
        match &self.state {
            State::Tail => Some(self.length.saturating_sub(directory::TAIL)..self.length),
            State::Directory(contents) => Some(contents.at..contents.at.saturating_add(contents.length)),
            State::File { file, at, .. } => Some(*at..at.saturating_add(PIECE).min(file.end)),
            State::Done => None,
        }
    }

    /// Takes the bytes that were wanted, all of them; fewer mean that the file ended.
    pub fn feed(&mut self, bytes: &[u8]) {
        let Some(wanted) = self.wants() else { return };
        if wide(bytes.len()) != wanted.end.saturating_sub(wanted.start) {
            return self.stop(Remark::new(Code::Truncated, ""));
        }
        self.fed = self.fed.saturating_add(wide(bytes.len()));
        match std::mem::replace(&mut self.state, State::Done) {
            State::Tail => match directory::contents(bytes, self.length) {
                Ok(contents) if contents.length > 0 => self.state = State::Directory(contents),
                Ok(_) => self.stop(Remark::new(Code::NoDeclaration, names::DECLARATION)),
                Err(remark) => self.stop(remark),
            },
            State::Directory(contents) => self.directory(bytes, contents),
            State::File { file, mut reading, .. } => {
                reading.feed(&file, bytes);
                if wanted.end < file.end {
                    self.state = State::File { file, at: wanted.end, reading };
                } else {
                    self.read(&file, *reading);
                    self.next();
                }
            }
            State::Done => {}
        }
    }

    /// Bytes that were looked at, and about how many there are.
    pub fn progress(&self) -> (u64, u64) {
        (self.fed.min(self.length), self.length)
    }

    /// What was found. Where not all that was wanted has come, it says so.
    pub fn finish(mut self) -> Findings {
        if !matches!(self.state, State::Done) {
            self.stop(Remark::new(Code::Truncated, ""));
        }
        self.findings
    }

    fn stop(&mut self, remark: Remark) {
        self.findings.say(remark);
        self.waiting.clear();
        self.state = State::Done;
    }

    fn directory(&mut self, bytes: &[u8], contents: Contents) {
        let (placed, remarks) = directory::placed(bytes, contents);
        if contents.comment {
            self.findings.say(Remark::new(Code::Comment, ""));
        }
        for remark in remarks {
            self.findings.say(remark);
        }
        if self.findings.standing() == Standing::Refused {
            return;
        }
        let top = placed.first().and_then(|file| file.path.split_once('/')).map(|(top, _)| top.to_owned());
        let below = |file: &Placed, top: &str| file.path.strip_prefix(top).is_some_and(|rest| rest.starts_with('/'));
        let Some(top) = top.filter(|top| placed.iter().all(|file| below(file, top))) else {
            return self.stop(Remark::new(Code::NoTop, ""));
        };
        self.findings.top = top;
        for file in &placed {
            let name = self.name(file);
            self.has_payload_folder |= name == PAYLOAD;
            let manifest = |of: fn(&str) -> Option<&str>| of(name).and_then(Algorithm::named);
            let (payload, tag) = (manifest(names::of_manifest), manifest(names::of_tag_manifest));
            self.payload_algorithms.extend(payload);
            self.tag_algorithms.extend(tag);
        }
        // The bag's own files come first; what is read last stands first.
        let (mut payload, mut own): (Vec<_>, Vec<_>) =
            placed.into_iter().partition(|file| self.name(file).starts_with(PAYLOAD));
        payload.reverse();
        own.reverse();
        payload.extend(own);
        self.waiting = payload;
        self.next();
    }

    fn next(&mut self) {
        let Some(file) = self.waiting.pop() else {
            if self.findings.standing() != Standing::Refused {
                rules::apply(&mut self.findings, self.has_payload_folder);
            }
            return;
        };
        let name = self.name(&file);
        let payload = name.starts_with(PAYLOAD);
        let own = names::is_own(name);
        let length = u64::from(file.central.header.length);
        let fits = length <= LIMITS.kept && self.kept.saturating_add(length) <= LIMITS.kept_in_all;
        if own && !fits {
            return self.stop(Remark::new(Code::TooLarge, &file.path).with("limit", LIMITS.kept));
        }
        let keep = fits && (own || (self.keep)(name)) && !file.is_folder();
        if keep {
            self.kept = self.kept.saturating_add(length);
        }
        let algorithms = if payload { &self.payload_algorithms } else { &self.tag_algorithms };
        let reading = Box::new(match self.brought.contains_key(name) {
            true => Reading::new(&file, &Brought::others(algorithms), keep),
            false => Reading::new(&file, algorithms, keep),
        });
        self.state = State::File { at: file.start, file, reading };
    }

    /// Notes a file that was read to its end.
    fn read(&mut self, file: &Placed, reading: Reading) {
        let (mut sums, kept, remarks) = reading.done(file);
        let name = self.name(file).to_owned();
        if let (Some(sums), Some(brought)) = (&mut sums, self.brought.get(&name)) {
            sums.digests.extend(brought.digests());
        }
        for mut remark in remarks {
            remark.file.clone_from(&name);
            self.findings.say(remark);
        }
        if file.is_folder() {
            return;
        }
        if let Some(kept) = kept {
            self.findings.kept.insert(name.clone(), kept);
        }
        self.findings.files.insert(name, Seen { length: u64::from(file.central.header.length), sums });
    }

    /// The name of a file in the bag.
    fn name<'a>(&self, file: &'a Placed) -> &'a str {
        file.path.get(self.findings.top.len().saturating_add(1)..).unwrap_or_default()
    }
}

/// A file of the bag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub length: u64,
    /// Its digests; nothing where it can't be unpacked.
    pub sums: Option<Sums>,
}

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The folder that everything is in.
    pub top: String,
    /// The version of the standard that the bag names.
    pub version: String,
    /// What `bag-info.txt` says.
    pub info: Vec<(String, String)>,
    /// Every file, by its name in the bag.
    pub files: BTreeMap<String, Seen>,
    /// The files that were to be kept, and the bag's own.
    pub kept: BTreeMap<String, Vec<u8>>,
    /// The digests of the payload that were compared.
    pub checked: Vec<Algorithm>,
    pub remarks: Vec<Remark>,
}

/// The outcome in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A bag of the standard, complete, with the files that were put in.
    Valid,
    /// Nothing differs, and nobody can say that nothing was changed.
    Undetermined,
    /// Something differs.
    Broken,
    /// Not looked into.
    Refused,
}

impl Standing {
    /// The name, which never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Undetermined => "undetermined",
            Self::Broken => "broken",
            Self::Refused => "refused",
        }
    }
}

impl Findings {
    /// The outcome: that of the heaviest remark.
    pub fn standing(&self) -> Standing {
        match self.remarks.iter().map(|remark| remark.code.weight()).max() {
            None | Some(Weight::Noted) => Standing::Valid,
            Some(Weight::Undetermined) => Standing::Undetermined,
            Some(Weight::Broken) => Standing::Broken,
            Some(Weight::Refused) => Standing::Refused,
        }
    }

    /// What a file of the bag holds, where it was kept.
    pub fn text(&self, name: &str) -> Option<&[u8]> {
        self.kept.get(name).map(Vec::as_slice)
    }

    fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Adds a remark; of one kind only so many.
    fn say(&mut self, remark: Remark) {
        let same = self.remarks.iter().filter(|other| other.code == remark.code).count();
        if same < LIMITS.remarks {
            self.remarks.push(remark);
        } else if same == LIMITS.remarks
            && !self.remarks.iter().any(|other| other.code == Code::More && other.file == remark.code.name())
        {
            self.remarks.push(Remark::new(Code::More, remark.code.name()).with("limit", LIMITS.remarks));
        }
    }
}
