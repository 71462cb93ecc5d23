//! Upload profiles: every field leads to a concept that exists, and kinds of records can be told apart.

use jibiao_model::{CellId, Concept, Form, FormPurpose, Kind, MoneyUnit, Subject};
use jibiao_rules::{Fields, choices};

use crate::profile::{Bound, CodeSet, Content, Decimal, Field, Format, Part, Profile, RecordKind, Source, Table};

/// Ways to write a text.
#[derive(Clone, Copy)]
enum Way {
    Text,
    Year,
    Date,
    Money,
    Number,
    Percent,
    Code,
}

const WAYS: [(&str, Way); 7] = [
    ("text", Way::Text),
    ("year", Way::Year),
    ("date", Way::Date),
    ("money", Way::Money),
    ("number", Way::Number),
    ("percent", Way::Percent),
    ("code", Way::Code),
];
const PARTS: [(&str, Part); 3] = [("number", Part::Number), ("operator", Part::Operator), ("unit", Part::Unit)];
const SOURCES: [(&str, Source); 3] = [("seen", Source::Seen), ("vendor", Source::Vendor), ("unseen", Source::Unseen)];
/// Digits that a number can have here.
const MOST_DIGITS: u32 = 28;

/// All profiles of the pack. `own` says which of them it states itself: what was inherited may be about cells that no
/// form of this pack has.
pub(super) fn read(mut files: Fields<'_>, forms: &[Form], own: &dyn Fn(&str) -> bool) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for id in files.names() {
        let name = ["profiles/", id].concat();
        profiles.push(profile(id, files.file(id, &name), forms, own(id)));
    }
    profiles
}

fn profile(id: &str, mut file: Fields<'_>, forms: &[Form], own: bool) -> Profile {
    let (title, summary) = (file.label("title"), file.label("summary"));
    let purpose = file.one_of("purpose", &choices::PURPOSES);
    let subject = file.optional_one_of("subject", &choices::SUBJECTS).unwrap_or_default();
    let codes = file.optional_fields("codes").map(codes).unwrap_or_default();
    let forms: Vec<&Form> =
        forms.iter().filter(|form| Some(form.purpose) == purpose && form.subject == subject).collect();
    if own && purpose.is_some() && forms.is_empty() {
        file.tell(["no form of the pack has this `purpose` and subject"]);
    }
    let mut house = House { codes: &codes, used: Vec::new(), forms: own.then_some(forms).filter(|f| !f.is_empty()) };
    let mut tables: Vec<Table> = Vec::new();
    for source in file.list("tables") {
        let table = house.table(source, &tables);
        tables.push(table);
    }
    if tables.is_empty() {
        file.tell(["`tables` is empty"]);
    }
    for set in &codes {
        if !house.used.contains(&set.id) {
            file.tell(["no field uses the codes `", &set.id, "`"]);
        }
    }
    let purpose = purpose.unwrap_or(FormPurpose::Declaration);
    Profile { id: id.to_owned(), title, summary, purpose, subject: Subject::clone(&subject), codes, tables }
}

fn codes(mut sets: Fields<'_>) -> Vec<CodeSet> {
    let mut codes = Vec::new();
    for id in sets.names() {
        let mut set = sets.fields(id);
        let mut also = Vec::new();
        if let Some(mut names) = set.optional_fields("also") {
            also.extend(names.names().into_iter().map(|name| (name.to_owned(), names.texts(name))));
        }
        codes.push(CodeSet { id: id.to_owned(), label: set.label("label"), needed: set.flag("needed"), also });
    }
    codes
}

/// What the fields of a profile may name.
struct House<'h> {
    codes: &'h [CodeSet],
    used: Vec<String>,
    /// The forms that the profile fits; none where nobody asks.
    forms: Option<Vec<&'h Form>>,
}

impl House<'_> {
    fn table(&mut self, mut source: Fields<'_>, before: &[Table]) -> Table {
        let name = named(&mut source);
        if before.iter().any(|other| other.name == name) {
            source.tell(["table `", &name, "` stands twice"]);
        }
        let label = source.label("label");
        // Stated once, though they stand in every record: what is wrong with one is told once.
        let shared: Vec<Field> = source.optional_list("fields").into_iter().map(|field| self.field(field)).collect();
        let mut records: Vec<RecordKind> = Vec::new();
        for mut kind in source.list("records") {
            let each = kind.optional_text("each").and_then(|name| self.each(&name, &kind));
            let own = kind.optional_list("fields").into_iter().map(|field| self.field(field));
            let fields: Vec<Field> = shared.iter().cloned().chain(own.collect::<Vec<_>>()).collect();
            for (at, field) in fields.iter().enumerate() {
                if fields.iter().take(at).any(|other| other.name == field.name) {
                    kind.tell(["field `", &field.name, "` stands twice"]);
                }
            }
            let record = RecordKind { each, fields };
            for other in &records {
                compare(&record, other, &kind);
            }
            records.push(record);
        }
        if records.is_empty() {
            source.tell(["`records` is empty"]);
        }
        Table { name, label, records }
    }

    /// The column whose rows are records.
    fn each(&self, name: &str, at: &Fields<'_>) -> Option<Concept> {
        let concept = concept(name, at)?;
        let column = |form: &&Form| form.tables().any(|(_, table)| table.column(concept).is_some());
        if self.forms.as_ref().is_some_and(|forms| !forms.iter().any(column)) {
            at.tell(["no table of its forms has a column for `", name, "`"]);
        }
        Some(concept)
    }

    fn field(&mut self, mut source: Fields<'_>) -> Field {
        let (name, label) = (named(&mut source), source.label("label"));
        let known = source.one_of("source", &SOURCES).unwrap_or(Source::Unseen);
        let length = source.optional_whole("length");
        let (constant, receiver) = (source.optional_text("constant"), source.flag("receiver"));
        let (concept, cell) = (source.optional_text("concept"), source.optional_text("cell"));
        let stated = [constant.is_some(), receiver, concept.is_some(), cell.is_some()];
        if stated.iter().filter(|stated| **stated).count() != 1 {
            source.tell(["a field has exactly one of `concept`, `cell`, `constant` and `receiver = true`"]);
            source.give_up();
        }
        let content = match (constant, concept, cell) {
            (Some(text), ..) => {
                let longest = usize::try_from(length.unwrap_or(u32::MAX)).unwrap_or(usize::MAX);
                if text.chars().count() > longest {
                    source.tell(["`constant` is longer than `length`"]);
                }
                Content::Constant(text)
            }
            (_, Some(concept), _) => self.concept(&concept, &mut source),
            (_, _, Some(cell)) => self.cell(&cell, &mut source),
            _ => Content::Receiver,
        };
        Field { name, label, source: known, content, length }
    }

    fn concept(&mut self, name: &str, source: &mut Fields<'_>) -> Content {
        let Some(concept) = concept(name, source) else {
            source.give_up();
            return Content::Receiver;
        };
        let has = |form: &&Form| {
            form.cell_of(concept).is_some() || form.tables().any(|(_, table)| table.column(concept).is_some())
        };
        if self.forms.as_ref().is_some_and(|forms| !forms.iter().any(has)) {
            source.tell(["none of its forms has a cell for `", name, "`"]);
        }
        self.content(Bound::Concept(concept), Some(concept.kind()), source)
    }

    fn cell(&mut self, id: &str, source: &mut Fields<'_>) -> Content {
        let kinds: Option<Vec<Kind>> = self.forms.as_ref().map(|forms| {
            let cells = forms.iter().flat_map(|form| form.cells()).map(|(_, cell)| (&cell.id, cell.kind));
            let tables = forms.iter().flat_map(|form| form.tables()).flat_map(|(_, table)| &table.columns);
            let all = cells.chain(tables.map(|column| (&column.id, column.kind)));
            all.filter(|(known, _)| known.as_str() == id).map(|(_, kind)| kind).collect()
        });
        if kinds.as_ref().is_some_and(Vec::is_empty) {
            source.tell(["none of its forms has a cell `", id, "`"]);
        }
        let kind = kinds.and_then(|kinds| kinds.first().copied());
        self.content(Bound::Cell(CellId::new(id)), kind, source)
    }

    fn content(&mut self, bound: Bound, kind: Option<Kind>, source: &mut Fields<'_>) -> Content {
        let part = source.optional_one_of("part", &PARTS).unwrap_or(Part::Whole);
        let way = source.optional_one_of("format", &WAYS).unwrap_or(Way::Text);
        if part != Part::Whole && kind.is_some_and(|kind| kind != Kind::Value) {
            source.tell(["`part` is for values: only they have a sign, a number and a unit"]);
        }
        let fits = match (part, way) {
            (Part::Number, way) => matches!(way, Way::Number),
            (_, Way::Text | Way::Code) => true,
            (Part::Operator | Part::Unit, _) => false,
            (Part::Whole, Way::Year) => kind.is_none_or(|kind| kind == Kind::Year),
            (Part::Whole, Way::Date) => kind.is_none_or(|kind| kind == Kind::Date),
            (Part::Whole, Way::Money) => kind.is_none_or(|kind| kind == Kind::Money),
            (Part::Whole, Way::Number) => kind.is_none_or(|kind| kind == Kind::Number),
            (Part::Whole, Way::Percent) => kind.is_none_or(|kind| kind == Kind::Percent),
        };
        if !fits {
            source.tell(["`format` is none for what this cell holds"]);
        }
        let format = match way {
            Way::Text => Format::Text,
            Way::Year => Format::Year,
            Way::Date => Format::Date,
            Way::Money => Format::Money {
                unit: source.one_of("unit", &choices::MONEY_UNITS).unwrap_or(MoneyUnit::Yuan),
                decimal: decimal(source),
            },
            Way::Number => Format::Number { decimal: decimal(source) },
            Way::Percent => Format::Percent { decimal: decimal(source) },
            Way::Code => self.code(source),
        };
        Content::Cell { bound, part, format }
    }

    fn code(&mut self, source: &mut Fields<'_>) -> Format {
        let set = source.text("codes");
        if !set.is_empty() && !self.codes.iter().any(|known| known.id == set) {
            source.tell(["the profile has no codes `", &set, "`"]);
        }
        self.used.push(set.clone());
        Format::Code { set, words: source.optional_text("words") }
    }
}

fn decimal(source: &mut Fields<'_>) -> Decimal {
    let decimal =
        Decimal { digits: source.optional_whole("digits"), scale: source.whole("scale"), bare: source.flag("bare") };
    if decimal.scale > MOST_DIGITS
        || decimal.digits.is_some_and(|digits| digits > MOST_DIGITS || digits < decimal.scale)
    {
        source.tell(["`digits` and `scale` are at most 28, and `scale` at most `digits`"]);
    }
    if decimal.bare && decimal.scale > 0 {
        source.tell(["`bare` is for whole numbers: readers of JSON don't have others exactly"]);
    }
    decimal
}

/// A name of a table or a field: what databases take.
fn named(source: &mut Fields<'_>) -> String {
    const LONGEST: usize = 64;
    let name = source.text("name");
    let plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && name.len() <= LONGEST;
    if !plain {
        source.tell(["`name` is a letter, and letters, digits and `_` after it, at most 64"]);
    }
    name
}

fn concept(name: &str, at: &Fields<'_>) -> Option<Concept> {
    let concept = name.parse().ok();
    if concept.is_none() {
        at.tell(["`", name, "` is not a concept"]);
    }
    concept
}

/// Whether two kinds of records of one table have the same fields, and a constant that tells them apart.
fn compare(record: &RecordKind, other: &RecordKind, at: &Fields<'_>) {
    for (here, there) in [(record, other), (other, record)] {
        for field in &here.fields {
            if !there.fields.iter().any(|known| known.name == field.name) {
                at.tell(["field `", &field.name, "` does not stand in every kind of record"]);
            }
        }
    }
    let apart = record.fields.iter().any(|field| {
        let Content::Constant(here) = &field.content else { return false };
        let same = other.fields.iter().find(|known| known.name == field.name);
        matches!(same.map(|known| &known.content), Some(Content::Constant(there)) if there != here)
    });
    if !apart {
        at.tell(["no constant tells this kind of record from the one before"]);
    }
}
