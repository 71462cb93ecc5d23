//! From exchange tables to a document: what a file holds, and which rows its records are of.

use std::collections::BTreeSet;

use jibiao_model::{Edit, PackRef, RowId, TableId};
use jibiao_packs::profile::{Content, Table};
use serde_json::{Map, Value as Json};

use super::{
    Tables,
    codes::Codes,
    desk::Desk,
    field::Held,
    fill::fill,
    hitch::{Hitch, HitchCode},
    send::{Exchange, Record, examine, known, names},
    strict,
};
use crate::{Draft, Kit, LIMITS, OpenError, Rebind, digest, read};

/// How a file is to be received.
#[derive(Clone, Debug, Default)]
pub struct Receiving {
    pub profile: String,
    /// The form, where the file does not say it.
    pub form: Option<String>,
    /// The pack, where the file does not say it.
    pub pack: Option<PackRef>,
    pub codes: Codes,
    pub rebind: Rebind,
}

/// A document that came in exchange tables.
#[derive(Debug)]
pub struct Received {
    pub draft: Draft,
    /// What the tables changed in what goes along beside them, or in a blank form.
    pub edits: Vec<Edit>,
    /// What the profile knows nothing of, and was not taken.
    pub left: Vec<Left>,
    /// Whether it is the very document that the file says it was written from; none where it says nothing.
    pub is_same: Option<bool>,
}

/// A value that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// JSON Pointer into the file.
    pub at: String,
    pub text: String,
}

impl Left {
    /// `before` is the pointer up to the name.
    fn new(before: &str, name: &str, value: &Json) -> Self {
        Self { at: [before, &escaped(name)].concat(), text: short(value) }
    }
}

impl Kit {
    /// Receives a document. `id` is that of one whose file names none.
    ///
    /// # Errors
    /// Everything that is wrong with the file, each with its place.
    pub fn receive(&self, bytes: &[u8], how: &Receiving, id: &str) -> Result<Received, Vec<Hitch>> {
        let file = opened(bytes).map_err(|hitch| vec![hitch])?;
        let base = self.base(&file, how, id).map_err(|hitch| vec![hitch])?;
        let profile = known(&base, &how.profile).map_err(|hitch| vec![hitch])?;
        examine(profile, &how.codes)?;
        let mut hitches = Vec::new();
        let mut left = Vec::new();
        let mut desk = Desk::new(base.form(), profile, &how.codes, base.document().clone());
        let mut records: Vec<Record<'_>> = Vec::new();
        let mut places = Vec::new();
        for table in &profile.tables {
            let mut source = Source { table, rows: None, hitches: &mut hitches, left: &mut left };
            for (at, record) in source.records(&mut desk, &file) {
                places.push(["/tables/", &table.name, "/", &at.to_string()].concat());
                records.push(record);
            }
        }
        let known = |name: &str| profile.tables.iter().any(|table| table.name == name);
        for (part, values) in [("/tables/", &file.tables), ("/rows/", &file.rows)] {
            let strange = values.iter().filter(|(name, _)| !known(name));
            left.extend(strange.map(|(name, value)| Left::new(part, name, value)));
        }
        left.extend(file.strange.iter().map(|(name, value)| Left::new("/", name, value)));
        if !hitches.is_empty() {
            return Err(hitches);
        }
        let found = fill(&mut desk, &records);
        hitches.extend(found.into_iter().map(|(at, field, hitch)| {
            let place = places.get(at).map_or("", String::as_str);
            hitch.at([place, "/", &field].concat())
        }));
        if !hitches.is_empty() {
            return Err(hitches);
        }
        let (document, edits) = (desk.document, desk.edits);
        let opened = self.bind(document, how.rebind).map_err(|error| vec![refused(&error)])?;
        let is_same = file.digest.map(|said| said == digest(opened.draft.document()));
        Ok(Received { draft: opened.draft, edits, left, is_same })
    }

    /// The document that the tables are put into: what goes along beside them, or a blank form.
    fn base(&self, file: &File, how: &Receiving, id: &str) -> Result<Draft, Hitch> {
        if let Some(named) = &file.profile
            && *named != how.profile
        {
            return Err(Hitch::new(HitchCode::OtherProfile, [("text", named), ("known", &how.profile)]));
        }
        if let Some(text) = &file.document {
            let document = read(text.as_bytes()).map_err(|error| refused(&error))?;
            return Ok(self.bind(document, how.rebind).map_err(|error| refused(&error))?.draft);
        }
        let fitting = || {
            let forms = self.forms().filter(|(pack, form)| pack.profile(&how.profile).is_some_and(|p| p.fits(form)));
            forms.map(|(_, form)| form.id.as_str()).collect::<BTreeSet<_>>()
        };
        let forms = fitting();
        let form = match (&how.form, forms.len()) {
            (Some(form), _) => form.as_str(),
            (None, 1) => forms.first().copied().unwrap_or_default(),
            (None, 0) => return Err(Hitch::new(HitchCode::UnknownProfile, [("text", &*how.profile), ("known", "")])),
            (None, _) => {
                let known: Vec<&str> = forms.into_iter().collect();
                return Err(Hitch::new(HitchCode::FormOpen, [("known", &known.join(" "))]));
            }
        };
        let blank = match &how.pack {
            Some(pack) => self.blank_of(pack, form, id),
            None => self.blank(form, id),
        };
        blank.map_err(|error| refused(&error))
    }
}

fn refused(error: &OpenError) -> Hitch {
    let mut hitch = Hitch::new(HitchCode::Document, [("text", error.code().name())]);
    hitch.at = "/document".to_owned();
    hitch.args.push(("zh", error.message(crate::Language::Zh)));
    hitch.args.push(("en", error.message(crate::Language::En)));
    hitch
}

/// A file as it came.
struct File {
    profile: Option<String>,
    tables: Tables,
    rows: Map<String, Json>,
    /// The document beside the tables, as JSON.
    document: Option<String>,
    digest: Option<String>,
    /// What stands beside, and nobody knows.
    strange: Map<String, Json>,
}

fn opened(bytes: &[u8]) -> Result<File, Hitch> {
    if bytes.len() > LIMITS.bytes {
        return Err(Hitch::new(
            HitchCode::TooMuch,
            [("found", &*bytes.len().to_string()), ("limit", &*LIMITS.bytes.to_string())],
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text =
        std::str::from_utf8(bytes).map_err(|_| Hitch::new(HitchCode::NotJson, [("line", "1"), ("column", "1")]))?;
    let Json::Object(mut file) = strict::parse(text)? else {
        return Err(Hitch::new(HitchCode::NotAnExchange, []));
    };
    let kind = |at: &str, wanted: &str| Hitch::new(HitchCode::Kind, [("what", wanted)]).at(at.to_owned());
    match file.get("jibiao_exchange") {
        None => {}
        Some(version) => match version.as_u64() {
            Some(Exchange::FORMAT) => {}
            Some(newer) => return Err(Hitch::new(HitchCode::NewerFormat, [("found", &*newer.to_string())])),
            None => return Err(kind("/jibiao_exchange", "number")),
        },
    }
    let tables = match file.remove("tables") {
        Some(Json::Object(tables)) => tables,
        Some(_) => return Err(kind("/tables", "object")),
        None => return Err(Hitch::new(HitchCode::NotAnExchange, [])),
    };
    let rows = match file.remove("rows") {
        None | Some(Json::Null) => Map::new(),
        Some(Json::Object(rows)) => rows,
        Some(_) => return Err(kind("/rows", "object")),
    };
    let profile = match file.remove("profile") {
        None | Some(Json::Null) => None,
        Some(Json::String(profile)) => Some(profile),
        Some(_) => return Err(kind("/profile", "text")),
    };
    let document = file.remove("document").filter(|document| !document.is_null()).map(|document| document.to_string());
    file.remove("jibiao_exchange");
    file.remove("open");
    let check = file.remove("check");
    let digest = check.as_ref().and_then(|check| check.get("digest")).and_then(Json::as_str).map(str::to_owned);
    Ok(File { profile, tables, rows, document, digest, strange: file })
}

/// One table of a file.
struct Source<'s, 'p> {
    table: &'p Table,
    /// The rows that the file says its records are of.
    rows: Option<Vec<Option<RowId>>>,
    hitches: &'s mut Vec<Hitch>,
    left: &'s mut Vec<Left>,
}

impl<'p> Source<'_, 'p> {
    fn pointer(&self, rest: &str) -> String {
        ["/tables/", &self.table.name, rest].concat()
    }

    fn tell(&mut self, hitch: Hitch) {
        self.hitches.push(hitch);
    }

    /// The records of the table with their positions in the file.
    fn records(&mut self, desk: &mut Desk<'_>, file: &File) -> Vec<(usize, Record<'p>)> {
        let list = match file.tables.get(&self.table.name) {
            Some(Json::Array(list)) => list,
            Some(_) => {
                let at = self.pointer("");
                self.tell(Hitch::new(HitchCode::Kind, [("what", "list")]).at(at));
                return Vec::new();
            }
            None => {
                self.tell(Hitch::new(HitchCode::TableMissing, [("text", &*self.table.name)]).at("/tables".to_owned()));
                return Vec::new();
            }
        };
        if list.len() > LIMITS.rows {
            let args = [("found", &*list.len().to_string()), ("limit", &*LIMITS.rows.to_string())];
            let at = self.pointer("");
            self.tell(Hitch::new(HitchCode::TooMuch, args).at(at));
            return Vec::new();
        }
        if !self.rows(file, list.len()) {
            return Vec::new();
        }
        let mut records = Vec::new();
        let mut taken: BTreeSet<(usize, Option<RowId>)> = BTreeSet::new();
        for (at, value) in list.iter().enumerate() {
            let Some((number, mut record)) = self.record(at, value) else { continue };
            record.row = self.row(desk, &record, at);
            if !taken.insert((number, record.row.clone())) {
                let at = self.pointer(&["/", &at.to_string()].concat());
                self.tell(Hitch::new(HitchCode::RecordTwice, []).at(at));
            }
            records.push((at, record));
        }
        records
    }

    /// Reads which rows the records are of.
    fn rows(&mut self, file: &File, count: usize) -> bool {
        let Some(rows) = file.rows.get(&self.table.name) else { return true };
        let at = ["/rows/", &self.table.name].concat();
        let id = |value: &Json| match value {
            Json::Null => Some(None),
            Json::String(id) if !id.is_empty() => Some(Some(RowId::new(id.as_str()))),
            _ => None,
        };
        let read: Option<Vec<Option<RowId>>> = rows.as_array().and_then(|rows| rows.iter().map(id).collect());
        match read {
            None => self.tell(Hitch::new(HitchCode::Kind, [("what", "rows")]).at(at)),
            Some(rows) if rows.len() != count => {
                let args = [("found", &*count.to_string()), ("limit", &*rows.len().to_string())];
                self.tell(Hitch::new(HitchCode::RowsOff, args).at(at));
            }
            Some(rows) => {
                self.rows = Some(rows);
                return true;
            }
        }
        false
    }

    /// The row that a record is of; one that the document does not have is put in.
    fn row(&self, desk: &mut Desk<'_>, record: &Record<'_>, at: usize) -> Option<RowId> {
        record.kind.each?;
        let table: TableId = desk.table(record.kind)?.clone();
        let said = self.rows.as_ref().and_then(|rows| rows.get(at).cloned().flatten());
        let row = said.unwrap_or_else(|| desk.document.fresh_row_id());
        desk.ensure(&table, &row);
        Some(row)
    }

    /// A record, with the number of its kind.
    fn record(&mut self, at: usize, value: &Json) -> Option<(usize, Record<'p>)> {
        let place = self.pointer(&["/", &at.to_string()].concat());
        let Json::Object(fields) = value else {
            self.tell(Hitch::new(HitchCode::Kind, [("what", "object")]).at(place));
            return None;
        };
        let table = self.table;
        let fits = |kind: &&jibiao_packs::profile::RecordKind| {
            kind.fields.iter().all(|field| match &field.content {
                Content::Constant(text) => fields.get(&field.name).is_some_and(|value| is(value, text)),
                _ => true,
            })
        };
        // A constant that stands in every kind tells none apart: it is compared with the others in the end.
        let several = table.records.len() > 1;
        let kind = match table.records.iter().find(fits) {
            Some(kind) => kind,
            None if !several => table.records.first()?,
            None => {
                self.tell(Hitch::new(HitchCode::RecordUnknown, [("known", &constants(table))]).at(place));
                return None;
            }
        };
        let number = table.records.iter().position(|other| other == kind).unwrap_or_default();
        let mut held = Vec::new();
        for field in &kind.fields {
            let at = [&place, "/", &field.name].concat();
            held.push(match (fields.get(&field.name), &field.content) {
                (_, Content::Receiver) => None,
                (None, _) => {
                    self.tell(Hitch::new(HitchCode::FieldMissing, [("text", &*field.name)]).at(at));
                    None
                }
                (Some(value), _) => self.held(value, at),
            });
        }
        let known = names(kind);
        let receiver = |name: &str| kind.fields.iter().any(|field| field.name == name);
        let strange = fields.iter().filter(|(name, _)| !known.contains(name.as_str()) && !receiver(name));
        self.left.extend(strange.map(|(name, value)| Left::new(&[&place, "/"].concat(), name, value)));
        Some((number, Record { kind, row: None, held }))
    }

    /// What a field holds: a text, or a whole number that every reader has exactly.
    fn held(&mut self, value: &Json, at: String) -> Held {
        match value {
            Json::Null => None,
            Json::String(text) => (!text.is_empty()).then(|| text.clone()),
            Json::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
            Json::Number(number) => {
                self.tell(Hitch::new(HitchCode::Inexact, [("text", &*number.to_string())]).at(at));
                None
            }
            Json::Bool(_) | Json::Array(_) | Json::Object(_) => {
                self.tell(Hitch::new(HitchCode::Kind, [("what", "value")]).at(at));
                None
            }
        }
    }
}

/// What tells the kinds of records of a table apart: `YEARFLAG=0 / YEARFLAG=1`.
fn constants(table: &Table) -> String {
    let kinds = table.records.iter().map(|kind| {
        let constants = kind.fields.iter().filter_map(|field| match &field.content {
            Content::Constant(text) => Some([&field.name, "=", text].concat()),
            _ => None,
        });
        constants.collect::<Vec<_>>().join(" ")
    });
    kinds.collect::<Vec<_>>().join(" / ")
}

/// Whether a value is a constant, which others may write as a number.
fn is(value: &Json, constant: &str) -> bool {
    match value {
        Json::String(text) => text == constant,
        Json::Number(number) => number.to_string() == constant,
        _ => false,
    }
}

/// A name as a part of a JSON Pointer (RFC 6901).
fn escaped(name: &str) -> String {
    crate::words::shortened(name).replace('~', "~0").replace('/', "~1")
}

/// A value as it stands in the file, cut where it is long.
fn short(value: &Json) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    crate::words::shortened(&text).into_owned()
}
