//! The calls about the year: what can be made from a document, making it, and whether origins are what they say.

use jibiao_kit::{Draft, Kit, Relation, canonical, digest, read};
use serde::Serialize;

use crate::{
    desk::{Desk, kit, open_bytes},
    failure::Failure,
    wire::{Both, Options},
};

/// Something that can be made from a document.
#[derive(Debug, Serialize)]
struct StepInfo<'a> {
    form: &'a str,
    pack: &'a jibiao_kit::PackRef,
    title: Both<'a>,
    purpose: &'static str,
    relation: Relation,
}

/// An origin of a document, held against the others.
#[derive(Debug, Serialize)]
struct LinkInfo<'a> {
    relation: Relation,
    id: &'a str,
    revision: u64,
    state: &'static str,
    /// The state in words.
    says: String,
}

/// A text that differs from what was taken over.
#[derive(Debug, Serialize)]
struct ChangeInfo {
    relation: Relation,
    table: Option<String>,
    row: Option<String>,
    cell: Option<String>,
    before: String,
    now: String,
    /// Where, in words.
    place: String,
}

fn drafts(texts: &[String], options: Options) -> Result<Vec<Draft>, Failure> {
    let language = options.lang.unwrap_or_default();
    texts.iter().map(|text| Ok(open_bytes(text.as_bytes(), options.rebind(), language)?.0)).collect()
}

fn opened(text: &str, options: Options) -> Result<Draft, Failure> {
    Ok(open_bytes(text.as_bytes(), options.rebind(), options.lang.unwrap_or_default())?.0)
}

/// What can be made from a document, in the order of the year.
///
/// # Errors
/// [`Failure`] where the document does not fit.
pub fn next_steps(document: &str, options: Options) -> Result<String, Failure> {
    let draft = opened(document, options)?;
    let kit = kit(options.lang.unwrap_or_default())?;
    let steps = kit.next_steps(&draft).into_iter().map(|step| StepInfo {
        form: step.form.id.as_str(),
        pack: &step.pack.reference,
        title: (&step.form.title).into(),
        purpose: step.form.purpose.name(),
        relation: step.relation,
    });
    Ok(canonical(&steps.collect::<Vec<_>>()))
}

/// A new document of a form, begun from others, as a pack has that form; without a pack, as that of the first, or one that it
/// stands on, has it.
///
/// # Errors
/// [`Failure`] where a document does not fit, or where nothing is taken over from it.
pub fn carry(form: &str, from: &[String], id: &str, pack: Option<&str>, options: Options) -> Result<String, Failure> {
    let language = options.lang.unwrap_or_default();
    let (kit, drafts) = (kit(language)?, drafts(from, options)?);
    let reference = match (pack, drafts.first()) {
        (Some(pack), _) => named(&kit, pack, options)?,
        (None, Some(first)) => kit.pack_of_step(first, form),
        (None, None) => return Err(Failure::wrong_request("from: []", language)),
    };
    let made = kit.carry(&reference, form, options.relation, &drafts.iter().collect::<Vec<_>>(), id);
    let draft = made.map_err(|error| Failure::carry(&error, language))?;
    Ok(canonical(draft.document()))
}

fn named(kit: &Kit, pack: &str, options: Options) -> Result<jibiao_kit::PackRef, Failure> {
    let found = kit.pack_named(pack).map(|pack| pack.reference.clone());
    found.map_err(|error| Failure::open(&error, options.lang.unwrap_or_default()))
}

/// Holds the origins of a document against other documents.
///
/// # Errors
/// [`Failure`] where one of the documents does not fit.
pub fn trace(document: &str, others: &[String], options: Options) -> Result<String, Failure> {
    let language = options.lang.unwrap_or_default();
    let (draft, others) = (opened(document, options)?, drafts(others, options)?);
    let links = kit(language)?.trace(&draft, &others.iter().collect::<Vec<_>>());
    let links = links.iter().map(|link| LinkInfo {
        relation: link.relation,
        id: &link.id,
        revision: link.revision,
        state: link.state.name(),
        says: jibiao_kit::name(language, &format!("link-{}", link.state.name())),
    });
    Ok(canonical(&links.collect::<Vec<_>>()))
}

/// The digest of a document, as origins name it. Its pack need not be at hand.
///
/// # Errors
/// [`Failure`] where the text is no document.
pub fn digest_of(document: &str) -> Result<String, Failure> {
    let read = read(document.as_bytes());
    read.map(|document| digest(&document)).map_err(|error| Failure::open(&error, Default::default()))
}

impl Desk {
    /// What can be made from the document as it is now.
    ///
    /// # Errors
    /// [`Failure`] where the built-in packs are damaged.
    pub fn next_steps(&self) -> Result<String, Failure> {
        next_steps(&self.document(), Options::default())
    }

    /// What differs from what was taken over.
    pub fn changes(&self) -> String {
        let draft = self.draft();
        let words = jibiao_kit::Words::new(draft.pack(), draft.form(), self.language());
        let document = draft.document();
        let changes = draft.changes().into_iter().map(|change| ChangeInfo {
            place: words.spot(document, change.table.as_ref(), change.row.as_ref(), change.cell.as_ref()),
            relation: change.relation,
            table: change.table.map(|id| id.to_string()),
            row: change.row.map(|id| id.to_string()),
            cell: change.cell.map(|id| id.to_string()),
            before: change.before,
            now: change.now,
        });
        canonical(&changes.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::blank;
    use serde_json::{Value as Json, json};

    const DECLARATION: &str = "project-declaration-2021";
    const EVALUATION: &str = "project-self-evaluation-2021";

    fn read(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    fn declaration() -> String {
        let mut document = read(&blank(DECLARATION, "d", None).unwrap());
        document["cells"] = json!({ "year": "2025", "project-name": "滨河步道维护", "year-goal": "维护步道5.2公里" });
        document["tables"] =
            json!({ "indicators": [{ "id": "a", "cells": { "level-3": "维护步道", "target": "≥5.2公里" } }] });
        document.to_string()
    }

    fn code(result: Result<String, Failure>) -> &'static str {
        result.unwrap_err().code
    }

    #[test]
    fn a_self_evaluation_is_made_from_its_declaration_and_traced_back() {
        let declared = declaration();
        let steps = read(&next_steps(&declared, Options::default()).unwrap());
        let step = steps.as_array().unwrap().iter().find(|step| step["form"] == EVALUATION).unwrap();
        assert_eq!((&step["relation"], &step["purpose"]), (&json!("approved"), &json!("self-evaluation")));
        let made = carry(EVALUATION, std::slice::from_ref(&declared), "e", None, Options::default()).unwrap();
        let origin = &read(&made)["origins"][0];
        assert_eq!(origin["sha256"], digest_of(&declared).unwrap());
        assert_eq!(origin["frozen"]["tables"]["indicators"]["a"]["target"], "≥5.2公里");
        let links = read(&trace(&made, &[declared], Options::default()).unwrap());
        assert_eq!((&links[0]["id"], &links[0]["state"]), (&json!("d"), &json!("matches")));
        let alone = read(&trace(&made, &[], Options::default()).unwrap());
        assert_eq!(alone[0]["state"], "absent");
    }

    #[test]
    fn what_differs_from_the_approved_targets_is_listed_with_its_place() {
        let made = carry(EVALUATION, &[declaration()], "e", None, Options::default()).unwrap();
        let mut desk = Desk::open(&made, Options::default()).unwrap();
        assert_eq!(desk.changes(), "[]");
        let edit = r#"{"edit":"set-row-cell","table":"indicators","row":"a","cell":"target","text":"≥4公里"}"#;
        let edit = desk.edit(edit).unwrap();
        desk.apply(edit).unwrap();
        let changes = read(&desk.changes());
        assert_eq!(
            changes,
            json!([{
                "relation": "approved", "table": "indicators", "row": "a", "cell": "target",
                "before": "≥5.2公里", "now": "≥4公里", "place": changes[0]["place"],
            }])
        );
        assert!(changes[0]["place"].as_str().unwrap().contains("第1行"), "{changes}");
    }

    #[test]
    fn a_relation_says_what_is_made_of_a_document_of_the_same_form() {
        let adjusted = Options { relation: Some(Relation::Adjusted), ..Options::default() };
        let made = read(&carry(DECLARATION, &[declaration()], "v2", None, adjusted).unwrap());
        assert_eq!(made["origins"][0]["relation"], "adjusted");
        assert_eq!(made["cells"]["year"], "2025");
        let last = Options { relation: Some(Relation::LastYear), ..Options::default() };
        let made = read(&carry(DECLARATION, &[declaration()], "n", Some("cn-mof"), last).unwrap());
        assert_eq!(made["cells"]["year"], "2026");
    }

    #[test]
    fn what_can_not_be_made_has_a_code() {
        let (declared, options) = (declaration(), Options::default());
        let twice = [declared.clone(), declared.clone()];
        assert_eq!(code(carry("no-such-form", &twice[..1], "e", None, options)), "unknown-form");
        assert_eq!(code(carry("project-self-evaluation-2015", &twice[..1], "e", None, options)), "no-step");
        assert_eq!(code(carry(EVALUATION, &twice, "e", None, options)), "twice");
        assert_eq!(code(carry(EVALUATION, &twice[..1], "d", None, options)), "itself");
        assert_eq!(code(carry(EVALUATION, &[], "e", None, options)), "wrong-request");
        assert_eq!(code(carry(EVALUATION, &twice[..1], "e", Some("no-pack"), options)), "unknown-pack");
        assert_eq!(code(trace(&declared, &["{".to_owned()], options)), "not-json");
        assert_eq!(code(digest_of("[]")), "not-a-document");
    }
}
