//! `pack test`: the examples that a pack carries, and what became of those that it inherits.

use anstyle::Style;
use jibiao_kit::{
    Shelf,
    author::{Outcome, Tested},
};
use serde_json::{Value as Json, json};

use super::{Results, Target};
use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED},
};

impl Session<'_> {
    pub(super) fn test_packs(self, packs: &[String], format: Format) -> Output {
        let results = self.each_pack(packs, &mut |shelf: &Shelf, target: &Target, results: &mut Results| {
            let (own, inherited) = shelf.test(target.at)?;
            results.page.gap();
            self.tested(&mut results.page, target, &own, &inherited);
            let listed = |tests: &[(Tested, String)]| tests.iter().map(|(test, _)| told(test)).collect::<Vec<_>>();
            results.json.push(json!({ "file": target.name, "tests": listed(&own), "inherited": listed(&inherited) }));
            if own.iter().any(|(test, _)| !test.passed()) {
                results.exit = results.exit.worse(Exit::Rejected);
            }
            Ok(())
        });
        self.pack_output(results, "jibiao_pack_test", format)
    }

    fn tested(self, page: &mut Page, target: &Target, own: &[(Tested, String)], inherited: &[(Tested, String)]) {
        let failed = |tests: &[(Tested, String)]| tests.iter().filter(|(test, _)| !test.passed()).count();
        page.line(&[(BOLD, &target.name)]);
        let numbers = [own.len(), failed(own), inherited.len(), failed(inherited)].map(|n| n.to_string());
        let [all, off, inherits, changed] = numbers.each_ref().map(String::as_str);
        let style = if failed(own) == 0 { GREEN } else { RED };
        page.paragraph(2, 2, style, &self.speech.say("test-line", &[("all", all), ("failed", off)]));
        self.failed(page, own, (RED, "✗ "));
        if !inherited.is_empty() {
            let args = [("all", inherits), ("changed", changed)];
            page.paragraph(2, 2, DIM, &self.speech.say("test-inherited", &args));
            // What became of an example of another pack is told, and is no failure.
            self.failed(page, inherited, (DIM, "· "));
        }
    }

    fn failed(self, page: &mut Page, tests: &[(Tested, String)], mark: (Style, &str)) {
        for (test, place) in tests.iter().filter(|(test, _)| !test.passed()) {
            let expected = test.expected.to_string();
            let said = match &test.outcome {
                Outcome::Found(found) => {
                    self.speech.say("test-found", &[("expected", &expected), ("found", &found.to_string())])
                }
                Outcome::Halted(reason) => self.speech.say("test-halted", &[("reason", reason)]),
                Outcome::Unfit(reason) => self.speech.say("test-unfit", &[("reason", reason)]),
            };
            page.line(&[(PLAIN, "  "), mark, (PLAIN, place), (PLAIN, "  "), (DIM, &test.at)]);
            page.paragraph(4, 0, PLAIN, &said);
        }
    }
}

fn told(test: &Tested) -> Json {
    let outcome = match &test.outcome {
        Outcome::Found(found) => json!({ "found": found }),
        Outcome::Halted(reason) => json!({ "halted": reason }),
        Outcome::Unfit(reason) => json!({ "unfit": reason }),
    };
    json!({
        "rule": test.rule, "file": test.file, "at": test.at, "expected": test.expected, "passed": test.passed(),
        "outcome": outcome,
    })
}
