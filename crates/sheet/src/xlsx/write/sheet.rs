//! One sheet out.

use std::fmt::Write;

use super::{HEAD, MAIN, Styles, cut, escape};
use crate::{Area, Cell, Choices, MOST_CHARACTERS, Print, Sheet, Style};

/// The most characters that the list of a choice may have inside its rule.
const MOST_LISTED: usize = 255;

pub(super) fn xml(sheet: &Sheet, selected: bool, styles: &mut Styles) -> String {
    let mut out = HEAD.to_owned();
    let _ = write!(out, "<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    let last = sheet.rows.last().map_or(0, |row| row.at);
    let right = sheet.rows.iter().filter_map(|row| Some(row.cells.last()?.column)).max().unwrap_or(0);
    let all = Area { top: 0, left: 0, bottom: last, right };
    let _ = write!(out, "<dimension ref=\"{}\"/>", all.reference(false));
    let _ =
        write!(out, "<sheetViews><sheetView{} workbookViewId=\"0\"", if selected { " tabSelected=\"1\"" } else { "" });
    if sheet.protected {
        // The grid of the paper is drawn; that of the program would only confuse.
        out.push_str(" showGridLines=\"0\"");
    }
    out.push_str("/></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/>");
    columns(&mut out, sheet);
    out.push_str("<sheetData>");
    for row in &sheet.rows {
        let number = row.at.saturating_add(1);
        let _ = write!(out, "<row r=\"{number}\"");
        if let Some(height) = row.height {
            let _ = write!(out, " ht=\"{}.{}\" customHeight=\"1\"", height / 10, height % 10);
        }
        if row.hidden {
            out.push_str(" hidden=\"1\"");
        }
        out.push('>');
        for one in &row.cells {
            cell(&mut out, row.at, one, styles);
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if sheet.protected {
        // Rows may be put in and taken out: a table has as many as there are indicators.
        out.push_str(concat!(
            "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" ",
            "formatRows=\"0\" insertRows=\"0\" deleteRows=\"0\"/>"
        ));
    }
    if !sheet.merges.is_empty() {
        let _ = write!(out, "<mergeCells count=\"{}\">", sheet.merges.len());
        for area in &sheet.merges {
            let _ = write!(out, "<mergeCell ref=\"{}\"/>", area.reference(false));
        }
        out.push_str("</mergeCells>");
    }
    choices(&mut out, &sheet.choices);
    if let Some(print) = &sheet.print {
        paper(&mut out, print);
    }
    if sheet.protected {
        // Figures that are text on purpose get no green corner.
        let _ = write!(
            out,
            "<ignoredErrors><ignoredError sqref=\"{}\" numberStoredAsText=\"1\"/></ignoredErrors>",
            all.reference(false)
        );
    }
    out.push_str("</worksheet>");
    out
}

fn columns(out: &mut String, sheet: &Sheet) {
    if sheet.columns.is_empty() {
        return;
    }
    out.push_str("<cols>");
    for (at, column) in (1_u32..).zip(&sheet.columns) {
        let (whole, rest) = (column.width / 100, column.width % 100);
        let _ = write!(out, "<col min=\"{at}\" max=\"{at}\" width=\"{whole}.{rest:02}\" customWidth=\"1\"");
        out.push_str(if column.hidden { " hidden=\"1\"/>" } else { "/>" });
    }
    out.push_str("</cols>");
}

fn cell(out: &mut String, row: u32, cell: &Cell, styles: &mut Styles) {
    out.push_str("<c r=\"");
    out.push_str(&crate::column_name(cell.column));
    let _ = write!(out, "{}\"", row.saturating_add(1));
    // What somebody types into a cell for texts stays as it was typed: `1-2` is no day in January.
    let typed = matches!(cell.style, Style::Value | Style::Short | Style::Mark);
    let format = cell.figure.as_ref().map_or(if typed { "@" } else { "" }, |figure| figure.format.as_str());
    let style = styles.of(cell.style, format);
    if style > 0 {
        let _ = write!(out, " s=\"{style}\"");
    }
    match &cell.figure {
        Some(figure) if is_number(&figure.exact) => {
            let _ = write!(out, "><v>{}</v></c>", figure.exact);
        }
        _ if cell.text.is_empty() => out.push_str("/>"),
        _ => {
            out.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
            escape(out, cut(&cell.text, MOST_CHARACTERS));
            out.push_str("</t></is></c>");
        }
    }
}

/// Whether a text is a number as files write it: nothing else gets in unescaped.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let counts = |part: &str| !part.is_empty() && part.bytes().all(|sign| sign.is_ascii_digit());
    counts(whole) && counts(fraction)
}

/// Lists of answers. Other texts stay possible: the form takes them too, and says what it thinks of them.
fn choices(out: &mut String, choices: &[Choices]) {
    let fits = |choice: &&Choices| {
        let listed = choice.answers.join(",");
        let plain = |answer: &String| !answer.contains(['"', ',']) && !answer.is_empty();
        !listed.is_empty() && listed.chars().count() <= MOST_LISTED && choice.answers.iter().all(plain)
    };
    let listed: Vec<&Choices> = choices.iter().filter(fits).collect();
    if listed.is_empty() {
        return;
    }
    let _ = write!(out, "<dataValidations count=\"{}\">", listed.len());
    for choice in listed {
        out.push_str(
            "<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"0\" sqref=\"",
        );
        out.push_str(&choice.area.reference(false));
        out.push_str("\"><formula1>\"");
        for (at, answer) in choice.answers.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            escape(out, answer);
        }
        out.push_str("\"</formula1></dataValidation>");
    }
    out.push_str("</dataValidations>");
}

fn paper(out: &mut String, print: &Print) {
    out.push_str("<printOptions horizontalCentered=\"1\"/>");
    out.push_str("<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.6\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>");
    let turned = if print.landscape { "landscape" } else { "portrait" };
    let _ = write!(out, "<pageSetup paperSize=\"9\" orientation=\"{turned}\" fitToHeight=\"0\"/>");
    out.push_str("<headerFooter><oddFooter>&amp;L&amp;8");
    // `&` begins an instruction, and digits behind the size would be read as part of it.
    out.push(' ');
    escape(out, &cut(&print.footer, 200).replace('&', "&&").replace(['\n', '\r'], " "));
    out.push_str("&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter>");
}
