//! 报送: the bundle and the workbook.

use std::{cell::Cell, rc::Rc};

use jibiao_kit::{
    Draft, Language, Stage,
    bundle::{Contents, Given, RETURN_SLIP, attachment_name},
    excel::Exporting,
    pretty, receipt_code,
};

use web_sys::File;

use super::{App, filing::name_of_file, sealing};
use crate::{
    browser::{
        clock::{self, Moment},
        courier::{self, Along, CANCELLED, Doing, Load},
        dom, files,
        later::{later, painted},
        sealer,
    },
    state::{
        Action, Desk,
        handing::{Hand, Made, Packing, Publish},
        slip::written,
    },
};

/// Milliseconds between two looks at how far a bundle is.
const SHOWN_EVERY: Moment = 100;
/// The table as a workbook, in a bundle.
const WORKBOOK: &str = "form.xlsx";

impl App {
    pub(super) fn handing(&mut self, step: Hand) -> bool {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return false };
        match step {
            Hand::PickFiles => {
                if let Some(input) = dom::by_id("attachment-picker") {
                    input.click();
                }
                false
            }
            Hand::Chosen(files) => {
                desk.handing.add(files);
                true
            }
            Hand::Remove(at) => {
                if at < desk.handing.attachments.len() {
                    desk.handing.attachments.remove(at);
                }
                desk.focus = Some(crate::state::desk::Target::Id("attach"));
                true
            }
            Hand::Pack => self.pack(),
            Hand::WentOn { id, along } => {
                let packing = desk.handing.packing.as_mut().filter(|_| desk.draft.document().id == id);
                packing.is_some_and(|packing| {
                    packing.along = along;
                    true
                })
            }
            Hand::Packed { id, made, result } => {
                if desk.id() != id {
                    return false;
                }
                desk.handing.packing = None;
                match result {
                    Ok(bundle) => {
                        files::offer_blob(&made.name, &bundle);
                        sealing::forget();
                        let words = t.bundle_made(&made.name, &made.receipt, &made.revision.to_string());
                        if let (Some(slipped), Some(slip)) = (&mut desk.slipped, made.slip.clone()) {
                            slipped.given(*slip);
                            desk.unkept = true;
                            desk.look_at_slip();
                        }
                        desk.handing.made = Some(made);
                        desk.focus = Some(crate::state::desk::Target::Id("bundle-made"));
                        self.say(words);
                    }
                    Err(refused) if refused.code == CANCELLED => {}
                    Err(refused) => desk.handing.refused = Some(refused),
                }
                true
            }
            Hand::Cancel => {
                if let Some(packing) = desk.handing.packing.take() {
                    packing.go_on.set(false);
                }
                true
            }
            Hand::Sealing(how) => {
                desk.handing.sealing = how;
                true
            }
            Hand::Workbook => {
                let (name, workbook) = (file_name(desk, "", ".xlsx"), workbook(&desk.draft));
                self.write_workbook(name, workbook);
                false
            }
            Hand::Publish(form) => self.publish(form),
            Hand::Written { name, result } => {
                match result {
                    Ok(bytes) => {
                        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                        files::offer_bytes(&name, &bytes, kind);
                        self.say(t.exported());
                    }
                    Err(refused) => desk.handing.refused = Some(refused),
                }
                true
            }
        }
    }

    fn write_workbook(&self, name: String, workbook: String) {
        let send = self.send.clone();
        later(async move {
            let result = courier::write_workbook(&workbook).await;
            send.emit(Action::Hand(Hand::Written { name, result }));
        });
    }

    /// The table as it is disclosed, in Chinese like all that leaves the page for others.
    fn publish(&mut self, form: Publish) -> bool {
        let Some(desk) = &self.desk else { return false };
        let disclosed = desk.draft.disclosed();
        let name = |ending| file_name(desk, self.t.publish_name(), ending);
        match form {
            Publish::Html => {
                files::offer_bytes(&name(".html"), disclosed.html(Language::Zh).as_bytes(), "text/html");
            }
            Publish::Json => {
                files::offer(&name(".json"), &pretty(disclosed.document()));
            }
            Publish::Xlsx => {
                let workbook = serde_json::to_string(&disclosed.workbook(Language::Zh)).unwrap_or_default();
                self.write_workbook(name(".xlsx"), workbook);
                return false;
            }
        }
        self.say(self.t.exported());
        true
    }

    /// Makes a bundle of the document as it is now. What was changed since the last one, or since the last save, gets a number of its own first.
    fn pack(&mut self) -> bool {
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.handing.packing.is_none()) else { return false };
        let seal = match sealing::typed(desk.handing.sealing) {
            Ok(seal) => seal,
            Err((input, refused)) => {
                desk.handing.refused = Some(refused);
                desk.focus = Some(crate::state::desk::Target::Id(input));
                return true;
            }
        };
        desk.number();
        let given = Given { id: None, date: Some(clock::day(clock::now())) };
        let contents = Contents::of(std::slice::from_ref(&desk.draft), Stage::Submission, &given);
        let attachments = desk.handing.attachments.iter().zip(1..);
        let attachments = attachments.map(|(file, at)| (attachment_name(at, &file.name()), file.clone())).collect();
        let slip = desk.answered_slip(clock::day(clock::now()));
        let beside =
            slip.iter().map(|slip| (contents.name_beside(0, RETURN_SLIP), written(slip).into_bytes())).collect();
        let load = load(contents, std::slice::from_ref(&desk.draft), attachments);
        let load = Load { beside, ..load };
        let document = desk.draft.document();
        let made = Made {
            name: file_name(desk, self.t.bundle(), &[".zip", seal.as_ref().map_or("", |_| sealing::ENDING)].concat()),
            sealed: desk.handing.sealing,
            revision: document.revision,
            receipt: receipt_code(document),
            behind: false,
            slip: slip.map(Box::new),
        };
        let go_on = Rc::new(Cell::new(true));
        let id = desk.id().to_owned();
        desk.handing.refused = None;
        desk.handing.packing = Some(Packing {
            along: Along { done: 0.0, total: desk.handing.bytes(), doing: Doing::Packing },
            go_on: Rc::clone(&go_on),
        });
        let send = self.send.clone();
        later(async move {
            let shown = Cell::new(clock::now());
            let tell = {
                let (send, id, go_on) = (send.clone(), id.clone(), Rc::clone(&go_on));
                move |along| {
                    // Drawing it after each piece would take a good part of the time.
                    if clock::now().saturating_sub(shown.get()) >= SHOWN_EVERY {
                        shown.set(clock::now());
                        send.emit(Action::Hand(Hand::WentOn { id: id.clone(), along }));
                    }
                    go_on.get()
                }
            };
            let mut result = courier::pack(load, &tell).await;
            if let (Ok(bundle), Some(seal)) = (&result, seal) {
                let total = bundle.size();
                let along = move |done| Along { done, total, doing: Doing::Sealing };
                send.emit(Action::Hand(Hand::WentOn { id: id.clone(), along: along(0.0) }));
                // A passphrase keeps the page busy for a moment; what it does is to be seen before.
                painted().await;
                result = sealer::seal(bundle, &seal, move |done| tell(along(done))).await;
            }
            if go_on.get() {
                send.emit(Action::Hand(Hand::Packed { id, made, result }));
            }
        });
        true
    }
}

/// What goes into a bundle of documents.
pub(super) fn load(contents: Contents, drafts: &[Draft], attachments: Vec<(String, File)>) -> Load {
    let tables = drafts.iter().enumerate();
    Load {
        beside: Vec::new(),
        workbooks: tables.map(|(at, draft)| (contents.name_beside(at, WORKBOOK), workbook(draft))).collect(),
        attachments,
        info: serde_json::to_string(&contents.info).unwrap_or_default(),
        top: contents.top,
        files: contents.files,
    }
}

/// Paper is in Chinese whatever the person reads.
fn workbook(draft: &Draft) -> String {
    let export = draft.workbook(Exporting { language: Language::Zh, template: false });
    serde_json::to_string(&export.workbook).unwrap_or_default()
}

fn file_name(desk: &Desk, what: &str, ending: &str) -> String {
    name_of_file(desk.project(), desk.year(), &desk.spec.title, what, ending)
}
