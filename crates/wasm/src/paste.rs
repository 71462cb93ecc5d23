//! 粘贴: what a table from a spreadsheet becomes. A portal shows the answer to a person and applies its edit.

use jibiao_kit::{
    Edit, RowId, canonical,
    model::{CellId, Table},
    table::{Fate, Grid, Plan, Tally, Way, from_clipboard, plan, recognise},
};
use serde::{Deserialize, Serialize};

use crate::{desk::Desk, failure::Failure};

/// What was pasted, and where.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Asked {
    table: String,
    #[serde(default)]
    html: String,
    #[serde(default)]
    text: String,
    /// The row and the column that the person stands in.
    row: Option<String>,
    column: Option<String>,
    // What the person changed in the answer before.
    columns: Option<Vec<Option<String>>>,
    way: Option<Way>,
    #[serde(default)]
    left_out: Vec<usize>,
}

/// What becomes of it.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    head: [usize; 2],
    columns: Vec<Option<&'a str>>,
    way: Way,
    rows: Vec<RowInfo<'a>>,
    tally: Tally,
    unplaced: &'a [usize],
    cut: bool,
    hidden: usize,
    edit: &'a Option<Edit>,
}

#[derive(Debug, Serialize)]
struct RowInfo<'a> {
    #[serde(flatten)]
    fate: Fate,
    texts: Vec<&'a str>,
    cells: Vec<CellInfo<'a>>,
}

#[derive(Debug, Serialize)]
struct CellInfo<'a> {
    from: usize,
    column: &'a str,
    text: &'a str,
    before: &'a str,
    #[serde(rename = "use")]
    used: jibiao_kit::table::Use,
    turn: Option<jibiao_kit::table::Turn>,
    doubt: Option<jibiao_kit::table::Doubt>,
}

impl Desk {
    /// What a table from the clipboard becomes in a table of the document. Nothing is changed: the answer's edit does it.
    ///
    /// # Errors
    /// [`Failure`] where the request does not fit, or the form has no such table or column.
    pub fn read_paste(&self, request: &str) -> Result<String, Failure> {
        let wrong = |what: &str| Failure::wrong_request(what, self.language());
        let asked: Asked = serde_json::from_str(request).map_err(|error| wrong(&error.to_string()))?;
        let at = asked.row.map(RowId::new).zip(asked.column.map(CellId::new));
        let sheet = self.draft().sheet(&asked.table, at.as_ref().map(|(row, column)| (row, column)));
        let sheet = sheet.ok_or_else(|| wrong(&format!("table = {:?}", asked.table)))?;
        let grid = from_clipboard(&asked.html, &asked.text);
        let mut mapping = recognise(&sheet, &grid);
        for (from, to) in asked.columns.iter().flatten().enumerate() {
            let named = |id: &String| sheet.table.columns.iter().position(|column| column.id.as_str() == id);
            let to = match to {
                Some(id) => Some(named(id).ok_or_else(|| wrong(&format!("columns[{from}] = {id:?}")))?),
                None => None,
            };
            mapping.set(from, to);
        }
        mapping.way = asked.way.unwrap_or(mapping.way);
        mapping.left_out = asked.left_out;
        let plan = plan(&sheet, &grid, &mapping);
        let columns = mapping.columns.iter().map(|to| to.and_then(|to| id_of(sheet.table, to))).collect();
        Ok(canonical(&Answer {
            head: [mapping.head.start, mapping.head.end],
            columns,
            way: mapping.way,
            rows: rows(sheet.table, &grid, &plan),
            tally: plan.tally,
            unplaced: &plan.unplaced,
            cut: grid.is_cut(),
            hidden: grid.hidden(),
            edit: &plan.edit,
        }))
    }
}

fn id_of(table: &Table, at: usize) -> Option<&str> {
    table.columns.get(at).map(|column| column.id.as_str())
}

fn rows<'a>(table: &'a Table, grid: &'a Grid, plan: &'a Plan) -> Vec<RowInfo<'a>> {
    let row = |(at, row): (usize, &'a jibiao_kit::table::PlannedRow)| RowInfo {
        fate: row.fate,
        texts: (0..grid.width()).map(|column| grid.own(at, column)).collect(),
        cells: (row.cells.iter())
            .map(|cell| CellInfo {
                from: cell.from,
                column: id_of(table, cell.to).unwrap_or_default(),
                text: &cell.text,
                before: &cell.before,
                used: cell.used,
                turn: cell.turn,
                doubt: cell.doubt,
            })
            .collect(),
    };
    plan.rows.iter().enumerate().map(row).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::*;

    fn asked(desk: &Desk, request: &Json) -> Json {
        serde_json::from_str(&desk.read_paste(&request.to_string()).unwrap()).unwrap()
    }

    #[test]
    fn the_edit_of_the_answer_puts_the_table_in() {
        let mut desk = Desk::blank("project-declaration-2021", "d", None).unwrap();
        let text = "一级指标\t三级指标\t指标值\t备注\n产出\t道路长度\t≥12公里\tx\n";
        let answer = asked(&desk, &json!({ "table": "indicators", "text": text }));
        assert_eq!(answer["columns"], json!(["level-1", "level-3", "target", null]));
        assert_eq!(
            (&answer["head"], &answer["way"], &answer["unplaced"]),
            (&json!([0, 1]), &json!("match"), &json!([3]))
        );
        assert_eq!((&answer["rows"][0]["fate"], &answer["rows"][1]["fate"]), (&json!("head"), &json!("new")));
        let cell = json!({ "from": 0, "column": "level-1", "text": "产出指标", "before": "", "use": "fills", "turn": "as-on-form", "doubt": null });
        assert_eq!(answer["rows"][1]["cells"][0], cell);
        let edit = desk.edit(&answer["edit"].to_string()).unwrap();
        desk.apply(edit).unwrap();
        assert!(desk.document().contains("道路长度"));
    }

    #[test]
    fn a_person_may_send_columns_elsewhere() {
        let desk = Desk::blank("project-declaration-2021", "d", None).unwrap();
        let request = json!({ "table": "indicators", "text": "三级指标\t要求\n甲\t1\n乙\t2\n", "columns": ["level-3", "target"], "way": "add", "leftOut": [2] });
        let answer = asked(&desk, &request);
        assert_eq!((&answer["columns"], &answer["tally"]["added"]), (&json!(["level-3", "target"]), &json!(1)));
        assert_eq!(answer["rows"][2]["fate"], "left-out");
    }

    #[test]
    fn a_table_or_column_that_is_not_there_is_refused() {
        let desk = Desk::blank("project-declaration-2021", "d", None).unwrap();
        for request in [
            json!({ "table": "none", "text": "a\tb" }),
            json!({ "table": "indicators", "text": "a\tb", "columns": ["none"] }),
            json!({ "table": "indicators", "texts": "a\tb" }),
            json!({ "text": "a\tb" }),
        ] {
            assert_eq!(desk.read_paste(&request.to_string()).unwrap_err().code, "wrong-request", "{request}");
        }
    }
}
