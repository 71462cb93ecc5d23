//! 交换表: codes that are handed in, and the file for the other system.

use std::rc::Rc;

use jibiao_kit::{Stage, exchange::CodeTable};

use super::{App, filing::name_of_file};
use crate::{
    browser::{dom, files, later::later},
    state::{
        Action,
        desk::Target,
        exchange::{CodesRefused, Exchange, Misfit, Wrote},
    },
};

/// Codes of a whole country are not in one file.
const MOST_BYTES: f64 = 4.0 * 1_048_576.0;

impl App {
    pub(super) fn exchanging(&mut self, step: Exchange) -> bool {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return false };
        let exchanging = &mut desk.handing.exchange;
        match step {
            Exchange::Profile(id) => exchanging.turn_to(id),
            Exchange::PickCodes(set) => {
                exchanging.picking = Some(set);
                if let Some(input) = dom::by_id("codes-picker") {
                    input.click();
                }
                return false;
            }
            Exchange::CodesChosen(file) => {
                let Some(set) = exchanging.picking.take() else { return false };
                let (send, name) = (self.send.clone(), file.name());
                later(async move {
                    let table = if file.size() > MOST_BYTES {
                        Err(CodesRefused::TooLarge)
                    } else {
                        match files::read(&file).await {
                            Ok(bytes) => CodeTable::from_csv(&files::text_of(&bytes)).map_err(CodesRefused::Table),
                            Err(error) => Err(CodesRefused::Unread(dom::reason(&error))),
                        }
                    };
                    send.emit(Action::Exchange(Exchange::CodesRead { set, name, table }));
                });
                return false;
            }
            Exchange::CodesRead { set, name, table } => match table {
                Ok(table) => {
                    Rc::make_mut(&mut self.codes).put(set, name, table);
                    exchanging.look(&self.codes);
                }
                Err(refused) => exchanging.refused = Some((set, refused.words(t))),
            },
            Exchange::Write => self.write_exchange(),
        }
        true
    }

    fn write_exchange(&mut self) {
        let t = self.t;
        let Some(desk) = &mut self.desk else { return };
        let Some(profile) = desk.handing.exchange.profile(&desk.draft) else { return };
        let codes = desk.handing.exchange.codes.for_profile(profile);
        let id = profile.id.clone();
        let made = desk.draft.exchange(&id, &codes, Stage::Submission);
        let name = name_of_file(desk.project(), desk.year(), &desk.spec.title, "", ".exchange.json");
        let exchanging = &mut desk.handing.exchange;
        match made {
            Ok(exchange) => {
                files::offer(&name, &exchange.canonical());
                exchanging.misfits.clear();
                exchanging.wrote = Some(Wrote { name, open: exchange.open });
                desk.focus = Some(Target::Id("exchange-wrote"));
                self.say(t.exported());
            }
            Err(hitches) => {
                exchanging.misfits = hitches.iter().map(|hitch| Misfit::of(hitch, &desk.draft, t)).collect();
                exchanging.wrote = None;
                desk.focus = Some(Target::Id("exchange-misfits"));
            }
        }
    }
}
