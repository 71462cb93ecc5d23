//! An adjustment within the year that does not say why, or changes nothing.

use jibiao_model::{CellId, Relation};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("adjustment-unexplained"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[APPROVED],
    needs: &[],
    messages: &[("adjustment-unexplained", &["cell"]), ("adjustment-unexplained-nothing", &[])],
    examples: examples![
        Example::finds(
            1,
            "[cells]\nyear-goal = '改造老旧小区6个。'\n[adjusted.cells]\nyear-goal = '改造老旧小区9个。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '改造老旧小区9个。'\n[adjusted.cells]\nyear-goal = '改造老旧小区9个。'",
        ),
        Example::finds(
            1,
            "[cells]\nyear-goal = '改造老旧小区6个。'\nadjustment-reason = '无'\n[adjusted.cells]\nyear-goal = '改造老旧小区9个。'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '改造老旧小区6个。'\nadjustment-reason = '两个小区列入拆迁范围，一个小区改由街道出资。'\n[adjusted.cells]\nyear-goal = '改造老旧小区9个。'",
        ),
        Example::clean("[cells]\nyear-goal = '改造老旧小区6个。'\n[approved.cells]\nyear-goal = '改造老旧小区6个。'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(origin) = view.document.origin(Relation::Adjusted) else { return Ok(()) };
    let before = &origin.before;
    let reason = view.form.cell_of(Concept::AdjustmentReason);
    let other = |cell: &str| Some(cell) != reason.map(CellId::as_str);
    let same = |now: &str, before: Option<&String>| now.trim() == before.map_or("", |before| before.trim());
    let cells = &view.document.cells;
    let mut unchanged =
        cells.iter().filter(|(cell, _)| other(cell.as_str())).all(|(cell, now)| same(now, before.cells.get(cell)));
    // What the form has no cell for is only remembered.
    let asked = |cell: &CellId| other(cell.as_str()) && view.form.cell(cell.as_str()).is_some();
    unchanged &= before.cells.iter().filter(|(cell, _)| asked(cell)).all(|(cell, text)| same(text, cells.get(cell)));
    for (table, rows) in &view.document.whole().tables {
        let known = before.tables.get(table);
        for row in rows.iter().filter(|row| !row.is_blank()) {
            let was = known.and_then(|rows| rows.get(&row.id));
            unchanged &= was.is_some_and(|was| {
                row.cells.iter().all(|(cell, now)| same(now, was.get(cell)))
                    && was.iter().all(|(cell, text)| same(text, row.cells.get(cell)))
            });
        }
    }
    for (table, rows) in &before.tables {
        let now = view.document.rows(table.as_str());
        // As many rows, and each of them as it was.
        unchanged &= rows.iter().filter(|(_, cells)| cells.values().any(|text| !text.trim().is_empty())).count()
            == now.iter().filter(|row| !row.is_blank()).count();
    }
    if unchanged {
        sink.report(view.at_document(), "adjustment-unexplained-nothing", []);
        return Ok(());
    }
    let Some(cell) = reason else { return Ok(()) };
    let said = view.document.text(cell.as_str()).trim();
    if said.chars().filter(|c| row::is_letter(*c)).nth(1).is_none() || view.words("reason-fillers").has(said) {
        sink.report(view.at_cell(cell), "adjustment-unexplained", [("cell", Arg::Cell(cell.clone()))]);
    }
    Ok(())
}
