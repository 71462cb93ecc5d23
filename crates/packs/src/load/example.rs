//! Forms filled in as an example: texts by cell, rows by table.

use jibiao_model::{CellId, Form, FormId, SortedMap, TableId};
use jibiao_rules::Fields;

use crate::WorkedExample;

/// All examples of forms that the pack has. One that was inherited may have cells that a form of this pack does not:
/// these are passed over. In the pack's `own` they are told.
pub(super) fn read(mut files: Fields<'_>, forms: &[Form], own: &dyn Fn(&str) -> bool) -> Vec<WorkedExample> {
    let mut examples = Vec::new();
    for id in files.names() {
        let name = ["examples/", id].concat();
        let mut file = files.file(id, &name);
        match forms.iter().find(|form| form.id.as_str() == id) {
            Some(form) => examples.push(example(file, form, own(id))),
            None => {
                if own(id) {
                    file.tell(["there is no form `", id, "`"]);
                }
                file.give_up();
            }
        }
    }
    examples
}

fn example(mut file: Fields<'_>, form: &Form, own: bool) -> WorkedExample {
    let known = |id: &str| form.cell(id).is_some();
    let cells = file.optional_fields("cells").map(|fields| texts(fields, own, &known)).unwrap_or_default();
    let mut tables = SortedMap::new();
    if let Some(mut fields) = file.optional_fields("tables") {
        for id in fields.names() {
            let rows = fields.list(id);
            let Some((_, table)) = form.tables().find(|(_, table)| table.id.as_str() == id) else {
                if own {
                    fields.tell(["the form has no table `", id, "`"]);
                }
                rows.into_iter().for_each(|mut row| row.give_up());
                continue;
            };
            let known = |id: &str| table.columns.iter().any(|column| column.id.as_str() == id);
            tables.insert(TableId::new(id), rows.into_iter().map(|row| texts(row, own, &known)).collect());
        }
    }
    WorkedExample { form: FormId::new(form.id.as_str()), cells, tables }
}

fn texts(mut fields: Fields<'_>, own: bool, known: &dyn Fn(&str) -> bool) -> SortedMap<CellId, String> {
    let mut texts = SortedMap::new();
    for name in fields.names() {
        let text = fields.text(name);
        if known(name) {
            texts.insert(CellId::new(name), text);
        } else if own {
            fields.tell(["the form has no `", name, "`"]);
        }
    }
    texts
}
