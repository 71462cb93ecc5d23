//! 结果应用: what a pack advises for what a document comes to.

use jibiao_model::{Advice, Because, FormPurpose, Light, MeasureName, MonitoringCard, Number, Points, Said};

use crate::{Scoring, performance::bounds};

/// One advice of a pack, with what it follows from.
#[derive(Clone, Debug)]
pub struct AdviceEntry {
    /// The steps of the year that it belongs to.
    pub purposes: Vec<FormPurpose>,
    /// All that has to hold.
    pub when: When,
    pub says: Said,
    /// By how many per cent money is cut; `None` where the source gives no number.
    pub reduction: Option<Number>,
    pub basis: Vec<String>,
}

/// What an advice follows from: all that is stated here.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// One of these grades.
    pub grades: Vec<String>,
    /// One of these lights.
    pub lights: Vec<Light>,
    /// A figure beyond a bound: above, below.
    pub measure: Option<(MeasureName, Option<Number>, Option<Number>)>,
    /// 连续两次 below the pack's bound.
    pub twice_below: bool,
}

/// What the pack advises for a form of this purpose, by the grade of its score or by its monitoring card. Only what
/// is certain counts.
pub fn advice(
    purpose: FormPurpose,
    grade: Option<&str>,
    monitoring: Option<&MonitoringCard>,
    scoring: &Scoring,
) -> Vec<Advice> {
    let entries = scoring.advice.iter().filter(|entry| entry.purposes.contains(&purpose));
    let advice = |entry: &AdviceEntry| {
        Some(Advice {
            because: entry.when.holds(grade, monitoring)?,
            says: entry.says.clone(),
            reduction: entry.reduction,
            basis: entry.basis.clone(),
        })
    };
    entries.filter_map(advice).collect()
}

impl When {
    /// What it follows from, where all of it holds.
    fn holds(&self, grade: Option<&str>, monitoring: Option<&MonitoringCard>) -> Option<Vec<Because>> {
        let mut because = Vec::new();
        if !self.grades.is_empty() {
            let name = grade.filter(|grade| self.grades.iter().any(|stated| stated == grade))?;
            because.push(Because::Grade { name: name.to_owned() });
        }
        if !self.lights.is_empty() {
            let light = monitoring?.light.filter(|light| self.lights.contains(light))?;
            because.push(Because::Light { light });
        }
        if let Some((measure, above, below)) = self.measure {
            let (low, high) = match monitoring?.measure(measure)?.value.as_ref()? {
                Points::Determined { exact, .. } => (*exact, *exact),
                open @ Points::Undetermined { .. } => bounds(open),
            };
            let beyond = above.is_none_or(|above| low > above) && below.is_none_or(|below| high < below);
            because.push(beyond.then_some(Because::Measure { measure })?);
        }
        if self.twice_below {
            because.push((monitoring?.twice_below == Some(true)).then_some(Because::TwiceBelow)?);
        }
        Some(because)
    }
}
