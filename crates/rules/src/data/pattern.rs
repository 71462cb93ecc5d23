//! Patterns: what a whole text looks like, such as `{4 digits}-{2 digits}` or `1{10 digits}`.
//!
//! Characters stand for themselves; braces say how many characters of which classes stand there. There are no
//! repetitions of groups and no choices inside a pattern, so that anyone can read one and none can be slow: a rule that
//! allows several shapes lists several patterns. Full-width forms count as their plain ones.

use jibiao_reading::fold;

/// How many characters a pattern may describe: one bit each.
const MOST: usize = 100;

/// The shape of a whole text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pattern {
    /// What each character may be.
    places: Vec<Place>,
    /// Places where nothing may stand as well, a bit for each.
    optional: u128,
    /// Places after which the same may follow again.
    repeated: u128,
}

/// What one character of the text may be.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    One(char),
    Any(Vec<Class>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Class {
    Digit,
    Letter,
    Capital,
    Han,
    Any,
}

/// Classes by name.
const CLASSES: [(&str, Class); 9] = [
    ("digit", Class::Digit),
    ("digits", Class::Digit),
    ("letter", Class::Letter),
    ("letters", Class::Letter),
    ("capital", Class::Capital),
    ("capitals", Class::Capital),
    ("汉字", Class::Han),
    ("hanzi", Class::Han),
    ("any", Class::Any),
];

impl Class {
    fn has(self, c: char) -> bool {
        match self {
            Self::Digit => c.is_ascii_digit(),
            Self::Letter => c.is_ascii_alphabetic(),
            Self::Capital => c.is_ascii_uppercase(),
            Self::Han => matches!(c, '\u{3400}'..='\u{9fff}' | '〇'),
            Self::Any => true,
        }
    }
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence that begins with the pattern.
    pub(super) fn read(text: &str) -> Result<Self, &'static str> {
        let mut pattern = Self { places: Vec::new(), optional: 0, repeated: 0 };
        let mut rest = text.trim();
        while let Some(next) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix('{') {
                let (inside, after) = after.split_once('}').ok_or("has a `{` without its `}`")?;
                pattern.group(inside)?;
                rest = after;
            } else if next == '}' {
                return Err("has a `}` without its `{`");
            } else {
                let literal = rest.get(..rest.find(['{', '}']).unwrap_or(rest.len())).unwrap_or(rest);
                pattern.places.extend(fold(literal).as_str().chars().map(Place::One));
                rest = rest.get(literal.len()..).unwrap_or("");
            }
            if pattern.places.len() > MOST {
                return Err("describes more than 100 characters");
            }
        }
        if pattern.places.is_empty() { Err("describes no text") } else { Ok(pattern) }
    }

    /// `18 digits`, `3-4 digits`, `1+ letters or digits`.
    fn group(&mut self, inside: &str) -> Result<(), &'static str> {
        const COUNT: &str = "does not begin a brace with a count such as `4`, `3-4` or `1+`";
        let parts = inside.trim().split_once(' ');
        let (count, names) = parts.ok_or("needs a count and a class in each brace: `{4 digits}`")?;
        let whole = |text: &str| text.parse::<usize>().map_err(|_| COUNT);
        let (least, most) = match (count.split_once('-'), count.strip_suffix('+')) {
            (Some((least, most)), _) => (whole(least)?, Some(whole(most)?)),
            (None, Some(least)) => (whole(least)?, None),
            (None, None) => (whole(count)?, Some(whole(count)?)),
        };
        if most.is_some_and(|most| most < least || most == 0) {
            return Err("has a count that ends before it begins");
        }
        let mut classes = Vec::new();
        for name in names.split(" or ") {
            let class = CLASSES.iter().find(|(known, _)| *known == name.trim());
            classes
                .push(class.ok_or("names a class that is none of `digits`, `letters`, `capitals`, `汉字`, `any`")?.1);
        }
        // One more than may stand, so that a count in the millions costs no memory before it is refused.
        let count = most.unwrap_or_else(|| least.max(1)).min(MOST.saturating_add(1));
        for index in 0..count {
            let at = bit(self.places.len());
            if index >= least {
                self.optional |= at;
            }
            if most.is_none() && index.saturating_add(1) == count {
                self.repeated |= at;
            }
            self.places.push(Place::Any(classes.clone()));
        }
        Ok(())
    }

    /// Whether the whole text has this shape; blanks around it don't count.
    pub(super) fn fits(&self, text: &str) -> bool {
        let folded = fold(text);
        // A bit for each number of places that the text so far can have filled.
        let mut states = self.skipping(1);
        for c in folded.as_str().trim().chars() {
            let (mut left, mut next) = (states, 0);
            while left != 0 {
                let state = left & left.wrapping_neg();
                left ^= state;
                let place = usize::try_from(state.trailing_zeros()).ok().and_then(|index| self.places.get(index));
                if place.is_some_and(|place| place.takes(c)) {
                    next |= state << 1;
                    next |= state & self.repeated;
                }
            }
            if next == 0 {
                return false;
            }
            states = self.skipping(next);
        }
        states & bit(self.places.len()) != 0
    }

    /// The states, and those that are reached by leaving optional places empty.
    fn skipping(&self, mut states: u128) -> u128 {
        loop {
            let more = states | ((states & self.optional) << 1);
            if more == states {
                return states;
            }
            states = more;
        }
    }
}

fn bit(index: usize) -> u128 {
    u32::try_from(index).ok().and_then(|index| 1_u128.checked_shl(index)).unwrap_or(0)
}

impl Place {
    fn takes(&self, c: char) -> bool {
        match self {
            Self::One(same) => c == *same,
            Self::Any(classes) => classes.iter().any(|class| class.has(c)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(text: &str) -> Pattern {
        Pattern::read(text).unwrap()
    }

    #[test]
    fn a_text_has_the_shape_as_a_whole() {
        let phone = pattern("1{10 digits}");
        assert!(phone.fits("13912345678"));
        for text in ["1391234567", "139123456789", "电话13912345678", "23912345678", ""] {
            assert!(!phone.fits(text), "{text}");
        }
    }

    #[test]
    fn counts_are_exact_from_to_or_at_least() {
        let office = pattern("{3-4 digits}-{7-8 digits}");
        assert!(office.fits("0551-62345678") && office.fits("010-6234567"));
        assert!(!office.fits("01-62345678") && !office.fits("05511-62345678"));
        let words = pattern("{1+ 汉字}");
        assert!(words.fits("县") && words.fits(&"县".repeat(5_000)));
        assert!(!words.fits("") && !words.fits("县1"));
        let either = pattern("{0-2 digits}号");
        assert!(either.fits("号") && either.fits("12号") && !either.fits("123号"));
        assert!(pattern("{0+ digits}号").fits("号") && pattern("{0+ digits}号").fits("2026号"));
    }

    #[test]
    fn several_classes_may_stand_in_one_place() {
        let code = pattern("{18 digits or capitals}");
        assert!(code.fits("91340100MA2TXXXX0K"));
        assert!(!code.fits("91340100ma2txxxx0k"));
        assert!(pattern("{2 letters}{1 any}").fits("aB。"));
    }

    #[test]
    fn width_and_shape_of_signs_do_not_matter() {
        let document = pattern("{1+ 汉字}〔{4 digits}〕{1-4 digits}号");
        assert!(document.fits("财预〔2021〕101号") && document.fits(" 财预(２０２１)１０１号 "));
        assert!(!document.fits("财预2021-101号"));
    }

    #[test]
    fn what_is_no_pattern_is_refused_with_the_reason() {
        for (text, reason) in [
            ("", "no text"),
            ("{4 digits", "without its `}`"),
            ("4 digits}", "without its `{`"),
            ("{digits}", "a count and a class"),
            ("{four digits}", "does not begin a brace with a count"),
            ("{4-2 digits}", "ends before it begins"),
            ("{0 digits}", "ends before it begins"),
            ("{4 numbers}", "none of `digits`"),
            ("{101 digits}", "more than 100"),
            ("{99999999999 digits}", "more than 100"),
            ("{60 digits}{60 digits}", "more than 100"),
        ] {
            let refused = Pattern::read(text).unwrap_err();
            assert!(refused.contains(reason), "{text}: {refused}");
        }
    }

    #[test]
    fn the_longest_cell_is_matched_in_one_pass() {
        // Every place can be filled in many ways: a matcher that goes back would not come to an end.
        let hard = pattern(&"{0+ digits}".repeat(40));
        assert!(hard.fits(&"7".repeat(200_000)));
        assert!(!hard.fits(&["7".repeat(10_000).as_str(), "x"].concat()));
    }
}
