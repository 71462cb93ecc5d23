//! Workbooks in: each sheet becomes a document, or says why not.

use jibiao_sheet::{Remark, RemarkKind, Visibility, Workbook};

use super::{
    own,
    record::{self, Record},
    report::Imported,
};
use crate::{Kit, OpenError, PackRef, Rebind};

/// How a workbook is understood.
#[derive(Clone, Debug, Default)]
pub struct Importing {
    /// The form that tables from elsewhere belong to; without one the form whose words fit best is taken.
    pub form: Option<String>,
    /// The pack whose form is meant, where several have it.
    pub pack: Option<PackRef>,
    /// What to do with documents of ours that are pinned to another edition of a pack.
    pub rebind: Rebind,
}

/// A sheet that holds a document of ours that can't be opened here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub sheet: String,
    pub error: OpenError,
}

/// What a workbook became.
#[derive(Clone, Debug, Default)]
pub struct Import {
    pub documents: Vec<Imported>,
    pub refused: Vec<Refused>,
    /// Sheets that are seen and hold texts, and on which nothing was recognised.
    pub unknown: Vec<String>,
    /// What the reader met that a person should know of; what is hidden in our own tables on purpose is not told.
    pub remarks: Vec<Remark>,
}

impl Kit {
    /// Understands a workbook. `id` makes an id for each document that is new.
    ///
    /// Hidden sheets become nothing: whoever sent the workbook did not show them.
    pub fn import(
        &self,
        workbook: &Workbook,
        remarks: &[Remark],
        how: &Importing,
        mut id: impl FnMut() -> String,
    ) -> Import {
        let records = record::read(workbook);
        let mut import = Import::default();
        let mut used: Vec<String> = Vec::new();
        for (at, sheet) in workbook.sheets.iter().enumerate() {
            if sheet.visibility != Visibility::Shown || record::is_record(sheet) || sheet.rows.is_empty() {
                continue;
            }
            let found = own::token(sheet).and_then(|token| {
                let record = records.iter().find(|record| record.token == token);
                record.map(|record: &Record| (record, used.contains(&token), token))
            });
            if let Some((record, copied, token)) = found {
                used.push(token);
                match own::read(self, workbook, at, record, how, copied, &mut id) {
                    Ok(imported) => import.documents.push(imported),
                    Err(error) => import.refused.push(Refused { sheet: sheet.name.clone(), error }),
                }
                continue;
            }
            import.unknown.push(sheet.name.clone());
        }
        let own = |name: &str| {
            workbook.sheet(name).is_some_and(|sheet| record::is_record(sheet) || own::token(sheet).is_some())
        };
        let hidden = [RemarkKind::HiddenSheet, RemarkKind::HiddenColumns];
        let told = |remark: &&Remark| !(hidden.contains(&remark.kind) && own(&remark.sheet));
        import.remarks = remarks.iter().filter(told).cloned().collect();
        import
    }
}
