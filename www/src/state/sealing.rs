//! 加密传送: for whom a bundle is sealed, and a sealed file on its way in.

use web_sys::{Blob, File};

use crate::browser::{courier::Refused, sealer::Keys};

/// How a bundle is sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum How {
    #[default]
    Not,
    /// For those who have the private keys.
    Keys,
    /// For those who know the passphrase.
    Passphrase,
}

impl How {
    pub(crate) const ALL: [Self; 3] = [Self::Not, Self::Keys, Self::Passphrase];

    /// As the page is known from outside.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Not => "not",
            Self::Keys => "keys",
            Self::Passphrase => "passphrase",
        }
    }
}

/// Signs that a passphrase has at least: shorter ones are guessed.
pub(crate) const LEAST: usize = 12;

/// What was typed to seal a bundle. The texts belong to their inputs and are read when they are used.
pub(crate) fn asked(how: How, keys: &str, once: &str, again: &str) -> Result<Option<Keys>, &'static str> {
    match how {
        How::Not => Ok(None),
        How::Keys => {
            let keys = keys.split(|c: char| c.is_whitespace() || [',', ';', '，', '；', '、'].contains(&c));
            let keys: Vec<String> = keys.filter(|key| !key.is_empty()).map(str::to_owned).collect();
            if keys.is_empty() { Err("no-key") } else { Ok(Some(Keys { keys, passphrase: String::new() })) }
        }
        How::Passphrase if once.trim().chars().count() < LEAST => Err("short-passphrase"),
        How::Passphrase if once != again => Err("passphrases-differ"),
        How::Passphrase => Ok(Some(Keys { keys: Vec::new(), passphrase: once.to_owned() })),
    }
}

/// The private keys in a text: one on each line, remarks after `#`.
pub(crate) fn private_keys(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

/// What the person says about a sealed file, and what comes of it.
#[derive(Debug)]
pub(crate) enum Unseal {
    /// A sealed file was opened.
    File { file: Blob, name: String },
    /// With what was typed and chosen.
    Open { keys: Keys, of: Option<File> },
    /// It is open, or not.
    Opened { name: String, result: Result<Blob, Refused> },
}

/// A sealed file that waits for its key.
#[derive(Debug)]
pub(crate) struct Sealed {
    pub(crate) file: Blob,
    pub(crate) name: String,
    /// Whether it is being opened.
    pub(crate) busy: bool,
    pub(crate) refused: Option<Refused>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(how: How, keys: &str, once: &str, again: &str) -> Option<&'static str> {
        asked(how, keys, once, again).err()
    }

    #[test]
    fn nothing_is_sealed_unless_it_is_asked_for() {
        assert!(asked(How::Not, "age1x", "一二三四五六七八九十甲乙", "").is_ok_and(|keys| keys.is_none()));
    }

    #[test]
    fn keys_stand_on_lines_or_between_commas() {
        let keys = asked(How::Keys, " age1a，age1b\n\nage1c, age1d\n", "", "").unwrap().unwrap();
        assert_eq!(keys.keys, ["age1a", "age1b", "age1c", "age1d"]);
        assert_eq!(refused(How::Keys, " \n", "", ""), Some("no-key"));
    }

    #[test]
    fn a_passphrase_is_long_and_typed_twice_alike() {
        assert_eq!(
            refused(How::Passphrase, "", "一二三四五六七八九十甲", "一二三四五六七八九十甲"),
            Some("short-passphrase")
        );
        assert_eq!(
            refused(How::Passphrase, "", "一二三四五六七八九十甲乙", "一二三四五六七八九十甲丙"),
            Some("passphrases-differ")
        );
        assert_eq!(refused(How::Passphrase, "", "            ", "            "), Some("short-passphrase"));
        let keys = asked(How::Passphrase, "", "一二三四五六七八九十甲乙", "一二三四五六七八九十甲乙").unwrap().unwrap();
        assert_eq!(keys.passphrase, "一二三四五六七八九十甲乙");
        assert_eq!(format!("{keys:?}"), "Keys { .. }");
    }

    #[test]
    fn remarks_in_a_file_of_keys_are_left_out() {
        assert_eq!(private_keys("# created: 2026\n# public key: age1\nAGE-SECRET-KEY-1A\r\n\n"), ["AGE-SECRET-KEY-1A"]);
    }
}
