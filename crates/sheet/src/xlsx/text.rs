//! Texts as xlsx holds them: signs that XML cannot hold stand as `_x000B_`, and whatever looks like that is marked.

/// Writes a text so that every spreadsheet shows what it says.
///
/// XML forbids most control signs; a lone return would be read as a line end. Both are written as ISO/IEC 29500 says
/// (`ST_Xstring`), and so is the `_` of a text that looks like such a sign.
pub(crate) fn escape(out: &mut String, text: &str) {
    // Most texts hold nothing that has to be written otherwise; U+FFFE and U+FFFF begin with the byte EF.
    let plain = |sign: u8| !matches!(sign, 0..=0x1f | b'&' | b'<' | b'>' | b'"' | b'_' | 0xef);
    if text.bytes().all(plain) {
        out.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if reads_as_coded(rest) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(sign),
            sign if is_coded(sign) => {
                out.push_str("_x");
                let code = u32::from(sign);
                for shift in [12_u32, 8, 4, 0] {
                    let digit = code.checked_shr(shift).unwrap_or(0) & 0xf;
                    out.push(char::from_digit(digit, 16).unwrap_or('0').to_ascii_uppercase());
                }
                out.push('_');
            }
            sign => out.push(sign),
        }
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
    }
}

/// Whether XML can't hold a sign as it is.
fn is_coded(sign: char) -> bool {
    matches!(sign, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether `_x000B` at the beginning of a text reads as a sign once it is written: what follows begins with a `_`, or is
/// written with one.
fn reads_as_coded(text: &str) -> bool {
    let ends = |rest: &str| rest.chars().next().is_some_and(|sign| sign == '_' || is_coded(sign));
    let Some((digits, rest)) = text.strip_prefix("_x").and_then(|text| text.split_at_checked(4)) else { return false };
    digits.bytes().all(|sign| sign.is_ascii_hexdigit()) && ends(rest)
}

/// Takes `_x000B_` back. Half a pair of surrogates means nothing and stays as it is written.
pub(crate) fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let unit = coded(from);
        let pair = unit.zip(from.get(7..).and_then(coded)).and_then(|(high, low)| {
            char::decode_utf16([high, low]).next().and_then(Result::ok).filter(|sign| u32::from(*sign) > 0xffff)
        });
        let single = unit.and_then(|unit| char::from_u32(u32::from(unit)));
        let (sign, length) = match (single, pair) {
            (Some(sign), _) => (Some(sign), 7),
            (None, Some(sign)) => (Some(sign), 14),
            (None, None) => (None, 1),
        };
        out.push(sign.unwrap_or('_'));
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The sign that `_x000B_` at the beginning of a text stands for.
fn coded(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..5)?.strip_suffix('_')?;
    if !digits.bytes().all(|sign| sign.is_ascii_hexdigit()) {
        return None;
    }
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_written_in_signs() {
        let escaped = |text: &str| {
            let mut out = String::new();
            escape(&mut out, text);
            out
        };
        assert_eq!(escaped("a\u{b}b\r"), "a_x000B_b_x000D_");
        assert_eq!(escaped("_x0041_"), "_x005F_x0041_");
        // Here the line that closes the sign comes from the next one.
        assert_eq!(escaped("_x0041\r"), "_x005F_x0041_x000D_");
        assert_eq!(escaped("_x0041\n"), "_x0041\n");
        assert_eq!(escaped("_xyz <&>"), "_xyz &lt;&amp;&gt;");
        assert_eq!(unescape("_x005F_x0041__x000d_".into()), "_x0041_\r");
        assert_eq!(unescape("_xD83D__xDE00_ _xD83D_".into()), "😀 _xD83D_");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "(_|x|0|4|1|F|\\PC|[\u{0}-\u{1f}\u{fffe}\u{ffff}])*") {
            let mut out = String::new();
            escape(&mut out, &text);
            let plain = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            prop_assert_eq!(unescape(plain), text);
        }
    }
}
