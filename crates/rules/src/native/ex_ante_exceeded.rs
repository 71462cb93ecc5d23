//! A declaration that asks for more than its ex-ante evaluation left of the money.

use jibiao_model::{Amount, MoneyUnit, Relation};
use jibiao_reading::read_amount;

use crate::{carried::unit_then, prelude::*};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("ex-ante-exceeded"),
    dimension: Dimension::Feasibility,
    purposes: &[FormPurpose::Declaration],
    basis: &[Basis::fixed("财预〔2015〕88号", "绩效目标审核结果的应用")],
    needs: &[],
    messages: &[
        ("ex-ante-exceeded", &["amount", "limit", "unit"]),
        ("ex-ante-exceeded-cut", &["amount", "limit", "asked", "cut", "unit"]),
        ("ex-ante-exceeded-cut-year", &["amount", "limit", "asked", "cut", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "[cells]\n'fund.total.year' = '120'\n[assessed.cells]\n'fund.total.year' = '120'\namount-cut = '30'",
        ),
        Example::finds(
            1,
            "[cells]\n'fund.total.whole' = '300'\n'fund.total.year' = '100'\n[assessed.cells]\n'fund.total.whole' = '300'\n'fund.total.year' = '100'\namount-cut = '30'",
        ),
        // More than was ever evaluated.
        Example::finds(1, "[cells]\n'fund.total.year' = '150'\n[assessed.cells]\n'fund.total.year' = '120'"),
        Example::finds(
            1,
            "form = 'project-declaration-2015'\n[cells]\nmoney-unit = '元'\n'fund.total.year' = '1000000'\n[assessed.cells]\nmoney-unit = '万元'\n'fund.total.year' = '120'\namount-cut = '30'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '90'\n[assessed.cells]\n'fund.total.year' = '120'\namount-cut = '30'",
        ),
        // The cut falls on the years to come.
        Example::clean(
            "[cells]\n'fund.total.whole' = '270'\n'fund.total.year' = '100'\n[assessed.cells]\n'fund.total.whole' = '300'\n'fund.total.year' = '100'\namount-cut = '30'",
        ),
        Example::clean(
            "[cells]\n'fund.total.year' = '120'\n[assessed.cells]\n'fund.total.year' = '120'\namount-cut = '0'",
        ),
        Example::clean("[cells]\n'fund.total.year' = '120'\n[assessed.cells]\nproject-name = '乡村物流驿站'"),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let Some(origin) = view.document.origin(Relation::Assessed) else { return Ok(()) };
    let unit = unit_then(view.form, origin);
    let assessed = |concept: Concept| {
        // What the declaration has no cell for is kept under the name of what it means.
        let cell = view.form.cell_of(concept).map_or_else(|| concept.to_string(), ToString::to_string);
        read_amount(origin.before.cells.get(cell.as_str())?, unit).answered().copied()
    };
    let total = |moment| Concept::Fund(FundSource::Total, moment);
    let cut = assessed(Concept::AmountCut).filter(|cut| *cut > Amount::ZERO);
    let asked = [FundMoment::Whole, FundMoment::Year].map(|moment| (moment, assessed(total(moment))));
    let [(_, whole), _] = asked;
    for (moment, asked) in asked {
        let amount = view.reading.amount(FundSource::Total, moment).answered().copied();
        let (Some(asked), Some(amount)) = (asked, amount) else { continue };
        let declared_whole = view.reading.amount(FundSource::Total, FundMoment::Whole).answered().is_some();
        // Of a project of several years any year may bear the cut, as long as the whole does.
        let cut_here =
            cut.filter(|_| moment == FundMoment::Whole || whole == Some(asked) || !(whole.is_some() && declared_whole));
        let limit = match cut_here {
            Some(cut) => Amount::new(asked.yuan().minus(cut.yuan())?, MoneyUnit::Yuan)?,
            None => asked,
        };
        if amount <= limit {
            continue;
        }
        let shown = view.reading.money_unit;
        let number = |amount: Amount| amount.in_unit(shown).map(Arg::Number);
        let place = view.at(total(moment));
        let (declared, left) = (("amount", number(amount)?), ("limit", number(limit)?));
        let unit = ("unit", Arg::Text(shown.label().to_owned()));
        match cut_here {
            None => sink.report(place, "ex-ante-exceeded", [declared, left, unit]),
            Some(cut) => {
                let several_years = moment == FundMoment::Year && whole.is_some_and(|whole| whole > asked);
                let key = if several_years { "ex-ante-exceeded-cut-year" } else { "ex-ante-exceeded-cut" };
                let args = [declared, left, ("asked", number(asked)?), ("cut", number(cut)?), unit];
                sink.report(place, key, args);
            }
        }
        // What is too much for the whole is too much for the year; it is told once.
        break;
    }
    Ok(())
}
