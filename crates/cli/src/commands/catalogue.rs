//! `rules`, `schema`: what there is.

use jibiao_kit::{MessagePolicy, SCHEMAS};
use serde_json::Value as Json;

use crate::{
    commands::{Output, Session},
    page::{BOLD, PLAIN, Page},
    table::{Side, Table},
};

impl Session<'_> {
    pub(super) fn rules(self) -> Output {
        let say = |key: &str| self.speech.say(key, &[]);
        let pages: Vec<_> =
            self.kit.rules().iter().filter_map(|rule| self.kit.explain(rule, self.speech.language)).collect();
        let stages = pages.first().map(|page| page.policy.clone()).unwrap_or_default();
        let mut columns = vec![(Side::Left, say("head-rule")), (Side::Left, say("head-title"))];
        columns.push((Side::Left, say("head-dimension")));
        columns.extend(stages.iter().map(|(stage, _)| (Side::Left, self.speech.name(&format!("stage-{stage}")))));
        let mut table = Table::new(columns);
        for page in &pages {
            let mut row = vec![page.id.clone(), page.title.clone()];
            row.push(self.speech.name(&format!("dimension-{}", page.dimension)));
            row.extend(page.policy.iter().map(|(stage, severity)| {
                let differs =
                    |but: &MessagePolicy| but.policy.iter().any(|(at, other)| at == stage && other != severity);
                // Some findings of the rule are treated otherwise.
                let mark = if page.but.iter().any(differs) { " *" } else { "" };
                [&self.severity(*severity), mark].concat()
            }));
            table.row(PLAIN, row);
        }
        let mut page = Page::new();
        page.line(&[(BOLD, &self.speech.say("rules-title", &[("count", &pages.len().to_string())]))]);
        page.gap();
        table.put(&mut page, 0);
        if pages.iter().any(|page| !page.but.is_empty()) {
            page.gap();
            page.paragraph(0, 2, PLAIN, &say("rules-but"));
        }
        if pages.iter().any(|rule| !rule.gives_way.is_empty()) {
            page.gap();
            page.line(&[(BOLD, &say("rules-gives-way"))]);
        }
        for rule in pages.iter().filter(|rule| !rule.gives_way.is_empty()) {
            let to: Vec<&str> = rule.gives_way.iter().map(|(id, _)| id.as_str()).collect();
            page.paragraph(2, 2, PLAIN, &format!("{} → {}", rule.id, to.join(", ")));
        }
        Output::page(page)
    }

    /// What the pack makes of a rule's findings, in words.
    pub(super) fn severity(self, severity: Option<&str>) -> String {
        match severity {
            Some(severity) => self.speech.name(&format!("severity-{severity}")),
            None => self.speech.say("policy-off", &[]),
        }
    }

    pub(super) fn schemas(self) -> Output {
        let mut table = Table::new(vec![
            (Side::Left, self.speech.say("head-schema", &[])),
            (Side::Left, self.speech.say("head-label", &[])),
            (Side::Left, "$id".to_owned()),
        ]);
        for schema in SCHEMAS {
            let json: Json = serde_json::from_str(schema.text).unwrap_or_default();
            let title = json.get("title").and_then(Json::as_str).unwrap_or_default();
            table.row(PLAIN, vec![schema.name.to_owned(), title.to_owned(), schema.id()]);
        }
        let mut page = Page::new();
        page.line(&[(BOLD, &self.speech.say("schemas-title", &[]))]);
        page.gap();
        table.put(&mut page, 0);
        Output::page(page)
    }
}
