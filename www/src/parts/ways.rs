//! The ways out of a document beside the bundle: its file, a workbook, the upload, paper, the next document of the year.

use yew::{Callback, Html, html};

use super::button::{button, says, says_of};
use crate::{
    state::{Action, Desk, desk::View, handing::Hand},
    words::Text,
};

pub(crate) fn html(desk: &Desk, heading: &'static str, t: Text, send: &Callback<Action>) -> Html {
    // Handing in is the main thing: here is the way to it, or one is there already.
    let there = desk.view == View::HandIn;
    html! {
        <section class="hand-in" aria-labelledby="ways-head">
            <h2 id="ways-head">{ heading }</h2>
            <p>{ t.hand_in_what() }</p>
            <p class="hand-in-buttons">
                if !there {
                    { button("main", "to-hand-in", t.to_hand_in(), says(send, || Action::Show(View::HandIn))) }
                }
                { button("quiet", "save-file", t.save_file(), says(send, || Action::SaveFile)) }
                { button("quiet", "workbook", t.export_workbook(), says(send, || Action::Hand(Hand::Workbook))) }
                { button("quiet", "export-upload", t.export_upload(), says(send, || Action::ExportUpload)) }
                { button("quiet", "print", t.print(), says(send, || Action::Print)) }
                { button("quiet", "next", t.next(), says_of(send, Action::Next, desk.id())) }
                { button("quiet", "sheet", t.back_to_sheet(), says(send, || Action::Show(View::Sheet))) }
            </p>
            if !there { { refused(desk, t) } }
        </section>
    }
}

/// Why the last thing that was asked for was not made, and what to do.
pub(crate) fn refused(desk: &Desk, t: Text) -> Html {
    let Some(refused) = &desk.handing.refused else { return Html::default() };
    html! { <p class="notice is-grave" data-notice="hand-in">{ refused.words(t) }</p> }
}
