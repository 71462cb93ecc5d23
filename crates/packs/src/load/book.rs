//! Policy, vocabulary, scoring and data rules: everything a pack says about checking.

mod advice;
mod method;
mod precedence;
mod scoring;
mod sent;
mod waivers;

use jibiao_model::{Form, Number, RuleId, Severity, SortedMap};
use jibiao_reading::{MOST_SUBJECTS, Topics, Vocabulary, WordSet};
use jibiao_rules::{DataRule, Fields, NATIVE, Need, Policy, PolicyEntry, Problems, RuleBook, choices};

/// The forms that rules may name cells of.
pub(super) struct Shapes<'a> {
    pub(super) forms: &'a [Form],
    /// Forms of ancestors that the pack replaced or left out: a rule that was stated for them stays as it is.
    pub(super) former: &'a [Form],
    /// Whether the pack itself states a rule.
    pub(super) own: &'a dyn Fn(&str) -> bool,
}

impl Shapes<'_> {
    fn of(&self, rule: &str) -> Vec<&Form> {
        let former = if (self.own)(rule) { &[] } else { self.former };
        self.forms.iter().chain(former).collect()
    }
}

pub(super) fn read(files: &mut Fields<'_>, shapes: &Shapes<'_>) -> RuleBook {
    let vocabulary = vocabulary(files.file("vocabulary", "vocabulary"));
    let mut rules = files.fields("rules");
    let policy = policy(files.file("policy", "policy"), &rules.names());
    let scoring = scoring::read(files.file("scoring", "scoring"), shapes, &vocabulary);
    let mut data: Vec<DataRule> = Vec::new();
    for id in rules.names() {
        let name = ["rules/", id].concat();
        let rule = rules.file(id, &name);
        if NATIVE.iter().any(|native| native.id.as_str() == id) {
            rule.tell(["a native rule is called `", id, "` already"]);
        }
        data.extend(DataRule::read(RuleId::new(id), rule, &shapes.of(id), &vocabulary, &policy));
    }
    RuleBook { policy, vocabulary, scoring, data, exemplars: None }
}

/// Whether the parts of a book fit together.
pub(super) fn examine(book: &RuleBook, problems: &Problems) {
    for rule in NATIVE {
        let missing = |file: &str, thing: &str, name: &str| {
            problems.add(file, ["rule `", rule.id.as_str(), "` needs the ", thing, " `", name, "`"].concat());
        };
        for need in rule.needs {
            match need {
                Need::Words(name) if !book.vocabulary.lists.contains_key(*name) => {
                    missing("vocabulary", "word list", name);
                }
                Need::Number(name) if !book.policy.numbers.contains_key(*name) => missing("policy", "number", name),
                Need::Words(_) | Need::Number(_) => {}
            }
        }
    }
    waivers::examine(book, problems);
    sent::examine(book, problems);
}

fn vocabulary(mut file: Fields<'_>) -> Vocabulary {
    let mut words = file.fields("lists");
    let lists: SortedMap<String, WordSet> =
        words.names().into_iter().map(|name| (name.to_owned(), WordSet::new(words.texts(name)))).collect();
    // One line of words for each subject.
    let topics = Topics::new(lists.get("topics").into_iter().flat_map(WordSet::iter));
    if lists.get("topics").is_some_and(|lines| lines.iter().count() > MOST_SUBJECTS) {
        words.tell(["`topics` has more than ", &MOST_SUBJECTS.to_string(), " lines"]);
    }
    Vocabulary {
        level_one: levels(file.list("level-one"), &choices::LEVEL_ONES),
        level_two: levels(file.list("level-two"), &choices::LEVEL_TWOS),
        lists,
        topics,
    }
}

fn levels<T: Copy>(entries: Vec<Fields<'_>>, names: &[(&str, T)]) -> Vec<(String, T)> {
    let mut levels = Vec::new();
    for mut entry in entries {
        let (level, words) = (entry.one_of("level", names), entry.texts("words"));
        levels.extend(level.into_iter().flat_map(|level| words.iter().map(move |word| (word.clone(), level))));
    }
    levels
}

/// `stated` are the rules of the pack itself, also those that are refused: one mistake is told once.
fn policy(mut file: Fields<'_>, stated: &[&str]) -> Policy {
    let unknown = |id: &str| !stated.contains(&id) && !NATIVE.iter().any(|rule| rule.id.as_str() == id);
    let (mut rules, mut messages) = (Vec::new(), Vec::new());
    let mut entries = file.fields("rules");
    for id in entries.names() {
        if unknown(id) {
            entries.tell(["there is no rule `", id, "`"]);
        }
        rules.push((RuleId::new(id), entry(&mut entries, id)));
    }
    if let Some(mut exceptions) = file.optional_fields("messages") {
        for id in exceptions.names() {
            if unknown(id) {
                exceptions.tell(["there is no rule `", id, "`"]);
            }
            let mut entries = exceptions.fields(id);
            for message in entries.names() {
                messages.push(((RuleId::new(id), message.to_owned()), entry(&mut entries, message)));
            }
        }
    }
    let numbers: Vec<(String, Number)> = file.optional_fields("numbers").map_or_else(Vec::new, |mut numbers| {
        numbers.names().into_iter().map(|name| (name.to_owned(), numbers.number(name))).collect()
    });
    let mut policy = Policy {
        rules: rules.into_iter().collect(),
        messages: messages.into_iter().collect(),
        numbers: numbers.into_iter().collect(),
        since: since(&mut file, &unknown),
        ..Policy::default()
    };
    waivers::read(&mut file, &unknown, &mut policy);
    policy.gives_way = precedence::read(&mut file, &unknown);
    policy
}

/// Since which edition there is a rule, where it is not the first.
fn since(file: &mut Fields<'_>, unknown: &dyn Fn(&str) -> bool) -> SortedMap<RuleId, String> {
    let Some(mut entries) = file.optional_fields("since") else { return SortedMap::new() };
    let mut since = Vec::new();
    for id in entries.names() {
        if unknown(id) {
            entries.tell(["there is no rule `", id, "`"]);
        }
        since.push((RuleId::new(id), entries.text(id)));
    }
    since.into_iter().collect()
}

/// One judgement for all stages, or one for each.
fn entry<'a>(entries: &mut Fields<'a>, name: &'a str) -> PolicyEntry {
    if entries.is_text(name) {
        let judgement = judgement(entries, name);
        return PolicyEntry { drafting: judgement, submission: judgement, review: judgement };
    }
    let mut stages = entries.fields(name);
    PolicyEntry {
        drafting: judgement(&mut stages, "drafting"),
        submission: judgement(&mut stages, "submission"),
        review: judgement(&mut stages, "review"),
    }
}

fn judgement<'a>(stages: &mut Fields<'a>, name: &'a str) -> Option<Severity> {
    stages.one_of(name, &choices::JUDGEMENTS).flatten()
}
