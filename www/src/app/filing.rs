//! The file on disk: saving it, writing it in place, exporting the upload, printing.

use super::{App, Dialog};
use crate::{
    browser::{clock, dom, files, later::later, print},
    state::{Action, Desk},
    store::FileMark,
};

impl App {
    pub(super) fn filing(&mut self, action: Action) -> bool {
        match action {
            Action::SaveFile => self.save_file(),
            Action::ChoosePlace => {
                let Some(desk) = &self.desk else { return false };
                let (send, name) = (self.send.clone(), file_name(desk, ".jibiao.json"));
                later(async move {
                    let chosen = files::choose(&name).await.map_err(|error| dom::reason(&error));
                    send.emit(Action::PlaceChosen(chosen));
                });
                false
            }
            Action::PlaceChosen(Ok(handle)) => {
                if let Some(desk) = &mut self.desk {
                    desk.handle = Some(handle);
                }
                self.save_file()
            }
            // The person closed the chooser.
            Action::PlaceChosen(Err(reason)) if reason == "AbortError" => false,
            Action::PlaceChosen(Err(message)) | Action::Written(Err(message)) => {
                if let Some(desk) = &mut self.desk {
                    desk.handle = None;
                    desk.mark.behind = true;
                }
                self.ask(Dialog::NotWritten { message })
            }
            Action::Written(Ok(name)) => {
                self.filed(name);
                true
            }
            Action::ExportUpload => {
                let Some(desk) = &self.desk else { return false };
                let upload = desk.draft.upload(jibiao_kit::Stage::Submission);
                files::offer(&file_name(desk, ".upload.json"), &upload.canonical());
                self.say(self.t.exported());
                true
            }
            Action::Print => {
                self.sealed_for_print();
                print::print();
                false
            }
            Action::AboutToPrint => self.sealed_for_print(),
            _ => false,
        }
    }

    /// Puts what stands under every printed page in its place; whether the paper itself says something else now. A rule of the
    /// style sheet has every element of the page styled anew, so it is written when somebody prints and not when a draft is kept.
    fn sealed_for_print(&mut self) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        let more = desk.draw_all();
        let unsealed = desk.receipt.is_empty();
        if unsealed {
            desk.seal();
        }
        print::set_page(desk.spec.landscape, &desk.imprint());
        more || unsealed
    }

    fn save_file(&mut self) -> bool {
        self.dismiss();
        let Some(desk) = &mut self.desk else { return false };
        desk.number();
        let text = jibiao_kit::pretty(desk.draft.document());
        desk.written = jibiao_kit::canonical(desk.draft.document());
        if let Some(handle) = desk.handle.clone() {
            let send = self.send.clone();
            // What is typed while the file is written makes it behind again.
            desk.mark.behind = false;
            later(async move {
                let written = handle.write(&text).await;
                send.emit(Action::Written(written.map(|()| handle.name()).map_err(|error| dom::reason(&error))));
            });
            return true;
        }
        let name = file_name(desk, ".jibiao.json");
        if files::offer(&name, &text).is_none() {
            return self.ask(Dialog::NotWritten { message: "Blob".to_owned() });
        }
        desk.mark.behind = false;
        self.filed(name);
        true
    }

    fn filed(&mut self, name: String) {
        let words = self.t.file_saved_said(&name);
        if let Some(desk) = &mut self.desk {
            desk.mark = FileMark { name: Some(name), saved: Some(clock::now()), ..desk.mark };
            desk.base = std::mem::take(&mut desk.written);
            desk.unkept = true;
        }
        self.say(words);
    }
}

/// `项目名-年度.jibiao.json`, without what file systems refuse.
fn file_name(desk: &Desk, ending: &str) -> String {
    name_of_file(desk.project(), desk.year(), &desk.spec.title, "", ending)
}

/// A name for the file of a project; `otherwise` where that has no name, `number` where others are called the same.
pub(super) fn name_of_file(project: &str, year: &str, otherwise: &str, number: &str, ending: &str) -> String {
    let clean = |text: &str| -> String {
        let kept = text.chars().filter(|c| !c.is_control() && !"/\\:*?\"<>|%#".contains(*c));
        kept.take(60).collect::<String>().trim().trim_matches('.').to_owned()
    };
    let mut name = clean(project);
    if name.is_empty() {
        name = clean(otherwise);
    }
    for part in [clean(year).as_str(), number] {
        if !part.is_empty() {
            name.push('-');
            name.push_str(part);
        }
    }
    name + ending
}
