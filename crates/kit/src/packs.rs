//! Packs that somebody gives: opened beside those at hand, or refused by name.

use std::{borrow::Cow, fmt, sync::Arc};

use jibiao_model::PackRef;
use jibiao_packs::{LoadError, Pack, Problems, Reason, Shelf};
use jibiao_wording::Language;

use crate::{Held, Kit, OpenError, words::kit_messages};

/// A pack that somebody gives, under the name by which they know it.
#[derive(Debug)]
pub struct PackSource {
    name: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// The bytes of a file.
    File(Vec<u8>),
    #[cfg(feature = "author")]
    Files(jibiao_packs::author::Files),
}

impl PackSource {
    /// The bytes of a file: an assembled pack (JSON), or a zip that holds one. What people wrote in a zip is read
    /// only where the `author` feature is on.
    pub fn file(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), content: Content::File(bytes.into()) }
    }

    /// The files of a pack as people write them. The tests that it carries have to hold.
    #[cfg(feature = "author")]
    pub fn files(name: impl Into<String>, files: jibiao_packs::author::Files) -> Self {
        Self { name: name.into(), content: Content::Files(files) }
    }
}

/// Packs that were refused, by the names that they were given under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PacksError(Vec<(String, LoadError)>);

impl PacksError {
    /// The packs that were refused, and why.
    pub fn refused(&self) -> &[(String, LoadError)] {
        &self.0
    }
}

impl fmt::Display for PacksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, error)| write!(f, "{name}: {error}"))
    }
}

impl std::error::Error for PacksError {}

/// Why a pack was not opened, for the person who wanted to open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackRefusal {
    /// The stable name: `pack-unfit`.
    pub code: &'static str,
    pub message: String,
    /// What its author has to mend, each with its place; blank where the author need not be asked.
    pub problems: Vec<String>,
}

impl PackRefusal {
    /// All codes.
    pub const CODES: [&str; 5] = ["not-a-pack", "pack-not-built", "pack-parent-missing", "pack-differs", "pack-unfit"];
}

impl PacksError {
    /// Why the first pack was refused, in words.
    pub fn refusal(&self, language: Language) -> PackRefusal {
        let [not_a_pack, not_built, parent_missing, differs, unfit] = PackRefusal::CODES;
        let error = self.0.first().map(|(_, error)| error);
        let count = error.map_or(0, |error| error.problems().len()).to_string();
        let (code, args): (_, Vec<(&str, &str)>) = match error.map(LoadError::reason) {
            Some(Reason::NotAPack) => (not_a_pack, Vec::new()),
            Some(Reason::NotBuilt) => (not_built, Vec::new()),
            Some(Reason::ParentMissing { id, edition }) => (parent_missing, vec![("pack", id), ("edition", edition)]),
            Some(Reason::OtherContent { id, edition }) => (differs, vec![("pack", id), ("edition", edition)]),
            Some(Reason::Unfit) | None => (unfit, vec![("count", &count)]),
        };
        let args: Vec<(&str, Cow<'_, str>)> = args.into_iter().map(|(name, value)| (name, value.into())).collect();
        let key = if code == not_a_pack { "pack-not-a-pack" } else { code };
        let problems = error.filter(|_| code == unfit).into_iter().flat_map(LoadError::problems);
        PackRefusal {
            code,
            message: kit_messages().of(language).render(key, &args),
            problems: problems.map(ToString::to_string).collect(),
        }
    }
}

/// A pack on the shelf that is to be loaded.
struct Put {
    name: String,
    at: usize,
    /// Whether its tests are asked.
    tested: bool,
    bytes: Arc<[u8]>,
}

impl Kit {
    /// A kit that has these packs as well, and which they are. They may extend each other, in whatever order they
    /// are given; one that is at hand already stays.
    ///
    /// # Errors
    /// [`PacksError`] names each pack that is refused, with all of its problems; this kit stays as it is.
    pub fn with_packs(
        &self,
        sources: impl IntoIterator<Item = PackSource>,
    ) -> Result<(Self, Vec<PackRef>), PacksError> {
        let mut shelf = self.shelf().clone();
        let mut puts = Vec::new();
        let mut errors = Vec::new();
        for PackSource { name, content } in sources {
            match put(&mut shelf, content) {
                Ok((at, tested, bytes)) => puts.push(Put { name, at, tested, bytes }),
                Err(error) => errors.push((name, error)),
            }
        }
        let mut kit = self.clone();
        kit.set_shelf(shelf.clone());
        let mut opened = Vec::new();
        for Put { name, at, tested, bytes } in puts {
            match load(&shelf, at, tested).and_then(|pack| kit.join(at, pack, bytes)) {
                Ok(reference) => opened.push(reference),
                Err(error) => errors.push((name, error)),
            }
        }
        if errors.is_empty() { Ok((kit, opened)) } else { Err(PacksError(errors)) }
    }

    /// The pack with this id, or with this id and edition: `cn-mof`, `cn-mof 2026.1`.
    ///
    /// # Errors
    /// [`OpenError`] names the packs at hand where there is no such pack, and the editions where there are several.
    pub fn pack_named(&self, name: &str) -> Result<&Arc<Pack>, OpenError> {
        let is = |held: &&Held| held.reference.id == name || held.reference.to_string() == name;
        let found: Vec<&Held> = self.held().iter().filter(is).collect();
        let listed =
            |packs: &[&Held]| packs.iter().map(|held| held.reference.to_string()).collect::<Vec<_>>().join("、");
        let unknown = || OpenError::unknown_pack("name", name, listed(&self.held().iter().collect::<Vec<_>>()));
        match found.as_slice() {
            [held] => self.whole(held).ok_or_else(unknown),
            [] => Err(unknown()),
            several => Err(OpenError::unknown_pack("several", name, listed(several))),
        }
    }

    /// Takes a pack in that fits beside those at hand.
    fn join(&mut self, at: usize, pack: Pack, bytes: Arc<[u8]>) -> Result<PackRef, LoadError> {
        let reference = pack.reference.clone();
        if self.held().iter().any(|held| held.reference == reference) {
            return Ok(reference);
        }
        let problems = Problems::default();
        for (rule, origin) in &pack.origins {
            let other = self.held().iter().find_map(|other| {
                let theirs = self.rule_from(other, rule)?;
                (theirs.first != origin.first).then_some(&other.reference.id)
            });
            if let Some(other) = other {
                let file = ["rules/", rule.as_str()].concat();
                problems.add(&file, ["the pack `", other, "` has another rule `", rule.as_str(), "`"].concat());
            }
        }
        if !problems.is_empty() {
            return Err(LoadError::beside(problems));
        }
        self.hold(at, false, bytes, Some(pack));
        Ok(reference)
    }
}

/// The position of a pack on the shelf, whether its tests are asked, and the assembled pack.
type Placed = (usize, bool, Arc<[u8]>);

fn put(shelf: &mut Shelf, content: Content) -> Result<Placed, LoadError> {
    match content {
        Content::File(bytes) => put_file(shelf, &bytes),
        #[cfg(feature = "author")]
        Content::Files(files) => put_files(shelf, &files),
    }
}

fn put_file(shelf: &mut Shelf, bytes: &[u8]) -> Result<Placed, LoadError> {
    #[cfg(feature = "author")]
    if let Some(files) = jibiao_packs::author::written(bytes)? {
        return put_files(shelf, &files);
    }
    #[cfg(feature = "zip")]
    let bytes = &*jibiao_packs::assembled(bytes)?;
    Ok((shelf.add(bytes)?, false, bytes.into()))
}

#[cfg(feature = "author")]
fn put_files(shelf: &mut Shelf, files: &jibiao_packs::author::Files) -> Result<Placed, LoadError> {
    let assembled = files.assemble()?;
    let bytes = assembled.bytes().into();
    Ok((shelf.add_assembled(assembled)?, true, bytes))
}

#[cfg(feature = "author")]
fn load(shelf: &Shelf, at: usize, tested: bool) -> Result<Pack, LoadError> {
    if tested { shelf.load_tested(at) } else { shelf.load(at) }
}

#[cfg(not(feature = "author"))]
fn load(shelf: &Shelf, at: usize, _: bool) -> Result<Pack, LoadError> {
    shelf.load(at)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// A small pack over the national one, changed.
    fn district(id: &str, change: impl FnOnce(&mut Value)) -> PackSource {
        let nation = Kit::builtin().unwrap();
        let edition = &nation.held()[0].reference.edition;
        let mut pack = json!({
            "pack": {
                "id": id, "edition": "1", "name": { "zh": "某区", "en": "A district" },
                "extends": { "id": "cn-mof", "edition": edition },
            },
        });
        change(&mut pack);
        PackSource::file(format!("{id}.json"), pack.to_string())
    }

    fn rule(pack: &mut Value) {
        pack["rules"] = json!({ "contact-missing": {
            "dimension": "completeness", "purposes": ["declaration"],
            "basis": [{ "document": "区财〔2026〕1号", "clause": "联系人" }],
            "kind": "required", "cells": ["project-code"],
            "examples": [
                { "finds": 1, "form": "project-declaration-2021" },
                { "finds": 0, "form": "project-declaration-2021", "cells": { "project-code": "1" } },
            ],
        } });
        pack["policy"] = json!({ "rules": { "contact-missing": "warns" } });
        let texts = json!({
            "rule-contact-missing": "x", "rule-contact-missing.why": "x", "rule-contact-missing.do": "x",
            "contact-missing": "{cell}",
        });
        pack["messages"] = json!({ "zh": texts, "en": texts });
    }

    fn refused(kit: &Kit, sources: Vec<PackSource>) -> Vec<(String, String)> {
        let error = kit.with_packs(sources).unwrap_err();
        let problems = error
            .refused()
            .iter()
            .flat_map(|(name, error)| error.problems().iter().map(move |problem| (name.clone(), problem.to_string())));
        problems.collect()
    }

    #[test]
    fn a_pack_is_opened_beside_those_at_hand_and_once_only() {
        let kit = Kit::builtin().unwrap();
        let (with, opened) = kit.with_packs([district("a-county", |_| {}), district("a-county", |_| {})]).unwrap();
        assert_eq!(opened, vec![with.held().last().unwrap().reference.clone(); 2]);
        assert_eq!(with.held().len(), kit.held().len() + 1);
        assert_eq!(with.packs().last().unwrap().forms.len(), kit.packs().next().unwrap().forms.len());
        let (again, _) = with.with_packs([district("a-county", |_| {})]).unwrap();
        assert_eq!(again.held().len(), with.held().len());
    }

    #[test]
    fn packs_may_extend_each_other_in_whatever_order_they_come() {
        let over = |pack: &mut Value| pack["pack"]["extends"] = json!({ "id": "a-county", "edition": "1" });
        let kit = Kit::builtin().unwrap();
        let (with, _) = kit.with_packs([district("a-town", over), district("a-county", |_| {})]).unwrap();
        let town = with.packs().find(|pack| pack.reference.id == "a-town").unwrap();
        assert_eq!(town.lineage.iter().map(|parent| parent.id.as_str()).collect::<Vec<_>>(), ["a-county", "cn-mof"]);
        // And one that comes later finds those that came before.
        let (with, _) = kit.with_packs([district("a-county", |_| {})]).unwrap();
        assert!(with.with_packs([district("a-town", over)]).is_ok());
        let alone = refused(&kit, vec![district("a-town", over)]);
        let expected = "pack: extends: the pack `a-county` is not at hand";
        assert_eq!(alone, [("a-town.json".to_owned(), expected.to_owned())]);
    }

    #[test]
    fn two_packs_with_one_rule_name_are_refused_unless_one_inherits_it() {
        let kit = Kit::builtin().unwrap();
        let found = refused(&kit, vec![district("a-county", rule), district("b-county", rule)]);
        let expected = "rules/contact-missing: the pack `a-county` has another rule `contact-missing`";
        assert_eq!(found, [("b-county.json".to_owned(), expected.to_owned())]);
        let over = |pack: &mut Value| {
            rule(pack);
            pack["pack"]["extends"] = json!({ "id": "a-county", "edition": "1" });
        };
        assert!(kit.with_packs([district("a-county", rule), district("a-town", over)]).is_ok());
    }

    #[test]
    fn a_refusal_says_what_to_do_in_both_languages() {
        let (kit, _) = Kit::builtin().unwrap().with_packs([district("a-county", |_| {})]).unwrap();
        let over = |pack: &mut Value| pack["pack"]["extends"] = json!({ "id": "b-county", "edition": "2" });
        let other = district("a-county", |pack| pack["pack"]["valid-from"] = json!("2026-01-01"));
        let unfit = district("c-county", |pack| pack["policy"] = json!({ "rules": { "no-such-rule": "off" } }));
        let cases = [
            ("not-a-pack", PackSource::file("x", "{}"), "规则包文件"),
            ("not-a-pack", PackSource::file("x", "no"), "规则包文件"),
            ("pack-parent-missing", district("a-town", over), "“b-county”（2 版）"),
            ("pack-differs", other, "“a-county”1 版"),
            ("pack-unfit", unfit, "1 处问题"),
        ];
        for (code, source, words) in cases {
            let error = kit.with_packs([source]).unwrap_err();
            let refusal = error.refusal(Language::Zh);
            assert_eq!(refusal.code, code);
            assert!(refusal.message.contains(words), "{}", refusal.message);
            assert_eq!(refusal.problems.len(), usize::from(code == "pack-unfit"), "{code}");
            let english = error.refusal(Language::En).message;
            assert!(!english.contains(['包', '{']), "{english}");
        }
    }

    #[test]
    fn a_pack_is_named_by_its_id_and_where_that_is_not_enough_by_its_edition() {
        let later = district("a-county", |pack| pack["pack"]["edition"] = json!("2"));
        let (kit, _) = Kit::builtin().unwrap().with_packs([district("a-county", |_| {}), later]).unwrap();
        assert_eq!(kit.pack_named("cn-mof").unwrap().reference.id, "cn-mof");
        assert_eq!(kit.pack_named("a-county 2").unwrap().reference.edition, "2");
        let several = kit.pack_named("a-county").unwrap_err().message(Language::Zh);
        assert!(several.contains("a-county 1、a-county 2"), "{several}");
        let unknown = kit.pack_named("b-county").unwrap_err().message(Language::Zh);
        assert!(unknown.contains("没有规则包“b-county”") && unknown.contains("cn-mof"), "{unknown}");
    }

    #[test]
    fn another_content_under_the_same_name_is_refused() {
        let (kit, _) = Kit::builtin().unwrap().with_packs([district("a-county", |_| {})]).unwrap();
        let other = district("a-county", |pack| pack["pack"]["valid-from"] = json!("2026-01-01"));
        let found = refused(&kit, vec![other]);
        assert!(found[0].1.contains("two packs `a-county 1` that differ"), "{found:?}");
    }
}
