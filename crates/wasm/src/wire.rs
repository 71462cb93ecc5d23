//! What crosses the boundary. `wire.schema.json` describes the same shapes; the TypeScript types are made from it.

use jibiao_kit::{Explanation, Form, Language, Notices, Outcome, Pack, PackRef, Rebind, Report, Stage, WordedFinding};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// What is checked or scored, and how.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request<'a> {
    /// The document as an object; kept as text, because the kit itself reads documents.
    #[serde(borrow, default)]
    pub(crate) document: Option<&'a RawValue>,
    /// The document as the text of its file.
    #[serde(default)]
    pub(crate) json: Option<String>,
    #[serde(default)]
    pub(crate) stage: Option<Stage>,
    #[serde(default)]
    pub(crate) lang: Option<Language>,
    #[serde(default)]
    pub(crate) rebind: Option<bool>,
}

/// The language alone: a request that does not fit is refused in the language that it asks for.
#[derive(Debug, Deserialize)]
pub(crate) struct AskedLanguage {
    #[serde(default)]
    pub(crate) lang: Option<Language>,
}

/// How a draft is opened.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenOptions {
    #[serde(default)]
    pub(crate) lang: Option<Language>,
    #[serde(default)]
    pub(crate) rebind: Option<bool>,
}

/// How a draft is checked.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CheckOptions {
    #[serde(default)]
    pub(crate) stage: Option<Stage>,
    #[serde(default)]
    pub(crate) lang: Option<Language>,
}

/// How an upload is made. Its words are always Chinese.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UploadOptions {
    #[serde(default)]
    pub(crate) stage: Option<Stage>,
}

pub(crate) fn rebind(asked: Option<bool>) -> Rebind {
    if asked == Some(true) { Rebind::ToSameId } else { Rebind::Never }
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
    basis: Vec<BasisInfo>,
    examples: Vec<jibiao_kit::ExplainedExample>,
}

#[derive(Debug, Serialize)]
struct StagePolicy {
    stage: &'static str,
    severity: Option<&'static str>,
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
            basis: basis.collect(),
            examples: page.examples,
        }
    }
}
