//! Packs as they were written, by id and edition: where a pack finds the one that it extends.

use std::sync::Arc;

use jibiao_model::{Label, PackRef, RuleId};
use jibiao_rules::{Fields, Problem, Problems};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    LoadError, Origin, PACK_LIMITS, Pack, Reason, builtin_bytes,
    load::{self, Examine},
    overlay::Whole,
};

/// Packs as they were written, each with what it states itself. A copy shares them.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    layers: Vec<Arc<Layer>>,
}

/// One pack as it was written.
#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) id: String,
    pub(crate) edition: String,
    pub(crate) extends: Option<Extends>,
    pub(crate) value: Value,
    /// The digest of its bytes, to which that of its parent may still come.
    digest: Sha256,
    /// Where its parts were written; none where it was assembled elsewhere.
    #[cfg(feature = "author")]
    pub(crate) marks: Option<crate::author::Marks>,
}

/// The pack that another rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Extends {
    pub(crate) id: String,
    pub(crate) edition: String,
    /// Blank where any pack of that edition will do.
    sha256: String,
}

impl Layer {
    /// Reads an assembled pack.
    ///
    /// # Errors
    /// Bytes that are no pack, or a pack that does not say which it is.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, LoadError> {
        let unread = |what: String| LoadError::of("pack", ["the pack can't be read: ", &what].concat());
        let value = parsed(bytes).map_err(|what| unread(what).because(Reason::NotAPack))?;
        let problems = Problems::default();
        measure(&value, &problems);
        let mut files = Fields::open(&value, "pack", &problems);
        let mut head = files.file("pack", "pack");
        let extends = head.optional_fields("extends").map(|mut extends| Extends {
            id: extends.text("id"),
            edition: extends.text("edition"),
            sha256: extends.optional_text("sha256").unwrap_or_default(),
        });
        let (id, edition) = (head.text("id"), head.text("edition"));
        named(&id, &edition, &head);
        // The rest is read when the pack is whole.
        head.give_up();
        files.give_up();
        drop((head, files));
        if !problems.is_empty() {
            let error = LoadError::from(problems);
            let pack = value.get("pack").is_some_and(Value::is_object);
            return Err(if pack { error } else { error.because(Reason::NotAPack) });
        }
        Ok(Self {
            id,
            edition,
            extends,
            digest: Sha256::new_with_prefix(bytes),
            value,
            #[cfg(feature = "author")]
            marks: None,
        })
    }

    pub(crate) fn name(&self) -> String {
        [&self.id, " ", &self.edition].concat()
    }
}

fn parsed(bytes: &[u8]) -> Result<Value, String> {
    if bytes.len() > PACK_LIMITS.bytes {
        return Err(["it holds more than ", &PACK_LIMITS.bytes.to_string(), " bytes"].concat());
    }
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    text.parse().map_err(|error: serde_json::Error| error.to_string())
}

/// Ids and editions are shown, compared and written into documents.
fn named(id: &str, edition: &str, head: &Fields<'_>) {
    let fits = |text: &str, more: &str| {
        text.len() <= 60
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || more.contains(char::from(b)))
    };
    if !id.is_empty() && !fits(id, "-") {
        head.tell(["`id` is made of small letters, digits and hyphens, 60 at most"]);
    }
    if !edition.is_empty() && !fits(edition, "-.") {
        head.tell(["`edition` is made of small letters, digits, points and hyphens, 60 at most"]);
    }
}

/// Holds a pack against the limits.
fn measure(value: &Value, problems: &Problems) {
    let (mut values, mut deepest) = (0_usize, 0_usize);
    let mut open = vec![(value, 0_usize)];
    while let Some((value, depth)) = open.pop() {
        values = values.saturating_add(1);
        deepest = deepest.max(depth);
        let below = depth.saturating_add(1);
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, below))),
            Value::Object(fields) => open.extend(fields.values().map(|field| (field, below))),
            _ => {}
        }
    }
    let counted = |part: &str| value.get(part).and_then(Value::as_object).map_or(0, serde_json::Map::len);
    for (found, most, what) in [
        (deepest, PACK_LIMITS.depth, "lists and tables stand deeper in each other than"),
        (values, PACK_LIMITS.values, "the pack holds more values than"),
        (counted("rules"), PACK_LIMITS.rules, "the pack has more rules than"),
        (counted("forms"), PACK_LIMITS.forms, "the pack has more forms than"),
    ] {
        if found > most {
            problems.add("pack", [what, " ", &most.to_string()].concat());
        }
    }
}

impl Shelf {
    /// The built-in packs.
    ///
    /// # Errors
    /// [`LoadError`] when one of them can't be read; a test keeps that from happening.
    pub fn builtin() -> Result<Self, LoadError> {
        let mut shelf = Self::default();
        for (_, bytes) in builtin_bytes() {
            shelf.add(bytes)?;
        }
        Ok(shelf)
    }

    /// Puts an assembled pack on the shelf; its position. A pack that is there already keeps its own.
    ///
    /// # Errors
    /// Bytes that are no pack, and another pack of the same id and edition with other content.
    pub fn add(&mut self, bytes: &[u8]) -> Result<usize, LoadError> {
        self.put(Layer::read(bytes)?)
    }

    pub(crate) fn put(&mut self, layer: Layer) -> Result<usize, LoadError> {
        let same = self.layers.iter().position(|other| other.id == layer.id && other.edition == layer.edition);
        if let Some((at, other)) = same.and_then(|at| Some((at, self.layers.get(at)?))) {
            if other.value == layer.value {
                return Ok(at);
            }
            let name = layer.name();
            let reason = Reason::OtherContent { id: layer.id, edition: layer.edition };
            return Err(LoadError::of(
                "pack",
                ["there are two packs `", &name, "` that differ; give one of them another `edition`"].concat(),
            )
            .because(reason));
        }
        self.layers.push(Arc::new(layer));
        Ok(self.layers.len().saturating_sub(1))
    }

    fn has(&self, id: &str, edition: &str) -> bool {
        self.layers.iter().any(|layer| layer.id == id && layer.edition == edition)
    }

    /// How many packs there are.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// The position of a pack by its id; of its editions the one that came last.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.layers.iter().rposition(|layer| layer.id == id)
    }

    /// Loads the pack at a position with all that it inherits.
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a pack is accepted as a whole or not at all.
    pub fn load(&self, at: usize) -> Result<Pack, LoadError> {
        self.load_as(at, Examine::All)
    }

    /// Loads a pack that [`Shelf::load`] has accepted before. What only its author could mend is not looked for
    /// again: that takes longer than all the rest, and a page would pay for it each time it opens.
    ///
    /// # Errors
    /// As [`Shelf::load`], for what can't be read.
    pub fn load_again(&self, at: usize) -> Result<Pack, LoadError> {
        self.load_as(at, Examine::Shape)
    }

    /// The identity of the pack at a position; `None` where it stands on one that is not at hand.
    pub fn reference(&self, at: usize) -> Option<PackRef> {
        let problems = Problems::default();
        let references = references(&self.chain(at, &problems), &problems);
        references.into_iter().next().filter(|_| problems.is_empty())
    }

    /// What the pack at a position is called.
    pub fn name(&self, at: usize) -> Label {
        let said = |language: &str| {
            let name = self.layers.get(at).and_then(|layer| layer.value.pointer("/pack/name")?.get(language)?.as_str());
            name.unwrap_or_default().to_owned()
        };
        Label { zh: said("zh"), en: said("en") }
    }

    /// Which packs state a data rule that the pack at a position has; `None` where it has no such rule.
    pub fn rule_from(&self, at: usize, rule: &RuleId) -> Option<Origin> {
        let origin = load::origin("rules", rule.as_str(), &self.chain(at, &Problems::default()));
        (!origin.first.is_empty()).then_some(origin)
    }

    fn load_as(&self, at: usize, examine: Examine) -> Result<Pack, LoadError> {
        let problems = Problems::default();
        let chain = self.chain(at, &problems);
        let pack = problems.is_empty().then(|| {
            let whole = whole(&chain, &problems);
            load::pack(&whole, &chain, examine, &problems)
        });
        match pack.flatten().filter(|_| problems.is_empty()) {
            Some(pack) => Ok(pack),
            None => {
                let last = chain.last().and_then(|layer| layer.extends.as_ref());
                let missing = last.filter(|extends| !self.has(&extends.id, &extends.edition));
                let reason = missing.map_or(Reason::Unfit, |extends| Reason::ParentMissing {
                    id: extends.id.clone(),
                    edition: extends.edition.clone(),
                });
                Err(LoadError { reason, problems: located(problems.into_list(), &chain) })
            }
        }
    }

    /// Problems of a pack with the places where its parts were written.
    #[cfg(feature = "author")]
    pub(crate) fn located(&self, at: usize, problems: Vec<Problem>) -> Vec<Problem> {
        located(problems, &self.chain(at, &Problems::default()))
    }

    /// A pack and those that it stands on, nearest first.
    pub(crate) fn chain(&self, at: usize, problems: &Problems) -> Vec<&Layer> {
        let mut chain: Vec<&Layer> = self.layers.get(at).map(AsRef::as_ref).into_iter().collect();
        let tell = |what: &[&str]| problems.add_at("pack", "extends", what.concat());
        while let Some(Extends { id, edition, .. }) = chain.last().and_then(|layer| layer.extends.as_ref()) {
            let mut layers = self.layers.iter().map(AsRef::as_ref);
            let parent = layers.find(|layer: &&Layer| layer.id == *id && layer.edition == *edition);
            let Some(parent) = parent else {
                let editions: Vec<&str> =
                    self.layers.iter().filter(|layer| layer.id == *id).map(|layer| layer.edition.as_str()).collect();
                if editions.is_empty() {
                    tell(&["the pack `", id, "` is not at hand"]);
                } else {
                    tell(&[
                        "the pack `",
                        id,
                        "` is not at hand in edition ",
                        edition,
                        ", only in ",
                        &editions.join(", "),
                    ]);
                }
                break;
            };
            let cyclic = chain.iter().any(|layer| std::ptr::eq(*layer, parent));
            chain.push(parent);
            if cyclic {
                let names: Vec<&str> = chain.iter().map(|layer| layer.id.as_str()).collect();
                tell(&["the packs extend each other in a circle: ", &names.join(" → ")]);
                break;
            }
            if chain.len() > PACK_LIMITS.layers {
                tell(&["more than ", &PACK_LIMITS.layers.to_string(), " packs stand on one another"]);
                break;
            }
        }
        chain
    }
}

/// A pack with all that it inherits. `chain` is the pack and those that it stands on, nearest first.
pub(crate) fn whole<'a>(chain: &[&'a Layer], problems: &Problems) -> Whole<'a> {
    let mut layers = chain.iter().rev();
    let root = layers.next().map_or(&Value::Null, |layer| &layer.value);
    layers.fold(Whole::root(root, problems), |whole, layer| whole.under(&layer.value, problems))
}

/// The identities of a pack and of those that it stands on, nearest first.
///
/// The digest of a pack that extends nothing is that of its bytes. The digest of another is that of its bytes, a line
/// break, and the digest of its parent as text: it changes with whatever it inherits.
pub(crate) fn references(chain: &[&Layer], problems: &Problems) -> Vec<PackRef> {
    let mut references: Vec<PackRef> = Vec::new();
    for layer in chain.iter().rev() {
        let mut digest = layer.digest.clone();
        if let (Some(parent), Some(extends)) = (references.last(), &layer.extends) {
            digest.update(["\n", &parent.sha256].concat());
            if !extends.sha256.is_empty() && extends.sha256 != parent.sha256 {
                let what = ["`sha256` is ", &extends.sha256, ", but `", &parent.id, "` at hand has ", &parent.sha256];
                problems.add_at("pack", "extends", what.concat());
            }
        }
        let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        references.push(PackRef { id: layer.id.clone(), edition: layer.edition.clone(), sha256 });
    }
    references.reverse();
    references
}

/// Problems with the places where the parts were written, as far as that is known.
#[cfg(feature = "author")]
fn located(problems: Vec<Problem>, chain: &[&Layer]) -> Vec<Problem> {
    problems.into_iter().map(|problem| crate::author::locate(problem, chain)).collect()
}

#[cfg(not(feature = "author"))]
fn located(problems: Vec<Problem>, _: &[&Layer]) -> Vec<Problem> {
    problems
}
