//! 核验: what the second module found in a bundle, and what the engine makes of it.

use std::collections::BTreeMap;

use jibiao_kit::{
    Kit,
    bundle::{
        Examined,
        bag::{Algorithm, Code, Findings, Remark, Seen},
    },
};
use serde_json::Value;
use web_sys::Blob;

use crate::browser::courier::Refused;

/// What the person says about a bundle, and what comes of it.
#[derive(Debug)]
pub(crate) enum Verify {
    /// A file that is a bundle was opened.
    File {
        file: Blob,
        name: String,
    },
    Found {
        name: String,
        result: Result<String, Refused>,
    },
    /// A document of the bundle is opened, by its position.
    Open(usize),
    /// The same, in order to send it back.
    SendBack(usize),
}

/// A bundle that was looked into.
#[derive(Debug)]
pub(crate) struct Verified {
    pub(crate) name: String,
    pub(crate) examined: Examined,
}

impl Verified {
    /// What the module said, examined; `None` where it said something else.
    pub(crate) fn of(kit: &Kit, name: String, said: &str) -> Option<Self> {
        let findings = findings(&serde_json::from_str(said).ok()?)?;
        Some(Self { name, examined: kit.examine(findings) })
    }
}

fn findings(said: &Value) -> Option<Findings> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let list = |key: &str| said.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let pair = |pair: &Value| Some((pair.get(0)?.as_str()?.to_owned(), pair.get(1)?.as_str()?.to_owned()));
    let remark = |remark: &Value| {
        let args = remark.get("args")?.as_array()?.iter().filter_map(pair);
        Some(Remark {
            code: Code::named(remark.get("code")?.as_str()?)?,
            file: text(remark, "file")?,
            args: args.map(|(name, value)| (name.into(), value)).collect(),
        })
    };
    let file = |file: &Value| Some((text(file, "name")?, Seen { length: file.get("length")?.as_u64()?, sums: None }));
    let texts = said.get("texts")?.as_object()?;
    Some(Findings {
        top: text(said, "top")?,
        version: text(said, "version")?,
        info: list("info").iter().filter_map(pair).collect(),
        files: list("files").iter().filter_map(file).collect(),
        kept: texts
            .iter()
            .filter_map(|(name, text)| Some((name.clone(), text.as_str()?.as_bytes().to_vec())))
            .collect::<BTreeMap<_, _>>(),
        checked: list("checked").iter().filter_map(|name| Algorithm::named(name.as_str()?)).collect(),
        // A remark that this engine does not know can't be left out: nothing is told rather than half.
        remarks: list("remarks").iter().map(remark).collect::<Option<_>>()?,
    })
}
