//! Documents as workbooks and back: the official table for people who work with spreadsheets, and what they send in.
//!
//! **Out**: the table as the form prints it, its structure locked and its cells open. A hidden sheet holds the document
//! itself, so that nothing that a spreadsheet can't hold is lost on the way.
//! **In**: our own tables by that hidden sheet, changed cells first; tables from elsewhere by the words printed in them.
//! Each text that arrives says where it went, and each that has no place is listed.
//!
//! This part knows workbooks as data. The xlsx format itself is a feature of its own, which the page keeps in another module.

mod fields;
mod import;
mod layout;
mod own;
mod paper;
mod record;
mod report;
mod tables;

pub use import::{Import, Importing, Refused};
pub use jibiao_sheet::{Remark, RemarkKind, Workbook};
#[cfg(feature = "xlsx")]
pub use jibiao_sheet::{LIMITS as WORKBOOK_LIMITS, Limits as WorkbookLimits, ReadError, read, write};
pub use layout::{Export, Exporting, workbook};
pub use report::{Arrival, Fate, Imported, Origin};
