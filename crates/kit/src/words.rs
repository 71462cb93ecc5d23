//! Findings in words. Wording is the pack's; numbers and labels are put in here, once, for every front end.

use std::{borrow::Cow, sync::OnceLock};

use jibiao_model::{Arg, CellId, Document, Finding, Fix, Form, Label, Lapse, Number, Place, RowId, TableId, Waiver};
use jibiao_packs::Pack;
use jibiao_rules::reason_length;
use jibiao_wording::{Catalogue, Language, Messages};

use crate::slip::Anchor;

/// The kit's own messages: names of stages, severities, verdicts, dimensions, and why a file was refused.
pub(crate) fn kit_messages() -> &'static Messages {
    static MESSAGES: OnceLock<Messages> = OnceLock::new();
    MESSAGES.get_or_init(|| {
        // The build made this text from the same files that a test reads.
        Messages::parse(include_str!(concat!(env!("OUT_DIR"), "/messages.json"))).unwrap_or_default()
    })
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct WordedFinding {
    /// What is wrong, naming the row by its indicator.
    pub what: String,
    /// What to do.
    #[serde(rename = "do")]
    pub advice: String,
    /// Where, in words: 绩效指标 · 第3行 · 指标值.
    pub place: String,
    /// What each fix does, in the order of the finding's fixes.
    pub fixes: Vec<String>,
}

/// Words of one language for one form of one pack.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pack: &'a Pack,
    form: &'a Form,
    language: Language,
}

impl<'a> Words<'a> {
    /// Words for a form.
    pub fn new(pack: &'a Pack, form: &'a Form, language: Language) -> Self {
        Self { pack, form, language }
    }

    /// A label in this language.
    pub fn label(&self, label: &'a Label) -> &'a str {
        match self.language {
            Language::Zh => &label.zh,
            Language::En => &label.en,
        }
    }

    /// A name of the kit itself: `verdict-rejected`, `severity-blocks`, `dimension-relevance`.
    pub fn name(&self, key: &str) -> String {
        name(self.language, key)
    }

    /// A finding in words. `rows` gives the position of a row, from 1, where the caller knows it.
    pub fn finding(&self, finding: &Finding) -> WordedFinding {
        WordedFinding {
            what: self.message(&finding.message, &finding.args),
            advice: self.catalogue().render(&format!("rule-{}.do", finding.rule), &[]),
            place: self.place(&finding.place),
            fixes: finding.fixes.iter().map(|fix| self.fix(fix)).collect(),
        }
    }

    /// What a fix does, in words.
    pub fn fix(&self, fix: &Fix) -> String {
        self.message(&fix.message, &fix.args)
    }

    /// Why a reason does not count.
    pub fn lapse(&self, why: Lapse) -> String {
        let least = grouped(reason_length(&self.pack.book));
        kit_messages().of(self.language).render(&format!("lapse-{}", why.name()), &[("least", least.into())])
    }

    /// The title of a rule.
    pub fn rule(&self, rule: &str) -> String {
        self.catalogue().render(&format!("rule-{rule}"), &[])
    }

    /// Where the finding stands, or stood, that a waiver answers: in a document as it is now.
    pub fn place_of(&self, waiver: &Waiver, document: &Document) -> String {
        match (&waiver.table, &waiver.cell) {
            (None, None) => self.place(&Place {
                pointer: String::new(),
                section: waiver.section.clone(),
                table: None,
                row: None,
                cell: None,
            }),
            _ => self.spot(document, waiver.table.as_ref(), waiver.row.as_ref(), waiver.cell.as_ref()),
        }
    }

    /// A place by its ids, in words: in a document as it is now. A row that is gone has no position.
    pub fn spot(
        &self,
        document: &Document,
        table: Option<&TableId>,
        row: Option<&RowId>,
        cell: Option<&CellId>,
    ) -> String {
        let position = match (table, row) {
            (Some(table), Some(row)) => document.row(table.as_str(), row.as_str()).map(|(at, _)| at),
            _ => None,
        };
        let at_table =
            |table: &TableId| self.form.tables().find(|(_, t)| t.id == *table).map(|(section, _)| section.id.clone());
        let at_cell =
            |cell: &CellId| self.form.cells().find(|(_, c)| c.id == *cell).map(|(section, _)| section.id.clone());
        let section = table.map_or_else(|| cell.and_then(at_cell), at_table);
        let pointer = position.map_or_else(String::new, |position| format!("/tables/-/{position}"));
        self.place(&Place { pointer, section, table: table.cloned(), row: row.cloned(), cell: cell.cloned() })
    }

    /// The place of an entry of a return slip, in words: in a document as it is now.
    pub fn anchored(&self, at: &Anchor, document: &Document) -> String {
        let Anchor { section, table, row, cell } = at;
        match (table, cell) {
            (None, None) => self.place(&Place {
                pointer: String::new(),
                section: section.clone(),
                table: None,
                row: None,
                cell: None,
            }),
            _ => self.spot(document, table.as_ref(), row.as_ref(), cell.as_ref()),
        }
    }

    /// A place in words, from the section down to the cell.
    pub fn place(&self, place: &Place) -> String {
        self.places(&[place])
    }

    /// Places of one column in words, with all their rows.
    pub fn places(&self, places: &[&Place]) -> String {
        let mut parts: Vec<Cow<'_, str>> = Vec::new();
        let Some(place) = places.first() else { return String::new() };
        let section = self.form.sections.iter().find(|section| Some(&section.id) == place.section.as_ref());
        if let Some(section) = section {
            parts.push(self.label(&section.label).into());
        }
        // The pointer holds the position as it was when the document was checked.
        let position = |place: &&&Place| place.pointer.split('/').nth(3).and_then(|index| index.parse::<usize>().ok());
        let rows = places.iter().filter(|place| place.row.is_some()).filter_map(|place| position(&place));
        let rows: Vec<String> = rows.map(|row| row.saturating_add(1).to_string()).collect();
        if !rows.is_empty() {
            let n = rows.join(if self.language == Language::Zh { "、" } else { ", " });
            parts.push(kit_messages().of(self.language).render("place-row", &[("n", n.into())]).into());
        }
        if let Some(cell) = &place.cell {
            parts.push(self.cell(cell.as_str()).into());
        }
        if parts.is_empty() {
            parts.push(self.label(&self.form.title).into());
        }
        parts.join(" · ")
    }

    /// The label of a cell or column.
    pub fn cell(&self, id: &str) -> String {
        let label = self.form.cell(id).map(|cell| &cell.label).or_else(|| {
            self.form
                .tables()
                .find_map(|(_, table)| table.columns.iter().find(|column| column.id.as_str() == id))
                .map(|column| &column.label)
        });
        label.map_or_else(|| id.to_owned(), |label| self.label(label).to_owned())
    }

    /// A message of the pack with typed arguments.
    pub fn message(&self, key: &str, args: &[(String, Arg)]) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = args.iter().map(|(name, arg)| (name.as_str(), self.arg(arg))).collect();
        self.catalogue().render(key, &args)
    }

    fn catalogue(&self) -> &'a Catalogue {
        self.pack.messages.of(self.language)
    }

    fn arg<'b>(&self, arg: &'b Arg) -> Cow<'b, str> {
        match arg {
            Arg::Text(text) => shortened(text),
            Arg::Number(number) => grouped(*number).into(),
            Arg::Cell(cell) => self.cell(cell.as_str()).into(),
            Arg::Term(key) => self.catalogue().render(key, &[]).into(),
            Arg::Words(words) => words
                .join(match self.language {
                    Language::Zh => "、",
                    Language::En => ", ",
                })
                .into(),
        }
    }
}

/// A name of the kit itself, where no form is at hand.
pub fn name(language: Language, key: &str) -> String {
    kit_messages().of(language).render(key, &[])
}

/// A long quotation is cut for the sentence; the cell itself stands beside it on every front end.
pub(crate) fn shortened(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        None => text.into(),
        Some((end, _)) => format!("{}……", text.get(..end).unwrap_or(text)).into(),
    }
}

/// A number with thousands separators: 31,872.46.
fn grouped(number: Number) -> String {
    let text = number.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let mut grouped = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpenErrorCode;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (plain, shown) in [("226145100", "226,145,100"), ("-1234.5", "-1,234.5"), ("99.8", "99.8"), ("0", "0")] {
            assert_eq!(grouped(plain.parse().unwrap()), shown);
        }
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        let keys = |language| kit_messages().of(language).keys().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(keys(Language::Zh), keys(Language::En));
        assert!(!keys(Language::Zh).is_empty());
    }

    #[test]
    fn every_refusal_has_words() {
        for code in OpenErrorCode::ALL {
            for language in Language::ALL {
                assert!(kit_messages().of(language).pattern(&format!("open-{}", code.name())).is_some(), "{code:?}");
            }
        }
    }
}
