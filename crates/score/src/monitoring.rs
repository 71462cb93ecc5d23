//! 运行监控: how far money and goals are against time and against each other.

mod lights;
mod progress;
mod time;

use jibiao_model::{
    Amount, Concept, FundMoment, FundSource, Measure, MeasureName, MonitoringCard, Number, Points, Relation, ScoreInput,
};
use jibiao_reading::{Reading, read_number};

use crate::{Denominator, Method, MonitoringMethod, Scoring, execution, line::outside, performance::bounds, ratio};

/// The card of a monitoring sheet. What can't be measured has no value; what is still to come has bounds.
pub fn monitoring(reading: &Reading<'_>, scoring: &Scoring) -> MonitoringCard {
    let method = scoring.of(reading.form);
    let own = &method.monitoring;
    let rows = progress::rows(reading);
    let day = time::day(reading);
    let money = Money::of(reading, own);
    let mut card = Measures { reading, method, list: Vec::new() };

    card.per_cent(MeasureName::TimeShare, Concept::MonitoredTo, time::share(day, reading, own.clock));
    card.execution(&money);
    card.expected(&money);
    let [time, rate] = [MeasureName::TimeShare, MeasureName::ExecutionRate].map(|name| card.value(name));
    card.behind(time.as_ref(), rate.as_ref());
    for (name, concept) in
        [(MeasureName::GoalCompletion, Concept::SoFar), (MeasureName::ExpectedCompletion, Concept::Expected)]
    {
        if let Some(column) = rows.column(name) {
            card.per_cent(name, concept, progress::mean(column, own.mean));
        }
    }
    let goals = card.value(MeasureName::GoalCompletion);
    card.apart(rate.as_ref(), goals.as_ref());
    card.score(own);
    card.score_before();
    card.release(&money, own);

    let mut measures = card.list;
    let light = lights::switch(&mut measures, &own.lights, day);
    MonitoringCard {
        twice_below: twice_below(&measures, own.twice_below),
        measures,
        rows: rows.into_rows(),
        light,
        basis: if own.basis.is_empty() { method.basis.clone() } else { own.basis.clone() },
        scale: method.scale,
    }
}

/// The amounts that rates are made of.
struct Money {
    /// The budget with the name of its cell.
    budget: Option<(&'static str, Amount)>,
    so_far: Option<Amount>,
    expected: Option<Amount>,
}

impl Money {
    fn of(reading: &Reading<'_>, method: &MonitoringMethod) -> Self {
        let total = |moment| reading.amount(FundSource::Total, moment).answered().copied();
        let annual = ("annual", FundMoment::Annual);
        let initial = ("initial", FundMoment::Initial);
        let order = match method.denominator {
            Denominator::Annual => [annual, initial],
            Denominator::Initial => [initial, annual],
        };
        // The other one, where the form has only that.
        let has = |moment| reading.has(Concept::Fund(FundSource::Total, moment));
        let budget = order.into_iter().find(|(_, moment)| has(*moment));
        Self {
            budget: budget.and_then(|(name, moment)| Some((name, total(moment)?))),
            so_far: total(FundMoment::SoFar),
            expected: total(FundMoment::Expected),
        }
    }

    /// A part of the budget in per cent; none of no budget.
    fn rate(&self, part: Option<Amount>) -> Option<Number> {
        let (_, budget) = self.budget?;
        let (part, budget) = (part?.yuan().max(Number::ZERO), budget.yuan());
        if budget <= Number::ZERO {
            return None;
        }
        ratio::share(Number::HUNDRED, part, budget).ok()
    }
}

/// The measures so far.
struct Measures<'r, 'd> {
    reading: &'r Reading<'d>,
    method: &'r Method,
    list: Vec<Measure>,
}

/// What a measure is, with what it was made from.
type Found = (Option<Points>, Vec<ScoreInput>);

impl Measures<'_, '_> {
    /// A share, where the form has what it is made from.
    fn per_cent(&mut self, name: MeasureName, needs: Concept, (value, inputs): Found) {
        let has = self.reading.has(needs)
            || self.reading.form.indicators().is_some_and(|table| table.column(needs).is_some());
        if has {
            self.put(name, "%", value, inputs, None);
        }
    }

    fn put(
        &mut self,
        name: MeasureName,
        unit: &str,
        value: Option<Points>,
        inputs: Vec<ScoreInput>,
        printed: Option<Number>,
    ) {
        let value = value.map(|value| self.rounded(&value));
        let differs =
            value.as_ref().zip(printed).is_some_and(|(value, printed)| outside(value, printed, self.method.tolerance));
        self.list.push(Measure {
            name,
            unit: unit.to_owned(),
            value,
            inputs,
            printed,
            differs,
            light: None,
            bound: None,
        });
    }

    fn rounded(&self, value: &Points) -> Points {
        let Method { scale, rounding, .. } = *self.method;
        match *value {
            Points::Determined { exact, .. } => Points::Determined { exact, rounded: exact.rounded(scale, rounding) },
            Points::Undetermined { low, high } => {
                Points::Undetermined { low: low.rounded(scale, rounding), high: high.rounded(scale, rounding) }
            }
        }
    }

    fn value(&self, name: MeasureName) -> Option<Points> {
        self.list.iter().find(|measure| measure.name == name)?.value.clone()
    }

    fn money(&self, money: &Money, part: (&str, Option<Amount>)) -> Vec<ScoreInput> {
        let budget = money.budget.map(|(name, amount)| (name, Some(amount)));
        let parts = [Some(part), budget].into_iter().flatten();
        parts.filter_map(|(name, amount)| Some(input(name, execution::shown(amount?, self.reading)))).collect()
    }

    fn execution(&mut self, money: &Money) {
        if self.reading.has(Concept::Fund(FundSource::Total, FundMoment::SoFar)) {
            let inputs = self.money(money, ("so-far", money.so_far));
            let printed = self.reading.percent(Concept::Fund(FundSource::Total, FundMoment::SoFarRate));
            let printed = printed.answered().copied();
            self.put(MeasureName::ExecutionRate, "%", known(money.rate(money.so_far)), inputs, printed);
        }
    }

    fn expected(&mut self, money: &Money) {
        if self.reading.has(Concept::Fund(FundSource::Total, FundMoment::Expected)) {
            let inputs = self.money(money, ("expected", money.expected));
            self.put(MeasureName::ExpectedRate, "%", known(money.rate(money.expected)), inputs, None);
        }
    }

    fn behind(&mut self, time: Option<&Points>, rate: Option<&Points>) {
        if let (Some(Points::Determined { exact: time, .. }), Some(Points::Determined { exact: rate, .. })) =
            (time, rate)
        {
            let inputs = vec![self.share("time-share", *time), self.share("execution-rate", *rate)];
            self.put(MeasureName::BehindTime, "%", known(time.minus(*rate).ok()), inputs, None);
        }
    }

    /// 双监控: how far money and goals are apart, whichever is ahead.
    fn apart(&mut self, rate: Option<&Points>, goals: Option<&Points>) {
        let (Some(Points::Determined { exact: rate, .. }), Some(goals)) = (rate, goals) else { return };
        let gap = |goal: Number| rate.minus(goal).map(Number::magnitude).ok();
        let mut inputs = vec![self.share("execution-rate", *rate)];
        let value = match goals {
            Points::Determined { exact, .. } => {
                inputs.push(self.share("goal-completion", *exact));
                known(gap(*exact))
            }
            Points::Undetermined { low, high } => gap(*low).zip(gap(*high)).map(|(a, b)| {
                let least = if low <= rate && rate <= high { Number::ZERO } else { a.min(b) };
                Points::Undetermined { low: least, high: a.max(b) }
            }),
        };
        self.put(MeasureName::Apart, "%", value, inputs, None);
    }

    fn share(&self, name: &str, number: Number) -> ScoreInput {
        input(name, format!("{} %", number.rounded(self.method.scale, self.method.rounding)))
    }

    fn score(&mut self, method: &MonitoringMethod) {
        let printed = self.reading.number(Concept::TotalScore).answered().copied();
        if method.score.is_empty() {
            if self.reading.has(Concept::TotalScore) {
                self.put(MeasureName::Score, "分", known(printed), Vec::new(), printed);
            }
            return;
        }
        let (mut low, mut high, mut open) = (Number::ZERO, Number::ZERO, false);
        for (name, weight) in &method.score {
            let value = self.value(*name);
            let exact = match &value {
                Some(Points::Determined { exact, .. }) => (*exact, *exact),
                Some(points) => bounds(points),
                None => (Number::ZERO, Number::HUNDRED),
            };
            open |= !matches!(value, Some(Points::Determined { .. }));
            let part =
                |share: Number| ratio::share(*weight, share.max(Number::ZERO).min(Number::HUNDRED), Number::HUNDRED);
            let (Ok(of_low), Ok(of_high)) = (part(exact.0), part(exact.1)) else { return };
            let (Ok(a), Ok(b)) = (low.plus(of_low), high.plus(of_high)) else { return };
            (low, high) = (a, b);
        }
        let value = if open { Some(Points::Undetermined { low, high }) } else { known(Some(low)) };
        self.put(MeasureName::Score, "分", value, Vec::new(), printed);
    }

    /// The score of the period before, as it was taken over.
    fn score_before(&mut self) {
        let Some(cell) = self.reading.form.cell_of(Concept::TotalScore) else { return };
        let origins = &self.reading.document.origins;
        let Some(before) = origins.iter().find(|origin| origin.relation == Relation::Previous) else { return };
        let text = before.before.cells.get(cell.as_str()).or_else(|| before.frozen.cells.get(cell.as_str()));
        let number = text.and_then(|text| read_number(text).answered().copied());
        self.put(MeasureName::ScoreBefore, "分", known(number), Vec::new(), None);
    }

    /// What low execution would leave at the end of the year.
    fn release(&mut self, money: &Money, method: &MonitoringMethod) {
        let (Some((_, budget)), Some(expected)) = (money.budget, money.expected) else { return };
        if let Some(below) = method.release_below
            && money.rate(money.so_far).is_none_or(|rate| rate >= below)
        {
            return;
        }
        let unit = self.reading.money_unit;
        let left = budget.yuan().minus(expected.yuan()).map(|left| left.max(Number::ZERO));
        let left = left.and_then(|left| left.over(unit.in_yuan())).ok();
        let inputs = self.money(money, ("expected", Some(expected)));
        self.put(MeasureName::Release, unit.label(), known(left), inputs, None);
    }
}

/// A figure that is known; the rounded one is made when it is put down.
fn known(number: Option<Number>) -> Option<Points> {
    number.map(|exact| Points::Determined { exact, rounded: exact })
}

fn input(name: &str, read: String) -> ScoreInput {
    ScoreInput { name: name.to_owned(), read }
}

/// Whether this score and the one before are both below the bound.
fn twice_below(measures: &[Measure], bound: Option<Number>) -> Option<bool> {
    let bound = bound?;
    let below = |name: MeasureName| {
        let (low, high) = bounds(measures.iter().find(|measure| measure.name == name)?.value.as_ref()?);
        if high < bound {
            Some(true)
        } else if low >= bound {
            Some(false)
        } else {
            None
        }
    };
    match (below(MeasureName::Score), below(MeasureName::ScoreBefore)) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    }
}
