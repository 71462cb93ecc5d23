//! Filling `{{name}}` slots. What is filled in is never searched for slots again.

use anyhow::{Context, Result, bail};

pub(super) fn fill(template: &str, slots: &[(&str, &str)]) -> Result<String> {
    let mut used = vec![false; slots.len()];
    let mut pieces = template.split("{{");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").context("the template has a slot without an end")?;
        let Some(index) = slots.iter().position(|(slot, _)| *slot == name.trim()) else {
            bail!("the template asks for {{{{{}}}}}, which nobody fills", name.trim());
        };
        used[index] = true;
        out.push_str(slots[index].1);
        out.push_str(rest);
    }
    match used.iter().position(|used| !used) {
        Some(index) => bail!("the template has no slot {{{{{}}}}}", slots[index].0),
        None => Ok(out),
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn slots_are_filled_once() {
        assert_eq!(fill("a{{x}}b{{ y }}", &[("x", "{{y}}"), ("y", "1")]).unwrap(), "a{{y}}b1");
    }

    #[test]
    fn unknown_missing_and_open_slots_are_refused() {
        assert!(fill("{{z}}", &[]).is_err());
        assert!(fill("", &[("x", "")]).is_err());
        assert!(fill("{{x", &[("x", "")]).is_err());
    }
}
