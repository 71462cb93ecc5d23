//! `length`: texts too short to say something.

use jibiao_model::{Arg, Number};
use jibiao_reading::WordSet;

use super::{
    Case, Fields, Out,
    names::{CellName, Names},
};
use crate::View;

pub(super) const CASES: &[Case<'static>] = &[("", &["cell", "text", "least"])];

#[derive(Clone, Debug)]
pub(super) struct Length {
    cells: Vec<CellName>,
    /// How many letters and digits a text has at least.
    least: Number,
    /// A text with one of these words is another rule's business.
    except: WordSet,
}

impl Length {
    /// `least` names a number of the policy.
    pub(super) fn read(rule: &mut Fields<'_>, names: &mut Names<'_>) -> Self {
        Self {
            cells: names.cells(&rule.texts("cells")),
            least: names.number(&rule.text("least")),
            except: WordSet::new(rule.optional_texts("except")),
        }
    }

    pub(super) fn check(&self, view: &View<'_>, out: &mut Out<'_, '_>) {
        for cell in &self.cells {
            let Some((id, text)) = cell.text(view) else { continue };
            let characters = text.chars().filter(|c| c.is_alphanumeric()).count();
            let characters = i64::try_from(characters).unwrap_or(i64::MAX);
            if characters > 0 && Number::whole(characters) < self.least && !self.except.is_in(text) {
                let args = [
                    ("cell", Arg::Cell(id.clone())),
                    ("text", Arg::Text(text.to_owned())),
                    ("least", Arg::Number(self.least)),
                ];
                out.report(view.at_cell(id), "", args);
            }
        }
    }
}
