//! Tables in html, as Excel, WPS, LibreOffice, Word and web pages put them on the clipboard. No document is built and
//! nothing of it is run: tags are looked at one after the other, and only cells and their texts are kept.

mod entity;
mod tag;

use self::tag::{Tag, Token, Tokens};
use crate::{
    Grid,
    grid::{Builder, Most},
    text::tidy,
};

/// Elements whose content is no text of a cell.
const UNSEEN: [&str; 8] = ["script", "style", "title", "xml", "template", "noscript", "svg", "rt"];

/// The cells of all tables of an html text, one table under the other; `None` where there is no cell.
///
/// Merged cells stand at each of their places. Hidden rows and columns are left out and counted. A table inside a cell is
/// text of that cell.
pub fn from_html(html: &str) -> Option<Grid> {
    let mut reader = Reader { builder: Builder::new(Most::USUAL), cell: None, inside: 0, hidden: false, any: false };
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next().filter(|_| !reader.builder.is_full()) {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Open(tag) => match UNSEEN.iter().find(|name| tag.is(name)) {
                Some(name) => tokens.skip_to_end_of(name),
                None => reader.open(&tag),
            },
            Token::Close(tag) => reader.close(&tag),
        }
    }
    reader.end_cell();
    reader.builder.end_row(reader.hidden);
    reader.any.then(|| reader.builder.finish())
}

/// A cell whose end has not come yet.
struct Open {
    text: String,
    across: usize,
    down: usize,
    filled: bool,
    seen: bool,
}

struct Reader {
    builder: Builder,
    cell: Option<Open>,
    /// How many tables are open inside the cell.
    inside: usize,
    /// Whether the row is hidden.
    hidden: bool,
    any: bool,
}

impl Reader {
    fn open(&mut self, tag: &Tag<'_>) {
        if tag.is("table") {
            if self.cell.is_some() {
                self.inside = self.inside.saturating_add(1);
            } else {
                self.end_row();
                self.builder.end_table();
            }
        } else if self.inside > 0 {
            self.inside_cell(tag);
        } else if tag.is("tr") {
            self.end_row();
            self.builder.begin_row();
            self.hidden = tag.is_hidden();
        } else if tag.is("td") || tag.is("th") {
            self.end_cell();
            self.any = true;
            // Excel widens a cell whose text runs over blank neighbours, and says that nothing is merged.
            let style = tag.style();
            self.cell = Some(Open {
                text: String::new(),
                across: tag.number("colspan").unwrap_or(1).max(1),
                // None means: to the end of the table.
                down: tag.number("rowspan").map_or(1, |down| if down == 0 { usize::MAX } else { down }),
                filled: !style.contains("mso-ignore:colspan"),
                seen: !tag.is_hidden(),
            });
        } else if tag.is("col") {
            self.builder.columns(tag.number("span").unwrap_or(1).max(1), tag.is_hidden());
        } else {
            self.inside_cell(tag);
        }
    }

    /// What breaks the lines of a cell.
    fn inside_cell(&mut self, tag: &Tag<'_>) {
        const LINES: [&str; 6] = ["br", "p", "div", "li", "tr", "hr"];
        let Some(cell) = &mut self.cell else { return };
        if LINES.iter().any(|name| tag.is(name)) {
            let begun = !cell.text.trim_end_matches(' ').is_empty();
            if tag.is("br") || begun && !cell.text.ends_with('\n') {
                cell.text.push('\n');
            }
        } else if tag.is("td") || tag.is("th") {
            cell.text.push(' ');
        }
    }

    fn close(&mut self, tag: &Tag<'_>) {
        if tag.is("table") {
            if let Some(cell) = self.cell.as_mut().filter(|_| self.inside > 0) {
                cell.text.push('\n');
                self.inside = self.inside.saturating_sub(1);
            } else {
                self.end_row();
                self.builder.end_table();
            }
        } else if self.inside > 0 {
            self.inside_cell(tag);
        } else if tag.is("td") || tag.is("th") {
            self.end_cell();
        } else if tag.is("tr") {
            self.end_row();
        } else if !tag.is("br") {
            self.inside_cell(tag);
        }
    }

    fn text(&mut self, text: &str) {
        let Some(cell) = &mut self.cell else { return };
        entity::decode(text, &mut |sign| match sign {
            // Line ends of the source are blanks, and several blanks are one.
            ' ' | '\t' | '\n' | '\r' => {
                if !cell.text.ends_with([' ', '\n']) {
                    cell.text.push(' ');
                }
            }
            sign => cell.text.push(sign),
        });
    }

    fn end_cell(&mut self) {
        self.inside = 0;
        if let Some(cell) = self.cell.take() {
            let text = tidy(&cell.text).replace('\u{a0}', " ");
            let text = if cell.seen { text } else { String::new() };
            self.builder.cell(text, cell.across, cell.down, cell.filled);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.builder.end_row(std::mem::take(&mut self.hidden));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(html: &str) -> Vec<Vec<String>> {
        let grid = from_html(html).unwrap_or_default();
        (0..grid.height())
            .map(|row| (0..grid.width()).map(|column| grid.text(row, column).to_owned()).collect())
            .collect()
    }

    #[test]
    fn excel_writes_rows_between_marks_and_lines_inside_cells() {
        let html = "<html xmlns:o=\"urn:x\"><head><style><!--\ntd{mso-number-format:General;}\n.xl65{white-space:normal}--></style>\
            </head><body>\n<table border=0 cellpadding=0 width=200 style='border-collapse:collapse;width:150pt'>\n \
            <col width=72 style='width:54pt'><col width=128>\n<!--StartFragment-->\n <tr height=19 style='height:14.25pt'>\n  \
            <td rowspan=2 height=38 class=xl65 width=72 style='mso-number-format:\"\\@\"'>产出<br style='mso-data-placement:same-cell;'>\n    \
            指标</td>\n  <td class=xl65>&nbsp;≥95%</td>\n </tr>\n <tr height=19>\n  <td class=xl66>1 &lt; 2&nbsp;&amp; 3</td>\n </tr>\n\
            <!--EndFragment-->\n</table>\n</body></html>";
        assert_eq!(cells(html), [["产出\n指标", "≥95%"], ["产出\n指标", "1 < 2 & 3"]]);
    }

    #[test]
    fn wps_writes_capital_tags_values_and_formulas_beside_the_text() {
        let html = "<HTML><TABLE><colgroup><col span=\"2\"></colgroup><TBODY><TR><TD class=\"xl1\" x:num=\"0.95\" \
            x:fmla=\"=A1&gt;B1\">95%</TD><TD x:str>数量<SPAN>指标</SPAN></TD></TR></TBODY></TABLE></HTML>";
        assert_eq!(cells(html), [["95%", "数量指标"]]);
    }

    #[test]
    fn hidden_rows_and_columns_are_left_out_and_counted() {
        let html = "<table><col><col width=0 style='display:none;mso-width-source:userset'><col><tr><td>a<td>b<td>c\
            <tr style='display:none'><td>x<td>y<td>z<tr height=0 style='display: none'><td></td></tr><tr><td>d<td>e<td>f</table>";
        assert_eq!(cells(html), [["a", "c"], ["d", "f"]]);
        assert_eq!(from_html(html).unwrap().hidden(), 2);
    }

    #[test]
    fn text_that_runs_over_its_neighbours_is_no_merged_cell() {
        let html = "<table><tr><td colspan=2 style='mso-ignore:colspan'>长长的标题</td><td>x</td></tr>\
            <tr><td colspan=2>合并</td><td>y</td></tr></table>";
        assert_eq!(cells(html), [["长长的标题", "", "x"], ["合并", "合并", "y"]]);
    }

    #[test]
    fn scripts_styles_and_comments_are_no_text() {
        let html = "<table><tr><td>a<script>alert('<td>')</script><style>td{}</style><!-- <td>b --><![if !x]>c<![endif]>\
            <td><img src=x onerror=alert(1)>d</table><script>e";
        assert_eq!(cells(html), [["ac", "d"]]);
    }

    #[test]
    fn a_table_inside_a_cell_is_its_text() {
        let html = "<table><tr><td>a<table><tr><td>1<td>2<tr><td>3</table>b<td>c</table>";
        assert_eq!(cells(html), [["a\n1 2\n3\nb", "c"]]);
    }

    #[test]
    fn paragraphs_of_a_cell_are_lines() {
        assert_eq!(cells("<table><tr><td><p>一</p>\n<p>二</p><div>三</div></td></tr></table>"), [["一\n二\n三"]]);
    }

    #[test]
    fn tags_that_are_never_closed_do_no_harm() {
        assert_eq!(cells("<table><tr><td>a<td>b<tr><td>c<b"), [["a", "b"], ["c", ""]]);
        assert_eq!(cells("<td>1 < 2 <> 3</td><td title=\"x>y\">z"), [["1 < 2 <> 3", "z"]]);
        assert_eq!(from_html("<p>文字</p>"), None);
        assert_eq!(from_html("<table></table>"), None);
        assert_eq!(cells("<td>a<script>b"), [["a"]]);
    }

    #[test]
    fn endless_spans_end_with_the_table() {
        let grid = from_html("<table><tr><td rowspan=99999999 colspan=99999999>a<td>b<tr><td>c</table>").unwrap();
        assert_eq!((grid.height(), grid.width()), (1, 2048));
        assert!(grid.is_cut(), "b has no place any more");
        let grid = from_html("<table><tr><td rowspan=99999999>a<td>b<tr><td>c</table>").unwrap();
        assert_eq!([grid.text(1, 0), grid.text(1, 1)], ["a", "c"]);
        assert_eq!(from_html("<td colspan=-3 rowspan=x>a").unwrap().width(), 1);
    }
}
