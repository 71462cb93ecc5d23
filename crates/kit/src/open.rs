//! From bytes to a bound document. A file that does not fit is refused with a sentence that says what and where;
//! nothing is changed anywhere.

use std::{borrow::Cow, fmt, sync::Arc};

use jibiao_model::{Document, PackRef, Waiver, order::repeated};
use jibiao_wording::{Catalogue, Language};
use serde_json::Value;

use crate::{
    Draft, Kit, LIMITS,
    shape::{self, Misfit},
    words,
};

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
    /// Which of the sentences for this code; blank for the plain one.
    case: &'static str,
    args: Vec<(&'static str, Arg)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Arg {
    Text(String),
    /// A message of the kit, in the language of the sentence.
    Term(&'static str),
}

impl Arg {
    fn said(&self, catalogue: &Catalogue) -> Cow<'_, str> {
        match self {
            // A file can make a key of a megabyte.
            Self::Text(text) => words::shortened(text),
            Self::Term(key) => catalogue.render(key, &[]).into(),
        }
    }
}

impl OpenError {
    fn new(code: OpenErrorCode, args: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self::case(code, "", args.into_iter().map(|(name, text)| (name, Arg::Text(text))))
    }

    fn case(code: OpenErrorCode, case: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Self { code, case, args: args.into_iter().collect() }
    }

    pub(crate) fn unknown_form(form: &str) -> Self {
        Self::new(OpenErrorCode::UnknownForm, [("form", form.to_owned())])
    }

    /// A pack that was named, and the packs that are there instead.
    pub(crate) fn unknown_pack(case: &'static str, name: &str, known: String) -> Self {
        let args = [("pack", Arg::Text(name.to_owned())), ("known", Arg::Text(known))];
        Self::case(OpenErrorCode::UnknownPack, case, args)
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
        let catalogue = words::kit_messages().of(language);
        let args: Vec<(&str, Cow<'_, str>)> =
            self.args.iter().map(|(name, arg)| (*name, arg.said(catalogue))).collect();
        let dot = if self.case.is_empty() { "" } else { "." };
        catalogue.render(&format!("open-{}{dot}{}", self.code.name(), self.case), &args)
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::default()))
    }
}

impl std::error::Error for OpenError {}

pub(crate) fn open(kit: &Kit, bytes: &[u8], rebind: Rebind) -> Result<Opened, OpenError> {
    bind(kit, read(bytes)?, rebind)
}

/// Reads a file without binding it to a pack: what it means and whether its form exists is not asked.
///
/// # Errors
/// [`OpenError`] where the bytes are no document.
pub fn read(bytes: &[u8]) -> Result<Document, OpenError> {
    if bytes.len() > LIMITS.bytes {
        return Err(OpenError::too_large(bytes.len()));
    }
    // WPS and Notepad put a byte order mark in front of UTF-8.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(case) = other_kind(bytes) {
        return Err(OpenError::case(OpenErrorCode::NotText, case, []));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        OpenError::new(OpenErrorCode::NotText, [("at", error.valid_up_to().saturating_add(1).to_string())])
    })?;
    parse(text)
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

/// What a file is that people choose by mistake, by its first bytes.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"PK", "zip"),
        (b"\xd0\xcf\x11\xe0", "office"),
        (b"%PDF", "pdf"),
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, case)| *case)
}

fn parse(text: &str) -> Result<Document, OpenError> {
    // A newer format is refused by the document itself, whatever shape it has otherwise.
    serde_json::from_str(text).map_err(|error| refused(text, &error))
}

/// Why a text is not a document, found by a second look: at what JSON it is, if it is any.
fn refused(text: &str, error: &serde_json::Error) -> OpenError {
    let file = match text.parse::<Value>() {
        Ok(Value::Object(file)) => file,
        Ok(other) => {
            return OpenError::case(OpenErrorCode::NotADocument, "no-object", [("found", found(&other))]);
        }
        Err(error) => return unreadable(text, &error),
    };
    let Some(version) = file.get("jibiao") else { return OpenError::new(OpenErrorCode::NotADocument, []) };
    let Some(number) = version.as_u64() else {
        return OpenError::case(OpenErrorCode::NotADocument, "version", [("found", found(version))]);
    };
    if number > Document::FORMAT {
        let args = [("found", number.to_string()), ("known", Document::FORMAT.to_string())];
        return OpenError::new(OpenErrorCode::NewerFormat, args);
    }
    let line = ("line", Arg::Text(error.line().max(1).to_string()));
    // Which field stands twice is gone from the JSON of the second look; only the parser's text still names it.
    let detail = error.to_string();
    let twice = detail.strip_prefix("duplicate field `").and_then(|rest| rest.rsplit_once('`'));
    if let Some((field, _)) = twice {
        let args = [("field", Arg::Text(field.to_owned())), line];
        return OpenError::case(OpenErrorCode::WrongShape, "twice", args);
    }
    match shape::misfit(&file) {
        Some(Misfit::Missing { at }) => OpenError::case(OpenErrorCode::WrongShape, "missing", [("at", Arg::Text(at))]),
        Some(Misfit::Kind { at, wanted, found: value }) => {
            let args = [("at", Arg::Text(at)), ("wanted", Arg::Term(wanted)), ("found", found(&value))];
            OpenError::case(OpenErrorCode::WrongShape, "kind", args)
        }
        None => OpenError::case(OpenErrorCode::WrongShape, "", [line]),
    }
}

/// A value as it stands in the file, or what it is where it holds others.
fn found(value: &Value) -> Arg {
    match value {
        Value::Object(_) => Arg::Term("json-object"),
        Value::Array(_) => Arg::Term("json-list"),
        scalar => Arg::Text(scalar.to_string()),
    }
}

/// Why a text is not JSON. A place is named by line and column, counted from 1.
fn unreadable(text: &str, error: &serde_json::Error) -> OpenError {
    let at = |line: usize| ("line", Arg::Text(line.max(1).to_string()));
    if text.trim().is_empty() {
        return OpenError::case(OpenErrorCode::NotJson, "empty", []);
    }
    // serde_json gives its recursion limit no category of its own.
    if error.to_string().starts_with("recursion limit") {
        return OpenError::case(OpenErrorCode::TooDeep, "", [at(error.line())]);
    }
    if error.is_eof() {
        return OpenError::case(OpenErrorCode::NotJson, "cut", [at(error.line())]);
    }
    match error.column() {
        // The line break itself does not fit: a text lacks its closing quotation mark.
        0 => OpenError::case(OpenErrorCode::NotJson, "line-end", [at(error.line().saturating_sub(1))]),
        column => {
            let column = ("column", Arg::Text(column.to_string()));
            OpenError::case(OpenErrorCode::NotJson, "", [at(error.line()), column])
        }
    }
}

pub(crate) fn bind(kit: &Kit, mut document: Document, rebind: Rebind) -> Result<Opened, OpenError> {
    examine(&document)?;
    let mut rebound_from = None;
    let pack = match kit.pack(&document.pack) {
        Some(pack) => Arc::clone(pack),
        None => {
            let pinned = document.pack.clone();
            let mut same_id = kit.held().iter().filter(|held| held.reference.id == pinned.id);
            let unknown = || {
                OpenError::new(
                    OpenErrorCode::UnknownPack,
                    [("pack", pinned.id.clone()), ("edition", pinned.edition.clone())],
                )
            };
            let at_hand = same_id.next().ok_or_else(unknown)?;
            if rebind == Rebind::Never || same_id.next().is_some() {
                return Err(other_edition(&pinned, &at_hand.reference));
            }
            let pack = kit.whole(at_hand).ok_or_else(unknown)?;
            document.pack = at_hand.reference.clone();
            rebound_from = Some(pinned);
            Arc::clone(pack)
        }
    };
    let form = document.form.clone();
    let draft = Draft::bound(pack, document).ok_or_else(|| OpenError::unknown_form(form.as_str()))?;
    let unknown_cells = unknown_cells(&draft);
    let unknown_fields = draft.document().rest.keys().cloned().collect();
    Ok(Opened { draft, unknown_cells, unknown_fields, rebound_from })
}

fn other_edition(pinned: &PackRef, at_hand: &PackRef) -> OpenError {
    let case = if pinned.edition == at_hand.edition { "same-name" } else { "" };
    let args = [
        ("pack", pinned.id.clone()),
        ("pinned", pinned.edition.clone()),
        ("digest", short(&pinned.sha256)),
        ("found", at_hand.edition.clone()),
        ("found-digest", short(&at_hand.sha256)),
    ];
    OpenError { case, ..OpenError::new(OpenErrorCode::OtherEdition, args) }
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
    examine_origins(document)?;
    examine_waivers(&document.waivers)
}

/// Origins that can be what they say: each names another document, once, by its digest.
fn examine_origins(document: &Document) -> Result<(), OpenError> {
    let origins = &document.origins;
    if origins.len() > LIMITS.rows {
        let number = |n: usize| Arg::Text(n.to_string());
        let args = [("found", number(origins.len())), ("limit", number(LIMITS.rows))];
        return Err(OpenError::case(OpenErrorCode::TooManyRows, "origins", args));
    }
    let is_digest = |text: &str| text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    for (index, origin) in origins.iter().enumerate() {
        let refused = |case: &'static str, text: &str| {
            let at = ("at", Arg::Text(format!("/origins/{index}")));
            Err(OpenError::case(OpenErrorCode::WrongShape, case, [at, ("text", Arg::Text(text.to_owned()))]))
        };
        if !is_digest(&origin.sha256) {
            return refused("origin-digest", &origin.sha256);
        }
        if origin.id == document.id {
            return refused("origin-itself", &origin.id);
        }
        let mut earlier = origins.iter().take(index);
        if earlier.any(|earlier| earlier.relation == origin.relation && earlier.id == origin.id) {
            return refused("origin-twice", &origin.id);
        }
    }
    Ok(())
}

fn examine_waivers(waivers: &[Waiver]) -> Result<(), OpenError> {
    let number = |n: usize| Arg::Text(n.to_string());
    if waivers.len() > LIMITS.rows {
        let args = [("found", number(waivers.len())), ("limit", number(LIMITS.rows))];
        return Err(OpenError::case(OpenErrorCode::TooManyRows, "waivers", args));
    }
    for (index, waiver) in waivers.iter().enumerate() {
        let rule = ("rule", Arg::Text(waiver.rule.to_string()));
        // They are in order, so two for one finding stand side by side.
        if waivers.get(index.saturating_add(1)).is_some_and(|next| next.order(waiver).is_eq()) {
            return Err(OpenError::case(OpenErrorCode::WrongShape, "waiver-twice", [rule]));
        }
        let length = waiver.answer.reason.chars().count();
        if length > LIMITS.characters {
            let args = [rule, ("found", number(length)), ("limit", number(LIMITS.characters))];
            return Err(OpenError::case(OpenErrorCode::TooMuchText, "waiver", args));
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
