//! 报送: what goes out of a document beside its file.

use std::{cell::Cell, rc::Rc};

use jibiao_kit::slip::Slip;
use web_sys::{Blob, File};

use super::{exchange::Exchanging, sealing::How};
use crate::{
    browser::courier::{Along, Refused},
    words::Text,
};

/// What the person says about handing in, and what comes of it.
#[derive(Debug)]
pub(crate) enum Hand {
    PickFiles,
    Chosen(Vec<File>),
    /// An attachment is left out, by its position.
    Remove(usize),
    Pack,
    /// The bundle of a document is so far.
    WentOn {
        id: String,
        along: Along,
    },
    Packed {
        id: String,
        made: Made,
        result: Result<Blob, Refused>,
    },
    Cancel,
    /// How the bundle is sealed.
    Sealing(How),
    /// The table as a workbook.
    Workbook,
    /// The table as it is disclosed.
    Publish(Publish),
    Written {
        name: String,
        result: Result<Vec<u8>, Refused>,
    },
}

/// What the table for everybody is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Publish {
    Html,
    Xlsx,
    Json,
}

/// Handing in, as far as it is.
#[derive(Debug, Default)]
pub(crate) struct Handing {
    /// Files that go into the bundle beside the document. They are read when it is packed, and kept nowhere.
    pub(crate) attachments: Vec<File>,
    pub(crate) packing: Option<Packing>,
    pub(crate) made: Option<Made>,
    pub(crate) refused: Option<Refused>,
    pub(crate) exchange: Exchanging,
    pub(crate) sealing: How,
}

/// A bundle on its way.
#[derive(Debug)]
pub(crate) struct Packing {
    pub(crate) along: Along,
    pub(crate) go_on: Rc<Cell<bool>>,
}

/// A bundle that was made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Made {
    pub(crate) name: String,
    /// The revision that is in it, and what matches it with paper.
    pub(crate) revision: u64,
    pub(crate) receipt: String,
    /// Who can open it.
    pub(crate) sealed: How,
    /// Whether the document was changed since.
    pub(crate) behind: bool,
    /// The answered return slip that is in it.
    pub(crate) slip: Option<Box<Slip>>,
}

impl Refused {
    /// Why a bundle could not be made, and what to do.
    pub(crate) fn words(&self, t: Text) -> String {
        match self.code.as_str() {
            "length" => t.hand_length(&self.file),
            "too-large" => t.hand_too_large().to_owned(),
            "differs" => t.hand_differs().to_owned(),
            "load" => t.hand_load(&self.file),
            "no-key" => t.hand_no_key().to_owned(),
            "bad-key" => t.hand_bad_key(&self.file),
            "short-passphrase" => t.hand_short_passphrase().to_owned(),
            "passphrases-differ" => t.hand_passphrases_differ().to_owned(),
            "no-private-key" => t.unseal_nothing().to_owned(),
            "bad-private-key" => t.unseal_bad_key().to_owned(),
            "wrong-key" => t.unseal_wrong_key().to_owned(),
            "damaged" => t.unseal_damaged().to_owned(),
            "memory" => t.sealing_memory().to_owned(),
            "no-sealing" => t.sealing_not_here().to_owned(),
            code => t.hand_other(code, &self.file),
        }
    }
}

impl Handing {
    /// Adds files, each once.
    pub(crate) fn add(&mut self, files: Vec<File>) {
        for file in files {
            let same = |other: &File| {
                other.name() == file.name()
                    && other.size() == file.size()
                    && other.last_modified() == file.last_modified()
            };
            if !self.attachments.iter().any(same) {
                self.attachments.push(file);
            }
        }
    }

    #[allow(clippy::float_arithmetic)]
    pub(crate) fn bytes(&self) -> f64 {
        self.attachments.iter().map(|file| file.size()).sum()
    }
}
