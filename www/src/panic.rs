//! The last words of a broken engine.

use std::panic::{PanicHookInfo, set_hook};
use web_sys::{CustomEvent, CustomEventInit};

/// Tells the shell (`www/shell/guard.js`) when the engine breaks, so that the page stops taking input that nobody keeps.
pub(crate) fn tell_the_shell() {
    set_hook(Box::new(|panic| {
        announce(panic);
    }));
}

fn announce(panic: &PanicHookInfo<'_>) -> Option<()> {
    let init = CustomEventInit::new();
    init.set_detail(&panic.to_string().into());
    let event = CustomEvent::new_with_event_init_dict("jibiao:stopped", &init).ok()?;
    web_sys::window()?.document()?.dispatch_event(&event).ok()?;
    Some(())
}
