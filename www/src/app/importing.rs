//! Workbooks in: read by the second module, understood by the engine, looked at by the person, then drafts.

use jibiao_kit::excel::{Import, Importing as How, Remark, Workbook};

use super::{App, Dialog, opening::Incoming};
use crate::{
    browser::{chance, courier},
    state::{
        Action,
        importing::{Bring, Importing},
    },
};

impl App {
    /// Has a workbook read.
    pub(super) fn read_workbook(&self, name: String, bytes: Vec<u8>) {
        let send = self.send.clone();
        crate::browser::later::later(async move {
            let result = courier::read_workbook(&bytes).await;
            send.emit(Action::Bring(Bring::Read { name, result }));
        });
    }

    pub(super) fn bringing(&mut self, step: Bring) -> bool {
        match step {
            Bring::Read { name, result: Ok(read) } => self.understand(name, &read),
            Bring::Read { name, result: Err(refused) } => {
                let message = match refused.code.as_str() {
                    "load" | "browser" => self.t.hand_load(&refused.file),
                    code => self.t.kit(&["workbook-", code].concat()),
                };
                self.ask(Dialog::BadFile { name, message })
            }
            Bring::Form(form) => {
                let Some(mut importing) = self.importing.take() else { return false };
                importing.import = self.import(&importing.workbook, &importing.remarks, &form);
                importing.form = form;
                self.importing = Some(importing);
                true
            }
            Bring::Take => self.take_imported(),
        }
    }

    fn understand(&mut self, name: String, read: &str) -> bool {
        let Some((workbook, remarks)) = parted(read) else {
            let message = self.t.kit("workbook-damaged");
            return self.ask(Dialog::BadFile { name, message });
        };
        let import = self.import(&workbook, &remarks, "");
        let t = self.t;
        let pack = self.kit().and_then(|kit| kit.packs().next().cloned());
        let forms = pack
            .map(|pack| pack.forms.iter().map(|form| (form.id.to_string(), t.label(&form.title).to_owned())).collect());
        self.importing =
            Some(Importing { name, workbook, remarks, forms: forms.unwrap_or_default(), form: String::new(), import });
        self.ask(Dialog::Imported)
    }

    fn import(&self, workbook: &Workbook, remarks: &[Remark], form: &str) -> Import {
        let Some(kit) = self.kit() else { return Import::default() };
        let how = How { form: (!form.is_empty()).then(|| form.to_owned()), ..How::default() };
        kit.import(workbook, remarks, &how, || chance::id('d'))
    }

    /// One document comes onto the desk, met by the draft of it if there is one; several go into the list.
    fn take_imported(&mut self) -> bool {
        let Some(importing) = self.importing.take() else { return false };
        self.dismiss();
        let mut drafts: Vec<_> = importing.import.documents.into_iter().map(|imported| imported.draft).collect();
        if drafts.len() == 1
            && let Some(draft) = drafts.pop()
        {
            let bytes = jibiao_kit::canonical(draft.document()).into_bytes();
            return self.receive(Incoming::taken_out(importing.name, bytes));
        }
        self.put_all(drafts)
    }
}

/// What the module said, as data.
fn parted(read: &str) -> Option<(Workbook, Vec<Remark>)> {
    let mut read: serde_json::Value = serde_json::from_str(read).ok()?;
    let workbook = serde_json::from_value(read.get_mut("workbook")?.take()).ok()?;
    let remarks = serde_json::from_value(read.get_mut("remarks")?.take()).ok()?;
    Some((workbook, remarks))
}
