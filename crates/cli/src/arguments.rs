//! From words on the command line to what is asked for.

mod exchange;
mod given;
mod invocation;
mod misuse;
mod slip;

use std::ffi::OsString;

use jibiao_kit::{
    Language, Rebind, Relation, Stage,
    library::{LEVELS, level_named},
};
use lexopt::{Arg, Parser, ValueExt};

pub(crate) use self::{
    exchange::{ExchangeInvocation, Profiled},
    invocation::{Asked, BundleInvocation, Format, Invocation, LibraryInvocation, PackInvocation},
    misuse::Misuse,
    slip::SlipInvocation,
};
use self::{
    given::Given,
    misuse::{unexpected, unknown_option, wrong_value},
};
use crate::sealed;

/// The language, wherever it stands: complaints about the other arguments need it first.
pub(crate) fn language(arguments: &[OsString]) -> Language {
    let texts = || arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    let after = texts().zip(texts().skip(1)).find(|(option, _)| *option == "--lang").map(|(_, value)| value);
    let name = texts().find_map(|argument| argument.strip_prefix("--lang=")).or(after);
    Language::ALL.into_iter().find(|language| Some(language.name()) == name).unwrap_or_default()
}

/// What is asked for.
///
/// # Errors
/// [`Misuse`] for everything that is not in the help.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Asked, Misuse> {
    let mut parser = Parser::from_args(arguments);
    let mut given = Given::default();
    loop {
        // Only an option with an unexpected value ends up here: `--rebind=yes`.
        let argument = parser.next().map_err(|error| unexpected(&error))?;
        match argument {
            None => break,
            Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Asked::bare(Invocation::Help)),
            Some(Arg::Short('V') | Arg::Long("version")) => return Ok(Asked::bare(Invocation::Version)),
            Some(Arg::Long("lang")) => {
                one_of(&mut parser, "--lang", &Language::ALL, Language::name)?;
            }
            Some(Arg::Long("stage")) => {
                given.stage = Some(one_of(&mut parser, "--stage", &Stage::ALL, Stage::name)?);
            }
            Some(Arg::Long("format")) => {
                let formats = [Format::Text, Format::Json, Format::Sarif, Format::Html, Format::Xlsx];
                given.format = Some(one_of(&mut parser, "--format", &formats, Format::name)?);
            }
            Some(Arg::Long("pack")) => given.packs.push(value(&mut parser, "--pack")?),
            Some(Arg::Short('o') | Arg::Long("output")) => given.output = Some(value(&mut parser, "--output")?),
            Some(Arg::Long("level")) => {
                let name = value(&mut parser, "--level")?;
                given.level = Some(
                    level_named(&name)
                        .ok_or_else(|| wrong_value("--level", &name, &LEVELS.map(jibiao_kit::library::id)))?,
                );
            }
            Some(Arg::Long("category")) => given.category = Some(value(&mut parser, "--category")?),
            Some(Arg::Long("attach")) => given.attachments.push(value(&mut parser, "--attach")?),
            Some(Arg::Long("date")) => given.date = Some(day(value(&mut parser, "--date")?)?),
            Some(Arg::Long("force")) => given.force = true,
            Some(Arg::Long("encrypt-to")) => {
                let key = value(&mut parser, "--encrypt-to")?;
                if !sealed::is_recipient(&key) {
                    return Err(wrong_value("--encrypt-to", &key, &["age1…"]));
                }
                given.seal.to.push(key);
            }
            Some(Arg::Long("passphrase-file")) => {
                given.seal.passphrase = Some(value(&mut parser, "--passphrase-file")?);
            }
            Some(Arg::Long("identity")) => given.identities.push(value(&mut parser, "--identity")?),
            Some(Arg::Long("library")) => given.library = Some(value(&mut parser, "--library")?),
            Some(Arg::Long("as")) => {
                given.relation = Some(one_of(&mut parser, "--as", &Relation::ALL, Relation::name)?);
            }
            Some(Arg::Long("blank")) => given.blank = Some(value(&mut parser, "--blank")?),
            Some(Arg::Long("form")) => given.form = Some(value(&mut parser, "--form")?),
            Some(Arg::Long("id")) => given.id = Some(value(&mut parser, "--id")?),
            Some(Arg::Long("rebind")) => given.rebind = Some(Rebind::ToSameId),
            Some(Arg::Value(word)) => given.words.push(text(word)?),
            Some(Arg::Short(letter)) => return Err(unknown_option(format!("-{letter}"))),
            Some(Arg::Long(name)) => {
                let name = name.to_owned();
                if !given.slip.take(&name, &mut parser)? && !given.exchange.take(&name, &mut parser)? {
                    return Err(unknown_option(format!("--{name}")));
                }
            }
        }
    }
    given.asked()
}

fn text(word: OsString) -> Result<String, Misuse> {
    word.into_string().map_err(|word| Misuse::new("misuse-not-text", [("given", word.to_string_lossy().into_owned())]))
}

fn value(parser: &mut Parser, option: &'static str) -> Result<String, Misuse> {
    let missing = || Misuse::new("misuse-missing-value", [("given", option.to_owned())]);
    let value = parser.value().map_err(|_| missing())?;
    value.string().map_err(|_| missing())
}

/// A day as `2026-03-31`: it is told as it stands, and only looked at for slips.
fn day(given: String) -> Result<String, Misuse> {
    let parts: Vec<&str> = given.split('-').collect();
    let good = match parts.as_slice() {
        [year, month, day] => {
            let number = |text: &str, digits: usize| (text.len() == digits).then(|| text.parse::<u32>().ok()).flatten();
            number(year, 4).is_some()
                && number(month, 2).is_some_and(|month| (1..=12).contains(&month))
                && number(day, 2).is_some_and(|day| (1..=31).contains(&day))
        }
        _ => false,
    };
    if good { Ok(given) } else { Err(wrong_value("--date", &given, &["2026-03-31"])) }
}

fn one_of<T: Copy>(
    parser: &mut Parser,
    option: &'static str,
    known: &[T],
    name: fn(T) -> &'static str,
) -> Result<T, Misuse> {
    let given = value(parser, option)?;
    let found = known.iter().copied().find(|candidate| name(*candidate) == given);
    found
        .ok_or_else(|| wrong_value(option, &given, &known.iter().map(|candidate| name(*candidate)).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests;
