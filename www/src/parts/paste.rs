//! 粘贴: a table from a spreadsheet before it goes in. Each of its columns can be sent elsewhere, each row left out.

use jibiao_kit::{
    Language,
    table::{Doubt, Fate, PlannedCell, PlannedRow, Turn, Use, Way},
};
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::{Callback, Html, TargetCast, html};

use super::{
    button::{button, says},
    heading,
    icon::Icon,
};
use crate::{
    state::{
        Action, Shared,
        batch::title,
        paste::{Paste, Pasting},
        spec::TableSpec,
    },
    words::Text,
};

/// How many rows are shown in full; of the others those that need a look.
const ROWS: usize = 60;
/// How many columns are shown.
const COLUMNS: usize = 40;

/// The place to paste a table into.
pub(crate) fn here(table: &str, t: Text, send: &Callback<Action>) -> Html {
    let keep = Callback::from(|event: yew::InputEvent| {
        // What is no table stands nowhere.
        if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
            area.set_value("");
        }
    });
    html! {
        <>
            <p data-dialog="paste-here">{ t.paste_how() }</p>
            <textarea id="dialog-first" class="paste-here" data-paste-here={table.to_owned()} rows="3" placeholder={t.paste_here()}
                aria-label={t.paste_here()} oninput={keep} />
            <div class="dialog-buttons">{ button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }</div>
        </>
    }
}

pub(crate) struct Props<'a> {
    pub(crate) pasting: &'a Pasting,
    pub(crate) spec: &'a Shared<TableSpec>,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { pasting, t, send, .. } = props;
    let tally = &pasting.plan.tally;
    let count = [tally.filled, tally.changed].into_iter().fold(tally.added, usize::saturating_add);
    let take = says(send, || Action::Paste(Paste::Take));
    // A button that can't be pressed takes no focus; the dialog itself does then.
    let able = pasting.plan.edit.is_some();
    let (rows, left) = shown_rows(pasting);
    html! {
        <div class="paste" data-dialog="paste">
            <p class="paste-sum" data-paste="sum">{ for sum(pasting, *t).into_iter().map(|part| html! { <span>{ part }</span> }) }</p>
            { remarks(props) }
            <div class="paste-how">
                { heading::html(&pasting.grid, &pasting.mapping, *t, send, |head| Action::Paste(Paste::Head(head))) }
                if pasting.has_rows {
                    { ways(props) }
                }
            </div>
            <div class="paste-table" tabindex="0" role="region" aria-label={t.paste_preview()}>
                <table>
                    { head(props) }
                    <tbody>{ for rows.into_iter().map(|at| row(props, at)) }</tbody>
                </table>
                if left > 0 {
                    <p class="paste-more">{ t.paste_more(&left.to_string()) }</p>
                }
            </div>
            <div class="dialog-buttons">
                <button type="button" id={able.then_some("dialog-first")} class="main" data-action="paste-take" disabled={!able} onclick={take}>
                    { t.paste_take(&count.to_string()) }
                </button>
                { button("quiet", "dismiss", t.cancel(), says(send, || Action::Dismiss)) }
                <span class="paste-undo">{ t.paste_undo() }</span>
            </div>
        </div>
    }
}

/// What happens, in one line.
fn sum(pasting: &Pasting, t: Text) -> Vec<String> {
    let tally = &pasting.plan.tally;
    if pasting.plan.edit.is_none() {
        return vec![t.paste_nothing().to_owned()];
    }
    let mut parts = Vec::new();
    if tally.added > 0 {
        parts.push(t.paste_added(&tally.added.to_string()));
    }
    if tally.filled > 0 {
        parts.push(t.paste_filled(&tally.filled.to_string()));
    }
    if tally.changed > 0 {
        parts.push(t.paste_changed(&tally.changed.to_string()));
    }
    if tally.replaced > 0 {
        parts.push(t.paste_replaced(&tally.replaced.to_string()));
    }
    parts
}

/// What does not fit, what was changed on the way, what may be wrong.
fn remarks(props: &Props<'_>) -> Html {
    let Props { pasting, t, .. } = props;
    let tally = &pasting.plan.tally;
    let mut remarks: Vec<(&'static str, Icon, String)> = Vec::new();
    let mut tell = |name: &'static str, icon: Icon, count: usize, words: &dyn Fn(&str) -> String| {
        if count > 0 {
            remarks.push((name, icon, words(&count.to_string())));
        }
    };
    tell("cut", Icon::Warning, usize::from(pasting.grid.is_cut()), &|_| t.paste_cut().to_owned());
    tell("homeless", Icon::Warning, tally.homeless, &|count| t.paste_homeless(count));
    tell("too-long", Icon::Warning, tally.too_long, &|count| t.paste_too_long(count));
    tell("doubtful", Icon::Warning, tally.doubtful, &|count| t.paste_doubtful(count));
    let unplaced = unplaced(props);
    tell("unplaced", Icon::Warning, tally.unplaced, &|count| t.paste_unplaced(&unplaced, count));
    tell("locked", Icon::Lock, tally.locked, &|count| t.paste_locked(count));
    tell("above", Icon::Info, tally.above, &|count| t.paste_above(count));
    tell("totals", Icon::Info, tally.totals, &|count| t.paste_totals(count));
    tell("hidden", Icon::Info, pasting.grid.hidden(), &|count| t.paste_hidden(count));
    tell("turned", Icon::Info, tally.turned, &|count| t.paste_turned(count));
    if remarks.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="paste-remarks">
            { for remarks.into_iter().map(|(name, icon, words)| html! {
                <li data-paste={name} class={(icon == Icon::Warning).then_some("is-warning")}>{ icon.html() }<span>{ words }</span></li>
            }) }
        </ul>
    }
}

/// The names of the columns that go nowhere and hold something.
fn unplaced(props: &Props<'_>) -> String {
    const NAMED: usize = 8;
    let unplaced = &props.pasting.plan.unplaced;
    let mut names: Vec<String> =
        unplaced.iter().take(NAMED).map(|column| title(&props.pasting.grid, &props.pasting.mapping, *column)).collect();
    if unplaced.len() > NAMED {
        names.push("…".into());
    }
    names.join(if props.t.0 == Language::Zh { "、" } else { ", " })
}

fn to(pasting: &Pasting, column: usize) -> Option<usize> {
    pasting.mapping.columns.get(column).copied().flatten()
}

fn ways(props: &Props<'_>) -> Html {
    let Props { pasting, t, send, .. } = props;
    let way = |way: Way, label: &'static str, able: bool| {
        let choose = send.reform(move |_: yew::Event| Action::Paste(Paste::Way(way)));
        html! {
            <label>
                <input type="radio" name="paste-way" value={way.name()} checked={pasting.mapping.way == way} disabled={!able} onchange={choose} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="paste-ways">
            <legend>{ t.paste_way() }</legend>
            { way(Way::Match, t.paste_match(), true) }
            { way(Way::Over, t.paste_over(), pasting.stands) }
            { way(Way::Add, t.paste_add(), props.spec.printed.is_empty()) }
        </fieldset>
    }
}

/// Each column with its own header, and where it goes.
fn head(props: &Props<'_>) -> Html {
    let Props { pasting, spec, t, send } = props;
    let column = |from: usize| {
        let now = to(pasting, from);
        let choose = send.reform(move |event: yew::Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            Action::Paste(Paste::Column(from, chosen))
        });
        let title = title(&pasting.grid, &pasting.mapping, from);
        let label = t.paste_column(&title);
        html! {
            <th scope="col" class={now.is_none().then_some("is-out")}>
                <span class="paste-title">{ title }</span>
                <select data-paste-column={from.to_string()} aria-label={label} onchange={choose}>
                    <option value="" selected={now.is_none()}>{ t.paste_nowhere() }</option>
                    { for spec.columns.iter().enumerate().map(|(at, column)| html! {
                        <option value={at.to_string()} selected={now == Some(at)}>{ &column.field.name }</option>
                    }) }
                </select>
            </th>
        }
    };
    html! {
        <thead>
            <tr>
                <th scope="col" class="paste-number"><span class="hidden">{ t.paste_takes() }</span></th>
                <th scope="col" class="paste-fate">{ t.paste_fate() }</th>
                { for columns(pasting).map(column) }
            </tr>
        </thead>
    }
}

fn columns(pasting: &Pasting) -> impl Iterator<Item = usize> {
    0..pasting.grid.width().min(COLUMNS)
}

/// The rows that are shown: the first ones, and of the others those that need a look; and how many are not.
fn shown_rows(pasting: &Pasting) -> (Vec<usize>, usize) {
    let rows = pasting.plan.rows.iter().enumerate().filter(|(_, row)| !matches!(row.fate, Fate::Head));
    let rows: Vec<(usize, &PlannedRow)> = rows.filter(|(at, _)| !pasting.grid.is_blank(*at)).collect();
    let odd = |row: &PlannedRow| {
        let cell = |cell: &PlannedCell| cell.doubt.is_some() || matches!(cell.used, Use::Locked | Use::TooLong);
        row.fate == Fate::Homeless || row.cells.iter().any(cell)
    };
    let others = rows.iter().skip(ROWS).filter(|(_, row)| odd(row)).take(ROWS);
    let shown: Vec<usize> = rows.iter().take(ROWS).chain(others).map(|(at, _)| *at).collect();
    let left = rows.len().saturating_sub(shown.len());
    (shown, left)
}

fn row(props: &Props<'_>, at: usize) -> Html {
    let Props { pasting, t, send, .. } = props;
    let Some(planned) = pasting.plan.rows.get(at) else { return Html::default() };
    let toggle = send.reform(move |_: yew::Event| Action::Paste(Paste::Row(at)));
    let number = at.saturating_add(1).to_string();
    let (fate, name) = match planned.fate {
        Fate::New => (t.paste_new().to_owned(), "new"),
        Fate::Over { row } if planned.has(Use::Replaces) => {
            (t.paste_over_row(&row.saturating_add(1).to_string()), "over")
        }
        Fate::Over { row } if planned.has(Use::Fills) => (t.paste_into_row(&row.saturating_add(1).to_string()), "fill"),
        Fate::Over { row } => (t.paste_same_row(&row.saturating_add(1).to_string()), "same"),
        Fate::LeftOut => (t.paste_left_out().to_owned(), "out"),
        Fate::Homeless => (t.paste_no_place().to_owned(), "out"),
        Fate::Total => (t.paste_total().to_owned(), "out"),
        Fate::Above | Fate::Head | Fate::Blank => (t.paste_beside().to_owned(), "out"),
    };
    let taken = matches!(planned.fate, Fate::New | Fate::Over { .. });
    let may = taken || planned.fate == Fate::LeftOut;
    html! {
        <tr data-paste-row={name} class={(name == "out").then_some("is-out")}>
            <td class="paste-number">
                if may {
                    <input type="checkbox" checked={taken} onchange={toggle} aria-label={t.paste_row(&number)} />
                }
            </td>
            <td class="paste-fate">{ fate }</td>
            { for columns(pasting).map(|column| cell(props, planned, at, column)) }
        </tr>
    }
}

fn cell(props: &Props<'_>, row: &PlannedRow, at: usize, column: usize) -> Html {
    let Props { pasting, t, .. } = props;
    let own = pasting.grid.own(at, column);
    let Some(cell) = row.cells.iter().find(|cell| cell.from == column) else {
        return html! { <td class="is-out">{ short(own) }</td> };
    };
    let figure = props
        .spec
        .columns
        .get(cell.to)
        .is_some_and(|column| column.field.control == crate::state::spec::Control::Figure);
    let why = match (cell.used, cell.doubt, cell.turn) {
        (Use::Locked, ..) => Some(t.paste_locked_cell()),
        (Use::TooLong, ..) => Some(t.paste_too_long_cell()),
        (_, Some(Doubt::NotShown), _) => Some(t.paste_not_shown()),
        (_, Some(Doubt::Failed), _) => Some(t.paste_failed()),
        (_, Some(Doubt::Shortened), _) => Some(t.paste_shortened()),
        _ => None,
    };
    let turned = match cell.turn {
        Some(Turn::AsOnForm) => Some("is-turned"),
        Some(Turn::FromAbove) => Some("is-above"),
        Some(Turn::OneLine) | None => None,
    };
    let title = (cell.turn == Some(Turn::AsOnForm)).then(|| t.paste_was(own));
    let same = (cell.used == Use::Same).then_some("is-same");
    let doubtful = why.is_some().then_some("is-doubtful");
    html! {
        <td class={yew::classes!(turned, same, doubtful, figure.then_some("is-figure"))} {title}>
            if cell.used == Use::Replaces {
                <del>{ short(&cell.before) }</del>
            }
            <span>{ short(&cell.text) }</span>
            if let Some(why) = why {
                <small>{ why }</small>
            }
        </td>
    }
}

/// As much of a text as a preview needs.
fn short(text: &str) -> String {
    const LONGEST: usize = 120;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}
