//! Ids that nobody else makes.

use std::fmt::Write as _;

/// Sixteen hexadecimal digits after a letter.
pub(crate) fn id(letter: char) -> String {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        for byte in &mut bytes {
            *byte = small_chance();
        }
    }
    let mut id = String::from(letter);
    for byte in bytes {
        let _ = write!(id, "{byte:02x}");
    }
    id
}

/// JavaScript's own dice speak in floats.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn small_chance() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}
