//! An approved target that no longer stands as approved.

use jibiao_model::{CellId, Origin, Place, Relation, RowId, TableId};

use crate::{
    carried::{TARGET, is_same, is_same_target},
    prelude::*,
    restore,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("approved-changed"),
    dimension: Dimension::Consistency,
    purposes: EVERY,
    basis: &[APPROVED],
    needs: &[],
    messages: &[
        ("approved-changed", &["cell", "approved", "text"]),
        ("approved-changed-row", &["row", "cell", "approved", "text"]),
        ("approved-changed-gone", &["row"]),
        ("approved-changed-new", &["row"]),
        ("approved-changed-rated", &["cell", "approved", "text"]),
        ("approved-changed-rated-row", &["row", "cell", "approved", "text"]),
        ("approved-changed-rated-gone", &["row"]),
        ("approved-changed-rated-new", &["row"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\ntarget = '≥80座'\n[[approved.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[cells]\nyear-goal = '维修窨井80座。'\n[[rows]]\nlevel-3 = '路灯亮灯率'\ntarget = '≥98%'\n[approved.cells]\nyear-goal = '维修窨井120座。'\n[[approved.rows]]\nlevel-3 = '路灯亮灯率'\ntarget = '≥98%'\n[[approved.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'\n[[rows]]\nlevel-3 = '更换井盖'\ntarget = '≥20个'\n[[approved.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '补苗300棵'\ntarget = '≥300棵'\n[[approved.rows]]\nlevel-3 = '栽树300棵'\ntarget = '≥300棵'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '栽树'\ntarget = '300棵左右'\n[[approved.rows]]\nlevel-3 = '栽树'\ntarget = '300棵'",
        ),
        // Points that somebody gave themselves were not approved; they stand as they were given all the same.
        Example::finds(1, "form = 're-evaluation-rows'\n[cells]\nself-total = '96'\n[rated.cells]\nself-total = '91'",),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'\nactual = '118座'\n[[approved.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\ntarget = '≥80座'\n[[previous.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '井盖完好率'\ntarget = '≥ 98.0％'\n[[approved.rows]]\nlevel-3 = '井盖完好率'\ntarget = '≥98%'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座 '\n[[approved.rows]]\nlevel-3 = '维修窨井'\ntarget = '≥120座'",
        ),
        // A sign, a number and a unit say the same in one cell and in three.
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\noperator = ''\ntarget = '≥120座'\nunit = ''\n[[approved.rows]]\nlevel-3 = '维修窨井'\noperator = '≥'\ntarget = '120'\nunit = '座'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '道路保洁率'\noperator = '≥'\ntarget = '95'\nunit = '%'\n[[approved.rows]]\nlevel-3 = '道路保洁率'\noperator = ''\ntarget = '≥95.0％'\nunit = ''",
        ),
        // The sign is gone, or another stands there.
        Example::finds(
            3,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\noperator = ''\ntarget = '120座'\nunit = ''\n[[approved.rows]]\nlevel-3 = '维修窨井'\noperator = '≥'\ntarget = '120'\nunit = '座'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '维修窨井'\noperator = '≤'\ntarget = '120'\nunit = '座'\n[[approved.rows]]\nlevel-3 = '维修窨井'\noperator = '≥'\ntarget = '120'\nunit = '座'",
        ),
    ],
    check,
};

/// What is told of an origin: of targets that were approved, or of a sheet that is rated here.
struct Keys {
    cell: &'static str,
    row: &'static str,
    gone: &'static str,
    new: &'static str,
}

impl Keys {
    fn of(origin: &Origin) -> &'static Self {
        const APPROVED: Keys = Keys {
            cell: "approved-changed",
            row: "approved-changed-row",
            gone: "approved-changed-gone",
            new: "approved-changed-new",
        };
        const RATED: Keys = Keys {
            cell: "approved-changed-rated",
            row: "approved-changed-rated-row",
            gone: "approved-changed-rated-gone",
            new: "approved-changed-rated-new",
        };
        if origin.relation == Relation::Rated { &RATED } else { &APPROVED }
    }
}

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for origin in view.document.origins {
        let keys = Keys::of(origin);
        for (cell, approved) in &origin.frozen.cells {
            let text = view.document.text(cell.as_str());
            if !is_same(text, approved) {
                let (was, is) = around(approved, text);
                let args = [("cell", Arg::Cell(cell.clone())), ("approved", Arg::Text(was)), ("text", Arg::Text(is))];
                let edit = Edit::SetCell { cell: cell.clone(), text: approved.clone() };
                sink.report_with_fixes(view.at_cell(cell), keys.cell, args, vec![restored(edit, approved)]);
            }
        }
        origin.frozen.tables.keys().for_each(|table| rows(view, sink, origin, table));
    }
    Ok(())
}

fn restored(edit: Edit, approved: &str) -> Fix {
    Fix { message: "fix-set".to_owned(), args: vec![("text".to_owned(), Arg::Text(approved.to_owned()))], edit }
}

/// Both texts from a little before the place where they part: a message quotes sixty letters, and a goal may be longer.
fn around(approved: &str, text: &str) -> (String, String) {
    const SHORT: usize = 40;
    const BEFORE: usize = 8;
    if approved.chars().count().max(text.chars().count()) <= SHORT {
        return (approved.to_owned(), text.to_owned());
    }
    let same = approved.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(BEFORE);
    let cut = |text: &str| {
        let dots = if from == 0 { "" } else { "……" };
        dots.chars().chain(text.chars().skip(from).take(SHORT)).collect()
    };
    (cut(approved), cut(text))
}

fn rows(view: &View<'_>, sink: &mut Sink<'_>, origin: &Origin, table: &TableId) {
    let (Some(shape), Some(frozen)) = (view.form.table(table.as_str()), origin.frozen.tables.get(table)) else {
        return;
    };
    let keys = Keys::of(origin);
    let at = |index: usize, row: &RowId, cell: &CellId| view.at_line(shape, index, row, cell);
    for (index, row) in view.document.rows(table.as_str()).iter().enumerate() {
        let Some(cells) = frozen.get(&row.id) else {
            if !row.is_blank() {
                let name = Arg::Text(shape.row_name(|cell| row.text(cell)).to_owned());
                let place = Place { cell: None, ..shape_at(view, shape, index, &row.id) };
                sink.report(place, keys.new, [("row", name)]);
            }
            continue;
        };
        for (cell, approved) in cells {
            let text = row.text(cell.as_str());
            let of_target = || TARGET.iter().any(|part| shape.column(*part).is_some_and(|column| column.id == *cell));
            if is_same(text, approved) || (of_target() && is_same_target(shape, row, cells)) {
                continue;
            }
            let (was, is) = around(approved, text);
            let args = [
                ("row", Arg::Text(shape.row_name(|cell| cells.get(cell).map_or("", String::as_str)).to_owned())),
                ("cell", Arg::Cell(cell.clone())),
                ("approved", Arg::Text(was)),
                ("text", Arg::Text(is)),
            ];
            let fixes = vec![restored(restore::row_cell(table, index, row, cell, approved), approved)];
            sink.report_with_fixes(at(index, &row.id, cell), keys.row, args, fixes);
        }
    }
    for (row, cells) in frozen {
        let blank = cells.values().all(|text| text.trim().is_empty());
        if !blank && view.document.row(table.as_str(), row.as_str()).is_none() {
            let name = shape.row_name(|cell| cells.get(cell).map_or("", String::as_str));
            let args = [("row", Arg::Text(name.to_owned()))];
            sink.report(view.at_table(shape), keys.gone, args);
        }
    }
}

fn shape_at(view: &View<'_>, shape: &jibiao_model::Table, index: usize, row: &RowId) -> Place {
    let at = view.at_table(shape);
    Place { pointer: format!("{}/{index}", at.pointer), row: Some(row.clone()), ..at }
}
