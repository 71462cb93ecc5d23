//! From a published table to a document of the right form. Cells stand as printed; what the form has no cell for
//! is kept in the document's `published` field, so that nothing of a table is lost on the way.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use jibiao_kit::model::{FundMoment, FundSource, RowId};
use jibiao_kit::{Concept, Document, Draft, Edit, Extent, Form, FormPurpose, Kit, Rebind, Row};
use serde_json::{Map, Value};

use super::{
    labels::{Named, named},
    table::{Table, printed},
};

/// The field of a document that keeps what no cell takes.
const KEPT: &str = "published";

pub(super) fn draft(kit: &Kit, name: &str, table: &Table) -> Result<Draft> {
    let form = form_of(table)?;
    let blank = kit.blank(&form, name).map_err(anyhow::Error::new)?;
    let mut filling = Filling { form: blank.form(), cells: BTreeMap::new(), kept: Map::new() };
    filling.head(table)?;
    filling.funds(table)?;
    filling.fields(table)?;
    let rows = filling.rows(table)?;
    let Filling { cells, kept, .. } = filling;

    let table_id = blank.form().indicators().context("the form has no table of indicators")?.id.clone();
    let mut document: Document = blank.document().clone();
    document.extent = extent(table);
    document.tables.insert(table_id, rows);
    if !kept.is_empty() {
        document.rest.insert(KEPT.to_owned(), Value::Object(kept));
    }
    for (concept, text) in cells {
        let cell = blank.form().cell_of(concept).context("a cell was filled that the form does not have")?;
        document.apply(Edit::SetCell { cell: cell.clone(), text })?;
    }
    Ok(kit.bind(document, Rebind::Never)?.draft)
}

/// The national form that a table's kind and frame call for.
fn form_of(table: &Table) -> Result<String> {
    let purpose = match table.kind.as_str() {
        kind if kind.contains("declaration") || kind.contains("goal_text") => "project-declaration",
        kind if kind.contains("eval") || kind.contains("disclosure") => "project-self-evaluation",
        kind => bail!("no form is known for tables of the kind `{kind}`"),
    };
    // 成本 as a level of its own is what tells the 2021 frame.
    let cost = |row: &Map<String, Value>| row.get("l1").and_then(Value::as_str).is_some_and(|l1| l1.contains("成本"));
    let frame = if table.rows.iter().any(cost) { "2021" } else { "2015" };
    Ok(format!("{purpose}-{frame}"))
}

/// A text that retells a table, and a table without any row, say nothing by what they leave out.
fn extent(table: &Table) -> Extent {
    let retold = ["_text", "_summary"].iter().any(|end| table.kind.ends_with(end));
    if table.complete && !table.rows.is_empty() && !retold { Extent::Whole } else { Extent::Excerpt }
}

struct Filling<'f> {
    form: &'f Form,
    cells: BTreeMap<Concept, String>,
    kept: Map<String, Value>,
}

impl Filling<'_> {
    /// Fills a cell that is still blank; `false` where the form has no such cell or it is taken.
    fn fill(&mut self, concept: Concept, text: &str) -> bool {
        if self.form.cell_of(concept).is_none() || self.cells.contains_key(&concept) {
            return false;
        }
        self.cells.insert(concept, text.to_owned());
        true
    }

    fn keep(&mut self, block: &str, key: &str, value: &Value) {
        let entry = self.kept.entry(block).or_insert_with(|| Value::Object(Map::new()));
        if let Value::Object(block) = entry {
            block.insert(key.to_owned(), value.clone());
        }
    }

    fn head(&mut self, table: &Table) -> Result<()> {
        const CELLS: [(&str, Concept); 8] = [
            ("year", Concept::Year),
            ("project", Concept::ProjectName),
            ("dept", Concept::Department),
            ("unit", Concept::ImplementingUnit),
            ("money_unit", Concept::MoneyUnit),
            ("total_weight", Concept::TotalWeight),
            ("total_score", Concept::TotalScore),
            ("grade", Concept::Grade),
        ];
        for (key, value) in &table.rest {
            let cell = CELLS.iter().find(|(known, _)| known == key).map(|(_, concept)| *concept);
            match cell {
                Some(concept) => {
                    let Some(text) = printed(value).with_context(|| format!("`{key}`"))? else { continue };
                    if !self.fill(concept, &text) {
                        self.keep("head", key, value);
                    }
                }
                None => self.keep("head", key, value),
            }
        }
        Ok(())
    }

    /// `funds`: figures of the total, and one object for each source.
    fn funds(&mut self, table: &Table) -> Result<()> {
        for (key, value) in table.funds.iter().flatten() {
            let source = match key.as_str() {
                "fiscal" => FundSource::Fiscal,
                "carryover" => FundSource::Carryover,
                "other" => FundSource::Other,
                _ => FundSource::Total,
            };
            match value {
                Value::Object(figures) if source != FundSource::Total => {
                    for (key, value) in figures {
                        self.figure(source, key, value)?;
                    }
                }
                Value::Object(_) | Value::Array(_) => self.keep("funds", key, value),
                value if source == FundSource::Total => self.figure(source, key, value)?,
                // A source with one figure only: that of the year.
                value => self.figure(source, "annual", value)?,
            }
        }
        Ok(())
    }

    fn figure(&mut self, source: FundSource, key: &str, value: &Value) -> Result<()> {
        let moment = match (key, self.form.purpose) {
            ("total", FormPurpose::Declaration) => Some(FundMoment::Whole),
            ("annual", FormPurpose::Declaration) => Some(FundMoment::Year),
            ("initial", _) => Some(FundMoment::Initial),
            ("annual", _) => Some(FundMoment::Annual),
            ("executed", _) => Some(FundMoment::Executed),
            ("weight", _) => Some(FundMoment::Weight),
            ("rate", _) => Some(FundMoment::Rate),
            ("score", _) => Some(FundMoment::Score),
            _ => None,
        };
        let name = Concept::Fund(source, FundMoment::Annual).to_string();
        let place = format!("{}{key}", name.trim_start_matches("fund.").trim_end_matches("annual"));
        let Some(text) = printed(value).with_context(|| format!("`funds.{place}`"))? else { return Ok(()) };
        if !moment.is_some_and(|moment| self.fill(Concept::Fund(source, moment), &text)) {
            self.keep("funds", &place, value);
        }
        Ok(())
    }

    /// `fields`: labelled texts beside the table.
    fn fields(&mut self, table: &Table) -> Result<()> {
        let mut moment = None;
        let mut only_goal = None;
        let mut parts: Vec<String> = Vec::new();
        for (label, value) in table.fields.iter().flat_map(|fields| &fields.0) {
            let Some(text) = printed(value).with_context(|| format!("`fields.{label}`"))? else { continue };
            let taken = match named(label) {
                Some(Named::Cell(concept)) => self.fill(concept, &text),
                Some(Named::OnlyGoal) if only_goal.is_none() => {
                    only_goal = Some((label, value, text));
                    true
                }
                Some(Named::GoalPart) => {
                    parts.push(text);
                    true
                }
                Some(Named::Total(of)) => {
                    moment = Some(of);
                    self.fill(Concept::Fund(FundSource::Total, of), &text)
                }
                Some(Named::Source(source)) => {
                    moment.is_some_and(|moment| self.fill(Concept::Fund(source, moment), &text))
                }
                Some(Named::OnlyGoal) | None => false,
            };
            if !taken {
                self.keep("fields", label, value);
            }
        }
        if let Some((label, value, text)) = only_goal {
            // The only goal that is printed is the one of the year.
            let taken = if self.cells.contains_key(&Concept::YearGoal) || !parts.is_empty() {
                self.fill(Concept::WholeGoal, &text)
            } else {
                self.fill(Concept::YearGoal, &text)
            };
            if !taken {
                self.keep("fields", label, value);
            }
        }
        let parts = parts.join("\n");
        if !parts.is_empty() && !self.fill(Concept::YearGoal, &parts) {
            self.keep("fields", "目标", &Value::String(parts));
        }
        self.period(table);
        Ok(())
    }

    /// Two dates on a form with one cell for the period, kept apart above, make a period.
    fn period(&mut self, table: &Table) {
        let date = |concept| {
            let fields = table.fields.iter().flat_map(|fields| &fields.0);
            let mut dates = fields.filter(|(label, _)| named(label) == Some(Named::Cell(concept)));
            dates.next().and_then(|(_, value)| value.as_str())
        };
        if let (Some(from), Some(to)) = (date(Concept::StartDate), date(Concept::EndDate)) {
            self.fill(Concept::ProjectPeriod, &format!("{from}—{to}"));
        }
    }

    fn rows(&mut self, table: &Table) -> Result<Vec<Row>> {
        const COLUMNS: [(&str, Concept); 10] = [
            ("l1", Concept::LevelOne),
            ("l2", Concept::LevelTwo),
            ("l3", Concept::LevelThree),
            ("op", Concept::Operator),
            ("target", Concept::Target),
            ("unit", Concept::Unit),
            ("actual", Concept::Actual),
            ("weight", Concept::Weight),
            ("score", Concept::Score),
            ("reason", Concept::Reason),
        ];
        let columns = self.form.indicators().context("the form has no table of indicators")?;
        let mut rows = Vec::with_capacity(table.rows.len());
        for (index, printed_row) in table.rows.iter().enumerate() {
            // Row ids count from 1, as the transcriptions and their readers do.
            let position = index + 1;
            let mut row = Row::new(RowId::new(format!("r{position}")));
            let mut kept = Map::new();
            // The target in one piece stands only where it was not taken apart.
            let whole_target = printed_row.get("target").is_none_or(Value::is_null);
            for (key, value) in printed_row {
                let key = if key == "raw_target" && whole_target { "target" } else { key.as_str() };
                let concept = COLUMNS.iter().find(|(known, _)| *known == key).map(|(_, concept)| *concept);
                let column = concept.and_then(|concept| columns.column(concept));
                let Some(column) = column else {
                    if !value.is_null() {
                        kept.insert(key.to_owned(), value.clone());
                    }
                    continue;
                };
                let text = printed(value).with_context(|| format!("row {position}, `{key}`"))?;
                if let Some(text) = text {
                    row.cells.insert(column.id.clone(), text);
                }
            }
            if !kept.is_empty() {
                row.rest.insert(KEPT.to_owned(), Value::Object(kept));
            }
            rows.push(row);
        }
        Ok(rows)
    }
}
