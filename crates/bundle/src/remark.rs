//! What a verification says: a code, the file it is about, and figures. Words for people stand elsewhere.

use std::borrow::Cow;

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth knowing; the bag is as good as before.
    Noted,
    /// Nobody can say whether the files are those that were put in.
    Undetermined,
    /// The bag is not what it says, or not a bag of the standard.
    Broken,
    /// The zip is not looked into any further: it could harm, or reads differently in different programs.
    Refused,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $weight:ident,)*) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The name, which never changes.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// The code of a name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.name() == name)
            }

            /// How much it weighs.
            pub fn weight(self) -> Weight {
                match self { $(Self::$code => Weight::$weight,)* }
            }
        }
    };
}

codes! {
    // The zip.
    /// No end record: no zip, or one whose end is missing.
    NoZip "no-zip" Refused,
    /// Bytes after the end. `bytes`
    DataAfter "data-after" Refused,
    /// Bytes before the first file. `bytes`
    DataBefore "data-before" Refused,
    /// Bytes that belong to nothing, after this file or before the end. `bytes`
    StrayBytes "stray-bytes" Refused,
    /// Larger than 32 bits can say.
    Zip64 "zip64" Refused,
    /// One of several parts.
    SeveralParts "several-parts" Refused,
    /// The table of contents is damaged.
    Directory "directory-damaged" Refused,
    /// `limit`
    TooManyFiles "too-many-files" Refused,
    /// `limit`
    TooLarge "too-large" Refused,
    /// Unpacks to far more than it takes. `limit`
    Bomb "bomb" Refused,
    /// Two files in the same bytes.
    Overlap "overlap" Refused,
    Encrypted "encrypted" Refused,
    /// `method`
    Method "method-unknown" Refused,
    /// A link, a device, anything but a file or a folder.
    NotAFile "not-a-file" Refused,
    /// Leads out of the folder.
    Outside "outside" Refused,
    /// A name that some system can't have.
    NameReserved "name-reserved" Refused,
    /// A name in no known encoding, or with a second name beside.
    NameUnclear "name-unclear" Refused,
    Duplicate "duplicate" Refused,
    /// Names that differ by capitals only. `other`
    CaseClash "case-clash" Refused,
    /// Names that look the same. `other`
    LooksSame "looks-same" Refused,
    /// A file where another name has a folder.
    FileAndFolder "file-and-folder" Refused,
    /// The file ended before its length.
    Truncated "truncated" Broken,
    /// The file's own header says something else than the table of contents. `field`
    HeaderDiffers "header-differs" Broken,
    /// The record behind the file says something else. `field`
    DescriptorDiffers "descriptor-differs" Broken,
    /// The packed bytes can't be unpacked.
    Unpacking "unpacking-failed" Broken,
    /// `expected`, `found`
    LengthDiffers "length-differs" Broken,
    /// `expected`, `found`
    ChecksumDiffers "checksum-differs" Broken,
    /// The zip carries a remark. It is not covered by any digest.
    Comment "comment" Noted,
    // The bag.
    /// Not all in one folder.
    NoTop "no-top" Broken,
    NoDeclaration "no-declaration" Broken,
    DeclarationDamaged "declaration-damaged" Broken,
    /// `version`
    VersionUnknown "version-unknown" Broken,
    /// `version`
    VersionOlder "version-older" Noted,
    /// `encoding`
    EncodingUnknown "encoding-unknown" Broken,
    NoPayload "no-payload" Broken,
    NoManifest "no-manifest" Broken,
    /// `line`
    ManifestDamaged "manifest-damaged" Broken,
    /// `manifest`
    ListedTwice "listed-twice" Broken,
    /// In the manifest, not in the bag. `manifest`
    Missing "missing" Broken,
    /// In the bag, not in the manifest. `manifest`
    NotListed "not-listed" Broken,
    /// `algorithm`, `expected`, `found`
    DigestDiffers "digest-differs" Broken,
    /// Files to be fetched from elsewhere. Nothing is fetched.
    Fetch "fetch" Broken,
    InfoDamaged "info-damaged" Broken,
    OxumTwice "oxum-twice" Broken,
    OxumDamaged "oxum-damaged" Broken,
    /// `expected`, `found`
    OxumDiffers "oxum-differs" Broken,
    /// `algorithm`
    AlgorithmUnknown "algorithm-unknown" Noted,
    /// No manifest could be checked.
    NothingChecked "nothing-checked" Undetermined,
    /// Only digests that somebody could match on purpose.
    WeakOnly "weak-only" Noted,
    /// No manifest by SM3.
    NoSm3 "no-sm3" Noted,
    /// A file beside the payload that no tag manifest lists.
    NotCovered "not-covered" Noted,
    /// A signature file. It is kept and not judged.
    Signature "signature" Noted,
    /// More remarks of one kind than are told. `more`
    More "more" Noted,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub code: Code,
    /// The file it is about, as the bag names it; blank where it is about the whole.
    pub file: String,
    pub args: Vec<(Cow<'static, str>, String)>,
}

impl Remark {
    pub(crate) fn new(code: Code, file: &str) -> Self {
        Self { code, file: file.to_owned(), args: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }
}
