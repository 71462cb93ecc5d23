//! Workbooks to and from the engine's neutral data.

use jibiao_sheet::{LIMITS, Remark, Workbook, read, write};
use serde::Serialize;

use crate::Refusal;

/// The xlsx file of a workbook that the engine describes in JSON.
///
/// # Errors
/// `input` where it is no such description.
pub fn write_workbook(workbook: &str) -> Result<Vec<u8>, Refusal> {
    let workbook: Workbook = serde_json::from_str(workbook).map_err(|_| Refusal::new("input"))?;
    Ok(write(&workbook))
}

#[derive(Serialize)]
struct Read {
    workbook: Workbook,
    remarks: Vec<Remark>,
}

/// What an xlsx file holds, as JSON for the engine: `{ workbook, remarks }`.
///
/// # Errors
/// Why it can't be read, by the name of the [`jibiao_sheet::ReadError`].
pub fn read_workbook(bytes: &[u8]) -> Result<String, Refusal> {
    let (workbook, remarks) = read(bytes, &LIMITS)?;
    serde_json::to_string(&Read { workbook, remarks }).map_err(|_| Refusal::new("input"))
}

#[cfg(test)]
mod tests {
    use jibiao_sheet::{Cell, Row, Sheet};

    use super::*;

    #[test]
    fn a_workbook_goes_out_and_comes_back() {
        let cell = Cell { column: 1, text: "=HYPERLINK(\"x\")".to_owned(), ..Cell::default() };
        let row = Row { at: 3, cells: vec![cell], ..Row::default() };
        let workbook = Workbook {
            sheets: vec![Sheet { name: "申报表".into(), rows: vec![row], ..Sheet::default() }],
            ..Workbook::default()
        };
        let described = serde_json::to_string(&workbook).unwrap_or_default();
        let bytes = write_workbook(&described).unwrap_or_default();
        let back = read_workbook(&bytes).unwrap_or_default();
        assert!(back.contains("\"t\":\"=HYPERLINK(\\\"x\\\")\""), "{back}");
    }

    #[test]
    fn what_can_not_be_read_is_refused_by_a_code() {
        assert_eq!(write_workbook("[]").map_err(|refusal| refusal.code), Err("input"));
        assert_eq!(read_workbook(b"").map_err(|refusal| refusal.code), Err("empty"));
        assert_eq!(read_workbook(b"name,amount\n").map_err(|refusal| refusal.code), Err("not-a-workbook"));
    }
}
