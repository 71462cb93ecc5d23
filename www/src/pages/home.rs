//! 我的填报: drafts kept in this browser, and the forms to begin with.

use std::rc::Rc;

use jibiao_kit::Kit;
use yew::{Callback, Html, html};

use super::{begin, drafts};
use crate::{
    parts::{
        bar::language_button,
        button::{button, says, says_of},
    },
    state::{
        Action,
        batch::Batch,
        list::{Deed, Last, List, Step},
    },
    store::{Card, settings},
    words::Text,
};

/// A pack that was opened here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PackLine {
    pub(crate) digest: String,
    pub(crate) name: String,
    pub(crate) edition: String,
    /// Document numbers.
    pub(crate) sources: String,
}

pub(crate) struct Props<'a> {
    pub(crate) kit: &'a Rc<Kit>,
    /// Id of the pack whose forms are listed, where one was chosen.
    pub(crate) shelf: Option<&'a str>,
    pub(crate) packs: Vec<PackLine>,
    /// Packs of earlier visits that this version can't use.
    pub(crate) lost_packs: usize,
    /// `None` while the browser is asked for them.
    pub(crate) cards: Option<&'a [Card]>,
    /// Why nothing can be kept.
    pub(crate) trouble: Option<&'a str>,
    pub(crate) list: &'a List,
    pub(crate) t: Text,
    pub(crate) send: &'a Callback<Action>,
}

pub(crate) fn html(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    // Whoever has drafts came for them; the forms to begin with are a press away.
    let folds = props.cards.map_or_else(settings::had_drafts, |cards| !cards.is_empty());
    let unfolded = props.list.begin;
    let begin = || html! { <section class="begin" aria-labelledby="begin">{ begin::html(props) }</section> };
    html! {
        <div class="home">
            <header class="home-head">
                <div><p class="brand">{ t.product() }</p><p class="claim">{ t.claim() }</p></div>
                { language_button(*t, send) }
            </header>
            <main>
                if let Some(reason) = props.trouble {
                    <p class="notice is-grave" data-notice="storage">{ t.storage_off(reason) }</p>
                }
                if let Some(last) = &props.list.last {
                    { undo(props, last) }
                }
                <section class="mine" aria-labelledby="mine">
                    <div class="home-title">
                        <h1 id="mine" tabindex="-1">{ t.home() }</h1>
                        <div class="home-tools">
                            if folds {
                                <button type="button" id="begin-toggle" class="main" data-action="begin" aria-expanded={unfolded.to_string()}
                                    onclick={drafts::step(props, || Step::Begin)}>{ t.begin() }</button>
                            }
                            if props.trouble.is_none() {
                                { button("quiet", "batch", t.batch(), says(send, || Action::Batch(Batch::Ask))) }
                            }
                            { button("quiet", "open-file", t.open_file(), says(send, || Action::PickFile)) }
                        </div>
                    </div>
                    if folds && unfolded {
                        { begin() }
                    }
                    { drafts::html(props) }
                </section>
                if !folds {
                    { begin() }
                }
                { packs(props) }
                if folds {
                    { data(props) }
                }
            </main>
            <footer class="home-end"><p>{ t.privacy() }</p></footer>
        </div>
    }
}

/// Packs of districts, beside the built-in one.
fn packs(props: &Props<'_>) -> Html {
    let Props { t, send, .. } = props;
    html! {
        <section class="packs" aria-labelledby="packs">
            <div class="home-title">
                <h2 id="packs">{ t.packs() }</h2>
                { button("quiet", "open-pack", t.open_pack(), says(send, || Action::PickPack)) }
            </div>
            <p>{ t.packs_what() }</p>
            if props.lost_packs > 0 {
                <p class="notice" data-notice="packs">{ t.packs_lost(&props.lost_packs.to_string()) }</p>
            }
            <ul class="pack-list">
                { for props.packs.iter().map(|pack| html! {
                    <li key={pack.digest.clone()} data-pack={pack.digest.clone()}>
                        <span><strong>{ &pack.name }</strong>{ " " }{ t.pack_edition(&pack.edition) }<small>{ &pack.sources }</small></span>
                        <button type="button" class="quiet" data-action="forget-pack" aria-label={t.forget_pack_name(&pack.name)}
                            onclick={says_of(send, Action::ForgetPack, &pack.digest)}>{ t.forget_pack() }</button>
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// What was done last, and the way back.
fn undo(props: &Props<'_>, last: &Last) -> Html {
    let t = props.t;
    let count = last.kept.len().to_string();
    let one = last.kept.first().filter(|_| last.kept.len() == 1).map(|kept| kept.card.project.as_str());
    let name = one.map(|project| if project.is_empty() { t.unnamed() } else { project });
    let words = match (last.deed, name) {
        (Deed::Delete, Some(name)) => t.deleted_name(name),
        (Deed::Delete, None) => t.deleted_many(&count),
        (Deed::Return, _) => t.returned(&count),
        (Deed::Make, _) => t.made(&count),
        _ => t.archived(&count),
    };
    let label = if last.deed == Deed::Make { t.unmake() } else { t.restore() };
    html! {
        // What is chosen stands at the top instead.
        <div class={yew::classes!("notice", (!props.list.chosen.is_empty()).then_some("is-still"))} data-notice="undo">
            <p>{ words }</p>
            { button("quiet", "restore", label, drafts::step(props, || Step::Undo)) }
        </div>
    }
}

/// Everything that is kept on this computer: all of it into one file, or all of it away.
fn data(props: &Props<'_>) -> Html {
    let t = props.t;
    html! {
        <section class="data" aria-labelledby="data">
            <div class="home-title">
                <h2 id="data">{ t.data() }</h2>
                <div class="home-tools">
                    { button("quiet", "export-all", t.export_all(), drafts::step(props, || Step::ExportAll)) }
                    { button("quiet", "clear", t.clear(), drafts::step(props, || Step::Clear(false))) }
                </div>
            </div>
            <p>{ t.data_what() }</p>
        </section>
    }
}
