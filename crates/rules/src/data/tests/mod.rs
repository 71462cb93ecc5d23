//! Each kind of statement: what it finds, its nearest clean neighbours, and bad definitions, each refused in words.

mod conditions;
mod desk;
mod faults;
mod figures;
mod groups;
mod sums;
mod texts;
