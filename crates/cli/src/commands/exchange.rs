//! `upload --profile`, `import --profile` and `profiles`: documents in the exchange tables of other systems.

use std::{fs, path::Path};

use jibiao_kit::{
    Draft, Rebind, Stage,
    exchange::{
        CodeTable, CodeTableError, Codes, Content, Field, Hitch, HitchCode, Profile, Received, Receiving, Source,
    },
    library::text_of,
    pretty,
};
use serde_json::{Value as Json, json};

use crate::{
    arguments::{ExchangeInvocation, Format, Misuse, Profiled},
    commands::{Output, Session, forms::both},
    exit::Exit,
    input::{self, Refusal, unreadable},
    page::{BOLD, DIM, GREEN, PLAIN, Page, RED, YELLOW},
    table::{Side, Table},
};

/// More of one kind of thing is not read by anybody.
const MOST_TOLD: usize = 50;
const MOST_BYTES: usize = 4 * 1024 * 1024;

impl Session<'_> {
    pub(super) fn exchange(self, asked: ExchangeInvocation) -> Output {
        match asked {
            ExchangeInvocation::Upload { file, by, stage, output, rebind } => {
                self.send(&file, &by, stage, output.as_deref(), rebind)
            }
            ExchangeInvocation::Import { file, by, form, output, rebind } => {
                self.receive(&file, &by, form, output.as_deref(), rebind)
            }
            ExchangeInvocation::Profiles { profile: None, format } => self.profiles(format),
            ExchangeInvocation::Profiles { profile: Some(profile), format } => self.profile(&profile, format),
        }
    }

    fn send(self, file: &str, by: &Profiled, stage: Stage, output: Option<&str>, rebind: Rebind) -> Output {
        let codes = match self.codes(&by.codes) {
            Ok(codes) => codes,
            Err(complaints) => return unable(complaints),
        };
        let files = [file.to_owned()];
        let mut drafts = Vec::new();
        let mut complaints = Page::default();
        for (file, input) in self.open(&files, rebind) {
            match input {
                Ok((draft, _)) => drafts.push(draft),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        let Some(draft) = drafts.first() else { return unable(complaints) };
        match draft.exchange(&by.profile, &codes, stage) {
            Err(hitches) => {
                self.hitches(&mut complaints, &self.file_name(file), &hitches, Some(draft));
                unable(complaints)
            }
            Ok(exchange) => {
                if !exchange.open.is_empty() {
                    let sets = self.speech.list(&exchange.open);
                    complaints.paragraph(0, 2, YELLOW, &self.speech.say("exchange-open", &[("codes", &sets)]));
                }
                let text = format!("{}\n", exchange.canonical());
                let done = self.speech.say("exchange-done", &[("file", output.unwrap_or_default())]);
                let written = self.written(output, text, &done);
                Output { exit: written.exit.worse(Exit::from(exchange.check.verdict)), ..beside(written, complaints) }
            }
        }
    }

    fn receive(self, file: &str, by: &Profiled, form: Option<String>, output: Option<&str>, rebind: Rebind) -> Output {
        let codes = match self.codes(&by.codes) {
            Ok(codes) => codes,
            Err(complaints) => return unable(complaints),
        };
        let mut complaints = Page::default();
        let bytes = match input::bytes(file, jibiao_kit::LIMITS.bytes, self.speech) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                self.refuse(&mut complaints, file, &refusal);
                return unable(complaints);
            }
        };
        if let Some(form) = &form
            && let Err(misuse) = self.blank(form, "blank")
        {
            return self.misuse(misuse);
        }
        let how = Receiving { profile: by.profile.clone(), form, pack: self.named.first().cloned(), codes, rebind };
        match self.kit.receive(&bytes, &how, &uuid::Uuid::new_v4().to_string()) {
            Err(hitches) => {
                self.hitches(&mut complaints, &self.file_name(file), &hitches, None);
                unable(complaints)
            }
            Ok(received) => {
                self.told_of(&mut complaints, &received);
                let text = pretty(received.draft.document());
                let done = self.speech.say("exchange-received", &[("file", output.unwrap_or_default())]);
                beside(self.written(output, text, &done), complaints)
            }
        }
    }

    /// What the person should know of what came.
    fn told_of(self, page: &mut Page, received: &Received) {
        let same = match received.is_same {
            None => "exchange-new",
            Some(true) => "exchange-same",
            Some(false) => "exchange-changed",
        };
        page.paragraph(0, 2, PLAIN, &self.speech.say(same, &[]));
        for left in received.left.iter().take(MOST_TOLD) {
            let args = [("at", left.at.as_str()), ("text", &left.text)];
            page.paragraph(0, 2, YELLOW, &self.speech.say("exchange-left", &args));
        }
        self.more(page, received.left.len());
    }

    fn more(self, page: &mut Page, count: usize) {
        let more = count.saturating_sub(MOST_TOLD);
        if more > 0 {
            page.paragraph(0, 2, DIM, &self.speech.say("exchange-more", &[("n", &more.to_string())]));
        }
    }

    /// A text into a file, or onto standard output.
    fn written(self, output: Option<&str>, text: String, done: &str) -> Output {
        let Some(output) = output else { return Output::json(text) };
        match fs::write(Path::new(output), text) {
            Ok(()) => {
                let mut page = Page::new();
                page.line(&[(GREEN, "✓ "), (PLAIN, done)]);
                Output::page(page)
            }
            Err(error) => {
                let mut complaints = Page::default();
                self.refuse(&mut complaints, output, &unreadable(&error, self.speech));
                unable(complaints)
            }
        }
    }

    /// The tables of codes that were named.
    fn codes(self, named: &[(String, String)]) -> Result<Codes, Page> {
        let (mut codes, mut complaints) = (Codes::new(), Page::default());
        for (set, file) in named {
            let table = input::bytes(file, MOST_BYTES, self.speech).and_then(|bytes| {
                let read = text_of(&bytes).ok_or(CodeTableError::Columns).and_then(|text| CodeTable::from_csv(&text));
                read.map_err(|error| {
                    let (row, text) = error.place();
                    // The header is the first line.
                    let line = row.saturating_add(1).to_string();
                    self.bad_codes(&["codes-", error.name()].concat(), &[("line", &line), ("text", text)])
                })
            });
            match table {
                Ok(_) if codes.contains_key(set) => {
                    let refusal = self.bad_codes("codes-set-twice", &[("text", set)]);
                    self.refuse(&mut complaints, file, &refusal);
                }
                Ok(table) => drop(codes.insert(set.clone(), table)),
                Err(refusal) => self.refuse(&mut complaints, file, &refusal),
            }
        }
        if complaints.is_blank() { Ok(codes) } else { Err(complaints) }
    }

    fn bad_codes(self, key: &str, args: &[(&str, &str)]) -> Refusal {
        Refusal { code: key.to_owned(), message: self.speech.say(key, args) }
    }

    /// Everything that is wrong, one line each.
    fn hitches(self, page: &mut Page, file: &str, hitches: &[Hitch], draft: Option<&Draft>) {
        let head = self.speech.say("exchange-refused", &[("file", file), ("n", &hitches.len().to_string())]);
        page.line(&[(RED, "✗ "), (PLAIN, &head)]);
        for hitch in hitches.iter().take(MOST_TOLD) {
            let place = hitch.place(draft, self.speech.language);
            let mut text = self.sentence(hitch);
            if !place.is_empty() {
                text = self.speech.say("exchange-at", &[("place", &place), ("what", &text)]);
            }
            page.paragraph(2, 2, PLAIN, &text);
        }
        self.more(page, hitches.len());
    }

    /// What is wrong, and how to say it to this command.
    fn sentence(self, hitch: &Hitch) -> String {
        let mut text = hitch.message(self.speech.language);
        let how = match hitch.code {
            HitchCode::CodesMissing => "exchange-how-codes-missing",
            HitchCode::FormOpen => "exchange-how-form-open",
            _ => return text,
        };
        let args: Vec<(&str, &str)> = hitch.args.iter().map(|(name, text)| (*name, text.as_str())).collect();
        text.push_str(self.speech.either("", " "));
        text.push_str(&self.speech.say(how, &args));
        text
    }

    fn profiles(self, format: Format) -> Output {
        let all = self.kit.profiles();
        if format == Format::Json {
            let all = all.iter().map(|(pack, profile)| {
                json!({
                    "profile": profile.id, "pack": pack, "title": both(&profile.title),
                    "summary": both(&profile.summary), "purpose": profile.purpose.name(),
                    "subject": profile.subject.name(),
                })
            });
            return Output::json(format!("{:#}\n", Json::Array(all.collect())));
        }
        let heads = ["head-profile", "head-label", "head-pack"].map(|head| (Side::Left, self.speech.say(head, &[])));
        let mut table = Table::new(heads.into());
        for (pack, profile) in all {
            let title = self.speech.either(&profile.title.zh, &profile.title.en).to_owned();
            table.row(PLAIN, vec![profile.id.clone(), title, pack.to_string()]);
        }
        let mut page = Page::new();
        table.put(&mut page, 0);
        Output::page(page)
    }

    /// The fields of a profile, with how each name is known.
    fn profile(self, id: &str, format: Format) -> Output {
        // One of a pack that was named comes before one of the same name elsewhere.
        let named = self.named.iter().filter_map(|pack| self.kit.pack(pack));
        let Some(profile) = named.chain(self.kit.packs()).find_map(|pack| pack.profile(id)) else {
            let known: Vec<&str> = self.kit.packs().flat_map(|pack| &pack.profiles).map(|p| p.id.as_str()).collect();
            let misuse = Misuse::new("misuse-unknown-profile", [("given", id.to_owned())]);
            return self.misuse(misuse.perhaps(id, known));
        };
        if format == Format::Json {
            return Output::json(format!("{:#}\n", profile_json(profile)));
        }
        let speech = self.speech;
        let mut page = Page::new();
        page.line(&[(BOLD, speech.either(&profile.title.zh, &profile.title.en)), (PLAIN, "  "), (DIM, &profile.id)]);
        page.paragraph(0, 0, PLAIN, speech.either(&profile.summary.zh, &profile.summary.en));
        for set in &profile.codes {
            let label = speech.either(&set.label.zh, &set.label.en);
            let key = if set.needed { "profile-codes-needed" } else { "profile-codes" };
            page.paragraph(0, 2, PLAIN, &speech.say(key, &[("codes", &set.id), ("label", label)]));
        }
        for table in &profile.tables {
            for (number, kind) in table.records.iter().enumerate() {
                page.gap();
                let label = speech.either(&table.label.zh, &table.label.en);
                page.line(&[(BOLD, &table.name), (PLAIN, "  "), (PLAIN, label)]);
                let key = if kind.each.is_some() { "profile-each" } else { "profile-one" };
                let each = kind.each.map(|each| each.to_string()).unwrap_or_default();
                let args = [("n", &*number.saturating_add(1).to_string()), ("each", &each)];
                page.paragraph(0, 0, DIM, &speech.say(key, &args));
                let heads = ["head-field", "head-label", "head-holds", "head-known"];
                let mut fields = Table::new(heads.map(|head| (Side::Left, speech.say(head, &[]))).into());
                for field in &kind.fields {
                    let label = speech.either(&field.label.zh, &field.label.en).to_owned();
                    let known = speech.say(&["known-", field.source.name()].concat(), &[]);
                    let style = if field.source == Source::Unseen { YELLOW } else { PLAIN };
                    fields.row(style, vec![field.name.clone(), label, self.holds(field), known]);
                }
                fields.put(&mut page, 0);
            }
        }
        Output::page(page)
    }

    fn holds(self, field: &Field) -> String {
        match &field.content {
            Content::Constant(text) => self.speech.say("profile-constant", &[("text", text)]),
            Content::Receiver => self.speech.say("profile-receiver", &[]),
            Content::Cell { .. } => content(field).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" "),
        }
    }
}

/// What a field is about: the cell, which part of it, how it is written.
fn content(field: &Field) -> Vec<(&'static str, String)> {
    use jibiao_kit::exchange::{Bound, Format as Written, Part};
    let Content::Cell { bound, part, format } = &field.content else { return Vec::new() };
    let cell = match bound {
        Bound::Concept(concept) => ("concept", concept.to_string()),
        Bound::Cell(cell) => ("cell", cell.to_string()),
    };
    let part = match part {
        Part::Whole => None,
        Part::Number => Some("number"),
        Part::Operator => Some("operator"),
        Part::Unit => Some("unit"),
    };
    let format = match format {
        Written::Text => "text".to_owned(),
        Written::Year => "year".to_owned(),
        Written::Date => "date".to_owned(),
        Written::Money { unit, .. } => ["money/", unit.label()].concat(),
        Written::Number { .. } => "number".to_owned(),
        Written::Percent { .. } => "percent".to_owned(),
        Written::Code { set, .. } => ["code/", set].concat(),
    };
    let part = part.map(|part| ("part", part.to_owned()));
    std::iter::once(cell).chain(part).chain([("format", format)]).collect()
}

fn profile_json(profile: &Profile) -> Json {
    let field = |field: &Field| {
        let holds = match &field.content {
            Content::Constant(text) => vec![("constant", Json::from(text.as_str()))],
            Content::Receiver => vec![("receiver", Json::from(true))],
            Content::Cell { .. } => content(field).into_iter().map(|(key, text)| (key, Json::from(text))).collect(),
        };
        let own = [
            ("name", Json::from(field.name.as_str())),
            ("label", both(&field.label)),
            ("source", field.source.name().into()),
            ("length", field.length.into()),
        ];
        let all = own.into_iter().chain(holds).map(|(key, value)| (key.to_owned(), value));
        Json::Object(all.collect())
    };
    let tables = profile.tables.iter().map(|table| {
        let records = table.records.iter().map(|kind| {
            let fields: Vec<Json> = kind.fields.iter().map(field).collect();
            json!({ "each": kind.each.map(|each| each.to_string()), "fields": fields })
        });
        json!({ "name": table.name, "label": both(&table.label), "records": records.collect::<Vec<_>>() })
    });
    let codes =
        profile.codes.iter().map(|set| json!({ "codes": set.id, "label": both(&set.label), "needed": set.needed }));
    json!({
        "profile": profile.id, "title": both(&profile.title), "summary": both(&profile.summary),
        "purpose": profile.purpose.name(), "subject": profile.subject.name(),
        "codes": codes.collect::<Vec<_>>(), "tables": tables.collect::<Vec<_>>(),
    })
}

/// A cell in words.
fn unable(complaints: Page) -> Output {
    Output { complaints, exit: Exit::Open, ..Output::page(Page::default()) }
}

/// A result, with what is told beside it before what it complains about itself.
fn beside(output: Output, told: Page) -> Output {
    if output.complaints.is_blank() { Output { complaints: told, ..output } } else { output }
}
