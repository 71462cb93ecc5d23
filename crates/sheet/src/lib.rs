//! Workbooks: sheets of cells as neutral data, and the xlsx files that spreadsheets read and write.
//!
//! It knows nothing of forms. A [`Workbook`] says what stands where and how it looks, from a small closed set of
//! [`Style`]s; numbers keep their decimal text, there and back. What a reader met that a person should know of — formulas,
//! hidden sheets, more rows than are read — comes as [`Remark`]s beside the cells: nothing is passed over in silence.

mod area;
mod remark;
mod workbook;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use area::{Area, address, column_name};
pub use remark::{Remark, RemarkKind};
pub use workbook::{
    Cell, Choices, Column, Figure, MOST_CHARACTERS, Name, Print, Row, Sheet, Style, Visibility, Workbook,
};
#[cfg(feature = "xlsx")]
pub use xlsx::{LIMITS, Limits, ReadError, read, write};
