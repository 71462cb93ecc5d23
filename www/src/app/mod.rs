//! The page as one component: it holds the state, takes every [`Action`], and draws the page that is open.

mod batch;
mod choosing;
mod clipboard;
mod example;
mod exchange;
mod filing;
mod handing;
mod importing;
mod keeping;
mod keys;
mod list;
mod listening;
mod merging;
pub(crate) mod next;
mod opening;
mod packs;
pub(crate) mod pointer;
mod reasons;
mod returning;
mod sealing;
mod sheet;
mod slip;
mod verifying;

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use jibiao_kit::{Kit, Language, PackRefusal, library::BLANK};
use yew::{AttrValue, Callback, Component, Context, Html, html};

use crate::{
    browser::{chance, dom},
    pages,
    parts::dialog,
    state::{
        Action, Desk,
        batch::{Batch, Batching},
        desk::Target,
        drawing::Drawn,
        exchange::{CodesAtHand, Exchange},
        handing::Hand,
        importing::Importing,
        list::List,
        sealing::Sealed,
        slip::Waiting,
        typing,
        verifying::Verified,
    },
    store::{Card, Kept, Store, StoreError, settings},
    words::Text,
};

pub(crate) use merging::MergeLine;

/// Milliseconds in which a browser has painted what was drawn.
const PICTURE: u32 = 20;

/// Something that the person has to be asked or told before anything else goes on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Dialog {
    /// A file was refused.
    BadFile { name: String, message: String },
    /// A pack was refused.
    BadPack { name: String, refusal: PackRefusal },
    /// A file or draft needs a pack that is not at hand.
    NoPack { name: String, message: String },
    /// A file or draft is pinned to another edition of a pack at hand.
    OtherEdition { name: String, message: String },
    /// A draft of the same document is here and differs; `received` where the file was opened in order to be sent back.
    Clash { name: String, card: Card, received: bool },
    /// Where draft and file differ.
    Merge { name: String, lines: Vec<MergeLine> },
    /// A file could not be written.
    NotWritten { message: String },
    /// Leaving the desk would lose the draft.
    Leave,
    /// The page of a rule.
    Why { rule: String },
    /// The reason why a finding may stand; why the one typed was not taken.
    Reason { finding: String, refused: Option<String> },
    /// A table is asked for.
    PasteHere { table: jibiao_kit::model::TableId },
    /// A table from a spreadsheet, before it goes in.
    Paste,
    /// The keys of the sheet.
    Keys,
    /// What can be made from a draft.
    Next { project: String, steps: Vec<next::NextStep> },
    /// Whether everything on this computer is to be forgotten; `again` once that was said.
    Clear { drafts: usize, unsaved: usize, packs: usize, again: bool },
    /// Not everything could be forgotten.
    NotCleared { message: String },
    /// A workbook before it becomes documents.
    Imported,
    /// A bundle that was looked into.
    Verified,
    /// A sealed file is to be opened.
    Sealed,
    /// The document of a return slip is to be opened first.
    SlipWaits { form: String },
    /// Another return slip is here, on which something was said.
    SlipClash(Waiting),
    /// A return slip that is in no file is to be given up.
    DropSlip,
    /// A list of projects is looked at.
    Batch,
    /// Documents were made of a list; what of it is in none of them.
    BatchDone { count: usize, left: Vec<String> },
    /// Which drafts a department's form is made from.
    Parts { step: next::NextStep, parts: Vec<next::Part> },
    /// The next document could not be made.
    NotMade { message: String },
}

#[derive(Debug)]
pub(crate) struct App {
    kit: Result<Rc<Kit>, String>,
    /// Packs of earlier visits that this version can't use.
    lost_packs: usize,
    t: Text,
    /// Names this window to others.
    tab: String,
    send: Callback<Action>,
    store: Option<Result<Store, StoreError>>,
    cards: Option<Vec<Card>>,
    desk: Option<Desk>,
    dialog: Option<Dialog>,
    /// Set until the focus is in the dialog.
    dialog_is_new: bool,
    /// Where the focus was before a dialog took it.
    came_from: Option<web_sys::HtmlElement>,
    /// Where it goes when the dialog is gone: until then nothing outside of it takes a focus.
    goes_back: Option<web_sys::HtmlElement>,
    incoming: Option<opening::Incoming>,
    /// The draft that a file was met by.
    met: Option<Kept>,
    merging: Option<merging::Merging>,
    /// What the next document is to be made from.
    making: Option<next::Making>,
    /// Id of the pack whose forms are listed.
    shelf: Option<String>,
    /// A list of projects on its way.
    batch: Option<Batching>,
    /// A workbook on its way.
    importing: Option<Importing>,
    /// A bundle that was looked into.
    verified: Option<Verified>,
    /// Whether the document that comes onto the desk was opened in order to be sent back.
    to_return: bool,
    sealed: Option<Sealed>,
    /// A return slip whose document is not on the desk yet.
    waiting: Option<Waiting>,
    /// Packs that were opened before those of earlier visits were here; none once they are.
    early_packs: Option<Vec<(String, Vec<u8>)>>,
    /// Codes of other systems that were handed in during this visit.
    codes: Rc<CodesAtHand>,
    /// What of the drafts is shown and chosen.
    list: List,
    /// What the live region says.
    said: AttrValue,
    /// Whether the parts beside the sheet lie over it when they are unfolded.
    narrow: bool,
    /// Set while the draft waits to be kept.
    timer: Option<Timeout>,
    /// Set while rows of a long table wait to be drawn.
    drawing: Option<Timeout>,
    /// Alive as long as the page.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let link = context.link().clone();
        let send = Callback::from(move |action| link.send_message(action));
        let language = settings::language();
        listening::declare(language);
        let app = Self {
            kit: Kit::builtin().map(Rc::new).map_err(|error| error.to_string()),
            lost_packs: 0,
            t: Text(language),
            tab: chance::id('t'),
            store: None,
            cards: None,
            desk: None,
            dialog: None,
            dialog_is_new: false,
            came_from: None,
            goes_back: None,
            incoming: None,
            met: None,
            merging: None,
            making: None,
            shelf: settings::pack(),
            batch: None,
            importing: None,
            verified: None,
            to_return: false,
            sealed: None,
            waiting: None,
            early_packs: Some(Vec::new()),
            codes: Rc::default(),
            list: List::default(),
            said: AttrValue::default(),
            narrow: dom::is_narrow(),
            timer: None,
            drawing: None,
            _listeners: listening::listeners(&send),
            send,
        };
        app.open_store();
        app
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        typing::set_own_change(matches!(action, Action::Typed(..) | Action::Left(_)));
        let mut drawn = self.take(action) | self.join_slip() | self.begin_returning();
        if let Some(desk) = &mut self.desk {
            desk.note_row();
            // What the page is about to go to has to be there, and to stay where it is.
            let going = desk.focus.is_some() || desk.scroll.is_some() || desk.cards;
            drawn |= going && desk.draw_all();
        }
        self.keep_soon();
        self.tell_of_slip();
        drawn
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let (t, send) = (self.t, &self.send);
        let page = match (&self.kit, &self.desk) {
            (Err(error), _) => html! { <main class="notice-page"><h1>{ t.kit_broken() }</h1><p>{ error }</p></main> },
            (Ok(kit), Some(desk)) => pages::desk::view(kit, desk, self.narrow, self.store_error(), t, send),
            (Ok(kit), None) => pages::home::html(&pages::home::Props {
                kit,
                shelf: self.shelf.as_deref(),
                packs: self.opened_packs(),
                lost_packs: self.lost_packs,
                cards: self.cards.as_deref(),
                trouble: self.store_error().map(|error| error.0.as_str()),
                list: &self.list,
                t,
                send,
            }),
        };
        let explanation = match (&self.kit, &self.dialog) {
            (Ok(kit), Some(Dialog::Why { rule })) => kit.explain(rule, t.0),
            _ => None,
        };
        let reason = match &self.dialog {
            Some(Dialog::Reason { finding, refused }) => self.asked_reason(finding, refused.as_deref()),
            _ => None,
        };
        html! {
            <>
                // Browsers that don't know the word leave the page as it is: the dialog keeps the focus inside all the same.
                <div inert={self.dialog.is_some()}>{ page }</div>
                <div class="hidden" role="status" aria-live="polite">{ self.said.clone() }</div>
                <input id="file-picker" hidden=true type="file" accept=".json,application/json,.xlsx,.xls,.et,.zip,.age"
                    data-action="open-file-input" aria-label={t.open_file()} onchange={listening::chosen(send, Action::FileChosen)} />
                <input id="list-picker" hidden=true type="file" accept=".csv,.tsv,.txt,text/csv,text/plain"
                    aria-label={t.batch_file()} onchange={listening::chosen(send, |file| Action::Batch(Batch::FileChosen(file)))} />
                <input id="attachment-picker" hidden=true type="file" multiple=true
                    aria-label={t.attach()} onchange={listening::all_chosen(send, |files| Action::Hand(Hand::Chosen(files)))} />
                <input id="codes-picker" hidden=true type="file" accept=".csv,.tsv,.txt,text/csv,text/plain"
                    aria-label={t.exchange_codes_pick()} onchange={listening::chosen(send, |file| Action::Exchange(Exchange::CodesChosen(file)))} />
                <input id="pack-picker" hidden=true type="file" accept=".zip,.json,application/zip,application/json"
                    aria-label={t.open_pack()} onchange={listening::chosen(send, Action::PackChosen)} />
                if let Some(dialog) = &self.dialog {
                    { dialog::html(&dialog::Props { dialog, batch: self.batch.as_ref(), importing: self.importing.as_ref(), verified: self.verified.as_ref(), sealed: self.sealed.as_ref(), waiting: self.waiting.as_ref(), explanation: explanation.as_ref(), reason, desk: self.desk.as_ref(), t, send }) }
                }
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            listening::mark_ready();
        }
        if let Some(element) = self.goes_back.take().filter(|_| self.dialog.is_none()) {
            let _ = element.focus();
        }
        if std::mem::take(&mut self.dialog_is_new)
            && let Some(element) =
                dom::by_id("reason").or_else(|| dom::by_id("dialog-first")).or_else(|| dom::by_id("dialog"))
        {
            let _ = element.focus();
        }
        self.turn_example();
        self.draw_on();
        let Some(desk) = &mut self.desk else {
            if let Some(element) = self.list.focus.take().and_then(|id| dom::by_id(&id)) {
                dom::focus(&element);
            }
            return;
        };
        if typing::composing() {
            return;
        }
        let target = desk.focus.take();
        if let Some(element) = target.as_ref().and_then(Target::element) {
            if matches!(target, Some(Target::Back(_))) {
                dom::focus_in_place(&element);
            } else {
                dom::focus(&element);
            }
            if matches!(target, Some(Target::Blank(_))) {
                dom::select_text(&element, BLANK);
            }
        }
        if let Some(element) = desk.scroll.take().and_then(|target| target.element()) {
            dom::show(&element);
        }
    }
}

impl Target {
    fn element(&self) -> Option<web_sys::HtmlElement> {
        match self {
            Self::Field(field) | Self::Blank(field) => dom::by_id(&field.dom_id()),
            Self::Section(section) => dom::by_id(&dom::id(&["s", section.as_str()])),
            Self::Table(table) => dom::by_id(&dom::id(&["t", table.as_str()])),
            Self::AddRow(table) => dom::by_id(&dom::id(&["add", table.as_str()])),
            Self::Row(table, row) => dom::by_id(&dom::id(&["row", table.as_str(), row.as_str()])),
            Self::Id(id) | Self::Back(id) => dom::by_id(id),
            Self::Note(key) => dom::by_id(&dom::id(&["n", key])),
            Self::Remark(n) => dom::by_id(&dom::id(&["returning", &n.to_string()])),
            Self::Said(key) => dom::by_id(&dom::id(&["returning-of", key])),
            Self::Entry(n) => dom::by_id(&dom::id(&["slip", &n.to_string()])),
        }
    }
}

impl App {
    /// Does what an action asks; whether the page has to be drawn.
    fn take(&mut self, action: Action) -> bool {
        match action {
            Action::Speak(language) => self.speak(language),
            Action::Dismiss => self.dismiss(),
            Action::Narrow(narrow) => {
                self.narrow = narrow;
                true
            }
            Action::StoreReady(_)
            | Action::Listed(_)
            | Action::Home
            | Action::LeaveAnyway
            | Action::New(_)
            | Action::Open(_)
            | Action::Fetched(_)
            | Action::Duplicate(_)
            | Action::Duplicated(_)
            | Action::Went(_)
            | Action::PickFile
            | Action::FileChosen(_)
            | Action::Dropped(_)
            | Action::FileRead { .. }
            | Action::FileMet(_)
            | Action::Rebind
            | Action::Settle(_) => self.opening(action),
            Action::List(step) => self.listing(step),
            Action::Batch(step) => self.batching(step),
            Action::Next(_)
            | Action::NextFetched(_)
            | Action::NextStep(_)
            | Action::PartsFetched(_)
            | Action::ChoosePart(_)
            | Action::MakeOfParts
            | Action::Traced { .. } => self.next(action),
            Action::ChoosePack(_)
            | Action::PickPack
            | Action::PackChosen(_)
            | Action::PacksKept(_)
            | Action::PackRead { .. }
            | Action::PackStored(_)
            | Action::ForgetPack(_) => self.packing(action),
            Action::SaveFile
            | Action::ChoosePlace
            | Action::PlaceChosen(_)
            | Action::Written(_)
            | Action::ExportUpload
            | Action::Print
            | Action::AboutToPrint => self.filing(action),
            Action::KeepNow
            | Action::Kept { .. }
            | Action::Heard(_)
            | Action::NobodyAnswered(_)
            | Action::TakeOver
            | Action::Retaken(_) => self.keeping(action),
            Action::DrawMore => {
                self.drawing = None;
                self.desk.as_mut().is_some_and(Desk::draw_more)
            }
            Action::Why(rule) => self.ask(Dialog::Why { rule }),
            Action::Answer(_)
            | Action::Unsaid { .. }
            | Action::Waive { .. }
            | Action::Withdraw(_)
            | Action::Discard(_) => self.reasons(action),
            Action::Paste(step) => self.pasting(step),
            Action::CopyRows { table, selected_only } => self.copy_rows(&table, selected_only),
            Action::ShowKeys => self.ask(Dialog::Keys),
            Action::Merge(step) => self.merging(step),
            Action::Library(ask) => self.choosing(ask),
            Action::OthersFetched { id, found } => self.others_fetched(&id, &found),
            Action::Example(shown) => self.show_example(shown),
            Action::Hand(step) => self.handing(step),
            Action::Exchange(step) => self.exchanging(step),
            Action::Bring(step) => self.bringing(step),
            Action::Verify(step) => self.verifying(step),
            Action::Unseal(step) => self.unsealing(step),
            Action::Slip(step) => self.slipping(step),
            Action::Return(step) => self.returning(step),
            _ => self.on_sheet(action),
        }
    }

    /// The rest of a long table is drawn between other things.
    fn draw_on(&mut self) {
        let waits = self.desk.as_ref().is_some_and(|desk| desk.drawn != Drawn::ALL);
        if waits && self.drawing.is_none() {
            let send = self.send.clone();
            self.drawing = Some(Timeout::new(PICTURE, move || send.emit(Action::DrawMore)));
        }
    }

    fn store(&self) -> Option<&Store> {
        self.store.as_ref()?.as_ref().ok()
    }

    fn store_error(&self) -> Option<&StoreError> {
        self.store.as_ref()?.as_ref().err()
    }

    fn speak(&mut self, language: Language) -> bool {
        self.t = Text(language);
        settings::set_language(language);
        listening::declare(language);
        if let Some(desk) = &mut self.desk {
            desk.speak(language);
        }
        true
    }

    fn say(&mut self, words: impl Into<AttrValue>) {
        self.said = words.into();
    }

    fn ask(&mut self, dialog: Dialog) -> bool {
        if self.dialog.is_none() {
            self.came_from = dom::active().and_then(|element| wasm_bindgen::JsCast::dyn_into(element).ok());
        }
        self.dialog = Some(dialog);
        self.dialog_is_new = true;
        true
    }

    fn dismiss(&mut self) -> bool {
        self.incoming = None;
        if let Some(desk) = &mut self.desk {
            desk.pasting = None;
        }
        self.batch = None;
        self.importing = None;
        self.verified = None;
        self.sealed = None;
        self.goes_back = self.came_from.take();
        self.dialog.take().is_some()
    }

    pub(super) fn retitle(&self) {
        let t = self.t;
        let Some(desk) = &self.desk else { return listening::set_title(t.product()) };
        let name = if desk.project().is_empty() { desk.spec.title.as_str() } else { desk.project() };
        let count = desk.checked.as_ref().filter(|checked| checked.demanded).map_or(0, |checked| checked.open_notes());
        let title = format!("{name} - {}", t.product());
        if count == 0 {
            listening::set_title(&title);
        } else {
            listening::set_title(&format!("{} {title}", t.title_problems(&count.to_string())));
        }
    }
}
