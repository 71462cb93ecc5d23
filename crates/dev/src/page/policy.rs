//! The content security policies of the page.
//!
//! `'wasm-unsafe-eval'` is what current browsers ask for before they compile a module. Chromium before 97 knows only
//! `'unsafe-eval'` for that, so both are named; scripts stay bound by their hashes or to the site's own files.
//! Styles are bound as well: the page sets styles through the CSSOM, never through `style` attributes.

use crate::files;
use base64::Engine as _;

/// Everything comes from the page itself, so nothing may be fetched: `connect-src 'none'` says to a reader what
/// `default-src 'none'` implies.
pub(super) fn single_file(guard: &str, script: &str, sealer: &str, style: &str) -> String {
    format!(
        "default-src 'none'; connect-src 'none'; \
         script-src {} {} {} 'wasm-unsafe-eval' 'unsafe-eval'; \
         style-src {}; img-src data: blob:; base-uri 'none'; form-action 'none'",
        hash(guard),
        hash(script),
        hash(sealer),
        hash(style),
    )
}

/// A portal may send a stricter policy of its own; in current browsers the page runs without `'unsafe-eval'`.
pub(super) const SITE: &str = "default-src 'none'; connect-src 'self'; \
    script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; \
    style-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'none'";

fn hash(content: &str) -> String {
    let digest = base64::engine::general_purpose::STANDARD.encode(files::sha256(content.as_bytes()));
    format!("'sha256-{digest}'")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_hash_is_what_browsers_compute() {
        // printf '' | openssl dgst -sha256 -binary | base64
        assert_eq!(super::hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
