//! Workbooks in: each sheet becomes a document, or says why not.

use jibiao_sheet::{Remark, RemarkKind, Visibility, Workbook};

use jibiao_table::Grid;

use super::{
    listing, own,
    recognised::{self, Recognition},
    record::{self, Record},
    report::{Imported, Origin},
    view::View,
};
use crate::{Draft, Kit, OpenError, PackRef, Rebind};

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
            let view = View::of(sheet);
            if view.grid.is_empty() {
                continue;
            }
            let made = self.elsewhere(&view, &sheet.name, how, &mut id);
            if made.is_empty() {
                import.unknown.push(sheet.name.clone());
            }
            import.documents.extend(made);
        }
        let own = |name: &str| {
            workbook.sheet(name).is_some_and(|sheet| record::is_record(sheet) || own::token(sheet).is_some())
        };
        let hidden = [RemarkKind::HiddenSheet, RemarkKind::HiddenColumns];
        let told = |remark: &&Remark| !(hidden.contains(&remark.kind) && own(&remark.sheet));
        import.remarks = remarks.iter().filter(told).cloned().collect();
        import
    }

    /// Understands a table that did not come in a workbook: CSV, or what a clipboard held.
    pub fn import_grid(&self, grid: Grid, name: &str, how: &Importing, mut id: impl FnMut() -> String) -> Import {
        let made = self.elsewhere(&View::plain(grid), name, how, &mut id);
        let unknown = if made.is_empty() { vec![name.to_owned()] } else { Vec::new() };
        Import { documents: made, unknown, ..Import::default() }
    }

    /// A sheet that is not ours: a form by the words printed on it, or a list of projects.
    fn elsewhere(&self, view: &View, sheet: &str, how: &Importing, id: &mut dyn FnMut() -> String) -> Vec<Imported> {
        let blanks = self.blanks(how);
        let mut best: Option<(Recognition<'_>, (usize, u8, u8))> = None;
        for blank in &blanks {
            let found = Recognition::of(view, blank);
            let usual = u8::from(blank.form().place.is_none());
            let rank = (found.fit(), usual, u8::MAX.saturating_sub(recognised::rank(blank.form().purpose)));
            // Of two that fit alike the first is meant: packs state the usual form before its variants.
            if best.as_ref().is_none_or(|(_, before)| rank > *before) {
                best = Some((found, rank));
            }
        }
        let best = best.filter(|(found, _)| found.is_enough());
        let is_form = best.as_ref().is_some_and(|(found, _)| found.is_form());
        let score = best.as_ref().map_or(0, |(found, _)| found.score());
        let mut list: Option<(crate::Roster, crate::roster::Listed)> = None;
        for blank in &blanks {
            let Some(read) = listing::read(self, view, &blank.document().pack, blank.form().id.as_str()) else {
                continue;
            };
            if list.as_ref().is_none_or(|(_, before)| listing::columns(&read.1) > listing::columns(before)) {
                list = Some(read);
            }
        }
        // A form says one thing once; a list says each of some things in every row.
        let cells = |(roster, listed): &(crate::Roster, crate::roster::Listed)| {
            listing::columns(listed).saturating_mul(listing::count(roster, listed))
        };
        if let Some((roster, listed)) = list.filter(|list| !is_form && cells(list) > score) {
            return listing::make(&roster, &listed, view, sheet, id);
        }
        let Some((found, _)) = best else { return Vec::new() };
        let mut imported = found.finish(sheet, Origin::Recognised);
        imported.draft = imported.draft.renamed(id());
        vec![imported]
    }

    /// Blank documents of the forms that may be meant.
    fn blanks(&self, how: &Importing) -> Vec<Draft> {
        let mut blanks: Vec<Draft> = Vec::new();
        for (pack, form) in self.forms() {
            let wanted = how.form.as_deref().is_none_or(|wanted| form.id.as_str() == wanted);
            let packed = how.pack.as_ref().is_none_or(|wanted| pack.reference == *wanted);
            // A form that another pack inherits is the same form.
            let known = blanks.iter().any(|blank| blank.form().id == form.id);
            if wanted && packed && !known {
                blanks.extend(self.blank_of(&pack.reference, form.id.as_str(), "import"));
            }
        }
        blanks
    }
}
