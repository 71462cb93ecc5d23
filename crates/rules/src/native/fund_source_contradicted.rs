//! A text that says whose money it is, and the funds block puts it under another source.

use jibiao_model::Amount;

use crate::prelude::*;

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("fund-source-contradicted"),
    dimension: Dimension::Consistency,
    purposes: TOLD,
    basis: &[REVIEW],
    needs: &[Need::Words("fiscal-money"), Need::Words("own-money")],
    messages: &[("fund-source-contradicted", &["cell", "text", "source", "amount", "unit"])],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.fiscal.year' = '0'\n'fund.other.year' = '20'\ngrounds = '资金来源：一般公共预算'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.fiscal.year' = '20'\noverview = '资金性质：单位自筹资金'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.fiscal.year' = '20'\noverview = '为镇区主街更换破损路灯，共更换86盏，方便沿街群众夜间出行。经费来源为单位自筹。'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.fiscal.year' = '20'\ngrounds = '资金来源：一般公共预算'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.fiscal.year' = '10'\n'fund.other.year' = '10'\ngrounds = '资金来源：财政拨款、单位自筹'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[cells]\n'fund.total.year' = '20'\n'fund.other.year' = '20'\ngrounds = '按一般公共预算管理办法执行'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (cell, text) in view.texts() {
        let Some(said) = stated(&cell.label.zh, text.trim()) else { continue };
        let (fiscal, own) = (view.words("fiscal-money").is_in(said), view.words("own-money").is_in(said));
        let source = match (fiscal, own) {
            (true, false) => FundSource::Other,
            (false, true) => FundSource::Fiscal,
            _ => continue,
        };
        for moment in [FundMoment::Year, FundMoment::Annual, FundMoment::Whole] {
            let amount = |source| view.reading.amount(source, moment).answered().copied();
            let (Some(total), Some(other)) = (amount(FundSource::Total), amount(source)) else { continue };
            if total > Amount::ZERO && total == other {
                let Some(id) = view.form.cell_of(Concept::Fund(source, moment)) else { continue };
                let unit = view.reading.money_unit;
                let args = [
                    ("cell", Arg::Cell(cell.id.clone())),
                    ("text", Arg::Text(said.to_owned())),
                    ("source", Arg::Cell(id.clone())),
                    ("amount", Arg::Number(other.in_unit(unit)?)),
                    ("unit", Arg::Text(unit.label().to_owned())),
                ];
                sink.report(view.at(Concept::Fund(source, moment)), "fund-source-contradicted", args);
                return Ok(());
            }
        }
    }
    Ok(())
}

/// What a text says of the source: the cell asks for it, or a sentence names it.
fn stated<'t>(label: &str, text: &'t str) -> Option<&'t str> {
    const NAMES: [&str; 4] = ["资金性质", "资金来源", "经费来源", "资金渠道"];
    const LONGEST: usize = 90;
    if text.len() <= LONGEST && NAMES.iter().any(|name| label.contains(name)) {
        return Some(text);
    }
    let rest = NAMES.iter().find_map(|name| {
        let rest = text.split_once(name)?.1.trim_start();
        let rest = rest.trim_start_matches(['全', '部', '均', '主', '要', '都']);
        rest.strip_prefix(['：', ':', '为', '是', '系'])
    })?;
    let sentence = rest.split(['。', '；', ';', '\n']).next().unwrap_or(rest).trim();
    (sentence.len() <= LONGEST).then_some(sentence)
}
