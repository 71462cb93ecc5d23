//! `explain`: the page of a rule.

use jibiao_kit::Explanation;

use crate::{
    arguments::Misuse,
    commands::{Output, Session},
    page::{BOLD, CYAN, DIM, GREEN, PLAIN, Page, RED},
};

impl Session<'_> {
    pub(super) fn explain(self, rules: &[String]) -> Output {
        let known = self.kit.rules();
        if rules.is_empty() {
            let example = known.first().cloned().unwrap_or_default();
            return self.misuse(Misuse::new("misuse-needs-rule", [("example", example)]));
        }
        let mut page = Page::new();
        for rule in rules {
            let Some(explanation) = self.kit.explain(rule, self.speech.language) else {
                let misuse = Misuse::new("misuse-unknown-rule", [("given", rule.clone())]);
                return self.misuse(misuse.perhaps(rule, known.iter().map(String::as_str)));
            };
            page.gap();
            self.rule_page(&mut page, &explanation);
        }
        Output::page(page)
    }

    /// `填写中：不查、报送：退回修改`.
    fn in_one_line(self, policy: &[(&str, Option<&str>)]) -> String {
        let lines = policy.iter().map(|(stage, severity)| {
            let stage = self.speech.name(&format!("stage-{stage}"));
            let severity = self.severity(*severity);
            self.speech.say("policy-line", &[("stage", &stage), ("severity", &severity)])
        });
        self.speech.list(&lines.collect::<Vec<_>>())
    }

    fn rule_page(self, page: &mut Page, rule: &Explanation) {
        let say = |key: &str| self.speech.say(key, &[]);
        page.line(&[(BOLD, &rule.title), (PLAIN, "  "), (DIM, &rule.id)]);
        let dimension = self.speech.name(&format!("dimension-{}", rule.dimension));
        page.line(&[(PLAIN, &self.speech.say("explain-dimension", &[("dimension", &dimension)]))]);
        for (head, text) in [("explain-why", &rule.why), ("explain-do", &rule.advice)] {
            page.gap();
            page.line(&[(BOLD, &say(head))]);
            page.paragraph(2, 0, PLAIN, text);
        }
        page.gap();
        page.line(&[(BOLD, &say("explain-policy"))]);
        for (stage, severity) in &rule.policy {
            let stage = self.speech.name(&format!("stage-{stage}"));
            let severity = self.severity(*severity);
            let line = self.speech.say("policy-line", &[("stage", &stage), ("severity", &severity)]);
            page.paragraph(2, 0, PLAIN, &line);
        }
        for but in &rule.but {
            let args = [("message", but.says.as_str()), ("policy", &self.in_one_line(&but.policy))];
            page.paragraph(2, 2, PLAIN, &self.speech.say("policy-but", &args));
        }
        if rule.waivable {
            page.paragraph(2, 0, PLAIN, &self.speech.name("waiver-allowed"));
        }
        if !rule.gives_way.is_empty() {
            page.gap();
            page.line(&[(BOLD, &self.speech.name("gives-way"))]);
            for (id, title) in &rule.gives_way {
                page.line(&[(PLAIN, "  "), (PLAIN, title), (PLAIN, "  "), (DIM, id)]);
            }
        }
        if !rule.basis.is_empty() {
            page.gap();
            page.line(&[(BOLD, &say("explain-basis"))]);
            for (document, clause) in &rule.basis {
                page.paragraph(2, 2, PLAIN, format!("{document} {clause}").trim_end());
            }
        }
        page.gap();
        page.paragraph(0, 0, DIM, &rule.since_said(self.speech.language));
        if !rule.examples.is_empty() {
            page.gap();
            page.line(&[(BOLD, &say("explain-examples"))]);
            for (index, example) in rule.examples.iter().enumerate() {
                if index > 0 {
                    page.gap();
                }
                let (style, head) = match example.finds {
                    0 => (GREEN, say("explain-good")),
                    n => (RED, self.speech.say("explain-bad", &[("count", &n.to_string())])),
                };
                page.paragraph(2, 0, style, &head);
                for texts in std::iter::once(&example.cells).chain(&example.rows).filter(|texts| !texts.is_empty()) {
                    let lines = texts.iter().map(|text| format!("{}：{}", text.label, text.text));
                    page.block(4, CYAN, &lines.collect::<Vec<_>>().join("\n"));
                }
                for said in &example.says {
                    page.paragraph(4, 2, PLAIN, &format!("→ {said}"));
                }
            }
        }
    }
}
