//! `excel` and `import`: documents as workbooks, and workbooks as documents with the report on what went where.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use jibiao_kit::{
    Draft, Rebind, Words,
    excel::{
        Arrival, Exporting, Fate, Import, Imported, Importing, ReadError, Remark, WORKBOOK_LIMITS, from_csv, read,
        workbook, write,
    },
    library::text_of,
    name, pretty,
    sheet::address,
};
use serde::Serialize;

use crate::{
    arguments::{Format, Misuse},
    commands::{Output, Session},
    exit::Exit,
    input::{self, Refusal},
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, Sheet, YELLOW},
};

/// What `import` is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ImportInvocation {
    pub(crate) file: String,
    pub(crate) form: Option<String>,
    pub(crate) output: Option<String>,
    pub(crate) format: Format,
    pub(crate) rebind: Rebind,
}

/// The result of `import --format json`.
#[derive(Debug, Serialize)]
struct ImportOutput<'a> {
    jibiao_import: u32,
    file: &'a str,
    documents: Vec<DocumentResult<'a>>,
    refused: Vec<RefusedResult<'a>>,
    unknown: &'a [String],
    remarks: &'a [Remark],
}

#[derive(Debug, Serialize)]
struct DocumentResult<'a> {
    sheet: &'a str,
    origin: &'static str,
    document: &'a jibiao_kit::Document,
    arrivals: &'a [Arrival],
}

#[derive(Debug, Serialize)]
struct RefusedResult<'a> {
    sheet: &'a str,
    error: Refusal,
}

impl Session<'_> {
    /// Documents, or a blank form, as a workbook.
    pub(super) fn excel(self, files: &[String], blank: Option<&str>, output: Option<&str>, rebind: Rebind) -> Output {
        let mut complaints = Page::default();
        let mut drafts: Vec<Draft> = Vec::new();
        match blank {
            Some(form) => match self.blank(form, "blank") {
                Ok(draft) => drafts.push(draft),
                Err(misuse) => return self.misuse(misuse),
            },
            None => {
                for (file, input) in self.open(files, rebind) {
                    match input {
                        Ok((draft, _)) => drafts.push(draft),
                        Err(refusal) => self.refuse(&mut complaints, file, &refusal),
                    }
                }
            }
        }
        if !complaints.is_blank() {
            return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
        }
        let how = Exporting { language: self.speech.language, template: blank.is_some() };
        let drafts: Vec<&Draft> = drafts.iter().collect();
        let export = workbook(&drafts, how);
        let bytes = match (output.is_some_and(|output| output.ends_with(".csv")), drafts.as_slice()) {
            (false, _) => write(&export.workbook),
            (true, [draft]) => draft.csv(how.language).into_bytes(),
            (true, _) => return self.misuse(Misuse::new("misuse-csv-takes-one", [])),
        };
        let written = match (output, blank.or_else(|| files.first().map(String::as_str))) {
            (Some(output), _) => fs::write(output, bytes).map(|()| PathBuf::from(output)),
            (None, Some("-") | None) => return self.misuse(Misuse::new("misuse-needs-output", [])),
            (None, Some(source)) => {
                // A name that nobody chose takes no file's place.
                let path = Path::new(source).with_extension("xlsx");
                let file = OpenOptions::new().write(true).create_new(true).open(&path);
                file.and_then(|mut file| file.write_all(&bytes)).map(|()| path)
            }
        };
        let mut page = Page::new();
        match written {
            Ok(path) => {
                let count = export.workbook.sheets.len().saturating_sub(1).to_string();
                let args = [("file", &*path.to_string_lossy()), ("n", &count)];
                page.line(&[(GREEN, "✓ "), (PLAIN, &self.speech.say("excel-done", &args))]);
            }
            Err(error) => {
                let said = self.speech.say("output-failed", &[("reason", &error.to_string())]);
                return Output { complaints: Page::of_line(&said), exit: Exit::Open, ..Output::page(page) };
            }
        }
        for (sheet, row, column) in &export.too_long {
            let sheet = export.workbook.sheets.get(*sheet).map_or("", |sheet| sheet.name.as_str());
            let place = [sheet, "!", &address(*row, *column)].concat();
            page.line(&[(YELLOW, "! "), (PLAIN, &self.speech.say("excel-too-long", &[("place", &place)]))]);
        }
        Output::page(page)
    }

    /// A workbook as documents.
    pub(super) fn import(self, asked: &ImportInvocation) -> Output {
        let bytes = match input::bytes(&asked.file, WORKBOOK_LIMITS.bytes, self.speech) {
            Ok(bytes) => bytes,
            Err(refusal) => return self.refused_import(&asked.file, &refusal),
        };
        let (book, remarks) = match read(&bytes, &WORKBOOK_LIMITS) {
            Ok((book, remarks)) => (Some(book), remarks),
            Err(ReadError::NotAWorkbook) if !bytes.starts_with(b"PK") => (None, Vec::new()),
            Err(error) => return self.refused_import(&asked.file, &self.unreadable_book(error)),
        };
        if let Some(form) = &asked.form
            && let Err(misuse) = self.blank(form, "blank")
        {
            return self.misuse(misuse);
        }
        let how = Importing { form: asked.form.clone(), pack: self.named.first().cloned(), rebind: asked.rebind };
        let id = || uuid::Uuid::new_v4().to_string();
        let import = match &book {
            Some(book) => self.kit.import(book, &remarks, &how, id),
            // No workbook: rows of text, in whatever encoding spreadsheets save them.
            None => match text_of(&bytes).filter(|text| !text.contains('\0')) {
                Some(text) => self.kit.import_grid(from_csv(&text), &asked.file, &how, id),
                None => {
                    return self.refused_import(&asked.file, &self.unreadable_book(ReadError::NotAWorkbook));
                }
            },
        };
        let exit = if import.documents.is_empty() || !import.refused.is_empty() { Exit::Open } else { Exit::Accepted };
        let mut complaints = Page::default();
        let files = match &asked.output {
            None => Vec::new(),
            Some(output) => match keep(output, &import) {
                Ok(files) => files,
                Err(error) => {
                    complaints.line(&[(PLAIN, &self.speech.say("output-failed", &[("reason", &error.to_string())]))]);
                    return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) };
                }
            },
        };
        if asked.format == Format::Json {
            let text = self.import_json(&asked.file, &import);
            return Output { text: Sheet::Json(text), complaints, exit };
        }
        let mut page = Page::new();
        for (at, imported) in import.documents.iter().enumerate() {
            self.imported(&mut page, imported, files.get(at));
        }
        for refused in &import.refused {
            let said = [("file", refused.sheet.as_str()), ("message", &refused.error.message(self.speech.language))];
            page.line(&[(RED, "✗ "), (PLAIN, &self.speech.say("refused", &said))]);
        }
        for sheet in &import.unknown {
            let said = self.speech.say("import-unknown", &[("sheet", sheet)]);
            page.line(&[(YELLOW, "? "), (PLAIN, &said)]);
        }
        if !import.remarks.is_empty() {
            page.gap();
            self.workbook_remarks(&mut page, &import.remarks);
        }
        Output { text: Sheet::Page(page), complaints, exit }
    }

    fn refused_import(self, file: &str, refusal: &Refusal) -> Output {
        let mut complaints = Page::default();
        self.refuse(&mut complaints, file, refusal);
        Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
    }

    fn unreadable_book(self, error: ReadError) -> Refusal {
        let message = name(self.speech.language, &["workbook-", error.name()].concat());
        Refusal { code: ["workbook-", error.name()].concat(), message }
    }

    fn import_json(self, file: &str, import: &Import) -> String {
        let documents = import.documents.iter().map(|imported| DocumentResult {
            sheet: &imported.sheet,
            origin: imported.origin.name(),
            document: imported.draft.document(),
            arrivals: &imported.arrivals,
        });
        let refused = import.refused.iter().map(|refused| RefusedResult {
            sheet: &refused.sheet,
            error: Refusal {
                code: refused.error.code().name().to_owned(),
                message: refused.error.message(self.speech.language),
            },
        });
        pretty(&ImportOutput {
            jibiao_import: 1,
            file,
            documents: documents.collect(),
            refused: refused.collect(),
            unknown: &import.unknown,
            remarks: &import.remarks,
        })
    }

    /// One document and what became of its texts.
    fn imported(self, page: &mut Page, imported: &Imported, file: Option<&PathBuf>) {
        let language = self.speech.language;
        let draft = &imported.draft;
        let words = Words::new(draft.pack(), draft.form(), language);
        page.gap();
        let origin = name(language, &["origin-", imported.origin.name()].concat());
        let title = [words.label(&draft.form().title), "  ", &origin].concat();
        page.line(&[(GREEN, "✓ "), (BOLD, &imported.sheet), (PLAIN, "  "), (DIM, &title)]);
        if let Some(file) = file {
            page.line(&[(PLAIN, "  → "), (PLAIN, &file.to_string_lossy())]);
        }
        for arrival in &imported.arrivals {
            let at = arrival.at.map(|(row, column)| address(row, column)).unwrap_or_default();
            let (table, row) = (arrival.table.as_ref(), arrival.row.as_ref());
            let place = match (table, row, &arrival.cell) {
                (None, None, None) => String::new(),
                _ => words.spot(draft.document(), table, row, arrival.cell.as_ref()),
            };
            let fate = name(language, &["fate-", arrival.fate.name()].concat());
            let good = matches!(arrival.fate, Fate::Placed | Fate::Changed | Fate::RowAdded);
            let style = if good { PLAIN } else { YELLOW };
            let text = short(&arrival.text);
            let mut parts = vec![(DIM, "    "), (DIM, at.as_str()), (PLAIN, "  "), (style, fate.as_str())];
            for part in [&place, &text].into_iter().filter(|part| !part.is_empty()) {
                parts.extend([(PLAIN, "  "), (PLAIN, part.as_str())]);
            }
            let before = self.speech.say("import-before", &[("before", &short(&arrival.before))]);
            if !arrival.before.is_empty() {
                parts.push((DIM, &before));
            }
            page.line(&parts);
        }
        if imported.arrivals.is_empty() {
            page.line(&[(DIM, "    "), (DIM, &self.speech.say("import-same", &[]))]);
        }
    }

    fn workbook_remarks(self, page: &mut Page, remarks: &[Remark]) {
        for remark in remarks {
            let at = remark.at.map(|(row, column)| address(row, column)).unwrap_or_default();
            let mark = if at.is_empty() || remark.sheet.is_empty() { "" } else { "!" };
            let place = [remark.sheet.as_str(), mark, &at].concat();
            let said = name(self.speech.language, &["remark-", remark.kind.name()].concat());
            page.line(&[(DIM, "· "), (DIM, &place), (PLAIN, "  "), (PLAIN, &said), (PLAIN, "  "), (DIM, &remark.text)]);
        }
    }
}

/// Writes the documents: one into the file named, several into a folder, each under its id.
fn keep(output: &str, import: &Import) -> std::io::Result<Vec<PathBuf>> {
    let one = output.ends_with(".json") && import.documents.len() == 1;
    if !one && !import.documents.is_empty() {
        fs::create_dir_all(output)?;
    }
    let mut files = Vec::new();
    for imported in &import.documents {
        let document = imported.draft.document();
        let path = if one {
            PathBuf::from(output)
        } else {
            // An id is any text: only what makes a plain file name goes into one.
            let plain = |sign: char| if sign.is_alphanumeric() || matches!(sign, '-' | '_') { sign } else { '_' };
            let name: String = document.id.chars().take(80).map(plain).collect();
            Path::new(output).join([&name, ".json"].concat())
        };
        fs::write(&path, pretty(document))?;
        files.push(path);
    }
    Ok(files)
}

/// The beginning of a long text, on one line.
fn short(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.replace(['\n', '\r'], " ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => [line.get(..end).unwrap_or_default(), "…"].concat(),
        None => line,
    }
}
