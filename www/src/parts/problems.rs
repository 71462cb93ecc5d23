//! The list of problems: verdict, counts, and every finding in the words that stand under its cell.

use jibiao_kit::{Counts, Dimension, Severity, Verdict};
use yew::{AttrValue, Callback, Html, Properties, function_component, html};

use super::{
    button::{button, says, says_of},
    control::severity_class,
    icon::Icon,
    notes::{badge, lapsed_html, note_class, reason, tools, why},
};
use crate::{
    browser::dom,
    state::{
        Action, Shared,
        check::{Note, Stray},
        desk::{Group, Panel, View},
    },
    words::Text,
};

/// What the list shows of the last check.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Summary {
    pub(crate) demanded: bool,
    pub(crate) verdict: Verdict,
    pub(crate) counts: Counts,
    /// How many of them have a reason.
    pub(crate) waived: u32,
    pub(crate) hidden: usize,
    /// Rules that could not run to their end.
    pub(crate) faults: Vec<String>,
    pub(crate) notes: Shared<Vec<Shared<Note>>>,
    pub(crate) strays: Shared<Vec<Stray>>,
    /// How many fixes leave nothing to choose.
    pub(crate) sure: usize,
}

/// What belongs into the cell that the focus is in.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Hint {
    pub(crate) label: AttrValue,
    pub(crate) help: AttrValue,
    pub(crate) example: AttrValue,
    /// Characters typed, and the most that the form takes.
    pub(crate) length: Option<(usize, u32)>,
}

pub(crate) struct Props<'a> {
    pub(crate) summary: Option<Summary>,
    pub(crate) hint: Option<Hint>,
    /// The title of a rule.
    pub(crate) rule: &'a dyn Fn(&str) -> String,
    /// Only findings of this dimension are listed.
    pub(crate) dimension: Option<Dimension>,
    /// What was mended at once, in words.
    pub(crate) mended: &'a [String],
    /// The groups that are shown to the end.
    pub(crate) unabridged: &'a [Group],
    pub(crate) unfolded: bool,
    pub(crate) can_write: bool,
    /// Whether the form can be shown filled in.
    pub(crate) has_example: bool,
    /// Whether it stands beside the sheet. The other pages begin with the verdict themselves.
    pub(crate) on_sheet: bool,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

const GROUPS: [Group; 4] =
    [Group::Open(Severity::Blocks), Group::Open(Severity::Warns), Group::Open(Severity::Advises), Group::Answered];

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    let close = says(send, || Action::Unfold(None));
    html! {
        <aside class={yew::classes!("problems", props.unfolded.then_some("is-unfolded"))} aria-labelledby="problems">
            <div class="problems-head">
                <h2 id="problems" tabindex="-1">{ t.problems() }</h2>
                if summary_has_notes(props) {
                    <span class="problems-steps">
                        <button type="button" class="quiet is-icon" data-action="previous" title={t.previous_keys()} onclick={says(send, || Action::NextFinding(false))}>{ Icon::Up.html() }<span>{ t.previous() }</span></button>
                        <button type="button" class="quiet is-icon" data-action="following" title={t.following_keys()} onclick={says(send, || Action::NextFinding(true))}>{ Icon::Down.html() }<span>{ t.following() }</span></button>
                    </span>
                }
                <button type="button" class="fold" data-action="close-problems" aria-label={t.close()} onclick={close}>{ Icon::Close.html() }</button>
            </div>
            { match &props.summary {
                None => untested(*t, send),
                Some(summary) => html! {
                    <>
                        { verdict(props, summary) }
                        { mending(props, summary.sure) }
                        { filter(props, &summary.notes) }
                        { for GROUPS.into_iter().map(|kind| group(props, &summary.notes, kind)) }
                        { strays(props, &summary.strays) }
                        if summary.hidden > 0 && summary.demanded {
                            <p class="problems-more">{ t.problems_hidden(&summary.hidden.to_string()) }</p>
                        }
                    </>
                },
            } }
            if let Some(hint) = &props.hint {
                { hint_html(hint, props.has_example, *t, send) }
            }
        </aside>
    }
}

fn untested(t: Text, send: &Callback<Action>) -> Html {
    html! {
        <div class="problems-none">
            <p>{ t.not_checked() }</p>
            { button("quiet", "check-now", t.check_now(), says(send, || Action::Check)) }
        </div>
    }
}

fn verdict(props: &Props<'_>, summary: &Summary) -> Html {
    let Props { t, send, .. } = props;
    let t = *t;
    if !summary.demanded {
        return html! { <p class="problems-part">{ if summary.notes.is_empty() { t.section_clean() } else { t.section_checked() } }</p> };
    }
    if !props.on_sheet && summary.faults.is_empty() {
        let none = summary.notes.is_empty() && summary.strays.is_empty();
        return if none {
            html! { <p class="problems-part">{ t.problems_none() }</p> }
        } else {
            Html::default()
        };
    }
    let class = match summary.verdict {
        Verdict::Accepted => "is-accepted",
        Verdict::AcceptedWithNotes => "is-noted",
        Verdict::Rejected => "is-rejected",
        Verdict::NotDetermined => "is-undetermined",
    };
    html! {
        <div class={yew::classes!("verdict", class)} data-verdict={summary.verdict.name()}>
            <p class="verdict-words">{ t.kit(&format!("verdict-{}", summary.verdict.name())) }</p>
            { counted(summary.counts, summary.waived, t) }
            if !summary.faults.is_empty() {
                <p class="verdict-faults">{ t.faults(&summary.faults.join("、")) }</p>
            }
            if summary.verdict == Verdict::Accepted {
                <p>{ t.accepted_next() }</p>
                if props.on_sheet {
                    <p class="mend">{ button("quiet", "to-hand-in", t.to_hand_in(), says(send, || Action::Show(View::HandIn))) }</p>
                }
            }
        </div>
    }
}

/// How many findings there are, and how many of them have a reason.
pub(crate) fn counted(counts: Counts, waived: u32, t: Text) -> Html {
    let Counts { blocks, warns, advises } = counts;
    html! {
        <p class="verdict-counts">
            { t.counts(&advises.to_string(), &blocks.to_string(), &warns.to_string()) }
            if waived > 0 { <span class="verdict-answered" data-answered={waived.to_string()}>{ t.counts_answered(&waived.to_string()) }</span> }
        </p>
    }
}

/// A person reads a screenful at a time; the rest comes on request, so that a bad file does not slow the page.
const FIRST: usize = 60;

fn group(props: &Props<'_>, notes: &[Shared<Note>], kind: Group) -> Html {
    let Props { t, send, can_write, .. } = props;
    let all = props.unabridged.contains(&kind);
    let belongs = |note: &Note| {
        props.dimension.is_none_or(|only| note.dimension == only)
            && match kind {
                Group::Open(severity) => note.open() && note.severity == severity,
                Group::Answered => !note.open(),
            }
    };
    let notes: Vec<&Shared<Note>> = notes.iter().filter(|note| belongs(note)).collect();
    if notes.is_empty() {
        return Html::default();
    }
    let more = notes.len().saturating_sub(FIRST);
    let limit = if all { notes.len() } else { FIRST };
    let show_rest = send.reform(move |_| Action::ShowRest(kind));
    let (class, head) = match kind {
        Group::Open(severity) => (severity_class(Some(severity)), badge(severity, *t)),
        Group::Answered => {
            (Some("is-answered"), html! { <span class="badge">{ Icon::Tick.html() }{ t.answered() }</span> })
        }
    };
    html! {
        <section class={yew::classes!("group", class)}>
            <h3>{ head }<span class="group-count">{ notes.len().to_string() }</span></h3>
            <ol>
                { for folded(notes.iter().copied().take(limit)).into_iter().map(|same| match same.as_slice() {
                    [first, _, _, ..] => many(props, first, &same),
                    few => few.iter().map(|note| html! {
                        <Item key={note.key.clone()} note={(*note).clone()} can_write={*can_write} t={*t} send={Callback::clone(send)} />
                    }).collect(),
                }) }
            </ol>
            if more > 0 && !all {
                <button type="button" class="quiet" onclick={show_rest}>{ t.show_rest(&more.to_string()) }</button>
            }
        </section>
    }
}

/// Findings that say the same of other places stand together, where the first of them stands.
fn folded<'n>(notes: impl Iterator<Item = &'n Shared<Note>>) -> Vec<Vec<&'n Shared<Note>>> {
    let mut all: Vec<Vec<&Shared<Note>>> = Vec::new();
    for note in notes {
        let alike = |other: &&Shared<Note>| {
            note.open()
                && note.lapsed.is_none()
                && other.lapsed.is_none()
                && other.finding.message == note.finding.message
                && other.finding.rule == note.finding.rule
                && other.advice == note.advice
        };
        match all.iter_mut().find(|same| same.first().is_some_and(alike)) {
            Some(same) => same.push(note),
            None => all.push(vec![note]),
        }
    }
    all
}

/// One entry for findings that say the same, with its places.
fn many(props: &Props<'_>, first: &Shared<Note>, same: &[&Shared<Note>]) -> Html {
    let one_text = same.iter().all(|note| note.what == first.what);
    let what = if one_text { first.what.clone() } else { (props.rule)(first.finding.rule.as_str()) };
    let notes: Vec<Shared<Note>> = same.iter().copied().cloned().collect();
    html! {
        <Many key={format!("many:{}", first.finding.message)} {what} {one_text} {notes} can_write={props.can_write} t={props.t} send={Callback::clone(props.send)} />
    }
}

#[derive(Properties, PartialEq)]
struct ManyProps {
    /// What all of them say, or the title of their rule.
    what: String,
    one_text: bool,
    notes: Vec<Shared<Note>>,
    can_write: bool,
    t: Text,
    send: Callback<Action>,
}

#[function_component(Many)]
fn many_items(props: &ManyProps) -> Html {
    let ManyProps { what, one_text, notes, can_write, t, send } = props;
    let Some(first) = notes.first() else { return Html::default() };
    html! {
        <li class={yew::classes!("problem", "is-many", note_class(first))}>
            <p class="problem-what">
                { what }
                <span class="problem-times">{ t.places(&notes.len().to_string()) }</span>
            </p>
            <p class="problem-advice">{ &first.advice }</p>
            <span class="note-tools">{ why(first, *t, send) }</span>
            <ol class="problem-places">
                { for notes.iter().map(|note| html! {
                    <Place key={note.key.clone()} note={note.clone()} one_text={*one_text} can_write={*can_write} t={*t} send={send.clone()} />
                }) }
            </ol>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct PlaceProps {
    note: Shared<Note>,
    one_text: bool,
    can_write: bool,
    t: Text,
    send: Callback<Action>,
}

/// One of the places, not drawn again while its finding stays.
#[function_component(Place)]
fn place(props: &PlaceProps) -> Html {
    let PlaceProps { note, one_text, can_write, t, send } = props;
    let words = if *one_text { note.place.as_str() } else { &note.what };
    html! {
        <li>
            { jump(note, words.into(), send) }
            <span class="note-tools">{ tools(note, *can_write, *t, send) }</span>
        </li>
    }
}

fn jump(note: &Note, words: Html, send: &Callback<Action>) -> Html {
    let go = says_of(send, Action::Jump, &note.key);
    html! {
        <button type="button" class="problem-jump" id={dom::id(&["n", &note.key])} data-finding={note.key.clone()} data-rule={note.finding.rule.to_string()} onclick={go}>
            { words }
        </button>
    }
}

fn summary_has_notes(props: &Props<'_>) -> bool {
    props.summary.as_ref().is_some_and(|summary| summary.notes.iter().any(|note| note.open()))
}

/// Every fix that leaves nothing to choose, at once; afterwards, what was changed.
fn mending(props: &Props<'_>, sure: usize) -> Html {
    let Props { t, send, mended, .. } = props;
    html! {
        <>
            if sure > 0 && props.can_write {
                <p class="mend">{ button("quiet", "mend-all", &t.mend_all(&sure.to_string()), says(send, || Action::MendAll)) }</p>
            }
            if !mended.is_empty() {
                <section class="mended" id="mended" tabindex="-1">
                    <h3>{ t.mended(&mended.len().to_string()) }</h3>
                    <ul>{ for mended.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    { button("link", "mend-undo", t.undo(), says(send, || Action::Step { back: true })) }
                </section>
            }
        </>
    }
}

/// One dimension or all of them, with how many findings each has; nothing where there is nothing to choose.
fn filter(props: &Props<'_>, notes: &[Shared<Note>]) -> Html {
    let Props { t, send, .. } = props;
    let mut kinds = vec![(None, notes.len())];
    for dimension in Dimension::ALL {
        let count = notes.iter().filter(|note| note.dimension == dimension).count();
        if count > 0 || props.dimension == Some(dimension) {
            kinds.push((Some(dimension), count));
        }
    }
    if kinds.len() < 3 && props.dimension.is_none() {
        return Html::default();
    }
    html! {
        <div class="filter" role="group" aria-label={t.score_dimension()}>
            { for kinds.into_iter().map(|(dimension, count)| {
                let label = dimension.map_or_else(|| t.all_dimensions().to_owned(), |one| t.kit(&format!("dimension-{}", one.name())));
                let choose = send.reform(move |_| Action::Filter(dimension));
                html! {
                    <button type="button" data-filter={dimension.map_or("all", Dimension::name)} aria-pressed={(props.dimension == dimension).to_string()} onclick={choose}>
                        { label }<span class="group-count">{ count.to_string() }</span>
                    </button>
                }
            }) }
        </div>
    }
}

/// Reasons in the document that answer nothing any more.
fn strays(props: &Props<'_>, strays: &[Stray]) -> Html {
    let Props { t, send, can_write, .. } = props;
    if strays.is_empty() {
        return Html::default();
    }
    html! {
        <section class="group is-lapsed">
            <h3>{ t.strays() }<span class="group-count">{ strays.len().to_string() }</span></h3>
            <ol>
                { for strays.iter().take(FIRST).map(|stray| {
                    let at = stray.at;
                    html! {
                        <li class="problem" data-stray={at.to_string()}>
                            <span class="problem-place">{ &stray.place }{ " · " }{ &stray.rule }</span>
                            { lapsed_html(&stray.lapsed, *t) }
                            if *can_write {
                                <span class="note-tools">
                                    { button("link", "discard", t.discard_reason(), send.reform(move |_| Action::Discard(at))) }
                                </span>
                            }
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ItemProps {
    note: Shared<Note>,
    can_write: bool,
    t: Text,
    send: Callback<Action>,
}

/// Not drawn again while its finding stays: a key changes one of them, not sixty.
#[function_component(Item)]
fn item(props: &ItemProps) -> Html {
    let ItemProps { note, can_write, t, send } = props;
    let words = html! {
        <>
            <span class="problem-place">
                { &note.place }
                if !note.open() { { " · " }{ t.kit(&format!("severity-{}", note.severity.name())) } }
            </span>
            <span class="problem-what">{ &note.what }</span>
        </>
    };
    html! {
        <li class={yew::classes!("problem", note_class(note))}>
            { jump(note, words, send) }
            if note.open() { <p class="problem-advice">{ &note.advice }</p> }
            { reason(note, *t) }
            <span class="note-tools">{ tools(note, *can_write, *t, send) }{ why(note, *t, send) }</span>
        </li>
    }
}

fn hint_html(hint: &Hint, has_example: bool, t: Text, send: &Callback<Action>) -> Html {
    if !has_example && hint.help.is_empty() && hint.example.is_empty() && hint.length.is_none() {
        return Html::default();
    }
    html! {
        <section class="hint" aria-label={t.hint()}>
            <h3>{ &hint.label }</h3>
            if !hint.help.is_empty() { <p>{ &hint.help }</p> }
            if !hint.example.is_empty() { <p class="hint-example">{ t.example(&hint.example) }</p> }
            if let Some((length, limit)) = hint.length {
                <p class="hint-length">{ t.length(&length.to_string(), &limit.to_string()) }</p>
            }
            if has_example { { button("quiet", "example-here", t.sample_open(), says(send, || Action::Example(true))) } }
        </section>
    }
}

/// The button that unfolds the list on a narrow screen.
pub(crate) fn unfold(count: usize, t: Text, send: &Callback<Action>) -> Html {
    html! {
        <button type="button" id="unfold-problems" class="quiet only-narrow" data-action="problems" onclick={says(send, || Action::Unfold(Some(Panel::Problems)))}>
            { t.problems() }
            if count > 0 { <span class="count">{ count.to_string() }</span> }
        </button>
    }
}
