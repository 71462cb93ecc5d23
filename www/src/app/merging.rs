//! A draft and a file of the same document, brought together place by place.

use jibiao_kit::{Document, Opened, Parted, Parting, Rebind, Words, canonical};

use super::{App, Dialog};
use crate::{
    browser::clock,
    state::action::Merge,
    store::{Card, Kept, Trail},
    words::Text,
};

/// What is being brought together.
#[derive(Debug)]
pub(crate) struct Merging {
    /// The draft.
    opened: Opened,
    card: Card,
    trail: Trail,
    /// The document of the file: what both begin with from now on. A workbook is no such file.
    file: Option<String>,
    parted: Vec<Parted>,
}

/// A place where draft and file differ.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MergeLine {
    pub(crate) place: String,
    pub(crate) mine: String,
    pub(crate) theirs: String,
    /// Whether the file's text is taken; `None` until a person has chosen.
    pub(crate) take: Option<bool>,
}

impl App {
    /// Lists where a file differs from the draft of the same document.
    pub(super) fn begin_merge(&mut self, kept: &Kept) -> bool {
        let incoming = self.incoming.take();
        self.dismiss();
        let Some((file, brought)) = incoming.and_then(|incoming| incoming.into_opened()) else { return true };
        let draft = self.kit().map(|kit| kit.open(kept.text.as_bytes(), Rebind::ToSameId));
        // What both began with is what the file was when it was saved here last.
        let base: Option<Document> = serde_json::from_str(&kept.trail.base).ok();
        let parted = match &draft {
            Some(Ok(opened)) => {
                opened.draft.part(base.as_ref(), file.draft.document()).map_err(|error| error.to_string())
            }
            Some(Err(error)) => Err(error.message(self.t.0)),
            None => return true,
        };
        match (draft, parted) {
            (Some(Ok(opened)), Ok(parted)) => {
                let lines = lines(&opened, &file, &parted, self.t);
                self.merging = Some(Merging {
                    opened,
                    card: kept.card.clone(),
                    trail: kept.trail.clone(),
                    file: (!brought.taken_out).then(|| canonical(file.draft.document())),
                    parted,
                });
                self.ask(Dialog::Merge { name: brought.name, lines })
            }
            (_, Err(message)) => self.ask(Dialog::BadFile { name: brought.name, message }),
            _ => true,
        }
    }

    pub(super) fn merging(&mut self, step: Merge) -> bool {
        let Some(Dialog::Merge { lines, .. }) = &mut self.dialog else { return false };
        match step {
            Merge::Take(at, take) => {
                if let Some(line) = lines.get_mut(at) {
                    line.take = Some(take);
                }
            }
            Merge::TakeAll(take) => lines.iter_mut().for_each(|line| line.take = Some(take)),
            Merge::Done => {
                let takes: Vec<bool> = lines.iter().map(|line| line.take == Some(true)).collect();
                self.dismiss();
                return self.merged(&takes);
            }
        }
        true
    }

    fn merged(&mut self, takes: &[bool]) -> bool {
        let Some(Merging { opened, card, trail, file, parted }) = self.merging.take() else { return true };
        let taken = || parted.iter().zip(takes).filter(|(_, take)| **take).map(|(parted, _)| parted);
        let edit = opened.draft.joined(taken());
        let count = taken().count();
        self.put_on_desk(opened, Some(card));
        self.recall(Trail { base: file.unwrap_or(trail.base), ..trail });
        if let Some(desk) = self.desk.as_mut().filter(|_| count > 0) {
            desk.apply(edit, clock::now());
        }
        let words = self.t.merged(&count.to_string());
        self.say(words);
        true
    }
}

fn lines(mine: &Opened, theirs: &Opened, parted: &[Parted], t: Text) -> Vec<MergeLine> {
    let draft = &mine.draft;
    let words = Words::new(draft.pack(), draft.form(), t.0);
    let mut lines = Vec::with_capacity(parted.len());
    for place in parted {
        // A row that only the file has stands there.
        let here = place
            .table
            .as_ref()
            .zip(place.row.as_ref())
            .is_none_or(|(table, row)| draft.document().row(table.as_str(), row.as_str()).is_some());
        let document = if here { draft.document() } else { theirs.draft.document() };
        lines.push(MergeLine {
            place: words.spot(document, place.table.as_ref(), place.row.as_ref(), place.cell.as_ref()),
            mine: place.mine.clone(),
            theirs: place.theirs.clone(),
            take: (place.parting == Parting::Theirs).then_some(true),
        });
    }
    lines
}
