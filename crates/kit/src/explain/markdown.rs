//! Rules' pages as Markdown, for a site or a printed handbook.

use std::fmt::Write as _;

use jibiao_wording::Language;

use super::{ExampleText, ExplainedExample, Explanation};
use crate::{Kit, Words, name};

/// A file of the handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkdownPage {
    /// `index.md`, `rules/unit-missing.md`.
    pub path: String,
    pub text: String,
}

impl Kit {
    /// The handbook of all rules: a page for each, and an index by dimension.
    pub fn handbook(&self, language: Language) -> Vec<MarkdownPage> {
        let say = |key: &str| name(language, key);
        let pages: Vec<Explanation> = self.rules().iter().filter_map(|rule| self.explain(rule, language)).collect();
        let mut index = format!("# {}\n\n{}\n", say("handbook"), say("handbook-about"));
        for dimension in jibiao_model::Dimension::ALL {
            let of = pages.iter().filter(|page| page.dimension == dimension.name());
            let lines: Vec<String> =
                of.map(|page| format!("- [{}](rules/{}.md) `{}`\n", page.title, page.id, page.id)).collect();
            if !lines.is_empty() {
                index.push_str(&["\n## ", &say(&format!("dimension-{}", dimension.name())), "\n\n"].concat());
                index.extend(lines);
            }
        }
        let mut files = vec![MarkdownPage { path: "index.md".to_owned(), text: index }];
        files.extend(
            pages
                .iter()
                .map(|page| MarkdownPage { path: format!("rules/{}.md", page.id), text: self.page(page, language) }),
        );
        files
    }

    fn page(&self, rule: &Explanation, language: Language) -> String {
        let say = |key: &str| name(language, key);
        let heading = |key: &str| format!("\n## {}\n\n", say(key));
        let mut text = format!(
            "# {}\n\n`{}` · {}\n\n{}\n",
            rule.title,
            rule.id,
            say(&format!("dimension-{}", rule.dimension)),
            rule.why
        );
        text.push_str(&[&heading("handbook-do"), rule.advice.as_str(), "\n"].concat());
        if !rule.gives_way.is_empty() {
            text.push_str(&["\n", &say("gives-way"), "\n\n"].concat());
            text.extend(rule.gives_way.iter().map(|(id, title)| format!("- [{title}]({id}.md)\n")));
        }
        if !rule.basis.is_empty() {
            text.push_str(&heading("handbook-basis"));
            text.extend(rule.basis.iter().map(|(document, clause)| format!("- {document} {clause}\n")));
        }
        text.push_str(&["\n", &rule.since_said(language), "\n"].concat());
        for (key, good) in [("handbook-bad", false), ("handbook-good", true)] {
            let examples: Vec<_> = rule.examples.iter().filter(|example| (example.finds == 0) == good).collect();
            if !examples.is_empty() {
                text.push_str(&heading(key));
                examples.iter().for_each(|example| text.push_str(&shown(example)));
            }
        }
        text.push_str(&heading("handbook-packs"));
        text.push_str(&self.policies(&rule.id, language));
        text
    }

    /// What each pack does with the rule at each stage.
    fn policies(&self, rule: &str, language: Language) -> String {
        use jibiao_model::{Severity, Stage};
        let stages = Stage::ALL.map(|stage| name(language, &format!("stage-{}", stage.name())));
        let (pack, reason) = (name(language, "handbook-pack"), name(language, "handbook-reason"));
        let mut table = format!("| {pack} | {} | {reason} |\n", stages.join(" | "));
        table.push_str(&["|---", &"|---".repeat(stages.len()), "|---|\n"].concat());
        for pack in self.packs() {
            let Some(entry) = pack.book.policy.rules.iter().find(|(id, _)| id.as_str() == rule) else { continue };
            let Some(form) = pack.forms.first() else { continue };
            let label = Words::new(pack, form, language).label(&pack.name).to_owned();
            let severities = Stage::ALL.map(|stage| {
                entry.1.at(stage).map_or_else(
                    || name(language, "handbook-off"),
                    |severity: Severity| name(language, &format!("severity-{}", severity.name())),
                )
            });
            // Writing to a text does not fail.
            let reason = if pack.book.policy.takes_reasons(entry.0) { "handbook-taken" } else { "handbook-not-taken" };
            let _ = writeln!(table, "| {label} | {} | {} |", severities.join(" | "), name(language, reason));
        }
        table
    }
}

/// An example as quoted lines: labels and texts, each row apart, then what the rule says.
fn shown(example: &ExplainedExample) -> String {
    let mut text = format!("> *{}*\n", example.form);
    for texts in std::iter::once(&example.cells).chain(&example.rows).filter(|texts| !texts.is_empty()) {
        text.push_str(">\n");
        for ExampleText { label, text: cell } in texts {
            let _ = writeln!(text, "> - {label}: {}", escaped(cell));
        }
    }
    for said in &example.says {
        let _ = write!(text, ">\n> **→ {}**\n", escaped(said));
    }
    text.push('\n');
    text
}

/// Signs that Markdown would take for its own.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' => escaped.push(' '),
            '*' | '_' | '`' | '<' | '>' | '|' | '[' | ']' | '#' | '\\' => escaped.extend(['\\', letter]),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page_whose_bad_examples_are_answered_and_whose_good_ones_are_not() {
        let kit = Kit::builtin().unwrap_or_else(|error| panic!("{error}"));
        for language in Language::ALL {
            let pages = kit.handbook(language);
            assert_eq!(pages.len(), kit.rules().len() + 1);
            for rule in kit.rules() {
                let page = kit.explain(&rule, language).unwrap();
                for example in page.examples {
                    assert_eq!(example.says.len(), example.finds, "{rule}");
                }
                let text = &pages.iter().find(|page| page.path == format!("rules/{rule}.md")).unwrap().text;
                assert!(text.contains('→') && !text.contains('{'), "{rule}: {text}");
            }
        }
    }

    #[test]
    fn typed_text_is_no_markup() {
        assert_eq!(escaped("≥**个\n<b>|"), "≥\\*\\*个 \\<b\\>\\|");
    }
}
