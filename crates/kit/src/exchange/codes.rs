//! Tables of codes that somebody hands in: names there, and the codes that stand for them.

use std::{collections::BTreeMap, fmt};

use jibiao_packs::profile::CodeSet;
use jibiao_reading::fold;

use super::hitch::HitchCode;
use crate::excel::columns;

/// Tables of codes by the names that the profile has for them.
pub type Codes = BTreeMap<String, CodeTable>;

/// Codes with their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeTable {
    rows: Vec<(String, String)>,
    by_code: BTreeMap<String, usize>,
    /// By the folded name.
    by_name: BTreeMap<String, usize>,
}

/// Why a table of codes can't be used: a row, counted from 1, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeTableError {
    /// No column of codes.
    Columns,
    /// A code without a name, or a name without a code.
    Half { row: usize },
    /// A code that stands for another name already.
    CodeTwice { row: usize, code: String },
    /// A name that has another code already.
    NameTwice { row: usize, name: String },
}

impl CodeTableError {
    /// The stable name: `code-twice`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Half { .. } => "half",
            Self::CodeTwice { .. } => "code-twice",
            Self::NameTwice { .. } => "name-twice",
        }
    }

    /// The row, counted from 1, and the code or name in question.
    pub fn place(&self) -> (usize, &str) {
        match self {
            Self::Columns => (0, ""),
            Self::Half { row } => (*row, ""),
            Self::CodeTwice { row, code: text } | Self::NameTwice { row, name: text } => (*row, text),
        }
    }
}

impl fmt::Display for CodeTableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (row, text) = self.place();
        write!(f, "The table of codes can't be used ({}): row {row} {text}.", self.name())
    }
}

impl std::error::Error for CodeTableError {}

fn folded(name: &str) -> String {
    fold(name).as_str().trim().to_owned()
}

/// Headers under which files have the columns of codes and of names.
const COLUMNS: [&[&str]; 2] = [&["code", "CODE", "代码", "编码", "ELE_CODE"], &["name", "NAME", "名称", "ELE_NAME"]];

impl CodeTable {
    /// A table of codes and names as a spreadsheet saves it: separated text with a header.
    ///
    /// # Errors
    /// [`CodeTableError`] where it has no column of codes, or where a code or a name could mean two things.
    pub fn from_csv(text: &str) -> Result<Self, CodeTableError> {
        let rows = columns(text, COLUMNS).ok_or(CodeTableError::Columns)?;
        Self::new(rows.into_iter().map(|[code, name]| (code, name)))
    }

    /// How many codes there are.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// A table of codes and names. Blank rows and repeated ones count for nothing.
    ///
    /// # Errors
    /// [`CodeTableError`] where a code or a name could mean two things.
    pub fn new(rows: impl IntoIterator<Item = (String, String)>) -> Result<Self, CodeTableError> {
        let mut table = Self::default();
        for ((code, name), row) in rows.into_iter().zip(1_usize..) {
            let (code, name) = (code.trim().to_owned(), name.trim().to_owned());
            match (code.is_empty(), name.is_empty()) {
                (true, true) => continue,
                (false, false) => {}
                _ => return Err(CodeTableError::Half { row }),
            }
            let known = table.by_code.get(&code).and_then(|at| table.rows.get(*at));
            if known.is_some_and(|(_, known)| *known == name) {
                continue;
            }
            let at = table.rows.len();
            if table.by_code.insert(code.clone(), at).is_some() {
                return Err(CodeTableError::CodeTwice { row, code });
            }
            if table.by_name.insert(folded(&name), at).is_some() {
                return Err(CodeTableError::NameTwice { row, name });
            }
            table.rows.push((code, name));
        }
        Ok(table)
    }

    /// The code of a name here, which may be called otherwise there.
    pub(super) fn code(&self, set: &CodeSet, name: &str) -> Result<&str, HitchCode> {
        let wanted = folded(name);
        let also = set.also.iter().find(|(here, _)| folded(here) == wanted);
        let there = also.into_iter().flat_map(|(_, names)| names).map(|name| folded(name));
        let mut found: Option<usize> = None;
        for name in std::iter::once(wanted).chain(there) {
            match (self.by_name.get(&name), found) {
                (Some(at), Some(before)) if *at != before => return Err(HitchCode::NameAmbiguous),
                (Some(at), _) => found = Some(*at),
                (None, _) => {}
            }
        }
        let row = found.and_then(|at| self.rows.get(at));
        row.map(|(code, _)| code.as_str()).ok_or(HitchCode::NameUnknown)
    }

    /// What a code is called here.
    pub(super) fn name<'t>(&'t self, set: &'t CodeSet, code: &str) -> Option<&'t str> {
        let (_, there) = self.rows.get(*self.by_code.get(code.trim())?)?;
        let wanted = folded(there);
        let called = |names: &Vec<String>| names.iter().any(|name| folded(name) == wanted);
        let here = set.also.iter().find(|(here, names)| folded(here) == wanted || called(names));
        Some(here.map_or(there, |(here, _)| here))
    }
}

#[cfg(test)]
mod tests {
    use jibiao_model::Label;

    use super::*;

    fn table(rows: &[(&str, &str)]) -> Result<CodeTable, CodeTableError> {
        CodeTable::new(rows.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())))
    }

    fn signs() -> CodeSet {
        let also = vec![("≥".to_owned(), vec!["大于等于".to_owned(), "不小于".to_owned()])];
        CodeSet { id: "sign".to_owned(), label: Label::default(), needed: false, also }
    }

    #[test]
    fn a_name_is_found_as_it_is_called_there_and_comes_back_as_it_is_called_here() {
        let table = table(&[("4", " 大于等于 "), ("5", "≤"), ("6", "定性"), ("", ""), ("6", "定性")]).unwrap();
        let set = signs();
        for (name, code) in [("≥", "4"), ("＞＝", "4"), ("≤", "5"), ("定性", "6")] {
            assert_eq!(table.code(&set, name), Ok(code), "{name}");
        }
        assert_eq!(table.code(&set, "="), Err(HitchCode::NameUnknown));
        assert_eq!(["4", "5", " 6"].map(|code| table.name(&set, code)), [Some("≥"), Some("≤"), Some("定性")]);
        assert_eq!(table.name(&set, "9"), None);
    }

    #[test]
    fn a_file_has_its_columns_under_many_names() {
        for text in ["code,name\n4,≥\n", "\u{feff}名称;备注;代码\n≥;;4\n", "ELE_NAME\tELE_CODE\n≥\t4\n"] {
            assert_eq!(CodeTable::from_csv(text), table(&[("4", "≥")]), "{text}");
        }
        assert_eq!(CodeTable::from_csv("4,≥\n"), Err(CodeTableError::Columns));
        assert_eq!(CodeTable::from_csv("code,name\n4,\n"), Err(CodeTableError::Half { row: 1 }));
    }

    #[test]
    fn what_could_mean_two_things_is_refused() {
        assert_eq!(table(&[("1", "甲"), ("1", "乙")]), Err(CodeTableError::CodeTwice { row: 2, code: "1".into() }));
        assert_eq!(table(&[("1", "甲"), ("2", "甲")]), Err(CodeTableError::NameTwice { row: 2, name: "甲".into() }));
        assert_eq!(table(&[("1", "甲"), ("", "乙")]), Err(CodeTableError::Half { row: 2 }));
        let both = table(&[("1", "大于等于"), ("2", "不小于")]).unwrap();
        assert_eq!(both.code(&signs(), "≥"), Err(HitchCode::NameAmbiguous));
    }
}
