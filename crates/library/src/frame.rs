//! Where a row stands in a form's frame.

use jibiao_model::{Frame, LevelOne, LevelTwo};

use crate::Entry;

/// The levels of a row in a frame: as they are where the frame has them (2021). Where it knows no kinds of cost
/// (2015), what a project costs stands under 成本 of 产出, and what it does to people and surroundings under 效益:
/// 成本 there means money.
///
/// `None` where the frame has no place for such a row.
pub fn place_in(frame: &Frame, entry: &Entry) -> Option<(LevelOne, LevelTwo)> {
    let place = |two: LevelTwo| frame.parent(two).map(|one| (one, two));
    place(entry.level).or_else(|| match entry.level {
        LevelTwo::EconomicCost => place(LevelTwo::Cost),
        LevelTwo::SocialCost => place(LevelTwo::SocialBenefit),
        LevelTwo::EcologicalCost => place(LevelTwo::EcologicalBenefit),
        _ => None,
    })
}
