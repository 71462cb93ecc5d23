//! Text to meaning. Nothing here changes a text; what can't be understood is said to be so.

mod calendar;
mod choice;
mod date;
mod deadline;
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
mod pairs;
mod parts;
mod quantities;
mod starts;
mod stated;
mod statements;
mod terms;
mod topics;
mod unit;
mod value;
mod vocabulary;

pub use choice::{Chosen, chosen};
pub use date::{ends_before_it_starts, no_such_date, read_date, read_period, read_year};
pub use deadline::in_time;
pub use document::{Horizon, Indicator, Meant, Outside, Reading, read_money_unit};
pub use echo::echo;
pub use fold::{Folded, fold};
pub use mark::read_anything;
pub use money::read_amount;
pub use number::{read_number, read_percent};
pub use pairs::{Held, Pairs, pairs};
pub use parts::parts;
pub use stated::{Stated, stated};
pub use statements::{
    Account, Aspect, Aspects, Likeness, Listing, ListingForm, Name, RatioOff, Statement, Statements, Sum, core, grain,
    same_kin, statements, value,
};
pub use terms::{is_alphanumeric, is_letter, terms};
pub use topics::{MOST_SUBJECTS, Subjects, Topics};
pub use unit::{comparable, factor, read_unit};
pub use value::{is_endless, read_value};
pub use vocabulary::{Vocabulary, WordSet};
