//! From words on the command line to what is asked for.

mod exchange;
mod misuse;
mod slip;

use std::ffi::OsString;

use jibiao_kit::{
    Language, Rebind, Relation, Stage,
    library::{LEVELS, level_named},
    model::LevelTwo,
};
use lexopt::{Arg, Parser, ValueExt};

use self::{
    exchange::ExchangeWords,
    misuse::{unexpected, unknown_option, wrong_value},
    slip::{Common, SlipWords},
};
pub(crate) use self::{
    exchange::{ExchangeInvocation, Profiled},
    misuse::Misuse,
    slip::SlipInvocation,
};
use crate::{
    commands::excel::ImportInvocation,
    sealed::{self, Keys, Seal},
};

/// How a result is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Sarif,
    Html,
    Xlsx,
}

impl Format {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Invocation {
    Help,
    Version,
    Check {
        files: Vec<String>,
        stage: Stage,
        format: Format,
        rebind: Rebind,
    },
    Score {
        files: Vec<String>,
        format: Format,
        rebind: Rebind,
    },
    Upload {
        file: String,
        stage: Stage,
        rebind: Rebind,
    },
    Explain {
        rules: Vec<String>,
    },
    Rules,
    /// All forms, or the cells of one.
    Forms {
        form: Option<String>,
        format: Format,
    },
    New {
        form: String,
        from: Vec<String>,
        relation: Option<Relation>,
        id: Option<String>,
        rebind: Rebind,
    },
    Trace {
        files: Vec<String>,
        format: Format,
        rebind: Rebind,
    },
    /// Documents, or a blank form, as a workbook.
    Excel {
        files: Vec<String>,
        blank: Option<String>,
        output: Option<String>,
        rebind: Rebind,
    },
    Import(ImportInvocation),
    Schemas,
    Schema {
        name: String,
    },
    Pack(PackInvocation),
    Library(LibraryInvocation),
    Bundle(BundleInvocation),
    Slip(SlipInvocation),
    Exchange(ExchangeInvocation),
    /// A document as it is disclosed.
    Publish {
        file: String,
        format: Format,
        output: Option<String>,
        rebind: Rebind,
    },
    Verify {
        files: Vec<String>,
        format: Format,
        keys: Keys,
    },
}

/// What is to go into a bundle, and where it is to lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BundleInvocation {
    pub(crate) files: Vec<String>,
    pub(crate) attachments: Vec<String>,
    pub(crate) stage: Stage,
    pub(crate) rebind: Rebind,
    pub(crate) id: Option<String>,
    /// The day it is made, as the person says.
    pub(crate) date: Option<String>,
    pub(crate) output: String,
    /// Whether a file that lies there already may be replaced.
    pub(crate) force: bool,
    /// For whom it is sealed, if for anybody.
    pub(crate) seal: Seal,
    /// The return slip that goes along.
    pub(crate) slip: Option<String>,
}

/// What is looked for in the indicator library. Nothing at all: what there is to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LibraryInvocation {
    pub(crate) text: String,
    pub(crate) level: Option<LevelTwo>,
    pub(crate) category: Option<String>,
    /// A file with somebody's own library.
    pub(crate) own: Option<String>,
    pub(crate) format: Format,
}

/// What is asked for about packs. A pack is named by its folder, by a file, or by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PackInvocation {
    Show { packs: Vec<String>, format: Format },
    Lint { packs: Vec<String>, format: Format },
    Test { packs: Vec<String>, format: Format },
    Diff { before: String, after: String, format: Format },
    Build { folder: String, output: Option<String> },
}

/// What is asked for, and the packs that are to be at hand for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) invocation: Invocation,
    pub(crate) packs: Vec<String>,
}

const COMMANDS: [&str; 20] = [
    "check", "score", "upload", "explain", "rules", "forms", "new", "trace", "excel", "import", "schema", "pack",
    "library", "bundle", "verify", "return", "answer", "slip", "publish", "profiles",
];
const PACK_COMMANDS: [&str; 5] = ["show", "lint", "test", "diff", "build"];

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

impl Asked {
    fn bare(invocation: Invocation) -> Self {
        Self { invocation, packs: Vec::new() }
    }
}

/// What stood on the command line, before it is known whether it fits the command.
#[derive(Debug, Default)]
struct Given {
    words: Vec<String>,
    stage: Option<Stage>,
    format: Option<Format>,
    rebind: Option<Rebind>,
    id: Option<String>,
    relation: Option<Relation>,
    packs: Vec<String>,
    output: Option<String>,
    level: Option<LevelTwo>,
    category: Option<String>,
    library: Option<String>,
    blank: Option<String>,
    form: Option<String>,
    attachments: Vec<String>,
    date: Option<String>,
    force: bool,
    seal: Seal,
    identities: Vec<String>,
    slip: SlipWords,
    exchange: ExchangeWords,
}

impl Given {
    fn asked(mut self) -> Result<Asked, Misuse> {
        let packs = std::mem::take(&mut self.packs);
        let invocation = self.invocation()?;
        let takes = !matches!(
            invocation,
            Invocation::Help | Invocation::Version | Invocation::Schemas | Invocation::Schema { .. }
        );
        if takes || packs.is_empty() {
            Ok(Asked { invocation, packs })
        } else {
            Err(unknown_option("--pack".to_owned()))
        }
    }

    fn invocation(mut self) -> Result<Invocation, Misuse> {
        if self.words.is_empty() {
            return Err(Misuse::new("misuse-no-command", []));
        }
        let command = self.words.remove(0);
        let invocation = match command.as_str() {
            "help" => Invocation::Help,
            "check" => Invocation::Check {
                stage: self.stage.take().unwrap_or(Stage::Submission),
                format: self.check_format()?,
                rebind: self.rebind.take().unwrap_or_default(),
                files: self.files(),
            },
            "score" => {
                let format = self.plain_format()?;
                Invocation::Score { format, rebind: self.rebind.take().unwrap_or_default(), files: self.files() }
            }
            "upload" => self.upload(),
            "explain" => Invocation::Explain { rules: std::mem::take(&mut self.words) },
            "rules" => Invocation::Rules,
            "forms" => Invocation::Forms { form: self.word(), format: self.plain_format()? },
            "new" => Invocation::New {
                form: self.word().unwrap_or_default(),
                from: std::mem::take(&mut self.words),
                relation: self.relation.take(),
                id: self.id.take(),
                rebind: self.rebind.take().unwrap_or_default(),
            },
            "trace" => {
                let format = self.plain_format()?;
                Invocation::Trace { format, rebind: self.rebind.take().unwrap_or_default(), files: self.files() }
            }
            "excel" => Invocation::Excel {
                blank: self.blank.take(),
                output: self.output.take(),
                rebind: self.rebind.take().unwrap_or_default(),
                files: std::mem::take(&mut self.words),
            },
            "import" => self.import()?,
            "profiles" => Invocation::Exchange(ExchangeInvocation::Profiles {
                profile: self.word(),
                format: self.plain_format()?,
            }),
            "schema" => match self.word() {
                None => Invocation::Schemas,
                Some(name) => Invocation::Schema { name },
            },
            "pack" => Invocation::Pack(self.pack()?),
            "library" => Invocation::Library(LibraryInvocation {
                text: std::mem::take(&mut self.words).join(" "),
                level: self.level.take(),
                category: self.category.take(),
                own: self.library.take(),
                format: self.plain_format()?,
            }),
            "bundle" => Invocation::Bundle(self.bundle()?),
            "return" => {
                let common = self.common();
                Invocation::Slip(self.slip.asked_back(common, self.stage.take()))
            }
            "answer" => {
                let common = self.common();
                Invocation::Slip(self.slip.answer(common)?)
            }
            "publish" => self.publish()?,
            "slip" => Invocation::Slip(self.slip_command()?),
            "verify" if self.words.is_empty() => return Err(Misuse::new("misuse-needs-bundle", [])),
            "verify" => Invocation::Verify {
                format: self.plain_format()?,
                keys: Keys {
                    identities: std::mem::take(&mut self.identities),
                    passphrase: self.seal.passphrase.take(),
                },
                files: self.files(),
            },
            _ => {
                return Err(
                    Misuse::new("misuse-unknown-command", [("given", command.clone())]).perhaps(&command, COMMANDS)
                );
            }
        };
        self.nothing_left()?;
        Ok(invocation)
    }

    fn upload(&mut self) -> Invocation {
        let file = self.word().unwrap_or_else(|| "-".to_owned());
        let stage = self.stage.take().unwrap_or(Stage::Submission);
        let rebind = self.rebind.take().unwrap_or_default();
        match self.exchange.profiled() {
            None => Invocation::Upload { file, stage, rebind },
            Some(by) => {
                let output = self.output.take();
                Invocation::Exchange(ExchangeInvocation::Upload { file, by, stage, output, rebind })
            }
        }
    }

    fn import(&mut self) -> Result<Invocation, Misuse> {
        let file = self.word().unwrap_or_else(|| "-".to_owned());
        let (form, output) = (self.form.take(), self.output.take());
        let rebind = self.rebind.take().unwrap_or_default();
        Ok(match self.exchange.profiled() {
            None => Invocation::Import(ImportInvocation { file, form, output, format: self.plain_format()?, rebind }),
            Some(by) => Invocation::Exchange(ExchangeInvocation::Import { file, by, form, output, rebind }),
        })
    }

    fn pack(&mut self) -> Result<PackInvocation, Misuse> {
        let Some(command) = self.word() else { return Err(Misuse::new("misuse-no-pack-command", [])) };
        let missing = |what: &str| Misuse::new("misuse-needs-pack", [("command", what.to_owned())]);
        match command.as_str() {
            "show" => Ok(PackInvocation::Show { format: self.plain_format()?, packs: std::mem::take(&mut self.words) }),
            "lint" | "test" if self.words.is_empty() => Err(missing(&command)),
            "lint" => Ok(PackInvocation::Lint { format: self.plain_format()?, packs: std::mem::take(&mut self.words) }),
            "test" => Ok(PackInvocation::Test { format: self.plain_format()?, packs: std::mem::take(&mut self.words) }),
            "diff" => match (self.word(), self.word()) {
                (Some(before), Some(after)) => Ok(PackInvocation::Diff { before, after, format: self.plain_format()? }),
                _ => Err(Misuse::new("misuse-needs-two-packs", [])),
            },
            "build" => match self.word() {
                Some(folder) => Ok(PackInvocation::Build { folder, output: self.output.take() }),
                None => Err(missing(&command)),
            },
            _ => {
                let misuse = Misuse::new("misuse-unknown-pack-command", [("given", command.clone())]);
                Err(misuse.perhaps(&command, PACK_COMMANDS))
            }
        }
    }

    fn common(&mut self) -> Common {
        Common {
            file: self.word().unwrap_or_else(|| "-".to_owned()),
            date: self.date.take().unwrap_or_default(),
            output: self.output.take(),
            rebind: self.rebind.take().unwrap_or_default(),
        }
    }

    fn slip_command(&mut self) -> Result<SlipInvocation, Misuse> {
        let command = self.word().unwrap_or_default();
        let needs = || Misuse::new("misuse-needs-slip", []);
        match command.as_str() {
            "show" => Ok(SlipInvocation::Show {
                slip: self.word().ok_or_else(needs)?,
                file: self.word(),
                format: self.plain_format()?,
                rebind: self.rebind.take().unwrap_or_default(),
            }),
            "csv" => Ok(SlipInvocation::Csv { slip: self.word().ok_or_else(needs)?, output: self.output.take() }),
            _ => {
                let args = [("given", command.clone()), ("known", slip::COMMANDS.join(" "))];
                Err(Misuse::new("misuse-unknown-slip-command", args).perhaps(&command, slip::COMMANDS))
            }
        }
    }

    fn bundle(&mut self) -> Result<BundleInvocation, Misuse> {
        let Some(output) = self.output.take() else { return Err(Misuse::new("misuse-needs-bundle-output", [])) };
        Ok(BundleInvocation {
            attachments: std::mem::take(&mut self.attachments),
            stage: self.stage.take().unwrap_or(Stage::Submission),
            rebind: self.rebind.take().unwrap_or_default(),
            id: self.id.take(),
            date: self.date.take(),
            force: std::mem::take(&mut self.force),
            seal: self.seal()?,
            slip: self.slip.slip(),
            files: self.files(),
            output,
        })
    }

    /// For whom a bundle is sealed: for keys, or for whoever knows a passphrase.
    fn seal(&mut self) -> Result<Seal, Misuse> {
        if self.seal.passphrase.is_some() && !self.seal.to.is_empty() {
            return Err(Misuse::new("misuse-two-seals", []));
        }
        Ok(std::mem::take(&mut self.seal))
    }

    /// A format for people or for programs; nothing of a pack is a result of SARIF.
    fn plain_format(&mut self) -> Result<Format, Misuse> {
        match self.format.take().unwrap_or(Format::Text) {
            format @ (Format::Text | Format::Json) => Ok(format),
            format => Err(wrong_value("--format", format.name(), &["text", "json"])),
        }
    }

    fn check_format(&mut self) -> Result<Format, Misuse> {
        match self.format.take().unwrap_or(Format::Text) {
            format @ (Format::Html | Format::Xlsx) => {
                Err(wrong_value("--format", format.name(), &["text", "json", "sarif"]))
            }
            format => Ok(format),
        }
    }

    /// The format of what is disclosed: the one that is said, else that of the file's name.
    fn publish(&mut self) -> Result<Invocation, Misuse> {
        let output = self.output.take();
        let ends = |end: &str| output.as_ref().is_some_and(|output| output.ends_with(end));
        let named = if ends(".xlsx") {
            Format::Xlsx
        } else if ends(".json") {
            Format::Json
        } else {
            Format::Html
        };
        let format = self.format.take().unwrap_or(named);
        if matches!(format, Format::Text | Format::Sarif) {
            return Err(wrong_value("--format", format.name(), &["html", "xlsx", "json"]));
        }
        if format == Format::Xlsx && output.is_none() {
            return Err(Misuse::new("misuse-needs-output", []));
        }
        let rebind = self.rebind.take().unwrap_or_default();
        Ok(Invocation::Publish { file: self.word().unwrap_or_else(|| "-".to_owned()), format, output, rebind })
    }

    fn files(&mut self) -> Vec<String> {
        let files = std::mem::take(&mut self.words);
        if files.is_empty() { vec!["-".to_owned()] } else { files }
    }

    fn word(&mut self) -> Option<String> {
        (!self.words.is_empty()).then(|| self.words.remove(0))
    }

    /// Refuses what the command did not take: an option that does nothing would be a silent mistake.
    fn nothing_left(&self) -> Result<(), Misuse> {
        let option = [
            self.stage.map(|_| "--stage"),
            self.format.map(|_| "--format"),
            self.rebind.map(|_| "--rebind"),
            self.id.as_ref().map(|_| "--id"),
            self.relation.map(|_| "--as"),
            self.output.as_ref().map(|_| "--output"),
            self.level.map(|_| "--level"),
            self.category.as_ref().map(|_| "--category"),
            self.library.as_ref().map(|_| "--library"),
            self.blank.as_ref().map(|_| "--blank"),
            self.form.as_ref().map(|_| "--form"),
            self.attachments.first().map(|_| "--attach"),
            self.date.as_ref().map(|_| "--date"),
            self.force.then_some("--force"),
            self.seal.to.first().map(|_| "--encrypt-to"),
            self.seal.passphrase.as_ref().map(|_| "--passphrase-file"),
            self.identities.first().map(|_| "--identity"),
            self.slip.left(),
            self.exchange.left(),
        ];
        if let Some(option) = option.into_iter().flatten().next() {
            return Err(Misuse::new("misuse-unknown-option", [("given", option.to_owned())]));
        }
        match self.words.first() {
            Some(word) => Err(Misuse::new("misuse-unexpected", [("given", word.clone())])),
            None => Ok(()),
        }
    }
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
