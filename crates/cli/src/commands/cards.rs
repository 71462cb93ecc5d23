//! The cards of monitoring and rating sheets, and what a pack advises.

use jibiao_kit::{Advice, Because, Light, Measure, MonitoringCard, RatingCard, RatingLine};

use crate::{
    commands::Session,
    page::{BOLD, DIM, PLAIN, Page, RED, YELLOW},
    table::{Side, Table, shortened},
};

/// Places that the name of an item takes at most.
const ITEM: usize = 40;
/// Places that what was read takes at most.
const INPUTS: usize = 48;

impl Session<'_> {
    pub(super) fn monitoring(self, page: &mut Page, card: &MonitoringCard) {
        let say = |key: &str| self.speech.say(key, &[]);
        let mut table = Table::new(vec![
            (Side::Left, say("head-measure")),
            (Side::Right, say("head-value")),
            (Side::Left, say("head-inputs")),
            (Side::Left, say("head-light")),
            (Side::Left, say("head-note")),
        ]);
        for measure in &card.measures {
            table.row(if measure.differs { RED } else { PLAIN }, self.measure(measure, card.scale));
        }
        table.put(page, 0);
        page.gap();
        let mut rows = Table::new(vec![
            (Side::Left, say("head-subject")),
            (Side::Right, say("head-so-far")),
            (Side::Right, say("head-expected")),
        ]);
        for row in &card.rows {
            let share = |share: Option<jibiao_kit::model::Number>| {
                share.map(|share| format!("{} %", super::score::fixed(share, card.scale))).unwrap_or_default()
            };
            rows.row(PLAIN, vec![shortened(&row.name, ITEM), share(row.so_far), share(row.expected)]);
        }
        rows.put(page, 0);
        page.gap();
        match card.light {
            Some(light) => {
                let name = self.speech.name(&format!("light-{}", light.name()));
                page.line(&[(BOLD, &self.speech.say("monitoring-light", &[("light", &name)]))]);
            }
            None => page.line(&[(DIM, &say("monitoring-no-light"))]),
        }
        let bases = |light| {
            let lit = card.measures.iter().filter_map(|measure| measure.bound.as_ref());
            lit.filter(move |bound: &&jibiao_kit::model::LightBound| bound.light == light)
                .filter_map(|bound| bound.basis.as_deref())
        };
        for light in [Light::Red, Light::Yellow, Light::Green] {
            let mut told: Vec<String> = Vec::new();
            for basis in bases(light) {
                if !told.iter().any(|known| known == basis) {
                    told.push(basis.to_owned());
                }
            }
            if !told.is_empty() {
                let name = self.speech.name(&format!("light-{}", light.name()));
                let args = [("light", name.as_str()), ("basis", &self.speech.list(&told))];
                page.paragraph(0, 2, DIM, &self.speech.say("light-basis", &args));
            }
        }
        if card.twice_below == Some(true) {
            page.line(&[(YELLOW, &say("monitoring-twice-below"))]);
        }
        self.basis(page, &card.basis);
    }

    fn measure(self, measure: &Measure, scale: u32) -> Vec<String> {
        let value = measure.value.as_ref().map(|value| self.points_in_table(value, scale));
        let inputs: Vec<String> = measure.inputs.iter().map(|input| self.input(input)).collect();
        let printed = measure.printed.filter(|_| measure.differs).map(|printed| printed.to_string());
        vec![
            self.speech.name(&format!("measure-{}", measure.name.name())),
            value.map_or_else(|| self.speech.say("points-unknown", &[]), |value| format!("{value} {}", measure.unit)),
            shortened(&self.speech.list(&inputs), INPUTS),
            measure.light.map(|light| self.speech.name(&format!("light-{}", light.name()))).unwrap_or_default(),
            printed.map(|printed| self.speech.say("printed-differs", &[("printed", &printed)])).unwrap_or_default(),
        ]
    }

    pub(super) fn rating(self, page: &mut Page, card: &RatingCard) {
        let say = |key: &str| self.speech.say(key, &[]);
        let mut table = Table::new(vec![
            (Side::Left, say("head-item")),
            (Side::Right, say("head-weight")),
            (Side::Left, say("head-grade")),
            (Side::Left, say("head-formula")),
            (Side::Right, say("head-points")),
            (Side::Right, say("head-printed")),
            (Side::Left, say("head-note")),
        ]);
        for line in &card.lines {
            table.row(if line.differs { RED } else { PLAIN }, self.item(line, card.scale));
        }
        table.put(page, 0);
        page.gap();
        let points = card.total.as_ref().map_or_else(|| say("points-none"), |total| self.points(total, card.scale));
        self.score_line(page, "rating-line", &points, card.grade.as_deref());
        if let Some(printed) = card.printed_total.filter(|_| card.total_differs) {
            page.line(&[(RED, &self.speech.say("printed-differs", &[("printed", &printed.to_string())]))]);
        }
        if let Some(printed) = card.printed_grade.as_deref().filter(|_| card.grade_differs) {
            page.line(&[(RED, &self.speech.say("printed-differs", &[("printed", printed)]))]);
        }
        if let Some(deviation) = &card.deviation {
            if let Some(percent) = deviation.percent {
                let said = self.speech.say("deviation-line", &[("percent", &percent.to_string())]);
                page.line(&[(BOLD, &said)]);
            }
            if let Some(printed) = deviation.printed.filter(|_| deviation.differs) {
                let printed = format!("{printed} %");
                page.line(&[(RED, &self.speech.say("printed-differs", &[("printed", &printed)]))]);
            }
        }
        self.basis(page, &card.basis);
    }

    fn item(self, line: &RatingLine, scale: u32) -> Vec<String> {
        vec![
            shortened(&line.item, ITEM),
            line.weight.map(|weight| weight.to_string()).unwrap_or_default(),
            line.grade.clone().unwrap_or_default(),
            self.short(line.formula),
            line.points.as_ref().map(|points| self.points_in_table(points, scale)).unwrap_or_default(),
            line.printed.map(|printed| printed.to_string()).unwrap_or_default(),
            if line.differs { self.speech.say("differs", &[]) } else { String::new() },
        ]
    }

    /// 结果应用. Where the source gives no number, that is said.
    pub(super) fn advice(self, page: &mut Page, advice: &[Advice]) {
        if advice.is_empty() {
            return;
        }
        page.gap();
        page.line(&[(BOLD, &self.speech.say("advice-line", &[]))]);
        for one in advice {
            let because: Vec<String> = one.because.iter().map(|because| self.because(because)).collect();
            let says = self.speech.either(&one.says.zh, &one.says.en);
            let cut = match one.reduction {
                Some(number) => self.speech.say("advice-reduction", &[("number", &number.to_string())]),
                None => self.speech.say("advice-no-reduction", &[]),
            };
            let because = self.speech.list(&because);
            page.paragraph(
                2,
                2,
                PLAIN,
                &self.speech.say("advice-one", &[("because", &because), ("says", says), ("cut", &cut)]),
            );
            page.paragraph(2, 2, DIM, &self.speech.say("basis-line", &[("basis", &self.speech.list(&one.basis))]));
        }
    }

    fn because(self, because: &Because) -> String {
        match because {
            Because::Grade { name } => name.clone(),
            Because::Light { light } => self.speech.name(&format!("light-{}", light.name())),
            Because::Measure { measure } => self.speech.name(&format!("measure-{}", measure.name())),
            Because::TwiceBelow => self.speech.say("monitoring-twice-below", &[]),
        }
    }
}
