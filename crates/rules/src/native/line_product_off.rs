//! A line of a composition whose quantity times its price, or whose written computation, is not its amount.

use jibiao_model::{Amount, CellId, MoneyUnit, Unit};
use jibiao_reading::{fold, read_amount, read_value};

use crate::{
    lines::{Composition, Line, Role, compositions},
    prelude::*,
    row,
};

pub(super) static RULE: Rule = Rule {
    id: RuleId::fixed("line-product-off"),
    dimension: Dimension::Consistency,
    purposes: ALL,
    basis: &[REVIEW],
    needs: &[Need::Number("fund-sum-tolerance"), Need::Words("line-totals"), Need::Words("line-subtotals")],
    messages: &[
        ("line-product-off", &["item", "quantity", "price", "product", "amount", "unit"]),
        ("line-product-off-grounds", &["item", "grounds", "product", "amount", "unit"]),
    ],
    examples: examples![
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '摄像机'\nline-quantity = '12台'\nline-price = '1.5'\nline-amount = '20'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '讲课费'\nline-quantity = '40课时'\nline-price = '500元'\nline-amount = '2.5'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '聘用人员工资'\nline-grounds = '3人×12个月×2500元/人·月'\nline-amount = '9.6'",
        ),
        Example::finds(
            1,
            "form = 'project-application-2021'\n[[lines]]\nline-item = '差旅费'\nline-grounds = '5人*4天*180元+5人*2*300元'\nline-amount = '1.2'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '摄像机'\nline-quantity = '12台'\nline-price = '15000'\nline-amount = '18'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '讲课费'\nline-quantity = '40课时'\nline-price = '500元'\nline-amount = '2'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '聘用人员工资'\nline-grounds = '3人×12个月×2500元/人·月=9万元'\nline-amount = '9'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '监理费'\nline-grounds = '工程费1200万元×1.5%'\nline-amount = '18'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '设备'\nline-grounds = '规格600×800，按市场询价'\nline-amount = '18'",
        ),
        Example::clean(
            "form = 'project-application-2021'\n[[lines]]\nline-item = '设备'\nline-quantity = '1批'\nline-price = ''\nline-amount = '18'",
        ),
    ],
    check,
};

fn check(view: &View<'_>, sink: &mut Sink<'_>) -> Result<(), Halt> {
    for composition in compositions(view) {
        let Some(column) = composition.column(Concept::LineAmount) else { continue };
        for line in composition.lines.iter().filter(|line| matches!(line.role, Role::Part | Role::Share)) {
            let amount = read_amount(line.row.text(column.as_str()), view.reading.money_unit);
            let Known::Answered(amount) = amount else { continue };
            if !quantity_and_price(view, &composition, line, column, amount, sink)? {
                grounds(view, &composition, line, column, amount, sink)?;
            }
        }
    }
    Ok(())
}

/// 数量 × 单价. `true` where both are there.
fn quantity_and_price(
    view: &View<'_>,
    composition: &Composition<'_>,
    line: &Line<'_>,
    column: &CellId,
    amount: Amount,
    sink: &mut Sink<'_>,
) -> Result<bool, Halt> {
    let text = |concept| composition.column(concept).map_or("", |column| line.row.text(column.as_str()).trim());
    let (quantity_text, price_text) = (text(Concept::LineQuantity), text(Concept::LinePrice));
    let Known::Answered(quantity) = read_value(quantity_text, None, None) else { return Ok(false) };
    let Some(quantity) = quantity.quantity() else { return Ok(false) };
    let number = quantity.number.times(scale(quantity.unit.as_ref()))?;
    let unit = view.reading.money_unit;
    let mut products = Vec::new();
    // A price without a unit is often in 元 where the amounts are in 万元.
    for unit in [unit, MoneyUnit::Yuan] {
        if let Known::Answered(price) = read_amount(price_text, unit) {
            products.push(price.yuan().times(number)?);
        }
    }
    let Some(product) = off(view, amount, &products)? else { return Ok(!products.is_empty()) };
    let args = [
        ("item", Arg::Text(line.item.to_owned())),
        ("quantity", Arg::Text(quantity_text.to_owned())),
        ("price", Arg::Text(price_text.to_owned())),
        ("product", Arg::Number(product.over(unit.in_yuan())?)),
        ("amount", Arg::Number(amount.in_unit(unit)?)),
        ("unit", Arg::Text(unit.label().to_owned())),
    ];
    sink.report(view.at_line(composition.table, line.index, &line.row.id, column), "line-product-off", args);
    Ok(true)
}

/// 测算依据 that is a product, or a sum of products.
fn grounds(
    view: &View<'_>,
    composition: &Composition<'_>,
    line: &Line<'_>,
    column: &CellId,
    amount: Amount,
    sink: &mut Sink<'_>,
) -> Result<(), Halt> {
    let Some(grounds) = composition.column(Concept::LineGrounds) else { return Ok(()) };
    let text = line.row.text(grounds.as_str()).trim();
    let Some(product) = computed(text)? else { return Ok(()) };
    let Some(product) = off(view, amount, &[product])? else { return Ok(()) };
    let unit = view.reading.money_unit;
    let args = [
        ("item", Arg::Text(line.item.to_owned())),
        ("grounds", Arg::Text(text.to_owned())),
        ("product", Arg::Number(product.over(unit.in_yuan())?)),
        ("amount", Arg::Number(amount.in_unit(unit)?)),
        ("unit", Arg::Text(unit.label().to_owned())),
    ];
    let place = view.at_line(composition.table, line.index, &line.row.id, column);
    sink.report(place, "line-product-off-grounds", args);
    Ok(())
}

/// The product that the amount comes nearest to, where it is none of them. Rounding of the amount is no difference.
fn off(view: &View<'_>, amount: Amount, products: &[Number]) -> Result<Option<Number>, Halt> {
    let tolerance = view.number("fund-sum-tolerance")?.times(view.reading.money_unit.in_yuan())?;
    let mut nearest: Option<(Number, Number)> = None;
    for product in products {
        let difference = product.minus(amount.yuan())?.magnitude();
        if difference <= tolerance {
            return Ok(None);
        }
        if nearest.is_none_or(|(least, _)| difference < least) {
            nearest = Some((difference, *product));
        }
    }
    Ok(nearest.map(|(_, product)| product))
}

/// How many things a unit of them is: ten thousand of 万页. A price is for one.
fn scale(unit: Option<&Unit>) -> Number {
    let many = unit.is_some_and(|unit| unit.text.starts_with('万') && unit.text != "万元");
    if many { Number::whole(10_000) } else { Number::ONE }
}

/// What a written computation comes to, in 元: products of at least two numbers of which one is money, joined by +.
fn computed(text: &str) -> Result<Option<Number>, Halt> {
    const SIGNS: [char; 4] = ['×', '*', 'x', 'X'];
    if !text.contains(SIGNS) {
        return Ok(None);
    }
    let folded = fold(text);
    // What follows = is the result, and what follows a stop something else.
    let sum = folded.as_str().split(['=', '。', ';']).next().unwrap_or_default();
    let mut total = Number::ZERO;
    for term in sum.split('+') {
        let mut product = Number::ONE;
        let mut money = false;
        for part in term.split(SIGNS) {
            let Some((number, unit)) = factor(part) else { return Ok(None) };
            product = product.times(number)?;
            money |= unit.starts_with('元') || unit.starts_with("万元") || unit.starts_with('亿');
            product = match unit {
                unit if unit.starts_with("万元") => product.times(Number::whole(10_000))?,
                unit if unit.starts_with('%') => product.over(Number::HUNDRED)?,
                // 80万页: so many pages.
                unit if unit.starts_with('万') && unit.chars().nth(1).is_some_and(row::is_letter) => {
                    product.times(Number::whole(10_000))?
                }
                unit if unit.starts_with(['万', '亿']) => return Ok(None),
                _ => product,
            };
        }
        if !money || !term.contains(SIGNS) {
            return Ok(None);
        }
        total = total.plus(product)?;
    }
    Ok(Some(total))
}

/// The one number of a part and what follows it.
fn factor(part: &str) -> Option<(Number, &str)> {
    let start = part.find(|c: char| c.is_ascii_digit())?;
    let digits = part.get(start..)?;
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(digits.len());
    let (number, after) = digits.split_at(end);
    if after.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = number.contains(',').then(|| number.replace(',', "")).as_deref().unwrap_or(number).parse().ok()?;
    Some((number, after.trim_start()))
}
