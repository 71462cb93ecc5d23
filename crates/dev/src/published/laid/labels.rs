//! Labelled texts: by the labels that the form prints, then by the names under which places print a cell.

use anyhow::{Context, Result};
use jibiao_kit::Concept;
use jibiao_kit::model::{Block, CellId, FundSource, Matrix};

use super::{Laying, Named, Table, named, printed};

impl Laying<'_> {
    pub(super) fn fields(&mut self, table: &Table) -> Result<()> {
        for (label, value) in table.fields.iter().flat_map(|fields| &fields.0) {
            let text = printed(value).with_context(|| format!("`fields.{label}`"))?.unwrap_or_default();
            if !self.field(label, &text) && !text.is_empty() {
                self.homeless("fields", label, value);
            }
        }
        Ok(())
    }

    /// A labelled text: by the form's own labels, then by names of cells.
    pub(super) fn field(&mut self, label: &str, text: &str) -> bool {
        let bare = plain(label);
        if let Some(cell) = self.labelled(|own| own == bare) {
            return self.fill(&cell, text);
        }
        self.known(label, text) || {
            // 项目审批 for 项目审批文件: forms are cited by the beginning of a label.
            let begun = |own: &str| bare.chars().count() >= 4 && own.starts_with(&bare);
            self.labelled(begun).is_some_and(|cell| self.fill(&cell, text))
        }
    }

    /// A labelled text by the names under which places print cells.
    fn known(&mut self, label: &str, text: &str) -> bool {
        match named(label) {
            Some(Named::Cell(concept)) => self.fill_concept(concept, text) || self.period(concept, text),
            Some(Named::OnlyGoal) => {
                self.fill_concept(Concept::YearGoal, text) || self.fill_concept(Concept::WholeGoal, text)
            }
            Some(Named::GoalPart) => {
                let Some(cell) = self.form.cell_of(Concept::YearGoal) else { return false };
                let goals = [self.document.text(cell.as_str()), text].map(str::to_owned);
                let goals: Vec<&str> = goals.iter().map(String::as_str).filter(|goal| !goal.is_empty()).collect();
                self.document.cells.insert(cell.clone(), goals.join("\n"));
                true
            }
            Some(Named::Total(moment)) => {
                self.moment = Some(moment);
                self.fill_concept(Concept::Fund(FundSource::Total, moment), text)
            }
            Some(Named::Source(source)) => {
                self.moment.is_some_and(|moment| self.fill_concept(Concept::Fund(source, moment), text))
            }
            None => false,
        }
    }

    /// 起 and 止 on a form with one cell for the period.
    fn period(&mut self, concept: Concept, text: &str) -> bool {
        let Some(cell) = self.form.cell_of(Concept::ProjectPeriod) else { return false };
        let before = self.document.text(cell.as_str()).to_owned();
        let period = match concept {
            Concept::StartDate if before.is_empty() => text.to_owned(),
            Concept::EndDate if !before.is_empty() => format!("{before}—{text}"),
            _ => return false,
        };
        self.document.cells.insert(cell.clone(), period);
        true
    }

    /// The cell that the form prints under such a label.
    pub(super) fn labelled(&mut self, is: impl Fn(&str) -> bool) -> Option<CellId> {
        let blocks = self.form.sections.iter().flat_map(|section| &section.blocks);
        for block in blocks {
            match block {
                Block::Cells(cells) => {
                    if let Some(cell) = cells.iter().find(|cell| is(&plain(&cell.label.zh))) {
                        return Some(cell.id.clone());
                    }
                }
                Block::Matrix { matrix, .. } => {
                    if let Some(cell) = self.in_matrix(matrix, &is) {
                        return Some(cell);
                    }
                }
                Block::Table(_) | Block::Note(_) => {}
            }
        }
        None
    }

    fn in_matrix(&mut self, matrix: &Matrix, is: &dyn Fn(&str) -> bool) -> Option<CellId> {
        let row = matrix.rows.iter().find(|row| is(&plain(&row.label.zh)))?;
        let form = self.form;
        let moment = |cell: &CellId| match form.cell(cell.as_str())?.concept {
            Some(Concept::Fund(_, moment)) => Some(moment),
            _ => None,
        };
        let mut cells = row.cells.iter().flatten();
        let cell = match self.moment {
            Some(current) if row.cells.iter().flatten().count() > 1 => {
                cells.find(|cell| moment(cell) == Some(current))?
            }
            _ => cells.next()?,
        };
        self.moment = moment(cell).or(self.moment);
        Some(cell.clone())
    }
}

/// A label without spaces, brackets and 其中.
pub(super) fn plain(label: &str) -> String {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in label.trim_start_matches('*').chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 && !c.is_whitespace() => plain.push(c),
            _ => {}
        }
    }
    match plain.strip_prefix("其中") {
        Some(rest) => rest.trim_start_matches([':', '：']).to_owned(),
        None => plain,
    }
}
