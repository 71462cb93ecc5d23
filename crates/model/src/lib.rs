//! The words of the domain, and nothing else: no input or output, no clock, no locale, no binary float, no
//! file format. Everything above this crate speaks in these types.
//!
//! Text first: a [`Document`] keeps every cell exactly as typed. What the text means is a [`Known`] value,
//! made by `jibiao-reading` and never stored.

mod advice;
mod concept;
mod document;
mod edit;
mod edit_in_file;
mod finding;
mod form;
mod id;
mod indicator;
mod known;
mod money;
mod monitoring;
mod number;
pub mod order;
mod origin;
mod rating;
mod report;
mod scorecard;
mod sorted_map;
mod sorted_set;
mod value;
mod waiver;

pub use advice::{Advice, Because, Said};
pub use concept::{Concept, FundMoment, FundSource, Kind};
pub use document::{Document, Extent, PackRef, Row};
pub use edit::{Edit, EditError};
pub use finding::{Arg, Finding, Fix, Place};
pub use form::{
    Block, Carry, Cell, Column, Form, FormPurpose, Frame, Label, LevelOne, LevelOneSpec, LevelTwo, LevelTwoSpec,
    Matrix, MatrixColumn, MatrixRow, PrintedRow, Section, Subject, Table,
};
pub use id::{CellId, FormId, RowId, RuleId, SectionId, TableId};
pub use indicator::Direction;
pub use known::Known;
pub use money::{Amount, MoneyUnit};
pub use monitoring::{Light, LightBound, Measure, MeasureName, MonitoringCard, RowProgress, YearDay};
pub use number::{Number, NumberError, Overflow, Rounding};
pub use origin::{Carried, CarriedRows, Origin, Relation};
pub use rating::{Deviation, RatingCard, RatingLine};
pub use report::{Counts, Dimension, Entry, Fault, Lapse, LapsedWaiver, Report, Severity, Stage, Verdict};
pub use scorecard::{Formula, Line, LineSubject, Points, QualityCard, QualityLine, Rescaled, ScoreInput, Scorecard};
pub use sorted_map::SortedMap;
pub use sorted_set::SortedSet;
pub use value::{Day, Meaning, Operator, PartialDate, Quantity, TimeSpan, Unit, UnitFamily, Value};
pub use waiver::{Answer, Waiver};
