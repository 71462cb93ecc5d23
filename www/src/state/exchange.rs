//! 交换表: the document in the tables of another system, by a profile of its pack.

use std::{collections::BTreeMap, rc::Rc};

use jibiao_kit::{
    Draft,
    exchange::{CodeTable, CodeTableError, Codes, Hitch, Profile},
};
use web_sys::File;

use super::field::Field;
use crate::words::Text;

/// What the person says about the tables, and what comes of it.
#[derive(Debug)]
pub(crate) enum Exchange {
    /// The profile of this name is meant.
    Profile(String),
    /// A file with the codes of this name is to be chosen.
    PickCodes(String),
    CodesChosen(File),
    CodesRead {
        set: String,
        name: String,
        table: Result<CodeTable, CodesRefused>,
    },
    Write,
}

/// Why a file with codes was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CodesRefused {
    TooLarge,
    /// What the browser has to say.
    Unread(String),
    Table(CodeTableError),
}

impl CodesRefused {
    pub(crate) fn words(&self, t: Text) -> String {
        let error = match self {
            Self::TooLarge => return t.codes_too_large().to_owned(),
            Self::Unread(reason) => return t.codes_unread(reason),
            Self::Table(error) => error,
        };
        let (row, text) = error.place();
        // The header is the first line.
        let line = row.saturating_add(1).to_string();
        match error {
            CodeTableError::Columns => t.codes_columns().to_owned(),
            CodeTableError::Half { .. } => t.codes_half(&line),
            CodeTableError::CodeTwice { .. } => t.codes_code_twice(&line, text),
            CodeTableError::NameTwice { .. } => t.codes_name_twice(&line, text),
        }
    }
}

/// Codes that the person handed in. They serve all drafts of this visit: the receiver has the same for every project.
#[derive(Clone, Debug, Default)]
pub(crate) struct CodesAtHand {
    tables: Codes,
    /// The files that they came from.
    files: BTreeMap<String, String>,
}

impl CodesAtHand {
    pub(crate) fn put(&mut self, set: String, file: String, table: CodeTable) {
        self.files.insert(set.clone(), file);
        self.tables.insert(set, table);
    }

    /// The file that codes came from, and how many they are.
    pub(crate) fn of(&self, set: &str) -> Option<(&str, usize)> {
        Some((self.files.get(set)?, self.tables.get(set)?.count()))
    }

    /// Those that a profile knows; others are for other profiles.
    pub(crate) fn for_profile(&self, profile: &Profile) -> Codes {
        let known = self.tables.iter().filter(|(set, _)| profile.codes(set).is_some());
        known.map(|(set, table)| (set.clone(), table.clone())).collect()
    }
}

/// Something that the tables can't take as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    pub(crate) place: String,
    pub(crate) what: String,
    /// Where it can be mended.
    pub(crate) field: Option<Field>,
}

impl Misfit {
    pub(crate) fn of(hitch: &Hitch, draft: &Draft, t: Text) -> Self {
        let field = hitch.spot.as_ref().map(|spot| match (&spot.table, &spot.row) {
            (Some(table), Some(row)) => {
                Field::Row { table: table.clone(), row: row.clone(), column: spot.cell.clone() }
            }
            _ => Field::Cell(spot.cell.clone()),
        });
        Self { place: hitch.place(Some(draft), t.0), what: hitch.message(t.0), field }
    }
}

/// What was written last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrote {
    pub(crate) name: String,
    /// Codes that were not at hand, so that their fields are blank.
    pub(crate) open: Vec<String>,
}

/// The tables of another system, as far as they are.
#[derive(Debug, Default)]
pub(crate) struct Exchanging {
    /// The profile that was chosen; without a choice it is the first that fits.
    profile: Option<String>,
    pub(crate) codes: Rc<CodesAtHand>,
    /// The codes that a file is being chosen for.
    pub(crate) picking: Option<String>,
    /// Codes whose file was not taken, and why.
    pub(crate) refused: Option<(String, String)>,
    pub(crate) misfits: Vec<Misfit>,
    pub(crate) wrote: Option<Wrote>,
}

impl Exchanging {
    /// What was told of the document as it was before does not hold any more.
    pub(crate) fn look(&mut self, codes: &Rc<CodesAtHand>) {
        let profile = self.profile.take();
        *self = Self { profile, codes: Rc::clone(codes), ..Self::default() };
    }

    pub(crate) fn turn_to(&mut self, profile: String) {
        let codes = Rc::clone(&self.codes);
        self.profile = Some(profile);
        self.look(&codes);
    }

    /// The profile that is meant.
    pub(crate) fn profile<'d>(&self, draft: &'d Draft) -> Option<&'d Profile> {
        let chosen = draft.profiles().find(|profile| Some(&profile.id) == self.profile.as_ref());
        chosen.or_else(|| draft.profiles().next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_serve_the_profiles_that_know_them() {
        let kit = jibiao_kit::Kit::builtin().unwrap();
        let draft = kit.blank("project-declaration-2021", "d").unwrap();
        let mut codes = CodesAtHand::default();
        for set in ["calc-sign", "of-another-system"] {
            codes.put(set.to_owned(), "codes.csv".to_owned(), CodeTable::from_csv("code,name\n4,≥\n").unwrap());
        }
        let mut exchanging = Exchanging::default();
        exchanging.look(&Rc::new(codes));
        let profile = exchanging.profile(&draft).unwrap();
        assert_eq!(profile.id, "integrated-project-declaration");
        assert_eq!(exchanging.codes.for_profile(profile).keys().collect::<Vec<_>>(), ["calc-sign"]);
        assert_eq!(exchanging.codes.of("calc-sign"), Some(("codes.csv", 1)));
    }

    #[test]
    fn a_refused_table_says_the_line_of_its_file() {
        let refused =
            |text| CodesRefused::Table(CodeTable::from_csv(text).unwrap_err()).words(Text(Default::default()));
        assert!(refused("代码,名称\n4,≥\n,≤\n").contains("第 3 行"));
        assert!(refused("代码,名称\n4,≥\n4,≤\n").contains("第 3 行"));
        assert!(refused("x,y\n").contains("代码"));
    }
}
