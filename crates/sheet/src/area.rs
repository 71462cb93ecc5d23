//! Places in a sheet, counted from 0, and the names that spreadsheets give them.

use serde::{Deserialize, Serialize};

/// A rectangle of cells. All four sides belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Area {
    /// One cell.
    pub const fn cell(row: u32, column: u32) -> Self {
        Self { top: row, left: column, bottom: row, right: column }
    }

    /// Whether it is one cell.
    pub fn is_cell(&self) -> bool {
        self.top == self.bottom && self.left == self.right
    }

    /// Whether a cell lies in it.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }

    /// `A1`, or `A1:C2`. With `fixed` the form that names use: `$A$1:$C$2`.
    pub fn reference(&self, fixed: bool) -> String {
        let mut out = String::new();
        place(&mut out, self.top, self.left, fixed);
        if !self.is_cell() {
            out.push(':');
            place(&mut out, self.bottom, self.right, fixed);
        }
        out
    }

    /// Reads `A1`, `$A$1`, `A1:C2`; `None` for anything else, whole rows and columns included.
    pub fn read(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(':').unwrap_or((text, text));
        let ((top, left), (bottom, right)) = (read_place(from)?, read_place(to)?);
        Some(Self { top: top.min(bottom), left: left.min(right), bottom: top.max(bottom), right: left.max(right) })
    }
}

/// `A1` for the first cell.
pub fn address(row: u32, column: u32) -> String {
    Area::cell(row, column).reference(false)
}

/// `A`, `Z`, `AA`.
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = Some(column);
    while let Some(rest) = left {
        letters.push(char::from(b'A'.saturating_add(u8::try_from(rest % 26).unwrap_or(0))));
        left = (rest / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

fn place(out: &mut String, row: u32, column: u32, fixed: bool) {
    let mark = if fixed { "$" } else { "" };
    out.push_str(mark);
    out.push_str(&column_name(column));
    out.push_str(mark);
    out.push_str(&row.saturating_add(1).to_string());
}

pub(crate) fn read_place(text: &str) -> Option<(u32, u32)> {
    let mut column: u32 = 0;
    let mut row: u32 = 0;
    for sign in text.bytes() {
        match sign {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                let digit = u32::from(sign.to_ascii_uppercase().checked_sub(b'A')?).checked_add(1)?;
                column = column.checked_mul(26)?.checked_add(digit)?;
            }
            b'0'..=b'9' if column > 0 => {
                row = row.checked_mul(10)?.checked_add(u32::from(sign.checked_sub(b'0')?))?;
            }
            _ => return None,
        }
    }
    Some((row.checked_sub(1)?, column.checked_sub(1)?)).filter(|(row, column)| *row < 1_048_576 && *column < 16_384)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_name(column), name);
            assert_eq!(read_place(&format!("{name}7")), Some((6, column)));
        }
    }

    #[test]
    fn areas_are_written_and_read() {
        let area = Area { top: 1, left: 0, bottom: 3, right: 2 };
        assert_eq!(area.reference(false), "A2:C4");
        assert_eq!(area.reference(true), "$A$2:$C$4");
        assert_eq!(Area::read("$C$4:A2"), Some(area));
        assert_eq!(Area::read("B2"), Some(Area::cell(1, 1)));
        for wrong in ["", "A", "1", "A0", "A1A", "XFE1", "A1048577", "A:B", "#REF!"] {
            assert_eq!(Area::read(wrong), None, "{wrong}");
        }
    }
}
