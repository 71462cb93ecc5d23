//! Fixes that a rule offers with what it finds.

use jibiao_model::{Arg, Edit, Fix, Kind, MoneyUnit, Place};

use super::{
    Fields, choices,
    item::Item,
    kind::{Ask, Found, Saying},
    measure::{Measure, Scale},
};
use crate::Halt;

/// How a finding can be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The cell gets a text that the rule states.
    Set,
    /// The cell is emptied.
    Clear,
    /// The words found are replaced by a text that the rule states.
    Replace,
    /// The cell gets what was computed.
    Fill,
}

/// The fix of a case.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    way: Way,
    text: String,
}

impl Offer {
    /// The fix in the field `fix`, if there is one: `"clear"`, `"fill"`, `{ set = "…" }` or `{ replace = "…" }`.
    pub(super) fn read(fields: &mut Fields<'_>, ways: &[Way]) -> Option<Self> {
        if !fields.has("fix") {
            return None;
        }
        let offer = if fields.is_text("fix") {
            let way = fields.one_of("fix", &[("clear", Way::Clear), ("fill", Way::Fill)])?;
            Self { way, text: String::new() }
        } else {
            let mut fix = fields.fields("fix");
            let set = fix.has("set");
            let text = fix.text(if set { "set" } else { "replace" });
            Self { way: if set { Way::Set } else { Way::Replace }, text }
        };
        if !ways.contains(&offer.way) {
            let names = |way: &Way| choices::WAYS.iter().find(|(_, other)| other == way).map_or("", |(name, _)| *name);
            let known: Vec<&str> = ways.iter().map(names).collect();
            let known = if known.is_empty() { "nothing".to_owned() } else { ["`", &known.join("`, `"), "`"].concat() };
            fields.tell(["`fix` says `", names(&offer.way), "`; a rule of this kind can be mended by ", &known]);
            return None;
        }
        Some(offer)
    }

    /// Tells where the text that is set would be found again.
    pub(super) fn examine(&self, ask: &Ask, at: &Fields<'_>) {
        if self.way == Way::Set && ask.refuses(&self.text) {
            at.tell(["`fix` sets `", &self.text, "`, which the rule itself finds"]);
        }
    }

    /// The message that says what the fix does.
    pub(super) fn saying(&self) -> Saying {
        match self.way {
            Way::Set => ("fix-set", &["text"]),
            Way::Clear => ("fix-clear", &[]),
            Way::Replace if self.text.is_empty() => ("fix-remove", &["words"]),
            Way::Replace => ("fix-replace", &["words", "text"]),
            Way::Fill => ("fix-fill", &["text"]),
        }
    }

    /// The fix of what was found in a cell; `None` where it would change nothing, or mend nothing.
    pub(super) fn of(&self, item: &Item<'_, '_>, ask: &Ask, found: &Found, place: &Place) -> Option<Fix> {
        let text = match self.way {
            Way::Set => self.text.clone(),
            Way::Clear => String::new(),
            Way::Replace => ask.replaced(item.text, &self.text)?,
            Way::Fill => found.instead.clone()?,
        };
        if text == item.text {
            return None;
        }
        let words = found.args.iter().find(|(name, _)| *name == "words");
        let args = match self.way {
            Way::Clear => Vec::new(),
            Way::Set | Way::Fill => vec![("text".to_owned(), Arg::Text(text.clone()))],
            Way::Replace => {
                let words = words.map(|(name, words)| ((*name).to_owned(), words.clone()));
                let text = (!self.text.is_empty()).then(|| ("text".to_owned(), Arg::Text(self.text.clone())));
                words.into_iter().chain(text).collect()
            }
        };
        Some(Fix { message: self.saying().0.to_owned(), args, edit: edit(place, text)? })
    }

    /// The fix that gives the cell at a place a computed text.
    pub(super) fn filled(&self, place: &Place, text: String) -> Option<Fix> {
        let args = vec![("text".to_owned(), Arg::Text(text.clone()))];
        Some(Fix { message: self.saying().0.to_owned(), args, edit: edit(place, text)? })
    }
}

/// The edit that gives the cell at a place another text; `None` for places that are no cell.
fn edit(place: &Place, text: String) -> Option<Edit> {
    let cell = place.cell.clone()?;
    Some(match (place.table.clone(), place.row.clone()) {
        (Some(table), Some(row)) => Edit::SetRowCell { table, row, cell, text },
        _ => Edit::SetCell { cell, text },
    })
}

/// What a person would type for a measure into a cell of a kind; `None` where that is not one plain number.
pub(super) fn fill(measure: &Measure, kind: Kind, unit: MoneyUnit) -> Result<Option<String>, Halt> {
    let Some(number) = measure.low.filter(|low| measure.high == Some(*low)) else { return Ok(None) };
    // No cell that is computed holds less than nothing: one of the other amounts is wrong.
    if number.is_negative() {
        return Ok(None);
    }
    Ok(match (&measure.scale, kind) {
        (Scale::Money, Kind::Money) => Some(number.over(unit.in_yuan())?.to_string()),
        (Scale::Plain | Scale::Bare, Kind::Number) => Some(number.to_string()),
        (Scale::Year, Kind::Year) => Some(number.to_string()),
        _ => None,
    })
}
