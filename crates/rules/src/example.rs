//! Examples of native rules as documents: the small part of TOML that they are written in.

use jibiao_model::{CellId, Extent, FormId, TableId};

use crate::{DataExample, Example, ExampleOrigin, data::EXAMPLE_ORIGINS};

impl Example {
    /// The example as a document's texts. A line that is neither a heading nor `name = 'text'` says nothing; a test
    /// reads every example with a TOML library as well and compares.
    pub fn read(&self) -> DataExample {
        let mut example = DataExample {
            finds: self.finds,
            form: None,
            extent: Extent::Whole,
            cells: Vec::new(),
            rows: Vec::new(),
            lines: Vec::new(),
            tables: Vec::new(),
            origin: None,
        };
        let mut part = Part::Head;
        for line in self.document.lines().map(str::trim) {
            match line {
                "[cells]" => part = Part::Cells,
                "[[rows]]" => {
                    part = Part::Rows;
                    example.rows.push(Vec::new());
                }
                "[[lines]]" => {
                    part = Part::Lines;
                    example.lines.push(Vec::new());
                }
                _ if line.starts_with("[[tables.") => {
                    let id = line.trim_start_matches("[[tables.").trim_end_matches(']');
                    match example.tables.iter_mut().find(|(table, _)| table.as_str() == id) {
                        Some((_, rows)) => rows.push(Vec::new()),
                        None => example.tables.push((TableId::new(id), vec![Vec::new()])),
                    }
                    part = Part::Table(id);
                }
                heading if heading.starts_with('[') => part = example.heading(heading).unwrap_or(Part::Head),
                _ => {
                    let Some((name, text)) = line.split_once('=') else { continue };
                    let (name, text) = (plain(name), plain(text));
                    let texts = match part {
                        Part::Head if name == "form" => {
                            example.form = Some(FormId::new(text));
                            continue;
                        }
                        Part::Head if name == "extent" && text == "excerpt" => {
                            example.extent = Extent::Excerpt;
                            continue;
                        }
                        Part::Head => continue,
                        Part::Cells => Some(&mut example.cells),
                        Part::Rows => example.rows.last_mut(),
                        Part::Lines => example.lines.last_mut(),
                        Part::Table(id) => {
                            let mut tables = example.tables.iter_mut();
                            tables.find(|(table, _)| table.as_str() == id).and_then(|(_, rows)| rows.last_mut())
                        }
                        Part::OriginCells => example.origin.as_mut().map(|origin| &mut origin.cells),
                        Part::OriginRows => example.origin.as_mut().and_then(|origin| origin.rows.last_mut()),
                    };
                    texts.into_iter().for_each(|texts| texts.push((CellId::new(name.as_str()), text.clone())));
                }
            }
        }
        example
    }
}

enum Part<'e> {
    Head,
    Cells,
    Rows,
    Lines,
    /// Another table, by its id.
    Table(&'e str),
    OriginCells,
    OriginRows,
}

impl DataExample {
    /// `[approved.cells]`, `[[approved.rows]]`.
    fn heading(&mut self, heading: &str) -> Option<Part<'static>> {
        let (name, what) = heading.trim_matches(['[', ']']).split_once('.')?;
        let (_, relation) = EXAMPLE_ORIGINS.into_iter().find(|(known, _)| *known == name)?;
        let origin = self.origin.get_or_insert(ExampleOrigin { relation, cells: Vec::new(), rows: Vec::new() });
        if what == "cells" {
            return Some(Part::OriginCells);
        }
        origin.rows.push(Vec::new());
        Some(Part::OriginRows)
    }
}

/// A name, or a text in either kind of quotes, without them.
fn plain(written: &str) -> String {
    let written = written.trim();
    let within = |quote: char| written.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    if let Some(text) = within('"') {
        return unescaped(text);
    }
    within('\'').unwrap_or(written).to_owned()
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(other) => other,
                None => '\\',
            },
            letter => letter,
        });
    }
    plain
}
