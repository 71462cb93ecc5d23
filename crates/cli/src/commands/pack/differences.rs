//! `pack diff`, and the changes that `pack show` lists: by part and name, in words.

use jibiao_kit::{
    Shelf,
    author::{Change, Difference, Part},
};
use serde_json::{Value as Json, json};

use super::{Results, Target, digest, identity};
use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    page::{BOLD, CYAN, GREEN, PLAIN, Page, RED, YELLOW},
    table::shortened,
};

/// Places that a text takes in a line of changes.
const WIDEST: usize = 60;

impl Session<'_> {
    pub(super) fn compare_packs(self, before: &str, after: &str, format: Format) -> Output {
        let names = [before.to_owned(), after.to_owned()];
        let mut seen: Option<usize> = None;
        let results = self.each_pack(&names, &mut |shelf: &Shelf, target: &Target, results: &mut Results| {
            // The first of the two waits for the second, and is loaded so that its own problems are told.
            let Some(before) = seen.replace(target.at) else { return shelf.load(target.at).map(drop) };
            if results.exit != Exit::Accepted {
                return Ok(());
            }
            let (old, new) = (shelf.load(before)?.reference, shelf.load(target.at)?.reference);
            let differences = shelf.compare(before, target.at)?;
            for (style, sign, pack) in [(RED, "− ", &old), (GREEN, "+ ", &new)] {
                results.page.line(&[(style, sign), (BOLD, &format!("{pack}  {}", digest(pack)))]);
            }
            self.differences(&mut results.page, &differences);
            results.json.push(json!({
                "before": identity(&old), "after": identity(&new), "differences": told(&differences),
            }));
            if !differences.is_empty() {
                results.exit = results.exit.worse(Exit::Rejected);
            }
            Ok(())
        });
        self.pack_output(results, "jibiao_pack_diff", format)
    }

    /// Differences by part, those of one thing together.
    pub(super) fn differences(self, page: &mut Page, differences: &[Difference]) {
        if differences.is_empty() {
            page.gap();
            page.line(&[(GREEN, &self.speech.say("diff-none", &[]))]);
        }
        for part in Part::ALL {
            let of_part: Vec<&Difference> = differences.iter().filter(|found| found.part == part).collect();
            if of_part.is_empty() {
                continue;
            }
            page.gap();
            page.line(&[(BOLD, &self.speech.say(&format!("diff-{}", part.name()), &[]))]);
            for things in of_part.chunk_by(|a, b| a.name == b.name) {
                self.thing(page, things);
            }
        }
    }

    fn thing(self, page: &mut Page, differences: &[&Difference]) {
        let mut indent = 2_usize;
        if let Some(first) = differences.first().filter(|first| !first.name.is_empty()) {
            if let [only] = differences
                && only.at.is_empty()
            {
                let (style, sign) = sign(&only.change);
                let text = self.change(only);
                let line = if text.is_empty() { only.name.clone() } else { format!("{}  {text}", only.name) };
                page.line(&[(PLAIN, "  "), (style, sign), (PLAIN, &line)]);
                return;
            }
            page.line(&[(PLAIN, "  "), (CYAN, &first.name)]);
            indent = 4;
        }
        for difference in differences {
            let (style, sign) = sign(&difference.change);
            let place = self.place(difference);
            let text = self.change(difference);
            let line = [place.as_str(), text.as_str()].into_iter().filter(|part| !part.is_empty());
            let line = line.collect::<Vec<_>>().join("  ");
            page.line(&[(PLAIN, &" ".repeat(indent)), (style, sign), (PLAIN, &line)]);
        }
    }

    /// Where in a thing: a stage, a language, or a field of its file.
    fn place(self, difference: &Difference) -> String {
        let at = difference.at.as_str();
        match difference.part {
            Part::Policy | Part::Exceptions if !at.is_empty() => self.speech.name(&format!("stage-{at}")),
            Part::Messages if !at.is_empty() => self.speech.say(&format!("language-{at}"), &[]),
            _ => at.to_owned(),
        }
    }

    fn change(self, difference: &Difference) -> String {
        let text = |text: &str| match difference.part {
            Part::Policy | Part::Exceptions if text == "off" => self.severity(None),
            Part::Policy | Part::Exceptions if !text.is_empty() => self.severity(Some(text)),
            _ => shortened(text, WIDEST),
        };
        match &difference.change {
            Change::Added(new) => text(new),
            Change::Removed(old) => text(old),
            Change::Changed { from, to } if from.is_empty() || to.is_empty() => self.speech.say("diff-restated", &[]),
            Change::Changed { from, to } => {
                self.speech.say("diff-changed", &[("from", &text(from)), ("to", &text(to))])
            }
        }
    }
}

fn sign(change: &Change) -> (anstyle::Style, &'static str) {
    match change {
        Change::Added(_) => (GREEN, "+ "),
        Change::Removed(_) => (RED, "− "),
        Change::Changed { .. } => (YELLOW, "~ "),
    }
}

/// Differences for programs.
pub(super) fn told(differences: &[Difference]) -> Vec<Json> {
    let told = differences.iter().map(|found| {
        let (change, from, to) = match &found.change {
            Change::Added(to) => ("added", None, Some(to)),
            Change::Removed(from) => ("removed", Some(from), None),
            Change::Changed { from, to } => ("changed", Some(from), Some(to)),
        };
        json!({
            "part": found.part.name(), "name": found.name, "at": found.at, "change": change, "from": from, "to": to,
        })
    });
    told.collect()
}
