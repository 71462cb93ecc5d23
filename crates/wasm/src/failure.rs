//! What goes wrong at the boundary: a stable code and a sentence.

use std::{borrow::Cow, sync::OnceLock};

use jibiao_kit::{CarryError, EditError, Language, LoadError, Messages, OpenError, PackRefusal};

/// Codes of this package's own; those of refused files come from the kit.
pub const CODES: [&str; 10] = [
    "wrong-request",
    "not-json-value",
    "unknown-rule",
    "wrong-edit",
    "no-such-row",
    "row-exists",
    "no-such-waiver",
    "broken-pack",
    "not-exchangeable",
    "bad-codes",
];

/// Why a call failed. In JavaScript it is an `Error` with a `code`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Stable; programs may rely on it.
    pub code: &'static str,
    /// For people; may change.
    pub message: String,
    /// What is wrong one by one, as a JSON array; blank where it is one thing.
    pub problems: String,
}

fn messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        // The build made this text from the same files that a test reads.
        Messages::parse(include_str!(concat!(env!("OUT_DIR"), "/messages.json"))).unwrap_or_default()
    })
}

impl Failure {
    fn new(code: &'static str, language: Language, args: &[(&str, &str)]) -> Self {
        let args: Vec<(&str, Cow<'_, str>)> = args.iter().map(|(name, value)| (*name, (*value).into())).collect();
        Self::said(code, messages().of(language).render(code, &args))
    }

    fn said(code: &'static str, message: String) -> Self {
        Self { code, message, problems: String::new() }
    }

    /// A request of another shape than the declared one.
    pub(crate) fn wrong_request(detail: &str, language: Language) -> Self {
        Self::new("wrong-request", language, &[("detail", detail)])
    }

    /// A value that has no JSON: a function, a circle, a `BigInt`.
    pub fn not_json_value(detail: &str) -> Self {
        Self::new("not-json-value", Language::default(), &[("detail", detail)])
    }

    pub(crate) fn unknown_rule(rule: &str, language: Language) -> Self {
        Self::new("unknown-rule", language, &[("rule", rule)])
    }

    pub(crate) fn wrong_edit(detail: &str, language: Language) -> Self {
        Self::new("wrong-edit", language, &[("detail", detail)])
    }

    pub(crate) fn edit(error: &EditError, language: Language) -> Self {
        let (code, table, row) = match error {
            EditError::NoSuchRow { table, row } => ("no-such-row", table, row),
            EditError::RowExists { table, row } => ("row-exists", table, row),
            EditError::NoSuchWaiver { rule } => {
                return Self::new("no-such-waiver", language, &[("rule", rule.as_str())]);
            }
        };
        Self::new(code, language, &[("table", table.as_str()), ("row", row.as_str())])
    }

    pub(crate) fn open(error: &OpenError, language: Language) -> Self {
        Self::said(error.code().name(), error.message(language))
    }

    /// Why a document could not be made from others.
    pub(crate) fn carry(error: &CarryError, language: Language) -> Self {
        Self::said(error.code().name(), error.message(language))
    }

    /// What exchange tables can't take as it stands: lines for the message, and the problems themselves.
    pub(crate) fn not_exchangeable(lines: &str, problems: String, language: Language) -> Self {
        Self { problems, ..Self::new("not-exchangeable", language, &[("lines", lines)]) }
    }

    /// Codes of which one could mean two things: the row, counted from 1, and the code or name in question.
    pub(crate) fn bad_codes(codes: &str, (row, text): (usize, &str), language: Language) -> Self {
        Self::new("bad-codes", language, &[("codes", codes), ("row", &row.to_string()), ("text", text)])
    }

    /// A pack that was refused, with what its author has to mend.
    pub(crate) fn pack(refusal: &PackRefusal) -> Self {
        let mut message = refusal.message.clone();
        for problem in &refusal.problems {
            message.push('\n');
            message.push_str(problem);
        }
        Self::said(refusal.code, message)
    }

    pub(crate) fn broken_pack(error: &LoadError, language: Language) -> Self {
        Self::new("broken-pack", language, &[("detail", &error.to_string())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for language in Language::ALL {
            let keys: Vec<_> = messages().of(language).keys().collect();
            assert_eq!(keys.len(), CODES.len());
            for code in CODES {
                assert!(keys.contains(&code), "{code}");
            }
        }
    }
}
