//! The workbook itself: its sheets, names, shared texts and formats.

use super::{
    Files, ReadError, parts, remark,
    xml::{Part, Xml, attribute, end, is_set, name},
};
use crate::{Area, Name, Remark, RemarkKind, Sheet, Visibility};

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) visibility: Visibility,
    pub(super) path: String,
    pub(super) is_table: bool,
}

#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Entry>,
    pub(super) since_1904: bool,
    pub(super) shared: Vec<String>,
    pub(super) formats: Vec<String>,
    /// Name, the sheet whose own it is, and what it stands for.
    named: Vec<(String, Option<usize>, String)>,
    macros: bool,
    linked: bool,
}

impl Book {
    pub(super) fn read(files: &mut Files<'_>) -> Result<Self, ReadError> {
        let main = files.relations("")?;
        let main = main.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
        let path = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.path);
        let text = files.text(&path)?.ok_or(ReadError::NotAWorkbook)?;
        let relations = files.relations(&path)?;
        let mut book = Self { macros: files.has("xl/vbaproject.bin"), ..Self::default() };
        book.workbook(&text, &relations)?;
        if book.sheets.is_empty() {
            return Err(ReadError::NotAWorkbook);
        }
        for relation in &relations {
            match relation.kind.rsplit('/').next().unwrap_or_default() {
                "sharedStrings" => book.shared = parts::shared(&files.text(&relation.path)?.unwrap_or_default())?,
                "styles" => book.formats = parts::formats(&files.text(&relation.path)?.unwrap_or_default())?,
                "vbaProject" => book.macros = true,
                "externalLink" => book.linked = true,
                _ => {}
            }
        }
        Ok(book)
    }

    fn workbook(&mut self, text: &str, relations: &[parts::Relation]) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        let mut naming: Option<(String, Option<usize>, String)> = None;
        while let Some(part) = xml.next()? {
            match part {
                Part::Begin(element) => match name(&element) {
                    "workbookPr" => self.since_1904 = is_set(&element, "date1904"),
                    "sheet" => {
                        let get = |key: &str| attribute(&element, key).unwrap_or_default().into_owned();
                        let visibility = match get("state").as_str() {
                            "hidden" => Visibility::Hidden,
                            "veryHidden" => Visibility::VeryHidden,
                            _ => Visibility::Shown,
                        };
                        let id = get("id");
                        let relation = relations.iter().find(|relation| relation.id == id);
                        self.sheets.push(Entry {
                            name: get("name"),
                            visibility,
                            path: relation.map(|relation| relation.path.clone()).unwrap_or_default(),
                            is_table: relation.is_some_and(|relation| relation.kind.ends_with("/worksheet")),
                        });
                    }
                    "definedName" => {
                        let local = attribute(&element, "localSheetId").and_then(|at| at.parse().ok());
                        naming = attribute(&element, "name").map(|name| (name.into_owned(), local, String::new()));
                    }
                    _ => {}
                },
                Part::Text(text) => {
                    if let Some((_, _, target)) = &mut naming {
                        target.push_str(&text);
                    }
                }
                Part::End(element) if end(&element) == "definedName" => self.named.extend(naming.take()),
                Part::End(_) => {}
            }
        }
        Ok(())
    }

    pub(super) fn remarks(&self) -> Vec<Remark> {
        let said = [
            (self.macros, RemarkKind::Macros),
            (self.linked, RemarkKind::ExternalLink),
            (self.since_1904, RemarkKind::Since1904),
        ];
        said.into_iter().filter(|(is, _)| *is).map(|(_, kind)| remark(kind, "")).collect()
    }

    /// The names of cells; names of formulas, constants and of cells that are gone are nobody's.
    pub(super) fn names(&self, sheets: &[Sheet]) -> Vec<Name> {
        let mut out = Vec::new();
        for (name, local, target) in &self.named {
            let Some((sheet, area)) = target.rsplit_once('!') else { continue };
            let quoted = sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\''));
            let sheet = quoted.map_or_else(|| sheet.to_owned(), |sheet| sheet.replace("''", "'"));
            let at = sheets.iter().position(|candidate| candidate.name == sheet);
            if let (Some(sheet), Some(area)) = (at, Area::read(area)) {
                out.push(Name { name: name.clone(), sheet, local: local.is_some(), area });
            }
        }
        out
    }
}
