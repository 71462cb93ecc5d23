//! The indicator library: rows to choose from, looked up by characters, pinyin, initials, category or the words of a
//! goal.
//!
//! The rows that come with it are this project's own suggestions, without any official standing, and hold no target
//! numbers: where a number belongs there is a blank. A district's own rows are read by a [`Loader`] and joined to them.
//!
//! Everything is integers, and ties are broken by what the rows say: the same rows give the same answer in any order.
//!
//! ```
//! use jibiao_library::{Library, Query};
//!
//! let library = Library::builtin();
//! let hits = library.search(Query::new("pxrc"), 5);
//! assert_eq!(hits[0].entry.wording(), "培训人次 ≥__人次");
//! ```

#[cfg(feature = "builtin")]
mod builtin;
mod category;
#[cfg(feature = "csv")]
mod csv;
mod entry;
mod frame;
mod grams;
mod index;
mod letters;
mod level;
mod library;
mod loader;
mod own;
mod pattern;
mod problem;
mod search;
mod sounds;
mod suggest;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use category::{Category, CategoryKind};
#[cfg(feature = "encodings")]
pub use csv::text_of;
pub use entry::{Entry, Sought};
pub use frame::place_in;
pub use level::{LEVELS, id, label, level_named};
pub use library::Library;
pub use loader::{Loader, MOST_ROWS};
pub use pattern::BLANK;
pub use problem::{Defect, LoadError, Problem};
pub use search::{Hit, Query, Way};
pub use suggest::Vague;
