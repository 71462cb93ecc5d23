//! Text to meaning. Nothing here changes a text; what can't be understood is said to be so.

mod calendar;
mod date;
mod document;
mod echo;
mod facts;
mod fold;
mod mark;
mod measures;
mod money;
mod number;
mod numeral;
mod operator;
mod quantities;
mod unit;
mod value;
mod vocabulary;

pub use date::{read_date, read_period, read_year};
pub use document::{Horizon, Indicator, Reading};
pub use echo::echo;
pub use fold::{Folded, fold};
pub use money::read_amount;
pub use number::{read_number, read_percent};
pub use unit::{comparable, factor, read_unit};
pub use value::read_value;
pub use vocabulary::{Vocabulary, WordSet};
