//! Words of the commands about exchange tables.

use jibiao_kit::{Rebind, Stage};
use lexopt::Parser;

use super::{Format, Misuse, value, wrong_value};

/// What is asked for about exchange tables of other systems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExchangeInvocation {
    /// A document into them.
    Upload { file: String, by: Profiled, stage: Stage, output: Option<String>, rebind: Rebind },
    /// A document from them.
    Import { file: String, by: Profiled, form: Option<String>, output: Option<String>, rebind: Rebind },
    /// All profiles, or the fields of one.
    Profiles { profile: Option<String>, format: Format },
}

/// The profile, and the tables of codes with their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profiled {
    pub(crate) profile: String,
    pub(crate) codes: Vec<(String, String)>,
}

/// What stood on the command line about exchange tables.
#[derive(Debug, Default)]
pub(super) struct ExchangeWords {
    profile: Option<String>,
    codes: Vec<(String, String)>,
}

impl ExchangeWords {
    /// Takes an option, if it is about exchange tables.
    pub(super) fn take(&mut self, name: &str, parser: &mut Parser) -> Result<bool, Misuse> {
        match name {
            "profile" => self.profile = Some(value(parser, "--profile")?),
            "codes" => {
                let given = value(parser, "--codes")?;
                match given.split_once('=') {
                    Some((set, file)) if !set.is_empty() && !file.is_empty() => {
                        self.codes.push((set.to_owned(), file.to_owned()));
                    }
                    _ => return Err(wrong_value("--codes", &given, &["level-1=level-1.csv"])),
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The profile that is meant, if one is.
    pub(super) fn profiled(&mut self) -> Option<Profiled> {
        let profile = self.profile.take()?;
        Some(Profiled { profile, codes: std::mem::take(&mut self.codes) })
    }

    /// The first option that no command took.
    pub(super) fn left(&self) -> Option<&'static str> {
        self.profile.as_ref().map(|_| "--profile").or(self.codes.first().map(|_| "--codes"))
    }
}
