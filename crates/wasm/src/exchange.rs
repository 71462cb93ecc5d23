//! Exchange tables: a document as another system takes it, by an upload profile of its pack.

use jibiao_kit::{
    Draft, Language, PackRef, Stage, canonical,
    exchange::{CodeTable, Codes, Hitch},
};
use serde::Serialize;

use crate::{
    desk::{kit, open_bytes},
    failure::Failure,
    wire::{Both, Request},
};

/// A profile that a pack has.
#[derive(Debug, Serialize)]
struct ProfileInfo<'a> {
    profile: &'a str,
    pack: &'a PackRef,
    title: Both<'a>,
    summary: Both<'a>,
    purpose: &'static str,
    subject: &'static str,
    codes: Vec<CodesInfo<'a>>,
}

#[derive(Debug, Serialize)]
struct CodesInfo<'a> {
    codes: &'a str,
    label: Both<'a>,
    needed: bool,
}

/// Something that the tables can't take as it stands.
#[derive(Debug, Serialize)]
struct Problem<'a> {
    code: &'static str,
    table: Option<&'a str>,
    row: Option<&'a str>,
    cell: Option<&'a str>,
    /// Where, in words.
    place: String,
    message: String,
}

impl<'a> Problem<'a> {
    fn of(hitch: &'a Hitch, draft: &Draft, language: Language) -> Self {
        let spot = hitch.spot.as_deref();
        Self {
            code: hitch.code.name(),
            table: spot.and_then(|spot| Some(spot.table.as_ref()?.as_str())),
            row: spot.and_then(|spot| Some(spot.row.as_ref()?.as_str())),
            cell: spot.map(|spot| spot.cell.as_str()),
            place: hitch.place(Some(draft), language),
            message: hitch.message(language),
        }
    }
}

/// The profiles of all packs. What a pack inherits as it is stands once, with the pack that it comes from.
///
/// # Errors
/// [`Failure`] where the built-in packs are damaged.
pub fn profiles() -> Result<String, Failure> {
    let kit = kit(Language::default())?;
    let all = kit.profiles();
    let all = all.into_iter().map(|(pack, profile)| ProfileInfo {
        profile: &profile.id,
        pack,
        title: (&profile.title).into(),
        summary: (&profile.summary).into(),
        purpose: profile.purpose.name(),
        subject: profile.subject.name(),
        codes: (profile.codes.iter())
            .map(|set| CodesInfo { codes: &set.id, label: (&set.label).into(), needed: set.needed })
            .collect(),
    });
    Ok(canonical(&all.collect::<Vec<_>>()))
}

/// A document in the exchange tables of a profile of its pack. The codes in the request are pairs of code and name.
///
/// # Errors
/// [`Failure`] where the document or the codes do not fit; what the tables can't take stands in its problems, each with
/// its cell.
pub fn exchange(document: &str, profile: &str, request: Request<String>) -> Result<String, Failure> {
    let Request { codes: given, options, .. } = request;
    let language = options.lang.unwrap_or_default();
    let (draft, _) = open_bytes(document.as_bytes(), options.rebind(), language)?;
    let mut codes = Codes::new();
    for (set, rows) in given {
        let table = CodeTable::new(rows).map_err(|error| Failure::bad_codes(&set, error.place(), language))?;
        codes.insert(set, table);
    }
    let made = draft.exchange(profile, &codes, options.stage.unwrap_or(Stage::Submission));
    made.map(|exchange| exchange.canonical()).map_err(|hitches| {
        let problems: Vec<Problem<'_>> = hitches.iter().map(|hitch| Problem::of(hitch, &draft, language)).collect();
        let lines = problems.iter().map(|Problem { place, message, .. }| match place.as_str() {
            "" => ["\n", message].concat(),
            _ => ["\n", place, " ", message].concat(),
        });
        Failure::not_exchangeable(&lines.collect::<String>(), canonical(&problems), language)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::blank;
    use serde_json::{Value as Json, json};

    const PROFILE: &str = "integrated-project-declaration";

    fn read(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    fn declaration(target: &str) -> String {
        let mut document = read(&blank("project-declaration-2021", "d", None).unwrap());
        document["cells"] = json!({ "year": "2025", "project-name": "滨河步道维护" });
        document["tables"] =
            json!({ "indicators": [{ "id": "a", "cells": { "level-3": "维护步道", "target": target } }] });
        document.to_string()
    }

    fn with_codes(rows: &[(&str, &str)]) -> Request<String> {
        let rows = rows.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
        Request { codes: [("calc-sign".to_owned(), rows)].into(), ..Request::default() }
    }

    #[test]
    fn a_document_becomes_tables_with_the_codes_that_are_given() {
        let made = exchange(&declaration("≥5.2公里"), PROFILE, with_codes(&[("4", "≥")])).unwrap();
        let record = &read(&made)["tables"]["PM_PERF_INDICATOR"][0];
        assert_eq!((&record["COMPUTESIGN"], &record["KPI_VAL"]), (&json!("4"), &json!("≥5.2公里")));
        let bare = read(&exchange(&declaration("≥5.2公里"), PROFILE, Request::default()).unwrap());
        assert_eq!(bare["tables"]["PM_PERF_INDICATOR"][0]["COMPUTESIGN"], Json::Null);
        assert_eq!(bare["open"], json!(["calc-sign", "level-1", "level-2"]));
    }

    #[test]
    fn what_the_tables_can_not_take_is_listed_with_its_cell() {
        let failure = exchange(&declaration("≤5.2公里"), PROFILE, with_codes(&[("4", "≥")])).unwrap_err();
        assert_eq!(failure.code, "not-exchangeable");
        let problems = read(&failure.problems);
        let problem = &problems[0];
        assert_eq!(
            (&problem["code"], &problem["table"], &problem["row"], &problem["cell"]),
            (&json!("name-unknown"), &json!("indicators"), &json!("a"), &json!("target"))
        );
        assert!(failure.message.contains(problem["message"].as_str().unwrap()), "{}", failure.message);
        let unknown = exchange(&declaration("≥1"), "no-such", Request::default()).unwrap_err();
        assert_eq!(read(&unknown.problems)[0]["code"], "unknown-profile");
    }

    #[test]
    fn codes_that_could_mean_two_things_are_refused() {
        let failure = exchange(&declaration("≥1"), PROFILE, with_codes(&[("4", "≥"), ("4", "≤")])).unwrap_err();
        assert_eq!((failure.code, failure.problems.as_str()), ("bad-codes", ""));
        assert!(failure.message.contains("calc-sign") && failure.message.contains('2'), "{}", failure.message);
    }

    #[test]
    fn the_profiles_say_which_codes_they_ask_for() {
        let all = read(&profiles().unwrap());
        let one = all.as_array().unwrap().iter().find(|one| one["profile"] == PROFILE).unwrap();
        assert_eq!((&one["purpose"], &one["codes"][0]["codes"]), (&json!("declaration"), &json!("calc-sign")));
    }
}
