//! The parts of the pages, one a file. A part draws what it is given and says what happened; it decides nothing.

pub(crate) mod advice;
pub(crate) mod bar;
pub(crate) mod button;
pub(crate) mod cells;
pub(crate) mod control;
pub(crate) mod dialog;
pub(crate) mod field;
pub(crate) mod icon;
pub(crate) mod library;
pub(crate) mod matrix;
pub(crate) mod monitoring;
pub(crate) mod next;
pub(crate) mod notes;
pub(crate) mod origins;
pub(crate) mod paste;
pub(crate) mod problems;
pub(crate) mod rating;
pub(crate) mod reason;
pub(crate) mod row;
pub(crate) mod rule_page;
pub(crate) mod save_state;
pub(crate) mod scores;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod tasks;
pub(crate) mod weights;
