//! The pages.

mod begin;
pub(crate) mod desk;
pub(crate) mod drafts;
pub(crate) mod handing;
pub(crate) mod home;
pub(crate) mod result;
pub(crate) mod review;
