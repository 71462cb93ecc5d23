//! From bytes to a bound document. A file that does not fit is refused with a sentence that says what and where;
//! nothing is changed anywhere.

use std::{borrow::Cow, fmt, sync::Arc};

use jibiao_model::{Document, PackRef, order::repeated};
use jibiao_wording::Language;

use crate::{Draft, Kit, LIMITS, words};

/// What to do with a document that is pinned to another edition of a pack that is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rebind {
    /// Refuse it, naming both.
    #[default]
    Never,
    /// Bind it to the edition at hand: the person was asked, or the caller is a test.
    ToSameId,
}

/// A document that was opened.
#[derive(Debug)]
pub struct Opened {
    pub draft: Draft,
    /// Cells and columns that the form does not have; kept as they are.
    pub unknown_cells: Vec<String>,
    /// Fields of the file that this version does not know; kept as they are.
    pub unknown_fields: Vec<String>,
    /// The pack that the document was pinned to before it was bound to the one at hand.
    pub rebound_from: Option<PackRef>,
}

/// Why a file was refused. Codes are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenErrorCode {
    TooLarge,
    NotText,
    NotJson,
    TooDeep,
    NotADocument,
    WrongShape,
    NewerFormat,
    UnknownPack,
    OtherEdition,
    UnknownForm,
    TooManyRows,
    TooMuchText,
    RepeatedRow,
}

impl OpenErrorCode {
    /// All codes.
    pub const ALL: [Self; 13] = [
        Self::TooLarge,
        Self::NotText,
        Self::NotJson,
        Self::TooDeep,
        Self::NotADocument,
        Self::WrongShape,
        Self::NewerFormat,
        Self::UnknownPack,
        Self::OtherEdition,
        Self::UnknownForm,
        Self::TooManyRows,
        Self::TooMuchText,
        Self::RepeatedRow,
    ];

    /// The stable name: `not-json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText => "not-text",
            Self::NotJson => "not-json",
            Self::TooDeep => "too-deep",
            Self::NotADocument => "not-a-document",
            Self::WrongShape => "wrong-shape",
            Self::NewerFormat => "newer-format",
            Self::UnknownPack => "unknown-pack",
            Self::OtherEdition => "other-edition",
            Self::UnknownForm => "unknown-form",
            Self::TooManyRows => "too-many-rows",
            Self::TooMuchText => "too-much-text",
            Self::RepeatedRow => "repeated-row",
        }
    }
}

/// A file that was refused, with the place and the numbers that a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    code: OpenErrorCode,
    args: Vec<(&'static str, String)>,
}

impl OpenError {
    fn new(code: OpenErrorCode, args: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self { code, args: args.into_iter().collect() }
    }

    pub(crate) fn unknown_form(form: &str) -> Self {
        Self::new(OpenErrorCode::UnknownForm, [("form", form.to_owned())])
    }

    /// A file of this many bytes, for callers that know the size before they read.
    pub fn too_large(bytes: usize) -> Self {
        let size = |bytes: usize| megabytes(bytes).to_string();
        Self::new(OpenErrorCode::TooLarge, [("size", size(bytes)), ("limit", size(LIMITS.bytes))])
    }

    /// The stable code.
    pub fn code(&self) -> OpenErrorCode {
        self.code
    }

    /// The sentence for the person who opened the file.
    pub fn message(&self, language: Language) -> String {
        let args: Vec<(&str, Cow<'_, str>)> =
            self.args.iter().map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))).collect();
        words::kit_messages().of(language).render(&format!("open-{}", self.code.name()), &args)
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::default()))
    }
}

impl std::error::Error for OpenError {}

pub(crate) fn open(kit: &Kit, bytes: &[u8], rebind: Rebind) -> Result<Opened, OpenError> {
    if bytes.len() > LIMITS.bytes {
        return Err(OpenError::too_large(bytes.len()));
    }
    // WPS and Notepad put a byte order mark in front of UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| OpenError::new(OpenErrorCode::NotText, [("at", error.valid_up_to().to_string())]))?;
    let document = parse(text)?;
    bind(kit, document, rebind)
}

/// Megabytes in tenths, rounded up: a size above the limit never reads like the limit.
fn megabytes(bytes: usize) -> Tenths {
    Tenths(bytes.saturating_mul(10).div_ceil(1024 * 1024))
}

struct Tenths(usize);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

fn parse(text: &str) -> Result<Document, OpenError> {
    // A newer format is refused by the document itself, whatever shape it has otherwise.
    serde_json::from_str(text).map_err(|error| refused(text, &error))
}

/// The version that a file says it has, read again from a file that was refused.
fn version(text: &str) -> Option<u64> {
    serde_json::from_str::<serde_json::Value>(text).ok()?.get("jibiao")?.as_u64()
}

fn refused(text: &str, error: &serde_json::Error) -> OpenError {
    let version = version(text);
    if let Some(newer) = version.filter(|version| *version > Document::FORMAT) {
        let args = [("found", newer.to_string()), ("known", Document::FORMAT.to_string())];
        return OpenError::new(OpenErrorCode::NewerFormat, args);
    }
    let place = [("line", error.line().to_string()), ("column", error.column().to_string())];
    let detail = error.to_string();
    // serde_json gives its recursion limit no category of its own.
    let code = if detail.starts_with("recursion limit") {
        OpenErrorCode::TooDeep
    } else if error.is_data() {
        if version.is_some() { OpenErrorCode::WrongShape } else { OpenErrorCode::NotADocument }
    } else {
        OpenErrorCode::NotJson
    };
    OpenError::new(code, place.into_iter().chain([("detail", detail)]))
}

pub(crate) fn bind(kit: &Kit, mut document: Document, rebind: Rebind) -> Result<Opened, OpenError> {
    examine(&document)?;
    let mut rebound_from = None;
    let pack = match kit.pack(&document.pack) {
        Some(pack) => Arc::clone(pack),
        None => {
            let pinned = document.pack.clone();
            let mut same_id = kit.packs().iter().filter(|pack| pack.reference.id == pinned.id);
            let at_hand = same_id.next().ok_or_else(|| {
                OpenError::new(
                    OpenErrorCode::UnknownPack,
                    [("pack", pinned.id.clone()), ("edition", pinned.edition.clone())],
                )
            })?;
            if rebind == Rebind::Never || same_id.next().is_some() {
                return Err(OpenError::new(
                    OpenErrorCode::OtherEdition,
                    [
                        ("pack", pinned.id),
                        ("pinned", pinned.edition),
                        ("digest", short(&pinned.sha256)),
                        ("found", at_hand.reference.edition.clone()),
                        ("found-digest", short(&at_hand.reference.sha256)),
                    ],
                ));
            }
            document.pack = at_hand.reference.clone();
            rebound_from = Some(pinned);
            Arc::clone(at_hand)
        }
    };
    let form = document.form.clone();
    let draft = Draft::bound(pack, document).ok_or_else(|| OpenError::unknown_form(form.as_str()))?;
    let unknown_cells = unknown_cells(&draft);
    let unknown_fields = draft.document().rest.keys().cloned().collect();
    Ok(Opened { draft, unknown_cells, unknown_fields, rebound_from })
}

fn short(digest: &str) -> String {
    digest.chars().take(12).collect()
}

/// Bounds that keep every later step quick, and row ids that name one row each.
fn examine(document: &Document) -> Result<(), OpenError> {
    let too_long = |cell: &str, text: &str| {
        let length = text.chars().count();
        (length > LIMITS.characters).then(|| {
            OpenError::new(
                OpenErrorCode::TooMuchText,
                [("cell", cell.to_owned()), ("found", length.to_string()), ("limit", LIMITS.characters.to_string())],
            )
        })
    };
    for (cell, text) in &document.cells {
        too_long(cell.as_str(), text).map_or(Ok(()), Err)?;
    }
    for (table, rows) in &document.tables {
        if rows.len() > LIMITS.rows {
            return Err(OpenError::new(
                OpenErrorCode::TooManyRows,
                [("table", table.to_string()), ("found", rows.len().to_string()), ("limit", LIMITS.rows.to_string())],
            ));
        }
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        if let Some(index) = repeated(&ids) {
            return Err(OpenError::new(
                OpenErrorCode::RepeatedRow,
                [
                    ("table", table.to_string()),
                    ("row", ids.get(index).map_or_else(String::new, ToString::to_string)),
                    ("position", index.saturating_add(1).to_string()),
                ],
            ));
        }
        for (cell, text) in rows.iter().flat_map(|row| &row.cells) {
            too_long(cell.as_str(), text).map_or(Ok(()), Err)?;
        }
    }
    Ok(())
}

fn unknown_cells(draft: &Draft) -> Vec<String> {
    let (form, document) = (draft.form(), draft.document());
    let mut unknown: Vec<String> =
        document.cells.keys().filter(|cell| form.cell(cell.as_str()).is_none()).map(ToString::to_string).collect();
    for (id, rows) in &document.tables {
        match form.table(id.as_str()) {
            None => unknown.push(id.to_string()),
            Some(table) => {
                let columns = rows.iter().flat_map(|row| row.cells.keys());
                for column in columns.filter(|column| table.columns.iter().all(|known| known.id != **column)) {
                    let name = format!("{id}/{column}");
                    if !unknown.contains(&name) {
                        unknown.push(name);
                    }
                }
            }
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_just_above_the_limit_does_not_read_like_the_limit() {
        let message = OpenError::too_large(LIMITS.bytes + 1).message(Language::En);
        assert!(message.contains("16.1 MB, more than 16.0 MB"), "{message}");
    }
}
