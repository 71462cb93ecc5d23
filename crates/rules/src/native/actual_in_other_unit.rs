//! A result in a unit that the target can't be compared with.

use jibiao_reading::read_unit;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("actual-in-other-unit"),
    dimension: Dimension::Consistency,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Words("units-of-persons"),
        Need::Words("units-of-households"),
        Need::Words("units-of-events"),
        Need::Words("units-of-things"),
    ],
    messages: &[("actual-in-other-unit", &["indicator", "target", "actual"])],
    examples: examples![
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '新建步道'\ntarget = '≥3公里'\nactual = '2400平方米'\n[[rows]]\nlevel-3 = '抽查商品批次'\ntarget = '≥95%'\nactual = '120批'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '发放补贴'\ntarget = '120户'\nactual = '35.6万元'",
        ),
        Example::finds(
            2,
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '培训乡村医生'\ntarget = '≥300人'\nactual = '312期'\n[[rows]]\nlevel-3 = '改造户厕'\ntarget = '=120户'\nactual = '120台'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '培训乡村医生'\ntarget = '≥300人'\nactual = '312人次'\n[[rows]]\nlevel-3 = '救助对象'\ntarget = '≥40人'\nactual = '43个'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '新建步道'\ntarget = '≥3公里'\nactual = '3200米'\n[[rows]]\nlevel-3 = '举办演出'\ntarget = '≥5场'\nactual = '6次'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[[rows]]\nlevel-3 = '培训成本'\ntarget = '≤300元/人·天'\nactual = '280元'\n[[rows]]\nlevel-3 = '办结时限'\ntarget = '≤5个工作日'\nactual = '3天'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    view.each(sink, |indicator, sink| {
        let (Some(target), Some(actual)) = (row::target(indicator), row::actual(indicator)) else { return Ok(()) };
        let (Some(asked), Some(given)) = (measured(target), measured(actual)) else { return Ok(()) };
        let counted = counted(view, target).zip(counted(view, actual));
        if asked != given || counted.is_some_and(|(asked, given)| asked != given) {
            let args = [
                ("indicator", view.name(indicator)),
                ("target", row::target_said(view, indicator)),
                ("actual", Arg::Text(indicator.actual_text.to_owned())),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Actual), "actual-in-other-unit", args);
        }
        Ok(())
    })
}

/// What is counted, as far as the unit says it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Persons,
    Households,
    /// Events that people take part in.
    Events,
    Things,
}

fn counted(view: &View<'_>, quantity: &jibiao_model::Quantity) -> Option<Counted> {
    let unit = quantity.unit.as_ref().filter(|unit| unit.family == UnitFamily::Count)?;
    let kinds = [
        ("units-of-persons", Counted::Persons),
        ("units-of-households", Counted::Households),
        ("units-of-events", Counted::Events),
        ("units-of-things", Counted::Things),
    ];
    let word = unit.text.trim_start_matches(['万', '千', '百', '亿']);
    kinds.into_iter().find_map(|(set, kind)| view.words(set).has(word).then_some(kind))
}

/// What is measured; of a rate, what stands before the slash.
fn measured(quantity: &jibiao_model::Quantity) -> Option<UnitFamily> {
    let unit = quantity.unit.as_ref()?;
    match unit.family {
        UnitFamily::MoneyPer => Some(UnitFamily::Money),
        UnitFamily::Per => read_unit(unit.text.split('/').next()?).map(|unit| unit.family),
        family => Some(family),
    }
}
