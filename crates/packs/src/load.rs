//! From a pack's files to a [`Pack`]: every name resolved, all problems listed.

mod book;
mod example;
mod form;
#[cfg(feature = "profiles")]
mod profile;
mod wording;

use std::fmt;

use jibiao_model::{Form, Label, RuleId};
use jibiao_rules::{DataExample, Fields, NATIVE, Problem, Problems, RuleBook};
use jibiao_wording::{Language, Messages};
use serde_json::{Map, Value};

use crate::{
    Origin, Pack, Shelf, Source, WorkedExample,
    overlay::Whole,
    shelf::{Layer, references},
};

/// Why a pack was refused: all of its problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    pub(crate) reason: Reason,
    pub(crate) problems: Vec<Problem>,
}

/// What a pack was refused for, as far as somebody who only wants to use it can do something about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The file is no pack at all.
    NotAPack,
    /// A zip of what people wrote, from which no pack was built.
    NotBuilt,
    /// The pack extends another that is not at hand.
    ParentMissing { id: String, edition: String },
    /// Another pack of this id and edition, with other content, is at hand.
    OtherContent { id: String, edition: String },
    /// The pack does not fit: its author has to mend it.
    Unfit,
}

impl LoadError {
    pub(crate) fn of(file: &str, what: String) -> Self {
        Self::all(vec![Problem { file: file.to_owned(), line: None, at: String::new(), what }])
    }

    /// A pack that does not fit.
    pub(crate) fn all(problems: Vec<Problem>) -> Self {
        Self { reason: Reason::Unfit, problems }
    }

    pub(crate) fn because(self, reason: Reason) -> Self {
        Self { reason, ..self }
    }

    /// A pack that does not fit beside those that are at hand.
    pub fn beside(problems: Problems) -> Self {
        Self::from(problems)
    }

    /// What the pack was refused for.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }

    /// All problems, in the order of the files.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl From<Problems> for LoadError {
    fn from(problems: Problems) -> Self {
        Self::all(problems.into_list())
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the pack was refused for {} problem(s):", self.problems.len())?;
        self.problems.iter().try_for_each(|problem| writeln!(f, "  {problem}"))
    }
}

impl std::error::Error for LoadError {}

impl Pack {
    /// Loads an assembled pack (JSON) that extends no other, or only such as came before it on a [`Shelf`].
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a pack is accepted as a whole or not at all.
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        let mut shelf = Shelf::default();
        let at = shelf.add(bytes)?;
        shelf.load(at)
    }
}

/// What every pack has, as JSON Pointers into it.
const PARTS: [&str; 9] =
    ["/pack", "/vocabulary", "/policy", "/scoring", "/frames", "/forms", "/rules", "/messages/zh", "/messages/en"];

/// Whether every part is there. One that is not is told alone, without all that other parts would miss in it.
fn complete(files: &Value, problems: &Problems) -> bool {
    let mut complete = true;
    for part in PARTS {
        if !files.pointer(part).is_some_and(Value::is_object) {
            problems.add("pack", ["the pack has no `", part.trim_start_matches('/'), "` with named fields"].concat());
            complete = false;
        }
    }
    complete
}

/// How much of a pack is looked at while it is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Examine {
    /// Everything, also whether its parts fit together: for a pack that comes from somebody.
    All,
    /// Whether it can be read: for a pack in which nothing else was found before.
    Shape,
}

/// Loads a pack that is whole. `chain` is the pack and those that it stands on, nearest first.
pub(crate) fn pack(whole: &Whole<'_>, chain: &[&Layer], examine: Examine, problems: &Problems) -> Option<Pack> {
    let mut references = references(chain, problems);
    let parts = complete(&whole.value, problems).then(|| Parts::read(whole, chain, examine, problems))?;
    let Parts { head, forms, book, messages, examples, tests, profiles } = parts;
    #[cfg(not(feature = "profiles"))]
    let Unread = profiles;
    let forms_from = forms.iter().map(|form| (form.id.clone(), origin("forms", form.id.as_str(), chain))).collect();
    let Head { name, valid, sources } = head;
    let reference = (!references.is_empty()).then(|| references.remove(0))?;
    let editions = chain.iter().map(|layer| (layer.id.clone(), first_edition(layer))).collect();
    let origins = book.data.iter().map(|rule| (rule.id.clone(), origin("rules", rule.id.as_str(), chain))).collect();
    Some(Pack {
        reference,
        lineage: references,
        name,
        valid,
        sources,
        forms,
        book,
        messages,
        origins,
        forms_from,
        editions,
        examples,
        tests,
        #[cfg(feature = "profiles")]
        profiles,
    })
}

/// The first edition of a pack: what it says, or this one.
fn first_edition(layer: &Layer) -> String {
    let said = layer.value.pointer("/pack/first-edition").and_then(Value::as_str);
    said.unwrap_or(&layer.edition).to_owned()
}

/// Which packs state a rule or a form.
pub(crate) fn origin(part: &str, name: &str, chain: &[&Layer]) -> Origin {
    let mut stated = chain.iter().filter(|layer| states(layer, part, name)).map(|layer| layer.id.clone());
    let last = stated.next().unwrap_or_default();
    Origin { first: stated.next_back().unwrap_or_else(|| last.clone()), last }
}

fn states(layer: &Layer, part: &str, name: &str) -> bool {
    layer.value.get(part).is_some_and(|things| things.get(name).is_some())
}

/// What `pack.toml` says.
struct Head {
    name: Label,
    valid: (String, String),
    sources: Vec<Source>,
}

/// All files of a pack, with stand-ins for what can't be read.
struct Parts {
    head: Head,
    forms: Vec<Form>,
    book: RuleBook,
    messages: Messages,
    examples: Vec<WorkedExample>,
    tests: Vec<(RuleId, Vec<DataExample>)>,
    profiles: Profiles,
}

#[cfg(feature = "profiles")]
type Profiles = Vec<crate::Profile>;
#[cfg(not(feature = "profiles"))]
type Profiles = Unread;

/// Profiles in the hands of one who uploads nothing: they are passed over.
#[cfg(not(feature = "profiles"))]
#[derive(Default)]
struct Unread;

#[cfg(feature = "profiles")]
fn profiles(files: Fields<'_>, forms: &[Form], chain: &[&Layer]) -> Profiles {
    let own = |profile: &str| chain.first().is_none_or(|layer| states(layer, "profiles", profile));
    profile::read(files, forms, &own)
}

#[cfg(not(feature = "profiles"))]
fn profiles(mut files: Fields<'_>, _: &[Form], _: &[&Layer]) -> Profiles {
    files.give_up();
    Unread
}

impl Parts {
    fn read(whole: &Whole<'_>, chain: &[&Layer], examine: Examine, problems: &Problems) -> Self {
        let mut files = Fields::open(&whole.value, "pack", problems);
        let head = head(files.file("pack", "pack"));
        let frames = form::frames(files.fields("frames"));
        let forms = form::forms(files.fields("forms"), &frames);
        let former = former(&whole.former, &frames);
        let own = |rule: &str| chain.first().is_none_or(|layer| states(layer, "rules", rule));
        let book = book::read(&mut files, &book::Shapes { forms: &forms, former: &former, own: &own });
        let mut languages = files.fields("messages");
        let [zh, en] = Language::ALL.map(|language| wording::read(&mut languages, language));
        let messages = Messages { zh, en };
        if examine == Examine::All {
            book::examine(&book, problems);
            wording::examine(&messages, &book, problems);
        }
        let own = |form: &str| chain.first().is_none_or(|layer| states(layer, "examples", form));
        let examples =
            files.optional_fields("examples").map_or_else(Vec::new, |files| example::read(files, &forms, &own));
        let tests = files.optional_fields("tests").map_or_else(Vec::new, |files| tests(files, &book));
        let profiles = files.optional_fields("profiles").map(|files| profiles(files, &forms, chain));
        let profiles = profiles.unwrap_or_default();
        Self { head, forms, book, messages, examples, tests, profiles }
    }
}

/// Forms of ancestors that the pack does not have any more. They were examined where they belonged.
fn former(forms: &Map<String, Value>, frames: &[jibiao_model::Frame]) -> Vec<Form> {
    if forms.is_empty() {
        return Vec::new();
    }
    let aside = Problems::default();
    let forms = Value::Object(forms.clone());
    form::forms(Fields::open(&forms, "forms", &aside), frames)
}

fn head(mut file: Fields<'_>) -> Head {
    let source = |mut source: Fields<'_>| Source {
        number: source.text("number"),
        title: source.text("title"),
        state: source.text("state"),
    };
    // Which pack this is was read before.
    file.text("id");
    file.text("edition");
    if let Some(mut extends) = file.optional_fields("extends") {
        extends.give_up();
    }
    file.optional_texts("leave-out-forms");
    file.optional_text("first-edition");
    Head {
        name: file.label("name"),
        valid: (
            file.optional_text("valid-from").unwrap_or_default(),
            file.optional_text("valid-to").unwrap_or_default(),
        ),
        sources: file.optional_list("sources").into_iter().map(source).collect(),
    }
}

/// More examples of rules, with this pack's numbers and words.
fn tests(mut files: Fields<'_>, book: &RuleBook) -> Vec<(RuleId, Vec<DataExample>)> {
    let mut tests = Vec::new();
    for id in files.names() {
        let name = ["tests/", id].concat();
        let mut file = files.file(id, &name);
        let known = NATIVE.iter().map(|rule| &rule.id).chain(book.data.iter().map(|rule| &rule.id));
        if !known.into_iter().any(|rule| rule.as_str() == id) {
            file.tell(["there is no rule `", id, "`"]);
        }
        let examples = file.list("examples").into_iter().map(DataExample::read).collect();
        tests.push((RuleId::new(id), examples));
    }
    tests
}
