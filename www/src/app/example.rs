//! 示例: shown beside the sheet, and put away.

use super::App;
use crate::{
    browser::dom,
    state::{
        desk::{Panel, Target, View},
        example::Example,
    },
};

impl App {
    pub(super) fn show_example(&mut self, shown: bool) -> bool {
        let Some(desk) = &mut self.desk else { return false };
        if !shown {
            desk.panel = None;
            match desk.here.clone() {
                Some(field) => desk.focus = Some(Target::Field(field)),
                None => drop(dom::by_id("more").map(|more| more.focus())),
            }
            return desk.example.take().is_some();
        }
        let Some(example) = Example::of(&desk.draft, desk.here.as_ref()) else { return false };
        desk.example = Some(example);
        desk.choosing = None;
        desk.leave_returning();
        desk.view = View::Sheet;
        desk.panel = Some(Panel::Problems);
        true
    }

    /// The heading gets the focus once; then only what is shown moves.
    pub(super) fn turn_example(&mut self) {
        let Some(example) = self.desk.as_mut().and_then(|desk| desk.example.as_mut()) else { return };
        if std::mem::take(&mut example.is_new)
            && let Some(heading) = dom::by_id("example")
        {
            let _ = heading.focus();
        }
        if std::mem::take(&mut example.turned)
            && let Some(place) =
                example.here.as_ref().and_then(|here| dom::by_id(&crate::parts::example::place_id(here)))
        {
            dom::show_nearest(&place);
        }
    }
}
