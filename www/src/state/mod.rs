//! What the page knows and how it changes: one [`Action`] for everything that can happen.

pub(crate) mod action;
pub(crate) mod batch;
pub(crate) mod check;
pub(crate) mod choosing;
pub(crate) mod desk;
pub(crate) mod drawing;
pub(crate) mod echo;
pub(crate) mod example;
pub(crate) mod exchange;
pub(crate) mod field;
pub(crate) mod handing;
pub(crate) mod importing;
pub(crate) mod list;
pub(crate) mod origins;
pub(crate) mod paste;
pub(crate) mod reasons;
pub(crate) mod returning;
pub(crate) mod rows;
pub(crate) mod sealing;
pub(crate) mod shared;
pub(crate) mod sheet;
pub(crate) mod slip;
pub(crate) mod spec;
pub(crate) mod status;
pub(crate) mod sums;
pub(crate) mod trial;
pub(crate) mod typing;
pub(crate) mod verifying;
pub(crate) mod weights;

pub(crate) use action::Action;
pub(crate) use desk::Desk;
pub(crate) use field::Field;
pub(crate) use shared::Shared;
