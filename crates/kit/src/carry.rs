//! 结转: from an approved declaration to the monitoring sheet and the self-evaluation, from last year to this year, from
//! projects to their department. What a form takes over is said in its pack.

mod error;
mod taken;

use std::sync::Arc;

use jibiao_model::{
    Carried, Carry, Concept, Document, Form, FormPurpose, Frame, Origin, PackRef, Relation, Row, Subject, order::by_key,
};
use jibiao_packs::Pack;

pub use self::error::{CarryError, CarryErrorCode};
use self::taken::{How, Taker};
use crate::{Draft, Kit, Namesake, digest};

/// Something that can be made from a document: a form, and what the document is to it. The pack is that of the document,
/// or one that it stands on.
#[derive(Clone, Copy, Debug)]
pub struct Step<'k> {
    pub pack: &'k Arc<Pack>,
    pub form: &'k Form,
    pub relation: Relation,
}

impl Kit {
    /// What can be made from a document, in the order of the year: in its own pack, and where that has no form for a step,
    /// in the packs that it stands on. Forms with other levels are left out, and those of other places.
    pub fn next_steps(&self, draft: &Draft) -> Vec<Step<'_>> {
        let mut steps: Vec<Step<'_>> = Vec::new();
        let own = &draft.pack().reference;
        for pack in std::iter::once(own).chain(&draft.pack().lineage).filter_map(|pack| self.pack(pack)) {
            let forms = pack.forms.iter().flat_map(|form| form.carries.iter().map(move |carry| (form, carry)));
            let fitting = forms.filter(|(form, carry)| fits(form, carry, draft.form()));
            let missing = fitting.filter(|(form, carry)| {
                pack.reference == *own || !steps.iter().any(|step| is_such(step, form, carry.relation))
            });
            let found: Vec<Step<'_>> =
                missing.map(|(form, carry)| Step { pack, form, relation: carry.relation }).collect();
            steps.extend(found);
        }
        by_key(steps, |step| (step.form.purpose as u8, step.relation))
    }

    /// The pack that has a form for a document: its own, or the nearest that its own stands on; its own where none has it.
    pub fn pack_of_step(&self, draft: &Draft, form: &str) -> PackRef {
        let own = &draft.pack().reference;
        let mut packs = std::iter::once(own).chain(&draft.pack().lineage);
        let has = |reference: &&PackRef| self.pack(reference).is_some_and(|pack| pack.form(form).is_some());
        packs.find(has).unwrap_or(own).clone()
    }

    /// A new document of a form, begun from others: each gives what the form takes over from documents of its purpose.
    /// Where a form takes over from one in several ways (last year, an adjustment), `relation` says which is meant. `id` is the new document's own id, made by the caller.
    ///
    /// # Errors
    /// [`CarryError`] when the form takes nothing over from one of them, or does in several ways and none was named; when
    /// they belong to different projects (years or departments, where they are added up), or two would give the same.
    pub fn carry(
        &self,
        pack: &PackRef,
        form: &str,
        relation: Option<Relation>,
        from: &[&Draft],
        id: &str,
    ) -> Result<Draft, CarryError> {
        let blank = self.blank_of(pack, form, id).map_err(|error| CarryError::open(&error))?;
        let (pack, shape) = (Arc::clone(blank.pack()), blank.form().clone());
        let mut document = blank.into_document();
        let mut steps: Vec<(&Carry, &Draft)> = Vec::new();
        for (at, draft) in from.iter().enumerate() {
            steps.push((step(&shape, relation, draft).map_err(|error| error.about(at))?, draft));
        }
        // A way that none of them goes was not meant.
        if let (Some(named), Some((_, first))) = (relation, steps.first())
            && steps.iter().all(|(carry, _)| carry.relation != named)
        {
            return Err(CarryError::no_such_way(&shape, first.form(), named, ways(&shape, first)));
        }
        examine(&steps, &document)?;
        // What was declared goes first; what a later document says of the same only fills what is blank.
        let (results, declared): (Vec<_>, Vec<_>) = steps.into_iter().partition(|(carry, draft)| {
            carry.relation == Relation::LastYear && draft.form().purpose != FormPurpose::Declaration
        });
        let approved = declared.iter().chain(&results).any(|(carry, _)| carry.relation == Relation::Approved);
        for (carry, draft) in declared.into_iter().chain(results) {
            let origin = take(&shape, carry, draft, &mut document)?;
            // The sheet of the next period is held to the same approved targets.
            if carry.relation == Relation::Previous && !approved && draft.document().form == document.form {
                let held = draft.document().origins.iter().filter(|origin| origin.relation == Relation::Approved);
                document.origins.extend(held.cloned());
            }
            document.origins.push(origin);
        }
        Draft::bound(pack, document).ok_or_else(|| CarryError::unknown_form(form))
    }
}

/// Whether a step leads to the same kind of form in the same way.
fn is_such(step: &Step<'_>, form: &Form, relation: Relation) -> bool {
    step.relation == relation && step.form.purpose == form.purpose && step.form.subject == form.subject
}

/// Whether indicators of one frame have a place in the other.
fn same_levels(a: &Frame, b: &Frame) -> bool {
    let levels = |frame: &Frame| -> Vec<_> {
        let levels = frame.levels.iter();
        levels.map(|one| (one.level, one.twos.iter().map(|two| two.level).collect::<Vec<_>>())).collect()
    };
    a.id == b.id || levels(a) == levels(b)
}

/// Whether a form can be begun from a document of another form by a carry.
fn fits(form: &Form, carry: &Carry, from: &Form) -> bool {
    let elsewhere = form.place.as_ref().zip(from.place.as_ref()).is_some_and(|(one, other)| one != other);
    if elsewhere || !carry.from.contains(&from.purpose) {
        return false;
    }
    match carry.relation {
        Relation::Adjusted => form.id == from.id,
        Relation::Part => form.subject == Subject::Department && from.subject == Subject::Project,
        Relation::Rated => form.subject == from.subject || form.indicators().is_none(),
        Relation::Assessed => form.subject == from.subject,
        Relation::Approved | Relation::Previous | Relation::LastYear => {
            form.subject == from.subject && same_levels(&form.frame, &from.frame)
        }
    }
}

fn step<'f>(form: &'f Form, relation: Option<Relation>, draft: &Draft) -> Result<&'f Carry, CarryError> {
    let fitting = || form.carries.iter().filter(|carry| fits(form, carry, draft.form()));
    let meant = relation.and_then(|relation| fitting().find(|carry| carry.relation == relation));
    // Next year or an adjustment: whoever does not say which would get one of them unawares.
    let ways = ways(form, draft);
    if meant.is_none() && ways.len() > 1 {
        return Err(CarryError::several_ways(form, ways));
    }
    meant.or_else(|| fitting().next()).ok_or_else(|| CarryError::no_step(form, draft.form()))
}

/// The ways in which a form can be begun from a document.
fn ways(form: &Form, draft: &Draft) -> Vec<Relation> {
    let mut ways = Vec::new();
    for carry in form.carries.iter().filter(|carry| fits(form, carry, draft.form())) {
        if !ways.contains(&carry.relation) {
            ways.push(carry.relation);
        }
    }
    ways
}

/// One project, one document of each kind, and none that is the new one itself.
fn examine(steps: &[(&Carry, &Draft)], document: &Document) -> Result<(), CarryError> {
    for (index, (carry, draft)) in steps.iter().enumerate() {
        let other = draft.document();
        if other.id == document.id || other.origins.iter().any(|origin| origin.id == document.id) {
            return Err(CarryError::itself(&other.id));
        }
        for (earlier, before) in steps.iter().take(index) {
            match draft.namesake(before) {
                Some(Namesake::Same) => return Err(CarryError::twice(&other.id)),
                Some(_) => return Err(CarryError::namesakes(&other.id)),
                None => {}
            }
            if carry.relation == Relation::Part && earlier.relation == Relation::Part {
                if let Some((one, other)) = other_budget(before, draft) {
                    return Err(CarryError::other_budget(&one, &other));
                }
                continue;
            }
            // Last year's declaration and self-evaluation each have something: targets, and results.
            let of_last_year = carry.relation == Relation::LastYear && draft.form().purpose != before.form().purpose;
            if carry.relation == earlier.relation && !of_last_year {
                return Err(CarryError::two_of_a_kind(before, draft));
            }
            if let Some((a, b)) = other_project(before, draft) {
                return Err(CarryError::other_project(&a, &b));
            }
        }
    }
    Ok(())
}

/// The names of the projects of two documents that are not about the same one.
pub(crate) fn other_project(a: &Draft, b: &Draft) -> Option<(String, String)> {
    let texts = |concept: Concept| {
        let text = |draft: &Draft| draft.reading().text(concept).trim().to_owned();
        Some((text(a), text(b))).filter(|(a, b)| !a.is_empty() && !b.is_empty())
    };
    // A code tells projects apart for certain; a name may be spelt with other spaces.
    if let Some((a, b)) = texts(Concept::ProjectCode) {
        return (a != b).then_some((a, b));
    }
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let subject = if a.form().subject == Subject::Department { Concept::Department } else { Concept::ProjectName };
    texts(subject).filter(|(a, b)| bare(a) != bare(b))
}

/// Years or departments of two projects that can't be added up.
fn other_budget(a: &Draft, b: &Draft) -> Option<(String, String)> {
    let texts = |concept: Concept| {
        let text = |draft: &Draft| draft.reading().text(concept).trim().to_owned();
        Some((text(a), text(b))).filter(|(a, b)| !a.is_empty() && !b.is_empty() && a != b)
    };
    texts(Concept::Year).or_else(|| texts(Concept::Department))
}

/// What an origin gives when it is taken once more, into a document that took those before it; where its file is not at
/// hand, what was written down is put there instead. `None` where there is no file, or the form takes nothing over from
/// it in this way.
pub(crate) fn again(
    form: &Form,
    origin: &Origin,
    source: Option<&Draft>,
    document: &mut Document,
) -> Option<(Carried, Carried)> {
    let Some(source) = source else {
        for account in [&origin.frozen, &origin.before] {
            put(account, document);
        }
        return None;
    };
    let mut fitting = form.carries.iter().filter(|carry| fits(form, carry, source.form()));
    let carry = fitting.find(|carry| carry.relation == origin.relation)?;
    let taken = take(form, carry, source, document).ok()?;
    Some((taken.frozen, taken.before))
}

fn put(account: &Carried, document: &mut Document) {
    for (cell, text) in &account.cells {
        document.cells.insert(cell.clone(), text.clone());
    }
    for (table, rows) in &account.tables {
        for (row, cells) in rows {
            let row = row_of(document, table, row);
            for (cell, text) in cells {
                row.cells.insert(cell.clone(), text.clone());
            }
        }
    }
}

fn take(form: &Form, carry: &Carry, draft: &Draft, document: &mut Document) -> Result<Origin, CarryError> {
    let other = draft.document();
    let mut taker = Taker::new(form, carry.relation, draft, document);
    if carry.relation == Relation::Adjusted && carry.copied.is_empty() && carry.frozen.is_empty() {
        taker.all();
    } else {
        taker.settle_unit();
        taker.pairs(&carry.frozen, How::Frozen);
        taker.pairs(&carry.copied, How::Copied);
        taker.pairs(&carry.remembered, How::Remembered);
    }
    let (frozen, before) = taker.finish()?;
    Ok(Origin {
        relation: carry.relation,
        id: other.id.clone(),
        revision: other.revision,
        form: other.form.clone(),
        pack: other.pack.clone(),
        sha256: digest(other),
        frozen,
        before,
        rest: Default::default(),
    })
}

/// A row of a table that the new document does not have yet, put in last.
fn row_of<'d>(document: &'d mut Document, table: &jibiao_model::TableId, id: &jibiao_model::RowId) -> &'d mut Row {
    let rows = document.tables.get_or_default(table.clone());
    let at = match rows.iter().position(|row| row.id == *id) {
        Some(at) => at,
        None => {
            rows.push(Row::new(id.clone()));
            rows.len().saturating_sub(1)
        }
    };
    // The position was found or made just now.
    #[allow(clippy::indexing_slicing)]
    &mut rows[at]
}
