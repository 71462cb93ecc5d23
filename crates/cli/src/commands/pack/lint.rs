//! `pack lint`: what helps nobody in a pack.

use jibiao_kit::{
    Shelf,
    author::{Remark, Weight},
};
use serde_json::{Map, Value as Json, json};

use super::{Results, Target};
use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    page::{BOLD, DIM, GREEN, PLAIN, Page, YELLOW},
};

impl Session<'_> {
    pub(super) fn lint_packs(self, packs: &[String], format: Format) -> Output {
        let results = self.each_pack(packs, &mut |shelf: &Shelf, target: &Target, results: &mut Results| {
            let remarks = shelf.lint(target.at)?;
            results.page.gap();
            self.remarks(&mut results.page, target, &remarks);
            let listed: Vec<Json> = remarks.iter().map(|remark| self.remark_told(remark)).collect();
            results.json.push(json!({ "file": target.name, "remarks": listed }));
            if remarks.iter().any(|remark| remark.kind.weight() == Weight::Fault) {
                results.exit = results.exit.worse(Exit::Rejected);
            }
            Ok(())
        });
        self.pack_output(results, "jibiao_pack_lint", format)
    }

    fn remarks(self, page: &mut Page, target: &Target, remarks: &[Remark]) {
        page.line(&[(BOLD, &target.name)]);
        if remarks.is_empty() {
            page.paragraph(2, 2, GREEN, &self.speech.say("lint-none", &[]));
        }
        for remark in remarks {
            let style = match remark.kind.weight() {
                Weight::Fault => YELLOW,
                Weight::Note => DIM,
            };
            let place = remark.line.map_or_else(|| remark.file.clone(), |line| format!("{}:{line}", remark.file));
            page.line(&[(PLAIN, "  "), (style, &place), (PLAIN, "  "), (DIM, remark.kind.name())]);
            page.paragraph(4, 0, PLAIN, &self.remark_said(remark));
        }
    }

    fn remark_said(self, remark: &Remark) -> String {
        let args: Vec<(&str, String)> = remark
            .args
            .iter()
            .map(|(name, value)| match *name {
                "language" => (*name, self.speech.say(&format!("language-{value}"), &[])),
                _ => (*name, value.clone()),
            })
            .collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.speech.say(&format!("lint-{}", remark.kind.name()), &args)
    }

    fn remark_told(self, remark: &Remark) -> Json {
        let args: Map<String, Json> =
            remark.args.iter().map(|(name, value)| ((*name).to_owned(), Json::from(value.as_str()))).collect();
        let weight = match remark.kind.weight() {
            Weight::Fault => "fault",
            Weight::Note => "note",
        };
        json!({
            "kind": remark.kind.name(), "weight": weight, "file": remark.file, "line": remark.line, "args": args,
            "message": self.remark_said(remark),
        })
    }
}
