//! `forms`: which forms there are, and the cells of one: ids to write documents by.

use jibiao_kit::{
    Concept, Words,
    model::{Block, Cell, Column, Form, Kind, Label, Table as Rows},
};
use serde_json::{Value as Json, json};

use crate::{
    arguments::Format,
    commands::{Output, Session},
    page::{BOLD, DIM, PLAIN, Page},
    table::{Side, Table},
};

impl Session<'_> {
    pub(super) fn forms(self, format: Format) -> Output {
        if format == Format::Json {
            let forms = self.kit.forms().map(|(pack, form)| {
                json!({
                    "form": form.id.as_str(), "pack": pack.reference, "title": both(&form.title),
                    "summary": both(&form.summary), "purpose": form.purpose.name(), "subject": form.subject.name(),
                    "place": form.place.as_ref().map(both),
                })
            });
            return Output::json(format!("{:#}\n", Json::Array(forms.collect())));
        }
        let mut table = Table::new(
            ["head-form", "head-label", "head-note", "head-pack"]
                .map(|head| (Side::Left, self.speech.say(head, &[])))
                .into(),
        );
        for (pack, form) in self.kit.forms() {
            let words = Words::new(pack, form, self.speech.language);
            table.row(
                PLAIN,
                vec![
                    form.id.to_string(),
                    words.label(&form.title).to_owned(),
                    words.label(&form.summary).to_owned(),
                    pack.reference.to_string(),
                ],
            );
        }
        let mut page = Page::new();
        table.put(&mut page, 0);
        Output::page(page)
    }

    /// The cells of a form and the columns of its tables.
    pub(super) fn form(self, form: &str, format: Format) -> Output {
        let draft = match self.blank(form, form) {
            Ok(draft) => draft,
            Err(misuse) => return self.misuse(misuse),
        };
        let (pack, form) = (draft.pack(), draft.form());
        if format == Format::Json {
            let sections = form.sections.iter().map(|section| {
                let cells = section.blocks.iter().flat_map(cells_of).map(cell_json);
                let tables = section.blocks.iter().filter_map(table_of).map(|table| table_json(form, table));
                json!({
                    "section": section.id.as_str(), "label": both(&section.label),
                    "cells": cells.collect::<Vec<_>>(), "tables": tables.collect::<Vec<_>>(),
                })
            });
            let json = json!({
                "form": form.id.as_str(), "pack": pack.reference, "title": both(&form.title),
                "purpose": form.purpose.name(), "subject": form.subject.name(), "place": form.place.as_ref().map(both),
                "money_unit": form.money_unit.label(), "sections": sections.collect::<Vec<_>>(),
            });
            return Output::json(format!("{json:#}\n"));
        }
        let words = Words::new(pack, form, self.speech.language);
        let mut page = Page::new();
        page.line(&[
            (BOLD, words.label(&form.title)),
            (PLAIN, "  "),
            (DIM, form.id.as_str()),
            (PLAIN, "  "),
            (DIM, &pack.reference.to_string()),
        ]);
        let shape = json!({ "cells": example_cells(form) }).to_string();
        page.gap();
        page.paragraph(0, 2, PLAIN, &self.speech.say("form-shape", &[("shape", &shape)]));
        for section in &form.sections {
            let cells: Vec<&Cell> = section.blocks.iter().flat_map(cells_of).collect();
            if !cells.is_empty() {
                page.gap();
                page.line(&[(BOLD, words.label(&section.label))]);
                let mut table = self.cells_table();
                for cell in &cells {
                    table.row(
                        PLAIN,
                        self.cell_row(cell.id.as_str(), words.label(&cell.label), cell.concept, cell.kind, cell.asked),
                    );
                }
                table.put(&mut page, 2);
                cells.iter().for_each(|cell| self.choices(&mut page, cell.id.as_str(), &cell.choices));
            }
            for rows in section.blocks.iter().filter_map(table_of) {
                page.gap();
                let said =
                    self.speech.say("form-table", &[("label", words.label(&rows.label)), ("id", rows.id.as_str())]);
                page.line(&[(BOLD, &said)]);
                let mut table = self.cells_table();
                for column in &rows.columns {
                    table.row(
                        PLAIN,
                        self.cell_row(
                            column.id.as_str(),
                            words.label(&column.label),
                            column.concept,
                            column.kind,
                            !column.optional,
                        ),
                    );
                }
                table.put(&mut page, 2);
                for column in &rows.columns {
                    self.choices(&mut page, column.id.as_str(), &answers(form, column));
                }
                let shape = json!({ "tables": example_rows(rows) }).to_string();
                let key = if rows.printed.is_empty() { "form-rows" } else { "form-printed-rows" };
                let ids: Vec<&str> = rows.printed.iter().map(|row| row.id.as_str()).collect();
                let args = [("shape", shape), ("rows", self.speech.list(&ids))];
                let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
                page.paragraph(2, 2, PLAIN, &self.speech.say(key, &args));
            }
        }
        Output::page(page)
    }

    /// What a cell with printed answers takes.
    fn choices(self, page: &mut Page, cell: &str, choices: &[String]) {
        if !choices.is_empty() {
            let args = [("cell", cell), ("choices", &self.speech.list(choices))];
            page.paragraph(2, 2, PLAIN, &self.speech.say("cell-choices", &args));
        }
    }

    fn cells_table(self) -> Table {
        let heads = ["head-cell", "head-label", "head-concept", "head-kind", "head-note"];
        Table::new(heads.map(|head| (Side::Left, self.speech.say(head, &[]))).into())
    }

    fn cell_row(self, id: &str, label: &str, concept: Option<Concept>, kind: Kind, asked: bool) -> Vec<String> {
        let concept = concept.map(|concept| concept.to_string()).unwrap_or_default();
        let note = if asked { String::new() } else { self.speech.say("cell-optional", &[]) };
        vec![id.to_owned(), label.to_owned(), concept, kind.name().to_owned(), note]
    }
}

/// The printed answers of a column; of levels, those of the form's frame, as documents hold them.
fn answers(form: &Form, column: &Column) -> Vec<String> {
    let ones = form.frame.levels.iter();
    match column.concept {
        Some(Concept::LevelOne) => ones.map(|one| one.label.zh.clone()).collect(),
        Some(Concept::LevelTwo | Concept::WholeLevelTwo) => {
            ones.flat_map(|one| &one.twos).map(|two| two.label.zh.clone()).collect()
        }
        _ => column.choices.clone(),
    }
}

/// The first cells as a document holds them.
fn example_cells(form: &Form) -> Json {
    const SOME: usize = 2;
    let cells = form.cells().take(SOME).map(|(_, cell)| (cell.id.to_string(), Json::from("…")));
    Json::Object(cells.collect())
}

/// A row of a table as a document holds it: a printed one with what is to be filled.
fn example_rows(table: &Rows) -> Json {
    const SOME: usize = 4;
    let printed = table.printed.first();
    let own = |column: &&Column| printed.is_none_or(|row| row.cells.get(&column.id).is_none());
    let columns = table.columns.iter().filter(|column| !column.optional).filter(own).take(SOME);
    let cells: serde_json::Map<String, Json> = columns.map(|column| (column.id.to_string(), Json::from("…"))).collect();
    let id = printed.map_or("r1", |row| row.id.as_str());
    json!({ table.id.as_str(): [{ "id": id, "cells": cells }] })
}

fn cells_of(block: &Block) -> &[Cell] {
    match block {
        Block::Cells(cells) | Block::Matrix { cells, .. } => cells,
        Block::Table(_) | Block::Note(_) => &[],
    }
}

fn table_of(block: &Block) -> Option<&Rows> {
    if let Block::Table(table) = block { Some(table) } else { None }
}

pub(super) fn both(label: &Label) -> Json {
    json!({ "zh": label.zh, "en": label.en })
}

fn cell_json(cell: &Cell) -> Json {
    json!({
        "id": cell.id.as_str(), "label": both(&cell.label), "concept": cell.concept.map(|concept| concept.to_string()),
        "kind": cell.kind.name(), "choices": cell.choices, "limit": cell.limit, "optional": !cell.asked,
    })
}

fn table_json(form: &Form, table: &Rows) -> Json {
    json!({
        "id": table.id.as_str(), "label": both(&table.label),
        "columns": table.columns.iter().map(|column| column_json(form, column)).collect::<Vec<_>>(),
        "printed_rows": table.printed.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
    })
}

fn column_json(form: &Form, column: &Column) -> Json {
    json!({
        "id": column.id.as_str(), "label": both(&column.label),
        "concept": column.concept.map(|concept| concept.to_string()), "kind": column.kind.name(),
        "choices": answers(form, column), "optional": column.optional,
    })
}
