//! The bundle (报送包): what goes into the bag, and whether what comes out of one is what it says.

mod contents;
#[cfg(feature = "bundle")]
mod examine;
pub(crate) mod html;
#[cfg(feature = "bundle")]
mod words;

pub use contents::{ATTACHMENTS, Contents, DOCUMENTS, Given, HEAD, RETURN_SLIP, attachment_name};
#[cfg(feature = "bundle")]
pub use examine::{Examined, Found, Recheck, Rechecked, kept};
#[cfg(feature = "bundle")]
pub use jibiao_bundle as bag;
#[cfg(feature = "bundle")]
pub use words::{bag_words, remark_words};
