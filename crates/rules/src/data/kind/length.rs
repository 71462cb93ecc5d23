//! `length`: texts too short to say something, or longer than there is use for. Letters and digits count.

use jibiao_model::{Arg, Number};
use jibiao_reading::{WordSet, is_alphanumeric};

use super::{Found, Item, Of, Saying, args, text};
use crate::data::{Fields, names::Names, tally};

#[derive(Clone, Debug)]
pub(in crate::data) struct Length {
    least: Option<Number>,
    most: Option<Number>,
    /// A text with one of these words is another rule's business.
    except: WordSet,
}

impl Length {
    pub(super) fn read(fields: &mut Fields<'_>, names: &Names<'_>) -> Self {
        let length = Self {
            least: names.optional_number(fields, "least"),
            most: names.optional_number(fields, "most"),
            except: WordSet::new(fields.optional_texts("except")),
        };
        if length.least.is_none() && length.most.is_none() {
            fields.tell(["a length states `least` or `most`"]);
        }
        length
    }

    pub(super) fn sayings(&self, place: Of) -> Vec<Saying> {
        let short = self.least.map(|_| ("", args!("text", "least").of(place)));
        short.into_iter().chain(self.most.map(|_| ("long", args!("count", "most").of(place)))).collect()
    }

    pub(super) fn find(&self, item: &Item<'_, '_>) -> Option<Found> {
        let count = item.text.chars().filter(|c| is_alphanumeric(*c)).count();
        if count == 0 || self.except.is_in(item.text) {
            return None;
        }
        let count = tally::number(count);
        if let Some(least) = self.least.filter(|least| count < *least) {
            return Some(Found { args: vec![text(item), ("least", Arg::Number(least))], ..Found::default() });
        }
        let most = self.most.filter(|most| count > *most)?;
        let args = vec![("count", Arg::Number(count)), ("most", Arg::Number(most))];
        Some(Found { saying: "long", args, ..Found::default() })
    }
}
