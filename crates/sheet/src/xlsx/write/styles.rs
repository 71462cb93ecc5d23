//! Styles out: each pair of a style and a number format once, in the order in which it is first used.

use std::fmt::Write;

use super::{HEAD, MAIN, escape};
use crate::Style;

/// The pairs that a workbook uses.
#[derive(Debug)]
pub(super) struct Styles {
    pairs: Vec<(Style, String)>,
    /// The pair that was asked for last: cells of a kind stand together.
    last: usize,
}

impl Default for Styles {
    fn default() -> Self {
        // The first is the look of all cells that have none.
        Self { pairs: vec![(Style::Plain, String::new())], last: 0 }
    }
}

impl Styles {
    /// The number of a pair.
    pub(super) fn of(&mut self, style: Style, format: &str) -> usize {
        let fits = |pair: &(Style, String)| pair.0 == style && pair.1 == format;
        if !self.pairs.get(self.last).is_some_and(fits) {
            self.last = self.pairs.iter().position(fits).unwrap_or_else(|| {
                self.pairs.push((style, format.to_owned()));
                self.pairs.len().saturating_sub(1)
            });
        }
        self.last
    }

    pub(super) fn xml(&self) -> String {
        let mut out = HEAD.to_owned();
        let _ = write!(out, "<styleSheet xmlns=\"{MAIN}\">");
        let mut formats: Vec<&str> = Vec::new();
        for (_, format) in &self.pairs {
            if !format.is_empty() && format != "@" && !formats.contains(&format.as_str()) {
                formats.push(format);
            }
        }
        if !formats.is_empty() {
            let _ = write!(out, "<numFmts count=\"{}\">", formats.len());
            for (at, format) in formats.iter().enumerate() {
                let _ = write!(out, "<numFmt numFmtId=\"{}\" formatCode=\"", at.saturating_add(OWN));
                escape(&mut out, format);
                out.push_str("\"/>");
            }
            out.push_str("</numFmts>");
        }
        out.push_str(FONTS);
        out.push_str(FILLS);
        out.push_str(BORDERS);
        out.push_str(
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        );
        let _ = write!(out, "<cellXfs count=\"{}\">", self.pairs.len());
        for (style, format) in &self.pairs {
            let number = match format.as_str() {
                "" => 0,
                // Text: nothing that is typed there becomes a date.
                "@" => 49,
                format => formats.iter().position(|known| *known == format).map_or(0, |at| at.saturating_add(OWN)),
            };
            cell(&mut out, *style, number);
        }
        out.push_str("</cellXfs>");
        out.push_str("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>");
        out.push_str("</styleSheet>");
        out
    }
}

/// Numbers below are those of formats that every spreadsheet knows.
const OWN: usize = 164;

const FONTS: &str = concat!(
    "<fonts count=\"5\">",
    "<font><sz val=\"10.5\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>",
    "<font><b/><sz val=\"18\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>",
    "<font><b/><sz val=\"10.5\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>",
    "<font><sz val=\"9\"/><color rgb=\"FF595959\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>",
    "<font><sz val=\"8\"/><color rgb=\"FFFFFFFF\"/><name val=\"宋体\"/><family val=\"3\"/><charset val=\"134\"/></font>",
    "</fonts>"
);
const FILLS: &str = concat!(
    "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>",
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF2F2F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
);
const BORDERS: &str = concat!(
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>",
    "<border><left style=\"thin\"><color auto=\"1\"/></left><right style=\"thin\"><color auto=\"1\"/></right>",
    "<top style=\"thin\"><color auto=\"1\"/></top><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>"
);

fn cell(out: &mut String, style: Style, number: usize) {
    let font = match style {
        Style::Title => 1,
        Style::Label | Style::Header => 2,
        Style::Note | Style::Imprint => 3,
        Style::Mark => 4,
        _ => 0,
    };
    let fill = if matches!(style, Style::Label | Style::Header) { 2 } else { 0 };
    let bordered = matches!(
        style,
        Style::Label
            | Style::Header
            | Style::Value
            | Style::Short
            | Style::Amount
            | Style::Absent
            | Style::Printed
            | Style::Note
    );
    let across = match style {
        Style::Title | Style::Label | Style::Header | Style::Short | Style::Absent => "center",
        Style::LineEnd | Style::Amount => "right",
        _ => "left",
    };
    let down = if style == Style::Seal { "top" } else { "center" };
    let _ = write!(
        out,
        "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{}\" xfId=\"0\" applyNumberFormat=\"1\" \
         applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"",
        u8::from(bordered)
    );
    if style == Style::Plain {
        out.push_str("/>");
        return;
    }
    let _ = write!(out, " applyProtection=\"1\"><alignment horizontal=\"{across}\" vertical=\"{down}\"");
    if !matches!(style, Style::Mark | Style::LineEnd | Style::Line) {
        out.push_str(" wrapText=\"1\"");
    }
    let _ = write!(out, "/><protection locked=\"{}\"/></xf>", u8::from(!style.is_unlocked()));
}
