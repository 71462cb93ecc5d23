//! `&lt;` and its kind.

/// The names that spreadsheets and editors write; any other stays as it stands.
const NAMED: &[(&str, char)] = &[
    ("nbsp", '\u{a0}'),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("ge", '≥'),
    ("le", '≤'),
    ("ne", '≠'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("permil", '‰'),
    ("deg", '°'),
    ("middot", '·'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("yen", '¥'),
    ("ensp", ' '),
    ("emsp", '\u{3000}'),
    ("thinsp", ' '),
];

/// The longest name or number between `&` and `;`.
const LONGEST: usize = 10;

/// Gives the signs of a text, one after the other.
pub(super) fn decode(text: &str, take: &mut dyn FnMut(char)) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        before.chars().for_each(&mut *take);
        let end = after.bytes().take(LONGEST).position(|sign| sign == b';');
        let named = end.and_then(|end| after.split_at_checked(end));
        match named.and_then(|(name, _)| sign_of(name)).zip(named) {
            Some((sign, (_, next))) => {
                take(sign);
                rest = next.strip_prefix(';').unwrap_or(next);
            }
            None => {
                take('&');
                rest = after;
            }
        }
    }
    rest.chars().for_each(take);
}

fn sign_of(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?).filter(|sign| *sign != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> String {
        let mut out = String::new();
        decode(text, &mut |sign| out.push(sign));
        out
    }

    #[test]
    fn names_and_numbers_are_signs_and_all_else_stays() {
        assert_eq!(decoded("&ge;95&#37;&#x4E07;元 A&amp;B"), "≥95%万元 A&B");
        assert_eq!(decoded("R&D & 研发&unknown;&#0;&#xD800;&"), "R&D & 研发&unknown;&#0;&#xD800;&");
    }

    #[test]
    fn what_was_decoded_is_not_decoded_again() {
        assert_eq!(decoded("&amp;lt;td&amp;gt;"), "&lt;td&gt;");
    }
}
