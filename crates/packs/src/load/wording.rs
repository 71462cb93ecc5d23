//! Every message that a rule can send has wording in every language, with no arguments but those that are sent.

use jibiao_rules::{Fields, NATIVE, Problems, RuleBook, TERMS};
use jibiao_wording::{Catalogue, Language, Messages};

fn file(language: Language) -> &'static str {
    match language {
        Language::Zh => "messages/zh",
        Language::En => "messages/en",
    }
}

pub(super) fn read(messages: &mut Fields<'_>, language: Language) -> Catalogue {
    Catalogue::new(messages.file(language.name(), file(language)).texts_by_name())
}

pub(super) fn examine(messages: &Messages, book: &RuleBook, problems: &Problems) {
    for language in Language::ALL {
        let check = Check { catalogue: messages.of(language), file: file(language), problems };
        TERMS.iter().for_each(|term| check.demand(term, &[]));
        for rule in NATIVE {
            check.page(rule.id.as_str());
            rule.messages.iter().for_each(|(key, args)| check.demand(key, args));
        }
        for rule in &book.data {
            check.page(rule.id.as_str());
            rule.messages().iter().for_each(|(key, args)| check.demand(key, args));
        }
    }
}

struct Check<'a> {
    catalogue: &'a Catalogue,
    file: &'static str,
    problems: &'a Problems,
}

impl Check<'_> {
    fn demand(&self, key: &str, args: &[&str]) {
        let Some(mut places) = self.catalogue.places(key) else {
            self.problems.add(self.file, format!("there is no message `{key}`"));
            return;
        };
        places.retain(|place| !args.contains(place));
        places.dedup();
        for place in places {
            self.problems.add(self.file, format!("message `{key}` uses `{place}`, which its rule does not send"));
        }
    }

    /// The page of a rule: its title, why it matters, what to do.
    fn page(&self, id: &str) {
        for part in ["", ".why", ".do"] {
            self.demand(&["rule-", id, part].concat(), &[]);
        }
    }
}
