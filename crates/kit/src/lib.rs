//! The one facade: load, check, score, explain, edit. Front ends name only this crate.
//!
//! ```
//! use jibiao_kit::{Kit, Stage};
//!
//! let kit = Kit::builtin()?;
//! let draft = kit.blank("project-declaration-2021", "example")?;
//! let report = draft.check(Stage::Submission);
//! assert!(report.counts.blocks > 0, "a blank form is not accepted");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arrange;
#[cfg(feature = "bundle-contents")]
pub mod bundle;
mod carry;
mod chain;
mod demands;
mod digest;
mod draft;
mod example;
pub mod excel;
#[cfg(feature = "profiles")]
pub mod exchange;
mod explain;
mod in_order;
mod kit;
#[cfg(feature = "library")]
pub mod library;
mod limits;
mod mend;
mod merge;
mod open;
mod outcome;
mod packs;
mod paste;
#[cfg(feature = "bundle-contents")]
mod publish;
mod receipt;
mod roster;
mod sarif;
mod save;
mod schema;
mod shape;
pub mod slip;
mod spread;
mod steps;
mod upload;
mod waive;
mod words;
#[cfg(feature = "zip")]
mod zip;

pub use carry::{CarryError, CarryErrorCode, Step};
pub use chain::{Change, Link, LinkState, Namesake};
pub use demands::Demands;
pub use digest::digest;
pub use draft::Draft;
pub use explain::{ExampleText, ExplainedExample, Explanation, MarkdownPage, MessagePolicy};
pub use jibiao_model as model;
pub use jibiao_model::{
    Advice, Answer, Arg, Because, Concept, Counts, Dimension, Document, Edit, EditError, Entry, Extent, Finding, Fix,
    Form, FormPurpose, Known, Lapse, LapsedWaiver, Light, Line, Measure, MeasureName, MonitoringCard, Origin, PackRef,
    Place, Points, QualityCard, RatingCard, RatingLine, Relation, Report, Row, RowId, Scorecard, Severity, Stage,
    Subject, Verdict, Waiver,
};
#[cfg(feature = "districts")]
pub use jibiao_packs::district_bytes;
pub use jibiao_packs::{LoadError, PACK_LIMITS, Pack, PackLimits, Problem, Reason, WorkedExample, builtin_bytes};
#[cfg(feature = "author")]
pub use jibiao_packs::{Shelf, author};
pub use jibiao_reading as reading;
pub use jibiao_rules::{Memory, reason_letters};
pub use jibiao_sheet as sheet;
pub use jibiao_table as table;
pub use jibiao_wording::{Catalogue, Language, Messages};
pub use kit::{Held, Kit};
pub use limits::{LIMITS, Limits};
pub use mend::Mending;
pub use merge::{MergeError, Parted, Parting};
pub use open::{OpenError, OpenErrorCode, Opened, Rebind, read};
pub use outcome::{Notices, Outcome, Scores};
pub use packs::{PackRefusal, PackSource, PacksError};
#[cfg(feature = "bundle-contents")]
pub use publish::Disclosure;
pub use receipt::{Receipt, receipt_code, receipt_typed};
pub use roster::{Listed, Made, Roster};
pub use sarif::SarifInput;
pub use save::{canonical, pretty};
pub use schema::{SCHEMAS, Schema, schema};
pub use upload::Upload;
pub use words::{WordedFinding, Words, name};
#[cfg(feature = "zip")]
pub use zip::zipped;
