//! What names a project and its money, changed after it was taken over from another document.

use jibiao_model::{Origin, Relation, TableId};

use crate::{
    carried::{concept_of, still_says},
    prelude::*,
    restore,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("carried-changed"),
    dimension: Dimension::Consistency,
    purposes: EVERY,
    basis: &[APPROVED],
    needs: &[],
    messages: &[
        ("carried-changed", &["cell", "before", "text"]),
        ("carried-changed-blank", &["cell", "before"]),
        ("carried-changed-unit", &["cell", "before", "text"]),
        ("carried-changed-budget", &["cell", "before", "text"]),
        ("carried-changed-annual", &["cell", "before", "text"]),
        ("carried-changed-last", &["row", "cell", "before", "text"]),
    ],
    examples: examples![
        Example::finds(
            2,
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nproject-name = '城区绿化养护'\nproject-code = '6101'\n[previous.cells]\nyear = '2026年'\nproject-name = '滨河步道维护'\nproject-code = '6102'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\n'fund.total.initial' = '90'\n[previous.cells]\n'fund.total.initial' = '120'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[cells]\nproject-name = '滨河步道维护'\n[previous.cells]\nproject-name = '滨河步道维护'\nproject-code = '6102'",
        ),
        Example::finds(
            1,
            "[cells]\nproject-name = '滨河步道维护'\n[[rows]]\nlevel-3 = '维护步道'\nlast-actual = '9公里'\n[[last-year.rows]]\nlevel-3 = '维护步道'\nlast-actual = '6公里'",
        ),
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nyear = '2026'\nproject-name = '滨河 步道维护'\n'fund.total.initial' = '120.00'\n[previous.cells]\nyear = '2026年'\nproject-name = '滨河步道维护'\n'fund.total.initial' = '120'",
        ),
        // The unit was changed, and the amounts with it.
        Example::clean(
            "form = 'project-monitoring-2021'\n[cells]\nmoney-unit = '元'\n'fund.total.initial' = '1200000'\n[previous.cells]\nmoney-unit = '万元'\n'fund.total.initial' = '120'",
        ),
        // A year later a project may be called otherwise, and aims at something else.
        Example::clean(
            "[cells]\nyear = '2026'\nproject-name = '滨河步道维护（二期）'\n[[rows]]\nlevel-3 = '维护步道'\ntarget = '≥8公里'\n[last-year.cells]\nyear = '2026'\nproject-name = '滨河步道维护'\n[[last-year.rows]]\nlevel-3 = '维护步道'\ntarget = '≥5公里'",
        ),
        // An adjustment may change the money; it says why elsewhere.
        Example::clean("[cells]\n'fund.total.year' = '90'\n[adjusted.cells]\n'fund.total.year' = '120'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let (form, document) = (view.form, view.document);
    for origin in document.origins {
        for (cell, before) in &origin.before.cells {
            let Some(concept) = concept_of(form, cell).filter(|concept| origin.relation.holds(*concept)) else {
                continue;
            };
            let text = document.text(cell.as_str());
            if before.trim().is_empty()
                || still_says(form, view.document.whole(), origin, Some(concept), [before, text])
            {
                continue;
            }
            // The same may have been taken over twice: from what was approved, and from the sheet before.
            let told = document.origins.iter().take_while(|earlier| !std::ptr::eq(*earlier, origin));
            if told.into_iter().any(|earlier| earlier.before.cells.get(cell) == Some(before)) {
                continue;
            }
            let place = || view.at_cell(cell);
            let named = ("cell", Arg::Cell(cell.clone()));
            let was = ("before", Arg::Text(before.clone()));
            let edit = Edit::SetCell { cell: cell.clone(), text: before.clone() };
            let fix = Fix { message: "fix-set".to_owned(), args: vec![("text".to_owned(), was.1.clone())], edit };
            if text.trim().is_empty() {
                sink.report_with_fixes(place(), "carried-changed-blank", [named, was], vec![fix]);
                continue;
            }
            let key = match concept {
                Concept::Department | Concept::DepartmentCode | Concept::ImplementingUnit => "carried-changed-unit",
                Concept::Fund(_, FundMoment::Annual) => "carried-changed-annual",
                Concept::Fund(_, FundMoment::Initial) => "carried-changed-budget",
                _ => "carried-changed",
            };
            sink.report_with_fixes(place(), key, [named, was, ("text", Arg::Text(text.to_owned()))], vec![fix]);
        }
        if origin.relation == Relation::LastYear {
            origin.before.tables.keys().for_each(|table| rows(view, sink, origin, table));
        }
    }
    Ok(())
}

/// What was aimed at and reached last year, beside the targets of this one.
fn rows(view: &View<'_>, sink: &mut Sink<'_>, origin: &Origin, table: &TableId) {
    let (Some(shape), Some(taken)) = (view.form.table(table.as_str()), origin.before.tables.get(table)) else { return };
    for (index, row) in view.document.rows(table.as_str()).iter().enumerate() {
        let Some(cells) = taken.get(&row.id) else { continue };
        for (cell, before) in cells {
            let concept = shape.columns.iter().find(|column| column.id == *cell).and_then(|column| column.concept);
            let text = row.text(cell.as_str());
            if !concept.is_some_and(|concept| origin.relation.holds(concept))
                || text.trim().is_empty()
                || still_says(view.form, view.document.whole(), origin, concept, [before, text])
            {
                continue;
            }
            let was = Arg::Text(before.clone());
            let args = [
                ("row", Arg::Text(shape.row_name(|cell| row.text(cell)).to_owned())),
                ("cell", Arg::Cell(cell.clone())),
                ("before", was.clone()),
                ("text", Arg::Text(text.to_owned())),
            ];
            let edit = restore::row_cell(table, index, row, cell, before);
            let fix = Fix { message: "fix-set".to_owned(), args: vec![("text".to_owned(), was)], edit };
            sink.report_with_fixes(view.at_line(shape, index, &row.id, cell), "carried-changed-last", args, vec![fix]);
        }
    }
}
