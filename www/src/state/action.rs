//! Everything that can happen on the page.

use jibiao_kit::{
    Dimension, Language, RowId,
    model::{CellId, LevelOne, SectionId, TableId},
};

use super::{
    Field,
    batch::Batch,
    choosing::Ask,
    desk::{Group, Panel, View},
    exchange::Exchange,
    handing::Hand,
    importing::Bring,
    list::Step,
    paste::Paste,
    returning::Return,
    rows::Tool,
    sealing::Unseal,
    slip::Slipping,
    verifying::Verify,
};
use crate::{
    browser::files::Handle,
    store::{Card, Kept, Store, StoreError, lock::Heard},
};

/// What to do with a file whose draft is here already and differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// Open the file as a document of its own.
    Copy,
    /// The file replaces the draft.
    Replace,
    /// Leave the file and open the draft.
    KeepDraft,
    /// Bring both together.
    Merge,
}

/// A step of bringing draft and file together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Merge {
    /// Take the file's text at a place, or keep the draft's.
    Take(usize, bool),
    TakeAll(bool),
    Done,
}

/// Everything that can happen on the page.
#[derive(Debug)]
pub(crate) enum Action {
    Speak(Language),
    Dismiss,

    // Storage and the list of drafts.
    StoreReady(Result<Store, StoreError>),
    Listed(Result<Vec<Card>, StoreError>),
    Home,
    /// Leave the desk although the draft is kept nowhere.
    LeaveAnyway,
    New(String),
    Open(String),
    Fetched(Option<Kept>),
    Duplicate(String),
    Duplicated(Option<Kept>),
    /// Something about a list of projects that becomes documents.
    Batch(Batch),
    /// Something about the list of drafts.
    List(Step),

    // The next document of the year.
    /// What can be made from a draft, by its id.
    Next(String),
    NextFetched(Option<Kept>),
    /// Make one of the steps on offer.
    NextStep(usize),
    PartsFetched(Vec<Kept>),
    ChoosePart(usize),
    MakeOfParts,
    /// The drafts that the document on the desk was made from, as far as they are here.
    Traced {
        id: String,
        found: Vec<Kept>,
    },

    // Packs.
    /// The pack whose forms are listed.
    ChoosePack(String),
    PickPack,
    PackChosen(web_sys::File),
    /// The packs that were opened on earlier visits.
    PacksKept(Result<Vec<String>, StoreError>),
    PackRead {
        name: String,
        bytes: Result<Vec<u8>, String>,
    },
    PackStored(Result<(), StoreError>),
    /// Forget a pack, by its digest.
    ForgetPack(String),

    // Files.
    PickFile,
    FileChosen(web_sys::File),
    FileRead {
        name: String,
        bytes: Result<Vec<u8>, String>,
    },
    FileMet(Option<Kept>),
    Rebind,
    Settle(Clash),
    Merge(Merge),
    SaveFile,
    ChoosePlace,
    PlaceChosen(Result<Handle, String>),
    Written(Result<String, String>),
    ExportUpload,
    Print,
    /// The browser is about to, whoever asked it to.
    AboutToPrint,

    // The sheet.
    Typed(Field, String),
    Entered(Field, Option<SectionId>),
    Left(Field),
    Key(Key),
    SelectRow(TableId, RowId),
    /// Every row from the one that was selected to this one.
    SelectTo(TableId, RowId),
    /// One row more, or one less.
    SelectOn {
        table: TableId,
        row: RowId,
        down: bool,
    },
    Paste(Paste),
    /// Rows go to the clipboard.
    CopyRows {
        table: TableId,
        selected_only: bool,
    },
    AddRow(TableId),
    StarterRows(TableId),
    /// What a level has left of its points goes to its rows without points.
    Spread(TableId, LevelOne),
    /// Rows of one level come together, in the order of the form.
    ByLevel(TableId),
    UseTool(Tool),
    Split(bool),
    /// The next rows of a long table that was just opened.
    DrawMore,
    /// One row at a time, or the table.
    Cards(bool),
    /// Amounts are shown in another unit, or as they were typed.
    ShowOtherUnit(bool),
    Show(View),
    Unfold(Option<Panel>),
    /// The parts beside the sheet lie over it when they are unfolded, or stand beside it.
    Narrow(bool),
    GoTo(SectionId),
    GoToField(Field),
    ShowChanges,

    /// Handing in.
    Hand(Hand),
    Exchange(Exchange),
    /// A workbook comes in.
    Bring(Bring),
    /// A bundle is looked into.
    Verify(Verify),
    Unseal(Unseal),
    /// A return slip.
    Slip(Slipping),
    /// A return slip that is being written.
    Return(Return),
    /// Files were dropped onto the page.
    Dropped(Vec<web_sys::File>),

    /// Choosing rows from the indicator library.
    Library(Ask),
    /// The other drafts whose rows are like those of a document, by its id.
    OthersFetched {
        id: String,
        found: Vec<Kept>,
    },
    /// The worked example is shown, or put away.
    Example(bool),

    // Trying other results.
    OpenLine(usize),
    Try(Field, String),
    EndTrial,

    // Checking.
    Check,
    /// Only findings of this dimension, or all of them.
    Filter(Option<Dimension>),
    /// Take every fix that leaves nothing to choose.
    MendAll,
    /// All findings of a group, not only the first ones.
    ShowRest(Group),
    Jump(String),
    Apply {
        finding: String,
        fix: usize,
    },
    Why(String),
    /// Ask for the reason of a finding.
    Answer(String),
    /// The reason as far as it is typed.
    Unsaid {
        finding: String,
        reason: String,
    },
    Waive {
        finding: String,
        reason: String,
    },
    Withdraw(String),
    /// Take out a reason that does not count, by its position in the report.
    Discard(usize),
    ShowKeys,
    NextFinding(bool),
    Step {
        back: bool,
    },

    // Keeping.
    KeepNow,
    Kept {
        id: String,
        result: Result<(), StoreError>,
    },
    Heard(Heard),
    /// No other window holds this draft, or it did not hand it over.
    NobodyAnswered(String),
    TakeOver,
    Retaken(Option<Kept>),
    Went(String),
}

/// A key of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    NextRow {
        table: TableId,
        row: RowId,
        column: CellId,
    },
    /// The same cell of the row above, or of the row below.
    Beside {
        table: TableId,
        row: RowId,
        column: CellId,
        down: bool,
    },
    Tool {
        tool: Tool,
        table: TableId,
        row: RowId,
        column: CellId,
    },
}
