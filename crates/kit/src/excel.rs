//! Documents as workbooks and back: the official table for people who work with spreadsheets, and what they send in.
//!
//! **Out**: the table as the form prints it, its structure locked and its cells open. A hidden sheet holds the document
//! itself, so that nothing that a spreadsheet can't hold is lost on the way.
//! **In**: our own tables by that hidden sheet, changed cells first; tables from elsewhere by the words printed in them.
//! Each text that arrives says where it went, and each that has no place is listed.
//!
//! This part knows workbooks as data. The xlsx format itself is a feature of its own, which the page keeps in another module.

mod csv;
mod fields;
mod funds;
mod import;
mod labelled;
mod labels;
mod layout;
mod listing;
mod own;
mod paper;
mod recognised;
mod record;
mod report;
mod tables;
mod view;

pub use csv::{BYTE_ORDER_MARK, columns, from_csv, to_csv};
pub use import::{Import, Importing, Refused};
#[cfg(feature = "xlsx")]
pub use jibiao_sheet::{LIMITS as WORKBOOK_LIMITS, Limits as WorkbookLimits, ReadError, read, write};
pub use jibiao_sheet::{Remark, RemarkKind, Workbook};
pub use layout::{Export, Exporting, workbook};
pub use report::{Arrival, Fate, Imported, Origin};

#[cfg(test)]
mod tests {
    use jibiao_wording::Language;

    use super::*;
    use crate::words::kit_messages;

    #[test]
    fn every_fate_origin_and_remark_has_words() {
        let fates = Fate::ALL.iter().map(|fate| ["fate-", fate.name()].concat());
        let origins = Origin::ALL.iter().map(|origin| ["origin-", origin.name()].concat());
        let remarks = RemarkKind::ALL.iter().map(|kind| ["remark-", kind.name()].concat());
        for key in fates.chain(origins).chain(remarks) {
            for language in Language::ALL {
                assert!(kit_messages().of(language).pattern(&key).is_some(), "{key}");
            }
        }
    }

    #[cfg(feature = "xlsx")]
    #[test]
    fn every_workbook_that_cannot_be_read_has_a_sentence() {
        for error in ReadError::ALL {
            for language in Language::ALL {
                let key = ["workbook-", error.name()].concat();
                assert!(kit_messages().of(language).pattern(&key).is_some(), "{key}");
            }
        }
    }
}
