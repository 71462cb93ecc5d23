//! Bundles: bags of files (BagIt 1.0, RFC 8493) in a zip, written in one pass and verified.
//!
//! Names and bytes go in, names and bytes come out: nothing here knows what a form is, and nothing here touches a
//! disk, a clock or a thread. A [`Writer`] is given files in pieces and hands the zip over in pieces; a [`Verifier`]
//! says which bytes of a zip it wants next. So both run in a command line and in a page, over any length, in bounded
//! memory.
//!
//! ```
//! use jibiao_bundle::{Writer, verify};
//!
//! let mut zip = Vec::new();
//! let mut bag = Writer::new("2026-001", &mut zip)?;
//! bag.begin("data/attachments/001.txt", Some("现场照片说明.txt"), 6, &mut zip)?;
//! bag.push("说明".as_bytes(), &mut zip)?;
//! bag.end(&mut zip)?;
//! bag.finish(&[("External-Identifier".into(), "2026-001".into())], &mut zip)?;
//!
//! let findings = verify(&zip, |_| false);
//! assert!(findings.remarks.is_empty(), "{:?}", findings.remarks);
//! # Ok::<(), jibiao_bundle::WriteError>(())
//! ```

mod bag;
mod digests;
mod limits;
mod names;
mod remark;
mod source;
mod verify;
mod write;
mod zip;

pub use bag::names::ORIGINAL_NAMES;
pub use digests::{Algorithm, Brought, Sums};
pub use limits::{LIMITS, Limits};
pub use remark::{Code, Remark, Weight};
pub use source::{verify, verify_reader};
pub use verify::{Findings, Seen, Standing, Verifier};
pub use write::{WriteError, WriteErrorCode, Writer};
