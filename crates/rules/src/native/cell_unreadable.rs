//! A cell for an amount, a number or a date whose text is none.

use jibiao_model::Kind;
use jibiao_reading::{read_amount, read_date, read_number, read_percent, read_period, read_year};

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("cell-unreadable"),
    dimension: Dimension::Completeness,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("cell-unreadable", &["cell", "text"]),
        ("cell-unreadable-row", &["indicator", "cell", "text"]),
        ("cell-unreadable-date", &["cell", "text"]),
    ],
    examples: &[
        Example::finds(1, "[cells]\n'fund.total.year' = '约三十来万'"),
        Example::finds(1, "[cells]\nstart-date = '2026年13月'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '道路长度'\ntarget = '≥5公里'\nweight = '十来分'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '1,200.50'\nstart-date = '2026.1.1'"),
        Example::clean("[cells]\n'fund.other.year' = '—'\n'fund.total.year' = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let unit = view.reading.money_unit;
    for (_, cell) in view.form.cells() {
        let readable = match cell.kind {
            Kind::Line | Kind::Prose | Kind::Choice | Kind::Value => continue,
            Kind::Money | Kind::Number | Kind::Percent | Kind::Year | Kind::Date | Kind::Period => {
                let text = view.document.text(cell.id.as_str());
                match cell.kind {
                    _ if text.is_empty() => true,
                    Kind::Money => is_readable(&read_amount(text, unit)),
                    Kind::Percent => is_readable(&read_percent(text)),
                    Kind::Year => is_readable(&read_year(text)),
                    Kind::Date => is_readable(&read_date(text)),
                    Kind::Period => is_readable(&read_period(text)),
                    _ => is_readable(&read_number(text)),
                }
            }
        };
        if !readable {
            let timed = matches!(cell.kind, Kind::Year | Kind::Date | Kind::Period);
            let key = if timed { "cell-unreadable-date" } else { "cell-unreadable" };
            let text = Arg::Text(view.document.text(cell.id.as_str()).to_owned());
            sink.report(view.at_cell(&cell.id), key, [("cell", Arg::Cell(cell.id.clone())), ("text", text)]);
        }
    }
    for indicator in view.indicators().filter(|indicator| indicator.horizon == Horizon::Year) {
        for (concept, known) in [(Concept::Weight, &indicator.weight), (Concept::Score, &indicator.score)] {
            if !is_readable(known)
                && let Some(column) = view.column(concept)
            {
                let text = view.row_text(indicator, concept).unwrap_or_default().to_owned();
                let args = [
                    ("indicator", view.name(indicator)),
                    ("cell", Arg::Cell(column.clone())),
                    ("text", Arg::Text(text)),
                ];
                sink.report(view.at_row_cell(indicator, concept), "cell-unreadable-row", args);
            }
        }
    }
    Ok(())
}

fn is_readable<T>(known: &Known<T>) -> bool {
    !matches!(known, Known::Unreadable)
}
