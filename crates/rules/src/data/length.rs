//! `length`: texts too short to say something.

use jibiao_model::{Arg, Number};
use jibiao_reading::WordSet;
use serde::Deserialize;

use super::{
    Case, Out,
    names::{CellName, Names},
};
use crate::View;

pub(super) const CASES: &[Case<'static>] = &[("", &["cell", "text", "least"])];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    cells: Vec<String>,
    /// Name of the policy's number: how many letters and digits a text has at least.
    least: String,
    /// A text with one of these words is another rule's business.
    #[serde(default)]
    except: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Length {
    cells: Vec<CellName>,
    least: Number,
    except: WordSet,
}

impl Source {
    pub(super) fn resolve(self, names: &mut Names<'_>) -> Length {
        Length { cells: names.cells(&self.cells), least: names.number(&self.least), except: WordSet::new(self.except) }
    }
}

impl Length {
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
