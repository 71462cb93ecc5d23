//! What the page asks of the browser, one thing a file. Nothing here knows about forms.

pub(crate) mod chance;
pub(crate) mod clock;
pub(crate) mod courier;
pub(crate) mod dom;
pub(crate) mod files;
pub(crate) mod kind;
pub(crate) mod later;
pub(crate) mod print;
pub(crate) mod sealer;
pub(crate) mod sizes;
