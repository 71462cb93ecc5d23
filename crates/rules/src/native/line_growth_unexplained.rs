//! A line of a composition that asks for much more than was spent last year, without grounds.

use jibiao_model::Amount;

use crate::{
    lines::{Role, compositions},
    prelude::*,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("line-growth-unexplained"),
    dimension: Dimension::Feasibility,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Number("line-growth-explained-above"), Need::Words("line-totals"), Need::Words("line-subtotals")],
    messages: &[("line-growth-unexplained", &["item", "amount", "last", "percent", "unit"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '维修维护费'\nline-amount = '60'\nline-last-year = '30'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '物业费'\nline-amount = '95'\nline-last-year = '50.5'\nline-grounds = '无'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '维修维护费'\nline-amount = '60'\nline-last-year = '30'\nline-grounds = '新增2栋办公楼，按面积测算'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '维修维护费'\nline-amount = '33'\nline-last-year = '30'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '新增设备'\nline-amount = '33'\nline-last-year = '0'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '合计'\nline-amount = '60'\nline-last-year = '30'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for composition in compositions(view) {
        // Without a column for grounds, nobody was asked for them.
        let Some(grounds) = composition.column(Concept::LineGrounds) else { continue };
        let (Some(column), Some(amounts), Some(lasts)) = (
            composition.column(Concept::LineAmount),
            composition.amounts(view, Concept::LineAmount),
            composition.amounts(view, Concept::LineLastYear),
        ) else {
            continue;
        };
        let figures = composition.lines.iter().zip(amounts).zip(lasts);
        for ((line, amount), last) in figures.filter(|((line, _), _)| line.role == Role::Part) {
            let (Known::Answered(amount), Known::Answered(last)) = (amount, last) else { continue };
            let said = line.row.text(grounds.as_str()).chars().filter(|c| c.is_alphanumeric()).count();
            if last <= Amount::ZERO || said > 1 {
                continue;
            }
            let percent = amount.yuan().minus(last.yuan())?.times(Number::HUNDRED)?.over(last.yuan())?;
            if percent > view.number("line-growth-explained-above")? {
                let unit = view.reading.money_unit;
                let args = [
                    ("item", Arg::Text(line.item.to_owned())),
                    ("amount", Arg::Number(amount.in_unit(unit)?)),
                    ("last", Arg::Number(last.in_unit(unit)?)),
                    ("percent", Arg::Number(percent.rounded(1, jibiao_model::Rounding::HalfUp))),
                    ("unit", Arg::Text(unit.label().to_owned())),
                ];
                let place = view.at_line(composition.table, line.index, &line.row.id, column);
                sink.report(place, "line-growth-unexplained", args);
            }
        }
    }
    Ok(())
}
