//! The pages.

pub(crate) mod desk;
pub(crate) mod home;
pub(crate) mod result;
