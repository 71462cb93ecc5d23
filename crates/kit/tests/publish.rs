//! What is disclosed of a document, worked out by hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use jibiao_kit::{
    Document, Draft, Kit, Language, Rebind, Row,
    model::{CellId, TableId},
    pretty,
    sheet::Visibility,
};

fn draft(kit: &Kit) -> Draft {
    let mut document: Document = kit.blank("project-declaration-2021", "draft-7").unwrap().into_document();
    for (cell, text) in [
        ("project-name", "步道维护 <b>"),
        ("prepared-by", "李青甲"),
        ("phone", "13800000000"),
        ("checked-by", "王五乙"),
        ("approved-by", "赵六丙"),
        ("year-goal", "本项目（涉密）在某地实施"),
        ("somebody-else", "不在表上的内容"),
    ] {
        document.cells.insert(CellId::new(cell), text.to_owned());
    }
    let rows = [("r1", "维护步道", "≥5公里"), ("r2", "某设施（不公开）", "≥2处")].map(|(id, name, target)| {
        let mut row = Row::new(id.into());
        row.cells.insert("level-3".into(), name.to_owned());
        row.cells.insert("target".into(), target.to_owned());
        row
    });
    document.tables.insert(TableId::new("indicators"), rows.into());
    document.rest.insert("note-to-self".into(), "内部备注".into());
    kit.bind(document, Rebind::Never).unwrap().draft
}

const LEFT_OUT: [&str; 9] =
    ["李青甲", "13800000000", "王五乙", "赵六丙", "某地", "某设施", "≥2处", "内部备注", "不在表上的内容"];

#[test]
fn neither_people_nor_secrets_stand_in_what_is_disclosed() {
    let kit = Kit::builtin().unwrap();
    let draft = draft(&kit);
    let disclosed = draft.disclosed();
    let book = serde_json::to_string(&disclosed.workbook(Language::Zh)).unwrap();
    for text in [disclosed.html(Language::Zh), pretty(disclosed.document()), book] {
        for secret in LEFT_OUT.into_iter().chain(["draft-7"]) {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(text.contains("维护步道") && text.contains("≥5公里"));
    }
    let personal: Vec<&str> = disclosed.personal.iter().map(CellId::as_str).collect();
    assert_eq!(personal, ["prepared-by", "phone", "checked-by", "approved-by"]);
    assert_eq!(disclosed.secret_cells, ["year-goal".into()]);
    assert_eq!(disclosed.secret_rows, [("indicators".into(), "r2".into())]);
    assert_eq!(draft.document().id, "draft-7", "the draft itself is as it was");
}

#[test]
fn no_label_is_printed_where_nothing_may_stand_and_nothing_is_hidden() {
    let kit = Kit::builtin().unwrap();
    let disclosed = draft(&kit).disclosed();
    let html = disclosed.html(Language::Zh);
    assert!(!html.contains("填报人") && !html.contains("联系电话"));
    assert!(html.contains("步道维护 &lt;b&gt;") && html.contains("default-src 'none'") && !html.contains("<script"));
    let book = disclosed.workbook(Language::Zh);
    assert_eq!(book.sheets.len(), 1);
    assert_eq!(book.sheets[0].visibility, Visibility::Shown);
    assert!(book.names.iter().all(|name| name.sheet == 0));
}

#[test]
fn what_is_disclosed_opens_as_a_document_and_is_the_same_each_time() {
    let kit = Kit::builtin().unwrap();
    let disclosed = draft(&kit).disclosed();
    let text = pretty(disclosed.document());
    let opened = kit.open(text.as_bytes(), Rebind::Never).unwrap().draft;
    assert_eq!(opened.document(), disclosed.document());
    assert_eq!(opened.disclosed().document().tables, disclosed.document().tables);
    assert_eq!(pretty(draft(&kit).disclosed().document()), text);
}
