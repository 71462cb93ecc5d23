//! What a verification found, in words.

use std::borrow::Cow;

use jibiao_bundle::{Algorithm, Findings, Remark};
use jibiao_wording::Language;

use super::{Recheck, Rechecked};
use crate::words::kit_messages;

fn say(language: Language, key: &str, args: &[(&str, &str)]) -> String {
    let args: Vec<(&str, Cow<'_, str>)> = args.iter().map(|(name, value)| (*name, Cow::Borrowed(*value))).collect();
    kit_messages().of(language).render(key, &args)
}

fn list<T: AsRef<str>>(language: Language, items: &[T]) -> String {
    let between = if language == Language::Zh { "、" } else { ", " };
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(between)
}

/// The name of a digest as people write it; one that is not known stays as it stands in the bag.
fn algorithm(language: Language, name: &str) -> String {
    if Algorithm::named(name).is_none() {
        return name.to_owned();
    }
    say(language, &["algorithm-", &name.to_ascii_lowercase()].concat(), &[])
}

/// A remark as a sentence.
pub fn remark_words(remark: &Remark, language: Language) -> String {
    let whole = say(language, "verify-whole", &[]);
    let digest = remark.args.iter().find(|(name, _)| *name == "algorithm");
    let digest = digest.map(|(_, name)| algorithm(language, name)).unwrap_or_default();
    let shown = |name: &str, value| if name == "algorithm" { digest.as_str() } else { value };
    let mut args: Vec<(&str, &str)> =
        remark.args.iter().map(|(name, value)| (name.as_ref(), shown(name.as_ref(), value.as_str()))).collect();
    args.push(("file", if remark.file.is_empty() { &whole } else { &remark.file }));
    say(language, &["bag-", remark.code.name()].concat(), &args)
}

/// What kind of bag it is, and what was compared.
pub fn bag_words(findings: &Findings, language: Language) -> String {
    let algorithms: Vec<String> = findings.checked.iter().map(|one| algorithm(language, one.name())).collect();
    let (files, algorithms) = (findings.files.len().to_string(), list(language, &algorithms));
    let args = [("version", findings.version.as_str()), ("files", &files), ("algorithms", &algorithms)];
    say(language, "verify-bag", &args)
}

impl Rechecked {
    /// Which document it is: what people call it, or its id where that is not known.
    pub fn title(&self, language: Language) -> String {
        let form = self.form.as_ref().map_or("", |form| match language {
            Language::Zh => &form.zh,
            Language::En => &form.en,
        });
        match (self.project.as_str(), form) {
            ("", "") => say(language, "verify-unnamed", &[("id", &self.id)]),
            ("", only) | (only, "") => only.to_owned(),
            (project, form) => say(language, "verify-title", &[("project", project), ("form", form)]),
        }
    }

    /// Which save of it, and what matches it with paper.
    pub fn save(&self, language: Language) -> String {
        let revision = self.revision.to_string();
        say(language, "verify-document", &[("id", &self.id), ("revision", &revision), ("receipt", &self.receipt)])
    }

    /// What came of it, as a sentence.
    pub fn message(&self, language: Language) -> String {
        match &self.outcome {
            Recheck::Same { verdict } => {
                let verdict = say(language, &["verdict-", verdict].concat(), &[]);
                say(language, "recheck-same", &[("verdict", &verdict)])
            }
            Recheck::Missing => say(language, "recheck-missing", &[("folder", &self.folder)]),
            Recheck::Unopened { error, .. } => error.message(language),
            Recheck::NoPack => say(language, "recheck-no-pack", &[("pack", &self.pack.to_string())]),
            Recheck::OtherDocument { fields } => {
                say(language, "recheck-other-document", &[("fields", &list(language, fields))])
            }
            Recheck::OtherReport { parts } => {
                say(language, "recheck-other-report", &[("parts", &list(language, parts))])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jibiao_bundle::Code;

    use super::*;

    #[test]
    fn every_remark_has_words() {
        for code in Code::ALL {
            for language in Language::ALL {
                let key = ["bag-", code.name()].concat();
                assert!(kit_messages().of(language).pattern(&key).is_some(), "{key}");
            }
        }
    }
}
