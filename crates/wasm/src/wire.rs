//! What crosses the boundary. `wire.schema.json` describes the same shapes; the TypeScript types are made from it.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use jibiao_kit::{
    Explanation, Form, Language, Notices, Outcome, Pack, PackRef, Rebind, Relation, Report, Stage, WordedFinding,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, MapAccess, Visitor},
};

use crate::Failure;

/// What a call takes besides a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub(crate) stage: Option<Stage>,
    pub(crate) lang: Option<Language>,
    /// Whether a document pinned to another edition may be bound to the one at hand.
    pub(crate) rebind: Option<bool>,
    /// What the other document is to the new one.
    pub(crate) relation: Option<Relation>,
}

impl Options {
    pub(crate) fn rebind(self) -> Rebind {
        if self.rebind == Some(true) { Rebind::ToSameId } else { Rebind::Never }
    }
}

/// What is asked for, and how. `D` is the document as the caller has it: an object of JavaScript, or text.
#[derive(Debug)]
pub struct Request<D> {
    pub(crate) document: Option<D>,
    /// The document as the text of its file.
    pub(crate) json: Option<String>,
    /// The pack of a new document: its id, or id and edition.
    pub pack: Option<String>,
    /// Codes of another system by the names of their sets: pairs of code and name.
    pub(crate) codes: BTreeMap<String, Vec<(String, String)>>,
    pub options: Options,
}

impl Default for Request<String> {
    fn default() -> Self {
        Self { document: None, json: None, pack: None, codes: BTreeMap::new(), options: Options::default() }
    }
}

impl<D> Request<D> {
    /// The same request with the document as JSON text: the kit itself reads documents.
    ///
    /// # Errors
    /// Those of `text`.
    pub fn in_text<E>(self, text: impl FnOnce(D) -> Result<String, E>) -> Result<Request<String>, E> {
        let Self { document, json, pack, codes, options } = self;
        Ok(Request { document: document.map(text).transpose()?, json, pack, codes, options })
    }
}

/// Names of the fields that a call takes.
pub type Takes = &'static [&'static str];

/// Fields of a request to check or score.
pub const REQUEST: Takes = &["document", "json", "stage", "lang", "rebind"];
/// Options of opening a draft.
pub const OPEN: Takes = &["lang", "rebind"];
/// Options of making a document from others.
pub const CARRY: Takes = &["relation", "pack", "lang", "rebind"];
/// Options of checking a draft.
pub const CHECK: Takes = &["stage", "lang"];
/// Options of writing exchange tables.
pub const EXCHANGE: Takes = &["codes", "stage", "lang", "rebind"];
/// Options of an upload. Its words are always Chinese.
pub const UPLOAD: Takes = &["stage"];

/// Reads a request that may have these fields and no others. `value` gives the object anew for every reading.
///
/// # Errors
/// [`Failure`] says which field does not fit, in the language that the request asks for.
pub fn asked<'de, D, V>(value: impl Fn() -> V, takes: Takes) -> Result<Request<D>, Failure>
where
    D: Deserialize<'de>,
    V: Deserializer<'de>,
{
    value().deserialize_map(RequestVisitor { takes, document: PhantomData }).map_err(|error| {
        let asked = AskedLanguage::deserialize(value()).ok().and_then(|asked| asked.lang);
        Failure::wrong_request(&said(&error), asked.unwrap_or_default())
    })
}

/// What an error says; JavaScript's begin with the name of their class.
fn said(error: &impl fmt::Display) -> String {
    let text = error.to_string();
    text.strip_prefix("Error: ").map(str::to_owned).unwrap_or(text)
}

/// The language alone: a request that does not fit is refused in the language that it asks for.
#[derive(Deserialize)]
struct AskedLanguage {
    #[serde(default)]
    lang: Option<Language>,
}

/// By hand, as a map: JavaScript's objects, read as a struct, would hide fields that no one asked for. One reader for
/// all calls, because each derived one would be compiled once more.
struct RequestVisitor<D> {
    takes: Takes,
    document: PhantomData<D>,
}

impl<'de, D: Deserialize<'de>> Visitor<'de> for RequestVisitor<D> {
    type Value = Request<D>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with {}", self.takes.join(", "))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Request<D>, A::Error> {
        let mut request =
            Request { document: None, json: None, pack: None, codes: BTreeMap::new(), options: Options::default() };
        while let Some(name) = map.next_key::<String>()? {
            let Some(name) = self.takes.iter().find(|known| **known == name) else {
                return Err(A::Error::unknown_field(&name, self.takes));
            };
            let options = &mut request.options;
            let read = match *name {
                "document" => map.next_value().map(|value| request.document = value),
                "json" => map.next_value().map(|value| request.json = value),
                "stage" => map.next_value().map(|value| options.stage = value),
                "codes" => map.next_value().map(|value| request.codes = value),
                "pack" => map.next_value().map(|value| request.pack = value),
                "relation" => map.next_value().map(|value| options.relation = value),
                "lang" => map.next_value().map(|value| options.lang = value),
                _ => map.next_value().map(|value| options.rebind = value),
            };
            // The error of a value says what was expected, not where.
            read.map_err(|error| A::Error::custom(format_args!("`{name}`: {}", said(&error))))?;
        }
        Ok(request)
    }
}

/// The answer of `check`.
#[derive(Debug, Serialize)]
pub(crate) struct Checked {
    pub(crate) notices: Notices,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
}

/// The answer of a draft's `check`: its scores are asked for apart.
#[derive(Debug, Serialize)]
pub(crate) struct DraftChecked {
    pub(crate) report: Report,
    pub(crate) words: Vec<WordedFinding>,
}

/// A text in both languages.
#[derive(Debug, Serialize)]
pub(crate) struct Both<'a> {
    zh: &'a str,
    en: &'a str,
}

impl<'a> From<&'a jibiao_kit::model::Label> for Both<'a> {
    fn from(label: &'a jibiao_kit::model::Label) -> Self {
        Self { zh: &label.zh, en: &label.en }
    }
}

/// A pack that is at hand.
#[derive(Debug, Serialize)]
pub(crate) struct PackInfo<'a> {
    #[serde(flatten)]
    reference: &'a PackRef,
    /// The packs that it stands on, nearest first.
    extends: &'a [PackRef],
    name: Both<'a>,
    /// First and last day of validity; blank means open.
    valid: Validity<'a>,
    sources: Vec<SourceInfo<'a>>,
}

#[derive(Debug, Serialize)]
struct Validity<'a> {
    from: &'a str,
    to: &'a str,
}

#[derive(Debug, Serialize)]
struct SourceInfo<'a> {
    number: &'a str,
    title: &'a str,
    state: &'a str,
}

impl<'a> From<&'a Pack> for PackInfo<'a> {
    fn from(pack: &'a Pack) -> Self {
        let sources = pack.sources.iter();
        Self {
            reference: &pack.reference,
            extends: &pack.lineage,
            name: (&pack.name).into(),
            valid: Validity { from: &pack.valid.0, to: &pack.valid.1 },
            sources: sources.map(|s| SourceInfo { number: &s.number, title: &s.title, state: &s.state }).collect(),
        }
    }
}

/// A form that can be filled in.
#[derive(Debug, Serialize)]
pub(crate) struct FormInfo<'a> {
    id: &'a str,
    title: Both<'a>,
    summary: Both<'a>,
    purpose: &'static str,
    subject: &'static str,
    pack: &'a PackRef,
    basis: &'a [String],
}

impl<'a> FormInfo<'a> {
    pub(crate) fn of(pack: &'a Pack, form: &'a Form) -> Self {
        Self {
            id: form.id.as_str(),
            title: (&form.title).into(),
            summary: (&form.summary).into(),
            purpose: form.purpose.name(),
            subject: form.subject.name(),
            pack: &pack.reference,
            basis: &form.basis,
        }
    }
}

/// The page of a rule.
#[derive(Debug, Serialize)]
pub(crate) struct RulePage {
    id: String,
    dimension: &'static str,
    title: String,
    why: String,
    #[serde(rename = "do")]
    advice: String,
    policy: Vec<StagePolicy>,
    waivable: bool,
    #[serde(rename = "gives-way")]
    gives_way: Vec<String>,
    basis: Vec<BasisInfo>,
    since: Since,
    examples: Vec<jibiao_kit::ExplainedExample>,
}

#[derive(Debug, Serialize)]
struct StagePolicy {
    stage: &'static str,
    severity: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Since {
    pack: String,
    edition: String,
}

#[derive(Debug, Serialize)]
struct BasisInfo {
    document: String,
    clause: String,
}

impl From<Explanation> for RulePage {
    fn from(page: Explanation) -> Self {
        let policy = page.policy.into_iter().map(|(stage, severity)| StagePolicy { stage, severity });
        let basis = page.basis.into_iter().map(|(document, clause)| BasisInfo { document, clause });
        Self {
            id: page.id,
            dimension: page.dimension,
            title: page.title,
            why: page.why,
            advice: page.advice,
            policy: policy.collect(),
            waivable: page.waivable,
            gives_way: page.gives_way.into_iter().map(|(id, _)| id).collect(),
            basis: basis.collect(),
            since: Since { pack: page.since.0, edition: page.since.1 },
            examples: page.examples,
        }
    }
}
