//! `pack build`: a folder as it is handed on, once it fits and its tests hold.

use std::fs;

use jibiao_kit::author::zipped;

use super::{Results, digest};
use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    input::unreadable,
    packs::{self, Given, Unread},
    page::{GREEN, PLAIN, Page, Sheet},
};

impl Session<'_> {
    pub(super) fn build_pack(self, folder: &str, output: Option<&str>) -> Output {
        let mut results =
            Results { json: Vec::new(), page: Page::new(), complaints: Page::default(), exit: Exit::Accepted };
        let files = match packs::read(folder) {
            Ok(Given::Folder(files)) => files,
            Ok(Given::File(bytes)) => match jibiao_kit::author::written(&bytes) {
                Ok(Some(files)) => files,
                Ok(None) => {
                    let said = self.speech.say("build-no-files", &[("file", folder)]);
                    return Output {
                        complaints: Page::of_line(&said),
                        exit: Exit::Open,
                        ..Output::page(Page::default())
                    };
                }
                Err(error) => return self.refused_build(results, folder, &error),
            },
            Err(Unread::Refused(error)) => return self.refused_build(results, folder, &error),
            Err(Unread::System(error)) => {
                self.refuse(&mut results.complaints, folder, &unreadable(&error, self.speech));
                return Output { complaints: results.complaints, exit: Exit::Open, ..Output::page(Page::default()) };
            }
        };
        let built = self.shelf().and_then(|mut shelf| {
            let assembled = files.assemble()?;
            let at = shelf.add_files(&files)?;
            Ok((assembled, shelf.load_tested(at)?))
        });
        let (assembled, pack) = match built {
            Ok(built) => built,
            Err(error) => return self.refused_build(results, folder, &error),
        };
        let Some(output) = output else {
            let text = String::from_utf8_lossy(&assembled.bytes()).into_owned();
            return Output { text: Sheet::Json(text), ..Output::page(Page::default()) };
        };
        let bytes = if output.ends_with(".zip") { zipped(&files, &assembled) } else { Ok(assembled.bytes()) };
        if let Err(error) = bytes.and_then(|bytes| fs::write(output, bytes)) {
            let said = self.speech.say("output-failed", &[("reason", &error.to_string())]);
            return Output { complaints: Page::of_line(&said), exit: Exit::Open, ..Output::page(Page::default()) };
        }
        let args =
            [("file", output.to_owned()), ("pack", pack.reference.to_string()), ("digest", digest(&pack.reference))];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        results.page.line(&[(GREEN, "✓ "), (PLAIN, &self.speech.say("build-done", &args))]);
        self.pack_output(Ok(results), "", Format::Text)
    }

    fn refused_build(self, mut results: Results, folder: &str, error: &jibiao_kit::LoadError) -> Output {
        self.refuse_pack(&mut results, folder, error.problems());
        self.pack_output(Ok(results), "", Format::Text)
    }
}
