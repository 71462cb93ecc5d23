//! `limit`: texts longer than the form gives room for. The form says how long each cell's text may be.

use jibiao_model::{Arg, Number};

use super::Saying;
use crate::{View, data::run::Out};

#[derive(Clone, Debug)]
pub(in crate::data) struct Limit;

impl Limit {
    pub(in crate::data) fn sayings() -> Vec<Saying> {
        vec![("", &["cell", "count", "most"])]
    }

    pub(in crate::data) fn check(view: &View<'_>, out: &mut Out<'_, '_>) {
        for (_, cell) in view.form.cells() {
            let Some(most) = cell.limit else { continue };
            let text = view.document.text(cell.id.as_str());
            let count = text.chars().filter(|c| !c.is_whitespace()).count();
            if usize::try_from(most).is_ok_and(|most| count > most) {
                let args = vec![
                    ("cell", Arg::Cell(cell.id.clone())),
                    ("count", Arg::Number(Number::whole(i64::try_from(count).unwrap_or(i64::MAX)))),
                    ("most", Arg::Number(Number::whole(i64::from(most)))),
                ];
                out.report(view.at_cell(&cell.id), "", args, None);
            }
        }
    }
}
