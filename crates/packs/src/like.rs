//! A form that is like another but for what it says: a district's own cells in the official table.
//!
//! ```toml
//! like = "project-declaration-2021"
//! leave-out = ["project-code"]
//! [[add]]
//! after = "department"
//! cells = [{ id = "contact", label = { zh = "联系人", en = "Contact" } }]
//! ```
//!
//! Fields that the form states itself (`title`, `frame`, `sections` …) take the place of those there. `leave-out` names
//! cells and columns by concept or id; in a matrix the cell is blank then, and a row of blank cells is gone, as is a block or section without any cell. `add` puts
//! `cells`, `columns` or `sections` behind the one that `after` names, in the order of the file.

use jibiao_rules::Problems;
use serde_json::{Map, Value};

/// Fields that say how a form differs.
const CHANGES: [&str; 3] = ["like", "leave-out", "add"];

/// Makes whole forms of those that are like others. `inherited` are the parent's forms by name: a form may be like the one
/// that it takes the place of.
pub(crate) fn complete(forms: &mut Map<String, Value>, inherited: &Map<String, Value>, problems: &Problems) {
    let alike = |form: &Value| form.get("like").is_some();
    let names: Vec<String> = forms.iter().filter(|(_, form)| alike(form)).map(|(name, _)| name.clone()).collect();
    let stated = forms.clone();
    for name in names {
        let file = ["forms/", &name].concat();
        let made = Maker { stated: &stated, inherited, file: &file, problems }.made(&mut vec![&name]);
        match made {
            Some(form) => forms.insert(name, form),
            // It was told why; nothing else is to be told of it.
            None => forms.remove(&name),
        };
    }
}

/// Makes one form whole, and tells what does not fit in its file.
struct Maker<'a> {
    stated: &'a Map<String, Value>,
    inherited: &'a Map<String, Value>,
    file: &'a str,
    problems: &'a Problems,
}

impl<'a> Maker<'a> {
    /// The last form of a trail, each of which is like the next one. What is wrong with another than the first is
    /// told there.
    fn made(&self, trail: &mut Vec<&'a str>) -> Option<Value> {
        let name = *trail.last()?;
        let form = self.stated.get(name)?;
        let Some(like) = form.get("like") else { return Some(form.clone()) };
        let first = trail.len() == 1;
        let tell = |at: &str, what: &[&str]| {
            if first {
                self.problems.add_at(self.file, at, what.concat());
            }
        };
        let Some(like) = like.as_str() else {
            tell("", &["`like` is not a text"]);
            return None;
        };
        let base = if like == name || !self.stated.contains_key(like) {
            let base = self.inherited.get(like).cloned();
            if base.is_none() {
                tell("", &["there is no form `", like, "` to be like"]);
            }
            base
        } else if trail.contains(&like) {
            self.problems.add(self.file, ["`", like, "` is like a form that is like it in turn"].concat());
            None
        } else {
            trail.push(like);
            self.made(trail)
        };
        let mut base = base?;
        self.change(&mut base, form, like, &tell);
        Some(base)
    }

    fn change(&self, base: &mut Value, form: &Value, like: &str, tell: &dyn Fn(&str, &[&str])) {
        let (Some(all), Some(own)) = (base.as_object_mut(), form.as_object()) else { return };
        for (field, value) in own.iter().filter(|(field, _)| !CHANGES.contains(&field.as_str())) {
            all.insert(field.clone(), value.clone());
        }
        let sections = all.entry("sections").or_insert_with(|| Value::Array(Vec::new()));
        let left = list(own.get("leave-out"), "leave-out", tell);
        if left.iter().any(|cell| !cell.is_string()) {
            tell("", &["`leave-out` is not a list of texts"]);
        }
        for cell in left.iter().filter_map(Value::as_str) {
            if !leave_out(sections, cell) {
                tell("leave-out", &["`", cell, "` is no cell or column of `", like, "`"]);
            }
        }
        for (index, addition) in list(own.get("add"), "add", tell).iter().enumerate() {
            let at = ["add[", &index.to_string(), "]"].concat();
            add(sections, addition, &|what: &[&str]| tell(&at, what));
        }
        if !left.is_empty() {
            drop_empty(sections);
        }
    }
}

fn list<'v>(value: Option<&'v Value>, name: &str, tell: &dyn Fn(&str, &[&str])) -> &'v [Value] {
    match value {
        None => &[],
        Some(Value::Array(items)) => items,
        Some(_) => {
            tell("", &["`", name, "` is not a list"]);
            &[]
        }
    }
}

/// Whether a cell, column or section goes by a name.
fn is_called(value: &Value, name: &str) -> bool {
    ["id", "concept"].iter().any(|field| value.get(field).is_some_and(|known| known == name))
}

/// The lists of a form that hold cells or columns.
fn lists(sections: &mut Value) -> impl Iterator<Item = (&'static str, &mut Vec<Value>)> {
    let sections = sections.as_array_mut().into_iter().flatten();
    let blocks = sections.filter_map(|section| section.get_mut("blocks")?.as_array_mut()).flatten();
    blocks.filter_map(|block| match block.get("cells").is_some() {
        true => Some(("cells", block.get_mut("cells")?.as_array_mut()?)),
        false => Some(("columns", block.get_mut("table")?.get_mut("columns")?.as_array_mut()?)),
    })
}

fn leave_out(sections: &mut Value, name: &str) -> bool {
    for (_, items) in lists(sections) {
        let before = items.len();
        items.retain(|item| !is_called(item, name));
        if items.len() < before {
            return true;
        }
    }
    let sections = sections.as_array_mut().into_iter().flatten();
    let blocks = sections.filter_map(|section| section.get_mut("blocks")?.as_array_mut()).flatten();
    for rows in blocks.filter_map(|block| block.get_mut("matrix")?.get_mut("rows")?.as_array_mut()) {
        let mut found = false;
        for row in rows.iter_mut() {
            for cell in row.get_mut("cells").and_then(Value::as_array_mut).into_iter().flatten() {
                if cell == name {
                    *cell = Value::from("");
                    found = true;
                }
            }
        }
        if found {
            let blank =
                |row: &Value| row.get("cells").and_then(Value::as_array).is_some_and(|c| c.iter().all(|c| c == ""));
            rows.retain(|row| !blank(row));
            return true;
        }
    }
    false
}

/// What everything was left out of is gone with its label: blocks of cells, matrices, sections.
fn drop_empty(sections: &mut Value) {
    let holds = |value: Option<&Value>| value.and_then(Value::as_array).is_none_or(|items| !items.is_empty());
    let Some(sections) = sections.as_array_mut() else { return };
    for section in sections.iter_mut() {
        if let Some(blocks) = section.get_mut("blocks").and_then(Value::as_array_mut) {
            let stands = |block: &Value| {
                holds(block.get("cells")) && holds(block.get("matrix").and_then(|matrix| matrix.get("rows")))
            };
            blocks.retain(stands);
        }
    }
    sections.retain(|section| holds(section.get("blocks")));
}

fn add(sections: &mut Value, addition: &Value, tell: &dyn Fn(&[&str])) {
    let Some(fields) = addition.as_object() else { return tell(&["named fields are expected here"]) };
    let Some(after) = fields.get("after").and_then(Value::as_str) else { return tell(&["`after` is not a text"]) };
    let what = ["cells", "columns", "sections"].into_iter().find(|what| fields.contains_key(*what));
    let new = what.and_then(|what| fields.get(what)?.as_array());
    let (Some(what), Some(new), 2) = (what, new, fields.len()) else {
        return tell(&["`after` is followed by exactly one list: `cells`, `columns` or `sections`"]);
    };
    let place = if what == "sections" {
        let items = sections.as_array_mut();
        items.and_then(|items| Some((items.iter().position(|item| is_called(item, after))?, items)))
    } else {
        let mut found = lists(sections).filter(|(kind, _)| *kind == what);
        found.find_map(|(_, items)| Some((items.iter().position(|item| is_called(item, after))?, items)))
    };
    match place {
        Some((at, items)) => {
            let at = at.saturating_add(1);
            items.splice(at..at, new.iter().cloned());
        }
        None => tell(&["there is nothing called `", after, "` among the ", what]),
    }
}
