//! What a district states of scores reaches the forms that it is stated for, and leaves the rest as the parent has it.
#![allow(clippy::unwrap_used)]

mod desk;

use desk::{district, loaded};
use jibiao_model::{CellId, Document, Light, MeasureName, Rounding, Stage, YearDay};
use jibiao_packs::Pack;
use jibiao_score::{Denominator, Inapplicable, LowerMethod, Mean, Method, Overall};

const STATED: &str = r#"
tolerance = "0.1"
lower = "excess"
inapplicable = "rescaled"
gates = [{ from = "90", gives = "100" }, { from = "0", gives = "0" }]

[execution]
weight = "20"

[equal]
within = "1"

[over-target]
beyond = "30"
unless-explained = true
basis = "某区办法 第五条"

[purposes.self-evaluation]
total-scale = 0

[subjects.department]
pass = "60"
[subjects.department.execution]
denominator = "initial"

[forms.project-self-evaluation-2015]
scale = 0
rounding = "down"
tiers = [{ words = "tier-full", from = "50", to = "100" }]

[rating]
overall = "worst"
items = [{ name = "优", from = "100", to = "100" }]

[monitoring]
mean = "weighted"
twice-below = "60"
score = [{ measure = "goal-completion", weight = "100" }]
lights = [{ light = "red", measure = "apart", above = "20" }, { light = "yellow", measure = "execution-rate", below = "25", by = "04-30" }]

[[advice]]
purposes = ["self-evaluation"]
when = { grades = ["差"] }
says = { zh = "从严安排。", en = "Budget strictly." }
basis = ["某区办法 第九条"]
"#;

fn of<'p>(pack: &'p Pack, form: &str) -> &'p Method {
    pack.book.scoring.of(pack.forms.iter().find(|known| known.id.as_str() == form).unwrap())
}

#[test]
fn each_form_has_the_way_that_is_stated_for_it() {
    let mut desk = district();
    desk.put("scoring.toml", STATED);
    let (nation, district) = loaded(&desk);
    let national = of(&nation, "project-self-evaluation-2021");
    assert_eq!(
        (national.lower, national.inapplicable, national.execution.weight),
        (LowerMethod::Ratio, Inapplicable::Given, None)
    );
    assert_eq!(national.monitoring.lights, []);

    let usual = of(&district, "project-self-evaluation-2021");
    assert_eq!((usual.lower, usual.inapplicable), (LowerMethod::Excess, Inapplicable::Rescaled));
    assert_eq!((usual.scale, usual.total, usual.tiers.len()), (2, (0, Rounding::HalfUp), 3));
    assert_eq!(usual.execution.weight, "20".parse().ok());
    assert_eq!((usual.gates.len(), usual.equal.within), (2, "1".parse().unwrap()));
    assert!(usual.over.as_ref().unwrap().unless_explained);
    assert_eq!((usual.execution.denominator, usual.pass), (Denominator::Annual, None));
    assert_eq!(usual.grades, national.grades);

    let own = of(&district, "project-self-evaluation-2015");
    assert_eq!((own.scale, own.rounding, own.tiers.len()), (0, Rounding::Down, 1));
    // A form's rows go before what was said of its purpose.
    assert_eq!(own.total, (0, Rounding::Down));
    assert_eq!(own.lower, LowerMethod::Excess);

    let department = of(&district, "department-self-evaluation");
    assert_eq!((department.execution.denominator, department.pass), (Denominator::Initial, "60".parse().ok()));
    assert_eq!((department.execution.weight, department.total.0), ("20".parse().ok(), 0));

    let monitoring = &of(&district, "project-monitoring-2021").monitoring;
    assert_eq!((monitoring.mean, monitoring.twice_below), (Mean::Weighted, "60".parse().ok()));
    assert_eq!(monitoring.score, [(MeasureName::GoalCompletion, "100".parse().unwrap())]);
    let lights: Vec<_> = monitoring.lights.iter().map(|bound| (bound.light, bound.by)).collect();
    assert_eq!(lights, [(Light::Red, None), (Light::Yellow, Some(YearDay { month: 4, day: 30 }))]);
    assert_eq!(monitoring.basis, ["财预〔2019〕136号"]);
    assert_eq!(of(&district, "target-review-ordinary").rating.overall, Overall::Worst);

    let advice = &district.book.scoring.advice;
    assert_eq!((advice.len(), advice.first().and_then(|advice| advice.reduction)), (1, None));
    assert!(nation.book.scoring.advice.is_empty());
}

/// How many findings of a rule a sheet of 31 July (58.08 % of the year) has with this much spent of a hundred.
fn told(pack: &Pack, rule: &str, spent: &str) -> usize {
    let form = pack.forms.iter().find(|form| form.id.as_str() == "project-monitoring-2021").unwrap();
    let mut document = Document::new("sheet", pack.reference.clone(), form.id.clone());
    let texts = [("year", "2026"), ("monitored-to", "2026-07-31"), ("fund.total.initial", "100")];
    for (cell, text) in texts.into_iter().chain([("fund.total.so-far", spent)]) {
        document.cells.insert(CellId::new(cell), text.to_owned());
    }
    let report = jibiao_rules::check(&pack.book, &pack.reference, form, &document, Stage::Submission);
    report.entries.iter().filter(|entry| entry.finding.rule.as_str() == rule).count()
}

#[test]
fn what_is_told_of_a_monitoring_sheet_keeps_to_the_bounds_of_lights_and_else_to_those_of_the_policy() {
    const RULE: &str = "spending-behind-time";
    let with = |file: &str, text: &str| {
        let mut desk = district();
        desk.put(file, text);
        loaded(&desk)
    };
    // 20 percentage points where nothing else is stated.
    let (nation, lit) = with(
        "scoring.toml",
        "[monitoring]\nlights = [{ light = \"red\", measure = \"behind-time\", above = \"30\" }, \
         { light = \"yellow\", measure = \"behind-time\", above = \"10\" }]\n",
    );
    assert_eq!((told(&nation, RULE, "38"), told(&nation, RULE, "38.1")), (1, 0));
    assert_eq!((told(&lit, RULE, "48"), told(&lit, RULE, "48.1")), (1, 0));
    let mut desk = district();
    desk.change("policy.toml", "[numbers]\n", "[numbers]\nbehind-time-most = \"5\"\n");
    let (_, stricter) = loaded(&desk);
    assert_eq!((told(&stricter, RULE, "53"), told(&stricter, RULE, "53.1")), (1, 0));
}

#[test]
fn a_mistake_in_what_is_stated_for_many_forms_is_told_once() {
    let mut desk = district();
    desk.put("scoring.toml", "[purposes.self-evaluation]\nscale = \"2\"\nlower = \"halved\"\n");
    assert_eq!(
        desk.problems(),
        [
            "scoring.toml:2: purposes.self-evaluation: `scale` is not a whole number, or too large",
            "scoring.toml:3: purposes.self-evaluation: `lower` says `halved`, which is none of `ratio`, `excess`",
        ]
    );
}

#[test]
fn reports_are_graded_by_letters_and_sheets_of_items_by_their_own_grades() {
    let (nation, _) = loaded(&district());
    let names = |form: &str| of(&nation, form).grades.iter().map(|grade| grade.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names("report-rating"), ["A", "B", "C", "D"]);
    assert_eq!(names("target-review-key"), ["优", "良", "中", "差"]);
}
