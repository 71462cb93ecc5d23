//! The calls of the package: typed requests in, JSON text out; everything but the crossing itself.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jibiao_kit::{
    Draft, Edit, Kit, Language, Notices, Opened, PackSource, PacksError, Rebind, Stage, canonical, pretty,
};

use crate::{
    failure::Failure,
    wire::{Checked, DraftChecked, FormInfo, Options, PackInfo, Request, RulePage},
};

/// The stage of a check that names none: what a portal asks at the door.
const STAGE: Stage = Stage::Submission;

/// The packs at hand: the built-in ones, and those that were opened since.
static KIT: Mutex<Option<Arc<Kit>>> = Mutex::new(None);

fn shared() -> MutexGuard<'static, Option<Arc<Kit>>> {
    // A kit is put there whole or not at all, so one that another thread left is as good as any.
    KIT.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn kit(language: Language) -> Result<Arc<Kit>, Failure> {
    let mut shared = shared();
    if let Some(kit) = shared.as_ref() {
        return Ok(Arc::clone(kit));
    }
    let kit = Arc::new(Kit::builtin().map_err(|error| Failure::broken_pack(&error, language))?);
    *shared = Some(Arc::clone(&kit));
    Ok(kit)
}

/// Opens a pack: the bytes of the file that `jibiao pack build` made. From then on it is at hand for every call.
///
/// # Errors
/// [`Failure`] where the pack is refused; the packs at hand stay as they are.
pub fn open_pack(bytes: &[u8], lang: Option<&str>) -> Result<String, Failure> {
    let language = language(lang)?;
    let before = kit(language)?;
    let refused = |error: PacksError| Failure::pack(&error.refusal(language));
    let (with, opened) = before.with_packs([PackSource::file("", bytes)]).map_err(refused)?;
    let opened = opened.first().and_then(|pack| with.pack(pack));
    let info = opened.map(|pack| canonical(&PackInfo::from(pack.as_ref())));
    *shared() = Some(Arc::new(with));
    Ok(info.unwrap_or_default())
}

fn language(name: Option<&str>) -> Result<Language, Failure> {
    match name {
        None => Ok(Language::default()),
        Some(name) => {
            let found = Language::ALL.into_iter().find(|language| language.name() == name);
            found.ok_or_else(|| Failure::wrong_request(&format!("lang = {name:?}"), Language::default()))
        }
    }
}

pub(crate) fn open_bytes(bytes: &[u8], rebind: Rebind, language: Language) -> Result<(Draft, Notices), Failure> {
    let opened = kit(language)?.open(bytes, rebind);
    opened.map(Opened::parts).map_err(|error| Failure::open(&error, language))
}

fn opened(request: &Request<String>) -> Result<(Draft, Notices), Failure> {
    let language = request.options.lang.unwrap_or_default();
    match (&request.document, &request.json) {
        (Some(text), None) | (None, Some(text)) => open_bytes(text.as_bytes(), request.options.rebind(), language),
        _ => Err(Failure::wrong_request("document | json", language)),
    }
}

/// Checks and scores a document.
///
/// # Errors
/// [`Failure`] where the request or the document does not fit.
pub fn check(request: &Request<String>) -> Result<String, Failure> {
    let (draft, notices) = opened(request)?;
    let Options { stage, lang, .. } = request.options;
    let outcome = draft.outcome(stage.unwrap_or(STAGE), lang.unwrap_or_default());
    Ok(canonical(&Checked { notices, outcome }))
}

/// Scores a document.
///
/// # Errors
/// As [`check`].
pub fn score(request: &Request<String>) -> Result<String, Failure> {
    let (draft, _) = opened(request)?;
    let (_, scores) = draft.assess(request.options.stage.unwrap_or(STAGE));
    Ok(canonical(&scores))
}

/// The page of a rule.
///
/// # Errors
/// [`Failure`] where no pack has it.
pub fn explain(rule: &str, lang: Option<&str>) -> Result<String, Failure> {
    let language = language(lang)?;
    let page = kit(language)?.explain(rule, language).ok_or_else(|| Failure::unknown_rule(rule, language))?;
    Ok(canonical(&RulePage::from(page)))
}

/// The ids of all rules.
///
/// # Errors
/// [`Failure`] where the built-in packs are damaged.
pub fn rules() -> Result<String, Failure> {
    Ok(canonical(&kit(Language::default())?.rules()))
}

/// The packs at hand.
///
/// # Errors
/// As [`rules`].
pub fn packs() -> Result<String, Failure> {
    let kit = kit(Language::default())?;
    Ok(canonical(&kit.packs().map(|pack| PackInfo::from(pack.as_ref())).collect::<Vec<_>>()))
}

/// The forms at hand.
///
/// # Errors
/// As [`rules`].
pub fn forms() -> Result<String, Failure> {
    let kit = kit(Language::default())?;
    Ok(canonical(&kit.forms().map(|(pack, form)| FormInfo::of(pack, form)).collect::<Vec<_>>()))
}

/// A blank document of a form as a pack has it; without a pack, as the one that states the form first. The caller
/// makes the id: the engine has neither clock nor chance.
///
/// # Errors
/// [`Failure`] where there is no such pack, or it has no such form.
pub fn blank(form: &str, id: &str, pack: Option<&str>) -> Result<String, Failure> {
    Desk::blank(form, id, pack).map(|desk| desk.document())
}

/// A document that stays inside the module and takes edits.
#[derive(Debug)]
pub struct Desk {
    draft: Draft,
    notices: Notices,
    language: Language,
}

impl Desk {
    /// Opens the text of a document.
    ///
    /// # Errors
    /// [`Failure`] where the options or the document do not fit.
    pub fn open(document: &str, options: Options) -> Result<Self, Failure> {
        let language = options.lang.unwrap_or_default();
        let (draft, notices) = open_bytes(document.as_bytes(), options.rebind(), language)?;
        Ok(Self { draft, notices, language })
    }

    pub(crate) fn draft(&self) -> &Draft {
        &self.draft
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// A blank document of a form.
    ///
    /// # Errors
    /// As [`blank`].
    pub fn blank(form: &str, id: &str, pack: Option<&str>) -> Result<Self, Failure> {
        let language = Language::default();
        let kit = kit(language)?;
        let draft = match pack {
            None => kit.blank(form, id),
            Some(pack) => kit.pack_named(pack).and_then(|pack| kit.blank_of(&pack.reference, form, id)),
        };
        let draft = draft.map_err(|error| Failure::open(&error, language))?;
        let notices = Notices { unknown_cells: Vec::new(), unknown_fields: Vec::new(), rebound_from: None };
        Ok(Self { draft, notices, language })
    }

    /// Reads the text of an edit.
    ///
    /// # Errors
    /// [`Failure`] where it is none.
    pub fn edit(&self, edit: &str) -> Result<Edit, Failure> {
        serde_json::from_str(edit).map_err(|error| Failure::wrong_edit(&error.to_string(), self.language))
    }

    /// Applies an edit as one step that can be taken back.
    ///
    /// # Errors
    /// [`Failure`] where it does not fit; the document is then as before.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Failure> {
        self.draft.apply(edit).map_err(|error| Failure::edit(&error, self.language))
    }

    /// Applies an edit that belongs to the step before: the next keystroke in the same cell.
    ///
    /// # Errors
    /// As [`Desk::apply`].
    pub fn extend(&mut self, edit: Edit) -> Result<(), Failure> {
        self.draft.extend(edit).map_err(|error| Failure::edit(&error, self.language))
    }

    /// Takes the last step back; the edit that did so, or `None`.
    pub fn undo(&mut self) -> Option<String> {
        self.draft.undo().map(|edit| canonical(&edit))
    }

    /// Applies the last step taken back again; the edit that did so, or `None`.
    pub fn redo(&mut self) -> Option<String> {
        self.draft.redo().map(|edit| canonical(&edit))
    }

    /// Whether there is a step to take back, and one to apply again.
    pub fn history(&self) -> (bool, bool) {
        self.draft.history()
    }

    /// The report on the document as it is now, in words too.
    pub fn check(&self, options: Options) -> String {
        let report = self.draft.check(options.stage.unwrap_or(STAGE));
        let words = self.draft.in_words(&report, options.lang.unwrap_or(self.language));
        canonical(&DraftChecked { report, words })
    }

    /// The scores of the document as it is now.
    pub fn score(&self) -> String {
        canonical(&self.draft.assess(STAGE).1)
    }

    /// The document as it is now.
    pub fn document(&self) -> String {
        canonical(self.draft.document())
    }

    /// The text of a file to save.
    pub fn json(&self) -> String {
        pretty(self.draft.document())
    }

    /// The upload of the document as it is now.
    pub fn upload(&self, options: Options) -> String {
        self.draft.upload(options.stage.unwrap_or(STAGE)).canonical()
    }

    /// What a person should know about the file that was opened.
    pub fn notices(&self) -> String {
        canonical(&self.notices)
    }

    /// Counts a saved state; the new revision.
    pub fn next_revision(&mut self) -> u64 {
        self.draft.next_revision()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{CHECK, OPEN, REQUEST, Takes, UPLOAD, asked};
    use serde_json::{Value as Json, json};

    const FORM: &str = "project-self-evaluation-2021";

    fn read(text: &str) -> Json {
        serde_json::from_str(text).unwrap()
    }

    fn request(value: &Json) -> Result<Request<String>, Failure> {
        asked::<Json, _>(|| value, REQUEST)?.in_text(|document| Ok(document.to_string()))
    }

    fn check(value: &Json) -> Result<String, Failure> {
        super::check(&request(value)?)
    }

    fn score(value: &Json) -> Result<String, Failure> {
        super::score(&request(value)?)
    }

    fn options(value: &Json, takes: Takes) -> Result<Options, Failure> {
        asked::<Json, _>(|| value, takes).map(|request| request.options)
    }

    fn apply(desk: &mut Desk, edit: &str) -> Result<(), Failure> {
        let edit = desk.edit(edit)?;
        desk.apply(edit)
    }

    fn code<T: std::fmt::Debug>(result: Result<T, Failure>) -> &'static str {
        result.unwrap_err().code
    }

    #[test]
    fn an_object_and_the_text_of_a_file_give_the_same_answer() {
        let document = blank(FORM, "a", None).unwrap();
        let by_object = check(&json!({ "document": read(&document), "stage": "review" })).unwrap();
        let by_text = check(&json!({ "json": document, "stage": "review" })).unwrap();
        assert_eq!(by_object, by_text);
        let answer = read(&by_object);
        assert_eq!(answer["report"]["stage"], "review");
        assert_eq!(answer["report"]["entries"].as_array().unwrap().len(), answer["words"].as_array().unwrap().len());
        assert!(answer["performance"].is_object() && answer["quality"].is_null());
        let scores = read(&score(&json!({ "json": document })).unwrap());
        assert_eq!(scores["performance"], answer["performance"]);
    }

    #[test]
    fn a_request_of_another_shape_is_refused_by_code_and_in_its_language() {
        let document = read(&blank(FORM, "a", None).unwrap());
        for request in [
            json!({}),
            json!({ "document": document, "json": "{}" }),
            json!({ "document": document, "stage": "final" }),
            json!({ "document": document, "lang": "fr" }),
            json!({ "document": document, "rebind": "yes" }),
            json!({ "document": document, "some-flag": true }),
            json!([]),
            json!(null),
        ] {
            assert_eq!(code(check(&request)), "wrong-request", "{request}");
        }
        let english = json!({ "document": document, "stage": "final", "lang": "en" });
        assert!(check(&english).unwrap_err().message.starts_with("The request does not fit"));
    }

    #[test]
    fn a_refused_request_names_the_field() {
        for (value, said) in [
            (json!({ "stage": "final" }), "`stage`: unknown variant `final`"),
            (json!({ "rebind": 1 }), "`rebind`: invalid type: integer `1`, expected a boolean"),
            (json!({ "colour": "red" }), "unknown field `colour`, expected one of `document`, `json`"),
        ] {
            let message = request(&value).unwrap_err().message;
            assert!(message.contains(said), "{message}");
        }
    }

    #[test]
    fn a_call_takes_its_own_options_only() {
        for (value, takes) in [
            (json!({ "stage": "review" }), OPEN),
            (json!({ "rebind": true }), CHECK),
            (json!({ "lang": "en" }), UPLOAD),
            (json!({ "document": {} }), CHECK),
        ] {
            assert_eq!(code(options(&value, takes)), "wrong-request", "{value}");
        }
        let all = json!({ "document": null, "stage": null, "lang": "en", "rebind": null });
        assert_eq!(
            options(&all, REQUEST),
            Ok(Options { lang: Some(Language::En), ..Options::default() }),
            "null is as good as nothing"
        );
    }

    #[test]
    fn a_document_of_another_shape_is_refused_with_the_code_of_the_kit() {
        let good = read(&blank(FORM, "a", None).unwrap());
        let with = |key: &str, value: Json| {
            let mut document = good.clone();
            document[key] = value;
            json!({ "document": document })
        };
        for (request, expected) in [
            (with("cells", json!({ "year": 2026 })), "wrong-shape"),
            (with("jibiao", json!(2)), "newer-format"),
            (with("form", json!("some-form")), "unknown-form"),
            (json!({ "document": [1] }), "not-a-document"),
            (json!({ "json": "{" }), "not-json"),
        ] {
            assert_eq!(code(check(&request)), expected, "{request}");
        }
    }

    #[test]
    fn edits_are_applied_taken_back_and_applied_again() {
        let mut desk = Desk::blank(FORM, "a", None).unwrap();
        let edit = r#"{"edit":"set-cell","cell":"year","text":"2025"}"#;
        assert_eq!(desk.history(), (false, false));
        apply(&mut desk, edit).unwrap();
        assert_eq!(read(&desk.document())["cells"]["year"], "2025");
        assert_eq!(read(&desk.undo().unwrap()), json!({ "edit": "set-cell", "cell": "year", "text": "" }));
        assert_eq!(read(&desk.document())["cells"], json!({}));
        assert_eq!(read(&desk.redo().unwrap()), read(edit));
        assert_eq!(desk.redo(), None);
        assert_eq!(desk.history(), (true, false));
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing() {
        let mut desk = Desk::blank(FORM, "a", None).unwrap();
        let before = desk.document();
        let remove = r#"{"edit":"remove-row","table":"indicators","row":"r9"}"#;
        assert_eq!(code(apply(&mut desk, remove)), "no-such-row");
        assert_eq!(code(apply(&mut desk, r#"{"edit":"set-cell","cell":"year","text":2025}"#)), "wrong-edit");
        assert_eq!(code(apply(&mut desk, r#"{"edit":"set-cell","cell":"year"}"#)), "wrong-edit");
        assert_eq!(code(desk.edit("null")), "wrong-edit");
        assert_eq!(desk.document(), before);
        assert_eq!(desk.history(), (false, false));
    }

    #[test]
    fn a_draft_and_a_plain_check_agree() {
        let desk = Desk::blank(FORM, "a", None).unwrap();
        let plain = read(&check(&json!({ "json": desk.json(), "stage": "review", "lang": "en" })).unwrap());
        let kept = read(&desk.check(options(&json!({ "stage": "review", "lang": "en" }), CHECK).unwrap()));
        assert_eq!((&kept["report"], &kept["words"]), (&plain["report"], &plain["words"]));
        let upload = read(&desk.upload(options(&json!({ "stage": "review" }), UPLOAD).unwrap()));
        assert_eq!(upload["report"], plain["report"]);
        assert_eq!(upload["performance"], read(&desk.score())["performance"]);
        assert_eq!(upload["document"], read(&desk.document()));
    }

    #[test]
    fn a_draft_speaks_the_language_it_was_opened_in() {
        let document = blank(FORM, "a", None).unwrap();
        let mut desk = Desk::open(&document, options(&json!({ "lang": "en" }), OPEN).unwrap()).unwrap();
        let error = apply(&mut desk, r#"{"edit":"remove-row","table":"t","row":"r"}"#).unwrap_err();
        assert!(error.message.contains("has no row"), "{}", error.message);
        assert_eq!(code(Desk::open("[]", Options::default())), "not-a-document");
    }

    #[test]
    fn packs_forms_and_rules_are_listed_and_explained() {
        assert_eq!(read(&packs().unwrap())[0]["id"], "cn-mof");
        let forms = read(&forms().unwrap());
        assert!(
            forms.as_array().unwrap().iter().any(|form| form["id"] == FORM && form["purpose"] == "self-evaluation")
        );
        for rule in read(&rules().unwrap()).as_array().unwrap() {
            let page = read(&explain(rule.as_str().unwrap(), Some("en")).unwrap());
            assert_eq!(page["id"], *rule);
            assert_eq!(page["policy"].as_array().unwrap().len(), 3);
            assert!(page["waivable"].is_boolean());
        }
        assert_eq!(code(explain("some-rule", None)), "unknown-rule");
        assert_eq!(code(explain("some-rule", Some("fr"))), "wrong-request");
        assert_eq!(code(blank("some-form", "a", None)), "unknown-form");
    }

    #[test]
    fn a_pack_that_is_opened_is_at_hand_for_every_call() {
        let nation = read(&packs().unwrap())[0].clone();
        let pack = json!({ "pack": {
            "id": "a-county", "edition": "1", "name": { "zh": "某县", "en": "A county" },
            "extends": { "id": nation["id"], "edition": nation["edition"] },
        } });
        let info = read(&open_pack(pack.to_string().as_bytes(), None).unwrap());
        assert_eq!(info["id"], "a-county");
        assert_eq!(info["extends"][0]["sha256"], nation["sha256"]);
        assert_eq!(read(&open_pack(pack.to_string().as_bytes(), None).unwrap()), info, "twice is once");
        assert!(read(&packs().unwrap()).as_array().unwrap().contains(&info));
        let document = read(&blank(FORM, "a", Some("a-county")).unwrap());
        assert_eq!(document["pack"]["sha256"], info["sha256"]);
        let report = read(&check(&json!({ "document": document })).unwrap());
        assert_eq!(report["report"]["pack"]["id"], "a-county");
        assert_eq!(read(&blank(FORM, "a", None).unwrap())["pack"]["id"], "cn-mof");
        assert_eq!(code(blank(FORM, "a", Some("b-county"))), "unknown-pack");
    }

    #[test]
    fn a_pack_that_is_refused_says_why_and_leaves_the_others() {
        let before = packs().unwrap();
        let lost = json!({ "pack": {
            "id": "c-county", "edition": "1", "name": { "zh": "x", "en": "x" },
            "extends": { "id": "no-such-pack", "edition": "1" },
        } });
        for (bytes, expected) in [
            (b"no".to_vec(), "not-a-pack"),
            (b"PK\x03\x04".to_vec(), "pack-unfit"),
            (lost.to_string().into_bytes(), "pack-parent-missing"),
        ] {
            assert_eq!(code(open_pack(&bytes, Some("en"))), expected);
        }
        assert_eq!(code(open_pack(b"no", Some("fr"))), "wrong-request");
        let english = open_pack(b"no", Some("en")).unwrap_err().message;
        assert!(english.contains("no pack of Jibiao"), "{english}");
        assert!(read(&packs().unwrap()).as_array().unwrap().starts_with(&read(&before).as_array().unwrap()[..1]));
    }
}
