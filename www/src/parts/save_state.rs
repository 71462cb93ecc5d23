//! The save state in words: the browser's draft, the file on disk and the bundle are three facts, said apart.

use yew::{Html, html};

use crate::{
    browser::clock,
    state::{desk::Keeping, handing::Made},
    store::FileMark,
    words::Text,
};

pub(crate) fn html(keeping: &Keeping, mark: &FileMark, made: Option<&Made>, t: Text) -> Html {
    let (state, words) = match keeping {
        Keeping::Fresh => ("fresh", t.kept_nothing().to_owned()),
        Keeping::Saving => ("saving", t.keeping().to_owned()),
        Keeping::Saved(at) => ("saved", t.kept(&moment(*at))),
        Keeping::Failed(reason) => ("failed", t.keep_failed(reason)),
    };
    let file = match mark {
        FileMark { name: None, .. } => t.file_none().to_owned(),
        FileMark { name: Some(name), behind: true, .. } => t.file_behind(name),
        FileMark { name: Some(name), saved: Some(at), .. } => t.file_saved(&moment(*at), name),
        FileMark { name: Some(name), .. } => t.file_same(name),
    };
    let bundle = made.map(|made| if made.behind { ("behind", t.bundle_old()) } else { ("even", t.bundle_fresh()) });
    html! {
        <div class="save-state" data-bundle-state={bundle.map(|(state, _)| state)}>
            <span class={yew::classes!("kept", format!("is-{state}"))} data-state={state}>{ words }</span>
            <span class={yew::classes!("filed", mark.behind.then_some("is-behind"))} data-file-state={if mark.behind { "behind" } else { "even" }}>{ file }{ for bundle.map(|(_, words)| words) }</span>
        </div>
    }
}

/// The time today, the day before that.
fn moment(at: clock::Moment) -> String {
    if clock::day(at) == clock::day(clock::now()) { clock::time(at) } else { clock::day_and_time(at) }
}
