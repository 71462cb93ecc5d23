//! What the commands do. Each gives what to print, what to complain about and how to end.

mod alike;
mod bundle;
mod cards;
mod catalogue;
mod check;
mod circle;
pub(crate) mod excel;
mod exchange;
mod explain;
mod forms;
mod library;
mod pack;
mod publish;
mod reasons;
mod score;
mod slip;
mod verify;

use jibiao_kit::{Draft, Kit, Notices, PackRef, Rebind, SCHEMAS, Stage, pretty, schema};

use self::circle::Sources;
use crate::{
    arguments::{Invocation, Misuse},
    exit::Exit,
    input::{self, Input, Refusal, unreadable},
    page::{PLAIN, Page, RED, Sheet},
    sealed::Locked,
    words::Speech,
};

/// What a command gives.
#[derive(Debug)]
pub(crate) struct Output {
    /// For standard output.
    pub(crate) text: Sheet,
    /// For standard error.
    pub(crate) complaints: Page,
    pub(crate) exit: Exit,
}

impl Output {
    fn page(page: Page) -> Self {
        Self { text: Sheet::Page(page), complaints: Page::default(), exit: Exit::Accepted }
    }

    fn json(text: String) -> Self {
        Self { text: Sheet::Json(text), ..Self::page(Page::default()) }
    }

    fn misuse(misuse: &Misuse, speech: Speech) -> Self {
        Self { complaints: misuse.page(speech), exit: Exit::Misuse, ..Self::page(Page::default()) }
    }
}

/// What every command has at hand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Session<'k> {
    pub(crate) kit: &'k Kit,
    pub(crate) speech: Speech,
    /// The packs that were named on the command line.
    pub(crate) named: &'k [PackRef],
}

impl Session<'_> {
    /// Does what is asked for.
    pub(crate) fn run(self, invocation: Invocation) -> Output {
        match invocation {
            Invocation::Help => {
                let mut page = Page::new();
                page.block(0, PLAIN, &self.speech.say("help", &[]));
                Output::page(page)
            }
            Invocation::Version => {
                Output::page(Page::of_line(&self.speech.say("version", &[("version", env!("CARGO_PKG_VERSION"))])))
            }
            Invocation::Check { files, stage, format, rebind } => self.check(&files, stage, format, rebind),
            Invocation::Score { files, format, rebind } => self.score(&files, format, rebind),
            Invocation::Upload { file, stage, rebind } => self.upload(&file, stage, rebind),
            Invocation::Explain { rules } => self.explain(&rules),
            Invocation::Rules => self.rules(),
            Invocation::Forms { form: None, format } => self.forms(format),
            Invocation::Forms { form: Some(form), format } => self.form(&form, format),
            Invocation::New { form, from, relation, id, rebind } => {
                self.new_document(&form, &Sources { files: from, relation, rebind }, id)
            }
            Invocation::Trace { files, format, rebind } => self.trace(&files, format, rebind),
            Invocation::Excel { files, blank, output, rebind } => {
                self.excel(&files, blank.as_deref(), output.as_deref(), rebind)
            }
            Invocation::Import(asked) => self.import(&asked),
            Invocation::Schemas => self.schemas(),
            Invocation::Schema { name } => self.schema(&name),
            Invocation::Pack(invocation) => self.pack(invocation),
            Invocation::Library(invocation) => self.library(&invocation),
            Invocation::Bundle(invocation) => self.bundle(&invocation),
            Invocation::Publish { file, format, output, rebind } => {
                self.publish(&file, format, output.as_deref(), rebind)
            }
            Invocation::Slip(invocation) => self.slip(&invocation),
            Invocation::Exchange(invocation) => self.exchange(invocation),
            Invocation::Verify { files, format, keys } => self.verify(&files, format, &keys),
        }
    }

    fn new_document(self, form: &str, from: &Sources, id: Option<String>) -> Output {
        if form.is_empty() {
            let forms: Vec<&str> = self.kit.forms().map(|(_, form)| form.id.as_str()).collect();
            return self.misuse(Misuse::new("misuse-needs-form", [("known", self.speech.list(&forms))]));
        }
        let id = id.unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
        if !from.files.is_empty() {
            return self.new_from(form, from, &id);
        }
        if let Some(relation) = from.relation {
            return self.misuse(Misuse::new("misuse-as-alone", [("given", relation.name().to_owned())]));
        }
        match self.blank(form, &id) {
            Ok(draft) => Output::json(pretty(draft.document())),
            Err(misuse) => self.misuse(misuse),
        }
    }

    /// A blank document of a form.
    fn blank(self, form: &str, id: &str) -> Result<Draft, Misuse> {
        // A form of a pack that was named comes before one of the same name elsewhere.
        let mut named = self.named.iter().filter(|pack| self.kit.pack(pack).is_some_and(|p| p.form(form).is_some()));
        let blank = match (named.next(), named.next()) {
            (Some(_), Some(_)) => {
                let packs: Vec<String> = self.named.iter().map(ToString::to_string).collect();
                let args = [("given", form.to_owned()), ("packs", self.speech.list(&packs))];
                return Err(Misuse::new("misuse-ambiguous-form", args));
            }
            (Some(pack), None) => self.kit.blank_of(pack, form, id),
            (None, _) => self.kit.blank(form, id),
        };
        blank.map_err(|_| {
            let misuse = Misuse::new("misuse-unknown-form", [("given", form.to_owned())]);
            misuse.perhaps(form, self.kit.forms().map(|(_, form)| form.id.as_str()))
        })
    }

    fn upload(self, file: &str, stage: Stage, rebind: Rebind) -> Output {
        match input::open(self.kit, self.speech, file, rebind) {
            Ok((draft, _)) => {
                let upload = draft.upload(stage);
                let exit = Exit::from(upload.report.verdict);
                Output { exit, ..Output::json(format!("{}\n", upload.canonical())) }
            }
            Err(refusal) => {
                let mut complaints = Page::default();
                self.refuse(&mut complaints, file, &refusal);
                Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
            }
        }
    }

    fn schema(self, name: &str) -> Output {
        let names: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
        match schema(name) {
            Some(schema) => Output::json(schema.bundled()),
            None => {
                let args = [("given", name.to_owned()), ("known", self.speech.list(&names))];
                self.misuse(Misuse::new("misuse-unknown-schema", args).perhaps(name, names))
            }
        }
    }

    fn misuse(self, misuse: Misuse) -> Output {
        Output::misuse(&misuse, self.speech)
    }

    /// Opens every file, in the order given. Standard input can be read only once.
    fn open(self, files: &[String], rebind: Rebind) -> impl Iterator<Item = (&str, Input)> {
        files.iter().map(move |file| {
            let input = input::open(self.kit, self.speech, file, rebind);
            (file.as_str(), input.map(|opened| self.in_named_pack(file, opened, rebind)))
        })
    }

    /// A document in the pack that was named on the command line, where that stands on the one it is pinned to. Without the
    /// word to rebind it stays where it is, and that is said.
    fn in_named_pack(self, file: &str, opened: (Draft, Notices), rebind: Rebind) -> (Draft, Notices) {
        let (draft, notices) = opened;
        let pinned = draft.pack().reference.clone();
        let stands_on = |pack: &&PackRef| {
            let pack = self.kit.pack(pack);
            pack.is_some_and(|pack| pack.lineage.contains(&pinned) && pack.form(draft.form().id.as_str()).is_some())
        };
        let mut named = self.named.iter().filter(stands_on);
        let (Some(meant), None, false) = (named.next(), named.next(), self.named.contains(&pinned)) else {
            return (draft, notices);
        };
        if rebind == Rebind::Never {
            let args = [("file", self.file_name(file)), ("pinned", pinned.to_string()), ("named", meant.to_string())];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            crate::complain(&Page::of_line(&self.speech.say("pack-not-used", &args)));
            return (draft, notices);
        }
        let mut document = draft.clone().into_document();
        document.pack = meant.clone();
        match self.kit.bind(document, Rebind::Never) {
            Ok(opened) => {
                let (draft, mut notices) = opened.parts();
                notices.rebound_from = Some(pinned);
                (draft, notices)
            }
            Err(_) => (draft, notices),
        }
    }

    /// Why a key can't be used, or a bundle not opened.
    fn locked(self, file: &str, locked: &Locked) -> Refusal {
        let (code, file) = match locked {
            Locked::Unreadable(other, error) => {
                let mut refusal = unreadable(error, self.speech);
                if !other.is_empty() {
                    let args = [("file", other.as_str()), ("message", &refusal.message)];
                    refusal.message = self.speech.say("refused", &args);
                }
                return refusal;
            }
            Locked::NoKey(other) => ("sealed-no-key", other.as_str()),
            Locked::Sealed => ("sealed", file),
            Locked::WrongKey => ("sealed-wrong-key", file),
            Locked::Damaged => ("sealed-damaged", file),
        };
        Refusal { code: code.to_owned(), message: self.speech.say(code, &[("file", file)]) }
    }

    /// A file's name for people.
    fn file_name(self, file: &str) -> String {
        if file == "-" { self.speech.say("stdin", &[]) } else { file.to_owned() }
    }

    /// Says why a file could not be used.
    fn refuse(self, complaints: &mut Page, file: &str, refusal: &Refusal) {
        let said = self.speech.say("refused", &[("file", &self.file_name(file)), ("message", &refusal.message)]);
        complaints.line(&[(RED, "✗ "), (PLAIN, &said)]);
    }
}
