//! The desk: task list, sheet, problems.

use jibiao_kit::{
    Kit,
    model::{Kind, MoneyUnit},
};
use yew::{Callback, Html, html};

use super::{handing, result, review};
use crate::{
    browser::dom,
    parts::{
        bar,
        button::{button, says},
        example, library, origins,
        problems::{self, Hint, Summary},
        returning::{self, ReturningPart},
        sheet,
        slip::SlipPart,
        tasks,
    },
    state::{
        Action, Desk, Field,
        check::Checked,
        desk::{Panel, View, Writer},
        returning::Returning,
        spec::FieldSpec,
    },
    store::StoreError,
    words::Text,
};

pub(crate) fn view(
    kit: &Kit,
    desk: &Desk,
    narrow: bool,
    trouble: Option<&StoreError>,
    t: Text,
    send: &Callback<Action>,
) -> Html {
    let (can_undo, can_redo) = desk.draft.history();
    let can_write = desk.can_write();
    let skip = Callback::from(|_: yew::MouseEvent| {
        if let Some(sheet) = dom::by_id("sheet").or_else(|| dom::by_id("result")) {
            let _ = sheet.focus();
        }
    });
    let name = if desk.project().is_empty() { t.unnamed() } else { desk.project() };
    let problem_count = desk.checked.as_ref().map_or(0, Checked::open_notes);
    let notices = notices(desk, trouble, t, send);
    // What lies over the sheet has the page to itself until it is folded away.
    let covered = narrow && desk.panel.is_some();
    html! {
        <div class="app">
            if !covered { <button type="button" class="skip" onclick={skip}>{ t.skip() }</button> }
            { bar::html(&bar::Props {
                id: desk.id().to_owned().into(),
                name,
                form: &desk.spec.title,
                keeping: &desk.keeping,
                mark: &desk.mark,
                made: desk.handing.made.as_ref(),
                can_undo: can_undo && can_write,
                can_redo: can_redo && can_write,
                problems: problem_count,
                covered,
                has_example: desk.spec.has_example,
                t,
                send,
            }) }
            if !notices.is_empty() {
                <section aria-label={t.notices()} inert={covered}>{ for notices }</section>
            }
            <div class={yew::classes!("desk", desk.spec.landscape.then_some("is-wide"))}>
                { tasks::html(&tasks::Props {
                    spec: &desk.spec,
                    statuses: &desk.statuses,
                    slipped: desk.slipped.as_ref(),
                    returning: desk.returning.as_ref(),
                    view: desk.view,
                    section: desk.section.as_ref(),
                    unfolded: desk.panel == Some(Panel::Tasks),
                    covered: covered && desk.panel != Some(Panel::Tasks),
                    t,
                    send,
                }) }
                <main class="middle" inert={covered}>
                    { origins::line(&desk.chain, t, send) }
                    { match desk.view {
                        View::Sheet => paper(desk, t, send),
                        View::Result => result::view(desk, t, send),
                        View::Review => review::view(desk, t, send),
                        View::HandIn => handing::view(desk, t, send),
                    } }
                </main>
                { beside(kit, desk, t, send) }
                if desk.panel.is_some() {
                    <div class="curtain only-narrow" onclick={says(send, || Action::Unfold(None))}></div>
                }
            </div>
        </div>
    }
}

/// What stands beside the sheet: one part at a time, the problems where there is no other.
fn beside(kit: &Kit, desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let unfolded = desk.panel == Some(Panel::Problems);
    let can_write = desk.can_write();
    if let Some(example) = desk.example.as_ref().filter(|_| desk.view == View::Sheet) {
        return example::html(&example::Props { spec: &desk.spec, example, unfolded, t, send });
    }
    if let Some(choosing) = &desk.choosing {
        return library::html(&library::Props { kit, draft: &desk.draft, choosing, unfolded, can_write, t, send });
    }
    if let Some(returning) = desk.returning.as_ref().filter(|returning| returning.shown) {
        return html! {
            <ReturningPart seen={returning.seen.clone()} reviewer={returning.reviewer.clone()} places={desk.places()} {unfolded} held={desk.keeps()} {t} send={Callback::clone(send)} />
        };
    }
    if let Some(slipped) = desk.slipped.as_ref().filter(|slipped| slipped.shown) {
        return html! { <SlipPart seen={slipped.seen.clone()} {unfolded} {can_write} {t} send={Callback::clone(send)} /> };
    }
    problems::html(&problems::Props {
        summary: summary(desk),
        hint: hint(desk),
        rule: &|rule| result::rule_title(desk, rule),
        dimension: desk.dimension,
        mended: &desk.mended,
        unabridged: &desk.unabridged,
        unfolded,
        can_write,
        has_example: desk.spec.has_example && desk.view == View::Sheet,
        on_sheet: desk.view == View::Sheet,
        t,
        send,
    })
}

fn paper(desk: &Desk, t: Text, send: &Callback<Action>) -> Html {
    let document = desk.draft.document();
    let chosen = desk.spec.unit.as_ref().map(|field| document.text(field.id.as_str()).trim()).unwrap_or_default();
    let unit = if chosen.is_empty() { desk.spec.money_unit.label() } else { chosen };
    let amounts = desk.spec.lists_amounts || desk.spec.cells().any(|field| field.kind == Kind::Money);
    let other = if unit == MoneyUnit::Yuan.label() { MoneyUnit::TenThousandYuan } else { MoneyUnit::Yuan };
    let other_unit = if amounts { other.label() } else { "" };
    let current = desk.row.as_ref().map(|(table, row)| (table.as_str(), row.as_str()));
    sheet::html(&sheet::Props {
        spec: &desk.spec,
        sheet: &desk.sheet,
        current,
        selected: desk.row.as_ref().map_or(0..0, |(table, _)| desk.selected(table)),
        split: desk.split,
        cards: desk.cards.then_some(&desk.opened),
        drawn: desk.drawn,
        other_unit,
        in_other_unit: desk.other_unit,
        can_write: desk.can_write(),
        unit,
        reasons: &desk.reasons,
        chain: &desk.chain,
        imprint: desk.imprint(),
        draft: !desk.is_accepted(),
        t,
        send,
    })
}

fn summary(desk: &Desk) -> Option<Summary> {
    desk.checked.as_ref().map(|checked| Summary {
        demanded: checked.demanded,
        verdict: checked.report.verdict,
        counts: checked.report.counts,
        waived: checked.report.waived.total(),
        hidden: checked.hidden,
        faults: checked.report.faults.iter().map(|fault| fault.rule.to_string()).collect(),
        notes: checked.notes.clone(),
        strays: checked.strays.clone(),
        sure: if checked.demanded { desk.draft.sure_fixes(&checked.report).len() } else { 0 },
    })
}

fn hint(desk: &Desk) -> Option<Hint> {
    let field = desk.here.as_ref().filter(|_| desk.view == View::Sheet)?;
    let make = |spec: &FieldSpec| Hint {
        label: spec.label.clone(),
        help: spec.help.clone(),
        example: spec.example.clone(),
        length: spec.limit.map(|limit| (field.text(desk.draft.document()).chars().count(), limit)),
    };
    match field {
        Field::Cell(cell) => desk.spec.cells().find(|spec| spec.id == *cell).map(|spec| make(spec)),
        Field::Row { table, column, .. } => {
            let table = desk.spec.table(table)?;
            table.columns.iter().find(|spec| spec.field.id == *column).map(|spec| make(&spec.field))
        }
    }
}

/// What the person has to know before typing goes on.
fn notices(desk: &Desk, trouble: Option<&StoreError>, t: Text, send: &Callback<Action>) -> Vec<Html> {
    let mut notices = Vec::new();
    if let Some(error) = trouble {
        notices.push(html! { <p class="notice is-grave" data-notice="storage">{ t.storage_off(&error.0) }</p> });
    }
    match desk.writer {
        Writer::Other => notices.push(html! {
            <div class="notice" data-notice="other-window">
                <p>{ if desk.slip_elsewhere { t.other_window_slip() } else { t.other_window() } }</p>
                { button("quiet", "take-over", t.take_over(), says(send, || Action::TakeOver)) }
            </div>
        }),
        Writer::Taking => notices.push(html! { <p class="notice">{ t.taking_over() }</p> }),
        Writer::Me | Writer::Asking => {}
    }
    // Another window holds it, and with it the slip: the ways on are there.
    let begun = |returning: &Returning| !returning.shown && returning.is_unfiled() && desk.keeps();
    if desk.returning.as_ref().is_some_and(begun) {
        notices.push(returning::notice(t, send));
    }
    let odd = &desk.oddities;
    if let Some(pack) = &odd.rebound_from {
        notices.push(html! { <p class="notice">{ t.rebound(pack) }</p> });
    }
    if !odd.cells.is_empty() || !odd.fields.is_empty() {
        let all: Vec<&str> = odd.cells.iter().chain(&odd.fields).map(String::as_str).collect();
        notices.push(html! { <p class="notice" data-notice="unknown">{ t.unknown_kept(&all.join("、")) }</p> });
    }
    notices
}
