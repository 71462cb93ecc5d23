//! Upload profiles: how a document stands in the exchange tables of another system, as a pack says it.

use jibiao_model::{CellId, Concept, Form, FormPurpose, Label, MoneyUnit, Subject};

/// How documents stand in exchange tables: which table, which field, how written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The name of its file.
    pub id: String,
    pub title: Label,
    /// What it carries, and how well its names are known.
    pub summary: Label,
    /// The forms that it fits: every one of this purpose and subject.
    pub purpose: FormPurpose,
    pub subject: Subject,
    pub codes: Vec<CodeSet>,
    pub tables: Vec<Table>,
}

/// A table of codes that the profile needs and does not hold: codes are assigned elsewhere, and differ by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeSet {
    /// The name by which the table is handed in.
    pub id: String,
    pub label: Label,
    /// Whether nothing can be uploaded without it. Fields of a set that is not needed and not at hand stay open.
    pub needed: bool,
    /// What a name here may be called there: `≥` stands there as 大于等于.
    pub also: Vec<(String, Vec<String>)>,
}

/// One exchange table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The name of the table there: `PM_PERF_GOAL_INFO`.
    pub name: String,
    pub label: Label,
    /// The kinds of its records; several are told apart by a constant.
    pub records: Vec<RecordKind>,
}

/// What one record of a table is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordKind {
    /// A record for each row of the table that has a column for this; none: one record for the document.
    pub each: Option<Concept>,
    pub fields: Vec<Field>,
}

/// One field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name of the field there: `KPI_TARGET`.
    pub name: String,
    pub label: Label,
    /// How the name of the field is known.
    pub source: Source,
    pub content: Content,
    /// The most characters that the field takes.
    pub length: Option<u32>,
}

/// How the name and the meaning of a field are known. Whoever connects a system looks at those first that were not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The name was seen in a public source together with what it means.
    Seen,
    /// The name was seen in the data model of one maker's system; whether the standard has it is not known.
    Vendor,
    /// The name was seen nowhere, or not with this meaning.
    Unseen,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Seen, Self::Vendor, Self::Unseen];

    /// The name used in packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Vendor => "vendor",
            Self::Unseen => "unseen",
        }
    }
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The same text in every record.
    Constant(String),
    /// Whatever the receiving system puts there: keys, versions, times. It is not written.
    Receiver,
    /// What a cell says.
    Cell { bound: Bound, part: Part, format: Format },
}

/// The cell that a field is about: in the record's row, else outside tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    Concept(Concept),
    /// A form's own cell.
    Cell(CellId),
}

/// Which part of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Whole,
    /// The number of a value: 95 of `≥95%`.
    Number,
    /// Its sign: ≥.
    Operator,
    /// Its unit: %.
    Unit,
}

/// How a text is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it was typed.
    Text,
    /// `2026`.
    Year,
    /// `20260131`.
    Date,
    /// An amount in a unit of its own.
    Money {
        unit: MoneyUnit,
        decimal: Decimal,
    },
    Number {
        decimal: Decimal,
    },
    /// Percent points.
    Percent {
        decimal: Decimal,
    },
    /// The code of a name, by a table that is handed in. `words` is the name of a value in words, which has no sign.
    Code {
        set: String,
        words: Option<String>,
    },
}

/// How much of a number a field takes. Nothing is ever rounded to fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The most digits before and after the point together.
    pub digits: Option<u32>,
    /// The most digits after the point.
    pub scale: u32,
    /// Whether it is written as a number of JSON. Only whole numbers are: up to 2^53 every reader has them exactly.
    pub bare: bool,
}

impl Profile {
    /// Whether a form is among those that the profile is for.
    pub fn fits(&self, form: &Form) -> bool {
        form.purpose == self.purpose && form.subject == self.subject
    }

    /// The set of codes of this name.
    pub fn codes(&self, id: &str) -> Option<&CodeSet> {
        self.codes.iter().find(|set| set.id == id)
    }
}
