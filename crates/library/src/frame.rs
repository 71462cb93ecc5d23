//! Where a row stands in a form's frame.

use jibiao_model::{Frame, LevelOne, LevelTwo};

use crate::{Entry, level::is_cost};

/// The levels of a row in a frame: as they are where the frame has them (2021), 成本 under 产出 where it knows one
/// kind of cost only (2015).
///
/// `None` where the frame has no place for such a row.
pub fn place_in(frame: &Frame, entry: &Entry) -> Option<(LevelOne, LevelTwo)> {
    let place = |two: LevelTwo| frame.parent(two).map(|one| (one, two));
    place(entry.level).or_else(|| if is_cost(entry.level) { place(LevelTwo::Cost) } else { None })
}
