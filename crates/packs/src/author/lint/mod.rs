//! What a pack says that helps nobody: rules that never find anything, statements that contradict each other, words
//! and numbers that nobody asks for, texts that lack a language. A pack with remarks works all the same.

mod contradictions;
mod dead;
mod repeated;
mod wording;

pub use dead::READING;

use jibiao_model::{Form, FormPurpose};
use jibiao_rules::{Problem, Problems};
use serde_json::{Map, Value};

use crate::{
    LoadError, Pack, Shelf,
    shelf::{Layer, whole},
};

/// Something that helps nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub kind: RemarkKind,
    /// The file of the pack, with its ending where it was read as a file.
    pub file: String,
    pub line: Option<usize>,
    /// Names that a sentence about it needs, by the name of their place.
    pub args: Vec<(&'static str, String)>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal : $weight:ident,)*) => {
        /// Kinds of remarks. Names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum RemarkKind {
            $($(#[$doc])* $variant,)*
        }

        impl RemarkKind {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name: `rule-off`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much it weighs.
            pub fn weight(self) -> Weight {
                match self {
                    $(Self::$variant => Weight::$weight,)*
                }
            }
        }
    };
}

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Surely not what was meant.
    Fault,
    /// Perhaps meant.
    Note,
}

kinds! {
    /// A rule of the pack that is off at every stage.
    RuleOff = "rule-off": Fault,
    /// A rule of the pack that its policy does not mention.
    RuleUnjudged = "rule-unjudged": Fault,
    /// A native rule that a pack which extends nothing does not mention.
    NativeUnjudged = "native-unjudged": Note,
    /// A rule that looks at no form of the pack.
    RuleFormless = "rule-formless": Fault,
    /// An inherited rule whose cells no form of the pack has.
    RuleUnbound = "rule-unbound": Note,
    /// A word list that nobody needs.
    ListUnused = "list-unused": Fault,
    /// A number that nobody needs.
    NumberUnused = "number-unused": Fault,
    /// A message that nobody sends.
    MessageUnused = "message-unused": Fault,
    /// Bounds of a number, a length or a count that leave nothing between them.
    RangeEmpty = "range-empty": Fault,
    /// Two ranges for one cell that have no number in common.
    RangesExclude = "ranges-exclude": Fault,
    /// Two rules allow for one cell what the other does not.
    AllowedExclude = "allowed-exclude": Fault,
    /// A text has to be longer than the form gives room for.
    LengthAboveLimit = "length-above-limit": Fault,
    /// Points are taken off by a rule that is off.
    OffDeducts = "off-deducts": Fault,
    /// A grade that no score can have.
    GradeUnreachable = "grade-unreachable": Fault,
    /// Weights that don't add up to a hundred.
    WeightsSum = "weights-sum": Fault,
    /// A text without Chinese, or without English.
    LanguageMissing = "language-missing": Fault,
    /// An inherited message that is worded anew in one language alone.
    OneLanguage = "one-language": Note,
    /// A statement that repeats what is inherited.
    Repeated = "repeated": Note,
    /// An example of an inherited rule that does not hold with this pack's numbers and words.
    InheritedExample = "inherited-example": Note,
}

/// What the remarks are made from.
struct Linted<'a> {
    pack: &'a Pack,
    chain: &'a [&'a Layer],
    /// What the pack states itself.
    own: &'a Value,
    /// The pack with all that it inherits.
    all: &'a Value,
    /// What it inherits; blank for a pack that extends nothing.
    inherited: &'a Value,
    remarks: Vec<Remark>,
}

impl Shelf {
    /// What the pack at a position says that helps nobody, in the order of its files.
    ///
    /// # Errors
    /// As [`Shelf::load`]: a pack that does not load has worse than remarks.
    pub fn lint(&self, at: usize) -> Result<Vec<Remark>, LoadError> {
        let pack = self.load(at)?;
        let aside = Problems::default();
        let chain = self.chain(at, &aside);
        let all = whole(&chain, &aside).value.into_owned();
        let inherited = match chain.get(1..) {
            Some(parents) if !parents.is_empty() => whole(parents, &aside).value.into_owned(),
            _ => Value::Null,
        };
        let own = chain.first().map_or(&Value::Null, |layer| &layer.value);
        let mut linted =
            Linted { pack: &pack, chain: &chain, own, all: &all, inherited: &inherited, remarks: Vec::new() };
        dead::look(&mut linted);
        contradictions::look(&mut linted);
        wording::look(&mut linted);
        repeated::look(&mut linted);
        let mut remarks = linted.remarks;
        remarks.sort_by(|a, b| (&a.file, a.line, a.kind.name()).cmp(&(&b.file, b.line, b.kind.name())));
        Ok(remarks)
    }
}

impl Linted<'_> {
    /// Remarks on a name at a place of a file.
    fn remark(&mut self, kind: RemarkKind, file: &str, at: &str, args: Vec<(&'static str, String)>) {
        let named = args.first().map_or("", |(_, name)| name.as_str());
        let what = ["`", named, "`"].concat();
        let problem = Problem { file: file.to_owned(), line: None, at: at.to_owned(), what };
        let Problem { file, line, .. } = crate::author::locate(problem, self.chain);
        self.remarks.push(Remark { kind, file, line, args });
    }

    fn extends(&self) -> bool {
        !self.inherited.is_null()
    }

    /// What the pack itself states in a part: `/policy/numbers`.
    fn stated(&self, part: &str) -> Vec<(String, Value)> {
        fields(self.own, part).map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// The statement of a data rule, with what it inherits.
    fn rule(&self, rule: &str) -> &Value {
        self.all.get("rules").and_then(|rules| rules.get(rule)).unwrap_or(&Value::Null)
    }

    fn forms_of(&self, purposes: &[FormPurpose]) -> impl Iterator<Item = &Form> {
        self.pack.forms.iter().filter(move |form| purposes.contains(&form.purpose))
    }
}

/// Names and values at a place; none where there is no such place.
fn fields<'v>(value: &'v Value, place: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value.pointer(place).and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

/// All texts of a rule's statement; its examples and sources state nothing.
fn texts_of(rule: &Value) -> Vec<&str> {
    let statement = rule.as_object().into_iter().flatten();
    let statement = statement.filter(|(name, _)| !["examples", "basis"].contains(&name.as_str()));
    let mut open: Vec<&Value> = statement.map(|(_, value)| value).collect();
    let mut texts = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => texts.push(text.as_str()),
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => open.extend(fields.values()),
            _ => {}
        }
    }
    texts
}
