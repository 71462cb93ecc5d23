//! What a value cell says: operator, number and unit, a date, a yes or no, or words.

use jibiao_model::{Known, Meaning, Number, Operator, PartialDate, Quantity, TimeSpan, Unit, Value};

use crate::{
    calendar,
    facts::{Fact, What, facts},
    fold::{Folded, fold},
    mark::stated,
    operator,
    terms::is_alphanumeric,
    unit::{self, read_unit},
};

/// A target or an actual result, with the operator and unit columns beside it where the form has them.
///
/// A sign or unit in the text wins over the column. A text without number or date is [`Meaning::Words`], and so is a
/// plan with several numbers; more than 28 digits, contradictory signs and a text without any letter or digit are
/// [`Known::Unreadable`]. The span of words is empty: no part of them carries a value.
pub fn read_value(text: &str, operator_column: Option<&str>, unit_column: Option<&str>) -> Known<Value> {
    let folded = fold(text);
    let cell = match stated(folded.as_str()) {
        Ok(cell) => cell,
        Err(why) => return why,
    };
    let columns = Columns::new(operator_column, unit_column);
    if columns.words {
        return Known::Answered(words());
    }
    if let Some(meaning) = whole(cell) {
        return Known::Answered(Value { operator: None, meaning, approximate: false, span: span_of(&folded, cell) });
    }
    // 2026年13月 is neither 2026 nor 13.
    if !cell.contains(is_alphanumeric) || is_endless(cell) || calendar::no_such_date(cell).is_some() {
        return Known::Unreadable;
    }
    let loose_dates = columns.operator.is_none() && columns.unit.is_none();
    let found = facts(folded.as_str(), loose_dates, columns.unit.as_ref());
    match decide(folded.as_str(), found, &columns) {
        Some(fact) => answer(&folded, fact, columns),
        None => Known::Answered(words()),
    }
}

/// Whether a computation came to nothing that can be measured: ∞, and what a spreadsheet shows where its formula fails
/// (`#DIV/0!`, `#REF!`).
pub fn is_endless(text: &str) -> bool {
    let name = text.trim().strip_prefix('#').unwrap_or_default().trim_end_matches(['!', '?']);
    let failed = ["DIV/0", "REF", "VALUE", "NAME", "NUM", "NULL", "N/A", "SPILL", "CALC"];
    text.contains('∞') || failed.contains(&name)
}

/// What the columns beside the cell say.
struct Columns {
    operator: Option<Operator>,
    unit: Option<Unit>,
    /// 定性 stands in the operator column.
    words: bool,
}

impl Columns {
    fn new(operator_column: Option<&str>, unit_column: Option<&str>) -> Self {
        let operator = operator_column.filter(|text| !text.is_empty()).map(fold);
        Self {
            operator: operator.as_ref().and_then(|folded| operator::whole(folded.as_str())),
            words: operator.is_some_and(|folded| folded.as_str().trim() == "定性"),
            unit: unit_column.filter(|text| !text.is_empty()).and_then(read_unit),
        }
    }
}

fn words() -> Value {
    Value { operator: None, meaning: Meaning::Words, approximate: false, span: 0..0 }
}

fn span_of(folded: &Folded<'_>, cell: &str) -> std::ops::Range<usize> {
    let start = folded.as_str().find(cell).unwrap_or_default();
    folded.original(start..start.saturating_add(cell.len()))
}

/// A cell that is as a whole a yes, a no, a question or a unit.
fn whole(cell: &str) -> Option<Meaning> {
    /// A question that a form asks; longer texts with 是否 are prose.
    const LONGEST_QUESTION: usize = 24;
    let core = cell.trim_end_matches(['。', '!', ' ']);
    match core {
        "是" | "已完成" | "完成" | "已经完成" | "全部完成" | "已全部完成" | "√" | "✓" | "✔" | "☑" =>
        {
            return Some(Meaning::YesNo(Some(true)));
        }
        "否" | "未完成" | "尚未完成" | "没有完成" | "×" | "✗" | "✘" => {
            return Some(Meaning::YesNo(Some(false)));
        }
        _ => {}
    }
    if core.contains("是否") || core.ends_with("与否") {
        let asks = core.chars().count() <= LONGEST_QUESTION && !core.contains(['。', ';', ',']);
        return asks.then_some(Meaning::YesNo(None));
    }
    /// In bytes; longer cells hold more than a unit.
    const LONGEST_UNIT: usize = 36;
    match (core.len() <= LONGEST_UNIT).then(|| unit::known_at(core)).flatten() {
        Some((unit, "")) => Some(Meaning::Unit(unit)),
        _ => None,
    }
}

/// The one thing that the cell states, or nothing where it states none or several.
fn decide(text: &str, mut found: Vec<Fact>, columns: &Columns) -> Option<Fact> {
    if found.iter().any(|fact| !fact.aside) {
        found.retain(|fact| !fact.aside);
    }
    if let Some(index) = found.iter().position(|fact| fact.what == What::Unreadable) {
        return Some(found.swap_remove(index));
    }
    let dated = |fact: &Fact| matches!(fact.what, What::Date { .. });
    if found.iter().all(dated) {
        let fact = one(found)?;
        return date_states(text, &fact).then_some(fact);
    }
    // Date and rate in one cell (11月底完成100%): the rate is measured.
    found.retain(|fact| !dated(fact));
    let bare = |fact: &Fact| matches!(fact.what, What::Quantity(_, None));
    // 2024标准500元: a year without 年 is no second quantity.
    let year = |fact: &Fact| matches!(fact.what, What::Quantity(number, None) if is_year(number));
    if found.iter().any(|fact| !bare(fact)) {
        found.retain(|fact| !year(fact));
    }
    let fact = match between(text, &found) {
        Some(range) => range,
        None => placeholder(text, one(found)?),
    };
    let prose = Prose::around(text, &fact);
    let stated = match fact.what {
        // 1:1 and 12/31 as a whole cell are not read; beside words they are part of them.
        What::Opaque => prose.letters == 0,
        What::Quantity(_, None) => prose.letters == 0 || (bare_states(&prose) && knows_size(text, &fact, columns)),
        _ => prose.is_sentence(),
    };
    stated.then_some(fact)
}

/// The only fact, or the fact that is stated several times in the same way.
fn one(found: Vec<Fact>) -> Option<Fact> {
    let mut facts = found.into_iter();
    let first = facts.next()?;
    facts.all(|fact| fact.what == first.what && fact.operator == first.operator).then_some(first)
}

/// `≥80%且≤90%`, `80%≤X＜90%`: two bounds of one range.
fn between(text: &str, found: &[Fact]) -> Option<Fact> {
    use Operator::{Above, AtLeast, AtMost, Below};
    let [first, second] = found else { return None };
    let (What::Quantity(a, unit), What::Quantity(b, other)) = (&first.what, &second.what) else { return None };
    let lower = match first.operator {
        Some(operator) => operator,
        None => turned(text.get(first.span.end..second.span.start)?)?,
    };
    let (low, high) = match (lower, second.operator?) {
        (AtLeast | Above, AtMost | Below) => (*a, *b),
        (AtMost | Below, AtLeast | Above) => (*b, *a),
        _ => return None,
    };
    // 30≤X≤50人: the unit stands once.
    let alike = unit == other || (first.operator.is_none() && unit.is_none());
    (low < high && alike).then(|| Fact {
        what: What::Range(low, high, other.clone()),
        operator: None,
        approximate: first.approximate || second.approximate,
        span: first.span.start..second.span.end,
        aside: false,
    })
}

/// `95%≤X`: the placeholder after the sign is at least 95 %.
fn placeholder(text: &str, fact: Fact) -> Fact {
    let tail = text.get(fact.span.end..).unwrap_or_default();
    match turned(tail) {
        Some(operator) if fact.operator.is_none() => {
            Fact { operator: Some(operator), span: fact.span.start..text.trim_end().len(), ..fact }
        }
        _ => fact,
    }
}

/// A sign and then a name or a placeholder, seen from the number before it: `≤X` makes the number a lower bound.
fn turned(text: &str) -> Option<Operator> {
    /// 80%≤补助发放及时率≤90%
    const LONGEST_NAME: usize = 12;
    let text = text.trim();
    let sign = text.chars().next()?;
    let name = text.strip_prefix(sign)?.trim();
    let named = !name.is_empty() && name.chars().count() <= LONGEST_NAME && name.chars().all(char::is_alphabetic);
    match sign {
        _ if !named => None,
        '≤' => Some(Operator::AtLeast),
        '<' => Some(Operator::Above),
        '≥' => Some(Operator::AtMost),
        '>' => Some(Operator::Below),
        _ => None,
    }
}

fn is_year(number: Number) -> bool {
    matches!(calendar::year(&number.to_string()), Some((_, "")))
}

/// A number without a unit inside words counts only where it closes a short statement.
fn bare_states(prose: &Prose) -> bool {
    prose.after == 0 && prose.letters <= 8 && prose.clauses == 0
}

/// Whether something says that the number is a value: a unit column, a comparison, 万.
fn knows_size(text: &str, fact: &Fact, columns: &Columns) -> bool {
    let written = text.get(fact.span.clone()).unwrap_or_default();
    columns.unit.is_some() || fact.operator.is_some() || fact.span.start == 0 || written.ends_with(['万', '亿'])
}

/// Whether a date in words says when something is done, and is not just mentioned.
fn date_states(text: &str, fact: &Fact) -> bool {
    const DONE: &[&str] = &[
        "完成", "完工", "竣工", "到位", "交付", "验收", "结束", "截止", "时间", "日期", "发放", "拨付", "支付", "兑付",
        "下达", "上报", "报送", "投入", "开工", "启动", "实施", "建成", "办结", "开放", "执行", "使用", "期限", "周期",
    ];
    let prose = Prose::around(text, fact);
    if prose.letters == 0 {
        return true;
    }
    // 全年 and 当年 beside words are how long or how often, not when.
    let vague = text.get(fact.span.clone()).is_some_and(|date| date.starts_with(['全', '当', '本', '年']));
    let year_only = vague || matches!(fact.what, What::Date { year_only: true, .. });
    let deadline = fact.operator.is_some();
    let outside = [text.get(..fact.span.start), text.get(fact.span.end..)];
    let done = outside.iter().flatten().any(|part| DONE.iter().any(|word| part.contains(word)));
    prose.clauses == 0 && prose.letters <= 16 && (deadline || (done && !year_only))
}

/// The words around a fact.
struct Prose {
    letters: usize,
    after: usize,
    /// Commas and stops that separate clauses.
    clauses: usize,
}

impl Prose {
    fn around(text: &str, fact: &Fact) -> Self {
        let before = text.get(..fact.span.start).unwrap_or_default();
        let after = text.get(fact.span.end..).unwrap_or_default();
        let letters = |text: &str| text.chars().filter(|c| is_alphanumeric(*c)).count();
        let inner = |text: &str| text.chars().filter(|c| matches!(c, ',' | ';' | '。' | '\n')).count();
        let (outside_before, outside_after) = (letters(before), letters(after));
        let closing = after.trim_end_matches(|c: char| !is_alphanumeric(c));
        Self {
            letters: outside_before.saturating_add(outside_after),
            after: outside_after,
            clauses: inner(before).saturating_add(inner(closing)),
        }
    }

    /// A statement of one or two clauses, not a work plan.
    fn is_sentence(&self) -> bool {
        self.letters <= 32 && self.clauses <= 1
    }
}

/// The value that a fact and the columns make together.
fn answer(folded: &Folded<'_>, fact: Fact, columns: Columns) -> Known<Value> {
    let operator = fact.operator.or(columns.operator);
    let meaning = match fact.what {
        What::Unreadable | What::Opaque => return Known::Unreadable,
        What::Date { time, .. } => Meaning::Date(bounded(time, operator)),
        What::Range(low, high, unit) => Meaning::Range { low, high, unit: unit_with(unit, columns.unit) },
        What::Quantity(number, unit) => {
            let unit = unit_with(unit, columns.unit);
            match year_of(number, unit.as_ref()) {
                Some(year) => Meaning::Date(bounded(TimeSpan { from: Some(year), to: Some(year) }, operator)),
                None => Meaning::Quantity(Quantity { number, unit }),
            }
        }
    };
    Known::Answered(Value { operator, meaning, approximate: fact.approximate, span: folded.original(fact.span) })
}

/// A single date with an upper bound is a deadline: it has only an end.
fn bounded(time: TimeSpan, operator: Option<Operator>) -> TimeSpan {
    let deadline = matches!(operator, Some(Operator::AtMost | Operator::Below)) && time.from == time.to;
    if deadline { TimeSpan { from: None, ..time } } else { time }
}

/// 2026 beside a unit column 年 is a year, not a duration.
fn year_of(number: Number, unit: Option<&Unit>) -> Option<PartialDate> {
    unit.filter(|unit| matches!(unit.text.as_str(), "年" | "年度"))?;
    match calendar::year(&number.to_string()) {
        Some((year, "")) => Some(calendar::date(Some(year), None, None)),
        _ => None,
    }
}

/// The unit in the text, completed by the unit column: 300元 beside 元/人 is 元/人.
fn unit_with(text: Option<Unit>, column: Option<Unit>) -> Option<Unit> {
    let (Some(own), Some(column)) = (&text, &column) else { return text.or(column) };
    if column.text.strip_prefix(own.text.as_str()).is_some_and(|rest| rest.starts_with('/')) {
        return Some(column.clone());
    }
    text
}
