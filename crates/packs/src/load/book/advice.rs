//! 结果应用: what the pack advises.

use jibiao_model::Said;
use jibiao_rules::{Fields, choices};
use jibiao_score::{AdviceEntry, When};

use super::method::LIGHTS;

pub(super) fn read(entries: Vec<Fields<'_>>) -> Vec<AdviceEntry> {
    entries.into_iter().map(entry).collect()
}

fn entry(mut fields: Fields<'_>) -> AdviceEntry {
    let purposes = fields.all_of("purposes", &choices::PURPOSES);
    let when = when(fields.fields("when"));
    let says = fields.label("says");
    let reduction = fields.optional_number("reduction");
    if reduction.is_some_and(|number| number.is_negative() || number > jibiao_model::Number::HUNDRED) {
        fields.tell(["`reduction` is not between 0 and 100"]);
    }
    let basis = fields.texts("basis");
    if basis.is_empty() {
        fields.tell(["`basis` names no source"]);
    }
    AdviceEntry { purposes, when, says: Said { zh: says.zh, en: says.en }, reduction, basis }
}

fn when(mut fields: Fields<'_>) -> When {
    let grades = fields.optional_texts("grades");
    let lights = if fields.has("lights") { fields.all_of("lights", &LIGHTS) } else { Vec::new() };
    let (above, below) = (fields.optional_number("above"), fields.optional_number("below"));
    let measure = fields.optional_one_of("measure", &choices::MEASURES).map(|name| (name, above, below));
    let bounded = above.is_some() || below.is_some();
    if measure.is_some() != bounded {
        fields.tell(["`measure` goes with `above` or `below`"]);
    }
    let twice_below = fields.flag("twice-below");
    if grades.is_empty() && lights.is_empty() && measure.is_none() && !twice_below {
        fields.tell(["nothing is said of when"]);
    }
    When { grades, lights, measure, twice_below }
}
