//! `publish`: a document as it is disclosed, and what was left out.

use std::fs;

use jibiao_kit::{Disclosure, Rebind, Words, excel::write, pretty};

use crate::{
    arguments::Format,
    commands::{Output, Session},
    exit::Exit,
    input::unreadable,
    page::{GREEN, PLAIN, Page, YELLOW},
};

impl Session<'_> {
    pub(super) fn publish(self, file: &str, format: Format, output: Option<&str>, rebind: Rebind) -> Output {
        let mut complaints = Page::default();
        let files = [file.to_owned()];
        let mut drafts = Vec::new();
        for (file, input) in self.open(&files, rebind) {
            match input {
                Ok((draft, _)) => drafts.push(draft),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        let Some(draft) = drafts.first() else {
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        };
        let disclosed = draft.disclosed();
        let bytes = match format {
            Format::Xlsx => write(&disclosed.workbook(self.speech.language)),
            Format::Json => pretty(disclosed.document()).into_bytes(),
            _ => disclosed.html(self.speech.language).into_bytes(),
        };
        let words = Words::new(draft.pack(), draft.form(), self.speech.language);
        let Some(output) = output else {
            // What was left out is told beside it.
            self.left_out(&mut complaints, &disclosed, words);
            let text = String::from_utf8_lossy(&bytes).into_owned();
            return Output { complaints, ..Output::json(text) };
        };
        if let Err(error) = fs::write(output, bytes) {
            self.refuse(&mut complaints, output, &unreadable(&error, self.speech));
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        let mut page = Page::new();
        page.line(&[(GREEN, "✓ "), (PLAIN, &self.speech.say("publish-done", &[("file", output)]))]);
        self.left_out(&mut page, &disclosed, words);
        Output::page(page)
    }

    fn left_out(self, page: &mut Page, disclosed: &Disclosure, words: Words<'_>) {
        let labels = |cells: &[jibiao_kit::model::CellId]| -> Vec<String> {
            cells.iter().map(|cell| words.cell(cell.as_str())).collect()
        };
        let rows: Vec<&str> = disclosed.secret_rows.iter().map(|(_, row)| row.as_str()).collect();
        for (key, names) in [
            ("publish-personal", self.speech.list(&labels(&disclosed.personal))),
            ("publish-secret-cells", self.speech.list(&labels(&disclosed.secret_cells))),
            ("publish-secret-rows", self.speech.list(&rows)),
        ] {
            if !names.is_empty() {
                page.paragraph(2, 2, YELLOW, &self.speech.say(key, &[("names", &names)]));
            }
        }
        page.paragraph(2, 2, PLAIN, &self.speech.say("publish-look", &[]));
    }
}
