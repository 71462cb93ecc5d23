//! A cell for an amount, a number or a date whose text is none.

use jibiao_model::{Kind, Value};
use jibiao_reading::{
    ends_before_it_starts, no_such_date, read_amount, read_date, read_number, read_percent, read_period, read_value,
    read_year,
};

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("cell-unreadable"),
    dimension: Dimension::Completeness,
    purposes: EVERY,
    basis: &[REVIEW],
    needs: &[],
    messages: &[
        ("cell-unreadable", &["cell", "text"]),
        ("cell-unreadable-row", &["indicator", "cell", "text"]),
        ("cell-unreadable-line", &["row", "cell", "text"]),
        ("cell-unreadable-target", &["indicator", "cell", "text"]),
        ("cell-unreadable-no-such-date", &["indicator", "cell", "text"]),
        ("cell-unreadable-no-such-date-told", &["cell", "text"]),
        ("cell-unreadable-year", &["cell", "text"]),
        ("cell-unreadable-date", &["cell", "text"]),
        ("cell-unreadable-monitored", &["cell", "text"]),
        ("cell-unreadable-period", &["cell", "text"]),
    ],
    examples: examples![
        Example::finds(1, "[cells]\n'fund.total.year' = '约三十来万'"),
        Example::finds(1, "[cells]\nstart-date = '2026年13月'"),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '道路长度'\ntarget = '≥5公里'\nweight = '十来分'",
        ),
        Example::finds(1, "[cells]\nyear = '二六年'"),
        Example::finds(1, "form = 'project-declaration-2015'\n[cells]\nproject-period = '三年'"),
        Example::finds(1, "form = 'project-monitoring-2021'\n[cells]\nmonitored-to = '2026年2月30日'"),
        Example::finds(1, "form = 'department-monitoring'\n[cells]\nmonitored-to = '今年'"),
        Example::clean("form = 'project-monitoring-2021'\n[cells]\nmonitored-to = '7月底'"),
        Example::finds(
            2,
            "[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2026-13-45'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '培训人数'\ntarget = '≥1,00,0人'",
        ),
        Example::finds(
            2,
            "form = 'department-declaration'\n[[tables.tasks]]\nmain-task = '农村公路养护'\nline-amount = '一千多万'\n[[tables.tasks]]\nmain-task = '公交运营补贴'\nline-amount = '2000'\nline-other = '若干'",
        ),
        Example::finds(
            1,
            "form = 're-evaluation-rows'\n[[rows]]\nlevel-3 = '道路长度'\nweight = '10'\nreview-score = '七八分'",
        ),
        Example::clean(
            "form = 'department-declaration'\n[[tables.tasks]]\nmain-task = '农村公路养护'\nmain-task-content = '一千多公里'\nline-amount = '1,600.00'\nline-other = '—'",
        ),
        Example::finds(
            3,
            "[cells]\nyear-goal = '新建农村公路6.7公里，2026年13月底前通过验收。'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '≤2026年13月'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '补助发放时间'\ntarget = '2月30日前'",
        ),
        Example::finds(
            3,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '完工时间'\ntarget = '2026年11月'\nexpected = '2026年13月'\n[[rows]]\nlevel-3 = '设备单价'\ntarget = '≤4万元'\nso-far = '∞万元'\nexpected = '#DIV/0!'",
        ),
        Example::clean(
            "[cells]\nyear-goal = '新建农村公路6.7公里，养护期13个月，2028年2月29日前通过验收。'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '养护期'\ntarget = '≥13个月'",
        ),
        Example::clean(
            "[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '完工时间'\ntarget = '2026-11-30'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '培训人数'\ntarget = '≥1,000人'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '1,200.50'\nstart-date = '2026.1.1'"),
        Example::clean("[cells]\n'fund.other.year' = '—'\n'fund.total.year' = ''"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let unit = view.reading.money_unit;
    for (_, cell) in view.form.cells() {
        let readable = reads(cell.kind, view.document.text(cell.id.as_str()), unit);
        // A period that ends before it starts is told as such.
        let reversed = |text| cell.concept == Some(Concept::ProjectPeriod) && ends_before_it_starts(text);
        if !readable && !reversed(view.document.text(cell.id.as_str())) {
            let key = match cell.kind {
                // All that the sheet tells is up to this day.
                Kind::Date if cell.concept == Some(Concept::MonitoredTo) => "cell-unreadable-monitored",
                Kind::Year => "cell-unreadable-year",
                Kind::Date => "cell-unreadable-date",
                Kind::Period => "cell-unreadable-period",
                _ => "cell-unreadable",
            };
            let text = Arg::Text(view.document.text(cell.id.as_str()).to_owned());
            sink.report(view.at_cell(&cell.id), key, [("cell", Arg::Cell(cell.id.clone())), ("text", text)]);
        }
    }
    for (cell, text) in view.texts().filter(|(cell, _)| matches!(cell.kind, Kind::Prose | Kind::Line)) {
        if let Some(date) = no_such_date(text) {
            let args = [("cell", Arg::Cell(cell.id.clone())), ("text", Arg::Text(date))];
            sink.report(view.at_cell(&cell.id), "cell-unreadable-no-such-date-told", args);
        }
    }
    view.each(sink, |indicator, sink| {
        values(view, indicator, sink);
        Ok(())
    })?;
    view.each(sink, |indicator, sink| {
        if indicator.horizon != Horizon::Year {
            return Ok(());
        }
        let points = [
            (Concept::Weight, &indicator.weight),
            (Concept::LevelTwoWeight, &indicator.level_two_weight),
            (Concept::Score, &indicator.score),
        ];
        for (concept, known) in points {
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
        Ok(())
    })?;
    lines(view, sink);
    Ok(())
}

/// Amounts and points in the other tables, and the points that a place prints in columns of its own.
fn lines(view: &View<'_>, sink: &mut Sink<'_>) {
    let indicators = view.form.indicators().map(|table| &table.id);
    // Lines of a composition may be computations, which another rule reads.
    let others = view.form.tables().filter(|(_, table)| table.column(Concept::LineItem).is_none());
    for (_, table) in others {
        // Points given again are no part of an indicator as read.
        let is_read = |concept: Option<Concept>| {
            indicators == Some(&table.id) && concept.is_some_and(|concept| concept != Concept::ReviewScore)
        };
        for (index, row) in view.document.rows(table.id.as_str()).iter().enumerate() {
            for column in table.columns.iter().filter(|column| !is_read(column.concept)) {
                let text = row.text(column.id.as_str());
                if reads(column.kind, text, view.reading.money_unit) {
                    continue;
                }
                let args = [
                    ("row", view.line_name(table, row, index)),
                    ("cell", Arg::Cell(column.id.clone())),
                    ("text", Arg::Text(text.to_owned())),
                ];
                sink.report(view.at_line(table, index, &row.id, &column.id), "cell-unreadable-line", args);
            }
        }
    }
}

/// Whether the text of a cell of this kind can be read; words always can.
fn reads(kind: Kind, text: &str, unit: jibiao_model::MoneyUnit) -> bool {
    match kind {
        _ if text.is_empty() => true,
        Kind::Line | Kind::Prose | Kind::Choice | Kind::Value => true,
        Kind::Money => is_readable(&read_amount(text, unit)),
        Kind::Number => is_readable(&read_number(text)),
        Kind::Percent => is_readable(&read_percent(text)),
        Kind::Year => is_readable(&read_year(text)),
        Kind::Date => is_readable(&read_date(text)),
        Kind::Period => is_readable(&read_period(text)),
    }
}

/// Targets and results may be words; those that are all figure and still none are told.
fn values(view: &View<'_>, indicator: &Indicator<'_>, sink: &mut Sink<'_>) {
    let cells = [
        (Concept::Target, &indicator.target, indicator.target_text),
        (Concept::Actual, &indicator.actual, indicator.actual_text),
    ];
    for (concept, known, text) in cells {
        value(view, indicator, (concept, known, text), sink);
    }
    for concept in [Concept::SoFar, Concept::Expected].into_iter().filter(|_| view.monitoring().is_some()) {
        let text = view.row_text(indicator, concept).unwrap_or_default();
        if !text.trim().is_empty() && indicator.horizon == Horizon::Year {
            value(view, indicator, (concept, &read_value(text, None, None), text), sink);
        }
    }
}

fn value(view: &View<'_>, indicator: &Indicator<'_>, said: (Concept, &Known<Value>, &str), sink: &mut Sink<'_>) {
    let (concept, known, text) = said;
    let date = || no_such_date(text).filter(|_| matches!(known, Known::Unreadable));
    let (key, text) = match row::is_broken(known, text) {
        true => ("cell-unreadable-target", text.to_owned()),
        false => match date() {
            Some(date) => ("cell-unreadable-no-such-date", date),
            None => return,
        },
    };
    if let Some(column) = view.column(indicator.column(concept)) {
        let args =
            [("indicator", view.name(indicator)), ("cell", Arg::Cell(column.clone())), ("text", Arg::Text(text))];
        sink.report(view.at_row_cell(indicator, concept), key, args);
    }
}

fn is_readable<T>(known: &Known<T>) -> bool {
    !matches!(known, Known::Unreadable)
}
