//! JSON whose keys stand in order.

use jibiao_model::order::{arranged, order};
use serde_json::{Number, Value as Json};

/// Writes a value with sorted keys. Keys go by UTF-16 code units, as RFC 8785 orders them. The order is made here
/// and not left to the map, whose order depends on a feature that any other crate may switch on.
pub(crate) fn write(into: &mut String, value: &Json, number: fn(&Number) -> String) {
    match value {
        Json::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            // Most maps are in order already.
            if !fields.is_sorted_by(|(a, _), (b, _)| a.encode_utf16().le(b.encode_utf16())) {
                let key = |at: usize| fields.get(at).into_iter().flat_map(|(key, _)| key.encode_utf16());
                let order = order(fields.len(), &|a, b| key(a).cmp(key(b)));
                fields = arranged(fields, &order);
            }
            into.push('{');
            for (index, (key, value)) in fields.into_iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                write_text(into, key);
                into.push(':');
                write(into, value, number);
            }
            into.push('}');
        }
        Json::Array(items) => {
            into.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    into.push(',');
                }
                write(into, item, number);
            }
            into.push(']');
        }
        Json::Number(value) => into.push_str(&number(value)),
        Json::String(text) => write_text(into, text),
        scalar => into.push_str(&scalar.to_string()),
    }
}

fn write_text(into: &mut String, text: &str) {
    // Nothing else is ever escaped: most texts stand as they are.
    if text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        into.push_str(&Json::from(text).to_string());
        return;
    }
    into.push('"');
    into.push_str(text);
    into.push('"');
}

/// A number as ECMAScript writes it, which RFC 8785 asks for: the shortest digits that mean the same binary float,
/// with an exponent only from 10^21 up and below 10^-6.
pub(crate) fn as_ecmascript(number: &Number) -> String {
    let text = number.to_string();
    // Whole numbers are binary floats there as well.
    let whole = !text.contains(['.', 'e', 'E']);
    let float = whole.then(|| format!("{text}.0").parse::<Number>().ok()).flatten();
    laid_out(&float.map_or(text, |float| float.to_string()))
}

/// The shortest digits, moved to where ECMAScript has the point.
fn laid_out(text: &str) -> String {
    let (sign, rest) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = [before, after].concat();
    let leading = all.len().saturating_sub(all.trim_start_matches('0').len());
    let digits = all.trim_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    // So many digits stand before the point; those of a float are few, and so is its exponent.
    let place = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let point = exponent.parse::<i32>().unwrap_or(0).saturating_add(place(before.len())).saturating_sub(place(leading));
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let count = place(digits.len());
    let split = |at: i32| digits.split_at_checked(usize::try_from(at).unwrap_or(0)).unwrap_or((digits, ""));
    let unsigned = match point {
        1..=21 if count <= point => [digits, &zeros(point.saturating_sub(count))].concat(),
        1..=21 => [split(point).0, ".", split(point).1].concat(),
        -5..=0 => ["0.", &zeros(point.saturating_neg()), digits].concat(),
        _ => {
            let (first, more) = split(1);
            let point_after = if more.is_empty() { "" } else { "." };
            format!("{first}{point_after}{more}e{:+}", point.saturating_sub(1))
        }
    };
    [sign, &unsigned].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_the_order_of_their_utf_16_code_units() {
        let value: Json = serde_json::from_str(
            "{ \"b\": [1, {\"z\": null, \"a\": \"x\\u001f\"}], \"\u{10000}\": 1, \"\u{e000}\": 2, \"a\": true }",
        )
        .unwrap();
        let mut text = String::new();
        write(&mut text, &value, Number::to_string);
        assert_eq!(text, "{\"a\":true,\"b\":[1,{\"a\":\"x\\u001f\",\"z\":null}],\"\u{10000}\":1,\"\u{e000}\":2}");
    }

    #[test]
    fn numbers_are_those_of_the_samples_in_rfc_8785() {
        for (text, expected) in [
            ("0.0", "0"),
            ("-0.0", "0"),
            ("5e-324", "5e-324"),
            ("-1.7976931348623157e308", "-1.7976931348623157e+308"),
            ("9007199254740992", "9007199254740992"),
            ("-9007199254740993", "-9007199254740992"),
            ("295147905179352830000", "295147905179352830000"),
            ("9.999999999999997e22", "9.999999999999997e+22"),
            ("1e23", "1e+23"),
            ("999999999999999700000", "999999999999999700000"),
            ("1e21", "1e+21"),
            ("9.999999999999997e-7", "9.999999999999997e-7"),
            ("0.000001", "0.000001"),
            ("333333333.3333332", "333333333.3333332"),
            ("-0.0000033333333333333333", "-0.0000033333333333333333"),
            ("1424953923781206.2", "1424953923781206.2"),
            ("1", "1"),
            ("120.50", "120.5"),
            ("18446744073709551615", "18446744073709552000"),
        ] {
            assert_eq!(as_ecmascript(&text.parse().unwrap()), expected, "{text}");
        }
    }
}
