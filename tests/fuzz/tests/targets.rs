//! Fuzz targets: the reader, the loader of documents, the loader of packs, a check of whatever was typed, the verifier of
//! bundles, and the reader of workbooks.
//!
//! `cargo test` runs each for a bounded number of inputs. To run one for as long as you like, guided by coverage:
//! `cargo bolero test -p jibiao-fuzz the_reader_takes_any_text -T 600s`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::sync::LazyLock;

use bolero::{TypeGenerator, check};
use jibiao_kit::{
    Kit, Rebind, Row, RowId, Stage, builtin_bytes,
    bundle::{
        Contents, Given,
        bag::{Standing, Writer, verify},
        kept,
    },
    canonical,
    excel::{Exporting, Importing, WORKBOOK_LIMITS, read, write},
    reading::{self, Vocabulary},
};
use jibiao_tests::{document_bytes, document_names, kit};
use serde_json::Value;

/// What people type into cells, in pieces; whatever else they may type comes from `Char`.
const PIECES: &[&str] = &[
    "≥",
    "≤",
    "=",
    "＞",
    "<",
    "》=",
    "≧",
    "═",
    "约",
    "不低于",
    "不超过",
    "控制在",
    "以内",
    "以上",
    "左右",
    "达到",
    "%",
    "％",
    "百分之",
    "万元",
    "元",
    "亿",
    "亿元",
    "万",
    "千",
    "十",
    "两",
    "零",
    "半",
    "人次",
    "户",
    "公里",
    "平方米",
    "元/人·月",
    "人",
    "个",
    "次",
    "天",
    "年",
    "月",
    "日",
    "季度",
    "底前",
    "前",
    "内",
    "上半年",
    "2026",
    "2026年",
    "13",
    "0",
    "1",
    "9",
    "95",
    "100",
    "3.5",
    "1,234.50",
    "1,00,0",
    "00",
    ".",
    "-",
    "—",
    "~",
    "至",
    "/",
    "×",
    "(",
    ")",
    "（",
    "）",
    "其中",
    "包括",
    "分别",
    "合计",
    "共",
    "：",
    "；",
    "，",
    "。",
    "、",
    "\n",
    " ",
    "\u{3000}",
    "目标1：",
    "（1）",
    "满意度",
    "合格率",
    "完成率",
    "及时",
    "提升",
    "有效",
    "完成",
    "是",
    "无",
    "优",
    "**",
    "XX",
    "详见附件",
    "公路",
    "培训",
    "补助",
    "资金",
    "建设",
    "养护",
    "残疾人",
    "村",
    "项目",
    "专项",
    "下达",
    "79228162514264337593543950335",
    "1e9",
    "NaN",
    "∞",
    "１２",
    "①",
    "㎡",
    "\u{200b}",
    "\u{202e}",
    "😀",
    "\u{0}",
];

#[derive(Debug, Clone, TypeGenerator)]
enum Piece {
    Known(u8),
    Number(u32),
    Char(char),
}

/// A typed text.
fn text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Known(index) => text.push_str(PIECES[usize::from(*index) % PIECES.len()]),
            Piece::Number(number) => text.push_str(&number.to_string()),
            Piece::Char(c) => text.push(*c),
        }
    }
    text
}

/// Made once and captured by no target, so that it need not be safe to look at after a panic.
static KIT: LazyLock<Kit> = LazyLock::new(kit);

fn vocabulary() -> &'static Vocabulary {
    &KIT.packs().next().unwrap().book.vocabulary
}

#[test]
fn the_reader_takes_any_text() {
    check!().with_iterations(20_000).with_type::<(Vec<Piece>, Option<Vec<Piece>>, Option<Vec<Piece>>)>().for_each(
        |(target, operator, unit)| {
            let target = text(target);
            let [operator, unit] = [operator, unit].map(|pieces| pieces.as_deref().map(text));
            let once = reading::read_value(&target, operator.as_deref(), unit.as_deref());
            assert_eq!(once, reading::read_value(&target, operator.as_deref(), unit.as_deref()));
            reading::read_number(&target);
            reading::read_percent(&target);
            reading::read_year(&target);
            reading::read_date(&target);
            reading::read_period(&target);
            vocabulary().level_one(&target);
            vocabulary().level_two(&target);
        },
    );
}

/// A change to bytes: what to do, where, with what.
#[derive(Debug, Clone, TypeGenerator)]
enum ByteChange {
    Set(u32, u8),
    Insert(u32, u8),
    Remove(u32, u8),
    Repeat(u32, u8),
    Put(u32, u8),
}

fn change_bytes(bytes: &mut Vec<u8>, changes: &[ByteChange]) {
    for change in changes {
        let (ByteChange::Set(at, with)
        | ByteChange::Insert(at, with)
        | ByteChange::Remove(at, with)
        | ByteChange::Repeat(at, with)
        | ByteChange::Put(at, with)) = change;
        if bytes.is_empty() {
            return;
        }
        let at = usize::try_from(*at).unwrap() % bytes.len();
        let end = (at + usize::from(*with)).min(bytes.len());
        match change {
            ByteChange::Set(..) => bytes[at] = *with,
            ByteChange::Insert(..) => bytes.insert(at, *with),
            ByteChange::Remove(..) => drop(bytes.drain(at..end)),
            ByteChange::Repeat(..) => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            ByteChange::Put(..) => {
                let piece = PIECES[usize::from(*with) % PIECES.len()].bytes();
                bytes.splice(at..at, piece);
            }
        }
    }
}

#[test]
fn the_document_loader_takes_any_bytes() {
    let seeds: Vec<Vec<u8>> = document_names().iter().map(|name| document_bytes(name)).collect();
    check!().with_iterations(2_000).with_type::<(u8, Vec<ByteChange>)>().for_each(|(seed, changes)| {
        let mut bytes = seeds[usize::from(*seed) % seeds.len()].clone();
        change_bytes(&mut bytes, changes);
        // Bytes that stand alone are tried too: seeds would hide what short files do.
        for bytes in [&bytes[..], &bytes[..bytes.len().min(usize::from(*seed))]] {
            let Ok(opened) = KIT.open(bytes, Rebind::ToSameId) else { continue };
            opened.draft.assess(Stage::Submission);
            let saved = canonical(opened.draft.document());
            let again = KIT.open(saved.as_bytes(), Rebind::Never).expect("what was saved opens");
            assert_eq!(again.draft.document(), opened.draft.document());
        }
    });
}

/// A change to a JSON value: the node to change, counted from the root, and what becomes of it.
#[derive(Debug, Clone, TypeGenerator)]
struct NodeChange {
    node: u32,
    what: NodeFate,
}

#[derive(Debug, Clone, TypeGenerator)]
enum NodeFate {
    Null,
    Flag(bool),
    Number(i64),
    Text(Vec<Piece>),
    Empty(bool),
    Rename(Vec<Piece>),
    Remove,
    /// The value of another node.
    Copy(u32),
    /// Under itself, so many times.
    Nest(u8),
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(nodes).sum(),
        Value::Object(fields) => fields.values().map(nodes).sum(),
        _ => 0,
    }
}

/// The node with this number, counted in the order written.
fn node<'v>(value: &'v mut Value, number: &mut usize) -> Option<&'v mut Value> {
    if *number == 0 {
        return Some(value);
    }
    *number -= 1;
    let children: Box<dyn Iterator<Item = &'v mut Value>> = match value {
        Value::Array(items) => Box::new(items.iter_mut()),
        Value::Object(fields) => Box::new(fields.values_mut()),
        _ => return None,
    };
    for child in children {
        let count = nodes(child);
        if *number < count {
            return node(child, number);
        }
        *number -= count;
    }
    None
}

fn change_node(pack: &mut Value, change: &NodeChange) {
    let count = nodes(pack);
    let number = |number: u32| usize::try_from(number).unwrap() % count;
    let copied = match change.what {
        NodeFate::Copy(from) => node(pack, &mut number(from)).cloned(),
        _ => None,
    };
    let Some(node) = node(pack, &mut number(change.node)) else { return };
    match &change.what {
        NodeFate::Null => *node = Value::Null,
        NodeFate::Flag(flag) => *node = Value::Bool(*flag),
        NodeFate::Number(number) => *node = (*number).into(),
        NodeFate::Text(pieces) => *node = text(pieces).into(),
        NodeFate::Empty(list) => {
            *node = if *list { Value::Array(Vec::new()) } else { Value::Object(Default::default()) }
        }
        NodeFate::Rename(pieces) => {
            if let Value::Object(fields) = node
                && let Some(first) = fields.keys().next().cloned()
            {
                let value = fields.remove(&first).unwrap();
                fields.insert(text(pieces), value);
            }
        }
        NodeFate::Remove => {
            if let Value::Object(fields) = node
                && let Some(first) = fields.keys().next().cloned()
            {
                fields.remove(&first);
            } else if let Value::Array(items) = node {
                items.pop();
            }
        }
        NodeFate::Copy(_) => *node = copied.unwrap_or_default(),
        NodeFate::Nest(depth) => {
            for _ in 0..*depth {
                *node = Value::Array(vec![node.take()]);
            }
        }
    }
}

#[test]
fn the_pack_loader_takes_any_value() {
    let (_, bytes) = builtin_bytes()[0];
    let pack: Value = serde_json::from_slice(bytes).unwrap();
    let worked = document_bytes(&document_names()[0]);
    check!().with_iterations(150).with_type::<Vec<NodeChange>>().for_each(|changes| {
        let mut pack = pack.clone();
        changes.iter().take(8).for_each(|change| change_node(&mut pack, change));
        let bytes = serde_json::to_vec(&pack).unwrap();
        match Kit::load([&bytes[..]]) {
            Err(refused) => assert!(!refused.problems().is_empty()),
            // A pack that is taken can be worked with.
            Ok(kit) => {
                if let Ok(opened) = kit.open(&worked, Rebind::ToSameId) {
                    opened.draft.assess(Stage::Review);
                }
            }
        }
    });
}

#[test]
fn a_check_takes_any_texts() {
    let forms: Vec<String> = KIT.forms().map(|(_, form)| form.id.to_string()).collect();
    check!().with_iterations(400).with_type::<(u8, Vec<Vec<Piece>>)>().for_each(|(form, texts)| {
        let blank = KIT.blank(&forms[usize::from(*form) % forms.len()], "fuzz").unwrap();
        let mut document = blank.document().clone();
        let mut texts = texts.iter().map(|pieces| text(pieces));
        for (_, cell) in blank.form().cells() {
            document.cells.insert(cell.id.clone(), texts.next().unwrap_or_default());
        }
        // What is left goes into rows, as many as it fills.
        while texts.len() > 0 {
            for (_, table) in blank.form().tables() {
                let rows = document.tables.get_or_default(table.id.clone());
                let mut row = Row::new(RowId::new(format!("r{}", rows.len() + 1)));
                for column in &table.columns {
                    row.cells.insert(column.id.clone(), texts.next().unwrap_or_default());
                }
                rows.push(row);
            }
        }
        let draft = KIT.bind(document, Rebind::Never).unwrap().draft;
        let (report, scores) = draft.assess(Stage::Review);
        assert_eq!(report, draft.check(Stage::Review));
        assert_eq!(scores.performance, draft.performance());
    });
}

/// A change of a bundle's bytes: where, how many go, and what comes in their place.
#[derive(Clone, Debug, TypeGenerator)]
struct Splice {
    at: u16,
    gone: u8,
    new: Vec<u8>,
}

#[test]
fn the_reader_of_workbooks_takes_any_bytes() {
    let draft = KIT.blank("project-declaration-2021", "fuzz").unwrap();
    let good = write(&draft.workbook(Exporting { template: true, ..Exporting::default() }).workbook);
    check!().with_iterations(1_000).with_type::<(bool, Vec<Splice>)>().for_each(|(raw, splices)| {
        let mut bytes = if *raw { b"PK".to_vec() } else { good.clone() };
        for Splice { at, gone, new } in splices.iter().take(8) {
            let at = usize::from(*at) % (bytes.len() + 1);
            let end = bytes.len().min(at + usize::from(*gone));
            bytes.splice(at..end, new.iter().copied());
        }
        if let Ok((book, remarks)) = read(&bytes, &WORKBOOK_LIMITS) {
            // Whatever is still a workbook is understood or not, and written again.
            let _ = KIT.import(&book, &remarks, &Importing::default(), || "fuzz".to_owned());
            assert!(read(&write(&book), &WORKBOOK_LIMITS).is_ok());
        }
    });
}

#[test]
fn any_grid_of_texts_is_understood_or_not() {
    use jibiao_kit::sheet::{Area, Cell, Sheet, Workbook};
    const WORDS: [&str; 12] = [
        "项目名称",
        "单位：元",
        "一级指标",
        "三级指标",
        "指标值",
        "合计",
        "产出指标",
        "年度资金总额",
        "（2025年度）",
        "—",
        "5",
        "填报人：张三",
    ];
    check!().with_iterations(60).with_type::<(Vec<Vec<u8>>, Vec<(u8, u8, u8, u8)>)>().for_each(|(rows, merges)| {
        let mut sheet = Sheet { name: "a".into(), ..Sheet::default() };
        for (at, row) in (0_u32..).zip(rows.iter().take(30)) {
            let cells = (0_u32..).zip(row.iter().take(12)).map(|(column, word)| {
                let text = WORDS[usize::from(*word) % WORDS.len()].to_owned();
                Cell { column, text, ..Cell::default() }
            });
            sheet.rows.push(jibiao_kit::sheet::Row { at, cells: cells.collect(), ..Default::default() });
        }
        for (top, left, down, across) in merges.iter().take(20) {
            let (top, left) = (u32::from(*top), u32::from(*left));
            sheet.merges.push(Area { top, left, bottom: top + u32::from(*down), right: left + u32::from(*across) });
        }
        let book = Workbook { sheets: vec![sheet], names: Vec::new() };
        let form = Some("project-self-evaluation-2015".to_owned());
        let import = KIT.import(&book, &[], &Importing { form, ..Importing::default() }, || "fuzz".to_owned());
        for imported in import.documents {
            assert!(KIT.bind(imported.draft.into_document(), Rebind::Never).is_ok());
        }
    });
}

#[test]
fn the_verifier_takes_any_bytes() {
    let drafts = [KIT.blank("project-declaration-2021", "fuzz").unwrap()];
    let contents = Contents::of(&drafts, Stage::Submission, &Given::default());
    let mut good = Vec::new();
    let mut writer = Writer::new(&contents.top, &mut good).unwrap();
    for (name, bytes) in &contents.files {
        writer.file(name, bytes, &mut good).unwrap();
    }
    writer.finish(&contents.info, &mut good).unwrap();
    check!().with_iterations(1_000).with_type::<(bool, Vec<Splice>)>().for_each(|(raw, splices)| {
        let mut zip = if *raw { Vec::new() } else { good.clone() };
        for Splice { at, gone, new } in splices.iter().take(8) {
            let at = usize::from(*at) % (zip.len() + 1);
            let end = zip.len().min(at + usize::from(*gone));
            zip.splice(at..end, new.iter().copied());
        }
        let examined = KIT.examine(verify(&zip, kept));
        // Whatever differs from the bundle as it was made is told, but for the few bits that say nothing.
        let same = zip.len() == good.len() && zip.iter().zip(&good).filter(|(one, other)| one != other).count() <= 8;
        assert!(same || examined.standing() != Standing::Valid || !examined.findings.remarks.is_empty());
    });
}
