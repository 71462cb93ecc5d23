//! The bundle (报送包): what goes into the bag, and whether what comes out of one is what it says.

mod contents;
mod examine;
mod html;

pub use contents::{ATTACHMENTS, Contents, DOCUMENTS, Given, HEAD, attachment_name};
pub use examine::{Examined, Found, Recheck, Rechecked, kept};
pub use jibiao_bundle as bag;
