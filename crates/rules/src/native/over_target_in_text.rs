//! A text of the table's own that tells of a result far from what was asked for, and gives no reason.

use jibiao_model::UnitFamily;
use jibiao_reading::read_value;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("over-target-in-text"),
    dimension: Dimension::Feasibility,
    purposes: SELF_EVALUATION,
    basis: &[SELF],
    needs: &[
        Need::Words("asked-for"),
        Need::Words("reasons"),
        Need::Number("over-target-from"),
        Need::Number("far-below-ceiling-to"),
    ],
    messages: &[
        ("over-target-in-text", &["cell", "clause", "percent"]),
        ("over-target-in-text-ceiling", &["cell", "clause", "percent"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\nother-notes = '全年发生校园安全事件2起，低于年初控制指标18起，未发生伤亡。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '培训护林员130人，超出计划50人；巡山次数完成目标。'",
        ),
        Example::finds(
            1,
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '全年接待群众1200人次，超额完成任务60%。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '培训护林员130人，因上级追加任务，超出计划50人。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '培训护林员130人，超出计划10人；成本9.2万元，低于预算0.8万元。'",
        ),
        Example::clean(
            "form = 'project-self-evaluation-2021'\n[cells]\ngoal-result = '全年空气优良天数330天，高于上年40天，比全省平均多25天。'",
        ),
    ],
    check,
};

/// Words by which a result is said to be above what was asked for, and below.
const ABOVE: [&str; 6] = ["高于", "超出", "超过", "多于", "超额完成", "超"];
const BELOW: [&str; 3] = ["低于", "少于", "小于"];
/// Characters between the comparison and the number: the words for what was asked for stand there.
const WINDOW: usize = 24;

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for (cell, text) in view.texts() {
        if !text.contains(['高', '低', '超', '多', '少']) {
            continue;
        }
        for sentence in text.split(['。', '；', ';', '\n']) {
            let Some(found) = compared(view, sentence)? else { continue };
            if view.words("reasons").is_in(sentence) {
                continue;
            }
            let key = if found.ceiling { "over-target-in-text-ceiling" } else { "over-target-in-text" };
            let args = [
                ("cell", Arg::Cell(cell.id.clone())),
                ("clause", Arg::Text(sentence.trim().to_owned())),
                ("percent", Arg::Number(found.percent.rounded(0, jibiao_model::Rounding::HalfUp))),
            ];
            sink.report(view.at_cell(&cell.id), key, args);
        }
    }
    Ok(())
}

/// A result as a share of what was asked for.
struct Compared {
    percent: Number,
    ceiling: bool,
}

/// The first comparison of a sentence that is far off.
fn compared(view: &View<'_>, sentence: &str) -> Result<Option<Compared>, Halt> {
    for (words, ceiling) in [(&ABOVE[..], false), (&BELOW[..], true)] {
        let Some((word, at)) = words.iter().find_map(|word| Some((*word, sentence.find(word)?))) else { continue };
        let (before, rest) = sentence.split_at_checked(at).unwrap_or((sentence, ""));
        let rest = rest.strip_prefix(word).unwrap_or(rest);
        let Some(number) = rest.find(|c: char| c.is_ascii_digit()) else { continue };
        let (asked, difference) = rest.split_at_checked(number).unwrap_or((rest, ""));
        let named = asked.chars().count() <= WINDOW && view.words("asked-for").is_in(asked);
        let done = word.ends_with("完成") && asked.trim().is_empty();
        if !(named || done) || asked.contains(['，', ',']) {
            continue;
        }
        let Some(difference) = leading(difference) else { continue };
        let percent = if difference.1 == Some(UnitFamily::Ratio) {
            // 超额完成任务60%
            if ceiling { continue } else { Number::HUNDRED.plus(difference.0)? }
        } else {
            let Some(result) = last(before).filter(|result| result.1 == difference.1) else { continue };
            let asked = if ceiling { result.0.plus(difference.0)? } else { result.0.minus(difference.0)? };
            if asked <= Number::ZERO || result.0.is_zero() {
                continue;
            }
            result.0.times(Number::HUNDRED)?.over(asked)?
        };
        let money_saved = ceiling && matches!(difference.1, Some(UnitFamily::Money | UnitFamily::MoneyPer));
        let far = if ceiling {
            percent <= view.number("far-below-ceiling-to")?
        } else {
            percent >= view.number("over-target-from")?
        };
        if far && !money_saved {
            return Ok(Some(Compared { percent, ceiling }));
        }
    }
    Ok(None)
}

/// The number at the start of a text and the family of its unit.
fn leading(text: &str) -> Option<(Number, Option<UnitFamily>)> {
    let end = text.find(['，', ',', '、', '（', '(', '；', '。']).unwrap_or(text.len());
    let value = read_value(text.get(..end)?, None, None);
    let quantity = value.answered()?.quantity()?;
    Some((quantity.number, row::family(quantity)))
}

/// The number of the last clause that states one.
fn last(text: &str) -> Option<(Number, Option<UnitFamily>)> {
    let clause = text.rsplit(['，', ',', '、']).find(|clause| clause.contains(|c: char| c.is_ascii_digit()))?;
    let value = read_value(clause, None, None);
    let quantity = value.answered()?.quantity()?;
    Some((quantity.number, row::family(quantity)))
}
