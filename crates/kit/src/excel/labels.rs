//! What is printed on a form, as tables from elsewhere print it: labels of cells, and words that are nobody's answer.

use jibiao_model::{Block, Cell, CellId, Column, Concept, Form, FundMoment, FundSource, Label};
use jibiao_reading::Vocabulary;
use jibiao_table::{bare, plain};
use jibiao_wording::Language;

use crate::words::name;

/// A label is short.
const LONGEST: usize = 40;

/// The labels of a form.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    form: &'a Form,
    vocabulary: &'a Vocabulary,
    /// Labels that stand above or beside parts of the form, and name no cell.
    printed: Vec<String>,
    /// The lists with names of amounts: forms of other places print others than this one.
    funds: Vec<String>,
    /// Each cell with its label as it is compared.
    cells: Vec<(&'a Cell, [String; 2], String)>,
}

impl<'a> Labels<'a> {
    pub(super) fn of(form: &'a Form, vocabulary: &'a Vocabulary) -> Self {
        let mut labels: Vec<&Label> = vec![&form.title];
        let column = |column: &'a Column| std::iter::once(&column.label).chain(&column.group);
        for section in &form.sections {
            labels.push(&section.label);
            for block in &section.blocks {
                match block {
                    Block::Cells(_) => {}
                    Block::Note(note) => labels.push(note),
                    Block::Matrix { matrix, .. } => {
                        labels.push(&matrix.label);
                        labels.extend(matrix.columns.iter().map(|column| &column.label));
                        labels.extend(matrix.rows.iter().map(|row| &row.label));
                    }
                    Block::Table(table) => {
                        labels.push(&table.label);
                        labels.extend(table.columns.iter().flat_map(column));
                    }
                }
            }
        }
        let mut printed: Vec<String> = labels
            .iter()
            .flat_map(|label| [plain(&label.zh), bare(&label.en)])
            .filter(|text| !text.is_empty())
            .collect();
        let seals = ["excel-seal-unit", "excel-seal-head", "excel-seal-date"];
        let seals = seals.into_iter().flat_map(|key| Language::ALL.map(|language| name(language, key)));
        printed.extend(seals.map(|seal| plain(&seal)));
        printed.sort();
        printed.dedup();
        let in_matrix = |id: &CellId| {
            form.sections.iter().flat_map(|section| &section.blocks).any(|block| match block {
                Block::Matrix { cells, .. } => cells.iter().any(|cell| cell.id == *id),
                _ => false,
            })
        };
        // Labels of a matrix's cells are made of two: its own pass finds them.
        let single = form.cells().map(|(_, cell)| cell).filter(|cell| !in_matrix(&cell.id));
        let cells =
            single.map(|cell| (cell, [bare(&cell.label.zh), bare(&cell.label.en)], plain(&cell.label.zh))).collect();
        let funds = FundSource::ALL
            .into_iter()
            .flat_map(|source| FundMoment::ALL.into_iter().map(move |moment| Concept::Fund(source, moment)));
        let funds = funds.map(|fund| ["column-", &fund.to_string()].concat()).collect();
        Self { form, vocabulary, printed, funds, cells }
    }

    /// The cells that a label may mean, the likeliest first.
    pub(super) fn meant(&self, text: &str) -> Vec<&'a Cell> {
        if text.is_empty() || text.chars().count() > LONGEST {
            return Vec::new();
        }
        let (own, short) = (bare(text), plain(text));
        let mut ranked: Vec<(u8, &'a Cell)> = Vec::new();
        for (cell, exact, label) in &self.cells {
            let listed = || {
                let list = cell.concept.map(|concept| ["column-", &concept.to_string()].concat());
                list.is_some_and(|list| self.vocabulary.list(&list).has(&short))
            };
            let rank = match () {
                () if exact.contains(&own) && !own.is_empty() => 0,
                () if *label == short && !short.is_empty() => 1,
                () if listed() => 2,
                () => continue,
            };
            ranked.push((rank, cell));
        }
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, cell)| cell).collect()
    }

    /// Whether a text is the very label of a cell.
    pub(super) fn is_own(&self, text: &str) -> bool {
        let own = bare(text);
        !own.is_empty() && self.cells.iter().any(|(_, exact, _)| exact.contains(&own))
    }

    /// Whether a text is printed on the form rather than typed into it.
    pub(super) fn is_printed(&self, text: &str) -> bool {
        let short = plain(text);
        let known = |text: &String| self.printed.binary_search(text).is_ok();
        // Marks and dashes say nothing.
        bare(text).is_empty() || known(&short) || known(&bare(text))
    }

    /// Whether a text names a cell or is printed.
    pub(super) fn is_label(&self, text: &str) -> bool {
        // 其他, 合计 may be answers.
        const LEAST: usize = 3;
        let short = plain(text);
        let fund =
            || short.chars().count() >= LEAST && self.funds.iter().any(|list| self.vocabulary.list(list).has(&short));
        self.is_printed(text) || !self.meant(text).is_empty() || fund()
    }

    /// Whether a text is the very title of the form.
    pub(super) fn is_own_title(&self, text: &str) -> bool {
        bare(text).ends_with(&bare(&self.form.title.zh))
    }

    /// Whether a text is, or ends with, the title of the form; what stands in brackets aside.
    pub(super) fn is_title(&self, text: &str) -> bool {
        let ends = |text: String, title: String| !title.is_empty() && text.ends_with(&title);
        ends(bare(text), bare(&self.form.title.zh)) || ends(plain(text), plain(&self.form.title.zh))
    }
}
