//! A library from CSV.

use crate::{Defect, Library, LoadError, Loader};

impl Library {
    /// Reads somebody's own library from CSV text: commas, semicolons or tabs, quoted as spreadsheets do it.
    ///
    /// # Errors
    /// [`LoadError`] lists everything that is wrong; a library is accepted as a whole or not at all.
    pub fn from_csv(text: &str) -> Result<Self, LoadError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter(text))
            .from_reader(text.as_bytes());
        let mut loader = Loader::new();
        let mut record = csv::StringRecord::new();
        let mut rows = Rows { text, counted: 0, row: 1 };
        loop {
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(_) => return Err(LoadError::whole(Defect::NotATable)),
            }
            let row = rows.at(record.position().map_or(0, csv::Position::byte));
            loader.row(row, &record.iter().collect::<Vec<_>>());
            // Line ends inside quoted cells make lines, not rows.
            let inside = record.iter().map(line_ends).fold(0, u32::saturating_add);
            rows.row = rows.row.saturating_sub(inside);
        }
        loader.finish()
    }

    /// Reads somebody's own library from the bytes of a CSV file, as spreadsheets save it: UTF-8, UTF-16 or GB18030
    /// (which holds GBK and GB2312).
    ///
    /// # Errors
    /// As [`Library::from_csv`].
    #[cfg(feature = "encodings")]
    pub fn from_csv_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        Self::from_csv(&text_of(bytes).ok_or_else(|| LoadError::whole(Defect::NotText))?)
    }
}

/// Counts rows as a spreadsheet does: the reader passes over blank lines without a word.
struct Rows<'t> {
    text: &'t str,
    /// How many bytes were counted.
    counted: usize,
    row: u32,
}

impl Rows<'_> {
    /// The row that starts at a byte, or at the end of the line end there.
    fn at(&mut self, byte: u64) -> u32 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.get(byte..).unwrap_or_default();
        let ends = rest.len().saturating_sub(rest.trim_start_matches(['\r', '\n']).len());
        let start = byte.saturating_add(ends);
        let passed = self.text.get(self.counted..start).unwrap_or_default();
        self.row = self.row.saturating_add(line_ends(passed));
        self.counted = start;
        self.row
    }
}

/// How many lines end in a text.
fn line_ends(text: &str) -> u32 {
    let text = text.replace("\r\n", "\n");
    u32::try_from(text.matches(['\r', '\n']).count()).unwrap_or(u32::MAX)
}

/// The sign between cells: the one that the first line with any holds most of.
fn delimiter(text: &str) -> u8 {
    let count = |line: &str, sign: char| line.matches(sign).count();
    let line = text.lines().find(|line| line.contains([',', ';', '\t'])).unwrap_or_default();
    let (commas, others) = (count(line, ','), [(';', b';'), ('\t', b'\t')]);
    others.into_iter().find(|(sign, _)| count(line, *sign) > commas).map_or(b',', |(_, byte)| byte)
}

/// The text of a file as spreadsheets save it: UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312); `None` for other bytes.
#[cfg(feature = "encodings")]
pub fn text_of(bytes: &[u8]) -> Option<std::borrow::Cow<'_, str>> {
    use encoding_rs::{Encoding, GB18030};
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(bytes.get(mark..)?);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.into()),
        Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
    }
}
