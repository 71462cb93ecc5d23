//! Records laid over a document, field by field.
//!
//! Whatever a field says is put where it came from; what the document says already stays as it is spelt. In the end every
//! field is written anew and compared with the record: what does not come out the same is told, so nothing gets lost between
//! fields that speak of one cell.

use jibiao_packs::profile::{Content, Format, Part};

use super::{
    desk::Desk,
    field::{Held, same, says_nothing},
    hitch::{Hitch, HitchCode},
    send::Record,
};

/// Makes a document say what records hold. What goes wrong is told with the record's position and the field's name.
pub(super) fn fill(desk: &mut Desk<'_>, records: &[Record<'_>]) -> Vec<(usize, String, Hitch)> {
    let mut hitches = Vec::new();
    for (at, record) in records.iter().enumerate() {
        // Whole texts first: codes, and the parts of a value, only say what these leave open.
        for rank in 0..RANKS {
            for (field, held) in record.kind.fields.iter().zip(&record.held) {
                if self::rank(&field.content) == rank
                    && let Err(hitch) = desk.read(record.kind, field, record.row.as_ref(), held)
                {
                    hitches.push((at, field.name.clone(), hitch));
                }
            }
        }
    }
    if !hitches.is_empty() {
        return hitches;
    }
    for (at, record) in records.iter().enumerate() {
        for (field, held) in record.kind.fields.iter().zip(&record.held) {
            if says_nothing(field, held) || desk.is_open(field) {
                continue;
            }
            match desk.write(record.kind, field, record.row.as_ref()) {
                Err(hitch) => hitches.push((at, field.name.clone(), hitch)),
                Ok(now) if same(field, &now, held) => {}
                Ok(now) => {
                    let text = |held: &Held| held.clone().unwrap_or_default();
                    let args = [("text", &*text(held)), ("found", &*text(&now))];
                    hitches.push((at, field.name.clone(), Hitch::new(HitchCode::Differs, args)));
                }
            }
        }
    }
    hitches
}

const RANKS: u8 = 5;

/// The order in which fields are read.
fn rank(content: &Content) -> u8 {
    match content {
        Content::Constant(_) | Content::Receiver => RANKS,
        Content::Cell { part: Part::Whole, format: Format::Code { .. }, .. } => 1,
        Content::Cell { part: Part::Whole, .. } => 0,
        Content::Cell { part: Part::Number, .. } => 2,
        Content::Cell { part: Part::Operator, .. } => 3,
        Content::Cell { part: Part::Unit, .. } => 4,
    }
}
