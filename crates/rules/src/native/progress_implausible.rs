//! Results of a monitoring sheet that can't be true beside each other: less is expected in the end than was done already,
//! or many times the target was done.

use jibiao_model::{Direction, Quantity, Rounding};
use jibiao_reading::read_value;

use crate::{monitored::is_accumulated, prelude::*, reason::letters_said, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("progress-implausible"),
    dimension: Dimension::Consistency,
    purposes: &[FormPurpose::Monitoring],
    basis: &[MONITORING],
    needs: &[
        Need::Number("progress-implausible-times"),
        Need::Number("explanation-length"),
        Need::Words("reason-fillers"),
        Need::Words("rate-names"),
        Need::Words("no-rate-names"),
    ],
    messages: &[
        ("progress-implausible", &["indicator", "so-far", "expected"]),
        ("progress-implausible-times", &["indicator", "cell", "text", "target", "times"]),
    ],
    examples: examples![
        // 38公里 are expected of which 40公里 are done.
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥36公里'\nso-far = '40公里'\nexpected = '38公里'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '安装标牌数量'\ntarget = '160'\nunit = '块'\nso-far = '3000000000000'\nexpected = '160'",
        ),
        // The unit was mistaken: 米 for 公里.
        Example::finds(
            2,
            "form = 'department-monitoring'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12000公里'\nexpected = '46000公里'",
        ),
        Example::finds(
            1,
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '每公里造价'\ntarget = '≤11.5万元/公里'\nso-far = '112000万元/公里'\nexpected = '11.2万元/公里'",
        ),
        // A rate may fall, and so may what had better be small; more than was asked is no mistake.
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '抽检合格率'\ntarget = '≥95%'\nso-far = '98%'\nexpected = '96%'\n[[rows]]\nlevel-3 = '安全事故起数'\ntarget = '≤3起'\nso-far = '1起'\nexpected = '0起'\n[[rows]]\nlevel-3 = '培训人次'\ntarget = '≥200人次'\nso-far = '950人次'\nexpected = '1200人次'",
        ),
        // The reason is told; another unit; nothing to compare with.
        Example::clean(
            "form = 'project-monitoring-2021'\n[[rows]]\nlevel-3 = '受理申请数量'\ntarget = '≥2件'\nso-far = '60件'\nexpected = '90件'\nreason = '新政策7月起施行，申请量骤增'\n[[rows]]\nlevel-3 = '县道养护里程'\ntarget = '≥46公里'\nso-far = '12000米'\nexpected = '46公里'\n[[rows]]\nlevel-3 = '群众投诉件数'\ntarget = '0件'\nso-far = '1件'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let (most, least) = (view.number("progress-implausible-times")?, view.count("explanation-length")?);
    let fillers = [view.words("reason-fillers")];
    view.each(sink, |indicator, sink| {
        if indicator.horizon != Horizon::Year {
            return Ok(());
        }
        let (so_far, expected) = (told(view, indicator, Concept::SoFar), told(view, indicator, Concept::Expected));
        if (so_far.is_none() && expected.is_none()) || letters_said(indicator.reason, &fillers) >= least {
            return Ok(());
        }
        let mut beyond = false;
        for (concept, quantity) in [(Concept::SoFar, &so_far), (Concept::Expected, &expected)] {
            if let Some(times) = times(indicator, quantity.as_ref(), most)?
                && let Some(column) = view.column(concept)
            {
                beyond = true;
                let args = [
                    ("indicator", view.name(indicator)),
                    ("cell", Arg::Cell(column.clone())),
                    ("text", said(view, indicator, concept)),
                    ("target", row::target_said(view, indicator)),
                    ("times", Arg::Number(times.rounded(0, Rounding::HalfUp))),
                ];
                sink.report(view.at_row_cell(indicator, concept), "progress-implausible-times", args);
            }
        }
        if let (false, Some(done), Some(end)) = (beyond, so_far, expected)
            && end.number < done.number
            && row::comparable(&end, &done)
            && indicator.direction == Some(Direction::Higher)
            && is_accumulated(view, indicator)
        {
            let args = [
                ("indicator", view.name(indicator)),
                ("so-far", said(view, indicator, Concept::SoFar)),
                ("expected", said(view, indicator, Concept::Expected)),
            ];
            sink.report(view.at_row_cell(indicator, Concept::Expected), "progress-implausible", args);
        }
        Ok(())
    })
}

fn said(view: &View<'_>, indicator: &Indicator<'_>, concept: Concept) -> Arg {
    Arg::Text(view.row_text(indicator, concept).unwrap_or_default().trim().to_owned())
}

/// The number that a column tells; its unit may stand in a column of its own.
fn told(view: &View<'_>, indicator: &Indicator<'_>, concept: Concept) -> Option<Quantity> {
    let text = view.row_text(indicator, concept).filter(|text| !text.trim().is_empty())?;
    let unit = Some(row::unit_text(view, indicator)).filter(|unit| !unit.is_empty());
    read_value(text, None, unit).answered()?.quantity().cloned()
}

/// How many times the target a number is, where it is too many.
fn times(indicator: &Indicator<'_>, told: Option<&Quantity>, most: Number) -> Result<Option<Number>, Halt> {
    let Some((target, told)) = row::target(indicator).zip(told) else { return Ok(None) };
    if target.number <= Number::ZERO || !row::comparable(target, told) {
        return Ok(None);
    }
    let times = told.number.over(target.number)?;
    Ok((times >= most).then_some(times))
}
