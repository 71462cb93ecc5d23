//! A published table laid into a form as the pack states it: nothing is added to the form, and what finds no cell is told.
//!
//! Labels are compared with those that the form prints, then with the names under which places print a cell.

mod labels;
mod money;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result};
use jibiao_kit::model::{CellId, FundMoment, Table as Columns};
use jibiao_kit::{Concept, Document, Draft, Form, FormPurpose, Kit, Rebind, Row, RowId, Subject};
use serde_json::{Map, Value, json};

use self::labels::plain;
use super::{
    document::{COLUMNS, HEAD, KEPT, extent},
    labels::{Named, named},
    own,
    table::{Table, printed},
};

/// What a transcription says about itself, about the form, or computes from its cells.
const ABOUT: [&str; 13] = [
    "source",
    "left_out",
    "note",
    "notes",
    "printed_notes",
    "blank_rows",
    "weight_ranges",
    "frame",
    "l1_weights",
    "l1_weights_printed",
    "goal_numbers",
    "subrows",
    "raw_target",
];

/// Columns by the names that transcriptions give them, and the words of the labels that forms print above them.
const PRINTED: [(&str, &[&str]); 7] = [
    ("standard", &["绩效标准"]),
    ("value_type", &["指标值类型"]),
    ("definition", &["指标解释", "备注"]),
    ("evalstd", &["评（扣）分标准", "评分标准"]),
    ("direction", &["指标方向性"]),
    ("checked_score", &["复核分"]),
    ("l2_weight", &["二级指标分值"]),
];

/// A table in a form.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(super) draft: Draft,
    /// Printed cells that the form has no place for; their texts are kept in the document.
    pub(super) homeless: Vec<String>,
}

/// Lays a table into a form.
pub(super) fn lay(kit: &Kit, form: &str, name: &str, table: &Table) -> Result<Laid> {
    let blank = kit.blank(form, name).map_err(anyhow::Error::new)?;
    let mut laying = Laying {
        form: blank.form(),
        document: blank.document().clone(),
        moment: None,
        kept: Map::new(),
        homeless: Vec::new(),
    };
    laying.document.extent = extent(table);
    laying.head(table)?;
    laying.fields(table)?;
    laying.funds(table)?;
    laying.rows(table)?;
    let Laying { mut document, kept, homeless, .. } = laying;
    if !kept.is_empty() {
        document.rest.insert(KEPT.to_owned(), Value::Object(kept));
    }
    Ok(Laid { draft: kit.bind(document, Rebind::Never)?.draft, homeless })
}

/// The form in which the fewest cells are left over; of several the one whose frame fits, then the first of the kit's.
pub(super) fn best(kit: &Kit, name: &str, table: &Table) -> Result<Option<Laid>> {
    let mut best: Option<((usize, usize), Laid)> = None;
    for (_, form) in kit.forms().filter(|(_, form)| is_for(form, table)) {
        let laid = lay(kit, form.id.as_str(), name, table)?;
        let rank = (laid.homeless.len(), strangers(form, table));
        if best.as_ref().is_none_or(|(other, _)| rank < *other) {
            best = Some((rank, laid));
        }
    }
    Ok(best.map(|(_, laid)| laid))
}

/// Whether a table is of the kind that a form is for.
fn is_for(form: &Form, table: &Table) -> bool {
    let kind = table.kind.as_str();
    let purpose = match kind {
        kind if kind.contains("self_eval") => FormPurpose::SelfEvaluation,
        kind if kind.contains("declaration") => FormPurpose::Declaration,
        _ => return false,
    };
    let subject = match kind {
        kind if kind.starts_with("dep") => Subject::Department,
        kind if kind.starts_with("transfer") => Subject::Transfer,
        _ => Subject::Project,
    };
    form.purpose == purpose && form.subject == subject && form.indicators().is_some()
}

/// What of a table contradicts a form: points of the execution rate, unit of amounts, levels that the
/// frame lacks.
fn strangers(form: &Form, table: &Table) -> usize {
    let weight = table.funds.as_ref().and_then(|funds| printed(funds.get("weight")?).ok().flatten());
    let weight = weight.and_then(|weight| weight.parse().ok());
    let weighs_otherwise = weight.is_some_and(|weight| form.frame.execution_weight != weight);
    let known = |one: &str| form.frame.levels.iter().any(|level| plain(&level.label.zh) == plain(one));
    let ones = table.rows.iter().filter_map(|row| row.get("l1")?.as_str());
    let unit = table.rest.get("money_unit").and_then(Value::as_str);
    let counts_otherwise = unit.is_some_and(|unit| unit != form.money_unit.label());
    usize::from(weighs_otherwise) + usize::from(counts_otherwise) + ones.filter(|one| !known(one)).count()
}

struct Laying<'f> {
    form: &'f Form,
    document: Document,
    /// What the total above says of the sources below it.
    moment: Option<FundMoment>,
    kept: Map<String, Value>,
    homeless: Vec<String>,
}

impl Laying<'_> {
    fn homeless(&mut self, block: &str, key: &str, value: &Value) {
        let entry = self.kept.entry(block).or_insert_with(|| json!({}));
        entry[key] = value.clone();
        self.homeless.push(format!("{block}.{key}"));
    }

    fn fill(&mut self, cell: &CellId, text: &str) -> bool {
        if !self.document.text(cell.as_str()).is_empty() {
            return false;
        }
        self.document.cells.insert(cell.clone(), text.to_owned());
        true
    }

    fn fill_concept(&mut self, concept: Concept, text: &str) -> bool {
        let form = self.form;
        form.cell_of(concept).is_some_and(|cell| self.fill(cell, text))
    }

    fn head(&mut self, table: &Table) -> Result<()> {
        for (key, value) in table.rest.iter().filter(|(key, _)| !ABOUT.contains(&key.as_str())) {
            let concept = HEAD.iter().find(|(known, _)| known == key).map(|(_, concept)| *concept);
            let Some(concept) = concept else {
                if let (Some(data), "base_table") = (value.as_object(), key.as_str()) {
                    self.base(data)?;
                } else if !self.compositions(key, value)? {
                    self.homeless("head", key, value);
                }
                continue;
            };
            let Some(text) = printed(value).with_context(|| format!("`{key}`"))? else { continue };
            // A department's own table calls it 单位.
            let alone = concept == Concept::ImplementingUnit && self.form.cell_of(concept).is_none();
            let concept = if alone { Concept::Department } else { concept };
            if !self.fill_concept(concept, &text) {
                self.homeless("head", key, value);
            }
        }
        Ok(())
    }

    /// Lists of rows beside the indicators: 成本构成 with its amounts.
    fn compositions(&mut self, key: &str, value: &Value) -> Result<bool> {
        let form = self.form;
        let Some(composition) = own::composition(key, key, value, None) else { return Ok(false) };
        let fits = |columns: &&Columns| {
            let figures = composition.lines.iter().flat_map(|line| &line.figures);
            figures.into_iter().all(|(concept, _)| columns.column(*concept).is_some())
        };
        let free = |columns: &&Columns| self.document.rows(columns.id.as_str()).iter().all(Row::is_blank);
        let Some(columns) = form.compositions().filter(free).find(fits) else { return Ok(false) };
        let mut rows = Vec::new();
        for (index, line) in composition.lines.iter().enumerate() {
            let mut row = Row::new(RowId::new(format!("l{}", index + 1)));
            let item = [(Concept::LineItem, line.item.clone())];
            for (concept, text) in item.into_iter().chain(line.figures.iter().cloned()) {
                let column = columns.column(concept).context("a line has a figure without a column")?;
                row.cells.insert(column.id.clone(), text);
            }
            rows.push(row);
        }
        self.document.tables.insert(columns.id.clone(), rows);
        Ok(true)
    }

    fn rows(&mut self, table: &Table) -> Result<()> {
        let form = self.form;
        let columns = form.indicators().context("the form has no table of indicators")?;
        let mut rows = Vec::with_capacity(table.rows.len());
        for (index, printed_row) in table.rows.iter().enumerate() {
            let position = index + 1;
            let mut row = Row::new(RowId::new(format!("r{position}")));
            for (key, value) in printed_row {
                let whole_target = printed_row.get("target").is_none_or(Value::is_null);
                let key = if key == "raw_target" && whole_target { "target" } else { key.as_str() };
                if ABOUT.contains(&key) {
                    continue;
                }
                let Some(text) = printed(value).with_context(|| format!("row {position}, `{key}`"))? else { continue };
                let text = if key == "l1" { with_points(table, text) } else { text };
                match column(columns, key, &text) {
                    Some(cell) if row.text(cell.as_str()).is_empty() => {
                        row.cells.insert(cell, text);
                    }
                    _ => self.homeless(&format!("row {position}"), key, value),
                }
            }
            rows.push(row);
        }
        self.document.tables.insert(columns.id.clone(), rows);
        Ok(())
    }
}

/// 产出指标(50分): the points of a level stand behind it.
fn with_points(table: &Table, one: String) -> String {
    let points = table.rest.get("l1_weights").and_then(|points| printed(points.get(&one)?).ok().flatten());
    points.map_or_else(|| one.clone(), |points| format!("{one}({points}分)"))
}

/// The column that takes a printed text.
fn column(columns: &Columns, key: &str, text: &str) -> Option<CellId> {
    if let Some((_, concept)) = COLUMNS.iter().find(|(known, _)| *known == key) {
        return columns.column(*concept).map(|column| column.id.clone());
    }
    if key == "extra" {
        // A column without a name: the one that offers such a word, else notes.
        let mut offering = columns.columns.iter().filter(|column| column.choices.iter().any(|choice| choice == text));
        let column = offering.next().or_else(|| columns.column(Concept::Note))?;
        return Some(column.id.clone());
    }
    let (_, labels) = PRINTED.iter().find(|(known, _)| *known == key)?;
    let column = |label: &&str| columns.columns.iter().find(|column| plain(&column.label.zh) == plain(label));
    labels.iter().find_map(column).map(|column| column.id.clone())
}
