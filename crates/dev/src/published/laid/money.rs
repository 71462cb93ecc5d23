//! Funds and base data: amounts by source, by kind and by printed row.

use anyhow::{Context, Result};
use jibiao_kit::model::{FundMoment, FundSource};
use jibiao_kit::{Concept, FormPurpose};
use serde_json::{Map, Value};

use super::{Laying, Table, labels::plain, printed};

/// Lists of amounts by kind, and what forms print above them.
const KINDS: [(&str, &str); 3] =
    [("by_income", "按收入性质分"), ("by_expenditure", "按支出性质分"), ("sources", "资金来源")];

/// Figures of base data under shorter names than the form prints.
const BASE: [(&str, &str); 2] = [("实有", "实际在职人数"), ("控制率", "人员控制率")];

impl Laying<'_> {
    pub(super) fn funds(&mut self, table: &Table) -> Result<()> {
        for (key, value) in table.funds.iter().flatten() {
            let source = match key.as_str() {
                "fiscal" => FundSource::Fiscal,
                "carryover" => FundSource::Carryover,
                "other" => FundSource::Other,
                _ => FundSource::Total,
            };
            match value {
                Value::Object(figures) if source != FundSource::Total => {
                    for (moment, value) in figures {
                        self.figure(source, moment, &format!("{key}.{moment}"), value)?;
                    }
                }
                Value::Object(parts) if KINDS.iter().any(|(known, _)| known == key) => {
                    self.by_kind(key, parts)?;
                }
                // Amounts by source: under the labels of the form.
                Value::Object(sources) if key == "by_source" => {
                    for (label, amounts) in sources {
                        self.by_source(label, amounts)?;
                    }
                }
                Value::Object(_) | Value::Array(_) => {
                    if !self.compositions(key, value)? {
                        self.homeless("funds", key, value);
                    }
                }
                value if key == "dept_total" => {
                    if !self.field("部门合计", &printed(value)?.unwrap_or_default()) {
                        self.homeless("funds", key, value);
                    }
                }
                value => {
                    let moment = if source == FundSource::Total { key.as_str() } else { "annual" };
                    self.figure(source, moment, key, value)?;
                }
            }
        }
        Ok(())
    }

    /// `[年初, 全年, 执行]` of a source that the form prints.
    fn by_source(&mut self, label: &str, amounts: &Value) -> Result<()> {
        const MOMENTS: [FundMoment; 3] = [FundMoment::Initial, FundMoment::Annual, FundMoment::Executed];
        let amounts = amounts.as_array().into_iter().flatten();
        for (moment, amount) in MOMENTS.into_iter().zip(amounts) {
            self.moment = Some(moment);
            let Some(text) = printed(amount)? else { continue };
            let cell = self.labelled(|own| own == plain(label));
            if !cell.is_some_and(|cell| self.fill(&cell, &text)) {
                self.homeless("funds", label, amount);
            }
        }
        Ok(())
    }

    /// 按收入性质分 with its parts: each has a cell of its name; the sum one that begins with the name of the list.
    fn by_kind(&mut self, key: &str, parts: &Map<String, Value>) -> Result<()> {
        let name = KINDS.iter().find(|(known, _)| *known == key).map_or("", |(_, name)| *name);
        for (label, amount) in parts {
            let Some(text) = printed(amount)? else { continue };
            let label = if label == "合计" { format!("{name}：合计") } else { plain(label) };
            let cell = self.labelled(|own| own == label);
            if !cell.is_some_and(|cell| self.fill(&cell, &text)) {
                self.homeless("funds", &label, amount);
            }
        }
        Ok(())
    }

    /// 基础数据表: figures by their labels, and rows of a table whose first column is printed.
    pub(super) fn base(&mut self, data: &Map<String, Value>) -> Result<()> {
        for (label, value) in data {
            let bare = label.split_whitespace().next().unwrap_or(label);
            let placed = match value {
                Value::Array(amounts) => self.base_row(bare, amounts)?,
                value => {
                    let text = printed(value)?.unwrap_or_default();
                    // 实有 for 实际在职人数, 控制率 for 人员控制率.
                    let own = BASE.iter().find(|(known, _)| *known == bare).map_or(bare, |(_, own)| *own);
                    self.labelled(|label| label == own).is_some_and(|cell| self.fill(&cell, &text))
                }
            };
            if !placed {
                self.homeless("base_table", label, value);
            }
        }
        Ok(())
    }

    /// Amounts of a printed row, in the order of the columns.
    fn base_row(&mut self, label: &str, amounts: &[Value]) -> Result<bool> {
        let form = self.form;
        for (_, table) in form.tables() {
            let Some((item, columns)) = table.columns.split_first() else { continue };
            let is = |text: &String| plain(text) == label;
            let Some(printed_row) = table.printed.iter().find(|row| row.cells.get(&item.id).is_some_and(is)) else {
                continue;
            };
            let rows = self.document.tables.get_or_default(table.id.clone());
            let Some(row) = rows.iter_mut().find(|row| row.id == printed_row.id) else { continue };
            for (column, amount) in columns.iter().zip(amounts) {
                row.cells.insert(column.id.clone(), printed(amount)?.unwrap_or_default());
            }
            return Ok(columns.len() >= amounts.len());
        }
        Ok(false)
    }

    fn figure(&mut self, source: FundSource, moment: &str, key: &str, value: &Value) -> Result<()> {
        let moment = match (moment, self.form.purpose) {
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
        let Some(text) = printed(value).with_context(|| format!("`funds.{key}`"))? else { return Ok(()) };
        // Points that the form prints itself are no cell of it.
        let states = moment == Some(FundMoment::Weight)
            && text.parse().is_ok_and(|weight: jibiao_kit::model::Number| weight == self.form.frame.execution_weight);
        let filled = moment.is_some_and(|moment| self.fill_concept(Concept::Fund(source, moment), &text));
        if !filled && !states {
            self.homeless("funds", key, value);
        }
        Ok(())
    }
}
