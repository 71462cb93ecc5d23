//! Workbooks out: a strict subset that every spreadsheet opens without repair, and equal workbooks are equal bytes.
//!
//! Texts stand in their cells (`inlineStr`), so that what begins with `=` or `@` is text and stays text, and there is no
//! table of shared ones to go wrong. Nothing in the file tells when it was made.

mod sheet;
mod styles;
mod zip;

use std::fmt::Write;

use self::styles::Styles;
use super::text::escape;
use crate::{Visibility, Workbook};

pub(crate) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes a workbook as an xlsx file.
///
/// Texts beyond [`MOST_CHARACTERS`](crate::MOST_CHARACTERS) are cut there: no spreadsheet holds more in a cell. Whoever may
/// have such texts says so and keeps them elsewhere.
pub fn write(workbook: &Workbook) -> Vec<u8> {
    let mut styles = Styles::default();
    let mut files: Vec<(String, String)> = Vec::new();
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        // Lists of answers that are too long for the rule itself would need cells of their own; forms have none.
        let text = sheet::xml(sheet, at == first_shown(workbook), &mut styles);
        files.push((["xl/worksheets/sheet", &number(at), ".xml"].concat(), text));
    }
    let mut out: Vec<(String, String)> = vec![
        ("[Content_Types].xml".to_owned(), content_types(workbook)),
        ("_rels/.rels".to_owned(), package_relations()),
        ("docProps/app.xml".to_owned(), application()),
        ("docProps/core.xml".to_owned(), core()),
        ("xl/workbook.xml".to_owned(), book(workbook)),
        ("xl/_rels/workbook.xml.rels".to_owned(), book_relations(workbook)),
        ("xl/styles.xml".to_owned(), styles.xml()),
    ];
    out.append(&mut files);
    zip::zip(out.iter().map(|(name, text)| (name.as_str(), text.as_bytes())))
}

fn number(at: usize) -> String {
    at.saturating_add(1).to_string()
}

fn first_shown(workbook: &Workbook) -> usize {
    workbook.sheets.iter().position(|sheet| sheet.visibility == Visibility::Shown).unwrap_or(0)
}

fn content_types(workbook: &Workbook) -> String {
    const SHEETS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut out = HEAD.to_owned();
    out.push_str("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    out.push_str(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    );
    out.push_str("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    let mut part = |name: &str, kind: &str| {
        let _ = write!(out, "<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    };
    part("xl/workbook.xml", &[SHEETS, ".sheet.main+xml"].concat());
    for at in 0..workbook.sheets.len() {
        part(&["xl/worksheets/sheet", &number(at), ".xml"].concat(), &[SHEETS, ".worksheet+xml"].concat());
    }
    part("xl/styles.xml", &[SHEETS, ".styles+xml"].concat());
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    out.push_str("</Types>");
    out
}

fn relations(entries: &[(&str, String)]) -> String {
    let mut out = HEAD.to_owned();
    out.push_str("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (at, (kind, target)) in entries.iter().enumerate() {
        let _ = write!(out, "<Relationship Id=\"rId{}\" Type=\"{kind}\" Target=\"{target}\"/>", number(at));
    }
    out.push_str("</Relationships>");
    out
}

fn package_relations() -> String {
    relations(&[
        (&[RELATIONS, "/officeDocument"].concat(), "xl/workbook.xml".to_owned()),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml".to_owned(),
        ),
        (&[RELATIONS, "/extended-properties"].concat(), "docProps/app.xml".to_owned()),
    ])
}

fn book_relations(workbook: &Workbook) -> String {
    let (sheet, styles) = ([RELATIONS, "/worksheet"].concat(), [RELATIONS, "/styles"].concat());
    let mut entries: Vec<(&str, String)> = Vec::new();
    for at in 0..workbook.sheets.len() {
        entries.push((&sheet, ["worksheets/sheet", &number(at), ".xml"].concat()));
    }
    entries.push((&styles, "styles.xml".to_owned()));
    relations(&entries)
}

fn application() -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    format!("{HEAD}<Properties xmlns=\"{kind}\"><Application>Jibiao</Application></Properties>")
}

fn core() -> String {
    let kind = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    format!("{HEAD}<cp:coreProperties xmlns:cp=\"{kind}\"/>")
}

fn book(workbook: &Workbook) -> String {
    let mut out = HEAD.to_owned();
    let _ = write!(out, "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">");
    let first = first_shown(workbook);
    let _ = write!(out, "<bookViews><workbookView activeTab=\"{first}\"/></bookViews><sheets>");
    let names = sheet_names(workbook);
    for (at, (sheet, name)) in workbook.sheets.iter().zip(&names).enumerate() {
        out.push_str("<sheet name=\"");
        escape(&mut out, name);
        let _ = write!(out, "\" sheetId=\"{0}\"", number(at));
        match sheet.visibility {
            Visibility::Shown => {}
            Visibility::Hidden => out.push_str(" state=\"hidden\""),
            Visibility::VeryHidden => out.push_str(" state=\"veryHidden\""),
        }
        let _ = write!(out, " r:id=\"rId{}\"/>", number(at));
    }
    out.push_str("</sheets>");
    names_xml(&mut out, workbook, &names);
    // Whoever opens it gets no question whether to save what nobody changed.
    out.push_str("<calcPr calcId=\"0\"/></workbook>");
    out
}

fn names_xml(out: &mut String, workbook: &Workbook, sheets: &[String]) {
    let quoted =
        |at: usize| ["'", &sheets.get(at).map_or(String::new(), |name| name.replace('\'', "''")), "'!"].concat();
    // Sorted, as spreadsheets write them.
    let mut lines: Vec<(String, Option<usize>, String)> = Vec::new();
    for name in &workbook.names {
        let target = [quoted(name.sheet), name.area.reference(true)].concat();
        lines.push((name.name.clone(), name.local.then_some(name.sheet), target));
    }
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        let Some(print) = &sheet.print else { continue };
        if let Some(area) = print.area {
            lines.push(("_xlnm.Print_Area".into(), Some(at), [quoted(at), area.reference(true)].concat()));
        }
        if let Some((top, bottom)) = print.repeated {
            let rows = format!("{}${}:${}", quoted(at), top.saturating_add(1), bottom.saturating_add(1));
            lines.push(("_xlnm.Print_Titles".into(), Some(at), rows));
        }
    }
    if lines.is_empty() {
        return;
    }
    lines.sort();
    out.push_str("<definedNames>");
    for (name, local, target) in lines {
        out.push_str("<definedName name=\"");
        escape(out, &name);
        out.push('"');
        if let Some(at) = local {
            let _ = write!(out, " localSheetId=\"{at}\"");
        }
        out.push('>');
        escape(out, &target);
        out.push_str("</definedName>");
    }
    out.push_str("</definedNames>");
}

/// Names as spreadsheets allow them: 31 signs at most, none of some, each name once.
fn sheet_names(workbook: &Workbook) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, sheet) in workbook.sheets.iter().enumerate() {
        let allowed = |sign: char| !sign.is_control() && !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\');
        let plain: String = sheet.name.chars().filter(|sign| allowed(*sign)).collect();
        let plain = plain.trim_matches([' ', '\'']);
        let plain = if plain.is_empty() { ["Sheet", &number(at)].concat() } else { plain.to_owned() };
        let mut name = cut(&plain, 31).to_owned();
        let mut copy: u32 = 2;
        while names.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            let mark = format!("({copy})");
            name = [cut(&plain, 31_usize.saturating_sub(mark.len())), &mark].concat();
            copy = copy.saturating_add(1);
        }
        names.push(name);
    }
    names
}

/// The beginning of a text, so many UTF-16 units long at most.
pub(crate) fn cut(text: &str, units: usize) -> &str {
    if text.len() <= units {
        return text;
    }
    let mut left = units;
    for (at, sign) in text.char_indices() {
        match left.checked_sub(sign.len_utf16()) {
            Some(rest) => left = rest,
            None => return text.get(..at).unwrap_or_default(),
        }
    }
    text
}

#[cfg(test)]
mod tests;
