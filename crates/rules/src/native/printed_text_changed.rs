//! A text that the official form prints, and that stands otherwise in the document.

use jibiao_model::{CellId, PrintedRow, Row, Table};

use crate::{prelude::*, restore};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("printed-text-changed"),
    dimension: Dimension::Consistency,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("printed-text-changed", &["cell", "printed", "text"]),
        ("printed-text-changed-gone", &["list"]),
        ("printed-text-changed-new", &["n"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'target-review-ordinary'\nextent = 'excerpt'\n[[tables.items]]\nid = 'complete-form'\nrating-part = '完整性'\nrating-item = '格式'\nrating-criteria = '格式规范，内容完整、准确、详实，没有缺项、错项'",
        ),
        Example::finds(
            2,
            "form = 'target-review-ordinary'\n[[tables.items]]\nid = 'complete-form'\nrating-part = '完整性'\nrating-item = '规范完整性'\nrating-criteria = '格式规范，内容完整、准确、详实，没有缺项、错项'\n[[tables.items]]\nid = 'our-own'\nrating-part = '其他'\nrating-item = '领导是否重视'",
        ),
        Example::clean(
            "form = 'target-review-ordinary'\nextent = 'excerpt'\n[[tables.items]]\nid = 'complete-form'\nrating-part = '完整性'\nrating-item = '规范完整性'\nrating-criteria = '格式规范，内容完整、准确、详实，没有缺项、错项'\nrating-grade = '良'",
        ),
        Example::clean("form = 'target-review-ordinary'\n[cells]\nproject-name = '灌区渠道清淤'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (_, table) in view.form.tables().filter(|(_, table)| !table.printed.is_empty()) {
        let rows = view.document.rows(table.id.as_str());
        let mut gone = Vec::new();
        for printed in &table.printed {
            match rows.iter().enumerate().find(|(_, row)| row.id == printed.id) {
                Some((index, row)) => texts(view, sink, table, index, row, printed),
                None => gone.push(printed),
            }
        }
        // Whoever has not begun has left nothing out.
        let any = rows.iter().any(|row| table.printed.iter().any(|printed| printed.id == row.id));
        if any && !gone.is_empty() && view.reading.is_whole() {
            put_back(view, sink, table, &gone);
        }
        for (index, row) in rows.iter().enumerate() {
            let known = !any || table.printed.iter().any(|printed| printed.id == row.id);
            if let (false, false, Some(column)) = (known, row.is_blank(), table.columns.first()) {
                let place = view.at_line(table, index, &row.id, &column.id);
                let edit = Edit::RemoveRow { table: table.id.clone(), row: row.id.clone() };
                let fix = Fix { message: "fix-drop-row".to_owned(), args: Vec::new(), edit };
                let n = Number::whole(i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1));
                sink.report_with_fixes(place, "printed-text-changed-new", [("n", Arg::Number(n))], vec![fix]);
            }
        }
    }
    Ok(())
}

fn texts(view: &View<'_>, sink: &mut Sink<'_>, table: &Table, index: usize, given: &Row, printed: &PrintedRow) {
    let differs = |(cell, text): &(&CellId, &String)| given.text(cell.as_str()).trim() != text.trim();
    for (cell, text) in printed.cells.iter().filter(differs) {
        let args = [
            ("cell", Arg::Cell(cell.clone())),
            ("printed", Arg::Text(text.clone())),
            ("text", Arg::Text(given.text(cell.as_str()).to_owned())),
        ];
        let fix = Fix {
            message: "fix-set".to_owned(),
            args: vec![("text".to_owned(), Arg::Text(text.clone()))],
            edit: restore::row_cell(&table.id, index, given, cell, text),
        };
        sink.report_with_fixes(view.at_line(table, index, &given.id, cell), "printed-text-changed", args, vec![fix]);
    }
}

/// Rows that are not there are told together, and put back together.
fn put_back(view: &View<'_>, sink: &mut Sink<'_>, table: &Table, gone: &[&PrintedRow]) {
    let name = |row: &PrintedRow| table.row_name(|cell| row.cells.get(cell).map_or("", String::as_str)).to_owned();
    let edits = gone.iter().map(|printed| Edit::InsertRow {
        table: table.id.clone(),
        at: table.printed.iter().position(|row| row.id == printed.id).unwrap_or(usize::MAX),
        row: Row { cells: printed.cells.clone(), ..Row::new(printed.id.clone()) },
    });
    let fix =
        Fix { message: "fix-put-rows-back".to_owned(), args: Vec::new(), edit: Edit::All { edits: edits.collect() } };
    let args = [("list", Arg::Words(gone.iter().map(|row| name(row)).collect()))];
    sink.report_with_fixes(view.at_table(table), "printed-text-changed-gone", args, vec![fix]);
}
