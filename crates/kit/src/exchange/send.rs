//! From a document to exchange tables, and what goes along beside them.

use std::collections::BTreeSet;

use jibiao_model::{CellId, Counts, Document, PackRef, RowId, SortedMap, Stage, Verdict};
use jibiao_packs::profile::{Bound, Content, Profile, RecordKind, Table};
use serde::Serialize;
use serde_json::{Map, Number, Value as Json};

use super::{
    Tables,
    codes::Codes,
    desk::Desk,
    field::{Held, is_bare},
    hitch::{Hitch, HitchCode},
};
use crate::{Draft, Kit, canonical, digest, in_order, receipt_code};

/// A document in exchange tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The profile by which it was written.
    pub profile: String,
    pub check: Checked,
    pub tables: Tables,
    /// The row that each record is of, by table: a record of the whole document has none.
    pub rows: Map<String, Json>,
    /// Tables of codes that were not at hand. Their fields are blank, and say nothing.
    pub open: Vec<String>,
    /// The document, less what the tables give back as it was.
    pub document: Document,
}

/// What the check said, and of which document: whoever receives the file can check again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    pub stage: Stage,
    pub verdict: Verdict,
    pub counts: Counts,
    /// SHA-256 of the document's canonical form (RFC 8785).
    pub digest: String,
    pub receipt: String,
}

/// A record, and where it comes from.
pub(super) struct Record<'p> {
    pub(super) kind: &'p RecordKind,
    pub(super) row: Option<RowId>,
    /// In the order of the kind's fields.
    pub(super) held: Vec<Held>,
}

impl Exchange {
    /// The version of the format that this crate writes.
    pub const FORMAT: u64 = 1;

    /// JSON on one line with the keys of every object in order: equal documents are equal bytes.
    pub fn canonical(&self) -> String {
        let mut map = Map::new();
        map.insert("jibiao_exchange".to_owned(), Self::FORMAT.into());
        map.insert("profile".to_owned(), self.profile.clone().into());
        map.insert("check".to_owned(), canonical(&self.check).parse().unwrap_or_default());
        map.insert("tables".to_owned(), Json::Object(self.tables.clone()));
        map.insert("rows".to_owned(), Json::Object(self.rows.clone()));
        map.insert("open".to_owned(), self.open.clone().into());
        map.insert("document".to_owned(), canonical(&self.document).parse().unwrap_or_default());
        let mut text = String::new();
        in_order::write(&mut text, &Json::Object(map), Number::to_string);
        text
    }
}

impl Kit {
    /// The profiles of all packs. What a pack inherits as it is stands once, with the first pack that has it.
    pub fn profiles(&self) -> Vec<(&PackRef, &Profile)> {
        let mut all: Vec<(&PackRef, &Profile)> = Vec::new();
        for pack in self.packs() {
            let new = pack.profiles.iter().filter(|profile| !all.iter().any(|(_, known)| known == profile));
            let new: Vec<_> = new.map(|profile| (&pack.reference, profile)).collect();
            all.extend(new);
        }
        all
    }
}

impl Draft {
    /// The document in the exchange tables of a profile of its pack.
    ///
    /// # Errors
    /// Everything that the tables can't take as it stands, each with its cell.
    pub fn exchange(&self, profile: &str, codes: &Codes, stage: Stage) -> Result<Exchange, Vec<Hitch>> {
        let profile = known(self, profile).map_err(|hitch| vec![hitch])?;
        let open = examine(profile, codes)?;
        let desk = Desk::new(self.form(), profile, codes, self.document().clone());
        let mut hitches = Vec::new();
        let (mut tables, mut rows, mut all) = (Tables::new(), Map::new(), Vec::new());
        for table in &profile.tables {
            let records = records(&desk, table, &mut hitches);
            let of = |record: &Record<'_>| record.row.as_ref().map_or(Json::Null, |row| row.as_str().into());
            rows.insert(table.name.clone(), records.iter().map(of).collect());
            tables.insert(table.name.clone(), records.iter().map(written).collect());
            all.extend(records);
        }
        if !hitches.is_empty() {
            return Err(hitches);
        }
        let report = self.check(stage);
        let check = Checked {
            stage,
            verdict: report.verdict,
            counts: report.counts,
            digest: digest(self.document()),
            receipt: receipt_code(self.document()),
        };
        let document = beside(&desk, &all);
        Ok(Exchange { profile: profile.id.clone(), check, tables, rows, open, document })
    }

    /// The profiles of its pack that fit its form.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        self.pack().profiles.iter().filter(|profile| profile.fits(self.form()))
    }
}

/// The profile of this name, if it is for the draft's form.
pub(super) fn known<'d>(draft: &'d Draft, id: &str) -> Result<&'d Profile, Hitch> {
    let fitting: Vec<&str> = draft.profiles().map(|profile| profile.id.as_str()).collect();
    let args = [("text", id), ("known", &*fitting.join(" ")), ("form", draft.form().id.as_str())];
    let profile = draft.pack().profile(id).ok_or_else(|| Hitch::new(HitchCode::UnknownProfile, args))?;
    if profile.fits(draft.form()) { Ok(profile) } else { Err(Hitch::new(HitchCode::OtherForm, args)) }
}

/// The codes that are not at hand, unless one of them is needed.
pub(super) fn examine(profile: &Profile, codes: &Codes) -> Result<Vec<String>, Vec<Hitch>> {
    let names: Vec<&str> = profile.codes.iter().map(|set| set.id.as_str()).collect();
    let unknown = codes.keys().filter(|name| profile.codes(name).is_none());
    let unknown =
        unknown.map(|name| Hitch::new(HitchCode::CodesUnknown, [("codes", name), ("known", &names.join(" "))]));
    let absent = || profile.codes.iter().filter(|set| !codes.contains_key(&set.id));
    let missing =
        absent().filter(|set| set.needed).map(|set| Hitch::new(HitchCode::CodesMissing, [("codes", &set.id)]));
    let hitches: Vec<Hitch> = unknown.chain(missing).collect();
    if hitches.is_empty() { Ok(absent().map(|set| set.id.clone()).collect()) } else { Err(hitches) }
}

/// The records of a table.
fn records<'p>(desk: &Desk<'p>, table: &'p Table, hitches: &mut Vec<Hitch>) -> Vec<Record<'p>> {
    let mut records = Vec::new();
    for kind in &table.records {
        let rows: Vec<Option<RowId>> = match (kind.each, desk.table(kind)) {
            (None, _) => vec![None],
            (Some(_), None) => Vec::new(),
            (Some(_), Some(table)) => {
                desk.document.rows(table.as_str()).iter().map(|row| Some(row.id.clone())).collect()
            }
        };
        for row in rows {
            if !is_stated(desk, table, kind, row.as_ref()) {
                continue;
            }
            let mut held = Vec::new();
            for field in &kind.fields {
                held.push(desk.write(kind, field, row.as_ref()).unwrap_or_else(|hitch| {
                    hitches.push(hitch);
                    None
                }));
            }
            records.push(Record { kind, row, held });
        }
    }
    records
}

/// Whether the document says anything that makes a record: something that is this kind's alone, and the row's where it is
/// of a row. What stands in every record makes none.
fn is_stated(desk: &Desk<'_>, table: &Table, kind: &RecordKind, row: Option<&RowId>) -> bool {
    let others: Vec<&Bound> = table.records.iter().filter(|other| *other != kind).flat_map(bound).collect();
    bound(kind).filter(|bound| !others.contains(bound)).any(|bound| {
        let cell = desk.cell(kind, bound).filter(|cell| cell.table.is_some() == row.is_some());
        cell.is_some_and(|cell| !desk.text(&cell, row).trim().is_empty())
    })
}

fn bound(kind: &RecordKind) -> impl Iterator<Item = &Bound> {
    kind.fields.iter().filter_map(|field| match &field.content {
        Content::Cell { bound, .. } => Some(bound),
        Content::Constant(_) | Content::Receiver => None,
    })
}

fn written(record: &Record<'_>) -> Json {
    let mut fields = Map::new();
    for (field, held) in record.kind.fields.iter().zip(&record.held) {
        let value = match (held, &field.content) {
            (_, Content::Receiver) => continue,
            (None, _) => Json::Null,
            (Some(text), _) if is_bare(field) => text.parse::<i64>().map_or(Json::Null, Json::from),
            (Some(text), _) => Json::from(text.as_str()),
        };
        fields.insert(field.name.clone(), value);
    }
    Json::Object(fields)
}

/// The document, less what the tables give back as it was typed.
fn beside(desk: &Desk<'_>, records: &[Record<'_>]) -> Document {
    let whole = &desk.document;
    let mut document = whole.clone();
    document.cells = SortedMap::new();
    for row in document.tables.values_mut().flatten() {
        row.cells = SortedMap::new();
    }
    let (again, _) = filled(desk, document.clone(), records);
    let kept = |here: &SortedMap<CellId, String>, there: &SortedMap<CellId, String>| {
        here.iter()
            .filter(|(cell, text)| there.get(*cell) != Some(*text))
            .map(|(c, t)| (c.clone(), t.clone()))
            .collect()
    };
    document.cells = kept(&whole.cells, &again.cells);
    for (table, rows) in &whole.tables {
        let there = again.tables.get(table);
        let own = document.tables.get_mut(table);
        for ((row, there), own) in rows.iter().zip(there.into_iter().flatten()).zip(own.into_iter().flatten()) {
            own.cells = kept(&row.cells, &there.cells);
        }
    }
    // It is what comes back that counts. Where fields that hang together would change it, all of it goes along.
    if filled(desk, document.clone(), records).0 == *whole { document } else { whole.clone() }
}

/// A document after it was made to say what the records hold.
pub(super) fn filled<'a>(desk: &Desk<'a>, base: Document, records: &[Record<'_>]) -> (Document, Vec<Hitch>) {
    let mut again = Desk::new(desk.form, desk.profile, desk.codes, base);
    let hitches = super::fill::fill(&mut again, records);
    (again.document, hitches.into_iter().map(|(_, _, hitch)| hitch).collect())
}

/// The names of the fields that a kind of record has in a file.
pub(super) fn names(kind: &RecordKind) -> BTreeSet<&str> {
    let fields = kind.fields.iter().filter(|field| field.content != Content::Receiver);
    fields.map(|field| field.name.as_str()).collect()
}
