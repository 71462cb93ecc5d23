//! 做下一张表: the next document of the year, begun from one that is here.

use jibiao_kit::{Draft, Opened, PackRef, Rebind, Relation, model::order::by_key};

use super::{App, Dialog};
use crate::{
    browser::{chance, later::later},
    state::Action,
    store::{Kept, Store},
};

/// What can be made from a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NextStep {
    pub(crate) pack: PackRef,
    /// The pack's name, where it is another than that of the draft.
    pub(crate) lent_by: Option<String>,
    /// Id and title of the form.
    pub(crate) form: String,
    pub(crate) title: String,
    pub(crate) relation: Relation,
    /// Whether something of it may not be changed afterwards.
    pub(crate) freezes: bool,
}

/// A draft that can be a part of a department's form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) form: String,
    pub(crate) chosen: bool,
}

/// Something to be made from drafts: what was chosen so far.
#[derive(Debug)]
pub(super) struct Making {
    from: Draft,
    /// Drafts that may be parts, `from` the first.
    parts: Vec<Draft>,
}

impl App {
    pub(super) fn next(&mut self, action: Action) -> bool {
        match action {
            Action::Next(id) => {
                if let Some(desk) = self.desk.as_ref().filter(|desk| desk.id() == id) {
                    let draft = desk.draft.clone();
                    return self.offer(draft);
                }
                self.fetch(id, Action::NextFetched);
                false
            }
            Action::NextFetched(kept) => match kept.and_then(|kept| self.opened(&kept)) {
                Some(draft) => self.offer(draft),
                None => false,
            },
            Action::NextStep(at) => self.step(at),
            Action::PartsFetched(found) => self.offer_parts(found),
            Action::ChoosePart(at) => {
                if let Some(Dialog::Parts { parts, .. }) = &mut self.dialog
                    && let Some(part) = parts.get_mut(at)
                {
                    part.chosen = !part.chosen;
                }
                true
            }
            Action::MakeOfParts => self.make_of_parts(),
            Action::Traced { id, found } => self.traced(&id, &found),
            _ => false,
        }
    }

    fn opened(&self, kept: &Kept) -> Option<Draft> {
        Some(self.kit()?.open(kept.text.as_bytes(), Rebind::Never).ok()?.draft)
    }

    fn offer(&mut self, draft: Draft) -> bool {
        let Some(kit) = self.kit() else { return false };
        let steps = kit.next_steps(&draft).into_iter().map(|step| NextStep {
            pack: step.pack.reference.clone(),
            lent_by: (step.pack.reference != draft.pack().reference).then(|| self.t.label(&step.pack.name).to_owned()),
            form: step.form.id.to_string(),
            title: self.t.label(&step.form.title).to_owned(),
            relation: step.relation,
            freezes: step.form.carries.iter().any(|carry| {
                carry.relation == step.relation
                    && carry.from.contains(&draft.form().purpose)
                    && !carry.frozen.is_empty()
            }),
        });
        // What the same people do next comes first, in the order of the year.
        let steps: Vec<NextStep> = by_key(steps.collect(), |step| rank(step.relation));
        let project = crate::state::desk::name_of(&draft).to_owned();
        self.making = Some(Making { from: draft, parts: Vec::new() });
        self.ask(Dialog::Next { project, steps })
    }

    fn step(&mut self, at: usize) -> bool {
        let Some(Dialog::Next { steps, .. }) = &self.dialog else { return false };
        let Some(step) = steps.get(at).cloned() else { return false };
        if step.relation != Relation::Part {
            let Some(making) = self.making.take() else { return false };
            return self.make(&step, &[&making.from]);
        }
        // Any draft may be a part; which are is said by what can be made of them.
        let Some(store) = self.store().cloned() else { return self.offer_parts(Vec::new()) };
        let send = self.send.clone();
        later(async move {
            let cards = store.cards().await.unwrap_or_default();
            let ids = cards.into_iter().map(|card| card.id);
            send.emit(Action::PartsFetched(fetched(&store, ids).await));
        });
        let parts = Vec::new();
        self.ask(Dialog::Parts { step, parts })
    }

    fn offer_parts(&mut self, found: Vec<Kept>) -> bool {
        let Some(Dialog::Parts { step, .. }) = &self.dialog else { return false };
        let step = step.clone();
        let (Some(kit), Some(making)) = (self.kit(), &self.making) else { return false };
        let fits = |draft: &Draft| {
            draft.document().id != making.from.document().id
                && draft.pack().reference == making.from.pack().reference
                && kit.next_steps(draft).iter().any(|s| s.form.id.as_str() == step.form && s.relation == step.relation)
        };
        let others = found.iter().filter_map(|kept| self.opened(kept)).filter(fits);
        let drafts: Vec<Draft> = std::iter::once(making.from.clone()).chain(others).collect();
        let parts = drafts.iter().enumerate().map(|(at, draft)| Part {
            id: draft.document().id.clone(),
            project: crate::state::desk::name_of(draft).to_owned(),
            form: self.t.label(&draft.form().title).to_owned(),
            chosen: at == 0,
        });
        let parts = parts.collect();
        if let Some(making) = &mut self.making {
            making.parts = drafts;
        }
        self.ask(Dialog::Parts { step, parts })
    }

    fn make_of_parts(&mut self) -> bool {
        let Some(Dialog::Parts { step, parts }) = &self.dialog else { return false };
        let (step, chosen): (_, Vec<bool>) = (step.clone(), parts.iter().map(|part| part.chosen).collect());
        let Some(making) = self.making.take() else { return false };
        let drafts = making.parts.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(draft, _)| draft);
        self.make(&step, &drafts.collect::<Vec<_>>())
    }

    fn make(&mut self, step: &NextStep, from: &[&Draft]) -> bool {
        let Some(kit) = self.kit() else { return false };
        let made = kit.carry(&step.pack, &step.form, Some(step.relation), from, &chance::id('d'));
        match made {
            Ok(draft) => {
                self.dismiss();
                let opened =
                    Opened { draft, unknown_cells: Vec::new(), unknown_fields: Vec::new(), rebound_from: None };
                let drawn = self.begin_on_desk(opened);
                if let Some(desk) = &mut self.desk {
                    // Unlike a blank form it holds something from the start.
                    desk.unkept = true;
                }
                drawn
            }
            Err(error) => {
                let message = error.message(self.t.0);
                self.ask(Dialog::NotMade { message })
            }
        }
    }

    /// Looks the origins of the document on the desk up among the drafts.
    pub(super) fn trace(&self) {
        let (Some(desk), Some(store)) = (&self.desk, self.store().cloned()) else { return };
        let origins = &desk.draft.document().origins;
        if origins.is_empty() {
            return;
        }
        let (send, id) = (self.send.clone(), desk.id().to_owned());
        let ids: Vec<String> = origins.iter().map(|origin| origin.id.clone()).collect();
        later(async move {
            let found = fetched(&store, ids.into_iter()).await;
            send.emit(Action::Traced { id, found });
        });
    }

    fn traced(&mut self, id: &str, found: &[Kept]) -> bool {
        let drafts: Vec<Draft> = found.iter().filter_map(|kept| self.opened(kept)).collect();
        let Ok(kit) = &self.kit else { return false };
        let Some(desk) = self.desk.as_mut().filter(|desk| desk.id() == id) else { return false };
        let links = kit.trace(&desk.draft, &drafts.iter().collect::<Vec<_>>());
        desk.links = links.into_iter().map(|link| link.state).collect();
        desk.refresh();
        true
    }
}

async fn fetched(store: &Store, ids: impl Iterator<Item = String>) -> Vec<Kept> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(store.get(&id).await.ok().flatten());
    }
    found
}

/// Who fills a form says more about what comes next than when it is filled.
fn rank(relation: Relation) -> u8 {
    match relation {
        Relation::Approved | Relation::Assessed | Relation::Previous => 0,
        Relation::Adjusted => 1,
        Relation::LastYear => 2,
        Relation::Part => 3,
        Relation::Rated => 4,
    }
}
