//! From what was given to what is asked for: which command takes which words and options.

use jibiao_kit::{Rebind, Relation, Stage, model::LevelTwo};

use super::{
    Asked, BundleInvocation, ExchangeInvocation, Format, Invocation, LibraryInvocation, Misuse, PackInvocation,
    SlipInvocation,
    exchange::ExchangeWords,
    misuse::{unknown_option, wrong_value},
    slip::{COMMANDS as COMMANDS_OF_SLIPS, Common, SlipWords},
};
use crate::{
    commands::excel::ImportInvocation,
    sealed::{Keys, Seal},
};

const COMMANDS: [&str; 20] = [
    "check", "score", "upload", "explain", "rules", "forms", "new", "trace", "excel", "import", "schema", "pack",
    "library", "bundle", "verify", "return", "answer", "slip", "publish", "profiles",
];
const PACK_COMMANDS: [&str; 5] = ["show", "lint", "test", "diff", "build"];
/// What stood on the command line, before it is known whether it fits the command.
#[derive(Debug, Default)]
pub(super) struct Given {
    pub(super) words: Vec<String>,
    pub(super) stage: Option<Stage>,
    pub(super) format: Option<Format>,
    pub(super) rebind: Option<Rebind>,
    pub(super) id: Option<String>,
    pub(super) relation: Option<Relation>,
    pub(super) packs: Vec<String>,
    pub(super) output: Option<String>,
    pub(super) level: Option<LevelTwo>,
    pub(super) category: Option<String>,
    pub(super) library: Option<String>,
    pub(super) blank: Option<String>,
    pub(super) form: Option<String>,
    pub(super) attachments: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) force: bool,
    pub(super) seal: Seal,
    pub(super) identities: Vec<String>,
    pub(super) slip: SlipWords,
    pub(super) exchange: ExchangeWords,
}

impl Given {
    pub(super) fn asked(mut self) -> Result<Asked, Misuse> {
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
                let args = [("given", command.clone()), ("known", COMMANDS_OF_SLIPS.join(" "))];
                Err(Misuse::new("misuse-unknown-slip-command", args).perhaps(&command, COMMANDS_OF_SLIPS))
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
            slips: self.slip.slips(),
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
