//! `bundle`: documents and attachments in one file to be handed in. Attachments pass through a piece at a time.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use jibiao_kit::{
    Draft, Language, Namesake,
    bundle::{
        Contents, Given, RETURN_SLIP, attachment_name,
        bag::{WriteError, Writer},
    },
    excel::{Exporting, workbook, write},
    pretty,
};

use crate::{
    arguments::BundleInvocation,
    commands::{Output, Session},
    exit::Exit,
    input::{Refusal, unreadable},
    page::{BOLD, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
    sealed::{Locked, Seal, Sink},
};

/// Bytes that are read at once.
const PIECE: usize = 1 << 20;

/// Why there is no bundle.
enum Unmade {
    /// An attachment can't be read.
    Attachment(String, io::Error),
    /// The bundle can't be written.
    Output(io::Error),
    /// It can't be sealed.
    Seal(Locked),
    /// The bag does not take it.
    Bag(WriteError, Option<String>),
}

impl Session<'_> {
    pub(super) fn bundle(self, asked: &BundleInvocation) -> Output {
        let mut complaints = Page::default();
        let mut drafts = Vec::new();
        for (file, input) in self.open(&asked.files, asked.rebind) {
            match input {
                Ok((draft, _)) => drafts.push(draft),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        if !complaints.is_blank() {
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        if let Some(said) = self.twice(&asked.files, &drafts) {
            complaints.line(&[(RED, "✗ "), (PLAIN, &said)]);
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        if !asked.force && Path::new(&asked.output).exists() {
            let said = self.speech.say("bundle-there", &[("file", &asked.output)]);
            return Output { complaints: Page::of_line(&said), exit: Exit::Open, ..Output::page(Page::default()) };
        }
        let given = Given { id: asked.id.clone(), date: asked.date.clone() };
        let mut contents = Contents::of(&drafts, asked.stage, &given);
        for (draft, document) in drafts.iter().zip(0..) {
            // Paper is in Chinese whatever the person at the terminal reads.
            let export = workbook(&[draft], Exporting { language: Language::Zh, template: false });
            contents.beside(document, "form.xlsx", write(&export.workbook));
        }
        let mut answered = Vec::new();
        for file in &asked.slips {
            match self.put_slip(file, &drafts, &answered, &mut contents) {
                Ok(document) => answered.push(document),
                Err((file, refusal)) => self.refuse(&mut complaints, &file, &refusal),
            }
        }
        if !complaints.is_blank() {
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        match written(asked, &contents) {
            Ok(bytes) => self.bundled(asked, &drafts, &contents, bytes),
            Err(unmade) => {
                complaints.line(&[(RED, "✗ "), (PLAIN, &self.unmade(&unmade))]);
                Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
            }
        }
    }

    /// The return slip that is answered with one of the documents, beside it; which document that is. One document has one.
    fn put_slip(
        self,
        file: &str,
        drafts: &[Draft],
        answered: &[usize],
        contents: &mut Contents,
    ) -> Result<usize, (String, Refusal)> {
        let slip = self.read_slip(file)?;
        let refused = |code: &str| {
            let message = self.speech.say(code, &[("detail", &slip.document)]);
            (file.to_owned(), Refusal { code: code.to_owned(), message })
        };
        let of_it = |draft: &Draft| draft.document().id == slip.document;
        let at = drafts.iter().position(of_it).ok_or_else(|| refused("slip-other-document"))?;
        if answered.contains(&at) {
            return Err(refused("slip-twice"));
        }
        contents.beside(at, RETURN_SLIP, pretty(&slip).into_bytes());
        Ok(at)
    }

    /// Two files of one document are nothing that a receiver can do with.
    fn twice(self, files: &[String], drafts: &[Draft]) -> Option<String> {
        let named = || files.iter().zip(drafts);
        let mut pairs = named().enumerate().flat_map(|(at, one)| named().take(at).map(move |before| (before, one)));
        pairs.find_map(|((one, draft), (other, namesake))| {
            let key = match draft.namesake(namesake)? {
                Namesake::Same => "bundle-twice",
                Namesake::Revision | Namesake::Other => "bundle-twice.differs",
            };
            let args =
                [("one", self.file_name(one)), ("other", self.file_name(other)), ("id", draft.document().id.clone())];
            Some(self.speech.say(key, &args.each_ref().map(|(name, text)| (*name, text.as_str()))))
        })
    }

    fn bundled(self, asked: &BundleInvocation, drafts: &[Draft], contents: &Contents, bytes: u64) -> Output {
        let mut page = Page::new();
        let counts = [
            ("file", asked.output.clone()),
            ("documents", drafts.len().to_string()),
            ("attachments", asked.attachments.len().to_string()),
            ("size", megabytes(bytes)),
        ];
        let counts = counts.each_ref().map(|(name, text)| (*name, text.as_str()));
        page.line(&[(GREEN, "✓ "), (PLAIN, &self.speech.say("bundle-made", &counts))]);
        let mut exit = Exit::Accepted;
        for (draft, receipt) in drafts.iter().zip(&contents.receipts) {
            let ended = Exit::from(receipt.verdict);
            let style = if ended == Exit::Accepted { PLAIN } else { YELLOW };
            exit = exit.worse(ended);
            let verdict = self.speech.name(&format!("verdict-{}", receipt.verdict.name()));
            page.line(&[
                (BOLD, "  "),
                (BOLD, &receipt.code),
                (PLAIN, "  "),
                (style, &verdict),
                (PLAIN, "  "),
                (PLAIN, &self.title(draft)),
            ]);
        }
        if exit != Exit::Accepted {
            page.paragraph(0, 2, YELLOW, &self.speech.say("bundle-not-accepted", &[]));
        }
        page.paragraph(0, 2, PLAIN, &self.speech.name("bundle-proves"));
        if asked.seal != Seal::default() {
            page.paragraph(0, 2, PLAIN, &self.speech.say("sealed-done", &[]));
        }
        Output { text: Sheet::Page(page), complaints: Page::default(), exit }
    }

    fn unmade(self, unmade: &Unmade) -> String {
        match unmade {
            Unmade::Attachment(file, error) => {
                let refusal = unreadable(error, self.speech);
                self.speech.say("refused", &[("file", file), ("message", &refusal.message)])
            }
            Unmade::Seal(locked) => self.locked("", locked).message,
            Unmade::Output(error) => self.speech.say("output-failed", &[("reason", &error.to_string())]),
            Unmade::Bag(error, file) => {
                let file = file.as_deref().unwrap_or(error.file());
                self.speech.say(&format!("unpacked-{}", error.code().name()), &[("file", file)])
            }
        }
    }
}

/// Tenths of megabytes, rounded up.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1 << 20);
    [(tenths / 10).to_string(), (tenths % 10).to_string()].join(".")
}

/// Writes the bundle, whole or not at all, and gives its length.
fn written(asked: &BundleInvocation, contents: &Contents) -> Result<u64, Unmade> {
    // Beside its place, so that nobody takes a half for a whole; and never over a file of somebody's.
    let mut beside = PathBuf::from(&asked.output).into_os_string();
    beside.push(format!(".{}.part", std::process::id()));
    let file = OpenOptions::new().write(true).create_new(true).open(&beside).map_err(Unmade::Output)?;
    let result = packed(asked, contents, file).and_then(|bytes| {
        if asked.force {
            fs::rename(&beside, &asked.output).map_err(Unmade::Output)?;
        } else {
            // Fails where the name was taken in the meantime.
            OpenOptions::new().write(true).create_new(true).open(&asked.output).map_err(Unmade::Output)?;
            fs::rename(&beside, &asked.output).map_err(|error| {
                // The name was taken by this program a moment ago.
                let _ = fs::remove_file(&asked.output);
                Unmade::Output(error)
            })?;
        }
        Ok(bytes)
    });
    if result.is_err() {
        let _ = fs::remove_file(&beside);
    }
    result
}

fn packed(asked: &BundleInvocation, contents: &Contents, file: File) -> Result<u64, Unmade> {
    let mut to = Counted { file: Sink::new(file, &asked.seal).map_err(Unmade::Seal)?, bytes: 0 };
    let mut out = Vec::new();
    let bag = |error| Unmade::Bag(error, None);
    let mut writer = Writer::new(&contents.top, &mut out).map_err(bag)?;
    for (name, bytes) in &contents.files {
        writer.file(name, bytes, &mut out).map_err(bag)?;
        to.put(&mut out)?;
    }
    for (path, number) in asked.attachments.iter().zip(1..) {
        attach(&mut writer, path, number, &mut to, &mut out)?;
    }
    writer.finish(&contents.info, &mut out).map_err(bag)?;
    to.put(&mut out)?;
    let file = to.file.finish().map_err(Unmade::Output)?;
    file.sync_all().map_err(Unmade::Output)?;
    Ok(to.bytes)
}

fn attach(writer: &mut Writer, path: &str, number: usize, to: &mut Counted, out: &mut Vec<u8>) -> Result<(), Unmade> {
    let read = |error| Unmade::Attachment(path.to_owned(), error);
    let bag = |error| Unmade::Bag(error, Some(path.to_owned()));
    let mut file = File::open(path).map_err(read)?;
    let metadata = file.metadata().map_err(read)?;
    if metadata.is_dir() {
        return Err(read(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    let original = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    writer.begin(&attachment_name(number, &original), Some(&original), metadata.len(), out).map_err(bag)?;
    let mut piece = vec![0; PIECE];
    loop {
        let count = file.read(&mut piece).map_err(read)?;
        if count == 0 {
            break;
        }
        writer.push(piece.get(..count).unwrap_or_default(), out).map_err(bag)?;
        to.put(out)?;
    }
    writer.end(out).map_err(bag)?;
    to.put(out)
}

/// The bundle's file, and how long it is.
struct Counted {
    file: Sink,
    bytes: u64,
}

impl Counted {
    /// Writes what is ready, and clears it.
    fn put(&mut self, out: &mut Vec<u8>) -> Result<(), Unmade> {
        self.file.write_all(out).map_err(Unmade::Output)?;
        self.bytes = self.bytes.saturating_add(u64::try_from(out.len()).unwrap_or(u64::MAX));
        out.clear();
        Ok(())
    }
}
