//! `library`: how indicators are written.

use std::{fs, io};

use jibiao_kit::{
    Language,
    library::{Category, CategoryKind, Entry, Hit, Library, Query, id, problem},
};
use serde_json::{Value as Json, json};

use crate::{
    arguments::{Format, LibraryInvocation},
    commands::{Output, Session},
    exit::Exit,
    input::unreadable,
    page::{BOLD, CYAN, DIM, PLAIN, Page, RED},
};

/// How many rows are shown to people, and to programs.
const SHOWN: usize = 20;
const GIVEN: usize = 200;

/// The largest file that is read, in bytes; a row has a few hundred.
const LARGEST: u64 = 64 * 1024 * 1024;

impl Session<'_> {
    pub(super) fn library(self, asked: &LibraryInvocation) -> Output {
        let own = match asked.own.as_deref().map(|file| self.own_library(file)).transpose() {
            Ok(own) => own,
            Err(complaints) => return Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) },
        };
        let library = own.as_ref().unwrap_or_else(|| self.kit.library());
        if asked.text.is_empty() && asked.level.is_none() && asked.category.is_none() {
            return self.categories(library, asked.format);
        }
        let query = Query { text: &asked.text, level: asked.level, category: asked.category.as_deref() };
        if asked.format == Format::Json {
            let hits = library.search(query, GIVEN);
            let rows: Vec<Json> = hits.iter().map(|hit| row(library, hit)).collect();
            return Output::json(format!("{:#}\n", Json::Array(rows)));
        }
        let hits = library.search(query, SHOWN);
        let mut page = Page::new();
        for hit in &hits {
            page.gap();
            self.entry(&mut page, library, hit.entry);
        }
        let key = match hits.as_slice() {
            [] if asked.text.is_empty() => "library-none-listed",
            [] => "library-none",
            hits if hits.iter().all(|hit| hit.entry.own) => return Output::page(page),
            _ => "library-note",
        };
        page.gap();
        page.paragraph(0, 0, PLAIN, &self.speech.say(key, &[("text", &asked.text)]));
        Output::page(page)
    }

    /// Somebody's own library with the rows of the program behind it, or what to complain about.
    fn own_library(self, file: &str) -> Result<Library, Page> {
        let complain = |messages: &[String]| {
            let mut page = Page::default();
            for message in messages {
                let said = self.speech.say("refused", &[("file", file), ("message", message)]);
                page.line(&[(RED, "✗ "), (PLAIN, &said)]);
            }
            page
        };
        let bytes = read(file).map_err(|error| complain(&[unreadable(&error, self.speech).message]))?;
        let own = Library::from_bytes(&bytes).map_err(|error| {
            let words = error.problems().iter().map(|found| problem(found, self.speech.language));
            complain(&words.collect::<Vec<_>>())
        })?;
        Ok(own.joined(self.kit.library()))
    }

    fn entry(self, page: &mut Page, library: &Library, entry: &Entry) {
        let level = self.kit.level_label(entry.level).map_or("", |label| self.named(&label.zh, &label.en));
        page.line(&[(BOLD, &entry.name), (PLAIN, "  "), (CYAN, &entry.pattern), (PLAIN, "  "), (DIM, level)]);
        let names: Vec<&str> = library.categories_of(entry).map(|category| self.category_name(category)).collect();
        for (key, place, text) in [
            ("library-counts", "text", entry.counts.clone()),
            ("library-evidence", "text", entry.evidence.clone()),
            ("library-reference", "text", entry.reference.clone()),
            ("library-of", "names", self.speech.list(&names)),
        ] {
            if !text.is_empty() {
                page.paragraph(4, 0, PLAIN, &self.speech.say(key, &[(place, &text)]));
            }
        }
    }

    fn categories(self, library: &Library, format: Format) -> Output {
        let count = |category: &Category| library.list(None, Some(&category.id)).count();
        if format == Format::Json {
            let categories = library.categories().iter().map(|category| {
                json!({
                    "kind": kind(category.kind),
                    "id": category.id,
                    "zh": category.label.zh,
                    "en": category.label.en,
                    "named": category.named,
                    "rows": count(category),
                })
            });
            return Output::json(format!("{:#}\n", Json::Array(categories.collect())));
        }
        let mut page = Page::new();
        for (of, head) in [(CategoryKind::Type, "library-types"), (CategoryKind::Sector, "library-sectors")] {
            page.gap();
            page.line(&[(BOLD, &self.speech.say(head, &[]))]);
            let names = library.categories().iter().filter(|category| category.kind == of).map(|category| {
                let count = count(category).to_string();
                self.speech.say("library-category", &[("name", self.category_name(category)), ("count", &count)])
            });
            page.paragraph(2, 0, PLAIN, &self.speech.list(&names.collect::<Vec<_>>()));
        }
        Output::page(page)
    }

    fn category_name(self, category: &Category) -> &str {
        self.named(&category.label.zh, &category.label.en)
    }

    /// The name in the language spoken; categories that a library added have one name only.
    fn named<'n>(self, zh: &'n str, en: &'n str) -> &'n str {
        if self.speech.language == Language::En && !en.is_empty() { en } else { zh }
    }
}

fn row(library: &Library, hit: &Hit<'_>) -> Json {
    let entry = hit.entry;
    let of = |wanted: CategoryKind| -> Vec<&str> {
        let categories = library.categories_of(entry).filter(|category| category.kind == wanted);
        categories.map(|category| category.label.zh.as_str()).collect()
    };
    json!({
        "level": id(entry.level),
        "name": entry.name,
        "target": entry.pattern,
        "unit": entry.unit,
        "counts": entry.counts,
        "evidence": entry.evidence,
        "reference": entry.reference,
        "types": of(CategoryKind::Type),
        "sectors": of(CategoryKind::Sector),
        "common": entry.common,
        "own": entry.own,
    })
}

fn kind(kind: CategoryKind) -> &'static str {
    match kind {
        CategoryKind::Type => "type",
        CategoryKind::Sector => "sector",
    }
}

fn read(file: &str) -> io::Result<Vec<u8>> {
    let about = fs::metadata(file)?;
    if about.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if about.len() > LARGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    fs::read(file)
}
