//! From a published table to a document of the right form. Cells stand as printed; texts and lists of amounts that
//! the national form has no cell for become cells of the place's own. What is no cell at all is kept in the
//! document's `published` field, so that nothing of a table is lost on the way.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use jibiao_kit::model::{CellId, FundMoment, FundSource, RowId};
use jibiao_kit::{Concept, Document, Draft, Extent, Form, FormPurpose, Kit, Rebind, Row};
use serde_json::{Map, Value};

use super::{
    labels::{Named, named},
    own::{self, NOTE, Own, part_total},
    table::{Table, printed},
};

/// Cells of the head by the names that transcriptions give them.
pub(super) const HEAD: [(&str, Concept); 8] = [
    ("year", Concept::Year),
    ("project", Concept::ProjectName),
    ("dept", Concept::Department),
    ("unit", Concept::ImplementingUnit),
    ("money_unit", Concept::MoneyUnit),
    ("total_weight", Concept::TotalWeight),
    ("total_score", Concept::TotalScore),
    ("grade", Concept::Grade),
];

/// Columns of the indicators by the names that transcriptions give them.
pub(super) const COLUMNS: [(&str, Concept); 10] = [
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

/// The field of a document that keeps what no cell takes.
pub(super) const KEPT: &str = "published";

pub(super) fn draft(kit: &Kit, name: &str, table: &Table) -> Result<Draft> {
    let form = form_of(table)?;
    let blank = kit.blank(&form, name).map_err(anyhow::Error::new)?;
    let mut filling = Filling { form: blank.form(), cells: BTreeMap::new(), own: Own::default(), kept: Map::new() };
    filling.head(table)?;
    filling.funds(table)?;
    filling.fields(table)?;
    let rows = filling.rows(table)?;
    let Filling { cells, own, kept, .. } = filling;
    if own.is_empty() {
        return bound(kit, blank.document().clone(), table, rows, cells, &own, kept);
    }
    let kit = own.kit(&form)?;
    let document = kit.blank(&form, name).map_err(anyhow::Error::new)?.document().clone();
    bound(&kit, document, table, rows, cells, &own, kept)
}

fn bound(
    kit: &Kit,
    mut document: Document,
    table: &Table,
    rows: Vec<Row>,
    cells: BTreeMap<Concept, String>,
    own: &Own,
    kept: Map<String, Value>,
) -> Result<Draft> {
    let blank = kit.bind(document.clone(), Rebind::Never)?.draft;
    let form = blank.form();
    let indicators = form.indicators().context("the form has no table of indicators")?;
    document.extent = extent(table);
    document.tables.insert(indicators.id.clone(), rows);
    if !kept.is_empty() {
        document.rest.insert(KEPT.to_owned(), Value::Object(kept));
    }
    for (concept, text) in cells {
        let cell = form.cell_of(concept).context("a cell was filled that the form does not have")?;
        // Past the edits: a cell that is printed blank stays as one that was seen blank.
        document.cells.insert(cell.clone(), text);
    }
    for (index, cell) in own.cells.iter().enumerate() {
        document.cells.insert(CellId::new(Own::cell_id(index)), cell.text.clone());
    }
    for (index, composition) in own.compositions.iter().enumerate() {
        let id = own.table_id(index);
        let columns = form.table(&id).context("a composition has no table")?;
        let mut lines = Vec::new();
        for (index, line) in composition.lines.iter().enumerate() {
            let mut row = Row::new(RowId::new(format!("l{}", index + 1)));
            let texts = [(Concept::LineItem, line.item.clone())];
            for (concept, text) in texts.into_iter().chain(line.figures.iter().cloned()) {
                let column = columns.column(concept).context("a line has a figure without a column")?;
                row.cells.insert(column.id.clone(), text);
            }
            lines.push(row);
        }
        document.tables.insert(columns.id.clone(), lines);
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
pub(super) fn extent(table: &Table) -> Extent {
    let retold = ["_text", "_summary"].iter().any(|end| table.kind.ends_with(end));
    if table.complete && !table.rows.is_empty() && !retold { Extent::Whole } else { Extent::Excerpt }
}

struct Filling<'f> {
    form: &'f Form,
    cells: BTreeMap<Concept, String>,
    own: Own,
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
        for (key, value) in &table.rest {
            let cell = HEAD.iter().find(|(known, _)| known == key).map(|(_, concept)| *concept);
            match cell {
                Some(concept) => {
                    let Some(text) = printed(value).with_context(|| format!("`{key}`"))? else { continue };
                    if !self.fill(concept, &text) {
                        self.keep("head", key, value);
                    }
                }
                None => {
                    let total = part_total(key).and_then(|total| table.rest.get(&total));
                    self.nested("", key, value, total);
                }
            }
        }
        Ok(())
    }

    /// A nested value: a list of amounts becomes a composition, one inside an object too; the rest is kept.
    fn nested(&mut self, block: &str, key: &str, value: &Value, total: Option<&Value>) {
        let origin = if block.is_empty() { key.to_owned() } else { format!("{block}.{key}") };
        // Figures about points are no amounts.
        if key.contains("weight") || key == "frame" || !(value.is_object() || value.is_array()) {
            return self.keep(if block.is_empty() { "head" } else { block }, key, value);
        }
        if let Some(composition) = own::composition(&origin, key, value, total) {
            return self.own.compositions.push(composition);
        }
        let inner = value.as_object().into_iter().flatten();
        for (name, value) in inner.clone().filter(|(name, _)| part_total(name).is_some()) {
            let total = part_total(name).and_then(|total| inner.clone().find(|(name, _)| **name == total));
            self.own.compositions.extend(own::composition(&origin, name, value, total.map(|(_, value)| value)));
        }
        self.keep(if block.is_empty() { "head" } else { block }, key, value);
    }

    /// `funds`: figures of the total, and one object for each source.
    fn funds(&mut self, table: &Table) -> Result<()> {
        let funds = table.funds.iter().flatten();
        if table.funds.as_ref().is_some_and(Map::is_empty) {
            // Funds are a part of the table, and name no amount.
            let moment =
                if self.form.purpose == FormPurpose::Declaration { FundMoment::Year } else { FundMoment::Annual };
            self.fill(Concept::Fund(FundSource::Total, moment), "");
        }
        for group in [&["central", "provincial", "city", "county", "local"][..], &["basic", "project"]] {
            let parts: Map<String, Value> = funds
                .clone()
                .filter(|(key, _)| group.contains(&key.as_str()))
                .map(|(k, v)| (k.clone(), v.clone()))
                .collect();
            if parts.len() >= 2 {
                let origin = format!("funds.{}", group.join("+"));
                self.own.compositions.extend(own::composition(&origin, "", &Value::Object(parts), None));
            }
        }
        for (key, value) in funds.clone() {
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
                Value::Object(_) | Value::Array(_) => {
                    let total = part_total(key).and_then(|total| funds.clone().find(|(key, _)| **key == total));
                    self.nested("funds", key, value, total.map(|(_, value)| value));
                }
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
            let Some(text) = printed(value).with_context(|| format!("`fields.{label}`"))? else {
                // Printed and left blank.
                if value.is_string() {
                    match named(label) {
                        Some(Named::Cell(concept)) => _ = self.fill(concept, ""),
                        Some(_) => {}
                        None => _ = self.own.add(None, self.form, label, ""),
                    }
                }
                continue;
            };
            let taken = match named(label) {
                Some(Named::Cell(concept)) => {
                    self.fill(concept, &text) || self.own.add(Some(concept), self.form, label, &text)
                }
                Some(Named::OnlyGoal) if only_goal.is_none() => {
                    only_goal = Some((label, text));
                    continue;
                }
                Some(Named::GoalPart) => {
                    parts.push(text);
                    continue;
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
                self.own.add(None, self.form, label, &text);
            }
        }
        if let Some((label, text)) = only_goal {
            // The only goal that is printed is the one of the year.
            let taken = if self.cells.contains_key(&Concept::YearGoal) || !parts.is_empty() {
                self.fill(Concept::WholeGoal, &text)
            } else {
                self.fill(Concept::YearGoal, &text)
            };
            if !taken {
                self.own.add(None, self.form, label, &text);
            }
        }
        let parts = parts.join("\n");
        if !parts.is_empty() && !self.fill(Concept::YearGoal, &parts) {
            self.own.add(None, self.form, "目标", &parts);
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
        // 指标解释 under the names that transcriptions give it; one of them to a row.
        const NOTES: [&str; 2] = ["extra", "definition"];
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
                    if let (true, Some(text)) = (NOTES.contains(&key), value.as_str()) {
                        self.own.notes = true;
                        row.cells.insert(CellId::new(NOTE), text.to_owned());
                    } else if !value.is_null() {
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
