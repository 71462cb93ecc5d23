//! What a rule is, how rules run, the native rules and the data-rule kinds.
//!
//! The engine finds, the pack judges: a rule has no severity, and [`check`] never fails. A rule that cannot run
//! to its end is a [`jibiao_model::Fault`] of the report, and the verdict is then "not determined".

mod around;
mod book;
mod carried;
mod data;
mod dates;
mod example;
mod exemplar;
mod figures;
mod levels;
mod lines;
mod memory;
mod monitored;
mod native;
mod places;
mod precedence;
mod prelude;
mod prose;
mod reason;
mod restore;
mod row;
mod rule;
mod run;
mod sink;
mod subject;
mod view;
mod waiver;

pub use around::Around;
pub use book::{Policy, PolicyEntry, RuleBook};
pub use carried::still_says;
pub use data::{DataExample, DataRule, ExampleOrigin, Fields, Problem, Problems, choices};
pub use exemplar::Exemplars;
pub use levels::TERMS;
pub use memory::Memory;
pub use native::NATIVE;
pub use precedence::GivesWay;
pub use rule::{Basis, Example, Halt, Need, Rule};
pub use run::{Cards, assess, check, check_again};
pub use sink::Sink;
pub use view::View;
pub use waiver::{REASON_NEEDS, reason_lapse, reason_length, reason_letters};
