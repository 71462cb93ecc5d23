//! One way of computing points: what is stated takes the place of what was there.

use jibiao_model::{Light, LightBound, MeasureName, Number, YearDay};
use jibiao_reading::{Vocabulary, WordSet};
use jibiao_rules::{Fields, choices};
use jibiao_score::{
    Clock, Denominator, Gate, Grade, Inapplicable, ItemGrade, Late, LowerMethod, Mean, Method, OverTarget, Overall,
    Split, Tier,
};

const DENOMINATORS: [(&str, Denominator); 2] = [("annual", Denominator::Annual), ("initial", Denominator::Initial)];
const LOWERS: [(&str, LowerMethod); 2] = [("ratio", LowerMethod::Ratio), ("excess", LowerMethod::Excess)];
const MISSED: [(&str, bool); 2] = [("ratio", false), ("nothing", true)];
const INAPPLICABLE: [(&str, Inapplicable); 3] =
    [("given", Inapplicable::Given), ("rescaled", Inapplicable::Rescaled), ("dropped", Inapplicable::Dropped)];
const OVERALLS: [(&str, Overall); 3] =
    [("none", Overall::None), ("worst", Overall::Worst), ("commonest", Overall::Commonest)];
const CLOCKS: [(&str, Clock); 2] = [("days", Clock::Days), ("months", Clock::Months)];
const MEANS: [(&str, Mean); 2] = [("plain", Mean::Plain), ("weighted", Mean::Weighted)];
pub(super) const LIGHTS: [(&str, Light); 3] = [("red", Light::Red), ("yellow", Light::Yellow), ("green", Light::Green)];

const RATES: [(&str, MeasureName); 4] = [
    ("execution-rate", MeasureName::ExecutionRate),
    ("expected-rate", MeasureName::ExpectedRate),
    ("goal-completion", MeasureName::GoalCompletion),
    ("expected-completion", MeasureName::ExpectedCompletion),
];

/// Takes over what the fields state.
pub(super) fn refine(file: &mut Fields<'_>, method: &mut Method, vocabulary: &Vocabulary) {
    let scale = file.optional_whole("scale");
    let rounding = file.optional_one_of("rounding", &choices::ROUNDINGS);
    put(&mut method.scale, scale);
    put(&mut method.rounding, rounding);
    // The total goes with the lines, unless something else is said.
    put(&mut method.total.0, scale);
    put(&mut method.total.1, rounding);
    put(&mut method.total.0, file.optional_whole("total-scale"));
    put(&mut method.total.1, file.optional_one_of("total-rounding", &choices::ROUNDINGS));
    put(&mut method.tolerance, file.optional_number("tolerance"));
    if file.has("grades") {
        method.grades = grades(file);
    }
    if file.has("basis") {
        method.basis = file.texts("basis");
    }
    if let Some(fields) = file.optional_fields("execution") {
        execution(fields, method);
    }
    if let Some(mut fields) = file.optional_fields("equal") {
        put(&mut method.equal.within, not_negative(&mut fields, "within"));
        put(&mut method.equal.all_or_nothing, fields.optional_one_of("missed", &MISSED));
        or(&mut method.equal.basis, fields.optional_text("basis"));
    }
    put(&mut method.lower, file.optional_one_of("lower", &LOWERS));
    or(&mut method.step, not_negative(file, "step"));
    or(&mut method.pass, not_negative(file, "pass"));
    if let Some(fields) = file.optional_fields("over-target") {
        method.over = Some(over(fields));
    }
    if file.has("tiers") {
        method.tiers = file.list("tiers").into_iter().map(|fields| tier(fields, vocabulary)).collect();
    }
    if let Some(mut fields) = file.optional_fields("late") {
        let (from, to) = band(&mut fields);
        method.late = Some(Late { from, to, basis: fields.optional_text("basis") });
    }
    if file.has("gates") {
        method.gates = file.list("gates").into_iter().map(gate).collect();
    }
    if let Some(mut fields) = file.optional_fields("split") {
        let scale = fields.whole("scale");
        method.split = fields.one_of("rounding", &choices::ROUNDINGS).map(|rounding| Split { scale, rounding });
    }
    put(&mut method.inapplicable, file.optional_one_of("inapplicable", &INAPPLICABLE));
    if let Some(mut fields) = file.optional_fields("rating") {
        if fields.has("items") {
            method.rating.items = fields.list("items").into_iter().map(item).collect();
        }
        put(&mut method.rating.overall, fields.optional_one_of("overall", &OVERALLS));
    }
    if let Some(fields) = file.optional_fields("monitoring") {
        monitoring(fields, method);
    }
}

fn put<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}

fn or<T>(slot: &mut Option<T>, value: Option<T>) {
    if value.is_some() {
        *slot = value;
    }
}

fn not_negative<'a>(fields: &mut Fields<'a>, key: &'a str) -> Option<Number> {
    let number = fields.optional_number(key);
    if number.is_some_and(Number::is_negative) {
        fields.tell(["`", key, "` is below zero"]);
    }
    number.filter(|number| !number.is_negative())
}

/// A share in per cent.
fn share<'a>(fields: &mut Fields<'a>, key: &'a str) -> Number {
    let number = fields.number(key);
    if number.is_negative() || number > Number::HUNDRED {
        fields.tell(["`", key, "` is not between 0 and 100"]);
    }
    number
}

/// A band in per cent, with its lower end first.
fn band(fields: &mut Fields<'_>) -> (Number, Number) {
    let (from, to) = (share(fields, "from"), share(fields, "to"));
    if from > to {
        fields.tell(["`from` is above `to`"]);
    }
    (from, to)
}

pub(super) fn grades(fields: &mut Fields<'_>) -> Vec<Grade> {
    let grade = |mut grade: Fields<'_>| Grade { name: grade.text("name"), from: grade.number("from") };
    fields.list("grades").into_iter().map(grade).collect()
}

fn execution(mut fields: Fields<'_>, method: &mut Method) {
    let execution = &mut method.execution;
    put(&mut execution.scored, fields.optional_flag("scored"));
    or(&mut execution.weight, not_negative(&mut fields, "weight"));
    put(&mut execution.denominator, fields.optional_one_of("denominator", &DENOMINATORS));
    or(&mut execution.basis, fields.optional_text("basis"));
}

fn over(mut fields: Fields<'_>) -> OverTarget {
    OverTarget {
        beyond: not_negative(&mut fields, "beyond").unwrap_or_default(),
        rate: not_negative(&mut fields, "rate").unwrap_or(Number::ONE),
        most: not_negative(&mut fields, "most").unwrap_or(Number::HUNDRED),
        unless_explained: fields.flag("unless-explained"),
        // No norm states a number: whoever deducts says where it is from.
        basis: Some(fields.text("basis")),
    }
}

fn tier(mut fields: Fields<'_>, vocabulary: &Vocabulary) -> Tier {
    let list = fields.text("words");
    let words: WordSet = vocabulary.list(&list).clone();
    if words.is_empty() {
        fields.tell(["the vocabulary has no list `", &list, "`"]);
    }
    let (from, to) = band(&mut fields);
    Tier { list, words, from, to, basis: fields.optional_text("basis") }
}

fn gate(mut fields: Fields<'_>) -> Gate {
    let (from, gives) = (share(&mut fields, "from"), share(&mut fields, "gives"));
    Gate { from, gives, basis: fields.optional_text("basis") }
}

fn item(mut fields: Fields<'_>) -> ItemGrade {
    let name = fields.text("name");
    let (from, to) = band(&mut fields);
    ItemGrade { name, from, to }
}

fn monitoring(mut fields: Fields<'_>, method: &mut Method) {
    let monitoring = &mut method.monitoring;
    put(&mut monitoring.denominator, fields.optional_one_of("denominator", &DENOMINATORS));
    put(&mut monitoring.clock, fields.optional_one_of("clock", &CLOCKS));
    put(&mut monitoring.mean, fields.optional_one_of("mean", &MEANS));
    if fields.has("lights") {
        monitoring.lights = fields.list("lights").into_iter().map(light).collect();
    }
    if fields.has("score") {
        // Shares of which more is better.
        let part = |mut part: Fields<'_>| Some((part.one_of("measure", &RATES)?, part.number("weight")));
        monitoring.score = fields.list("score").into_iter().filter_map(part).collect();
    }
    or(&mut monitoring.twice_below, not_negative(&mut fields, "twice-below"));
    or(&mut monitoring.release_below, not_negative(&mut fields, "release-below"));
    if fields.has("basis") {
        monitoring.basis = fields.texts("basis");
    }
}

fn light(mut fields: Fields<'_>) -> LightBound {
    let light = fields.one_of("light", &LIGHTS).unwrap_or(Light::Green);
    let measure = fields.one_of("measure", &choices::MEASURES).unwrap_or(MeasureName::ExecutionRate);
    let (above, below) = (fields.optional_number("above"), fields.optional_number("below"));
    if above.is_some() == below.is_some() {
        fields.tell(["either `above` or `below` is expected"]);
    }
    let by = fields.optional_text("by").and_then(|text| {
        let day = text.split_once('-').and_then(|(month, day)| {
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            // A day that every year has.
            jibiao_model::Day::new(2001, month, day).map(|_| YearDay { month, day })
        });
        if day.is_none() {
            fields.tell(["`by` is no day of every year, such as \"04-30\""]);
        }
        day
    });
    LightBound { light, measure, above, below, by, basis: fields.optional_text("basis") }
}
