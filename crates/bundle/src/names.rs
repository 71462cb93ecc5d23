//! Names of files: which of them every system can have, and which of them would be one file on some system.

use std::collections::BTreeMap;

use crate::{
    limits::LIMITS,
    remark::{Code, Remark},
};

/// Names that Windows keeps for devices, whatever comes after a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const PORTS: [&str; 2] = ["COM", "LPT"];

/// What is wrong with a name, its folders parted by `/`.
pub(crate) fn fault(name: &str) -> Option<Code> {
    if name.is_empty() || name.len() > LIMITS.name || name.matches('/').count() > LIMITS.depth {
        return Some(Code::NameReserved);
    }
    let drive = name.as_bytes().get(1) == Some(&b':');
    if name.starts_with('/') || name.contains('\\') || drive || name.split('/').any(|part| part == "..") {
        return Some(Code::Outside);
    }
    name.split('/').find_map(part_fault)
}

fn part_fault(part: &str) -> Option<Code> {
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    let is = |device: &str| stem.eq_ignore_ascii_case(device);
    let port = |port: &str| {
        let number = stem.get(..3).filter(|start| start.eq_ignore_ascii_case(port)).and_then(|_| stem.get(3..));
        number.is_some_and(|number| {
            matches!(number.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && number.chars().count() == 1
        })
    };
    let bad = part.is_empty()
        || part == "."
        || part.len() > 255
        || part.ends_with(['.', ' '])
        || part.starts_with(' ')
        || part.chars().any(|c| c.is_control() || is_invisible(c) || "<>:\"|?*".contains(c))
        || DEVICES.into_iter().any(is)
        || PORTS.into_iter().any(port);
    bad.then_some(Code::NameReserved)
}

/// Characters that turn or hide what stands beside them, so that a name shows as another.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a name has only characters that no system writes in two ways.
pub(crate) fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
}

/// A name as systems compare them that tell no capitals and no ways of writing apart.
pub(crate) fn folded(name: &str) -> String {
    composed(&name.to_lowercase())
}

/// The one way of writing of a name.
#[cfg(feature = "foreign")]
pub(crate) fn composed(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfc().collect()
}

/// The one way of writing of a name. Without the tables of all characters, each is taken as it is.
#[cfg(not(feature = "foreign"))]
pub(crate) fn composed(name: &str) -> String {
    name.to_owned()
}

/// Files that are there twice, or would be one on some system, or stand where another name has a folder.
pub(crate) fn clashes<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Vec<Remark> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut remarks = Vec::new();
    for name in names.clone() {
        let Some(other) = seen.insert(folded(name), name) else { continue };
        let code = if other == name {
            Code::Duplicate
        } else if composed(other) == composed(name) {
            Code::LooksSame
        } else {
            Code::CaseClash
        };
        remarks.push(Remark::new(code, name).with("other", other));
    }
    // Folders are held against each other as well: `A/x` and `a/y` are in one folder on half of all systems.
    let mut folders: BTreeMap<String, &str> = BTreeMap::new();
    for name in names {
        for (end, _) in name.match_indices('/') {
            let folder = name.get(..end).unwrap_or_default();
            let key = folded(folder);
            if seen.contains_key(&key) {
                remarks.push(Remark::new(Code::FileAndFolder, folder));
            }
            match folders.get(&key) {
                Some(other) if *other != folder => {
                    remarks.push(Remark::new(Code::CaseClash, folder).with("other", other));
                }
                _ => {
                    folders.insert(key, folder);
                }
            }
        }
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_or_nowhere_are_told() {
        for outside in ["../a", "a/../b", "/etc/passwd", "a\\b", "C:a", "c:/a", "..", "a/.."] {
            assert_eq!(fault(outside), Some(Code::Outside), "{outside}");
        }
        for reserved in [
            "",
            "a//b",
            "a/",
            "a/./b",
            "CON",
            "a/nul.txt",
            "Com1",
            "lpt9.log",
            "COM¹",
            "aux .txt",
            "a.",
            "a ",
            "a/b./c",
            "ab:c",
            "x?",
            "a\0b",
            "a\u{202e}gpj.exe",
            "conin$",
            " a",
        ] {
            assert_eq!(fault(reserved), Some(Code::NameReserved), "{reserved:?}");
        }
        assert_eq!(fault(&"a".repeat(2_000)), Some(Code::NameReserved));
        assert_eq!(fault(&"a/".repeat(17)[..]), Some(Code::NameReserved));
        for good in ["a", "top/data/现场照片 1.jpg", ".hidden", "COM", "COM10", "console", "a..b", "lpt"] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn names_that_are_one_on_some_system_are_told() {
        let codes =
            |names: &[&str]| clashes(names.iter().copied()).into_iter().map(|remark| remark.code).collect::<Vec<_>>();
        assert_eq!(codes(&["a", "b", "c/d", "c/e"]), []);
        assert_eq!(codes(&["a", "a"]), [Code::Duplicate]);
        assert_eq!(codes(&["data/A", "data/a"]), [Code::CaseClash]);
        assert_eq!(codes(&["caf\u{e9}", "cafe\u{301}"]), [Code::LooksSame]);
        assert_eq!(codes(&["a", "a/b"]), [Code::FileAndFolder]);
        assert_eq!(codes(&["A/x", "a/y"]), [Code::CaseClash]);
    }
}
