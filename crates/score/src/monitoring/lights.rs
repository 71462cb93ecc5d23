//! 红黄绿灯 by the bounds of a pack.

use jibiao_model::{Day, Light, LightBound, Measure, Points, YearDay};

use crate::performance::bounds;

/// Gives each measure its light; the most serious of them, or none.
pub(super) fn switch(measures: &mut [Measure], stated: &[LightBound], day: Option<Day>) -> Option<Light> {
    let mut open = false;
    for measure in measures.iter_mut() {
        if !stated.iter().any(|bound| bound.measure == measure.name) {
            continue;
        }
        let shining = measure.value.as_ref().and_then(|value| shining(measure, value, stated, day));
        match shining {
            Some((light, bound)) => (measure.light, measure.bound) = (Some(light), bound.cloned()),
            None => open = true,
        }
    }
    let worst = measures.iter().filter_map(|measure| measure.light).min();
    // What is open may still turn out red.
    worst.filter(|worst| !(open && *worst == Light::Green))
}

/// The light of a value, and the bound that switched it on; none while that is open.
fn shining<'b>(
    measure: &Measure,
    value: &Points,
    stated: &'b [LightBound],
    day: Option<Day>,
) -> Option<(Light, Option<&'b LightBound>)> {
    let of_measure: Vec<&LightBound> = stated.iter().filter(|bound| bound.measure == measure.name).collect();
    let today = day.map(|day| YearDay { month: day.month, day: day.day });
    if today.is_none() && of_measure.iter().any(|bound| bound.by.is_some()) {
        return None;
    }
    let begun = |bound: &LightBound| bound.by.is_none_or(|by| today.is_some_and(|today| by <= today));
    let replaced = |bound: &LightBound| {
        let later = |other: &&&LightBound| other.light == bound.light && begun(other) && other.by > bound.by;
        bound.by.is_some() && of_measure.iter().find(later).is_some()
    };
    let valid: Vec<&'b LightBound> =
        of_measure.iter().copied().filter(|bound| begun(bound) && !replaced(bound)).collect();
    let (low, high) = match value {
        Points::Determined { exact, .. } => (*exact, *exact),
        open @ Points::Undetermined { .. } => bounds(open),
    };
    let on = |bound: &LightBound| {
        bound.above.is_some_and(|above| low > above) || bound.below.is_some_and(|below| high < below)
    };
    let off = |bound: &LightBound| {
        bound.above.is_none_or(|above| high <= above) && bound.below.is_none_or(|below| low >= below)
    };
    let lit = |light: Light| valid.iter().copied().find(|bound| bound.light == light && on(bound));
    if let Some(bound) = [Light::Red, Light::Yellow, Light::Green].into_iter().find_map(lit) {
        return Some((bound.light, Some(bound)));
    }
    (!valid.is_empty() && valid.iter().all(|bound| off(bound))).then_some((Light::Green, None))
}
