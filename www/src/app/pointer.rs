//! What leaving a cell draws (echoes, findings) waits until a pressed pointer is let go: were it drawn between the press
//! and the release, the thing that was pressed would move away and the click would be lost.

use std::cell::{Cell, RefCell};

use gloo_timers::callback::Timeout;
use yew::Callback;

use crate::state::Action;

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Action>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn pressed() {
    PRESSED.set(true);
}

/// The pointer was let go; the click comes first, then what waited for it.
pub(super) fn released(send: &Callback<Action>) {
    PRESSED.set(false);
    let send = send.clone();
    Timeout::new(0, move || {
        for action in WAITING.take() {
            send.emit(action);
        }
    })
    .forget();
}

/// Sends an action now, or when the pointer is let go.
pub(crate) fn send_in_peace(send: &Callback<Action>, action: Action) {
    if PRESSED.get() {
        WAITING.with_borrow_mut(|waiting| waiting.push(action));
    } else {
        send.emit(action);
    }
}
