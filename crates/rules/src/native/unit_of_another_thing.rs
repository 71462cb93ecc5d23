//! A unit that measures another thing than the name: 面积 in 个, 人数 in 期, 里程 in 平方米.

use jibiao_reading::WordSet;

use crate::{prelude::*, row};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("unit-of-another-thing"),
    dimension: Dimension::Appropriateness,
    purposes: ALL,
    basis: &[GUIDE],
    needs: &[
        Need::Words("area-names"),
        Need::Words("length-names"),
        Need::Words("money-names"),
        Need::Words("duration-names"),
        Need::Words("person-names"),
        Need::Words("household-names"),
        Need::Words("occasion-names"),
        Need::Words("person-units"),
        Need::Words("occasion-units"),
        Need::Words("counted-broadly"),
        Need::Words("time-of-work"),
    ],
    messages: &[
        ("unit-of-another-thing", &["indicator", "target", "unit"]),
        ("unit-of-another-thing-broad", &["indicator", "target", "unit"]),
        ("unit-of-another-thing-named", &["indicator", "target", "unit", "own"]),
    ],
    examples: examples![
        Example::finds(
            3,
            "[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '绿化面积'\ntarget = '≥3处'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '养护里程'\ntarget = '1200平方米'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '参训人数'\ntarget = '4期'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '按时足额发放'\ntarget = '≥260人'\n[[rows]]\nlevel-2 = '经济效益指标'\nlevel-3 = '带动产值'\ntarget = '≥12个'",
        ),
        Example::finds(
            2,
            "[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '聘用护林员86人'\ntarget = '86个'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '低保人数'\ntarget = '≥3200个'",
        ),
        Example::clean(
            "[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '绿化面积'\ntarget = '≥3公顷'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '参训人数'\ntarget = '≥120人次'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '巡查次数'\ntarget = '12次/年'",
        ),
        Example::clean(
            "[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '建设节点（8个）'\ntarget = '8个'\n[[rows]]\nlevel-2 = '时效指标'\nlevel-3 = '办结时限'\ntarget = '≤5个工作日'\n[[rows]]\nlevel-2 = '数量指标'\nlevel-3 = '按时发放人数'\ntarget = '260人'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    let lists = Lists::of(view);
    view.each(sink, |indicator, sink| {
        let Some(quantity) = row::target(indicator) else { return Ok(()) };
        let Some(unit) = &quantity.unit else { return Ok(()) };
        let name = row::bare(indicator.name);
        let found = lists.misfit(name, unit).or_else(|| own_unit(name, quantity).map(Misfit::Named));
        let Some(misfit) = found else { return Ok(()) };
        let said = ("indicator", view.name(indicator));
        let target = ("target", row::target_said(view, indicator));
        let shown = ("unit", Arg::Text(unit.text.clone()));
        let place = view.at_row_cell(indicator, Concept::Target);
        match misfit {
            Misfit::Other => sink.report(place, "unit-of-another-thing", [said, target, shown]),
            Misfit::Broad => sink.report(place, "unit-of-another-thing-broad", [said, target, shown]),
            Misfit::Named(own) => {
                let args = [said, target, shown, ("own", Arg::Text(own.to_owned()))];
                sink.report(place, "unit-of-another-thing-named", args);
            }
        }
        Ok(())
    })
}

enum Misfit<'n> {
    Other,
    /// 个 for persons: understood, and unusual.
    Broad,
    /// The name gives the same number another unit.
    Named(&'n str),
}

/// The word lists of this rule, looked up once for all rows.
struct Lists<'v> {
    areas: &'v WordSet,
    lengths: &'v WordSet,
    money: &'v WordSet,
    durations: &'v WordSet,
    persons: &'v WordSet,
    households: &'v WordSet,
    occasions: &'v WordSet,
    person_units: &'v WordSet,
    occasion_units: &'v WordSet,
    broad: &'v WordSet,
    timely: &'v WordSet,
}

impl<'v> Lists<'v> {
    fn of(view: &View<'v>) -> Self {
        Self {
            areas: view.words("area-names"),
            lengths: view.words("length-names"),
            money: view.words("money-names"),
            durations: view.words("duration-names"),
            persons: view.words("person-names"),
            households: view.words("household-names"),
            occasions: view.words("occasion-names"),
            person_units: view.words("person-units"),
            occasion_units: view.words("occasion-units"),
            broad: view.words("counted-broadly"),
            timely: view.words("time-of-work"),
        }
    }

    fn misfit<'n>(&self, name: &str, unit: &jibiao_model::Unit) -> Option<Misfit<'n>> {
        // Shares are another rule's finding.
        if unit.family == UnitFamily::Ratio {
            return None;
        }
        let ends = |set: &WordSet| row::ends(set, name);
        let of = |family: UnitFamily| (unit.family != family).then_some(Misfit::Other);
        let measured = name.ends_with(['数', '量', '次', '额', '积', '度', '程']);
        if !measured && self.timely.is_in(name) && !ends(self.durations) {
            return of(UnitFamily::Time);
        }
        // Rates count one thing for another.
        if matches!(unit.family, UnitFamily::Per | UnitFamily::MoneyPer) {
            return None;
        }
        if ends(self.persons) {
            // 受益人数: 60户 says whose.
            return self.counted(self.person_units, unit).filter(|_| unit.text != "户");
        }
        if ends(self.occasions) {
            return self.counted(self.occasion_units, unit);
        }
        if ends(self.households) {
            let fits = unit.text.contains('户') || self.broad.has(&unit.text);
            return (!fits).then_some(Misfit::Other);
        }
        if ends(self.areas) {
            return of(UnitFamily::Area);
        }
        if ends(self.lengths) {
            return of(UnitFamily::Length);
        }
        if ends(self.money) {
            return of(UnitFamily::Money);
        }
        if ends(self.durations) {
            // 课时, 学期 and 工日 are counted times.
            return of(UnitFamily::Time)
                .filter(|_| !unit.text.contains(['时', '天', '日', '月', '年', '周', '季', '期']));
        }
        None
    }

    fn counted<'n>(&self, units: &WordSet, unit: &jibiao_model::Unit) -> Option<Misfit<'n>> {
        if unit.family == UnitFamily::Count && units.is_in(&unit.text) {
            return None;
        }
        let broad = unit.family == UnitFamily::Count && self.broad.has(&unit.text);
        Some(if broad { Misfit::Broad } else { Misfit::Other })
    }
}

/// 聘用护林员86人 with a target of 86 个: the unit that the name itself gives to the same number.
fn own_unit<'n>(name: &'n str, quantity: &jibiao_model::Quantity) -> Option<&'n str> {
    let unit = quantity.unit.as_ref().filter(|unit| unit.family == UnitFamily::Count)?;
    let start = name.find(|c: char| c.is_ascii_digit())?;
    let tail = name.get(start..)?;
    let end = tail.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (digits, own) = tail.split_at(end);
    let own = own.trim_end_matches(['）', ')']);
    let same = digits.parse::<Number>().is_ok_and(|number| number == quantity.number);
    let other = jibiao_reading::read_unit(own)?;
    let unlike = !own.starts_with(unit.text.as_str()) && !unit.text.starts_with(own);
    (same && unlike && other.family == UnitFamily::Count && own.chars().count() <= 2).then_some(own)
}
