//! Documents in the exchange tables of other systems, by an upload profile of the pack, and back.
//!
//! The tables hold what the profile carries, field by field. Everything else of the document goes along beside them, and
//! so does every text whose spelling the tables don't keep: nothing is dropped, and what comes back unchanged is the very
//! document. What a field can't take as it stands is refused with its place; nothing is rounded, cut or guessed.

mod codes;
mod desk;
mod field;
mod fill;
mod hitch;
mod receive;
mod said;
mod send;
mod strict;

pub use codes::{CodeTable, CodeTableError, Codes};
pub use hitch::{Hitch, HitchCode, Spot};
pub use jibiao_packs::profile::{
    Bound, CodeSet, Content, Decimal, Field, Format, Part, Profile, RecordKind, Source, Table,
};
pub use receive::{Left, Received, Receiving};
pub use send::Exchange;

/// The tables of a file, by name: records with their fields by name.
type Tables = serde_json::Map<String, serde_json::Value>;
