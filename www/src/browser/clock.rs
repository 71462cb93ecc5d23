//! The time of day, for people. The engine has no clock; only the page says when something was kept.

use js_sys::Date;

/// A moment as JavaScript counts it, in milliseconds.
pub(crate) type Moment = i64;

/// Now.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn now() -> Moment {
    Date::now() as Moment
}

#[allow(clippy::cast_precision_loss)]
fn date(moment: Moment) -> Date {
    Date::new(&wasm_bindgen::JsValue::from_f64(moment as f64))
}

/// `14:03:09`.
pub(crate) fn time(moment: Moment) -> String {
    let date = date(moment);
    format!("{:02}:{:02}:{:02}", date.get_hours(), date.get_minutes(), date.get_seconds())
}

/// `2026-11-21 14:03`.
pub(crate) fn day_and_time(moment: Moment) -> String {
    format!("{} {}", day(moment), time(moment).get(..5).unwrap_or_default())
}

/// `2026-11-21`.
pub(crate) fn day(moment: Moment) -> String {
    let date = date(moment);
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month().saturating_add(1), date.get_date())
}
