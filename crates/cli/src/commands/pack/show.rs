//! `pack show`: what a pack states itself, what it inherits, and what it changes.

use jibiao_kit::{
    Language, PackRef, Shelf,
    author::{Anatomy, Thing},
    model::Label,
};
use serde_json::{Value as Json, json};

use super::{Results, Target, differences, digest, identity};
use crate::{
    arguments::Format,
    commands::{Output, Session},
    page::{BOLD, DIM, GREEN, PLAIN, Page, YELLOW},
};

impl Session<'_> {
    pub(super) fn show_packs(self, packs: Vec<String>, format: Format) -> Output {
        let packs = if packs.is_empty() {
            self.kit.held().iter().map(|held| held.reference.id.clone()).collect()
        } else {
            packs
        };
        let results = self.each_pack(&packs, &mut |shelf: &Shelf, target: &Target, results: &mut Results| {
            let anatomy = shelf.anatomy(target.at)?;
            results.page.gap();
            self.anatomy(&mut results.page, &anatomy);
            results.json.push(told(target, &anatomy));
            Ok(())
        });
        self.pack_output(results, "jibiao_pack_show", format)
    }

    fn anatomy(self, page: &mut Page, anatomy: &Anatomy) {
        let say = |key: &str, args: &[(&str, &str)]| self.speech.say(key, args);
        let reference = &anatomy.reference;
        let named = format!("{}  {}", self.label(&anatomy.name), reference);
        page.line(&[(BOLD, &named), (PLAIN, "  "), (DIM, &digest(reference))]);
        for parent in &anatomy.lineage {
            let args = [("pack", parent.to_string()), ("digest", digest(parent))];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            page.paragraph(2, 2, PLAIN, &say("pack-extends", &args));
        }
        if let Some(valid) = self.validity(&anatomy.valid) {
            page.paragraph(2, 2, PLAIN, &valid);
        }
        for source in &anatomy.sources {
            let args = [("number", source.number.as_str()), ("title", &source.title), ("state", &source.state)];
            page.paragraph(2, 2, PLAIN, &say("pack-source", &args));
        }
        for (key, things) in
            [("pack-frames", &anatomy.frames), ("pack-forms", &anatomy.forms), ("pack-rules", &anatomy.rules)]
        {
            self.things(page, key, things, reference);
            if key == "pack-forms" && !anatomy.left_out.is_empty() {
                page.paragraph(2, 2, PLAIN, &say("pack-left-out", &[("forms", &self.speech.list(&anatomy.left_out))]));
            }
        }
        page.gap();
        page.line(&[(PLAIN, &say("pack-tests", &[("count", &anatomy.tests.to_string())]))]);
        if let Some(parent) = anatomy.lineage.first() {
            page.gap();
            page.line(&[(BOLD, &say("pack-changes", &[("pack", &parent.to_string())]))]);
            self.differences(page, &anatomy.changes);
        }
    }

    /// Things by where they come from; what is inherited is counted, what is the pack's own is named.
    fn things(self, page: &mut Page, key: &str, things: &[Thing], pack: &PackRef) {
        let (own, inherited): (Vec<&Thing>, Vec<&Thing>) = things.iter().partition(|thing| thing.is_of(pack));
        let replaced = own.iter().filter(|thing| thing.instead_of.is_some()).count();
        let numbers =
            [things.len(), own.len().saturating_sub(replaced), replaced, inherited.len()].map(|n| n.to_string());
        let [all, new, replaced, inherited] = numbers.each_ref().map(String::as_str);
        let args = [("all", all), ("own", new), ("replaced", replaced), ("inherited", inherited)];
        page.gap();
        page.line(&[(BOLD, &self.speech.say(key, &args))]);
        for thing in own {
            match &thing.instead_of {
                None => page.line(&[(PLAIN, "  "), (GREEN, "+ "), (PLAIN, &thing.name)]),
                Some(other) => {
                    let instead = self.speech.say("pack-instead", &[("pack", other)]);
                    page.line(&[(PLAIN, "  "), (YELLOW, "~ "), (PLAIN, &thing.name), (DIM, &format!("  {instead}"))]);
                }
            }
        }
    }

    fn label(self, label: &Label) -> &str {
        match self.speech.language {
            Language::Zh => &label.zh,
            Language::En => &label.en,
        }
    }

    fn validity(self, (from, to): &(String, String)) -> Option<String> {
        let args = [("from", from.as_str()), ("to", to.as_str())];
        let key = match (from.is_empty(), to.is_empty()) {
            (true, true) => return None,
            (false, true) => "pack-valid-from",
            (true, false) => "pack-valid-to",
            (false, false) => "pack-valid",
        };
        Some(self.speech.say(key, &args))
    }
}

fn told(target: &Target, anatomy: &Anatomy) -> Json {
    let things = |things: &[Thing]| -> Vec<Json> {
        let told = things
            .iter()
            .map(|thing| json!({ "name": thing.name, "from": thing.from, "instead_of": thing.instead_of }));
        told.collect()
    };
    json!({
        "file": target.name,
        "pack": identity(&anatomy.reference),
        "extends": anatomy.lineage.iter().map(identity).collect::<Vec<_>>(),
        "name": { "zh": anatomy.name.zh, "en": anatomy.name.en },
        "valid": { "from": anatomy.valid.0, "to": anatomy.valid.1 },
        "sources": anatomy.sources.iter()
            .map(|source| json!({ "number": source.number, "title": source.title, "state": source.state }))
            .collect::<Vec<_>>(),
        "frames": things(&anatomy.frames),
        "forms": things(&anatomy.forms),
        "rules": things(&anatomy.rules),
        "left_out": anatomy.left_out,
        "tests": anatomy.tests,
        "changes": differences::told(&anatomy.changes),
    })
}
